"""What pages say of facts, reasons, dials and steps, in the reader's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, Protocol

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from brobygger.apps.classifications.queries import Mark, Segment, taxonomy
from brobygger.apps.opportunities.enums import PaidBy
from brobygger.core.matching import Part, Reason, Tone, Weights
from brobygger.core.matching.words import Words, words_in
from brobygger.core.skills import Taxonomy
from brobygger.web.fields_of_study import field_name

Text = str | Promise
MARK_KINDS: Mapping[str, str] = {
    "skill": "skill",
    "occupation": "occupation",
    "language": "language",
    "task_language": "language",
    "market": "language",
    "education": "education",
    "experience": "education",
    "graduation": "education",
    "place": "place",
    "remote": "place",
    "start": "time",
    "duration": "time",
    "deadline": "time",
    "hours": "time",
    "pay": "condition",
    "payer": "condition",
    "work_right": "condition",
    "opportunity_kind": "condition",
    "places": "condition",
    "contact": "hidden",
}
FACT_NAMES: Mapping[str, Text] = {
    "skill": gettext_lazy("Skill"),
    "occupation": gettext_lazy("Occupation"),
    "language": gettext_lazy("Language"),
    "task_language": gettext_lazy("What a language is for"),
    "market": gettext_lazy("Market"),
    "education": gettext_lazy("Education"),
    "experience": gettext_lazy("Experience"),
    "graduation": gettext_lazy("Graduation"),
    "place": gettext_lazy("Place"),
    "remote": gettext_lazy("Remote work"),
    "start": gettext_lazy("Start"),
    "duration": gettext_lazy("Length"),
    "deadline": gettext_lazy("Deadline"),
    "hours": gettext_lazy("Hours a week"),
    "pay": gettext_lazy("Pay"),
    "payer": gettext_lazy("Who pays"),
    "work_right": gettext_lazy("Right to work"),
    "opportunity_kind": gettext_lazy("Kind"),
    "places": gettext_lazy("Number of places"),
    "contact": gettext_lazy("Contact line, kept out"),
}
LEGEND: tuple[tuple[str, Text], ...] = (
    ("skill", gettext_lazy("Skill")),
    ("occupation", gettext_lazy("Occupation")),
    ("language", gettext_lazy("Language")),
    ("education", gettext_lazy("Education and experience")),
    ("place", gettext_lazy("Place")),
    ("time", gettext_lazy("Time")),
    ("condition", gettext_lazy("Conditions")),
    ("hidden", gettext_lazy("Kept out")),
)
MODALITIES: Mapping[str, Text] = {
    "required": gettext_lazy("a must"),
    "preferred": gettext_lazy("an advantage"),
    "not_required": gettext_lazy("not required"),
    "working_language": gettext_lazy("working language"),
}
UNGRADED = (
    "skill",
    "occupation",
    "task_language",
)  # said without how strongly, where all that was understood stands
STRENGTH = ("held", "required", "working_language", "preferred", "not_required")  # strongest first
TASKS: Mapping[str, Text] = {  # what a company says that a language is for
    "safety": gettext_lazy("for safety instructions"),
    "customers": gettext_lazy("for customers"),
    "documentation": gettext_lazy("for documentation"),
    "meetings": gettext_lazy("for meetings"),
    "floor": gettext_lazy("for colleagues on the floor"),
    "other": "",
    "coffee": gettext_lazy("for the coffee table"),
}
METHODS: Mapping[str, Text] = {
    "label": gettext_lazy("a word of the vocabulary"),
    "window": gettext_lazy("words that are like one of the vocabulary"),
    "title": gettext_lazy("the title as a whole"),
    "pattern": gettext_lazy("a rule"),
    "structured": gettext_lazy("a field of the file"),
    "person": gettext_lazy("said by a person"),
}
WORK_RIGHTS: Mapping[str, Text] = {
    "citizen": gettext_lazy("citizen"),
    "permit_held": gettext_lazy("has a permit"),
    "permit_needed": gettext_lazy("needs a permit"),
    "permit_required": gettext_lazy("a permit is required"),
    "permit_supported": gettext_lazy("help with the permit"),
    "clearance_required": gettext_lazy("security clearance is required"),
}
CHIPS: Mapping[Tone, str] = {
    Tone.STOP: "rule",
    Tone.GOOD: "match",
    Tone.PARTIAL: "partly",
    Tone.MISSING: "missing",
    Tone.UNKNOWN: "neutral",
}


PAY_PERIODS: dict[str, str | Promise] = {
    "hour": gettext_lazy("an hour"),
    "month": gettext_lazy("a month"),
    "year": gettext_lazy("a year"),
}


def reader_language() -> str:
    """The language of this visitor among the four that reasons are written in."""
    return (get_language() or "en").split("-")[0]


def words() -> Words:
    return words_in(reader_language())


def pieces(segments: Iterable[Segment], concepts: Taxonomy | None = None) -> Iterator[tuple[str, str, str]]:
    """A text cut at its marks as `marked_text` wants it; of several marks the narrowest is shown."""
    concepts = concepts or taxonomy()
    for segment in segments:
        if segment.is_hidden:
            yield segment.text, "hidden", _("Not shown to you")
        elif segment.marks:
            mark = segment.marks[-1]
            yield segment.text, MARK_KINDS.get(mark.kind, "condition"), fact_title(mark, concepts)
        else:
            yield segment.text, "", ""


def fact_title(mark: Mark, concepts: Taxonomy | None = None) -> str:
    """Like “Skill: Python (a must)”."""
    return f"{FACT_NAMES.get(mark.kind, mark.kind)}: {fact_value(mark.kind, mark.value, concepts)}"


def fact_value(kind: str, value: Mapping[str, Any], concepts: Taxonomy | None = None) -> str:
    """The value of a stored fact in words. A page of many facts opens the vocabulary once and gives `concepts`."""
    said = words()
    modality = MODALITIES.get(str(value.get("modality")))
    ending = f" ({modality})" if modality else ""
    if kind in ("skill", "occupation"):
        concepts = concepts or taxonomy()
        number = concepts.index.get(value["uri"])
        label = value["label"] if number is None else concepts.preferred(number, reader_language())
        return f"{label}{ending}"
    if kind == "language":
        level = value.get("level") or ""
        coffee = ", " + _("coffee-table") if value.get("setting") == "informal" else ""
        return f"{said.language_name(value['code'])} {level}{coffee}{ending}".replace("  ", " ")
    if kind == "task_language":
        named = said.language_choice(value["codes"])
        return " ".join(filter(None, (named, value.get("level"), str(TASKS[value["task"]]) + ending)))
    if kind == "market":
        return said.country(value["country"])
    if kind == "education":
        return education(value) + ending
    if kind == "experience":
        return said.unit(value["years"], "year") + ending
    if kind == "graduation":
        return span(dt.date.fromisoformat(value["earliest"]), dt.date.fromisoformat(value["latest"]))
    if kind == "place":
        return f"{value['name']}, {said.country(value['country'])}"
    if kind == "remote":
        return said.percent(round(100 * value["share"]))
    if kind in ("start", "deadline"):
        if value.get("date"):
            return said.day(dt.date.fromisoformat(value["date"]))
        return _("as soon as possible") if kind == "start" else _("rolling")
    if kind == "duration":
        return said.unit(value["months"], "month") if value["months"] else _("permanent")
    if kind == "hours":
        return said.hours(value["minimum"], value["maximum"])
    if kind == "pay":
        return pay(value)
    if kind == "payer":
        payer, fund = str(PaidBy(value["paid_by"]).label), value.get("fund")
        return f"{payer} ({fund})" if fund else payer
    if kind == "opportunity_kind":
        return said.name(f"kind.{value['kind']}")
    if kind == "places":
        return str(value["count"])
    return str(WORK_RIGHTS[value["condition"]]) if kind == "work_right" else ""


def pay(value: Mapping[str, Any]) -> str:
    """An amount or a span of amounts with its period, if that is known."""
    said, period = words(), PAY_PERIODS.get(value.get("period") or "")
    least, most = value["minimum"], value.get("maximum") or value["minimum"]
    amount = said.money(most, value["currency"])
    if least != most:
        amount = f"{said.number(least)}–{amount}"
    return f"{amount} {period}" if period else amount


def education(value: Mapping[str, Any]) -> str:
    """The level and the field of an education in words, either alone where the other is not known."""
    code = value.get("field") or ""
    level = words().eqf(value["eqf"]) if value.get("eqf") else ""
    return ", ".join(filter(None, (level, field_name(code) or code)))


def chips(reasons: Iterable[Reason]) -> list[dict[str, str]]:
    """Reasons as chips with their full sentence beside them."""
    return [{"text": one.chip, "kind": CHIPS[one.tone], "title": one.text} for one in reasons if one.chip]


def spoken(held: Iterable[str]) -> str:
    """Languages with levels, “nb B2”, in the reader's words."""
    said, pairs = words(), (one.partition(" ") for one in held)
    return ", ".join(f"{said.language_name(code)} {level}".strip() for code, _space, level in pairs)


