"""Kinds of question, and when a wave asks."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

LANGUAGES: Final = ("da", "nb", "sv", "en")
"""In which a survey may be written, and into which it may be translated."""


class QuestionKind(models.TextChoices):
    SCALE = "scale", _("scale from 1 to 5")
    YES_NO = "yes_no", _("yes or no")
    CHOICE = "choice", _("one of several")


class WaveMoment(models.TextChoices):
    BEFORE = "before", _("before")
    DURING = "during", _("on the way")
    AFTER = "after", _("after")


class WayIn(models.TextChoices):
    """How an answer came in."""

    LINK = "link", _("open link")
    INVITED = "invited", _("own link")
    IMPORTED = "imported", _("from a table")
