"""Sections of a CV, written the same way whatever format they come from."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from brobygger.core.reading.data import Education, Language, Level, Modality, Role
from brobygger.core.reading.identify import guess, weigh
from brobygger.data.documents.drafting import Draft
from brobygger.data.documents.labels import label
from brobygger.data.documents.markup import html_text
from brobygger.data.documents.names import country_code, language_code, language_name
from brobygger.data.documents.records.fields import text

# Fields of names, codes, days and addresses, in lower case: what they say is no sign of the language of a CV
NAMES = frozenset(
    "awarder code company contactinfo date employer enddate entity identification institution issuer location name "
    "organisation organization period publisher releasedate startdate url".split()
)
NEIGHBOURS = {
    "DK": "da",
    "NO": "nb",
    "SE": "sv",
}  # country → language, of those that share most of their words


def cv_language(stated: str, words: Iterable[str], *, country: str = "", reader: str = "en") -> str:
    """
    Language of a CV made of fields.

    Args:
        stated: its code, "" where the file names none; then it is told by the words.
        words: what is written in the fields.
        country: where the person lives (ISO 3166-1), which parts Danish, Bokmål and Swedish where the words do not.
        reader: the language where the words say nothing.
    """
    code = stated.strip()[:2].lower()
    if not code:
        scores = weigh("\n".join(words))
        code = guess(scores).language
        if code in NEIGHBOURS.values():
            code = guess(scores, prior=NEIGHBOURS.get(country.upper())).language
    if code == "und":
        return reader
    return {"no": "nb", "nn": "nb"}.get(code, code)


def words_of(node: object, *, without: Container[str] = NAMES) -> Iterator[str]:
    """Every text of a record, however deep, but those of the fields `without` (in lower case)."""
    waiting = [node]
    while waiting:
        match waiting.pop():
            case str() as words:
                yield words
            case list() | tuple() as several:
                waiting.extend(several)
            case Mapping() as fields:
                waiting.extend(value for key, value in fields.items() if str(key).lower() not in without)


def add_entry(draft: Draft, names: Iterable[str], period: str = "", description: str = "") -> None:
    """A position, education or project: "Design engineer, Fjordmekanik, 03/2019 – 06/2022", then what it was about."""
    head = ", ".join(filter(None, (*dict.fromkeys(names), period)))
    draft.add_line(html_text(head))
    add_text(draft, description)


def add_text(draft: Draft, markup: str) -> None:
    """Lines of a description, which may be HTML."""
    for line in html_text(markup).split("\n"):
        draft.add_line(line)


def period(start: str, end: str, *, is_current: bool, language: str) -> str:
    """Two dates or one: "03/2019 – now"."""
    last = label("now", language) if is_current else end
    return " – ".join(filter(None, (start, last)))


def month(words: str) -> str:
    """Month and year: "2019-03-01" → "03/2019"; a year stays a year."""
    year, _, rest = words.strip().partition("-")
    part = rest[:2]
    return f"{part}/{year}" if part.isdecimal() and len(year) == 4 else year if year.isdecimal() else ""


def add_language(
    draft: Draft, name: str, code: str, level: Level | None, *, is_mother_tongue: bool = False
) -> None:
    """A language held; a mother tongue counts as C2. Without a level the words stay for the reader to judge."""
    found = language_code(code) or language_code(name)
    shown = name or (language_name(found, draft.language) if found else code)
    words = f"{shown}: {label('mother_tongue', draft.language)}" if is_mother_tongue else shown
    reached = Level.C2 if is_mother_tongue else level
    if level and not is_mother_tongue:
        words = f"{shown}: {level}"
    span = draft.add_line(words)
    if found and reached:
        draft.declare(span, Language(found, reached, Modality.HELD), Role.LANGUAGES)


def working_level(levels: dict[str, Level | None]) -> Level | None:
    """
    One level out of the CEFR grid: the lower of spoken interaction and writing, which work needs most;
    where both are missing, the lowest that is given.

    Args:
        levels: by skill: "listening", "reading", "spokeninteraction", "spokenproduction", "writing".
    """
    needed = [level for name in ("spokeninteraction", "writing") if (level := levels.get(name))]
    given = needed or [level for level in levels.values() if level]
    return min(given, key=lambda level: level.number, default=None)


def add_education_level(draft: Draft, level: object, field: str = "", country: str = "") -> None:
    """A level of the European Qualifications Framework, 1–8."""
    words = text(level)
    if not (words.isdecimal() and len(words) == 1 and 1 <= int(words) <= 8):
        return
    isced = field.rstrip("/").rpartition("/")[2]
    fact = Education(
        int(words),
        isced if isced.isdecimal() and 2 <= len(isced) <= 4 else None,
        Modality.HELD,
        country_code(country) if country else None,
    )
    name = label("eqf", draft.language)
    draft.declare(draft.add_line(f"{name} {words}"), fact, Role.EDUCATION)
