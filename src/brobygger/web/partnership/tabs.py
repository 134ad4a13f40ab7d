"""The parts of the partnership as tabs, each for whom it is."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from brobygger.web.page import PageRequest

PARTS = (
    ("prospects", _("Prospective partners"), "programmes.view_prospects"),
    ("arrangements", _("Joint control"), "programmes.view_arrangements"),
    ("exchanges", _("Knowledge exchange"), "programmes.view_exchanges"),
    ("hubs", _("Hubs"), "programmes.view_hubs"),
    ("surveys", _("Surveys"), "surveys.view_surveys"),
)


def tabs(request: PageRequest, current: str) -> list[tuple[str, str, bool, None]]:
    """What the component `tabs` takes."""
    return [
        (str(label), reverse(name), name == current, None)
        for name, label, may in PARTS
        if request.user.has_perm(may)
    ]
