from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager


class SurveyReminder(models.Model):
    """
    To whom a link of a survey was sent, so that they can be reminded of it, once.

    The row goes when the link is used or the wave is closed, so it never says what somebody answered, and not for long
    who has not. Until then it stays also after the mail, so that nobody is reminded a second time.
    """

    scope = RowScope(nobody=True)
    privacy = Privacy(
        address="address",
        personal=(
            Personal(
                _("that you were sent a link of a survey, to remind you of it once while it is not used"),
                ("invitation", "address", "language", "due_date", "sent_at"),
                Purpose.CONTACT,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.MAIL,
                since=("due_date",),
            ),
        ),
        plain=("id",),
        identifying=("address",),
    )

    invitation = models.OneToOneField(
        "surveys.SurveyInvitation", models.CASCADE, verbose_name=_("link"), related_name="reminder"
    )
    address = models.EmailField(_("address"), help_text=_("In small letters."))
    language = models.CharField(
        _("language"), max_length=2, blank=True, help_text=_("Of the first mail; empty: that of the survey.")
    )
    due_date = models.DateField(_("due on"))
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = ScopedManager["SurveyReminder"]()

    class Meta:
        verbose_name = _("reminder of a survey")
        verbose_name_plural = _("reminders of surveys")
        ordering = ("due_date", "pk")
        indexes = [
            models.Index(
                name="survey_reminder_due", fields=["due_date"], condition=models.Q(sent_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.invitation_id}: {self.due_date}"
