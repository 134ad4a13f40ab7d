"""What somebody answers who is asked whether they stay, and how we know it."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

MILESTONES: Final = (6, 12, 24)
"""Months after the beginning at which people are asked."""


class Beginning(models.TextChoices):
    """What the months are counted from."""

    PLACEMENT = "placement", _("the placement")
    GRADUATION = "graduation", _("the end of the studies")


class StayAnswer(models.TextChoices):
    """Where somebody is. Short words: counts of what was erased are kept under them."""

    SAME = "same", _("still in the same company")
    REGION = "region", _("another job in the region")
    STUDY = "study", _("studying, in the region")
    SEEKING = "seeking", _("looking for work, in the region")
    COUNTRY = "country", _("elsewhere in the country")
    ABROAD = "abroad", _("abroad")
    NONE = "none", _("no answer")


STAYS: Final = (StayAnswer.SAME, StayAnswer.REGION, StayAnswer.STUDY, StayAnswer.SEEKING)
IN_A_JOB: Final = (StayAnswer.SAME, StayAnswer.REGION)
LEFT: Final = (StayAnswer.COUNTRY, StayAnswer.ABROAD)
"""The ways to leave that compete with each other, in the order of the curve's causes."""
CAN_BE_SAID: Final = (*STAYS, *LEFT)


class AnswerSource(models.TextChoices):
    """How we know."""

    SELF = "self", _("the person, here or by the link of a mail")
    TOLD = "told", _("the person told us")
    COMPANY = "company", _("the company told us")


class Group(models.TextChoices):
    """Whose curve it is."""

    ALL = "all", _("all who are followed up")
    PLACED = "placed", _("placed through the programme")
    OTHERS = "others", _("not placed through it")
