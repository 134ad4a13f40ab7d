"""
JSON Resume (jsonresume.org, schema 1.0.0).

Who the person is (name, mail, phone, image, address, profiles, references) is not read; the town is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brobygger.core.reading.data import DocumentKind
from brobygger.data.documents.drafting import Draft
from brobygger.data.documents.markup import html_text
from brobygger.data.documents.names import country_name
from brobygger.data.documents.records.cv_sections import (
    add_entry,
    add_language,
    add_text,
    cv_language,
    month,
    period,
    words_of,
)
from brobygger.data.documents.records.fields import Entry, at, first, items, level, text, texts
from brobygger.data.documents.source import Items, Options, RecordShape, Source

NAME = "JSON Resume"
NATIVE = ("native", "mother tongue", "modersmål", "morsmål")
# (section, heading, fields of an entry's first line)
SECTIONS = (
    ("work", "work", ("position", "name", "company")),
    ("volunteer", "volunteering", ("position", "organization")),
    ("education", "education", ("studyType", "area", "institution")),
    ("projects", "projects", ("name", "entity")),
    ("certificates", "certificates", ("name", "issuer")),
    ("awards", "achievements", ("title", "awarder")),
    ("publications", "publications", ("name", "publisher")),
)


def accepts(entry: Entry) -> bool:
    sections = {"work", "education", "skills", "languages", "volunteer", "projects"} & entry.keys()
    return isinstance(entry.get("basics"), Mapping) or (
        "jsonresume" in text(entry.get("$schema")) or (len(sections) >= 2 and "text" not in entry)
    )


def read(entry: Entry, source: Source, options: Options) -> Items:
    basics = entry.get("basics")
    town, country = first(at(basics, "location"), "city"), first(at(basics, "location"), "countryCode")
    stated = first(entry.get("meta"), "language")
    language = cv_language(stated, _own_words(entry), country=country, reader=options.language)
    draft = Draft(source, options, language)
    draft.add_title(first(basics, "label"))
    draft.add_field("home", ", ".join(filter(None, (town, country_name(country, language)))))
    if first(basics, "summary"):
        draft.add_section("profile")
        add_text(draft, first(basics, "summary"))
    for name, heading, fields in SECTIONS:
        _add_entries(draft, items(entry.get(name)), heading, fields)
    _add_skills(draft, items(entry.get("skills")))
    _add_languages(draft, items(entry.get("languages")))
    interests = [_with_keywords(one) for one in items(entry.get("interests"))]
    if any(interests):
        draft.add_section("interests")
    for words in interests:
        draft.add_line(words)
    yield from draft.finish(kind=DocumentKind.CV, format_name=NAME)


def _own_words(entry: Entry) -> Iterator[str]:
    """What the person wrote; names of employers and schools are left out, those of skills are not."""
    basics = entry.get("basics")
    yield from (first(basics, "label"), first(basics, "summary"))
    yield from words_of([entry.get(name) for name, _, _ in SECTIONS])
    yield from words_of([entry.get(name) for name in ("skills", "languages", "interests")], without=())


def _add_entries(draft: Draft, entries: list[object], heading: str, fields: tuple[str, ...]) -> None:
    objects = [entry for entry in entries if isinstance(entry, Mapping)]
    if objects:
        draft.add_section(heading)
    for entry in objects:
        start, end = first(entry, "startDate", "date", "releaseDate"), first(entry, "endDate")
        is_current = bool(first(entry, "startDate")) and not end
        spell = period(month(start), month(end), is_current=is_current, language=draft.language)
        add_entry(
            draft, [first(entry, name) for name in fields], spell, first(entry, "summary", "description")
        )
        for highlight in (*texts(entry.get("highlights")), *texts(entry.get("courses"))):
            draft.add_line(html_text(highlight), "• ")
        draft.add_line(", ".join(texts(entry.get("keywords"))))


def _add_skills(draft: Draft, skills: list[object]) -> None:
    """A line for each group of keywords; what has none stands in one line, as people list it."""
    written = [
        (
            bool(texts(at(one, "keywords"))),
            " ".join(filter(None, (_with_keywords(one), _in_brackets(first(one, "level"))))),
        )
        for one in skills
    ]
    single = ", ".join(words for is_group, words in written if words and not is_group)
    lines = [words for is_group, words in written if is_group]
    if single or any(lines):
        draft.add_section("skills")
    for words in (*lines, single):
        draft.add_line(words)


def _with_keywords(entry: object) -> str:
    """A name and its keywords: "Programming: Python, C++"."""
    return ": ".join(
        filter(None, (first(entry, "name") or text(entry), ", ".join(texts(at(entry, "keywords")))))
    )


def _in_brackets(words: str) -> str:
    return f"({words})" if words else ""


def _add_languages(draft: Draft, languages: list[object]) -> None:
    stated = [(first(one, "language") or text(one), first(one, "fluency")) for one in languages]
    if any(name for name, _ in stated):
        draft.add_section("languages")
    for name, fluency in stated:
        is_native = fluency.lower().startswith(NATIVE)
        if is_native or level(fluency):
            add_language(draft, name, "", level(fluency), is_mother_tongue=is_native)
        elif name:
            draft.add_line(": ".join(filter(None, (name, fluency))))


SHAPE = RecordShape(NAME, accepts, read)
