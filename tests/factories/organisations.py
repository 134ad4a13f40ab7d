from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.organisations.models import Organisation


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    code = factory.Sequence(lambda number: f"company-{number}")
    name = factory.Sequence(lambda number: f"Fjordværk {number}")
    country = "DK"
