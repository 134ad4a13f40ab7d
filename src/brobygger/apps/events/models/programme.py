from __future__ import annotations

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.events.enums import SeatState, SessionKind


class Room(models.Model):
    """A room of an event, and how many it holds."""

    scope = RowScope(through="event")
    privacy = Privacy(plain=("id", "event", "name", "seats"))

    event = models.ForeignKey("events.Event", models.CASCADE, related_name="rooms")
    name = models.CharField(_("name"), max_length=120)
    seats = models.PositiveIntegerField(_("seats"), validators=[MinValueValidator(1)])

    objects = ScopedManager["Room"]()

    class Meta:
        verbose_name = _("room of an event")
        verbose_name_plural = _("rooms of events")
        ordering = ("name", "pk")
        constraints = [
            models.UniqueConstraint(
                name="room_once",
                fields=["event", "name"],
                violation_error_message=_("This event has a room of that name already."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Speaker(models.Model):
    """
    Somebody who speaks at an event, as typed by its organisers. Without a noted consent the name is shown to nobody
    outside of them.
    """

    scope = RowScope(through="event")
    privacy = Privacy(
        address="email",
        identifying=("name", "email"),
        personal=(
            Personal(
                _(
                    "that you speak at an event, how you are presented there, and whether you may be named in public"
                ),
                (
                    "name",
                    "title",
                    "organisation",
                    "email",
                    "text",
                    "may_be_named",
                    "consent_noted_at",
                ),
                Purpose.EVENT,
                LegalBasis.AGREEMENT,
                Retention.EVENT,
                since=("event__ends_at",),
            ),
            names_who("consent_noted_by"),
        ),
        plain=("id", "event"),
        mentions=("text",),
    )

    event = models.ForeignKey("events.Event", models.CASCADE, related_name="speakers")
    name = models.CharField(_("name"), max_length=200)
    title = models.CharField(_("title"), max_length=200, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("Shown to nobody but the organisers."))
    text = models.TextField(_("own short text"), blank=True, max_length=2000)
    may_be_named = models.BooleanField(_("agreed to be named in public"), default=False)
    consent_noted_at = models.DateTimeField(_("agreement noted"), null=True, blank=True)
    consent_noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("agreement noted by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager["Speaker"]()

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ("name", "pk")
        constraints = [
            models.CheckConstraint(
                name="speaker_consent_has_a_moment",
                condition=Q(may_be_named=False) | Q(consent_noted_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.name


class EventSession(models.Model):
    """
    A part of an event's programme. One with a capacity of its own is chosen by those who come; the others are open to
    everybody.
    """

    scope = RowScope(through="event")
    privacy = Privacy(
        plain=(
            "id",
            "event",
            "room",
            "kind",
            "title",
            "abstract",
            "starts_at",
            "ends_at",
            "capacity",
            "speakers",
            "created_at",
            "changed_at",
        ),
        mentions=("title", "abstract"),
    )

    event = models.ForeignKey("events.Event", models.CASCADE, related_name="sessions")
    room = models.ForeignKey(
        "events.Room",
        models.SET_NULL,
        verbose_name=_("room"),
        null=True,
        blank=True,
        related_name="sessions",
    )
    kind = models.CharField(_("kind"), max_length=16, choices=SessionKind.choices, default=SessionKind.TALK)
    title = models.CharField(_("title"), max_length=200)
    abstract = models.TextField(_("what it is about"), blank=True, max_length=5000)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    capacity = models.PositiveIntegerField(
        _("seats to be chosen"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Empty: no seat has to be chosen, anybody can come."),
    )
    speakers = models.ManyToManyField(
        "events.Speaker", verbose_name=_("speakers"), blank=True, related_name="sessions"
    )
    created_at = models.DateTimeField(_("created"))
    changed_at = models.DateTimeField(_("changed"))

    objects = ScopedManager["EventSession"]()

    class Meta:
        verbose_name = _("session of an event")
        verbose_name_plural = _("sessions of events")
        ordering = ("starts_at", "room__name", "pk")
        indexes = [models.Index(name="session_of_event", fields=["event", "starts_at"])]
        constraints = [
            models.CheckConstraint(
                name="session_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("A session must end after it starts."),
            )
        ]

    def __str__(self) -> str:
        return self.title


class SessionSeat(models.Model):
    """
    A seat in a session that somebody who registered has chosen, is offered, or waits for. Who waits stands in the order
    of the rows.
    """

    scope = RowScope(through="registration")
    privacy = Privacy(
        user="registration__user",
        candidate="registration__candidate",
        address="registration__email",
        personal=(
            Personal(
                _("the sessions of an event that you chose or wait for"),
                ("session", "registration", "state", "offered_until", "chosen_at"),
                Purpose.EVENT,
                LegalBasis.AGREEMENT,
                Retention.EVENT,
                since=("registration__event__ends_at",),
            ),
        ),
        plain=("id",),
    )

    session = models.ForeignKey(
        "events.EventSession", models.CASCADE, verbose_name=_("session"), related_name="seats"
    )
    registration = models.ForeignKey(
        "events.Registration",
        models.CASCADE,
        verbose_name=_("registration"),
        related_name="session_seats",
    )
    state = models.CharField(_("state"), max_length=8, choices=SeatState.choices, default=SeatState.CHOSEN)
    offered_until = models.DateTimeField(_("seat offered until"), null=True, blank=True)
    chosen_at = models.DateTimeField(_("chosen"), help_text=_("For somebody who waits: since when."))

    objects = ScopedManager["SessionSeat"]()

    class Meta:
        verbose_name = _("seat in a session")
        verbose_name_plural = _("seats in sessions")
        ordering = ("session_id", "pk")
        indexes = [
            models.Index(
                name="session_offer_ends",
                fields=["offered_until"],
                condition=Q(state=SeatState.OFFERED),
            )
        ]
        constraints = [
            models.UniqueConstraint(name="session_seat_once", fields=["session", "registration"]),
            models.CheckConstraint(
                name="session_offer_has_an_end",
                condition=~Q(state=SeatState.OFFERED) | Q(offered_until__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id}: {self.registration_id}"
