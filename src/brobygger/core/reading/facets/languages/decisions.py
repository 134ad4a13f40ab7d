"""Decide, for every place where an ad may say how a language is needed, whether it does and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from brobygger.core.reading.data import (
    Fact,
    Language,
    Level,
    Modality,
    Passage,
    Role,
    Setting,
)
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.facets.languages import levels
from brobygger.core.reading.facets.languages.candidates import NONE, ONE, Place
from brobygger.core.reading.facets.languages.grading import cues_of
from brobygger.core.reading.facets.languages.modality import PLACE_OF_WORK
from brobygger.core.reading.facets.languages.names import Mention
from brobygger.core.reading.facets.languages.need_weights import NEEDS, WEIGHTS
from brobygger.core.reading.facets.languages.needs import probabilities, signs
from brobygger.core.reading.facets.languages.scopes import Group, find_groups

KEPT = 0.65  # a need that the rules read is dropped above this probability that there is none
FOUND = 0.8  # one that stands with a word for a language is found up to this probability that there is none
FOUND_NAMED = 0.7  # the same for a name that they passed over
FOUND_ADJECTIVE = 0.4  # and for one that seems to describe a noun
MARGIN = 0.1  # of the probability of another need over that of the need that the rules read
SUREST = 0.95  # the most that a need is trusted
SURE = 0.9  # the most that a place is trusted of which the rules said otherwise
CLAUSE_END = ",;:.–—"
LEVELLED = frozenset((Modality.REQUIRED, Modality.PREFERRED))
EXCLUDING = frozenset((Modality.REQUIRED, Modality.WORKING_LANGUAGE))
AT_COFFEE = frozenset((Modality.PREFERRED, Modality.WORKING_LANGUAGE))


def decided(
    text: str,
    passage: Passage,
    mentions: Sequence[Mention],
    found: Sequence[Place],
    level_of: Mapping[Fact, Level | None],
) -> Iterator[tuple[Fact, Language]]:
    """
    The needs of a passage, and those behind it that take its languages up, with their values.

    Args:
        text, passage: as everywhere.
        mentions: all names in the passage.
        found: the places of the passage, linked with those around it.
        level_of: of each fact that the rules read in it.
    """
    groups: list[Group] | None = None
    for place, chance in _weighed(found):
        none = chance.pop(NONE)
        if none > _bound(place):
            continue
        name = max(chance, key=lambda one: chance[one])
        one = place.candidate
        spoken_there = one.rule == Modality.WORKING_LANGUAGE and PLACE_OF_WORK.match(one.text, one.end)
        if place.value and (spoken_there or chance[name] - chance[one.rule] < MARGIN):
            name = one.rule
        need = Modality(name)
        sure = _sure(need, chance)
        if place.fact and place.value:
            level = level_of[place.fact]
            if (
                level is None
                and need in LEVELLED
                and place.value.modality not in LEVELLED
                and one.how == "name"
            ):
                groups = groups or list(find_groups(text, mentions, is_list=False))
                level, _ = _of_group(text, one.start, groups, passage)
            one_of = place.one_of if need in EXCLUDING and place.value.alternative is None else None
            value = replace(place.value, alternative=one_of) if one_of is not None else place.value
            yield _changed(place.fact, value, need, level, sure)
            continue
        groups = groups or list(find_groups(text, mentions, is_list=False))
        value = _value(place, need, groups, passage)
        start = place.start - passage.span.start
        end = place.end - passage.span.start
        confidence = min(SURE, sure if need in EXCLUDING else sure * (1 - none))
        yield fact_at(value, passage, start, end, confidence), value


def _sure(need: Modality, chance: Mapping[str, float]) -> float:
    """
    How sure a need is: of one that excludes, whether it does so at all, as required or as spoken at work; of the others,
    given that there is a need.
    """
    if need in EXCLUDING:
        return round(sum(chance[one] for one in EXCLUDING), 2)
    return round(chance[need] / sum(chance.values()), 2)


def _weighed(found: Sequence[Place]) -> Iterator[tuple[Place, dict[str, float]]]:
    """The probability of each need of each place; names in one row of which the rules say the same share theirs."""
    chances = [probabilities(signs(place.candidate), WEIGHTS, NEEDS) for place in found]
    for place in found:
        same = [
            chance
            for other, chance in zip(found, chances, strict=True)
            if other is place
            or (
                place.row is not None
                and (other.row, other.candidate.rule) == (place.row, place.candidate.rule)
            )
        ]
        yield place, {need: sum(chance[need] for chance in same) / len(same) for need in NEEDS}


def _bound(place: Place) -> float:
    """The probability that there is no need up to which a place is believed to say one."""
    if place.fact:
        return KEPT
    if place.candidate.how != "name":
        return FOUND
    asks = place.candidate.text.rstrip().endswith("?")
    is_own = place.candidate.role == Role.COMPANY  # what a company says of itself
    return FOUND_ADJECTIVE if place.candidate.adjective or asks or is_own else FOUND_NAMED


def _changed(
    fact: Fact, value: Language, need: Modality, level: Level | None, sure: float
) -> tuple[Fact, Language]:
    """A fact of the rules with another need or level; a language that is only spoken there or not needed has no level."""
    changed = replace(value, modality=need, level=level if need in LEVELLED else None)
    confidence = fact.confidence if need is value.modality else min(fact.confidence, sure)
    if need in EXCLUDING:  # measured, where that of the rules is judgement
        confidence = min(SUREST, sure)
    return replace(fact, value=changed, confidence=confidence), changed


def _value(place: Place, need: Modality, groups: Sequence[Group], passage: Passage) -> Language:
    one = place.candidate
    level, alternative = None, None
    if one.how == "name":
        level, alternative = _of_group(one.text, one.start, groups, passage)
    else:
        level = _level_beside(one.text, one.start, one.end)
        alternative = place.start if one.how == ONE else None
    begin, end = _clause(one.text, one.start, one.end)
    is_social = need in AT_COFFEE and levels.INFORMAL.search(one.text, begin, end)
    setting = Setting.INFORMAL if is_social else Setting.FORMAL
    return Language(one.code, level if need in LEVELLED else None, need, setting, alternative)


def _of_group(
    text: str, start: int, groups: Sequence[Group], passage: Passage
) -> tuple[Level | None, int | None]:
    """The level said of a name, and the number of the alternatives that it is among."""
    for group in groups:
        for part in group.parts:
            for mention in part:
                if mention.start == start:
                    cue = cues_of(text, group, is_list=False).get(mention)
                    number = passage.span.start + part[0].start if len(part) > 1 else None
                    return cue.level if cue else None, number
    return None, None


def _level_beside(text: str, start: int, end: int) -> Level | None:
    """The level said in the clause around a word that stands for a language."""
    begin, stop = _clause(text, start, end)
    code = levels.stated(text, begin, stop)
    if code:
        return code.level
    if levels.MODE.search(text, begin, stop):
        return Level.C1
    cues = levels.worded(text, begin, stop)
    nearest = min(cues, key=lambda cue: max(start - cue.end, cue.start - end), default=None)
    return nearest.level if nearest else None


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    begin = max(text.rfind(mark, 0, start) for mark in CLAUSE_END) + 1
    stop = min((at for mark in CLAUSE_END if (at := text.find(mark, end)) >= 0), default=len(text))
    return begin, stop
