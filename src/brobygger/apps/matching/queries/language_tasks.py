"""
The language-need X-ray: task by task what a language is needed for, and what each step down would open.

Where the company has said nothing of a language, its tasks are as the ad says them, and the ad counts. As soon as it
says something else of one of them, all of its tasks are the company's word, and are stored.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from brobygger.apps.matching.queries.live import live_pool
from brobygger.apps.matching.queries.rankings import weights_of
from brobygger.apps.matching.queries.read_tasks import Key, ReadTask, read_tasks
from brobygger.apps.opportunities.adapters import as_read, joined, with_language_needs
from brobygger.apps.opportunities.enums import LanguageModality, LanguageSetting, LanguageTask
from brobygger.apps.opportunities.models import LanguageNeed, Opportunity, OpportunityFact
from brobygger.core import matching
from brobygger.core.matching import what_if
from brobygger.core.reading import FACT_KINDS, Level, Modality, Setting, TaskLanguage

UNSAID: Final = ""
NOT_NEEDED: Final = "no"
Rows = Mapping[Key, LanguageNeed]


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
        is_advantage: the level is an advantage only, as the ad or somebody said elsewhere.
        is_spoken: the language is spoken there, as the ad says; the level is no must.
        steps: downwards from the choice.
        read: what the ad says of it; None: nothing.
    """

    task: LanguageTask
    choice: str
    is_advantage: bool
    is_spoken: bool
    steps: tuple[TaskStep, ...]
    read: ReadTask | None


@dataclass(frozen=True, slots=True)
class LanguageXray:
    """
    One language, or alternatives of each other.

    Args:
        asked: what the ad asks for in the work itself; None: nothing.
        stated, remains: the level that stood there before anybody asked, and now; None: not a must.
        together: all tasks of the work at a lower level, where several ask for the highest and one step alone opens
            nothing; else empty.
    """

    codes: tuple[str, ...]
    asked: matching.LanguageNeed | None
    stated: Level | None
    remains: Level | None
    together: tuple[TaskStep, ...]
    tasks: tuple[TaskUse, ...]


@dataclass(frozen=True, slots=True)
class Xray:
    """All languages of an opportunity, and how many candidates no rule excludes as things stand."""

    eligible: int
    languages: tuple[LanguageXray, ...]


@dataclass(frozen=True, slots=True)
class _Form:
    """
    The X-ray as the form shows it.

    Args:
        seen: the opportunity as its ad says.
        rows: of the tasks of which something is said.
        settled: the languages of which the company says something, or would: of all others the ad counts.
        count: how many candidates no rule excludes with some rows.
        eligible: how many with those of the languages that are settled.
    """

    seen: matching.Opportunity
    rows: Rows
    settled: frozenset[str]
    read: Mapping[Key, ReadTask]
    count: Callable[[Rows], int]
    eligible: int


def language_xray(
    opportunity: Opportunity, *, proposed: Mapping[Key, str] | None = None, more: Iterable[str] = ()
) -> Xray:
    """
    What an opportunity says of its languages, task by task, with what each step down would change.

    Args:
        proposed: choices that are not stored yet, in place of those that are shown.
        more: codes of languages to show though nobody has named them.
    """
    seen = as_read(opportunity)
    read, stored = read_tasks(opportunity, seen), _stored(opportunity)
    shown = {**_filled_in(read, stored), **stored}
    changed = _changed(shown, proposed or {})
    shown |= {key: _row(key, choice, shown.get(key)) for key, choice in changed.items()}
    rows = {key: row for key, row in shown.items() if row.modality}
    settled = frozenset(codes for codes, _task in (*stored, *changed))
    count = _counter(seen, opportunity)
    form = _Form(seen, rows, settled, read, count, count(_of(rows, settled)))
    groups = dict.fromkeys(joined(need.codes) for need in seen.languages)
    groups |= dict.fromkeys(codes for codes, _task in (*rows, *read))
    if opportunity.language and not any(opportunity.language in group.split("|") for group in groups):
        groups[opportunity.language] = None
    groups |= dict.fromkeys(code for code in more if code)
    languages = tuple(_language(form, group) for group in groups if group != "und")
    return Xray(form.eligible, languages)


def shown_tasks(opportunity: Opportunity) -> dict[Key, str]:
    """The choice that the form shows of each task of which something is said, by the company or by the ad."""
    stored = _stored(opportunity)
    shown = {**_filled_in(read_tasks(opportunity, as_read(opportunity)), stored), **stored}
    return {key: _choice(row) for key, row in shown.items() if row.modality}


