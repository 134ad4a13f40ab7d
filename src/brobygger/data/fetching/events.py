"""What a service tells, bit by bit: ads, ads that are gone, what could not be read, and how far it has come."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, TypeAlias
from urllib.parse import urlsplit

from brobygger.core.reading import Document, DocumentKind
from brobygger.data.documents.names import country_code
from brobygger.data.documents.problem import Problem
from brobygger.data.documents.records import read_record
from brobygger.data.documents.records.fields import at, first, items, text
from brobygger.data.documents.source import Options, Source
from brobygger.data.fetching.problem import FetchError

LONGEST_KEY: Final = 200
LONGEST_ADDRESS: Final = 1_000


class ServiceKind(StrEnum):
    """The services and forms that ads are fetched from."""

    JOBSTREAM = "jobstream"
    JOBSEARCH = "jobsearch"
    NAV = "nav"
    FEED = "feed"
    SITEMAP = "sitemap"


@dataclass(frozen=True, slots=True)
class Service:
    """
    Where ads are fetched.

    Args:
        address: of the service, of the feed or of the sitemap.
        words: an ad is taken if one of them occurs in it; none: every ad.
        token: a key that the service asks for.
        country: of the ads, where they do not say it, ISO 3166-1.
    """

    kind: ServiceKind
    address: str
    words: tuple[str, ...] = ()
    token: str = field(default="", repr=False)
    country: str = ""

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or self.address


State: TypeAlias = dict[str, Any]  # of JSON: how far a service was read


@dataclass(frozen=True, slots=True)
class Ad:
    """
    An ad as the service has it.

    Args:
        key: the service's own name for it.
        address: of the page where people read it and apply.
        number: of the employer in the register of its country, if told.
        country: ISO 3166-1; empty: not told.
    """

    key: str
    document: Document
    address: str = ""
    number: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """The service no longer has this ad."""

    key: str


@dataclass(frozen=True, slots=True)
class PassedOver:
    """An ad that holds none of the words that are looked for."""

    key: str


@dataclass(frozen=True, slots=True)
class Refused:
    """An ad that cannot be read, and why."""

    key: str
    problem: Problem | FetchError


@dataclass(frozen=True, slots=True)
class Whole:
    """All that the service has: what is not among the keys is gone."""

    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Mark:
    """How far it was read: whoever has stored all before may go on from here the next time."""

    state: State


Event: TypeAlias = Ad | Gone | PassedOver | Refused | Whole | Mark


def parsed(body: bytes, host: str) -> Any:
    """
    The JSON of an answer.

    Raises:
        FetchError: it is none.
    """
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:  # a decoding error is a ValueError
        raise FetchError("broken_json", host=host) from error


def ad_of(record: Mapping[str, Any], service: Service, *, key: str = "") -> Ad | PassedOver | Refused:
    """
    One record as an ad. It is read as one in a file is: fields that name contact persons are left out.

    Args:
        key: its name where the record holds none.
    """
    found: Document | None = None
    for item in read_record(record, Source(service.host, key), Options(kind=DocumentKind.AD)):
        if isinstance(item, Document):
            found = item
        elif not item.is_warning:
            return Refused(key, item)
    if found is None:
        return Refused(key, FetchError("unexpected", host=service.host, service=service.kind.value))
    name = (key or found.id)[:LONGEST_KEY]
    if not name:
        return Refused("", FetchError("no_key"))
    if not holds(found.text, service.words):
        return PassedOver(name)
    if not found.employer:
        return Refused(name, FetchError("no_employer"))
    inner = at(record, "ad_content")
    ad = inner if isinstance(inner, Mapping) else record
    return Ad(name, found, _address(ad), _number(ad), _country(ad) or service.country)


def holds(words: str, wanted: tuple[str, ...]) -> bool:
    """Whether one of the words occurs, whatever its capitals; where none is looked for it does."""
    said = words.casefold()
    return not wanted or any(one.casefold() in said for one in wanted)


def _address(ad: Mapping[str, Any]) -> str:
    """The page of the ad; nothing but https and http, so that a link cannot run anything."""
    candidates = (first(ad, "webpage_url"), first(ad, "link"), first(ad, "url"), first(ad, "sourceurl"))
    return next(
        (one[:LONGEST_ADDRESS] for one in candidates if one.lower().startswith(("https://", "http://"))), ""
    )


def _number(ad: Mapping[str, Any]) -> str:
    employer = ad.get("employer") or ad.get("hiringOrganization")
    return first(employer, "organization_number", "orgnr", "taxID", "identifier")[:40]


def _country(ad: Mapping[str, Any]) -> str:
    places = [
        ad.get("workplace_address"),
        *items(ad.get("workLocations")),
        *items(ad.get("locationList")),
        *(at(place, "address") for place in items(ad.get("jobLocation"))),
    ]
    for place in places:
        named = at(place, "country") or at(place, "addressCountry")
        if code := country_code(text(named) or first(named, "name")):
            return code
    return ""


def stamp(at_: dt.datetime) -> str:
    """A moment as services read it, in UTC to the second."""
    return at_.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S")


def each(value: Any, host: str, service: ServiceKind) -> Iterator[Mapping[str, Any]]:
    """
    The objects of a list.

    Raises:
        FetchError: it is no list. What is no object in it is passed over.
    """
    if not isinstance(value, list):
        raise FetchError("unexpected", host=host, service=service.value)
    yield from (one for one in value if isinstance(one, Mapping))
