"""Which rules cannot be kept together, in words: as few of them as make a conflict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from brobygger.core.scheduling.board import Board, masks
from brobygger.core.scheduling.choosing import choose
from brobygger.core.scheduling.data import Ints, SchedulingProblem, Side
from brobygger.core.scheduling.findings import Finding
from brobygger.core.scheduling.placing import place
from brobygger.core.scheduling.residue import Model
from brobygger.core.scheduling.rooms import Room, room_of

QUICK_EFFORT = 2_000  # ejections, before the exact search is asked
SEARCH_EFFORT = 2.0  # deterministic seconds of the exact search


def conflicts_of(problem: SchedulingProblem, room: Room) -> list[Finding]:
    """Conflicts among what is fixed, what must be, and who has room for it; [] if there are none."""
    found = [*_fixed_clashes(problem), *_single_musts(problem, room), *_too_many_musts(problem, room)]
    found += _minimums_alone(problem, room)
    return found or clashing_musts(problem, room)


def round_names(mask: int) -> tuple[str, ...]:
    """Rounds of a set as people count them: "1–3", "5"."""
    numbers = [number for number in range(mask.bit_length()) if mask >> number & 1]
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return tuple(f"{first + 1}" if first == last else f"{first + 1}–{last + 1}" for first, last in runs)


def pair_name(problem: SchedulingProblem, pair: int) -> dict[str, str | int | tuple[str, ...]]:
    pairs = problem.pairs
    return {
        "student": problem.students.ids[pairs.student[pair]],
        "company": problem.companies.ids[pairs.company[pair]],
    }


def _fixed_clashes(problem: SchedulingProblem) -> Iterator[Finding]:
    """Fixed meetings for which there is no place."""
    pairs = problem.pairs
    seats: dict[tuple[int, int], int] = {}
    busy: set[tuple[int, int]] = set()
    for pair, number in zip(problem.fixed_pair.tolist(), problem.fixed_round.tolist(), strict=True):
        student, company = int(pairs.student[pair]), int(pairs.company[pair])
        seats[company, number] = seats.get((company, number), 0) + 1
        over = seats[company, number] > problem.companies.tables[company] * problem.companies.group[company]
        if over or (student, number) in busy or (pairs.never[pair] and number >= problem.first_open):
            yield Finding("fixed_clash", {**pair_name(problem, pair), "round": number + 1})
        busy.add((student, number))


def _open_musts(problem: SchedulingProblem) -> Ints:
    must = problem.pairs.must.copy()
    must[problem.fixed_pair] = False
    return np.nonzero(must)[0]


def _single_musts(problem: SchedulingProblem, room: Room) -> Iterator[Finding]:
    """Pairs that must meet and cannot, whatever the others do."""
    pairs = problem.pairs
    students, companies = masks(room.student_free), masks(room.seats_free > 0)
    for pair in _open_musts(problem).tolist():
        if pairs.never[pair]:
            yield Finding("must_and_never", pair_name(problem, pair))
            continue
        values = pair_name(problem, pair)
        ours, theirs = students[pairs.student[pair]], companies[pairs.company[pair]]
        if not ours & theirs:
            values |= {
                "student_rounds": round_names(ours) or ("–",),
                "company_rounds": round_names(theirs) or ("–",),
            }
            yield Finding("must_never_together", values)
        for number, resource in enumerate(problem.resources):
            needs = problem.students.needs[pairs.student[pair]] | problem.companies.needs[pairs.company[pair]]
            if resource.units < 1 and needs[number]:
                yield Finding("must_without_resource", {**values, "name": resource.name})


def _too_many_musts(problem: SchedulingProblem, room: Room) -> Iterator[Finding]:
    """Participants with more meetings that must be than they have room for."""
    musts = _open_musts(problem)
    pairs = problem.pairs
    sides = (
        (
            problem.students,
            pairs.student,
            room.student_most,
            room.student_held,
            problem.companies,
            pairs.company,
        ),
        (
            problem.companies,
            pairs.company,
            room.company_most,
            room.company_held,
            problem.students,
            pairs.student,
        ),
    )
    for side, own, most, held, others, other in sides:
        count = np.bincount(own[musts], minlength=len(side))
        for row in np.nonzero(count > most)[0].tolist():
            mine = musts[own[musts] == row]
            is_maximum = side.maximum[row] - held[row] == most[row]
            yield Finding(
                "musts_above_maximum" if is_maximum else "musts_above_room",
                {
                    "id": side.ids[row],
                    "others": tuple(others.ids[one] for one in other[mine].tolist()),
                    "count": int(count[row]),
                    "most": int(most[row]),
                },
            )


def _minimums_alone(problem: SchedulingProblem, room: Room) -> Iterator[Finding]:
    """Participants whose minimum is above what they have room for."""
    for side, most, held in (
        (problem.students, room.student_most, room.student_held),
        (problem.companies, room.company_most, room.company_held),
    ):
        for row in np.nonzero(side.minimum > most + held)[0].tolist():
            values: dict[str, str | int | tuple[str, ...]] = {
                "id": side.ids[row], "minimum": int(side.minimum[row]), "room": int(most[row] + held[row]),
            }  # fmt: skip
            yield Finding("minimum_above_rounds", values)


def clashing_musts(problem: SchedulingProblem, room: Room) -> list[Finding]:
    """A smallest set of meetings that must be and cannot all be held; [] if they all can, or if that is not known."""
    musts = _open_musts(problem).tolist()
    if _can_all_meet(problem, room, musts) is not False:
        return []
    kept = _connected(problem, room, musts)
    for pair in list(kept):
        rest = [one for one in kept if one != pair]
        if _can_all_meet(problem, room, rest) is False:
            kept = rest
    return [Finding("musts_clash", {"pairs": pair_names(problem, kept)})]


def pair_names(problem: SchedulingProblem, pairs: Sequence[int]) -> tuple[str, ...]:
    """A name for each pair; ids alone, so that it reads in every language."""
    return tuple("{student} – {company}".format_map(pair_name(problem, pair)) for pair in pairs)


def _connected(problem: SchedulingProblem, room: Room, musts: list[int]) -> list[int]:
    """The musts of one group of participants who have to do with one another, such that they cannot all be held."""
    group: dict[tuple[str, int], int] = {}
    parts: dict[int, list[int]] = {}
    for pair in musts:
        ends = ("student", int(problem.pairs.student[pair])), ("company", int(problem.pairs.company[pair]))
        part = [pair]
        for number in {group[end] for end in ends if end in group}:
            part += parts.pop(number)
        parts[pair] = part
        for one in part:
            group["student", int(problem.pairs.student[one])] = pair
            group["company", int(problem.pairs.company[one])] = pair
    for part in parts.values():
        if _can_all_meet(problem, room, sorted(part)) is False:
            return sorted(part)
    return musts


def _can_all_meet(problem: SchedulingProblem, room: Room, pairs: list[int]) -> bool | None:
    """Whether these meetings can be held beside the fixed ones; None: not known."""
    board = Board(problem, room)
    if not place(board, pairs, effort=QUICK_EFFORT, seed=0):
        return True
    return Model(Board(problem, room), room, None, pairs, pairs).is_possible(SEARCH_EFFORT)


# --- the minimum -------------------------------------------------------------------------


def minimum_findings(problem: SchedulingProblem, held: Ints, taken: Ints) -> list[Finding]:
    """
    Why the evening cannot hold the minimum, and the largest that it can.

    Args:
        held, taken: meetings of each student and company at the best choice, those that are fixed included.
    """
    sides = ((problem.students, held), (problem.companies, taken))
    short = tuple(
        side.ids[row] for side, count in sides for row in np.nonzero(count < side.minimum)[0].tolist()
    )
    if not short:
        return []
    found = [Finding("minimum_too_large", {"short": short, "largest": largest_minimum(problem)})]
    return [*found, *_because(problem, held)]


def largest_minimum(problem: SchedulingProblem) -> int:
    """The largest whole number that every minimum could be lowered to, so that the flow holds it."""
    low, high = 0, int(max(problem.students.minimum.max(initial=0), problem.companies.minimum.max(initial=0)))
    while low < high:
        middle = (low + high + 1) // 2
        if _holds(problem, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _holds(problem: SchedulingProblem, minimum: int) -> bool:
    lowered = with_minimum(problem, minimum)
    room = room_of(lowered)
    chosen = choose(lowered, room, floor=0).pairs
    held = room.student_held + np.bincount(problem.pairs.student[chosen], minlength=len(problem.students))
    taken = room.company_held + np.bincount(problem.pairs.company[chosen], minlength=len(problem.companies))
    return bool((held >= lowered.students.minimum).all() and (taken >= lowered.companies.minimum).all())


def with_minimum(problem: SchedulingProblem, minimum: int) -> SchedulingProblem:
    """The same evening with no minimum above this."""

    def lowered(side: Side) -> Side:
        return replace(side, minimum=np.minimum(side.minimum, minimum))

    return replace(problem, students=lowered(problem.students), companies=lowered(problem.companies))


def _because(problem: SchedulingProblem, held: Ints) -> Iterator[Finding]:
    """Students whom only few companies are left for, which have too few seats for them."""
    room = room_of(problem)
    pairs, minimum = problem.pairs, problem.students.minimum
    possible = room.possible | np.isin(np.arange(len(pairs)), problem.fixed_pair)
    wanting = held < minimum
    reached = np.zeros(len(problem.companies), bool)
    while True:
        rows = possible & wanting[pairs.student]
        reached[:] = False
        reached[pairs.company[rows]] = True
        # everybody with a minimum who can meet none but these competes for them
        outside = np.zeros(len(wanting), bool)
        outside[pairs.student[possible & ~reached[pairs.company]]] = True
        more = (minimum > 0) & ~outside
        if not (more & ~wanting).any():
            break
        wanting |= more
    need = int(minimum[wanting].sum())
    seats = int((room.company_most + room.company_held)[reached].sum())
    if wanting.any() and need > seats:
        students, companies = problem.students.ids, problem.companies.ids
        yield Finding(
            "minimum_because",
            {
                "students": tuple(students[row] for row in np.nonzero(wanting)[0].tolist()),
                "need": need,
                "companies": tuple(companies[row] for row in np.nonzero(reached)[0].tolist()) or ("–",),
                "seats": seats,
            },
        )
