"""An independent judge of what a certificate promises: plain Python, from the problem itself, no line of the methods."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator

from brobygger.core.scheduling.certificate import ProvenBy
from brobygger.core.scheduling.data import Ints, SchedulingProblem, Side
from brobygger.core.scheduling.result import Timetable

Sitting = tuple[int, int, int, int, int]  # pair, student, company, round, table


def follows_of(problem: SchedulingProblem) -> list[bool]:
    found = [False]
    for before, after in zip(problem.rounds, problem.rounds[1:], strict=False):
        if before.start is None or after.start is None:
            found.append(True)
        else:
            pause = (after.start - before.start).total_seconds() / 60 - before.minutes
            found.append(pause < before.minutes)
    return found


def counts_of(problem: SchedulingProblem, sittings: list[Sitting]) -> tuple[tuple[Side, Counter[int]], ...]:
    return (
        (problem.students, Counter(one[1] for one in sittings)),
        (problem.companies, Counter(one[2] for one in sittings)),
    )


def broken_promises(timetable: Timetable, sittings: list[Sitting]) -> Iterator[str]:
    problem, promise = timetable.problem, timetable.certificate
    worth = problem.pairs.worth.tolist()
    value = sum(worth[one[0]] for one in sittings)
    if value != promise.value:
        yield f"value {promise.value} promised, {value} counted"
    (_, held), (_, taken) = counts_of(problem, sittings)
    short = [
        (side.ids[row], count[row], minimum)
        for side, count in ((problem.students, held), (problem.companies, taken))
        for row, minimum in enumerate(side.minimum.tolist())
        if count[row] < minimum
    ]
    if list(promise.short) != short:
        yield f"below their minimum {promise.short} promised, {short} counted"
    asked = _asked(problem)
    reached = tuple(
        sum(count >= level for count in held.values()) for level in range(1, max(1, promise.floor) + 1)
    )
    if reached != promise.reached:
        yield f"students by meetings {promise.reached} promised, {reached} counted"
    without = sum(not held[row] for row in asked)
    if (len(asked), without) != (promise.asked, promise.without):
        yield f"{promise.without} of {promise.asked} without meeting promised, {without} of {len(asked)} counted"
    left_out = _left_out(problem, asked)
    if left_out != (promise.alone, promise.barred):
        yield f"nobody to meet, or no wish that can be held: {promise.alone}, {promise.barred} promised, {left_out} counted"
    yield from _proof(timetable, sittings, held, taken)


def _left_out(problem: SchedulingProblem, asked: set[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Students who are there for an open round and cannot meet: for want of an allowed pair, and in spite of one."""
    pairs = zip(problem.pairs.student.tolist(), problem.pairs.never.tolist(), strict=True)
    allowed = {student for student, never in pairs if not never}
    here = [
        (row, name)
        for row, name in enumerate(problem.students.ids)
        if row not in asked and any(problem.students.present[row, problem.first_open :].tolist())
    ]
    alone = tuple(name for row, name in here if row not in allowed)
    return alone, tuple(name for row, name in here if row in allowed)


def _proof(
    timetable: Timetable, sittings: list[Sitting], held: Counter[int], taken: Counter[int]
) -> Iterator[str]:
    """Whether the prices prove what they are said to, and the bound is no lower than that."""
    problem, promise = timetable.problem, timetable.certificate
    total = proven_total(timetable)
    if total > promise.proof.total:
        yield f"the prices prove {total}, not {promise.proof.total}"
    fixed = set(problem.fixed_pair.tolist())
    new = [one for one in sittings if one[0] not in fixed]
    earned = sum(int(problem.pairs.worth[one[0]]) for one in new)
    earned += promise.proof.must * sum(bool(problem.pairs.must[one[0]]) for one in new)
    before = (
        Counter(problem.pairs.student[list(fixed)].tolist()),
        Counter(problem.pairs.company[list(fixed)].tolist()),
    )
    for side, count, fixed_count, floor in (
        (problem.students, held, before[0], promise.floor),
        (problem.companies, taken, before[1], 0),
    ):
        for row in count:
            earned += sum(
                _gain(timetable, side, row, number, floor) for number in range(fixed_count[row], count[row])
            )
    if earned > promise.proof.total:
        yield f"{earned} earned is above the proven {promise.proof.total}"
    if promise.by is ProvenBy.PRICES and earned < total:
        yield f"called proven, but {earned} is earned and the prices prove {total}"
    if promise.by is ProvenBy.NOTHING and promise.bound < promise.value and not promise.open_steps:
        yield f"value {promise.value} is above the bound {promise.bound}"
    if promise.by is not ProvenBy.NOTHING and promise.bound != promise.value:
        yield f"called proven, with value {promise.value} and bound {promise.bound}"


