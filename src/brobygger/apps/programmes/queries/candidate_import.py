"""Rows about candidates against the candidates that are known."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Prefetch

from brobygger.apps.classifications.adapters import value_from_json
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.classifications.queries import SkillWord, skills_of_words
from brobygger.apps.people.adapters import Identity, Preferences, to_preferences
from brobygger.apps.people.enums import DocumentFormat
from brobygger.apps.people.models import Candidate, CandidateFact
from brobygger.apps.people.queries import candidate_entries
from brobygger.apps.programmes.enums import ImportKind
from brobygger.apps.programmes.queries.import_plan import (
    Change,
    ImportPlan,
    Planner,
    programmes_by_code,
    unknown_programmes,
)
from brobygger.apps.programmes.queries.table_columns import TableColumns
from brobygger.core.duplicates import DuplicateIndex, Entry, folded_name
from brobygger.core.reading import Education, FactValue, Graduation, Language, Modality, Place, Skill
from brobygger.data.places import default_places
from brobygger.data.tables import CandidateRow, Finding, Row, Table, read_candidate_row

NOBODY: Final = -1
NUMBERED = re.compile(r"(.*?)(\d{1,9})")
ALIAS: Final = (
    "Talent ",
    3,
)  # the name that others see, and digits of its number, where there is no other manner
# the lines of a text that is made of a row; the reader knows these headings
HEADINGS: Final = {"skills": "Skills", "languages": "Languages", "education": "Education"}


@dataclass(frozen=True, slots=True)
class CandidateWrite:
    """
    What to save.

    Args:
        text: of the CV; None leaves the one that is there.
        identity, preferences: None leaves what is there.
        facts: to be added, each with the fact that it replaces if there is one.
        programmes: to be added.
    """

    alias: str
    text: str | None
    format: DocumentFormat
    identity: Identity | None
    preferences: Preferences | None
    facts: tuple[tuple[FactValue, int | None], ...]
    programmes: tuple[int, ...]


def plan_candidates(
    table: Table, columns: TableColumns, choices: Mapping[str, str], *, language: str
) -> ImportPlan:
    """
    What a table would add and change. A constant number of queries.

    Args:
        columns: which of them is what.
        choices: by row number, the id of the candidate that it is about, or "new".
        language: the reader's.
    """
    known, places = _Known(), columns.places
    column_of = {name: table.header[place] for place, name in places.items()}
    parsed = {
        row.number: read_candidate_row(row, table.header, places, language=language) for row in table.rows
    }
    skills = skills_of_words(
        (word for said, _ in parsed.values() if said for word in said.skills), language=language
    )

    def check(row: Row, said: CandidateRow) -> Iterator[Finding]:
        column = column_of.get("programmes", "")
        yield from unknown_programmes(said.programmes, known.programmes, row.number, column)

    def changes(target: int | None, said: CandidateRow, row: Row) -> tuple[list[Change], Any, list[Finding]]:
        return _Changes(known, target, said, row, column_of, skills).found()

    planner = Planner[CandidateRow](
        read=lambda row: parsed[row.number],
        check=check,
        key=_key,
        entry=_entry,
        name=lambda said: said.name or said.alias or "",
        certain=lambda said: known.by_alias.get(said.alias) if said.alias else None,
        changes=changes,
    )
    rows = tuple(planner.rows(table, DuplicateIndex(known.entries), known.names, choices))
    return ImportPlan(ImportKind.CANDIDATES, columns, table.findings, rows)


class _Known:
    """The candidates of the installation, read once; and the aliases that new ones get."""

    def __init__(self) -> None:
        added = CandidateFact.objects.filter(
            state=FactState.ADDED, kind__in=("skill", "language", "education", "graduation")
        )
        found = (
            Candidate.objects.order_by("pk")
            .select_related("identity", "preference", "document")
            .prefetch_related("programmes", Prefetch("facts", added.order_by("pk"), to_attr="added_facts"))
        )
        self.rows: dict[int, Any] = {one.pk: one for one in found}
        self.by_alias = {one.alias: pk for pk, one in self.rows.items()}
        self.entries = candidate_entries()
        self.names = {pk: _named(one) for pk, one in self.rows.items()}
        self.programmes = programmes_by_code()
        self._prefix, self._digits, self._last = _manner(self.by_alias)
        self._made: dict[int, str] = {}

    def new_alias(self, row: int) -> str:
        """An unused alias in the manner of the others; the same for the same row."""
        if row not in self._made:
            self._last += 1
            self._made[row] = f"{self._prefix}{self._last:0{self._digits}}"
        return self._made[row]


def _manner(aliases: Mapping[str, int]) -> tuple[str, int, int]:
    """What most aliases have before their number, its digits, and the highest number."""
    parts = [match for alias in aliases if (match := NUMBERED.fullmatch(alias))]
    if not parts:
        return *ALIAS, 0
    (prefix, digits), _count = Counter((match[1], len(match[2])) for match in parts).most_common(1)[0]
    return prefix, digits, max(int(match[2]) for match in parts if match[1] == prefix)


def _named(one: Candidate) -> str:
    identity = getattr(one, "identity", None)
    preference = getattr(one, "preference", None)
    parts = [one.alias]
    if identity:
        parts += [identity.name, identity.email]
    if preference:
        parts.append(preference.home_name)
    return ", ".join(filter(None, parts))


def _key(said: CandidateRow) -> tuple[str, ...]:
    if said.alias:
        return ("alias", said.alias)
    if said.email:
        return ("email", said.email)
    return (
        "name",
        folded_name(said.name or ""),
        folded_name(said.place or ""),
        said.country or "",
        said.phone or "",
    )


def _entry(said: CandidateRow) -> Entry:
    # a home whose place is not known is not stored, and so not compared
    place = _home(said)
    return Entry(
        NOBODY,
        said.name or "",
        place.name if place else "",
        place.country if place else "",
        email=said.email or "",
        phone=said.phone or "",
    )


def _home(said: CandidateRow) -> Place | None:
    if not said.place:
        return None
    entry = default_places().named(said.place, said.country)
    return entry.place if entry else None


class _Changes:
    """What one row changes of a candidate, or says of a new one."""

    def __init__(
        self,
        known: _Known,
        target: int | None,
        said: CandidateRow,
        row: Row,
        column_of: Mapping[str, str],
        skills: Mapping[str, SkillWord | None],
    ) -> None:
        self.known, self.said, self.row, self.column_of, self.skills = known, said, row, column_of, skills
        self.candidate = known.rows.get(target) if target is not None else None
        self.changes: list[Change] = []
        self.findings: list[Finding] = []

    def found(self) -> tuple[list[Change], CandidateWrite, list[Finding]]:
        alias = self._alias()
        identity = self._identity()
        preferences = self._preferences()
        facts = tuple(self._facts())
        text, form = self._text(alias)
        there = {one.code.casefold() for one in self.candidate.programmes.all()} if self.candidate else set()
        added = [code for code in self.said.programmes if code not in there]
        if added:
            self._change("programmes", ", ".join(sorted(there)), ", ".join(sorted({*there, *added})))
        programmes = tuple(self.known.programmes[code].pk for code in added if code in self.known.programmes)
        write = CandidateWrite(alias, text, form, identity, preferences, facts, programmes)
        return self.changes, write, self.findings

    def _change(self, field: str, before: str, after: str) -> None:
        if before != after:
            self.changes.append(Change(field, before, after))

    def _note(self, key: str, column: str, **parameters: str | int) -> None:
        self.findings.append(Finding(key, self.row.number, self.column_of.get(column, ""), parameters))

    def _alias(self) -> str:
        given = self.said.alias
        if self.candidate:
            if given and given != self.candidate.alias:
                self._note("alias_kept", "alias", value=self.candidate.alias)
            return str(self.candidate.alias)
        alias = given or self.known.new_alias(self.row.number)
        self._change("alias", "", alias)
        return alias

    def _identity(self) -> Identity | None:
        stored = getattr(self.candidate, "identity", None) if self.candidate else None
        before = Identity(stored.name, stored.email, stored.phone) if stored else Identity("")
        said = {"name": self.said.name, "email": self.said.email, "phone": self.said.phone}
        after = dataclasses.replace(before, **{name: value for name, value in said.items() if value})
        if after == before or not (after.name or stored):
            return None
        for name in said:
            self._change(name, getattr(before, name), getattr(after, name))
        return after

    def _preferences(self) -> Preferences | None:
        stored = getattr(self.candidate, "preference", None) if self.candidate else None
        before = to_preferences(stored) if stored else Preferences()
        said, home = self.said, _home(self.said)
        given: dict[str, Any] = {
            "kinds": said.kinds or None,
            "available_from": said.available_from,
            "work_right": said.work_right or None,
            "home": home,
        }
        if said.place and home is None:
            self._note("home_unknown", "place", value=said.place)
        after = dataclasses.replace(
            before, **{name: value for name, value in given.items() if value is not None}
        )
        if after == before:
            return None
        self._change("place", _home_shown(before.home), _home_shown(after.home))
        self._change("kinds", ", ".join(before.kinds), ", ".join(after.kinds))
        self._change("available_from", _day(before.available_from), _day(after.available_from))
        self._change("work_right", ", ".join(before.work_right or ()), ", ".join(after.work_right or ()))
        return after

    def _facts(self) -> Iterator[tuple[FactValue, int | None]]:
        added = {
            fact.pk: value_from_json(fact.kind, fact.value)
            for fact in getattr(self.candidate, "added_facts", ())
        }
        yield from self._languages(added)
        yield from self._skills(added)
        yield from self._education(added)
        yield from self._graduation(added)

    def _languages(self, added: Mapping[int, FactValue]) -> Iterator[tuple[FactValue, int | None]]:
        held = {value.code: (pk, value) for pk, value in added.items() if isinstance(value, Language)}
        after = {code: value.level for code, (_pk, value) in held.items()}
        before = _levels_shown(after)
        for code, level in self.said.languages:
            pk, value = held.get(code, (None, None))
            if value is None or (level is not None and level != value.level):
                after[code] = level
                yield Language(code, level, Modality.HELD), pk
        self._change("languages", before, _levels_shown(after))

    def _skills(self, added: Mapping[int, FactValue]) -> Iterator[tuple[FactValue, int | None]]:
        held = {value.uri: value.label for value in added.values() if isinstance(value, Skill)}
        before = "; ".join(held.values())
        for word in self.said.skills:
            skill = self.skills.get(word)
            if skill is None:
                self._note("skill_unknown", "skills", value=word[:60])
                continue
            if skill.confidence < 1:
                percent = round(skill.confidence * 100)
                self._note("skill_taken_for", "skills", value=word[:60], label=skill.label, percent=percent)
            if skill.uri not in held:
                held[skill.uri] = skill.label
                yield Skill(skill.uri, skill.label, Modality.HELD), None
        self._change("skills", before, "; ".join(held.values()))

    def _education(self, added: Mapping[int, FactValue]) -> Iterator[tuple[FactValue, int | None]]:
        said = self.said
        if said.education_level is None and said.education_field is None:
            return
        held = [(pk, value) for pk, value in added.items() if isinstance(value, Education)]
        pk, before = held[-1] if held else (None, Education(None, None, Modality.HELD))
        after = dataclasses.replace(
            before,
            eqf=said.education_level if said.education_level is not None else before.eqf,
            field=said.education_field if said.education_field is not None else before.field,
        )
        if after != before:
            self._change("education_level", _shown(before.eqf), _shown(after.eqf))
            self._change("education_field", before.field or "", after.field or "")
            yield after, pk

    def _graduation(self, added: Mapping[int, FactValue]) -> Iterator[tuple[FactValue, int | None]]:
        said = self.said.graduation
        held = [(pk, value) for pk, value in added.items() if isinstance(value, Graduation)]
        pk, before = held[-1] if held else (None, None)
        if said is not None and said != before:
            self._change("graduation", _graduation_shown(before), _graduation_shown(said))
            yield said, pk

    def _text(self, alias: str) -> tuple[str | None, DocumentFormat]:
        """The text of the CV: the one of the row, else one that the row's words make where there is no other."""
        stored = getattr(self.candidate, "document", None) if self.candidate else None
        before = stored.text if stored else ""
        if self.said.cv and any(map(str.isalnum, self.said.cv)):
            after, form = self.said.cv, DocumentFormat.TEXT
        elif stored is None or stored.format == DocumentFormat.TABLE:
            after, form = _made_text(self.said, before) or before or alias, DocumentFormat.TABLE
        else:
            return None, DocumentFormat(stored.format)
        if after == before:
            return None, form
        if form == DocumentFormat.TEXT or self.candidate is not None:
            self._change("cv", _short(before), _short(after))
        return after, form