def part_rows(
    parts: Iterable[tuple[Part, float | None]], weights: Weights | None = None
) -> list[tuple[str, float | None, int]]:
    """(name, points, most points) of each part that counts, for the `parts` component."""
    weighed, said = weights or Weights(), words()
    return [
        (
            capital(said.name(f"part.{part}")),
            None if share is None else round(share * weighed.of(part)),
            weighed.of(part),
        )
        for part, share in parts
        if weighed.of(part)
    ]


def language_dial_label(key: str) -> str:
    """What turning a language's dial means where the language stands above: “Level B1”, “As an advantage”."""
    level = key.rpartition(":")[2]
    if level == "coffee":
        return _("For the coffee table only")
    return _("As an advantage") if level == "advantage" else _("Level %(level)s") % {"level": level}


def dial_label(key: str) -> str:
    """What turning a dial means: “Danish at B1”, “Danish for the coffee table only”."""
    said = words()
    kind, _sep, rest = key.partition(":")
    if kind == "language":
        codes, _sep, level = rest.rpartition(":")
        language = capital(said.language_choice(codes.split("|")))
        if level == "coffee":
            return _("%(language)s for the coffee table only") % {"language": language}
        if level == "advantage":
            return _("%(language)s as an advantage") % {"language": language}
        return _("%(language)s at %(level)s") % {"language": language, "level": level}
    if kind == "start":
        months = abs(int(rest))
        if int(rest) < 0:
            return ngettext("Start %(count)d month earlier", "Start %(count)d months earlier", months) % {
                "count": months
            }
        return ngettext("Start %(count)d month later", "Start %(count)d months later", months) % {
            "count": months
        }
    if kind == "border":
        return _("Commutes over the border count") if rest == "open" else _("No commutes over the border")
    if kind == "remote":
        return _("%(share)s remote work") % {"share": said.percent(round(100 * float(rest)))}
    if kind == "pay":
        return _("%(share)s higher pay") % {"share": said.percent(int(rest))}
    if kind == "neighbours":
        return said.name("dial.neighbours_count" if rest == "count" else "dial.neighbours_apart")
    return {
        "education:advantage": _("Education level as an advantage"),
        "permit:supported": _("Help with the work permit"),
    }[key]


