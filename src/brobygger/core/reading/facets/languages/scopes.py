"""
Which words of a sentence belong to which language.

Languages joined by nothing but a comma, "and", "or" or a slash form a group and share what is said of them. The words
between two groups are cut at the last border (a comma, "and", "but"); those before it belong to the first group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from brobygger.core.reading.facets.languages.levels import CODE, COMPILED, MODE
from brobygger.core.reading.facets.languages.names import COURSE, Mention
from brobygger.core.reading.tags import tag_of

AND_OR = r"og/eller|och/eller|and/or|og|och|and|eller|or|samt|as well as|såväl som|såvel som"
CONNECTOR = re.compile(
    rf"[\s-]*[()]?\s*(?:[,/&+·•|]|,?\s*(?:{AND_OR})\b)?"
    r"(?:\s+(?:på|i|in))?(?:\s+(?:at least|minst|mindst|minimum))?(?:\s+(?:et|ett|en|a|an|one))?(?:\s*(?:andet|annet|annat|another|other|of the other)\b)?\s*"
    r"(?:(?:iraqi|egyptian|syrian|lebanese|moroccan|palestinian|sudanese|swiss|austrian|british|american|mexican|argentin\w+|colombian|chilean|canadian|irakisk|egyptisk|syrisk|libanesisk|marokkansk|svejtsisk|sveitsisk|britisk|amerikansk|mexicansk)a?[\s-]+)?",
    re.IGNORECASE,
)
OVER_BRACKETS = re.compile(  # "Norwegian (B2) or another Scandinavian language"
    r"\s*\([^()]{0,25}\),?\s+(?:eller|or)(?:\s+(?:et|ett|en|a|an))?(?:\s*(?:andet|annet|annat|another|other)\b)?\s*",
    re.IGNORECASE,
)
HAS_JOIN = re.compile(rf"[,/&+·•|]|\b(?:{AND_OR})\b", re.IGNORECASE)
ALTERNATIVE = re.compile(r"\b(?:eller|or)\b", re.IGNORECASE)
CONJUNCTION = re.compile(r"&|\+|\b(?:og|och|and|samt|as well as|såväl som|såvel som)\b(?!/)", re.IGNORECASE)
ONE_OF = re.compile(
    r"\b(?:et|ett|one|minst ett|mindst et|any)\b(?:\s+\w+){0,2}\s+(?:af|av|of)\s+(?:følgende|följande|the following|de følgende|språken|sprogene|these|disse|dessa)"
    r"|\b(?:one|either|any|(?:minst|mindst|minimum) (?:e[nt]t?|é[nt])) (?:of|af|av)\s+$",
    re.IGNORECASE,
)
SCANDINAVIAN = frozenset(("da", "nb", "nn", "sv", "scandinavian"))

STRONG_BORDER = re.compile(
    r"[;!?…]|(?<!t\.ex)(?<!f\.eks)(?<!e\.g)(?<!i\.e)(?<!bl\.a)\.\s|\s[–—]\s|\b(?:men|but|though|mens|medan|while|whereas|although|however|resten)\b"
    r"|,?\s*\b(?:og|och|and|da|så|so|as|because|fordi)\s+(?:du|you|vi|we|vores|vårt|our|det er|it is|der|there)\b",
    re.IGNORECASE,
)
BORDER = re.compile(
    rf"\s[/|·•●◦○◆■▪*+]\s|\((?![^()]*\))|,(?!\s*(?:at|att|hvis|om|der|som|that|if|når|when|who|which)\b)|\b(?:{AND_OR})\b",
    re.IGNORECASE,
)
CLAUSE = 20  # characters; shorter is a level or a mode
LEAD = re.compile(r"(?:[\s:–—-]|\.{2,}|…)*(?:\([^()]{0,40}\))?")

# Words that may follow the name of a language; any other word makes the name an adjective ("svensk lovgivning").
FOLLOWERS = frozenset(
    "og och and eller or samt men but er är is are was will would være vara be blir bliver ville vil i in på dagligen enligt ifølge according at on to til till for för med with"
    " som as av af of hvis om if da så because fordi since both både såväl såvel both even also også också including incl inkl not ikke inte"
    " ikkje no ingen kan can may must skal ska skall må måste bør bör should requires required require preferred needed necessary mandatory"
    " essential optional desirable advantageous kræves krävs kreves krav foretrækkes foretrekkes meriterande ønskelig önskvärt fordel plus"
    " advantage asset bonus skill skills level levels proficiency fluency knowledge comprehension command communication conversation well"
    " fluently flydende flytende flytande obehindrat ubesværet uhindret perfekt godt gott bra väl vel very meget mycket svært muntlig muntligt"
    " mundtlig mundtligt muntlige mundtlige skriftlig skriftligt skriftlige written spoken verbal oral verbally orally writing reading speaking"
    " tal tale skrift niveau nivå sprogniveau språknivå modersmål morsmål native flydende basic intermediate advanced conversational"
    " grundlæggende grunnleggende grundläggande en et ett a an minimum mindst minst gerne gjerne gärna helst preferably ideally when når när"
    " eftersom der that who which while mens medan depending samtidig additionally daily daglig dagligt hver varje every between mellem mellom"
    " mellan kunskaper kunnskaper kundskaber kunskap kunnskap ferdigheter färdigheter færdigheder uttale framstilling fremstilling formulering"
    " muntlig räcker rækker holder works enough nok fluent hele from fra från through via per etc than frem framfor formuleringsevne"
    " framstillingsevne fremstillingsevne språkferdigheter foregår være chib internt främst primært primärt hovedsakelig används bruges brukes behøver behøves trenger trengs behöver behövs etter efter after understood forstår förstår leser læser läser read reads forstås förstås pratar taler snakker går gammelt hjemme hemma ellers ok ved vid imellem mot appreciated uppskattas verdsettes funkar fungerer fungerar helps isn aren won doesn imponerer you du jeg jag we vi they täcks täckas dækkes dekkes covered bruger bruker använder use since siden sedan likewise some lidt litt lite"
    " dagligtale wonderful always altid alltid have has had spelar spiller matters doesn klarer klarar klare kunna kunne lærer lär mostly mest"
    " about roughly ca cirka omtrent until til speaker speakers talt talas endnu ännu ennå yet motsvarande tilsvarende svarende equivalent corresponding pd sfi sva modul module uden uten utan without everywhere overalt överallt pluss læres läras talar tala tale tales snakkes snakke prata speak spoken skriver skriva skrive write oftest ofte ofta sometimes normally usually internally externally eksternt externt across throughout inside outside counts tæller teller räknas påkrævet påkrevd beherskes beherskas behärskas vægtes vektlegges vektlägges forventes forventet förväntas expected demanded valued useful nyttig nyttigt användbart suffices tilstrækkelig tilstrækkeligt tilstrekkelig tillräckligt sufficient vigtig vigtigt viktig viktigt important unødvendig unødvendigt onödigt unnecessary foretrukket foretrukken ønskes önskas wanted desired kommer comes gør gjør gör makes hjælper hjelper hjälper foretrekkes welcome velkommen velkomment välkommet imens understanding forståelse förståelse excellent exceptional strong good god gode goda bliver optionally exists exist har hadde havde hade innen inden inom within before innan før helt ganske ganska så that's begge both begge endast kun bare bara only alone alene ensam allerede already redan nor neither hverken verken varken næsten nesten nästan almost hardly knap knapt knappt holdt höll held gets got came also samtidig under during whenever".split()
)
OWN_PREPOSITION = re.compile(r"\b(?:i|in|på|of)\s*$", re.IGNORECASE)
OTHER_NOUN = re.compile(
    r"\s+(?:driving|citizen\w*|passport|nationality|statsborg\w*|kørekort|førerkort|körkort|medborgar\w*|pas\b|pass\b|permit|country|america)",
    re.IGNORECASE,
)
WORD_AFTER = re.compile(r"(?:\s?|-)([^\W\d_]{2,})")  # what stands further off is another column
# What such words do no noun does that a name describes: "norsk forutsettes", "engelska behärskar du"
NO_NOUNS = frozenset(("not", "must", "need", "expect", "if", "but", "while", "so", "because", "be", "enough", "any", "also", "or", "and", "both", "without", "master"))  # fmt: skip
VERB = re.compile(r"\w{2,}(?:e[rs]|a[rs]|es|as|ed|t)|\w{2,4}")
OF_MINE = re.compile(
    r"\s+[^\W\d_]+\s+(?:jag|jeg|eg|I|sig|seg)\b"
)  # "Engelska vågar jag på mejl": a verb, no noun
SPEAKS_BEFORE = re.compile(
    r"\b(?:taler?|snakker?|talar?|pratar?|speaks?|speaking|skriver?|skrive|skriva|write|behersker|beherske|behärskar?|mestrer?|lærer?|lära?|learn|talt|snakket|pratat|spoken|bruger|bruker|använder|uses?|using)(?:\s+(?:vi|du|we|you|jeg|jag))?"
    r"\s+$|\b(?:communicates? in|kommunikerer på|kommuniserer på|kommunicerar på)\s+$",
    re.IGNORECASE,
)
FOREIGN_TOO = re.compile(  # "Danish and European legislation"
    rf"\s*(?:{AND_OR})\s+(?:inter\w+|europ\w+|nord[ie]\w+|glob\w+|lo[kc]al\w*|region\w+|EU|foreign|brazilian|american|canadian|australian|austrian|mexican|udenlandsk\w*|utenlandsk\w*|utländsk\w*)"
    r"(?!\s*(?:sprog|språk|language))",
    re.IGNORECASE,
)
SPEAKS_THEN_PREDICATE = re.compile(
    r"\b(?:taler?|snakker?|talar?|pratar?|speaks?|have|has|har|behersker?|beherske|behärskar?|mestrer?|skriver|skal|ska|skall|må|måste|must|needs?|kan|kunne|kunna|can|know|klarer|klarar|krever|kräver|kræver|requires?|forventer|förväntar|expect)\b"
    r"(?!.*\b(?:hvis|om|if|that|at)\b)",
    re.IGNORECASE,
)
PREDICATE = re.compile(
    r"\s+(?:is|er|är|would be|will be|vil være|skulle vara|vore|ville være)\s", re.IGNORECASE
)
BARE_PREDICATE = re.compile(  # "…, German a plus"
    r"\s+(?:(?:an?|en|et|ett)\s+(?:\w+\s)?)?(?:fordel|fördel|pluss?|advantage|asset|bonus|merit\w*|ønskelig\w*|önskvär\w*|desirable)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Group:
    """
    Languages that are spoken of together, and the words that speak of them.

    Args:
        mentions: in the order of the text.
        parts: the mentions again, in parts that are all asked for; of the mentions in one part any one is enough.
        before: start of the words before the group that belong to it.
        after: end of the words behind it that belong to it.
        next_start: start of the next group, or the end of the passage.
    """

    mentions: tuple[Mention, ...]
    parts: tuple[tuple[Mention, ...], ...]
    before: int
    after: int
    next_start: int

    @property
    def start(self) -> int:
        return self.mentions[0].start

    @property
    def end(self) -> int:
        return self.mentions[-1].end


def find_groups(text: str, mentions: Sequence[Mention], *, is_list: bool) -> Iterator[Group]:
    """
    Groups of languages with their scopes.

    Args:
        text: the passage.
        mentions: all names in it.
        is_list: a list of languages held, which begins with a name that is not an adjective.
    """
    runs = [
        run
        for one in _runs(text, mentions, is_list=is_list)
        if (run := _without_adjectives(text, one, is_list=is_list))
    ]
    runs = [part for run in runs for part in _without_other_subject(text, run)]
    borders = [_border(text, one[-1].end, two[0].start, is_list=is_list) for one, two in pairwise(runs)]
    for number, run in enumerate(runs):
        first, last = number == 0, number == len(runs) - 1
        before = _scope_start(text, run[0].start) if first else borders[number - 1][1]
        after = _scope_end(text, run[-1].end) if last else borders[number][0]
        next_start = len(text) if last else runs[number + 1][0].start
        yield Group(tuple(run), tuple(_parts(text, run, before)), before, after, next_start)


def rows(text: str, mentions: Sequence[Mention]) -> dict[Mention, int]:
    """The number of the row that each name stands in: names joined by a comma, "and" or the like are in one."""
    found: dict[Mention, int] = {}
    for number, one in enumerate(mentions):
        before = mentions[number - 1] if number else None
        gap = text[before.end : one.start] if before else ""
        is_joined = before is not None and CONNECTOR.fullmatch(gap) and HAS_JOIN.search(gap)
        found[one] = found[before] if before is not None and is_joined else number
    return found


def borders_in(text: str, start: int, end: int) -> list[int]:
    """Where commas and conjunctions stand, other than those inside "in writing and speech"."""
    protected = [match.span() for match in MODE.finditer(text, start, end)]
    return [
        match.start()
        for match in BORDER.finditer(text, start, end)
        if not any(left <= match.start() < right for left, right in protected)
    ]


def _runs(text: str, mentions: Sequence[Mention], *, is_list: bool) -> Iterator[list[Mention]]:
    run: list[Mention] = []
    for mention in mentions:
        gap = text[run[-1].end : mention.start] if run else ""
        if run and _is_new_line(gap, run[-1], mention, is_list=is_list):
            yield run
            run = [mention]
            continue
        if run and ((CONNECTOR.fullmatch(gap) and HAS_JOIN.search(gap)) or OVER_BRACKETS.fullmatch(gap)):
            run.append(mention)
            continue
        if run:
            yield run
        run = [mention]
    if run:
        yield run


def _is_new_line(gap: str, one: Mention, other: Mention, *, is_list: bool) -> bool:
    """
    Whether a line of its own begins between two languages.

    Lines of a CV are; those of an ad may be wrapped, but "good English, / Norwegian or Swedish" changes the subject.
    """
    if "\n" not in gap:
        return False
    return is_list or (gap.strip() == "," and one.code not in SCANDINAVIAN and other.code in SCANDINAVIAN)


def _without_adjectives(text: str, run: list[Mention], *, is_list: bool) -> list[Mention]:
    """
    The languages of a run. In "Danish and German law" both names are adjectives, in "the Danish language and in German
    law" only the second is.
    """
    kept = list(run)
    if not OTHER_NOUN.match(text, kept[-1].end):
        spoken = SPEAKS_BEFORE.search(text, max(0, kept[0].start - 20), kept[0].start)
        if is_list or spoken or not is_adjective(text, kept[-1]):
            return kept
    begin = kept.pop().start
    while kept and not kept[-1].speaks and not OWN_PREPOSITION.search(text, kept[-1].end, begin):
        begin = kept.pop().start
    return kept


def is_adjective(text: str, mention: Mention) -> bool:
    """Whether the name only describes the noun behind it."""
    if (
        mention.speaks
        or mention.adjective
        or SPEAKS_BEFORE.search(text, max(0, mention.start - 20), mention.start)
    ):
        return False
    if COURSE.match(text, mention.end) or OF_MINE.match(text, mention.end):
        return False
    if FOREIGN_TOO.match(text, mention.end):
        return True
    following = WORD_AFTER.match(text, mention.end)
    if following is None or CODE.match(text, following.start(1)):
        return False
    word = following[1].lower()
    known = word in FOLLOWERS or word.endswith(("ly", "sprog", "språk", "sproget", "språket"))
    acts = tag_of(word) in NO_NOUNS and VERB.fullmatch(word)
    return not known and not acts and not COMPILED.match(text, following.start(1))


def _without_other_subject(text: str, run: list[Mention]) -> list[list[Mention]]:
    """Parts of a run; in "You speak English and Danish is a plus" the last name begins a clause of its own."""
    if len(run) < 2 or ALTERNATIVE.search(text, run[-2].end, run[-1].start):
        return [run]
    spliced = text[run[-2].end : run[-1].start].strip() == ","
    spoken = SPEAKS_THEN_PREDICATE.search(text, max(0, run[0].start - 60), run[0].start)
    predicate = PREDICATE.match(text, run[-1].end) and (spliced or spoken)
    bare = spliced and spoken and BARE_PREDICATE.match(text, run[-1].end)
    return [run[:-1], run[-1:]] if predicate or bare else [run]


def _parts(text: str, run: list[Mention], before: int) -> Iterator[tuple[Mention, ...]]:
    if ONE_OF.search(text, before, run[0].start):
        yield tuple(run)
        return
    conjuncts: list[list[Mention]] = [[run[0]]]
    either = [False]
    for one, two in pairwise(run):
        gap = text[one.end : two.start]
        slash = "/" in gap and {one.code, two.code} <= SCANDINAVIAN
        if CONJUNCTION.search(gap) and not ALTERNATIVE.search(gap):
            conjuncts.append([])
            either.append(False)
        either[-1] = either[-1] or slash or bool(ALTERNATIVE.search(gap))
        conjuncts[-1].append(two)
    for conjunct, alternatives in zip(conjuncts, either, strict=True):
        if alternatives:
            yield tuple(conjunct)
        else:
            yield from ((mention,) for mention in conjunct)


def _border(text: str, end: int, start: int, *, is_list: bool) -> tuple[int, int]:
    """
    Where the words behind one group end, and where those before the next begin.

    Without a border between them a clause is about both ("as they speak Spanish it is an advantage to know Spanish"),
    a few words only about the first ("English fluent German basic").
    """
    lead = LEAD.match(text, end, start)
    begin = lead.end() if lead else end
    if is_list and "\n" in text[end:start]:
        line = text.rindex("\n", end, start)
        return line, line
    strong = [match.start() for match in STRONG_BORDER.finditer(text, begin, start)]
    found = strong or borders_in(text, end, start)
    if found:
        return found[-1], found[-1]
    return start, begin if start - begin > CLAUSE else start


def _scope_start(text: str, start: int) -> int:
    begin = 0
    for match in STRONG_BORDER.finditer(text, 0, start):
        begin = match.start()
    return begin


def _scope_end(text: str, end: int) -> int:
    lead = LEAD.match(text, end)
    match = STRONG_BORDER.search(text, lead.end() if lead else end)
    return match.start() if match else len(text)
