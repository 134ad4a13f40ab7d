"""Candidates as rows and as `core.matching.Candidate`: the only place that knows both."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from brobygger.apps.classifications import adapters as classifications
from brobygger.apps.classifications.adapters import FactRow, to_reading, value_from_json
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.people.enums import Origin, Sex
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.models import (
    Candidate,
    CandidateBackground,
    CandidateDocument,
    CandidateFact,
    CandidateProfile,
    ConsentEntry,
    PositionPreference,
)
from brobygger.core import matching
from brobygger.core.matching import MonthlyPay, candidate_from, chosen_facts, data, languages, profile
from brobygger.core.reading import FACT_KINDS, Document, DocumentKind, Graduation, OpportunityKind, Place
from brobygger.core.reading import data as reading
from brobygger.data import stored_form
from brobygger.data.stored_form import form_of, from_stored

CHUNK: Final = 2_000  # rows fetched at a time
MOST_NAMED: Final = 500  # ids in one query
FORM: Final = form_of(
    [sys.modules[__name__], classifications, chosen_facts, data, languages, profile, reading, stored_form]
)
UP_TO_DATE: Final = Q(form=FORM, as_of=F("candidate__changed_at"))


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a candidate is."""

    name: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Background:
    """Groups of the fairness report; empty: not said. `native_language` is ISO 639-1."""

    sex: Sex | str = ""
    origin: Origin | str = ""
    native_language: str = ""


@dataclass(frozen=True, slots=True)
class Preferences:
    """
    What a candidate looks for, as in `core.matching.Candidate`; None or empty: not said, but for the two below.

    Args:
        hours: (minimum, maximum) hours a week.
        home: where the person lives or will live.
        moves_to, work_right: countries as ISO 3166-1, or "EU" for EU/EEA; empty: none of them.
    """

    kinds: tuple[OpportunityKind, ...] = ()
    wished_occupations: tuple[str, ...] = ()
    available_from: dt.date | None = None
    available_months: float | None = None
    hours: tuple[float, float] | None = None
    pay_floor: MonthlyPay | None = None
    home: Place | None = None
    commute_minutes: int | None = None
    moves_to: tuple[str, ...] | None = None
    remote: bool | None = None
    work_right: tuple[str, ...] | None = None
    markets: tuple[str, ...] = ()


def to_preference_columns(preferences: Preferences) -> dict[str, Any]:
    """The columns of `PositionPreference`."""
    home, pay, hours = preferences.home, preferences.pay_floor, preferences.hours
    return {
        "kinds": [kind.value for kind in preferences.kinds],
        "wished_occupations": list(preferences.wished_occupations),
        "available_from": preferences.available_from,
        "available_months": preferences.available_months,
        "hours_minimum": hours[0] if hours else None,
        "hours_maximum": hours[1] if hours else None,
        "pay_floor": pay.amount if pay else None,
        "pay_currency": pay.currency if pay else "",
        "home_name": home.name if home else "",
        "home_country": home.country if home else "",
        "home_latitude": home.latitude if home else None,
        "home_longitude": home.longitude if home else None,
        "home_region": (home.region or "") if home else "",
        "home_land": (home.land or "") if home else "",
        "commute_minutes": preferences.commute_minutes,
        "moves_to": None if preferences.moves_to is None else list(preferences.moves_to),
        "remote": preferences.remote,
        "work_right": None if preferences.work_right is None else list(preferences.work_right),
        "markets": list(preferences.markets),
    }


def to_preferences(row: PositionPreference) -> Preferences:
    """What `to_preference_columns` wrote."""
    home = None
    if row.home_name and row.home_latitude is not None and row.home_longitude is not None:
        region, land = row.home_region or None, row.home_land or None
        home = Place(row.home_name, row.home_country, row.home_latitude, row.home_longitude, region, land)
    hours = None
    if row.hours_minimum is not None and row.hours_maximum is not None:
        hours = (row.hours_minimum, row.hours_maximum)
    return Preferences(
        kinds=tuple(OpportunityKind(kind) for kind in row.kinds),
        wished_occupations=tuple(row.wished_occupations),
        available_from=row.available_from,
        available_months=row.available_months,
        hours=hours,
        pay_floor=None if row.pay_floor is None else MonthlyPay(row.pay_floor, row.pay_currency),
        home=home,
        commute_minutes=row.commute_minutes,
        moves_to=None if row.moves_to is None else tuple(row.moves_to),
        remote=row.remote,
        work_right=None if row.work_right is None else tuple(row.work_right),
        markets=tuple(row.markets),
    )


def preferences_digest(preferences: Preferences, names: Iterable[str]) -> str:
    """A short mark of some fields: whoever saves them shows with it which values were read before."""
    said = repr([(name, getattr(preferences, name)) for name in sorted(names)])
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def preferences_of(candidate: Candidate) -> Preferences:
    """What a candidate looks for; nothing said where there is no row yet."""
    row = getattr(candidate, "preference", None)
    return Preferences() if row is None else to_preferences(row)


