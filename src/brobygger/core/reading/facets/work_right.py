"""The right to work: what an ad asks for or helps with, what a person says to have or to need."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brobygger.core.reading.data import (
    Document,
    DocumentKind,
    Fact,
    Passage,
    Role,
    WorkRight,
    WorkRightCondition,
)
from brobygger.core.reading.facets.country import named_countries
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.signs import Signs

SIGNS = Signs(("citizen", "statsborger", "medborg", "national", "tillad", "tillat", "tillst", "permit", "visa", "visum", "right to work", "ret til at", "rett til å", "rätt att", "eligible", "authori", "sikker", "säker", "clearance", "blue card", "permanent resid", "ophold", "opphold", "uppehåll"))  # fmt: skip
PERMIT = re.compile(
    r"\b(?:arbejds?(?:- og opholds)?tilladelse\w*|(?:opholds?- og )?arbejdstilladelse\w*|opholdstilladelse\w*|arbeidstillatelse\w*|oppholdstillatelse\w*|"
    r"(?:arbets|uppehålls)tillstånd\w*|(?:work|residence)(?: and (?:work|residence))? permits?|permanent residen(?:ce|cy|t)\w*|permanent opphold\w*|permanent ophold\w*|"
    r"permanent uppehåll\w*|work(?:ing)? visas?|visas?|visum|blue card|work authori[sz]ation|authori[sz]ed to work|eligible to work|eligibility to work|"
    r"permission to work|(?:legal )?rights? to (?:live and )?work|lov(?:lig)? til å (?:arbeide|jobbe)|ret til at arbejde|rett til å (?:arbeide|jobbe)|rätt att arbeta)\b",
    re.IGNORECASE,
)
SWEDISH_VERBS = ("visa", "visas")  # "to show", "to be shown"
CLEARANCE = re.compile(
    r"\b(?:sikkerhedsgodkend\w+|sikkerhetsklarer\w+|sikkerhetsgodkjen\w+|säkerhetspröv\w+|säkerhetskla\w+|säkerhetsskydd\w*|security[- ]clear\w+|security (?:vetting|screening))\b",
    re.IGNORECASE,
)
CITIZEN = re.compile(
    r"\b(?:(?:citizens?(?:hip)?|nationals?)\b|statsborgere?n?\b|statsborgerskab\w*|statsborgerskap\w*|statsborgarskap\w*|medborgare\b|medborgarskap\w*|"
    r"(?:EU|EØS|EES|EEA)(?:/(?:EU|EØS|EES|EEA))?-?(?:borger|medborgar)\w*)",
    re.IGNORECASE,
)
CIVIC = re.compile(r"\b(?:citizen (?:service|science|develop|centr|engage)\w*|corporate citizen\w*|medborgarfokus|medborgarservice|medborgarförslag|citizens of the municipality|our citizens)", re.IGNORECASE)  # fmt: skip
NO = re.compile(
    r"\b(?:no|not|without|ikke|ingen|inte|ej|uden|uten|utan|unable|cannot|can't|don't|do not|kan ikke|kan inte)\b",
    re.IGNORECASE,
)
HELP = re.compile(
    r"sponsor|support|\bhelp|assist|hjælp|hjelp|hjälp|behjælpelig|behjelpelig|bistå|bistand|støtte|stötta|stöd|relocation|apply for .{0,25}(?:for you|on your behalf)|"
    r"we (?:arrange|handle)|vi (?:sørger for|ordner|ordnar|søger)",
    re.IGNORECASE,
)
NEED = re.compile(r"\b(?:need|needs|require|requires|requiring|would need|will need|apply for|kræver|har brug for|behøver|trenger|behov for|behöver|kräver|søge om|ansöka om|søke om)\b", re.IGNORECASE)  # fmt: skip
ASKED = re.compile(
    r"\b(?:must|need\w*|requir\w*|valid|already|gyldig\w*|giltig\w*|kræve\w*|kreve\w*|kräv\w*|krav|skal|ska|må ha|må være|måste|forudsæt\w*|forutset\w*|förutsätt\w*|betinge\w*|condition|"
    r"only|kun|bare|endast|kunna (?:styrka|uppvisa)|hold|holds|have|has|har|allerede|redan|in place)\b",
    re.IGNORECASE,
)
# Who may work anywhere in the EU and the EEA: citizens of its countries and Switzerland (free movement agreements).
FREE = re.compile(
    r"\b(?:EU|EEA|EØS|EES|European|Europæisk|Europeisk|Nordic|nordisk\w*|Danish|dansk\w*|Norwegian|norsk\w*|Swedish|svensk\w*|Finnish|finsk\w*|finländsk\w*|Icelandic|islandsk\w*|"
    r"isländsk\w*|German|tysk\w*|Dutch|hollandsk|nederlandsk|Belgian|belgisk\w*|French|fransk\w*|Spanish|spansk\w*|Portuguese|portugisisk\w*|Italian|italiensk\w*|Greek|græsk|gresk|"
    r"grekisk\w*|Polish|polsk\w*|Czech|tjekkisk|tsjekkisk|tjeckisk\w*|Slovak|slovakisk\w*|Slovenian?|slovensk\w*|Hungarian|ungarsk|ungersk\w*|Romanian|rumænsk|rumensk|rumänsk\w*|"
    r"Bulgarian|bulgarsk\w*|Croatian|kroatisk\w*|Estonian|estisk\w*|Latvian|lettisk\w*|Lithuanian|litauisk\w*|Irish|irsk\w*|irländsk\w*|Austrian|østrigsk|østerriksk|österrikisk\w*|"
    r"Maltese|Cypriot|Luxembourg\w*|Swiss|schweizisk\w*|sveitsisk\w*)\b",
    re.IGNORECASE,
)
OF_COUNTRY = re.compile(
    r"\s*[:–-]?\s*(?:of |in |i |et |ett |the |av |from |fra )*(?P<country>[^\W\d_]+)", re.IGNORECASE
)
BLUE_CARD = re.compile(r"\bEU[ -]blue card", re.IGNORECASE)  # issued by one country, valid for work there
NORDIC = re.compile(r"\bnordi(?:c|sk)", re.IGNORECASE)
NATIONAL = (
    ("DK", "danish|dansk"),
    ("NO", "norwegian|norsk"),
    ("SE", "swedish|svensk"),
    ("FI", "finnish|finsk|finländsk"),
    ("IS", "icelandic|islandsk|isländsk"),
)
ADJECTIVES = tuple((code, re.compile(rf"\b(?:{words})", re.IGNORECASE)) for code, words in NATIONAL)
PAST = frozenset({Role.WORK, Role.EDUCATION, Role.SKILLS})


def find_work_right(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """
    Conditions of citizenship, permits and clearance.

    A CV's nationality line is not read: only what it says of citizenship in the EU, the EEA or the
    Nordic countries as a right to work, and of permits.
    """
    in_cv = document.kind is DocumentKind.CV
    if in_cv and passage.role in PAST:
        return
    permit = PERMIT.search(text)
    if permit and passage.language == "sv" and permit[0].lower() in SWEDISH_VERBS:
        permit = None
    citizen = None if CIVIC.search(text) else CITIZEN.search(text)
    if in_cv:
        yield from _of_person(text, passage, permit, citizen)
        return
    clearance = CLEARANCE.search(text)
    if clearance and not NO.search(text[max(0, clearance.start() - 25) : clearance.end() + 25]):
        yield fact_at(
            WorkRightCondition(WorkRight.CLEARANCE_REQUIRED),
            passage,
            clearance.start(),
            clearance.end(),
            0.85,
        )
    yield from _of_employer(text, passage, permit, citizen)


def _of_person(
    text: str, passage: Passage, permit: re.Match[str] | None, citizen: re.Match[str] | None
) -> Iterator[Fact]:
    if permit:
        around = text[max(0, permit.start() - 45) : permit.end() + 45]
        needs, no = bool(NEED.search(around)), bool(NO.search(around))
        condition = (
            WorkRight.PERMIT_NEEDED if needs != no else WorkRight.PERMIT_HELD
        )  # "no need" and neither: held
        yield fact_at(
            WorkRightCondition(condition, _countries_of(around)), passage, permit.start(), permit.end(), 0.85
        )
    if citizen and _is_free_to_move(text, citizen):
        yield fact_at(
            WorkRightCondition(WorkRight.CITIZEN, ("EU",)), passage, citizen.start(), citizen.end(), 0.85
        )


def _is_free_to_move(text: str, citizen: re.Match[str]) -> bool:
    """Whether the citizenship, named right before or after the word, is of the EU, the EEA or Switzerland."""
    before = text[max(0, citizen.start() - 25) : citizen.start()].rstrip(" ()/-")
    after = OF_COUNTRY.match(text, citizen.end())
    return (
        any(free.end() == len(before) for free in FREE.finditer(before))
        or bool(FREE.search(citizen[0]))
        or (after is not None and bool(FREE.match(after["country"]) or named_countries(after["country"])))
    )


def _of_employer(
    text: str, passage: Passage, permit: re.Match[str] | None, citizen: re.Match[str] | None
) -> Iterator[Fact]:
    if permit:
        around = text[max(0, permit.start() - 60) : permit.end() + 45]
        helps, no = HELP.search(around), NO.search(around)
        if helps and not no:
            condition = WorkRight.PERMIT_SUPPORTED
        elif helps or (ASKED.search(around) and not no):
            condition = WorkRight.PERMIT_REQUIRED  # "we cannot sponsor visas" asks for one too
        else:
            return
        yield fact_at(
            WorkRightCondition(condition, named_countries(text)), passage, permit.start(), permit.end(), 0.8
        )
    elif citizen and ASKED.search(text) and not NO.search(text) and _countries_of(text):
        yield fact_at(
            WorkRightCondition(WorkRight.CITIZEN, _countries_of(text)),
            passage,
            citizen.start(),
            citizen.end(),
            0.8,
        )


def _countries_of(text: str) -> tuple[str, ...]:
    """Countries that are meant, by name or adjective; "NORDIC" and "EU" for the areas, not of a "EU Blue Card"."""
    areas = ("NORDIC",) if NORDIC.search(text) else ()
    adjectives = tuple(code for code, pattern in ADJECTIVES if pattern.search(text))
    return tuple(dict.fromkeys((*named_countries(BLUE_CARD.sub("", text)), *areas, *adjectives)))
