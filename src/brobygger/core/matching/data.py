"""People and opportunities as the matcher sees them: conditions and concepts, nothing that identifies."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from brobygger.core.reading import Level, Modality, OpportunityKind, Place, Setting
from brobygger.core.skills.data import Taxonomy

USUAL_WAIT = 60  # days that a start can move later where nobody has said
# "As soon as possible" means after the period of notice of who is asked: up to three months, from the end of a month.
USUAL_NOTICE = 120


@dataclass(frozen=True, slots=True)
class HeldSkill:
    """A skill of a person. `weight` in (0, 1] falls with doubt and with years since last use."""

    uri: str
    weight: float = 1.0
    words: str = ""  # as written in the CV, for the reason shown

    def __post_init__(self) -> None:
        if not 0 < self.weight <= 1:
            raise ValueError(f"weight of {self.uri} must be in (0, 1], got {self.weight}")


@dataclass(frozen=True, slots=True)
class NeededSkill:
    """A skill that an opportunity asks for: `REQUIRED` (essential) or `PREFERRED` (an advantage)."""

    uri: str
    modality: Modality = Modality.REQUIRED
    weight: float = 1.0  # confidence of the reading
    words: str = ""  # as written in the ad

    def __post_init__(self) -> None:
        if self.modality not in (Modality.REQUIRED, Modality.PREFERRED):
            raise ValueError(f"a needed skill is required or preferred, not {self.modality}")


@dataclass(frozen=True, slots=True)
class LanguageNeed:
    """
    A language that the work needs: any one of `codes` at `level` or above.

    A need of several codes holds alternatives ("Norwegian or Danish").
    `Setting.INFORMAL` is the coffee-table need, kept apart from the need of the work itself.
    One that is not `is_sure` was read in words that may well say something else: it excludes nobody, it is asked about.
    """

    codes: tuple[str, ...]
    level: Level
    modality: Modality = Modality.REQUIRED
    setting: Setting = Setting.FORMAL
    words: str = ""
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class MonthlyPay:
    """Gross pay for a full month, in the currency's main unit."""

    amount: float
    currency: str

    def __post_init__(self) -> None:
        _check_range("pay", "amount", self.amount, 0, HIGHEST_PAY)


LONGEST_YEARS = 100
LONGEST_MINUTES = 24 * 60
MOST_HOURS = 7 * 24
HIGHEST_PAY = 1e9  # in any currency: what lies above is a mistake


def _check_range(where: str, name: str, value: float | None, least: float, most: float) -> None:
    if value is not None and not least <= value <= most:  # NaN is in no range
        raise ValueError(f"{where}: {name} must be from {least:g} to {most:g}, got {value}")


