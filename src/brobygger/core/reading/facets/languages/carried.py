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
from brobygger.core.reading.facets.languages.levels import (
    CODE,
    MODE,
    SPEAK_OR_WRITE,
    UNDERSTANDS,
    Cue,
    native,
    stated,
    tested,
    understood,
    worded,
)
from brobygger.core.reading.facets.languages.names import Mention, find_mentions
from brobygger.core.reading.facets.languages.sames import SAME

NEAR = 150  # characters to the same name behind it
AHEAD = 200  # characters behind a name in which its level may be told without it
BEFORE = 200  # characters before a sentence in which the other one of "both" stands
SENTENCE_END = re.compile(r"[.!?…][\"»”)]*\s+(?=[A-ZÆØÅÄÖ])|\n")
BARE_CODE = re.compile(r"\s*\(([ABC][12])\)", re.IGNORECASE)
SENTENCE_STOP = re.compile(r"[.!?…]")
CLAUSE = re.compile(
    r"\s*[;:–—(]\s*|\s-\s|[.!?…][\"»”)]*\s+|,\s+|\s(?=(?:og|och|and|samt|men|but|så|so|siden|eftersom|fordi|because)\s)",
    re.IGNORECASE,
)
WEAK = (Level.A1, Level.A2)
_ENDS = r"(?!\w)"
BOTH = re.compile(
    r"\b(?:begge|båda|bägge|both|either|alle (?:tre|fire)|alla (?:tre|fyra)|all (?:three|four)|(?:et|ett|ét|én|en|det ene|det ena|den ene|den ena|one|any|minst ett|mindst et) (?:af|av|of) (?:dem|disse|dessa|them|these|delene|delarna|sprogene|språkene|språken|the two|the languages)|pick one|vælg (?:én|et)|velg (?:én|ett|selv)|välj (?:ett|själv)|(?:det|den) (?:ene|ena)|the one)"
    + _ENDS,
    re.IGNORECASE,
)
FIRST = re.compile(
    r"\b(?:førstnævnte|førstnevnte|förstnämnda|(?:the|det|den) (?:former|første|förra|första))" + _ENDS,
    re.IGNORECASE,
)
OTHER = re.compile(
    r"\b(?:(?:det|den) (?:andre|andet|anden|andra|siste|sidste|sista|senare)|the (?:other|latter|second)|sistnevnte|sidstnævnte|sistnämnda)"
    + _ENDS,
    re.IGNORECASE,
)
IT = re.compile(
    r"\b(?:it|that(?! (?:you|we|the|they|is why|is how)\b)|this|them|those|which|these|(?:det|den|dét)(?! (?:er (?:viktig|vigtig)|\w+ste|\w+este|som|der|du|vi|nye|nya|rette|rätta)\b)|dette|detta|dem|disse|dessa|(?:der|där|her|här)(?= (?:skal|ska|må|måste|bør|bör|forvent|förvänt|kræv|krev|kräv))|(?:here|there)(?=,? (?:you|we))|skills(?= (?:are|is)\b)|(?:skrift|tale|tal)(?:sprog|språk)\w*|som(?= (?:du|you|vi)\b)|hvilket|vilket|the language|(?:\w+)?sproget|(?:\w+)?språket|the latter|(?:writing|language|speaking|spoken|written|oral|verbal|linguistic) (?:skills|command|proficiency)|(?:skriftlig|muntlig|mundtlig|språklig|sproglig)\w* (?:fremstilling|framstilling|formulering|ferdighet|færdighed|färdighet)\w*|(?:språk|sprog|skrive|skriv)(?:kun\w+skap\w*|kundskab\w*|ferdighet\w*|færdighed\w*|färdighet\w*|niveau|nivå)|sidstnævnte|sistnevnte|sistnämnda|yours|dit|ditt|din|your (?:level|command|skills))"
    + _ENDS,
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\b(?:skal|ska|skall|må|måste|must|need\w*|has to|have to|should|shall|bør|bör|behøve[rs]?|behöve[rs]?|behövs|trenger|trengs|forvent\w*|förvänt\w*|expect\w*|kræve[rs]?|kreve[rs]?|kräv\w*|krav|requir\w*|demand\w*|you|du|ni|ask for|beder|ber om|ser (?:vi )?etter|söker|søger|søker|look for|looking for|regner med|räknar med|om så|om det så|bare|bara|blot|selv om|even if|if only|as long as|så længe|så lenge|så länge|submit|mener|menar|mean|dokumenter\w*|document\w*|proof|bevis|kravet|niveau|niveauet|nivå|nivån|nivået|level|bar|minimum|minst|mindst|tilsvare[r]?|svarer til|motsvara[r]?)"
    + _ENDS,
    re.IGNORECASE,
)
NOT = re.compile(
    r"\b(?:ikke|inte|ikkje|not|never|ingen|inget(?! mindre)|intet(?! mindre)|no|ej|nobody|cannot)\b|n['’]t\b",
    re.IGNORECASE,
)
OF_LANGUAGE = re.compile(  # words that are said of languages alone
    r"fl[yu](?:d|t|en)|flyt|modersm|morsm|native|mother|conversation|samtal|konversa|negotiation|forhandling|förhandling|tospr|tvåspr|bilingual|(?:klar\w+|reder) (?:du )?(?:dig|deg|sig|seg)(?! (?:selv|själv|på egen|med))|get(?:ting)? by|g(?:ø|jø|ö)r\w* (?:dig|deg|sig|seg) forst|make (?:yourself|oneself) und|begå (?:dig|deg|sig|seg)|begynd|begynn|beginner|nybörj",
    re.IGNORECASE,
)
LICENCE = re.compile(
    r"kørekort|førerkort|körkort|sertifikat|licen[cs]e|klasse|class|lappen|type", re.IGNORECASE
)
LOOSE = re.compile(  # words that are said of anything
    r"go[do]|bra|well|vel|väl|solid|ordent|sik|säk|tryg|simp|enk|lit|lid|some|noe|nog|någ|perfe|exce|very|meget|myck|svært|veldig|strong|st[eæa]rk|comfort|komfort|bekv|confid|stø|korrekt|poor|dårl|dål|weak|sva|basic|great|profes|advanced|avanc|avans|high|hø[jy]|hög|elegant|perfekt|fair|okay|rimelig|decent|acceptab|brug|bruk|fint|limited|begr",
    re.IGNORECASE,
)
OTHER_THING = re.compile(  # "good at Excel", "a good colleague", "confident and patient": of no language
    r"\s*(?:til (?:at|å)\b|ved at (?!tale|skrive|bruge|kommunikere|formulere)|på (?:at|att|å)\b|at \w+ing\b|(?:og|och|and|,) \w|(?:med|with|i|in|at|til|på) (?!(?:det|den|dem|it|them|that|those|these|dette|detta|tal|tale|skrift|speech|writing|both|begge|båda|either|at|att|å|using|speaking|writing)\b)\w"
    r"|(?!(?:i|in|på|både|both|nok|enough|for|för|med|with|at|til|of|av|af|using|speaking|writing|when|når|när|while|muntlig\w*|mundtlig\w*|skriftlig\w*|spoken|written|oral|verbal|language|skills|linguistic|språk\w*|sprog\w*|skrive\w*|skriv\w*|framstilling\w*|fremstilling\w*|formulering\w*|niveau|nivå|level|command|kunskap\w*|kunnskap\w*|kundskab\w*|skills|kjennskap|kendskab|også|också|too|as|rather|ved|fra|från|from|every|hver|varje|hele|hela|nok)\b)\w)",
    re.IGNORECASE,
)
GOES = re.compile(  # that a thing goes well says nothing of how well a language is known
    r"\b(?:går|gick|gikk|gik|funker|funkar|fungerer|fungerar|works?|goes|passer|passar)(?: (?:det|den|it|også|också|\w+t))? $|\b(?:it|this|that|both|all|den|det|begge|båda|alla) (?:er|är|is|are|blir|bliver)(?: (?:også|också|also|lige|lika|like))* $",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A level told without a name, with the words of its sentence up to it."""

    level: Level
    words: str


def carried(read: Sequence[tuple[Fact, Language]]) -> Iterator[tuple[Fact, Language]]:
    """All that the rules read in an ad, a need without a level with the one that is said of the same name behind it."""
    for number, (fact, value) in enumerate(read):
        near = (
            other.level
            for there, other in read[number + 1 :]
            if other.code == value.code
            and _has_level(other)
            and 0 < there.span.start - fact.span.start < NEAR
            and not (value.modality is Modality.WORKING_LANGUAGE and other.level in WEAK)
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
        for code, told in _told_of(text, mentions, passage, document):
            levels.setdefault(code, told)
    for fact, value in read:
        level = levels.get(value.code)
        same = SAME.match(document.text, fact.span.end) if level is None and value.level is None else None
        yield _with_level(fact, value, _last_before(document.text, fact.span.start) if same else level)


def _last_before(text: str, end: int) -> Level | None:
    """The last level that is said before a name."""
    before = text[max(0, end - BEFORE) : end]
    codes = list(CODE.finditer(before))
    if codes:
        return Level(codes[-1][1].upper())
    mode = MODE.search(before)
    cues = [cue for cue in worded(before, 0, len(before)) if cue.level.number > Level.A2.number]
    if mode and all(cue.level.number >= Level.B2.number for cue in cues):
        return Level.C1
    return cues[-1].level if cues else None


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
    names = [(one.start + begin, one.end + begin, one.code) for one in mentions]
    ahead = whole[passage.span.end : passage.span.end + AHEAD]
    following = next(find_mentions(ahead), None)
    ends = [start for start, *_ in names[1:]]
    ends.append(passage.span.end + (following.start if following else len(ahead)))
    last = None if following else ends[-1]
    for number, ((_, start, _), end) in enumerate(zip(names, ends, strict=True), 1):
        told = list(_told(whole, start, min(end, start + AHEAD), to_name=end != last))
        if told:
            earlier = [one.code for one in find_mentions(whole[max(0, begin - BEFORE) : begin])]
            row = [code for *_, code in names[:number]]
            codes = list(dict.fromkeys(reversed([*earlier, *row])))
            yield from _shared_out(told, codes, list(dict.fromkeys(row)))


def _shared_out(
    told: Sequence[_Told], codes: Sequence[str], row: Sequence[str]
) -> Iterator[tuple[str, Level]]:
    """
    The languages that levels are told of.

    Args:
        told: the levels told behind a name, in order.
        codes: the languages before, the nearest first.
        row: those of the passage, up to that name.
    """
    one, *others = told
    other = next((two for two in others if OTHER.search(two.words)), None)
    if FIRST.search(one.words):
        yield from ((code, one.level) for code in codes[1:2])
        if other:
            yield codes[0], other.level
    elif BOTH.search(one.words):
        level = min(one.level, other.level if other else one.level, key=lambda level: level.number)
        yield from ((code, level) for code in (row if len(row) > 1 else codes[:2]))
    else:
        yield codes[0], one.level


def _told(text: str, begin: int, end: int, *, to_name: bool) -> Iterator[_Told]:
    """
    Every level told of a language before begin in text[begin:end], in its sentence or the next one.

    Args:
        text: the document.
        begin, end: behind a name, and where the search ends.
        to_name: it ends at a name, which the clause before it may be about.
    """
    stops = list(SENTENCE_END.finditer(text, begin, end))
    paragraph = next((one.start() for one in stops if "\n" in one[0]), end)
    limit = min(end, paragraph, stops[1].start() if len(stops) > 1 else end)
    before = ""
    start = begin
    while clause := CLAUSE.search(text, start, limit):
        start = clause.end()
        following = CLAUSE.search(text, start, limit)
        stop = following.start() if following else limit
        if to_name and stop == end:
            return
        if SENTENCE_STOP.match(clause[0]):
            before = ""
        part = text[start:stop]
        level = _level_in(part, before)
        if level:
            code = BARE_CODE.match(text, stop, limit)  # "you must be confident (C1)"
            yield _Told(Level(code[1].upper()) if code else level, before + part)
        before += part + " "


def _level_in(part: str, before: str) -> Level | None:
    """The level that a clause tells of a language which it does not name; `before` is what its sentence says before."""
    takes_up = _takes_up(part)
    if NOT.search(part) or not (takes_up or ASKS.search(part) or ASKS.search(before) or _takes_up(before)):
        return None
    code = stated(part, 0, len(part)) or tested(part, 0, len(part), held=False)
    if code:
        return None if LICENCE.search(part) else code.level
    cues = worded(part, 0, len(part))
    if cues and UNDERSTANDS.search(part) and not SPEAK_OR_WRITE.search(part):
        cues = []  # "read it without trouble"
    for cue in cues:
        if native(before + part, Cue(cue.level, len(before) + cue.start, len(before) + cue.end)) is None:
            continue
        said_of_it = takes_up and not (
            LOOSE.match(part, cue.start)
            and (OTHER_THING.match(part, cue.end) or GOES.search(part, 0, cue.start))
        )
        if said_of_it or OF_LANGUAGE.match(part, cue.start):
            return cue.level
    if (takes_up or _takes_up(before)) and MODE.search(part):
        return Level.C1
    grasped = understood(part, 0, len(part)) if takes_up or ASKS.search(part) else None
    return grasped.level if grasped else None


def _takes_up(part: str) -> bool:
    return (IT.search(part) or BOTH.search(part) or FIRST.search(part)) is not None
