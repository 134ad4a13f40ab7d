"""Where the work of an ad is: labels, the title and the lines below it, and sentences about the workplace."""

from __future__ import annotations

import re

from brobygger.core.reading.data import Passage, Role, Span
from brobygger.core.reading.facets.places import words
from brobygger.core.reading.facets.places.segments import stands_alone

HEADER = 400  # characters at the top in which an employer says where it is

LABEL = re.compile(  # "Arbejdssted: Aarhus"; may be a heading with the address in the lines below it
    rf"\b(?:{words.PLACE_OF_WORK}|{words.HOME}|{words.PLAIN_PLACE})[ \t]*(?:[/(][^:\n]{{0,25}})?\**[:?–|\t]\**[ \t]*"
    rf"|\b(?:{words.PLACE_OF_WORK})[ ]{{2,}}",
    re.IGNORECASE,
)
SAID_LABEL = re.compile(  # "the place of employment is Odense", "Arbeidssted Moss", "avdeling Moss"
    rf"\b(?:{words.PLACE_OF_WORK})\s(?:(?:er|är|is|vil være|vil bli|will be|blir|bliver)\s[^.;\n]{{0,40}})?$"
    rf"|\b\w*(?:{words.DIRECTLY})\s$",
    re.IGNORECASE,
)
CUE = re.compile(  # a workplace said in a sentence, before the town
    rf"\b(?:\w*(?:{words.WORKPLACE})|{words.WORKING})\b[^.,;\n]{{0,50}}?\b(?:{words.AT}|til|till|to|fra|från|from|out of)\s+(?:(?:{words.AROUND})\s+)?$",
    re.IGNORECASE,
)
WE_ARE = re.compile(r"\b(?:vi|we)\s(?:er|är|are)\b[^.;\n]{0,70}\b(?:i|på|in)\s+$", re.IGNORECASE)
SPREAD = re.compile(
    r"(?:,\s[A-ZÆØÅÄÖ][\w-]+)*\s(?:og|och|and|&)\s[A-ZÆØÅÄÖ]"
)  # "Moss, Oslo og Bergen": all the offices
STREET = re.compile(r"\b[A-ZÆØÅÄÖ][\w.]+\s\d{1,4}\s?[A-Z]?(?:,| i| in)\s$")
SITE = re.compile(rf"(?:s?\s|-)(?:{words.BEHIND})\b")
HEADLINE = re.compile(
    r"(?:^|\n)[^.:;\n]{3,60}\s(?:til|till|to)\s$|\b(?:University|Municipality|City|Port) of $", re.IGNORECASE
)
LIES = re.compile(r"\s(?:ligger|is located|lies)\b")
SEARCH = re.compile(rf"\b(?:{words.SEARCH})\b", re.IGNORECASE)
PREPOSITION = re.compile(rf"\b(?:{words.AT})\s+(?:(?:{words.AROUND})\s+)?$", re.IGNORECASE)
POSTCODE = re.compile(r"\b(?:(?:DK|N|NO|SE?)-)?(?:\d{4}|\d{3}\s?\d{2})\s+$")
ELSEWHERE = re.compile(
    rf"\b(?:{words.ELSEWHERE}|{words.YOUTH}|{words.BIRTH}|{words.TOGETHER})", re.IGNORECASE
)
DISTANCE = re.compile(
    rf"\b(?:{words.DISTANCE})\b[^.;\n]{{0,25}}\b(?:fra|från|from|til|till|to)\s$", re.IGNORECASE
)
CUSTOMER = re.compile(r"\b(?:kunde|customer|client)\b[^.;\n]{0,40}$", re.IGNORECASE)
AT_CUSTOMER = re.compile(
    r"\b(?:customer|client)(?:'s|s')? (?:premises|site)|\bhos (?:vores |vår |en )?kund|\bute hos kund",
    re.IGNORECASE,
)
DWELLING = re.compile(rf"\b(?:{words.DWELLING})\b", re.IGNORECASE)
NEAR_IT = re.compile(r"\((?:utanför|uden for|utenfor|outside|near|nær|nära|ved|vid|by)\s$")
LOCAL_BODY = re.compile(rf"s?\s(?:{words.LOCAL_BODY})\b", re.IGNORECASE)
MUNICIPALITY = re.compile(r"s?\s(?:kommune?|municipality)\b", re.IGNORECASE)
ORGANISATION = re.compile(
    rf"s?[ ]+(?!(?:Område|Area|City|Centrum|Sentrum|N|S|V|Ø|C|K|{words.PART})\b)[A-ZÆØÅÄÖ][\w&]{{2,}}"
)


def workplace(text: str, span: Span, passage: Passage) -> float:
    """How sure it is that the work of an ad is there; 0 for a town that is only mentioned."""
    label = next((one for one in reversed(list(LABEL.finditer(text, 0, span.start)))), None)
    before = re.split(r"[.!?]\s", text[max(0, span.start - 90) : span.start])[-1]
    if NEAR_IT.search(before) or DISTANCE.search(before):
        return 0.0
    if label and span.start - label.end() < 80 and "." not in text[label.end() : span.start]:
        return 0.95
    if DWELLING.search(before) or (
        ELSEWHERE.search(before) and not _is_of_customer_that_searches(text, before)
    ):
        return 0.0
    if SAID_LABEL.search(before):
        return 0.9
    if POSTCODE.search(before) or STREET.search(before):
        return 0.8
    return _mentioned(text, span, passage, before)


def _mentioned(text: str, span: Span, passage: Passage, before: str) -> float:
    """The same where neither a label nor an address says it."""
    early = passage.span.start + span.start < HEADER
    body = LOCAL_BODY.match(text, span.end)
    if ORGANISATION.match(text, span.end) and not body:
        return 0.0
    if MUNICIPALITY.match(text, span.end) and passage.role is not Role.TITLE:
        return 0.5  # "Krokoms kommun erbjuder": it employs at home
    if passage.role is Role.TITLE:
        return 0.85
    if CUE.search(before):
        return 0.6 if passage.role is Role.COMPANY or SPREAD.match(text, span.end) else 0.85
    if SITE.match(text, span.end):
        return 0.85
    if WE_ARE.search(before) or text.startswith(("-based", "-bas"), span.end):
        return 0.6
    if PREPOSITION.search(before):
        return 0.85 if SEARCH.search(text) else 0.55 if early else 0.4
    if not early:
        return 0.0
    if stands_alone(text, span):
        return 0.9
    return 0.5 if body or HEADLINE.search(before) or LIES.match(text, span.end) else 0.0


def _is_of_customer_that_searches(text: str, before: str) -> bool:
    """Whether it is the employer of an agency's ad: "our customer in Moss seeks"."""
    return AT_CUSTOMER.search(before) is not None or (
        SEARCH.search(text) is not None and CUSTOMER.search(before) is not None
    )
