"""The matcher's sentences in the reader's language, with names, dates and units as they are written there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from types import ModuleType

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from babel.units import format_unit

from brobygger.core.matching.weights import Side
from brobygger.core.matching.words import da, en, nb, sv

__all__ = ["LANGUAGES", "Words", "words_in"]

MODULES: Mapping[str, ModuleType] = {"en": en, "da": da, "nb": nb, "sv": sv}
LANGUAGES = tuple(MODULES)


class Words:
    """Says things in one language. Get one with `words_in`."""

    def __init__(self, language: str) -> None:
        module = MODULES[language]
        self.language = language
        self.sentences: Mapping[str, tuple[str, str]] = module.SENTENCES
        self.counts: Mapping[str, tuple[str, str]] = module.COUNTS
        self.chips: Mapping[str, str] = module.CHIPS
        self.names: Mapping[str, str] = module.NAMES
        self.either: str = module.OR
        self.both: str = module.AND

    @cached_property
    def locale(self) -> Locale:
        return Locale.parse(self.language)

    def sentence(self, key: str, side: Side, values: Mapping[str, object]) -> str:
        company, candidate = self.sentences[key]
        return capitalised((company if side is Side.COMPANY else candidate).format_map(values))

    def chip(self, key: str, values: Mapping[str, object]) -> str:
        return capitalised(self.chips[key].format_map(values))

    def count(self, rule: str, number: int, values: Mapping[str, object]) -> str:
        """How many candidates a rule excluded."""
        one, several = self.counts[rule]
        return capitalised(
            (one if number == 1 else several).format_map({**values, "count": self.number(number)})
        )

    def name(self, key: str) -> str:
        return self.names[key]

    def language_name(self, code: str) -> str:
        """A language as it is called here: "norsk", "brasiliansk portugisisk"; the code itself if it has no name."""
        base, _, region = code.partition("-")
        named = self.names.get(f"language.{code}") or self.locale.languages.get(code.replace("-", "_"))
        if named or not region:
            return str(named or code)
        return f"{self.language_name(base)} ({self.country(region)})"

    def language_choice(self, codes: Iterable[str]) -> str:
        """Alternatives: "norsk eller dansk"."""
        return self.joined([self.language_name(code) for code in codes], self.either)

    def country(self, code: str) -> str:
        return str(self.locale.territories.get(code, code))

    def day(self, date: dt.date) -> str:
        """In English the day comes first, as in Europe and on the pages."""
        return format_date(date, "long", Locale("en", "GB") if self.language == "en" else self.locale)

    def number(self, value: float) -> str:
        return format_decimal(round(value, 1), locale=self.locale)

    def unit(self, value: float, unit: str, *, short: bool = False) -> str:
        """A length of time: unit is "minute", "hour", "day", "month" or "year"."""
        if unit == "day":  # CLDR says "døgn" and "dygn", days of 24 hours
            name = "day.one" if value == 1 else "day.other"
            return self.names[name].format(number=self.number(value))
        return format_unit(
            round(value, 1), f"duration-{unit}", "short" if short else "long", locale=self.locale
        )

    def travel(self, minutes: float, *, short: bool = False) -> str:
        """Minutes up to two hours, hours from there on."""
        if minutes < 120:
            return self.unit(minutes, "minute", short=short)
        return self.unit(minutes / 60, "hour", short=short)

    def hours(self, least: float, most: float) -> str:
        """Hours, or a range of them."""
        if least == most:
            return self.unit(most, "hour")
        both = self.names["range"].format(least=self.number(least), most=self.number(most))
        return self.unit(most, "hour").replace(self.number(most), both)

    def money(self, amount: float, currency: str) -> str:
        return f"{format_decimal(round(amount), locale=self.locale)} {currency}"

    def percent(self, number: int) -> str:
        return self.names["percent"].format(number=number)

    def eqf(self, level: int) -> str:
        return self.names[f"eqf.{level}"]

    def joined(self, items: list[str], word: str | None = None) -> str:
        """One item, "a and b", or "a, b and c"; `word` stands before the last, default "and"."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {word or self.both} {items[-1]}"


@cache
def words_in(language: str) -> Words:
    """
    The words of one of `LANGUAGES`.

    Raises:
        ValueError: another language.

    """
    if language not in MODULES:
        raise ValueError(f"no reasons are written in {language!r}. Accepted: {', '.join(MODULES)}")
    return Words(language)


def capitalised(text: str) -> str:
    """With a capital at the start, and nothing else changed."""
    return text[:1].upper() + text[1:]
