"""A candidate joins a programme that is open, and leaves it: result, audit row, refusal, repeat."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User, in_scope
from brobygger.apps.people.actions import choose_showing
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes import actions, queries
from brobygger.apps.programmes.models import Programme
from tests.factories import CandidateFactory, PartnershipFactory, ProgrammeFactory, UserFactory
from tests.factories.moments import LATER, NOW

UserOf = Callable[[Role], User]


@pytest.fixture
def programme(db: None) -> Programme:
    return ProgrammeFactory(takes_candidates=True)


@pytest.fixture
def ida(db: None) -> Candidate:
    return CandidateFactory(user=UserFactory(role=Role.CANDIDATE))


def trail() -> list[str]:
    found = AuditEntry.objects.filter(action__startswith="programmes.").order_by("pk")
    return list(found.values_list("action", flat=True))


def test_candidate_joins_and_leaves_in_the_own_scope(programme: Programme, ida: Candidate) -> None:
    with in_scope(queries.scope_of(ida.user)):
        for _repeat in range(2):
            actions.join_programme(programme=programme, candidate=ida, by=ida.user, at=NOW)
        assert list(queries.programmes_of(ida)) == [programme]
        for _repeat in range(2):
            actions.leave_programme(programme=programme, candidate=ida, by=ida.user, at=LATER)
        assert list(queries.programmes_of(ida)) == []
    assert trail() == ["programmes.join_programme", "programmes.leave_programme"]


def test_who_leaves_is_no_longer_shown_to_companies_of_the_programme(
    programme: Programme, ida: Candidate
) -> None:
    who = {"candidate": ida, "by": ida.user, "at": NOW}
    actions.join_programme(programme=programme, **who)
    choose_showing(all_companies=False, programme_codes={programme.code}, on_application=True, **who)
    assert ida.showings.count() == 1

    actions.leave_programme(programme=programme, language="en", **who)

    assert ida.showings.count() == 0


@pytest.mark.parametrize(
    "closed",
    [{"takes_candidates": False}, {"takes_candidates": True, "end_date": NOW.date() - dt.timedelta(1)}],
)
def test_programme_that_is_not_open_takes_nobody(closed: dict[str, object], ida: Candidate) -> None:
    shut = ProgrammeFactory(**closed)
    with pytest.raises(actions.NotJoinable, match=shut.name):
        actions.join_programme(programme=shut, candidate=ida, by=ida.user, at=NOW)
    assert not queries.open_programmes(day=NOW.date()).exists()


def test_nobody_joins_or_leaves_for_somebody_else(
    programme: Programme, ida: Candidate, user_of: UserOf
) -> None:
    for role in (Role.CANDIDATE, Role.SECRETARIAT):
        for act in (actions.join_programme, actions.leave_programme):
            with pytest.raises(PermissionDenied):
                act(programme=programme, candidate=ida, by=user_of(role), at=NOW)
    assert trail() == []


def test_programme_is_closed_unless_who_leads_it_opens_it(user_of: UserOf) -> None:
    programme = ProgrammeFactory()
    assert not programme.takes_candidates
    lead = UserFactory(role=Role.PARTNER)
    PartnershipFactory(programme=programme, is_lead=True).organisation.contacts.add(lead)

    for _repeat in range(2):
        actions.set_joining(programme=programme, is_open=True, by=lead, at=NOW)

    assert list(queries.open_programmes(day=NOW.date())) == [programme]
    assert AuditEntry.objects.get(action="programmes.set_joining").changes == {
        "takes_candidates": [False, True]
    }
    with pytest.raises(PermissionDenied):
        actions.set_joining(programme=programme, is_open=False, by=user_of(Role.COMPANY), at=NOW)
