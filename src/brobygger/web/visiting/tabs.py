"""The parts of the outreach as tabs, each for whom it is."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from brobygger.web.page import PageRequest

PARTS = (
    ("visits", _("Visits"), "outreach.view_visits"),
    ("slots", _("My times"), "outreach.offer_slots"),
    ("targets", _("Target lists"), "outreach.view_targets"),
    ("no-calls", _("No-call list"), "outreach.view_targets"),
    ("ladder", _("Levels"), "outreach.view_ladder"),
    ("visit-needs", _("Language needs"), "outreach.view_visits"),
    ("stories", _("Stories"), "outreach.view_visits"),
    ("doors", _("Doors"), "outreach.view_doors"),
    ("grants", _("Grants"), "outreach.view_grants"),
)


def tabs(request: PageRequest, current: str) -> list[tuple[str, str, bool, None]]:
    """What the component `tabs` takes."""
    return [
        (str(label), reverse(name), name == current, None)
        for name, label, may in PARTS
        if request.user.has_perm(may)
    ]
