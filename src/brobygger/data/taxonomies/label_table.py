"""A plain table of extra labels for a taxonomy: kind, uri, language, rank, label (CSV or TSV, also compressed)."""

from __future__ import annotations

import csv
import gzip
import io
import lzma
from collections.abc import Callable
from pathlib import Path

from brobygger.core.skills.data import ConceptKind, SkillType
from brobygger.data.taxonomies.draft import DraftConcept, Problem, TaxonomyDraft

KINDS = {
    "skill": ConceptKind.SKILL,
    "knowledge": ConceptKind.SKILL,
    "occupation": ConceptKind.OCCUPATION,
    "group": ConceptKind.GROUP,
    "isco": ConceptKind.GROUP,
}
OPENERS: dict[str, Callable[[bytes], bytes]] = {".xz": lzma.decompress, ".gz": gzip.decompress}


def is_label_table(path: Path) -> bool:
    """Whether the first line names the columns uri and label and one for the language."""
    try:
        header = {
            name.strip().lower()
            for name in _text(path)[:2_000].split("\n", 1)[0].replace("\t", ",").split(",")
        }
    except (OSError, UnicodeDecodeError, lzma.LZMAError, EOFError):
        return False
    return {"uri", "label"} <= header and bool(header & {"language", "lang"})


def read_label_table(path: Path, draft: TaxonomyDraft) -> list[Problem]:
    """
    Add the labels of a table to a draft. A row of rank 0 replaces the preferred label; a URI that is not known yet
    becomes a concept when the row says its kind.
    """
    problems: list[Problem] = []
    text = _text(path)
    tabs = "\t" in text.split("\n", 1)[0]
    # TSV files of this kind hold bare quotes inside labels
    lines = csv.reader(
        io.StringIO(text, newline=""),
        delimiter="\t" if tabs else ",",
        quoting=csv.QUOTE_NONE if tabs else csv.QUOTE_MINIMAL,
    )
    header = [name.strip().lower() for name in next(lines)]
    for fields in lines:
        line = lines.line_num
        if len(fields) != len(header):
            if fields:
                problems.append(
                    Problem(str(path), line, f"has {len(fields)} fields where the header has {len(header)}")
                )
            continue
        row = dict(zip(header, (value.strip() for value in fields), strict=True))
        if not row["uri"] and not row["label"]:
            continue  # a blank row, as spreadsheets leave them
        message = _take(row, draft)
        if message:
            problems.append(Problem(str(path), line, message))
    return problems


def _take(row: dict[str, str], draft: TaxonomyDraft) -> str | None:
    language = row.get("language") or row.get("lang", "")
    kind = KINDS.get(row.get("kind", "").lower())
    if row.get("kind") and kind is None:
        return f"kind {row['kind']!r} is none of {', '.join(KINDS)}"
    if not row["uri"].startswith("http"):
        return f"uri {row['uri']!r} is not a URI"
    if not 2 <= len(language) <= 8:
        return f"language {language!r} is not a language code"
    if not row["label"]:
        return "label is empty"
    rank = row.get("rank", "1") or "1"
    if not rank.isdecimal():
        return f"rank {rank!r} is not a number"
    concept = draft.concepts.get(row["uri"])
    if concept is None:
        if kind is None:
            return None  # a label of a concept that this taxonomy does not have
        concept = draft.concepts[row["uri"]] = DraftConcept(row["uri"], kind)
        concept.type = SkillType.SKILL if kind == ConceptKind.SKILL else SkillType.NONE
    draft.add_labels(concept, language, [row["label"]], first=rank == "0")
    return None


def _text(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix in OPENERS:
        data = OPENERS[path.suffix](data)
    return data.decode("utf-8-sig")
