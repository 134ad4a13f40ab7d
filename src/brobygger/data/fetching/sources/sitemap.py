"""
A sitemap, and the pages of it that carry a schema.org JobPosting.

Source: the protocol of sitemaps.org: `urlset` with `loc` and `lastmod`, or a `sitemapindex` of such. Pages of the
sitemap's own host are asked for, one after the other with a pause, and again once their `lastmod` has changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, ElementTree

from brobygger.data.fetching.client import Client
from brobygger.data.fetching.events import (
    Ad,
    Event,
    Gone,
    Mark,
    Refused,
    Service,
    ServiceKind,
    State,
    Whole,
)
from brobygger.data.fetching.problem import FetchError
from brobygger.data.fetching.sources.feed import ads_in

MOST_SITEMAPS: Final = 50
MOST_PAGES: Final = 5_000
PAGES_AT_ONCE: Final = 300  # asked for in one fetch; the next one goes on
PAUSE: Final = 0.5  # seconds between two pages
MARK_EVERY: Final = 20  # pages
AGAIN_AFTER: Final = dt.timedelta(days=1)  # for a page that does not say when it was changed


def fetch(client: Client, service: Service, state: State, at: dt.datetime) -> Iterator[Event]:
    """`state["pages"]`: by address when the page was changed, when it was read, and the ads that it carried."""
    known: dict[str, Any] = dict(state.get("pages") or {})
    listed = _pages(client, service)
    due = [page for page, changed in listed.items() if _is_due(known.get(page), changed, at)]
    for number, page in enumerate(due[:PAGES_AT_ONCE], start=1):
        before = list((known.get(page) or ["", "", []])[2])
        keys: list[str] = []
        for event in _page(client, service, page):
            if isinstance(event, Ad | Refused) and event.key:
                keys.append(event.key)
            yield event
        yield from (Gone(key) for key in before if key not in keys)
        known[page] = [listed[page], at.isoformat(), keys]
        if number % MARK_EVERY == 0:
            yield Mark({"pages": dict(known)})
        client.sleep(PAUSE)
    kept = {page: told for page, told in known.items() if page in listed}
    yield Whole(frozenset(key for told in kept.values() for key in told[2]))
    yield Mark({"pages": kept})


def _is_due(known: Any, changed: str, at: dt.datetime) -> bool:
    if not known:
        return True
    if changed:
        return bool(known[0] != changed)
    return at - dt.datetime.fromisoformat(known[1]) > AGAIN_AFTER


def _page(client: Client, service: Service, page: str) -> Iterator[Event]:
    try:
        answer = client.get(page, headers={"Accept": "text/html"})
        for event in ads_in(answer.body, service):
            if isinstance(event, Ad) and not event.address:
                yield Ad(event.key, event.document, page, event.number, event.country)
            else:
                yield event
    except FetchError as error:
        if error.key == "gone":
            return
        if error.key in ("busy", "no_answer"):
            raise
        yield Refused(page[:200], error)


def _pages(client: Client, service: Service) -> dict[str, str]:
    """Address → when it was changed, of the pages of the sitemap's own host."""
    own = urlsplit(service.address).netloc
    found: dict[str, str] = {}
    waiting, seen = [service.address], set[str]()
    while waiting and len(seen) < MOST_SITEMAPS:
        address = waiting.pop(0)
        if address in seen or urlsplit(address).netloc != own:
            continue
        seen.add(address)
        root = _parsed(client.get(address, headers={"Accept": "application/xml"}).body, service)
        is_index = root.tag.endswith("sitemapindex")
        for entry in root:
            told = {str(one.tag).rpartition("}")[2]: (one.text or "").strip() for one in entry}
            location = told.get("loc", "")
            if is_index:
                waiting.append(location)
            elif urlsplit(location).netloc == own and len(found) < MOST_PAGES:
                found[location] = told.get("lastmod", "")
    return found


def _parsed(body: bytes, service: Service) -> Any:
    try:
        root = ElementTree.fromstring(body)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        problem = FetchError("unexpected", host=service.host, service=ServiceKind.SITEMAP.value)
        raise problem from error
    if not root.tag.endswith(("urlset", "sitemapindex")):
        raise FetchError("unexpected", host=service.host, service=ServiceKind.SITEMAP.value)
    return root
