"""Reads of programmes and of who takes part, and what each user may see."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import EVERYTHING, Scope
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.enums import ErasedKind
from brobygger.apps.programmes.models import ErasedCount, Partnership, Programme

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from brobygger.apps.base.models import User


def scope_of(user: User | AnonymousUser) -> Scope:
    """
    The rows that a user may see. No query: what it depends on becomes part of the queries made in it.

    Those who run the installation see everything. Somebody who speaks for a partner sees the programmes of that
    partner, a company its own rows and what candidates show to companies, a candidate the own rows and what is open.
    """
    if not user.is_authenticated or not user.is_active:
        return Scope()
    if user.is_superuser or user.role in (Role.MANAGER, Role.SECRETARIAT):
        return EVERYTHING
    programmes: Any = ()
    if user.role == Role.PARTNER:
        programmes = Partnership.objects.filter(organisation__contacts=user.pk).order_by().values("programme")
    elif user.role == Role.COMPANY:
        programmes = Programme.objects.filter(organisations__contacts=user.pk).order_by().values("pk")
    return Scope(user.pk, user.role, programmes, runs_programmes=user.role == Role.PARTNER)


def led_programme_of(user: User, organisation: Organisation) -> Programme | None:
    """A programme that an organisation takes part in and that the user's own organisation leads: the first by name."""
    led = Programme.objects.filter(
        organisations=organisation, partnerships__organisation__contacts=user.pk, partnerships__is_lead=True
    )
    return led.order_by("name", "pk").first()


def programmes() -> QuerySet[Programme]:
    """
    All programmes by name, with their targets and how many candidates and organisations take part.

    Candidates who were erased since are counted: what a programme reached stays what it was.
    """
    return (
        Programme.objects.annotate(
            candidate_count=Count("candidates", distinct=True) + _erased_candidates(),
            organisation_count=Count("organisations", distinct=True),
        )
        .prefetch_related("targets")
        .order_by("name", "pk")
    )


def _erased_candidates() -> Coalesce:
    counts = ErasedCount.objects.filter(programme=OuterRef("pk"), kind=ErasedKind.CANDIDATE).order_by()
    return Coalesce(Subquery(counts.values("programme").annotate(total=Sum("count")).values("total")), 0)


def programme_by_code(code: str) -> Programme | None:
    """The programme with this code and its targets; None if there is none."""
    return Programme.objects.prefetch_related("targets").filter(code=code).first()


def programme_by_id(pk: int) -> Programme | None:
    """The programme with this number; None if there is none."""
    return Programme.objects.filter(pk=pk).first()


def programmes_run_by(user: User) -> QuerySet[Programme]:
    """The programmes that somebody runs, by name: all, or those that the own organisation leads."""
    if user.is_superuser or user.role in (Role.MANAGER, Role.SECRETARIAT):
        return Programme.objects.order_by("name", "pk")
    led = Partnership.objects.filter(organisation__contacts=user.pk, is_lead=True)
    return Programme.objects.filter(pk__in=led.order_by().values("programme")).order_by("name", "pk")


def candidates_of(programme_id: int | None) -> QuerySet[Candidate]:
    """The candidates of a programme; all where none is named."""
    return (
        Candidate.objects.all() if programme_id is None else Candidate.objects.filter(programmes=programme_id)
    )


def programmes_of(candidate: Candidate) -> QuerySet[Programme]:
    """The programmes that a candidate takes part in, by name."""
    return Programme.objects.filter(candidates=candidate).order_by("name", "pk")


def open_programmes(*, day: dt.date) -> QuerySet[Programme]:
    """The programmes that candidates may join by themselves on a day, by name."""
    found = Programme.objects.filter(Q(end_date__isnull=True) | Q(end_date__gte=day), takes_candidates=True)
    return found.order_by("name", "pk")


def matched_candidates_of(programme_id: int | None) -> QuerySet[Candidate]:
    """The candidates of a programme, or all, who agreed to be ranked: whoever ranks, starts from these."""
    return candidates_of(programme_id).filter(matching_agreed_at__isnull=False)


def organisations_of(programme_id: int | None) -> QuerySet[Organisation]:
    """The organisations of a programme; all where none is named."""
    if programme_id is None:
        return Organisation.objects.all()
    return Organisation.objects.filter(programmes=programme_id)


def programmes_joined_by(user: User) -> QuerySet[Programme]:
    """The programmes that somebody works for: all, or those that the own organisation is a partner of."""
    if user.is_superuser or user.role in (Role.MANAGER, Role.SECRETARIAT):
        return Programme.objects.order_by("name", "pk")
    own = Partnership.objects.filter(organisation__contacts=user.pk).order_by().values("programme")
    return Programme.objects.filter(pk__in=own).order_by("name", "pk")
