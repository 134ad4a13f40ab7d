"""
What an ad says that its languages are used for: "Møder er på norsk", "Swedish with customers".

A task that is named is linked to a language that was read where one clause names both; where its own clause names no
language, to the one that is spoken of before ("English, also in meetings"; "Danish, because you talk with customers")
or right behind ("In meetings, we speak English"). What is denied, translated or spoken by others links nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from brobygger.core.reading.data import (
    Document,
    DocumentKind,
    Fact,
    Language,
    LanguageTask,
    Level,
    Modality,
    Passage,
    TaskLanguage,
)
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.facets.languages.levels import CODE, MODE
from brobygger.core.reading.facets.languages.modality import is_about_others
from brobygger.core.reading.facets.languages.names import find_mentions
from brobygger.core.reading.facets.languages.scopes import Group, find_groups
from brobygger.core.reading.facets.languages.tasks import SIGNS, Named, named_tasks
from brobygger.core.reading.folding import fold, folded

CONFIDENCE: Final = 0.8
LONGEST_WORDS: Final = 160  # characters of a clause that is shown as a whole
BORDER = folded(
    r"[;!?…]|\.\s|\s[–—-]\s|[,()]|\b(?:og|och|and|samt|men|but|mens|imens|medan|while|whereas|though|although|selvom|fordi|eftersom|ettersom|siden|because|hvorimod)\b"
)
JOINED = folded(  # what stands between tasks of one list
    r"[\s-]*(?:[,/&]\s*)?(?:\b(?:og|och|and|samt|eller|or|as well as|såvel som|såväl som)\b)?(?:\s*(?![abc][12]\b|skriv|skrev|læs|läs|les|writ|read|snak|snakk|tal[ea]|prat|speak|er\b|är\b|is\b|are\b|har\b|have\b|has\b|del|take|hold|håll|go|gå|du\b|you\b|vi\b|we\b)[\w'’-]+){0,2}\s*"
)
JOINS = folded(r"[,/&]|\b(?:og|och|and|samt|eller|or|as well as|såvel som|såväl som)\b")
GOES_ON = folded(  # a clause that says where or why of the one before it
    r"[\s,(–—-]*(?:(?:og|och|and|samt|men|but)\s+)?(?:(?:også|også|också|også|also|især|særligt|særlig|spesielt|särskilt|especially|both|både|mest|mostly|particularly|bl\.?\s?a\.?|herunder|inkl\w*|including|such as|f\.?\s?eks\.?|t\.?\s?ex\.?|e\.g\.)\s+)*"
    r"(?:(?:til|till|ved|vid|med|i|in|at|with|for|för|på|on|to|under|during|over|når|när|when|da|då|fordi|eftersom|ettersom|siden|because|due to|as|since|så|so|idet|hvor|där|der|where)\s"
    r"|(?:krævs|krävs|kræves|kreves|behövs|behøves|trengs|required|needed|necessary)\b)"
)
REASON = folded(r"[\s,]*(?:da|då|fordi|eftersom|ettersom|siden|because|as|since|så|so|idet)\s")
WHEN = folded(r"[\s,]*(?:når|när|when)\s")
AND = folded(r"[\s,]*(?:og|och|and|samt)\s")
WRITTEN_FOR = folded(
    r"\b(?:for|för|åt|til|till)\s(?:(?:our|the|your|vores|våre|våra|dine|dina|alle|alla|all)\s)*$"
)
LEADS = folded(  # a clause before the one that it belongs to
    r"[\s•·*–—-]*(?:også |also |också )?(?:til|till|ved|vid|med|i|in|at|with|for|för|på|on|to|under|during|over|når|när|när|when|hvis|if|om|af|av)\s"
)
IN_BRACKETS = folded(rf"[\s,()]*(?:{MODE.pattern})?[\s,()]*")
DENIED = folded(
    r"\b(?:ikke|ikkje|inte|ej|not|cannot|\w+n['’]t|never|aldrig|aldri|hverken|varken|verken|neither|nor|ingen|inget|inga|intet|uden|uten|utan|without|no)\b(?!\s+(?:kun|bare|blot|bara|endast|enbart|only|just|bange|redd|rädd|afraid)\b)"
    r"|\b(?:unødvendig\w*|onödig\w*|unnecessary|irrelevant\w*|(?:lige|like|lik)gyldig\w*|uanset|uansett|oavsett|regardless|whether)\b"
)
TRANSLATED = folded(
    r"\b(?:oversæt|oversett|oversat|översatt|översätt|translat|tolk(?!ning)|undertekst|subtit)"
)
SPEAK = r"(?:taler|snakker|talar|pratar|speaks?|forstår|förstår|understands?|kan|knows?|har|have)"
PROVES = folded(
    r"dokumenter(?:es?|er|as?|ar|ade|ad|et|t)|document(?:ed|ing)?"
)  # "dokumentere norsk på nivå B1"
WRITTEN_IN = folded(r"\b(?:på|in)\s+(?:både |both )?$")
THOSE_WHO = folded(rf"\s*,?\s*(?:som|der|who|that)\s+(?:\w+\s+){{0,2}}?{SPEAK}\b")
THEY = folded(
    rf"(?:\s+(?!vi\b|du\b|we\b|you\b|jeg\b)\w+){{0,3}}?\s+{SPEAK}\b(?!\s+(?:vi|du|we|you|man|jeg|jag)\b)"
)
GRADE = re.compile(r"\s*\(\s*[ABC][12]\b")  # "so that you can take part in meetings (B1)"
LEAD = re.compile(r"[\s,;:.()•·*–—-]*(?:(?:og|och|and|samt|men|but|mens|medan|while)\s+)?", re.IGNORECASE)
SERVED: Final = frozenset(
    (LanguageTask.CUSTOMERS, LanguageTask.FLOOR)
)  # people, who speak languages themselves


@dataclass(frozen=True, slots=True)
class _Clause:
    """Half-open characters of a passage, with the tasks and languages that stand in it."""

    start: int
    end: int
    tasks: tuple[Named, ...]
    groups: tuple[Group, ...]


def find_task_languages(
    text: str, passage: Passage, document: Document, read: Sequence[Fact]
) -> Iterator[Fact]:
    """
    What an ad says that a language is used for, of the languages that were read in the passage.

    Args:
        text, passage, document: as everywhere.
        read: the languages of the passage.
    """
    if document.kind is not DocumentKind.AD or not read:
        return
    lower = fold(text)
    if not SIGNS.stand_in(lower):
        return
    tasks = sorted(named_tasks(lower, passage.language), key=lambda one: (one.start, one.end))
    if not tasks:
        return
    groups = _groups(text, lower, tasks)
    offset = passage.span.start
    here = [(one, fact) for one in groups for fact in read if _is_of(one, fact, offset)]
    clauses = list(_clauses(lower, tasks, groups))
    seen: set[TaskLanguage] = set()
    for number, clause in enumerate(clauses):
        for task in clause.tasks:
            found = _language_of(lower, clauses, number, task)
            if found is None or _is_silenced(lower, clauses, number, task, found):
                continue
            facts = [fact for one, fact in here if one is found] or read  # a name said again is read once
            level = _own_level(text, clause)
            for value in _values(task, found, facts, level):
                if value not in seen:
                    seen.add(value)
                    yield fact_at(value, passage, *_words(text, clause, task, found), CONFIDENCE)


def _values(task: Named, group: Group, facts: Sequence[Fact], level: Level | None) -> Iterator[TaskLanguage]:
    """A use for each part of a group whose languages were read as needed, or as spoken there."""
    for part in group.parts:
        codes = tuple(sorted({one.code for one in part}))
        values = [
            fact.value for fact in facts if isinstance(fact.value, Language) and fact.value.code in codes
        ]
        if not values or any(one.modality is Modality.NOT_REQUIRED for one in values):
            continue
        stated = [one.level for one in values if one.level]
        # of alternatives the lowest level is enough
        least = level or min(stated, key=lambda one: one.number, default=None)
        yield TaskLanguage(task.task, codes, least, values[0].modality)


def _groups(text: str, lower: str, tasks: Sequence[Named]) -> list[Group]:
    """Languages that somebody is to use, without those of "Danish-speaking colleagues"."""
    others = [one.start for one in tasks if one.task is LanguageTask.FLOOR]
    return [
        one
        for one in find_groups(text, list(find_mentions(text)), is_list=False)
        if not is_about_others(text, one)
        and not (
            one.mentions[-1].speaks
            and any(one.end <= start and not lower[one.end : start].strip() for start in others)
        )
    ]


def _is_of(group: Group, fact: Fact, offset: int) -> bool:
    """Whether a fact was read of a group: of its names, or of the words up to the next one."""
    start, end = fact.span.start - offset, fact.span.end - offset
    codes = {one.code for one in group.mentions}
    return (
        isinstance(fact.value, Language)
        and fact.value.code in codes
        and start < group.next_start
        and group.before < end
    )


def _clauses(lower: str, tasks: Sequence[Named], groups: Sequence[Group]) -> Iterator[_Clause]:
    """The passage cut at commas and conjunctions, but not inside a row of languages or of tasks."""
    kept = [(one.start, one.end) for one in groups] + [match.span() for match in MODE.finditer(lower)]
    kept += [(one.start, one.end) for one in tasks]
    for one, two in pairwise(tasks):
        gap = lower[one.end : two.start]
        named = any(one.end <= group.start < two.start for group in groups)
        if not named and JOINS.search(gap) and JOINED.fullmatch(gap):
            kept.append((one.start, two.end))
    ends = {one.end for one in groups}
    borders = [
        match.start()
        for match in BORDER.finditer(lower)
        if not any(start <= match.start() < end for start, end in kept)
        # "Danish – meetings", "English (reports, manuals)"
        and not (match[0][-1] in " (" and len(lower[: match.start()].rstrip()) in ends)
    ]
    start = 0
    for end in (*borders, len(lower)):
        yield _Clause(
            start,
            end,
            tuple(one for one in tasks if start <= one.start < end),
            tuple(one for one in groups if start <= one.start < end),
        )
        start = end


def _language_of(lower: str, clauses: Sequence[_Clause], number: int, task: Named) -> Group | None:
    """The languages that a task is linked to."""
    clause = clauses[number]
    if clause.groups:
        return min(
            clause.groups,
            key=lambda one: max(one.start - task.end, task.start - one.end, 0),
        )
    words = lower[clause.start : clause.end]
    if number and AND.match(words) and REASON.match(lower, clauses[number - 1].start):
        return _language_of(lower, clauses, number - 1, task)
    if CODE.search(words) or GOES_ON.match(words):
        for before in reversed(clauses[:number]):
            if before.groups:
                return None if before.tasks and WHEN.match(words) else before.groups[-1]
            if not (
                GOES_ON.match(lower, before.start) or IN_BRACKETS.fullmatch(lower, before.start, before.end)
            ):
                break
    if LEADS.match(words) and number + 1 < len(clauses):
        behind = clauses[number + 1]
        if lower[behind.start : behind.start + 1] == "," and behind.groups and not behind.tasks:
            return behind.groups[0]
    return None


def _is_silenced(lower: str, clauses: Sequence[_Clause], number: int, task: Named, group: Group) -> bool:
    """Whether a link is denied, is about a translation, or about what others speak."""
    of_group = next(one for one in clauses if group in one.groups)
    for clause in {of_group, clauses[number]}:
        if DENIED.search(lower, clause.start, clause.end) or TRANSLATED.search(
            lower, clause.start, clause.end
        ):
            return True
    if PROVES.fullmatch(lower, task.start, task.end) and not WRITTEN_IN.search(lower, 0, group.start):
        return True
    if task.task not in SERVED:
        return False
    beside = clauses[number].tasks
    if task.task is LanguageTask.CUSTOMERS and len(beside) > 1 and WRITTEN_FOR.search(lower, 0, task.start):
        return True  # "documentation in English for our customers"
    if THOSE_WHO.match(lower, task.end):
        return True
    they = THEY.match(lower, task.end, max(task.end, group.start))
    several = len({one.code for one in group.mentions}) > 1
    return they is not None and (task.task is LanguageTask.CUSTOMERS or several)


def _own_level(text: str, clause: _Clause) -> Level | None:
    """The level that stands in a task's own clause, where the clause names one alone."""
    behind = GRADE.match(text, clause.end)
    end = behind.end() if behind else clause.end
    codes = {match[1].upper() for match in CODE.finditer(text, clause.start, end)}
    return Level(codes.pop()) if len(codes) == 1 else None


def _words(text: str, clause: _Clause, task: Named, group: Group) -> tuple[int, int]:
    """The characters that say it: the clause, if it names one language; else from the one name to the other."""
    start, end = min(task.start, group.start), max(task.end, group.end)
    is_whole = len(clause.groups) == 1 and clause.end - clause.start <= LONGEST_WORDS
    if is_whole and clause.start <= start and end <= clause.end:
        start, end = clause.start, clause.end
    lead = LEAD.match(text, start, end)
    start = lead.end() if lead else start
    while end > start and text[end - 1] in " \t\n,;:.–—-(":
        end -= 1
    is_bracket_open = text.count("(", start, end) > text.count(")", start, end)
    return start, end + (is_bracket_open and text[end : end + 1] == ")")
