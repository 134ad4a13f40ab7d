"""Gross pay: an amount or a range, its currency, and the hour, month or year it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brobygger.core.reading.data import Document, DocumentKind, Fact, Passage, Pay, PayPeriod, Role
from brobygger.core.reading.facets.country import home_country
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import Signs

SIGNS = Signs(("kr", "dkk", "nok", "sek", "eur", "€", "løn", "lønn", "lön", "månad", "pay", "avlönad", "oavl", "obetal", "unpaid", "paid", "voluntary", "stipend", "salary", "wage"))  # fmt: skip
FIGURE = re.compile(r"\d")
FIGURE_OR_END = re.compile(r"\d|[.;!?]\s")
SENTENCE_END = re.compile(
    r"(?<!\bca)(?<!\bkr)(?<!\bpr)(?<!\bmd)(?<!\bmdr)(?<!\binkl)(?<!\bincl)(?<!\bmill)(?<!\bmio)(?<!\bmia)(?<!\bmax)\.\s|[!?]\s"
)
NEAR_RENT = 70  # characters
CURRENCY_OF_COUNTRY = {"DK": "DKK", "NO": "NOK", "SE": "SEK", "FI": "EUR", "DE": "EUR"}
_AMOUNT = r"(?:\d{1,3}(?:[ .,\u00a0\u202f']\d{3})+|\d{2,7})(?:[.,]\d{1,2})?(?:\s?k\b|['’](?!\w))?(?:,-)?"
_CURRENCY = r"DKK|tkr\b|NOK|SEK|EUR|€|kr\b\.?|kroner\b|kronor\b|euros?\b|(?:danske|norske|svenska) kro\w+"
_TO = r"\s?(?:\([^()\d]{1,20}\)\s?)?(?:,-)?\s?(?:-|–|—|til|till|to|and|og|och|or|eller)\s?"
AMOUNT = folded(
    rf"(?:(?P<before>{_CURRENCY})\s?)?(?<![\d.,:/+])(?P<low>{_AMOUNT})(?:\s?(?P<between>{_CURRENCY}))?"
    rf"(?:{_TO}(?:(?:{_CURRENCY})\s?)?(?P<high>{_AMOUNT}))?(?![\d%])(?:\s?(?P<after>{_CURRENCY}))?"
    r"(?=(?P<rest>[^.;\n\d]{0,30}))",  # left for the next: "(code 1434) from NOK 560 000"
)
_FOR = r"(?:/\s?|\bpr\.\s?|\b(?:pr|per|i|om|an|a)\s)"  # "at" is no hour: what is a word of its own ends in a space
PERIODS: tuple[tuple[PayPeriod, re.Pattern[str]], ...] = tuple(
    (period, folded(pattern))
    for period, pattern in (
        (PayPeriod.HOUR, rf"{_FOR}(?:timen?|timmen?|timme|hour|tim\.?|t|h)\b|timel|timlön|timepris|timpris|hourly|kr/t"),
        (PayPeriod.MONTH, rf"{_FOR}(?:måned(?:en)?|månad(?:en)?|md\.?|mdr\.?|mnd\.?|mån\.?|month)(?!\w)|måned(?:s|lig)|månad(?:s|lig)|mdl\.?|monthly"),
        (PayPeriod.YEAR, rf"{_FOR}(?:år|året|year|annum)\b|årsl|årlig|annual|yearly|p\.\s?a\."),
    )
)  # fmt: skip
# Amounts of a period that can be pay, in kroner and kronor; a tenth of it in euro. Wide on purpose: they part
# hours, months and years where the text does not, and pay from phone numbers.
PLAUSIBLE = {
    PayPeriod.HOUR: (50, 2_500),
    PayPeriod.MONTH: (2_600, 250_000),
    PayPeriod.YEAR: (100_000, 4_000_000),
}
MOST_A_MONTH = 150_000  # kroner or kronor: what is more is for a year, if nothing is said
USUAL = (15_000, 100_000)  # kroner or kronor a month; a range in it needs no word beside it
CUE = folded(r"løn|lønn|\blön|lön\b|salary|wage|\bpay\b|\bpaid\b|stipend(?!iat)|honorar|compensation|remunerat|ersättning|godtgør|godtgjør|vederlag|grant|pension|pensjon|timpris|timepris|arvode|hourly rate|su-|pakke\b|package|\bpaket")  # fmt: skip
TARGET = folded(r"mållön|målløn|provision|(?<!inkl\. )(?<!incl\. )(?<!inklusive )bonus|OTE\b|omsæt|omset|omsätt|turnover|revenue|budget|mia\.?\b|mio\.?\b|mill|miljard|investe|rabat|fond|støtte|bidrag|friskvård|gebyr|fee\b|tillæg|tillegg|tillägg|tilskud")  # fmt: skip
UP_TO = folded(r"\bopp? til\s(?:(?:kr|ca|dkk|nok|circa)\.?\s)?$")  # no promise
ONCE = folded(r"aflever|innlever|inlämn|submission|hand(?:ing|ed) in|godkän|godkend|engang|engång|one-time|lump|i alt\b|totalt?\b|per projekt|per (?:opgave|oppgave|uppgift|task|thesis)|efter afslut|efter avslut|upon completion")  # fmt: skip
LUMP = folded(r"lump|engang|engång|one-time")  # before an amount: paid once
GROUPED = re.compile(r"\d[ .,\u00a0\u202f]\d{3}(?!\d)|['’k]$")
SUM = folded(
    r"stipend(?!iat)|honorar|vederlag|ersättning|godtgør|godtgjør|grant|award"
)  # paid once, unless a period is named
RENT = folded(  # what is paid for a home, not for work
    r"\brent\b|\b(?:to|for) rent\b|\brental|husleje|husleie|\bleien?\b(?! (?:ud|ut))|\bleie for\b|\bhyran?\b|\bhybel\w*|\brooms?\b|\bværelser?\w*|\bkollegie\w*|\bbolig\w*|\bleilighet\w*|\blejlighed\w*|\blägenhet\w*|\bstudentrum\w*|\brum(?:met)? (?:för|kostar|till)\b|\baccommodation|\bhousing|\bdormitor\w*|\bflats?\b|\bapartments?\b"
)  # fmt: skip
RENT_BEHIND = folded(
    r"\W*(?:(?:a|an|per|pr\.?|i|om)\s\w+\s|/\s?\w+\s)?(?:in|for|i|til|för|som|as)\s(?:\w+\s){0,2}?(?:rent|rooms?|husleje|husleie|leie|hyra|hybel|værelse|bolig|leilighet|lejlighed|lägenhet|housing|accommodation|flat|apartment)\b"
)
PENSION = folded(  # what is paid beside the pay; "løn inkl. pension" is pay
    r"(?<!inkl\. )(?<!inkl )(?<!incl\. )(?<!including )(?<!inklusive )(?<!inkludert )(?<!og )(?<!och )(?<!med )(?<!and )(?<!with )\b(?:pension|pensjon)\w*"
)
PAYS = folded(
    r"løn|lønn|\blön|lön\b|salary|wage|\bpay\b|\bpays\b|\bearn|\bgi(?:ver|r)\b|\bger\b"
)  # nearer to the amount than the home
UNPAID = folded(r"\b(?:ulønnede?|ulønnet|ulønna|oavlönade?|oavlönat|oavlönad|unpaid|without pay|not (?:be )?paid|uden løn|uten lønn|utan lön|ingen lønn?|ingen lön|no (?:salary|pay|wages)|obetal(?:d|da|t)|frivillig praktik)\b")  # fmt: skip
OTHER_TIME = r"leave|overtime|holidays?|vacation|breaks?|lunch|orlov|permisjon|overtid|övertid|pauser?|frokost|ferie|barsel|tjänstledig\w*|ledighet|rast|semester"
NOT_OF_WORK = folded(rf"\s(?:{OTHER_TIME})\b")  # behind "unpaid"
NOT_OF_THIS = folded(  # before it: of other places, of other time, or denied
    rf"(?:\b(?:not|never|ikke|ikkje|inte|aldrig|aldri|if|hvis|others?|andre|andra|many|mange|många|{OTHER_TIME})|n['’]t)\s(?:[\w-]+\s){{0,2}}$"
)
OWN_CLAIM = folded(  # in any section of a CV: what the person has or asks for
    r"\b(?:nuværende|nåværende|nuvarande|current|minimum|minst|mindst|at least|expect\w*|forvent\w*|förvänt\w*|ønske\w*|önske\w*|(?:løns?|lønns?|löne)-?(?:krav|anspråk|nivå|niveau|ønske|önskemål|forventning)\w*|tim(?:e)?pris|(?:salary|wages?|pay|løn|lønn|lön)\s?(?:from|fra|från|expect\w*|claim|krav|ønske|önskemål))",
)
SILENT = frozenset({Role.DIVERSITY, Role.WORK, Role.EDUCATION, Role.SKILLS, Role.LANGUAGES})


def find_pay(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """
    Pay that is promised (ads) or asked for (CVs); unpaid is 0.

    An amount counts beside a word for pay or with its period ("180 kr/t"). Targets, commissions and what
    a firm turns over are no pay.
    """
    text = fold(text)
    if passage.role in SILENT and not (document.kind is DocumentKind.CV and OWN_CLAIM.match(text)):
        return
    amounts, unpaid = list(AMOUNT.finditer(text)) if FIGURE.search(text) else [], unpaid_in(text)
    if not amounts and not unpaid:
        return
    found = False
    currency = CURRENCY_OF_COUNTRY.get(home_country(passage, document) or "")
    for match in amounts:
        pay = _pay(text, match, currency)
        if pay:
            found = True
            yield fact_at(pay, passage, match.start(), match.end(), 0.9 if CUE.search(text) else 0.75)
    if unpaid and not found and passage.role is not Role.COMPANY:
        yield fact_at(
            Pay(0, 0, currency or "EUR", PayPeriod.MONTH), passage, unpaid.start(), unpaid.end(), 0.8
        )


def unpaid_in(text: str) -> re.Match[str] | None:
    """Where a text in lower case says that the work is not paid; leave and overtime are other things."""
    for match in UNPAID.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        if not (NOT_OF_WORK.match(text, match.end()) or NOT_OF_THIS.search(before)):
            return match
    return None


def _pay(text: str, match: re.Match[str], home: str | None) -> Pay | None:
    """What an amount pays, if it is pay; see `find_pay`."""
    near = SENTENCE_END.split(text[max(0, match.start() - 40) : match.start()])[-1]
    near += text[match.start() : match.start("rest")]
    if TARGET.search(near[near.rfind("(") + 1 :]) or ONCE.search(match["rest"]):
        return None
    before = text[max(0, match.start() - 30) : match.start()]
    if LUMP.search(before) or UP_TO.search(before) or _is_beside(text, match):
        return None
    marks = " ".join(filter(None, (match["before"], match["between"], match["after"])))
    cue = CUE.search(text, max(0, match.start() - 60), match.end("rest"))
    low, high = _amounts(match)
    if "tkr" in marks.lower():  # thousands of kronor
        low, high = low * 1000, high * 1000
    period = _period(_whole_words(text, match))
    is_salary = (
        bool(marks and match["high"]) and USUAL[0] <= low < high <= USUAL[1]
    )  # "45–54 000 kr" of an ad
    clear = GROUPED.search(match["high"] or match["low"]) is not None
    if not (cue or ((marks or clear) and period) or is_salary) or not (
        marks or _is_clear(match["high"] or match["low"], period)
    ):
        return None
    currency = _currency(marks, home)
    period = period or _unsaid_period(text, match, high, currency)
    if currency is None or period is None or low > high:
        return None
    if not (_is_plausible(low, period, currency) and _is_plausible(high, period, currency)):
        return None
    return Pay(low, high, currency, period)


def _unsaid_period(text: str, match: re.Match[str], amount: float, currency: str | None) -> PayPeriod | None:
    """The period of an amount that has none behind it: said before it, or the only one for which it can be pay."""
    before = text[max(0, match.start() - 40) : match.start()]
    said = _period(before) if CUE.search(text) else None
    if currency is None or (said is None and SUM.search(before)):
        return None
    likely = _likely(amount, currency)
    if said is None or not FIGURE.search(before) or _is_plausible(amount, said, currency):
        return said or likely
    # it was another amount's: "45.000.000 kr. om året, og 33.000 kr. i løn"; small money beside a pay is no hour's pay
    return None if likely is PayPeriod.HOUR else likely


def _is_beside(text: str, match: re.Match[str]) -> bool:
    """Whether the words between the amount before it and this one, or right behind it, speak of a home or a pension."""
    if RENT_BEHIND.match(text, match.start("rest")):
        return True
    before = FIGURE_OR_END.split(text[max(0, match.start() - NEAR_RENT) : match.start()])[-1]
    begin = match.start() - len(before)
    others = [one.start() for of in (RENT, PENSION) for one in of.finditer(text, begin, match.start())]
    pays = [one.start() for one in PAYS.finditer(text, begin, match.start())]
    return bool(others) and (not pays or max(pays) < max(others))


def _whole_words(text: str, match: re.Match[str]) -> str:
    """What stands behind an amount, without the beginning of a word that is longer: "i h" of "i husleje" is no hour."""
    rest, end = match["rest"], match.end("rest")
    if rest.endswith("pr") and text[end : end + 1] == ".":  # "kr. pr. måned"
        return text[end - 2 : end + 12]
    if rest[-1:].isalpha() and text[end : end + 1].isalpha():
        return rest[: rest.rfind(" ") + 1]
    return rest


def _is_clear(figures: str, period: PayPeriod | None) -> bool:
    """Whether a number without a currency can be money: "680 000", or "215" with its period; not a year."""
    return bool(GROUPED.search(figures)) or (period is not None and len(figures) == 3)


def _amounts(match: re.Match[str]) -> tuple[float, float]:
    """Lowest and highest; thousands left out of the first are added ("45-55.000", "600–750'")."""
    low = _amount(match["low"])
    high = _amount(match["high"]) if match["high"] else low
    if low < 1000 and high >= 10_000 and low * 1000 <= high and match["low"].strip().isdigit():
        low *= 1000
    return low, high


def _amount(figures: str) -> float:
    """The number meant: "38.000" and "38 000,-" are 38,000; "132,15" is 132.15; "45k" and "45'" are 45,000."""
    figures = figures.removesuffix(",-").lower()
    plain = figures.rstrip("k'’ ")
    plain = re.sub(r"[ .,\u00a0\u202f'](?=\d{3}(?!\d))", "", plain).replace(",", ".")
    return float(plain) * (1000 if plain and figures.rstrip()[-1] in "k'’" else 1)


def _currency(marks: str, home: str | None) -> str | None:
    """ISO 4217 of the signs beside an amount; "kr" is the country's own."""
    upper = marks.upper()
    for code, sign in (("DKK", "DANSKE"), ("NOK", "NORSKE"), ("SEK", "SVENSKA"), ("EUR", "€")):
        if code in upper or sign in upper:
            return code
    if "KRONER" in upper and home == "SEK":
        return None
    return home


def _period(text: str) -> PayPeriod | None:
    return next((period for period, pattern in PERIODS if pattern.search(text)), None)


def _likely(amount: float, currency: str) -> PayPeriod | None:
    """The only period for which an amount can be pay; monthly and yearly pay do not overlap below 100,000 kr."""
    if amount > MOST_A_MONTH and currency != "EUR":
        return PayPeriod.YEAR
    fitting = [period for period in PLAUSIBLE if _is_plausible(amount, period, currency)]
    return fitting[0] if fitting else None


def _is_plausible(amount: float, period: PayPeriod, currency: str) -> bool:
    low, high = PLAUSIBLE[period]
    scale = 0.1 if currency == "EUR" else 1
    return low * scale <= amount <= high * scale
