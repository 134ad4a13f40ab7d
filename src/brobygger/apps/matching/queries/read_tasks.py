"""What an ad itself says of who uses which language for what, as the X-ray is filled in with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from brobygger.apps.classifications.adapters import value_from_json
from brobygger.apps.opportunities.adapters import joined
from brobygger.apps.opportunities.enums import LanguageSetting, LanguageTask
from brobygger.apps.opportunities.models import Opportunity, OpportunityFact
from brobygger.core import matching
from brobygger.core.matching.languages import normal
from brobygger.core.reading import FACT_KINDS, Language, Level, Modality, TaskLanguage

Key = tuple[str, str]  # codes as `joined` writes them, task
KINDS: Final = frozenset((FACT_KINDS[Language], FACT_KINDS[TaskLanguage]))
ASKED: Final = (Modality.REQUIRED, Modality.WORKING_LANGUAGE, Modality.PREFERRED)  # strongest first


@dataclass(frozen=True, slots=True)
class ReadTask:
    """
    What an ad says of one task of a language.

    Args:
        level: None: the ad says none, neither of the task nor of the language.
        is_own: the level is said of the task; otherwise of the language as a whole.
        modality: how it is asked for.
        facts: what it was read from, that which counts first.
    """

    level: Level | None
    is_own: bool
    modality: Modality
    facts: tuple[OpportunityFact, ...]

    @property
    def place(self) -> tuple[int, int] | None:
        """The characters of the ad that say it; None where a person did."""
        start, end = self.facts[0].span_start, self.facts[0].span_end
        return None if start is None or end is None else (start, end)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A level that an ad asks of languages, of several of which any one is enough; and what it was read from."""

    codes: frozenset[str]
    setting: LanguageSetting
    modality: Modality
    level: Level
    fact: OpportunityFact


def read_tasks(opportunity: Opportunity, seen: matching.Opportunity) -> dict[Key, ReadTask]:
    """
    What an ad says task by task, in the order of its text. One query.

    Where it asks more of a language as a whole than of the tasks that it names, that is for “anything else”.

    Args:
        seen: the opportunity as its ad says, whose languages tell which are alternatives of each other.
    """
    facts = [fact for fact in opportunity.facts.order_by("span_start", "pk") if fact.counts]
    values = [(fact, value_from_json(fact.kind, fact.value)) for fact in facts if fact.kind in KINDS]
    languages = [(fact, value) for fact, value in values if isinstance(value, Language)]
    stated = _stated(languages)
    waived = frozenset(normal(one.code) for _fact, one in languages if one.modality is Modality.NOT_REQUIRED)
    groups = [joined(need.codes) for need in seen.languages]
    said: dict[Key, list[tuple[OpportunityFact, TaskLanguage]]] = {}
    for fact, value in values:
        if isinstance(value, TaskLanguage):
            key = _group_of(value, groups), value.task.value
            said.setdefault(key, []).append((fact, value))
    read = {key: _read(key, found, stated, waived) for key, found in said.items()}
    return read | _anything_else(read, stated)


def _read(
    key: Key,
    found: Iterable[tuple[OpportunityFact, TaskLanguage]],
    stated: Iterable[_Stated],
    waived: frozenset[str],
) -> ReadTask:
    """One task: a must before an advantage, then the highest of the levels that are said of it."""
    ordered = sorted(
        found,
        key=lambda one: (
            one[1].modality is Modality.PREFERRED,
            -(one[1].level.number if one[1].level else 0),
        ),
    )
    first = ordered[0][1]
    whole = _of_the_whole(key, stated)
    modality = first.modality
    if modality is Modality.WORKING_LANGUAGE:
        # that it is spoken there asks for no more than the ad does: "Danish is no must; meetings are in Danish"
        unasked = Modality.PREFERRED if frozenset(key[0].split("|")) <= waived else modality
        modality = whole.modality if whole else unasked
    level = first.level or (whole.level if whole else None)
    return ReadTask(level, first.level is not None, modality, tuple(fact for fact, _value in ordered))


def _anything_else(read: Mapping[Key, ReadTask], stated: Iterable[_Stated]) -> dict[Key, ReadTask]:
    """What an ad asks of a language beyond the tasks that it names."""
    found = {}
    for codes in dict.fromkeys(codes for codes, _task in read):
        key = codes, LanguageTask.OTHER.value
        whole = _of_the_whole(key, [one for one in stated if one.codes == frozenset(codes.split("|"))])
        covered = [
            one
            for (group, task), one in read.items()
            if group == codes and whole and LanguageTask(task).setting == whole.setting and one.level
            and one.level.number >= whole.level.number
            and _strength(one.modality) <= _strength(whole.modality)
        ]  # fmt: skip
        if whole and not covered and key not in read:
            found[key] = ReadTask(whole.level, False, whole.modality, (whole.fact,))
    return found


def _of_the_whole(key: Key, stated: Iterable[_Stated]) -> _Stated | None:
    """What an ad asks of a language, whatever for: the strongest word, then the highest level."""
    codes, task = frozenset(key[0].split("|")), LanguageTask(key[1])
    here = [one for one in stated if codes <= one.codes and one.setting == task.setting]
    exact = [one for one in here if one.codes == codes]
    return min(exact or here, key=lambda one: (_strength(one.modality), -one.level.number), default=None)


def _strength(modality: Modality) -> int:
    """0 is the strongest."""
    return ASKED.index(modality)


def _stated(languages: Iterable[tuple[OpportunityFact, Language]]) -> list[_Stated]:
    """The levels that an ad states; of alternatives the lowest is enough."""
    groups: dict[tuple[str, int], list[tuple[OpportunityFact, Language]]] = {}
    for number, (fact, one) in enumerate(languages):
        if one.modality in ASKED:
            key = ("one", number) if one.alternative is None else ("any", one.alternative)
            groups.setdefault(key, []).append((fact, one))
    found = []
    for group in groups.values():
        graded = [(one.level, fact) for fact, one in group if one.level]
        if not graded:
            continue
        level, fact = min(graded, key=lambda pair: pair[0].number)
        found.append(
            _Stated(
                frozenset(normal(one.code) for _fact, one in group),
                LanguageSetting(group[0][1].setting.value),
                min((one.modality for _fact, one in group), key=_strength),
                level,
                fact,
            )
        )
    return found


def _group_of(value: TaskLanguage, groups: Iterable[str]) -> str:
    """The languages of the X-ray that a task belongs to: the same ones, or alternatives with these among them."""
    codes = {normal(code) for code in value.codes}
    wider = [group for group in groups if codes <= set(group.split("|"))]
    return joined(codes) if not wider or joined(codes) in wider else wider[0]
