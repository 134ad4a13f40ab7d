"""Whom one would like to meet. Wishes are blind: nobody but who says them sees them, until the two meet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.events.actions.evenings import NotTaking
from brobygger.apps.events.enums import WishOrigin, WishSide
from brobygger.apps.events.models import DatingCompany, DatingEvening, DatingStudent, DatingWish
from brobygger.apps.events.queries import PairScore

if TYPE_CHECKING:
    from django.db import models

    from brobygger.apps.base.models import User
    from brobygger.apps.opportunities.models import Opportunity

STRONGEST: Final = 3
THIN: Final = 3
"""With fewer wishes than these, a list is filled by suggestions."""
STEPS: Final = (75, 50)
"""From so many percent a suggestion counts 3, and 2."""


class WrongWish(ValueError):
    """A wish that cannot be. The message says why."""


@transaction.atomic
def bring_opportunities(
    *, company: DatingCompany, opportunities: Iterable[Opportunity], by: User | None, at: dt.datetime
) -> DatingCompany:
    """
    Say which opportunities a company brings to an evening: these, and no others. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` does not write for the company.
        WrongWish: an opportunity of another company.
    """
    check_may(by, "events.change_dating_company", company)
    wanted = {one.pk: one for one in opportunities}
    if any(one.organisation_id != company.organisation_id for one in wanted.values()):
        raise WrongWish(_("A company brings its own opportunities."))
    before = set(company.opportunities.values_list("pk", flat=True))
    if before != set(wanted):
        company.opportunities.set(wanted.values())
        changes = {"opportunities": [sorted(before), sorted(wanted)]}
        record(action="events.bring_opportunities", subject=company, by=by, at=at, changes=changes)
    return company


@transaction.atomic
def say_student_wishes(
    *, student: DatingStudent, wishes: Mapping[int, int], by: User | None, at: dt.datetime
) -> int:
    """
    Say which companies a candidate would like to meet: these, and no others. Answers how many wishes stand.

    Args:
        wishes: strength from 1 to 3 by the number of the company's row at the evening.

    Raises:
        PermissionDenied: `by` is not the candidate.
        NotTaking: the wishes were due; who came unannounced may still say some.
        WrongWish: a company that does not take part, a strength that there is none of, or a wish for oneself.
    """
    check_may(by, "events.change_dating_student", student)
    if not student.is_walk_in:
        _check_time(student.evening, at)
    with all_rows():  # whom one speaks for is looked at, not whom one sees
        found = {one.pk: one for one in _companies(student.evening).filter(pk__in=wishes)}
        own = set(
            _companies(student.evening)
            .filter(organisation__contacts=student.candidate.user_id or 0)
            .values_list("pk", flat=True)
        )
    _check_wishes(wishes, set(found), own)
    _say(WishSide.STUDENT, "company", {"student": student}, wishes, at)
    student.wishes_said_at = at
    student.save(update_fields=["wishes_said_at"])
    # the trail is read by those who run the programme: it says how many, not whom
    record(action="events.say_wishes", subject=student, by=by, at=at, changes={"wishes": len(wishes)})
    return len(wishes)


@transaction.atomic
def say_company_wishes(
    *, company: DatingCompany, wishes: Mapping[int, int], by: User | None, at: dt.datetime
) -> int:
    """
    Say which candidates a company would like to meet: these, and no others. Answers how many wishes stand.

    Args:
        wishes: strength from 1 to 3 by the number of the candidate's row at the evening.

    Raises:
        PermissionDenied: `by` does not write for the company.
        NotTaking: the wishes were due.
        WrongWish: a candidate who does not take part or is not shown to the company, a strength that there is none
            of, or a wish for oneself.
    """
    check_may(by, "events.change_dating_company", company)
    _check_time(company.evening, at)
    shown = DatingStudent.objects.filter(evening=company.evening, withdrawn_at=None, pk__in=wishes)
    found = set(shown.values_list("pk", flat=True))  # in the scope of `by`: of those alone it may choose
    with all_rows():
        own = set(
            DatingStudent.objects.filter(
                evening=company.evening, candidate__user__organisations=company.organisation_id
            ).values_list("pk", flat=True)
        )
    _check_wishes(wishes, found, own)
    _say(WishSide.COMPANY, "student", {"company": company}, wishes, at)
    company.wishes_said_at = at
    company.save(update_fields=["wishes_said_at"])
    record(action="events.say_wishes", subject=company, by=by, at=at, changes={"wishes": len(wishes)})
    return len(wishes)


def _companies(evening: DatingEvening) -> models.QuerySet[DatingCompany]:
    return DatingCompany.objects.filter(evening=evening, withdrawn_at=None)


def _check_time(evening: DatingEvening, at: dt.datetime) -> None:
    if not evening.takes_wishes(at):
        raise NotTaking(_("Wishes for this evening are closed. Ask the organiser."))


def _check_wishes(wishes: Mapping[int, int], found: set[int], own: set[int]) -> None:
    if own & set(wishes):
        raise WrongWish(_("That would be a wish for oneself: you speak for this company."))
    if set(wishes) - found:
        raise WrongWish(_("Somebody you chose does not take part any more. Look at the list again."))
    if any(not 1 <= one <= STRONGEST for one in wishes.values()):
        raise WrongWish(_("A wish counts 1, 2 or 3."))


def _say(
    side: WishSide,
    other: str,
    mine: Mapping[str, DatingStudent | DatingCompany],
    wishes: Mapping[int, int],
    at: dt.datetime,
) -> None:
    """Write one side's whole list; suggestions that are not in it are kept as taken away."""
    with all_rows():  # one's own, whatever role says it
        before = {getattr(one, f"{other}_id"): one for one in DatingWish.objects.filter(side=side, **mine)}
        for key, row in before.items():
            if key in wishes:
                row.strength, row.origin, row.made_at = wishes[key], WishOrigin.SAID, at
                row.save()
            elif row.origin == WishOrigin.SUGGESTED:
                row.origin = WishOrigin.DISMISSED
                row.save(update_fields=["origin"])
            elif row.origin == WishOrigin.SAID:
                row.delete()
        DatingWish.objects.bulk_create(
            DatingWish(side=side, strength=strength, made_at=at, **mine, **{f"{other}_id": key})
            for key, strength in wishes.items()
            if key not in before
        )


@transaction.atomic
def suggest_wishes(
    *, evening: DatingEvening, scores: Iterable[PairScore], by: User | None, at: dt.datetime
) -> int:
    """
    Fill thin lists with what the matching suggests: up to `THIN` wishes on each side. Answers how many were added.

    What somebody has taken away is not suggested again. Repeating it adds nothing.

    Raises:
        PermissionDenied: `by` does not plan the evening.
    """
    check_may(by, "events.plan_evening", evening)
    best = sorted(scores, key=lambda one: (-one.percent, one.student, one.company))
    with all_rows():  # the lists of everybody
        there = list(DatingWish.objects.filter(student__evening=evening))
        students = set(evening.students.filter(withdrawn_at=None).values_list("pk", flat=True))
        companies = set(evening.companies.filter(withdrawn_at=None).values_list("pk", flat=True))
        known = {(one.side, one.student_id, one.company_id) for one in there}
        count: dict[tuple[str, int], int] = {}
        for one in there:
            if one.origin != WishOrigin.DISMISSED:
                key = (one.side, one.student_id if one.side == WishSide.STUDENT else one.company_id)
                count[key] = count.get(key, 0) + 1
        fresh = []
        for score in best:
            if score.student not in students or score.company not in companies:
                continue
            for side, own in ((WishSide.STUDENT, score.student), (WishSide.COMPANY, score.company)):
                pair = (side, score.student, score.company)
                if count.get((side, own), 0) < THIN and pair not in known:
                    known.add(pair)
                    count[side, own] = count.get((side, own), 0) + 1
                    fresh.append(
                        DatingWish(
                            student_id=score.student,
                            company_id=score.company,
                            side=side,
                            strength=strength_of(score.percent),
                            origin=WishOrigin.SUGGESTED,
                            made_at=at,
                        )
                    )
        DatingWish.objects.bulk_create(fresh)
    if fresh:
        record(action="events.suggest_wishes", subject=evening, by=by, at=at, changes={"wishes": len(fresh)})
    return len(fresh)


def keep_spare(
    *,
    evening: DatingEvening,
    side: WishSide,
    pairs: Mapping[tuple[int, int], int],
    by: User | None,
    at: dt.datetime,
) -> None:
    """
    Keep as suggestions on the lists of one side what a repair gave to those of it who lacked talks.

    Args:
        pairs: strength by numbers of the candidate's and the company's row.
    """
    with all_rows():
        DatingWish.objects.bulk_create(
            DatingWish(
                student_id=student,
                company_id=company,
                side=side,
                strength=strength,
                origin=WishOrigin.SUGGESTED,
                made_at=at,
            )
            for (student, company), strength in pairs.items()
        )
    if pairs:
        record(action="events.suggest_wishes", subject=evening, by=by, at=at, changes={"wishes": len(pairs)})


def strength_of(percent: int) -> int:
    """What a suggestion counts, 1 to 3."""
    return next((STRONGEST - place for place, least in enumerate(STEPS) if percent >= least), 1)
