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


CURVE_WIDTH, CURVE_HEIGHT = 960, 320
"""Of the curve's drawing, in its own units."""


@dataclass(frozen=True, slots=True)
class Line:
    """
    A line of a curve chart as paths in the drawing's units.

    Args:
        path: the steps.
        band: what lies between their limits, closed; empty: there are none.
        number: of the line, from 1; each is drawn in a way of its own.
    """

    name: str
    path: str
    band: str
    number: int


def curve_shapes(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """
    The lines of (name, steps, first) series: each step is (where, share, lower, upper), and holds until the next one;
    before the first of them the share is `first`. Shares lie between 0 and 1, places between 0 and `most`.
    """
    most = float(given["most"])
    lines = []
    for number, (name, steps, first) in enumerate(given["series"], 1):
        inside = [step for step in steps if step[0] <= most]
        end = CURVE_WIDTH if steps and steps[-1][0] >= most else _across(inside[-1][0] if inside else 0, most)
        corners = [(_across(where, most), *map(_down, values)) for where, *values in inside]
        middle = _steps([(0.0, _down(first)), *((x, y) for x, y, _, _ in corners)], end)
        low = _steps([(0.0, _down(first)), *((x, y) for x, _, y, _ in corners)], end)
        high = _steps([(0.0, _down(first)), *((x, y) for x, _, _, y in corners)], end)
        has_band = any(lower != upper for _, _, lower, upper in corners)
        lines.append(
            Line(name, _path(middle), f"{_path([*high, *reversed(low)])} Z" if has_band else "", number)
        )
    grid = [round(CURVE_WIDTH * part / 4, 1) for part in range(5)]
    rows = [round(CURVE_HEIGHT * part / 4, 1) for part in range(5)]
    ticks = [round(most * part / 4) for part in range(5)]
    return {
        "lines": lines,
        "width": CURVE_WIDTH,
        "height": CURVE_HEIGHT,
        "columns": grid,
        "rows": rows,
        "ticks": ticks,
        "percents": (100, 75, 50, 25, 0),
    }


def _across(where: float, most: float) -> float:
    return round(CURVE_WIDTH * where / most, 2)


def _down(share: float) -> float:
    return round(CURVE_HEIGHT * (1 - share), 2)


def _steps(corners: list[tuple[float, float]], end: float) -> list[tuple[float, float]]:
    """The corners of a staircase through `corners`, up to `end`."""
    found = [corners[0]]
    for x, y in corners[1:]:
        found += [(x, found[-1][1]), (x, y)]
    return [*found, (end, found[-1][1])]


def _path(points: list[tuple[float, float]]) -> str:
    return "M" + " L".join(f"{x} {y}" for x, y in points)
