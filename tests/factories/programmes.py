from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.programmes.enums import ProgrammeKind
from brobygger.apps.programmes.models import Partnership, Programme, ProgrammeTarget
from tests.factories.organisations import OrganisationFactory


class ProgrammeFactory(DjangoModelFactory):
    class Meta:
        model = Programme

    code = factory.Sequence(lambda number: f"programme-{number}")
    name = factory.Sequence(lambda number: f"Programme {number}")
    owner = "Region Prøve"
    kind = ProgrammeKind.TALENT_ATTRACTION
    description = factory.LazyFunction(lambda: {"en": "A programme for tests."})


class ProgrammeTargetFactory(DjangoModelFactory):
    class Meta:
        model = ProgrammeTarget

    programme = factory.SubFactory(ProgrammeFactory)
    position = factory.Sequence(lambda number: number + 1)
    label = factory.LazyFunction(lambda: {"en": "interns", "da": "praktikanter"})
    number = 30


class PartnershipFactory(DjangoModelFactory):
    class Meta:
        model = Partnership

    programme = factory.SubFactory(ProgrammeFactory)
    organisation = factory.SubFactory(OrganisationFactory)
