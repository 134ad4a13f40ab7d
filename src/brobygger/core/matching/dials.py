"""What an employer can turn: each dial makes one condition of an opportunity more open."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import LanguageNeed, MonthlyPay, Opportunity
from brobygger.core.matching.eligibility.language import HARD, hard_needs
from brobygger.core.matching.languages import LEVEL_NUMBER, SCANDINAVIAN_CODES
from brobygger.core.reading import Level, Modality, Setting


@dataclass(frozen=True, slots=True)
class Terms:
    """An opportunity and the reading of the rules: what dials change."""

    opportunity: Opportunity
    conditions: Conditions


class Dial(Protocol):
    """One change of terms. `key` names it in addresses and files; it is unique among the dials of an offer."""

    @property
    def key(self) -> str: ...

    def turn(self, terms: Terms) -> Terms: ...


@dataclass(frozen=True, slots=True)
class LowerLanguage:
    """Ask for a language (or one of its alternatives) at a lower level."""

    codes: tuple[str, ...]
    level: Level

    @property
    def key(self) -> str:
        return f"language:{'|'.join(self.codes)}:{self.level.value}"

    def turn(self, terms: Terms) -> Terms:
        return _with_needs(terms, self.codes, level=self.level)


@dataclass(frozen=True, slots=True)
class CoffeeTableOnly:
    """Need a language for the talk at the coffee table only: informal, A2, and no longer excluding."""

    codes: tuple[str, ...]

    @property
    def key(self) -> str:
        return f"language:{'|'.join(self.codes)}:coffee"

    def turn(self, terms: Terms) -> Terms:
        return _with_needs(terms, self.codes, level=Level.A2, setting=Setting.INFORMAL)


@dataclass(frozen=True, slots=True)
class LanguageAsAdvantage:
    """Make a language an advantage in place of a must."""

    codes: tuple[str, ...]

    @property
    def key(self) -> str:
        return f"language:{'|'.join(self.codes)}:advantage"

    def turn(self, terms: Terms) -> Terms:
        return _with_needs(terms, self.codes, modality=Modality.PREFERRED)


@dataclass(frozen=True, slots=True)
class MoveStart:
    """Move the start by whole months, later if positive."""

    months: int

    @property
    def key(self) -> str:
        return f"start:{self.months:+d}"

    def turn(self, terms: Terms) -> Terms:
        start = terms.opportunity.start
        return _with(terms, start=start and moved(start, self.months))


@dataclass(frozen=True, slots=True)
class Border:
    """Let a daily commute over the border count, or not."""

    counts: bool

    @property
    def key(self) -> str:
        return "border:open" if self.counts else "border:closed"

    def turn(self, terms: Terms) -> Terms:
        return replace(terms, conditions=replace(terms.conditions, commute_over_border=self.counts))


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Let Danish, Norwegian and Swedish count for each other, or not."""

    count: bool

    @property
    def key(self) -> str:
        return "neighbours:count" if self.count else "neighbours:apart"

    def turn(self, terms: Terms) -> Terms:
        return replace(terms, conditions=replace(terms.conditions, neighbour_languages=self.count))


@dataclass(frozen=True, slots=True)
class RemoteShare:
    """Let a share of the work be done from elsewhere."""

    share: float

    @property
    def key(self) -> str:
        return f"remote:{self.share:g}"

    def turn(self, terms: Terms) -> Terms:
        return _with(terms, remote_share=self.share)


@dataclass(frozen=True, slots=True)
class RaisePay:
    """Raise the highest pay by a percentage."""

    percent: int

    @property
    def key(self) -> str:
        return f"pay:+{self.percent}"

    def turn(self, terms: Terms) -> Terms:
        pay = terms.opportunity.pay
        return _with(terms, pay=pay and MonthlyPay(pay.amount * (100 + self.percent) / 100, pay.currency))


@dataclass(frozen=True, slots=True)
class EducationAsAdvantage:
    """Make the education level an advantage in place of a must."""

    @property
    def key(self) -> str:
        return "education:advantage"

    def turn(self, terms: Terms) -> Terms:
        return _with(terms, eqf_modality=Modality.PREFERRED)


@dataclass(frozen=True, slots=True)
class SupportPermit:
    """Help with a work permit, and accept people who do not have one yet."""

    @property
    def key(self) -> str:
        return "permit:supported"

    def turn(self, terms: Terms) -> Terms:
        return _with(terms, permit_supported=True, citizens_only=())


SHARES = (0.5, 1.0)
RAISES = (10, 20)
MONTHS = (1, 2)


def dials_for(opportunity: Opportunity, conditions: Conditions | None = None) -> tuple[Dial, ...]:
    """
    All dials that can change something for an opportunity.

    Every must of a language to each lower level, to the coffee table and to an advantage; neighbouring
    languages, where one of them is a must; the start one and two months later; the border; half and
    all of the work remote; a tenth and a fifth more pay; the education level as an advantage; help
    with the permit.
    """
    read = conditions or Conditions()
    return tuple(_dials(opportunity, read))


def language_dials(opportunity: Opportunity) -> tuple[Dial, ...]:
    """The dials of the language-need X-ray alone, strictest first."""
    return tuple(_language_dials(opportunity))


def _dials(opportunity: Opportunity, conditions: Conditions) -> Iterator[Dial]:
    yield from _language_dials(opportunity)
    # a need that any of the three meets is met by the neighbours already
    if any(
        0 < len({*SCANDINAVIAN_CODES} - {*need.codes}) < len(SCANDINAVIAN_CODES)
        for need in hard_needs(opportunity)
    ):
        yield Neighbours(not conditions.neighbour_languages)
    if opportunity.start:
        yield from (MoveStart(months) for months in MONTHS)
    if opportunity.place:
        yield Border(not conditions.commute_over_border)
    yield from (RemoteShare(share) for share in SHARES if share > (opportunity.remote_share or 0))
    if opportunity.pay:
        yield from (RaisePay(percent) for percent in RAISES)
    if opportunity.eqf is not None and opportunity.eqf_modality is Modality.REQUIRED:
        yield EducationAsAdvantage()
    if not opportunity.permit_supported or opportunity.citizens_only:
        yield SupportPermit()


def _language_dials(opportunity: Opportunity) -> Iterator[Dial]:
    for codes in dict.fromkeys(need.codes for need in hard_needs(opportunity)):
        highest = max(LEVEL_NUMBER[need.level] for need in hard_needs(opportunity) if need.codes == codes)
        yield from (LowerLanguage(codes, level) for level in reversed(Level) if LEVEL_NUMBER[level] < highest)
        yield CoffeeTableOnly(codes)
        yield LanguageAsAdvantage(codes)


def _with(terms: Terms, **changes: object) -> Terms:
    return replace(terms, opportunity=replace(terms.opportunity, **changes))  # type: ignore[arg-type]


def _with_needs(
    terms: Terms,
    codes: tuple[str, ...],
    *,
    level: Level | None = None,
    setting: Setting | None = None,
    modality: Modality | None = None,
) -> Terms:
    """Change every must of these languages; a need that is lower already stays where it is."""

    def changed(need: LanguageNeed) -> LanguageNeed:
        if need.codes != codes or need.modality not in HARD or need.setting is not Setting.FORMAL:
            return need
        return replace(
            need,
            level=min(need.level, level or need.level, key=LEVEL_NUMBER.__getitem__),
            setting=setting or need.setting,
            modality=modality or need.modality,
        )

    return _with(terms, languages=tuple(changed(need) for need in terms.opportunity.languages))


def moved(day: dt.date, months: int) -> dt.date:
    """The same day of another month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))
