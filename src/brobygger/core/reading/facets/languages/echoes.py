"""
Needs stated of a language that the sentence has named before.

"The workshop speaks it", "so you must understand the language", "but we do not require it", "on one of them".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from brobygger.core.reading.data import Level, Modality
from brobygger.core.reading.facets.languages.levels import INFORMAL, MODE, Cue, worded
from brobygger.core.reading.facets.languages.modality import PREFERENCE, WORKING, WORKING_BEFORE
from brobygger.core.reading.facets.languages.scopes import Group

SHORTEST = 10  # characters of any clause that says something more
IT = r"(?:it|det|the language|sproget|språket)\b"
MUST = r"\b(?:skal|ska|skall|must|need to|needs to|have to|should|behöver|bør|bör|må|måste|trenger å)\b"
NOT = re.compile(r"(?:\b(?:ikke|inte|ikkje|not|never)|n['’]t)\b", re.IGNORECASE)
SPOKEN = re.compile(
    rf"(?<!you )(?<!du )\b(?:speaks?|taler|talar|snakker|pratar)\s+(?:mostly\s+|mest\s+)?{IT}", re.IGNORECASE
)
KNOWN = re.compile(
    rf"{MUST}[^.;,]{{0,25}}?\b(?:forstå|understand|förstå|tale|speak|tala|prata|snakke|læse|lese|läsa|read|beherske|behärska|kunne|kunna|know)\s+{IT}",
    re.IGNORECASE,
)
FOLLOWED = re.compile(
    rf"{MUST}[^.;,]{{0,25}}?\b(?:hänga med|følge med|følgje med|følge|følgje|följa med|följa|follow|delta|deltage|take part)\b[^.;,]{{0,15}}\b(?:samtal\w*|conversation\w*|møde\w*|møte\w*|möte\w*|meeting\w*)",
    re.IGNORECASE,
)
FLUENT = re.compile(
    rf"{MUST}[^.;,]{{0,20}}?\b(?:flydende|flytende|flytande|fluent)(?=\s*(?:[.,;!]|$))", re.IGNORECASE
)
ONE_OF_THEM = re.compile(
    rf"{MUST}[^.;]{{0,60}}?\b(?:et|ett|ét|én|en|one|either|mindst et|minst ett)\s+(?:af|av|of)\s+(?:dem|them|disse|dessa|these|de to|sprogene|språkene|språken)\b",
    re.IGNORECASE,
)
YOURS = re.compile(  # "and yours must be good enough"
    rf"\b(?:yours|din|dit|ditt)\s{MUST}[^.;]{{0,60}}", re.IGNORECASE
)
WHICH_YOU = re.compile(  # "the code is in English, which you master in speech and writing"
    rf"\b(?:which|that|som|hvilket|vilket)\s(?:you|du)\s(?:{MUST}\s)?(?:\w+\s)?(?:master\w*|behersk\w*|behärsk\w*|mestrer|skriv\w*|write|speak|tale[rn]?|talar|snakker)\b[^.;]{{0,40}}",
    re.IGNORECASE,
)
IT_HELPS = re.compile(  # "it is a merit, no requirement", "a bit of it makes the breaks more fun"
    rf"\b{IT}\s?(?:is|er|är|'s|will be|blir|bliver)\s(?:\w+\s){{0,3}}?(?:{PREFERENCE})|\b(?:a bit|a little|some|lidt|litt|lite)\s(?:of it|af det|av det|av den)\b",
    re.IGNORECASE,
)
NOT_ASKED = re.compile(
    r"(?:\b(?:do|does)(?:\s+not|n't)\s+(?:require|expect|need|demand)\s+(?:it|that|this)\b|\b(?:kræver|krever|kräver|forventer|förväntar oss)\s+(?:det\s+|dette\s+)?(?:ikke|inte)\b"
    r"|\b(?:det|it|this|that)(?:\s+(?:er|är|is)|'s)\s+(?:ikke|inte|not|inget|no)\s+(?:et\s+|ett\s+|a\s+|noe\s+|noget\s+)?(?:krav|require\w*|must|nødvendig\w*|nödvändig\w*|necessary)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Echo:
    """
    What is said of the languages of a group once more.

    Args:
        modality, level: the need.
        start, end: the words, in the passage.
        any_of: any one of the languages is enough.
        instead: that the language is spoken there is only said to say this.
    """

    modality: Modality
    level: Level | None
    start: int
    end: int
    any_of: bool = False
    instead: bool = False


def echoes(text: str, group: Group) -> Iterator[Echo]:
    """Everything said of the languages of a group between it and the next."""
    begin, end = group.end, group.next_start
    if end - begin < SHORTEST:
        return
    spoken = SPOKEN.search(text, begin, end)
    if spoken:
        yield Echo(Modality.WORKING_LANGUAGE, None, *spoken.span())
    is_working = WORKING.search(text, group.before, group.after) is not None
    if is_working:
        not_asked = NOT_ASKED.search(text, begin, end)
        if not_asked:
            yield Echo(Modality.NOT_REQUIRED, None, *not_asked.span())
        any_of = ONE_OF_THEM.search(text, begin, end)
        if any_of and not NOT.search(any_of[0]):
            cues = worded(text, *any_of.span())
            yield Echo(Modality.REQUIRED, cues[0].level if cues else None, *any_of.span(), any_of=True)
        followed = FOLLOWED.search(text, begin, end)
        if followed and not NOT.search(followed[0]):
            yield Echo(Modality.REQUIRED, None, *followed.span())
        fluent = FLUENT.search(text, begin, end)
        if fluent and not NOT.search(fluent[0]):
            yield Echo(Modality.REQUIRED, Level.C1, *fluent.span())
    which = WHICH_YOU.search(text, begin, end) if is_working or _is_used(text, group) else None
    yours = which or (YOURS.search(text, begin, end) if is_working else None)
    if yours and not NOT.search(yours[0]):
        mode = MODE.search(yours[0])
        cues = [Cue(Level.C1, *mode.span())] if mode else worded(text, *yours.span())
        level = cues[0].level if cues else None
        yield Echo(Modality.REQUIRED, level, *yours.span(), instead=which is not None)
    helps = IT_HELPS.search(text, begin, end) if is_working or NOT.search(text, group.before, begin) else None
    if helps:
        talk = INFORMAL.search(text, group.before, end)
        cues = worded(text, *helps.span())
        yield Echo(Modality.PREFERRED, cues[0].level if cues else None, *helps.span(), instead=bool(talk))
    known = KNOWN.search(text, begin, end)
    if known and not NOT.search(known[0]):
        yield Echo(Modality.REQUIRED, None, *known.span())


def _is_used(text: str, group: Group) -> bool:
    """Whether something is done in the languages of a group: "the code is in English"."""
    return WORKING_BEFORE.search(text[group.before : group.start]) is not None
