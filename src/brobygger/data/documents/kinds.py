"""Whether a text is an ad or a CV, for files that do not say."""

from __future__ import annotations

import re

from brobygger.core.reading.data import DocumentKind

BEGINNING = 20_000  # characters that are looked at

# Headings that stand alone on a line, and phrases, in Danish, Bokmål, Swedish and English
CV_SIGNS = re.compile(
    r"^\W*(?:curriculum vitae|cv|resum[ée]|"
    r"(?:work|professional|relevant|employment)?\s?(?:experience|history)|education(?: and training)?|language skills|languages|"
    r"erhvervserfaring|arbejdserfaring|uddannelse|sprog|sprogkundskaber|it-kompetencer|"
    r"arbeidserfaring|yrkeserfaring|utdanning|utdannelse|språk|språkkunnskaper|"
    r"arbetslivserfarenhet|arbetserfarenhet|yrkeserfarenhet|utbildning|språkkunskaper)\W*$"
    r"|\b(?:jeg (?:har|er)|jag (?:har|är)|i (?:have|am)|my (?:experience|studies)|min (?:erfaring|erfarenhet|baggrund|bakgrund))\b"
    r"|\b(?:19|20)\d\d\s?[-–—]\s?(?:(?:19|20)\d\d|now|nu|nå|present|today|i dag|idag|pågående|ongoing)\b",
    re.IGNORECASE | re.MULTILINE,
)
AD_SIGNS = re.compile(
    r"\b(?:vi (?:søger|søker|söker|tilbyder|tilbyr|erbjuder)|we (?:are looking|seek|offer|are hiring)|"
    r"ansøgningsfrist|søknadsfrist|sista ansökningsdag|application deadline|apply (?:now|by|before|via)|"
    r"du (?:har|er|är|får|vil|skal|ska|kommer)|you (?:will|have|are|bring|must)|your (?:profile|tasks|responsibilities)|"
    r"(?:send|sende|skicka) (?:din|dit|oss|os|in|inn)|arbejdsopgaver|arbeidsoppgaver|arbetsuppgifter|responsibilities|"
    r"ansættelse|tiltrædelse|tiltredelse|tillträde|anställning|requirements|kvalifikationer|kvalifikasjoner|kvalifikationer)\b",
    re.IGNORECASE,
)


def judge_kind(text: str) -> DocumentKind:
    """A CV if it shows more signs of one than of an ad; an ad otherwise."""
    beginning = text[:BEGINNING]
    signs = [sum(1 for _ in pattern.finditer(beginning)) for pattern in (CV_SIGNS, AD_SIGNS)]
    return DocumentKind.CV if signs[0] > signs[1] else DocumentKind.AD
