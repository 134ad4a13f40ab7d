"""What a form or an address sends, read as what it means."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Final, TypeVar

MOST_ID: Final = 2**63 - 1  # the largest that a database takes for an id

Thing = TypeVar("Thing")


def day_of(text: str) -> dt.date | None:
    """A day as a form sends it; None: no day."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def whole_number(text: str | None, *, most: int = MOST_ID) -> int | None:
    """A number from 0 to `most`, in the digits 0 to 9 with or without blanks around them; None: no such number."""
    digits = (text or "").strip()
    # asked before it is read: `int` raises for thousands of digits, and takes those of other scripts
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > len(str(most)):
        return None
    number = int(digits)
    return number if number <= most else None


def whole_numbers(texts: Iterable[str]) -> list[int]:
    """The ids among what a field sends that may stand several times, in its order; what is none is left out."""
    return [number for number in map(whole_number, texts) if number is not None]


def found_by_id(find: Callable[[int], Thing | None], text: str | None) -> Thing | None:
    """What `find` finds by the id that was sent; None: nothing, or it was no id."""
    number = whole_number(text)
    return None if number is None else find(number)
