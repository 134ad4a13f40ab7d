"""A text and the facts that were read from it. Every fact points at its place in the text."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias


class DocumentKind(StrEnum):
    """What a text is: an ad asks, a CV offers."""

    AD = "ad"
    CV = "cv"


class Role(StrEnum):
    """What a sentence does in its text. Facts about people are taken from some roles only."""

    TITLE = "title"
    REQUIREMENT = "requirement"
    ADVANTAGE = "advantage"
    TASK = "task"
    OFFER = "offer"
    COMPANY = "company"
    DIVERSITY = "diversity"
    CONTACT = "contact"
    APPLICATION = "application"  # how and when to apply
    EDUCATION = "education"  # CV sections from here on
    WORK = "work"
    SKILLS = "skills"
    LANGUAGES = "languages"
    PERSONAL = "personal"
    WISH = "wish"  # what a person looks for
    OTHER = "other"


class Level(StrEnum):
    """Common European Framework of Reference for Languages (Council of Europe, 2001)."""

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"

    @property
    def number(self) -> int:
        """1 (A1) to 6 (C2)."""
        return list(Level).index(self) + 1


class Modality(StrEnum):
    """How a thing is said to be needed, or that a person has it."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    NOT_REQUIRED = "not_required"
    WORKING_LANGUAGE = "working_language"
    HELD = "held"


class Setting(StrEnum):
    """Where a language is used: in the work itself, or over coffee."""

    FORMAL = "formal"
    INFORMAL = "informal"


class LanguageTask(StrEnum):
    """What somebody does with a language at work. The coffee table alone is no part of the work itself."""

    SAFETY = "safety"
    CUSTOMERS = "customers"  # and whoever else is served: guests, patients, citizens
    DOCUMENTATION = "documentation"
    MEETINGS = "meetings"
    FLOOR = "floor"  # colleagues
    OTHER = "other"
    COFFEE = "coffee"


class OpportunityKind(StrEnum):
    INTERNSHIP = "internship"
    THESIS = "thesis"
    PROJECT = "project"
    STUDENT_JOB = "student_job"
    GRADUATE_JOB = "graduate_job"
    JOB = "job"
    RESEARCH = "research"
    TEACHING = "teaching"
    APPRENTICESHIP = "apprenticeship"


class WorkRight(StrEnum):
    """What a text says about the right to work."""

    CITIZEN = "citizen"  # of the country, or EU/EEA/Nordic citizen
    PERMIT_HELD = "permit_held"
    PERMIT_NEEDED = "permit_needed"  # the person would need one
    PERMIT_REQUIRED = "permit_required"  # the employer asks that it is there
    PERMIT_SUPPORTED = "permit_supported"  # the employer helps to get it
    CLEARANCE_REQUIRED = "clearance_required"


class PayPeriod(StrEnum):
    HOUR = "hour"
    MONTH = "month"
    YEAR = "year"


