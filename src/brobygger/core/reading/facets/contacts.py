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
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.roles import heading_role
from brobygger.core.reading.signs import Signs, standing_in

__all__ = ["find_contacts"]

CAPITAL = "".join(  # of every European alphabet with Latin letters
    letter for letter in map(chr, (*range(0x41, 0x5B), *range(0xC0, 0x250))) if letter.isupper()
)
DOMAIN_ENDING = "dk|no|se|com|org|eu|fi|de|uk|nl"

# Cheap tests before the patterns: one of these stands in every such contact (lower case).
EMAIL_SIGNS = Signs(("@", "(at)", "[at]", "(a)", "(snabel"))
URL_SIGNS = Signs(("www.", "http", "/", *(f".{ending}" for ending in DOMAIN_ENDING.split("|"))))
NAME_SIGNS = Signs((
    "konta", "contact", "ring", "call", "navn", "namn", "name", "hedder", "heter", "reach out", "spørgs", "spørs", "frågor", "spør ", "spørg ", "question",
    "referen", "referan", "udtalelse", "uttalelse", "att.", "attn", "write to", "skriv", "stiles", "rettes", "henvend", "vänd", "besvar", "lämnas", "answer", "snak", "snakk", "tal med", "prata",
    "hör av", "hør fra", "mail", "træffes", "treffes", "nås", "svar", "ansvarig", "mvh", "hilsen", "hälsn", "regards", "cheers", "ask for", "i'm", "i’m", "i am", "jeg er", "jag är", "ansvarlig", "speak", "talk",
))  # fmt: skip
DIGIT_SIGNS = Signs("0123456789")
DIGITS = re.compile(r"\d")
EMAIL = folded(
    r"[\w.+-]{1,64}(?:@|\s?(?:\(at\)|\[at\]|\(a\)|\(snabel-a\))\s?)[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}",
)
URL = folded(
    rf"(?:https?://|www\.)[^\s<>()\[\]\"»”]+|(?<![\w.@-])[a-z0-9-]{{2,63}}(?:\.[a-z0-9-]{{1,63}}){{0,3}}\.(?:(?:{DOMAIN_ENDING})(?![\w.-])(?:/[^\s<>()\[\]\"]*)?|[a-z]{{2,8}}/[^\s<>()\[\]\"]+)"
    r"|(?<=github: )/[\w./-]+|(?<=linkedin: )(?:in)?/[\w./-]+|(?<=gitlab: )/[\w./-]+",
)
TRAILING = ".,;:!?…'’"
BIRTH = r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])"  # day and month, as Danish and Norwegian numbers begin
ID_NUMBER = re.compile(
    r"(?<![\d+-])(?:"
    rf"{BIRTH}\d\d[- ]\d{{4}}"  # CPR number
    rf"|(?:{BIRTH}|[4-7]\d(?:0[1-9]|1[0-2]))\d\d ?\d{{5}}"  # fødselsnummer; D-numbers add 40 to the day
    r"|(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|[6-9]\d)[-+]\d{4}"  # personnummer, samordningsnummer
    rf"|{BIRTH}\d\d[-+A]\d{{3}}[A-Y]"  # Finnish henkilötunnus; with a figure last it looks like a CPR number
    r")(?![\d-])"
)
PLAIN_ID = folded(
    r"(?:\bcpr\b|personn?\w*|fødsels\w*|samordningsn\w*|d-nummer|id)[\s.:-]{1,3}(?:nr\.?|nummer|number|no\.?)?[\s:]{0,3}(?P<number>\d{6,8}[- ]?\d{4,5})(?!\d)",
)
PHONE = re.compile(
    r"(?<![\w+./:-])(?!(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?!\d))(?:"  # 08/2024 is a month
    r"(?:\+|00)[1-9]\d{0,2}(?:[\s().-]{0,2}\d){6,13}"  # with a country code
    r"|(?<!\d[ .])0\d{1,3}[-/] ?\d{2,3}(?: ?\d{2,3}){1,3}"  # 070-123 45 67, 08-123 456 78; not "36 000-39 500"
    r"|\d\d \d\d \d\d \d\d"  # Danish and Norwegian pairs
    r"|(?<!\d[ .])\d{3} \d\d \d{3}"  # Norwegian mobiles; amounts are grouped otherwise
    r"|07\d(?: ?\d){7}"  # Swedish mobiles
    r")(?![\d-])"
)
PHONE_CUE = folded(
    r"\b(?:tlf|tfn|tel|telefon\w*|phone|mobil\w*|mob|cell|ring|call|mobile|whatsapp|sms)\b[\s.:)–-]{1,4}(?:nr\.?|nummer|number|no\.?|på|til|on|at|us|os|oss)?[\s:]{0,3}"
    r"(?P<number>\+?\d(?:[\s().-]{0,2}\d){5,13})(?!\d)",
)
PAIRS = re.compile(r"\d\d \d\d \d\d \d\d")
ADDRESS = re.compile(
    rf"\b[{CAPITAL}][\w.'’-]*(?: [{CAPITAL}][\w.'’-]*){{0,2}}?(?:vej|vejen|gade|gaden|alle|allé|alléen|stræde|strædet|vænge|vænget|gata|gate|gaten|veg|vegen|vei|veien|väg|vägen|gatan|gränd|gränden"
    r"|stigen|stien|svingen|bakken|backen|torget|torv|torvet|plads|pladsen|plass|parken|marken|haven|højen|engen|dalen|åsen|berget|brinken|haugen|skogen|skoven|toften|lunden|kroken|krogen|tunet|hagen|stråket|kajen|street|strasse|straße| (?:vej|gade|allé|gate|gata|väg|street|road|avenue|lane|drive|plads|plass|plan|torg|torv))"
    r" \d{1,4} ?(?:[A-Za-z](?![\w]))?(?:, ?(?:\d{1,2}\.|st\.?) ?(?:sal|tv|th|mf|etg)?\.?(?: ?(?:tv|th|mf)\.?)?)?"
    # any street before a postcode: "Prøvehøj 4, 8000 Aarhus"
    rf"|\b[{CAPITAL}][\w.'’-]{{2,}}(?: [\w.'’-]+){{0,2}} \d{{1,3}} ?[A-Z]?,? (?:(?:DK|N|SE?)[- ])?(?:\d{{4}}|\d{{3}} \d\d) (?=[{CAPITAL}])"
)
_GIVEN = rf"[{CAPITAL}][\w'’-]+"
NAME = rf"{_GIVEN}(?: (?:[{CAPITAL}]\.|von|van|der|de|da|dos|af|av|el|al|bin)){{0,2}}(?: {_GIVEN}){{1,3}}|{_GIVEN} [{CAPITAL}]\."
TWO_NAMES = re.compile(  # every name has this, and most texts have not
    rf"[{CAPITAL}][\w'’-]+ (?:[{CAPITAL}]|(?:von|van|der|de|da|dos|af|av|el|al|bin) )"
)
NAME_CUE = re.compile(  # names follow "Kontakt:", "ring til teamleder", "contact HR Manager", "besvaras av"
    rf"\b(?i:kontakt(?:a|e|person(?:er)?)?|contact(?: person)?|ring(?: gerne| gjerne| gärna)?(?: til)?|ringer du|call|reach out to|spørgsmål til|spørsmål til|frågor till|navn|namn|name"
    r"|refer[ae]n(?:ce|cer|ces|se|ser|sepersoner|spersoner|ser|t|ter)|udtalelser|uttalelser|att[.:]|attn[.:]?|(?:write|mail|speak|talk|goes?|addressed|directed) to|answered by|skriv(?:e)? (?:[^\W\d_]+ ){0,2}till?|skriva till|spørg?(?: gerne| gjerne)?|fråga(?: gärna)?"
    r"|(?:stiles|rettes|henvendelse|henvend dig|henvend deg|vänd dig|hör av dig|hør fra dig|høre av deg|mail|maila|mejla|sms) till?|(?:besvaras|lämnas|besvares|gis|gives) av|besvares af|fås hos|snakk? med|tal med|prata med"
    r"|(?:kontakt|ansvarig|ansvarlig|contact|representative|företrädare|tillitsvalgt|tillidsrepræsentant)[^.,:;\n]{0,40}? (?:är|er|is))(?!\w)"
    rf"(?P<between>[ :|\t]{{1,12}}(?:[a-zæøåäöé/-]+\.?[ ]){{0,4}}?)(?P<name>{NAME})"
)
# a trade or an office in small letters before a name: "värmemästare Testa Prövesson", "fil. dr Testa Prövesson"
OFFICE = r"(?:leder|ledare|sjef|chef|chefen|direktør|direktör|director|manager|ingeniør|ingenjör|engineer|mester|mästare|formann|formand|förman|foreman|supervisor|rektor|boss|professor|prefekt|dekan|lektor|konsulent|konsult|konsulten|rådgiver|rådgivare|koordinator|coordinator|samordnare|redare|inspektør|inspektör|installatør|installatör|værkfører|verksfører|företrädare|tillitsvalgt|tillidsmand|ombud|representant|veileder|vejleder|handledare|lærer|lærar|lärare|lege|læge|läkare|ejer|eier|ägare|owner|founder|recruiter|dr\.?|kaptein|kaptajn|kapten)"
OFFICE_NAME = re.compile(
    rf"\b(?:[a-zæøåäöé-]*{OFFICE})\s(?P<name>{NAME})"
    rf"|\b[{CAPITAL}][a-zæøåäöé-]*{OFFICE}\s(?P<reached>{NAME})(?=,?\s(?:træffes|treffes|nås|kan|svarer|svarar|på|tlf|can|is reached)|\s?\()"
)
OFFICE_SIGNS = Signs(OFFICE.replace("\\.?", "")[3:-1].split("|"))
BESIDE = re.compile(  # a name, perhaps a firm, and a number or address at once: "Testa Prøvesen (Prøveværft), tlf. "
    rf"(?P<name>{NAME})(?:(?:,| \(| hos| ved| i| at| from| fra| från) ?[{CAPITAL}][\w&.' -]{{1,30}}?\)?)?[ ,;:(<\[–—·|]{{1,4}}"
    r"(?:(?i:kan (?:træffes|treffes|kontaktes|nås)|nås|can be reached|svarar(?: på frågor)?|svarer(?: på spørg?smål)?),? ?)?(?:(?i:tlf|tfn|tel|telefon|phone|mobile?|mob|sms|e-?mail|e-?post|mail)[.:]{0,2} ?)?(?:(?i:på|via|on|at|by) )?$"
)
ONE_NAME = re.compile(  # one name is enough between "til" and a number or an address: "skriv til Prøvine på …"
    rf"\b(?i:till?|to|spørg?|ring|call|contact|kontakta?|gerne|gjerne|gärna) (?P<name>{_GIVEN})(?: på| via| on| at|,)? ?\(?$"
)
SIGNED = re.compile(  # "Mvh Testa Prövesson"
    rf"\b(?i:mvh|vh|hilsen|hälsningar|regards|cheers|sincerely),?\s+(?P<name>{_GIVEN}(?: {_GIVEN}){{0,2}})"
    rf"|\b(?i:spørg?|fråga|ask) (?:efter|etter|for) (?P<asked>{_GIVEN}(?: {_GIVEN}){{0,2}})"
)
I_AM = re.compile(rf"\b(?:I['’]m|I am|[Jj]eg er|[Jj]ag är) (?P<name>{_GIVEN}(?: {_GIVEN}){{1,3}})")
QUIET_SELF = re.compile(  # of people who write no capitals
    r"\b(?:jeg hedder|jeg heter|jag heter|my name is|navnet er)\s(?P<name>[^\W\d_]{2,}(?: [^\W\d_]{2,}){0,3}?)(?=\s(?:og|och|and|er|är|is|i|jeg|jag|fra|från|from|men)\b|[,.]|\s\d|$)"
)
SELF = re.compile(  # "jeg hedder", "my name is": one name is enough
    rf"(?<!\b[vVw][ie] )\b(?i:hedder|heter|navn er|namn är|name is)[ ](?P<name>[{CAPITAL}][\w'’-]+(?: [{CAPITAL}][\w'’-]+){{0,3}})"
)
DATES = re.compile(r"(?:\d{1,2}[./-])?(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?")  # "09/2023", "2023-2024"
NAME_LINE = re.compile(rf"(?P<name>{NAME})\s*(?:$|[,–|(]|-\s|\+|\d|tlf|tel|mobil|phone|e-?mail)")
CV_NAME = re.compile(
    rf"[{CAPITAL}][\w'’.-]*(?: (?:[{CAPITAL}][\w'’.-]*|von|van|der|de|da|dos|af|av|el|al|bin)){{1,4}}"
)
NAME_END = re.compile(r"\s*[—–|,(•·\t\n]\s*|\s-\s|\s{3,}")
ATTENTION_REACH = 12  # characters
ATTENTION = re.compile(r"\b(?:att|attn)[.:]\s*$", re.IGNORECASE)
NOT_NAMES = re.compile(  # words that make capitalised words something else than a person
    r"^(?:hi|hej|hei|hejsan|hello|dear|kære|kjære|bästa|hallo|goddag)$|ingeni|engineer|ingenjör|develop|udvikl|utvikl|utveckl|manager$|student|studer|konsult|konsulent|consultant|techni|tekni|scien|analy|special|design|curriculum|vitae"
    r"|^cv$|r[eé]sum[eé]|profil|arkite[ck]t|architect|chef$|leder|ledare|sjef|forsk|research|mont[øö]r|elektri|electri|operat|software|data|supply|logisti|produ[ck]|project|proje[kc]t|prosjekt|application"
    r"|ansøgning|søknad|ansökan|resource|department|afdeling|avdel|^team|group|system|service|kunde|customer|kommun|region|energ|svejs|sveis|svets|weld|mechani|mekani"
    r"|person|e?mail|number|^name$|^lead$|^head$|deputy|admin|^user|teach|lærer|lärar|sykeple|sygeple|sjukskö|board|standard|national|university|universit|europass|personal|kontakt|contact|company|danish|swedish|norwegian|master|bachelor|ph\.?d|graduate"
    r"|^(?:in|med|with|and|og|och|the|erfaring|for|at|til|kunder|customers?|us|os|oss|her|here|hr|as|a/s|ab|aps|ltd|gmbh|inc|mail|e-?post|mobil|tlf|tel|phone|for|du|vi|jeg|jag|kontor|nord|syd|sør|øst|vest|the)$",
    re.IGNORECASE,
)
OFFICE_WORD = re.compile(rf"{OFFICE}(?:s|en|n)?$|^(?:hr|vd|ceo|cto|cfo)$", re.IGNORECASE)
CV_HEADING = re.compile(  # "CV – ", "Curriculum vitae:"
    r"(?:cv|curriculum vitae|r[eé]sum[eé]|lebenslauf|meritförteckning)\b[\s–—:|,-]*(?:(?:for|för|of|av)\s)?",
    re.IGNORECASE,
)
REFERENCES = re.compile(r"(?:^|\n)[^\n]{0,12}refer[ae]n[a-z]*:?[^\n]{0,20}\n[^§]{0,250}$", re.IGNORECASE)
FEWEST_DIGITS = 6  # of a phone number
FIRST_LINES = 120  # a CV's name stands within its first characters


