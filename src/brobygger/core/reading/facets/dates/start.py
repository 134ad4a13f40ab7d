"""When the work begins, or from when a person is free."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brobygger.core.reading.data import Document, DocumentKind, Fact, Passage, Role, Start
from brobygger.core.reading.facets.dates import start_words as says
from brobygger.core.reading.facets.dates.day import NamedDay
from brobygger.core.reading.facets.facet import fact_at

THROUGH = re.compile(r"\s?(?:[–—-]|til|till|to|until|t\.o\.m\.|til og med|till och med)\s?(?:den\s|the\s)?")
FIELD = re.compile(r"(?:^|[|·•–\n:])\s*[^\w|·•–\n]*$")  # where a field of a heading or a list begins
FIELD_END = re.compile(r"\s*[.,;)]*\s*(?:$|[|·•–\n])")
CLAUSE_END = re.compile(r"(?<!\d)[.;!?]\s")
REACH = 60  # characters between "start" and its day
NEAR = 30  # characters between "start" and "as soon as possible"
LOOKED_BACK = 40  # characters before a day in which "from", "preferably", "in the period" stand
LONG_ENOUGH = dt.timedelta(21)  # of a time of work, not of a holiday or of days of interviews
PAST = dt.timedelta(366)  # an ad is seldom older


def find_start(text: str, passage: Passage, document: Document, days: list[NamedDay]) -> Iterator[Fact]:
    """
    The start that a passage names. "As soon as possible" is a start without a day; "by agreement" says nothing.

    Of a range only the first day counts, of a day and the half-year around it the day.
    """
    reader = StartReader(text, passage, document, days)
    dated = list(reader.days())
    for day, sure in dated:
        yield fact_at(Start(day.date), passage, day.start, day.end, sure if day.exact else sure - 0.1)
    soon = reader.soon(after_a_day=bool(dated))
    if soon:
        yield fact_at(Start(None), passage, *soon, 0.85)


@dataclass
class StartReader:
    """What one passage says of the start."""

    text: str
    passage: Passage
    document: Document
    named: Sequence[NamedDay]

    def __post_init__(self) -> None:
        self.in_cv = self.document.kind is DocumentKind.CV
        self.begun = [
            match
            for match in says.BEGIN.finditer(self.text)
            if not says.NOT_OF_THE_POST.search(self.text, max(0, match.start() - LOOKED_BACK), match.start())
            and not says.OF_SOMETHING.match(self.text, match.end())
        ]

    def days(self) -> Iterator[tuple[NamedDay, float]]:
        """The days on which the work begins, with the confidence that it does."""
        found: list[tuple[NamedDay, float]] = []
        last: NamedDay | None = None
        for number, day in enumerate(self.named):
            follows = last is not None and THROUGH.fullmatch(self.text, last.end, day.start) is not None
            last = day
            until = self.named[number + 1] if number + 1 < len(self.named) else None
            sure = 0.0 if follows else self._sure(day, until)
            if sure and not (found and says.AT_THE_LATEST.match(self.text, day.end)):
                found.append((day, sure))
        has_exact = any(day.exact for day, _ in found)
        return (one for one in found if one[0].exact or not has_exact)

    def _sure(self, day: NamedDay, until: NamedDay | None) -> float:
        """Confidence that the post begins (or the person is free) on a day; 0: it is another day."""
        if self.in_cv:
            return self._sure_in_cv(day)
        if self._begins(day):
            return 0.9
        text, before = self.text, max(0, day.start - LOOKED_BACK)
        if says.PERIOD.search(text, before, day.start) and not says.BREAK.search(text):
            return 0.85
        if self._begins_behind(day):
            return 0.75
        if self.document.published and day.date < self.document.published - PAST:
            return 0.0
        return self._sure_by_offer(day, until, before)

    def _sure_by_offer(self, day: NamedDay, until: NamedDay | None, before: int) -> float:
        """The same of a day with no word for a beginning: from then on somebody is needed."""
        text = self.text
        offers = says.POST.search(text) or says.HIRING.search(text)
        from_then = says.FROM.search(text, before, day.start)
        if from_then and not says.STOP.search(text[max(0, from_then.start() - 10) : from_then.start()]):
            if offers or says.LASTING.search(text, before, from_then.start()):
                return 0.8
            if FIELD.search(text, 0, from_then.start()) and FIELD_END.match(text, day.end):
                return 0.8
        if says.APPLYING.search(text) or says.BREAK.search(text):
            return 0.0
        if says.PREFERABLY.search(text, before, day.start):
            return 0.75
        if until and self._is_time_of_work(day, until) and (offers or from_then):
            return 0.75
        if says.INTAKE.search(text) and says.IN.search(text, before, day.start):
            return 0.7
        is_term = self.passage.role is Role.TITLE and says.STUDY_TERM.fullmatch(text, day.start, day.end)
        return 0.7 if is_term else 0.0

    def _is_time_of_work(self, day: NamedDay, until: NamedDay) -> bool:
        return (
            THROUGH.fullmatch(self.text, day.end, until.start) is not None
            and until.date - day.date >= LONG_ENOUGH
        )

    def _sure_in_cv(self, day: NamedDay) -> float:
        text, published = self.text, self.document.published
        wished = says.WISH.search(text, 0, day.start)
        if published and day.date < published and not (says.AVAILABLE.search(text) or wished):
            return 0.0  # the person began then
        if self._begins(day):
            return 0.9
        if self._begins_behind(day):
            return 0.75
        from_then = says.FROM.search(text, max(0, day.start - LOOKED_BACK), day.start)
        if from_then and wished and says.POST.search(text, 0, day.start):
            return 0.8
        if says.CAN_BEGIN.match(text, day.end) or (from_then and says.CAN_WORK.search(text, 0, day.start)):
            return 0.8
        return 0.0

    def _begins(self, day: NamedDay) -> bool:
        """Whether "start", "tiltrædelse" … stands before the day with nothing between that begins otherwise."""
        before = next((match for match in reversed(self.begun) if match.end() <= day.start), None)
        if before is None or day.start - before.end() > REACH:
            return False
        between = self.text[before.end() : day.start]
        if says.BY_THEN.fullmatch(between):
            return True
        return not says.STOP.search(between) and not says.SOON.search(between)

    def _begins_behind(self, day: NamedDay) -> bool:
        """The same of a word right behind the day: "in September 2027 six trainees start"."""
        near = any(match.start() == day.end + 1 for match in self.begun)
        return near and not says.STOP.search(self.text[max(0, day.start - 15) : day.start])

    def soon(self, *, after_a_day: bool) -> tuple[int, int] | None:
        """Where it says that the work begins as soon as possible."""
        text = self.text
        for match in says.SOON.finditer(text):
            if says.AFTER_THAT.match(text, match.end()):
                continue
            if after_a_day and not says.EITHER.search(text, 0, match.start()):
                continue
            if self._is_near(match, self.begun) or (not after_a_day and self._is_said_of_the_post(match)):
                return match.span()
        if after_a_day:
            return None
        said = says.AT_ONCE.search(text)
        if said is None and not self.in_cv and not says.APPLYING.search(text):
            said = says.SOONER.search(text)
        return said.span() if said else None

    def _is_said_of_the_post(self, soon: re.Match[str]) -> bool:
        """Whether somebody is sought at once, or the passage says nothing else."""
        if self.in_cv or says.APPLYING.search(self.text):
            return False
        before = self.document.text[max(0, self.passage.span.start - LOOKED_BACK) : self.passage.span.start]
        alone = FIELD.search(self.text, 0, soon.start()) and FIELD_END.match(self.text, soon.end())
        if alone and not says.APPLYING.search(before.lower()):
            return True
        return self._is_near(soon, list(says.HIRING.finditer(self.text)))

    def _is_near(self, said: re.Match[str], others: Sequence[re.Match[str]]) -> bool:
        """Whether one of the other words stands close to "as soon as possible", in the same clause."""
        for match in others:
            first, last = sorted((match, said), key=lambda one: one.start())
            between = self.text[first.end() : last.start()]
            if len(between) > NEAR or CLAUSE_END.search(between):
                continue
            if not says.STOP.search(between) or says.BY_THEN.fullmatch(between):
                return True
        return False