def step_label(key: str, concepts: Taxonomy) -> str:
    """What a candidate's step is: “Learn PLC programming”, “Danish at B1”."""
    said = words()
    kind, _sep, rest = key.partition(":")
    if kind == "skill":
        number = concepts.index.get(rest)
        label = rest if number is None else concepts.preferred(number, reader_language())
        return _("Learn: %(skill)s") % {"skill": label}
    if kind == "language":
        code, _sep, level = rest.rpartition(":")
        return _("%(language)s at %(level)s") % {
            "language": capital(said.language_name(code)),
            "level": level,
        }
    if kind == "commute":
        return _("Accept a commute of %(time)s") % {"time": said.travel(float(rest))}
    if kind == "move":
        return _("Be willing to move to %(country)s") % {"country": said.country(rest)}
    if kind == "start":
        months = abs(int(rest))
        return ngettext("Start %(count)d month earlier", "Start %(count)d months earlier", months) % {
            "count": months
        }
    if kind == "free":
        return _("Be free on %(day)s") % {"day": said.day(dt.date.fromisoformat(rest))}
    if kind == "kind":
        return _("Look for %(kind)s too") % {"kind": said.name(f"kind.{rest}")}
    if kind == "hours":
        least, _sep, most = rest.partition(":")
        return _("Accept %(hours)s a week") % {"hours": said.hours(float(least), float(most))}
    if kind == "stay":
        stay = float(rest)
        return (
            _("Stay for %(time)s") % {"time": said.unit(stay, "month")} if stay else _("Stay without an end")
        )
    if kind == "pay":
        amount, _sep, currency = rest.partition(":")
        return _("Accept a pay of %(pay)s") % {"pay": said.money(float(amount), currency)}
    if kind == "work_right":
        return _("The right to work in %(country)s") % {"country": said.country(rest)}
    if kind == "education":
        return _("An education at %(level)s") % {"level": said.eqf(int(rest))}
    return _("Accept remote work") if kind == "remote" else key


class Understood(Protocol):
    """A fact, or its mark in a text."""

    @property
    def kind(self) -> str: ...
    @property
    def value(self) -> dict[str, Any]: ...


class SaidNeed(Protocol):
    """What a company says of a language for one task; alternatives have “|” between their codes."""

    @property
    def codes(self) -> str: ...
    @property
    def task(self) -> str: ...
    @property
    def setting(self) -> str: ...
    @property
    def modality(self) -> str: ...
    @property
    def level(self) -> str: ...


