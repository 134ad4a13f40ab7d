"""Ads as schema.org JobPosting in one answer: a DataFeed, a list, or a page that carries them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from brobygger.data.documents.encoding import decode
from brobygger.data.documents.markup import read_page
from brobygger.data.documents.records import jobposting
from brobygger.data.documents.records.fields import at as value_at
from brobygger.data.documents.records.fields import first, items, text
from brobygger.data.fetching.client import Client
from brobygger.data.fetching.events import (
    Ad,
    Event,
    Mark,
    Refused,
    Service,
    ServiceKind,
    State,
    Whole,
    ad_of,
)
from brobygger.data.fetching.problem import FetchError

HEADERS: Final = {"Accept": "application/ld+json, application/json, text/html;q=0.8"}


def fetch(client: Client, service: Service, state: State, at: dt.datetime) -> Iterator[Event]:
    asked = {"If-None-Match": state.get("etag"), "If-Modified-Since": state.get("modified")}
    given = {name: str(value) for name, value in asked.items() if value}
    answer = client.get(service.address, headers={**HEADERS, **given})
    if answer.is_unchanged:
        return
    keys: set[str] = set()
    for event in ads_in(answer.body, service):
        if isinstance(event, Ad | Refused) and event.key:
            keys.add(event.key)
        yield event
    yield Whole(frozenset(keys))
    yield Mark({"etag": answer.etag, "modified": answer.last_modified})


def ads_in(body: bytes, service: Service) -> Iterator[Event]:
    """
    The ads of one answer.

    Raises:
        FetchError: it is neither JSON nor a page that carries some.
    """
    for record in postings_in(body, service):
        event = ad_of(record, service, key=_key(record))
        yield event


def postings_in(body: bytes, service: Service) -> list[Mapping[str, Any]]:
    """
    The JobPosting objects of one answer.

    Raises:
        FetchError: it is neither JSON nor a page.
    """
    start = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start == b"<":
        found: list[Mapping[str, Any]] = []
        for block in read_page(decode(body).text).linked_data:
            try:
                found += _postings(json.loads(block.strip()))
            except (ValueError, RecursionError):
                continue  # other blocks of the page may be whole
        return found
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise FetchError("broken_json", host=service.host) from error
    if not isinstance(value, list | Mapping):
        raise FetchError("unexpected", host=service.host, service=ServiceKind.FEED.value)
    return _postings(value)


def _postings(value: Any) -> list[Mapping[str, Any]]:
    """Alone, in lists, in @graph, and as the elements of a DataFeed or an ItemList."""
    found: list[Mapping[str, Any]] = []
    for one in items(value):
        if isinstance(one, Mapping) and not jobposting.accepts(one):
            for name in ("dataFeedElement", "itemListElement"):
                inner = [value_at(item, "item") or item for item in items(one.get(name))]
                found += jobposting.postings(inner)
    return [*jobposting.postings(value), *found]


def _key(record: Mapping[str, Any]) -> str:
    """Its identifier, or the address of its page."""
    identifier = record.get("identifier")
    return first(identifier, "value", "@id") or text(identifier) or first(record, "@id", "url")
