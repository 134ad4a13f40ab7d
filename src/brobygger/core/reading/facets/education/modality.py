"""How a level of education is asked for, and whether a CV says that it is held."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from brobygger.core.reading.data import Modality, Role
from brobygger.core.reading.facets.education.joining import JOIN
from brobygger.core.reading.facets.education.levels import LevelWord
from brobygger.core.reading.folding import fold, folded

# Before a level in a CV: it is wished for, or somebody else's; behind it: it was not taken.
NOT_HELD_BEFORE = folded(
    r"\b(?:halvt år|halvår|half a year|a semester|ett semester|et semester) (?:på|at|of|ved|vid)\s(?:an?\s)?$|\b(?:no|ingen|inget|uden|uten|utan|without a)\s$|\b(?:ikke|inte|not|aldrig|aldri|never)\s(?:\w+\s){0,2}$|\b(?:lærer|lærar|lärare|lektor|adjunkt|teacher|vikar|taught) (?:i|in|på|of|at)\b[^.;]*$|\b(?:welcome|lyst til|planlegger|planlægger|planerar|plan to|would like|i'd like|looking for|seeking|søger|søker|söker|ønsker|önskar|drømmer|hope to|wish|supervis\w+|veilede[rt]|vejled\w+|handled\w+|undervis\w+|taught|teaching|vejlede[rt])\b[^.;]*$",
)
RESTATED = folded(r"\([^()]{0,15}$")  # "trade certificate as carpenter (Norwegian fagbrev)"
RECOGNISED = folded(  # the same degree once more, in the words of an office
    r"\b(?:godkjent|godkendt|anerkend\w*|anerkjent|vurderet|vurdert|bedömd\w*|motsvarande svensk|recogni[sz]ed|svarer til|motsvarar|tilsvarer|corresponds? to|sidestil\w+|sidestilt|nokut|uhr|enic|equivalent to)\b",
)
IN_PASSING = folded(
    r"\b(?:min|my|mitt|mit)\s$|\b(?:since|under|during|after|before|siden|sedan|etter|efter|før|före|of|from|fra|från|for|to|til|till|in|i|på)\s(?:my|the|a|min|mit|mitt|mina)\s$"
    r"|\b(?:since|under|during|after|before|siden|sedan|etter|efter|før|före)\s$"
)
UNFINISHED = folded(  # the person left, with no degree; "begun" alone may be under way
    r"\b(?:ej avslutad|(?:inte|aldrig|icke) (?:avslutad|fullföljd|slutförd|avslutat|klar)\w*|avbrut\w+|avbröt\w*|afbrudt|afbrød|avbrøt|avbrutt|uafsluttet|uavsluttet|ufullført|ofullständig|oavslutad|inga examina"
    r"|(?:ikke|ikkje|aldrig|aldri) (?:avlagt|aflagt|afsluttet|avsluttet|fullført|fuldført|færdiggjort|gjennomført|bestått|ferdig)|ingen (?:grad|eksamen|examen|bevis)"
    r"|(?:not|never|didn['’]t) (?:complete|finish|graduate)\w*|unfinished|incomplete|broken off|broke off|(?:not|never) (?:submitted|defended|handed in)|(?:ikke|aldrig|aldri|inte|ej) (?:indleveret|innlevert|levert|disputerat)|(?:dropped|dropping|drop) out|discontinued|interrupted|stopped|left (?:before|without|after)|quit\b|no (?:degree|diploma)"
    r"|forladt|forlatt|utan att bli|uden at blive|hoppade av|hoppat av|hoppet (?:av|fra)|droppe[dt]e? (?:ud|ut)|stoppede|stoppet|sluttede (?:før|efter|uden)|sluttet (?:før|etter|uten)|slutade (?:före|efter|utan)|sprang fra|falt fra|fick inte|fikk ikke|fik ikke"
    r"|(?:without|w/o) (?:a |the |final )?(?:degree|diploma|thesis|finishing|graduating|completing)|(?:uden|uten|utan) (?:afsluttende|avsluttende|afgangs|afhandling|speciale|grad|eksamen|examen|at|att|å|vitnemål|slutbetyg)\w*|abgebrochen|ohne abschluss|abandon\w+|interromp\w+|inacabad\w+|trancad\w+)",
)
FIRST_YEARS = folded(  # right before an education
    r"\b(?:(?:et|ett|to|två|one|two|[12]) (?:år|years?)|(?:første|først|första|andre|andet|andra|first|second|1st|2nd|[123]\.) (?:år|året|year)) (?:på|of|af|av|till?)\s(?:an? |en |et |ett |the )?(?:\w+- (?:eller|og|och|or) )?$"
)
PART_TAKEN = folded(  # of the studies for a degree: they give none
    r"enkeltfag|enkelte? (?:fag|modul\w*|emne\w*)|enstaka kurs\w*|\b(?:\d+|to|tre|two|three|single|some) (?:modul\w*|courses)\b|\b(?:akademi|diplom)?modul(?:e|es|er)?\b|\b[12]\. del\b"
)
TAUGHT_THERE = folded(
    r"(?:master|bachelor|kandidat|doktor|ph\.?d\.?-?)(?:stud\w*er|and(?:er|ar))(?:ne|na|s)?"
)
AT_SCHOOL_ONLY = folded(  # where one learnt a language
    r"(?:vgs|videregående(?: skole)?|gymnasi\w*|hf|lyc[ée]e|high[- ]school\w*|secondary school|upper secondary|ungdomsskole\w*)"
)
NOT_HELD_BEHIND = folded(r"[^.,;]{0,30}\b(?:ikke|inte|not)\b|\s?\?\s(?:nej|nei|no)\b")
# In an ad: what comes after the education, a colleague's degree, the ground of a permit, a school as a place of work.
NOT_ASKED_BEFORE = folded(
    r"\b(?:(?:etter|efter|after|ved|vid)(?: bestått| bestået| godkänd| avlagt| fullført)?|(?:supervisor|handledare|veileder|vejleder)\b[^.;]{0,15}|(?:undervis\w+|taught|teaches)[^.;]{0,40}|(?:wish|ønsker|önskar|vil) (?:to take|å ta|at tage|att ta) (?:an?|en)?|elever (?:på|i)|vurderer (?:en|ei|et)?|considering an?|overvejer en|søkere uten|ansøgere uden|applicants without|manglende|mangler|lacking an?|gymnasium (?:&|og)|,\s(?:som|der|who)\s(?:er|är|is)|de (?:flesta|fleste) (?:här|her) (?:är|er)|kurser på|emner på|teaching (?:at|on)|(?:autorisation|autorisasjon|behörighet) som (?=el)|får (?:du|man|dere)|du får|you (?:get|earn|receive)|ender med|ends with|(?:do not|don['’]t) (?:need|want) an?|(?:replace|instead of) (?:the|an?)|(?:may|might) want an?|oppholdstillatelse som|opholdstilladelse som)\s+$",
)
NOT_ASKED_BEHIND = folded(r"\s+(?:etter|efter|after|på jobb)\b")
NO_MATTER = folded(  # a clause of the law, or what makes no difference
    r"grundläggande behörighet|\b(?:om du (?:er|är)|whether you are)\b.*\b(?:betyder (?:ikke|ingen)|spiller ingen|spelar ingen|no difference|not matter)"
)
PAID = folded(
    r"(?:lønn?|lön|salary|pay|kr\.?|nok|dkk|sek)\b[^.;]{0,40}\d[^.;]{0,25}$"
)  # a rate of pay for those who have it
SCHOOLS = frozenset(("gymnasium", "gymnasiet", "gymnasier"))
CLASS = folded(r"\d+(?:\.|th)? ?(?:klass|class|grade)\w*")  # of compulsory school, named as a thing to have
EXAM = folded(r"(?:svendeprøve|svenneprøve|fagprøve)\w*")  # of those who are trained there
PASSED = folded(r"\b(?:bestått|bestået|avlagt|aflagt|passed)\s(?:\w+\s)?$")
ATTENDED = folded(r"\b(?:gått|gick|läst|gået|går ut|läser)\b[^.;]{0,50}$")
LOWEST_ASKED = 3  # EQF: lower schools are places of work too
GLADLY = folded(
    r"\b(?:gerne|gjerne|gärna|helst|fortrinnsvis|fortrinsvis|preferably|ideally|evt\.?|eventuelt)\b[^.;,]{0,25}$",
)
PREFERRED = folded(
    r"\b(?:fordel\w*|fördel\w*|plus(?:s)?|merit\w*|advantage\w*|asset|ønskelig\w*|önskvär\w*|prefer\w*|foretrekk\w*|foretræk\w*|desir\w*)\b",
)
OR_EXPERIENCE = folded(
    r"\b(?:eller|or)\b[^.;]{0,40}(?:erfaring|erfarenhet|experience|praksis)|tilsvarende (?:erfaring|baggrund)|equivalent experience|motsvarande erfarenhet",
)
EXPERIENCE_INSTEAD = folded(
    r"(?:erfaring|erfarenhet|experience|praksis|kompetanse|kompetence|kompetens)[^.;]{0,60}(?:kompenser|erstatt|ersätt|substitute|compensat|opveje|väga upp)",
)
NOT_NEEDED_BEFORE = folded(
    r"\b(?:no|ingen|inga|inget|uden|uten|utan|without)\s+(?:formal\s+|krav\s+(?:om|til|på)\s+)?$|\b(?:not needed|not required|ikke nødvendig\w*|inget krav)\b[^.;]{0,20}$",
)
NOT_NEEDED_BEHIND = folded(
    r"^\s*(?:er|is|are|är)?\s*(?:ikke|inte|not|inget|ingen)\s+(?:et |ett |a |noget |noe |något )?(?:krav|required|requirement|necessary|needed|nødvendig\w*|nödvändig\w*)",
)


def is_held(text: str, level: LevelWord) -> bool:
    """Whether a CV speaks of an education of the person's own, taken or under way."""
    before = text[: level.start]
    if TAUGHT_THERE.fullmatch(text, level.start, level.end):
        return False
    return not (NOT_HELD_BEFORE.search(before) or NOT_HELD_BEHIND.match(text, level.end))


