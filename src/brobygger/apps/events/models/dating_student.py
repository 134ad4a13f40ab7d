from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention, Role
from brobygger.apps.base.models import Personal, Privacy, RowScope, Scope, ScopedManager
from brobygger.apps.events.enums import RequestState, WishSide
from brobygger.apps.organisations.enums import OrganisationState
from brobygger.apps.people.models import Candidate


def _to_companies_of_the_evening(scope: Scope) -> Q:
    """
    To a company that takes part: those who let it see the anonymous profile, those who ask it for a talk until that
    comes to nothing, those whom it agreed with, and those whom it meets.
    """
    there = DatingStudent._base_manager.filter(
        evening__companies__organisation__contacts=scope.user_id, withdrawn_at=None
    )
    met = DatingStudent._base_manager.filter(
        appointments__version__published_at__isnull=False,
        appointments__company__organisation__contacts=scope.user_id,
    )
    asking = DatingStudent._base_manager.filter(
        Q(
            talk_requests__side=WishSide.STUDENT,
            talk_requests__state=RequestState.ASKED,
            talk_requests__expires_at__gt=now(),
        )
        | Q(talk_requests__state=RequestState.ACCEPTED),
        talk_requests__company__withdrawn_at=None,
        talk_requests__company__organisation__state=OrganisationState.ACCEPTED,
        talk_requests__company__organisation__contacts=scope.user_id,
        withdrawn_at=None,
    )
    shown = Candidate.scope.condition(Candidate, scope)
    visible = Candidate._base_manager.filter(shown).order_by().values("pk")
    return (
        Q(pk__in=there.order_by().values("pk"), candidate__in=visible)
        | Q(pk__in=asking.order_by().values("pk"))
        | Q(pk__in=met.order_by().values("pk"))
    )


class DatingStudent(models.Model):
    """A candidate at an evening. What somebody needs is read by the planner and the organiser, by no company."""

    scope = RowScope(
        programme="evening__event__programme",
        owners=("candidate__user",),
        shown={Role.COMPANY: _to_companies_of_the_evening},
    )
    privacy = Privacy(
        candidate="candidate",
        user="candidate__user",
        personal=(
            Personal(
                _("the Company Dating evenings that you take part in, and when you are there"),
                (
                    "candidate",
                    "evening",
                    "first_round",
                    "last_round",
                    "most",
                    "rests",
                    "is_walk_in",
                    "joined_at",
                    "wishes_said_at",
                    "withdrawn_at",
                ),
                Purpose.MATCHING,
                LegalBasis.AGREEMENT,
                Retention.EVENT,
                since=("evening__event__ends_at",),
            ),
            Personal(
                _("what you need to take part in an evening"),
                ("needs_accessible_table", "needs_interpreter"),
                Purpose.MATCHING,
                LegalBasis.EXPLICIT_CONSENT,
                Retention.EVENT,
                since=("evening__event__ends_at",),
            ),
        ),
        plain=("id",),
    )

    evening = models.ForeignKey(
        "events.DatingEvening", models.CASCADE, verbose_name=_("evening"), related_name="students"
    )
    candidate = models.ForeignKey(
        "people.Candidate", models.CASCADE, verbose_name=_("candidate"), related_name="dating_evenings"
    )
    first_round = models.PositiveSmallIntegerField(_("there from round"), null=True, blank=True)
    last_round = models.PositiveSmallIntegerField(_("there until round"), null=True, blank=True)
    most = models.PositiveSmallIntegerField(_("talks at most"), null=True, blank=True)
    rests = models.BooleanField(_("never two talks in a row"), default=False)
    needs_accessible_table = models.BooleanField(_("needs a wheelchair-accessible table"), default=False)
    needs_interpreter = models.BooleanField(_("needs an interpreter"), default=False)
    is_walk_in = models.BooleanField(_("came unannounced"), default=False)
    joined_at = models.DateTimeField(_("joined"))
    wishes_said_at = models.DateTimeField(_("wishes said"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrew"), null=True, blank=True)

    objects = ScopedManager["DatingStudent"]()

    class Meta:
        verbose_name = _("candidate at an evening")
        verbose_name_plural = _("candidates at an evening")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(name="dating_student_once", fields=["evening", "candidate"])]

    def __str__(self) -> str:
        return str(self.candidate)
