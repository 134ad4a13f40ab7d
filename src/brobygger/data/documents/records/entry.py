"""
Our own plain fields: one JSON object, or one row of a table, for one ad or CV.

The fields, their meaning and what they accept are described in docs/reference/formats.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from brobygger.core.reading.data import (
    DocumentKind,
    Duration,
    Education,
    FactValue,
    Graduation,
    Hours,
    Kind,
    Language,
    Modality,
    OpportunityKind,
    PaidBy,
    Pay,
    Payer,
    PayPeriod,
    Place,
    Remote,
    Role,
)
from brobygger.data.documents.drafting import Draft
from brobygger.data.documents.labels import label
from brobygger.data.documents.markup import html_text
from brobygger.data.documents.names import country_code, language_code, language_name
from brobygger.data.documents.problem import UnreadableError
from brobygger.data.documents.records.declared import (
    add_deadline,
    add_places,
    add_start,
    hours,
    label_language,
)
from brobygger.data.documents.records.fields import (
    Entry,
    coordinates,
    count,
    date,
    first,
    is_rolling,
    items,
    level,
    number,
    text,
)
from brobygger.data.documents.source import Items, Options, RecordShape, Source

NAME = "Brobygger"  # the format is our own
FIELDS = (
    "id", "title", "text", "html", "document", "language", "published", "employer", "place", "country", "latitude",
    "longitude", "remote", "kind", "start", "duration", "deadline", "hours", "pay", "paid_by", "fund", "places", "education", "graduation", "languages",
    "skills",
)  # fmt: skip
# Names that mean one of ours without doubt; the caller may give more
ALSO_CALLED = {
    "description": "text", "body": "text", "text_html": "html", "headline": "title", "company": "employer",
    "location": "place", "city": "place", "lat": "latitude", "lon": "longitude", "lng": "longitude", "lang": "language",
    "salary": "pay", "positions": "places", "vacancies": "places", "eqf": "education", "date_posted": "published",
    "valid_through": "deadline", "type": "document",
}  # fmt: skip
RANGE = re.compile(r"(\d{1,2}(?:[.,]\d+)?)(?:\s*[-–]\s*(\d{1,2}(?:[.,]\d+)?))?")
AMOUNT = r"\d{1,3}(?:[ .]\d{3})+|\d{1,9}(?:\.\d{1,2})?"
PAY = re.compile(rf"({AMOUNT})(?:\s*[-–]\s*({AMOUNT}))?\s*([A-Z]{{3}})\s*(?:/|per)\s*(hour|month|year)")
PERMANENT = ("permanent", "fast", "tillsvidare", "0")
CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2})?")
LANGUAGE_ITEM = re.compile(
    r"(?P<name>[^:;,()]+?)\s*(?:[:( ]\s*(?P<level>[ABCabc][12])\s*\)?)?\s*(?P<plus>\+)?"
)


def accepts(entry: Entry) -> bool:
    """Any object: what lacks a text is named in the problem."""
    return isinstance(entry, Mapping)


def read(entry: Entry, source: Source, options: Options) -> Items:
    fields, unknown = known_fields(entry, options)
    if unknown:
        yield source.problem("unknown_columns", columns=", ".join(unknown))
    body = text(fields.get("text")) or html_text(text(fields.get("html")))
    if not body:
        raise UnreadableError("missing_field", format=NAME, field="text")
    draft = Draft(source, options, label_language(text(fields.get("language")), body))
    draft.add_title(text(fields.get("title")))
    draft.add_body(body)
    draft.add_gap()
    kind = _document_kind(draft, fields) or options.kind
    _add_conditions(draft, fields, held=kind is DocumentKind.CV)
    _add_languages(draft, fields, held=kind is DocumentKind.CV)
    draft.add_field("skills", ", ".join(_words(fields.get("skills"))))
    yield from draft.finish(
        kind=kind,
        document_id=text(fields.get("id")),
        employer=text(fields.get("employer")),
        published=date(fields.get("published")),
        format_name=NAME,
    )


def known_fields(entry: Entry, options: Options) -> tuple[dict[str, object], list[str]]:
    """The entry under our names, and the names that mean nothing to us. Our own name wins over another for it."""
    asked = {name.strip().lower(): field for name, field in options.columns.items()}
    found: dict[str, object] = {}
    unknown = []
    for name, value in entry.items():
        bare = str(name).strip().lower()
        field = asked.get(bare) or (bare if bare in FIELDS else ALSO_CALLED.get(bare))
        if field is None or field not in FIELDS:
            unknown.append(str(name).strip()[:60])
        elif field not in found or bare == field:
            found[field] = value
    return found, [name for name in unknown if name]


def _document_kind(draft: Draft, fields: Entry) -> DocumentKind | None:
    words = text(fields.get("document")).lower()
    if words in set(DocumentKind):
        return DocumentKind(words)
    if words:
        draft.warn("bad_value", field="document", value=words[:60], accepted=", ".join(DocumentKind))
    return None


def _add_conditions(draft: Draft, fields: Entry, *, held: bool) -> None:
    _add_place(draft, fields, held=held)
    _add(draft, fields, "remote", _remote(fields.get("remote")), "0–100 %")
    words = text(fields.get("kind")).lower().replace(" ", "_")
    kind = Kind(OpportunityKind(words)) if words in set(OpportunityKind) else None
    _add(draft, fields, "kind", kind, ", ".join(OpportunityKind))
    for name, add in (("start", add_start), ("deadline", add_deadline)):
        value = text(fields.get(name))
        if value and not date(value) and not is_rolling(value):
            draft.warn(
                "bad_value", field=name, value=value[:60], accepted="2026-03-31, 31.03.2026, asap, rolling"
            )
        add(draft, fields.get(name))
    duration = _duration(fields.get("duration"))
    key = "duration" if duration and duration.months == 0 else "months"
    _add(draft, fields, "duration", duration, "6, permanent", key=key, role=Role.OFFER)
    _add(draft, fields, "hours", _hours(fields.get("hours")), "37, 15-20", role=Role.OFFER)
    _add(draft, fields, "pay", _pay(fields.get("pay")), "35000-40000 DKK/month", role=Role.OFFER)
    _add_payer(draft, fields)
    if text(fields.get("places")) and not count(fields.get("places")):
        draft.warn("bad_value", field="places", value=text(fields.get("places"))[:60], accepted="1, 2, 3 …")
    add_places(draft, fields.get("places"))
    eqf = count(fields.get("education"))
    education = (
        Education(eqf, None, Modality.HELD if held else Modality.REQUIRED) if eqf and eqf <= 8 else None
    )
    role = Role.EDUCATION if held else Role.REQUIREMENT
    _add(draft, fields, "education", education, "1–8 (EQF)", key="eqf", role=role)
    if held:
        _add(draft, fields, "graduation", _graduation(fields.get("graduation")), "2027-06, 2027", role=role)


def _add(
    draft: Draft,
    fields: Entry,
    name: str,
    value: FactValue | None,
    accepted: str,
    *,
    key: str = "",
    role: Role = Role.OTHER,
) -> None:
    """One field as a line; what cannot be understood is kept as a line, with a warning."""
    words = text(fields.get(name))
    if words and value is None:
        draft.warn("bad_value", field=name, value=words[:60], accepted=accepted)
    draft.add_field(key or name, words.replace("_", " ") if isinstance(value, Kind) else words, value, role)


def _add_place(draft: Draft, fields: Entry, *, held: bool) -> None:
    place, country = text(fields.get("place")), text(fields.get("country"))
    key = "home" if held else "place"
    found = coordinates(fields.get("latitude"), fields.get("longitude"))
    code = country_code(country)
    value = Place(place, code, *found) if found and code and place else None
    draft.add_field(key, ", ".join(filter(None, (place, country))), value)


def _add_payer(draft: Draft, fields: Entry) -> None:
    """Who pays, with the name of the programme or fund in the same line."""
    said, fund = text(fields.get("paid_by")), text(fields.get("fund"))
    code = said.lower().replace(" ", "_")
    value = Payer(PaidBy(code), fund or None) if code in set(PaidBy) else None
    if said and value is None:
        draft.warn("bad_value", field="paid_by", value=said[:60], accepted=", ".join(PaidBy))
    words = ", ".join(filter(None, (said.replace("_", " "), fund)))
    draft.add_field("paid_by", words, value, Role.OFFER)


def _remote(value: object) -> Remote | None:
    words = text(value)
    share = number(words.rstrip("% "))
    if isinstance(value, bool):
        share = float(value)
    elif share is not None and (words.endswith("%") or share > 1):
        share /= 100
    return Remote(share) if share is not None and 0 <= share <= 1 else None


def _duration(value: object) -> Duration | None:
    if text(value).lower() in PERMANENT:
        return Duration(0)
    months = number(value)
    return Duration(months) if months and 0 < months <= 120 else None


def _hours(value: object) -> Hours | None:
    match = RANGE.fullmatch(text(value))
    return hours(match[1], match[2]) if match else None


def _graduation(value: object) -> Graduation | None:
    from brobygger.core.reading.facets.graduation import period_of  # its patterns take a while to compile

    day, named = date(value), period_of(text(value))
    if day:
        return Graduation(day, day)
    return Graduation(named.earliest, named.latest) if named else None


def _pay(value: object) -> Pay | None:
    match = PAY.fullmatch(text(value))
    if not match:
        return None
    least, most = (_amount(words) if words else None for words in (match[1], match[2]))
    if not least or (most is not None and most < least):
        return None
    return Pay(least, most, match[3], PayPeriod(match[4]))


def _amount(words: str) -> float:
    """The number: "35 000", "35.000" and "35000" are the same; a point before two digits or one is decimal."""
    whole, point, part = words.replace(" ", "").rpartition(".")
    return (
        float(f"{whole}.{part}")
        if point and len(part) < 3
        else float(words.replace(" ", "").replace(".", ""))
    )


def _add_languages(draft: Draft, fields: Entry, *, held: bool) -> None:
    """Languages such as "da:B1; en:C1; de+"; in an ad a plus marks an advantage."""
    for name, words, is_plus in _languages(fields.get("languages")):
        code, reached = language_code(name), level(words)
        modality = Modality.HELD if held else Modality.PREFERRED if is_plus else Modality.REQUIRED
        role = Role.LANGUAGES if held else Role.ADVANTAGE if is_plus else Role.REQUIREMENT
        if code is None:
            draft.warn("bad_value", field="languages", value=name[:60], accepted="da:B1; en:C1")
        shown = language_name(code, draft.language) if code and CODE.fullmatch(name) else name
        line = f"{shown} {reached}" if reached else shown
        key = "advantage" if is_plus else "language_needed"
        span = draft.add_line(line, f"{label(key, draft.language)}: ")
        draft.declare(span, Language(code, reached, modality) if code else None, role)


def _languages(value: object) -> Iterator[tuple[str, str, bool]]:
    """(name or code, level words, is an advantage) of each language, written as text or as objects."""
    for item in items(value):
        if isinstance(item, Mapping):
            name = first(item, "code", "language", "name")
            if name:
                yield name, first(item, "level", "cefr"), item.get("required") is False
            continue
        for part in re.split(r"[;,]", text(item)):
            match = LANGUAGE_ITEM.fullmatch(part.strip())
            if match:
                yield match["name"], match["level"] or "", match["plus"] is not None


def _words(value: object) -> list[str]:
    return [words for item in items(value) if (words := text(item) or first(item, "name", "label", "title"))]


SHAPE = RecordShape(NAME, accepts, read)
