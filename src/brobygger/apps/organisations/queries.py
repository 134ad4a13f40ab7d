"""Reads of organisations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from django.db.models import Count, F, Q, QuerySet

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import Choice, Comparison, choices
from brobygger.apps.organisations.enums import WRITERS, OrganisationState
from brobygger.apps.organisations.models import (
    Contact,
    ContactInvitation,
    DistinctOrganisations,
    Organisation,
    OrganisationMerge,
    OrganisationRelation,
    OrganisationRole,
    Site,
)
from brobygger.core.duplicates import Entry, LikelyPair, likely_pairs

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

COMPARISON: Final = Comparison(groups={"place": ("place_name", "country", "latitude", "longitude")})
"""How two records of an organisation are compared before they are joined."""
MOST_UNDOABLE = 50  # joinings that are listed


def organisations(
    *, text: str = "", country: str = "", kind: str = "", size_class: str = ""
) -> QuerySet[Organisation]:
    """Organisations by name, with `opportunity_count`; narrowed by words of the name or industry, and by these values."""
    found = Organisation.objects.annotate(opportunity_count=Count("opportunities")).order_by("name", "pk")
    if text:
        found = found.filter(Q(name__icontains=text) | Q(industry__icontains=text))
    exact = {"country": country, "kind": kind, "size_class": size_class}
    return found.filter(**{name: value for name, value in exact.items() if value})


def organisation_counts(column: str) -> dict[str, int]:
    """How many organisations have each value of `column` (“kind”, “size_class”); empty: not said."""
    rows = Organisation.objects.order_by().values_list(column).annotate(Count("pk"))
    return dict(rows)


def organisation_by_code(code: str) -> Organisation | None:
    """The organisation with this code; None if there is none."""
    return Organisation.objects.filter(code=code).first()


def organisations_of_user(user: User) -> QuerySet[Organisation]:
    """The organisations that a user speaks for, by name."""
    return Organisation.objects.of_user(user).order_by("name", "pk")


def organisation_entries() -> list[Entry]:
    """Every organisation as it is compared with others. One query."""
    rows = Organisation.objects.order_by("pk").values_list(
        "pk", "name", "place_name", "country", "registered_number"
    )
    return [
        Entry(pk, name, place, country, number=number_key(country, number))
        for pk, name, place, country, number in rows
    ]


def number_key(country: str, number: str) -> str:
    """A register number as it is compared: with its country, without signs."""
    digits = "".join(sign for sign in number.upper() if sign.isalnum())
    return f"{country}{digits.removeprefix(country)}" if digits else ""


def likely_same_organisations() -> list[LikelyPair]:
    """Pairs that may be the same, without those of which somebody said that they are not. Two queries."""
    distinct = set(DistinctOrganisations.objects.values_list("first", "second"))
    return [
        pair for pair in likely_pairs(organisation_entries()) if (pair.first, pair.second) not in distinct
    ]


def organisations_by_id(ids: Iterable[int]) -> dict[int, Organisation]:
    """Organisations by their number, each with `opportunity_count`. One query."""
    found = Organisation.objects.annotate(opportunity_count=Count("opportunities")).filter(pk__in=set(ids))
    return {one.pk: one for one in found}


def organisation_pair(first: int, second: int) -> tuple[Organisation, Organisation] | None:
    """Two records, the one that is kept first; None if they are not there, or one."""
    found = organisations_by_id((first, second))
    return (found[first], found[second]) if len(found) == 2 else None


def compare_organisations(kept: Organisation, other: Organisation) -> list[Choice]:
    """Two records field by field."""
    return choices(kept, other, COMPARISON)


def merges_of_organisations() -> list[OrganisationMerge]:
    """The latest joinings that have not been undone."""
    found = OrganisationMerge.objects.select_related("kept", "merged_by").filter(undone_at=None)
    return list(found[:MOST_UNDOABLE])


def merge_of_organisations_by_id(pk: int) -> OrganisationMerge | None:
    return OrganisationMerge.objects.select_related("kept").filter(pk=pk).first()


def organisation_by_id(pk: int) -> Organisation | None:
    """An organisation in the visitor's scope; None if there is none."""
    return Organisation.objects.filter(pk=pk).first()


