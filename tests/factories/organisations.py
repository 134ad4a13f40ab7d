from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.base.enums import Role
from brobygger.apps.organisations.enums import ContactRight
from brobygger.apps.organisations.models import Contact, Organisation
from tests.factories.users import UserFactory


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    code = factory.Sequence(lambda number: f"company-{number}")
    name = factory.Sequence(lambda number: f"Fjordværk {number}")
    country = "DK"


class ContactFactory(DjangoModelFactory):
    class Meta:
        model = Contact

    organisation = factory.SubFactory(OrganisationFactory)
    user = factory.SubFactory(UserFactory, role=Role.COMPANY)
    right = ContactRight.MANAGE
