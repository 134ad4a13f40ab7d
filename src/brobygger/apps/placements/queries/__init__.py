"""Reads of agreements and placements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from brobygger.apps.base.enums import Role
from brobygger.apps.opportunities.enums import ApplicationState
from brobygger.apps.opportunities.models import Application
from brobygger.apps.organisations.enums import OrganisationKind
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.organisations.rules import speaks_for, writes_for
from brobygger.apps.placements.enums import AgreementSide, AgreementState, PlacementState
from brobygger.apps.placements.models import Agreement, AgreementAcceptance, AgreementVersion, Placement

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@dataclass(frozen=True, slots=True)
class Listed:
    """An agreement in a list: with its newest version, the placement if there is one, and the sides that still wait."""

    agreement: Agreement
    version: AgreementVersion
    placement: Placement | None
    missing: tuple[AgreementSide, ...]

    @property
    def state(self) -> str:
        """A `PlacementState` once there is a placement, else an `AgreementState`."""
        return self.placement.state if self.placement else self.agreement.state


def agreement_by_id(pk: int) -> Agreement | None:
    """An agreement in the visitor's scope, with its sides; the caller asks the rules who may see it."""
    return _with_sides(Agreement.objects.all()).filter(pk=pk).first()


def newest_version(agreement: Agreement) -> AgreementVersion | None:
    return AgreementVersion.objects.filter(agreement=agreement).order_by("number").last()


def versions_of(agreement: Agreement) -> list[AgreementVersion]:
    """All versions, the newest first, each with who said yes to it."""
    found = AgreementVersion.objects.filter(agreement=agreement).order_by("-number")
    return list(found.prefetch_related("acceptances"))


def placement_of(agreement: Agreement) -> Placement | None:
    return Placement.objects.filter(agreement=agreement).select_related("version").first()


def standing_agreement(application: Application) -> Agreement | None:
    """The agreement of an application that was not declined."""
    return application.agreements.exclude(state=AgreementState.DECLINED).first()


def sides_of(user: User, agreement: Agreement) -> tuple[AgreementSide, ...]:
    """The sides that somebody may answer for: the own, or an organisation's that one may write for."""
    found = []
    if user.pk is not None and agreement.candidate.user_id == user.pk:
        found.append(AgreementSide.CANDIDATE)
    if writes_for(user, agreement.organisation):
        found.append(AgreementSide.ORGANISATION)
    institution = agreement.institution
    if institution is not None and (writes_for(user, institution) or speaks_for(user, institution)):
        found.append(AgreementSide.INSTITUTION)
    return tuple(found)


def agreements(*, state: str = "", programme: int | None = None, text: str = "") -> QuerySet[Agreement]:
    """
    The agreements in the visitor's scope, latest first.

    Args:
        state: of the agreement while there is no placement, of the placement then; empty: any.
        text: part of the name of the company, the place of work or the alias.
    """
    found = Agreement.objects.all()
    if state in PlacementState.values:
        found = found.filter(placement__state=state)
    elif state in AgreementState.values:
        found = found.filter(state=state, placement__isnull=True)
    if programme is not None:
        found = found.filter(programme=programme)
    if text:
        places = AgreementVersion._base_manager.filter(place_name__icontains=text).order_by()
        found = found.filter(
            Q(organisation__name__icontains=text)
            | Q(candidate__alias__icontains=text)
            | Q(pk__in=places.values("agreement"))
        )
    return found.order_by("-changed_at", "-pk")


def own_agreements(user: User) -> QuerySet[Agreement]:
    """Those in which somebody is a side, whatever else the scope lets see."""
    own = Q(candidate__user=user.pk) | Q(organisation__contacts=user.pk) | Q(institution__contacts=user.pk)
    ids = Agreement._base_manager.filter(own).order_by().values("pk")
    return Agreement.objects.filter(pk__in=ids).order_by("-changed_at", "-pk")


def listed(rows: QuerySet[Agreement] | list[Agreement]) -> list[Listed]:
    """What a list shows of agreements, in three queries more whatever their number."""
    if isinstance(rows, QuerySet):
        rows = list(_with_lists(rows))
    found = []
    for one in rows:
        version = max(one.versions.all(), key=lambda each: each.number)
        placement = getattr(one, "placement", None)
        said = {each.side for each in version.acceptances.all()}
        missing = tuple(side for side in one.sides if side not in said)
        is_waiting = one.state == AgreementState.WAITING
        found.append(Listed(one, version, placement, missing if is_waiting else ()))
    return found


def with_lists(rows: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """`rows` with all that `listed` reads, for a page of them."""
    return _with_lists(rows)


def state_counts(programme: int | None = None) -> dict[str, int]:
    """How many agreements wait, and how many placements stand at each state."""
    rows = agreements(programme=programme).order_by().values_list("state", "placement__state")
    counts: dict[str, int] = {}
    for state, placement in rows:
        counts[placement or state] = counts.get(placement or state, 0) + 1
    return counts


def without_agreement() -> QuerySet[Application]:
    """Places that were taken, and nobody has written the agreement yet; those that wait longest first."""
    standing = Agreement._base_manager.filter(application=OuterRef("pk")).exclude(
        state=AgreementState.DECLINED
    )
    found = Application.objects.filter(~Exists(standing), state=ApplicationState.PLACED)
    return found.select_related("opportunity__organisation", "candidate").order_by("changed_at", "pk")


def institutions() -> QuerySet[Organisation]:
    """The universities and colleges that may be the third side, by name."""
    return Organisation.objects.filter(kind=OrganisationKind.UNIVERSITY).order_by("name", "pk")


def may_see_name(user: User, agreement: Agreement) -> bool:
    """
    Whether somebody who may see an agreement reads the candidate's name in it: the sides know each other once the
    candidate has said who it is, or all agree.
    """
    if user.is_superuser or user.role in (Role.MANAGER, Role.SECRETARIAT):
        return True
    if agreement.candidate.user_id == user.pk:
        return True
    is_known = agreement.application is not None and agreement.application.is_shared
    return is_known or agreement.state == AgreementState.AGREED


def _with_sides(rows: QuerySet[Agreement]) -> QuerySet[Agreement]:
    return rows.select_related(
        "candidate__identity", "organisation", "institution", "programme", "application", "candidate__user"
    )


def _with_lists(rows: QuerySet[Agreement]) -> QuerySet[Agreement]:
    acceptances = Prefetch("acceptances", queryset=AgreementAcceptance.objects.order_by("pk"))
    versions = AgreementVersion.objects.order_by("number").prefetch_related(acceptances)
    return (
        _with_sides(rows)
        .select_related("placement__version")
        .prefetch_related(Prefetch("versions", queryset=versions))
    )
