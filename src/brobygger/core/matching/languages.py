"""Which language a person holds counts for which language an opportunity asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from brobygger.core.reading import Level

LEVEL_NUMBER: Mapping[Level, int] = {level: number for number, level in enumerate(Level, start=1)}

SCANDINAVIAN = "scandinavian"
SCANDINAVIAN_CODES = ("da", "nb", "sv")
WRITTEN_NORWEGIAN = {"no": "nb", "nn": "nb"}  # one language to an employer who asks for "Norwegian"

# Someone at home in one Scandinavian language follows the others, and less so the weaker their
# own command is. Understanding between speakers of Danish, Norwegian and Swedish was measured in
# Delsing and Lundin Åkesson, "Håller språket ihop Norden?" (Nordic Council of Ministers, 2005):
# real, but clearly below the mother tongue. The step of two levels is our reading of it.
UNDERSTOOD: Mapping[Level, Level] = {Level.C2: Level.B2, Level.C1: Level.B2, Level.B2: Level.A2}


class Neighbour(NamedTuple):
    """A Scandinavian language that counts for another: what is held at which level, and for which of those asked for."""

    held: str
    level: Level
    asked: tuple[str, ...]


class Held(NamedTuple):
    """
    What a person can show for a language asked for, levels 0 (nothing) to 6 (C2).

    `sure` counts; `perhaps` would count if a detail were known ("Portuguese" where Brazilian is asked).
    """

    sure: int
    perhaps: int


def normal(code: str) -> str:
    """A code as compared: written Norwegian is one language, the region is in capitals ("pt-BR")."""
    base, _, region = code.partition("-")
    base = WRITTEN_NORWEGIAN.get(base.lower(), base.lower())
    return f"{base}-{region.upper()}" if region else base


def counted(held: str, level: Level, asked: str, *, neighbours: bool) -> Held:
    """What `held` at `level` counts for `asked`; both codes are normal."""
    number = LEVEL_NUMBER[level]
    if held == asked or held.startswith(asked + "-"):
        return Held(number, number)
    if asked == SCANDINAVIAN:
        return Held(number, number) if held in SCANDINAVIAN_CODES else Held(0, 0)
    if held == SCANDINAVIAN:
        return Held(0, number if asked in SCANDINAVIAN_CODES else 0)
    if held.split("-", maxsplit=1)[0] == asked.split("-", maxsplit=1)[0]:
        return Held(0, number)
    if neighbours and held in SCANDINAVIAN_CODES and asked in SCANDINAVIAN_CODES and level in UNDERSTOOD:
        return Held(UNDERSTOOD[level].number, UNDERSTOOD[level].number)
    return Held(0, 0)


def best_held(
    languages: Iterable[tuple[str, Level]], asked: Iterable[str], *, neighbours: bool = False
) -> Held:
    """The best that a person's languages count for any one of the languages asked for."""
    codes = [normal(code) for code in asked]
    found = [
        counted(normal(held), level, code, neighbours=neighbours)
        for held, level in languages
        for code in codes
    ]
    return Held(max((one.sure for one in found), default=0), max((one.perhaps for one in found), default=0))


def neighbour_of(languages: Sequence[tuple[str, Level]], asked: Iterable[str]) -> Neighbour | None:
    """The held language that counts for more than all that were asked for; None if no neighbour makes a difference."""
    codes = [normal(code) for code in asked]
    alone = best_held(languages, codes).sure
    counts = [
        (best_held([(held, level)], codes, neighbours=True).sure, normal(held), level)
        for held, level in languages
    ]
    most, held, level = max(counts, key=lambda one: one[0], default=(0, "", Level.A1))
    if most <= alone:
        return None
    return Neighbour(held, level, tuple(code for code in codes if code in SCANDINAVIAN_CODES))
