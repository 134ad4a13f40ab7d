"""Languages asked for and held, with their level, and whether they are a must."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brobygger.core.reading.data import (
    Document,
    DocumentKind,
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
from brobygger.core.reading.facets.languages.levels import Cue
from brobygger.core.reading.facets.languages.modality import (
    behind,
    is_about_others,
    is_learning,
    is_unspoken,
    modality_of,
    near_before,
)
from brobygger.core.reading.facets.languages.names import Mention, find_mentions
from brobygger.core.reading.facets.languages.scopes import Group, borders_in, find_groups

__all__ = ["find_languages"]

SILENT_ROLES = frozenset((Role.APPLICATION, Role.CONTACT))  # the language of the application is no need
# There a language is the company's own business unless it is said to be the working language, or not needed.
COMPANY_ROLES = frozenset((Role.COMPANY, Role.OFFER, Role.DIVERSITY))
CV_ROLES = frozenset((Role.LANGUAGES, Role.PERSONAL, Role.SKILLS, Role.OTHER, Role.TITLE, Role.REQUIREMENT))
EVIDENCE = re.compile(  # words that show that a name is said of a language and not of a thing from a country
    r"sprog|språk|language|lingu|\btal(?:e|er|ar|a)\b|snakk|\bprata|skriv|läs|læs|\bles(?:e|er|a)\b|speak|spoke|writ|\bread|comm?uni[ck]|kundskab|kunnskap|kunskap"
    r"|\bskills?\b|knowledge|kendskab|kjennskap|\bkrav|kræv|krev|kräv|requir|\bmust\b|fordel|fördel|\bplus|merit|advantage|asset|learn|\blær|\blär|formulering"
    r"|fremstilling|framstilling|tekst|\btext|undervis|foregår|\bgår\b|\bnok\b|räcker|sufficient|enough|welcome|\b(?:på|in)\s+$|kaffe|coffee|need|behøver|behöver|trenger|\bkunn[ea]\b|\bknow"
    r"|gerne|gjerne|gärna|helst|preferabl",
    re.IGNORECASE,
)
LIST_ITEM = re.compile(r"[\W\d_]*(?:(?:og|och|and|eller|or|samt|på|i|in|both|både|either|enten|a|et|ett|level|niveau|nivå|gerne|gjerne|gärna|helst|preferably|ideally|også|också|also)\b[\W\d_]*)*", re.IGNORECASE)  # fmt: skip
WEAK = re.compile(r"behers|behär|mest|master|forst|först|underst|sterk|stærk|strong|stark", re.IGNORECASE)
LINK = re.compile(  # what may stand between a name and the level behind it
    r"[\s:(–—,|-]*(?:(?:er|är|is|are|räcker|rækker|på|at|a|an|i|in|til|till|level|skills?|språk|sprog|language|with|med|et|ett|en|minimum|mindst|minst|least|som|as|av|af|of|the|"
    r"both|både|speaker|conversation|niveau|nivå|proficiency|ditt|dit|må være|være)\b[\s:(–—,|-]*){0,5}",
    re.IGNORECASE,
)
COMMUNICATIVE = re.compile(
    r"kommunika|communicat|fremstilling|framstilling|formulering|språk|sprog|language|skills|evne|kundskab|kunnskap|kunskap|skriv|\b(?:læs|läs|les[ea])|\bread|\bwrit",
    re.IGNORECASE,
)
BRACKETS = re.compile(r"\s*\(([^()]*)\)")
LONGEST_REACH = 70  # characters from a level word to the language it is about
CONFIDENCE = {
    Role.TITLE: 0.85,
    Role.TASK: 0.7,
    Role.OTHER: 0.75,
    Role.COMPANY: 0.75,
    Role.OFFER: 0.75,
    Role.DIVERSITY: 0.7,
}


def find_languages(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """
    Languages that an ad asks for or that a CV says the person speaks.

    Alternatives ("Norwegian or Swedish") share a number, the place of the first of them in the document.
    """
    held = document.kind is DocumentKind.CV
    if passage.role in SILENT_ROLES or (held and passage.role not in CV_ROLES):
        return
    mentions = list(find_mentions(text))
    if not mentions:
        return
    is_list = held and passage.role is Role.LANGUAGES
    for group in find_groups(text, mentions, is_list=is_list):
        if is_list or _is_item(text, mentions) or _is_said_of_a_language(text, group):
            yield from _held(text, group, passage) if held else _asked(text, group, passage)


def _asked(text: str, group: Group, passage: Passage) -> Iterator[Fact]:
    if is_about_others(text, group):
        return
    negated = levels.NEGATED_FLUENT.search(text, group.before, group.after) is not None
    modality = modality_of(text, group, passage.role, negated_level=negated)
    if passage.role in COMPANY_ROLES and modality not in (Modality.WORKING_LANGUAGE, Modality.NOT_REQUIRED):
        return
    setting = Setting.INFORMAL if levels.INFORMAL.search(text, group.before, group.after) else Setting.FORMAL
    cues = {} if modality is Modality.NOT_REQUIRED else _cues(text, group, is_list=False)
    for part in group.parts:
        alternative = passage.span.start + part[0].start if len(part) > 1 else None
        stated = [cues[one].level for one in part if one in cues]
        level = Level.B1 if negated else min(stated, key=lambda one: one.number, default=None)
        sure = CONFIDENCE.get(passage.role, 0.9) + (0.05 if level else 0.0)
        for mention in part:
            value = Language(mention.code, level, modality, setting, alternative)
            yield fact_at(value, passage, *_extent(group, mention, cues.get(mention)), sure)


def _held(text: str, group: Group, passage: Passage) -> Iterator[Fact]:
    if is_unspoken(text, group) or is_about_others(text, group):
        return
    cues = _cues(text, group, is_list=True)
    unsaid = Level.A1 if is_learning(text, group) else None
    sure = 0.95 if passage.role is Role.LANGUAGES else 0.8
    for mention in group.mentions:
        cue = cues.get(mention)
        value = Language(mention.code, cue.level if cue else unsaid, Modality.HELD)
        yield fact_at(value, passage, *_extent(group, mention, cue), sure if cue else sure - 0.1)


def _cues(text: str, group: Group, *, is_list: bool) -> dict[Mention, Cue]:
    """
    The level said of each language: its own in brackets, or that of the whole group.

    Args:
        text: the passage.
        group: languages with their scope.
        is_list: a list of languages held, where the last brackets belong to the last name alone.
    """
    found: dict[Mention, Cue] = {}
    shared = _level(text, group)
    for number, mention in enumerate(group.mentions):
        is_last = number + 1 == len(group.mentions)
        cue = _bracketed(text, mention.end) if is_list or not is_last else None
        if cue is None and shared and not (is_list and not is_last and _bracketed(text, group.end)):
            cue = shared
        if cue:
            found[mention] = cue
    return found


def _is_item(text: str, mentions: list[Mention]) -> bool:
    """Whether the passage is nothing but languages: a list item."""
    rest, end = "", 0
    for mention in mentions:
        rest, end = rest + text[end : mention.start] + " ", mention.end
    rest = levels.COMPILED.sub(" ", levels.CODE.sub(" ", rest + text[end:]))
    return LIST_ITEM.fullmatch(rest) is not None


def _is_said_of_a_language(text: str, group: Group) -> bool:
    if any(mention.speaks or mention.adjective for mention in group.mentions) or _level(text, group):
        return True
    return bool(
        EVIDENCE.search(text[max(group.before, group.start - 60) : group.start])
        or EVIDENCE.search(behind(text, group)[:50])
    )


def _level(text: str, group: Group) -> Cue | None:
    """The level said of a group: a code, then a word before or behind it, then verbs and "in writing and speech"."""
    code = (
        levels.stated(text, group.end, group.after)
        or levels.stated(text, group.before, group.start)
        or levels.tested(text, group.before, group.after)
    )
    if code:
        return code
    near = group.start - len(near_before(text, group))
    cues = [cue for cue in levels.worded(text, near, group.start) if group.start - cue.end <= LONGEST_REACH]
    cues += _cues_behind(text, group)
    strong = [cue for cue in cues if not WEAK.match(text, cue.start)]
    if strong:
        return min(strong, key=lambda cue: (_distance(cue, group), cue.start))
    return (
        _wide(text, group, near)
        or (cues[-1] if cues else None)
        or _wide(text, group, near, weak=True)
        or levels.implied(text, group.before, group.start)
        or levels.implied(text, group.end, group.after)
    )


def _cues_behind(text: str, group: Group) -> Iterator[Cue]:
    borders = borders_in(text, group.end, group.after)
    for cue in levels.worded(text, group.end, borders[0] if borders else group.after):
        if LINK.fullmatch(text, group.end, cue.start):
            yield cue


def _wide(text: str, group: Group, near: int, *, weak: bool = False) -> Cue | None:
    """A level further away: "Good communication and writing skills in English", a word for communication between."""
    for cue in reversed(levels.worded(text, group.before, near)):
        close = group.start - cue.end <= LONGEST_REACH and bool(WEAK.match(text, cue.start)) is weak
        if close and COMMUNICATIVE.search(text, cue.end, group.start):
            return cue
    return None


def _bracketed(text: str, end: int) -> Cue | None:
    """The level in brackets right behind a name."""
    match = BRACKETS.match(text, end)
    if match is None:
        return None
    words = levels.worded(text, *match.span(1))
    return levels.stated(text, *match.span(1)) or (words[0] if words else None)


def _distance(cue: Cue, group: Group) -> int:
    return group.start - cue.end if cue.end <= group.start else cue.start - group.end


def _extent(group: Group, mention: Mention, cue: Cue | None) -> tuple[int, int]:
    """The name, with the words of its level unless another language stands between."""
    if cue is None:
        return mention.start, mention.end
    start, end = min(mention.start, cue.start), max(mention.end, cue.end)
    alone = all(other is mention or not start <= other.start < end for other in group.mentions)
    return (start, end) if alone and end - start <= LONGEST_REACH else (mention.start, mention.end)
