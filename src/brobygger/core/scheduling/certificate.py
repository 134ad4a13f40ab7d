"""What is promised of a timetable, so that it can be checked by somebody who knows nothing of how it was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from brobygger.core.scheduling.choosing import Choice
from brobygger.core.scheduling.data import Ints, SchedulingProblem
from brobygger.core.scheduling.rooms import Room
from brobygger.core.scheduling.words import SENTENCES, sentence


class ProvenBy(StrEnum):
    """How it is known that nothing is better."""

    PRICES = "prices"
    SEARCH = "search"  # an exact search closed the last gap; prices alone give `Proof.total`
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class PricedCut:
    """Pairs of one participant that share only these rounds, how many can meet, and the price of one such meeting."""

    of_company: bool
    row: int
    rounds: tuple[int, ...]
    most: int
    price: int


@dataclass(frozen=True, eq=False)
class Proof:
    """
    Prices by which no timetable earns more than `total`, worth and stakes together; see `checks`.

    Args:
        student, company: price of a meeting for each participant.
        cuts: of the windows.
        fees: price of one use of each resource.
        step, minimum, must: the stakes, see `fairness.Stakes`.
        total: what is proven; that of the fixed meetings not counted.
    """

    student: Ints
    company: Ints
    cuts: tuple[PricedCut, ...]
    fees: tuple[int, ...]
    step: int
    minimum: int
    must: int
    total: int


@dataclass(frozen=True, eq=False)
class Certificate:
    """
    Args:
        value: worth of all meetings.
        bound: no timetable that keeps the rules and is as fair as may be possible is worth more.
        open_steps: steps of the floor (with a floor of 1: first meetings) by which another timetable may be fairer.
        by: what proves that nothing is better, if `value` is `bound`.
        floor: meetings that every student should have.
        reached: students with at least 1, 2 … `floor` meetings (or with 1, if no floor was asked).
        asked: students who have a possible meeting.
        without: of these, students without one.
        alone: ids of students who are there in an open round, and whom no wish lets meet anybody.
        barred: ids of those who have wishes, none of which can be held: times, tables or resources stand against it.
        smallest_share: lowest share, 0–1, that one of them got of the worth of their own best meetings.
        short: (id, meetings, minimum) of who is below their minimum.
        rules: names of the rules kept.
        proof: prices behind the bound.
    """

    value: int
    bound: int
    open_steps: int
    by: ProvenBy
    floor: int
    reached: tuple[int, ...]
    asked: int
    without: int
    alone: tuple[str, ...]
    barred: tuple[str, ...]
    smallest_share: float
    short: tuple[tuple[str, int, int], ...]
    rules: tuple[str, ...]
    proof: Proof

    @property
    def is_proven(self) -> bool:
        return self.by is not ProvenBy.NOTHING

    @property
    def everybody(self) -> int:
        """Students who are there."""
        return self.asked + len(self.alone) + len(self.barred)

    @property
    def empty_handed(self) -> int:
        """Students who are there and have no meeting, whatever the reason."""
        return self.without + len(self.alone) + len(self.barred)

    @property
    def gap(self) -> float:
        """Share of the bound that may be lost, 0–1."""
        return max(0, self.bound - self.value) / self.bound if self.bound else 0.0

    def as_json(self, problem: SchedulingProblem) -> dict[str, Any]:
        """Plain values, with ids for rows."""
        students, companies = problem.students.ids, problem.companies.ids
        cuts = [
            {
                "of": (companies if cut.of_company else students)[cut.row],
                "rounds": [number + 1 for number in cut.rounds],
                "most": cut.most,
                "price": cut.price,
            }
            for cut in self.proof.cuts
        ]
        return {
            "value": self.value,
            "bound": self.bound,
            "proven": self.is_proven,
            "proven_by": self.by.value,
            "gap": round(self.gap, 6),
            "floor_steps_open": self.open_steps,
            "floor": self.floor,
            "students_with_at_least": {str(level): count for level, count in enumerate(self.reached, 1)},
            "students_who_asked": self.asked,
            "students_without_meeting": self.without,
            "students_with_nobody_to_meet": list(self.alone),
            "students_whose_wishes_cannot_be_held": list(self.barred),
            "smallest_share": round(self.smallest_share, 4),
            "below_minimum": [
                {"id": one, "meetings": had, "minimum": asked} for one, had, asked in self.short
            ],
            "rules_kept": list(self.rules),
            "proof": {
                "total": self.proof.total,
                "stakes": {"step": self.proof.step, "minimum": self.proof.minimum, "must": self.proof.must},
                "prices": _priced(students, self.proof.student) | _priced(companies, self.proof.company),
                "cuts": cuts,
                "fees": {
                    one.name: fee for one, fee in zip(problem.resources, self.proof.fees, strict=True) if fee
                },
            },
        }

    def lines(self, meetings: int, language: str) -> list[str]:
        """The certificate in a few sentences."""
        said = [sentence("value", language, {"meetings": meetings, "value": self.value})]
        if self.by is ProvenBy.PRICES:
            said.append(sentence("proven", language, {}))
        elif self.by is ProvenBy.SEARCH:
            said.append(sentence("proven_by_search", language, {"bound": self.bound}))
        else:
            gap = f"{100 * self.gap:.2f}".replace(".", "." if language == "en" else ",")
            said.append(sentence("not_proven", language, {"bound": self.bound, "gap": gap}))
        said += self._about_floor(language)
        if self.short:
            names = tuple(f"{one} ({had} / {asked})" for one, had, asked in self.short)
            said.append(sentence("short", language, {"names": names}))
        rules = tuple(SENTENCES[f"rule.{name}"].text(language) for name in self.rules)
        said.append(SENTENCES["rules_kept"].text(language).format(rules="; ".join(rules)))
        return said

    def _about_floor(self, language: str) -> list[str]:
        said = []
        if self.floor and self.reached[-1] == self.asked:
            said.append(sentence("floor_reached", language, {"floor": self.floor}))
        else:
            for level, count in enumerate(self.reached, 1):
                values: Mapping[str, str | int | tuple[str, ...]] = {
                    "count": count, "all": self.everybody, "level": level,
                }  # fmt: skip
                said.append(sentence("floor_partly", language, values))
        if self.open_steps:
            said.append(sentence("floor_open", language, {"count": self.open_steps}))
        if self.without:
            said.append(sentence("without", language, {"count": self.without}))
        if self.alone:
            said.append(sentence("alone", language, {"names": self.alone}))
            if "minimum" in self.rules:
                said.append(sentence("minimum_of_others", language, {}))
        if self.barred:
            said.append(sentence("barred", language, {"names": self.barred}))
        return said


def _priced(ids: tuple[str, ...], prices: Ints) -> dict[str, int]:
    return {one: price for one, price in zip(ids, prices.tolist(), strict=True) if price}


def certify(problem: SchedulingProblem, room: Room, choice: Choice, bound: int, pairs: Ints) -> Certificate:
    """
    The certificate of a timetable.

    Args:
        bound: worth and stakes that no timetable is above, `choice.total` or what a search proved.
        pairs: rows of the pairs that meet, those that are fixed included.
    """
    chosen = pairs[~np.isin(pairs, problem.fixed_pair)] if len(problem.fixed_pair) else pairs
    rows, stakes = problem.pairs, choice.stakes
    held = np.bincount(rows.student[chosen], minlength=len(problem.students))
    taken = np.bincount(rows.company[chosen], minlength=len(problem.companies))
    at_stake = _at_stake(problem, choice, chosen, held, taken)
    fixed = int(rows.worth[problem.fixed_pair].sum())
    value = int(rows.worth[chosen].sum())
    is_best = value + at_stake == bound
    open_steps = (bound - at_stake - value) // stakes.step
    by = (ProvenBy.PRICES if bound == choice.total else ProvenBy.SEARCH) if is_best else ProvenBy.NOTHING
    counts = held + room.student_held
    could = np.bincount(rows.student[room.possible], minlength=len(held)) + room.student_held > 0
    left_out = problem.students.present[:, problem.first_open :].any(axis=1) & ~could
    ids = problem.students.ids
    return Certificate(
        value=value + fixed,
        bound=bound - at_stake - open_steps * stakes.step + fixed,
        open_steps=open_steps,
        by=by,
        floor=stakes.floor,
        reached=tuple(int((counts >= level).sum()) for level in range(1, max(1, stakes.floor) + 1)),
        asked=int(could.sum()),
        without=int((could & (counts == 0)).sum()),
        alone=tuple(ids[row] for row in np.nonzero(left_out & ~problem.has_somebody)[0].tolist()),
        barred=tuple(ids[row] for row in np.nonzero(left_out & problem.has_somebody)[0].tolist()),
        smallest_share=smallest_share(problem, room, pairs),
        short=_short(problem, counts, taken + room.company_held),
        rules=problem.rules,
        proof=_proof(choice),
    )


def _at_stake(problem: SchedulingProblem, choice: Choice, pairs: Ints, held: Ints, taken: Ints) -> int:
    must = choice.stakes.must * int(problem.pairs.must[pairs].sum())
    return must + choice.network.students.earned(held) + choice.network.companies.earned(taken)


def _proof(choice: Choice) -> Proof:
    """The prices by participant; a cut's own price is what it adds to that of the node around it."""
    network, stakes = choice.network, choice.stakes
    cuts = []
    for of_company, demand, price in (
        (False, network.students, choice.prices.student),
        (True, network.companies, choice.prices.company),
    ):
        own = [cut for cut in choice.cuts if cut.of_company is of_company]
        for number, cut in enumerate(own):
            extra = int(price[len(demand.most) + number] - price[demand.inside[number]])
            if extra:
                rounds = tuple(one for one in range(cut.rounds.bit_length()) if cut.rounds >> one & 1)
                cuts.append(PricedCut(of_company, cut.row, rounds, cut.most, extra))
    return Proof(
        choice.prices.student[: len(network.students.most)],
        choice.prices.company[: len(network.companies.most)],
        tuple(cuts),
        choice.fees,
        stakes.step,
        stakes.minimum,
        stakes.must,
        choice.total,
    )


