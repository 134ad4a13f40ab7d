"""What the services tell: whole, in pages, in pieces, and broken."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from brobygger.data.fetching import (
    Ad,
    Client,
    Event,
    FetchError,
    Gone,
    Mark,
    PassedOver,
    Refused,
    Service,
    ServiceKind,
    Whole,
    fetch,
)
from brobygger.data.fetching.objects import objects_in
from brobygger.data.fetching.sources import jobsearch
from brobygger.data.fetching.sources import nav as nav_service
from tests.data.fetching.ads import as_json, as_lines, jobtech, nav, nav_item, posting
from tests.data.fetching.server import Asked, LocalServer, Reply, local_server

NOW = dt.datetime(2026, 11, 29, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def told(
    client: Client,
    server: LocalServer,
    kind: ServiceKind,
    state: dict[str, Any] | None = None,
    *,
    path: str = "",
    at: dt.datetime = NOW,
    **more: Any,
) -> list[Event]:
    return list(fetch(client, Service(kind, f"{server.address}{path}", **more), state or {}, at))


def until_error(events: Iterator[Event]) -> tuple[list[Event], FetchError]:
    """What is told before it breaks off."""
    found: list[Event] = []
    with pytest.raises(FetchError) as caught:
        found.extend(events)  # `extend` keeps what came before the error
    return found, caught.value


def ads(events: list[Event]) -> list[str]:
    return [one.key for one in events if isinstance(one, Ad)]


def gone(events: list[Event]) -> list[str]:
    return [one.key for one in events if isinstance(one, Gone)]


def last_state(events: list[Event]) -> dict[str, Any]:
    return [one.state for one in events if isinstance(one, Mark)][-1]


# --- JobTech JobStream ---


def test_snapshot_is_whole_and_later_changes_are_asked_for(client: Client, server: LocalServer) -> None:
    server.replies["/v2/snapshot"] = as_lines(jobtech(1), jobtech(2))
    server.replies["/v2/stream"] = as_lines({"id": "1", "removed": True}, jobtech(3))

    first = told(client, server, ServiceKind.JOBSTREAM, path="?location-concept-id=abc")
    later = told(client, server, ServiceKind.JOBSTREAM, last_state(first), at=NOW + HOUR)

    assert ads(first) == ["1", "2"]
    assert Whole(frozenset({"1", "2"})) in first
    assert (gone(later), ads(later)) == (["1"], ["3"])
    assert not any(isinstance(one, Whole) for one in later)
    assert server.paths[0] == "/v2/snapshot?location-concept-id=abc"
    assert server.paths[1] == "/v2/stream?updated-after=2026-11-29T11%3A50%3A00"


def test_ad_is_read_as_one_of_a_file_is(client: Client, server: LocalServer) -> None:
    server.replies["/v2/snapshot"] = as_lines(jobtech(1))

    (ad,) = (one for one in told(client, server, ServiceKind.JOBSTREAM) if isinstance(one, Ad))

    assert (ad.address, ad.number, ad.country) == ("https://ads.example/1", "5599990008", "SE")
    assert (ad.document.title, ad.document.employer) == ("Svetsare 1", "Fjordsvets AB")
    assert "Påhitt" not in ad.document.text
    assert "example.com" not in ad.document.text


def test_snapshot_that_breaks_off_is_not_taken_for_whole(client: Client, server: LocalServer) -> None:
    half = json.dumps([jobtech(1), jobtech(2)])[:-40].encode()
    server.replies["/v2/snapshot"] = Reply(half)

    service = Service(ServiceKind.JOBSTREAM, server.address)
    found, error = until_error(fetch(client, service, {}, NOW))

    assert error.key == "broken_json"
    assert not any(isinstance(one, Whole | Mark) for one in found)


def test_nothing_new_is_no_error(client: Client, server: LocalServer) -> None:
    for nothing in (b"", b"[]", b"\n"):
        server.replies["/v2/stream"] = Reply(nothing)
        assert ads(told(client, server, ServiceKind.JOBSTREAM, {"since": NOW.isoformat()})) == []


def test_a_source_that_rested_for_long_is_fetched_whole_again(client: Client, server: LocalServer) -> None:
    server.replies["/v2/snapshot"] = as_lines(jobtech(1))
    since = {"since": (NOW - dt.timedelta(days=8)).isoformat()}

    assert any(isinstance(one, Whole) for one in told(client, server, ServiceKind.JOBSTREAM, since))


def test_ads_without_the_words_are_passed_over(client: Client, server: LocalServer) -> None:
    other = jobtech(2, headline="Kock", description={"text": "Du lagar mat åt andra."})
    server.replies["/v2/snapshot"] = as_lines(jobtech(1), other)

    found = told(client, server, ServiceKind.JOBSTREAM, words=("RITNINGAR", "robot"))

    assert ads(found) == ["1"]
    assert PassedOver("2") in found
    assert Whole(frozenset({"1"})) in found


def test_ad_that_cannot_be_read_is_named_and_the_rest_goes_on(client: Client, server: LocalServer) -> None:
    server.replies["/v2/snapshot"] = as_lines(
        jobtech(1, headline=""), jobtech(2, employer=None), {"headline": "x"}, jobtech(4)
    )

    found = told(client, server, ServiceKind.JOBSTREAM)

    assert ads(found) == ["4"]
    refused = [one for one in found if isinstance(one, Refused)]
    assert [one.key for one in refused] == ["1", "2", ""]
    assert Whole(frozenset({"1", "2", "4"})) in found  # what cannot be read now is not gone


# --- objects of a large file ---


@pytest.mark.parametrize("chunk", [1, 7, 1 << 18])
def test_objects_are_read_from_lists_and_lines(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    monkeypatch.setattr("brobygger.data.fetching.objects.CHUNK", chunk)
    rows = [{"a": "ø}]{["}, {"b": [1, {"c": "\\"}]}, {}]
    whole = json.dumps(rows, ensure_ascii=False).encode()
    lines = "\r\n".join(json.dumps(one, ensure_ascii=False) for one in rows).encode()

    for body in (whole, lines, b"\xef\xbb\xbf" + whole, json.dumps(rows, indent=2).encode()):
        assert list(objects_in(io.BytesIO(body), "host")) == rows


@pytest.mark.parametrize("body", [b"<html>", b"[1]", b'[{"a": 1}', b'{"a": 1', b"[" * 100_000, b"null"])
def test_what_is_no_list_of_objects_is_an_error(body: bytes) -> None:
    with pytest.raises(FetchError):
        list(objects_in(io.BytesIO(body), "host"))


# --- JobTech JobSearch ---


def search(count: int) -> Any:
    def reply(asked: Asked) -> Reply:
        offset = int(asked.path.rpartition("offset=")[2])
        hits = [jobtech(number) for number in range(offset, min(count, offset + 100))]
        return as_json({"total": {"value": count}, "hits": hits})

    return reply


def test_search_is_read_page_by_page(client: Client, server: LocalServer) -> None:
    server.replies["/search"] = search(250)

    found = told(client, server, ServiceKind.JOBSEARCH, words=("svetsar",))

    assert len(ads(found)) == 250
    assert [one.partition("?")[2] for one in server.paths] == [
        f"q=svetsar&limit=100&offset={offset}" for offset in (0, 100, 200)
    ]
    assert len(next(one for one in found if isinstance(one, Whole)).keys) == 250
    assert last_state(found) == {}


def test_search_that_breaks_off_goes_on_where_it_did(client: Client, server: LocalServer) -> None:
    whole, calls = search(250), []

    def reply(asked: Asked) -> Reply:
        calls.append(asked)
        return Reply(b'{"total": {"va') if len(calls) == 2 else whole(asked)

    server.replies["/search"] = reply
    service = Service(ServiceKind.JOBSEARCH, server.address)
    before, error = until_error(fetch(client, service, {}, NOW))
    after = list(fetch(client, service, last_state(before), NOW + HOUR))

    assert error.key == "broken_json"
    assert len(ads(before)) == 100
    assert len(ads(after)) == 150
    assert len(next(one for one in after if isinstance(one, Whole)).keys) == 250


def test_more_than_the_service_tells_is_not_taken_for_whole(
    client: Client, server: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobsearch, "FURTHEST", 100)
    server.replies["/search"] = search(500)

    found = told(client, server, ServiceKind.JOBSEARCH)

    assert len(ads(found)) == 200
    assert not any(isinstance(one, Whole) for one in found)


@pytest.mark.parametrize("body", [b"[]", b'{"hits": 7}', b"{}", b"null"])
def test_answer_in_another_form_is_an_error(client: Client, server: LocalServer, body: bytes) -> None:
    server.replies["/search"] = Reply(body)

    with pytest.raises(FetchError) as caught:
        told(client, server, ServiceKind.JOBSEARCH)
    assert caught.value.key == "unexpected"


# --- NAV ---


def feed_of(server: LocalServer, *pages: list[dict[str, Any]]) -> None:
    """Pages 0, 1, …; the last one answers 304 to its ETag."""
    for number, items in enumerate(pages):
        is_last = number + 1 == len(pages)
        following = None if is_last else f"/api/v1/feed/{number + 1}"
        whole = as_json(
            {"items": items, "next_url": following}, ETag=f"e{number}", **{"Last-Modified": "then"}
        )

        def reply(asked: Asked, whole: Reply = whole, tag: str = f"e{number}") -> Reply:
            return Reply(status=304) if asked.headers.get("If-None-Match") == tag else whole

        server.replies[f"/api/v1/feed/{number}" if number else "/api/v1/feed"] = reply


def entries_of(server: LocalServer, *keys: str) -> None:
    for key in keys:
        server.replies[f"/api/v1/feedentry/{key}"] = as_json(nav(key))


def test_feed_is_read_to_its_end_and_then_nothing_is_new(client: Client, server: LocalServer) -> None:
    feed_of(server, [nav_item("a"), nav_item("b", "INACTIVE")], [nav_item("c")])
    entries_of(server, "a", "c")

    found = told(client, server, ServiceKind.NAV, token="key")
    again = told(client, server, ServiceKind.NAV, last_state(found), token="key")

    assert (ads(found), gone(found), again) == (["a", "c"], ["b"], [])
    assert {one.headers["Authorization"] for one in server.asked} == {"Bearer key"}
    assert server.asked[0].headers["If-Modified-Since"] == "Wed, 30 Sep 2026 12:00:00 GMT"
    (ad, *_) = (one for one in found if isinstance(one, Ad))
    assert (ad.number, ad.country, ad.address) == ("910000004", "NO", "https://ads.example/stilling/a")
    assert "Oppdiktet" not in ad.document.text


def test_the_last_word_about_an_ad_counts(client: Client, server: LocalServer) -> None:
    feed_of(server, [nav_item("a"), nav_item("a", "INACTIVE"), nav_item("b"), nav_item("c")])
    entries_of(server, "b")  # c is gone since
    server.replies["/api/v1/feedentry/b"] = as_json({"uuid": "b", "status": "INACTIVE", "ad_content": None})

    found = told(client, server, ServiceKind.NAV, token="key")

    assert (ads(found), gone(found)) == ([], ["a", "b", "c"])


def test_feed_that_breaks_off_goes_on_in_the_middle_of_a_page(
    client: Client, server: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nav_service, "MARK_EVERY", 1)
    feed_of(server, [nav_item(key) for key in "abc"])
    entries_of(server, "a", "c")
    server.replies["/api/v1/feedentry/b"] = [Reply(status=503)] * 4 + [as_json(nav("b"))]
    service = Service(ServiceKind.NAV, server.address, token="key")

    before, error = until_error(fetch(client, service, {}, NOW))
    after = list(fetch(client, service, last_state(before), NOW + HOUR))

    assert error.key == "status"
    assert (ads(before), ads(after)) == (["a"], ["b", "c"])


def test_so_many_ads_are_asked_for_at_once(
    client: Client, server: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nav_service, "MOST_ENTRIES", 2)
    feed_of(server, [nav_item(key) for key in "abc"])
    entries_of(server, "a", "b", "c")

    first = told(client, server, ServiceKind.NAV, token="key")
    then = told(client, server, ServiceKind.NAV, last_state(first), token="key")

    assert (ads(first), ads(then)) == (["a", "b"], ["c"])


def test_one_broken_ad_is_refused_alone(client: Client, server: LocalServer) -> None:
    feed_of(server, [nav_item("a"), nav_item("b")])
    entries_of(server, "b")
    server.replies["/api/v1/feedentry/a"] = Reply(b'{"uuid": "a", "ad_co')

    found = told(client, server, ServiceKind.NAV, token="key")

    assert ads(found) == ["b"]
    assert [(one.key, one.problem.key) for one in found if isinstance(one, Refused)] == [("a", "broken_json")]  # type: ignore[union-attr]


def test_the_key_stays_with_its_host_and_circles_end(client: Client, server: LocalServer) -> None:
    service = Service(ServiceKind.NAV, server.address, token="key")
    server.replies["/api/v1/feed"] = as_json({"items": [], "next_url": "/api/v1/feed"})
    assert until_error(fetch(client, service, {}, NOW))[1].key == "circle"

    with local_server() as other:
        server.replies["/api/v1/feed"] = as_json({"items": [], "next_url": f"{other.address}/feed"})
        assert until_error(fetch(client, service, {}, NOW))[1].key == "unexpected"
        assert other.asked == []


def test_without_a_key_nothing_is_asked(client: Client, server: LocalServer) -> None:
    service = Service(ServiceKind.NAV, server.address)
    assert until_error(fetch(client, service, {}, NOW))[1].key == "no_token"
    assert server.asked == []


def test_a_page_that_is_no_more_is_begun_by_the_day_next_time(client: Client, server: LocalServer) -> None:
    feed_of(server, [nav_item("a")])
    entries_of(server, "a")
    service = Service(ServiceKind.NAV, server.address, token="key")
    old = {"page": f"{server.address}/api/v1/feed/old", "since": NOW.isoformat()}

    events, error = until_error(fetch(client, service, old, NOW))
    after = list(fetch(client, service, last_state(events), NOW))

    assert error.key == "gone"
    assert ads(after) == ["a"]
    assert server.asked[-2].headers["If-Modified-Since"] == "Sat, 28 Nov 2026 12:00:00 GMT"


# --- schema.org ---


@pytest.mark.parametrize(
    "body",
    [
        json.dumps({"@type": "DataFeed", "dataFeedElement": [posting(1), posting(2)]}),
        json.dumps({"@type": "DataFeed", "dataFeedElement": [{"item": posting(1)}, {"item": posting(2)}]}),
        json.dumps([posting(1), posting(2)]),
        json.dumps({"@graph": [posting(1), {"@type": "WebSite"}, posting(2)]}),
        f'<html><script type="application/ld+json">{json.dumps([posting(1), posting(2)])}</script></html>',
    ],
)
def test_postings_are_found_wherever_they_stand(client: Client, server: LocalServer, body: str) -> None:
    server.replies["/feed"] = Reply(body.encode())

    found = told(client, server, ServiceKind.FEED, path="/feed")

    assert ads(found) == ["p1", "p2"]
    assert Whole(frozenset({"p1", "p2"})) in found


def test_feed_that_has_not_changed_tells_nothing(client: Client, server: LocalServer) -> None:
    def reply(asked: Asked) -> Reply:
        if asked.headers.get("If-None-Match") == '"1"':
            return Reply(status=304)
        return as_json([posting(1)], ETag='"1"')

    server.replies["/feed"] = reply
    first = told(client, server, ServiceKind.FEED, path="/feed")

    assert told(client, server, ServiceKind.FEED, last_state(first), path="/feed") == []


@pytest.mark.parametrize(
    ("body", "key"), [(b"", "broken_json"), (b"[{", "broken_json"), (b"7", "unexpected")]
)
def test_broken_feed_tells_nothing(client: Client, server: LocalServer, body: bytes, key: str) -> None:
    server.replies["/feed"] = Reply(body)
    service = Service(ServiceKind.FEED, f"{server.address}/feed")

    found, error = until_error(fetch(client, service, {}, NOW))

    assert (found, error.key) == ([], key)


def test_link_that_would_run_something_is_left_out(client: Client, server: LocalServer) -> None:
    server.replies["/feed"] = as_json([posting(1, url="javascript:alert(1)")])

    (ad,) = (one for one in told(client, server, ServiceKind.FEED, path="/feed") if isinstance(one, Ad))

    assert ad.address == ""


# --- sitemaps ---


def sitemap(server: LocalServer, **pages: str) -> Reply:
    lines = "".join(
        f"<url><loc>{server.address}/{page}</loc><lastmod>{day}</lastmod></url>"
        for page, day in pages.items()
    )
    return Reply(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{lines}</urlset>'.encode())


def page_with(*ads: dict[str, Any]) -> Reply:
    return Reply(f'<html><script type="application/ld+json">{json.dumps(list(ads))}</script></html>'.encode())


def test_pages_of_a_sitemap_are_read_once_until_they_change(client: Client, server: LocalServer) -> None:
    index = f"<sitemapindex><sitemap><loc>{server.address}/one.xml</loc></sitemap></sitemapindex>"
    server.replies["/map.xml"] = Reply(index.encode())
    server.replies["/one.xml"] = sitemap(server, a="2026-11-01", b="2026-11-01")
    server.replies["/a"], server.replies["/b"] = page_with(posting(1)), page_with(posting(2), posting(3))

    first = told(client, server, ServiceKind.SITEMAP, path="/map.xml")
    server.replies["/one.xml"] = sitemap(server, a="2026-11-01", b="2026-11-29")
    server.replies["/b"] = page_with(posting(3))
    server.asked.clear()
    then = told(client, server, ServiceKind.SITEMAP, last_state(first), path="/map.xml", at=NOW + HOUR)

    assert ads(first) == ["p1", "p2", "p3"]
    assert server.paths == ["/map.xml", "/one.xml", "/b"]
    assert (ads(then), gone(then)) == (["p3"], ["p2"])
    assert Whole(frozenset({"p1", "p3"})) in then


def test_page_that_left_the_sitemap_is_gone(client: Client, server: LocalServer) -> None:
    server.replies["/map.xml"] = sitemap(server, a="1", b="1")
    server.replies["/a"], server.replies["/b"] = page_with(posting(1)), page_with(posting(2))
    first = told(client, server, ServiceKind.SITEMAP, path="/map.xml")
    server.replies["/map.xml"] = sitemap(server, a="1")

    assert Whole(frozenset({"p1"})) in told(
        client, server, ServiceKind.SITEMAP, last_state(first), path="/map.xml"
    )


def test_pages_of_other_hosts_and_bombs_are_left_alone(client: Client, server: LocalServer) -> None:
    with local_server() as other:
        server.replies["/map.xml"] = Reply(
            f"<urlset><url><loc>{other.address}/a</loc></url></urlset>".encode()
        )
        told(client, server, ServiceKind.SITEMAP, path="/map.xml")
        assert other.asked == []

    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><urlset>&c;</urlset>'
    for broken in (bomb, b"<urlset><url>", b"{}", b"<html></html>"):
        server.replies["/map.xml"] = Reply(broken)
        service = Service(ServiceKind.SITEMAP, f"{server.address}/map.xml")
        assert until_error(fetch(client, service, {}, NOW))[1].key == "unexpected"
