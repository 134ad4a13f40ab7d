from __future__ import annotations

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.effects.enums import AnswerSource, StayAnswer


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def open(self) -> Self:
        """Not answered, and not given up."""
        return self.filter(answer="")

    def due(self, day: dt.date) -> Self:
        return self.open().filter(due_date__lte=day)


class FollowUp(models.Model):
    """One question to one person: where do you work now, so many months after the beginning?"""

    scope = RowScope(through="member")
    privacy = Privacy(
        user="member__candidate__user",
        candidate="member__candidate",
        personal=(
            Personal(
                _("where you said that you work some months later"),
                (
                    "member",
                    "months",
                    "due_date",
                    "asked_at",
                    "reminded_at",
                    "answer",
                    "place_name",
                    "country",
                    "region",
                    "since_date",
                    "source",
                    "note",
                    "answered_at",
                ),
                Purpose.FOLLOW_UP,
                LegalBasis.CONSENT,
                Retention.FOLLOW_UP,
                since=("member__last_due_at",),
            ),
            names_who("answered_by", "answered_by_name"),
        ),
        plain=("id",),
        mentions=("note",),
    )

    member = models.ForeignKey(
        "effects.CohortMember",
        models.CASCADE,
        verbose_name=_("person who is followed up"),
        related_name="follow_ups",
    )
    months = models.PositiveSmallIntegerField(_("months after the beginning"))
    due_date = models.DateField(_("due"))
    asked_at = models.DateTimeField(_("asked by mail"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True)
    answer = models.CharField(
        _("answer"),
        max_length=10,
        choices=StayAnswer.choices,
        blank=True,
        help_text=_("Empty: not known yet."),
    )
    place_name = models.CharField(_("place of work"), max_length=100, blank=True)
    country = models.CharField(_("country of work"), max_length=2, blank=True)
    region = models.CharField(
        _("labour market of the place"),
        max_length=40,
        blank=True,
        help_text=_("Made from the place of work."),
    )
    since_date = models.DateField(
        _("left on"), null=True, blank=True, help_text=_("When somebody left, as far as it is known.")
    )
    source = models.CharField(_("how we know"), max_length=8, choices=AnswerSource.choices, blank=True)
    note = models.CharField(_("a note on how we know"), max_length=200, blank=True)
    answered_at = models.DateTimeField(_("known since"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("noted by"),
        null=True,
        blank=True,
        related_name="+",
    )
    answered_by_name = models.CharField(_("name of who noted it"), max_length=150, blank=True)

    objects = ScopedManager.from_queryset(FollowUpQuerySet)()

    class Meta:
        verbose_name = _("question whether somebody stays")
        verbose_name_plural = _("questions whether somebody stays")
        ordering = ("due_date", "pk")
        indexes = [models.Index(name="follow_up_due", fields=["answer", "due_date"])]
        constraints = [
            models.UniqueConstraint(name="follow_up_once", fields=["member", "months"]),
            models.CheckConstraint(
                name="follow_up_answer_has_a_source",
                condition=Q(answer__in=("", StayAnswer.NONE)) | ~Q(source=""),
                violation_error_message=_("Say how we know."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} after {self.months}: {self.answer}"

    @property
    def is_open(self) -> bool:
        return not self.answer