def _short(problem: SchedulingProblem, held: Ints, taken: Ints) -> tuple[tuple[str, int, int], ...]:
    return tuple(
        (side.ids[row], int(count[row]), int(side.minimum[row]))
        for side, count in ((problem.students, held), (problem.companies, taken))
        for row in np.nonzero(count < side.minimum)[0].tolist()
    )


def smallest_share(problem: SchedulingProblem, room: Room, pairs: Ints) -> float:
    """
    The lowest share of a student: worth of the own meetings over that of the best ones alone at the evening.

    Students without a possible meeting do not count; 1.0 if there is nobody.
    """
    rows = problem.pairs
    by_student = rows.best_first[0]
    order = by_student[room.possible[by_student]]
    if not len(order):
        return 1.0
    owner = rows.student[order]
    place = np.arange(len(order)) - np.searchsorted(owner, owner)
    best = order[place < room.student_most[owner]]
    ideal = np.bincount(rows.student[best], rows.worth[best], minlength=len(problem.students))
    fixed = problem.fixed_pair
    ideal += np.bincount(rows.student[fixed], rows.worth[fixed], minlength=len(problem.students))
    had = np.bincount(rows.student[pairs], rows.worth[pairs], minlength=len(problem.students))
    counts = ideal > 0
    return float((had[counts] / ideal[counts]).min()) if counts.any() else 1.0
