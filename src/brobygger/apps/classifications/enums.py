"""States of a fact that was read from a text, and what may follow what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class FactState(models.TextChoices):
    """What people have said about a fact. Rejected facts are kept, so that they are not read again."""

    READ = "read", _("read from the text")
    CONFIRMED = "confirmed", _("confirmed")
    REJECTED = "rejected", _("rejected")
    ADDED = "added", _("added by a person")


TRANSITIONS: Final[Mapping[FactState, frozenset[FactState]]] = {
    FactState.READ: frozenset({FactState.CONFIRMED, FactState.REJECTED}),
    FactState.CONFIRMED: frozenset({FactState.REJECTED}),
    FactState.REJECTED: frozenset({FactState.CONFIRMED}),
    FactState.ADDED: frozenset({FactState.REJECTED}),
}


class Said(models.TextChoices):
    """What a correction says of what was read."""

    RIGHT = "right", _("right")
    WRONG = "wrong", _("wrong")
    OTHER = "other", _("something else")
    UNDONE = "undone", _("undone")


class DocumentSort(models.TextChoices):
    """`core.reading.DocumentKind` with words for people."""

    AD = "ad", _("ad")
    CV = "cv", _("CV")
