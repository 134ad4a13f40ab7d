"""
How far a concept found in a text can be trusted: the estimated probability that a careful reader would mark it too.

A logistic regression over plain signs: how it was found, what the sentence does, what stands beside it ("never used",
"customers in"), and whether it belongs to the occupation that the text is about. The weights are in `trust_weights`,
fitted on the tune half of the golden texts by `python -m benchmarks.golden.fit`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import TypeAlias

from brobygger.core.reading.data import DocumentKind, Passage, Role
from brobygger.core.reading.facets.languages.names import STEMS
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.roles import heading_role
from brobygger.core.reading.signs import Signs, standing_in
from brobygger.core.reading.trust_weights import WEIGHTS
from brobygger.core.skills.data import LabelGrade

NEAR, BEHIND = 60, 32  # characters before and behind that are looked at
FAR, FAR_BEHIND = 110, 70  # the same for what may stand at the other end of a sentence
SHORT_OF_IT = 35  # for "a little"
NEGATED_BEFORE = folded(
    r"\b(?:ikke|inte|ikkje|not|never|aldri|aldrig|no|ingen|inga|intet|inget|uden|uten|utan|without|cannot|can't|isn't|don't|haven't|hverken|varken|verken)\b"
    r"[^.;:!?•\n]{0,45}$"
)
NEGATED_BEHIND = folded(
    r"^\s*(?:\([^)]{0,30}\)\s*)?(?:[–—:-]|\.{2,})?\s*(?:nei|nej|no|none|ikke|inte|not|aldri|aldrig|never|utløpt|udløbet|utgått|expired|kun læst|bare lest|ingen)\b"
)
NOUGHT_BEHIND = re.compile(r"^\s*(?:[–—:-]|\.{2,})\s*0\b(?![/.,])")  # "Rust: 0"
WISHED = folded(
    r"\b(?:vil(?:le)? (?:gerne|gjerne|helst|lære)|vill (?:gärna|helst|lära)|ønsker|önskar|drømmer|drömmer|håber|håper|hoppas|interesse(?:ret|rt)? (?:i|for|af|av)?|intresse(?:rad)?|"
    r"nysgerrig|nysgjerrig|nyfiken|curious|interested|interest in|want(?:s)? to|would like|hope to|learn(?:ing)?|lære|lära|mot|towards|mod)\b[^.;!?•\n]{0,45}$"
)
DENIED_BEFORE = folded(  # at the other end of the sentence
    r"\b(?:not an?|inte någon|ikke no[eg]en?|ingen (?:erfaring|erfarenhet)|no experience|ha(?:r|ve|s|d)(?: ikke| inte| not|n['’]t)|never|aldrig?|(?:kan|can|could) (?:ikke|inte|not)|cannot|"
    r"(?:ikke|inte|not) (?:kan|can)|what i (?:do not|don['’]t) know|hvad jeg ikke kan|det jeg ikke kan|det jag inte kan)\b[^.;!?\n]{0,80}$"
)
DENIED_BEHIND = folded(
    r"^[^.;!?•\n|]{0,22}\b(?:har (?:jeg|jag|vi) (?:aldrig?|ikke|inte|kun|bare|bara|sett|set)|(?:er jeg|är jag|kan jeg|kan jag) (?:ikke|inte|lite|lidt)|(?:have|has|did|is)(?: not|n['’]t) (?:touched|used|tried|learnt|learned|done|something|my)|"
    r"saknas|mangler|missing|lacking|skulle jag (?:gärna|vilja)|(?:vil|ville) jeg (?:gerne|gjerne)|(?:känner jag|kender jeg|kjenner jeg) (?:bara|kun|bare|till?)|never again|aldrig? igj?en|(?:gick|gikk) ut|udløb|løb ud|"
    r"expired|utløpt|udløbet|utgången|bokad|booke[tdr]|in progress|pågår|igang|(?:ikke|inte) (?:endnu|ennå|enda|än)|not yet|(?:bare|bara|kun|only) (?:lest|sett|set|hørt|prøvd|prøvet|läst|læst|hört|provat|öppnat|rört|read|seen|heard|tried|opened)|"
    r"(?:tok|tog|gjorde|gjorda|lavede) andre|(?:done|made|measured|run|written) by (?:the|our|a|my|others)|(?:görs|gjordes|blev lavet|ble laget|udført|utført|utfört) (?:av|af)|står (?:øverst|högst) på)\b"
)
HOPED_BEFORE = folded(
    r"\b(?:kunne (?:godt )?tænke mig|kan (?:godt |også )?(?:tenke meg|tænke mig)|kan tänka mig|skulle vilja|would love|i['’]d (?:love|like|welcome)|look(?:ing)? for|seek(?:ing|s)?|ser etter|leder efter|letar efter|søger|søker|söker|ideally|"
    r"helst|gerne|gjerne|gärna|mål|goals?|objective|desired|ønske\w*|önsk\w*|drøm\w*|dröm\w*|next step|get into|komma in i|komme inn? i|forventer|expect to|spændende|spennende|spännande|kunne være|mangler jeg|missing)\b[^.!?•\n]{0,80}$"
)
HOPED_BEHIND = folded(
    r"^[^.;!?•\n]{0,30}\b(?:kunne (?:være|vært) noget?|vore kul|(?:er|är) (?:også |också )?(?:spændende|spennende|spännande)|would be (?:great|nice|interesting)|ønskelist\w*|önskelist\w*|wish ?list|(?:vill|vil) (?:lära|lære)|want to learn|next on)\b"
)
# what these say is plain: not held (yet), whatever else the sentence says
UNHELD_BEFORE = folded(
    r"(?:\b(?:vil|ville|vill|skulle vilja|want to|would (?:now )?like to|['’]d (?:like|love) to|hope to|hoping to|plan(?:ning)? to|ønsker (?:å|at)|önskar|hå(?:b|p)er (?:å|at)|hoppas) "
    r"(?:også |också |also |now |gerne |gjerne |gärna |helst |meg |mig )*(?:lære|lära|learn|get into|move into|leave|komma in i|komme inn? i|prøve|pröva|try|ta\b|tage\b)|"
    r"\b(?:drømmer|drömmer|dream(?:s|ing)?) (?:om|of)|\bsigned up for|\bmeldt (?:meg|mig) (?:på|til)|\b(?:til|an)meldt (?:til|på)|\banmäld till|"
    r"\b(?:no|ingen|inga) (?:experience|erfaring|erfarenhet|kunskap|kunnskap|kendskab|knowledge|certificate)\w* (?:with|in|of|med|i|av|om|til)|"
    r"\bnot (?:interested in|yet|familiar with)|\b(?:hørt|hört talas|heard) (?:om|of)|\bikke (?:enda|endnu)\b|\binte (?:än|ännu)\b)[^.;!?•\n|]{0,60}$"
)
UNHELD_BEHIND = folded(
    r"^[^.;!?•\n|]{0,40}(?:\b(?:slutade|sluttede|sluttet|stopped) (?:jeg|jag|i)\b|\btogs bort|\b(?:holder|håller|keep|stay)s? (?:(?:jeg|jag|meg|mig|i) ){0,2}(?:fra|unna|borta|away|out of)|"
    r"\b(?:vil|vill|ville|would) (?:jeg|jag|i) (?:\w+ ){0,2}(?:lære|lära|learn|ta\b|tage\b|prøve|pröva|try)|\((?:utgån|utløp|udløb|expired|lapsed)|\b(?:ikke|inte|not) (?:bestått|bestået|klarat|passed|taget|tatt|tagit)|"
    r"\b(?:er|är|is) (?:ikke|inte|not) (?:påbegynt|påbegyndt|påbörja|started|begun|ferdig|færdig|klar)|\bmen (?:inte|ikke) (?:lärt|lært|brukt|brugt|använt)|\b(?:ikke|inte|aldrig?) (?:vært borti|rørt|rört|prøvd|prøvet|provat|været i nærheden)|"
    r"\b(?:gör|gjør|laver|does|do) (?:andra|andre|others|somebody else))"
)
LITTLE = folded(
    r"\b(?:så ?vidt|lidt|litt|lite|little|a bit|prøvd|prøvet|provat|tried|kender (?:jeg )?kun|kun (?:læst|hørt)|bara rört|känner (?:jag )?till|read about|sandlåda)\b"
)
OTHERS = folded(
    r"\b(?:kund(?:er|erne|e|en)?|customers?|clients?|leverandør(?:er)? (?:af|av|til)|leverantör(?:er)? (?:av|till)|supplier of|maker of|producent|produsent|tillverkar|producerer|produserer|"
    r"branche[rn]?|bransje[rn]?|bransch(?:er|en)?|industri(?:en|er)?|sektor(?:en|er)?|selskab|selskap|bolag|company|firma|afdelingen|avdelingen|avdelningen|samarbejde med|samarbeid med|samarbete med)\b[^.;!?•\n]{0,35}$"
)
NEEDED = folded(
    r"\b(?:erfaring|erfarenhet|experience|kendskab|kjennskap|kännedom|kunskap\w*|kunnskap\w*|kundskab\w*|knowledge|skilled|skills|evne|evner|förmåga|ability|god|gode|good|stærk|sterk|stark|strong|solid\w*|"
    r"kompeten\w*|certifikat|sertifikat|certificate|proficien\w*|familiar|behersker|behärskar|beherskar|mestrer|vant|rutine\w*|du (?:er|är|har|kan)|you (?:are|have|can|know))\b[^.;!?•\n]{0,45}$"
)
DEGREE = folded(
    r"\b(?:m\.?sc|b\.?sc|b\.?eng|m\.?eng|master\w*|\w*bachelor\w*|kandidat\w*|cand\.?\w*|\w*dipl\w*|ing\.|ph\.?d|degree|examen|eksamen|grad|\w*uddannelse\w*|\w*utdann\w*|\w*utbildning\w*|education|studie\w*|\w*studi(?:um|et)|minor|major|"
    r"civilingeniør|sivilingeniør|\w*ingenjör\w*|fagbrev|svendebrev|yrkesbevis|\w*gymnas\w*|\w*linje\w*|program\w*|fakultet\w*|faculty|department|\w*universit\w*|university|højskole|høgskole|\w*högskola\w*|school|\w*skole|\w*skola|vgs|college|institut\w*)\b[^.;!?•\n]{0,60}$"
)
NAME_BEHIND = folded(
    r"^[\w&.-]*(?:\s+[\w&.-]+){0,2}\s+(?:a/s|aps|asa?|ab|i/s|gmbh|ltd|inc|llc|group|s\.a|k/s|oy)\b"
)
PLACE_OF_LEARNING = folded(
    r"^[^.;!?•\n]{0,40}\b(?:universit\w*|høgskol\w*|højskol\w*|högskol\w*|school|skole\w*|skola\w*|college|institut\w*)\b"
)
BULLET = folded(r"^\s*(?:[•·▪◦●○■□*»>✓✔–—-]|\d{1,2}[.)])")
# sign, characters that are looked at, pattern; a sign that is in both counts once
BESIDE_BEFORE: tuple[tuple[str, int, re.Pattern[str]], ...] = (
    ("denied before {kind}", FAR, DENIED_BEFORE),
    ("hoped before {kind}", FAR, HOPED_BEFORE),
    ("unheld {kind}", FAR, UNHELD_BEFORE),
    ("negated {kind}", NEAR, NEGATED_BEFORE),
    ("wished {kind}", NEAR, WISHED),
    ("little", SHORT_OF_IT, LITTLE),
    ("others {kind}", NEAR, OTHERS),
    ("needed {kind}", NEAR, NEEDED),
    ("degree {kind}", NEAR, DEGREE),
    ("degree {role}", NEAR, DEGREE),
)
BESIDE_BEHIND: tuple[tuple[str, int, re.Pattern[str]], ...] = (
    ("denied behind {kind}", FAR_BEHIND, DENIED_BEHIND),
    ("hoped behind {kind}", FAR_BEHIND, HOPED_BEHIND),
    ("unheld {kind}", FAR_BEHIND, UNHELD_BEHIND),
    ("negated {kind}", BEHIND, NEGATED_BEHIND),
    ("little", BEHIND, LITTLE),
    ("school behind", BEHIND, PLACE_OF_LEARNING),
    ("name", BEHIND, NAME_BEHIND),
)
Beside: TypeAlias = tuple[tuple[str, int, re.Pattern[str], Signs], ...]
# a mention has few of these words near it, and most passages none: a look at the passage spares most searches
BEFORE: Beside = tuple((*one, Signs.of(one[2])) for one in BESIDE_BEFORE)
BEHIND_IT: Beside = (
    *((*one, Signs.of(one[2])) for one in BESIDE_BEHIND),
    ("negated {kind}", BEHIND, NOUGHT_BEHIND, Signs("0")),
)
TURNED = frozenset(  # signs of them that turn what is said round
    "negated|denied before|denied behind|hoped before|hoped behind|unheld|others|degree|name|school behind".split(
        "|"
    )
)
SHORTEST_SURE = 4  # letters of words that may be an abbreviation of something else
PLENTY = 2  # commas or the like that make a list
HEADING_WORDS, HEADING_ENDS = 4, " :*#\t-–•"
SHORT_WORD = 7
SIBLINGS = 3  # more are as many
NEAR_LANGUAGE = 40  # characters
WORD = re.compile(r"[^\W\d_]+|[^\w\s]")
WORDS_BEFORE, WORDS_BEHIND = 4, 3  # wherever they stand there
WORDS_AT = 2  # of which it counts how far away they stand
TELLS_WHO = frozenset(  # of sex, age, family and citizenship
    "he she his her hers him han hun hon hans hendes hennes hende henne ham honom hen man men woman women mand mænd kvinde"
    " kvinder mann menn kvinne kvinner män kvinna kvinnor father mother far mor born født född old young gammel gammal unge"
    " unga ung yngre äldre eldre ældre citizen citizenship statsborger medborgare nationalitet nationaliteter nationality".split()
)
WORD_SIGN = "word "
LINE_START, LINE_END = " •-–*\t>·0123456789./#", " :*\t#."


@dataclass(frozen=True, slots=True)
class Mention:
    """
    A concept found at start:end of a passage.

    Args:
        how: "same", "inflected", "compound", "recased", or "window".
        cosine: of a window with its concept; 1 for labels.
        words: of the label or window.
        rivals: other concepts with the same label.
        foreign: found by a label of another language than the passage's.
        rank: of the label among the concept's: 0 is the preferred one; -1 for a window.
        grade: of the label.
        inside: "skill" or "occupation" where the words are part of a longer label, of which kind that is.
    """

    concept: int
    uri: str
    passage: Passage
    text: str
    start: int
    end: int
    how: str
    cosine: float
    words: int
    rivals: int
    foreign: bool = False
    rank: int = -1
    grade: LabelGrade = LabelGrade.UNRATED
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """
    What is known of the whole document when its mentions are weighed.

    Passages are named by their start.
    """

    kind: DocumentKind
    essential: frozenset[int]  # skills of the occupations that the document names
    optional: frozenset[int]
    knows_occupation: bool
    passages_of: dict[int, int]  # in how many passages each concept was found
    educations: tuple[tuple[int, int], ...]  # where facts of education stand in the document
    languages: tuple[tuple[int, int], ...]  # where facts of languages stand
    neighbours: frozenset[int]  # concepts related to others that were found
    company: dict[int, int]  # how many concepts were found in each passage, by its start
    kinship: dict[int, float]  # of each concept: mean cosine with the nearest others of the document
    qualities: frozenset[int]  # personal qualities and other transversal skills
    above: dict[int, tuple[str, ...]]  # URIs of the broader concepts of each
    wider: frozenset[int]  # concepts that are wider than others that were found
    wider_beside: dict[int, frozenset[int]]  # concepts that are wider than others found in the same passage
    siblings: dict[
        tuple[int, int], int
    ]  # of passage and concept: others under the same wider one, up to `SIBLINGS`


def signs(mention: Mention, around: Surroundings) -> Iterator[str]:
    """The names of all signs that hold for a mention; of some, ads and CVs have a sign each."""
    kind = around.kind.value
    yield kind
    yield mention.uri  # some concepts are oftener meant by their labels than others
    yield f"{mention.uri} {kind}"
    yield f"{kind} {mention.passage.role.value}"
    yield from _of_label(mention, kind)
    yield from _of_words_beside(mention, kind)
    yield from _words_around(mention)
    yield from _of_line(mention, kind)
    yield from _of_document(mention, around, kind)


def _of_label(mention: Mention, kind: str) -> Iterator[str]:
    """How the words were found, and what they look like."""
    text, start, end = mention.text, mention.start, mention.end
    written, letters = text[start:end], end - start
    if mention.rank > 0:  # the preferred label says what it is
        yield f"says: {written.lower()}"  # and some of the others oftener say something else
    yield f"how {mention.how}"
    grade = mention.grade.name.lower()
    yield f"{grade} {kind}"
    yield f"{grade} {mention.passage.role.value}"
    yield f"{grade} {mention.how}"
    if mention.inside:
        yield f"inside {mention.inside} {kind}"
        yield "inside, leading" if not text[:start].strip(LINE_START) else "inside, named"
    if mention.how == "window":
        yield f"cosine {int(mention.cosine * 25) / 25:.2f}"
    yield f"words {min(mention.words, 3)}"
    yield f"letters {min(letters // 5, 4)}"
    if mention.rank >= 0:
        yield f"rank {min(mention.rank + 1, 127).bit_length() - 1}"  # 0, 1–2, 3–6, 7–14 …
    if mention.words == 1 and written.islower():
        yield f"plain {kind}"
        if letters <= SHORT_WORD:
            yield f"short word {kind}"
    if any(map(str.isdigit, written)) or (written.isupper() and len(written) > 1):
        yield "code"
    elif written[:1].isupper() and text[:start].strip(" •-–*\t"):
        yield "capital inside"
    for holds, name in (
        (mention.rivals, "rivals"),
        (mention.foreign, "foreign"),
        (letters <= SHORTEST_SURE, "short"),
    ):
        if holds:
            yield name


def _of_words_beside(mention: Mention, kind: str) -> Iterator[str]:
    """What stands before and behind: negations, wishes, other people, degrees."""
    lower = fold(mention.text)
    for name in _beside(mention):
        yield name.format(kind=kind, role=mention.passage.role.value)
    left, right = lower[: mention.start].rstrip(), lower[mention.end :].lstrip()
    if left.endswith((",", "/", "·", "•", "|", ";")):
        yield "follows a comma"
    if left.endswith((":", "(")):
        yield f"behind {left[-1]} {kind}"
    if right.startswith((":", "(")):
        yield f"before {right[0]} {kind}"
    if not left.strip(LINE_START):
        yield f"begins {kind}"
        if not right.strip(LINE_END):
            yield f"whole line {kind}"
    if not any(map(str.isalpha, lower[mention.end : mention.end + 3])):
        yield "closes"


def _beside(mention: Mention) -> dict[str, None]:
    """The signs of `BESIDE_BEFORE` and `BESIDE_BEHIND` that hold, each once."""
    lower = fold(mention.text)
    standing = standing_in(lower)
    before = [
        name
        for name, reach, pattern, said in BEFORE
        if standing & said.bit and pattern.search(lower[max(0, mention.start - reach) : mention.start])
    ]
    behind = [
        name
        for name, reach, pattern, said in BEHIND_IT
        if standing & said.bit and pattern.search(lower[mention.end : mention.end + reach])
    ]
    return dict.fromkeys((*before, *behind))


def is_needed(mention: Mention) -> bool:
    """Whether the words beside a mention ask for it, and none of them denies, wishes or tells of others."""
    said = {name.split(" {", maxsplit=1)[0] for name in _beside(mention)}
    return "needed" in said and not said & TURNED


def _words_around(mention: Mention) -> Iterator[str]:
    """
    The words and signs before and behind themselves.

    Only such as are written small, which names are not, and none that tells who somebody is: what is read of a person
    must not hang on a name, a sex, an age or a nation.
    """
    text, start, end = mention.text, mention.start, mention.end
    before = [*map(_plain, reversed(WORD.findall(text[max(0, start - NEAR) : start])))][:WORDS_BEFORE]
    behind = [*map(_plain, WORD.findall(text[end : end + NEAR]))][:WORDS_BEHIND]
    for place, words in (("before", before), ("behind", behind)):
        for away, word in enumerate(words[:WORDS_AT], 1):
            if word:
                yield f"{WORD_SIGN}{place} {away}: {word}"
        for word in dict.fromkeys(words):
            if word:
                yield f"{WORD_SIGN}{place}: {word}"


def _plain(word: str) -> str:
    """A word that may count; else nothing."""
    tells = not word.islower() and word.isalpha()
    return "" if tells or word in TELLS_WHO or word[:4] in STEMS else word


def _of_line(mention: Mention, kind: str) -> Iterator[str]:
    """What the whole passage looks like."""
    lower = fold(mention.text)
    if sum(map(lower.count, ",•/·")) >= PLENTY:
        yield f"list {kind}"
    if BULLET.search(lower):
        yield f"bullet {kind}"
    if len(lower.split()) <= HEADING_WORDS:
        yield f"short line {kind}"
        if lower.rstrip().endswith(":") or mention.text.isupper():
            yield "heading"
        if _is_heading(mention, DocumentKind(kind)):
            yield f"heads a part {kind}"


def _is_heading(mention: Mention, kind: DocumentKind) -> bool:
    """Whether the words are all of a known heading, such as "Undervisning" over the courses that somebody taught."""
    text = mention.text
    is_whole = text[mention.start : mention.end] == text.strip(HEADING_ENDS)
    return is_whole and heading_role(text, kind) is not None


def _of_document(mention: Mention, around: Surroundings, kind: str) -> Iterator[str]:
    """Whether the concept belongs to what else the document says."""
    concept, passage = mention.concept, mention.passage
    quality = concept in around.qualities
    company = around.company.get(passage.span.start, 1)
    if quality:
        yield f"quality {kind}"
        yield f"quality {passage.role.value}"
        yield f"quality company {min(company, 3)}"
    else:
        yield f"company {min(company, 5)} {kind}"
    start = passage.span.start + mention.start
    if any(a <= start < b for a, b in around.educations):
        yield f"education {kind}"
    if any(a - NEAR_LANGUAGE < start < b + NEAR_LANGUAGE for a, b in around.languages):
        yield f"beside a language {'quality' if quality else 'other'}"
    if around.passages_of.get(concept, 0) > 1:
        yield "again"
    if concept in around.essential:
        yield f"essential {kind}"
    elif concept in around.optional:
        yield f"optional {kind}"
    elif around.knows_occupation:
        yield f"off {kind}"
    if concept in around.neighbours:
        yield "neighbour"
    yield from _of_family(mention, around, kind)
    if concept in around.kinship:  # short texts name too few
        yield f"kinship {min(5, max(0, int(around.kinship[concept] * 10 - 1)))}"


def _of_family(mention: Mention, around: Surroundings, kind: str) -> Iterator[str]:
    """Wider, narrower and neighbouring concepts: who names the narrower one hardly means the wider one as well."""
    concept, passage = mention.concept, mention.passage.span.start
    for uri in around.above.get(concept, ()):
        yield f"under: {uri}"
    if concept in around.wider:
        yield f"wider {kind}"
    if concept in around.wider_beside.get(passage, frozenset()):
        yield f"wider beside {kind}"
    if siblings := around.siblings.get((passage, concept), 0):
        yield f"siblings {siblings}"


def trust(found: Iterator[str], weights: dict[str, float]) -> float:
    """Probability that a mention with these signs is right; signs without a weight count for nothing."""
    return 1 / (1 + math.exp(-sum(map(weights.get, found, repeat(0.0)))))


def trust_skill(mention: Mention, around: Surroundings) -> float:
    return trust(signs(mention, around), WEIGHTS["skill"])


def trust_occupation(mention: Mention, around: Surroundings) -> float:
    return trust(signs(mention, around), WEIGHTS["occupation"])


# passages that are not read for concepts: what they name is hardly ever asked for or held
UNTRUSTED = frozenset({Role.CONTACT, Role.APPLICATION, Role.DIVERSITY, Role.OFFER, Role.WISH})
