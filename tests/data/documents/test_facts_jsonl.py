"""facts.jsonl: what is written is read back, and a broken line is named."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import (
    FACT_KINDS,
    Document,
    DocumentKind,
    Fact,
    Language,
    Level,
    Modality,
    Passage,
    Reading,
    Role,
    Span,
)
from brobygger.data.documents import (
    FactsFileError,
    read_readings,
    reading_of,
    reading_record,
    to_line,
    write_readings,
)
from tests.drawing import times

TEXT = "Vi søger en svejser med B2 i dansk. 🛠 Start snarest muligt, 37 timer pr. uge."

texts = st.text(alphabet=st.characters(codec="utf-8"), max_size=20)
numbers = st.floats(-1e9, 1e9)
st.register_type_strategy(float, numbers)
st.register_type_strategy(str, texts)
spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).map(
    lambda ends: Span(min(ends[0], ends[1] - 1), max(ends[0] + 1, ends[1]))
)
st.register_type_strategy(Span, spans)
values = st.one_of([st.from_type(one) for one in FACT_KINDS])
facts = st.builds(Fact, value=values)
documents = st.builds(Document, text=st.just(TEXT), declared=st.lists(facts, max_size=2).map(tuple))
readings = st.builds(
    Reading,
    document=documents,
    facts=st.lists(facts, max_size=4).map(tuple),
    passages=st.lists(st.from_type(Passage), max_size=2).map(tuple),
)


@times(150)
@given(reading=readings)
def test_reading_comes_back_as_it_was_written(reading):
    assert reading_of(json.loads(to_line(reading_record(reading)))) == reading


@times(20)
@given(many=st.lists(readings, max_size=3))
def test_file_comes_back_as_it_was_written(tmp_path_factory, many):
    path = tmp_path_factory.mktemp("facts") / "facts.jsonl"
    assert write_readings(many, path) == len(many)
    assert list(read_readings(path)) == many
    first = path.read_bytes()
    write_readings(read_readings(path), path.with_suffix(".again"))
    assert path.with_suffix(".again").read_bytes() == first


def test_keys_come_in_a_fixed_order():
    record = reading_record(_example())
    assert list(record) == [
        "id", "kind", "title", "employer", "published", "source", "language", "facts", "declared", "passages",
        "warnings", "text",
    ]  # fmt: skip
    (fact,) = record["facts"]
    assert list(fact) == [
        "kind",
        "value",
        "start",
        "end",
        "words",
        "language",
        "role",
        "confidence",
        "method",
    ]
    assert fact["words"] == "B2 i dansk"


def _example() -> Reading:
    at = TEXT.index("B2 i dansk")
    value = Language("da", Level.B2, Modality.REQUIRED)
    fact = Fact(value, Span(at, at + len("B2 i dansk")), "da", Role.REQUIREMENT, 0.9)
    return Reading(Document("1", TEXT, DocumentKind.AD), (), (fact,), "da")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda record: record.pop("text"), "the field 'text' is missing"),
        (lambda record: record["facts"][0].update(kind="skil"), "kind 'skil' is none of skill, "),
        (lambda record: record["facts"][0].update(start="x"), "start: expected int, found 'x'"),
        (lambda record: record["facts"][0]["value"].pop("code"), "the field 'code' is missing"),
        (lambda record: record["facts"][0]["value"].update(level="D4"), "'D4' is not a valid Level"),
        (lambda record: record["facts"][0].update(end=0), "is empty or backwards"),
        (lambda record: record.update(published="soon"), "soon"),
    ],
)
def test_broken_record_names_line_and_field(tmp_path, change, message):
    good = reading_record(_example())
    bad = json.loads(json.dumps(good))
    change(bad)
    path = tmp_path / "facts.jsonl"
    path.write_text(to_line(good) + to_line(bad), encoding="utf-8")
    with pytest.raises(FactsFileError, match=r"facts\.jsonl:2: ") as caught:
        list(read_readings(path))
    assert message in str(caught.value)


def test_broken_json_names_its_line(tmp_path):
    path = tmp_path / "facts.jsonl"
    path.write_text("{}x\n", encoding="utf-8")
    with pytest.raises(FactsFileError, match="facts.jsonl:1: not valid JSON at column 3"):
        list(read_readings(path))