def find_contacts(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """E-mail addresses, phone numbers, links, names, street addresses and identity numbers; none overlaps another."""
    taken: list[tuple[int, int]] = []
    for kind, start, end, sure in _candidates(text, passage, document):
        if start < end and all(end <= left or right <= start for left, right in taken):
            taken.append((start, end))
            yield fact_at(Contact(kind), passage, start, end, sure)


def _candidates(text: str, passage: Passage, document: Document) -> Iterator[tuple[str, int, int, float]]:
    """(kind, start, end, confidence), the surest kinds first."""
    lower = fold(text)
    standing = standing_in(lower)
    numbers: list[tuple[str, int, int, float]] = []
    if standing & EMAIL_SIGNS.bit:
        numbers += (
            ("email", match.start(), match.start() + len(match[0].rstrip(TRAILING)), 0.99)
            for match in EMAIL.finditer(lower)
        )
        yield from numbers
    if standing & URL_SIGNS.bit:
        for match in URL.finditer(lower):
            yield "url", match.start(), match.start() + len(match[0].rstrip(TRAILING)), 0.95
    if standing & DIGIT_SIGNS.bit:
        if len(DIGITS.findall(text)) >= FEWEST_DIGITS:
            found = list(_numbers(text, passage, document))
            numbers += (one for one in found if one[0] == "phone")
            yield from found
        for match in ADDRESS.finditer(text):
            yield "address", match.start(), match.start() + len(match[0].rstrip(" ,")), 0.85
    if numbers:
        yield from _beside(text, numbers)
    two_names = standing & (NAME_SIGNS.bit | OFFICE_SIGNS.bit) and TWO_NAMES.search(text)
    if standing & NAME_SIGNS.bit:
        for match in SELF.finditer(text):
            yield "name", *match.span("name"), 0.9
        if text.islower():
            for match in QUIET_SELF.finditer(text):
                yield "name", *match.span("name"), 0.8
        for match in I_AM.finditer(text) if two_names else ():
            yield from _person(match, 0.75)
        for match in SIGNED.finditer(text):
            yield from _person(match, 0.75, "name" if match["name"] else "asked")
        for match in NAME_CUE.finditer(text) if two_names else ():
            if not match["name"].isupper():
                yield from _person(match, 0.85)
    if two_names and standing & OFFICE_SIGNS.bit and passage.role is not Role.TITLE:
        for match in OFFICE_NAME.finditer(text):
            yield from _person(match, 0.75, "name" if match["name"] else "reached")
    yield from _name_lines(text, passage, document)


def _person(match: re.Match[str], sure: float, group: str = "name") -> Iterator[tuple[str, int, int, float]]:
    """The name of a match without the office before it, unless one of its words makes it something else."""
    start, end = match.span(group)
    words = match[group].split()
    for number, word in reversed(list(enumerate(words))):
        if OFFICE_WORD.search(word):
            start += len(" ".join(words[: number + 1])) + 1
            words = words[number + 1 :]
            break
    loud = [
        word.isupper() and len(word.strip(".")) > 1 for word in words
    ]  # "HR Nordic" is no name, "TESTA PRØVESEN" is
    if words and any(loud) is all(loud) and not any(NOT_NAMES.search(word) for word in words):
        yield "name", start, end, sure


def _beside(text: str, numbers: list[tuple[str, int, int, float]]) -> Iterator[tuple[str, int, int, float]]:
    """Names right before a phone number or a mail address."""
    for _, at, _, _ in numbers:
        before = text[max(0, at - 110) : at]
        for pattern in (BESIDE, ONE_NAME):
            match = pattern.search(before)
            if match:
                shift = at - len(before)
                for kind, start, end, sure in _person(match, 0.8):
                    yield kind, start + shift, end + shift, sure
                break


def _numbers(text: str, passage: Passage, document: Document) -> Iterator[tuple[str, int, int, float]]:
    for match in PLAIN_ID.finditer(fold(text)):
        yield "id_number", *match.span("number"), 0.97
    for match in PHONE_CUE.finditer(fold(text)):
        if DATES.fullmatch(match["number"]):
            continue
        yield "phone", *match.span("number"), 0.95
    for match in ID_NUMBER.finditer(text):
        yield "id_number", *match.span(), 0.9
    for match in PHONE.finditer(text):
        if DATES.fullmatch(match[0]):
            continue
        private = document.kind is DocumentKind.CV or passage.role in (Role.CONTACT, Role.PERSONAL)
        if private or not PAIRS.fullmatch(match[0]) or _follows_name(text, match.start()):
            yield "phone", *match.span(), 0.9


def _follows_name(text: str, start: int) -> bool:
    """Whether pairs of digits are a phone number by what stands before: "på 12 34 56 78", a name, a comma."""
    return re.search(r"(?:\bpå|\bat|[,:)])\s*$", text[max(0, start - 6) : start], re.IGNORECASE) is not None


def _name_lines(text: str, passage: Passage, document: Document) -> Iterator[tuple[str, int, int, float]]:
    """A name alone: at the start of a contact line or of a reference, or as the first line of a CV."""
    in_cv = document.kind is DocumentKind.CV
    own = passage.span.start
    if passage.role is Role.CONTACT or (in_cv and REFERENCES.search(document.text[max(0, own - 300) : own])):
        line = NAME_LINE.match(text)
        if line:
            yield from _person(line, 0.75)
    elif ATTENTION.search(document.text[max(0, own - ATTENTION_REACH) : own]):
        line = NAME_LINE.match(text.rstrip(" ."))
        if line:
            yield from _person(line, 0.75)
    if in_cv and CV_NAME.fullmatch(text.strip()):  # signed with name and mail address
        below = document.text[passage.span.end : passage.span.end + 40].lstrip()
        if EMAIL.match(fold(below)) and not any(NOT_NAMES.search(word) for word in text.split()):
            yield "name", text.index(text.strip()), len(text.rstrip()), 0.75
    if in_cv and passage.span.start < FIRST_LINES:
        heading = CV_HEADING.match(text)
        start = heading.end() if heading else len(text) - len(text.lstrip("#*_ "))
        if _is_first(document.text[: passage.span.start]) and heading_role(text, document.kind) is None:
            head = NAME_END.split(text[start:], maxsplit=1)[0].rstrip()
            if CV_NAME.fullmatch(head) and not any(NOT_NAMES.search(word) for word in head.split()):
                yield "name", start, start + len(head), 0.7


def _is_first(before: str) -> bool:
    """Whether a CV's name is still to come: nothing but headings and professions stand above."""
    return all(
        any(NOT_NAMES.search(word) for word in line.split()) for line in before.split("\n") if line.strip()
    )
