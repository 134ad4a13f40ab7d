"""Import a taxonomy: read its files, train the encoder on its labels, write one compact file."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from brobygger.core.skills.compiled import compiled
from brobygger.core.skills.training import AnnotatedText, Progress, Settings, train_encoder
from brobygger.data.taxonomies.draft import Problem, TaxonomyDraft
from brobygger.data.taxonomies.esco import read_esco
from brobygger.data.taxonomies.file import TaxonomyFile, write_taxonomy
from brobygger.data.taxonomies.label_table import is_label_table, read_label_table
from brobygger.data.taxonomies.sentence_table import read_sentences


class ImportProblems(Exception):
    """Rows that could not be taken. Nothing was written."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems; the first: {problems[0]}")
        self.problems = problems


def import_taxonomy(
    paths: list[Path],
    out: Path,
    *,
    name: str = "",
    sentences: Sequence[Path] = (),
    settings: Settings = Settings(),
    progress: Progress = lambda what, share: None,
) -> TaxonomyFile:
    """
    Read ESCO releases and label tables in the order given, learn from them and then from tables of annotated
    sentences, and write `out`.

    Raises:
        ImportProblems: with every broken row; nothing is written then.
    """
    draft = TaxonomyDraft(name)
    problems: list[Problem] = []
    for number, path in enumerate(paths):
        progress(f"reading {path.name}", number / len(paths))
        read = read_label_table if path.is_file() and is_label_table(path) else read_esco
        problems += read(path, draft)
    if not problems and not draft.concepts:
        problems.append(Problem(str(paths[0]), 1, "holds no concept"))
    numbers = draft.numbers()
    annotated: list[AnnotatedText] = []
    for path in sentences:
        rows, faults = read_sentences(path, numbers)
        annotated += rows
        problems += faults
    if problems:
        raise ImportProblems(problems)
    files = [{"name": path.name, "sha256": digest(path)} for path in [*paths, *sentences]]
    content = build(draft, {"files": files}, settings, progress, annotated)
    write_taxonomy(out, content)
    return content


def build(
    draft: TaxonomyDraft,
    source: dict[str, object],
    settings: Settings,
    progress: Progress,
    sentences: Sequence[AnnotatedText] = (),
) -> TaxonomyFile:
    """Freeze a draft and train its encoder."""
    taxonomy = draft.freeze()
    encoder = train_encoder(draft.training_texts(), settings, progress, sentences)
    progress("concept vectors", 1.0)
    return TaxonomyFile(**vars(compiled(taxonomy, encoder)), source=source)


def digest(path: Path) -> str:
    """SHA-256 of a file, or of a folder's CSV files and their names."""
    total = hashlib.sha256()
    for file in sorted(path.rglob("*.csv")) if path.is_dir() else [path]:
        total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()
