"""
The feed of NAV, the Norwegian public employment service: pages of what has changed, and each ad by itself.

Source: the service's own open code and description (pam-stilling-feed): `/api/v1/feed` answers with the first page
that is newer than If-Modified-Since; a page holds `items`, each with `_feed_entry.status`, and `next_url`; the last
page has none, grows, and answers 304 to its ETag while nothing has changed; `/api/v1/feedentry/…` holds an ad as
`ad_content`, which is empty once it is no longer active. It asks for a key. Who uses it has to follow NAV's terms:
ads that are gone are removed.
"""

from __future__ import annotations

import datetime as dt
import email.utils
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from brobygger.data.documents.records.fields import at as value_at
from brobygger.data.documents.records.fields import first
from brobygger.data.fetching.client import Client
from brobygger.data.fetching.events import (
    Event,
    Gone,
    Mark,
    PassedOver,
    Refused,
    Service,
    ServiceKind,
    State,
    ad_of,
    each,
    parsed,
)
from brobygger.data.fetching.problem import FetchError

FIRST_DAYS: Final = 60  # the first fetch begins so long ago; older ads come with their next change
MOST_ENTRIES: Final = 2_000  # ads that are asked for in one fetch; the next one goes on
MOST_PAGES: Final = 200
MARK_EVERY: Final = 50  # ads


def fetch(client: Client, service: Service, state: State, at: dt.datetime) -> Iterator[Event]:
    if not service.token:
        raise FetchError("no_token")
    headers = {"Accept": "application/json", "Authorization": f"Bearer {service.token}"}
    address = str(state.get("page") or urljoin(service.address, "/api/v1/feed"))
    asked = _conditions(state, at)
    done, entries = int(state.get("done") or 0), 0
    seen: set[str] = set()
    for _page in range(MOST_PAGES):
        if address in seen:
            raise FetchError("circle", host=service.host)
        seen.add(address)
        _check_host(address, service)
        try:
            answer = client.get(address, headers={**headers, **asked})
        except FetchError as error:
            if error.key == "gone" and state.get("page"):
                yield Mark({"since": state.get("since")})  # the page is no more: begin by the day next time
            raise
        if answer.is_unchanged:
            return
        page = parsed(answer.body, service.host)
        changed = _latest(page, service)
        for number, (key, item) in enumerate(changed):
            if number < done:
                continue
            if entries == MOST_ENTRIES:
                yield Mark({"page": address, "done": number, "since": at.isoformat()})
                return
            if first(value_at(item, "_feed_entry"), "status").upper() == "ACTIVE":
                entries += 1
                yield from _entry(client, service, headers, key, first(item, "url"))
            else:
                yield Gone(key)
            if (number + 1) % MARK_EVERY == 0:
                yield Mark({"page": address, "done": number + 1, "since": at.isoformat()})
        done, asked = 0, {}
        following = first(page, "next_url")
        if not following:
            told = {"etag": answer.etag, "modified": answer.last_modified}
            yield Mark({"page": address, **told, "since": at.isoformat()})
            return
        address = urljoin(service.address, following)
        yield Mark({"page": address, "since": at.isoformat()})


def _conditions(state: State, at: dt.datetime) -> dict[str, str]:
    """What the last page was when it was read; on a first fetch, the day to begin with."""
    if state.get("page"):
        given = {"If-None-Match": state.get("etag"), "If-Modified-Since": state.get("modified")}
        return {name: str(value) for name, value in given.items() if value}
    begin = at - dt.timedelta(days=FIRST_DAYS)
    if since := state.get("since"):
        begin = dt.datetime.fromisoformat(str(since)) - dt.timedelta(days=1)
    return {"If-Modified-Since": email.utils.format_datetime(begin.astimezone(dt.UTC), usegmt=True)}


def _latest(page: Any, service: Service) -> list[tuple[str, Mapping[str, Any]]]:
    """The last word of a page about each ad, in the order of the page."""
    found: dict[str, Mapping[str, Any]] = {}
    for item in each(value_at(page, "items"), service.host, ServiceKind.NAV):
        key = first(value_at(item, "_feed_entry"), "uuid") or first(item, "id")
        if key:
            found.pop(key, None)
            found[key] = item
    return list(found.items())


def _entry(
    client: Client, service: Service, headers: Mapping[str, str], key: str, address: str
) -> Iterator[Event]:
    whole = urljoin(service.address, address or f"/api/v1/feedentry/{key}")
    _check_host(whole, service)
    try:
        record = parsed(client.get(whole, headers=headers).body, service.host)
    except FetchError as error:
        if error.key == "gone":
            yield Gone(key)
            return
        if error.key in ("broken_json", "too_large"):
            yield Refused(key, error)  # this one ad; the others may be whole
            return
        raise
    if not isinstance(value_at(record, "ad_content"), Mapping):
        yield Gone(key)
        return
    event = ad_of(record, service, key=key)
    if isinstance(event, PassedOver):
        yield Gone(key)  # it may have held one of the words before
    yield event


def _check_host(address: str, service: Service) -> None:
    """
    A page may not send the key to another host.

    Raises:
        FetchError: it would.
    """
    if urlsplit(address).netloc != urlsplit(service.address).netloc:
        raise FetchError("unexpected", host=service.host, service="NAV")