class PaidBy(StrEnum):
    """Whose money the pay of an opportunity is."""

    COMPANY = "company"
    PROGRAMME = "programme"  # or a fund, such as a foundation with its grant
    SHARED = "shared"  # by the company and a programme or fund
    UNPAID = "unpaid"  # for study credits at most
    OWN_GRANT = "own_grant"  # that the student brings along, such as Erasmus+


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of characters in `Document.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.start}:{self.end} is empty or backwards")


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill or knowledge area that is asked for or held."""

    uri: str
    label: str  # preferred label in the language of the passage
    modality: Modality = Modality.REQUIRED  # HELD in a CV
    years: float | None = None
    level: str | None = None  # the level word as written: "expert", "grundlæggende"


@dataclass(frozen=True, slots=True)
class Occupation:
    uri: str
    label: str
    modality: Modality = Modality.REQUIRED  # HELD in a CV


@dataclass(frozen=True, slots=True)
class Language:
    """
    One language asked for or held.

    Needs that share an `alternative` number are alternatives of each other
    ("Norwegian or Danish"): one of them is enough.
    """

    code: str  # ISO 639-1, "pt-BR" for Brazilian Portuguese, "scandinavian" for any of da/nb/sv
    level: Level | None
    modality: Modality
    setting: Setting = Setting.FORMAL
    alternative: int | None = None


@dataclass(frozen=True, slots=True)
class TaskLanguage:
    """
    What an ad says that a language is used for: "Møder er på norsk". It asks for no more than the languages do.

    Args:
        task: what is done in it.
        codes: as in `Language`; of several any one is enough.
        level: the one that is said of this task; None: none is.
        modality: how the same words ask for the language.
    """

    task: LanguageTask
    codes: tuple[str, ...] = ()
    level: Level | None = None
    modality: Modality = Modality.REQUIRED


@dataclass(frozen=True, slots=True)
class Education:
    eqf: int | None  # European Qualifications Framework level 1–8
    field: str | None  # ISCED-F 2013 code, 2–4 digits
    modality: Modality = Modality.REQUIRED
    country: str | None = None  # ISO 3166-1; shown, never scored


@dataclass(frozen=True, slots=True)
class Graduation:
    """
    When a person's last education ends or ended: some day from `earliest` to `latest`.

    They are the first and last day of what is said: a day, a month, a half-year or a year.
    """

    earliest: dt.date
    latest: dt.date

    @classmethod
    def of(cls, year: int, month: int | None = None) -> Graduation:
        """Some day of a month, or of a year."""
        last = month or 12
        return cls(dt.date(year, month or 1, 1), dt.date(year, last, monthrange(year, last)[1]))


@dataclass(frozen=True, slots=True)
class Experience:
    """Years of experience asked for, or summed over a CV's positions."""

    years: float
    modality: Modality = Modality.REQUIRED


@dataclass(frozen=True, slots=True)
class Place:
    """A populated place with its coordinates in degrees (WGS 84)."""

    name: str
    country: str  # ISO 3166-1 alpha-2
    latitude: float
    longitude: float
    region: str | None = None  # NUTS or county name
    land: str | None = None  # the island or mainland it lies on, see data/places


@dataclass(frozen=True, slots=True)
class Remote:
    """Share of the work that can be done from elsewhere, 0–1."""

    share: float


@dataclass(frozen=True, slots=True)
class Start:
    """Earliest start; `date` is None for "as soon as possible"."""

    date: dt.date | None


@dataclass(frozen=True, slots=True)
class Duration:
    months: float  # 0 stands for permanent


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours a week."""

    minimum: float
    maximum: float


@dataclass(frozen=True, slots=True)
class Pay:
    minimum: float
    maximum: float | None
    currency: str  # ISO 4217
    period: PayPeriod


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays for the work of an opportunity; how much is in `Pay`."""

    paid_by: PaidBy
    fund: str | None = None  # name of the programme, fund or grant, as written


@dataclass(frozen=True, slots=True)
class WorkRightCondition:
    condition: WorkRight
    countries: tuple[str, ...] = ()  # ISO 3166-1, "EU" for EU/EEA


@dataclass(frozen=True, slots=True)
class Kind:
    kind: OpportunityKind


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """Number of positions offered."""

    count: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """Application deadline; None for "rolling"."""

    date: dt.date | None


@dataclass(frozen=True, slots=True)
class Market:
    """A market whose customers and customs a person says they know (ISO 3166-1)."""

    country: str
    modality: Modality = Modality.HELD


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact line that was found and kept out of everything that follows."""

    kind: str  # "email", "phone", "url", "name", "address", "id_number"


FactValue: TypeAlias = (
    Skill | Occupation | Language | Education | Experience | Place | Remote | Start | Duration
    | Hours | Pay | WorkRightCondition | Kind | PlaceCount | Deadline | Market | Contact | Graduation | Payer
    | TaskLanguage
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """
    One thing that was understood.

    Args:
        value: what it is.
        span: where it stands in the document's text.
        language: the language it was said in (da, nb, sv, en, …; "und" if unclear).
        role: what the sentence around it does.
        confidence: 0–1, the estimated probability that the fact is right.
        method: how it was found ("label", "window", "pattern", "structured", "person").
    """

    value: FactValue
    span: Span
    language: str
    role: Role
    confidence: float
    method: str = "pattern"

    @property
    def kind(self) -> str:
        """Name of the value's class in snake case, as written in files: "skill", "work_right_condition"."""
        return FACT_KINDS[type(self.value)]


FACT_KINDS: dict[type, str] = {
    Skill: "skill",
    Occupation: "occupation",
    Language: "language",
    Education: "education",
    Experience: "experience",
    Place: "place",
    Remote: "remote",
    Start: "start",
    Duration: "duration",
    Hours: "hours",
    Pay: "pay",
    WorkRightCondition: "work_right",
    Kind: "opportunity_kind",
    PlaceCount: "places",
    Deadline: "deadline",
    Market: "market",
    Contact: "contact",
    Graduation: "graduation",
    Payer: "payer",
    TaskLanguage: "task_language",
}


@dataclass(frozen=True, slots=True)
class Document:
    """
    A text to be read.

    Args:
        id: the caller's own name for it (file name, row id).
        text: plain text; every offset counts characters of this string.
        kind: an ad or a CV.
        title: the ad's title, if the source has one apart; it is also the first line of `text`.
        employer: the employer's name, if known: masked while reading.
        published: day the text was published or read; relative dates count from it.
        declared: facts that the source states in fields of their own (JSON, XML), with spans into `text`.
        source: file or service it came from, for messages.
    """

    id: str
    text: str
    kind: DocumentKind
    title: str | None = None
    employer: str | None = None
    published: dt.date | None = None
    declared: tuple[Fact, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, heading or list item: its place, its language and what it does."""

    span: Span
    language: str
    language_confidence: float
    role: Role


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of one document: passages and facts in the order of the text."""

    document: Document
    passages: tuple[Passage, ...]
    facts: tuple[Fact, ...]
    language: str
    warnings: tuple[str, ...] = field(default=())

    def values(self, of: type) -> list[FactValue]:
        """The values of all facts of one class, in text order."""
        return [fact.value for fact in self.facts if isinstance(fact.value, of)]
