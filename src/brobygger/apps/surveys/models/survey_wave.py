from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager
from brobygger.apps.surveys.enums import WaveMoment

if TYPE_CHECKING:
    from brobygger.apps.programmes.models import Programme


class SurveyWave(models.Model):
    """A survey asked of one group, in one place, within some days. Its results are shown once it is closed."""

    scope = RowScope(through="survey")
    privacy = Privacy(
        plain=(
            "id",
            "survey",
            "moment",
            "name",
            "target_group",
            "place",
            "opens_on",
            "closes_on",
            "key",
            "takes_open_link",
            "closed_at",
        )
    )

    survey = models.ForeignKey("surveys.Survey", models.CASCADE, related_name="waves")
    moment = models.CharField(_("when it asks"), max_length=8, choices=WaveMoment.choices)
    name = models.CharField(_("name"), max_length=100)
    target_group = models.CharField(_("whom it asks"), max_length=150, blank=True)
    place = models.CharField(_("where"), max_length=120, blank=True)
    opens_on = models.DateField(_("opens"))
    closes_on = models.DateField(_("last day"))
    key = models.CharField(_("key of the link"), max_length=20, unique=True)
    takes_open_link = models.BooleanField(
        _("anybody with the link may answer"),
        default=True,
        help_text=_("Otherwise those alone who got a link of their own."),
    )
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    objects = ScopedManager["SurveyWave"]()

    class Meta:
        verbose_name = _("wave of a survey")
        verbose_name_plural = _("waves of surveys")
        ordering = ("survey_id", "opens_on", "pk")
        constraints = [
            models.CheckConstraint(
                name="wave_closes_after_it_opens",
                condition=Q(closes_on__gte=F("opens_on")),
                violation_error_message=_("The last day must not lie before the first."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def programme(self) -> Programme:
        return self.survey.programme

    def is_closed(self, day: dt.date) -> bool:
        return self.closed_at is not None or day > self.closes_on

    def is_open(self, day: dt.date) -> bool:
        return not self.is_closed(day) and day >= self.opens_on


class SurveyInvitation(models.Model):
    """
    That one link of a wave was sent out, and whether it was used. Nobody's address stands here, and no answer leads here.

    Of the token in the link a SHA-256 digest is kept, which is enough, for the token is random and long. So a reminder has
    a token of its own; either opens the link, which is used once.
    """

    scope = RowScope(nobody=True)
    privacy = Privacy(plain=("id", "wave", "digest", "second_digest", "is_used"))

    wave = models.ForeignKey("surveys.SurveyWave", models.CASCADE, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    second_digest = models.CharField(max_length=64, unique=True, null=True, blank=True)
    is_used = models.BooleanField(default=False)

    objects = ScopedManager["SurveyInvitation"]()

    class Meta:
        verbose_name = _("link of a survey that was sent")
        verbose_name_plural = _("links of surveys that were sent")

    def __str__(self) -> str:
        return f"{self.wave_id}: {self.is_used}"