def _gain(timetable: Timetable, side: Side, row: int, number: int, floor: int) -> int:
    """What meeting `number` (from 0) of a participant is worth to the floor and to the minimum."""
    proof = timetable.certificate.proof
    gain = proof.step * max(0, floor - number)
    return gain + (proof.minimum if number < side.minimum[row] else 0)


def proven_total(timetable: Timetable) -> int:
    """
    What no timetable earns more than, by the prices of the certificate: their sum is an upper bound whatever they are.

    Take any timetable. Each meeting pays its student's and company's price and those of the cuts it lies in; what it is
    worth beyond them is at most what is added up here for each pair, and what the payers keep at most what they
    would keep with the number of meetings that suits them best. A cut's price is paid at most `most` times, the fee of a
    resource at most once for each unit and open round.
    """
    problem, proof = timetable.problem, timetable.certificate.proof
    if any(cut.price < 0 for cut in proof.cuts) or any(fee < 0 for fee in proof.fees):
        return 1 << 62  # a cut or a fee that pays proves nothing
    free, seats = _free(problem)
    most, other_most = _room(problem, free, seats)
    total = sum(fee * _units(problem, place) for place, fee in enumerate(proof.fees) if fee)
    for cut in proof.cuts:
        rounds = (seats if cut.of_company else free)[cut.row]
        total += cut.price * sum(rounds[number] for number in set(cut.rounds))
    open_pairs = [
        pair
        for pair, (student, company) in enumerate(_ends(problem))
        if not problem.pairs.never[pair] and most[student] and other_most[company]
    ]
    total += sum(_surpluses(timetable, open_pairs, free, seats))
    total += sum(
        _kept(
            timetable,
            problem.students,
            problem.pairs.student,
            proof.student,
            most,
            timetable.certificate.floor,
        )
    )
    total += sum(_kept(timetable, problem.companies, problem.pairs.company, proof.company, other_most, 0))
    return total


def _ends(problem: SchedulingProblem) -> list[tuple[int, int]]:
    return list(zip(problem.pairs.student.tolist(), problem.pairs.company.tolist(), strict=True))


def _surpluses(
    timetable: Timetable, open_pairs: list[int], free: list[list[int]], seats: list[list[int]]
) -> Iterator[int]:
    """What each pair that may meet is worth beyond what it pays; nothing less than 0, unless it must meet."""
    problem, proof = timetable.problem, timetable.certificate.proof
    ends, worth, must = _ends(problem), problem.pairs.worth.tolist(), problem.pairs.must.tolist()
    price, other = proof.student.tolist(), proof.company.tolist()
    students, companies = problem.students.needs, problem.companies.needs
    fees = [(place, fee) for place, fee in enumerate(proof.fees) if fee]
    cuts: dict[tuple[bool, int], list[tuple[set[int], int]]] = defaultdict(list)
    for cut in proof.cuts:
        cuts[cut.of_company, cut.row].append((set(cut.rounds), cut.price))
    fixed = set(problem.fixed_pair.tolist())
    everywhere = all(map(all, free)) and all(map(all, seats))
    for pair in open_pairs:
        if pair in fixed:
            continue
        student, company = ends[pair]
        surplus = worth[pair] + proof.must * must[pair] - price[student] - other[company]
        surplus -= sum(fee for place, fee in fees if students[student, place] or companies[company, place])
        if surplus <= 0 and not must[pair]:
            continue
        if not everywhere:
            common = {one for one, is_free in enumerate(free[student]) if is_free and seats[company][one]}
            if not common:
                continue
            for owner in ((False, student), (True, company)):
                surplus -= sum(cost for inside, cost in cuts.get(owner, ()) if common <= inside)
        yield surplus if must[pair] else max(0, surplus)


