from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention, Role
from brobygger.apps.base.models import VISITOR, Personal, Privacy, RowScope, Scope, ScopedManager
from brobygger.apps.classifications.models import ReadText
from brobygger.apps.opportunities.enums import NAMES_A_FUND, OpportunityKind, OpportunityState, PaidBy
from brobygger.apps.opportunities.models.opportunity_approval import OpportunityApproval
from brobygger.apps.opportunities.models.opportunity_translation import digest_of
from brobygger.apps.programmes.models import Programme

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


class OpportunityQuerySet(models.QuerySet["Opportunity"]):
    def open(self) -> Self:
        return self.filter(state=OpportunityState.OPEN)

    def published(self) -> Self:
        """The open ones, but those that their own programme has still to approve."""
        return self.open().filter(_is_approved_at_home())

    def of_company_user(self, user: User) -> Self:
        """The opportunities of the organisations that a user speaks for."""
        return self.filter(organisation__contacts=user)

    def of_partner(self, user: User) -> Self:
        """Those of the programmes that an organisation which the user speaks for is a partner of."""
        found = Opportunity._base_manager.filter(programme__partnerships__organisation__contacts=user)
        return self.filter(pk__in=found.values("pk"))

    def in_programme(self, programme_id: int | None) -> Self:
        """Those of one programme; all where none is named."""
        return self if programme_id is None else self.filter(programme=programme_id)


def asking_programmes() -> models.QuerySet[Programme]:
    """Programmes that approve each opportunity before their candidates see it."""
    return Programme._base_manager.filter(approves_opportunities=True).order_by()


def approvals_of(**which: object) -> models.QuerySet[OpportunityApproval]:
    return OpportunityApproval._base_manager.filter(is_approved=True, **which).order_by()


def _is_approved_at_home() -> Q:
    """Its own programme, if it has one, has approved it or does not ask for that."""
    approved = approvals_of(opportunity=OuterRef("pk"), programme=OuterRef("programme"))
    return ~Q(programme__in=asking_programmes().values("pk")) | Q(Exists(approved))


def _is_published(scope: Scope) -> Q:
    return Q(state=OpportunityState.OPEN) & _is_approved_at_home()


def _is_shown_to_candidate(scope: Scope) -> Q:
    """Published, and approved by those of the candidate's own programmes that ask for it."""
    own = asking_programmes().filter(candidates__user=scope.user_id)
    approved = approvals_of(opportunity=OuterRef(OuterRef("pk")), programme=OuterRef("pk"))
    missing = own.filter(~Exists(approved))
    # most candidates are in no programme that asks: that is found out once, not for each row
    return _is_published(scope) & (Q(~Exists(own)) | Q(~Exists(missing)))


class Opportunity(ReadText):
    """
    A place that an organisation offers, and its ad as written.

    `kind`, `places`, `paid_by`, `fund`, `place_name` and `country` repeat what was read from the ad, for lists and
    filters; the facts are in `OpportunityFact`.
    """

    scope = RowScope(
        programme="programme",
        owners=("organisation__contacts",),
        shown={
            Role.CANDIDATE: _is_shown_to_candidate,
            **dict.fromkeys((Role.AGENCY, Role.AMBASSADOR, VISITOR), _is_published),
        },
    )
    privacy = Privacy(
        personal=(
            Personal(
                _("who wrote an ad, where it names a person"),
                ("text",),
                Purpose.COOPERATION,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.COOPERATION,
            ),
        ),
        plain=(
            "id",
            "language",
            "passages",
            "read_at",
            "organisation",
            "programme",
            "code",
            "title",
            "kind",
            "places",
            "paid_by",
            "fund",
            "place_name",
            "country",
            "date_posted",
            "valid_through",
            "state",
            "published_at",
            "created_at",
            "changed_at",
            "translated_at",
        ),
    )

    organisation = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, related_name="opportunities"
    )
    programme = models.ForeignKey(
        "programmes.Programme", models.SET_NULL, null=True, blank=True, related_name="opportunities"
    )
    code = models.SlugField(
        max_length=80, null=True, blank=True, unique=True, help_text=_("Name in the file it came from.")
    )
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=16, choices=OpportunityKind.choices, blank=True)
    places = models.PositiveSmallIntegerField(default=1)
    paid_by = models.CharField(
        max_length=9, choices=PaidBy.choices, blank=True, help_text=_("Empty: not said.")
    )
    fund = models.CharField(
        max_length=100, blank=True, help_text=_("Name of the programme, fund or grant that pays.")
    )
    place_name = models.CharField(max_length=100, blank=True)
    country = models.CharField(max_length=2, blank=True)
    date_posted = models.DateField(help_text=_("The day that relative dates in the ad count from."))
    valid_through = models.DateField(null=True, blank=True, help_text=_("Application deadline."))
    state = models.CharField(max_length=8, choices=OpportunityState.choices, default=OpportunityState.DRAFT)
    published_at = models.DateTimeField(
        null=True, blank=True, help_text=_("When it was opened first. Empty: not yet, or not known.")
    )
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField(
        db_index=True, help_text=_("Last change of anything that the matcher reads.")
    )
    translated_at = models.DateTimeField(
        null=True, blank=True, help_text=_("When a translation was last saved or removed. Empty: never.")
    )

    objects = ScopedManager.from_queryset(OpportunityQuerySet)()

    class Meta:
        verbose_name = _("opportunity")
        verbose_name_plural = _("opportunities")
        ordering = ("-date_posted", "-pk")
        indexes = [
            models.Index(name="opportunity_open", fields=["state", "changed_at"]),
            models.Index(name="opportunity_latest", fields=["-date_posted", "-id"]),
            models.Index(
                name="opportunity_choices", fields=["state", "kind", "country", "language", "programme"]
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="opportunity_fund_pays",
                condition=Q(fund="") | Q(paid_by__in=sorted(NAMES_A_FUND)),
                violation_error_message=_("Only a programme, a fund or a student's grant has a name here."),
            ),
            models.CheckConstraint(
                name="opportunity_has_a_place",
                condition=Q(places__gte=1),
                violation_error_message=_("An opportunity must offer at least one place."),
            ),
            models.CheckConstraint(
                name="opportunity_deadline_after_posting",
                condition=Q(valid_through__isnull=True) | Q(valid_through__gte=F("date_posted")),
                violation_error_message=_("The application deadline lies before the day of the ad."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def original_digest(self) -> str:
        """Of the words that a translation is made from."""
        return digest_of(self.title, self.text)
