"""schema.org JobPosting (JSON-LD), as pages of employers and job boards carry it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from brobygger.core.reading.data import (
    DocumentKind,
    Education,
    Experience,
    Kind,
    Modality,
    OpportunityKind,
    Pay,
    PayPeriod,
    Place,
    Remote,
    Role,
    Start,
)
from brobygger.data.documents.drafting import Draft
from brobygger.data.documents.labels import label
from brobygger.data.documents.markup import html_text
from brobygger.data.documents.names import country_code
from brobygger.data.documents.problem import UnreadableError
from brobygger.data.documents.records.declared import (
    add_deadline,
    add_places,
    add_start,
    hours_a_week,
    label_language,
)
from brobygger.data.documents.records.fields import (
    Entry,
    at,
    coordinates,
    date,
    first,
    items,
    number,
    text,
    texts,
)
from brobygger.data.documents.source import Items, Options, RecordShape, Source

NAME = "JobPosting"
PERIODS = {"HOUR": PayPeriod.HOUR, "MONTH": PayPeriod.MONTH, "YEAR": PayPeriod.YEAR}
# Google's values of credentialCategory (structured data for job postings) → European Qualifications Framework
CREDENTIALS = {"high school": 4, "associate degree": 5, "bachelor degree": 6, "postgraduate degree": 7}
CURRENCY = re.compile(r"[A-Z]{3}")
DEEPEST = 6  # levels of @graph and lists


def postings(data: object, depth: int = 0) -> Iterator[Entry]:
    """All JobPosting objects in a JSON-LD block: alone, in lists, in @graph."""
    if depth > DEEPEST:
        return
    for item in items(data):
        if isinstance(item, Mapping):
            if accepts(item):
                yield item
            elif "@graph" in item:
                yield from postings(item["@graph"], depth + 1)
        elif isinstance(item, list):
            yield from postings(item, depth + 1)


def accepts(entry: Entry) -> bool:
    return any(name.rpartition("/")[2].rpartition(":")[2] == NAME for name in texts(entry.get("@type")))


def is_complete(entry: Entry) -> bool:
    return bool(first(entry, "title", "name") and text(entry.get("description")))


def read(entry: Entry, source: Source, options: Options) -> Items:
    title = first(entry, "title", "name")
    description = html_text(text(entry.get("description")))
    for name, value in (("title", title), ("description", description)):
        if not value:
            raise UnreadableError("missing_field", format=NAME, field=name)
    draft = Draft(source, options, label_language(first(entry, "inLanguage"), description))
    draft.add_title(html_text(title))
    draft.add_body(description)
    _add_texts(draft, entry)
    draft.add_gap()
    _add_places_of_work(draft, entry)
    _add_conditions(draft, entry)
    organisation = entry.get("hiringOrganization")
    yield from draft.finish(
        kind=DocumentKind.AD,
        document_id=_identifier(entry),
        employer=first(organisation, "name") or text(organisation),
        published=date(entry.get("datePosted")),
        format_name=NAME,
    )


def _identifier(entry: Entry) -> str:
    identifier = entry.get("identifier")
    return first(identifier, "value", "@id") or text(identifier) or first(entry, "@id", "url")


def _country(address: object) -> str | None:
    country = at(address, "addressCountry")
    return country_code(text(country) or first(country, "name"))


def _add_texts(draft: Draft, entry: Entry) -> None:
    """Longer texts that stand beside the description, unless they repeat it."""
    description = text(entry.get("description"))
    for key, name in (
        ("tasks", "responsibilities"),
        ("requirement", "qualifications"),
        ("skills", "skills"),
        ("benefits", "jobBenefits"),
    ):
        stated = [first(item, "name") or text(item) for item in items(entry.get(name))]
        words = html_text("\n".join(filter(None, stated)))
        if words and words not in description:
            draft.add_section(key)
            draft.add_body(words, after_gap=False)


def _add_places_of_work(draft: Draft, entry: Entry) -> None:
    for place in items(entry.get("jobLocation")):
        address = at(place, "address")
        town = first(address, "addressLocality") or text(address) or first(place, "name")
        parts = dict.fromkeys(filter(None, (town, first(address, "addressRegion"))))
        words = ", ".join(parts)
        country = _country(address)
        found = coordinates(at(place, "geo", "latitude"), at(place, "geo", "longitude"))
        value = None
        if found and country and town:
            value = Place(town, country, *found, region=first(address, "addressRegion") or None)
        draft.add_field("place", words, value)
    if "TELECOMMUTE" in texts(entry.get("jobLocationType")):
        draft.add_field("remote", "100 %", Remote(1.0))


def _add_conditions(draft: Draft, entry: Entry) -> None:
    add_deadline(draft, entry.get("validThrough"))
    if entry.get("jobImmediateStart") is True:
        draft.add_field("start", "asap" if draft.language == "en" else "snarest", Start(None))
    else:
        add_start(draft, entry.get("jobStartDate"))
    add_places(draft, entry.get("totalJobOpenings"))
    own = [one for one in texts(entry.get("additionalType")) if _kind(one)]  # as our own pages say it
    for kind in own or texts(entry.get("employmentType")):
        draft.add_field("employment", kind, _kind(kind))
    hours = text(entry.get("workHours"))
    draft.add_field("extent", hours, hours_a_week(hours), Role.OFFER)
    _add_pay(draft, entry)
    draft.add_field("work_right", text(entry.get("eligibilityToWorkRequirement")))
    _add_background(draft, entry)


def _kind(words: str) -> Kind | None:
    """What Google calls INTERN, and our own kinds by their names."""
    name = words.lower().replace(" ", "_").replace("-", "_")
    if name == "intern":
        return Kind(OpportunityKind.INTERNSHIP)
    return Kind(OpportunityKind(name)) if name in set(OpportunityKind) else None


def _add_background(draft: Draft, entry: Entry) -> None:
    for asked in items(entry.get("educationRequirements")):
        words = first(asked, "credentialCategory", "name") or text(asked)
        eqf = CREDENTIALS.get(words.lower())
        value = Education(eqf, None, Modality.REQUIRED) if eqf else None
        draft.add_field("education_needed", words, value, Role.REQUIREMENT)
    for asked in items(entry.get("experienceRequirements")):
        months = number(at(asked, "monthsOfExperience"))
        if months and 0 < months <= 600:
            years = round(months / 12, 2)
            draft.add_field(
                "experience_needed",
                f"{months:g} {label('month_count', draft.language)}",
                Experience(years, Modality.REQUIRED),
                Role.REQUIREMENT,
            )
        else:
            draft.add_field("experience_needed", text(asked), None, Role.REQUIREMENT)


def _add_pay(draft: Draft, entry: Entry) -> None:
    for salary in items(entry.get("baseSalary")):
        value = at(salary, "value")
        least = number(at(value, "minValue")) or number(at(value, "value")) or number(value)
        most = number(at(value, "maxValue"))
        currency = first(salary, "currency") or first(value, "currency") or first(entry, "salaryCurrency")
        unit = (first(value, "unitText") or first(salary, "unitText")).upper()
        if not least:
            continue
        amount = f"{least:g}" if not most or most == least else f"{least:g}–{most:g}"
        words = " ".join(filter(None, (amount, currency, f"/ {unit.lower()}" if unit else "")))
        pay = None
        if least > 0 and (most is None or most >= least) and CURRENCY.fullmatch(currency) and unit in PERIODS:
            pay = Pay(least, most, currency, PERIODS[unit])
        draft.add_field("pay", words, pay, Role.OFFER)


SHAPE = RecordShape(NAME, accepts, read)
