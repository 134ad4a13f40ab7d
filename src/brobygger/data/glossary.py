"""The glossary, docs/glossary.md, as data: our words in the four languages of the product."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("en", "da", "nb", "sv")
IN_A_WHEEL: Final = (
    Path(__file__).parent / "glossary.md"
)  # put there when a wheel is built, see pyproject.toml
IN_THE_REPOSITORY: Final = Path(__file__).parents[3] / "docs" / "glossary.md"


@dataclass(frozen=True, slots=True)
class Term:
    """
    A word of the product.

    Args:
        words: by language code.
        means: what it stands for, in English.
    """

    words: dict[str, str]
    means: str


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    terms: tuple[Term, ...]


@cache
def read_glossary() -> tuple[Section, ...]:
    """
    The sections in the order of the file.

    Raises:
        FileNotFoundError: it is neither in the package nor in the repository.
        ValueError: a row has more or fewer cells than the header says.
    """
    path = IN_A_WHEEL if IN_A_WHEEL.exists() else IN_THE_REPOSITORY
    return parsed(path.read_text(encoding="utf-8"))


def parsed(text: str) -> tuple[Section, ...]:
    """The sections of a glossary in Markdown: a heading of the second level, and a table under it."""
    found = []
    for part in text.split("\n## ")[1:]:
        title, _line, body = part.partition("\n")
        rows = [line for line in body.splitlines() if line.startswith("|")][2:]
        found.append(Section(title.strip(), tuple(_term(row) for row in rows)))
    return tuple(found)


def _term(row: str) -> Term:
    cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
    if len(cells) != len(LANGUAGES) + 1:
        raise ValueError(f"a row of the glossary has {len(cells)} cells: {row}")
    return Term(dict(zip(LANGUAGES, cells, strict=False)), cells[-1])
