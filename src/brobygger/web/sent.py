"""What a form or an address sends, read as what it means."""

from __future__ import annotations

import datetime as dt


def day_of(text: str) -> dt.date | None:
    """A day as a form sends it; None: no day."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
