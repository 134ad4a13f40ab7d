"""
What a repair leaves free is given out, out of pairs that nobody asked for: to whoever lost meetings or has too few.

Both sides are helped alike, the students first: a company holds several meetings at once, a student one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from brobygger.core.scheduling.data import Bools, Ints, Side
from brobygger.core.scheduling.findings import Finding
from brobygger.core.scheduling.records import Wish
from brobygger.core.scheduling.repair import News, Repair, as_it_is, compared, repair, still_held
from brobygger.core.scheduling.result import Plan, Timetable
from brobygger.core.scheduling.rooms import room_of
from brobygger.core.scheduling.solve import FLOOR

ENOUGH = 3  # meetings that spare pairs bring somebody to who had too few


def short_of(timetable: Timetable, least: int) -> tuple[str, ...]:
    """Students who are there in an open round and have fewer meetings than `least`, or than they want at most."""
    side = timetable.problem.students
    few = _held(timetable)[0] < _enough_of(timetable, least)[0]
    return _named(side, few & _here(side, timetable.problem.first_open))


def is_anybody_lacking(before: Plan, now: Timetable, least: int) -> bool:
    """Whether somebody on either side lost meetings to the news, or has too few, see `fill_up`."""
    return any(aims.any() for aims in _aims(before, now, least))


def fill_up(
    before: Plan, made: Repair, news: News, spare: Sequence[Wish], *, least: int = 1, floor: int = FLOOR
) -> Repair:
    """
    A repaired timetable with further meetings for those who lost some or have too few, out of spare pairs.

    Every meeting of the repair stays; spare pairs are met where seats are left: up to what somebody had before, and
    up to `ENOUGH` for who has fewer than `least` (a company: than its own minimum, or none).

    Args:
        before, made, news, floor: what was repaired, and how.
        spare: pairs that may meet if one of the two lacks meetings; those that the repair knew are passed over.
        least: meetings below which a student has too few.

    Raises:
        Unplannable: a spare pair names somebody unknown.
    """
    now, size = made.timetable, len(made.timetable.problem.pairs)
    given = []
    for of_company in (False, True):
        now = _topped(before, now, news, spare, of_company=of_company, least=least, floor=floor)
        given.append(np.sort(now.pair[now.pair >= size]))
    for_students, for_companies = given[0], given[1][~np.isin(given[1], given[0])]
    # what became of the meetings is told anew below
    findings = [one for one in made.findings if not one.key.startswith(("repaired", "withdrawn"))]
    findings += _about_given(now, for_students, for_companies)
    findings += _about_short(now, spare, least)
    held = still_held(as_it_is(before.problem, news), before)
    found = compared(before, now, held, news, findings)
    return replace(found, spare=for_students, spare_of_companies=for_companies)


def _topped(
    before: Plan,
    now: Timetable,
    news: News,
    spare: Sequence[Wish],
    *,
    of_company: bool,
    least: int,
    floor: int,
) -> Timetable:
    """The timetable with spare pairs for one side's participants who lack meetings, up to their aim."""
    aims = _aims(before, now, least)[of_company]
    problem = now.problem
    side = problem.companies if of_company else problem.students
    lacking = set(_named(side, aims > 0))
    wishes = _fitting(now, [one for one in spare if (one.company if of_company else one.student) in lacking])
    if not wishes:
        return now
    limited = replace(side, maximum=np.where(aims > 0, aims, side.maximum))
    problem = replace(problem, companies=limited) if of_company else replace(problem, students=limited)
    late = News(news.first_open, news.away, news.withdrawn, wishes=wishes)
    return repair(replace(now, problem=problem), late, floor=max(floor, least)).timetable


def _fitting(now: Timetable, spare: Sequence[Wish]) -> tuple[Wish, ...]:
    """Those whose two sides are still free in some round together; unknown names are kept, to be told."""
    problem = now.problem
    room = room_of(replace(problem, fixed_pair=now.pair, fixed_round=now.round, fixed_table=now.table))
    student, company = (
        np.fromiter((row_of.get(name, -1) for name in names), np.int64, len(spare))
        for row_of, names in (
            (problem.students.row_of, (one.student for one in spare)),
            (problem.companies.row_of, (one.company for one in spare)),
        )
    )
    fits = (room.student_most[student] > 0) & (room.company_most[company] > 0)
    fits &= (room.student_free[student] & (room.seats_free[company] > 0)).any(axis=1)
    fits |= (student < 0) | (company < 0)
    return tuple(one for one, does_fit in zip(spare, fits.tolist(), strict=True) if does_fit)


