from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention, Role
from brobygger.apps.base.models import Personal, Privacy, RowScope, Scope, ScopedManager
from brobygger.apps.events.enums import WishOrigin, WishSide


def _of_own_side(scope: Scope) -> Q:
    """Whoever made it; the other side and those who run the programme do not."""
    own = DatingWish._base_manager.filter(
        Q(side=WishSide.STUDENT, student__candidate__user=scope.user_id)
        | Q(side=WishSide.COMPANY, company__organisation__contacts=scope.user_id)
    )
    return Q(pk__in=own.order_by().values("pk"))


class DatingWish(models.Model):
    """
    Somebody at an evening would like to meet somebody: 1 gladly, 2 very gladly, 3 above all.

    It is blind: only who made it sees it, and the planner's sums. The pages show nobody another one's wish.
    """

    scope = RowScope(shown={Role.CANDIDATE: _of_own_side, Role.COMPANY: _of_own_side})
    privacy = Privacy(
        candidate="student__candidate",
        # what a company wishes stays blind to the candidate, also in the file that is taken along
        candidate_rows={"side": WishSide.STUDENT},
        personal=(
            Personal(
                _("whom you would like to meet at an evening"),
                ("student", "company", "side", "strength", "origin", "made_at"),
                Purpose.MATCHING,
                LegalBasis.AGREEMENT,
                Retention.EVENT,
                since=("student__evening__event__ends_at",),
            ),
        ),
        plain=("id",),
    )

    student = models.ForeignKey(
        "events.DatingStudent", models.CASCADE, verbose_name=_("candidate"), related_name="wishes"
    )
    company = models.ForeignKey(
        "events.DatingCompany", models.CASCADE, verbose_name=_("company"), related_name="wishes"
    )
    side = models.CharField(_("whose wish"), max_length=8, choices=WishSide.choices)
    strength = models.PositiveSmallIntegerField(_("how much"), default=1)
    origin = models.CharField(
        _("where it comes from"), max_length=10, choices=WishOrigin.choices, default=WishOrigin.SAID
    )
    made_at = models.DateTimeField(_("made"))

    objects = ScopedManager["DatingWish"]()

    class Meta:
        verbose_name = _("wish")
        verbose_name_plural = _("wishes")
        ordering = ("-strength", "pk")
        constraints = [
            models.UniqueConstraint(name="dating_wish_once", fields=["student", "company", "side"]),
            models.CheckConstraint(
                name="dating_wish_from_1_to_3",
                condition=Q(strength__gte=1, strength__lte=3),
                violation_error_message=_("A wish counts 1, 2 or 3."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.side} {self.student_id} × {self.company_id}"