def tasks_to_store(
    opportunity: Opportunity, proposed: Mapping[Key, str]
) -> tuple[list[LanguageNeed], list[OpportunityFact]]:
    """
    What a form says that is not stored: needs, and what was read of tasks that it says nothing of any more.

    What a form leaves as the ad says it is not stored, unless it says something else of the same language. A need
    without a modality takes back what is stored.
    """
    read, stored = read_tasks(opportunity, as_read(opportunity)), _stored(opportunity)
    filled_in = _filled_in(read, stored)
    changed = _changed({**filled_in, **stored}, proposed)
    touched = {codes for codes, _task in changed}
    needs = {key: row for key, row in filled_in.items() if key[0] in touched and row.modality}
    needs |= {key: _row(key, choice, stored.get(key)) for key, choice in changed.items()}
    refuted = [
        fact
        for key, choice in changed.items()
        if choice == UNSAID and key in read
        for fact in read[key].facts
        if fact.kind == FACT_KINDS[TaskLanguage]
    ]
    return list(needs.values()), refuted


def _stored(opportunity: Opportunity) -> dict[Key, LanguageNeed]:
    return {(one.codes, one.task): one for one in LanguageNeed.objects.filter(opportunity=opportunity)}


def _filled_in(read: Mapping[Key, ReadTask], stored: Rows) -> dict[Key, LanguageNeed]:
    """What an ad says of the tasks of languages of which the company has said nothing."""
    settled = {codes for codes, _task in stored}
    found = {}
    for key, one in read.items():
        if key[0] not in settled and one.level is not None:
            found[key] = _row(key, one.level.value, None)
            found[key].modality = LanguageModality(one.modality.value)
    return found


def _changed(shown: Rows, proposed: Mapping[Key, str]) -> dict[Key, str]:
    return {key: choice for key, choice in proposed.items() if choice != _choice(shown.get(key))}


def _of(rows: Rows, groups: Container[str]) -> dict[Key, LanguageNeed]:
    return {key: row for key, row in rows.items() if key[0] in groups}


def _language(form: _Form, group: str) -> LanguageXray:
    asked = [
        one for one in form.seen.languages if joined(one.codes) == group and one.setting is Setting.FORMAL
    ]
    after = with_language_needs(form.seen, _of(form.rows, form.settled).values())
    remains = [
        one.level
        for one in after.languages
        if joined(one.codes) == group and one.setting is Setting.FORMAL and one.modality is Modality.REQUIRED
    ]
    musts = [one.level for one in asked if one.modality is Modality.REQUIRED]
    first = [
        Level(row.stated_level)
        for (codes, _task), row in form.rows.items()
        if codes == group and row.stated_level and row.stated_modality == LanguageModality.REQUIRED
    ]
    return LanguageXray(
        codes=tuple(group.split("|")),
        asked=max(asked, key=lambda one: one.level.number, default=None),
        stated=max(musts or first, default=None, key=lambda level: level.number),
        remains=max(remains, default=None, key=lambda level: level.number),
        together=tuple(_together(form, group)),
        tasks=tuple(_task_use(form, (group, task.value)) for task in LanguageTask),
    )


def _task_use(form: _Form, key: Key) -> TaskUse:
    row = form.rows.get(key)
    modality = row.modality if row is not None else ""
    return TaskUse(
        LanguageTask(key[1]),
        _choice(row),
        is_advantage=modality == LanguageModality.PREFERRED,
        is_spoken=modality == LanguageModality.WORKING_LANGUAGE,
        steps=tuple(_steps(form, key)),
        read=form.read.get(key),
    )


def _steps(form: _Form, key: Key) -> Iterator[TaskStep]:
    row = form.rows.get(key)
    if row is None or not row.level or row.modality == LanguageModality.NOT_REQUIRED:
        return
    rows = _of(form.rows, {*form.settled, key[0]})  # who turns one task says all of its language
    lower = [level for level in reversed(Level) if level.value < row.level]
    for level in (*lower, None):
        turned = {**rows, key: _row(key, level.value if level else NOT_NEEDED, row)}
        yield TaskStep(level, form.count(turned) - form.eligible)


def _together(form: _Form, group: str) -> Iterator[TaskStep]:
    musts = {
        key: row
        for key, row in form.rows.items()
        if key[0] == group
        and row.modality == LanguageModality.REQUIRED
        and row.setting == LanguageSetting.FORMAL
    }
    levels = sorted(row.level for row in musts.values())
    if len(levels) < 2 or levels[-1] != levels[-2]:
        return
    rows = _of(form.rows, {*form.settled, group})
    lower = [level for level in reversed(Level) if level.value < levels[-1]]
    for level in lower:
        asking_more = {key: row for key, row in musts.items() if row.level > level.value}
        turned = {**rows, **{key: _row(key, level.value, row) for key, row in asking_more.items()}}
        yield TaskStep(level, form.count(turned) - form.eligible)


def _counter(seen: matching.Opportunity, opportunity: Opportunity) -> Callable[[Rows], int]:
    """How many candidates no rule excludes, with these needs; the same needs are matched once."""
    live, weights = live_pool(), weights_of(opportunity)
    known: dict[object, int] = {}

    def count(rows: Rows) -> int:
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