def _check_hours(where: str, hours: tuple[float, float] | None) -> None:
    if hours is not None and not 0 <= hours[0] <= hours[1] <= MOST_HOURS:
        raise ValueError(f"{where}: hours a week must be (least, most) from 0 to 168, got {hours}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """
    A person looking for a place, as the matcher sees them. None means that nobody has said.

    There is no name, sex, age, nationality or photo here, and no school: they cannot enter a score.

    Args:
        id: the caller's own id.
        skills: concepts held.
        occupations: occupation concepts held or trained for, latest first; no stages of a career such as intern.
        languages: (code, level) pairs.
        eqf: highest completed (or soon completed) level of the European Qualifications Framework, 1–8.
        fields: ISCED-F codes of the education.
        experience_years: years of relevant work.
        studies_end: the last day on which the last education ends or ended.
        place: where the person lives or will live.
        commute_minutes: longest one-way commute accepted.
        moves_to: countries the person would move to (ISO 3166-1); empty: stays within the commute; None: not said.
        remote: accepts remote work.
        available_from: first possible day.
        available_months: longest stay.
        hours: (minimum, maximum) hours a week.
        pay_floor: lowest acceptable pay.
        kinds: kinds of opportunity wanted; empty: any.
        work_right: countries where the person may work without a new permit (ISO 3166-1); None: unknown.
        markets: markets whose language of business and customs the person declares to know (ISO 3166-1).
        wished_occupations: occupations the person wishes for, by URI.

    """

    id: str
    skills: tuple[HeldSkill, ...] = ()
    occupations: tuple[str, ...] = ()
    languages: tuple[tuple[str, Level], ...] = ()
    eqf: int | None = None
    fields: tuple[str, ...] = ()
    experience_years: float | None = None
    studies_end: dt.date | None = None
    place: Place | None = None
    commute_minutes: float | None = None
    moves_to: tuple[str, ...] | None = None
    remote: bool | None = None
    available_from: dt.date | None = None
    available_months: float | None = None
    hours: tuple[float, float] | None = None
    pay_floor: MonthlyPay | None = None
    kinds: tuple[OpportunityKind, ...] = ()
    work_right: tuple[str, ...] | None = None
    markets: tuple[str, ...] = ()
    wished_occupations: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        where = f"candidate {self.id}"
        _check_range(where, "eqf", self.eqf, 1, 8)
        _check_range(where, "experience_years", self.experience_years, 0, LONGEST_YEARS)
        _check_range(where, "commute_minutes", self.commute_minutes, 0, LONGEST_MINUTES)
        _check_range(where, "available_months", self.available_months, 0, 12 * LONGEST_YEARS)
        _check_hours(where, self.hours)


@dataclass(frozen=True, slots=True)
class Opportunity:
    """
    A place that is offered. None means that the ad does not say.

    Args:
        id: the caller's own id.
        title: the ad's title, for people to read; never scored.
        skills: concepts asked for.
        occupations: occupation concepts of the ad, best first.
        languages: needs; each holds alternatives.
        eqf: lowest education level, 1–8; `eqf_modality` tells whether it is a must.
        fields: ISCED-F codes that fit.
        experience_years: years asked for.
        place: where the work is.
        remote_share: 0 (all on site) to 1 (all remote).
        posted: the day of the ad.
        start: first day; `start_flexible_days` how far it can move later.
        months: length; 0 permanent.
        hours: (minimum, maximum) hours a week.
        pay: highest pay offered.
        kind: kind of opportunity.
        places: number of people wanted.
        permit_supported: the employer helps with a work permit.
        citizens_only: countries whose citizens or permit holders alone are accepted ("EU" for EU/EEA); empty: no condition.
        markets: markets the work is about (ISO 3166-1).

    """

    id: str
    title: str = ""
    skills: tuple[NeededSkill, ...] = ()
    occupations: tuple[str, ...] = ()
    languages: tuple[LanguageNeed, ...] = ()
    eqf: int | None = None
    eqf_modality: Modality = Modality.REQUIRED
    fields: tuple[str, ...] = ()
    experience_years: float | None = None
    place: Place | None = None
    remote_share: float | None = None
    posted: dt.date | None = None
    start: dt.date | None = None
    start_flexible_days: int = USUAL_WAIT
    months: float | None = None
    hours: tuple[float, float] | None = None
    pay: MonthlyPay | None = None
    kind: OpportunityKind | None = None
    places: int = 1
    permit_supported: bool | None = None
    citizens_only: tuple[str, ...] = ()
    markets: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        where = f"opportunity {self.id}"
        _check_range(where, "eqf", self.eqf, 1, 8)
        _check_range(where, "experience_years", self.experience_years, 0, LONGEST_YEARS)
        _check_range(where, "remote_share", self.remote_share, 0, 1)
        _check_range(where, "start_flexible_days", self.start_flexible_days, 0, 366 * LONGEST_YEARS)
        _check_range(where, "months", self.months, 0, 12 * LONGEST_YEARS)
        _check_hours(where, self.hours)


@dataclass(frozen=True)
class MatchProblem:
    """
    Who is to be matched with what, by which words.

    Args:
        candidates: the pool; ids are unique.
        opportunities: the offers; ids are unique.
        taxonomy: the concepts that skills and occupations point at.

    """

    candidates: tuple[Candidate, ...]
    opportunities: tuple[Opportunity, ...]
    taxonomy: Taxonomy = field(repr=False)

    def __post_init__(self) -> None:
        for name, ids in (
            ("candidate", [one.id for one in self.candidates]),
            ("opportunity", [one.id for one in self.opportunities]),
        ):
            twice = sorted(one for one, count in Counter(ids).items() if count > 1)
            if twice:
                raise ValueError(
                    f"{name} id {twice[0]!r} is used {ids.count(twice[0])} times; ids must be unique"
                )