def _kept(
    timetable: Timetable, side: Side, owners: Ints, prices: Ints, room: list[int], floor: int
) -> Iterator[int]:
    """What each participant of a side keeps at most, with the number of meetings that suits them best."""
    held = Counter(owners[timetable.problem.fixed_pair].tolist())
    for row, cost in enumerate(prices.tolist()):
        best = kept = 0
        for number in range(held[row], held[row] + room[row]):
            kept += cost + _gain(timetable, side, row, number, floor)
            best = max(best, kept)
        yield best


def _units(problem: SchedulingProblem, place: int) -> int:
    """Units of a resource in all open rounds that no fixed meeting takes."""
    used: Counter[int] = Counter()
    for pair, number in zip(problem.fixed_pair.tolist(), problem.fixed_round.tolist(), strict=True):
        student, company = problem.pairs.student[pair], problem.pairs.company[pair]
        used[number] += bool(
            problem.students.needs[student, place] or problem.companies.needs[company, place]
        )
    units = problem.resources[place].units
    return sum(max(0, units - used[number]) for number in range(problem.first_open, len(problem.rounds)))


def _free(problem: SchedulingProblem) -> tuple[list[list[int]], list[list[int]]]:
    """Free rounds (0 or 1) of each student and free seats of each company, beside what is fixed and over."""
    sides = []
    for side, owners in (
        (problem.students, problem.pairs.student),
        (problem.companies, problem.pairs.company),
    ):
        seats = (side.tables * side.group).tolist()
        rows = [
            [
                seats[row] * is_there * (number >= problem.first_open)
                for number, is_there in enumerate(present)
            ]
            for row, present in enumerate(side.present.tolist())
        ]
        for pair, number in zip(problem.fixed_pair.tolist(), problem.fixed_round.tolist(), strict=True):
            row = rows[int(owners[pair])]
            row[number] = max(0, row[number] - 1)
        sides.append(rows)
    follows = follows_of(problem)
    for pair, number in zip(problem.fixed_pair.tolist(), problem.fixed_round.tolist(), strict=True):
        student = int(problem.pairs.student[pair])
        if problem.students.rests[student]:
            for one in (number - 1, number + 1):
                if 0 <= one < len(follows) and follows[max(one, number)]:
                    sides[0][student][one] = 0
    return sides[0], sides[1]


def _most(problem: SchedulingProblem, side: Side, row: int, free: list[int], held: int) -> int:
    """Meetings that a participant can have beside the fixed ones, by counting alone."""
    seats = int(side.tables[row] * side.group[row])
    most = min(sum(free), int(side.maximum[row]) - held)
    if side.breaks[row]:
        most = min(most, seats * (int(side.present[row].sum()) - int(side.breaks[row])) - held)
    if side.rests[row]:
        follows = follows_of(problem)
        chain, blocks = 0, 0
        for number, is_free in enumerate([*free, 0]):
            if is_free and (chain == 0 or follows[number]):
                chain += 1
            else:
                blocks += math.ceil(chain / 2)
                chain = 1 if is_free else 0
        most = min(most, seats * blocks)
    return max(0, most)


def _room(
    problem: SchedulingProblem, free: list[list[int]], seats: list[list[int]]
) -> tuple[list[int], list[int]]:
    """Meetings that each student and each company can have beside the fixed ones."""
    held = Counter(problem.pairs.student[problem.fixed_pair].tolist())
    taken = Counter(problem.pairs.company[problem.fixed_pair].tolist())
    return (
        [_most(problem, problem.students, row, slots, held[row]) for row, slots in enumerate(free)],
        [_most(problem, problem.companies, row, slots, taken[row]) for row, slots in enumerate(seats)],
    )


def _asked(problem: SchedulingProblem) -> set[int]:
    """Students who have a meeting fixed, or could be given one."""
    free, seats = _free(problem)
    found = set(problem.pairs.student[problem.fixed_pair].tolist())
    most, other = _room(problem, free, seats)
    nothing = [place for place, one in enumerate(problem.resources) if one.units < 1]
    for pair, (student, company) in enumerate(
        zip(problem.pairs.student.tolist(), problem.pairs.company.tolist(), strict=True)
    ):
        if student in found or problem.pairs.never[pair] or not most[student] or not other[company]:
            continue
        if any(
            problem.students.needs[student, place] or problem.companies.needs[company, place]
            for place in nothing
        ):
            continue
        if any(ours and theirs for ours, theirs in zip(free[student], seats[company], strict=True)):
            found.add(student)
    return found
