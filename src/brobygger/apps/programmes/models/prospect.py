from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.programmes.enums import PartnerRight, ProspectState, WriteBasis


class Prospect(models.Model):
    """An organisation that might join a programme: how far it has come, what comes next, who sees to it."""

    scope = RowScope(programme="programme", owners=("owner",))
    privacy = Privacy(
        address="contact_email",
        identifying=("contact_name", "contact_email"),
        mentions=("next_step",),
        personal=(
            Personal(
                _("that you were asked whether your organisation joins a programme"),
                ("contact_name", "contact_email", "language", "write_basis"),
                Purpose.COOPERATION,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.COOPERATION,
                since=("changed_at",),
            ),
            names_who("owner", "added_by", "decided_by", "decided_by_name"),
        ),
        open_rows={"state__in": [ProspectState.TALKING.value, ProspectState.WILLING.value]},
        plain=(
            "id",
            "programme",
            "organisation",
            "state",
            "rights",
            "next_step",
            "due_date",
            "added_at",
            "invited_at",
            "answered_at",
            "decided_at",
            "changed_at",
        ),
    )

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="prospects")
    organisation = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="prospects")
    state = models.CharField(
        _("state"), max_length=12, choices=ProspectState.choices, default=ProspectState.PROSPECTIVE
    )
    rights = models.CharField(
        _("would join as"), max_length=8, choices=PartnerRight.choices, default=PartnerRight.MEMBER
    )
    contact_name = models.CharField(_("contact"), max_length=150, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(_("language"), max_length=2, default="en")
    write_basis = models.CharField(
        _("why we may write"), max_length=10, choices=WriteBasis.choices, blank=True
    )
    next_step = models.CharField(_("next step"), max_length=200, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("who sees to it"),
        null=True,
        blank=True,
        related_name="+",
    )
    due_date = models.DateField(_("due"), null=True, blank=True)
    added_at = models.DateTimeField(_("added"))
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("added by"),
        null=True,
        blank=True,
        related_name="+",
    )
    invited_at = models.DateTimeField(_("invited"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        related_name="+",
    )
    decided_by_name = models.CharField(
        _("name of who decided"), max_length=150, blank=True, help_text=_("Stays when the user is removed.")
    )
    changed_at = models.DateTimeField(_("changed"))

    objects = ScopedManager["Prospect"]()

    class Meta:
        verbose_name = _("prospective partner")
        verbose_name_plural = _("prospective partners")
        ordering = ("due_date", "pk")
        constraints = [
            models.UniqueConstraint(
                name="prospect_once",
                fields=["programme", "organisation"],
                violation_error_message=_("The organisation is on the list of the programme already."),
            ),
            models.CheckConstraint(
                name="prospect_joins_by_a_person",
                condition=~Q(state=ProspectState.JOINED)
                | (Q(decided_at__isnull=False) & ~Q(decided_by_name="")),
                violation_error_message=_("A person confirms that an organisation joins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} – {self.organisation_id}: {self.state}"


class ProspectStep(models.Model):
    """What happened with a prospective partner."""

    scope = RowScope(through="prospect")
    privacy = Privacy(
        personal=(names_who("noted_by"),),
        mentions=("note",),
        plain=("id", "prospect", "state", "note", "noted_at"),
    )

    prospect = models.ForeignKey("programmes.Prospect", models.CASCADE, related_name="steps")
    state = models.CharField(_("state"), max_length=12, choices=ProspectState.choices)
    note = models.CharField(_("note"), max_length=500, blank=True)
    noted_at = models.DateTimeField(_("when"))
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("noted by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager["ProspectStep"]()

    class Meta:
        verbose_name = _("step with a prospective partner")
        verbose_name_plural = _("steps with prospective partners")
        ordering = ("noted_at", "pk")

    def __str__(self) -> str:
        return f"{self.prospect_id} {self.state}"
