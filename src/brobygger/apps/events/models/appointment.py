from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention, Role
from brobygger.apps.base.models import Personal, Privacy, RowScope, Scope, ScopedManager


def _own_in_force(scope: Scope) -> Q:
    """One's own, of the version that holds."""
    own = Appointment._base_manager.filter(
        Q(student__candidate__user=scope.user_id) | Q(company__organisation__contacts=scope.user_id),
        version__published_at__isnull=False,
        version__superseded_at=None,
    )
    return Q(pk__in=own.order_by().values("pk"))


class Appointment(models.Model):
    """One talk of a version: in which round, at which table, who. A locked one stays in the next version."""

    scope = RowScope(
        programme="version__evening__event__programme",
        shown={Role.CANDIDATE: _own_in_force, Role.COMPANY: _own_in_force},
    )
    privacy = Privacy(
        candidate="student__candidate",
        personal=(
            Personal(
                _("your talks at an evening: when, where and with whom"),
                ("version", "round", "table", "company", "student"),
                Purpose.MATCHING,
                LegalBasis.AGREEMENT,
                Retention.EVENT,
                since=("version__evening__event__ends_at",),
            ),
        ),
        plain=("id", "locked", "is_mutual"),
    )

    version = models.ForeignKey(
        "events.TimetableVersion", models.CASCADE, verbose_name=_("version"), related_name="appointments"
    )
    round = models.PositiveSmallIntegerField(_("round"), help_text=_("Counted from 1."))
    table = models.CharField(_("table"), max_length=40)
    company = models.ForeignKey(
        "events.DatingCompany", models.CASCADE, verbose_name=_("company"), related_name="appointments"
    )
    student = models.ForeignKey(
        "events.DatingStudent", models.CASCADE, verbose_name=_("candidate"), related_name="appointments"
    )
    locked = models.BooleanField(_("locked"), default=False)
    is_mutual = models.BooleanField(_("both wished for it"), default=False)

    objects = ScopedManager["Appointment"]()

    class Meta:
        verbose_name = _("talk")
        verbose_name_plural = _("talks")
        ordering = ("round", "table", "pk")
        indexes = [models.Index(name="appointment_in_order", fields=["version", "round", "table"])]
        constraints = [
            models.UniqueConstraint(
                name="appointment_one_place_at_a_time", fields=["version", "round", "student"]
            ),
            models.UniqueConstraint(name="appointment_pair_once", fields=["version", "student", "company"]),
            models.CheckConstraint(name="appointment_round_from_1", condition=Q(round__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.round}, {self.table}: {self.student_id} × {self.company_id}"
