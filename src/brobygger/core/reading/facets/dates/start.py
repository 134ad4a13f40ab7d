"""When the work begins, or from when a person is free."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brobygger.core.reading.data import Document, DocumentKind, Fact, Passage, Start
from brobygger.core.reading.facets.dates.day import NamedDay
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.folding import folded

BEGIN = folded(
    r"\b(?:start(?:dato|datum|dag|e[rs]?|ar|as|s| ?date|ing)?|opstart|oppstart|projektstart|prosjektstart|tiltræd(?:else|er|e)|"
    r"tiltredelse(?:sdato)?|tiltre(?:r|s)?|tillträd(?:e(?:sdatum|sdag)?|er|a)|begynd(?:er|e|else)|begynne?(?:r|lse)?|börja(?:r|s|n)?|begins?|beginning|"
    r"commenc\w*|ansættelse(?:n)?|ledig(?: fra)?|tilgængelig|tilgjengelig|tillgänglig|available|availability|disponibel|free (?:from|to start)|fri fra|på?mønstr\w*|påmönstr\w*|join(?:s|ing)?|kan (?:\w+ )?(?:skifte|bytte|byta)(?: jobb?)?|can (?:\w+ )?(?:change|switch) jobs?)\b",
)
FROM = folded(
    r"\b(?:f\.?o\.?m\.?|fr\.?o\.?m\.?|fra og med|från och med|pr\.|per|fra|från|from|as of)\s+(?:den\s+|d\.\s*)?$",
)
POST = folded(
    r"\b(?:stilling\w*|tjänst\w*|anställning\w*|ansettelse\w*|ansættelse\w*|position|job\w*|praktik\w*|praksis\w*|internship|vikariat\w*|"
    r"læreplads\w*|lærlingep?\w*|lærlingplass\w*|lärlingsplats\w*|elevplads\w*|apprenticeship\w*|studiejob\w*|arbejde|arbeid|arbete|engasjement\w*|exjobb\w*|thesis|speciale\w*|projekt\w*|trainee\w*)\b",
)
PERIOD = folded(  # "in the period", right before the first day of it
    r"\b(?:periode(?:n)?|period(?:en)?)\b\s?:?\s?(?:(?:er|är|is)\s)?(?:(?:fra|från|from|den|d\.)\s)*$",
)
INTAKE = folded(  # "we take in two apprentices in August 2027"
    r"\b(?:welcom\w+|tager|tar|takes?|taking|optager|ansætter|ansetter|anställer|hires?|hiring|søger|søker|söker|recruit\w*)\b[^.]{0,40}\b\w*(?:lærling|lärling|elev|graduate|trainee|praktikant|intern|apprentice|stud)\w*",
)
IN = folded(r"\b(?:til|till|to|i|in|for|från|fra|from|pr\.)\s+$")
AVAILABLE = folded(  # in any section of a CV: the person is free from then on
    r"\b(?:kan|can|could|kunne|able to|ready to)\s(?:\w+\s){0,2}?(?:begynd|begynn|start|börja|tiltr|tillträ|begin|join|skift|bytt|byta)|\b(?:tilgængelig|tilgjengelig|tillgänglig|available|disponibel)\b"
    r"|\bledig\s?[|:–-]|\b(?:ledig|free|fri)\s(?:fra|from|från|til|till|to|straks|nu|nå|now|omg)|\b(?:tidligst|tidigast|earliest)?\s?(?:op?pstart|startdato|startdatum|start date|tiltrædelse|tiltredelse|tillträde)\b",
)
WISH = folded(
    r"\b(?:mangler|trenger|har brug for|behöver|need|søger|søker|söker|leder efter|leter etter|letar efter|ser etter|ønsker|önskar|looking for|seek(?:ing)?|would like)\b"
)
THROUGH = re.compile(r"\s?(?:[–—-]|til|till|to|until|t\.o\.m\.)\s?")
SOON = folded(
    r"\b(?:snarest(?: muli?gt?)?|snarast(?: möjligt)?|snarlig|hurtigst muligt|så (?:snart|hurtigt|raskt|fort)(?: som)? (?:mulig|muligt|möjligt)|"
    r"asap|a\.s\.a\.p|as soon as possible|omgående|omgåande|straks|på en gång|med det samme|med en gang|omedelbart|umiddelbart|immediate(?:ly)?|earliest convenience|from one day to the next|fra dag til dag|fra den ene dag til den anden|från dag till dag|right away|at once)\b",
)
AT_ONCE = folded(  # "free now", "you can start tomorrow", "available from Monday"
    r"\b(?:ledig|fri|free|available|tilgængelig|tilgjengelig|tillgänglig|disponibel|start(?:e|er|a)?|begynde?|begynne|begin|börja)\s(?:(?:kan|can|du|you|jeg|jag|i|er|allerede|already|redan|work)\s){0,3}?"
    r"(?:(?:fra|from|från|på|on|as of)\s)?(?:nu|nå|now|today|i ?dag|i ?mor[gr]on|i ?morgen|tomorrow|mandag|monday|måndag|(?:next|næste|neste|nästa)\s(?:week|uge|uke|vecka|mandag|monday|måndag))\b(?!\s(?:og|och|and) da)"
)
CAN_BEGIN = folded(  # right behind a day: "from January I can begin"
    r",?\s(?:(?:i|we|jeg|jag)\s)?(?:can|could|kan|kunne)\s(?:(?:i|jeg|jag)\s)?(?:begin|start|work|begynde|begynne|börja|arbejde|arbeide|arbeta|jobbe|jobba|tiltræde|tiltre|tillträda)\b"
)
CAN_WORK = folded(r"\b(?:can|could|kan|kunne)\s(?:work|do|arbejde|arbeide|jobbe|jobba|arbeta)\b[^.;]{0,60}$")
STOP = folded(  # begins, but not the work of this person
    r"\b(?:grundlagt|grundad\w*|etabler\w*|founded|established|since|siden|sedan|interview\w*|samtale\w*|samtal|intervju\w*|kurs\w*|"
    r"course|frist|deadline|senest|senast|slut\w*|until|til og med|till och med|ends?|ut|udgangen|utgangen|utgången|gælder|gjelder|gäller)\b",
)
REACH = 60  # characters between "start" and its day


def find_start(text: str, passage: Passage, document: Document, days: list[NamedDay]) -> Iterator[Fact]:
    """
    The start that a passage names. "As soon as possible" is a start without a day; "by agreement" says nothing.

    A day counts when "start", "tiltrædelse" … stands at most `REACH` characters before it (or right
    after it) with nothing between that begins otherwise; when "fra" introduces it in a sentence about the post,
    when it opens a period, or people are taken in then. Of a range only the first day counts.
    """
    begun = list(BEGIN.finditer(text))
    dated = False
    last = None
    for day in days:
        ends = last is not None and THROUGH.fullmatch(text, last, day.start) is not None
        last = day.end
        sure = (
            0.0
            if ends
            else _sure(text, day, [match.end() for match in begun if match.end() <= day.start], document)
        )
        if sure:
            dated = True
            yield fact_at(Start(day.date), passage, day.start, day.end, sure if day.exact else sure - 0.1)
    if not dated:
        said = next((match for match in SOON.finditer(text) if _near(text, match, begun)), None)
        if said is None:
            said = AT_ONCE.search(text)
        if said:
            yield fact_at(Start(None), passage, said.start(), said.end(), 0.85)


def _sure(text: str, day: NamedDay, before: list[int], document: Document) -> float:
    """Confidence that the post begins (or the person is free) on a day; 0: it is another day."""
    in_cv = document.kind is DocumentKind.CV
    if (
        in_cv
        and document.published
        and day.date < document.published
        and not (AVAILABLE.search(text) or WISH.search(text))
    ):
        return 0.0  # the person began then
    if before and day.start - before[-1] <= REACH:
        between = text[before[-1] : day.start]
        if not STOP.search(between) and not SOON.search(between):
            return 0.9
    if not in_cv and PERIOD.search(text, 0, day.start):
        return 0.85
    if BEGIN.match(text, day.end + 1) and not STOP.search(text[max(0, day.start - 15) : day.start]):
        return 0.75
    if (
        FROM.search(text[max(0, day.start - 20) : day.start])
        and POST.search(text, 0, day.start)
        and (not in_cv or WISH.search(text, 0, day.start))
    ):
        return 0.8
    if in_cv and (
        CAN_BEGIN.match(text, day.end)
        or (FROM.search(text, max(0, day.start - 20), day.start) and CAN_WORK.search(text, 0, day.start))
    ):
        return 0.8
    if not in_cv and INTAKE.search(text) and IN.search(text, 0, day.start):
        return 0.7
    return 0.0


def _near(text: str, said: re.Match[str], begun: list[re.Match[str]]) -> bool:
    """Whether "start" stands close to "as soon as possible", in the same clause."""
    for match in begun:
        first, last = sorted((match, said), key=lambda one: one.start())
        between = text[first.end() : last.start()]
        if len(between) <= REACH // 2 and not re.search(r"[.;!?]\s", between) and not STOP.search(between):
            return True
    return False
