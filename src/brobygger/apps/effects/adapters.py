"""Rows of questions and answers as histories of people. What is computed from them is shown, and not kept."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from brobygger.apps.base.models import all_rows
from brobygger.apps.effects.enums import IN_A_JOB, LEFT, MILESTONES, STAYS, Group, StayAnswer
from brobygger.apps.effects.models import FollowUp
from brobygger.apps.programmes.enums import ErasedKind
from brobygger.apps.programmes.models import ErasedCount
from brobygger.core.effects import (
    FEWEST_SHOWN,
    STILL_HERE,
    Answers,
    Histories,
    Retention,
    objections,
    retention_of,
)

if TYPE_CHECKING:
    from brobygger.apps.programmes.models import Programme

DAYS_OF_A_MONTH = 365.25 / 12
CAUSES = tuple(one.value for one in LEFT)


@dataclass(frozen=True, slots=True)
class Asked:
    """
    A question that was due, as the sums need it.

    Args:
        member: number of the person who is followed up.
        answer: a `StayAnswer`; empty or NONE: not known.
    """

    member: int
    months: int
    answer: str
    began_on: dt.date
    since_date: dt.date | None

    @property
    def is_known(self) -> bool:
        return self.answer not in {"", StayAnswer.NONE}


@dataclass(frozen=True, slots=True)
class Cohort:
    """
    A group's retention with what stands beside it.

    Args:
        is_confirmed: a second method has come to the same curve.
        in_a_job: of those who answered each question, how many work in the region.
        regions: people by the labour market that they last named; those of small groups together under "".
        erased: answers that are in the shares, but not in the curve: their people are not known any more.
    """

    group: Group
    retention: Retention
    is_confirmed: bool
    in_a_job: Mapping[int, int]
    regions: tuple[tuple[str, int], ...]
    erased: int

    @property
    def is_empty(self) -> bool:
        return not any(one.asked for one in self.retention.shares)


def cohort_of(programme: Programme, *, group: Group, intake: str = "", day: dt.date) -> Cohort:
    """
    The retention of a group: two queries. The caller asks whether the reader may see the programme's numbers.

    People who were erased are in the shares of the whole programme; they have no intake any more.
    """
    with all_rows():  # numbers of groups, of which small ones are held back
        rows = FollowUp.objects.filter(member__programme=programme, due_date__lte=day)
        if group is not Group.ALL:
            rows = rows.filter(member__is_placed=group is Group.PLACED)
        if intake:
            rows = rows.filter(member__intake=intake)
        columns = ("member", "months", "answer", "member__began_on", "since_date", "region")
        found = list(rows.order_by("member", "months").values_list(*columns))
    asked = _still_gone([Asked(*one[:5]) for one in found])
    erased = {} if intake else _erased(programme, group)
    histories, answers = to_histories(asked), to_answers(asked, erased, MILESTONES)
    retention = retention_of(histories, answers, people=len({one.member for one in asked}))
    jobs = Counter(one.months for one in asked if one.answer in IN_A_JOB)
    jobs.update(dict.fromkeys(MILESTONES, 0))
    for (months, answer), count in erased.items():
        jobs[months] += count if answer in IN_A_JOB else 0
    return Cohort(
        group=group,
        retention=retention,
        is_confirmed=not objections(retention, histories, answers),
        in_a_job=dict(jobs),
        regions=_regions({one[0]: one[5] for one in found if one[5]}),
        erased=sum(erased.values()),
    )


def to_histories(asked: Iterable[Asked]) -> Histories:
    """
    How long each person of whom something is known was seen to stay.

    Somebody who left did so on the day that is known, but not before they were last seen staying; where none is known, at
    the question that brought it to light. Somebody who came back has left once.
    """
    by_person: dict[int, list[Asked]] = defaultdict(list)
    for one in asked:
        if one.is_known:
            by_person[one.member].append(one)
    each: list[tuple[float, int]] = []
    for answers in by_person.values():
        seen = 0.0
        how = STILL_HERE
        for one in sorted(answers, key=lambda answer: answer.months):
            if one.answer in CAUSES:
                how = CAUSES.index(one.answer) + 1
                seen = _left_after(one, seen)
                break
            seen = float(one.months)
        each.append((seen, how))
    return Histories.of(CAUSES, each)


def to_answers(
    asked: Iterable[Asked], erased: Mapping[tuple[int, str], int], months: Sequence[int]
) -> list[Answers]:
    """
    What each question brought.

    Args:
        erased: answers of people who are not known any more, by months and answer.
    """
    counts: dict[tuple[int, str], int] = defaultdict(int, erased)
    for one in asked:
        counts[one.months, one.answer or StayAnswer.NONE] += 1
    found = []
    for number in months:
        of_all = {answer: counts.get((number, answer.value), 0) for answer in StayAnswer}
        total = sum(of_all.values())
        found.append(
            Answers(
                number,
                asked=total,
                answered=total - of_all[StayAnswer.NONE],
                stayed=sum(of_all[answer] for answer in STAYS),
            )
        )
    return found


def _still_gone(asked: list[Asked]) -> list[Asked]:
    """
    `asked`, by person and month, where who has left and says no more counts as gone: otherwise those who leave would
    drop out of the later shares, and the shares would rise by it.
    """
    found: list[Asked] = []
    for one in asked:
        before = found[-1] if found and found[-1].member == one.member else None
        is_gone = before is not None and before.answer in CAUSES and not one.is_known
        found.append(replace(one, answer=before.answer) if is_gone and before else one)
    return found


def _left_after(one: Asked, seen: float) -> float:
    if one.since_date is None:
        return float(one.months)
    months = (one.since_date - one.began_on).days / DAYS_OF_A_MONTH
    return max(round(months, 1), seen, 0.1)


def _erased(programme: Programme, group: Group) -> dict[tuple[int, str], int]:
    counts: Counter[tuple[int, str]] = Counter()
    rows = ErasedCount.objects.filter(programme=programme, kind=ErasedKind.FOLLOW_UP)
    for detail, count in rows.values_list("detail", "count"):
        months, answer, placed = detail.split(":")
        if group is Group.ALL or (placed == "placed") == (group is Group.PLACED):
            counts[int(months), StayAnswer(answer).value] += count
    return dict(counts)


def _regions(last: Mapping[int, str]) -> tuple[tuple[str, int], ...]:
    counts = Counter(last.values())
    shown = {code: count for code, count in counts.items() if count >= FEWEST_SHOWN}
    rest = sum(counts.values()) - sum(shown.values())
    if 0 < rest < FEWEST_SHOWN and shown:
        # so few would be told by the difference from the total: the smallest group that is shown joins them
        smallest = min(shown, key=lambda code: (shown[code], code))
        rest += shown.pop(smallest)
    rows = sorted(shown.items(), key=lambda one: (-one[1], one[0]))
    return (*rows, ("", rest)) if rest >= FEWEST_SHOWN else tuple(rows)
