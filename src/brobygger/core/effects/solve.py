"""A group's retention as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from brobygger.core.effects.curves import curve_of
from brobygger.core.effects.data import Answers, Histories
from brobygger.core.effects.result import Retention
from brobygger.core.effects.shares import evidence_of, share_of


def retention_of(histories: Histories, answers: Sequence[Answers], *, people: int | None = None) -> Retention:
    """
    Args:
        histories: those of whom at least one answer is known.
        answers: what each question brought, in the order of the months.
        people: in the group whose first question was due, whether they answered or not; None: those of `histories`.

    Raises:
        ValueError: fewer people than histories.
    """
    number = len(histories) if people is None else people
    if number < len(histories):
        raise ValueError(f"{len(histories)} histories of {number} people.")
    return Retention(
        people=number,
        curve=curve_of(histories),
        shares=tuple(share_of(one) for one in answers),
        evidence=evidence_of(known=len(histories), asked=number),
    )
