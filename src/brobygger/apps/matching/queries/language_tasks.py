"""The language-need X-ray: task by task what a language is needed for, and what each step down would open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from brobygger.apps.matching.queries.live import live_pool
from brobygger.apps.matching.queries.rankings import weights_of
from brobygger.apps.opportunities.adapters import as_read, joined, with_language_needs
from brobygger.apps.opportunities.enums import LanguageModality, LanguageTask
from brobygger.apps.opportunities.models import LanguageNeed, Opportunity
from brobygger.core import matching
from brobygger.core.matching import what_if
from brobygger.core.reading import Level, Modality, Setting

UNSAID: Final = ""
NOT_NEEDED: Final = "no"
Key = tuple[str, str]  # codes as `joined` writes them, task


@dataclass(frozen=True, slots=True)
class TaskStep:
    """
    One task at another level, everything else as it stands.

    Args:
        level: None: the language is not needed for the task.
        change: how many more (or fewer) candidates no rule would exclude. Matched anew, no estimate.
    """

    level: Level | None
    change: int


@dataclass(frozen=True, slots=True)
class TaskUse:
    """
    One task of a language.

    Args:
        choice: `UNSAID`, `NOT_NEEDED`, or a level that is a must.
        is_advantage: the level is an advantage only, as somebody said elsewhere.
        steps: downwards from the choice.
    """

    task: LanguageTask
    choice: str
    is_advantage: bool
    steps: tuple[TaskStep, ...]


@dataclass(frozen=True, slots=True)
class LanguageXray:
    """
    One language, or alternatives of each other.

    Args:
        asked: what the ad asks for in the work itself; None: nothing.
        stated, remains: the level that stood there before anybody asked, and now; None: not a must.
    """

    codes: tuple[str, ...]
    asked: matching.LanguageNeed | None
    stated: Level | None
    remains: Level | None
    tasks: tuple[TaskUse, ...]


@dataclass(frozen=True, slots=True)
class Xray:
    """All languages of an opportunity, and how many candidates no rule excludes as things stand."""

    eligible: int
    languages: tuple[LanguageXray, ...]


def language_xray(
    opportunity: Opportunity, *, proposed: Mapping[Key, str] | None = None, more: Iterable[str] = ()
) -> Xray:
    """
    What an opportunity says of its languages, task by task, with what each step down would change.

    Args:
        proposed: choices that are not stored yet, in place of the stored ones.
        more: codes of languages to show though nobody has named them.
    """
    seen = as_read(opportunity)
    said = {(one.codes, one.task): one for one in LanguageNeed.objects.filter(opportunity=opportunity)}
    for key, choice in (proposed or {}).items():
        if choice != _choice(said.get(key)):
            said[key] = _row(key, choice, said.get(key))
    rows = {key: row for key, row in said.items() if row.modality}
    count = _counter(seen, opportunity)
    now = count(rows)
    groups = dict.fromkeys(joined(need.codes) for need in seen.languages)
    groups |= dict.fromkeys(codes for codes, _task in rows)
    if opportunity.language and not any(opportunity.language in group.split("|") for group in groups):
        groups[opportunity.language] = None
    groups |= dict.fromkeys(code for code in more if code)
    return Xray(
        eligible=now,
        languages=tuple(_language(seen, group, said, rows, now, count) for group in groups if group != "und"),
    )


def _language(
    seen: matching.Opportunity,
    group: str,
    said: Mapping[Key, LanguageNeed],
    rows: Mapping[Key, LanguageNeed],
    now: int,
    count: Callable[[Mapping[Key, LanguageNeed]], int],
) -> LanguageXray:
    asked = [one for one in seen.languages if joined(one.codes) == group and one.setting is Setting.FORMAL]
    after = with_language_needs(seen, rows.values())
    remains = [
        one.level
        for one in after.languages
        if joined(one.codes) == group and one.setting is Setting.FORMAL and one.modality is Modality.REQUIRED
    ]
    musts = [one.level for one in asked if one.modality is Modality.REQUIRED]
    first = [
        Level(row.stated_level)
        for (codes, _task), row in rows.items()
        if codes == group and row.stated_level and row.stated_modality == LanguageModality.REQUIRED
    ]
    tasks = []
    for task in LanguageTask:
        key = (group, task.value)
        row = rows.get(key)
        choice = _choice(row)
        steps = []
        if row is not None and row.level and row.modality != LanguageModality.NOT_REQUIRED:
            lower = [level for level in reversed(Level) if level.value < row.level]
            for level in (*lower, None):
                turned = {**rows, key: _row(key, level.value if level else NOT_NEEDED, said.get(key))}
                steps.append(TaskStep(level, count(turned) - now))
        is_advantage = row is not None and row.modality == LanguageModality.PREFERRED
        tasks.append(TaskUse(task, choice, is_advantage, tuple(steps)))
    return LanguageXray(
        codes=tuple(group.split("|")),
        asked=max(asked, key=lambda one: one.level.number, default=None),
        stated=max(musts or first, default=None, key=lambda level: level.number),
        remains=max(remains, default=None, key=lambda level: level.number),
        tasks=tuple(tasks),
    )


def _counter(
    seen: matching.Opportunity, opportunity: Opportunity
) -> Callable[[Mapping[Key, LanguageNeed]], int]:
    """How many candidates no rule excludes, with these needs; the same needs are matched once."""
    live, weights = live_pool(), weights_of(opportunity)
    known: dict[object, int] = {}

    def count(rows: Mapping[Key, LanguageNeed]) -> int:
        terms = with_language_needs(seen, rows.values())
        if terms.languages not in known:
            known[terms.languages] = what_if(live.pool, terms, (), weights=weights).eligible
        return known[terms.languages]

    return count


def _choice(row: LanguageNeed | None) -> str:
    if row is None or not row.modality:
        return UNSAID
    return NOT_NEEDED if row.modality == LanguageModality.NOT_REQUIRED else row.level


def _row(key: Key, choice: str, before: LanguageNeed | None) -> LanguageNeed:
    """A need as it would be stored; one without a modality says nothing."""
    codes, task = key
    modality = {UNSAID: "", NOT_NEEDED: LanguageModality.NOT_REQUIRED.value}.get(
        choice, LanguageModality.REQUIRED.value
    )
    return LanguageNeed(
        codes=codes,
        task=task,
        setting=LanguageTask(task).setting,
        modality=modality,
        level="" if choice in (UNSAID, NOT_NEEDED) else choice,
        stated_modality=before.stated_modality if before else "",
        stated_level=before.stated_level if before else "",
    )
