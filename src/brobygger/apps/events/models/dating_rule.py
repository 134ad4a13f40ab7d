from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.events.enums import RuleKind


class DatingRule(models.Model):
    """
    A pair that must meet whatever it is worth, or must never. Seen by those who run the programme.

    The organiser makes it, or both sides do: who accepts a request for a talk makes one.
    """

    scope = RowScope(programme="student__evening__event__programme")
    privacy = Privacy(
        candidate="student__candidate",
        personal=(
            Personal(
                _(
                    "whom you meet at an evening for sure, as both agreed or the organiser says, or not at all"
                ),
                ("student", "company", "kind", "made_at"),
                Purpose.MATCHING,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.EVENT,
                since=("student__evening__event__ends_at",),
            ),
            names_who("made_by"),
        ),
        plain=("id",),
    )

    student = models.ForeignKey(
        "events.DatingStudent", models.CASCADE, verbose_name=_("candidate"), related_name="rules"
    )
    company = models.ForeignKey(
        "events.DatingCompany", models.CASCADE, verbose_name=_("company"), related_name="rules"
    )
    kind = models.CharField(_("rule"), max_length=8, choices=RuleKind.choices)
    made_at = models.DateTimeField(_("made"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("made by"), null=True, related_name="+"
    )

    objects = ScopedManager["DatingRule"]()

    class Meta:
        verbose_name = _("rule for a pair")
        verbose_name_plural = _("rules for pairs")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(name="dating_rule_once", fields=["student", "company", "kind"])
        ]

    def __str__(self) -> str:
        return f"{self.student_id} × {self.company_id}: {self.kind}"
