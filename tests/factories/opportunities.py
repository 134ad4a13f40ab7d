from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.opportunities.enums import (
    AdService,
    LanguageModality,
    LanguageSetting,
    LanguageTask,
    OpportunityKind,
    OpportunityState,
    Translator,
)
from brobygger.apps.opportunities.models import (
    AdSource,
    FetchedAd,
    LanguageNeed,
    Opportunity,
    OpportunityFact,
    OpportunityTranslation,
)
from tests.factories.moments import DAY, NOW
from tests.factories.organisations import OrganisationFactory


class OpportunityFactory(DjangoModelFactory):
    class Meta:
        model = Opportunity

    organisation = factory.SubFactory(OrganisationFactory)
    title = "Welder"
    text = "Welder\nYou know welding.\n"
    language = "en"
    kind = OpportunityKind.JOB
    country = "DK"
    read_at = NOW
    date_posted = DAY
    state = OpportunityState.OPEN
    created_at = NOW
    changed_at = NOW


class OpportunityFactFactory(DjangoModelFactory):
    class Meta:
        model = OpportunityFact

    opportunity = factory.SubFactory(OpportunityFactory)
    kind = "skill"
    value = factory.LazyFunction(lambda: {"uri": "skill:welding", "label": "welding", "modality": "required"})
    span_start = 16
    span_end = 23
    sentence_start = 7
    language = "en"
    role = "requirement"
    confidence = 0.9
    method = "label"


class LanguageNeedFactory(DjangoModelFactory):
    class Meta:
        model = LanguageNeed

    opportunity = factory.SubFactory(OpportunityFactory)
    codes = "da"
    task = factory.LazyAttribute(
        lambda need: LanguageTask.COFFEE if need.setting == LanguageSetting.INFORMAL else LanguageTask.OTHER
    )
    setting = LanguageSetting.FORMAL
    modality = LanguageModality.REQUIRED
    level = "B2"
    set_at = NOW


class OpportunityTranslationFactory(DjangoModelFactory):
    class Meta:
        model = OpportunityTranslation

    opportunity = factory.SubFactory(OpportunityFactory)
    language = "da"
    title = "Svejser"
    text = "Svejser\nDu kan svejse.\n"
    translator = Translator.PERSON
    original_digest = factory.LazyAttribute(lambda one: one.opportunity.original_digest)
    saved_at = NOW


class AdSourceFactory(DjangoModelFactory):
    class Meta:
        model = AdSource

    name = factory.Sequence(lambda number: f"Source {number}")
    service = AdService.FEED
    address = "https://ads.example/feed.json"
    country = "SE"
    licence = "CC0 1.0"
    is_on = True
    set_at = NOW


class FetchedAdFactory(DjangoModelFactory):
    class Meta:
        model = FetchedAd

    source = factory.SubFactory(AdSourceFactory)
    family = "ads.example"
    key = factory.Sequence(lambda number: f"ad-{number}")
    opportunity = factory.SubFactory(OpportunityFactory)
    source_name = "Platsbanken"
    licence = "CC0 1.0"
    address = "https://ads.example/1"
    seen_at = NOW
