"""Who is followed up, and when each is asked: nobody without the consent to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from brobygger.apps.advice.models import IntakeMember
from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.effects.enums import MILESTONES, Beginning
from brobygger.apps.effects.models import CohortMember, FollowUp
from brobygger.apps.opportunities.enums import OpportunityKind
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.queries import agreeing_candidates
from brobygger.apps.placements.enums import BreakReason, PlacementState
from brobygger.apps.placements.models import Placement
from brobygger.data.places.labour_areas import labour_region

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.programmes.models import Programme

JOBS: Final = (
    OpportunityKind.GRADUATE_JOB,
    OpportunityKind.JOB,
    OpportunityKind.RESEARCH,
    OpportunityKind.TEACHING,
)
"""Places that are meant to last: the months count from their first day. Of all others they count from the last."""
OLDEST_YEARS: Final = 5


@dataclass(frozen=True, slots=True)
class Followed:
    """How many of a cohort are followed up from now on, and how many have not agreed to it."""

    added: int
    not_agreed: int


@transaction.atomic
def follow_cohort(
    *,
    programme: Programme,
    intake: str,
    graduated_on: dt.date,
    placed_before: Collection[int] = (),
    by: User | None,
    at: dt.datetime,
) -> Followed:
    """
    Follow up those who took part in a programme and got their degree on a day. May be repeated: nobody is there twice.

    Args:
        intake: those who began in it; empty: everybody in the programme.
        placed_before: candidates whom the programme placed before its agreements were kept here.

    Raises:
        PermissionDenied: `by` does not run the programme.
        ValidationError: the day lies too far away, by field.
    """
    check_may(by, "effects.follow_cohort", programme)
    if (
        not at.date() - dt.timedelta(days=366 * OLDEST_YEARS)
        <= graduated_on
        <= at.date() + dt.timedelta(days=366)
    ):
        raise ValidationError(
            {"graduated_on": _("A day of the last five years, or of the next twelve months at most.")}
        )
    people = programme.candidates.all()
    if intake:
        began = IntakeMember.objects.filter(programme=programme, intake=intake).order_by()
        people = people.filter(pk__in=began.values("candidate"))
    agreeing = set(agreeing_candidates(ConsentPurpose.FOLLOW_UP).values_list("pk", flat=True))
    everybody = list(people.order_by("pk").values_list("pk", flat=True))
    there = set(CohortMember.objects.filter(programme=programme).values_list("candidate", flat=True))
    placed = dict(
        _placements().filter(agreement__programme=programme).values_list("agreement__candidate", "pk")
    )
    added = 0
    for pk in everybody:
        if pk in agreeing and pk not in there:
            member = CohortMember(
                candidate_id=pk,
                programme=programme,
                intake=intake,
                beginning=Beginning.GRADUATION,
                began_on=graduated_on,
                is_placed=pk in placed or pk in placed_before,
            )
            _add(member, at)
            added += 1
    not_agreed = sum(pk not in agreeing for pk in everybody)
    changes = {"intake": intake, "day": graduated_on.isoformat(), "added": added, "not_agreed": not_agreed}
    record(action="effects.follow_cohort", subject=programme, by=by, at=at, changes=changes)
    return Followed(added, not_agreed)


@transaction.atomic
def follow_placements(*, day: dt.date, by: User | None, at: dt.datetime) -> int:
    """
    Follow up those whose placement counts: a job from its first day, any other from its last. Who is followed up since
    the degree stays so, and counts as placed from now on. May be repeated.

    Returns:
        How many people are new.
    """
    agreeing = agreeing_candidates(ConsentPurpose.FOLLOW_UP).order_by().values("pk")
    found = _placements().filter(agreement__candidate__in=agreeing, agreement__programme__isnull=False)
    there = {
        (one.candidate_id, one.programme_id): one
        for one in CohortMember.objects.filter(candidate__in=found.order_by().values("agreement__candidate"))
    }
    added = 0
    for placement in found.select_related("agreement", "version").order_by("pk"):
        agreement = placement.agreement
        assert agreement.programme_id is not None, "filtered above"
        key = (agreement.candidate_id, agreement.programme_id)
        region = labour_region(placement.version.place_name, placement.version.country)
        if key in there:
            member = there[key]
            if not member.is_placed:
                member.is_placed, member.home_region = True, region.code if region else ""
                member.save(update_fields=["is_placed", "home_region"])
                record(action="effects.follow_placement", subject=member, by=by, at=at, changes={})
            continue
        began = placement.version.start_date if placement.version.kind in JOBS else placement.ended_on
        if began is None or began > day:
            continue
        member = CohortMember(
            candidate_id=agreement.candidate_id,
            programme_id=agreement.programme_id,
            beginning=Beginning.PLACEMENT,
            began_on=began,
            is_placed=True,
            home_region=region.code if region else "",
        )
        there[key] = _add(member, at)
        record(action="effects.follow_placement", subject=member, by=by, at=at, changes={})
        added += 1
    return added


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months later, or the last of that month."""
    year, month = divmod(day.month - 1 + months, 12)
    for number in (day.day, 30, 29, 28):
        try:
            return dt.date(day.year + year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def _placements() -> QuerySet[Placement]:
    """Those that began: also those that were broken off later, or the group would be made of the lucky ones."""
    began = Q(state__in=(PlacementState.RUNNING, PlacementState.COMPLETED))
    return Placement.objects.filter(
        began | (Q(state=PlacementState.BROKEN_OFF) & ~Q(reason=BreakReason.NEVER_BEGAN))
    )


def _add(member: CohortMember, at: dt.datetime) -> CohortMember:
    days = [(months, months_after(member.began_on, months)) for months in MILESTONES]
    member.added_at = at
    member.last_due_at = dt.datetime.combine(days[-1][1], dt.time(12), get_current_timezone())
    member.full_clean(exclude=("candidate", "programme"))
    member.save()
    FollowUp.objects.bulk_create(FollowUp(member=member, months=months, due_date=day) for months, day in days)
    return member
