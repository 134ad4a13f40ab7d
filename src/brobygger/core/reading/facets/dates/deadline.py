"""Until when one can apply."""

from __future__ import annotations

from collections.abc import Iterator

from brobygger.core.reading.data import Deadline, Document, Fact, Passage, Role
from brobygger.core.reading.facets.dates.day import NamedDay
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.folding import folded

DUE = folded(
    r"\b(?:(?:an)?søgnings?frist(?:en)?|søknadsfrist(?:en)?|ansøgningsfrist(?:en)?|svarsfrist|frist(?:en)?|sista (?:ansökningsdag(?:en)?|"
    r"ansökningsdatum|dag(?:en)?(?: att (?:söka|ansöka))?)|sidste (?:ansøgningsfrist|frist|dag)|deadline|closing date|apply (?:before|by|until|no later than)|"
    r"applications? (?:must be|should be|are)?\s?(?:received|submitted|due|sent)|(?:an)?søg(?:ning(?:en)?)?|ansøgning(?:er|en)?|søk(?:nad(?:en)?)?|"
    r"sök|ansök(?:an)?|apply|send|kontakt(?:a)?|contact|skriv|skicka|write|mail|hør fra dig|høre fra deg|höra från dig|hear from you)\b",
)
LATEST = folded(
    r"\b(?:senest|senast|inden|innen|før|före|before|by|until|til og med|till och med|t\.?o\.?m\.?|no later than|latest|due)\b[^.!?]{0,30}$",
)
ROLLING = folded(
    r"\b(?:løbende|fortløbende|løpende|fortløpende|löpande|on an ongoing basis|on a rolling basis|rolling|continuously|as they (?:arrive|come in))\b",
)
APPLICATIONS = folded(
    r"samtale|intervju|interview|ansøg|søknad|ansökning|ansökan|application|candidate|kandidat|urval|rekryter|rekrutter|recruit|søkere",
)
SENT_BY = folded(r"\b(?:senest|senast|no later than|at the latest)\s(?:den\s|d\.\s?|by\s|on\s)?$")
BEGINS = folded(r"start|tiltr|tillträ|begyn|samtale[rt]? (?:er|holdes|afholdes)|interview (?:is|will)")
AS_SOON = folded(
    r"\s*[:\-–]?\s*(?:er\s)?(?P<said>snarest(?: muli?gt?)?|snarast(?: möjligt)?|asap|as soon as possible|hurtigst muligt)\b",
)
NAMED = folded(r"frist|sista|sidste|deadline|closing")  # words that name a deadline, not only an application
REACH = 70


def find_deadline(text: str, passage: Passage, _document: Document, days: list[NamedDay]) -> Iterator[Fact]:
    """The day by which to apply; without a day where applications are read as they come."""
    due = list(DUE.finditer(text))
    for day in days:
        if not day.exact:
            continue
        before = next((match for match in reversed(due) if match.end() <= day.start), None)
        if (
            passage.role is Role.APPLICATION
            and SENT_BY.search(text, 0, day.start)
            and not BEGINS.search(text)
        ):
            yield fact_at(Deadline(day.date), passage, day.start, day.end, 0.8)
            return
        if before is None or day.start - before.end() > REACH:
            continue
        if NAMED.search(before[0]) or LATEST.search(text, before.start(), day.start):
            yield fact_at(
                Deadline(day.date), passage, day.start, day.end, 0.95 if NAMED.search(before[0]) else 0.85
            )
            return
    for match in due:
        soon = AS_SOON.match(text, match.end()) if NAMED.search(match[0]) else None
        if soon:
            yield fact_at(Deadline(None), passage, soon.start("said"), soon.end("said"), 0.8)
            return
    rolling = ROLLING.search(text)
    if rolling and APPLICATIONS.search(text, max(0, rolling.start() - REACH), rolling.end() + REACH):
        yield fact_at(Deadline(None), passage, rolling.start(), rolling.end(), 0.75)
