"""Brobygger's own STEM vocabulary: plain TOML files by field, and the compact file made from them."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from brobygger.core.skills.data import ConceptKind, LabelGrade, SkillType
from brobygger.core.skills.training import Progress, Settings
from brobygger.data.taxonomies.draft import DraftConcept, TaxonomyDraft
from brobygger.data.taxonomies.file import TaxonomyFile, read_taxonomy, write_taxonomy
from brobygger.data.taxonomies.imports import build

FOLDER = Path(__file__).parent.parent / "vocabulary"
COMPILED = FOLDER / "brobygger.taxonomy"
LANGUAGES = ("en", "da", "nb", "sv")
ESCO = "http://data.europa.eu/esco/"
NAME = "Brobygger STEM vocabulary"
GRADES = {"~": LabelGrade.LOOSE, "?": LabelGrade.VAGUE}  # what may stand before a label
TYPES = {"skill": SkillType.SKILL, "knowledge": SkillType.KNOWLEDGE}
# A small vocabulary learns best from every n-gram it has, seen often
SETTINGS = Settings(features=60_000, seen_in=2, epochs=20)


def vocabulary_draft(folder: Path = FOLDER) -> TaxonomyDraft:
    """
    Read the TOML files into a draft.

    Raises:
        ValueError: naming the file and the concept where an entry is wrong.
    """
    draft = TaxonomyDraft(NAME)
    for key, entry in _entries(folder / "groups.toml"):
        _concept(draft, "group", ConceptKind.GROUP, key, entry)
    skills = [item for file in sorted((folder / "skills").glob("*.toml")) for item in _entries(file)]
    languages = {
        key for key, entry in _entries(folder / "skills" / "languages.toml") if entry["type"] == "knowledge"
    }
    occupations = [
        item for file in sorted((folder / "occupations").glob("*.toml")) for item in _entries(file)
    ]
    for key, entry in skills:
        concept = _concept(draft, "skill", ConceptKind.SKILL, key, entry)
        concept.type = SkillType.LANGUAGE if key in languages else TYPES[entry["type"]]
        concept.code = entry["isced_f"]
    known = {key for key, _ in skills}
    for key, entry in skills:
        draft.broader.append((_uri("skill", key), _broader(entry["broader"], known)))
        draft.related += [(_uri("skill", key), _uri("skill", other)) for other in entry.get("related", ())]
    for key, entry in occupations:
        uri = _concept(draft, "occupation", ConceptKind.OCCUPATION, key, entry).uri
        draft.concepts[uri].code = entry["isco"]
        draft.essential += [(uri, _uri("skill", skill)) for skill in entry["essential"]]
        draft.optional += [(uri, _uri("skill", skill)) for skill in entry.get("optional", ())]
        draft.related += [(uri, _uri("occupation", other)) for other in entry.get("related", ())]
        if "broader" in entry:
            draft.broader.append((uri, _uri("occupation", entry["broader"])))
    return draft


def compile_vocabulary(out: Path = COMPILED, progress: Progress = lambda what, share: None) -> TaxonomyFile:
    """Train the encoder on our own labels alone and write the compact file."""
    content = build(vocabulary_draft(), {"sha256": source_digest()}, SETTINGS, progress)
    write_taxonomy(out, content)
    return content


@lru_cache(maxsize=1)
def default_taxonomy() -> TaxonomyFile:
    """The compiled vocabulary that comes with the product."""
    return read_taxonomy(COMPILED)


def source_digest(folder: Path = FOLDER) -> str:
    """SHA-256 of the TOML files and their names: tells whether the compact file is up to date."""
    total = hashlib.sha256()
    for file in sorted(folder.rglob("*.toml")):
        total.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def _entries(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file.name}: {error}") from error
    for key, entry in content.items():
        missing = [language for language in LANGUAGES if not entry.get(language)]
        if missing:
            raise ValueError(f"{file.name}: {key} has no label in {', '.join(missing)}")
        yield key, entry


def _concept(
    draft: TaxonomyDraft, kind: str, number: ConceptKind, key: str, entry: dict[str, Any]
) -> DraftConcept:
    concept = DraftConcept(_uri(kind, key), number)
    if concept.uri in draft.concepts:
        raise ValueError(f"{kind} {key} is defined twice")
    draft.concepts[concept.uri] = concept
    for language in LANGUAGES:
        labels = [label.lstrip("~?") for label in entry[language]]
        draft.add_labels(concept, language, labels)
        if number is ConceptKind.SKILL:
            grades = (GRADES.get(label[:1], LabelGrade.SURE) for label in entry[language])
            concept.grades |= dict(zip(((language, label) for label in labels), grades, strict=True))
    concept.exact = set(entry.get("exact_case", ()))
    if "esco" in entry:
        concept.same_as = f"{ESCO}{kind}/{entry['esco']}"
    return concept


def _broader(key: str, skills: set[str]) -> str:
    return _uri("skill" if key in skills else "group", key)


def _uri(kind: str, key: str) -> str:
    return f"urn:brobygger:{kind}:{key}"
