"""The parts of the outreach as tabs, each for whom it is."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from brobygger.web.tabs import tabs_of

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

tabs = tabs_of(PARTS)
