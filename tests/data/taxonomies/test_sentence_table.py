import json
import lzma

import pytest

from brobygger.data.taxonomies.sentence_table import read_sentences

NUMBER = {"http://x.example/weld": 4, "http://x.example/python": 7}
TEXT = "You will weld pipes and script in Python"


@pytest.fixture
def write(tmp_path):
    def written(name, content):
        path = tmp_path / name
        data = content.encode()
        path.write_bytes(lzma.compress(data) if name.endswith(".xz") else data)
        return path

    return written


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("s.csv", f"text,uri\n{TEXT},http://x.example/weld\n{TEXT},http://x.example/python\n"),
        ("s.tsv", f"URI\ttext\tnote\nhttp://x.example/weld\t{TEXT}\t\nhttp://x.example/python\t{TEXT}\t-\n"),
        ("s.jsonl", json.dumps({"text": TEXT, "uri": list(NUMBER)}) + "\n\n"),
        ("s.jsonl.xz", json.dumps({"text": TEXT, "uri": list(NUMBER)}) + "\n"),
    ],
)
def test_tables_of_every_kind_say_the_same(write, name, content):
    sentences, problems = read_sentences(write(name, content), NUMBER)

    assert problems == []
    assert [(one.text, one.concepts) for one in sentences] == [(TEXT, (4, 7))]


def test_concepts_of_another_release_are_left_out(write):
    path = write("s.csv", f"text,uri\n{TEXT},http://x.example/gone\n{TEXT},http://x.example/weld\n")

    sentences, problems = read_sentences(path, NUMBER)

    assert problems == []
    assert [one.concepts for one in sentences] == [(4,)]


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("text,uri\n,http://x.example/weld\n", 2, "text is missing"),
        (f"text,uri\n{TEXT},weld\n", 2, "uri 'weld' is not a URI"),
        (f"sentence,uri\n{TEXT},http://x.example/weld\n", 2, "text is missing"),
        (f"text,uri\n{TEXT},http://x.example/gone\n", 1, "names no concept of this taxonomy"),
        ('{"text": "a", "uri": "http://x.example/weld"}\n{"text": \n', 2, "is not a JSON object"),
        ("", 1, "names no concept of this taxonomy"),
    ],
)
def test_faults_are_named_with_their_line(write, content, line, message):
    _, problems = read_sentences(write("s.csv", content), NUMBER)

    assert [(problem.line, problem.message) for problem in problems] == [(line, message)]


def test_a_file_that_is_not_there_is_a_problem(tmp_path):
    _, problems = read_sentences(tmp_path / "none.csv", NUMBER)

    assert "cannot be read" in problems[0].message
