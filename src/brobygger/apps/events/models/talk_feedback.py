from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention, Role
from brobygger.apps.base.models import Personal, Privacy, RowScope, Scope, ScopedManager, names_who
from brobygger.apps.events.enums import TalkAnswer, WishSide


def _of_own_side(scope: Scope) -> Q:
    own = TalkFeedback._base_manager.filter(
        Q(side=WishSide.STUDENT, student__candidate__user=scope.user_id)
        | Q(side=WishSide.COMPANY, company__organisation__contacts=scope.user_id)
    )
    return Q(pk__in=own.order_by().values("pk"))


class TalkFeedback(models.Model):
    """
    What one side says after a talk. Blind like a wish: the other side learns of a yes that both said.

    Answers may come from a phone that had no network meanwhile: the one that was tapped last counts, and each of
    `client_ids` is taken once, however often the phone sends it.
    """

    scope = RowScope(shown={Role.CANDIDATE: _of_own_side, Role.COMPANY: _of_own_side})
    privacy = Privacy(
        candidate="student__candidate",
        candidate_rows={"side": WishSide.STUDENT},
        personal=(
            Personal(
                _("what you said after a talk"),
                ("student", "company", "side", "answer", "opportunity", "said_at"),
                Purpose.MATCHING,
                LegalBasis.AGREEMENT,
                Retention.EVENT,
                since=("student__evening__event__ends_at",),
            ),
            names_who("said_by"),
        ),
        plain=("id", "client_ids"),
    )

    student = models.ForeignKey(
        "events.DatingStudent", models.CASCADE, verbose_name=_("candidate"), related_name="feedback"
    )
    company = models.ForeignKey(
        "events.DatingCompany", models.CASCADE, verbose_name=_("company"), related_name="feedback"
    )
    side = models.CharField(_("whose answer"), max_length=8, choices=WishSide.choices)
    answer = models.CharField(_("answer"), max_length=4, choices=TalkAnswer.choices)
    opportunity = models.ForeignKey(
        "opportunities.Opportunity",
        models.SET_NULL,
        verbose_name=_("opportunity"),
        null=True,
        blank=True,
        related_name="+",
        help_text=_("For which a company says yes."),
    )
    said_at = models.DateTimeField(_("said"), help_text=_("When it was tapped, by the clock of the phone."))
    client_ids = models.JSONField(
        default=list, blank=True, help_text=_("Made on the phone, one for each tap.")
    )
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("said by"), null=True, related_name="+"
    )

    objects = ScopedManager["TalkFeedback"]()

    class Meta:
        verbose_name = _("answer after a talk")
        verbose_name_plural = _("answers after a talk")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(name="talk_feedback_once", fields=["student", "company", "side"])
        ]

    def __str__(self) -> str:
        return f"{self.side} {self.student_id} × {self.company_id}: {self.answer}"