def _made_text(said: CandidateRow, before: str) -> str:
    """A text of the row's own words, one line of each sort; lines of an earlier row stay where this one says nothing."""
    studied = ", ".join(
        said.words[name] for name in ("education_level", "education_field") if name in said.words
    )
    given = {
        "skills": said.words.get("skills", ""),
        "languages": said.words.get("languages", ""),
        "education": studied,
    }
    lines = dict(line.split(": ", 1) for line in before.split("\n") if ": " in line)
    for name, heading in HEADINGS.items():
        if given[name]:
            lines[heading] = given[name]
    return "\n".join(f"{heading}: {lines[heading]}" for heading in HEADINGS.values() if heading in lines)


def _levels_shown(levels: Mapping[str, Any]) -> str:
    return "; ".join(f"{code} {level}" if level else code for code, level in sorted(levels.items()))


def _home_shown(home: Place | None) -> str:
    return f"{home.name}, {home.country}" if home else ""


def _day(value: Any) -> str:
    return value.isoformat() if value else ""


def _graduation_shown(value: Graduation | None) -> str:
    """As it may be written in a cell: "2027-06-30", "2027-06", "2027"; of another length its first and last month."""
    if value is None:
        return ""
    first, last = value.earliest, value.latest
    if first == last:
        return first.isoformat()
    if (first.month, last.month) == (1, 12) and first.year == last.year:
        return f"{first:%Y}"
    months = dict.fromkeys((f"{first:%Y-%m}", f"{last:%Y-%m}"))
    return "–".join(months)


def _shown(value: Any) -> str:
    return "" if value is None else str(value)


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 120 else f"{one_line[:119]}…"
