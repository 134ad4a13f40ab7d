"""Which language an ad says is used for what. Hand-made sentences in four languages, written before the rules."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from brobygger.core.reading import Document, DocumentKind, Fact, TaskLanguage
from brobygger.core.reading.facets.languages import find_languages_with_tasks
from brobygger.core.reading.passages import find_passages

HERE = Path(__file__).parent / "task_languages"
TITLES = {
    "da": "Tekniker til Skjern",
    "nb": "Tekniker til verkstedet i Larvik",
    "sv": "Tekniker till Mora",
    "en": "Technician for our plant",
}


def sentences(name: str) -> list[tuple[str, frozenset[str], str]]:
    """(language, what it says, sentence) of a file."""
    found = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, said, sentence = line.split(" | ", maxsplit=2)
            found.append((language, frozenset() if said == "-" else frozenset(said.split(", ")), sentence))
    return found


def facts_of(text: str, title: str = "", kind: DocumentKind = DocumentKind.AD) -> tuple[str, list[Fact]]:
    """The whole text, and the facts about languages in it."""
    document = Document("ad", f"{title}\n\n{text}" if title else text, kind)
    facts = [
        fact
        for passage in find_passages(document)
        for fact in find_languages_with_tasks(
            document.text[passage.span.start : passage.span.end], passage, document
        )
    ]
    return document.text, facts


def read_in(text: str, title: str = "") -> dict[str, str]:
    """What is read, as the files write it without the level: with the level, or nothing."""
    found = {}
    for fact in facts_of(text, title)[1]:
        if isinstance(fact.value, TaskLanguage):
            value = fact.value
            found[f"{value.task.value} {'+'.join(sorted(value.codes))}"] = (
                value.level.value if value.level else ""
            )
    return found


def counts(name: str) -> dict[str, Counter[str]]:
    """By language: links that are said, read and right, and levels that are said and right."""
    found: dict[str, Counter[str]] = {}
    for language, said, sentence in sentences(name):
        told = {}
        for one in said:
            task, codes, *level = one.split()
            told[f"{task} {'+'.join(sorted(codes.split('+')))}"] = level[0] if level else ""
        read = read_in(sentence, TITLES[language])
        count = found.setdefault(language, Counter())
        count["said"] += len(told)
        count["read"] += len(read)
        count["right"] += len(told.keys() & read.keys())
        count["levels said"] += sum(bool(level) for level in told.values())
        count["levels right"] += sum(bool(level) and read.get(key) == level for key, level in told.items())
    return found


@pytest.mark.parametrize(("language", "said", "sentence"), sentences("tune.txt"))
def test_sentence_says_who_uses_which_language_for_what(
    language: str, said: frozenset[str], sentence: str
) -> None:
    told = {
        " ".join([task, "+".join(sorted(codes.split("+")))])
        for task, codes, *_ in (one.split() for one in said)
    }
    assert read_in(sentence, TITLES[language]).keys() == told
