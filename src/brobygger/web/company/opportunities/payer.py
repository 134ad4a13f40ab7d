"""Whether who pays an opportunity, how much, and the name of a fund agree."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from brobygger.apps.opportunities.enums import NAMES_A_FUND, PaidBy

WAGED: Final = frozenset({PaidBy.COMPANY, PaidBy.PROGRAMME, PaidBy.SHARED})
"""Where somebody pays the student; with a grant of their own, the place itself may pay nothing."""
NO_FUND: Final = gettext_lazy("Only a programme, a fund or a student's grant has a name here.")
PAID: Final = gettext_lazy("Unpaid means that nobody pays money. Take the pay away, or say who pays it.")
NOTHING: Final = gettext_lazy("A pay of 0 is unpaid. Write the pay, or leave it empty.")


def objections(paid_by: str, pay: float | None, fund: str) -> dict[str, Promise]:
    """What is wrong, by field of the form; empty if nothing is."""
    found: dict[str, Promise] = {}
    if fund and paid_by not in NAMES_A_FUND:
        found["fund"] = NO_FUND
    if paid_by == PaidBy.UNPAID and pay:
        found["paid_by"] = PAID
    if paid_by in WAGED and pay == 0:
        found["pay"] = NOTHING
    return found
