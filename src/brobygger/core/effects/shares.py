"""Plain shares after so many months, and how much may be said of them."""

from __future__ import annotations

from brobygger.core.effects.data import Answers
from brobygger.core.effects.intervals import wilson
from brobygger.core.effects.result import (
    FEWEST_FOR_SHARES,
    FEWEST_SHOWN,
    LOW_ANSWER_RATE,
    Evidence,
    Share,
)


def evidence_of(*, known: int, asked: int) -> Evidence:
    """
    Args:
        known: people of whom something is known.
        asked: people of whom something should be known by now.
    """
    if known < FEWEST_SHOWN:
        return Evidence.HIDDEN
    if known < FEWEST_FOR_SHARES:
        return Evidence.COUNTS
    return Evidence.UNSURE if known < LOW_ANSWER_RATE * asked else Evidence.GOOD


def share_of(answers: Answers) -> Share:
    """
    The share of those who answered, with Wilson's interval; and of all who were asked the share if every missing person
    had left and if every one had stayed, between which it lies whatever they did (Manski, American Economic Review 80
    (1990), 319–323).
    """
    share = lower = upper = None
    if answers.answered:
        share = answers.stayed / answers.answered
        lower, upper = wilson(answers.stayed, answers.answered)
    missing = answers.asked - answers.answered
    return Share(
        months=answers.months,
        asked=answers.asked,
        answered=answers.answered,
        stayed=answers.stayed,
        share=share,
        lower=lower,
        upper=upper,
        least=answers.stayed / answers.asked if answers.asked else 0.0,
        most=(answers.stayed + missing) / answers.asked if answers.asked else 1.0,
        evidence=evidence_of(known=answers.answered, asked=answers.asked),
    )
