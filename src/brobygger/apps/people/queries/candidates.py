"""Reads of candidates: who may see whom."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db.models import Max, Q, QuerySet, TextField
from django.db.models.functions import Cast

from brobygger.apps.base.enums import Role as UserRole
from brobygger.apps.classifications.queries import (
    lies_in,
)
from brobygger.apps.people.models import (
    Candidate,
    CandidateFact,
    CandidateIdentity,
    CandidateMerge,
    speaks_for_accepted,
)
from brobygger.core.matching.areas import AREAS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brobygger.apps.base.models import User


def visible_candidates(user: User) -> QuerySet[Candidate]:
    """
    The candidates a user may see, see `rules`.

    Those who run the installation see all, a partner those of its programmes, an accepted company those who let it, a candidate
    the own page.
    """
    everything = Candidate.objects.all()
    if user.is_superuser or user.role in (UserRole.MANAGER, UserRole.SECRETARIAT):
        return everything
    if user.role == UserRole.PARTNER:
        return everything.of_partner(user)
    if user.role == UserRole.COMPANY:
        return everything.visible_to_companies(user).filter(speaks_for_accepted(user.pk))
    if user.role == UserRole.CANDIDATE:
        return everything.filter(user=user)
    return everything.none()


def aliases_of_users(reader: User, user_ids: Iterable[int]) -> dict[int, str]:
    """The aliases of the candidates who log in as these users, by user, as far as a reader may see them. One query."""
    found = visible_candidates(reader).filter(user_id__in=set(user_ids)).order_by()
    return {user_id: alias for user_id, alias in found.values_list("user_id", "alias") if user_id}


def shown_among(ids: Iterable[int]) -> set[int]:
    """Of these candidates those whose page the visitor can open: a list may name others. One query."""
    return set(Candidate.objects.filter(pk__in=set(ids)).order_by().values_list("pk", flat=True))


def may_count_candidates(user: User) -> bool:
    """Whether a user who may try an ad is told how many it reaches: all but companies that are not accepted. One query."""
    if user.is_superuser or user.role != UserRole.COMPANY:
        return True
    return user.organisations.filter(state="accepted").exists()


def candidate_list(
    user: User,
    *,
    text: str = "",
    language: str = "",
    country: str = "",
    area: str = "",
    destination: str = "",
    skill: str = "",
    graduates_from: dt.date | None = None,
    graduates_until: dt.date | None = None,
) -> QuerySet[Candidate]:
    """
    The candidates a user may see, by id, with preferences.

    Args:
        text: part of the alias.
        language: the CV is written in it.
        country, area: where the candidate lives; an area is a labour market, see `data.places.labour_areas`.
        destination: where the candidate would work: a country that they named, or where they live if they named none.
        skill: URI of one that the CV says, or that the candidate added.
        graduates_from, graduates_until: the candidate graduates, or graduated, between these days. Of whom only a
            month or a year is known, some day of it lies between them.
    """
    found = visible_candidates(user).select_related("preference").order_by("pk")
    if text:
        found = found.filter(alias__icontains=text)
    if language:
        found = found.filter(document__language=language)
    if country:
        found = found.filter(preference__home_country=country)
    if area:
        found = found.filter(lies_in(area, place="preference__home_name", country="preference__home_country"))
    if graduates_from:
        found = found.filter(graduates_until__gte=graduates_from)
    if graduates_until:
        found = found.filter(graduates_from__lte=graduates_until)
    if skill:
        held = CandidateFact.objects.in_force().filter(kind="skill", value__uri=skill)
        found = found.filter(pk__in=held.order_by().values("candidate"))
    return found.filter(_would_work_in(destination)) if destination else found


def occupations_read(candidate_ids: Iterable[int], most: int = 2) -> dict[int, list[Mapping[str, Any]]]:
    """The first occupations of each CV, or added to it, as values of facts (`uri`, `label`). One query."""
    rows = (
        CandidateFact.objects.in_force()
        .filter(kind="occupation", candidate__in=list(candidate_ids))
        .order_by("span_start", "pk")
        .values_list("candidate", "value")
    )
    found: dict[int, dict[str, Mapping[str, Any]]] = {}
    for candidate, value in rows:
        found.setdefault(candidate, {}).setdefault(value["uri"], value)
    return {candidate: list(values.values())[:most] for candidate, values in found.items()}


def home_countries(user: User) -> list[str]:
    """Countries in which the candidates whom a user may see live, by code."""
    found = visible_candidates(user).exclude(preference__home_country="").order_by()
    return sorted(filter(None, found.values_list("preference__home_country", flat=True).distinct()))


def _would_work_in(country: str) -> Q:
    """Who lives in a country, or named it or an area that it lies in."""
    named = (country, *(area for area, members in AREAS.items() if country in members))
    # the list as text: SQLite cannot look into a list of JSON
    text = Cast("preference__moves_to", TextField())
    alike = Q()
    for name in named:
        alike |= Q(
            pk__in=Candidate.objects.alias(named=text).filter(named__contains=f'"{name}"').values("pk")
        )
    return alike | Q(preference__home_country=country)


def candidate_by_id(pk: int) -> Candidate | None:
    """One candidate with preferences and CV; the caller asks the rules who may see it."""
    return Candidate.objects.select_related("preference", "document").filter(pk=pk).first()


def candidate_of_user(user: User) -> Candidate | None:
    """The candidate who logs in as this user; None if there is none."""
    return Candidate.objects.select_related("preference", "document").filter(user=user).first()


def name_of(candidate: Candidate) -> str:
    """The candidate's own name; ask `people.view_identity` first. Empty if it is not known."""
    identity = getattr(candidate, "identity", None)
    return identity.name if identity else ""


def known_identities(user: User) -> QuerySet[CandidateIdentity]:
    """Who the candidates are of whom a user may see that: `people.view_identity` for many at once, but the own."""
    found = CandidateIdentity.objects.all()
    if user.is_superuser or user.role in (UserRole.MANAGER, UserRole.SECRETARIAT):
        return found
    if user.role != UserRole.PARTNER:
        return found.none()
    led = Candidate._base_manager.filter(
        programmes__partnerships__organisation__contacts=user, programmes__partnerships__is_lead=True
    )
    return found.filter(candidate__in=led.order_by().values("pk"))


def known_names(user: User, candidate_ids: Iterable[int]) -> dict[int, str]:
    """Names by number of these candidates, as far as they said one and the user may see who they are. One query."""
    found = known_identities(user).filter(candidate__in=set(candidate_ids)).exclude(name="").order_by()
    return dict(found.values_list("candidate", "name"))


def has_cv(candidate: Candidate) -> bool:
    """Whether there is a CV to read; a profile that was filled in by hand has an empty one."""
    document = getattr(candidate, "document", None)
    return document is not None and bool(document.text)


def joined_ids(candidate_ids: Sequence[int]) -> list[int]:
    """Numbers of records that were joined to these candidates: rows without a foreign key may still hold them."""
    joined = CandidateMerge._base_manager.filter(kept__in=candidate_ids, undone_at__isnull=True)
    return sorted(set(joined.values_list("other_id", flat=True)))


def last_change(candidates: QuerySet[Candidate]) -> dt.datetime | None:
    """When anything that the matcher reads of these candidates last changed."""
    latest: dt.datetime | None = candidates.aggregate(latest=Max("changed_at"))["latest"]
    return latest
