"""Starts and deadlines to compare with, and the day on which the texts are published."""

from __future__ import annotations

import datetime as dt

from brobygger.core.reading import Deadline, Start

PUBLISHED = dt.date(2026, 9, 1)
ASAP = Start(None)
OPEN = Deadline(None)


def start(year: int, month: int, day: int = 1) -> Start:
    return Start(dt.date(year, month, day))


def due(year: int, month: int, day: int) -> Deadline:
    return Deadline(dt.date(year, month, day))
