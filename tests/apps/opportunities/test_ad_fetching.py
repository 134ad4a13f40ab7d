"""Ads of services become opportunities, once each, and go when the service says so."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry
from brobygger.apps.opportunities.actions import (
    AdSourceDetails,
    FetchUnderWay,
    NotOpen,
    apply,
    ask_for_ads,
    fetch_ads,
    save_ad_source,
    switch_ad_source,
    take_down_opportunity,
)
from brobygger.apps.opportunities.enums import AdService, OpportunityState
from brobygger.apps.opportunities.models import AdFetch, AdSource, FetchedAd, Opportunity
from brobygger.apps.opportunities.queries import due_ad_sources
from brobygger.apps.organisations.models import Organisation
from brobygger.data.fetching import Client
from brobygger.data.sealed import seal
from tests.apps.snapshot import snapshot
from tests.data.fetching.ads import as_json, as_lines, jobtech, posting
from tests.data.fetching.server import LocalServer, Reply, local_server
from tests.factories import (
    AdSourceFactory,
    CandidateFactory,
    FetchedAdFactory,
    OrganisationFactory,
    UserFactory,
)
from tests.factories.moments import NOW

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with local_server() as one:
        yield one


@pytest.fixture
def source(server: LocalServer, vocabulary: object) -> AdSource:
    return AdSourceFactory(address=f"{server.address}/feed", name="Opslag", country="DK")


def fetched(source: AdSource, at: dt.datetime = NOW) -> AdFetch:
    source.refresh_from_db()
    client = Client(allow_loopback=True, sleep=lambda seconds: None)
    return fetch_ads(source=source, client=client, by=None, at=at)


def open_titles() -> list[str]:
    return sorted(Opportunity.objects.open().values_list("title", flat=True))


def test_ad_becomes_an_opportunity_that_says_where_it_comes_from(
    source: AdSource, server: LocalServer
) -> None:
    known = OrganisationFactory(name="Aadal Pumper A/S", country="DK")
    server.replies["/feed"] = as_json([posting(1)])

    told = fetched(source)

    one = Opportunity.objects.get()
    assert told.counts == {"new": 1}
    assert (one.title, one.organisation, one.state) == ("Svejser 1", known, OpportunityState.OPEN)
    assert (one.place_name, one.country, one.date_posted) == ("Horsens", "DK", dt.date(2026, 11, 20))
    where = one.fetched
    assert (where.source_name, where.licence, where.address) == (
        "Opslag",
        "CC0 1.0",
        "https://ads.example/job/1",
    )
    entry = AuditEntry.objects.filter(action="opportunities.fetch_ads").get()
    assert entry.changes["counts"] == {"new": 1}


def test_the_same_again_changes_nothing(source: AdSource, server: LocalServer) -> None:
    server.replies["/feed"] = as_json([posting(1), posting(2)])
    fetched(source)
    before = {key: row for key, row in snapshot().items() if key[0] == "opportunities.Opportunity"}

    told = fetched(source, NOW + HOUR)

    after = {key: row for key, row in snapshot().items() if key[0] == "opportunities.Opportunity"}
    assert told.counts == {"unchanged": 2}
    assert after == before
    assert Organisation.objects.count() == 1


def test_changed_ad_is_changed_and_one_that_is_gone_is_closed_and_may_come_back(
    source: AdSource, server: LocalServer
) -> None:
    server.replies["/feed"] = as_json([posting(1), posting(2)])
    fetched(source)
    server.replies["/feed"] = as_json([posting(1, title="Svejser med ro")])

    told = fetched(source, NOW + HOUR)
    assert told.counts == {"changed": 1, "gone": 1}
    assert open_titles() == ["Svejser med ro"]

    server.replies["/feed"] = as_json([posting(1, title="Svejser med ro"), posting(2)])
    assert fetched(source, NOW + 2 * HOUR).counts == {"changed": 1, "unchanged": 1}
    assert open_titles() == ["Svejser 2", "Svejser med ro"]
    assert Opportunity.objects.count() == 2


def test_what_was_taken_down_here_stays_so(source: AdSource, server: LocalServer) -> None:
    server.replies["/feed"] = as_json([posting(1)])
    fetched(source)
    take_down_opportunity(opportunity=Opportunity.objects.get(), by=None, at=NOW)

    fetched(source, NOW + HOUR)

    assert Opportunity.objects.get().state == OpportunityState.REMOVED


def test_an_answer_of_nothing_removes_nothing(source: AdSource, server: LocalServer) -> None:
    server.replies["/feed"] = as_json([posting(1)])
    fetched(source)
    server.replies["/feed"] = as_json([])

    told = fetched(source, NOW + HOUR)

    assert told.problem["key"] == "empty"
    assert open_titles() == ["Svejser 1"]


def test_what_came_before_it_broke_off_holds(server: LocalServer, vocabulary: object) -> None:
    source = AdSourceFactory(service=AdService.JOBSTREAM, address=server.address)
    whole = json.dumps([jobtech(1), jobtech(2)])
    server.replies["/v2/snapshot"] = Reply(whole[:-30].encode())
    told = fetched(source)
    assert (told.counts, told.problem["key"]) == ({"new": 1}, "broken_json")

    server.replies["/v2/snapshot"] = Reply(whole.encode())
    assert fetched(source, NOW + HOUR).counts == {"new": 1, "unchanged": 1}


def test_one_ad_of_two_sources_of_a_service_is_one_opportunity(
    server: LocalServer, vocabulary: object
) -> None:
    stream = AdSourceFactory(service=AdService.JOBSTREAM, address=server.address)
    search = AdSourceFactory(service=AdService.JOBSEARCH, address=server.address)
    server.replies["/v2/snapshot"] = as_lines(jobtech(1))
    server.replies["/search"] = as_json({"total": {"value": 1}, "hits": [jobtech(1)]})

    fetched(stream)
    told = fetched(search, NOW + HOUR)

    assert told.counts == {"unchanged": 1}
    assert Opportunity.objects.count() == 1


def test_contact_persons_are_left_out_and_employers_are_found_by_number(
    server: LocalServer, vocabulary: object
) -> None:
    known = OrganisationFactory(name="Fjordsvets", country="SE", registered_number="559999-0008")
    source = AdSourceFactory(service=AdService.JOBSTREAM, address=server.address)
    server.replies["/v2/snapshot"] = as_lines(jobtech(1))

    fetched(source)

    one = Opportunity.objects.get()
    assert one.organisation == known
    assert "Påhitt" not in one.text
    assert not any("erik@example.com" in str(row) for row in snapshot().values())


def test_refused_ads_are_kept_with_their_reason(source: AdSource, server: LocalServer) -> None:
    OrganisationFactory(name="Lukket A/S", country="DK", state="applied")
    closed = posting(2, hiringOrganization={"name": "Lukket A/S"})
    server.replies["/feed"] = as_json(
        [posting(1, description=""), closed, posting(3, hiringOrganization=None)]
    )

    told = fetched(source)

    assert told.counts == {"refused": 3}
    assert [(one["ad"], one["key"]) for one in told.refusals] == [
        ("p1", "missing_field"),
        ("p2", "not_accepted"),
        ("p3", "no_employer"),
    ]
    assert not Opportunity.objects.exists()


def test_a_source_has_no_more_ads_than_it_may(source: AdSource, server: LocalServer) -> None:
    AdSource.objects.update(most_ads=2)
    server.replies["/feed"] = as_json([posting(number) for number in range(4)])

    told = fetched(source)

    assert told.counts == {"new": 2, "refused": 2}
    assert {one["key"] for one in told.refusals} == {"enough"}


def test_nothing_is_fetched_before_a_person_switched_it_on(server: LocalServer, db: None) -> None:
    person = UserFactory(role=Role.SECRETARIAT)
    details = AdSourceDetails(
        name="NAV",
        service=AdService.NAV,
        address="https://ads.example/",
        country="NO",
        licence="x",
        token="key",
    )
    source = save_ad_source(details=details, by=person, at=NOW)

    assert not source.is_on
    assert due_ad_sources(at=NOW) == []
    with pytest.raises(FetchUnderWay):
        fetched(source)
    assert server.asked == []
    assert "key" not in source.token.removeprefix("sealed:")[:3]
    assert source.token.startswith("sealed:")
    switch_ad_source(source=source, is_on=True, by=person, at=NOW)
    assert due_ad_sources(at=NOW) == [AdSource.objects.get()]


def test_a_source_that_is_switched_off_closes_its_ads(source: AdSource, server: LocalServer) -> None:
    server.replies["/feed"] = as_json([posting(1)])
    fetched(source)

    assert switch_ad_source(source=source, is_on=False, by=None, at=NOW + HOUR) == 1

    assert open_titles() == []
    assert due_ad_sources(at=NOW + HOUR) == []


def test_a_source_is_due_by_its_pace_or_when_somebody_asks(source: AdSource, server: LocalServer) -> None:
    server.replies["/feed"] = as_json([posting(1)])
    fetched(source)
    assert due_ad_sources(at=NOW + 23 * HOUR) == []
    assert len(due_ad_sources(at=NOW + 24 * HOUR)) == 1

    ask_for_ads(source=source, by=None, at=NOW + HOUR)
    assert len(due_ad_sources(at=NOW + HOUR)) == 1
    fetched(source, NOW + HOUR)
    assert due_ad_sources(at=NOW + HOUR) == []


def test_two_fetches_at_once_do_not_meet(source: AdSource) -> None:
    AdSource.objects.update(fetching_since=NOW - HOUR)
    with pytest.raises(FetchUnderWay):
        fetched(source)

    AdSource.objects.update(fetching_since=NOW - 7 * HOUR)  # it never ended
    assert fetched(source).problem["key"] == "gone"


def test_a_key_that_cannot_be_opened_any_more_is_asked_for(source: AdSource) -> None:
    AdSource.objects.update(token=seal("key", ["another secret of the installation"]))

    assert fetched(source).problem["key"] == "no_token"
    assert AdSource.objects.get().fetching_since is None


def test_nobody_applies_here_to_an_ad_of_elsewhere(db: None) -> None:
    ad = FetchedAdFactory()
    with pytest.raises(NotOpen, match="Platsbanken"):
        apply(opportunity=ad.opportunity, candidate=CandidateFactory(), share=True, by=None, at=NOW)


@pytest.mark.parametrize(
    "address", ["http://ads.example/", "javascript:alert(1)", "https://a:b@ads.example/"]
)
def test_address_that_is_not_fetched_is_not_saved(db: None, address: str) -> None:
    details = AdSourceDetails(name="x", service=AdService.FEED, address=address, country="DK", licence="x")
    with pytest.raises(ValidationError) as caught:
        save_ad_source(details=details, by=None, at=NOW)
    assert "address" in caught.value.message_dict


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.MANAGER, Role.SECRETARIAT)])
def test_others_may_not_fetch(source: AdSource, role: Role) -> None:
    user: Any = UserFactory(role=role)
    client = Client()
    with pytest.raises(PermissionDenied):
        fetch_ads(source=source, client=client, by=user, at=NOW)
    with pytest.raises(PermissionDenied):
        ask_for_ads(source=source, by=user, at=NOW)
    assert not FetchedAd.objects.exists()
