"""
The evening has begun, or somebody calls an hour before: the best plan for what is left, with the least unrest.

Every meeting that can still be held stays as it is; the holes are filled by the same flow and the same search. Where a
few moved appointments are allowed, they go where they help most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from brobygger.core.scheduling.arranging import arrange, arrange_quickly, with_tables
from brobygger.core.scheduling.board import Board
from brobygger.core.scheduling.certificate import certify
from brobygger.core.scheduling.choosing import Choice, choose
from brobygger.core.scheduling.conflicts import pair_name, pair_names
from brobygger.core.scheduling.data import Bools, Ints, Pairs, SchedulingProblem, Side
from brobygger.core.scheduling.fairness import stakes_for
from brobygger.core.scheduling.findings import Finding, Unplannable
from brobygger.core.scheduling.passes import improve
from brobygger.core.scheduling.records import Student, Wish
from brobygger.core.scheduling.result import Plan, Timetable
from brobygger.core.scheduling.rooms import room_of
from brobygger.core.scheduling.solve import EFFORT, FLOOR

PASSES = 3
BISECTIONS = 6
MOST_IN_A_TABLE = 1 << 26


def _none() -> Ints:
    return np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class News:
    """
    What is different from what was planned.

    Args:
        first_open: rounds before it are over; what was planned in them and not missed, happened.
        away: rounds in which somebody is not there after all, by id; a round that is over was missed.
        withdrawn: who does not come, or leaves for good.
        walk_ins, wishes: people who come unannounced, and whom they (or others, as news) want to meet.
        locked: (student, company) of meetings that are not moved even where moves are allowed.
    """

    first_open: int = 0
    away: Mapping[str, frozenset[int]] = field(default_factory=dict)
    withdrawn: tuple[str, ...] = ()
    walk_ins: tuple[Student, ...] = ()
    wishes: tuple[Wish, ...] = ()
    locked: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, eq=False)
class Repair:
    """
    Args:
        timetable: the new one; those of its meetings that stayed are fixed in its problem.
        kept, lost, new, moved: rows of its pairs: stayed in their round, fell away, were made (some of them of those
            that fell away), or could have stayed and meet in another round.
        findings: what to tell people: who withdrew and whom it helped or not, which rules fell away.
        spare, spare_of_companies: of the new ones, those of spare pairs that were made for the student, and for the
            company, see `filling`.
    """

    timetable: Timetable
    kept: Ints
    lost: Ints
    new: Ints
    moved: Ints
    findings: tuple[Finding, ...]
    spare: Ints = field(default_factory=_none)
    spare_of_companies: Ints = field(default_factory=_none)


def repair(
    timetable: Plan,
    news: News,
    *,
    moves: int = 0,
    is_thorough: bool = False,
    floor: int = FLOOR,
    effort: int = EFFORT,
    seed: int = 0,
) -> Repair:
    """
    Plan the open rounds anew around everything that can stay.

    Args:
        moves: appointments that may be changed beside those that fall away.
        is_thorough: take the time to fill the holes as well as it can be proven; otherwise it is good, and at once.
        floor, effort, seed: as of `solve`.

    Raises:
        Unplannable: the news name somebody unknown, or lock a meeting that there is none of.
        ValueError: `first_open` is no round, or `moves` is negative.
    """
    old = timetable.problem
    if not 0 <= news.first_open <= len(old.rounds) or moves < 0:
        raise ValueError(f"first_open is from 0 to {len(old.rounds)} and moves are 0 or more")
    _check_names(timetable, news)
    problem = as_it_is(old, news)
    held = still_held(problem, timetable)
    kept = timetable.pair[held]
    stays = replace(
        problem,
        students=_breaks_left(problem.students, problem.pairs.student[kept]),
        companies=_breaks_left(problem.companies, problem.pairs.company[kept]),
        fixed_pair=timetable.pair[held],
        fixed_round=timetable.round[held],
        fixed_table=timetable.table[held],
    )
    stays, findings = _without_vain_musts(stays)
    room = room_of(stays)
    choice = choose(stays, room, floor=floor)
    if is_thorough:
        made = arrange(stays, room, choice, floor=floor, effort=effort, seed=seed)
    else:
        made = arrange_quickly(stays, room, choice, seed=seed)
    columns = made.meetings
    vain = stays.pairs.must.copy()
    vain[columns[:, 0]] = False
    if vain.any():  # nobody waits for a perfect evening once it has begun
        missing = pair_names(stays, np.nonzero(vain)[0].tolist())
        findings.append(Finding("musts_not_placed", {"pairs": missing}))
        stays = replace(stays, pairs=replace(stays.pairs, must=stays.pairs.must & ~vain))
        choice = choose(stays, room, floor=floor)
        made = replace(made, choice=choice, bound=choice.total)
    certificate = certify(stays, room, made.choice, made.bound, columns[:, 0])
    now = Timetable(stays, columns[:, 0], columns[:, 1], columns[:, 2], certificate)
    if moves:
        now = _with_moves(now, news, moves, floor)
    return compared(timetable, now, held, news, findings)


def _check_names(timetable: Plan, news: News) -> None:
    problem = timetable.problem
    known = problem.students.row_of.keys() | problem.companies.row_of.keys()
    walk_ins = [one.id for one in news.walk_ins]
    found = [
        Finding("unknown_participant", {"id": one})
        for one in (*news.away, *news.withdrawn)
        if one not in known
    ]
    found += [Finding("same_id", {"id": one, "count": 2}) for one in walk_ins if one in known]
    students = problem.students.row_of.keys() | set(walk_ins)
    for row, wish in enumerate(news.wishes):
        if wish.student not in students:
            found.append(Finding("unknown_student", {"id": wish.student}, row, "student"))
        if wish.company not in problem.companies.row_of:
            found.append(Finding("unknown_company", {"id": wish.company}, row, "company"))
    planned = {(meeting.student, meeting.company) for meeting in timetable} if news.locked else set()
    for student, company in news.locked:
        if (student, company) not in planned:
            found.append(Finding("not_in_timetable", {"student": student, "company": company}))
    if found:
        raise Unplannable(found)


def as_it_is(old: SchedulingProblem, news: News) -> SchedulingProblem:
    """The problem with the news in it; rows of pairs and participants stay, new ones come after them."""
    walk_ins = Side.of(news.walk_ins, len(old.rounds), [one.name for one in old.resources])
    students = _joined(old.students, walk_ins) if news.walk_ins else old.students
    gone = {**news.away}
    for one in news.withdrawn:
        gone[one] = gone.get(one, frozenset()) | frozenset(range(news.first_open, len(old.rounds)))
    problem = replace(
        old,
        students=_away(students, gone),
        companies=_away(old.companies, gone),
        first_open=max(old.first_open, news.first_open),
    )
    return replace(problem, pairs=_with_wishes(problem, news.wishes)) if news.wishes else problem


def _joined(first: Side, second: Side) -> Side:
    names = [name for name in Side.__dataclass_fields__ if name != "ids"]
    arrays = {name: np.concatenate([getattr(first, name), getattr(second, name)]) for name in names}
    return Side(ids=first.ids + second.ids, **arrays)


def _away(side: Side, gone: Mapping[str, frozenset[int]]) -> Side:
    present = side.present.copy()
    for one, rounds in gone.items():
        if one in side.row_of:
            present[side.row_of[one], sorted(rounds)] = False
    return replace(side, present=present)


def _breaks_left(side: Side, held: Ints) -> Side:
    """Whoever comes late or leaves early has fewer rounds to be free in: breaks that what is held leaves no room for go."""
    if not np.count_nonzero(side.breaks):
        return side
    used = np.bincount(held, minlength=len(side))
    left = (side.present.sum(axis=1) * side.tables - used) // side.tables
    return replace(side, breaks=np.minimum(side.breaks, np.maximum(left, 0)))


def _with_wishes(problem: SchedulingProblem, wishes: Sequence[Wish]) -> Pairs:
    """Wishes for pairs that stand already are news of nothing: what was said first counts."""
    pairs, width = problem.pairs, len(problem.companies)
    ours, theirs = problem.students.row_of, problem.companies.row_of
    new = {ours[one.student] * width + theirs[one.company]: one for one in wishes}
    places = np.fromiter(new, np.int64, len(new))
    known = pairs.student * width + pairs.company
    if len(problem.students) * width <= MOST_IN_A_TABLE:  # looked up in a table of all pairs that could be
        is_fresh = ~np.isin(places, known, kind="table")
    else:
        is_fresh = ~np.isin(places, known)
    places = places[is_fresh]
    fresh = [new[place] for place in places.tolist()]
    more = Pairs.of(
        places // max(1, width),
        places % max(1, width),
        [one.student_score for one in fresh],
        [one.company_score for one in fresh],
        must=[one.rule == "must" for one in fresh],
        never=[one.rule == "never" for one in fresh],
    )
    names = Pairs.__dataclass_fields__
    return Pairs(*(np.concatenate([getattr(pairs, name), getattr(more, name)]) for name in names))


def still_held(problem: SchedulingProblem, timetable: Plan) -> Bools:
    """Which of the planned meetings happened or still can."""
    student, company = problem.pairs.student[timetable.pair], problem.pairs.company[timetable.pair]
    both: Bools = (
        problem.students.present[student, timetable.round]
        & problem.companies.present[company, timetable.round]
    )
    return both


def _without_vain_musts(problem: SchedulingProblem) -> tuple[SchedulingProblem, list[Finding]]:
    """Without the rules that nobody can keep any more, each with a finding."""
    open_musts = problem.pairs.must.copy()
    open_musts[problem.fixed_pair] = False
    if not open_musts.any():
        return problem, []
    vain = open_musts & ~room_of(problem).possible
    findings = [Finding("must_fell_away", pair_name(problem, row)) for row in np.nonzero(vain)[0].tolist()]
    return replace(problem, pairs=replace(problem.pairs, must=problem.pairs.must & ~vain)), findings


def _with_moves(now: Timetable, news: News, moves: int, floor: int) -> Timetable:
    """
    A better timetable in which at most so many of the kept appointments are changed.

    What an appointment counts for staying is lowered step by step: the lowest that changes few enough is taken.
    """
    locked = {
        row
        for row in now.problem.fixed_pair.tolist()
        if (now.problem.students.ids[now.problem.pairs.student[row]],
            now.problem.companies.ids[now.problem.pairs.company[row]]) in set(news.locked)
    }  # fmt: skip
    fixed = (now.problem.fixed_round < news.first_open) | np.isin(now.problem.fixed_pair, list(locked))
    loose = replace(
        now.problem,
        fixed_pair=now.problem.fixed_pair[fixed],
        fixed_round=now.problem.fixed_round[fixed],
        fixed_table=now.problem.fixed_table[fixed],
    )
    room = room_of(loose)
    choice = choose(loose, room, floor=floor)
    movable = dict(
        zip(now.problem.fixed_pair[~fixed].tolist(), now.problem.fixed_round[~fixed].tolist(), strict=True)
    )
    rest = dict(zip(now.pair.tolist(), now.round.tolist(), strict=True))
    stakes = stakes_for(loose, floor)[-1]
    pinned = set(loose.fixed_pair.tolist())
    best, low, high = now, 0, int(loose.pairs.worth.max(initial=0)) * 2 + 1
    for _ in range(BISECTIONS):
        keep = (low + high) // 2
        board = Board(loose, room)
        for pair, number in rest.items():
            if pair not in pinned:
                board.put(pair, number)
        improve(board, room, stakes, passes=PASSES, keep=keep, before=movable)
        changed = sum(board.round_of.get(pair) != number for pair, number in movable.items())
        if changed > moves:
            low = keep + 1
            continue
        high = keep
        found = _timetable(loose, board, choice)
        if found.certificate.value > best.certificate.value:
            best = found
        if low >= high:
            break
    return best


def _timetable(problem: SchedulingProblem, board: Board, choice: Choice) -> Timetable:
    columns = with_tables(board)
    certificate = certify(problem, room_of(problem), choice, choice.total, columns[:, 0])
    return Timetable(problem, columns[:, 0], columns[:, 1], columns[:, 2], certificate)


def compared(before: Plan, now: Timetable, held: Bools, news: News, findings: list[Finding]) -> Repair:
    """What became of each meeting, and the sentences about it; `held`: those that could stay."""
    size = len(now.problem.pairs)
    was, is_now = np.full(size, -1), np.full(size, -1)
    was[before.pair] = before.round
    is_now[now.pair] = now.round
    could_stay = np.zeros(size, bool)
    could_stay[before.pair[held]] = True
    kept = np.nonzero(could_stay & (was == is_now))[0]
    moved = np.nonzero(could_stay & (is_now >= 0) & (was != is_now))[0]
    lost = np.nonzero((was >= 0) & (~could_stay | (is_now < 0)))[0]
    new = np.nonzero(~could_stay & (is_now >= 0))[0]
    counts = {"lost": len(lost), "new": len(new), "moved": len(moved), "kept": len(kept)}
    told = [Finding("repaired", counts), *_withdrawals(now, news, lost, np.concatenate([new, moved]))]
    now, fallen = _with_locks(now, news, _keys(now.problem, before.pair[held]) if news.locked else set())
    told += fallen
    return Repair(now, kept, lost, new, moved, (*told, *findings))


def _with_locks(now: Timetable, news: News, held: set[tuple[str, str]]) -> tuple[Timetable, list[Finding]]:
    """A finding for each lock of a meeting that is not held; the rule is named as kept where a locked one is."""
    fallen = [
        Finding("lock_fell_away", {"student": student, "company": company})
        for student, company in dict.fromkeys(news.locked)
        if (student, company) not in held
    ]
    if held & set(news.locked):
        return now, fallen
    rules = tuple(one for one in now.certificate.rules if one != "fixed")
    return replace(now, certificate=replace(now.certificate, rules=rules)), fallen


def _keys(problem: SchedulingProblem, rows: Ints) -> set[tuple[str, str]]:
    """(student, company) of rows of the pairs, by id."""
    pairs, students, companies = problem.pairs, problem.students.ids, problem.companies.ids
    return {(students[pairs.student[row]], companies[pairs.company[row]]) for row in rows.tolist()}


def _withdrawals(now: Timetable, news: News, lost: Ints, new: Ints) -> list[Finding]:
    """For each company that is gone: how many meetings fell away, and who is left without another."""
    pairs, names = now.problem.pairs, now.problem.students.ids
    helped_by = np.bincount(pairs.student[new], minlength=len(names))
    found = []
    for company in news.withdrawn:
        row = now.problem.companies.row_of.get(company)
        if row is None:
            continue
        students = pairs.student[lost[pairs.company[lost] == row]]
        if not len(students):
            found.append(Finding("withdrawn_none_lost", {"company": company}))
            continue
        left = tuple(names[one] for one in students.tolist() if not helped_by[one])
        values: dict[str, str | int | tuple[str, ...]] = {
            "company": company, "lost": len(students), "helped": len(students) - len(left), "left": len(left),
        }  # fmt: skip
        key = "withdrawn" if left else "withdrawn_all_helped"
        found.append(Finding(key, {**values, "names": left}))
    return found
