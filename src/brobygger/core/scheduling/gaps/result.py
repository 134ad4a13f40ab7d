"""When the agreed meetings are, how many gaps that leaves, and what is proven of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from brobygger.core.scheduling.findings import Finding
from brobygger.core.scheduling.gaps.data import Agenda


class Known(Enum):
    """What is known at the end."""

    BEST = "best"  # no timetable has fewer gaps
    FOUND = "found"  # one is found; another may have fewer gaps, none fewer than the bound
    IMPOSSIBLE = "impossible"  # the rules cannot be kept together; findings say which
    OPEN = "open"  # none is found, and none is ruled out


@dataclass(frozen=True)
class Timed:
    """
    Args:
        agenda: that it answers.
        known: what is proven.
        slots: of each meeting, from 0, shape (meetings,); () if there is no timetable.
        gaps: of all participants; 0 if there is no timetable.
        bound: gaps that every timetable has at least.
        findings: why there is none, if that is known.
        effort: spent, in CP-SAT's deterministic seconds.
        seconds: of the clock that the solver took.
    """

    agenda: Agenda
    known: Known
    slots: tuple[int, ...] = ()
    gaps: int = 0
    bound: int = 0
    findings: tuple[Finding, ...] = ()
    effort: float = 0.0
    seconds: float = 0.0

    def gaps_of(self) -> tuple[int, ...]:
        """Of each participant: how often free slots lie between two meetings."""
        return tuple(
            gaps_in([self.slots[row] for row in mine]) if self.slots else 0
            for mine in self.agenda.meetings_of
        )

    def lines(self, language: str = "en") -> list[str]:
        """What is promised, in words."""
        if self.known is Known.IMPOSSIBLE:
            return [Finding("gaps_impossible").text(language), *(one.text(language) for one in self.findings)]
        if self.known is Known.OPEN:
            return [Finding("gaps_open", {"bound": self.bound}).text(language)]
        waiting = sum(count > 0 for count in self.gaps_of())
        said = Finding("gaps_value", {"meetings": len(self.slots), "gaps": self.gaps, "waiting": waiting})
        proof = "gaps_proven" if self.known is Known.BEST else "gaps_not_proven"
        return [said.text(language), Finding(proof, {"bound": self.bound}).text(language)]


def gaps_in(slots: list[int]) -> int:
    """Runs of free slots between the first and the last of these."""
    return sum(after > before + 1 for before, after in pairwise(sorted(slots)))
