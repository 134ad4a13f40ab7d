"""Languages asked for and held, with their level, and whether they are a must."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

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
from brobygger.core.reading.facets.languages.alternatives import alternatives
from brobygger.core.reading.facets.languages.candidates import Place, linked, places
from brobygger.core.reading.facets.languages.carried import carried, within
from brobygger.core.reading.facets.languages.decisions import decided
from brobygger.core.reading.facets.languages.echoes import Echo, echoes
from brobygger.core.reading.facets.languages.grading import LONGEST_REACH, cues_of, level_of
from brobygger.core.reading.facets.languages.keys import by_key
from brobygger.core.reading.facets.languages.levels import Cue
from brobygger.core.reading.facets.languages.lines import level_after, level_around
from brobygger.core.reading.facets.languages.modality import (
    ACCEPTED,
    PREFERRED_BEHIND,
    WORKING,
    behind,
    is_about_others,
    is_elliptic,
    is_learning,
    is_offered,
    is_unspoken,
    modality_of,
)
from brobygger.core.reading.facets.languages.names import Mention, find_mentions
from brobygger.core.reading.facets.languages.scopes import ALTERNATIVE, Group, find_groups, is_adjective
from brobygger.core.reading.facets.languages.task_languages import find_task_languages
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import Signs

__all__ = ["find_languages"]

SILENT_ROLES = frozenset((Role.APPLICATION, Role.CONTACT))  # the language of the application is no need
ITEM_ROLES = frozenset((Role.REQUIREMENT, Role.ADVANTAGE))
# There a language is the company's own business unless it is said to be the working language, or not needed.
ASKED_OF_YOU = re.compile(  # a need that stands among the company's own words
    r"\b(?:nok|enough|räck\w*|rækk\w*|sufficient|skal|ska|must|måste|du|you|kræv\w*|krev\w*|kräv\w*|krav|requir\w*)\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(  # what a CV says of languages among its jobs
    r"\b(?:jeg|jag|I)\s+(?:also\s+|også\s+|också\s+)?(?:taler|talar|snakker|pratar|speak|behersker|behärskar)\b|\b(?:taler|talar|snakker|pratar)\s+(?:jeg|jag)\b|\b(?:modersmål|morsmål|mother tongue)\b",
    re.IGNORECASE,
)
UNNAMED = folded(  # "good command in speech and writing": of the language the ad is in
    r"\b(?:command|beherskelse|behersker|behärskar|(?:sprog|språk)(?:kundskaber|kunnskaper|kunskaper|færdigheder|ferdigheter|färdigheter)|language skills|knowledge of the language|(?:sproget|språket|the language)|uttrycka dig|udtrykke dig|uttrykke deg|express yourself|skills in writing and speech|written and (?:verbal|spoken|oral) skills|(?:verbal|spoken|oral) and written skills)\b",
)
UNNAMED_SIGNS = Signs.of(UNNAMED)
COMPANY_ROLES = frozenset((Role.COMPANY, Role.OFFER, Role.DIVERSITY))
CV_ROLES = frozenset((Role.LANGUAGES, Role.PERSONAL, Role.SKILLS, Role.OTHER, Role.TITLE, Role.REQUIREMENT))
EVIDENCE = re.compile(  # words that show that a name is said of a language and not of a thing from a country
    r"sprog|språk|language|lingu|\btal(?:e|er|ar|a)\b|snakk|\bprata|skriv|läs|læs|\bles(?:e|er|a)\b|speak|spoke|writ|\bread|comm?uni[ck]|kundskab|kunnskap|kunskap"
    r"|\bskills?\b|behersk|behärsk|\bmaster|knowledge|kendskab|kjennskap|\bkrav|kræv|krev|kräv|requir|\bmust\b|fordel|fördel|\bplus|merit|advantage|asset|learn|\blær|\blär|formulering"
    r"|fremstilling|framstilling|tekst|\btext|undervis|foregår|\bgår\b|\bnok\b|räcker|sufficient|enough|welcome|\b(?:på|in)\s+$|kaffe|coffee|need|necess|forudsæt|förutsät|forutset|betingelse|villkor|nødven|nödvän|prereq|prefer|ønsk|önsk|desir|används|bruges|brukes|behøver|behöver|trenger|\bkunn[ea]\b|\bknow"
    r"|gerne|gjerne|gärna|helst|perfekt|perfect|muntlig|mundtlig|\bi prat|\btales\b|\btalas\b|\bkan\s+$|behøves|behövs|trengs|nivå|niveau|level|\bud?[et]n\s+$|\butan\s+$|without\s+$|klare|klarar"
    r"|optional|appreciated|uppskatt|verdsett|isn't|styrk|gevinst|tillgång|helps|helpful|likestilt|ligestillet|lige så|lige godt|like godt|lika bra|\bkan (?:du|jag|jeg|I)\b|wonderful|would be|modul\s*\d|forst[åa]|först[åa]|underst|\bmanage\s+$|tryg|confident|comfort|komfort|bonus|handy|useful|nyttig|användbar|brugbar|tæller|teller|räknas|hjælp|hjelp|hjälp|would help|your choice|sj[æä]l[vf]\b|\bselv\b|begge del|ligegyldig|likegyldig|likgiltig|irrelevant|betydning|betydelse|matter|täck|dækk|dekk|cover|räck|rækk|\bi (?:skrift|tale?)\b|modersm|morsm|native|funk|fungerer|works|i orden|ingen roll|nytte|forutset|duger?\b|expect|forvent|förvänt|lyx|lu[kx]|dejlig|deilig|härlig|lovely|great|\bfynd|dröm|drøm|dream|\bhör[as]|\bhøre[rs]|\bheard?\b|at work|på jobb|i arbej|insist|regner med|räknar med|count on|tager? for givet|tar (?:vi )?för givet|nemt|nödig|nåværend|asked for|frågar efter|spørger|\bmell(?:em|om|an)\s+$|mere end|mer enn|mer än|kommer (?:til nytte|väl|godt)|användning|til fulde",
    re.IGNORECASE,
)
MUST_BEHIND = re.compile(  # "svenskan måste vara flytande", "as long as your English is up to it"
    r"\s(?:(?:måste|skal|ska|skall|must|should|bør|bör)\b|(?:sitter|sidder)(?=\s*(?:$|[.,;]|godt|bra)))",
    re.IGNORECASE,
)
TO_BE_UNDERSTOOD = re.compile(  # "Danish or English, so that we understand each other"
    r",?\s+(?:så|so|such that)(?: (?:at|att|that))? (?:vi|we|alle|alla|everyone|folk|people|kolleg\w*) (?:kan |can )?(?:forst|först|underst)\w*",
    re.IGNORECASE,
)
STUCK_TO = re.compile(
    r"\b(?:(?:stick|switch)(?:es)? to|håller oss till|holder oss? til|skifter vi til|växlar vi till|(?:bruger|bruker|använder) vi)\s$",
    re.IGNORECASE,
)
LABEL = re.compile(r"\W{0,4}(?:sprog|språk|languages?|speak|sprogkundskaber|språkkunskaper|språkkunnskaper|language skills)\b\s*(?:[:–—-]|(?=[A-ZÆØÅÄÖa-zæøåäö]))", re.IGNORECASE)  # fmt: skip
JOINS = re.compile(  # between two languages of one level: "on norsk så vel som på engelsk", "in English & (ideally) Norwegian"
    r"(?=.*?(?:\b(?:i|in|på|et|ett|one)\b|\())(?:[\s,&+/()]|\b(?:og|och|and|samt|eller|or|så vel som|såvel som|såväl som|as well as|som|gerne|gjerne|gärna|helst|ideally|preferably|også|också|also|i|in|på|either|lige så|lika|et|ett|one|mindst|minst|at least|af|av|of|the|språkene|sprogene|språken|languages?|følgende|følgande|följande|following)\b)+",
    re.IGNORECASE,
)
BULLETS = " \t:•·*–—-▪◦"
NO_TEXT = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?)?[\W_]*")  # a bullet of any kind, or "4.2"
OF_ONESELF = re.compile(r"\b(?:my|mit|mitt|min)\s+$", re.IGNORECASE)  # "My Swedish gets me through"
HEADING_REACH = 120  # characters over a row of a table in which its scale may be told: "Languages (1-6)"
HEADING = re.compile(r"(?:^|[.;|!?]\s+)[^\W\d_]+(?:\s[^\W\d_]+)?\s*:")
LEVEL_NEXT = re.compile(rf"[\s:(–—-]*(?:{levels.CODE.pattern}|{levels.COMPILED.pattern})", re.IGNORECASE)
WITH = re.compile(r"\b(?:med|with)\s+$", re.IGNORECASE)  # "Specialist med fransk" in a title
UNNAMED_CONFIDENCE = 0.6
LIST_ITEM = re.compile(r"[\W\d_]*(?:(?:og|och|and|eller|or|samt|på|i|in|both|kan|can|både|either|enten|a|et|ett|level|niveau|nivå|gerne|gjerne|gärna|helst|preferably|ideally|skrift|tale|tal|muntlig|mundtlig|muntligt|skriftlig|skriftligt|tydelig|prat|også|också|also)\b[\W\d_]*)*", re.IGNORECASE)  # fmt: skip
CONFIDENCE = {
    Role.TITLE: 0.85,
    Role.TASK: 0.7,
    Role.OTHER: 0.75,
    Role.COMPANY: 0.75,
    Role.OFFER: 0.75,
    Role.DIVERSITY: 0.7,
}


@dataclass(frozen=True, slots=True)
class _Said:
    """
    A passage with the names of languages in it.

    Args:
        text, passage: as everywhere.
        mentions: all names in it.
        read: what the rules read.
        found: the places of an ad that may say a need.
    """

    text: str
    passage: Passage
    mentions: list[Mention]
    read: list[tuple[Fact, Language]]
    found: list[Place]


def find_languages(document: Document, passages: Iterable[Passage]) -> Iterator[Fact]:
    """
    Languages that an ad asks for or that a CV says the person speaks, and what an ad says that they are used for.

    Alternatives ("Norwegian or Swedish") share a number, the place of the first of them in the document.
    """
    said = [_said(document.text[one.span.start : one.span.end], one, document) for one in passages]
    places_of = iter(linked([place for one in said for place in one.found]))
    levels_of = iter(levels_read([pair for one in said for pair in one.read], document.kind))
    for one in said:
        found = list(islice(places_of, len(one.found)))
        read = list(islice(levels_of, len(one.read)))
        facts = [fact for fact, _ in _without_repeats(_settled(one, read, found))]
        yield from facts
        yield from find_task_languages(one.text, one.passage, document, facts)


def _said(text: str, passage: Passage, document: Document) -> _Said:
    mentions = list(find_mentions(text))
    read = list(by_rules(text, passage, document, mentions))
    asks = document.kind is DocumentKind.AD and mentions and passage.role is not Role.CONTACT
    found = list(places(text, passage, document, mentions, read)) if asks else []
    return _Said(text, passage, mentions, read, found)


def levels_read(read: Sequence[tuple[Fact, Language]], kind: DocumentKind) -> Iterator[tuple[Fact, Language]]:
    """What the rules read in a document, with the levels that an ad says at other places."""
    return carried(read) if kind is DocumentKind.AD else iter(read)


def _settled(
    one: _Said, read: Sequence[tuple[Fact, Language]], found: Sequence[Place]
) -> Sequence[tuple[Fact, Language]]:
    """What the rules read, in an ad with the needs that are likeliest."""
    if not found:
        return read
    level_of = {fact: value.level for (fact, _), (_, value) in zip(one.read, read, strict=True)}
    return list(decided(one.text, one.passage, one.mentions, found, level_of))


def by_rules(
    text: str, passage: Passage, document: Document, mentions: list[Mention]
) -> Iterator[tuple[Fact, Language]]:
    """What the rules read, each fact with its value; `mentions` are all names in the passage."""
    held = document.kind is DocumentKind.CV
    if passage.role in SILENT_ROLES and not (held and passage.role is Role.CONTACT):
        return
    if not mentions:
        if not held:
            yield from _unnamed(text, passage)
        return
    is_list = held and _is_list(text, mentions[0], passage.role)
    if held and passage.role is Role.CONTACT and not (is_list and LEVEL_NEXT.match(text, mentions[0].end)):
        return  # beside the address there may be a column of languages
    is_told = held and _is_under_label(document.text, passage.span.start)
    if held and not (is_list or is_told or passage.role in CV_ROLES or FIRST_PERSON.search(text)):
        return
    groups = list(find_groups(text, mentions, is_list=is_list))
    is_item = _is_item(text, mentions)
    if is_item and not held and text.rstrip().endswith("?"):
        return  # "Norwegian?" asks, the next sentence answers
    certain = (
        is_list
        or is_told
        or LABEL.match(text) is not None
        or (held and passage.role is Role.LANGUAGES)
        or is_item
    )
    said = [certain or _is_said_of_a_language(text, group, passage.role, held=held) for group in groups]
    said = [
        one or (not held and is_offered(text, group, passage.role))
        for one, group in zip(said, groups, strict=True)
    ]
    if groups and passage.role in ITEM_ROLES and not text[: groups[0].start].strip(BULLETS):
        said[0] = True  # "English or Norwegian, must understand safety instructions"
    if held and any(said):
        said = [True] * len(said)  # "I speak Hindi from home, English since kindergarten"
    for number in range(1, len(groups)):
        gap = text[max(groups[number].start - 4, groups[number - 1].end) : groups[number].start]
        # "Norwegian at B2 level, or Swedish"; "Danish over lunch and English in meetings"
        joined = ALTERNATIVE.search(gap) or is_elliptic(text, groups[number])
        said[number] = said[number] or (said[number - 1] and bool(joined))
    kept = [group for group, is_said in zip(groups, said, strict=True) if is_said]
    if held:
        yield from _without_repeats(list(_held_in(text, kept, passage, document)))
        return
    asked = list(_without_repeats(list(_asked_in(text, kept, passage, document))))
    yield from within(asked, text, mentions, passage, document) if asked else ()


def _without_repeats(found: Sequence[tuple[Fact, Language]]) -> Iterator[tuple[Fact, Language]]:
    """Facts of one passage without those that say no more than another."""
    graded = {(language.code, language.modality) for _, language in found if language.level}
    seen: set[Language] = set()
    for fact, language in found:
        # of "Chinese (Mandarin): native" one fact is enough
        repeats = language.level is None and (language.code, language.modality) in graded
        # "No Danish needed – the robot itself speaks Danish"
        waived = (
            language.level is None
            and language.modality is not Modality.WORKING_LANGUAGE
            and replace(language, modality=Modality.NOT_REQUIRED) in seen
        )
        if not repeats and not waived and language not in seen:
            seen.add(language)
            yield fact, language


def _unnamed(text: str, passage: Passage) -> Iterator[tuple[Fact, Language]]:
    """The language of the ad, where a command in speech and writing is asked for and no language named."""
    if passage.role in COMPANY_ROLES or not UNNAMED_SIGNS.stand_in(fold(text)):
        return
    match = UNNAMED.search(fold(text))
    mode = levels.MODE.search(text) if match else None
    if match and mode:
        value = Language(passage.language, Level.C1, Modality.REQUIRED)
        start, end = min(match.start(), mode.start()), max(match.end(), mode.end())
        yield fact_at(value, passage, start, end, UNNAMED_CONFIDENCE), value


def _asked_in(
    text: str, groups: Sequence[Group], passage: Passage, document: Document
) -> Iterator[tuple[Fact, Language]]:
    shared = alternatives(text, groups, passage, document)
    is_working = False  # of the group before
    over: Cue | None = None  # the level that leads in the group before
    for number, group in enumerate(groups):
        if is_about_others(text, group):
            is_working = False
            if is_offered(text, group, passage.role):
                yield from _offered(text, group, passage)
            continue
        joins = over and JOINS.fullmatch(text[groups[number - 1].end : group.start])
        cues = cues_of(text, group, is_list=False)
        if over and joins and not cues:
            cues = dict.fromkeys(group.mentions, over)
        cue = cues.get(group.mentions[0])
        over = cue if cue and cue.start < group.start else None
        asked = list(_asked(text, group, cues, passage, shared, follows_working=is_working))
        is_working = any(value.modality is Modality.WORKING_LANGUAGE for _, value in asked)
        said_again = list(echoes(text, group))
        if any(echo.instead for echo in said_again):
            asked = [one for one in asked if one[1].modality is not Modality.WORKING_LANGUAGE]
        yield from asked
        yield from _echoed(text, group, said_again, passage, shared)


def _offered(text: str, group: Group, passage: Passage) -> Iterator[tuple[Fact, Language]]:
    """Languages that one may learn after hiring."""
    for mention in group.mentions:
        code = levels.stated(text, group.end, group.after)
        value = Language(mention.code, code.level if code else None, Modality.PREFERRED)
        yield fact_at(value, passage, mention.start, mention.end, UNNAMED_CONFIDENCE), value


def _asked(
    text: str,
    group: Group,
    said: Mapping[Mention, Cue],
    passage: Passage,
    shared: Mapping[Mention, int],
    *,
    follows_working: bool,
) -> Iterator[tuple[Fact, Language]]:
    negated = levels.NEGATED_FLUENT.search(text, group.before, group.after)
    modality = modality_of(text, group, passage.role, negated_level=negated is not None)
    if (
        group.mentions[0] in shared
        and modality is Modality.PREFERRED
        and ACCEPTED.search(behind(text, group))
    ):
        modality = Modality.REQUIRED
    if follows_working and modality is Modality.REQUIRED and is_elliptic(text, group):
        modality = Modality.WORKING_LANGUAGE
    if passage.role in COMPANY_ROLES and modality is Modality.REQUIRED and not ASKED_OF_YOU.search(text):
        return
    setting = Setting.INFORMAL if levels.INFORMAL.search(text, group.before, group.after) else Setting.FORMAL
    # that a language need not be perfect says not how well it has to be known
    cues = {
        one: cue
        for one, cue in said.items()
        if modality is not Modality.NOT_REQUIRED
        and not (negated and cue.start < negated.end() and negated.start() < cue.end)
    }
    for part in group.parts:
        alternative = passage.span.start + part[0].start if len(part) > 1 else None
        stated = [cues[one].level for one in part if one in cues]
        level = min(stated, key=lambda one: one.number, default=None)
        sure = CONFIDENCE.get(passage.role, 0.9) + (0.05 if level else 0.0)
        for mention in part:
            cue = cues.get(mention)
            extent = _extent(group, mention, cue)
            working = WORKING.search(text, group.end, group.after)
            for how, stated_level in _needs(text, group, passage, modality, level, cue):
                value = Language(mention.code, stated_level, how, setting, shared.get(mention, alternative))
                is_apposition = how is not modality or (level is not None and stated_level is None)
                where = working.span() if working and is_apposition and how is modality else extent
                yield fact_at(value, passage, *where, sure), value


def _needs(
    text: str, group: Group, passage: Passage, modality: Modality, level: Level | None, cue: Cue | None
) -> Iterator[tuple[Modality, Level | None]]:
    """
    The needs that a clause states; that a language is spoken somewhere says nothing of how well.

    "Proficient in English, our corporate language" states two.
    """
    if modality is not Modality.WORKING_LANGUAGE:
        yield modality, level
        return
    if level and cue and passage.role not in COMPANY_ROLES:
        is_code = levels.CODE.search(text, cue.start, cue.end) is not None
        if is_code or (cue.end <= group.end and WORKING.search(text, group.end, group.after)):
            yield Modality.REQUIRED, level
    # it may turn out to be a need; where small talk goes on is no level
    yield modality, level if level and level.number > Level.B1.number else None


def _echoed(
    text: str, group: Group, said_again: Iterable[Echo], passage: Passage, shared: Mapping[Mention, int]
) -> Iterator[tuple[Fact, Language]]:
    """Needs that a later clause states of "it", "the language" or "one of them"."""
    for echo in said_again:
        sure = CONFIDENCE.get(passage.role, 0.9) - 0.1
        # "Swedish is a plus, we speak it at the fika"
        is_social = levels.INFORMAL.search(text, echo.end, group.next_start)
        at_coffee = echo.instead and echo.modality is Modality.PREFERRED
        setting = Setting.INFORMAL if is_social or at_coffee else Setting.FORMAL
        number = passage.span.start + group.start if echo.any_of and len(group.mentions) > 1 else None
        for mention in group.mentions:
            value = Language(mention.code, echo.level, echo.modality, setting, shared.get(mention, number))
            yield fact_at(value, passage, echo.start, echo.end, sure), value


def _held_in(
    text: str, groups: Sequence[Group], passage: Passage, document: Document
) -> Iterator[tuple[Fact, Language]]:
    over = level_around(text, groups, passage, document.text) if groups else None
    heading = document.text[max(0, passage.span.start - HEADING_REACH) : passage.span.start]
    after = level_after(document.text, passage.span.end)
    signs = dict(by_key(text, [one for group in groups for one in group.mentions], document.text))
    for group in groups:
        is_meant = after is not None and (after[1] or group is groups[-1])
        yield from _held(text, group, passage, after[0] if after and is_meant else over, heading, signs)


def _held(
    text: str,
    group: Group,
    passage: Passage,
    over: Level | None,
    heading: str,
    signs: Mapping[Mention, Cue],
) -> Iterator[tuple[Fact, Language]]:
    if is_unspoken(text, group) or is_about_others(text, group):
        return
    cues = cues_of(text, group, is_list=True) | {
        one: cue for one, cue in signs.items() if one in group.mentions
    }
    sure = 0.95 if passage.role is Role.LANGUAGES else 0.8
    for mention in group.mentions:
        point = levels.pointed(text, mention.end, heading)
        # "Swedish 3" under "scale 1-5" is no course
        if mention not in cues or (point and cues[mention].end <= point.end):
            level = point.level if point else _unsaid(text, group) or over
            value = Language(mention.code, level, Modality.HELD)
            yield fact_at(value, passage, mention.start, mention.end, sure - 0.2), value
            continue
        value = Language(mention.code, cues[mention].level, Modality.HELD)
        yield fact_at(value, passage, *_extent(group, mention, cues[mention]), sure), value


def _unsaid(text: str, group: Group) -> Level | None:
    """
    The level of a language that a CV names without one.

    "Learning Danish" is a beginning, "not perfect" is what it says of a need. A name alone says nothing, not even that
    of the language which the CV is written in.
    """
    if is_learning(text, group):
        return Level.A1
    return Level.B1 if levels.NEGATED_FLUENT.search(text, group.before, group.after) else None


def _is_list(text: str, first: Mention, role: Role) -> bool:
    """Whether a line of a CV lists languages: it says so, or begins with the name of one, in whatever section."""
    if LABEL.match(text):
        return True
    if NO_TEXT.fullmatch(text, 0, first.start) is None:
        return False
    return role is Role.LANGUAGES or not is_adjective(text, first)


def _is_under_label(text: str, start: int) -> bool:
    """Whether a sentence of a CV stands behind "Languages:" in its line, and behind no other label but a language's."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if not LABEL.match(line):
        return False
    others = list(HEADING.finditer(line))[1:]
    return all(any(find_mentions(one[0])) for one in others)


def _is_item(text: str, mentions: list[Mention]) -> bool:
    """Whether the passage is nothing but languages: a list item."""
    rest, end = "", 0
    for mention in mentions:
        rest, end = rest + text[end : mention.start] + " ", mention.end
    rest = levels.COMPILED.sub(" ", levels.CODE.sub(" ", rest + text[end:]))
    return LIST_ITEM.fullmatch(rest) is not None


def _is_said_of_a_language(text: str, group: Group, role: Role, *, held: bool) -> bool:
    if any(mention.speaks or mention.adjective for mention in group.mentions):
        return True
    if level_of(text, group, held=held) or (held and OF_ONESELF.search(text, 0, group.start)):
        return True
    if role is Role.TITLE and WITH.search(text, 0, group.start):
        return True
    after = behind(text, group)
    if (
        TO_BE_UNDERSTOOD.match(text, group.end)
        or MUST_BEHIND.match(after)
        or STUCK_TO.search(text, group.before, group.start)
    ):
        return True
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
