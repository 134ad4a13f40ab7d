"""Reads of opportunities: lists with filters, and an ad with its facts marked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone

from brobygger.apps.base.enums import Role
from brobygger.apps.classifications.adapters import to_passages
from brobygger.apps.classifications.enums import DocumentSort, FactState
from brobygger.apps.classifications.queries import (
    CorrectedDocument,
    ReadSentence,
    Segment,
    SentenceFilter,
    SentenceKey,
    corrected_document,
    cut_sentences,
    cut_text,
    lies_in,
    marks_of,
    sentence_keys,
    standing_corrections,
)
from brobygger.apps.opportunities.models import (
    LanguageNeed,
    Opportunity,
    OpportunityFact,
    OpportunityTranslation,
)

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@dataclass(frozen=True, slots=True)
class OpportunityFilter:
    """
    What a list of opportunities is narrowed to; empty: no condition.

    Args:
        text: words of the title, the ad, a translation of them or the organisation's name; all must occur.
        kind: a value of `enums.OpportunityKind`.
        paid_by: a value of `enums.PaidBy`.
        country: of the place of work, ISO 3166-1.
        place: name of the place of work, or its beginning.
        area: code of a labour market, see `data.places.labour_areas`: the place of work lies in it.
        language: the ad is written in it.
        programme: code of the programme.
        state: a value of `enums.OpportunityState`.
    """

    text: str = ""
    kind: str = ""
    paid_by: str = ""
    country: str = ""
    place: str = ""
    area: str = ""
    language: str = ""
    programme: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """The values that occur in a list, for the filter panel."""

    kinds: tuple[str, ...]
    payers: tuple[str, ...]
    countries: tuple[str, ...]
    languages: tuple[str, ...]
    programmes: tuple[tuple[str, str], ...]  # (code, name)


def visible_opportunities(user: User) -> QuerySet[Opportunity]:
    """
    The opportunities that a user may see, see `rules`.

    Those who run the installation see all, a partner those of its programmes, a company its own, candidates, agencies and ambassadors the open ones.
    """
    everything = Opportunity.objects.all()
    if user.is_superuser or user.role in (Role.MANAGER, Role.SECRETARIAT):
        return everything
    if user.role == Role.PARTNER:
        return everything.of_partner(user)
    if user.role == Role.COMPANY:
        return everything.filter(organisation__in=user.organisations.all())
    if user.role in (Role.CANDIDATE, Role.AGENCY, Role.AMBASSADOR):
        return everything.open()
    return everything.none()


def opportunity_list(user: User, chosen: OpportunityFilter | None = None) -> QuerySet[Opportunity]:
    """The opportunities a user may see, narrowed, latest first, with organisation and programme."""
    return _narrowed(visible_opportunities(user), chosen or OpportunityFilter())


def published_opportunities(
    chosen: OpportunityFilter | None = None, *, at: dt.datetime
) -> QuerySet[Opportunity]:
    """What everybody may see: the open opportunities that can still be applied for, narrowed, latest first."""
    return _narrowed(_published(at), chosen or OpportunityFilter())


def published_opportunity(pk: int, *, at: dt.datetime) -> Opportunity | None:
    """One of the `published_opportunities`; None if it is none of them."""
    return _published(at).select_related("organisation", "programme", "fetched").filter(pk=pk).first()


def published_choices(*, at: dt.datetime) -> FilterChoices:
    """The values that occur among the `published_opportunities`. Five queries."""
    return _choices(_published(at))


def _published(at: dt.datetime) -> QuerySet[Opportunity]:
    today = timezone.localdate(at)
    return Opportunity.objects.published().filter(Q(valid_through__isnull=True) | Q(valid_through__gte=today))


def _narrowed(opportunities: QuerySet[Opportunity], chosen: OpportunityFilter) -> QuerySet[Opportunity]:
    found = opportunities.select_related("organisation", "programme").defer("text", "passages")
    exact = {
        "kind": chosen.kind,
        "paid_by": chosen.paid_by,
        "country": chosen.country,
        "language": chosen.language,
        "programme__code": chosen.programme,
        "state": chosen.state,
    }
    found = found.filter(**{name: value for name, value in exact.items() if value})
    if chosen.place:
        found = found.filter(place_name__istartswith=chosen.place)
    if chosen.area:
        found = found.filter(lies_in(chosen.area, place="place_name", country="country"))
    translations = OpportunityTranslation._base_manager.filter(opportunity=OuterRef("pk"))
    for word in chosen.text.split():
        in_ad = Q(title__icontains=word) | Q(text__icontains=word)
        found = found.filter(
            in_ad | Q(organisation__name__icontains=word) | Exists(translations.filter(in_ad))
        )
    return found.order_by("-date_posted", "-pk")


def filter_choices(user: User) -> FilterChoices:
    """The values that occur among the opportunities a user may see. Five queries."""
    return _choices(visible_opportunities(user))


def _choices(opportunities: QuerySet[Opportunity]) -> FilterChoices:
    seen = opportunities.order_by()

    def values(name: str) -> tuple[str, ...]:
        return tuple(sorted(value for value in seen.values_list(name, flat=True).distinct() if value))

    programmes = seen.exclude(programme=None).values_list("programme__code", "programme__name").distinct()
    return FilterChoices(
        kinds=values("kind"),
        payers=values("paid_by"),
        countries=values("country"),
        languages=values("language"),
        programmes=tuple(sorted(programmes, key=lambda pair: pair[1])),
    )


def opportunity_by_id(pk: int, *, is_locked: bool = False) -> Opportunity | None:
    """
    One opportunity with its organisation, programme and where it was fetched; the caller asks the rules who may see it.

    Locked against other processes until the transaction ends, if so asked.
    """
    found = Opportunity.objects.select_related("organisation", "programme", "fetched").filter(pk=pk)
    return (found.select_for_update(of=("self",)) if is_locked else found).first()


def facts_of(opportunity: Opportunity) -> list[OpportunityFact]:
    """What was read from an ad and what people said of it, in the order of the text."""
    return list(opportunity.facts.order_by("span_start", "pk"))


def language_needs_of(opportunity: Opportunity) -> list[LanguageNeed]:
    """What the company says of its languages, the first that it spoke of first."""
    return list(opportunity.language_needs.order_by("pk"))


def chosen_facts(facts: Iterable[OpportunityFact]) -> dict[str, OpportunityFact]:
    """Of each kind the fact that counts where one alone can: what a person said, then the surest, then the first."""
    best: dict[str, OpportunityFact] = {}
    for fact in facts:
        known = best.get(fact.kind)
        if fact.counts and (known is None or _sureness(fact) > _sureness(known)):
            best[fact.kind] = fact
    return best


def _sureness(fact: OpportunityFact) -> float:
    return fact.confidence if fact.state == FactState.READ else 1.0


def marked_ad(opportunity: Opportunity, facts: list[OpportunityFact] | None = None) -> tuple[Segment, ...]:
    """The ad as written, with what was understood of it marked; pass `facts` if they are at hand."""
    return cut_text(opportunity.text, marks_of(facts_of(opportunity) if facts is None else facts))


def open_in(programme_id: int | None) -> QuerySet[Opportunity]:
    """The published opportunities of a programme; all that are open where none is named."""
    found = Opportunity.objects.open() if programme_id is None else Opportunity.objects.published()
    return found.in_programme(programme_id)


def closing_soon(day: dt.date, *, days: int) -> QuerySet[Opportunity]:
    """Open opportunities whose deadline lies within so many days from `day`, the nearest first."""
    until = day + dt.timedelta(days=days)
    found = Opportunity.objects.open().filter(valid_through__range=(day, until))
    return found.select_related("organisation").defer("text", "passages").order_by("valid_through", "pk")


def last_change(opportunities: QuerySet[Opportunity]) -> dt.datetime | None:
    """When anything that the matcher reads of these opportunities last changed."""
    latest: dt.datetime | None = opportunities.aggregate(latest=Max("changed_at"))["latest"]
    return latest


def last_publication_change(opportunities: QuerySet[Opportunity]) -> dt.datetime | None:
    """When anything that is published of these opportunities last changed, translations included."""
    latest = opportunities.aggregate(ad=Max("changed_at"), translation=Max("translated_at"))
    return max((moment for moment in latest.values() if moment), default=None)


def read_sentences(user: User, chosen: SentenceFilter | None = None) -> QuerySet[Any, Any]:
    """Where something was read in the ads a user may see: (opportunity, start, …) rows, the least sure first."""
    # asked of each fact: with "in", SQLite would read the facts of one ad after the other, and sort them all
    seen = Exists(visible_opportunities(user).filter(pk=OuterRef("opportunity_id")))
    facts = OpportunityFact.objects.filter(seen)
    return sentence_keys(facts, "opportunity_id", chosen or SentenceFilter())


def sentences(keys: Iterable[SentenceKey]) -> list[tuple[Opportunity, ReadSentence]]:
    """Sentences of ads with what was read in them, in the order of `keys`. Three queries."""
    wanted = list(keys)
    owners = {key.owner for key in wanted}
    ads = Opportunity.objects.select_related("organisation").in_bulk(owners)
    starts = Q(sentence_start__in={key.start for key in wanted}) | Q(kind="contact")
    facts = OpportunityFact.objects.filter(starts, opportunity__in=owners)
    found = cut_sentences([key for key in wanted if key.owner in ads], ads, facts, DocumentSort.AD)
    return [(ads[one.key.owner], one) for one in found]


def fact_by_id(*, pk: int) -> OpportunityFact:
    """
    One fact of an ad, with the ad.

    Raises:
        OpportunityFact.DoesNotExist: there is none.
    """
    return OpportunityFact.objects.select_related("opportunity__organisation").get(pk=pk)


def corrected_ads() -> Iterator[CorrectedDocument]:
    """The ads that somebody corrected, as an evaluation reads them, each with its corrections."""
    for pk, group in groupby(
        standing_corrections(DocumentSort.AD).order_by("document_id", "pk"), key=lambda one: one.document_id
    ):
        ad = Opportunity.objects.select_related("organisation").filter(pk=pk).first()
        if ad is None:
            continue
        contacts = OpportunityFact.objects.in_force().filter(opportunity=pk, kind="contact")
        places = contacts.exclude(span_start=None).values_list("span_start", "span_end")
        yield corrected_document(
            name=f"ad-{pk}",
            sort=DocumentSort.AD,
            text=ad,
            passages=to_passages(ad.passages),
            published=ad.date_posted,
            employer=ad.organisation.name,
            private=[(start or 0, end or 0) for start, end in places],
            corrections=group,
        )
