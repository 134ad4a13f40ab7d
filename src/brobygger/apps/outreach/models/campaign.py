from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, MailTopic, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.outreach.enums import Anchor, CampaignState, RecipientState, Track

FALLBACK = "en"
CAMPAIGN_TOPICS = [(topic.value, topic.label) for topic in (MailTopic.NEWS, MailTopic.STUDIES)]


class MailSequence(models.Model):
    """A series of mails to one intake: each of its campaigns goes out so many days after an anchor."""

    scope = RowScope(programme="programme")
    privacy = Privacy(
        plain=("id", "programme", "name", "track", "intake", "anchor", "study_start", "is_on", "created_at")
    )

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="mail_sequences")
    name = models.CharField(_("name"), max_length=200)
    track = models.CharField(_("track"), max_length=16, choices=Track.choices)
    intake = models.SlugField(_("intake"), max_length=30)
    anchor = models.CharField(_("counts from"), max_length=12, choices=Anchor.choices)
    study_start = models.DateField(_("start of studies"), null=True, blank=True)
    is_on = models.BooleanField(_("running"), default=False)
    created_at = models.DateTimeField(_("created"))

    objects = ScopedManager["MailSequence"]()

    class Meta:
        verbose_name = _("series of mails")
        verbose_name_plural = _("series of mails")
        ordering = ("programme", "intake", "name", "pk")
        constraints = [
            models.CheckConstraint(
                name="sequence_from_start_has_a_start",
                condition=~models.Q(anchor=Anchor.STUDY_START) | models.Q(study_start__isnull=False),
                violation_error_message=_("A series that counts from the start of studies needs that day."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Campaign(models.Model):
    """
    A mail to many: who is meant, why the law allows it, and what is said in each language.

    `segment` holds lists of codes by property; empty: any. `texts` holds subject and text by language; a language
    without falls back to English. `left_out` counts, by reason, who was meant and gets nothing; `removed` counts, by
    state, recipients that are not kept any more.
    """

    scope = RowScope(programme="programme")
    privacy = Privacy(
        personal=(names_who("created_by", "created_at", "started_by", "started_at"),),
        plain=(
            "id",
            "programme",
            "sequence",
            "day_offset",
            "name",
            "topic",
            "basis",
            "segment",
            "texts",
            "per_minute",
            "state",
            "left_out",
            "removed",
            "ended_at",
        ),
    )

    programme = models.ForeignKey(
        "programmes.Programme", models.CASCADE, null=True, blank=True, related_name="campaigns"
    )
    sequence = models.ForeignKey(
        "outreach.MailSequence", models.CASCADE, null=True, blank=True, related_name="campaigns"
    )
    day_offset = models.SmallIntegerField(_("days after the anchor"), null=True, blank=True)
    name = models.CharField(_("name"), max_length=200)
    topic = models.CharField(_("topic"), max_length=20, choices=CAMPAIGN_TOPICS)
    basis = models.CharField(_("lawful basis"), max_length=24, choices=LegalBasis.choices)
    segment = models.JSONField(_("who is meant"), default=dict, blank=True)
    texts = models.JSONField(_("texts"), default=dict, blank=True)
    per_minute = models.PositiveSmallIntegerField(_("mails a minute"), default=60)
    state = models.CharField(
        _("state"), max_length=8, choices=CampaignState.choices, default=CampaignState.DRAFT
    )
    left_out = models.JSONField(default=dict, blank=True)
    removed = models.JSONField(default=dict, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("who wrote it"),
        null=True,
        related_name="+",
    )
    created_at = models.DateTimeField(_("created"))
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("who started it"),
        null=True,
        related_name="+",
    )
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects = ScopedManager["Campaign"]()

    class Meta:
        verbose_name = _("mail to many")
        verbose_name_plural = _("mails to many")
        ordering = ("-created_at", "-pk")
        constraints = [
            models.CheckConstraint(
                name="campaign_sends_some_mails_a_minute",
                condition=models.Q(per_minute__gte=1),
                violation_error_message=_("At least one mail a minute."),
            ),
            models.CheckConstraint(
                name="campaign_of_a_sequence_has_a_day",
                condition=models.Q(sequence__isnull=True) | models.Q(day_offset__isnull=False),
                violation_error_message=_("A mail of a series needs its day."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def language_of_text(self, language: str) -> str:
        """The language that somebody who reads `language` gets: that one, or English; empty: there is no text yet."""
        return next((one for one in (language, FALLBACK) if self.texts.get(one)), "")


class CampaignRecipient(models.Model):
    """One of those whom a campaign reaches, fixed when it started. Its mail in the outbox is written once."""

    scope = RowScope(through="campaign")
    privacy = Privacy(
        user="user",
        address="address",
        personal=(
            Personal(
                _("which mails to many were meant for you, and what became of them"),
                (
                    "campaign",
                    "address",
                    "language",
                    "name",
                    "user",
                    "student",
                    "message",
                    "state",
                    "written_at",
                ),
                Purpose.CONTACT,
                LegalBasis.PUBLIC_TASK,
                Retention.MAIL,
                since=("added_at", "written_at"),
            ),
        ),
        plain=("id", "added_at"),
    )

    campaign = models.ForeignKey(
        "outreach.Campaign", models.CASCADE, verbose_name=_("mail to many"), related_name="recipients"
    )
    address = models.EmailField(_("address"), help_text=_("In small letters."))
    language = models.CharField(_("language"), max_length=5, blank=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name=_("log-in"),
        null=True,
        blank=True,
        related_name="campaigns",
    )
    student = models.ForeignKey(
        "outreach.Student",
        models.CASCADE,
        verbose_name=_("student on the list"),
        null=True,
        blank=True,
        related_name="campaigns",
    )
    message = models.OneToOneField(
        "base.Message",
        models.SET_NULL,
        verbose_name=_("mail"),
        null=True,
        blank=True,
        related_name="campaign_recipient",
    )
    state = models.CharField(
        _("state"), max_length=8, choices=RecipientState.choices, default=RecipientState.WAITING
    )
    added_at = models.DateTimeField(_("added"))
    written_at = models.DateTimeField(_("written"), null=True, blank=True)

    objects = ScopedManager["CampaignRecipient"]()

    class Meta:
        verbose_name = _("recipient of a mail to many")
        verbose_name_plural = _("recipients of mails to many")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(name="recipient_once", fields=["campaign", "address"])]
        indexes = [models.Index(name="recipient_state", fields=["campaign", "state"])]

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.pk} {self.state}"