def _aims(before: Plan, now: Timetable, least: int) -> tuple[Ints, Ints]:
    """Meetings up to which each participant is helped, 0 where they lack none; shapes (students,), (companies,)."""
    problem, had, held = now.problem, _held(before), _held(now)
    enough = _enough_of(now, least)
    return (
        _aim(problem.students, held[0], had[0], enough[0], problem.first_open),
        _aim(problem.companies, held[1], had[1], enough[1], problem.first_open),
    )


def _aim(side: Side, held: Ints, had: Ints, enough: Ints, first_open: int) -> Ints:
    had = np.concatenate([had, np.zeros(len(held) - len(had), np.int64)])  # walk-ins had nothing
    goal = np.maximum(had, np.where(held < enough, np.maximum(enough, ENOUGH), 0))
    goal = np.minimum(goal, side.maximum)
    aims: Ints = np.where(_here(side, first_open) & (held < goal), goal, 0)
    return aims


def _enough_of(now: Timetable, least: int) -> tuple[Ints, Ints]:
    """Meetings below which each student, and each company, has too few."""
    students, companies = now.problem.students, now.problem.companies
    return (
        np.minimum(students.maximum, least),
        np.minimum(companies.maximum, np.maximum(companies.minimum, 1)),
    )


def _here(side: Side, first_open: int) -> Bools:
    """Who is there in an open round."""
    here: Bools = np.any(side.present[:, first_open:], axis=1)
    return here


def _held(plan: Plan) -> tuple[Ints, Ints]:
    """Meetings of each student and of each company."""
    pairs, problem = plan.problem.pairs, plan.problem
    return (
        np.bincount(pairs.student[plan.pair], minlength=len(problem.students)),
        np.bincount(pairs.company[plan.pair], minlength=len(problem.companies)),
    )


def _named(side: Side, which: Bools) -> tuple[str, ...]:
    return tuple(side.ids[row] for row in np.nonzero(which)[0].tolist())


def _about_given(now: Timetable, for_students: Ints, for_companies: Ints) -> Iterator[Finding]:
    """Whom spare pairs helped."""
    problem = now.problem
    for key, side, owner, rows in (
        ("filled_up", problem.students, problem.pairs.student, for_students),
        ("filled_up_companies", problem.companies, problem.pairs.company, for_companies),
    ):
        if len(rows):
            names = tuple(side.ids[row] for row in sorted(set(owner[rows].tolist())))
            yield Finding(key, {"count": len(rows), "names": names})


def _about_short(now: Timetable, spare: Sequence[Wish], least: int) -> Iterator[Finding]:
    """Who still has too few meetings, and why."""
    here = _here(now.problem.companies, now.problem.first_open)
    left = short_of(now, least)
    could = _could_meet(now, spare, left, here) if left else set()
    for key, found in (
        ("short_of_tables", tuple(one for one in left if one in could)),
        ("short_of_partners", tuple(one for one in left if one not in could)),
    ):
        if found:
            yield Finding(key, {"least": least, "names": found})
    lacking = here & (_held(now)[1] < _enough_of(now, least)[1])
    if lacking.any():
        yield Finding("short_of_students", {"names": _named(now.problem.companies, lacking)})


def _could_meet(now: Timetable, spare: Sequence[Wish], left: Sequence[str], here: Bools) -> set[str]:
    """Of these students those who may meet a further company that is here, if it had a table free."""
    students, companies, pairs = now.problem.students, now.problem.companies, now.problem.pairs
    theirs = np.isin(pairs.student, [students.row_of[one] for one in left])
    known = {
        (students.ids[student], companies.ids[company])
        for student, company in zip(
            pairs.student[theirs].tolist(), pairs.company[theirs].tolist(), strict=True
        )
    }
    theirs &= ~pairs.never & here[pairs.company]
    theirs[now.pair] = False
    could = {students.ids[row] for row in pairs.student[theirs].tolist()}
    few, present = set(left), set(_named(companies, here))
    return could | {
        one.student
        for one in spare
        if one.student in few
        and one.company in present
        and one.rule != "never"
        and (one.student, one.company) not in known
    }
