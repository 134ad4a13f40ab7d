"""
The official ESCO release in CSV: one folder or zip per language, versions 1.0.9 to 1.2.x.

Files are told apart by their header, not by their name: names and column order have changed between versions.
"""

from __future__ import annotations

import csv
import io
import re
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from brobygger.core.skills.data import ConceptKind, SkillType
from brobygger.data.taxonomies.draft import DraftConcept, Problem, TaxonomyDraft

csv.field_size_limit(10_000_000)  # conceptSchemes lists thousands of URIs in one field
LARGEST_FILE = 200_000_000  # bytes of one CSV file; the largest of ESCO 1.2 has 25 million
SENTENCE = 400  # characters of a description that are used for training
LANGUAGE = re.compile(r"_([a-z]{2})\.csv$", re.IGNORECASE)
VERSION = re.compile(r"v?(1\.\d+\.\d+)")
SKILL_TYPES = {"knowledge": SkillType.KNOWLEDGE, "language": SkillType.LANGUAGE}

Row = dict[str, str]
Reader: TypeAlias = Callable[["_Table", TaxonomyDraft, list[Problem]], None]


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    language: str
    read: Reader
    rows: list[tuple[int, Row]]  # line where the row starts, and its fields


def read_esco(path: Path, draft: TaxonomyDraft) -> list[Problem]:
    """
    Add one release (a folder, zip or tar of CSV files) to a draft.

    Returns:
        The rows that could not be taken; the caller decides whether to go on.
    """
    problems: list[Problem] = []
    found = 0
    # collections after the files that define their concepts
    for name, content in sorted(_files(path, problems), key=lambda file: ("Collection" in file[0], file[0])):
        table = _table(name, content, problems)
        if table:
            table.read(table, draft, problems)
            found += 1
    if not found and not problems:
        problems.append(
            Problem(
                str(path), 1, "holds no CSV file of an ESCO release (occupations_xx.csv, skills_xx.csv …)"
            )
        )
    version = VERSION.search(path.name)
    if version and version[1] not in draft.name:
        draft.name = f"{draft.name} ESCO {version[1]}".strip()
    return problems


def _files(path: Path, problems: list[Problem]) -> Iterator[tuple[str, bytes]]:
    if path.is_dir():
        for file in sorted(path.rglob("*.csv")):
            if _small(file.stat().st_size, str(file), problems):
                yield str(file), file.read_bytes()
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for entry in archive.infolist():
                name = f"{path}:{entry.filename}"
                if entry.filename.endswith(".csv") and _small(entry.file_size, name, problems):
                    yield name, archive.read(entry)
    elif path.is_file() and tarfile.is_tarfile(path):
        with tarfile.open(path) as archive:
            for member in archive:
                name = f"{path}:{member.name}"
                content = archive.extractfile(member) if member.name.endswith(".csv") else None
                if content and _small(member.size, name, problems):
                    yield name, content.read()
    elif path.is_file():
        yield str(path), path.read_bytes()
    else:
        problems.append(Problem(str(path), 1, "does not exist"))


def _small(size: int, name: str, problems: list[Problem]) -> bool:
    if size > LARGEST_FILE:
        problems.append(Problem(name, 1, f"has {size:,} bytes; the limit is {LARGEST_FILE:,}"))
    return size <= LARGEST_FILE


def _table(name: str, content: bytes, problems: list[Problem]) -> _Table | None:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problems.append(Problem(name, line, "is not UTF-8"))
        return None
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = next(lines, [])
    read = _reader_of(name, set(header))
    if read is None:
        return None
    match = LANGUAGE.search(PurePosixPath(name).name)
    table = _Table(name, match[1].lower() if match else "en", read, [])
    line = lines.line_num + 1
    try:
        for fields in lines:
            if len(fields) == len(header):
                table.rows.append((line, dict(zip(header, fields, strict=True))))
            elif fields:
                problems.append(
                    Problem(name, line, f"has {len(fields)} fields where the header has {len(header)}")
                )
            line = lines.line_num + 1
    except csv.Error as error:
        problems.append(Problem(name, line, f"is not CSV from here on: {error}"))
    return table


