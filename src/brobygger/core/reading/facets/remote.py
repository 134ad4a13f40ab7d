"""How much of the work can be done from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brobygger.core.reading.data import Document, Fact, Passage, Remote, Role
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.facets.numerals import NUMBER, number
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import Signs

SIGNS = Signs((
    "hjemm", "hemma", "hemarb", "hemifrån", "remote", "distan", "hybrid", "on-site", "onsite", "on site", "på plats", "på stedet", "fysisk",
    "home", "hjemme", "fjern", "fremmøde", "oppmøte", "in person", "wfh", "telework", "office", "kontor",
))  # fmt: skip
WORK_DAYS = 5  # a week
HYBRID = 0.4  # two days of five: the usual meaning of "hybrid" where no number is given
SOME = 0.2  # "now and then", "a day a week"
HOME = folded(
    r"\b(?:hjemmekontor\w*|hjemmearbejds?\w*|hjemmearbeid\w*|hemarbete|hemmakontor|hemmaarbete|hjemmefra|hjemmedage?\w*|hemmadagar|hemifrån|(?:arbejde|arbeide|jobbe|arbeta|jobba) (?:hjemme|hemma)|"
    r"fjernarbe[ij]de?|distancearbejde|distansarbete|på distan(?:s|se|ce)|remote(?:ly)?|(?:from|at) home|home[- ]?office|home[- ]working|wfh|telework\w*)\b",
)
SITE = folded(
    r"\b(?:på (?:kontoret|arbejdspladsen|arbeidsplassen|arbetsplatsen|plats|stedet|site)|in the office|at the office|on[- ]?site|in person|"
    r"fysisk(?:t)? (?:fremmøde|oppmøte|närvaro|tilstede\w*))\b",
)
HOME_DAYS = folded(  # number and day in one: "to hjemmedage", "en ugentlig hjemmedag", "two home days"
    rf"\b(?P<low>{NUMBER})(?:\s?(?:-|–|til|till|to|eller|or)\s?(?P<high>{NUMBER}))?\s(?:(?:fast|faste|fasta|ugentlige?|ukentlige?|weekly|fixed)\s)?"
    r"(?:dag(?:ar|ars|es?)? distans\w*|hjemmedage?|hjemmearbejdsdage?|hjemmekontordage?r?|hemmadag(?:ar)?|distansdag(?:ar)?|(?:home|remote)[- ](?:office )?days?|days? (?:at|from) home)\b",
)
OF_DAYS = folded(  # "arbejde hjemme en af dagene"
    rf"\b(?P<low>{NUMBER})(?P<high>(?!))?\s(?:af|av|of|om) (?:dagene|dagarna|the days|ugens dage|ukens dager|veckans dagar)\b",
)
DAYS = folded(
    rf"\b(?P<low>{NUMBER})(?:\s?(?:-|–|til|till|to|eller|or)\s?(?P<high>{NUMBER}))?\s(?:hele |full )?(?:dage?|dagar|dager|dag|days?)\b",
)
PERCENT = re.compile(r"(?P<low>\d{1,3})(?:\s?[-–]\s?(?P<high>\d{1,3}))?\s?%")
FULLY = folded(
    r"\b(?:fully remote|full(?:y)? remote|100 ?% (?:remote|på distan\w*|hjemmefra|hjemmekontor|hemifrån|distans\w*)|remote[- ](?:first|only|position|job)|"
    r"(?:helt|udelukkende|utelukkende|enbart) (?:på distan\w*|hjemmefra|hjemmekontor|hemifrån|remote)|work from anywhere|fjernstilling)\b",
)
HYBRID_WORK = folded(
    r"\bhybrid(?:t|e|a)?(?:[ -]?(?:arbejde?|arbeid|arbete|arbetsplats|arbejdsplads|arbeidsplass|work(?:ing|place)?|model(?:l|len)?|stilling|position|"
    r"role|setup|solution|løsning|upplägg|office|kontor|job|jobb))\b|\b(?:arbejdsform|arbeidsform|arbetsform|work(?:place)? ?(?:type|model)?|location)\s?:\s?hybrid\b|^\W*hybrid\W*$",
)
NOT_AT_HOME = folded(
    r"\b(?:(?:ikke|ej|inte|not?|ingen|without|uden|uten|utan)\b(?:\s\w+){0,4}?\s(?:hjemmekontor|hjemmearbe\w+|hjemmefra|remote(?:ly)?|på distan\w+|hemifrån|from home)|"
    r"(?:på distan\w*|remote|hjemmekontor|hjemmearbejde|hemarbete)[^.:\n]{0,20}:\s?(?:nej|nei|no|ingen)\b|"
    r"no remote|(?:on[- ]?site|på (?:plats|kontoret|stedet)) (?:hver dag|every day|varje dag|only|kun|5 da\w+|five days)|"
    r"fuldt fremmøde|100 ?% (?:på (?:plats|kontoret|stedet)|on[- ]?site|fremmøde)|(?:fully|full[- ]time) on[- ]?site)",
)
NOT_WORK = folded(  # what else is done from afar
    r"remote (?:sens|control|monitor|support|access|desktop|area|diagnos|server)|fjern(?:styr|varme|betjen)|distan(?:s|ce)(?:uddannelse|utbildning|kurs|undervis|studi|learning)|"
    r"distance learning|(?:utdanning|uddannelse|utbildning|kurs|studie)\w*[^.\n]{0,30}distan|teams? remotely manag|at home in|home assistant|føle? dig hjemme|home country|samtale|intervju|interview",
)
SOMETIMES = folded(
    r"någon (?:dag|gång)|enkelte gange|noen ganger|noen dager|nogle dage|some days|a day or two|en dag|one day|av og til|af og til|ibland|occasional|now and then|i perioder",
)
SILENT = frozenset(
    {Role.COMPANY, Role.DIVERSITY, Role.TASK, Role.EDUCATION, Role.WORK, Role.SKILLS, Role.LANGUAGES}
)


def find_remote(text: str, passage: Passage, _document: Document) -> Iterator[Fact]:
    """
    The share of the work that can be done from elsewhere: days at home of the five of a week, a percentage, or words.

    "Hybrid" and "home office possible" without a number count as `HYBRID`, "now and then" as `SOME`.
    """
    text = fold(text)
    if NOT_WORK.search(text):
        return
    for pattern, share, sure in ((NOT_AT_HOME, 0.0, 0.85), (FULLY, 1.0, 0.9)):
        match = pattern.search(text)
        if match:
            yield fact_at(Remote(share), passage, match.start(), match.end(), sure)
            return
    home = HOME.search(text)
    site = SITE.search(text)
    counted = _counted(text, home, site)
    if counted:
        share, start, end = counted
        yield fact_at(Remote(share), passage, start, end, 0.9)
        return
    hybrid = HYBRID_WORK.search(text)
    if hybrid:
        yield fact_at(Remote(HYBRID), passage, hybrid.start(), hybrid.end(), 0.7)
    elif home and passage.role not in SILENT:
        share = SOME if SOMETIMES.search(text) else HYBRID
        yield fact_at(Remote(share), passage, home.start(), home.end(), 0.6)


def _counted(
    text: str, home: re.Match[str] | None, site: re.Match[str] | None
) -> tuple[float, int, int] | None:
    """(share, start, end) from a number of days or a percentage beside "at home" or "in the office"."""
    named = HOME_DAYS.search(text)
    if named:
        return _share_of(named), named.start(), named.end()
    where = home or site
    if where is None:
        return None
    for pattern, reach in ((OF_DAYS, 30), (DAYS, 30), (PERCENT, 12)):
        for match in pattern.finditer(text):
            if max(match.start() - where.end(), where.start() - match.end()) <= reach:
                share = _share_of(match) if home else 1 - _share_of(match, most=False)
                if 0 <= share <= 1:
                    return round(share, 2), min(match.start(), where.start()), max(match.end(), where.end())
    return None


def _share_of(match: re.Match[str], *, most: bool = True) -> float:
    """Of the five days of a week, or of a hundred percent; of a range the larger or the smaller number."""
    figures = number((match["high"] or match["low"]) if most else match["low"])
    return figures / 100 if match.re is PERCENT else figures / WORK_DAYS
