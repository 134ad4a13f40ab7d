"""What was understood of a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, cast

from ninja import Field, Schema

from brobygger.apps.classifications.queries import Mark

State = Literal["read", "confirmed", "rejected", "added"]


class Fact(Schema):
    """One thing that a text says."""

    kind: str = Field(description="skill, occupation, language, education, place, start, deadline …")
    value: dict[str, Any] = Field(description="Its parts, by name; concepts by URI, levels of CEFR and EQF.")
    start: int | None = Field(
        description="First character in the text; null where the text is not shown whole."
    )
    end: int | None = Field(description="Character after the last.")
    confidence: float = Field(description="How sure the reader is, 0 to 1.")
    state: State = Field(description="What people said of it.")


def facts_from(marks: Iterable[Mark], *, is_whole: bool = True) -> list[Fact]:
    """The marks of a text; without places where the reader sees only parts of it: they would tell its length."""
    return [
        Fact(
            kind=mark.kind,
            value=mark.value,
            start=mark.start if is_whole else None,
            end=mark.end if is_whole else None,
            confidence=mark.confidence,
            state=cast("State", mark.state.value),
        )
        for mark in marks
    ]
