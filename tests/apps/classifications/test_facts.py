"""Facts as rows: values written and read back, texts cut at their marks."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.apps.classifications.adapters import (
    FactRow,
    FactValueError,
    to_columns,
    to_passage_lists,
    to_passages,
    to_reading,
    undecided,
    value_from_json,
    value_to_json,
)
from brobygger.apps.classifications.enums import TRANSITIONS, FactState
from brobygger.apps.classifications.queries import Mark, cut_text
from brobygger.apps.classifications.queries.marked_text import merged
from brobygger.core.reading import (
    FACT_KINDS,
    Document,
    DocumentKind,
    Fact,
    FactValue,
    Passage,
    Role,
    Skill,
    Span,
)

NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)


def values_of(cls: type) -> st.SearchStrategy[FactValue]:
    hints = {field.name: str(field.type) for field in dataclasses.fields(cls)}
    numbers = {
        name: NUMBERS if hint == "float" else st.none() | NUMBERS
        for name, hint in hints.items()
        if hint in ("float", "float | None")
    }
    return st.builds(cls, **numbers)


VALUES: st.SearchStrategy[FactValue] = st.one_of(*map(values_of, FACT_KINDS))
FACTS = st.builds(
    Fact,
    value=VALUES,
    span=st.builds(lambda start, size: Span(start, start + size), st.integers(0, 500), st.integers(1, 50)),
    language=st.sampled_from(["da", "en", "und"]),
    role=st.sampled_from(Role),
    confidence=st.floats(0, 1),
    method=st.sampled_from(["label", "pattern"]),
)


def row_of(fact: Fact, state: FactState = FactState.READ) -> FactRow:
    columns = json.loads(json.dumps(to_columns(fact)))
    return FactRow(**columns, state=state)


@given(VALUES)
def test_value_is_read_back_as_written(value: FactValue) -> None:
    stored = json.loads(json.dumps(value_to_json(value)))
    assert value_from_json(FACT_KINDS[type(value)], stored) == value


@given(st.lists(FACTS, max_size=4))
def test_reading_is_read_back_as_written(facts: list[Fact]) -> None:
    document = Document("1", "x" * 600, DocumentKind.CV)
    reading = to_reading(document, "da", [], [row_of(fact) for fact in facts])

    assert sorted(map(repr, reading.facts)) == sorted(map(repr, facts))
    assert reading.document == document


@pytest.mark.parametrize(
    ("kind", "stored", "message"),
    [
        ("charm", {}, "unknown kind of fact 'charm'"),
        ("skill", {"uri": "u", "label": "l", "colour": "red"}, "no field 'colour'"),
        ("skill", {"uri": "u"}, "incomplete.*label"),
        ("language", {"code": "da", "modality": "must"}, "language.modality cannot be 'must'"),
        ("experience", {"years": "three"}, "experience.years cannot be 'three'"),
        ("deadline", {"date": "tomorrow"}, "deadline.date"),
        ("places", {"count": True}, "places.count"),
        ("work_right", {"condition": "citizen", "countries": "DK"}, "not a list"),
    ],
)
def test_wrong_value_names_kind_and_field(kind: str, stored: dict[str, Any], message: str) -> None:
    with pytest.raises(FactValueError, match=message):
        value_from_json(kind, stored)


def test_value_of_a_deadline_is_a_day() -> None:
    value = value_from_json("deadline", {"date": "2027-02-01"})
    assert value == type(value)(dt.date(2027, 2, 1))


def test_rejected_facts_are_no_part_of_the_reading() -> None:
    fact = Fact(Skill("u", "l"), Span(0, 1), "en", Role.TASK, 0.7, "label")
    document = Document("1", "x", DocumentKind.AD)

    assert to_reading(document, "en", [], [row_of(fact, FactState.REJECTED)]).facts == ()
    (confirmed,) = to_reading(document, "en", [], [row_of(fact, FactState.CONFIRMED)]).facts
    assert (confirmed.confidence, confirmed.method) == (1.0, "person")


def test_added_fact_points_at_its_own_words_below_the_text() -> None:
    row = FactRow(
        "skill", {"uri": "u", "label": "svejsning"}, None, None, "da", "other", 1.0, "person", "added"
    )

    reading = to_reading(Document("1", "Et CV", DocumentKind.CV), "da", [], [row])

    (fact,) = reading.facts
    assert reading.document.text == "Et CV\nsvejsning"
    assert reading.document.text[fact.span.start : fact.span.end] == "svejsning"


def test_undecided_leaves_out_what_people_have_spoken_about() -> None:
    said = Fact(Skill("u", "l"), Span(0, 1), "en", Role.TASK, 0.7)
    elsewhere = Fact(Skill("u", "l"), Span(4, 5), "en", Role.TASK, 0.7)

    assert undecided([said, elsewhere], [row_of(said, FactState.REJECTED)]) == [elsewhere]


def test_passages_are_read_back_as_written() -> None:
    passages = (Passage(Span(0, 4), "da", 0.75, Role.TITLE), Passage(Span(5, 9), "en", 1.0, Role.CONTACT))
    assert to_passages(json.loads(json.dumps(to_passage_lists(passages)))) == passages


def test_states_follow_a_table() -> None:
    assert set(TRANSITIONS) == set(FactState)
    assert all(state not in following for state, following in TRANSITIONS.items())


def mark(number: int, start: int, end: int) -> Mark:
    return Mark(number, "skill", {}, start, end, 1.0, FactState.READ)


RANGES = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 10)).map(lambda pair: (pair[0], pair[0] + pair[1])),
    max_size=6,
)


@given(st.text(max_size=30), RANGES)
def test_cut_text_adds_up_to_the_text(text: str, ranges: list[tuple[int, int]]) -> None:
    marks = [mark(number, start, end) for number, (start, end) in enumerate(ranges)]

    segments = cut_text(text, marks)

    assert "".join(segment.text for segment in segments) == text
    for one in marks:
        if one.start < one.end <= len(text):
            marked = "".join(segment.text for segment in segments if one in segment.marks)
            assert marked == text[one.start : one.end]


@given(st.lists(st.sampled_from("ab\n"), min_size=1, max_size=30).map("".join), RANGES, RANGES)
def test_cut_text_shows_nothing_that_is_hidden(
    text: str, ranges: list[tuple[int, int]], hidden: list[tuple[int, int]]
) -> None:
    covered = {offset for start, end in hidden for offset in range(start, end)}
    open_text = "".join(character for offset, character in enumerate(text) if offset not in covered)

    segments = cut_text(text, [mark(1, start, end) for start, end in ranges], hidden)

    assert "".join(segment.text for segment in segments if not segment.is_hidden) == open_text
    assert all(
        set(segment.text) <= {"…", "\n"} and not segment.marks for segment in segments if segment.is_hidden
    )


def test_cut_text_puts_the_widest_mark_first() -> None:
    wide, narrow = mark(1, 0, 9), mark(2, 3, 6)
    middle = cut_text("abcdefghi", [narrow, wide])[1]
    assert middle.marks == (wide, narrow)


@given(RANGES)
def test_merged_ranges_cover_the_same_and_do_not_touch(ranges: list[tuple[int, int]]) -> None:
    def covered(pieces: list[tuple[int, int]]) -> set[int]:
        return {offset for start, end in pieces for offset in range(start, end)}

    result = merged(ranges)
    assert covered(result) == covered(ranges)
    assert all(left[1] < right[0] for left, right in zip(result, result[1:], strict=False))
