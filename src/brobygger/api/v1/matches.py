"""Why somebody fits something: parts of a score and reasons in words."""

from __future__ import annotations

from collections.abc import Iterable

from ninja import Field, Schema

from brobygger.core.matching import Explanation, Part, Reason


class ScorePart(Schema):
    part: str = Field(description="skills, occupation, languages …")
    share: float | None = Field(description="How far it is met, 0 to 1; null where it cannot be told.")


class Why(Schema):
    """One reason, in the language that was asked for."""

    key: str = Field(description="Which reason, the same in every language.")
    tone: str = Field(description="stop, good, partial, missing or unknown.")
    subject: str = Field(description="The part or rule that it belongs to.")
    text: str


class Excluded(Schema):
    """How many one rule keeps out, in words."""

    key: str
    subject: str
    text: str


def parts_from(parts: Iterable[tuple[Part, float | None]]) -> list[ScorePart]:
    return [ScorePart(part=part.value, share=share) for part, share in parts]


def reasons_from(explanation: Explanation) -> list[Why]:
    return [
        Why(key=one.key, tone=one.tone.value, subject=one.subject, text=one.text)
        for one in explanation.reasons
    ]


def excluded_from(reasons: Iterable[Reason]) -> list[Excluded]:
    return [Excluded(key=one.key, subject=one.subject, text=one.text) for one in reasons]
