"""When the work begins, or from when a person is free."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brobygger.core.reading.data import Document, DocumentKind, Fact, Passage, Role, Start
from brobygger.core.reading.facets.dates.day import NamedDay
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.folding import folded

BEGIN = folded(
    r"\b(?:start(?:dato|datum|dag|e[rs]?|ar|as| ?date|ing)?|opstart|oppstart|projektstart|prosjektstart|tiltræd(?:else|er|e)|"
    r"tiltredelse(?:sdato)?|tiltre(?:r|s)?|tillträd(?:e(?:sdatum|sdag)?|er|a)|begynd(?:er|e|else)|begynne?(?:r|lse)?|börja(?:r|s)?|begins?|beginning|"
    r"commenc\w*|ansættelse(?:n)?|ledig(?: fra)?|tilgængelig|tilgjengelig|tillgänglig|available|availability|disponibel)\b",
)
FROM = folded(
    r"\b(?:f\.?o\.?m\.?|fr\.?o\.?m\.?|fra og med|från och med|pr\.|per|fra|från|from|as of)\s+(?:den\s+|d\.\s*)?$",
)
POST = folded(
    r"\b(?:stilling\w*|tjänst\w*|anställning\w*|ansettelse\w*|ansættelse\w*|position|job\w*|praktik\w*|praksis\w*|internship|vikariat\w*|"
    r"engasjement\w*|exjobb\w*|thesis|speciale\w*|projekt\w*|trainee\w*)\b",
)
SOON = folded(
    r"\b(?:snarest(?: muli?gt?)?|snarast(?: möjligt)?|snarlig|hurtigst muligt|så (?:snart|hurtigt|raskt|fort)(?: som)? (?:mulig|muligt|möjligt)|"
    r"asap|a\.s\.a\.p|as soon as possible|omgående|omgåande|straks|på en gång|med det samme|med en gang|omedelbart|umiddelbart|immediate(?:ly)?|earliest convenience)\b",
)
AGREED = folded(
    r"\b(?:efter (?:nærmere )?aftale|etter (?:nærmere )?avtale|enligt (?:överenskommelse|ök)|(?:by|upon|on) agreement|to be agreed|negotiable)\b",
)
STOP = folded(  # begins, but not the work of this person
    r"\b(?:grundlagt|grundad\w*|etabler\w*|founded|established|since|siden|sedan|interview\w*|samtale\w*|samtal|intervju\w*|kurs\w*|"
    r"course|frist|deadline|senest|senast|slut\w*|until|til og med|till och med|ends?)\b",
)
REACH = 60  # characters between "start" and its day


def find_start(text: str, passage: Passage, document: Document, days: list[NamedDay]) -> Iterator[Fact]:
    """
    The start that a passage names. "As soon as possible" and "by agreement" are a start without a day.

    A day counts when "start", "tiltrædelse" … stands at most `REACH` characters before it (or right
    after it) with nothing between that begins otherwise; or when "fra" introduces it in a sentence about the post.
    """
    begun = list(BEGIN.finditer(text))
    dated = False
    for day in days:
        sure = _sure(text, day, [match.end() for match in begun if match.end() <= day.start], document)
        if sure:
            dated = True
            yield fact_at(Start(day.date), passage, day.start, day.end, sure if day.exact else sure - 0.1)
    if dated or (
        document.kind is DocumentKind.CV
        and passage.role not in (Role.WISH, Role.PERSONAL, Role.OTHER, Role.TITLE, Role.CONTACT)
    ):
        return
    for pattern, sure in ((SOON, 0.85), (AGREED, 0.7)):
        said = next((match for match in pattern.finditer(text) if _near(text, match, begun)), None)
        if said:
            yield fact_at(Start(None), passage, said.start(), said.end(), sure)
            return


def _sure(text: str, day: NamedDay, before: list[int], document: Document) -> float:
    """Confidence that the post begins (or the person is free) on a day; 0: it is another day."""
    if before and day.start - before[-1] <= REACH and not STOP.search(text, before[-1], day.start):
        return 0.9
    if BEGIN.match(text, day.end + 1) and not STOP.search(text[max(0, day.start - 15) : day.start]):
        return 0.75
    if (
        document.kind is DocumentKind.AD
        and FROM.search(text[max(0, day.start - 20) : day.start])
        and POST.search(text, 0, day.start)
    ):
        return 0.8
    return 0.0


def _near(text: str, said: re.Match[str], begun: list[re.Match[str]]) -> bool:
    """Whether "start" stands close to "as soon as possible", in the same clause."""
    for match in begun:
        first, last = sorted((match, said), key=lambda one: one.start())
        between = text[first.end() : last.start()]
        if len(between) <= REACH // 2 and not re.search(r"[.;!?]\s", between) and not STOP.search(between):
            return True
    return False
