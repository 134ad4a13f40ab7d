from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.events.enums import HOLDS_SEAT, PhotoAnswer, RegistrationState, Side, Way


class RegistrationQuerySet(models.QuerySet["Registration"]):
    def confirmed(self) -> Self:
        return self.filter(state=RegistrationState.CONFIRMED)

    def holding_a_seat(self) -> Self:
        return self.filter(state__in=HOLDS_SEAT)


class Registration(models.Model):
    """
    Somebody and an event. One row for each address, whatever comes of it.

    `number` is the place in the queue: who registers anew gets a new one. `code` is what the door reads, `key` makes
    the address of the person's own page, which is reached without a log-in.
    """

    scope = RowScope(programme="event__programme", owners=("user", "candidate__user"))
    privacy = Privacy(
        user="user",
        candidate="candidate",
        address="email",
        personal=(
            Personal(
                _("the events that you registered for, what you answered there, and whether you got a seat"),
                (
                    "event",
                    "user",
                    "candidate",
                    "organisation",
                    "name",
                    "email",
                    "language",
                    "side",
                    "field",
                    "country",
                    "answers",
                    "way",
                    "photos",
                    "number",
                    "state",
                    "offered_until",
                    "registered_at",
                    "changed_at",
                    "reminded_at",
                    "feedback_asked_at",
                    "gave_feedback",
                ),
                Purpose.EVENT,
                LegalBasis.AGREEMENT,
                Retention.EVENT,
                since=("event__ends_at",),
            ),
            Personal(
                _("what the door and your own page know your registration by"),
                ("code", "key"),
                Purpose.EVENT,
                LegalBasis.AGREEMENT,
                Retention.EVENT,
                is_secret=True,
            ),
            names_who("decided_by", "decided_by_name", "decided_at"),
        ),
        plain=("id",),
        identifying=("name", "email"),
        mentions=("answers",),
    )

    event = models.ForeignKey(
        "events.Event", models.CASCADE, verbose_name=_("event"), related_name="registrations"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("log-in"),
        null=True,
        blank=True,
        related_name="event_registrations",
    )
    candidate = models.ForeignKey(
        "people.Candidate",
        models.CASCADE,
        verbose_name=_("candidate"),
        null=True,
        blank=True,
        related_name="event_registrations",
    )
    organisation = models.ForeignKey(
        "organisations.Organisation",
        models.SET_NULL,
        verbose_name=_("comes for"),
        null=True,
        blank=True,
        related_name="event_registrations",
    )
    name = models.CharField(_("name"), max_length=200)
    email = models.EmailField(_("e-mail"), help_text=_("In small letters."))
    language = models.CharField(_("language"), max_length=5)
    side = models.CharField(_("comes as"), max_length=8, choices=Side.choices)
    field = models.CharField(
        _("field of study"), max_length=16, blank=True, help_text=_("Broad field of ISCED-F 2013.")
    )
    country = models.CharField(_("country"), max_length=2, blank=True)
    answers = models.JSONField(
        _("answers to the questions"), default=dict, blank=True, help_text=_("By the question's number.")
    )
    way = models.CharField(_("takes part"), max_length=8, choices=Way.choices, default=Way.PLACE)
    photos = models.CharField(
        _("may be on photos"), max_length=10, choices=PhotoAnswer.choices, default=PhotoAnswer.NOT_ASKED
    )
    number = models.PositiveIntegerField(_("place in the queue"))
    code = models.CharField(_("code at the door"), max_length=12, unique=True)
    key = models.CharField(_("key of the own page"), max_length=64, unique=True)
    state = models.CharField(_("state"), max_length=10, choices=RegistrationState.choices)
    offered_until = models.DateTimeField(_("seat offered until"), null=True, blank=True)
    registered_at = models.DateTimeField(_("registered"))
    changed_at = models.DateTimeField(_("last changed"))
    decided_at = models.DateTimeField(_("approved or declined at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("approved or declined by"),
        null=True,
        blank=True,
        related_name="+",
    )
    decided_by_name = models.CharField(_("name of who approved or declined"), max_length=150, blank=True)
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True)
    feedback_asked_at = models.DateTimeField(_("asked how it was"), null=True, blank=True)
    gave_feedback = models.BooleanField(_("said how it was"), default=False)

    objects = ScopedManager.from_queryset(RegistrationQuerySet)()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ("event_id", "number")
        indexes = [
            models.Index(name="registration_in_queue", fields=["event", "state", "number"]),
            models.Index(
                name="registration_offer_ends",
                fields=["offered_until"],
                condition=Q(state=RegistrationState.OFFERED),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                name="registration_once",
                fields=["event", "email"],
                violation_error_message=_("There is a registration with this address already."),
            ),
            models.UniqueConstraint(name="registration_number_once", fields=["event", "number"]),
            models.CheckConstraint(
                name="registration_offer_has_an_end",
                condition=~Q(state=RegistrationState.OFFERED) | Q(offered_until__isnull=False),
            ),
            models.CheckConstraint(
                name="registration_declined_by_a_person",
                condition=~Q(state=RegistrationState.DECLINED)
                | (Q(decided_at__isnull=False) & ~Q(decided_by_name="")),
                violation_error_message=_("A person answers with a no, never the product itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} #{self.number}: {self.state}"

    @property
    def holds_seat(self) -> bool:
        return self.state in HOLDS_SEAT

    @property
    def is_online(self) -> bool:
        return self.way == Way.ONLINE
