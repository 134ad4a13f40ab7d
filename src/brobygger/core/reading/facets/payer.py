"""Who pays: the company, a programme or fund, both, nobody, or the grant that a student brings along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from brobygger.core.reading.data import Document, DocumentKind, Fact, PaidBy, Passage, Payer, Role
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.facets.pay import UNPAID, unpaid_in
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import Signs

PLACE = folded(  # what is paid for; buildings and projects are paid for too
    r"stipen|grant|scholarship|fellowship|salar|\bpay\b|wage|position|\bpost\b|internship|placement|\bstay\b|ph\.?d|doktorand|studentship|praktik|praksis|"
    r"stilling|ophold|opphold|løn|\blön|tjänst|anställning|exjobb|thesis|speciale|masteroppgave|forsker|forskare|postdoc|legat"
)
GIVEN = (
    r"(?:(?:an?|et|ett|en)\s)?(?:grant|stipend\w*|stipendium|legat|bevilling)\s(?:from|of|fra|från|av|af)\s"
)
BY = folded(  # whom the parties stand behind
    r"\b(?:(?P<shared>co-?|jointly |med|sam|del)?(?:fund|financ)ed (?:by|through)|paid by|sponsored by|"
    r"(?P<joint>med|sam|del)?finansier(?:et|es|t|ad|at|as|er) (?:af|av|gennem|gjennom|genom)|"
    r"(?:løn+et|løn+es|aflønnes|betales|betalas|avlönas|avlönad|betalt|betald) (?:af|av))\s"
    rf"(?:{GIVEN})?"
)
FROM = folded(r"\b(?:stipend(?!iat)\w*|grant|scholarship|legat)\s(?:from|fra|från)\s")
DIVIDED = folded(
    r"(?:løn+(?:en)?|lön(?:en)?|salary|pay|stipend\w*)\s(?:(?:is|er|är)\s)?(?:shared|split|divided|deles|delas|delt)\s(?:between|mellem|mellom|mellan)\s"
)
COMPANY = (
    r"(?:the company|the employer|the host(?: company)?|virksomheden|værtsvirksomheden|firmaet|bedriften|arbejdsgiveren|arbeidsgiveren|"
    r"arbetsgivaren|företaget|us|os|oss)"
)
FUND = r"(?:(?:the|an?|et|ett|en)\s)?(?:privat\w*\s|private\s|public\s)?(?:program(?:me|met)?|foundation|fund|fond(?:en)?|stiftelse[nr]?|research council|forskningsråd(?:et)?|vetenskapsrådet|eu)"
COMPANIES, FUNDS = folded(rf"{COMPANY}\b"), folded(rf"{FUND}\b")
NAME = re.compile(
    r"(?:(?:[Tt]he|den|det|stiftelsen|fonden)\s)?(?P<name>[A-ZÆØÅÄÖ][\w&'’+-]*(?:\.?\s(?:(?:of|for|og|och|and|de|van|i|til)\s)?[A-ZÆØÅÄÖ][\w&'’+-]*){0,5})"
)
NEXT = folded(r"\s?(?:,|and|og|och|&|together with|sammen med|tillsammans med)\s")
WAGE = r"(?:(?:you|dig|deg|er|an?|en|your|din|monthly|månedlig|månadsvis|fast|full|fuld|god)\s){0,4}(?:salary|wages?|stipend\w*|løn+(?:en)?|lön(?:en)?)\b"
PAYS = folded(rf"\b{COMPANY} (?:pays?|betaler|betalar|udbetaler|utbetaler|utbetalar) {WAGE}")
EACH = (  # an amount for a time
    r"(?:(?:you|dig|deg|er)\s)?(?:(?:kr\.?|dkk|nok|sek|eur|€)\s?)?\d[\d .,]{0,12}\s?(?:(?:kr\.?|kroner|kronor|dkk|nok|sek|eur|€|euros?)\s?)?"
    r"(?:/|(?:pr\.?|per|om|i|an?)\s)\s?(?:timen?|timmen?|timme|hour|month|måned(?:en)?|månad(?:en)?|md\.?|mdr\.?|year|år(?:et)?)(?!\w)"
)
WE_PAY = folded(rf"\b(?:we pay|vi betaler|vi betalar|vi lønner med) (?:{WAGE}|{EACH})")
OWN = folded(
    r"\b(?:own (?:funding|grant|scholarship|stipend|financing)|self-funded|egen (?:finansiering|finansering|bevilling)|eget (?:stipend|stipendium|legat)|egne midler|egna medel)\b"
)
ERASMUS = re.compile(
    r"\bErasmus\+?[\s-]?(?:grants?|stipen\w*|scholarships?|funding|støtte|midler|bidrag|mobilit\w*)",
    re.IGNORECASE,
)
NAME_OF_ERASMUS = re.compile(r"Erasmus\+?", re.IGNORECASE)
BESIDE = folded(r"\b(?:or|eller|also|også|också)\b[^.;]{0,30}$")  # for others than those who are paid
MONEY = folded(r"\d\s?(?:kr|dkk|nok|sek|eur|€)|(?:\bkr\.?|dkk|nok|sek|eur|€)\s?\d|\d,-")
SIGNS = Signs((*Signs.of(BY, FROM, DIVIDED, PAYS, WE_PAY, OWN, UNPAID).pieces, "erasmus"))
SILENT = frozenset({Role.COMPANY, Role.DIVERSITY, Role.CONTACT})
LONGEST_NAME = 100
LINE = 120  # characters that are looked at behind a passage


@dataclass(frozen=True, slots=True)
class Parties:
    """Who stands behind "paid by": `end` is the character behind the last of them."""

    company: bool
    fund: bool
    name: str | None
    end: int


def find_payer(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """
    At most one `Payer` fact of a passage of an ad, where it says in so many words who pays.

    An allowance beside "unpaid" is pay, and whose it is then is not plain.
    """
    if document.kind is DocumentKind.CV or passage.role in SILENT:
        return
    written, text = text, fold(text)
    for found in (
        _of_parties(written, text, fold(document.employer or "")),
        _of_company(text),
        _of_student(written, text),
    ):
        if found:
            yield fact_at(found[0], passage, found[1], found[2], 0.85)
            return
    unpaid = unpaid_in(text)
    if unpaid and not MONEY.search(text + fold(_rest_of_line(passage, document))):
        yield fact_at(Payer(PaidBy.UNPAID), passage, unpaid.start(), unpaid.end(), 0.85)


def _rest_of_line(passage: Passage, document: Document) -> str:
    """What follows a passage in its line: "ulønnet praktik m. | 3.000 kr. i tilskud" may have been cut."""
    return document.text[passage.span.end : passage.span.end + LINE].partition("\n")[0]


def _of_parties(written: str, text: str, employer: str) -> tuple[Payer, int, int] | None:
    """Like "funded by the … Foundation", "a stipend from the programme", "shared between …"."""
    if not PLACE.search(text):
        return None
    for pattern in (DIVIDED, BY, FROM):
        for cue in pattern.finditer(text):
            parties = _parties(written, text, cue.end(), employer)
            if parties is None:
                continue
            together = pattern is DIVIDED or any(filter(None, cue.groupdict().values()))
            if together or (parties.company and parties.fund):
                paid_by = PaidBy.SHARED
            else:
                paid_by = PaidBy.COMPANY if parties.company else PaidBy.PROGRAMME
            fund = parties.name if paid_by is not PaidBy.COMPANY else None
            return Payer(paid_by, fund), cue.start(), parties.end
    return None


def _parties(written: str, text: str, start: int, employer: str) -> Parties | None:
    company = fund = False
    name: str | None = None
    end = at = start
    while True:
        known, common, named = COMPANIES.match(text, at), FUNDS.match(text, at), NAME.match(written, at)
        if named and fold(named["name"]) in employer:
            known = named
        elif common and named and common.end() >= named.end():  # "the Foundation" is no name
            named = None
        if known:
            company, end = True, known.end()
        elif named:
            fund, end = True, named.end()
            name = name or named["name"][:LONGEST_NAME]
        elif common:
            fund, end = True, common.end()
        else:
            break
        following = NEXT.match(text, end)
        if not following:
            break
        at = following.end()
    return Parties(company, fund, name, end) if company or fund else None


def _of_company(text: str) -> tuple[Payer, int, int] | None:
    """Like "the company pays a salary", "vi betaler 6.000 kr. pr. måned"."""
    said = PAYS.search(text) or WE_PAY.search(text)
    return (Payer(PaidBy.COMPANY), said.start(), said.end()) if said else None


def _of_student(written: str, text: str) -> tuple[Payer, int, int] | None:
    erasmus, own = ERASMUS.search(written), OWN.search(text)
    first = own or erasmus
    if first is None or BESIDE.search(text, 0, first.start()):
        return None
    name = NAME_OF_ERASMUS.match(erasmus[0]) if erasmus else None
    return Payer(PaidBy.OWN_GRANT, name[0] if name else None), first.start(), first.end()
