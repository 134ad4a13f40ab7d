"""How much each part of a score counts: named points that a programme may change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

HIGHEST = 1000  # keeps every total inside 32 bits


class Part(StrEnum):
    """The parts of a score, in the order in which they are shown."""

    SKILLS = "skills"
    OCCUPATION = "occupation"
    FIELD = "field"
    LEVEL = "level"
    EXPERIENCE = "experience"
    STAGE = "stage"
    LANGUAGES = "languages"
    MARKETS = "markets"
    PLACE = "place"
    TIME = "time"
    WISHES = "wishes"


class Side(StrEnum):
    """Whose interest a part speaks for."""

    COMPANY = "company"
    CANDIDATE = "candidate"


SIDE_OF: Mapping[Part, Side] = {
    **dict.fromkeys(Part, Side.COMPANY),
    **dict.fromkeys((Part.PLACE, Part.TIME, Part.WISHES), Side.CANDIDATE),
}


@dataclass(frozen=True, slots=True)
class Weights:
    """
    Points of each part, whole numbers from 0 to 1000. Only their proportions matter.

    The defaults are a starting point, not fitted to outcomes: what a person can do counts for a good half, the rest is
    shared by what else the work asks and what the person wishes. Set by judgement, and moved towards skills and the
    field of education where that ordered the graded pairs of the tune half and of the texts to learn from better (docs/reference/benchmarks.md).

    Args:
        skills: how much of what is asked for is covered.
        occupation: how close the person's occupations are to the opportunity's.
        field: how close the field of education is.
        level: whether the education level is reached.
        experience: years held of the years asked for.
        stage: for what is meant for students or new graduates, whether the person is one.
        languages: levels reached and exceeded, over required, preferred and coffee-table needs.
        markets: declared knowledge of the markets the work is about.
        place: how easily the person gets there.
        time: whether the person is free when the work starts.
        wishes: the person's own wishes: occupation, kind of opportunity, pay.
        advantage: weight of a skill that is an advantage, in percent of one that is a must.

    """

    skills: int = 47
    occupation: int = 4
    field: int = 14
    level: int = 2
    experience: int = 3
    stage: int = 11
    languages: int = 6
    markets: int = 1
    place: int = 5
    time: int = 3
    wishes: int = 4
    advantage: int = 60

    def __post_init__(self) -> None:
        for one in fields(self):
            value, highest = (getattr(self, one.name), 100 if one.name == "advantage" else HIGHEST)
            if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= highest:
                raise ValueError(
                    f"weight {one.name} must be a whole number from 0 to {highest}, got {value!r}"
                )
        if not self.total:
            raise ValueError("at least one part must have a weight above 0")

    def of(self, part: Part) -> int:
        value: int = getattr(self, part.value)
        return value

    @property
    def total(self) -> int:
        return sum(self.of(part) for part in Part)

    @classmethod
    def from_mapping(cls, points: Mapping[str, int]) -> Weights:
        """
        Weights as a programme stores them; parts left out keep their default.

        Raises:
            ValueError: a name that is no part, or a value out of range.

        """
        known = {one.name for one in fields(cls)}
        unknown = sorted(set(points) - known)
        if unknown:
            raise ValueError(f"unknown weight {unknown[0]!r}. Accepted: {', '.join(sorted(known))}")
        return cls(**points)
