"""Does the person have the languages that the work itself needs?"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, LanguageNeed, Opportunity
from brobygger.core.matching.languages import Held, best_held, counted, neighbour_of, normal
from brobygger.core.matching.pool import Bytes, Pool
from brobygger.core.matching.verdict import PASSES, Outcome, Rule, Value, Verdict
from brobygger.core.reading import Level, Modality, Setting

HARD = (Modality.REQUIRED, Modality.WORKING_LANGUAGE)


NEIGHBOUR = {
    "met": "neighbour",
    "nearly": "neighbour_nearly",
    "below": "neighbour_below",
}  # the reason where a neighbouring language was counted


def hard_needs(opportunity: Opportunity) -> list[LanguageNeed]:
    """The needs that exclude: asked for as a must, in the work itself. Coffee-table needs never exclude."""
    return [
        need for need in opportunity.languages if need.modality in HARD and need.setting is Setting.FORMAL
    ]


def subject(need: LanguageNeed) -> str:
    """The languages of a need, written as one word: "da", or "nb|da" for alternatives."""
    return "|".join(need.codes)


def judge(candidate: Candidate, need: LanguageNeed, conditions: Conditions) -> Verdict:
    """
    Passes with any one of the need's languages at its level.

    Unknown if the best is short by no more than the slack, if nobody wrote of languages, and if it is not sure that
    the ad needs it.
    """
    held = best_held(candidate.languages, need.codes, neighbours=conditions.neighbour_languages)
    outcome, reason = _outcome(
        held, need.level, slack=conditions.level_slack, named=bool(candidate.languages)
    )
    parameters: dict[str, Value] = {"codes": need.codes, "needed": need.level.value, "words": need.words}
    other = neighbour_of(candidate.languages, need.codes) if conditions.neighbour_languages else None
    if other and reason in NEIGHBOUR:
        reason = NEIGHBOUR[reason]
        parameters |= {"codes": other.asked, "other": other.held, "own": other.level.value}
    elif reason == "nearly":  # of several languages, the one that is nearly there
        best = max(need.codes, key=lambda code: best_held(candidate.languages, [code]).sure)
        parameters["codes"] = (best,)
    if outcome is Outcome.FAILS and not need.is_sure:
        outcome, reason = Outcome.UNKNOWN, "unsure"
    shown = held.sure or (held.perhaps if outcome is Outcome.UNKNOWN else 0)
    if shown:
        parameters["held"] = list(Level)[shown - 1].value
    return Verdict(Rule.LANGUAGE, outcome, f"language.{reason}", parameters, subject(need))


def _outcome(held: Held, needed: Level, *, slack: int, named: bool) -> tuple[Outcome, str]:
    if held.sure >= needed.number:
        return Outcome.PASSES, "met"
    if not named:
        return Outcome.UNKNOWN, "unstated"
    if held.perhaps >= needed.number:
        return Outcome.UNKNOWN, "variant"
    if held.sure and held.sure + slack >= needed.number:
        return Outcome.UNKNOWN, "nearly"
    return Outcome.FAILS, "below" if held.sure else "missing"


def judge_all(pool: Pool, need: LanguageNeed, conditions: Conditions) -> Bytes:
    """`judge` for every candidate, shape (candidates,)."""
    neighbours, slack = conditions.neighbour_languages, conditions.level_slack

    def make() -> Bytes:
        sure, perhaps = held_levels(pool, need.codes, neighbours=neighbours)
        nearly = (sure > 0) & (sure + slack >= need.level.number)
        unknown = (perhaps >= need.level.number) | nearly | ~pool.names_languages
        return np.where(sure >= need.level.number, PASSES, unknown | (not need.is_sure)).astype(np.uint8)

    found: Bytes = pool.cached(("language", need.codes, need.level, need.is_sure, neighbours, slack), make)
    return found


def held_levels(pool: Pool, codes: Iterable[str], *, neighbours: bool) -> tuple[Bytes, Bytes]:
    """`best_held` for every candidate: sure and perhaps, each of shape (candidates,)."""
    asked = tuple(normal(code) for code in codes)

    def make() -> tuple[Bytes, Bytes]:
        sure, perhaps = np.zeros(len(pool), np.uint8), np.zeros(len(pool), np.uint8)
        for held, levels in pool.levels.items():
            table = np.array(
                [_counted(held, number, asked, neighbours=neighbours) for number in range(7)], np.uint8
            )
            np.maximum(sure, table[levels, 0], out=sure)
            np.maximum(perhaps, table[levels, 1], out=perhaps)
        return sure, perhaps

    found: tuple[Bytes, Bytes] = pool.cached(("held_levels", asked, neighbours), make)
    return found


def _counted(held: str, number: int, asked: tuple[str, ...], *, neighbours: bool) -> Held:
    """Best that one language at level `number` (0: not held) counts for any of those asked for."""
    if not number:
        return Held(0, 0)
    level = list(Level)[number - 1]
    counts = [counted(held, level, code, neighbours=neighbours) for code in asked]
    return Held(max(one.sure for one in counts), max(one.perhaps for one in counts))
