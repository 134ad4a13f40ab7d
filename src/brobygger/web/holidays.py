"""Public holidays in the reader's words, so that a form proposes none and a page says so where somebody chose one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.contrib import messages
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.programmes.queries import lead_countries
from brobygger.data.public_holidays import CATEGORIES, holidays_on

if TYPE_CHECKING:
    from brobygger.web.page import PageRequest

SATURDAY: Final = 5
HOME: Final = {"Europe/Oslo": "NO", "Europe/Stockholm": "SE"}
"""The country of an installation by its time zone; of any other one Denmark."""
NAMES: Final = {
    "All Saints' Day": gettext_lazy("All Saints' Day"),
    "Ascension Day": gettext_lazy("Ascension Day"),
    "Christmas Day": gettext_lazy("Christmas Day"),
    "Christmas Eve": gettext_lazy("Christmas Eve"),
    "Constitution Day": gettext_lazy("Norway's Constitution Day"),
    "Easter Monday": gettext_lazy("Easter Monday"),
    "Easter Sunday": gettext_lazy("Easter Sunday"),
    "Epiphany": gettext_lazy("Epiphany"),
    "Good Friday": gettext_lazy("Good Friday"),
    "Great Prayer Day": gettext_lazy("Great Prayer Day"),
    "Labor Day": gettext_lazy("1 May"),
    "Maundy Thursday": gettext_lazy("Maundy Thursday"),
    "May Day": gettext_lazy("1 May"),
    "Midsummer Day": gettext_lazy("Midsummer Day"),
    "Midsummer Eve": gettext_lazy("Midsummer Eve"),
    "National Day": gettext_lazy("Sweden's National Day"),
    "New Year's Day": gettext_lazy("New Year's Day"),
    "New Year's Eve": gettext_lazy("New Year's Eve"),
    "Pentecost": gettext_lazy("Whit Sunday"),
    "Pentecost Monday": gettext_lazy("Whit Monday"),
    "Second Day of Christmas": gettext_lazy("Boxing Day"),
}
"""By what the library calls them in English; a test looks for others over many years."""


def holiday(day: dt.date, country: str) -> str:
    """The public holidays of a day in the reader's language; empty if it is none, or nothing is known of the country."""
    return ", ".join(str(NAMES.get(name, name)) for name in holidays_on(day, country))


def holiday_of(event: Any) -> str:
    """The public holiday on which an event begins, by the clock of its place."""
    return holiday(event.local_start.date(), event.country)


def working_day(day: dt.date, country: str) -> dt.date:
    """The first day from this one on that is neither of a weekend nor a public holiday: what a form proposes."""
    while day.weekday() >= SATURDAY or holidays_on(day, country):
        day += dt.timedelta(days=1)
    return day


def country_of(programmes: Iterable[Any]) -> str:
    """
    Where those work whom somebody meets: the country of the first lead of the first of these programmes.

    Where that is none of ours, or there is no programme, the country of the installation.
    """
    led = (one for one in lead_countries(programmes) if one in CATEGORIES)
    return next(led, HOME.get(settings.TIME_ZONE, "DK"))


def say_holidays(request: PageRequest, days: Iterable[dt.date], country: str) -> None:
    """A word to whoever chose a public holiday; it stands as chosen."""
    for day in days:
        if name := holiday(day, country):
            said = {"day": date_format(day, "WEEKDAY_DATE_FORMAT"), "name": name}
            messages.warning(request, _("%(day)s is a public holiday: %(name)s.") % said)
