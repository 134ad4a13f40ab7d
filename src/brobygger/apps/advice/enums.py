"""The words of advice: where one meets, what one talks about, and what becomes of an appointment."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class MeetingForm(models.TextChoices):
    PLACE = "place", _("at a place")
    VIDEO = "video", _("by video")


class TextKind(models.TextChoices):
    CV = "cv", _("CV")
    APPLICATION = "application", _("application letter")


class TargetCountry(models.TextChoices):
    """Whose customs a text follows; empty: a text in English for any country."""

    DENMARK = "DK", _("Denmark")
    NORWAY = "NO", _("Norway")
    SWEDEN = "SE", _("Sweden")
    ANY = "", _("any country, in English")


class AppointmentState(models.TextChoices):
    BOOKED = "booked", _("booked")
    CANCELLED = "cancelled", _("cancelled")


class TrackKind(models.TextChoices):
    """What a track helps an intake with."""

    INTRODUCTION = "introduction", _("introduction at the start of studies")
    LABOUR_MARKET = "labour_market", _("the labour market")
    CULTURE = "culture", _("culture")
