"""Years of experience in the words of an ad."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brobygger.core.reading.data import Modality, Role
from brobygger.core.reading.facets.numerals import NUMBER, number
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import Signs

SIGNS = Signs(("erfar", "experien", "praksis", "nyud", "nyut", "nyex", "nyfærdig", "graduate", "newly"))
EXPERIENCE = r"(?:\w*erfaring|\w*erfarenhet|experience|praksis|erhvervserfaring)\b"
LEAST = r"(?:mindst|minst|minimum|min\.|at least|over|more than|mere end|mer enn|mer än|omkring|ca\.?|gerne|gjerne|gärna)"
PAIR = r"(?:et|ett|a) (?:par|couple of)"
YEARS = folded(
    rf"(?:\b{LEAST}\s+)?(?<![\d.,/-])(?P<number>{PAIR}|{NUMBER})\s*\+?(?:\s*(?:[-–/]|til|to|till|eller|or)\s*{NUMBER}\+?)?\s*"
    rf"(?P<unit>års?|årig|years?|yrs?|måneders?|månaders?|månader|months?)\b['’]?(?:\s+(?:of|med|av|af))?(?:\s+[\w/-]+){{0,3}}?\s+{EXPERIENCE}",
)
BEHIND = folded(
    rf"{EXPERIENCE}\s*[:(–-]?\s*(?:på\s+|of\s+|i\s+)?(?:{LEAST}\s+)?(?P<number>{PAIR}|{NUMBER})\s*\+?(?:\s*(?:[-–/]|til|to|till)\s*{NUMBER})?\s*(?P<unit>år|years?|yrs?|måneder|månader|months?)\b",
)
NONE_NEEDED = folded(
    r"\b(?:nyuddann\w+|nyutdann\w+|nyutexaminera\w+|nyexaminera\w+|nyfærdig\w*|recent(?:ly)? graduate\w*|new graduates?|newly (?:graduated|qualified|educated)|fresh graduates?)\b"
    rf"|\b(?:ingen|no|ingen krav (?:om|til|på))\s+(?:\w+\s+)?{EXPERIENCE}(?:\s+(?:\w+\s+)?(?:kræves|kreves|krävs|required|needed|necessary|er nødvendig|behövs))"
    rf"|{EXPERIENCE}\s+(?:er|is|är)\s+(?:ikke|not|inte|inget)\s+(?:et |ett |a |noget )?(?:krav|required|requirement|necessary|nødvendig|nödvändig)",
)
OTHERS = folded(  # whose experience it is: the company's
    r"\b(?:vi|we|vores|våre|vår|våra|our|virksomheden|selskapet|bedriften|företaget|firmaet|company|de|they|teamet)\b(?:\s+(?:har|have|has|med|with|samlet|samlede|over|mer|mere|more|än|end|enn|than))*\s*$",
)
CHOICE = folded(r"\b(?:eller|or)\b")
PREFERRED_BEHIND = folded(r"^[^.;]{0,60}?\b(?:fordel\w*|fördel\w*|plus(?:s)?|merit\w*|advantage\w*|asset|ønskelig\w*|önskvär\w*|prefer\w*|foretrekk\w*|foretræk\w*|desir\w*)\b")  # fmt: skip
GLADLY = folded(r"\b(?:gerne|gjerne|gärna|helst|preferably|ideally)\b[^.;,]{0,20}$")
LONGEST = 50  # years; more is somebody else's


def asked_years(text: str, role: Role) -> Iterator[tuple[float, Modality, int, int]]:
    """(years, modality, start, end) for every length of experience; of a range the lower end."""
    text = fold(text)
    if not SIGNS.stand_in(text):
        return
    none_needed = NONE_NEEDED.search(text)
    if none_needed:
        yield 0.0, Modality.REQUIRED, *none_needed.span()
    end = 0
    for match in sorted((*YEARS.finditer(text), *BEHIND.finditer(text)), key=lambda one: one.start()):
        years = _years(match)
        if (
            match.start() < end
            or years > LONGEST
            or OTHERS.search(text, max(0, match.start() - 40), match.start())
        ):
            continue
        end = match.end()
        choice = none_needed is not None and CHOICE.search(text) is not None
        yield years, Modality.PREFERRED if choice else _modality(text, match, role), *match.span()


def _years(match: re.Match[str]) -> float:
    words = match["number"].lower()
    amount = 2.0 if words.endswith(("par", "couple of")) else number(words)
    return amount / 12 if match["unit"].lower().startswith("m") else amount


def _modality(text: str, match: re.Match[str], role: Role) -> Modality:
    gladly = match[0].lower().startswith(("gerne", "gjerne", "gärna")) or GLADLY.search(text[: match.start()])
    if gladly or PREFERRED_BEHIND.search(text[match.end() :]) or role is Role.ADVANTAGE:
        return Modality.PREFERRED
    return Modality.REQUIRED
