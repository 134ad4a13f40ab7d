"""Collected Nordic ads, one JSON object a line: NAV, Amedia and JobTech ads under a common set of field names."""

from __future__ import annotations

from brobygger.data.documents.problem import UnreadableError
from brobygger.data.documents.records import jobtech, nav
from brobygger.data.documents.records.fields import Entry, at, first, items, text
from brobygger.data.documents.source import Items, Options, RecordShape, Source

NAME = "collected ads"


def accepts(entry: Entry) -> bool:
    return {"source", "lang", "title"} <= entry.keys() and bool(
        {"text", "text_html", "places"} & entry.keys()
    )


def read(entry: Entry, source: Source, options: Options) -> Items:
    for name, value in (("title", first(entry, "title")), ("text", first(entry, "text", "text_html"))):
        if not value:
            raise UnreadableError("missing_field", format=NAME, field=name)
    if first(entry, "source") == "jobtech":
        yield from jobtech.read(_as_jobtech(entry), source, options)
    else:
        yield from nav.read(_as_nav(entry), source, options)


def _as_jobtech(entry: Entry) -> Entry:
    return {
        **entry,
        "headline": entry["title"],
        "description": {"text": entry.get("text"), "text_formatted": entry.get("text_html")},
        "application_deadline": entry.get("expires"),
        "publication_date": entry.get("published"),
        "employer": {"name": entry.get("employer")},
        "workplace_address": next(iter(items(entry.get("places"))), None),
    }


def _as_nav(entry: Entry) -> Entry:
    return {
        **entry,
        "uuid": text(entry.get("id")),
        "locationList": [_place(place) for place in items(entry.get("places"))],
        "adtext": entry.get("text_html") or entry.get("text"),
    }


def _place(place: object) -> object:
    """Amedia names a place by its path: "Norge/Hordaland/Bergen"."""
    names = text(at(place, "geography")).split("/")
    if len(names) < 2:
        return place
    return {"country": names[0], "county": names[1], "municipal": names[-1]}


SHAPE = RecordShape(NAME, accepts, read)
