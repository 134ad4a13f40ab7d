"""Opportunities: found, saved from the text of an ad, opened, closed, and what they need languages for."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from django.http import HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from ninja import Field, Query, Schema, Status

from brobygger.api.access import ApiRequest
from brobygger.api.build import Of, Section, made
from brobygger.api.paging import Page, Window, page_of
from brobygger.api.problems import WrongInput, refused
from brobygger.api.v1.facts import Fact, facts_from
from brobygger.api.values import (
    SHORTEST_AD,
    AdText,
    AnyText,
    Code,
    Country,
    Day,
    Fund,
    Id,
    LanguageCode,
    Title,
    Words,
    YesOrNo,
)
from brobygger.apps.classifications.queries import marks_of
from brobygger.apps.matching.actions import publish_opportunity
from brobygger.apps.opportunities import actions, queries
from brobygger.apps.opportunities.enums import (
    NAMES_A_FUND,
    LanguageLevel,
    LanguageModality,
    LanguageSetting,
    OpportunityKind,
    OpportunityState,
    PaidBy,
    Translator,
)
from brobygger.apps.organisations.queries import organisation_by_code
from brobygger.apps.programmes.queries import programme_by_code
from brobygger.core.reading import Level, Payer
from brobygger.core.reading import PaidBy as CorePaidBy
from brobygger.core.reading.addresses import is_address_alone

section = Section(tags=["Opportunities"])
OPPORTUNITY = Of("id", Id, queries.opportunity_by_id)
Languages = Annotated[list[LanguageCode], Field(min_length=1, max_length=5)]


class NamedOrganisation(Schema):
    code: str
    name: str


class NamedProgramme(Schema):
    code: str
    name: str


class JobLocation(Schema):
    name: str = Field(description="Empty: the ad names no place.")
    country: str = Field(description="ISO 3166-1; empty: not known.")


class Opportunity(Schema):
    """A place that an organisation offers; names as in schema.org JobPosting."""

    id: int
    title: str
    employment_type: OpportunityKind | None
    hiring_organisation: NamedOrganisation
    job_location: JobLocation
    places: int = Field(description="How many people are looked for.")
    paid_by: PaidBy | None = Field(description="Whose money the pay is; null: not said.")
    fund: str = Field(description="Name of the programme, fund or grant that pays; empty: none, or not said.")
    date_posted: dt.date
    valid_through: dt.date | None = Field(description="Application deadline; null: none, or not said.")
    language: str = Field(description="Of the ad.")
    state: OpportunityState
    programme: NamedProgramme | None


class LanguageNeed(Schema):
    """What the organisation says that a language is really needed for."""

    languages: list[str] = Field(description="Several are alternatives of each other.")
    setting: LanguageSetting = Field(description="formal: in the work itself; informal: over coffee.")
    modality: LanguageModality
    level: LanguageLevel | None = Field(description="Lowest level that is enough, as in CEFR.")


class Translation(Schema):
    """The ad in another language than it was written in: for people, for the original alone is read and ranked."""

    language: str
    title: str
    text: str
    translated_by: Translator
    is_outdated: bool = Field(description="The original has changed since it was translated.")
    saved_at: dt.datetime


class WholeOpportunity(Opportunity):
    """An opportunity with its ad, its translations and what was understood of it."""

    text: str = Field(description="The ad as written.")
    translations: list[Translation]
    facts: list[Fact]
    language_needs: list[LanguageNeed]


class OpportunityChoice(Schema):
    text: Words = Field(
        "", description="Words of the title, the ad or the organisation's name; all must occur."
    )
    employment_type: OpportunityKind | None = None
    paid_by: PaidBy | None = Field(None, description="Whose money the pay is.")
    country: Country | None = Field(None, description="Of the place of work, ISO 3166-1.")
    place: Words = Field("", description="Name of the place of work, or its beginning.")
    area: Code | None = Field(None, description="Code of a labour market across a border: ostfold-fyrbodal.")
    language: LanguageCode | None = Field(None, description="The ad is written in it.")
    programme: Code | None = Field(None, description="Code of the programme.")
    state: OpportunityState | None = None


class NewOpportunity(Schema):
    """An ad as text; the rest is read from it."""

    hiring_organisation: Code = Field(..., description="Code of the organisation whose ad it is.")
    text: AdText = Field(..., description="The ad in plain text, its title first.")
    title: Words = Field("", description="Empty: the first line of the text.")
    employment_type: OpportunityKind | None = Field(None, description="null: what the ad says.")
    paid_by: PaidBy | None = Field(None, description="Whose money the pay is; null: what the ad says.")
    fund: Fund = Field(
        "",
        description="Name of what pays, where `paid_by` is programme, shared or own_grant; empty: no name.",
    )
    programme: Code | None = Field(None, description="Code of the programme.")
    date_posted: Day | None = Field(None, description="Relative dates in the ad count from it; null: today.")
    code: Code | None = Field(
        None, description="Your own name for the ad: sent again, it replaces the ad and makes no second one."
    )


class NewLanguageNeed(Schema):
    languages: Languages
    setting: LanguageSetting
    modality: LanguageModality
    level: LanguageLevel | None = Field(None, description="Must be given unless the language is not needed.")


class NewTranslation(Schema):
    title: Title = Field(..., description="In the language of the address.")
    text: AnyText = Field(..., description="In the language of the address, in plain text.")
    translated_by: Translator
    is_confirmed: YesOrNo = Field(
        False, description="The text is in that language, though it may look like another one."
    )


class WhichLanguageNeed(Schema):
    languages: Languages
    setting: LanguageSetting


def opportunity_from(row: Any) -> Opportunity:
    return Opportunity(**_columns(row))


def whole_opportunity_from(row: Any) -> WholeOpportunity:
    """Three queries."""
    return WholeOpportunity(
        **_columns(row),
        text=row.text,
        translations=[_translation_from(row, one) for one in queries.translations_of(row)],
        facts=facts_from(marks_of(queries.facts_of(row))),
        language_needs=[
            LanguageNeed(
                languages=need.codes.split("|"),
                setting=LanguageSetting(need.setting),
                modality=LanguageModality(need.modality),
                level=LanguageLevel(need.level) if need.level else None,
            )
            for need in row.language_needs.all()
        ],
    )


def _translation_from(row: Any, one: Any) -> Translation:
    return Translation(
        language=one.language,
        title=one.title,
        text=one.text,
        translated_by=Translator(one.translator),
        is_outdated=one.original_digest != row.original_digest,
        saved_at=one.saved_at,
    )


def checked_ad(text: str) -> str:
    """
    The ad with plain line breaks.

    Raises:
        WrongInput: it has no words, or too few, or is an address alone.
    """
    if is_address_alone(text):
        raise WrongInput("text", _("Paste the text of the page, not its address."))
    if sum(letter.isalpha() for letter in text) < SHORTEST_AD:
        raise WrongInput("text", _("There are no words in this, or too few: give the text of an ad."))
    return text.replace("\r\n", "\n")


@section.reads("/opportunities", may="opportunities.view_opportunities", gives=Page[Opportunity])
def list_opportunities(request: ApiRequest, chosen: Query[OpportunityChoice], window: Query[Window]) -> Any:
    """The opportunities that the owner of the token may see, latest first."""
    rows = queries.opportunity_list(
        request.user,
        queries.OpportunityFilter(
            text=chosen.text,
            kind=chosen.employment_type or "",
            paid_by=chosen.paid_by or "",
            country=chosen.country or "",
            place=chosen.place,
            area=chosen.area or "",
            language=chosen.language or "",
            programme=chosen.programme or "",
            state=chosen.state or "",
        ),
    )
    return page_of(request, rows, window, opportunity_from)


@section.reads(
    "/opportunities/{id}", may="opportunities.view_opportunity", of=OPPORTUNITY, gives=WholeOpportunity
)
def show_opportunity(request: ApiRequest, opportunity: Any) -> Any:
    """An opportunity with its ad, its translations and what was understood of it."""
    return whole_opportunity_from(opportunity)


@section.writes(
    "POST",
    "/opportunities",
    may="matching.preview_ad",  # as the page does; for which organisation, the action asks
    gives={200: WholeOpportunity, 201: WholeOpportunity},
)
def save_opportunity(request: ApiRequest, new: NewOpportunity, response: HttpResponse) -> Any:
    """Read an ad and save it as a draft: 201 for a new one, 200 where `code` names one that was there."""
    organisation = organisation_by_code(new.hiring_organisation)
    if organisation is None:
        raise WrongInput("hiring_organisation", _("No organisation has this code."))
    programme = programme_by_code(new.programme) if new.programme else None
    if new.programme and programme is None:
        raise WrongInput("programme", _("No programme has this code."))
    if new.fund and new.paid_by not in NAMES_A_FUND:
        raise WrongInput("fund", _("Only a programme, a fund or a student's grant has a name here."))
    at = now()
    with refused(text=actions.EmptyText):
        saved = actions.save_opportunity_from_text(
            organisation=organisation,
            text=checked_ad(new.text),
            title=new.title,
            code=new.code,
            kind=new.employment_type,
            payer=Payer(CorePaidBy(new.paid_by.value), new.fund.strip() or None) if new.paid_by else None,
            programme=programme,
            date_posted=new.date_posted,
            by=request.user,
            at=at,
        )
    shown, is_new = whole_opportunity_from(saved), saved.created_at == at
    return made(request, response, "show_opportunity", saved.pk, shown, is_new=is_new)


@section.writes(
    "POST",
    "/opportunities/{id}/read-again",
    may="opportunities.change_opportunity",
    of=OPPORTUNITY,
    gives={200: WholeOpportunity},
)
def read_opportunity_again(request: ApiRequest, opportunity: Any) -> Any:
    """Read the ad with the vocabulary that is now in use. What people confirmed, rejected or added stays."""
    saved = actions.read_opportunity_again(opportunity=opportunity, by=request.user, at=now())
    return whole_opportunity_from(saved)


@section.writes(
    "POST",
    "/opportunities/{id}/open",
    may="opportunities.change_opportunity",
    of=OPPORTUNITY,
    gives={200: Opportunity},
    problems=[409],
)
def open_opportunity(request: ApiRequest, opportunity: Any) -> Any:
    """Let candidates see an opportunity. The same again changes nothing."""
    return _moved(publish_opportunity, request, opportunity)


@section.writes(
    "POST",
    "/opportunities/{id}/close",
    may="opportunities.change_opportunity",
    of=OPPORTUNITY,
    gives={200: Opportunity},
    problems=[409],
)
def close_opportunity(request: ApiRequest, opportunity: Any) -> Any:
    """Take an opportunity off the lists. The same again changes nothing."""
    return _moved(actions.close_opportunity, request, opportunity)


@section.writes(
    "PUT",
    "/opportunities/{id}/language-needs",
    may="opportunities.change_opportunity",
    of=OPPORTUNITY,
    gives={200: WholeOpportunity},
)
def set_language_need(request: ApiRequest, opportunity: Any, need: NewLanguageNeed) -> Any:
    """Say what a language is needed for, in place of what the ad says of the same languages."""
    actions.set_language_need(
        opportunity=opportunity,
        codes=need.languages,
        setting=need.setting,
        modality=need.modality,
        level=Level(need.level.value) if need.level else None,
        by=request.user,
        at=now(),
    )
    return whole_opportunity_from(opportunity)


@section.writes(
    "DELETE",
    "/opportunities/{id}/language-needs",
    may="opportunities.change_opportunity",
    of=OPPORTUNITY,
    gives={204: None},
)
def clear_language_need(request: ApiRequest, opportunity: Any, which: Query[WhichLanguageNeed]) -> Any:
    """Take back what was said of a language: the ad counts again. The same again changes nothing."""
    actions.clear_language_need(
        opportunity=opportunity, codes=which.languages, setting=which.setting, by=request.user, at=now()
    )
    return Status(204, None)


@section.writes(
    "PUT",
    "/opportunities/{id}/translations/{language}",
    may="opportunities.change_opportunity",
    of=OPPORTUNITY,
    gives={200: Translation},
)
def save_translation(
    request: ApiRequest, opportunity: Any, language: LanguageCode, translation: NewTranslation
) -> Any:
    """Give the ad in another language: da, nb, sv or en. It is made from the ad as it is now, and replaces an earlier one."""
    try:
        saved = actions.save_translation(
            opportunity=opportunity,
            language=language,
            title=translation.title,
            text=translation.text,
            translator=translation.translated_by,
            is_confirmed=translation.is_confirmed,
            by=request.user,
            at=now(),
        )
    except actions.TranslationRefused as error:
        if error.field == "language":
            raise WrongInput("language", str(error), "path") from error
        raise WrongInput(error.field, str(error)) from error
    return _translation_from(opportunity, saved)


@section.writes(
    "DELETE",
    "/opportunities/{id}/translations/{language}",
    may="opportunities.change_opportunity",
    of=OPPORTUNITY,
    gives={204: None},
)
def remove_translation(request: ApiRequest, opportunity: Any, language: LanguageCode) -> Any:
    """Remove a translation: its readers get the original. The same again changes nothing."""
    actions.remove_translation(opportunity=opportunity, language=language, by=request.user, at=now())
    return Status(204, None)


def _moved(action: Any, request: ApiRequest, opportunity: Any) -> Opportunity:
    with refused(actions.ImpossibleTransition, actions.NotAccepted):
        return opportunity_from(action(opportunity=opportunity, by=request.user, at=now()))


def _columns(row: Any) -> dict[str, Any]:
    programme, organisation = row.programme, row.organisation
    return {
        "id": row.pk,
        "title": row.title,
        "employment_type": OpportunityKind(row.kind) if row.kind else None,
        "hiring_organisation": NamedOrganisation(code=organisation.code, name=organisation.name),
        "job_location": JobLocation(name=row.place_name, country=row.country),
        "places": row.places,
        "paid_by": PaidBy(row.paid_by) if row.paid_by else None,
        "fund": row.fund,
        "date_posted": row.date_posted,
        "valid_through": row.valid_through,
        "language": row.language,
        "state": OpportunityState(row.state),
        "programme": NamedProgramme(code=programme.code, name=programme.name) if programme else None,
    }
