from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention, Role
from brobygger.apps.base.models import (
    Personal,
    Privacy,
    RowScope,
    Scope,
    ScopedManager,
    everyone,
)
from brobygger.apps.organisations.enums import SizeClass


def _is_called(scope: Scope) -> Q:
    called = RegisteredCompany._base_manager.filter(
        calls__batch__agents=scope.user_id, calls__batch__closed_at=None
    )
    return Q(pk__in=called.order_by().values("pk"))


class RegisteredCompany(models.Model):
    """
    A company as a public register knows it: the latest extract that named it counts.

    It is no organisation of the product; it becomes one when it is visited.
    """

    scope = RowScope(shown={Role.PARTNER: everyone, Role.AGENCY: _is_called})
    privacy = Privacy(
        personal=(
            Personal(
                _("the phone number of a company in a public register"),
                ("phone",),
                Purpose.COOPERATION,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.COOPERATION,
                since=("seen_at",),
            ),
        ),
        plain=(
            "id",
            "country",
            "number",
            "name",
            "industry_code",
            "industry",
            "employees",
            "is_headcount_hidden",
            "size_class",
            "municipality",
            "region",
            "is_exporter",
            "is_protected",
            "is_active",
            "seen_at",
        ),
    )

    country = models.CharField(max_length=2)
    number = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    industry_code = models.CharField(max_length=12, blank=True)
    industry = models.CharField(max_length=200, blank=True)
    employees = models.PositiveIntegerField(null=True, blank=True)
    is_headcount_hidden = models.BooleanField(
        default=False, help_text=_("One to four employees, which the register does not tell apart.")
    )
    size_class = models.CharField(max_length=8, choices=SizeClass.choices, blank=True)
    municipality = models.CharField(max_length=100, blank=True)
    region = models.CharField(max_length=100, blank=True)
    is_exporter = models.BooleanField(null=True, blank=True)
    is_protected = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    seen_at = models.DateTimeField(help_text=_("When an extract last named it."))

    objects = ScopedManager()

    class Meta:
        verbose_name = _("company of a register")
        verbose_name_plural = _("companies of registers")
        ordering = ("name", "pk")
        constraints = [
            models.UniqueConstraint(name="registered_company_once", fields=["country", "number"]),
            models.CheckConstraint(
                name="registered_company_hidden_is_no_number",
                condition=Q(is_headcount_hidden=False) | Q(employees__isnull=True),
                violation_error_message=_("A headcount that is hidden has no number."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
