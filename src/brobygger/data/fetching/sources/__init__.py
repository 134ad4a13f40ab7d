"""The services that ads are fetched from: one module for each, one line each in the table below."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from brobygger.data.fetching.client import Client
from brobygger.data.fetching.events import Event, Service, ServiceKind, State
from brobygger.data.fetching.sources import feed, jobsearch, jobstream, nav, sitemap

Fetch: TypeAlias = Callable[[Client, Service, State, dt.datetime], Iterator[Event]]

FETCHES: Final[Mapping[ServiceKind, Fetch]] = {
    ServiceKind.JOBSTREAM: jobstream.fetch,
    ServiceKind.JOBSEARCH: jobsearch.fetch,
    ServiceKind.NAV: nav.fetch,
    ServiceKind.FEED: feed.fetch,
    ServiceKind.SITEMAP: sitemap.fetch,
}


def fetch(client: Client, service: Service, state: State, at: dt.datetime) -> Iterator[Event]:
    """
    What a service tells since it was last asked.

    Args:
        state: the last `Mark` of the fetches before; empty: from the beginning.
        at: now.

    Raises:
        FetchError: it cannot go on; what was told before holds.
    """
    return FETCHES[service.kind](client, service, state, at)
