from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention, Role
from brobygger.apps.base.models import Personal, Privacy, RowScope, Scope, ScopedManager

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


class CandidateQuerySet(models.QuerySet["Candidate"]):
    def visible_to_companies(self) -> Self:
        return self.filter(visible_to_companies_at__isnull=False)

    def of_partner(self, user: User) -> Self:
        """Those of the programmes that an organisation which the user speaks for is a partner of."""
        found = Candidate._base_manager.filter(programmes__partnerships__organisation__contacts=user)
        return self.filter(pk__in=found.values("pk"))


def _shown_to_companies(scope: Scope) -> Q:
    """Those who show themselves, and those who applied to the user's organisation or took its invitation."""
    applied = Candidate._base_manager.filter(
        applications__is_shared=True, applications__opportunity__organisation__contacts=scope.user_id
    )
    return Q(visible_to_companies_at__isnull=False) | Q(pk__in=applied.order_by().values("pk"))


class Candidate(models.Model):
    """
    A person looking for a place, under an alias.

    Who it is stands in `CandidateIdentity`, groups of the fairness report in `CandidateBackground`: tables of
    their own, so that a query of the matcher cannot touch them.
    """

    scope = RowScope(programme="programmes", owners=("user",), shown={Role.COMPANY: _shown_to_companies})
    privacy = Privacy(
        user="user",
        candidate="pk",
        personal=(
            Personal(
                _("the name that others see, and since when"),
                (
                    "alias",
                    "user",
                    "visible_to_companies_at",
                    "created_at",
                    "changed_at",
                    "kept_at",
                    "warned_at",
                ),
                Purpose.MATCHING,
                LegalBasis.CONSENT,
                Retention.PROFILE,
                since=("changed_at", "kept_at", "user__last_login"),
            ),
        ),
        plain=("id",),
        identifying=("alias",),
    )

    alias = models.CharField(
        _("name that others see"),
        max_length=80,
        unique=True,
        help_text=_("The name that others see: “Candidate 017”."),
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("log-in"),
        null=True,
        blank=True,
        related_name="candidate",
    )
    visible_to_companies_at = models.DateTimeField(
        _("shown to companies since"),
        null=True,
        blank=True,
        help_text=_("Since when companies may see the anonymous profile; empty: they may not."),
    )
    created_at = models.DateTimeField(_("here since"))
    changed_at = models.DateTimeField(
        _("last changed"), db_index=True, help_text=_("Last change of anything that the matcher reads.")
    )
    kept_at = models.DateTimeField(
        _("kept at your wish"), null=True, blank=True, help_text=_("When the person last asked to keep it.")
    )
    warned_at = models.DateTimeField(
        _("told that it will be erased"),
        null=True,
        blank=True,
        help_text=_("When the person was told that nobody had been here for long."),
    )

    objects = ScopedManager.from_queryset(CandidateQuerySet)()

    class Meta:
        verbose_name = _("candidate")
        verbose_name_plural = _("candidates")
        ordering = ("pk",)
        indexes = [models.Index(name="candidate_visible", fields=["visible_to_companies_at"])]

    def __str__(self) -> str:
        return self.alias

    @property
    def is_visible_to_companies(self) -> bool:
        return self.visible_to_companies_at is not None
