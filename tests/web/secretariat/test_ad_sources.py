"""The page of the services that open ads are fetched from, and what readers of a fetched ad see."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client as Browser

from brobygger.apps.base.enums import Role
from brobygger.apps.opportunities.models import AdFetch, AdSource
from tests.factories import (
    AdSourceFactory,
    CandidateFactory,
    FetchedAdFactory,
    OpportunityFactory,
    UserFactory,
)
from tests.factories.moments import NOW
from tests.web.conftest import Visitor

RUN_THE_PROGRAMME = {Role.MANAGER, Role.SECRETARIAT}
GIVEN = {
    "name": "Platsbanken",
    "service": "jobsearch",
    "address": "https://jobsearch.api.jobtechdev.se",
    "words": "svets, CNC",
    "country": "SE",
    "licence": "CC0 1.0",
    "token": "",
    "programme": "",
    "every_hours": "12",
    "most_ads": "200",
}


def html(client: Browser, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("address", ["/ad-sources/", "/ad-sources/new/"])
def test_pages_open_for_those_who_run_the_programme(visitor: Visitor, address: str, role: Role) -> None:
    assert visitor(role).get(address).status_code == (200 if role in RUN_THE_PROGRAMME else 403)


def test_source_is_set_switched_on_asked_for_and_changed(visitor: Visitor) -> None:
    client = visitor(Role.SECRETARIAT)

    assert client.post("/ad-sources/add/", GIVEN).status_code == 302
    source = AdSource.objects.get()
    assert (source.is_on, source.every_hours) == (False, 12)
    assert "Fetch now" not in html(client, "/ad-sources/")

    client.post(f"/ad-sources/{source.pk}/switch/", {"to": "on"})
    AdSource.objects.update(fetched_at=NOW.replace(year=2999))
    assert "Fetch now" in html(client, "/ad-sources/")
    client.post(f"/ad-sources/{source.pk}/fetch/")
    assert "waits for the command fetch-ads" in html(client, "/ad-sources/")

    client.post(f"/ad-sources/{source.pk}/change/", {**GIVEN, "words": "robot"})
    assert AdSource.objects.get().words == "robot"
    client.post(f"/ad-sources/{source.pk}/switch/", {"to": "off"})
    assert not AdSource.objects.get().is_on


def test_a_key_is_never_shown_again_and_stays_where_none_is_given(visitor: Visitor) -> None:
    client = visitor(Role.SECRETARIAT)
    client.post("/ad-sources/add/", {**GIVEN, "token": "top-secret-key"})
    source = AdSource.objects.get()
    stored = source.token

    assert "top-secret-key" not in html(client, f"/ad-sources/{source.pk}/edit/") + html(
        client, "/ad-sources/"
    )
    assert "top-secret-key" not in stored
    client.post(f"/ad-sources/{source.pk}/change/", {**GIVEN, "words": "x"})
    assert AdSource.objects.get().token == stored


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"address": "http://ads.example/"}, "Der hentes kun fra adresser, som begynder med https://"),
        ({"address": "https://me:x@ads.example/"}, "brugernavn"),
        ({"every_hours": "0"}, "1"),
        ({"name": ""}, "påkrævet"),
    ],
)
def test_what_cannot_be_is_said_in_the_readers_language(
    visitor: Visitor, change: dict[str, str], said: str
) -> None:
    response = visitor(Role.SECRETARIAT, "da").post("/ad-sources/add/", {**GIVEN, **change})

    assert response.status_code == 422
    assert said in response.content.decode()
    assert not AdSource.objects.exists()


def test_two_sources_have_two_names(visitor: Visitor) -> None:
    client = visitor(Role.SECRETARIAT)
    client.post("/ad-sources/add/", GIVEN)
    assert client.post("/ad-sources/add/", GIVEN).status_code == 422


def test_page_says_what_came_and_what_was_refused_and_why(visitor: Visitor) -> None:
    source = AdSourceFactory(name="Platsbanken")
    AdFetch.objects.create(
        source=source,
        begun_at=NOW,
        counts={"new": 3, "refused": 2},
        refusals=[
            {"ad": "7", "of": "fetching", "key": "no_employer", "parameters": {}},
            {
                "ad": "8",
                "of": "documents",
                "key": "missing_field",
                "parameters": {"format": "JobTech", "field": "headline"},
            },
        ],
        problem={"key": "busy", "parameters": {"host": "ads.example"}},
    )

    shown = html(visitor(Role.MANAGER, "da"), "/ad-sources/")

    assert "ads.example beder os om at vente" in shown
    assert "Nye annoncer: 3" in shown
    assert "Annoncen nævner ingen arbejdsgiver" in shown
    assert "headline" in shown


def test_number_of_queries_does_not_grow(visitor: Visitor, django_assert_max_num_queries: Any) -> None:
    client = visitor(Role.MANAGER)
    counts = []
    for _round in range(2):
        source = AdSourceFactory()
        AdFetch.objects.create(source=source, begun_at=NOW)
        with django_assert_max_num_queries(50) as asked:
            client.get("/ad-sources/")
        counts.append(len(asked))
        AdSourceFactory.create_batch(2)
    assert counts[0] == counts[1]


def test_fetched_ad_says_where_it_comes_from_and_where_one_applies(visitor: Visitor) -> None:
    ad = FetchedAdFactory(opportunity__valid_through=None)

    shown = html(Browser(headers={"accept-language": "en"}), f"/jobs/{ad.opportunity.pk}/")

    assert "Fetched from Platsbanken. Licence: CC0 1.0." in shown
    assert 'href="https://ads.example/1"' in shown
    assert "Log in to apply" not in shown
    assert "application/ld+json" not in shown  # it is published where it comes from
    candidate = visitor(Role.CANDIDATE)
    own = html(candidate, f"/opportunities/{ad.opportunity.pk}/")
    assert "Apply where the ad comes from" in own
    assert f"/opportunities/{ad.opportunity.pk}/apply/" not in own


def test_fetched_ads_are_in_no_feed_of_ours(client: Browser, db: None) -> None:
    fetched, own = FetchedAdFactory().opportunity, OpportunityFactory(title="Our own")
    feed = client.get("/jobs/feed.json").content.decode()

    assert own.title in feed
    assert f"/jobs/{fetched.pk}/" not in feed


def test_form_of_an_application_leads_to_the_source(visitor: Visitor) -> None:
    ad = FetchedAdFactory()
    candidate = CandidateFactory(user=UserFactory(role=Role.CANDIDATE))
    client = visitor(candidate.user)

    response = client.post(f"/opportunities/{ad.opportunity.pk}/apply/send/", {"share": "on"}, follow=True)

    assert not candidate.applications.exists()
    assert "Platsbanken" in response.content.decode()
