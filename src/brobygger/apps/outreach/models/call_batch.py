from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention, Role
from brobygger.apps.base.models import (
    OnErasure,
    Personal,
    Privacy,
    RowScope,
    Scope,
    ScopedManager,
    names_who,
)
from brobygger.apps.outreach.enums import CallState


def _is_own(scope: Scope) -> Q:
    return Q(
        pk__in=CallBatch._base_manager.filter(agents=scope.user_id, closed_at=None).order_by().values("pk")
    )


class CallBatch(models.Model):
    """
    Companies that a booking agency calls for a programme.

    Those of the agency see an open batch of their own, and nothing once it is closed.
    """

    scope = RowScope(programme="programme", shown={Role.AGENCY: _is_own})
    privacy = Privacy(
        user="agents",
        on_erasure=OnErasure.UNLINKED,
        personal=(
            Personal(
                _("which companies you call for a programme"),
                ("agents",),
                Purpose.COOPERATION,
                LegalBasis.AGREEMENT,
                Retention.COOPERATION,
                since=("closed_at",),
            ),
            names_who("made_by"),
        ),
        plain=("id", "programme", "target_list", "name", "brief", "due_date", "made_at", "closed_at"),
        open_rows={"closed_at": None},
    )

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="call_batches")
    target_list = models.ForeignKey(
        "outreach.TargetList", models.SET_NULL, null=True, blank=True, related_name="batches"
    )
    name = models.CharField(_("name"), max_length=120)
    brief = models.TextField(_("what to say"), blank=True, max_length=3000)
    due_date = models.DateField(_("due on"), null=True, blank=True)
    agents = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("who calls"), related_name="call_batches"
    )
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("made by"),
        null=True,
        blank=True,
        related_name="+",
    )
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    objects = ScopedManager()

    class Meta:
        verbose_name = _("batch of calls")
        verbose_name_plural = _("batches of calls")
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return self.name


class Call(models.Model):
    """A company of a batch, and how far the calls have come."""

    scope = RowScope(through="batch")
    privacy = Privacy(
        plain=("id", "batch", "company", "position", "state", "attempt_count", "call_back_at", "changed_at")
    )

    batch = models.ForeignKey("outreach.CallBatch", models.CASCADE, related_name="calls")
    company = models.ForeignKey("outreach.RegisteredCompany", models.CASCADE, related_name="calls")
    position = models.PositiveIntegerField()
    state = models.CharField(max_length=16, choices=CallState.choices, default=CallState.TO_CALL)
    attempt_count = models.PositiveSmallIntegerField(default=0)
    call_back_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()

    objects = ScopedManager()

    class Meta:
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        ordering = ("batch_id", "position", "pk")
        constraints = [models.UniqueConstraint(name="call_once", fields=["batch", "company"])]

    def __str__(self) -> str:
        return f"{self.company_id}: {self.state}"


class CallAttempt(models.Model):
    """One call and what it came to."""

    scope = RowScope(through="call")
    privacy = Privacy(
        personal=(
            Personal(
                _("what was noted in a call with a company"),
                ("note",),
                Purpose.COOPERATION,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.COOPERATION,
                since=("called_at",),
            ),
            names_who("called_by"),
        ),
        plain=("id", "call", "outcome", "called_at"),
    )

    call = models.ForeignKey("outreach.Call", models.CASCADE, related_name="attempts")
    outcome = models.CharField(max_length=16, choices=CallState.choices)
    note = models.CharField(_("note"), max_length=500, blank=True)
    called_at = models.DateTimeField()
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("called by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("attempt to call")
        verbose_name_plural = _("attempts to call")
        ordering = ("call_id", "called_at", "pk")

    def __str__(self) -> str:
        return f"{self.call_id}: {self.outcome}"
