"""English as it is written in Europe: Django's own puts the month first and counts hours to twelve."""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "j M Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y, H:i"
SHORT_DATETIME_FORMAT = "j M Y, H:i"
MONTH_DAY_FORMAT = "j F"
SHORT_MONTH_DAY_FORMAT = "j M"
WEEKDAY_FORMAT = "D j M"
WEEKDAY_DATE_FORMAT = "D j F Y"
LONG_DATE_FORMAT = "l j F Y"
FIRST_DAY_OF_WEEK = 1
