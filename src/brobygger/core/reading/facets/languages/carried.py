"""
Levels that an ad says at another place ("Reports are in English. You have to write it well.").

Three things carry a level over: a word for the language ("you must master both", "the latter well"), a consequence that
names nothing ("so you need to be fluent"), and the same name once more. A level is mostly said behind the name that it is
about; what was said of the language before says nothing new of it, but in the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from brobygger.core.reading.data import Document, Fact, Language, Level, Modality, Passage
from brobygger.core.reading.facets.languages.levels import MODE, UNDERSTOOD, stated, worded
from brobygger.core.reading.facets.languages.names import Mention, find_mentions
from brobygger.core.reading.folding import fold

NEAR = 150  # characters to the same name behind it
AHEAD = 200  # characters behind a name in which its level may be told without it
BEFORE = 200  # characters before a sentence in which the other one of "both" stands
SENTENCE_END = re.compile(r"[.!?…][\"»”)]*\s+(?=[A-ZÆØÅÄÖ])|\n")
CLAUSE = re.compile(
    r"\s*[;:–—(]\s*|\s-\s|[.!?…][\"»”)]*\s+|,\s+|\s(?=(?:og|och|and|men|but|så|so|siden|eftersom|fordi|because)\s)",
    re.IGNORECASE,
)
_ENDS = r"(?!\w)"
BOTH = re.compile(
    r"\b(?:begge|båda|bägge|both|either|alle (?:tre|fire)|alla (?:tre|fyra)|all (?:three|four)|(?:et|ett|én|en|ene|det ene|det ena|one|any|minst ett|mindst et) (?:af|av|of) (?:dem|disse|dessa|them|these|delene|delarna|sprogene|språkene|språken|the two|the languages)|pick one|vælg (?:én|et)|velg (?:én|ett|selv)|välj (?:ett|själv))"
    + _ENDS,
    re.IGNORECASE,
)
FIRST = re.compile(
    r"\b(?:førstnævnte|førstnevnte|förstnämnda|(?:the|det|den) (?:former|første|förra|första|ene|ena))"
    + _ENDS,
    re.IGNORECASE,
)
IT = re.compile(
    r"\b(?:it|that|this|them|which|these|there|det|den|dette|detta|dem|disse|dessa|der|där|som|dét|hvilket|vilket|the language|(?:\w+)?sproget|(?:\w+)?språket|the latter|sidstnævnte|sistnevnte|sistnämnda|yours|dit|ditt|din|your (?:level|command|skills))"
    + _ENDS,
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\b(?:skal|ska|skall|må|måste|must|need\w*|has to|have to|should|shall|bør|bör|behøve[rs]?|behöve[rs]?|behövs|trenger|trengs|forvent\w*|förvänt\w*|expect\w*|kræve[rs]?|kreve[rs]?|kräv\w*|krav|requir\w*|demand\w*|you|du|ni|ask for|beder|ber om|ser (?:vi )?etter|söker|søger|søker|look for|looking for|regner med|räknar med|kravet|niveau|niveauet|nivå|nivån|nivået|level|bar|minimum|minst|mindst|tilsvare[r]?|svarer til|motsvara[r]?)"
    + _ENDS,
    re.IGNORECASE,
)
NOT = re.compile(
    r"\b(?:ikke|inte|ikkje|not|never|ingen|inget|intet|no|ej|nobody|cannot|uden at|uten å|utan att)\b|n['’]t\b",
    re.IGNORECASE,
)
OF_LANGUAGE = re.compile(  # words that are said of languages alone
    r"fl[yu](?:d|t|en)|flyt|modersm|morsm|native|mother|conversation|samtal|konversa|negotiation|forhandling|förhandling|tospr|tvåspr|bilingual|begynd|begynn|beginner|nybörj",
    re.IGNORECASE,
)
LICENCE = re.compile(
    r"kørekort|førerkort|körkort|sertifikat|licen[cs]e|klasse|class|lappen|type", re.IGNORECASE
)
OTHER_THING = re.compile(  # "good at Excel", "a good colleague": of no language
    r"\s*(?:til (?:at|å)|på (?:at|att|å)|at \w+ing|at (?:excel|math)|(?:med|with|i|in) (?!(?:det|den|dem|it|them|that|tal|tale|skrift|speech|writing|both|begge|båda)\b)\w|"
    r"(?!(?:i|in|på|og|och|and|både|both|nok|enough|for|för|with|med|at|til|when|når|när|muntlig\w*|mundtlig\w*|skriftlig\w*|spoken|written|niveau|nivå|level|command|kunskap\w*|kunnskap\w*|kundskab\w*|skills|også|också|too|as)\b)\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A level told without a name, at start of a text; of `count` languages before it (0: of the first of two)."""

    level: Level
    start: int
    count: int


