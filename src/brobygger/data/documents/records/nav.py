"""Ads of the Norwegian public employment service: NAV's job feed (pam-stilling-feed, public feed) and its ad store."""

from __future__ import annotations

from collections.abc import Mapping

from brobygger.core.reading.data import (
    DocumentKind,
    Duration,
    FactValue,
    Kind,
    OpportunityKind,
    Role,
)
from brobygger.data.documents.drafting import Draft
from brobygger.data.documents.markup import html_text
from brobygger.data.documents.names import country_code
from brobygger.data.documents.problem import UnreadableError
from brobygger.data.documents.records.declared import add_deadline, add_places, add_start, hours_a_week
from brobygger.data.documents.records.fields import Entry, at, date, first, items, spelled, text
from brobygger.data.documents.source import Items, Options, RecordShape, Source

NAME = "NAV"
# NAV's own code list of engagementtype; "Annet" (other) and the fixed-term kinds say nothing more
ENGAGEMENTS: dict[str, FactValue] = {
    "fast": Duration(0),
    "lærling": Kind(OpportunityKind.APPRENTICESHIP),
    "trainee": Kind(OpportunityKind.GRADUATE_JOB),
}
NOTHING = ("annet", "ikke oppgitt", "ukjent")
OWN_FIELDS = frozenset(
    ("locationlist", "worklocations", "adtext", "applicationdue", "engagementtype", "businessname")
)


def accepts(entry: Entry) -> bool:
    """A feed entry (`ad_content`), an ad of the store (`properties`), or an ad of the public feed."""
    if isinstance(entry.get("ad_content"), Mapping):
        return True
    names = {name.lower() for name in entry} | _properties(entry).keys()
    return "title" in names and len(names & OWN_FIELDS) >= 2


def read(entry: Entry, source: Source, options: Options) -> Items:
    content = entry.get("ad_content")
    ad = content if isinstance(content, Mapping) else entry
    fields = _properties(ad)
    title = first(ad, "title")
    body = html_text(text(fields.get("adtext")) or first(ad, "description"))
    for name, value in (("title", title), ("properties.adtext", body)):
        if not value:
            raise UnreadableError("missing_field", format=NAME, field=name)
    draft = Draft(source, options, "nb")
    draft.add_title(title)
    draft.add_body(body)
    draft.add_gap()
    for place in items(ad.get("locationList") or ad.get("workLocations") or ad.get("location")):
        _add_place(draft, place)
    add_deadline(draft, fields.get("applicationdue") or ad.get("applicationDue"))
    add_start(draft, fields.get("starttime"))
    add_places(draft, fields.get("positioncount"))
    _add_terms(draft, fields)
    yield from draft.finish(
        kind=DocumentKind.AD,
        document_id=first(ad, "uuid", "id", "reference") or first(entry, "uuid", "id"),
        employer=first(ad.get("employer"), "name") or first(ad, "businessName") or text(ad.get("employer")),
        published=date(ad.get("published")),
        format_name=NAME,
    )


def _properties(ad: Entry) -> dict[str, object]:
    """Own fields and properties (an object, or a list of key and value) in one, named in lower case."""
    properties = ad.get("properties")
    found = {name.lower(): value for name, value in ad.items() if name != "properties"}
    if isinstance(properties, Mapping):
        found |= {str(name).lower(): value for name, value in properties.items()}
    for pair in items(properties) if isinstance(properties, list) else ():
        if first(pair, "key"):
            found[first(pair, "key").lower()] = at(pair, "value")
    return found


def _add_place(draft: Draft, place: object) -> None:
    """Names come in capitals, with Sámi names after a dot: "TROMSØ", "KÁRÁŠJOHKA - KARASJOK"."""
    municipal, county = first(place, "municipal"), first(place, "county")
    town = first(place, "city") or first(place, "postalName") or municipal
    names = [spelled(name) for name in (town, municipal, county) if name]
    draft.add_field("place", ", ".join(dict.fromkeys(names)))
    country = first(place, "country")
    if country and country_code(country) != "NO":
        draft.add_field("country", spelled(country))


def _add_terms(draft: Draft, fields: Mapping[str, object]) -> None:
    draft.add_field("occupation", first(fields, "jobtitle"))
    engagement = text(fields.get("engagementtype"))
    if engagement.lower() not in NOTHING:
        draft.add_field("employment", engagement, ENGAGEMENTS.get(engagement.lower()), Role.OFFER)
    extent = " ".join(filter(None, (first(fields, "extent"), first(fields, "jobpercentage"))))
    draft.add_field("extent", extent)
    hours = first(fields, "workhours")
    if hours.lower() != extent.lower():
        draft.add_field("extent", hours, hours_a_week(hours), Role.OFFER)


SHAPE = RecordShape(NAME, accepts, read)
