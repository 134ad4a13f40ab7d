"""Until when one can apply."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brobygger.core.reading.data import Deadline, Document, Fact, Passage, Role
from brobygger.core.reading.facets.dates.day import NamedDay
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.folding import folded

DUE = folded(
    r"\b(?:(?:an)?søgnings?frist(?:en)?|søknadsfrist(?:en)?|ansøgningsfrist(?:en)?|svarsfrist|frist(?:en)?|sista (?:ansökningsdag(?:en)?|"
    r"ansökningsdatum|dag(?:en)?(?: att (?:söka|ansöka))?)|sidste (?:ansøgningsfrist|frist|dag)|deadline|closing date|apply (?:before|by|until|no later than)|"
    r"applications? (?:must be|should be|are)?\s?(?:received|submitted|due|sent)|(?:an)?søg(?:ning(?:en)?)?|ansøgning(?:er|en)?|søk(?:nad(?:en)?)?|"
    r"sök|ansök(?:an)?|apply|send(?:es|er)?|skickas?|indsend\w*|upload\w*|last(?:es)? opp|laddas? upp|submit\w*|modtages|mottas|received|kontakt(?:a)?|contact|skriv|skicka|write|mail|hør fra dig|høre fra deg|höra från dig|hear from you|(?:ønsker|vil (?:gerne |gjerne )?have|vill (?:gärna )?ha|want) (?:å få )?(?:den|it)|[\w.+-]+@[\w.-]+)\b",
)
LATEST = folded(
    r"\b(?:senest|senast|inden|innen|før|före|before|by|until|til og med|till och med|t\.?o\.?m\.?|no later than|latest|due)\b[^.!?]{0,30}$",
)
ROLLING = folded(
    r"\b(?:løbende|fortløbende|løpende|fortløpende|löpande|fortlöpande|on an ongoing basis|on a rolling basis|rolling|continuously|as they (?:arrive|come)(?: in)?)\b",
)
SELECTING = folded(  # the same in a passage on how to apply
    r"väljer|vælger|velger|behandl|vurder|läser|læser|leser|gennemg|gjennomg|review|select|screen|assess|kalder|kaller|kallar|tilsett|ansætt|anställ"
)
APPLICATIONS = folded(
    r"samtale|intervju|interview|ansøg|søknad|ansökning|ansökan|application|candidate|kandidat|urval|rekryter|rekrutter|recruit|søkere",
)
NO_DAY = folded(  # no day at all, or the day when somebody is found
    r"\b(?:(?:ingen|intet|inget) (?:fast(?:e|st)? |bestemt |bestämt |egentlig )?(?:søknads|ansøgnings)?(?:frist|slutdatum|sista ansökningsdag|sista dag)|no (?:fixed |set |formal |specific )?(?:application )?(?:deadline|closing date)"
    r"|(?:\w*frist(?:en)?|deadline|closing date|sista ansökningsdag)\s?(?:[:–-]|er|is|är)\s?(?:når|når vi|när|when|until|indtil|tills|til|so snart|så snart)\b[^.;,]{0,40}(?=[.;,]|$)"
    r"|until (?:the (?:position|post|role|vacancy) is )?filled|(?:indtil|til) (?:stillingen|pladsen|jobbet) er (?:besat|besatt)|(?:tills|till) (?:tjänsten|platsen) är tillsatt)\b",
)
DAY_IN_IT = re.compile(r"\d")
SENT_BY = folded(r"\b(?:senest|senast|no later than|at the latest)\s(?:den\s|d\.\s?|by\s|on\s)?$")
BEGINS = folded(r"start|tiltr|tillträ|begyn|samtale[rt]? (?:er|holdes|afholdes)|interview (?:is|will)")
AS_SOON = folded(
    r"\s*[:\-–]?\s*(?:er\s)?(?P<said>snarest(?: muli?gt?)?|snarast(?: möjligt)?|asap|as soon as possible|hurtigst muligt)\b",
)
NAMED = folded(r"frist|sista|sidste|deadline|closing")  # words that name a deadline, not only an application
BY = folded(
    r"\b(?:senest|senast|inden|innen|før|före|before|by|no later than)\s(?:(?:den|d\.|the|\w+dag(?:en)?|\w+day)\s)*$"
)
APPLY = folded(
    r"søk|sök|(?:an)?søg|ansök|apply|send|skick|upload|submit|\S+@|(?:ønsker|vil|vill|want)\s"
)  # of the words of `DUE`
REACH = 70


def find_deadline(text: str, passage: Passage, _document: Document, days: list[NamedDay]) -> Iterator[Fact]:
    """The day by which to apply; without a day where applications are read as they come; or both."""
    yield from _day(text, passage, days)
    yield from _rolling(text, passage)


def _day(text: str, passage: Passage, days: list[NamedDay]) -> Iterator[Fact]:
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
        if before and day.start - before.end() <= REACH:
            named = NAMED.search(before[0]) is not None
            if named or LATEST.search(text, before.start(), day.start):
                yield fact_at(Deadline(day.date), passage, day.start, day.end, 0.95 if named else 0.85)
                return
        if (
            BY.search(text, 0, day.start)
            and any(APPLY.match(one[0]) for one in due)
            and not BEGINS.search(text)
        ):
            yield fact_at(Deadline(day.date), passage, day.start, day.end, 0.75)
            return


def _rolling(text: str, passage: Passage) -> Iterator[Fact]:
    for match in DUE.finditer(text):
        soon = AS_SOON.match(text, match.end()) if NAMED.search(match[0]) else None
        if soon:
            yield fact_at(Deadline(None), passage, soon.start("said"), soon.end("said"), 0.8)
            return
    open_end = NO_DAY.search(text)
    if open_end and not DAY_IN_IT.search(open_end[0]):
        yield fact_at(Deadline(None), passage, open_end.start(), open_end.end(), 0.8)
        return
    rolling = ROLLING.search(text)
    if not rolling:
        return
    around = max(0, rolling.start() - REACH), rolling.end() + REACH
    if APPLICATIONS.search(text, *around) or (
        passage.role is Role.APPLICATION and SELECTING.search(text, *around)
    ):
        yield fact_at(Deadline(None), passage, rolling.start(), rolling.end(), 0.75)
