"""Rules of each country that a placement is checked against: one TOML file a country, with dates and sources."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from brobygger.core.country_rules import DatedRule, RuleError, RuleKey, Source, timeline_objections

LANGUAGES: Final = ("da", "nb", "sv", "en")
COUNTRIES: Final = ("DK", "NO", "SE")
"""Those that have a file here."""
PLAIN: Final = (
    "hours",
    "per_month",
    "is_unlimited",
    "is_average",
    "studies_exempt",
    "months",
    "age",
)
LISTS: Final = ("full_time_months", "holiday_months")
OTHERS: Final = ("valid_from", "valid_to", "certain", "authority", "page", "note")


@cache
def country_rules() -> tuple[DatedRule, ...]:
    """
    The rules of all countries.

    Raises:
        RuleError: a file is not as it must be; the message names the rule.
    """
    return tuple(rule for country in COUNTRIES for rule in rules_from(_text(country)))


def rules_from(text: str) -> tuple[DatedRule, ...]:
    """
    The rules of one country, from a text as in dk.toml.

    Raises:
        RuleError: it names the rule, and what is wrong.
    """
    try:
        stored = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"This is no TOML: {error}") from error
    country = stored.pop("country", "")
    unknown = sorted(set(stored) - set(RuleKey))
    if not country or unknown:
        what = (
            f"“{unknown[0]}” is no key; known are {', '.join(RuleKey)}" if unknown else "country is missing"
        )
        raise RuleError(f"{country or 'A file'}: {what}.")
    rules = tuple(_rule(country, RuleKey(key), one) for key, tables in stored.items() for one in tables)
    objections = timeline_objections(rules)
    if objections:
        raise RuleError(f"{objections[0]}.")
    return rules


def _rule(country: str, key: RuleKey, stored: Mapping[str, Any]) -> DatedRule:
    name = f"{country} {key} from {stored.get('valid_from', '?')}"
    unknown = sorted(set(stored) - {*PLAIN, *LISTS, *OTHERS})
    if unknown:
        raise RuleError(f"{name}: “{unknown[0]}” is no field.")
    missing = [one for one in ("valid_from", "authority", "page") if one not in stored]
    if missing:
        raise RuleError(f"{name}: {missing[0]} is missing.")
    note = dict(stored.get("note", {}))
    if note and set(note) != set(LANGUAGES):
        raise RuleError(f"{name}: the note must stand in {', '.join(LANGUAGES)}.")
    return DatedRule(
        key=key,
        country=country,
        valid_from=stored["valid_from"],
        valid_to=stored.get("valid_to"),
        is_certain=stored.get("certain", True),
        source=Source(stored["authority"], stored["page"]),
        note=note,
        full_time_months=tuple(stored.get("full_time_months", ())),
        holiday_months=tuple(stored.get("holiday_months", ())),
        **{one: stored[one] for one in PLAIN if one in stored},
    )


def _text(country: str) -> str:
    return files(__package__).joinpath(f"{country.lower()}.toml").read_text(encoding="utf-8")
