from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Exists, F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention, Role
from brobygger.apps.base.models import Personal, Privacy, RowScope, Scope, ScopedManager

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


class CandidateQuerySet(models.QuerySet["Candidate"]):
    def visible_to_companies(self, user: User) -> Self:
        """Those whom a user who speaks for companies may see: shown to all, or in a programme of such a company."""
        shown = _shown_in_programmes(programmes__organisations__contacts=user)
        return self.filter(Q(visible_to_companies_at__isnull=False) | shown)

    def of_partner(self, user: User) -> Self:
        """Those of the programmes that an organisation which the user speaks for is a partner of."""
        found = Candidate._base_manager.filter(programmes__partnerships__organisation__contacts=user)
        return self.filter(pk__in=found.values("pk"))


def speaks_for_accepted(user_id: int | None) -> Exists:
    """A condition on the reader, not on the row: the user speaks for an organisation that was accepted."""
    users = get_user_model()._base_manager.filter(pk=user_id or 0, organisations__state="accepted")
    return Exists(users.order_by())


def _shown_to_companies(scope: Scope) -> Q:
    """
    Those who show themselves, once the user's organisation is accepted, and those who applied to it or took its
    invitation.
    """
    shown = Q(visible_to_companies_at__isnull=False) | _shown_in_programmes(programmes__in=scope.programmes)
    applied = Candidate._base_manager.filter(
        applications__is_shared=True, applications__opportunity__organisation__contacts=scope.user_id
    )
    accepted = Q(speaks_for_accepted(scope.user_id))
    return (shown & accepted) | Q(pk__in=applied.order_by().values("pk"))


def _shown_in_programmes(**programmes: object) -> Q:
    """Those who take part in one of these programmes and show themselves to its companies."""
    found = Candidate._base_manager.filter(**programmes, showings__programme_code=F("programmes__code"))
    return Q(pk__in=found.order_by().values("pk"))


class Candidate(models.Model):
    """
    A person looking for a place, under an alias.

    `graduates_from` and `graduates_until` repeat what the facts say, for lists and filters.

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
                    "matching_agreed_at",
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
            Personal(
                _("when you finish your education, as your CV or you yourself say"),
                ("graduates_from", "graduates_until"),
                Purpose.MATCHING,
                LegalBasis.CONSENT,
                Retention.PROFILE,
            ),
        ),
        plain=("id",),
        identifying=("alias",),
    )

    alias = models.CharField(
        _("name that others see"),
        max_length=80,
        unique=True,
        help_text=_("The name that others see: “Talent 017”."),
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
        help_text=_("Since when all companies may see the anonymous profile; empty: not all may."),
    )
    matching_agreed_at = models.DateTimeField(
        _("agreed to be ranked since"),
        null=True,
        blank=True,
        help_text=_("Since when the person agrees to be ranked; empty: is in no ranking."),
    )
    graduates_from = models.DateField(
        _("graduates, earliest"),
        null=True,
        blank=True,
        help_text=_("First day of the day, month or year in which the last education ends. Empty: not said."),
    )
    graduates_until = models.DateField(
        _("graduates, latest"), null=True, blank=True, help_text=_("Last day of it.")
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
        indexes = [
            models.Index(name="candidate_visible", fields=["visible_to_companies_at"]),
            # each ranked page asks how many are ranked and who changed last: answered by the index alone
            models.Index(
                name="candidate_ranked",
                fields=["changed_at", "id"],
                condition=models.Q(matching_agreed_at__isnull=False),
            ),
            models.Index(name="candidate_graduates", fields=["graduates_until", "graduates_from"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="candidate_graduates_both_and_in_order",
                condition=Q(graduates_from__isnull=True, graduates_until__isnull=True)
                | Q(graduates_from__isnull=False, graduates_until__gte=F("graduates_from")),
                violation_error_message=_("A graduation needs a first and a last day, in this order."),
            )
        ]

    def __str__(self) -> str:
        return self.alias

    @property
    def is_visible_to_companies(self) -> bool:
        """All companies may see the anonymous profile."""
        return self.visible_to_companies_at is not None

    @property
    def is_matched(self) -> bool:
        return self.matching_agreed_at is not None
