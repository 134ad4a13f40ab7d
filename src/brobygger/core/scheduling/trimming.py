"""
Who meets whom where few students are asked for too often: every company's best, then the cheapest ways out.

Without the limits of students the best choice is plain, and so are its prices: each company takes its best pairs, and a
seat there costs what the best pair left out is worth. A student who then has too many meetings gives one up in the
cheapest way: the company leaves the seat empty or takes another student, who may have to give one up in turn. That is a
shortest way by the prices (Dijkstra 1959), which change along it so that the choice stays a best one (Edmonds, Karp
1972). Only participants near the way are looked at.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator

import numpy as np

from brobygger.core.scheduling.data import Bools, Ints
from brobygger.core.scheduling.flow import FAR, Network, Prices

# up to which this is quicker than a flow: meetings too many, and as a share of all; pairs looked at on the ways out
FEW, SHARE = 8, 1 / 64
LOOKS, LOOKS_SHARE = 1_000, 1 / 2


def trimmed(network: Network, order: Ints) -> tuple[Bools, Prices] | None:
    """
    The best choice and its prices; None if students have so many meetings too many that a flow is quicker.

    Args:
        network: without gains and groups.
        order: its pairs by company, each one's best first.
    """
    choice = _Choice(network, order)
    over = np.maximum(choice.held - network.students.most, 0)
    many = int(over.sum())
    if many > FEW + SHARE * np.count_nonzero(choice.chosen):
        return None
    if many and not choice.give_up(np.repeat(np.arange(len(over)), over).tolist()):
        return None
    chosen = np.empty(len(order), bool)
    chosen[order] = choice.chosen
    return chosen, Prices(choice.student_price, choice.company_price)


class _Choice:
    """
    Pairs, known by their places in the order, that are chosen, and prices that prove it.

    Args of the attributes:
        begins, ends: places of each company's pairs.
        held: meetings of each student.
    """

    def __init__(self, network: Network, order: Ints) -> None:
        most = network.companies.most
        self.student, self.company = network.student[order], network.company[order]
        self.worth, self.most = network.worth[order], network.students.most
        count = np.bincount(self.company, minlength=len(most))
        self.ends = count.cumsum()
        self.begins = self.ends - count
        first_out = self.begins + most
        # a fee may be more than a meeting is worth
        self.chosen = (np.arange(len(order)) < first_out[self.company]) & (self.worth >= 0)
        self.held = np.bincount(self.student[self.chosen], minlength=len(self.most))
        is_short = count > most  # of seats
        self.student_price, self.company_price = (
            np.zeros(len(self.most), np.int64),
            np.zeros(len(most), np.int64),
        )
        self.company_price[is_short] = np.maximum(self.worth[first_out[is_short]], 0)

    def give_up(self, students: list[int]) -> bool:
        """One meeting less for each of these, who have too many; False: the ways are too long to go on."""
        looks = LOOKS + LOOKS_SHARE * len(self.worth)
        mine = np.nonzero(self.chosen)[0]
        by_student = mine[np.argsort(self.student[mine])]
        meetings = _Meetings(by_student, self.held)
        for student in students:
            way = _Way(self, meetings, student)
            looks -= way.looks
            if looks < 0:
                return False
            for one, far in way.students.items():
                if far < way.length:
                    self.student_price[one] += way.length - far
            for one, far in way.companies.items():
                if far < way.length:
                    self.company_price[one] -= way.length - far
            for pair in way.pairs():
                one = self.student.item(pair)
                meetings[one].symmetric_difference_update((pair,))
                self.held[one] = len(meetings[one])
                self.chosen[pair] = not self.chosen.item(pair)
        return True


class _Meetings(dict[int, set[int]]):
    """The chosen pairs of each student, made when first asked for."""

    def __init__(self, by_student: Ints, held: Ints) -> None:
        self.by_student, self.ends = by_student, held.cumsum()
        self.held = held

    def __missing__(self, student: int) -> set[int]:
        end = self.ends.item(student)
        found = self[student] = set(self.by_student[end - self.held.item(student) : end].tolist())
        return found


class _Way:
    """
    The cheapest way for a student to have one meeting less.

    Args of the attributes:
        length: what it costs.
        students, companies: how far each is along the cheapest way; others are as far as the end, or further.
        looks: pairs that were looked at.
    """

    def __init__(self, choice: _Choice, meetings: _Meetings, student: int) -> None:
        self.choice, self.meetings, self.length, self.looks = choice, meetings, FAR, 0
        self.students, self.companies = {student: 0}, dict[int, int]()
        self.into, self.outof = dict[int, int](), dict[int, int]()  # the pair by which each was reached
        self.end, self.last = (
            -1,
            -1,
        )  # the last company, and the pair that takes the seat there; -1: it stays empty
        self.waiting = [(0, False, student)]
        while self.waiting and self.waiting[0][0] < self.length:
            far, is_company, one = heapq.heappop(self.waiting)
            if is_company and far == self.companies[one]:
                self._seat_free(one, far)
            elif not is_company and far == self.students[one]:
                self._one_too_many(one, far)

    def pairs(self) -> Iterator[int]:
        """Pairs along the way, from its end: by turns taken and given up."""
        if self.last >= 0:
            yield self.last
        pair = self.outof[self.end]
        yield pair
        while (student := self.choice.student.item(pair)) in self.into:
            yield self.into[student]
            pair = self.outof[self.choice.company.item(self.into[student])]
            yield pair

    def _one_too_many(self, student: int, far: int) -> None:
        company_of, worth_of = self.choice.company.item, self.choice.worth.item
        price_of, companies = self.choice.company_price.item, self.companies
        far -= self.choice.student_price.item(student)
        self.looks += len(self.meetings[student])
        for pair in self.meetings[student]:
            company = company_of(pair)
            there = far + worth_of(pair) - price_of(company)
            if there < self.length and there < companies.get(company, FAR):
                companies[company], self.outof[company] = there, pair
                heapq.heappush(self.waiting, (there, True, company))

    def _seat_free(self, company: int, far: int) -> None:
        choice, students = self.choice, self.students
        empty = far + choice.company_price.item(company)
        if empty < self.length:
            self.length, self.end, self.last = empty, company, -1
        is_chosen = choice.chosen.item
        for pair in range(choice.begins.item(company), choice.ends.item(company)):
            self.looks += 1
            if is_chosen(pair):
                continue
            least = empty - choice.worth.item(pair)
            if least >= self.length:
                break  # the others are worth even less
            student = choice.student.item(pair)
            there = least + choice.student_price.item(student)
            if choice.held.item(student) < choice.most.item(student):
                if there < self.length:
                    self.length, self.end, self.last = there, company, pair
            elif there < self.length and there < students.get(student, FAR):
                students[student], self.into[student] = there, pair
                heapq.heappush(self.waiting, (there, False, student))
