from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager
from brobygger.apps.outreach.enums import AgentKind, BookingState, SchoolLevel


class Agent(models.Model):
    """
    A Career Agent who spreads events by word of mouth, or a technology ambassador who visits schools.

    Has a link of the own. What an agent sees are numbers, and nobody's data.
    """

    scope = RowScope(programme="programme", owners=("user",))
    privacy = Privacy(
        user="user",
        personal=(
            Personal(
                _("that you are an agent or ambassador, your link, and what you talk about"),
                ("user", "programme", "kind", "name", "code", "about", "is_active", "since_at"),
                Purpose.COOPERATION,
                LegalBasis.AGREEMENT,
                Retention.COOPERATION,
                since=("since_at", "user__last_login"),
            ),
        ),
        plain=("id",),
        identifying=("name",),
        open_rows={"is_active": True},
    )

    programme = models.ForeignKey(
        "programmes.Programme", models.CASCADE, verbose_name=_("programme"), related_name="agents"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name=_("log-in"),
        null=True,
        blank=True,
        related_name="agents",
    )
    kind = models.CharField(_("kind"), max_length=16, choices=AgentKind.choices)
    name = models.CharField(_("name"), max_length=120, help_text=_("As others may read it."))
    code = models.SlugField(_("end of the link"), max_length=40, unique=True)
    about = models.CharField(_("talks about"), max_length=300, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    since_at = models.DateTimeField(_("since"))

    objects = ScopedManager["Agent"]()

    class Meta:
        verbose_name = _("agent or ambassador")
        verbose_name_plural = _("agents and ambassadors")
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name


class AgentReach(models.Model):
    """How often an agent's link was opened on a day, and how many signed up through it. Counts, of nobody in particular."""

    scope = RowScope(through="agent")
    privacy = Privacy(plain=("id", "agent", "day", "visits", "sign_ups"))

    agent = models.ForeignKey("outreach.Agent", models.CASCADE, related_name="reach")
    day = models.DateField(_("day"))
    visits = models.PositiveIntegerField(_("visits"), default=0)
    sign_ups = models.PositiveIntegerField(_("sign-ups"), default=0)

    objects = ScopedManager["AgentReach"]()

    class Meta:
        verbose_name = _("reach of an agent")
        verbose_name_plural = _("reach of agents")
        ordering = ("agent", "day")
        constraints = [models.UniqueConstraint(name="reach_once_a_day", fields=["agent", "day"])]

    def __str__(self) -> str:
        return f"{self.agent_id} {self.day} {self.visits}"


class AmbassadorBooking(models.Model):
    """That a school wants an ambassador to come, and how many pupils were reached: counts, of nobody in particular."""

    scope = RowScope(programme="agent__programme", owners=("agent__user",))
    privacy = Privacy(
        address="contact_email",
        personal=(
            Personal(
                _("that you booked an ambassador for your school, and how you are reached"),
                ("contact_name", "contact_email", "language", "note", "asked_at", "answered_at"),
                Purpose.COOPERATION,
                LegalBasis.AGREEMENT,
                Retention.COOPERATION,
                since=("asked_at",),
            ),
        ),
        plain=(
            "id",
            "agent",
            "school",
            "level",
            "wanted_on",
            "state",
            "girls",
            "boys",
            "others",
        ),
        identifying=("contact_name", "contact_email"),
    )

    agent = models.ForeignKey("outreach.Agent", models.CASCADE, related_name="bookings")
    school = models.CharField(_("school"), max_length=200)
    level = models.CharField(_("level"), max_length=16, choices=SchoolLevel.choices)
    contact_name = models.CharField(_("your name"), max_length=200)
    contact_email = models.EmailField(_("your e-mail"))
    language = models.CharField(_("language"), max_length=5, blank=True)
    wanted_on = models.DateField(_("wished day"))
    note = models.CharField(_("what you would like to hear about"), max_length=500, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=BookingState.choices, default=BookingState.ASKED
    )
    girls = models.PositiveSmallIntegerField(_("girls"), null=True, blank=True)
    boys = models.PositiveSmallIntegerField(_("boys"), null=True, blank=True)
    others = models.PositiveSmallIntegerField(_("others, or not said"), null=True, blank=True)
    asked_at = models.DateTimeField(_("asked"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects = ScopedManager["AmbassadorBooking"]()

    class Meta:
        verbose_name = _("booking of an ambassador")
        verbose_name_plural = _("bookings of ambassadors")
        ordering = ("wanted_on", "pk")

    def __str__(self) -> str:
        return f"{self.school} {self.wanted_on}"
