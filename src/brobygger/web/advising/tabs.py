"""The parts of advice as tabs, for those who help."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from brobygger.web.page import PageRequest

PARTS = (
    ("advice", _("Texts and times"), "advice.offer_times"),
    ("tracks", _("Intakes"), "advice.view_tracks"),
    ("guides", _("Guides"), "advice.view_guides"),
)


def tabs(request: PageRequest, current: str) -> list[tuple[str, str, bool, None]]:
    """What the component `tabs` takes."""
    return [
        (str(label), reverse(name), name == current, None)
        for name, label, may in PARTS
        if request.user.has_perm(may)
    ]
