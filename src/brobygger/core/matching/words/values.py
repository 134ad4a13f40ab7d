"""The numbers, dates and codes of a reason, written as the reader writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from brobygger.core.matching.score import PartScore
from brobygger.core.matching.travel import UNREACHABLE
from brobygger.core.matching.verdict import Rule, Verdict
from brobygger.core.matching.weights import Part
from brobygger.core.matching.words import Words

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """The values of one reason: as a sentence needs them, and shorter as a chip does."""

    long: Values
    short: Values


def verdict_values(words: Words, verdict: Verdict) -> Shown:
    """What the sentence of a verdict needs."""
    values = RULE_VALUES[verdict.rule]
    return Shown(values(words, verdict.parameters, False), values(words, verdict.parameters, True))


def part_values(words: Words, part: PartScore, label: Callable[[str], str]) -> Shown:
    """What the sentence of a part needs; `label` names a concept."""
    facts = part.parameters
    if part.part is Part.OCCUPATION:
        values = {name: label(facts[name]) for name in ("held", "asked") if name in facts}  # type: ignore[arg-type]
        values["percent"] = words.percent(int(facts.get("percent", 0)))  # type: ignore[arg-type]
        return Shown(values, values)
    make = PART_VALUES.get(part.part)
    return Shown(make(words, facts, False), make(words, facts, True)) if make else Shown({}, {})


Facts = Mapping[str, Any]  # by name, see the verdict or part that gives them


def _language(words: Words, facts: Facts, short: bool) -> Values:
    return {
        "language": words.language_choice(facts["codes"]),
        "needed": facts["needed"],
        "held": facts.get("held", ""),
        "other": words.language_name(facts["other"]) if "other" in facts else "",
        "own": facts.get("own", ""),
    }


def _work_right(words: Words, facts: Facts, short: bool) -> Values:
    return {"country": words.joined([words.country(one) for one in facts["countries"]], words.either)}


def _levels(words: Words, facts: Facts, short: bool) -> Values:
    asked = facts.get("needed", facts.get("asked"))
    return {
        "asked": words.eqf(asked) if asked else "",
        "held": words.eqf(facts["held"]) if "held" in facts else "",
    }


def _start(words: Words, facts: Facts, short: bool) -> Values:
    return {
        "start": words.day(facts["start"]) if "start" in facts else "",
        "available": words.day(facts["available"]) if "available" in facts else "",
        "days": words.unit(facts.get("days", 0), "day"),
        "wait": words.unit(facts.get("wait", 0), "day"),
    }


def _duration(words: Words, facts: Facts, short: bool) -> Values:
    names = [name for name in ("months", "stay") if name in facts and facts[name] != float("inf")]
    return {name: words.unit(facts[name], "month") for name in names}


def _hours(words: Words, facts: Facts, short: bool) -> Values:
    return {
        name: words.hours(facts[f"{name}_least"], facts[f"{name}_most"])
        for name in ("wished", "offered")
        if f"{name}_least" in facts
    }


def _pay(words: Words, facts: Facts, short: bool) -> Values:
    return {
        name: words.money(facts[name], facts[f"{name}_currency"])
        for name in ("floor", "pay")
        if name in facts
    }


def _kind(words: Words, facts: Facts, short: bool) -> Values:
    return {"kind": words.name(f"kind.{facts['kind']}") if facts["kind"] else ""}


def _place(words: Words, facts: Facts, short: bool) -> Values:
    minutes = facts.get("minutes", -1)
    return {
        "minutes": words.travel(minutes, short=short) if 0 <= minutes < UNREACHABLE else "",
        "limit": words.travel(facts["limit"], short=short),
        "place": facts.get("place", ""),
        "country": words.country(facts["country"]) if facts.get("country") else "",
    }


def _markets(words: Words, facts: Facts, short: bool) -> Values:
    return {"markets": words.joined([words.country(one) for one in facts["markets"]])}


def _skills(words: Words, facts: Facts, short: bool) -> Values:
    return {name: words.number(facts[name]) for name in ("covered", "partly", "asked")}


def _experience(words: Words, facts: Facts, short: bool) -> Values:
    return {name: words.unit(facts[name], "year") for name in ("held", "asked")}


def _stage(words: Words, facts: Facts, short: bool) -> Values:
    return {
        "end": str(facts["end"].year) if "end" in facts else ""
    }  # for the person alone: to others it would tell the age


def _wishes(words: Words, facts: Facts, short: bool) -> Values:
    return {"wishes": words.joined([words.name(f"wish.{one}") for one in facts["met"]])}


def _nothing(words: Words, facts: Facts, short: bool) -> Values:
    return {}


Make = Callable[[Words, Facts, bool], Values]

RULE_VALUES: Mapping[Rule, Make] = {
    Rule.LANGUAGE: _language,
    Rule.WORK_RIGHT: _work_right,
    Rule.EDUCATION: _levels,
    Rule.START: _start,
    Rule.DURATION: _duration,
    Rule.HOURS: _hours,
    Rule.PAY: _pay,
    Rule.KIND: _kind,
    Rule.PLACE: _place,
    Rule.MARKET: _markets,
}
PART_VALUES: Mapping[Part, Make] = {
    Part.SKILLS: _skills,
    Part.FIELD: _nothing,
    Part.LEVEL: _levels,
    Part.EXPERIENCE: _experience,
    Part.STAGE: _stage,
    Part.MARKETS: _markets,
    Part.PLACE: _place,
    Part.TIME: _start,
    Part.WISHES: _wishes,
}