def is_broken_off(text: str, level: LevelWord, until: int) -> bool:
    """Whether a CV says, of the studies for one level, that they were left before the end."""
    if PART_TAKEN.search(text, level.start, min(until, level.end + 40)):
        return True
    begin = max(text.rfind(end, 0, level.start) for end in (". ", ";", "\n")) + 1
    return UNFINISHED.search(text, max(begin, level.start - 60), min(until, level.end + 110)) is not None


def is_of_first_years(text: str, level: LevelWord) -> bool:
    """Whether an ad asks for a year or two of studies only: "minst ett år på sjuksköterskeprogrammet"."""
    return (
        level.field is not None
        and FIRST_YEARS.search(text, max(0, level.start - 40), level.start) is not None
    )


def is_restated(text: str, levels: Sequence[LevelWord], number: int) -> bool:
    """Whether a word only says the level before it once more, in brackets."""
    return (
        number > 0
        and levels[number - 1].eqf == levels[number].eqf
        and RESTATED.search(text, 0, levels[number].start) is not None
    )


def is_named_next(text: str, levels: Sequence[LevelWord], number: int) -> bool:
    """Whether the next word names the same education with its field: "gymnasieexamen från teknikprogrammet"."""
    following = levels[number + 1] if number + 1 < len(levels) else None
    return (
        following is not None
        and following.eqf == levels[number].eqf
        and following.field is not None
        and JOIN.fullmatch(text, levels[number].end, following.start) is not None
    )


