from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.people.models import (
    Candidate,
    CandidateBackground,
    CandidateDocument,
    CandidateFact,
    CandidateIdentity,
    ConsentEntry,
    PositionPreference,
)
from tests.factories.moments import DAY, NOW


class CandidateFactory(DjangoModelFactory):
    class Meta:
        model = Candidate

    # "#": the scenarios and the demo name theirs "Talent 001"
    alias = factory.Sequence(lambda number: f"Candidate #{number:03}")
    created_at = NOW
    changed_at = NOW
    matching_agreed_at = NOW


class CandidateIdentityFactory(DjangoModelFactory):
    class Meta:
        model = CandidateIdentity

    candidate = factory.SubFactory(CandidateFactory)
    name = "Ida Prøvesen"


class CandidateBackgroundFactory(DjangoModelFactory):
    class Meta:
        model = CandidateBackground
        skip_postgeneration_save = True

    candidate = factory.SubFactory(CandidateFactory)
    sex = "f"
    origin = "eu"
    native_language = "pl"
    agreed = factory.RelatedFactory(
        "tests.factories.people.ConsentEntryFactory",
        candidate=factory.SelfAttribute("..candidate"),
        purpose="fairness_groups",
    )


class CandidateDocumentFactory(DjangoModelFactory):
    class Meta:
        model = CandidateDocument

    candidate = factory.SubFactory(CandidateFactory)
    text = "Skills\nwelding, Python\n"
    language = "en"
    read_at = NOW
    published_date = DAY


class CandidateFactFactory(DjangoModelFactory):
    class Meta:
        model = CandidateFact

    candidate = factory.SubFactory(CandidateFactory)
    kind = "skill"
    value = factory.LazyFunction(lambda: {"uri": "skill:welding", "label": "welding", "modality": "held"})
    span_start = 7
    span_end = 14
    sentence_start = 7
    language = "en"
    role = "skills"
    confidence = 0.9
    method = "label"


class PositionPreferenceFactory(DjangoModelFactory):
    class Meta:
        model = PositionPreference

    candidate = factory.SubFactory(CandidateFactory)


class ConsentEntryFactory(DjangoModelFactory):
    class Meta:
        model = ConsentEntry

    candidate = factory.SubFactory(CandidateFactory)
    purpose = "matching"
    text_version = 1
    language = "en"
    channel = "imported"
    is_given = True
    at = NOW
