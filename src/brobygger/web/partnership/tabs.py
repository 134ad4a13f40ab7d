"""The parts of the partnership as tabs, each for whom it is."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from brobygger.web.tabs import tabs_of

PARTS = (
    ("prospects", _("Prospective partners"), "programmes.view_prospects"),
    ("arrangements", _("Joint control"), "programmes.view_arrangements"),
    ("exchanges", _("Knowledge exchange"), "programmes.view_exchanges"),
    ("hubs", _("Hubs"), "programmes.view_hubs"),
    ("surveys", _("Surveys"), "surveys.view_surveys"),
)

tabs = tabs_of(PARTS)
