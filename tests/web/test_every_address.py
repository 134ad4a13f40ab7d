"""Every address as every role: who gets in is what the table of permissions says, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User, outside_of_scopes
from brobygger.apps.base.rules import PERMISSIONS, VISITOR, Extent
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.opportunities.enums import OpportunityState
from brobygger.apps.people.models import ErasureRequest
from tests.factories import (
    ApplicationFactory,
    CandidateDocumentFactory,
    CandidateFactFactory,
    CandidateFactory,
    MessageFactory,
    OpportunityFactFactory,
    OpportunityFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    UserFactory,
    WeightProposalFactory,
)
from tests.factories.moments import NOW

TABLE = {permission.name: permission for permission in PERMISSIONS}
ROLES = (*Role.values, VISITOR)
REFUSED = {403, 404}


@dataclass
class World:
    """
    One of each thing. Its own visitors are tied to all of it in every way a role can be; to strangers it is a draft,
    hidden, and of a programme they have no part in.
    """

    users: Mapping[str, User]
    candidate: Any
    opportunity: Any
    organisation: Any
    programme: Any
    cv_fact: Any
    ad_fact: Any
    proposal: Any
    application: Any
    message: Any


def world() -> World:
    users = {role: UserFactory(role=role) for role in Role}
    programme, university, organisation = ProgrammeFactory(), OrganisationFactory(), OrganisationFactory()
    PartnershipFactory(programme=programme, organisation=university, is_lead=True)
    university.contacts.add(users[Role.PARTNER])
    organisation.contacts.add(users[Role.COMPANY])
    candidate = CandidateFactory(user=users[Role.CANDIDATE])
    CandidateDocumentFactory(candidate=candidate)
    opportunity = OpportunityFactory(
        organisation=organisation, programme=programme, state=OpportunityState.DRAFT
    )
    ErasureRequest.objects.create(candidate=candidate, asked_at=NOW)
    programme.candidates.add(candidate)
    programme.organisations.add(organisation)
    return World(
        users=users,
        candidate=candidate,
        opportunity=opportunity,
        organisation=organisation,
        programme=programme,
        cv_fact=CandidateFactFactory(candidate=candidate),
        ad_fact=OpportunityFactFactory(opportunity=opportunity),
        proposal=WeightProposalFactory(programme=programme),
        application=ApplicationFactory(candidate=candidate, opportunity=opportunity),
        message=MessageFactory(to_user=users[Role.CANDIDATE]),
    )


# What stands in the place of an address's variables. A new address with variables fails until it stands here.
SAMPLES: Mapping[str, Callable[[World], dict[str, Any]]] = {
    "candidate": lambda world: {"pk": world.candidate.pk},
    "opportunity": lambda world: {"pk": world.opportunity.pk},
    "opportunity-what-if": lambda world: {"pk": world.opportunity.pk},
    "opportunity-language-need": lambda world: {"pk": world.opportunity.pk},
    "weights": lambda world: {"pk": world.programme.pk},
    "propose-weights": lambda world: {"pk": world.programme.pk},
    "record-outcome": lambda world: {"pk": world.programme.pk},
    "accept-weights": lambda world: {"pk": world.proposal.pk},
    "decline-weights": lambda world: {"pk": world.proposal.pk},
    "reading-ads": lambda world: {"pk": world.ad_fact.pk},
    "reading-ads-correct": lambda world: {"pk": world.ad_fact.pk},
    "reading-cvs": lambda world: {"pk": world.cv_fact.pk},
    "reading-cvs-correct": lambda world: {"pk": world.cv_fact.pk},
    "reading-undo": lambda world: {"pk": 1},
    "opportunity-open": lambda world: {"pk": world.opportunity.pk},
    "opportunity-close": lambda world: {"pk": world.opportunity.pk},
    "opportunity-invite": lambda world: {"pk": world.opportunity.pk},
    "opportunity-applications": lambda world: {"pk": world.opportunity.pk},
    "apply": lambda world: {"pk": world.opportunity.pk},
    "apply-send": lambda world: {"pk": world.opportunity.pk},
    "application": lambda world: {"pk": world.application.pk},
    "application-answer": lambda world: {"pk": world.application.pk},
    "application-answer-invitation": lambda world: {"pk": world.application.pk},
    "application-take": lambda world: {"pk": world.application.pk},
    "application-withdraw": lambda world: {"pk": world.application.pk},
    "history": lambda world: {"subject_type": "people.Candidate", "subject_id": world.candidate.pk},
    "candidate-export": lambda world: {"pk": world.candidate.pk},
    "candidate-export-take": lambda world: {"pk": world.candidate.pk},
    "candidate-erase": lambda world: {"pk": world.candidate.pk},
    "candidate-erase-do": lambda world: {"pk": world.candidate.pk},
    "erasure-confirm": lambda world: {"pk": world.candidate.pk},
    "mailbox-message": lambda world: {"pk": world.message.pk},
    "one-tap": lambda world: {"token": "unknown"},
    "one-tap-do": lambda world: {"token": "unknown"},
    "one-tap-unsubscribe": lambda world: {"token": "unknown"},
}
# Pages whose permission is over everything, but that show the rows of the visitor's scope one by one.
ROW_OF = {
    "opportunity": "opportunities.view_opportunity",
    "opportunity-what-if": "matching.view_ranking",
    "opportunity-language-need": "opportunities.change_opportunity",
}


# What a form sends, where the answer to an empty one is a refusal.
BODIES: Mapping[str, Callable[[World], dict[str, Any]]] = {
    "paste-ad-save": lambda world: {"organisation": world.organisation.pk, "text": ""},
}


def addresses(
    patterns: list[URLPattern | URLResolver], below: str = ""
) -> Iterator[tuple[str, str, Callable[..., Any]]]:
    for pattern in patterns:
        route = f"{below}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route)
        elif not route.startswith("admin/"):
            yield str(pattern.name), route, pattern.callback


ADDRESSES = list(addresses(get_resolver().url_patterns))


def visit(user: User | None, name: str, place: World, view: Any) -> int:
    client = Client(headers={"accept-language": "en"})
    if user:
        client.force_login(user)
    address = reverse(name, kwargs=SAMPLES.get(name, lambda _: {})(place))
    body = BODIES.get(name, lambda _: {})(place)
    with outside_of_scopes():  # the request has to enter its own
        response = client.post(address, body) if view.writes else client.get(address)
    if response.status_code == 302 and "/log-in/" in response.headers["Location"]:
        return 403
    return response.status_code


@pytest.mark.parametrize("role", ROLES)
def test_who_is_tied_to_a_thing_gets_in_where_the_table_says(vocabulary: Vocabulary, role: str) -> None:
    own, wrong = world(), []
    for name, route, view in ADDRESSES:
        status = visit(own.users.get(role), name, own, view)
        permission = TABLE.get(ROW_OF.get(name, view.may))
        expected = (
            permission is None or role in permission.extents and any(map(is_met, permission.extents[role]))
        )
        if expected and (status == 403 or status >= 500):
            wrong.append(f"{role} is refused at {route}: {status}")
        if not expected and status not in REFUSED:
            wrong.append(f"{role} gets in at {route}: {status}")
    assert wrong == []


def is_met(extent: Extent) -> bool:
    """In a world that one is tied to; its opportunity is a draft and its candidate shows itself to nobody."""
    return extent not in (Extent.OPEN, Extent.SHOWN)


@pytest.mark.parametrize("role", ROLES)
def test_stranger_gets_in_only_where_the_table_says_all(vocabulary: Vocabulary, role: str) -> None:
    stranger, theirs, wrong = UserFactory(role=role) if role != VISITOR else None, world(), []
    for name, route, view in ADDRESSES:
        if name not in SAMPLES and name not in BODIES:
            continue
        status = visit(stranger, name, theirs, view)
        permission = TABLE.get(ROW_OF.get(name, view.may))
        if (permission is None or permission.extents.get(role) != (Extent.ALL,)) and status not in REFUSED:
            wrong.append(f"{role} gets in at {route}: {status}")
    assert wrong == []


def test_every_address_asks_for_a_permission_of_the_table_or_is_for_anyone() -> None:
    unknown = [
        (route, view.may) for _, route, view in ADDRESSES if view.may is not None and view.may not in TABLE
    ]
    assert unknown == []
