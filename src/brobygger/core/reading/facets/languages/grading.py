"""The level that a sentence gives each of its languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from brobygger.core.reading.data import Level
from brobygger.core.reading.facets.languages.levels import (
    ADVERB,
    CODE,
    HARDLY_WRITTEN,
    MODE,
    QUOTED,
    QUOTED_BEFORE,
    READ_SO,
    SKILL_BEFORE,
    SPEAK_OR_WRITE,
    UNDERSTANDS,
    Cue,
    anywhere,
    by_skill,
    implied,
    marked,
    native,
    pointed,
    scaled,
    stated,
    tested,
    understood,
    weaker,
    worded,
)
from brobygger.core.reading.facets.languages.modality import near_before
from brobygger.core.reading.facets.languages.names import Mention
from brobygger.core.reading.facets.languages.sames import as_well_as_natives, same_level
from brobygger.core.reading.facets.languages.scopes import CONJUNCTION, Group, borders_in

WEAK = re.compile(r"sterk|stærk|strong|stark", re.IGNORECASE)
ANY = ("noget", "noe", "noko", "något")
LITTLE = (*ANY, "some", "lidt", "litt", "lite", "professional")
LITTLE_OF_IT = re.compile(  # "jeg snakker det bare litt", "kan jeg dessverre lite av"
    r"\b(?:taler|talar|snakker|pratar|speaks?|skriver|write|kan|know)(?: (?:jeg|jag|I))?(?: (?:det|den|it))?(?: (?:dessverre|desværre|tyvärr|unfortunately|også|också))?(?: (?:bare|kun|bara|only|just|endast))?(?: (?:et|ett|a))? $",
    re.IGNORECASE,
)
NO_WORD = re.compile(
    r"[\s:()–—,|/=●○•*.…▸▶►→»>~◆·-]*(?:(?:kun|bare|only|just|endast|bara)\s+)?"
)  # "German: some", but not "English for some tasks"
LINK = re.compile(  # what may stand between a name and the level behind it
    r"(?:[\s:()–—,|/=·-]|\.{2,}|…)*(?:(?:er|är|is|are|räcker|rækker|på|over|över|at|a|an|i|in|til|till|level|skills?|språk|sprog|language|with|med|et|ett|en|minimum|mindst|minst|least|som|as|av|af|of|the|min|mit|mitt|my|your|din|deres|motsvarar|motsvarande|tilsvarer|tilsvarende|svarende til|corresponds to|corresponding to|equivalent to|"
    r"both|både|speaker|så|conversation|niveau|nivå|proficiency|ditt|dit|må være|være|ganske|ganska|rätt|pretty|quite|jeg|jag|I|taler|talar|snakker|pratar|speak|bruger|bruker|bruges|används|använder|use|"
    r"læser|leser|läser|read|about|approximately|ca|cirka|omtrent|par|noen|nogle|några|helt|riktig|riktigt|rigtig|temmelig|tämligen|fairly|really|actually|skriver|write|bruger jeg|lærte|lært|lärt|learned|learnt|havde|hadde|haft|had|började|begyndte|begynte|started|startet|tog|tok|took|taken|gik|gick|gikk|går|goes|fungerer|fungerar|funkar|works|dagligen|spoken|written|muntlig\w*|mundtlig\w*|skriftlig\w*|du|hver dag|varje dag|every day|daily|dagligt?|roughly|around|siden|have|has|do|kan|can|must be|should be|skal være|skal vara|ska vara|måste vara|må|må du|kunne|kunna|behersker?|beherske|behärskar?|mestrer?|master|on|up to|bør være|bör vara|såklart|naturligvis|selvfølgelig|självklart|måste|skal|skall|ska|must|should|vara|be|behöver|behøver|trenger|need to|to|at|att|å|prata|tala|tale|snakke|det|lenge|længe|länge|holder|håller|it's|it is|that's|which is|som er|som är|det er|det är|derimot|derimod|däremot|altså|alltså|også|också|therefore|derfor|därför|needs?|behov|hurtigt og|presist|præcist|precist)\b(?:[\s:()–—,|/=·-]|\.{2,}|…)*){0,6}",
    re.IGNORECASE,
)
COMMUNICATIVE = re.compile(
    r"kommunika|communicat|fremstilling|framstilling|formulering|språk|sprog|language|skills|evne|kundskab|kunnskap|kunskap|skriv|\b(?:læs|läs|les[ea])|\bread|\bwrit",
    re.IGNORECASE,
)
AHEAD = re.compile(r"[\s,:–—(-]*(?:(?:er|är|is|are|both|begge|både|båda)\b[\s:]*)?", re.IGNORECASE)
BILINGUAL = re.compile(r"tospr|tosprå|tvåspr|dobbeltspr|tresp|bilingual|trilingual", re.IGNORECASE)
OF_SOMEBODY = re.compile(
    r"\w*(?:\s+\w+){0,3}\s*[,:(–-]\s*", re.IGNORECASE
)  # "bilingual from birth, Danish/…"
NOT_SO = re.compile(  # nor do years at school say how well
    r"\b(?:ikke|inte|ikkje|not|no|ingen|ej|never|aldrig|aldri)\b|n't\b", re.IGNORECASE
)
LEVEL = re.compile(r"niveau|nivå|level", re.IGNORECASE)
OF_YOURS = re.compile(r"\b(?:your|din|dit|ditt|spoken|written)\s+(?:\w+\s+)?$", re.IGNORECASE)
WELL = re.compile(r"(?:well|godt|vel|bra|väl)\b", re.IGNORECASE)
ADVERB_AND = re.compile(
    r"\s+(?!du\b|you\b)\w+(?:t|ly)\s+(?:og|och|and)\s+", re.IGNORECASE
)  # "quickly and without mistakes"
PAIR = re.compile(r"[\w-]+(?:,| og| och| and) [\w-]+ $")  # "a confident and varied Danish"
WELCOME = re.compile(r"godt|gott|bra|good", re.IGNORECASE)
IS = re.compile(r"\b(?:er|är|is|räcker|rækker|går det|går|går fint)(?: også| också| also)?\s$", re.IGNORECASE)
GOES = re.compile(
    r"\b(?:går|fungerar|fungerer|funkar|works)\s+(?:det\s+|också\s+|også\s+)?$", re.IGNORECASE
)  # "går engelskan bra"
BRACKETS = re.compile(r"\s*\(([^()]*)\)")
BOTH = re.compile(  # also of tongues in the plural
    r"\b(?:both|all|begge|alle|båda|alla|(?:two|to|två|three|tre) (?:modersm|morsm|mother|native|first|første|första)|tongues|natives|(?:first|native|mother) languages|modersmålene|morsmålene|modersmålen)\b|^\s*(?:all|alle|alla)\b",
    re.IGNORECASE,
)
ALL_OF_THEM = re.compile(  # right behind a level
    r"(?<=\w) (?:in |i |på )?(?:both|begge|båda|bägge|all (?:three|four)|alle (?:tre|fire)|alla (?:tre|fyra))\b",
    re.IGNORECASE,
)
_ALL = r"(?:(?:both|all|begge|alle|båda|alla|two|to|två|three|tre|are|er|är)\s+)*"
DASH = re.compile(rf"\s+[–—-]\s+{_ALL}", re.IGNORECASE)  # "Ukrainian, Russian – native"
COLON = re.compile(rf"\s*:\s*{_ALL}", re.IGNORECASE)  # "Arabic, Swedish: two mother tongues"
CONTINUES = re.compile(  # "Portuguese, it's my first language"
    r"\s*,\s+(?:it['’]?s|it is|that['’]?s|which|det (?:er|är)|som|den|taler|talar|snakker|pratar|skriver|speaks?|spoken|mit|mitt|my|jeg|jag|I)\b",
    re.IGNORECASE,
)
PASSIVE_BEHIND = re.compile(  # "a good reader", "god engelsk forståelse"
    r"\s+(?:\w+\s+)?(?:læser|leser|läsare|reader|\w*forståelse|\w*förståelse|understanding|understood)\b",
    re.IGNORECASE,
)
BY_OTHERS = re.compile(  # understood by others: "and they understand me"
    r"(?:forst\w+|först\w+|skjønner|understands?) (?:me|mig|meg|mej|hva|hvad|vad|what)\b", re.IGNORECASE
)
OF_COURSE = re.compile(r"\s*,\s*(?:förstås|forstås)\b", re.IGNORECASE)
FOLLOWS = re.compile(r"følg|följ|follow|hänga med", re.IGNORECASE)
SET_OFF = re.compile(
    r",\s*(?:(?:både|såväl|såvel|both|gerne|gjerne|gärna|helst)\s+)?(?:på|in|i)\s+$", re.IGNORECASE
)
CODE_OVER = re.compile(rf"{CODE.pattern}\s*\(\s*$", re.IGNORECASE)
EVERY_SKILL = re.compile(rf"\s*(?:{MODE.pattern}|r ?/ ?w ?/ ?s)\s*", re.IGNORECASE)
NATIVE = re.compile(r"\(\s*(?:modersm|morsm|mother tongue|native|first lang)", re.IGNORECASE)
ON = re.compile(r"\s*(?:(?:på|i|in|med)\s+)?", re.IGNORECASE)
APART = re.compile(r"\s*[\n;·•|◦○●◆■▪*]")  # what divides languages so that commas do not
SENTENCE_OR_PART = re.compile(r"[;!?]|\.\s|\b(?:men|but|mens|while|medan)\b")
SENTENCE = re.compile(r"[.!?]\s|\n")
FEW = 2  # words: "some knowledge of German"
LONGEST_REACH = 70  # characters from a level word to the language it is about


def cues_of(text: str, group: Group, *, is_list: bool) -> dict[Mention, Cue]:
    """
    The level said of each language: its own in brackets or on a scale, or that of the whole group.

    Args:
        text: the passage.
        group: languages with their scope.
        is_list: a list of languages held, where the last brackets belong to the last name alone.
    """
    over = scaled(text, 0, group.start) if is_list and len(group.mentions) == 1 else None
    if over and not text[over.end : group.start].strip():
        return {group.mentions[0]: over}
    bracketed = _bracketed(text, group.end, held=is_list)
    first = bracketed if is_list else scaled(text, group.end, len(text))
    shared = first or same_level(text, group, held=is_list) or level_of(text, group, held=is_list)
    before = _right_before(text, group, held=is_list) if len(group.mentions) > 1 else None
    behind = next(_cues_behind(text, group, held=is_list), None) if before else None
    if before and behind and before.level is not behind.level:  # "good English, Romanian as mother tongue"
        return dict.fromkeys(group.mentions[:-1], before) | {group.mentions[-1]: behind}
    found: dict[Mention, Cue] = {}
    for number, mention in enumerate(group.mentions):
        is_last = number + 1 == len(group.mentions)
        cue = _of_itself(text, mention, in_brackets=is_list or not is_last, held=is_list)
        is_others = shared is not None and any(
            one is not mention and one.start <= shared.start < one.end for one in group.mentions
        )
        if (
            cue is None
            and shared
            and not is_others
            and not (is_list and not is_last and _is_last_alone(text, group, shared))
        ):
            cue = shared
        elif cue is None and shared and is_list:
            cue = _ahead(text, group) or before
        if cue:
            found[mention] = cue
    return found


def _of_itself(text: str, mention: Mention, *, in_brackets: bool, held: bool) -> Cue | None:
    """The level that stands in brackets at a name, or that the name says: "vardagssvenska"."""
    return (
        _code_over_brackets(text, mention)
        or (_bracketed(text, mention.end, held=held) if in_brackets else None)
        or next(iter(worded(text, mention.start, mention.end, held=held)), None)
    )


def _over_comma(text: str, group: Group) -> Cue | None:
    """The last level before a comma that sets the languages off: "you write well, in Danish"."""
    comma = SET_OFF.search(text, group.before, group.start)
    cues = worded(text, group.before, comma.start()) if comma else []
    return cues[-1] if cues and group.start - cues[-1].end <= LONGEST_REACH else None


def level_of(text: str, group: Group, *, held: bool = False) -> Cue | None:
    """
    The level said of a group: a code, then a word before or behind it, then what it is enough for.

    "Good" in writing and speech is more than good.
    """
    plain = _plainly(text, group, held=held)
    if plain:
        return plain
    cue = (
        (as_well_as_natives(text, group) or _columns(text, group) if held else None)
        or by_skill(text, group.end, _reach(text, group) if held else group.after, held=held)
        or _worded(text, group, held=held)
        or anywhere(text, group.end, group.next_start, held=held)
        or (_loose(text, group) if held else None)
        or (_far(text, group) if held else _over_comma(text, group))
    )
    if cue and not held:
        cue = native(text, cue)
    if cue and _is_passive(text, group, cue):
        return _beyond_understanding(text, group, held=held)
    if cue is None:
        return (
            implied(text, group.end, group.after)
            or implied(text, group.before, group.start)
            or (None if held else _understood(text, group))
        )
    if held:
        return _said_of_oneself(text, group, cue)
    return None if _is_welcome(text, group, cue) else _in_both_modes(text, group, cue)


def _plainly(text: str, group: Group, *, held: bool) -> Cue | None:
    """A code, a test or a scale; in a CV all that somebody can say."""
    code = (
        stated(text, group.end, group.after)
        or stated(text, group.before, group.start)
        or tested(text, _test_start(text, group), group.after, held=held)
        or (marked(text, group.end, group.next_start) if held else None)
    )
    if code or not held:
        return code
    quoted = QUOTED.match(text, group.end, group.next_start) or QUOTED_BEFORE.search(text, 0, group.start)
    return Cue(Level.A1, *quoted.span()) if quoted else None


def _beyond_understanding(text: str, group: Group, *, held: bool) -> Cue | None:
    """Where a level is of understanding alone, the one that is said of speaking, or of being understood."""
    if not held:
        return _understood(text, group)
    further = _far(text, group)
    return further if further and SPEAK_OR_WRITE.search(text, group.after, further.start) else None


def _said_of_oneself(text: str, group: Group, cue: Cue) -> Cue:
    """The level of a CV: a mother tongue in brackets counts, and of two skills the lower one."""
    bracketed = NATIVE.search(text, group.end, group.after)
    if bracketed:
        return Cue(Level.C2, *bracketed.span())
    reach = _reach(text, group)
    written = HARDLY_WRITTEN.search(text, group.end, reach)
    if written and Level.A2.number < cue.level.number < Level.C2.number:
        return Cue(Level.A2, cue.start, max(cue.end, written.end()))
    return weaker(text, group.end, reach, cue) or _in_both_modes(text, group, cue)


def _in_both_modes(text: str, group: Group, cue: Cue) -> Cue:
    """What is good in speech and writing is more than good."""
    is_more = cue.level is Level.B2 and _is_in_both_modes(text, group, cue)
    return Cue(Level.C1, cue.start, cue.end) if is_more else cue


def _understood(text: str, group: Group) -> Cue | None:
    """That others understand the person is said around the names: "Danish that the customers understand"."""
    stop = SENTENCE_OR_PART.search(text, group.after, group.next_start)
    end = stop.start() if stop and stop.start() > group.after + 1 else group.next_start
    return understood(text, group.before, end)


def _reach(text: str, group: Group) -> int:
    """How far what is said of a language may reach: of the last one in a passage to its end."""
    return group.next_start if group.next_start == len(text) else group.after


def _test_start(text: str, group: Group) -> int:
    """Where a test may be named: the language in "Prøve i Dansk 2" is a mention, too."""
    if text[group.start : group.end].lower().startswith("sfi"):
        return group.start
    name = "prøve i "
    is_name = text[: group.start].lower().endswith(name)
    return min(group.before, group.start - len(name)) if is_name else group.before


def _worded(text: str, group: Group, *, held: bool) -> Cue | None:
    near = group.start - len(near_before(text, group))
    pair = None if held else PAIR.search(text, max(group.before, group.start - LONGEST_REACH), group.start)
    near = min(near, pair.start()) if pair else near
    cues = [
        cue
        for cue in worded(text, near, group.start, held=held)
        if group.start - cue.end <= LONGEST_REACH and (held or not _is_of_other_thing(text, cue, group))
    ]
    cues += _cues_behind(text, group, held=held)
    cues = [cue for cue in cues if not _means_any(text, cue, group)]
    ahead = _ahead(text, group)
    if ahead:
        return ahead
    strong = [cue for cue in cues if not WEAK.match(text, cue.start)]
    if strong:
        return min(strong, key=lambda cue: (_distance(cue, group), cue.start))
    return _wide(text, group, near) or (cues[-1] if cues else None) or _wide(text, group, near, weak=True)


def _ahead(text: str, group: Group) -> Cue | None:
    """A mother tongue said before the names, which a comma or a colon may divide: "two mother tongues, …"."""
    cues = [cue for cue in worded(text, group.before, group.start) if cue.level is Level.C2]
    if cues and (
        AHEAD.fullmatch(text, cues[-1].end, group.start)
        or (BILINGUAL.match(text, cues[-1].start) and OF_SOMEBODY.fullmatch(text, cues[-1].end, group.start))
    ):
        return cues[-1]
    return None


def _right_before(text: str, group: Group, *, held: bool) -> Cue | None:
    """The level word that leads in the first name: "near-native English, Swedish …"."""
    cues = worded(text, group.before, group.start, held=held)
    cue = cues[-1] if cues and ON.fullmatch(text, cues[-1].end, group.start) else None
    return cue if cue is None or held else native(text, cue)


def _columns(text: str, group: Group) -> Cue | None:
    """The lowest level of a row with a column for each skill: "German  fluent  good"."""
    cues = worded(text, group.end, group.after, held=True)
    ends = [group.end, *(cue.end for cue in cues)]
    gaps = [text[end : cue.start] for end, cue in zip(ends, cues, strict=False)]
    rest = text[ends[-1] : group.after]
    if len(cues) < 2 or rest.strip(" |.") or any(gap.strip(" |:/–—\t") for gap in gaps):
        return None
    return min(cues, key=lambda cue: cue.level.number)


def _is_passive(text: str, group: Group, cue: Cue) -> bool:
    """Whether a level is only of understanding, as in "Norwegian I understand without problems"."""
    if cue.level is Level.A1 or BY_OTHERS.search(text[cue.start : cue.end]):
        return False
    skill = SKILL_BEFORE.search(text, max(group.end, cue.start - 30), cue.start)
    if skill and not UNDERSTANDS.search(skill[0]):
        return False
    said = OF_COURSE.match(text, group.end)
    understands = (
        UNDERSTANDS.search(text, said.end() if said else group.end, cue.start)
        or (UNDERSTANDS.search(near_before(text, group)) and not _describes(text, group, cue))
        or PASSIVE_BEHIND.match(text, cue.end)
        or FOLLOWS.match(text, cue.start)
    )
    return understands is not None and not SPEAK_OR_WRITE.search(
        text, group.before, max(group.after, cue.end)
    )


def _describes(text: str, group: Group, cue: Cue) -> bool:
    """Whether a level is that of the language itself: "read simple English", "at conversational level"."""
    if READ_SO.search(text, 0, cue.start) and ADVERB.fullmatch(text, cue.start, cue.end):
        return False
    return (cue.end <= group.start and not text[cue.end : group.start].strip()) or LEVEL.search(
        text, cue.start, cue.end
    ) is not None


def _is_welcome(text: str, group: Group, cue: Cue) -> bool:
    """Whether it is the language that is good to have, not how well it is spoken: "Danish is good, English is better"."""
    is_yours = OF_YOURS.search(text, group.before, group.start) is not None
    return bool(
        WELCOME.fullmatch(text, cue.start, cue.end) is not None
        and not is_yours
        and (IS.search(text, 0, cue.start) is not None or GOES.search(text, 0, group.start) is not None)
    )


def _loose(text: str, group: Group) -> Cue | None:
    """The first level in what a CV says of a language, whatever words stand between, but for a negation."""
    divided = group.next_start < len(text) and not APART.match(text, group.after)
    borders = borders_in(text, group.end, group.after) if divided else ()
    on = CONTINUES.match(text, group.end, group.after)
    borders = [one for one in borders if on is None or one >= on.end()]
    limit = borders[0] if borders else group.after
    for cue in worded(text, group.end, limit, held=True):
        if NOT_SO.search(text, group.end, cue.start):
            return None
        if text[cue.start : cue.end].lower() not in LITTLE or LITTLE_OF_IT.search(text, group.end, cue.start):
            return cue
    return _apposed(text, group, borders) if divided else None


def _apposed(text: str, group: Group, borders: Sequence[int]) -> Cue | None:
    """A level that is all of a part between commas: "Danish after ten years in Odense, fluent, and English"."""
    for start, end in pairwise([*borders, group.after]):
        for cue in worded(text, start + 1, end, held=True)[:1]:
            if LINK.fullmatch(text, start + 1, cue.start) and not text[cue.end : end].strip(" .,;:)"):
                return cue
    return None


def _far(text: str, group: Group) -> Cue | None:
    """What a CV says of the last language of a passage in a further clause: "… in Aachen; today I would call it B1"."""
    if group.next_start < len(text) or group.after == len(text):
        return None
    end = min(len(text), group.after + LONGEST_REACH)
    stop = SENTENCE.search(text, group.after, end)
    end = stop.start() if stop else end
    code = stated(text, group.after, end)
    if code:
        return code
    cue = next(iter(worded(text, group.after, end, held=True)), None)
    return None if cue is None or NOT_SO.search(text, group.after, cue.start) else cue


def _is_in_both_modes(text: str, group: Group, cue: Cue) -> bool:
    """Whether "in writing and speech" is said behind the languages, or with the level word before them."""
    if MODE.search(text, group.end, group.after):
        return True
    mode = MODE.search(text, group.before, group.start)
    is_well = cue.start >= group.end and WELL.match(text, cue.start) is not None
    return mode is not None and (mode.start() >= cue.start or cue.start - mode.end() <= 1 or is_well)


def _means_any(text: str, cue: Cue, group: Group) -> bool:
    """Whether a little means any: Swedish "något nordiskt språk" is any Nordic language, "något tyska" some German."""
    return group.mentions[0].code == "scandinavian" and text[cue.start : cue.end].lower() in ANY


def _cues_behind(text: str, group: Group, *, held: bool) -> Iterator[Cue]:
    """Levels right behind the group, or up to the next border with nothing but small words between."""
    borders = borders_in(text, group.end, group.after)
    limit = borders[0] if borders else group.after
    for cue in worded(text, group.end, group.after, held=held):
        adjacent = NO_WORD.fullmatch(text, group.end, cue.start) is not None or (
            not held and ADVERB_AND.fullmatch(text, group.end, cue.start) is not None
        )
        linked = cue.start < limit and LINK.fullmatch(text, group.end, cue.start) is not None
        is_little = text[cue.start : cue.end].lower() in LITTLE and not LITTLE_OF_IT.search(
            text, group.end, cue.start
        )
        if adjacent or (linked and not is_little):
            yield cue


def _is_of_other_thing(text: str, cue: Cue, group: Group) -> bool:
    """Whether "some" is said of what stands between: "some manuals are in German"."""
    return text[cue.start : cue.end].lower() in LITTLE and len(text[cue.end : group.start].split()) > FEW


def _wide(text: str, group: Group, near: int, *, weak: bool = False) -> Cue | None:
    """A level further away: "Good communication and writing skills in English", a word for communication between."""
    for cue in reversed(worded(text, group.before, near)):
        close = group.start - cue.end <= LONGEST_REACH and bool(WEAK.match(text, cue.start)) is weak
        if close and COMMUNICATIVE.search(text, cue.end, group.start):
            return cue
    return None


def _bracketed(text: str, end: int, *, held: bool) -> Cue | None:
    """The level in brackets right behind a name; in a CV also on a scale, which the brackets overrule."""
    scale = scaled(text, end, len(text)) or pointed(text, end) if held else None
    match = BRACKETS.match(text, scale.end if scale else end)
    if match is None:
        return scale
    inside = match.span(1)
    code = stated(text, *inside)
    lower = by_skill(text, *inside, held=held)
    words = [lower] if lower else worded(text, *inside, held=held)
    if words and UNDERSTANDS.search(match[1]) and not SPEAK_OR_WRITE.search(match[1]):
        words = []
    if words and held:
        words = [weaker(text, *inside, words[0]) or words[0]]
    if scale and not code:
        return next((cue for cue in words if cue.level is Level.C2), scale)
    return code or (words[0] if words else None)


def _code_over_brackets(text: str, mention: Mention) -> Cue | None:
    """The code of "C1 (dansk), B2 (engelsk)"."""
    match = CODE_OVER.search(text, max(0, mention.start - 8), mention.start)
    if match is None or CODE.search(text[mention.end :].split(")", 1)[0]):
        return None
    return stated(text, *match.span())


def _is_last_alone(text: str, group: Group, cue: Cue) -> bool:
    """
    Whether a level behind a list is that of its last language: "dansk, engelsk flydende".

    Not so in "dansk og engelsk flydende", nor in brackets that name mother tongues or say "both".
    """
    if cue.start < group.start:
        return False
    if text[group.mentions[-2].end : group.mentions[-1].start] == "/":
        return False
    if COLON.fullmatch(text, group.end, cue.start) or (
        DASH.fullmatch(text, group.end, cue.start) and _fills(text, group, cue)
    ):
        return False
    gaps = [text[one.end : two.start] for one, two in pairwise(group.mentions)]
    joined = CONJUNCTION.search(gaps[-1]) is not None
    if joined and "," in gaps[-1] and any(CONJUNCTION.search(gap) for gap in gaps[:-1]):
        return True  # "Russian and Ukrainian, and English a little"
    if ALL_OF_THEM.search(text, cue.end, group.next_start):  # "Danish, English – fluent in both"
        return False
    match = BRACKETS.match(text, group.end)
    if match:
        return not (BOTH.search(match[1]) or joined or EVERY_SKILL.fullmatch(match[1]))
    return not joined


def _fills(text: str, group: Group, cue: Cue) -> bool:
    """Whether a line holds nothing but the names and their level."""
    return not text[: group.start].rpartition(":")[2].strip(" \t•·*–—-▪◦") and not text[cue.end :].strip(" .")


def _distance(cue: Cue, group: Group) -> int:
    return group.start - cue.end if cue.end <= group.start else cue.start - group.end
