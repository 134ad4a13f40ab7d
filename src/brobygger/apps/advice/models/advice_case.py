from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.advice.enums import TargetCountry, TextKind
from brobygger.apps.base.enums import LegalBasis, Purpose, Retention, Role
from brobygger.apps.base.models import Personal, Privacy, RowScope, Scope, ScopedManager, names_who


def _is_shared_with(scope: Scope) -> Q:
    return Q(adviser=scope.user_id, ended_at=None)


class AdviceCase(models.Model):
    """
    A text that a candidate asks one adviser for help with: its versions, comments and appointments.

    Opening it is what lets the adviser read the text; `ended_at` ends that. Nobody else sees it, whoever runs the
    programme.
    """

    scope = RowScope(owners=("candidate__user",), shown={Role.PARTNER: _is_shared_with})
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("what you asked an adviser for help with, and until when the adviser may read it"),
                (
                    "candidate",
                    "programme",
                    "kind",
                    "country",
                    "title",
                    "question",
                    "opened_at",
                    "changed_at",
                    "ended_at",
                ),
                Purpose.ADVICE,
                LegalBasis.CONSENT,
                Retention.ADVICE,
                since=("changed_at",),
            ),
            names_who("adviser"),
        ),
        plain=("id",),
    )

    candidate = models.ForeignKey(
        "people.Candidate", models.CASCADE, verbose_name=_("candidate"), related_name="advice_cases"
    )
    programme = models.ForeignKey(
        "programmes.Programme", models.CASCADE, verbose_name=_("programme"), related_name="advice_cases"
    )
    adviser = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("adviser"),
        null=True,
        blank=True,
        related_name="advice_cases",
    )
    kind = models.CharField(_("what it is"), max_length=12, choices=TextKind.choices)
    country = models.CharField(
        _("country that it is written for"), max_length=2, choices=TargetCountry.choices, blank=True
    )
    title = models.CharField(
        _("what you call it"), max_length=120, blank=True, help_text=_("Like “Application to the harbour”.")
    )
    question = models.CharField(_("what you want to know"), max_length=500, blank=True)
    opened_at = models.DateTimeField(_("shared since"))
    changed_at = models.DateTimeField(_("last changed"))
    ended_at = models.DateTimeField(_("shared until"), null=True, blank=True)

    objects = ScopedManager["AdviceCase"]()

    class Meta:
        verbose_name = _("text with an adviser")
        verbose_name_plural = _("texts with advisers")
        ordering = ("-changed_at", "-pk")
        indexes = [models.Index(name="advice_case_of_adviser", fields=["adviser", "ended_at"])]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What it is called, or what it is."""
        return self.title or str(TextKind(self.kind).label)

    @property
    def is_shared(self) -> bool:
        return self.ended_at is None
