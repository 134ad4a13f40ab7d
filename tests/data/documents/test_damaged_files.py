"""Files of every format, damaged byte by byte: never an exception, only documents and problems, and soon."""

from __future__ import annotations

import gzip
import lzma
import time

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from brobygger.core.reading import Document
from brobygger.data.documents import Limits, Problem, read_bytes
from tests.data.documents import made
from tests.data.documents.golden import ENDING, FOLDER
from tests.drawing import times

LIMITS = Limits(unpacked_bytes=5_000_000, text_characters=20_000)
SLOWEST = 10  # seconds for one damaged file on a busy machine
FILES: dict[str, bytes] = {
    path.name: path.read_bytes() for path in sorted(FOLDER.iterdir()) if not path.name.endswith(ENDING)
} | {
    "made.docx": made.docx_bytes(),
    "made.odt": made.odt_bytes(),
    "made.pdf": made.pdf_bytes(2),
    "made.xlsx": made.xlsx_bytes([["id", "text"], [1, "You weld"]]),
    "made.zip": made.zip_bytes({"a.txt": b"You weld steel", "b.csv": b"id,text\n1,You weld"}),
    "made.txt.gz": gzip.compress(b"You weld steel every day"),
    "made.txt.xz": lzma.compress(b"You weld steel every day"),
}
changes = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),  # where, as a share of the file
        st.sampled_from(["set", "insert", "cut", "repeat", "end"]),
        st.binary(min_size=1, max_size=6),
    ),
    min_size=1,
    max_size=8,
)


def damage(data: bytes, what: list[tuple[float, str, bytes]]) -> bytes:
    for share, how, new in what:
        at = int(share * len(data))
        match how:
            case "set":
                data = data[:at] + new + data[at + len(new) :]
            case "insert":
                data = data[:at] + new + data[at:]
            case "cut":
                data = data[:at] + data[at + 20 * len(new) :]
            case "repeat":
                data = data[:at] + data[at : at + 50] * len(new) + data[at:]
            case "end":
                data = data[: max(at, 1)]
    return data


def check(data: bytes, name: str) -> None:
    started = time.perf_counter()
    for item in read_bytes(data, name=name, limits=LIMITS):
        assert isinstance(item, Document | Problem)
        if isinstance(item, Problem):
            assert all(item.message(language) for language in ("en", "da", "nb", "sv"))
        else:
            assert item.text == item.text.strip() != ""
            assert len(item.text) <= LIMITS.text_characters
            item.text.encode()  # no lone surrogates
            assert all(fact.span.end <= len(item.text) for fact in item.declared)
    assert time.perf_counter() - started < SLOWEST


@pytest.mark.parametrize("name", FILES)
@times(40, suppress_health_check=[HealthCheck.too_slow])
@given(what=changes)
def test_damaged_file_gives_documents_or_problems(name, what):
    check(damage(FILES[name], what), name)


@times(150)
@given(data=st.binary(max_size=400), name=st.sampled_from(["a", "a.txt", *FILES]))
def test_any_bytes_give_documents_or_problems(data, name):
    check(data, name)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from(
        ["@type", "title", "headline", "description", "text", "hits", "ad_content", "properties", "locationList",
         "adtext", "basics", "work", "SkillsPassport", "LearnerInfo", "Skills", "languages", "jobLocation", "address",
         "baseSalary", "value", "must_have", "skills", "coordinates", "source", "lang", "places", "educationRequirements"]
    ), inner, max_size=6),
    max_leaves=25,
)  # fmt: skip


@times(250, suppress_health_check=[HealthCheck.too_slow])
@given(
    value=json_values,
    shape=st.sampled_from(["JobPosting", "JobTech", "NAV", "Europass", "Resume", "collected", ""]),
)
def test_any_json_gives_documents_or_problems(value, shape):
    """Objects that look like one of the shapes, with anything in their fields."""
    import json

    frame = {
        "JobPosting": {
            "@type": "JobPosting",
            "title": "x",
            "description": "y",
            "jobLocation": value,
            "baseSalary": value,
        },
        "JobTech": {
            "headline": "x",
            "description": {"text": "y"},
            "workplace_address": value,
            "must_have": value,
        },
        "NAV": {
            "title": "x",
            "locationList": value,
            "properties": value,
            "adtext": "y",
            "applicationdue": value,
        },
        "Europass": {"SkillsPassport": {"LearnerInfo": value}},
        "Resume": {"basics": {"label": "x"}, "work": value, "languages": value, "skills": value},
        "collected": {
            "source": "jobtech",
            "lang": "sv",
            "title": "x",
            "text": "y",
            "places": value,
            "duration": value,
        },
        "": value,
    }[shape]
    check(json.dumps(frame).encode(), "any.json")
