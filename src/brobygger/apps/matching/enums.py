"""States of a match run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class MatchRunState(models.TextChoices):
    """Of each scope (one programme, or all) one run is current; the earlier ones are history."""

    CURRENT = "current", _("current")
    SUPERSEDED = "superseded", _("superseded")


TRANSITIONS: Final[Mapping[MatchRunState, frozenset[MatchRunState]]] = {
    MatchRunState.CURRENT: frozenset({MatchRunState.SUPERSEDED}),
    MatchRunState.SUPERSEDED: frozenset(),
}
