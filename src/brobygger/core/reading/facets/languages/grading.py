"""The level that a sentence gives each of its languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brobygger.core.reading.data import Level
from brobygger.core.reading.facets.languages.levels import Cue, implied, stated, tested, worded
from brobygger.core.reading.facets.languages.modality import near_before
from brobygger.core.reading.facets.languages.names import Mention
from brobygger.core.reading.facets.languages.scopes import CONJUNCTION, Group, borders_in

WEAK = re.compile(r"behers|behär|mest|master|forst|först|underst|sterk|stærk|strong|stark", re.IGNORECASE)
ANY = ("noget", "noe", "något")
LITTLE = (*ANY, "some", "lidt", "litt", "lite", "professional")
NO_WORD = re.compile(r"[\s:()–—,|●○•*-]*")  # "German: some", but not "English for some tasks"
LINK = re.compile(  # what may stand between a name and the level behind it
    r"[\s:()–—,|-]*(?:(?:er|är|is|are|räcker|rækker|på|over|över|at|a|an|i|in|til|till|level|skills?|språk|sprog|language|with|med|et|ett|en|minimum|mindst|minst|least|som|as|av|af|of|the|"
    r"both|både|speaker|conversation|niveau|nivå|proficiency|ditt|dit|må være|være|ganske|ganska|rätt|pretty|quite)\b[\s:()–—,|-]*){0,5}",
    re.IGNORECASE,
)
COMMUNICATIVE = re.compile(
    r"kommunika|communicat|fremstilling|framstilling|formulering|språk|sprog|language|skills|evne|kundskab|kunnskap|kunskap|skriv|\b(?:læs|läs|les[ea])|\bread|\bwrit",
    re.IGNORECASE,
)
BRACKETS = re.compile(r"\s*\(([^()]*)\)")
BOTH = re.compile(r"\s*(?:both|all|begge|alle|båda|alla)\b", re.IGNORECASE)
LONGEST_REACH = 70  # characters from a level word to the language it is about


def cues_of(text: str, group: Group, *, is_list: bool) -> dict[Mention, Cue]:
    """
    The level said of each language: its own in brackets, or that of the whole group.

    Args:
        text: the passage.
        group: languages with their scope.
        is_list: a list of languages held, where the last brackets belong to the last name alone.
    """
    found: dict[Mention, Cue] = {}
    bracketed = _bracketed(text, group.end)
    shared = bracketed or level_of(text, group) if is_list else level_of(text, group)
    for number, mention in enumerate(group.mentions):
        is_last = number + 1 == len(group.mentions)
        cue = _bracketed(text, mention.end) if is_list or not is_last else None
        if cue is None and shared and not (is_list and not is_last and _is_last_alone(text, group, shared)):
            cue = shared
        if cue:
            found[mention] = cue
    return found


def level_of(text: str, group: Group) -> Cue | None:
    """The level said of a group: a code, then a word before or behind it, then verbs and "in writing and speech"."""
    code = (
        stated(text, group.end, group.after)
        or stated(text, group.before, group.start)
        or tested(text, group.before, group.after)
    )
    if code:
        return code
    near = group.start - len(near_before(text, group))
    cues = [cue for cue in worded(text, near, group.start) if group.start - cue.end <= LONGEST_REACH]
    cues += _cues_behind(text, group)
    cues = [cue for cue in cues if not _means_any(text, cue, group)]
    strong = [cue for cue in cues if not WEAK.match(text, cue.start)]
    if strong:
        return min(strong, key=lambda cue: (_distance(cue, group), cue.start))
    return (
        _wide(text, group, near)
        or (cues[-1] if cues else None)
        or _wide(text, group, near, weak=True)
        or implied(text, group.before, group.start)
        or implied(text, group.end, group.after)
    )


def _means_any(text: str, cue: Cue, group: Group) -> bool:
    """Whether a little means any: Swedish "något nordiskt språk" is any Nordic language, "något tyska" some German."""
    return group.mentions[0].code == "scandinavian" and text[cue.start : cue.end].lower() in ANY


def _cues_behind(text: str, group: Group) -> Iterator[Cue]:
    """Levels right behind the group, or up to the next border with nothing but small words between."""
    borders = borders_in(text, group.end, group.after)
    limit = borders[0] if borders else group.after
    for cue in worded(text, group.end, group.after):
        adjacent = NO_WORD.fullmatch(text, group.end, cue.start) is not None
        linked = cue.start < limit and LINK.fullmatch(text, group.end, cue.start) is not None
        if adjacent or (linked and text[cue.start : cue.end].lower() not in LITTLE):
            yield cue


def _wide(text: str, group: Group, near: int, *, weak: bool = False) -> Cue | None:
    """A level further away: "Good communication and writing skills in English", a word for communication between."""
    for cue in reversed(worded(text, group.before, near)):
        close = group.start - cue.end <= LONGEST_REACH and bool(WEAK.match(text, cue.start)) is weak
        if close and COMMUNICATIVE.search(text, cue.end, group.start):
            return cue
    return None


def _bracketed(text: str, end: int) -> Cue | None:
    """The level in brackets right behind a name."""
    match = BRACKETS.match(text, end)
    if match is None:
        return None
    words = worded(text, *match.span(1))
    return stated(text, *match.span(1)) or (words[0] if words else None)


def _is_last_alone(text: str, group: Group, cue: Cue) -> bool:
    """
    Whether a level behind a list is that of its last language: "dansk, engelsk flydende".

    Not so in "dansk og engelsk flydende", nor in brackets that name mother tongues or say "both".
    """
    if cue.start < group.start:
        return False
    joined = CONJUNCTION.search(text, group.start, group.end) is not None
    match = BRACKETS.match(text, group.end)
    if match:
        return not (BOTH.match(match[1]) or (joined and cue.level is Level.C2))
    return not joined


def _distance(cue: Cue, group: Group) -> int:
    return group.start - cue.end if cue.end <= group.start else cue.start - group.end