def facts_by_kind(marks: Iterable[Understood], needs: Iterable[SaidNeed] = ()) -> list[tuple[str, list[str]]]:
    """
    What was understood, kind by kind in a fixed order, each value once; contact lines are left out.

    Args:
        needs: what a company says of languages, which stands before what was read and in its place.
    """
    found: dict[str, dict[str, None]] = {}
    concepts, needs = taxonomy(), list(needs)
    musts_first = sorted(marks, key=lambda mark: mark.value.get("modality") != "required")
    languages = language_lines([one.value for one in musts_first if one.kind == "language"], needs)
    if languages:
        found["language"] = dict.fromkeys(languages)
    settled = {need.codes for need in needs}
    for mark in musts_first:
        if mark.kind == "task_language" and "|".join(mark.value["codes"]) in settled:
            continue
        if mark.kind not in ("contact", "language"):
            plain = {**mark.value, "modality": None} if mark.kind in UNGRADED else mark.value
            found.setdefault(mark.kind, {})[fact_value(mark.kind, plain, concepts)] = None
    return [(str(FACT_NAMES[kind]), list(found[kind])) for kind in FACT_NAMES if kind in found]


def language_lines(read: Iterable[Mapping[str, Any]], needs: Iterable[SaidNeed] = ()) -> list[str]:
    """
    Each language once, the work itself and the coffee table apart: “German B1 for customers”, “Danish B2”.

    What a company says of a language replaces all that was read of it. Of what was read the strongest word counts with
    the highest level; of alternatives the lowest level is enough. A must is said without a word.
    """
    said: dict[tuple[str, str], list[SaidNeed]] = {}
    for need in needs:
        said.setdefault((need.codes, need.setting), []).append(need)
    settled = {codes for codes, _setting in said}
    lines = [_said_line(codes, found) for (codes, _setting), found in said.items()]
    return [*lines, *_read_lines(read, settled)]


def _said_line(codes: str, needs: list[SaidNeed]) -> str:
    """One language that a company says something of: “German B2 for customers, B1 for meetings”."""
    asked = [one for one in needs if one.modality != "not_required"]
    name = words().language_choice(codes.split("|"))
    if not asked:
        return f"{name} ({MODALITIES['not_required']})"
    asked.sort(key=lambda one: (STRENGTH.index(one.modality), tuple(-ord(sign) for sign in one.level)))
    parts = []
    for one in asked:
        word = "" if one.modality == "required" else f"({MODALITIES[one.modality]})"
        parts.append(" ".join(filter(None, (one.level, str(TASKS[one.task]), word))))
    return f"{name} {', '.join(parts)}"


def _read_lines(read: Iterable[Mapping[str, Any]], settled: Container[str]) -> Iterator[str]:
    groups: dict[tuple[str, Any], list[Mapping[str, Any]]] = {}
    for number, value in enumerate(read):
        alternative = value.get("alternative")
        groups.setdefault(("one", number) if alternative is None else ("any", alternative), []).append(value)
    best: dict[tuple[str, str], tuple[int, str]] = {}
    for group in groups.values():
        key = "|".join(sorted({one["code"] for one in group})), str(group[0].get("setting") or "formal")
        strength = min(STRENGTH.index(one.get("modality") or "held") for one in group)
        level = min((one["level"] for one in group if one.get("level")), default="")
        known = best.get(key, (strength, ""))
        best[key] = min(known[0], strength), max(known[1], level)
    for (codes, setting), (strength, level) in sorted(best.items(), key=lambda item: item[1][0]):
        if codes not in settled:
            coffee = str(TASKS["coffee"]) if setting == "informal" else ""
            word = f"({MODALITIES[STRENGTH[strength]]})" if strength > 1 else ""
            yield " ".join(filter(None, (words().language_choice(codes.split("|")), level, coffee, word)))


def day(value: Any) -> str:
    return date_format(value, "DATE_FORMAT") if value else ""


def span(first: dt.date, last: dt.date) -> str:
    """The days from one to another as exactly as they are: “24 June 2027”, “June 2027”, “June–August 2027”, “2027”."""
    if first == last:
        return words().day(first)
    if (first.month, last.month) == (1, 12) and first.year == last.year:
        return str(first.year)
    begins = "F" if first.year == last.year else "YEAR_MONTH_FORMAT"
    is_month = (first.year, first.month) == (last.year, last.month)
    until = date_format(last, "YEAR_MONTH_FORMAT")
    return until if is_month else f"{date_format(first, begins)}–{until}"


def capital(text: str) -> str:
    """With a capital letter at the start."""
    return text[:1].upper() + text[1:]
