"""Values that several schemas share, each with the limits that the OpenAPI document states."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Annotated, Final

from ninja import Field
from pydantic import StringConstraints

LARGEST_ID: Final = 2**63 - 1
SHORTEST_AD, LONGEST_AD = 30, 100_000  # letters, as on the page where an ad is pasted

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
YesOrNo = Annotated[
    bool, Field(strict=True)
]  # in a body: true or false, and no 0, 1, "on" or "no" in their place
# no database stores a NUL as text in every column
Words = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$", max_length=200)]
Fund = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$", max_length=100)]
Title = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$", min_length=1, max_length=300)]
Sentences = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$", max_length=5_000)]
AdText = Annotated[
    str, StringConstraints(pattern=r"^[^\x00]*$", min_length=SHORTEST_AD, max_length=LONGEST_AD)
]
AnyText = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$", min_length=1, max_length=LONGEST_AD)]
Code = Annotated[str, StringConstraints(pattern=r"^[-a-zA-Z0-9_]{1,60}$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")]
Day = Annotated[dt.date, Field(ge=dt.date(2000, 1, 1), le=dt.date(2100, 12, 31))]
Month = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]


def first_day(month: str | None) -> dt.date | None:
    """Of a `Month`."""
    return dt.date.fromisoformat(f"{month}-01") if month else None


def last_day(month: str | None) -> dt.date | None:
    """Of a `Month`."""
    first = first_day(month)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1]) if first else None