def contacts_of(organisation: Organisation) -> QuerySet[Contact]:
    """Who speaks for an organisation, with the users, the oldest first."""
    return Contact.objects.filter(organisation=organisation).select_related("user").order_by("pk")


def organisations_spoken_for(user_ids: Iterable[int]) -> dict[int, str]:
    """For each of these users who speaks for organisations, their names. One query."""
    found: dict[int, list[str]] = {}
    rows = Contact.objects.filter(user_id__in=set(user_ids)).order_by("organisation__name", "pk")
    for user_id, name in rows.values_list("user_id", "organisation__name"):
        found.setdefault(user_id, []).append(name)
    return {user_id: ", ".join(names) for user_id, names in found.items()}


def contact_by_id(pk: int) -> Contact | None:
    return Contact.objects.filter(pk=pk).select_related("user", "organisation").first()


def invitations_of(organisation: Organisation) -> QuerySet[ContactInvitation]:
    """Who was asked to speak for an organisation and has not answered, the oldest first."""
    return ContactInvitation.objects.filter(organisation=organisation).order_by("pk")


def invitation_by_id(pk: int) -> ContactInvitation | None:
    return ContactInvitation.objects.filter(pk=pk).select_related("organisation").first()


def waiting_organisations() -> QuerySet[Organisation]:
    """Those that registered and wait to be looked at, in the visitor's scope, the longest waiting first."""
    return Organisation.objects.filter(state=OrganisationState.APPLIED).order_by("registered_at", "pk")


def similar_organisations(organisation: Organisation) -> list[Organisation]:
    """Others of the same country whose name begins alike: perhaps the same company under another spelling."""
    first = organisation.name.split()[0] if organisation.name.split() else ""
    found = Organisation.objects.filter(country=organisation.country, name__istartswith=first)
    return list(found.exclude(pk=organisation.pk).order_by("name", "pk")[:5]) if len(first) > 2 else []


def sites_of(organisation: Organisation) -> QuerySet[Site]:
    """Where it works and worked, those in use first."""
    return Site.objects.filter(organisation=organisation).order_by(
        F("until_date").desc(nulls_first=True), "pk"
    )


def roles_of(organisation: Organisation) -> QuerySet[OrganisationRole]:
    """Who is and was what in it, those who are first."""
    found = OrganisationRole.objects.filter(organisation=organisation)
    return found.order_by(F("until_date").desc(nulls_first=True), "-from_date", "pk")


def relations_of(organisation: Organisation) -> list[tuple[OrganisationRelation, bool]]:
    """How it belongs and belonged to others, and others to it; and whether it is the one that says so. One query."""
    found = OrganisationRelation.objects.filter(Q(organisation=organisation) | Q(other=organisation))
    found = found.select_related("organisation", "other").order_by(
        F("until_date").desc(nulls_first=True), "pk"
    )
    return [(one, one.organisation_id == organisation.pk) for one in found]


def organisations_called(name: str) -> list[Organisation]:
    """Those in the visitor's scope with exactly this name, in whatever case; at most three."""
    name = " ".join(name.split())
    return list(Organisation.objects.filter(name__iexact=name).order_by("pk")[:3]) if name else []


def organisation_names(most: int = 500) -> list[str]:
    """Names in the visitor's scope, for a form that proposes them."""
    return list(Organisation.objects.order_by("name").values_list("name", flat=True).distinct()[:most])


def organisations_written_by(user: User) -> QuerySet[Organisation]:
    """Those in the visitor's scope that a user may add opportunities to, by name."""
    found = Organisation.objects.order_by("name", "pk")
    if user.has_perm("opportunities.add_opportunity"):
        return found
    if user.role == Role.PARTNER:
        return found.led_by(user)
    if user.role != Role.COMPANY:
        return found.none()
    own = Contact.objects.filter(user=user, right__in=WRITERS)
    return found.filter(pk__in=own.order_by().values("organisation"))
