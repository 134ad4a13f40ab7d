"""The moments that tests happen at."""

from __future__ import annotations

import datetime as dt

DAY = dt.date(2026, 11, 23)
NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