def carried(read: Sequence[tuple[Fact, Language]]) -> Iterator[tuple[Fact, Language]]:
    """All that the rules read in an ad, a need without a level with the one that is said of the same name behind it."""
    for number, (fact, value) in enumerate(read):
        near = (
            other.level
            for there, other in read[number + 1 :]
            if other.code == value.code
            and _has_level(other)
            and 0 < there.span.start - fact.span.start < NEAR
        )
        yield _with_level(fact, value, next(near, None))


def within(
    read: Sequence[tuple[Fact, Language]],
    text: str,
    mentions: Sequence[Mention],
    passage: Passage,
    document: Document,
) -> Iterator[tuple[Fact, Language]]:
    """What the rules read in a passage, with the levels that it says elsewhere and those told behind it."""
    levels: dict[str, Level] = {}
    for _, value in read:
        if value.level and _has_level(value):
            levels.setdefault(value.code, value.level)
    if any(value.code not in levels for _, value in read):
        for code, level in _told_of(text, mentions, passage, document):
            levels.setdefault(code, level)
    for fact, value in read:
        yield _with_level(fact, value, levels.get(value.code))


def _has_level(value: Language) -> bool:
    return value.level is not None and value.modality is not Modality.NOT_REQUIRED


def _with_level(fact: Fact, value: Language, level: Level | None) -> tuple[Fact, Language]:
    if level is None or value.level or value.modality is Modality.NOT_REQUIRED:
        return fact, value
    with_level = replace(value, level=level)
    return replace(fact, value=with_level), with_level


def _told_of(
    text: str, mentions: Sequence[Mention], passage: Passage, document: Document
) -> Iterator[tuple[str, Level]]:
    """Codes with the levels that are told of them without their names, in a passage and right behind it."""
    whole, begin = document.text, passage.span.start
    offset = max(0, begin - BEFORE)
    names = [(one.start + offset, one.end + offset, one.code) for one in find_mentions(whole[offset:begin])]
    names += [(one.start + begin, one.end + begin, one.code) for one in mentions]
    first = next(n for n, name in enumerate(names) if name[0] >= begin)
    ahead = whole[passage.span.end : passage.span.end + AHEAD]
    following = next(find_mentions(ahead), None)
    ends = [name[0] for name in names[first + 1 :]]
    ends.append(passage.span.end + (following.start if following else len(ahead)))
    for number, end in enumerate(ends, first):
        told = _told(whole, names[number][1], min(end, names[number][1] + AHEAD))
        if told:
            codes = list(dict.fromkeys(code for *_, code in reversed(names[: number + 1])))
            row = [code for *_, code in names[first : number + 1]]
            if told.count == 0:
                codes = codes[1:2]
            elif told.count > 1:
                codes = row if len(set(row)) > 1 else codes[:2]
            else:
                codes = codes[:1]
            yield from ((code, told.level) for code in codes)


def _told(text: str, begin: int, end: int) -> _Told | None:
    """The first level told of a language before begin in text[begin:end], in its sentence or the next one."""
    stops = [match for match in SENTENCE_END.finditer(text, begin, end)]
    paragraph = next((one.start() for one in stops if "\n" in one[0]), end)
    end = min(end, paragraph, stops[1].start() if len(stops) > 1 else end)
    clause = CLAUSE.search(text, begin, end)
    start = clause.end() if clause else end
    while clause and start < end:
        clause = CLAUSE.search(text, start, end)
        stop = clause.start() if clause else end
        level = _level_in(text, start, stop)
        if level:
            part = text[start:stop]
            count = 0 if FIRST.search(part) else 2 if BOTH.search(part) else 1
            return _Told(level, start, count)
        start = clause.end() if clause else end
    return None


def _level_in(text: str, start: int, end: int) -> Level | None:
    """The level that a clause tells of a language which it does not name."""
    part = text[start:end]
    takes_up = IT.search(part) or BOTH.search(part) or FIRST.search(part)
    if NOT.search(part) or not (ASKS.search(part) or takes_up):
        return None
    code = stated(part, 0, len(part))
    if code:
        return None if LICENCE.search(part) else code.level
    for cue in worded(part, 0, len(part)):
        of_language = OF_LANGUAGE.match(part, cue.start) is not None
        if of_language or (takes_up and not OTHER_THING.match(part, cue.end)):
            return cue.level
    if takes_up and MODE.search(part):
        return Level.C1
    understood = UNDERSTOOD.search(fold(part))
    return Level.B1 if understood else None
