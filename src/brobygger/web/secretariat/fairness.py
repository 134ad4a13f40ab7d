"""Fairness figures in the reader's words: what a match run and a proposal of weights show."""

from __future__ import annotations

from typing import TypeAlias

from django.utils.translation import gettext_lazy

from brobygger.core.matching import FairnessReport, GroupFigures
from brobygger.web import wording

DIMENSIONS = {
    "sex": gettext_lazy("Sex"),
    "origin": gettext_lazy("Origin"),
    "language": gettext_lazy("Native language"),
}
GROUPS = {
    "f": gettext_lazy("Women"),
    "m": gettext_lazy("Men"),
    "x": gettext_lazy("Other"),
    "dk": gettext_lazy("Denmark"),
    "no": gettext_lazy("Norway"),
    "se": gettext_lazy("Sweden"),
    "eu": gettext_lazy("EU and EEA"),
    "other": gettext_lazy("Other countries"),
}
Dimension: TypeAlias = tuple[str, list[tuple[str, GroupFigures]], int]


def dimensions_of(report: FairnessReport) -> list[Dimension]:
    """(name, (group, figures) of the groups shown, number of groups not shown) of each dimension."""
    return [
        (
            str(DIMENSIONS.get(name, name)),
            [(group_name(name, figures.name), figures) for figures in groups if not figures.suppressed],
            sum(figures.suppressed for figures in groups),
        )
        for name, groups in report.groups.items()
    ]


def group_name(dimension: str, name: str) -> str:
    """“Women”, “Denmark”, “Polish”."""
    return (
        wording.capital(wording.words().language_name(name))
        if dimension == "language"
        else str(GROUPS.get(name, name))
    )
