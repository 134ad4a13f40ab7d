"""
JobSearch of the Swedish public employment service: the open ads that a search finds, page by page.

Source: the service's own description of its interface: `/search?q=&limit=&offset=` answers with `total.value` and
`hits`, at most 100 a page and 2,000 from the first. Ads are given away under CC0.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from brobygger.data.documents.records.fields import at as value_at
from brobygger.data.documents.records.fields import first, number
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
    each,
    parsed,
)
from brobygger.data.fetching.problem import FetchError

PAGE: Final = 100
FURTHEST: Final = 2_000  # the service answers no further
HEADERS: Final = {"Accept": "application/json"}


def fetch(client: Client, service: Service, state: State, at: dt.datetime) -> Iterator[Event]:
    """A search that broke off goes on at the page where it did, if that was today."""
    is_same_day = state.get("day") == at.date().isoformat()
    offset = int(state["offset"]) if is_same_day else 0
    keys = set(state["keys"]) if is_same_day else set()
    while True:
        answer = client.get(_address(service, offset), headers=HEADERS)
        found = parsed(answer.body, service.host)
        hits = list(each(value_at(found, "hits"), service.host, ServiceKind.JOBSEARCH))
        for record in hits:
            key = first(record, "id")
            event = ad_of(record, service, key=key) if key else Refused("", FetchError("no_key"))
            if isinstance(event, Ad | Refused) and key:
                keys.add(key)
            yield event
        offset += PAGE
        total = number(value_at(found, "total", "value")) or 0
        if offset >= total or not hits:
            yield Whole(frozenset(keys))
            break
        if offset > FURTHEST:
            break  # there is more than the service tells: what is not among it may still be there
        yield Mark({"day": at.date().isoformat(), "offset": offset, "keys": sorted(keys)})
    yield Mark({})


def _address(service: Service, offset: int) -> str:
    """The search that the address holds, or the words."""
    parts = urlsplit(service.address)
    path = parts.path.rstrip("/")
    query = dict(parse_qsl(parts.query, keep_blank_values=False))
    query.setdefault("q", " ".join(service.words))
    asked = [(name, value) for name, value in query.items() if value and name not in ("limit", "offset")]
    asked += [("limit", str(PAGE)), ("offset", str(offset))]
    whole = path if path.endswith("/search") else f"{path}/search"
    return urlunsplit((parts.scheme, parts.netloc, whole, urlencode(asked), ""))
