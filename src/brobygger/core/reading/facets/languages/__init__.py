"""Languages asked for and held, with their level, and whether they are a must."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

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
from brobygger.core.reading.facets.languages.grading import LONGEST_REACH, cues_of, level_of
from brobygger.core.reading.facets.languages.levels import Cue
from brobygger.core.reading.facets.languages.modality import (
    ACCEPTED,
    PREFERRED_BEHIND,
    behind,
    is_about_others,
    is_learning,
    is_unspoken,
    modality_of,
)
from brobygger.core.reading.facets.languages.names import Mention, find_mentions
from brobygger.core.reading.facets.languages.scopes import Group, find_groups, is_adjective

__all__ = ["find_languages"]

SILENT_ROLES = frozenset((Role.APPLICATION, Role.CONTACT))  # the language of the application is no need
# There a language is the company's own business unless it is said to be the working language, or not needed.
COMPANY_ROLES = frozenset((Role.COMPANY, Role.OFFER, Role.DIVERSITY))
CV_ROLES = frozenset((Role.LANGUAGES, Role.PERSONAL, Role.SKILLS, Role.OTHER, Role.TITLE, Role.REQUIREMENT))
EVIDENCE = re.compile(  # words that show that a name is said of a language and not of a thing from a country
    r"sprog|språk|language|lingu|\btal(?:e|er|ar|a)\b|snakk|\bprata|skriv|läs|læs|\bles(?:e|er|a)\b|speak|spoke|writ|\bread|comm?uni[ck]|kundskab|kunnskap|kunskap"
    r"|\bskills?\b|knowledge|kendskab|kjennskap|\bkrav|kræv|krev|kräv|requir|\bmust\b|fordel|fördel|\bplus|merit|advantage|asset|learn|\blær|\blär|formulering"
    r"|fremstilling|framstilling|tekst|\btext|undervis|foregår|\bgår\b|\bnok\b|räcker|sufficient|enough|welcome|\b(?:på|in)\s+$|kaffe|coffee|need|necess|nødven|nödvän|prereq|prefer|ønsk|önsk|desir|används|bruges|brukes|behøver|behöver|trenger|\bkunn[ea]\b|\bknow"
    r"|gerne|gjerne|gärna|helst|perfekt|perfect|muntlig|mundtlig|\bi prat|\btales\b|\btalas\b|\bkan\s+$|behøves|behövs|trengs|nivå|niveau|level|\bud?[et]n\s+$|\butan\s+$|without\s+$|klare|klarar"
    r"|optional|appreciated|uppskatt|verdsett|isn't|styrk|gevinst|tillgång|helps|helpful|likestilt|ligestillet|lige så|lige godt|like godt|lika bra|funk|fungerer|works|i orden",
    re.IGNORECASE,
)
LABEL = re.compile(r"\W{0,4}(?:sprog|språk|languages?|speak|sprogkundskaber|språkkunskaper|språkkunnskaper|language skills)\b\s*(?:[:–—-]|(?=[A-ZÆØÅÄÖa-zæøåäö]))", re.IGNORECASE)  # fmt: skip
BULLETS = " \t:•·*–—-▪◦"
WITH = re.compile(r"\b(?:med|with)\s+$", re.IGNORECASE)  # "Specialist med fransk" in a title
NORDIC = ("da", "nb", "sv")
LIST_ITEM = re.compile(r"[\W\d_]*(?:(?:og|och|and|eller|or|samt|på|i|in|both|kan|can|både|either|enten|a|et|ett|level|niveau|nivå|gerne|gjerne|gärna|helst|preferably|ideally|muntlig|mundtlig|muntligt|skriftlig|skriftligt|tydelig|prat|også|också|also)\b[\W\d_]*)*", re.IGNORECASE)  # fmt: skip
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
    if passage.role in SILENT_ROLES:
        return
    mentions = list(find_mentions(text))
    if not mentions:
        return
    is_list = held and _is_list(text, mentions[0])
    if held and not is_list and passage.role not in CV_ROLES:
        return
    groups = list(find_groups(text, mentions, is_list=is_list))
    is_item = _is_item(text, mentions)
    if is_item and not held and text.rstrip().endswith("?"):
        return  # "Norwegian?" asks, the next sentence answers
    certain = is_list or LABEL.match(text) is not None or (held and passage.role is Role.LANGUAGES) or is_item
    said = [certain or _is_said_of_a_language(text, group, passage.role) for group in groups]
    if held and any(said):
        said = [True] * len(said)  # "I speak Hindi from home, English since kindergarten"
    read = _held if held else _asked
    found = [
        pair
        for group, is_said in zip(groups, said, strict=True)
        if is_said
        for pair in read(text, group, passage)
    ]
    graded = {(language.code, language.modality) for _, language in found if language.level}
    seen: set[Language] = set()
    for fact, language in found:
        # of "Chinese (Mandarin): native" one fact is enough
        repeats = language.level is None and (language.code, language.modality) in graded
        # "No Danish needed – the robot itself speaks Danish"
        waived = language.level is None and replace(language, modality=Modality.NOT_REQUIRED) in seen
        if not repeats and not waived and language not in seen:
            seen.add(language)
            yield fact


def _asked(text: str, group: Group, passage: Passage) -> Iterator[tuple[Fact, Language]]:
    if is_about_others(text, group):
        return
    negated = levels.NEGATED_FLUENT.search(text, group.before, group.after) is not None
    modality = modality_of(text, group, passage.role, negated_level=negated)
    if passage.role in COMPANY_ROLES and modality is Modality.REQUIRED:
        return
    setting = Setting.INFORMAL if levels.INFORMAL.search(text, group.before, group.after) else Setting.FORMAL
    cues = {} if modality is Modality.NOT_REQUIRED else cues_of(text, group, is_list=False)
    for part in group.parts:
        alternative = passage.span.start + part[0].start if len(part) > 1 else None
        stated = [cues[one].level for one in part if one in cues]
        level = Level.B1 if negated else min(stated, key=lambda one: one.number, default=None)
        sure = CONFIDENCE.get(passage.role, 0.9) + (0.05 if level else 0.0)
        for mention in part:
            value = Language(mention.code, level, modality, setting, alternative)
            yield fact_at(value, passage, *_extent(group, mention, cues.get(mention)), sure), value


def _held(text: str, group: Group, passage: Passage) -> Iterator[tuple[Fact, Language]]:
    if is_unspoken(text, group) or is_about_others(text, group):
        return
    cues = cues_of(text, group, is_list=True)
    sure = 0.95 if passage.role is Role.LANGUAGES else 0.8
    for mention in group.mentions:
        cue = cues.get(mention)
        level = cue.level if cue else _unsaid(text, group, mention, passage)
        value = Language(mention.code, level, Modality.HELD)
        yield fact_at(value, passage, *_extent(group, mention, cue), sure if cue else sure - 0.2), value


def _unsaid(text: str, group: Group, mention: Mention, passage: Passage) -> Level | None:
    """
    The level of a language that a CV names without one.

    "Learning Danish" is a beginning, "not perfect" is what it says of a need. A list that begins with the Nordic language it is written in names the mother
    tongue; of English that would say nothing.
    """
    if is_learning(text, group):
        return Level.A1
    if levels.NEGATED_FLUENT.search(text, group.before, group.after):
        return Level.B1
    label = LABEL.match(text)
    begins = not text[label.end() if label else 0 : mention.start].strip(BULLETS)
    return Level.C2 if begins and passage.language in NORDIC and mention.code == passage.language else None


def _is_list(text: str, first: Mention) -> bool:
    """Whether a line of a CV lists languages: it says so, or begins with the name of one, in whatever section."""
    if LABEL.match(text):
        return True
    return not text[: first.start].strip(BULLETS) and not is_adjective(text, first)


def _is_item(text: str, mentions: list[Mention]) -> bool:
    """Whether the passage is nothing but languages: a list item."""
    rest, end = "", 0
    for mention in mentions:
        rest, end = rest + text[end : mention.start] + " ", mention.end
    rest = levels.COMPILED.sub(" ", levels.CODE.sub(" ", rest + text[end:]))
    return LIST_ITEM.fullmatch(rest) is not None


def _is_said_of_a_language(text: str, group: Group, role: Role) -> bool:
    if any(mention.speaks or mention.adjective for mention in group.mentions) or level_of(text, group):
        return True
    if role is Role.TITLE and WITH.search(text, 0, group.start):
        return True
    after = behind(text, group)
    if after.startswith(":") or PREFERRED_BEHIND.search(after) or ACCEPTED.search(after):
        return True
    return bool(
        EVIDENCE.search(text[max(group.before, group.start - 60) : group.start])
        or EVIDENCE.search(after[:50])
    )


def _extent(group: Group, mention: Mention, cue: Cue | None) -> tuple[int, int]:
    """The name, with the words of its level unless another language stands between."""
    if cue is None:
        return mention.start, mention.end
    start, end = min(mention.start, cue.start), max(mention.end, cue.end)
    alone = all(other is mention or not start <= other.start < end for other in group.mentions)
    return (start, end) if alone and end - start <= LONGEST_REACH else (mention.start, mention.end)
