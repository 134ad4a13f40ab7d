from __future__ import annotations

import datetime as dt
from typing import Final, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.events.enums import REQUEST_ANSWERED, RequestState, WishSide

LONGEST_MESSAGE: Final = 500


class TalkRequestQuerySet(models.QuerySet["TalkRequest"]):
    def waiting(self, at: dt.datetime) -> Self:
        """Those that can still be answered: in time, and both take part."""
        return self.filter(
            state=RequestState.ASKED,
            expires_at__gt=at,
            student__withdrawn_at=None,
            company__withdrawn_at=None,
        )

    def overdue(self, at: dt.datetime) -> Self:
        """Those whose time is up and that nobody noted as lapsed yet."""
        return self.filter(state=RequestState.ASKED, expires_at__lte=at)


class TalkRequest(models.Model):
    """
    Somebody at an evening asks somebody of the other side, openly, for a talk. Both see it; wishes stay blind.

    Its time is up at `expires_at`, whether or not a command has noted that. One that is accepted is a `DatingRule`
    too: the planner reads that, and the organiser can take it away.
    """

    scope = RowScope(
        programme="student__evening__event__programme",
        owners=("student__candidate__user", "company__organisation__contacts"),
    )
    privacy = Privacy(
        candidate="student__candidate",
        personal=(
            Personal(
                _(
                    "whom you asked for a talk at an evening and who asked you, with the message and the answer"
                ),
                ("student", "company", "side", "message", "made_at", "expires_at", "state", "answered_at"),
                Purpose.MATCHING,
                LegalBasis.AGREEMENT,
                Retention.EVENT,
                since=("student__evening__event__ends_at",),
            ),
            names_who("answered_by"),
        ),
        plain=("id",),
        mentions=("message",),
    )

    student = models.ForeignKey(
        "events.DatingStudent", models.CASCADE, verbose_name=_("candidate"), related_name="talk_requests"
    )
    company = models.ForeignKey(
        "events.DatingCompany", models.CASCADE, verbose_name=_("company"), related_name="talk_requests"
    )
    side = models.CharField(_("who asks"), max_length=8, choices=WishSide.choices)
    message = models.CharField(_("message"), max_length=LONGEST_MESSAGE, blank=True)
    made_at = models.DateTimeField(_("when it was asked"))
    expires_at = models.DateTimeField(_("can be answered until"))
    state = models.CharField(
        _("state"), max_length=10, choices=RequestState.choices, default=RequestState.ASKED
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("answered by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager.from_queryset(TalkRequestQuerySet)()

    class Meta:
        verbose_name = _("request for a talk")
        verbose_name_plural = _("requests for talks")
        ordering = ("made_at", "pk")
        indexes = [
            models.Index(
                name="talk_request_ends", fields=["expires_at"], condition=Q(state=RequestState.ASKED)
            )
        ]
        constraints = [
            models.UniqueConstraint(
                name="talk_request_open_once",
                fields=["student", "company"],
                condition=Q(state=RequestState.ASKED),
            ),
            models.CheckConstraint(
                name="talk_request_answer_has_a_moment",
                condition=Q(state__in=REQUEST_ANSWERED, answered_at__isnull=False)
                | (~Q(state__in=REQUEST_ANSWERED) & Q(answered_at__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.side} {self.student_id} × {self.company_id}: {self.state}"

    def state_at(self, at: dt.datetime) -> RequestState:
        """How it stands: past its time it has lapsed, noted or not."""
        if self.state == RequestState.ASKED and self.expires_at <= at:
            return RequestState.LAPSED
        return RequestState(self.state)
