"""What was removed because its time was over: each receipt, who left it, and whether its signature is good."""

from __future__ import annotations

from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from brobygger.apps.base.queries import ReceiptState, check_receipts, current_key
from brobygger.web.page import PageRequest, page

PER_PAGE = 30
STATES: Final[dict[ReceiptState, tuple[Any, str, Any]]] = {
    ReceiptState.GOOD: (gettext_lazy("signature good"), "info", ""),
    ReceiptState.FORMER: (
        gettext_lazy("signature good"),
        "info",
        gettext_lazy("Signed with an earlier key of this installation."),
    ),
    ReceiptState.UNSIGNED: (
        gettext_lazy("not signed"),
        "neutral",
        gettext_lazy("From before receipts were signed. Moment and counts match its checksum."),
    ),
    ReceiptState.CHANGED: (
        gettext_lazy("signature broken"),
        "late",
        gettext_lazy("Something of this receipt was changed after it was written: do not rely on it."),
    ),
    ReceiptState.FOREIGN: (
        gettext_lazy("key not known"),
        "late",
        gettext_lazy(
            "Signed with a key that this installation does not have and never had, as far as it knows."
        ),
    ),
    ReceiptState.MISSING: (
        gettext_lazy("removed"),
        "late",
        gettext_lazy("The audit trail tells of this receipt, but it is no longer here."),
    ),
}
"""By state: what the chip says, its kind, and what that means."""


@page(may="base.view_receipts")
def list_receipts(request: PageRequest) -> HttpResponse:
    found = check_receipts()
    rows = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": rows,
        "shown": [(one, *STATES[one.state]) for one in rows],
        "bad": sum(not one.state.is_good for one in found),
        "key": current_key(),
    }
    return render(request, "privacy/receipts.html", context)
