from __future__ import annotations

import datetime as dt
from typing import Self
from uuid import uuid4

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager
from brobygger.apps.events.enums import DecisionState, InputAudience


class InputForm(models.Model):
    """
    What an event asks of those who take part and of partners, from one moment to another.

    Whether it is anonymous is said beforehand: with the first answer that is fixed.
    """

    scope = RowScope(through="event")
    privacy = Privacy(
        plain=(
            "id",
            "event",
            "title",
            "intro",
            "audience",
            "is_anonymous",
            "opens_at",
            "closes_at",
            "remind_after_days",
        )
    )

    event = models.OneToOneField("events.Event", models.CASCADE, related_name="input_form")
    title = models.CharField(_("title"), max_length=200)
    intro = models.TextField(_("what it is for"), blank=True, max_length=2000)
    audience = models.CharField(
        _("who is asked"), max_length=16, choices=InputAudience.choices, default=InputAudience.PARTICIPANTS
    )
    is_anonymous = models.BooleanField(_("answers without names"), default=True)
    opens_at = models.DateTimeField(_("open from"))
    closes_at = models.DateTimeField(_("open until"))
    remind_after_days = models.PositiveSmallIntegerField(
        _("remind once, after so many days"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text=_("Those who have not answered get one mail. Empty: nobody is reminded."),
    )

    objects = ScopedManager["InputForm"]()

    class Meta:
        verbose_name = _("input form")
        verbose_name_plural = _("input forms")
        constraints = [
            models.CheckConstraint(
                name="input_form_closes_after_it_opens",
                condition=Q(closes_at__gt=F("opens_at")),
                violation_error_message=_("The form must close after it opens."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def is_open(self, at: dt.datetime) -> bool:
        return self.opens_at <= at < self.closes_at

    def asks_participants(self) -> bool:
        return self.audience != InputAudience.PARTNERS

    def asks_partners(self) -> bool:
        return self.audience != InputAudience.PARTICIPANTS


class InputGiven(models.Model):
    """
    That somebody has answered an input form, not what. Its number is a random one and it has no moment, so that its
    place among the others tells nothing of an anonymous answer.
    """

    scope = RowScope(programme="form__event__programme", owners=("user",))
    privacy = Privacy(
        user="user",
        candidate="registration__candidate",
        address="registration__email",
        personal=(
            Personal(
                _("that you have answered the questions of an event"),
                ("form", "registration", "user"),
                Purpose.EVENT,
                LegalBasis.AGREEMENT,
                Retention.EVENT,
                since=("form__closes_at", "form__event__ends_at"),
            ),
        ),
        plain=("id",),
    )

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    form = models.ForeignKey(
        "events.InputForm", models.CASCADE, verbose_name=_("input form"), related_name="given"
    )
    registration = models.ForeignKey(
        "events.Registration",
        models.CASCADE,
        verbose_name=_("registration"),
        null=True,
        blank=True,
        related_name="input_given",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name=_("log-in"),
        null=True,
        blank=True,
        related_name="event_input_given",
    )

    objects = ScopedManager["InputGiven"]()

    class Meta:
        verbose_name = _("note that an input form was answered")
        verbose_name_plural = _("notes that input forms were answered")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(name="input_given_once_by_registration", fields=["form", "registration"]),
            models.UniqueConstraint(name="input_given_once_by_user", fields=["form", "user"]),
            models.CheckConstraint(
                name="input_given_by_somebody",
                condition=Q(registration__isnull=False) | Q(user__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form_id}: {self.pk}"


class InputReminder(models.Model):
    """That somebody was reminded of an input form that they had not answered. Once: nobody is reminded twice."""

    scope = RowScope(programme="form__event__programme", owners=("user",))
    privacy = Privacy(
        user="user",
        candidate="registration__candidate",
        address="registration__email",
        personal=(
            Personal(
                _("that you were reminded of the questions of an event"),
                ("form", "registration", "user", "sent_at"),
                Purpose.EVENT,
                LegalBasis.AGREEMENT,
                Retention.EVENT,
                since=("form__closes_at", "form__event__ends_at"),
            ),
        ),
        plain=("id",),
    )

    form = models.ForeignKey(
        "events.InputForm", models.CASCADE, verbose_name=_("input form"), related_name="reminders"
    )
    registration = models.ForeignKey(
        "events.Registration",
        models.CASCADE,
        verbose_name=_("registration"),
        null=True,
        blank=True,
        related_name="input_reminders",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name=_("log-in"),
        null=True,
        blank=True,
        related_name="event_input_reminders",
    )
    sent_at = models.DateTimeField(_("sent"))

    objects = ScopedManager["InputReminder"]()

    class Meta:
        verbose_name = _("reminder of an input form")
        verbose_name_plural = _("reminders of input forms")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                name="input_reminded_once_by_registration", fields=["form", "registration"]
            ),
            models.UniqueConstraint(name="input_reminded_once_by_user", fields=["form", "user"]),
            models.CheckConstraint(
                name="input_reminder_of_somebody",
                condition=Q(registration__isnull=False) | Q(user__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form_id}: {self.registration_id or self.user_id}"


class InputAnswer(models.Model):
    """What somebody answered. `given` and `name` are empty where the form is anonymous: nobody can tell who it was."""

    scope = RowScope(programme="form__event__programme", owners=("given__user",))
    privacy = Privacy(
        user="given__user",
        candidate="given__registration__candidate",
        address="given__registration__email",
        personal=(
            Personal(
                _("what you answered to the questions of an event, where the answers have names"),
                ("given", "name", "answers", "answered_date"),
                Purpose.EVENT,
                LegalBasis.AGREEMENT,
                Retention.EVENT,
                since=("form__closes_at", "form__event__ends_at"),
            ),
        ),
        plain=("id", "form"),
        open_rows={"given__isnull": True},
        mentions=("answers",),
    )

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    form = models.ForeignKey("events.InputForm", models.CASCADE, related_name="answers")
    given = models.OneToOneField(
        "events.InputGiven",
        models.CASCADE,
        verbose_name=_("given by"),
        null=True,
        blank=True,
        related_name="answer",
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    answers = models.JSONField(
        _("answers to the questions"), default=dict, blank=True, help_text=_("By the question's number.")
    )
    answered_date = models.DateField(_("day"))

    objects = ScopedManager["InputAnswer"]()

    class Meta:
        verbose_name = _("answer to an input form")
        verbose_name_plural = _("answers to input forms")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.form_id}: {self.pk}"


class DecisionQuerySet(models.QuerySet["Decision"]):
    def due(self, until: dt.date) -> Self:
        """Those that are to be done by a day and are not."""
        return self.filter(state=DecisionState.OPEN, due_date__lte=until)


class Decision(models.Model):
    """What came of an event: who does what by when, and which question it answers."""

    scope = RowScope(programme="event__programme")
    privacy = Privacy(
        personal=(
            Personal(
                _("that an event made you responsible for something"),
                ("person",),
                Purpose.COOPERATION,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.COOPERATION,
                since=("due_date",),
            ),
        ),
        plain=(
            "id",
            "event",
            "text",
            "organisation",
            "due_date",
            "state",
            "question",
            "created_at",
            "changed_at",
        ),
        open_rows={"state": DecisionState.OPEN},
        mentions=("person", "text"),
    )

    event = models.ForeignKey("events.Event", models.CASCADE, related_name="decisions")
    text = models.CharField(_("what was decided"), max_length=500)
    organisation = models.ForeignKey(
        "organisations.Organisation",
        models.SET_NULL,
        verbose_name=_("responsible organisation"),
        null=True,
        blank=True,
        related_name="event_decisions",
    )
    person = models.CharField(_("responsible person"), max_length=200, blank=True)
    due_date = models.DateField(_("due on"))
    state = models.CharField(
        _("state"), max_length=8, choices=DecisionState.choices, default=DecisionState.OPEN
    )
    question = models.ForeignKey(
        "events.EventQuestion",
        models.SET_NULL,
        verbose_name=_("question that it came from"),
        null=True,
        blank=True,
        related_name="decisions",
    )
    created_at = models.DateTimeField(_("created"))
    changed_at = models.DateTimeField(_("changed"))

    objects = ScopedManager.from_queryset(DecisionQuerySet)()

    class Meta:
        verbose_name = _("decision of an event")
        verbose_name_plural = _("decisions of events")
        ordering = ("due_date", "pk")
        indexes = [models.Index(name="decision_due", fields=["state", "due_date"])]

    def __str__(self) -> str:
        return self.text