def _reader_of(name: str, columns: set[str]) -> Reader | None:
    """What a file holds, by its columns; None for collections and hierarchies, which repeat the other files."""
    if {"occupationUri", "skillUri", "relationType"} <= columns:
        return _occupation_skills
    if {"originalSkillUri", "relatedSkillUri"} <= columns:
        return _skill_skills
    if {"conceptUri", "broaderUri"} <= columns and "preferredLabel" not in columns:
        return _broader
    if not {"conceptUri", "preferredLabel", "altLabels"} <= columns:
        return None
    if columns & {"broaderConceptUri", "broaderConceptPT"}:
        return _languages if "languageSkills" in PurePosixPath(name).name else None
    if {"skillType", "reuseLevel"} <= columns:
        return _skills
    return _occupations if "iscoGroup" in columns else _groups


def _occupations(table: _Table, draft: TaxonomyDraft, problems: list[Problem]) -> None:
    for line, row in table.rows:
        concept = _concept(table, line, row, ConceptKind.OCCUPATION, draft, problems)
        if concept:
            concept.code = row["iscoGroup"].lstrip("C") or concept.code
            if concept.code:
                draft.broader.append((concept.uri, f"http://data.europa.eu/esco/isco/C{concept.code}"))


def _skills(table: _Table, draft: TaxonomyDraft, problems: list[Problem]) -> None:
    for line, row in table.rows:
        concept = _concept(table, line, row, ConceptKind.SKILL, draft, problems)
        if concept:
            concept.type = SKILL_TYPES.get(row["skillType"].strip().lower(), SkillType.SKILL)


def _groups(table: _Table, draft: TaxonomyDraft, problems: list[Problem]) -> None:
    for line, row in table.rows:
        concept = _concept(table, line, row, ConceptKind.GROUP, draft, problems)
        if concept:
            concept.code = row.get("code", "") or concept.code


def _concept(
    table: _Table, line: int, row: Row, kind: ConceptKind, draft: TaxonomyDraft, problems: list[Problem]
) -> DraftConcept | None:
    uri, label = row["conceptUri"].strip(), row["preferredLabel"].strip()
    if not uri.startswith("http"):
        problems.append(Problem(table.name, line, f"conceptUri {uri!r} is not a URI"))
        return None
    if row.get("status", "").strip().lower() == "obsolete":
        return None
    if not label:
        # thinner language releases leave labels out: the concept keeps its other languages
        return draft.concepts.get(uri)
    concept = draft.concepts.setdefault(uri, DraftConcept(uri, kind))
    alternatives = [*row.get("altLabels", "").split("\n"), *row.get("hiddenLabels", "").split("\n")]
    draft.add_labels(concept, table.language, [label], first=True)
    draft.add_labels(concept, table.language, alternatives)
    description = " ".join(row.get("description", "").split())[:SENTENCE]
    if description and description not in concept.descriptions and table.language == "en":
        concept.descriptions.append(description)
    return concept


def _languages(table: _Table, draft: TaxonomyDraft, problems: list[Problem]) -> None:
    """The collection of language skills: ESCO's skills file calls them plain knowledge."""
    for _, row in table.rows:
        concept = draft.concepts.get(row["conceptUri"])
        if concept and concept.kind == ConceptKind.SKILL:
            concept.type = SkillType.LANGUAGE


def _broader(table: _Table, draft: TaxonomyDraft, problems: list[Problem]) -> None:
    draft.broader += [(row["conceptUri"], row["broaderUri"]) for _, row in table.rows]


def _occupation_skills(table: _Table, draft: TaxonomyDraft, problems: list[Problem]) -> None:
    for line, row in table.rows:
        relation = row["relationType"].strip().lower()
        if relation not in ("essential", "optional"):
            problems.append(
                Problem(table.name, line, f"relationType {relation!r} is neither essential nor optional")
            )
            continue
        pairs = draft.essential if relation == "essential" else draft.optional
        pairs.append((row["occupationUri"], row["skillUri"]))


def _skill_skills(table: _Table, draft: TaxonomyDraft, problems: list[Problem]) -> None:
    for _, row in table.rows:
        essential = row.get("relationType", "").strip().lower() == "essential"
        pairs = draft.essential if essential else draft.optional
        pairs.append((row["originalSkillUri"], row["relatedSkillUri"]))
