"""The shapes of charts. Pictures are SVG in the page: colours follow light and dark, and nothing is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

WIDTH, HEIGHT, GAP = 1000, 240, 0.22
"""Of the column chart's drawing, in its own units; the gap is a share of a column's place."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a bar chart; `share` of the longest bar in percent."""

    label: str
    value: float
    share: float


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a column chart, in the drawing's units; `y` grows downwards."""

    label: str
    value: float
    x: float
    y: float
    width: float
    height: float
    centre: float
    is_marked: bool


def share_shapes(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """The bars of (label, value) rows. Nothing, or less than nothing, has no length."""
    rows = [(label, float(value)) for label, value in given["rows"]]
    longest = float(given["most"] or max((value for _, value in rows), default=0))
    share = 100 / longest if longest > 0 else 0
    original = [value for _, value in given["rows"]]
    return {
        "bars": [
            Bar(label, shown, round(min(100.0, max(0.0, value * share)), 2))
            for (label, value), shown in zip(rows, original, strict=True)
        ]
    }


def column_shapes(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """The columns of (label, value) rows; the highest takes the whole height."""
    rows = list(given["rows"])
    highest = max((float(value) for _, value in rows), default=0)
    place = WIDTH / max(1, len(rows))
    columns = []
    for number, (label, value) in enumerate(rows):
        height = HEIGHT * max(0.0, float(value)) / highest if highest > 0 else 0.0
        columns.append(
            Column(
                label=label,
                value=value,
                x=round(number * place + place * GAP / 2, 2),
                y=round(HEIGHT - height, 2),
                width=round(place * (1 - GAP), 2),
                height=round(height, 2),
                centre=round((number + 0.5) * place, 2),
                is_marked=label in given["marked"],
            )
        )
    return {"shapes": columns, "width": WIDTH, "height": HEIGHT}
