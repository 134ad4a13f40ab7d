"""
JobStream of the Swedish public employment service: all open ads once, and since then what has changed.

Source: the service's own description of its interface (v2): `/v2/snapshot` answers with every open ad, one object a
line; `/v2/stream?updated-after=` with the ads that were changed since, and for one that was taken away its `id` with
`removed`. Ads are given away under CC0.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Final
from urllib.parse import urlencode, urlsplit, urlunsplit

from brobygger.data.documents.records.fields import first
from brobygger.data.fetching.client import MEGABYTE, Client
from brobygger.data.fetching.events import Ad, Event, Gone, Mark, Refused, Service, State, Whole, ad_of, stamp
from brobygger.data.fetching.objects import objects_in
from brobygger.data.fetching.problem import FetchError

OVERLAP: Final = dt.timedelta(minutes=10)  # clocks differ
OLDEST: Final = dt.timedelta(days=7)  # what was last asked for before that is fetched whole again
HEADERS: Final = {"Accept": "application/jsonl, application/json;q=0.9"}
SNAPSHOT_BYTES: Final = 1_000 * MEGABYTE  # 37,000 ads are 400 MB; they are written to a file
SNAPSHOT_SECONDS: Final = 1_800.0


def fetch(client: Client, service: Service, state: State, at: dt.datetime) -> Iterator[Event]:
    since = _moment(state.get("since"))
    is_whole = since is None or at - since > OLDEST
    if since is None or is_whole:
        address = _address(service.address, "/v2/snapshot", {})
        asking = client.with_limits(
            replace(client.limits, body_bytes=SNAPSHOT_BYTES, total_seconds=SNAPSHOT_SECONDS)
        )
    else:
        address = _address(service.address, "/v2/stream", {"updated-after": stamp(since - OVERLAP)})
        asking = client
    keys: set[str] = set()
    with tempfile.TemporaryFile() as file:
        asking.get(address, headers=HEADERS, into=file)
        for record in objects_in(file, service.host):
            key = first(record, "id")
            if not key:
                yield Refused("", FetchError("no_key"))
                continue
            if record.get("removed") is True:
                yield Gone(key)
                continue
            event = ad_of(record, service, key=key)
            if isinstance(event, Ad | Refused):
                keys.add(key)
            elif not is_whole:
                yield Gone(key)  # it may have held one of the words before
            yield event
    if is_whole:
        yield Whole(frozenset(keys))
    yield Mark({"since": at.isoformat()})


def _address(base: str, path: str, query: dict[str, str]) -> str:
    """The base may name filters of the service, such as a place: they are asked for too."""
    parts = urlsplit(base)
    bare = parts.path.rstrip("/").removesuffix("/v2/snapshot").removesuffix("/v2/stream")
    asked = "&".join(filter(None, (parts.query, urlencode(query))))
    return urlunsplit((parts.scheme, parts.netloc, f"{bare}{path}", asked, ""))


def _moment(text: object) -> dt.datetime | None:
    try:
        found = dt.datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return found if found.tzinfo else None
