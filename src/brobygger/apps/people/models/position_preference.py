from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager


class PositionPreference(models.Model):
    """
    What a candidate looks for and can do. Empty fields: not said.

    Lists hold codes: `kinds` of opportunity, countries as ISO 3166-1 alpha-2 or “EU” for EU/EEA, occupations as URIs.
    """

    scope = RowScope(through="candidate")
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("what you look for: kinds, hours, pay, home, commute, countries, permits"),
                (
                    "kinds",
                    "wished_occupations",
                    "available_from",
                    "available_months",
                    "hours_minimum",
                    "hours_maximum",
                    "pay_floor",
                    "pay_currency",
                    "home_name",
                    "home_country",
                    "home_latitude",
                    "home_longitude",
                    "home_region",
                    "home_land",
                    "commute_minutes",
                    "moves_to",
                    "remote",
                    "work_right",
                    "markets",
                ),
                Purpose.MATCHING,
                LegalBasis.CONSENT,
                Retention.PROFILE,
            ),
        ),
        plain=("candidate",),
    )

    candidate = models.OneToOneField(
        "people.Candidate", models.CASCADE, primary_key=True, related_name="preference"
    )
    kinds = models.JSONField(_("kinds of opportunity"), default=list, blank=True)
    wished_occupations = models.JSONField(_("wished occupations"), default=list, blank=True)
    available_from = models.DateField(_("available from"), null=True, blank=True)
    available_months = models.FloatField(_("available for months"), null=True, blank=True)
    hours_minimum = models.FloatField(
        _("hours a week, at least"), null=True, blank=True, help_text=_("Hours a week.")
    )
    hours_maximum = models.FloatField(
        _("hours a week, at most"), null=True, blank=True, help_text=_("Hours a week.")
    )
    pay_floor = models.FloatField(
        _("lowest pay"), null=True, blank=True, help_text=_("Gross pay for a full month.")
    )
    pay_currency = models.CharField(_("currency"), max_length=3, blank=True, help_text=_("ISO 4217."))
    home_name = models.CharField(_("home"), max_length=100, blank=True)
    home_country = models.CharField(_("country of home"), max_length=2, blank=True)
    home_latitude = models.FloatField(_("latitude of home"), null=True, blank=True)
    home_longitude = models.FloatField(_("longitude of home"), null=True, blank=True)
    home_region = models.CharField(_("region of home"), max_length=100, blank=True)
    home_land = models.CharField(_("island or mainland of home"), max_length=20, blank=True)
    commute_minutes = models.PositiveSmallIntegerField(
        _("commute in minutes"), null=True, blank=True, help_text=_("Longest one-way commute.")
    )
    moves_to = models.JSONField(
        _("would move to"),
        null=True,
        blank=True,
        help_text=_("Countries. An empty list: none; nothing: not said."),
    )
    remote = models.BooleanField(_("remote work"), null=True, blank=True, help_text=_("Accepts remote work."))
    work_right = models.JSONField(
        _("right to work"),
        null=True,
        blank=True,
        help_text=_("Where the person may work without a new permit."),
    )
    markets = models.JSONField(
        _("markets"), default=list, blank=True, help_text=_("Markets that the person declares to know.")
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("preferences")
        verbose_name_plural = _("preferences")
        constraints = [
            models.CheckConstraint(
                name="preference_hours_both_and_in_order",
                condition=Q(hours_minimum__isnull=True, hours_maximum__isnull=True)
                | Q(
                    hours_minimum__isnull=False,
                    hours_maximum__isnull=False,
                    hours_minimum__gte=0,
                    hours_maximum__gte=F("hours_minimum"),
                    hours_maximum__lte=168,
                ),
                violation_error_message=_(
                    "Hours a week need a minimum and a maximum, and the minimum comes first."
                ),
            ),
            models.CheckConstraint(
                name="preference_pay_has_currency",
                condition=Q(pay_floor__isnull=True, pay_currency="")
                | (Q(pay_floor__isnull=False, pay_floor__gte=0) & ~Q(pay_currency="")),
                violation_error_message=_("A lowest pay needs an amount and a currency."),
            ),
            models.CheckConstraint(
                name="preference_home_is_whole",
                condition=Q(home_name="", home_latitude__isnull=True, home_longitude__isnull=True)
                | (
                    ~Q(home_name="")
                    & ~Q(home_country="")
                    & Q(home_latitude__isnull=False, home_longitude__isnull=False)
                    & Q(
                        home_latitude__gte=-90,
                        home_latitude__lte=90,
                        home_longitude__gte=-180,
                        home_longitude__lte=180,
                    )
                ),
                violation_error_message=_("A home needs a name, a country and coordinates."),
            ),
            models.CheckConstraint(
                name="preference_months_positive",
                condition=Q(available_months__isnull=True) | Q(available_months__gt=0),
                violation_error_message=_("The longest stay must be more than 0 months."),
            ),
        ]

    def __str__(self) -> str:
        return f"{', '.join(self.kinds) or '–'} {self.available_from or ''}".strip()
