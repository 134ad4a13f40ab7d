"""Ads as schema.org JobPosting (JSON-LD), as other job boards and search services read them; see `documents.records.jobposting`."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from brobygger.core.reading import OpportunityKind, Pay

CONTEXT: Final = "https://schema.org"
# what search services call some of our kinds; beside it every kind keeps its own name
USUAL_TYPES: Final[Mapping[OpportunityKind, str]] = {
    OpportunityKind.INTERNSHIP: "INTERN",
    OpportunityKind.STUDENT_JOB: "PART_TIME",
}


@dataclass(frozen=True, slots=True)
class Posting:
    """
    An ad as it is published; empty or None: not said.

    Args:
        text: the ad in plain text.
        language: of title and text, ISO 639-1; “und” if unclear.
        place_name, country: of the work; country as ISO 3166-1.
        coordinates: latitude and longitude in degrees.
        places: how many people are looked for.
        start: first day of work.
    """

    id: str
    title: str
    text: str
    organisation: str
    date_posted: dt.date
    changed_at: dt.datetime
    language: str = ""
    website: str = ""
    valid_through: dt.date | None = None
    kind: OpportunityKind | None = None
    place_name: str = ""
    country: str = ""
    coordinates: tuple[float, float] | None = None
    places: int = 1
    is_remote: bool = False
    start: dt.date | None = None
    pay: Pay | None = None


def to_job_posting(posting: Posting, *, url: str, with_context: bool = True) -> dict[str, Any]:
    """One ad as a JobPosting; `url` is its page. Without context where it stands inside something that has one."""
    found: dict[str, Any] = {"@context": CONTEXT} if with_context else {}
    organisation = {"@type": "Organization", "name": posting.organisation}
    if posting.website:
        organisation["sameAs"] = posting.website
    found |= {
        "@type": "JobPosting",
        "identifier": {"@type": "PropertyValue", "name": "Brobygger", "value": posting.id},
        "url": url,
        "title": posting.title,
        "description": as_html(posting.text),
        "datePosted": posting.date_posted.isoformat(),
        "hiringOrganization": organisation,
        "totalJobOpenings": posting.places,
        "directApply": False,
    }
    if posting.language not in ("", "und"):
        found["inLanguage"] = posting.language
    if posting.valid_through:
        found["validThrough"] = posting.valid_through.isoformat()
    if posting.kind:
        found["employmentType"] = [
            *filter(None, [USUAL_TYPES.get(posting.kind)]),
            posting.kind.value.upper(),
        ]
    if posting.place_name or posting.country:
        found["jobLocation"] = _location(posting)
    if posting.is_remote:
        found["jobLocationType"] = "TELECOMMUTE"
        if posting.country:
            found["applicantLocationRequirements"] = {"@type": "Country", "name": posting.country}
    if posting.start:
        found["jobStartDate"] = posting.start.isoformat()
    if posting.pay:
        found["baseSalary"] = _salary(posting.pay)
    return found


def to_feed(
    postings: Iterable[tuple[Posting, str]], *, name: str, url: str, changed_at: dt.datetime | None
) -> dict[str, Any]:
    """Ads with the addresses of their pages as a DataFeed."""
    feed: dict[str, Any] = {"@context": CONTEXT, "@type": "DataFeed", "name": name, "url": url}
    if changed_at:
        feed["dateModified"] = changed_at.isoformat()
    feed["dataFeedElement"] = [
        to_job_posting(posting, url=page, with_context=False) for posting, page in postings
    ]
    return feed


def as_html(text: str) -> str:
    """Plain text as paragraphs and line breaks."""
    paragraphs = re.split(r"\n[ \t]*\n+", text.strip().replace("\r\n", "\n"))
    return "".join(f"<p>{html.escape(one).replace(chr(10), '<br>')}</p>" for one in paragraphs)


def _location(posting: Posting) -> dict[str, Any]:
    address = {"@type": "PostalAddress"}
    if posting.place_name:
        address["addressLocality"] = posting.place_name
    if posting.country:
        address["addressCountry"] = posting.country
    location: dict[str, Any] = {"@type": "Place", "address": address}
    if posting.coordinates:
        latitude, longitude = posting.coordinates
        location["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return location


def _salary(pay: Pay) -> dict[str, Any]:
    value: dict[str, Any] = {"@type": "QuantitativeValue", "unitText": pay.period.value.upper()}
    if pay.maximum is None or pay.maximum == pay.minimum:
        value["value"] = pay.minimum
    else:
        value |= {"minValue": pay.minimum, "maxValue": pay.maximum}
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}