def load_candidates(candidates: QuerySet[Candidate]) -> tuple[matching.Candidate, ...]:
    """
    Candidates with a CV as the matcher sees them, by id; no name and no group is read.

    Stored profiles are taken as far as they are up to date; all others are read. Two queries, and three more if
    any has to be read, whatever the size.
    """
    stored = CandidateProfile.objects.filter(UP_TO_DATE, candidate__in=candidates.order_by().values("pk"))
    found = {
        pk: from_stored(matching.Candidate, content)
        for pk, content in stored.values_list("pk", "content").iterator(CHUNK)
    }
    stale = list(
        candidates.order_by()
        .filter(document__isnull=False)
        .exclude(profile__form=FORM, profile__as_of=F("changed_at"))
        .values_list("pk", flat=True)
    )
    if stale:
        some = Candidate.objects.filter(pk__in=stale) if len(stale) <= MOST_NAMED else candidates
        found |= {int(one.id): one for one in read_candidates(some) if int(one.id) not in found}
    return tuple(found[pk] for pk in sorted(found))


def read_candidates(candidates: QuerySet[Candidate]) -> tuple[matching.Candidate, ...]:
    """
    Candidates with a CV as the matcher sees them, by id, from their facts. Three queries, whatever the size.

    What a candidate says in the preferences goes before what the CV says.
    """
    people = candidates.order_by("pk").values_list("pk", flat=True)
    preferences = {
        row.pk: to_preferences(row) for row in PositionPreference.objects.filter(candidate__in=people)
    }
    facts = facts_of(people)
    documents = CandidateDocument.objects.filter(candidate__in=people).order_by("candidate_id")
    return tuple(
        with_preferences(_read_candidate(document, facts), preferences.get(document.candidate_id))
        for document in documents.iterator(CHUNK)
    )


def document_of(stored: CandidateDocument, name: str) -> Document:
    """The CV as the reader takes it."""
    return Document(name, stored.text, DocumentKind.CV, published=stored.published_date)


def with_preferences(candidate: matching.Candidate, preferences: Preferences | None) -> matching.Candidate:
    """What the person says goes before what was read."""
    if preferences is None:
        return candidate
    said: dict[str, Any] = {
        "kinds": preferences.kinds,
        "wished_occupations": preferences.wished_occupations,
        "available_from": preferences.available_from,
        "available_months": preferences.available_months,
        "hours": preferences.hours,
        "pay_floor": preferences.pay_floor,
        "place": preferences.home,
        "commute_minutes": preferences.commute_minutes,
        "remote": preferences.remote,
        "markets": preferences.markets,
    }
    changes = {name: value for name, value in said.items() if value not in (None, ())}
    for name in ("moves_to", "work_right"):  # of these an empty list is an answer
        if getattr(preferences, name) is not None:
            changes[name] = getattr(preferences, name)
    return dataclasses.replace(candidate, **changes)


def load_groups(candidates: QuerySet[Candidate]) -> dict[str, dict[str, str]]:
    """
    The groups of candidates for the fairness report, of those who agree to that now. One query.

    Returns:
        For each of "sex", "origin" and "language" (native), the group of each candidate who has said one, by id.
    """
    said = ConsentEntry.objects.filter(candidate=OuterRef("pk"), purpose=ConsentPurpose.FAIRNESS_GROUPS)
    agreed = Subquery(said.order_by("-pk").values("is_given")[:1])
    rows = (
        CandidateBackground.objects.alias(is_agreed=agreed)
        .filter(is_agreed=True, candidate__in=candidates.order_by().values("pk"))
        .order_by("pk")
    )
    groups: dict[str, dict[str, str]] = {"sex": {}, "origin": {}, "language": {}}
    for pk, *values in rows.values_list("pk", "sex", "origin", "native_language"):
        for attribute, value in zip(groups, values, strict=True):
            if value:
                groups[attribute][str(pk)] = value
    return groups


def graduation_columns(facts: QuerySet[CandidateFact]) -> dict[str, dt.date | None]:
    """
    The columns of `Candidate` that repeat its graduation, from all of its facts. One query.

    What a person said goes before what was read, and of several the last counts.
    """
    rows = facts.filter(kind=FACT_KINDS[Graduation]).exclude(state=FactState.REJECTED).order_by("pk")
    found = [(one.state != FactState.READ, value_from_json(one.kind, one.value)) for one in rows]
    said = [(is_said, one) for is_said, one in found if isinstance(one, Graduation)]
    last = max(said, key=lambda pair: (pair[0], pair[1].latest), default=None)
    return {
        "graduates_from": last[1].earliest if last else None,
        "graduates_until": last[1].latest if last else None,
    }


def facts_of(people: QuerySet[Candidate, int]) -> Mapping[int, list[FactRow]]:
    """The facts of candidates by id. One query."""
    rows = (
        CandidateFact.objects.in_force()
        .filter(candidate__in=people)
        .order_by("candidate_id", "span_start", "pk")
    )
    columns: Iterable[tuple[Any, ...]] = rows.values_list("candidate_id", *FactRow._fields).iterator(CHUNK)
    return {pk: list(_rows(group)) for pk, group in groupby(columns, key=itemgetter(0))}


def _rows(group: Iterator[tuple[Any, ...]]) -> Iterator[FactRow]:
    return (FactRow(*columns) for _, *columns in group)


def _read_candidate(document: CandidateDocument, facts: Mapping[int, list[FactRow]]) -> matching.Candidate:
    name = str(document.candidate_id)
    rows = facts.get(document.candidate_id, ())
    return candidate_from(to_reading(document_of(document, name), document.language, document.passages, rows))
