"""The parts of advice as tabs, for those who help."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from brobygger.web.tabs import tabs_of

PARTS = (
    ("advice", _("Texts and times"), "advice.offer_times"),
    ("tracks", _("Intakes"), "advice.view_tracks"),
    ("guides", _("Guides"), "advice.view_guides"),
)

tabs = tabs_of(PARTS)
