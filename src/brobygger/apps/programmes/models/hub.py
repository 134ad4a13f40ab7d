from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention, Role
from brobygger.apps.base.models import VISITOR, Personal, Privacy, RowScope, Scope, ScopedManager


def _is_public(scope: Scope) -> Q:
    return Q(is_public=True)


class Hub(models.Model):
    """A platform of a programme in another place: where it is, whom one asks, who works with it there."""

    scope = RowScope(
        programme="programme", shown=dict.fromkeys((*(role.value for role in Role), VISITOR), _is_public)
    )
    privacy = Privacy(
        plain=(
            "id",
            "programme",
            "code",
            "name",
            "about",
            "address",
            "city",
            "other_towns",
            "country",
            "email",
            "website",
            "is_public",
            "partners",
            "changed_at",
        )
    )

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="hubs")
    code = models.SlugField(
        _("code"), max_length=60, unique=True, help_text=_("Short name in the address of the page.")
    )
    name = models.CharField(_("name"), max_length=150)
    about = models.TextField(_("about"), max_length=3_000, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    city = models.CharField(_("town"), max_length=120)
    other_towns = models.CharField(
        _("towns nearby"),
        max_length=200,
        blank=True,
        help_text=_("Between commas. Events held there are shown too."),
    )
    country = models.CharField(_("country"), max_length=2, help_text=_("ISO 3166-1."))
    email = models.EmailField(_("shared e-mail address"), blank=True)
    website = models.URLField(_("website"), blank=True)
    is_public = models.BooleanField(_("everybody may see the page"), default=False)
    partners = models.ManyToManyField(
        "organisations.Organisation", verbose_name=_("local partners"), blank=True, related_name="hubs"
    )
    changed_at = models.DateTimeField(_("changed"))

    objects = ScopedManager["Hub"]()

    class Meta:
        verbose_name = _("hub")
        verbose_name_plural = _("hubs")
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name

    @property
    def towns(self) -> list[str]:
        """The town and those nearby."""
        nearby = (one.strip() for one in self.other_towns.split(","))
        return list(dict.fromkeys(filter(None, (self.city.strip(), *nearby))))


class HubContact(models.Model):
    """Somebody whom one asks at a hub."""

    scope = RowScope(through="hub")
    privacy = Privacy(
        address="email",
        identifying=("name", "email"),
        personal=(
            Personal(
                _("that you are a contact of a hub"),
                ("name", "function", "email"),
                Purpose.COOPERATION,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.COOPERATION,
                since=("noted_at",),
            ),
        ),
        open_rows={"hub__is_public": True},
        plain=("id", "hub", "noted_at"),
    )

    hub = models.ForeignKey("programmes.Hub", models.CASCADE, related_name="contacts")
    name = models.CharField(_("name"), max_length=150)
    function = models.CharField(_("function"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    noted_at = models.DateTimeField(_("noted"))

    objects = ScopedManager["HubContact"]()

    class Meta:
        verbose_name = _("contact of a hub")
        verbose_name_plural = _("contacts of hubs")
        ordering = ("hub_id", "pk")

    def __str__(self) -> str:
        return self.name