def repeats(text: str, level: LevelWord) -> bool:
    """Whether a CV only comes back to a degree that stands elsewhere in it."""
    return RECOGNISED.search(text) is not None or IN_PASSING.search(text[: level.start]) is not None


def is_asked(text: str, level: LevelWord) -> bool:
    """Whether an ad speaks of an education of the applicant."""
    word = fold(text[level.start : level.end])
    if level.eqf < LOWEST_ASKED and not CLASS.fullmatch(word):
        return False
    if word in SCHOOLS and not ATTENDED.search(text, 0, level.start):
        return False
    before = text[: level.start]
    if EXAM.fullmatch(word) and not PASSED.search(before):
        return False
    return not (
        NO_MATTER.search(text)
        or NOT_ASKED_BEFORE.search(before)
        or NOT_ASKED_BEHIND.match(text, level.end)
        or PAID.search(before)
    )


def modality_of(text: str, levels: Sequence[LevelWord], number: int, role: Role) -> Modality:
    """
    How one level is asked for.

    Args:
        text: the passage.
        levels: all levels in it, in order.
        number: which of them.
        role: a heading may have said that everything below it is an advantage.
    """
    start = levels[number - 1].end if number else 0
    if GLADLY.search(text, start, levels[number].start):
        return Modality.PREFERRED
    end = _predicate_end(text, levels, number)
    behind = text[levels[number].end : end]
    if (
        PREFERRED.search(behind)
        or OR_EXPERIENCE.search(text, levels[number].start)
        or EXPERIENCE_INSTEAD.search(text)
    ):
        return Modality.PREFERRED
    if NOT_NEEDED_BEFORE.search(text, start, levels[number].start) or NOT_NEEDED_BEHIND.search(behind):
        return Modality.NOT_REQUIRED
    return Modality.PREFERRED if role is Role.ADVANTAGE and not PREFERRED.search(text) else Modality.REQUIRED


def _predicate_end(text: str, levels: Sequence[LevelWord], number: int) -> int:
    """End of what is said of a level: the next one, unless the two are joined."""
    for one, two in pairwise(levels[number:]):
        if not JOIN.fullmatch(text, one.end, two.start):
            comma = text.find(",", one.end, two.start)
            return comma if comma >= 0 else two.start
    return len(text)
