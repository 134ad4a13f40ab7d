"""
Lines that say who or where a person is, so that they can be kept out of everything that follows.

A contact is found rather once too often than once too seldom: its span hides characters from the readers of skills,
and a hidden number costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brobygger.core.reading.data import Contact, Document, DocumentKind, Fact, Passage, Role
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.roles import heading_role
from brobygger.core.reading.signs import Signs

__all__ = ["find_contacts"]

CAPITAL = "A-ZÆØÅÄÖÉÜÁÍÓÚÑÇŁŚŻČŠŽÞÐ"
DOMAIN_ENDING = "dk|no|se|com|org|eu|fi|de|uk|nl"

# Cheap tests before the patterns: one of these stands in every such contact (lower case).
EMAIL_SIGNS = Signs(("@", "(at)", "[at]", "(a)", "(snabel"))
URL_SIGNS = Signs(("www.", "http", "/", *(f".{ending}" for ending in DOMAIN_ENDING.split("|"))))
NAME_SIGNS = Signs(("konta", "contact", "ring", "call", "navn", "namn", "name", "hedder", "heter", "reach out", "spørgs", "spørs", "frågor"))  # fmt: skip
DIGITS = re.compile(r"\d")
EMAIL = re.compile(
    r"[\w.+-]{1,64}(?:@|\s?(?:\(at\)|\[at\]|\(a\)|\(snabel-a\))\s?)[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}",
    re.IGNORECASE,
)
URL = re.compile(
    rf"(?:https?://|www\.)[^\s<>()\[\]\"»”]+|(?<![\w.@-])[a-z0-9-]{{2,63}}(?:\.[a-z0-9-]{{1,63}}){{0,3}}\.(?:(?:{DOMAIN_ENDING})(?![\w.-])(?:/[^\s<>()\[\]\"]*)?|[a-z]{{2,6}}/[^\s<>()\[\]\"]+)",
    re.IGNORECASE,
)
TRAILING = ".,;:!?…'’"
BIRTH = r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])"  # day and month, as Danish and Norwegian numbers begin
ID_NUMBER = re.compile(
    r"(?<![\d+-])(?:"
    rf"{BIRTH}\d\d[- ]\d{{4}}"  # CPR number
    rf"|(?:{BIRTH}|[4-7]\d(?:0[1-9]|1[0-2]))\d\d ?\d{{5}}"  # fødselsnummer; D-numbers add 40 to the day
    r"|(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|[6-9]\d)[-+]\d{4}"  # personnummer, samordningsnummer
    r")(?![\d-])"
)
PLAIN_ID = re.compile(
    r"(?:\bcpr\b|personn?\w*|fødsels\w*|samordningsn\w*|d-nummer|id)[\s.:-]{1,3}(?:nr\.?|nummer|number|no\.?)?[\s:]{0,3}(?P<number>\d{6,8}[- ]?\d{4,5})(?!\d)",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"(?<![\w+./:-])(?!(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?!\d))(?:"  # 08/2024 is a month
    r"(?:\+|00)[1-9]\d{0,2}(?:[\s().-]{0,2}\d){6,13}"  # with a country code
    r"|0\d{1,3}[-/] ?\d{2,3}(?: ?\d{2,3}){1,3}"  # 070-123 45 67, 08-123 456 78
    r"|\d\d \d\d \d\d \d\d"  # Danish and Norwegian pairs
    r"|[49]\d\d \d\d \d{3}"  # Norwegian mobiles
    r"|07\d(?: ?\d){7}"  # Swedish mobiles
    r")(?![\d-])"
)
PHONE_CUE = re.compile(
    r"\b(?:tlf|tel|telefon\w*|phone|mobil\w*|mob|cell|ring|call|mobile|whatsapp|sms)\b[\s.:)–-]{1,4}(?:nr\.?|nummer|number|no\.?|på|til|on|at|us|os|oss)?[\s:]{0,3}"
    r"(?P<number>\+?\d(?:[\s().-]{0,2}\d){5,13})(?!\d)",
    re.IGNORECASE,
)
PAIRS = re.compile(r"\d\d \d\d \d\d \d\d")
ADDRESS = re.compile(
    rf"\b[{CAPITAL}][\w.'’-]*(?: [{CAPITAL}][\w.'’-]*){{0,2}}?(?:vej|vejen|gade|gaden|alle|allé|stræde|vænge|gata|gate|gaten|veg|vegen|vei|veien|väg|vägen|gatan|gränd"
    r"|stigen|stien|svingen|bakken|backen|torget|torv|plads|plass|street|strasse|straße| (?:vej|gade|allé|gate|gata|väg|street|road|avenue|lane|drive|plads|plass|plan|torg|torv))"
    r" \d{1,4} ?(?:[A-Za-z](?![\w]))?(?:, ?(?:\d{1,2}\.|st\.?) ?(?:sal|tv|th|mf|etg)?\.?(?: ?(?:tv|th|mf)\.?)?)?"
)
NAME = rf"[{CAPITAL}][\w'’-]+(?: (?:[{CAPITAL}]\.|von|van|de|da|dos|af|av)){{0,2}}(?: [{CAPITAL}][\w'’-]+){{1,3}}"
NAME_CUE = re.compile(  # names follow "Kontakt:", "ring til teamleder", "contact HR Manager"
    rf"\b(?i:kontakt(?:a|e|person(?:er)?)?|contact(?: person)?|ring(?: til)?|call|reach out to|spørgsmål til|spørsmål til|frågor till|navn|namn|name)\b"
    rf"(?P<between>[ :]{{1,3}}(?:[a-zæøåäö-]+[ ]){{0,4}}?)(?P<name>{NAME})"
)
SELF = re.compile(  # "jeg hedder", "my name is": one name is enough
    rf"\b(?i:hedder|heter|navn er|namn är|name is)[ ](?P<name>[{CAPITAL}][\w'’-]+(?: [{CAPITAL}][\w'’-]+){{0,3}})"
)
DATES = re.compile(r"(?:\d{1,2}[./-])?(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?")  # "09/2023", "2023-2024"
NAME_LINE = re.compile(rf"(?P<name>{NAME})\s*(?:$|[,–|(]|-\s|\+|\d|tlf|tel|mobil|phone|e-?mail)")
CV_NAME = re.compile(
    rf"[{CAPITAL}][\w'’.-]*(?: (?:[{CAPITAL}][\w'’.-]*|von|van|der|de|da|dos|af|av|el|al|bin)){{1,4}}"
)
NAME_END = re.compile(r"\s*[—–|,(•·]\s*|\s-\s")
NOT_NAMES = re.compile(  # words that make capitalised words something else than a person
    r"ingeni|engineer|ingenjör|develop|udvikl|utvikl|utveckl|manager$|student|studer|konsult|konsulent|consultant|techni|tekni|scien|analy|special|design|curriculum|vitae"
    r"|^cv$|r[eé]sum[eé]|profil|arkite[ck]t|architect|chef$|leder|ledare|sjef|forsk|research|mont[øö]r|elektri|electri|operat|software|data|supply|logisti|produ[ck]|project|proje[kc]t|prosjekt|application"
    r"|ansøgning|søknad|ansökan|board|standard|national|university|universit|europass|personal|kontakt|contact|company|danish|swedish|norwegian|master|bachelor|ph\.?d|graduate"
    r"|^(?:in|med|with|and|og|och|the|erfaring|for|at|til|kunder|customers?|us|os|oss|her|here|hr)$",
    re.IGNORECASE,
)
NOT_IN_CONTACT_NAMES = re.compile(r"board|standard|national|universit|company|kunde|customer|kommune|region|danish|swedish|norwegian", re.IGNORECASE)  # fmt: skip
FEWEST_DIGITS = 6  # of a phone number
FIRST_LINES = 80  # a CV's name stands within its first characters


def find_contacts(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """E-mail addresses, phone numbers, links, names, street addresses and identity numbers; none overlaps another."""
    taken: list[tuple[int, int]] = []
    for kind, start, end, sure in _candidates(text, passage, document):
        if start < end and all(end <= left or right <= start for left, right in taken):
            taken.append((start, end))
            yield fact_at(Contact(kind), passage, start, end, sure)


def _candidates(text: str, passage: Passage, document: Document) -> Iterator[tuple[str, int, int, float]]:
    """(kind, start, end, confidence), the surest kinds first."""
    lower = text.lower()
    if EMAIL_SIGNS.stand_in(lower):
        for match in EMAIL.finditer(text):
            yield "email", match.start(), match.start() + len(match[0].rstrip(TRAILING)), 0.99
    if URL_SIGNS.stand_in(lower):
        for match in URL.finditer(text):
            yield "url", match.start(), match.start() + len(match[0].rstrip(TRAILING)), 0.95
    if DIGITS.search(text):
        if len(DIGITS.findall(text)) >= FEWEST_DIGITS:
            yield from _numbers(text, passage)
        for match in ADDRESS.finditer(text):
            yield "address", match.start(), match.start() + len(match[0].rstrip(" ,")), 0.85
    if NAME_SIGNS.stand_in(lower):
        for match in SELF.finditer(text):
            yield "name", *match.span("name"), 0.9
        for match in NAME_CUE.finditer(text):
            if not match["name"].isupper() and not NOT_IN_CONTACT_NAMES.search(match["name"]):
                yield "name", *match.span("name"), 0.85
    yield from _name_lines(text, passage, document)


def _numbers(text: str, passage: Passage) -> Iterator[tuple[str, int, int, float]]:
    for match in PLAIN_ID.finditer(text):
        yield "id_number", *match.span("number"), 0.97
    for match in PHONE_CUE.finditer(text):
        if DATES.fullmatch(match["number"]):
            continue
        yield "phone", *match.span("number"), 0.95
    for match in ID_NUMBER.finditer(text):
        yield "id_number", *match.span(), 0.9
    for match in PHONE.finditer(text):
        if DATES.fullmatch(match[0]):
            continue
        private = passage.role in (Role.CONTACT, Role.PERSONAL)
        if private or not PAIRS.fullmatch(match[0]) or _follows_name(text, match.start()):
            yield "phone", *match.span(), 0.9


def _follows_name(text: str, start: int) -> bool:
    """Whether pairs of digits are a phone number by what stands before: "på 12 34 56 78", a name, a comma."""
    return re.search(r"(?:\bpå|\bat|[,:)])\s*$", text[max(0, start - 6) : start], re.IGNORECASE) is not None


def _name_lines(text: str, passage: Passage, document: Document) -> Iterator[tuple[str, int, int, float]]:
    """A name alone: at the start of a contact line, or as the first line of a CV."""
    if passage.role is Role.CONTACT:
        line = NAME_LINE.match(text)
        if line and not any(NOT_NAMES.search(word) for word in line["name"].split()):
            yield "name", *line.span("name"), 0.75
    is_first = passage.span.start < FIRST_LINES and not document.text[: passage.span.start].strip()
    if document.kind is DocumentKind.CV and is_first and heading_role(text, document.kind) is None:
        head = NAME_END.split(text, maxsplit=1)[0]
        if CV_NAME.fullmatch(head) and not any(NOT_NAMES.search(word) for word in head.split()):
            yield "name", 0, len(head), 0.7
