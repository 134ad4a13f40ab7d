"""Where the person of a CV lives: what a label or a verb says, and the town that stands alone in the header."""

from __future__ import annotations

import re

from brobygger.core.reading.data import Passage, Role, Span
from brobygger.core.reading.facets.places import words
from brobygger.core.reading.facets.places.segments import COUNTRY, line_before, stands_alone

HEADER = 400  # characters at the top in which a town that stands alone is the home
SPEAKS_OF_OTHER_TOWNS = frozenset({Role.EDUCATION, Role.WORK, Role.SKILLS, Role.LANGUAGES})

LABEL = re.compile(
    rf"\b(?:{words.HOME}|{words.PLAIN_PLACE})[ \t]*(?:[/(][^:\n]{{0,25}})?(?:[:–|\t]|\.{{3,}}|[ ]{{2}})[^;\n|]{{0,60}}$",
    re.IGNORECASE,
)
LIVES = re.compile(  # "bor i", "lives in", "19 år fra"
    r"\b(?:bor|bosat|bosatt|boende|lives?|living|residing|resident|based|located|home ?town|(?:now|nu|nå)(?: in| i)?|rent(?:ing)? a (?:room|flat) in|\bår fra|\bår från|years old,? from)\b"
    r"[^.;:\n]{0,20}$|\b(?:bor|live)\b[^.;:\n]{0,70}\s(?:i|på|in)\s$",
    re.IGNORECASE,
)
WHERE_I_LIVE = re.compile(r",?\s(?:der|där|hvor|where)\s(?:jeg|jag|I|vi|we)\s(?:\w+\s)?(?:bor|live)\b")
MOVED = re.compile(rf"\b(?:{words.MOVED})\s$", re.IGNORECASE)
ELSEWHERE = re.compile(
    rf"\b(?:{words.BIRTH})[^|·•,;\n]*$|\b(?:{words.YOUTH}|{words.WISH})\b[^|·•;\n]*$", re.IGNORECASE
)
SCHOOL = re.compile(rf"\b\w*(?:{words.SCHOOL})\b[^.;|·\n]{{0,25}}$", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:mellem|mellom|mellan|between)\s+$", re.IGNORECASE)
POSTCODE = re.compile(r"(?<!\d)(?:(?:DK|N|NO|SE?)-)?(?:\d{4}|\d{3}\s?\d{2})\s+$")
PERIOD = re.compile(r"\b(?:19|20)\d\d\s?[–—-]")  # a job or a course: "2019–2022 Svejser, Vejle"
DATED = re.compile(  # "Vejle, 3. maj 2026", "Lund (2019)"
    r"[\s,)(]{1,3}(?:den\s)?(?:\d{1,2}\.?\s)?(?:(?:jan|feb|mar|apr|ma[jiy]|jun|jul|aug|sep|o[kc]t|nov|de[cs])\w*\.?\s)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
CONTACT = re.compile(r"@|(?:\d[ -]?){8}")
TABLE_ROW = re.compile(r"\s*\|[^|]*\|")


def home(text: str, span: Span, passage: Passage) -> float:
    """How sure it is that the person lives there; 0 for a town of a school, a job, a birth or a wish."""
    before = line_before(text, span.start, 90)
    if ELSEWHERE.search(before) and not LIVES.search(before):
        return 0.0
    if LIVES.search(before) or WHERE_I_LIVE.match(text, span.end):
        return 0.9
    if passage.role in SPEAKS_OF_OTHER_TOWNS and not (
        CONTACT.search(text) or COUNTRY.match(text, span.end) or POSTCODE.search(before)
    ):
        return 0.0
    in_header = passage.span.start + span.start < HEADER
    if BETWEEN.search(before) or PERIOD.search(before) or PERIOD.match(text, span.end + 2):
        return 0.0
    if (POSTCODE.search(before) or LABEL.search(before)) and (
        in_header or passage.role not in SPEAKS_OF_OTHER_TOWNS
    ):
        return 0.9
    if in_header and MOVED.search(before):
        return 0.6
    if (
        SCHOOL.search(before)
        or TABLE_ROW.match(text)
        or DATED.match(text, span.end)
        or not stands_alone(text, span)
    ):
        return 0.0
    return 0.75 if in_header else 0.6 if CONTACT.search(text) else 0.0
