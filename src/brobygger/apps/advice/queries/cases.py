"""Texts that candidates share with advisers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db.models import Count, Max, Q, QuerySet

from brobygger.apps.advice.models import AdviceCase, AdviceTime
from brobygger.apps.programmes.models import Programme
from brobygger.apps.programmes.queries import programmes_of

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.people.models import Candidate

ACTIVE = dt.timedelta(days=180)  # whoever offered a time since then is an adviser


def case_by_id(pk: int) -> AdviceCase | None:
    """One text with its candidate; the caller asks the rules who may see it."""
    found = AdviceCase.objects.select_related("candidate__identity", "adviser", "programme")
    return found.filter(pk=pk).first()


def cases_of(candidate: Candidate) -> QuerySet[AdviceCase]:
    """A candidate's texts, the last changed first, with how many comments wait and how many versions there are."""
    return _counted(AdviceCase.objects.filter(candidate=candidate)).select_related("adviser")


def cases_with(adviser: User) -> QuerySet[AdviceCase]:
    """The texts that candidates share with an adviser now."""
    found = AdviceCase.objects.filter(adviser=adviser, ended_at=None)
    return _counted(found).select_related("candidate__identity")


def advisers_of(candidate: Candidate, *, at: dt.datetime) -> list[User]:
    """Who helps candidates of the own programmes: those who offered times lately, by name."""
    times = AdviceTime.objects.filter(starts_at__gte=at - ACTIVE)
    own = programmes_of(candidate)
    if own.exists():
        times = times.filter(programme__in=own.order_by().values("pk"))
    found = get_user_model().objects.filter(pk__in=times.order_by().values("adviser"), is_active=True)
    return list(found.order_by("first_name", "last_name", "pk"))


def programme_with(candidate: Candidate, adviser: User) -> Programme | None:
    """The programme for which an adviser last offered times to this candidate; None: the adviser offers none."""
    own = set(programmes_of(candidate).values_list("pk", flat=True))
    times = AdviceTime.objects.filter(adviser=adviser)
    times = times.filter(programme__in=own) if own else times
    last = times.select_related("programme").order_by("-starts_at", "-pk").first()
    return None if last is None else last.programme


def _counted(cases: QuerySet[AdviceCase]) -> QuerySet[AdviceCase]:
    is_open = Q(versions__comments__isnull=False, versions__comments__done_at=None)
    return cases.annotate(
        waiting=Count("versions__comments", filter=is_open, distinct=True),
        newest=Max("versions__number"),
    ).order_by("-changed_at", "-pk")
