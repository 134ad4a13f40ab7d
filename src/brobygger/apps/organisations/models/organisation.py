from __future__ import annotations

from typing import TYPE_CHECKING, Self

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
from brobygger.apps.organisations.enums import Engagement, OrganisationKind, OrganisationState, SizeClass

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def of_user(self, user: User) -> Self:
        """The organisations that a user speaks for."""
        return self.filter(contacts=user)

    def led_by(self, user: User) -> Self:
        """Those of the programmes that an organisation which the user speaks for leads."""
        leads = {
            "programmes__partnerships__organisation__contacts": user,
            "programmes__partnerships__is_lead": True,
        }
        return self.filter(pk__in=Organisation._base_manager.filter(**leads).values("pk"))


def _is_accepted(scope: Scope) -> Q:
    return Q(state=OrganisationState.ACCEPTED)


def _offers_something(scope: Scope) -> Q:
    return Q(pk__in=Organisation._base_manager.filter(opportunities__state="open").values("pk"))


class Organisation(models.Model):
    """A company or institution that offers places."""

    scope = RowScope(
        programme="programmes",
        owners=("contacts",),
        shown={Role.AMBASSADOR: _is_accepted, Role.CANDIDATE: _offers_something},
    )
    privacy = Privacy(
        user="contacts",
        on_erasure=OnErasure.UNLINKED,
        personal=(
            Personal(
                _("which organisations you speak for"),
                ("contacts",),
                Purpose.COOPERATION,
                LegalBasis.AGREEMENT,
                Retention.COOPERATION,
            ),
            names_who("vetted_by", "vetted_by_name"),
        ),
        plain=(
            "id",
            "code",
            "name",
            "registered_number",
            "industry",
            "kind",
            "size_class",
            "is_exporter",
            "engagement",
            "about",
            "website",
            "looks_for",
            "state",
            "registered_at",
            "confirmed_at",
            "vetted_at",
            "vetting_reason",
            "reply_days",
            "invitations_per_day",
            "place_name",
            "country",
            "latitude",
            "longitude",
        ),
    )

    code = models.SlugField(max_length=60, unique=True, help_text=_("Short name in files and addresses."))
    name = models.CharField(max_length=200)
    registered_number = models.CharField(
        max_length=20, blank=True, help_text=_("CVR, organisasjonsnummer or organisationsnummer.")
    )
    industry = models.CharField(max_length=120, blank=True, help_text=_("In the words of NACE."))
    kind = models.CharField(
        _("kind"), max_length=16, choices=OrganisationKind.choices, default=OrganisationKind.COMPANY
    )
    size_class = models.CharField(max_length=8, choices=SizeClass.choices, blank=True)
    is_exporter = models.BooleanField(default=False)
    engagement = models.CharField(max_length=10, choices=Engagement.choices, default=Engagement.KNOWN)
    about = models.JSONField(default=dict, blank=True, help_text=_("A few sentences by language code."))
    website = models.URLField(blank=True)
    place_name = models.CharField(max_length=100, blank=True)
    country = models.CharField(max_length=2, help_text=_("ISO 3166-1."))
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    looks_for = models.TextField(
        _("what it looks for"), blank=True, max_length=500, help_text=_("In a few words.")
    )
    state = models.CharField(
        _("state"), max_length=10, choices=OrganisationState.choices, default=OrganisationState.ACCEPTED
    )
    registered_at = models.DateTimeField(
        _("registered"), null=True, blank=True, help_text=_("When it registered itself.")
    )
    confirmed_at = models.DateTimeField(
        null=True, blank=True, help_text=_("When whoever registered it confirmed the address.")
    )
    vetted_at = models.DateTimeField(_("looked at"), null=True, blank=True)
    vetted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("vetted by"),
        null=True,
        blank=True,
        related_name="+",
    )
    vetted_by_name = models.CharField(
        _("name of who vetted it"), max_length=150, blank=True, help_text=_("Stays when the user is removed.")
    )
    vetting_reason = models.TextField(_("why"), blank=True)
    reply_days = models.PositiveSmallIntegerField(
        default=10, help_text=_("Days within which every application gets an answer.")
    )
    invitations_per_day = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text=_("Candidates that it may invite for an opportunity on one day. Empty: as many as others."),
    )
    contacts = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        through="organisations.Contact",
        verbose_name=_("who speaks for it"),
        blank=True,
        related_name="organisations",
    )

    objects = ScopedManager.from_queryset(OrganisationQuerySet)()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ("name", "pk")
        constraints = [
            models.CheckConstraint(
                name="organisation_refused_by_a_person",
                condition=~Q(state__in=(OrganisationState.DECLINED, OrganisationState.SUSPENDED))
                | (Q(vetted_at__isnull=False) & ~Q(vetted_by_name="") & ~Q(vetting_reason="")),
                violation_error_message=_("A person declines or suspends an organisation, and says why."),
            ),
            models.CheckConstraint(
                name="organisation_coordinates_both",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False)
                & Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                violation_error_message=_("Coordinates need a latitude and a longitude in degrees."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_accepted(self) -> bool:
        return self.state == OrganisationState.ACCEPTED

    def about_in(self, language: str) -> str:
        """The description in `language`, else in English, else in whatever language there is."""
        found: str = self.about.get(language) or self.about.get("en") or next(iter(self.about.values()), "")
        return found
