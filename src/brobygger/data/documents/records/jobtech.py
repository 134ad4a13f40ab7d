"""Ads of the Swedish public employment service: JobTech's JobSearch, JobStream and historical ads."""

from __future__ import annotations

from collections.abc import Mapping

from brobygger.core.reading.data import (
    DocumentKind,
    Duration,
    Modality,
    Place,
    Role,
)
from brobygger.data.documents.drafting import Draft
from brobygger.data.documents.markup import html_text
from brobygger.data.documents.names import country_code
from brobygger.data.documents.problem import UnreadableError
from brobygger.data.documents.records.declared import add_deadline, add_language_need, add_places, add_start
from brobygger.data.documents.records.fields import (
    Entry,
    at,
    coordinates,
    date,
    first,
    is_rolling,
    items,
    number,
    spelled,
    text,
)
from brobygger.data.documents.source import Items, Options, RecordShape, Source

NAME = "JobTech"
PERMANENT = frozenset(("tillsvidare", "tills vidare", "tillsvidareanställning"))


def accepts(entry: Entry) -> bool:
    return "headline" in entry and isinstance(entry.get("description"), Mapping)


def read(entry: Entry, source: Source, options: Options) -> Items:
    title = text(entry.get("headline"))
    words = text(at(entry, "description", "text"))
    body = words or html_text(text(at(entry, "description", "text_formatted")))
    for name, value in (("headline", title), ("description.text", body)):
        if not value:
            raise UnreadableError("missing_field", format=NAME, field=name)
    draft = Draft(source, options, "sv")
    draft.add_title(title)
    draft.add_body(body)
    draft.add_gap()
    _add_place(draft, entry.get("workplace_address"))
    add_deadline(draft, entry.get("application_deadline"))
    add_start(draft, "snarast" if is_rolling(_start(entry)) else _start(entry))
    add_places(draft, entry.get("number_of_vacancies"))
    _add_terms(draft, entry)
    _add_wishes(draft, entry.get("must_have"), Modality.REQUIRED)
    _add_wishes(draft, entry.get("nice_to_have"), Modality.PREFERRED)
    yield from draft.finish(
        kind=DocumentKind.AD,
        document_id=first(entry, "id", "external_id"),
        employer=first(entry.get("employer"), "workplace", "name"),
        published=date(entry.get("publication_date")),
        format_name=NAME,
    )


def label_of(value: object) -> str:
    """The words of a taxonomy reference: {"concept_id", "label"}, [concept id, label, weight] or the label alone."""
    if isinstance(value, list | tuple):
        return text(value[1]) if len(value) > 1 else ""
    return first(value, "label") or text(value)


def _start(entry: Entry) -> str:
    """`access` is free text such as "Tillträde snarast"."""
    words = text(entry.get("access"))
    bare = words.removeprefix("Tillträde").strip(" :.")
    return bare or words


def _add_place(draft: Draft, address: object) -> None:
    town = spelled(first(address, "city", "municipality"))
    municipality, region = first(address, "municipality"), first(address, "region")
    words = ", ".join(dict.fromkeys(filter(None, (town, municipality, region))))
    country = country_code(first(address, "country") or "Sverige")
    pair = items(at(address, "coordinates"))
    found = coordinates(pair[1], pair[0]) if len(pair) == 2 else None  # [longitude, latitude], as GeoJSON
    name = town or municipality
    value = Place(name, country, *found, region=region or None) if found and country and name else None
    draft.add_field("place", words, value)
    if country and country != "SE":
        draft.add_field("country", first(address, "country"))


def _add_terms(draft: Draft, entry: Entry) -> None:
    draft.add_field("occupation", label_of(entry.get("occupation")))
    draft.add_field("employment", label_of(entry.get("employment_type")))
    duration = label_of(entry.get("duration"))
    draft.add_field("duration", duration, Duration(0) if _is_permanent(duration) else None, Role.OFFER)
    draft.add_field("extent", _extent(entry), None, Role.OFFER)
    draft.add_field("pay", text(entry.get("salary_description")), None, Role.OFFER)
    licences = ", ".join(filter(None, (label_of(item) for item in items(entry.get("driving_license")))))
    draft.add_field("driving_licence", licences, None, Role.REQUIREMENT)


def _is_permanent(duration: str) -> bool:
    return duration.casefold().split(" (")[0] in PERMANENT


def _extent(entry: Entry) -> str:
    """As "Heltid" or "Deltid 50–75 %": percent of full time, whose hours the ad does not state."""
    words = label_of(entry.get("working_hours_type"))
    least, most = number(at(entry, "scope_of_work", "min")), number(at(entry, "scope_of_work", "max"))
    if not least or not most or least == most == 100 or not 0 < least <= most <= 100:
        return words
    return f"{words} {least:g} %" if least == most else f"{words} {least:g}–{most:g} %"


def _add_wishes(draft: Draft, wishes: object, modality: Modality) -> None:
    key = "requirement" if modality is Modality.REQUIRED else "advantage"
    role = Role.REQUIREMENT if modality is Modality.REQUIRED else Role.ADVANTAGE
    for skill in items(at(wishes, "skills")):
        draft.add_field(key, label_of(skill), None, role)
    for language in items(at(wishes, "languages")):
        if label_of(language):
            add_language_need(draft, label_of(language), None, modality)
    for name in ("education_level", "education"):
        for education in items(at(wishes, name)):
            draft.add_field("education_needed", label_of(education), None, role)
    for work in items(at(wishes, "work_experiences")):
        draft.add_field("experience_needed", label_of(work), None, role)


SHAPE = RecordShape(NAME, accepts, read)
