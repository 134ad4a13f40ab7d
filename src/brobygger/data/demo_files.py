"""
The content of the demo: invented companies, their ads and people's CVs, as files that are pleasant to write.

`programmes.toml` and `companies.toml` hold one table for each. Every ad and every CV is a file of its own: fields as
TOML between two lines `+++`, then the text as it was written. So is every translation of an ad: `nb-01.en.md` is that of
the ad `nb-01` into English.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from brobygger.core.reading import OpportunityKind

FOLDER: Final = Path(__file__).parent / "demo"
DAY: Final = dt.date(2026, 11, 23)  # the demo's today: the day its CVs were handed in
FENCE: Final = "+++"
LANGUAGES: Final = ("en", "da", "nb", "sv")
SEXES: Final = ("f", "m", "x")
ORIGINS: Final = ("dk", "no", "se", "eu", "other")
LANGUAGE_OF: Final = {"DK": "da", "NO": "nb", "SE": "sv"}  # of a company's own words, by country
TRANSLATORS: Final = ("person", "machine")
SIZES: Final = ("micro", "small", "medium", "large")

T = TypeVar("T")


class DemoFileError(ValueError):
    """A field is missing or wrong. The message names the file, the field and what would be right."""


@dataclass(frozen=True, slots=True)
class DemoTarget:
    label: Mapping[str, str]  # by language
    number: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class DemoPartner:
    """An institution that carries a programme."""

    code: str
    name: str
    kind: str
    country: str  # ISO 3166-1
    place: str
    leads: bool


@dataclass(frozen=True, slots=True)
class DemoProgramme:
    code: str
    name: str
    owner: str
    kind: str
    start: dt.date | None
    end: dt.date | None
    description: Mapping[str, str]  # by language
    targets: tuple[DemoTarget, ...]
    partners: tuple[DemoPartner, ...]


@dataclass(frozen=True, slots=True)
class DemoCompany:
    code: str
    name: str
    country: str  # ISO 3166-1
    place: str
    industry: str
    size: str
    exporter: bool
    programmes: tuple[str, ...]
    about: Mapping[str, str]  # by language
    engagement: str


@dataclass(frozen=True, slots=True)
class DemoOpportunity:
    """An ad. `code` is the name of its file."""

    code: str
    company: str
    kind: OpportunityKind
    language: str
    programme: str
    published: dt.date
    text: str


@dataclass(frozen=True, slots=True)
class DemoTranslation:
    """An ad in another language, its title in the first line."""

    opportunity: str  # code of the ad
    language: str
    translator: str
    text: str


@dataclass(frozen=True, slots=True)
class DemoCandidate:
    """
    A CV. None: not said.

    Args:
        months: longest stay; 0: no limit.
        moves_to: countries; (): stays.
        work_right: where no new permit is needed; (): a permit is needed everywhere.
        home: (place, country).
        hours: (minimum, maximum) a week.
    """

    code: str
    alias: str
    name: str
    sex: str
    origin: str
    native_language: str
    language: str
    programme: str
    wants: tuple[OpportunityKind, ...]
    available_from: dt.date | None
    months: float | None
    commute_minutes: int | None
    moves_to: tuple[str, ...] | None
    remote: bool | None
    work_right: tuple[str, ...] | None
    markets: tuple[str, ...]
    home: tuple[str, str] | None
    hours: tuple[float, float] | None
    text: str


@dataclass(frozen=True, slots=True)
class DemoContent:
    """All of it, each kind in the order of its files."""

    programmes: tuple[DemoProgramme, ...]
    companies: tuple[DemoCompany, ...]
    opportunities: tuple[DemoOpportunity, ...]
    translations: tuple[DemoTranslation, ...]
    candidates: tuple[DemoCandidate, ...]


def read_demo(folder: Path = FOLDER) -> DemoContent:
    """
    Read the demo's files.

    Raises:
        DemoFileError: at the first field that is missing or wrong, and where a file names a company or programme
            that is not there.
    """
    content = DemoContent(
        programmes=tuple(_programme(table) for table in _tables(folder / "programmes.toml")),
        companies=tuple(_company(table) for table in _tables(folder / "companies.toml")),
        opportunities=tuple(
            _opportunity(*_document(path)) for path in sorted((folder / "opportunities").glob("*.md"))
        ),
        translations=tuple(
            _translation(*_document(path)) for path in sorted((folder / "translations").glob("*.md"))
        ),
        candidates=tuple(
            _candidate(*_document(path)) for path in sorted((folder / "candidates").glob("*.md"))
        ),
    )
    _check_references(content)
    return content


class _Table:
    """The fields of one entry. Every field that is read is ticked off, so that a misspelt one is found."""

    def __init__(self, where: str, code: str, fields: dict[str, Any]) -> None:
        self.where, self.code, self._fields, self._read = where, code, fields, set[str]()

    def wrong(self, name: str, expected: str) -> DemoFileError:
        return DemoFileError(f"{self.where}: {name} must be {expected}, not {self._fields.get(name)!r}")

    def _get(self, name: str) -> Any:
        self._read.add(name)
        return self._fields.get(name)

    def optional(self, name: str, of: type[T], expected: str) -> T | None:
        value = self._get(name)
        if value is None or (isinstance(value, of) and not (isinstance(value, bool) and of is not bool)):
            return value
        raise self.wrong(name, expected)

    def text(self, name: str, default: str | None = None) -> str:
        value = self.optional(name, str, "a text")
        if value is not None and value.strip():
            return value.strip()
        if default is None:
            raise self.wrong(name, "a text")
        return default

    def one_of(self, name: str, accepted: tuple[str, ...]) -> str:
        value = self.text(name)
        if value not in accepted:
            raise self.wrong(name, f"one of {', '.join(accepted)}")
        return value

    def number(self, name: str) -> float | None:
        value = self._get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.wrong(name, "a number")
        return float(value)

    def day(self, name: str) -> dt.date | None:
        return self.optional(name, dt.date, "a day as in 2026-02-01")

    def flag(self, name: str) -> bool | None:
        return self.optional(name, bool, "true or false")

    def texts(self, name: str) -> tuple[str, ...] | None:
        value = self._get(name)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(name, "a list of texts")
        return tuple(value)

    def hours(self, name: str) -> tuple[float, float] | None:
        value = self._get(name)
        if value is None:
            return None
        if isinstance(value, list) and len(value) == 2 and all(isinstance(one, int | float) for one in value):
            return float(value[0]), float(value[1])
        raise self.wrong(name, "hours a week, as in [10, 20]")

    def home(self, name: str) -> tuple[str, str] | None:
        value = self._get(name)
        if value is None:
            return None
        if isinstance(value, dict) and set(value) == {"place", "country"}:
            return str(value["place"]), str(value["country"])
        raise self.wrong(name, 'a place and a country, as in { place = "Viborg", country = "DK" }')

    def by_language(self, name: str, *, otherwise: str = "en") -> Mapping[str, str]:
        """A text by language; a plain text is in `otherwise`."""
        value = self._get(name)
        texts = {otherwise: value} if isinstance(value, str) else value
        if isinstance(texts, dict) and texts and set(texts) <= set(LANGUAGES):
            return {code: str(text).strip() for code, text in texts.items()}
        raise self.wrong(name, f"a text, or texts by language ({', '.join(LANGUAGES)})")

    def tables(self, name: str) -> Iterator[_Table]:
        for number, fields in enumerate(self._get(name) or (), 1):
            yield _Table(f"{self.where}: {name} {number}", "", fields)

    def done(self) -> None:
        unknown = sorted(set(self._fields) - self._read)
        if unknown:
            raise DemoFileError(
                f"{self.where}: unknown field {unknown[0]}; known are {', '.join(sorted(self._read))}"
            )


def _tables(path: Path) -> Iterator[_Table]:
    for code, fields in _toml(path, path.read_text(encoding="utf-8")).items():
        if not isinstance(fields, dict):
            raise DemoFileError(f"{path.name}: {code} stands outside of any table; write [{code}]")
        yield _Table(f"{path.name}: {code}", code, fields)


def _document(path: Path) -> tuple[_Table, str]:
    """The fields and the text of one file."""
    start, *rest = path.read_text(encoding="utf-8").split(f"{FENCE}\n", 2)
    if start.strip() or len(rest) != 2:
        raise DemoFileError(f"{path.name}: must start with fields between two lines {FENCE}")
    fields, text = rest
    if not text.strip():
        raise DemoFileError(f"{path.name}: there is no text after the fields")
    return _Table(path.name, path.stem, _toml(path, fields)), text.strip() + "\n"


def _toml(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DemoFileError(f"{path.name}: {error}") from error


def _programme(table: _Table) -> DemoProgramme:
    targets = []
    for one in table.tables("targets"):
        targets.append(DemoTarget(one.by_language("label"), one.number("number"), one.text("unit", "")))
        one.done()
    partners = []
    for one in table.tables("partners"):
        partners.append(
            DemoPartner(
                code=one.text("code"),
                name=one.text("name"),
                kind=one.text("kind"),
                country=one.text("country"),
                place=one.text("place"),
                leads=one.flag("leads") or False,
            )
        )
        one.done()
    programme = DemoProgramme(
        code=table.code,
        name=table.text("name"),
        owner=table.text("owner"),
        kind=table.text("kind"),
        start=table.day("start"),
        end=table.day("end"),
        description=table.by_language("description"),
        targets=tuple(targets),
        partners=tuple(partners),
    )
    table.done()
    return programme


def _company(table: _Table) -> DemoCompany:
    company = DemoCompany(
        code=table.code,
        name=table.text("name"),
        country=table.text("country"),
        place=table.text("place"),
        industry=table.text("industry"),
        size=table.one_of("size", SIZES),
        exporter=table.flag("exporter") or False,
        programmes=table.texts("programmes") or (),
        about=table.by_language("about", otherwise=LANGUAGE_OF.get(table.text("country"), "en")),
        engagement=table.text("engagement", "offering"),
    )
    table.done()
    return company


def _opportunity(table: _Table, text: str) -> DemoOpportunity:
    opportunity = DemoOpportunity(
        code=table.code,
        company=table.text("company"),
        kind=OpportunityKind(table.one_of("kind", tuple(OpportunityKind))),
        language=table.one_of("language", LANGUAGES),
        programme=table.text("programme", ""),
        published=_needed(table, "published", table.day("published")),
        text=text,
    )
    table.done()
    return opportunity


def _translation(table: _Table, text: str) -> DemoTranslation:
    opportunity, _point, language = table.code.rpartition(".")
    if not opportunity or language not in LANGUAGES:
        raise DemoFileError(f"{table.where}: a translation is called <ad>.<language>.md, such as nb-01.en.md")
    translation = DemoTranslation(opportunity, language, table.one_of("translator", TRANSLATORS), text)
    table.done()
    return translation


def _candidate(table: _Table, text: str) -> DemoCandidate:
    wants = table.texts("wants") or ()
    if not set(wants) <= set(OpportunityKind):
        raise table.wrong("wants", f"a list of {', '.join(OpportunityKind)}")
    minutes = table.number("commute_minutes")
    candidate = DemoCandidate(
        code=table.code,
        alias=table.text("alias"),
        name=table.text("name"),
        sex=table.one_of("sex", SEXES),
        origin=table.one_of("origin", ORIGINS),
        native_language=table.text("native_language"),
        language=table.one_of("language", LANGUAGES),
        programme=table.text("programme", ""),
        wants=tuple(OpportunityKind(kind) for kind in wants),
        available_from=table.day("available_from"),
        months=table.number("months"),
        commute_minutes=None if minutes is None else int(minutes),
        moves_to=table.texts("moves_to"),
        remote=table.flag("remote"),
        work_right=table.texts("work_right"),
        markets=table.texts("markets") or (),
        home=table.home("home"),
        hours=table.hours("hours"),
        text=text,
    )
    table.done()
    return candidate


def _needed(table: _Table, name: str, value: T | None) -> T:
    if value is None:
        raise DemoFileError(f"{table.where}: {name} is missing")
    return value


def _check_references(content: DemoContent) -> None:
    programmes = {one.code for one in content.programmes}
    companies = {one.code for one in content.companies}
    for company in content.companies:
        for code in company.programmes:
            _check("companies.toml", f"programmes of {company.code}", code, programmes)
    for opportunity in content.opportunities:
        _check(f"{opportunity.code}.md", "company", opportunity.company, companies)
        if opportunity.programme:
            _check(f"{opportunity.code}.md", "programme", opportunity.programme, programmes)
    ads = {one.code for one in content.opportunities}
    for translation in content.translations:
        file = f"{translation.opportunity}.{translation.language}.md"
        _check(file, "the file", translation.opportunity, ads)
    for candidate in content.candidates:
        if candidate.programme:
            _check(f"{candidate.code}.md", "programme", candidate.programme, programmes)


def _check(file: str, name: str, code: str, known: set[str]) -> None:
    if code not in known:
        raise DemoFileError(f"{file}: {name} names {code!r}, which is none of {', '.join(sorted(known))}")
