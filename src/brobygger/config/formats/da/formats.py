"""Danish: formats that Django has no name for, beside its own."""

SHORT_MONTH_DAY_FORMAT = "j. b"
WEEKDAY_FORMAT = "D j. b"
WEEKDAY_DATE_FORMAT = "D j. F Y"
LONG_DATE_FORMAT = "l j. F Y"
