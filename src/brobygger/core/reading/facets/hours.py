"""Hours a week."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brobygger.core.reading.data import Document, DocumentKind, Fact, Hours, Passage, Role
from brobygger.core.reading.facets.country import home_country
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.facets.numerals import NUMBER, number
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import Signs

# Full time in hours a week: collective agreements in Denmark (37) and Norway (37.5), the Swedish Working Hours Act (40);
# elsewhere the Forty-Hour Week Convention of the ILO (C047, 1935).
FULL_TIME = {"DK": 37.0, "NO": 37.5, "SE": 40.0}
FULL_TIME_ELSEWHERE = 40.0
WEEKS_A_MONTH = 52 / 12
MOST_HOURS = 60.0

SIGNS = Signs(("tim", "hour", "fuld", "full", "heltid", "halvtid", "half", "deltid", "%", "t/uge", "t/uke", "h/w", "t pr", "t/v", "h/v", "prosent", "procent", "percent"))  # fmt: skip
_RANGE = rf"(?P<low>{NUMBER})(?:\s?(?:-|–|til|till|to|eller|or)\s?(?P<high>{NUMBER}))?"
_UNIT = r"(?:timers?|timmars?|hours?|hrs?\.?|h|t|tim\.?)"
WEEKLY = folded(
    rf"\b{_RANGE}[\s-]?{_UNIT}(?:\s(?:arbejde|arbeid|arbete|work))?\s?"
    r"(?:/|om |i |per |pr\.?\s?|a |each |every |/\s)?\s?"
    r"(?:ugen|ugentligt?|uge|arbejdsuge|uken|uka|uke|ukentlig|arbeidsuke|veckan|veckovis|vecka|arbetsvecka|weekly|week|working week)\b(?!\?)",
)
LABELLED = folded(
    r"\b(?:ugentlige? (?:arbejdstid|timetal|timer)|arbejdstid(?:en)?|timetal|arbeidstid(?:en)?|arbetstid(?:en)?|veckoarbetstid|working (?:hours|time)|weekly hours|(?:fuld|full|hel)[ -]?tid|hours(?: per week)?)"
    rf"[^.\n\d]{{0,30}}?\b{_RANGE}\s?(?:{_UNIT}\b|$)",
)
MONTHLY = folded(
    rf"\b{_RANGE}\s?{_UNIT}\s?(?:/|om |i |per |pr\.?\s?|a )\s?(?:måneden|måned|månaden|månad|md\.?|mnd\.?|month)\b",
)
BARE = folded(  # "37 timer" of an ad is a week's full time; in a title also fewer hours are a week's
    rf"\b{_RANGE}[\s-]?(?:timers?|timmars?|hours)\b(?!\s?(?:\?|[/–-]|i døgnet|om dagen|om dagen|per dag|daglig|a day|per day|kurs|course))",
)
FULL_WEEK = (35, 40)
PART = folded(
    r"(?<![\d,.])(?P<low>\d{2,3})(?:\s?%)?(?:\s?(?:-|–|til|till|to)\s?(?P<high>\d{2,3}))?\s?(?:%|prosent|procent|percent)",
)
PART_OF_POST = folded(
    r"stilling|tjänst|anställ|ansett|ansæt|tillsvid|vikar|position|employment|contract|post\b|visstid|fast\b|omfattning|omfang|extent|sysselsättningsgrad|arbeidstid|arbejdstid|arbetstid|"
    r"søger|søker|söker|seek|heltid|fuldtid",
)
NOT_PART = folded(
    r"medlem|pension|rabat|bonus|provision|lønn? ?av|av lönen|vekst|vækst|tillväxt|growth|travel|rejse|reise|resor|remote|hjemme|hemma|distans|tillæg|tillegg|tid(?:en)? er\b|kunde|customers?|"
    r"erfaring|ansatte|anställda|medarbej?i?dere|employees|share|andel|co2|reduc|spar",
)
FULL = folded(
    r"\b(?:fuldtids?\w*|fulltids?\w*|full[ -]time|heltids?\w*)\b|\b(?:(?:hel|full) stilling|(?:fuld|full|hel) tid)\b",
)
HALF = folded(r"\b(?:halvtids?\w*|half[ -]time|halv stilling)\b")
PART_TIME = folded(r"\b(?:deltids?\w*|part[ -]time)\b")
NOT_FULL = folded(r"fuldtidsstud|full[ -]time stud|heltidsstud|fulltidsstud|full[ -]time degree|medarbej?i?dere|ansatte|anställda|employees|ikke fuld|experience|erfaring|erfarenhet")  # fmt: skip
PAST = frozenset({Role.WORK, Role.EDUCATION, Role.SKILLS, Role.LANGUAGES, Role.COMPANY, Role.DIVERSITY})


def find_hours(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """
    Hours a week as said, or of a full, half or percentage post in the country of the text.

    "Part time" without a number says too little and gives nothing.
    """
    text = fold(text)
    if passage.role in PAST:
        return
    said = next(_said(text, in_title=passage.role is Role.TITLE), None)
    if said is None:
        said = _of_full_time(text, passage, document)
    if said:
        match, low, high, sure = said
        if 0 < low <= high <= MOST_HOURS:
            yield fact_at(Hours(round(low, 2), round(high, 2)), passage, match.start(), match.end(), sure)


def _said(text: str, *, in_title: bool) -> Iterator[tuple[re.Match[str], float, float, float]]:
    """(where, fewest, most, confidence) of hours given as a number."""
    for pattern, weeks, sure in ((WEEKLY, 1.0, 0.95), (MONTHLY, WEEKS_A_MONTH, 0.85), (LABELLED, 1.0, 0.8)):
        for match in pattern.finditer(text):
            low = number(match["low"]) / weeks
            high = number(match["high"]) / weeks if match["high"] else low
            if pattern is not LABELLED or low >= 10:  # shorter ones are hours a day
                yield match, low, high, sure
    for match in BARE.finditer(text):
        low = number(match["low"])
        high = number(match["high"]) if match["high"] else low
        if in_title or (FULL_WEEK[0] <= low <= high <= FULL_WEEK[1]):
            yield match, low, high, 0.75


def _of_full_time(
    text: str, passage: Passage, document: Document
) -> tuple[re.Match[str], float, float, float] | None:
    """The same of "full time", "half time" and "80 %"."""
    part, half, whole = PART.search(text), HALF.search(text), FULL.search(text)
    if not (part or half or whole):
        return None
    full = FULL_TIME.get(home_country(passage, document) or "", FULL_TIME_ELSEWHERE)
    if (
        part
        and PART_OF_POST.search(text)
        and not NOT_PART.search(text[max(0, part.start() - 40) : part.end() + 40])
    ):
        low, high = (min(100, int(part[name] or part["low"])) / 100 * full for name in ("low", "high"))
        return part, low, max(low, high), 0.85
    if half:
        return half, full / 2, full / 2, 0.8
    if whole and not PART_TIME.search(text) and not NOT_FULL.search(text):
        return whole, full, full, 0.8 if document.kind is DocumentKind.AD else 0.7
    return None
