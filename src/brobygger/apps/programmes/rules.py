"""
How one tells that something belongs to a programme of a partner; who may do what with it stands in
`base.rules.permissions`.

A partner is somebody who speaks for an organisation that a `Partnership` joins to the programme.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brobygger.apps.base.rules import Extent, Thing, tell

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from brobygger.apps.base.models import User
    from brobygger.apps.organisations.models import Organisation
    from brobygger.apps.people.models import Candidate
    from brobygger.apps.programmes.models import Programme


def has_programme_of(user: User, member: Candidate | Organisation) -> bool:
    """The candidate or organisation takes part in a programme that the user's organisation is a partner of."""
    return _with_partner(member.programmes.all(), user).exists()


def has_programme_led_by(user: User, member: Candidate | Organisation) -> bool:
    return _with_partner(member.programmes.all(), user, is_lead=True).exists()


def is_partner_of(user: User, programme: Programme) -> bool:
    return programme.partnerships.filter(organisation__contacts=user).exists()


def leads(user: User, programme: Programme) -> bool:
    return programme.partnerships.filter(organisation__contacts=user, is_lead=True).exists()


def _with_partner(programmes: QuerySet[Any], user: User, **kind: bool) -> QuerySet[Any]:
    conditions = {f"partnerships__{name}": value for name, value in kind.items()}
    return programmes.filter(partnerships__organisation__contacts=user, **conditions)


def is_of_partners_programme(user: User, thing: Any) -> bool:
    return is_partner_of(user, thing.programme)


def is_of_led_programme(user: User, thing: Any) -> bool:
    return leads(user, thing.programme)


for _thing in (Thing.CANDIDATE, Thing.ORGANISATION):
    tell(_thing, Extent.PROGRAMMES, has_programme_of)
    tell(_thing, Extent.LED, has_programme_led_by)
tell(Thing.PROGRAMME, Extent.PROGRAMMES, is_partner_of)
tell(Thing.PROGRAMME, Extent.LED, leads)
for _thing in (Thing.PROSPECT, Thing.EXCHANGE, Thing.HUB):
    tell(_thing, Extent.PROGRAMMES, is_of_partners_programme)
    tell(_thing, Extent.LED, is_of_led_programme)
