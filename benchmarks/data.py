"""The real data beside the repository, which is never part of it."""

from __future__ import annotations

import lzma
import shutil
import sys
import tarfile
import tempfile
from functools import lru_cache
from pathlib import Path

from brobygger.data.taxonomies import TaxonomyFile, import_taxonomy, read_taxonomy

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
WORK = Path(tempfile.gettempdir()) / "brobygger-benchmarks"
ESCO_FILES = (
    "esco-1.1.1-en/esco-1.1.1-en-csv.tar.xz",
    "esco-labels-derived/occupation_labels.tsv.xz",
    "esco-labels-derived/skill_labels_sv_de.tsv.xz",
)


def shared(name: str) -> Path:
    """A file or folder of the shared data; ends the run with a clear word where it is missing."""
    path = SHARED / name
    if not path.exists():
        sys.exit(f"{name} is not in the folder shared/data beside the repository; this benchmark needs it")
    return path


@lru_cache(maxsize=1)
def esco() -> TaxonomyFile:
    """ESCO 1.1.1 in English with the occupation labels of six languages, trained here once and kept."""
    out = WORK / "esco.taxonomy"
    if not out.exists():
        WORK.mkdir(exist_ok=True)
        import_taxonomy(
            [shared(name) for name in ESCO_FILES],
            out,
        )
    return read_taxonomy(out)


def unpacked(archive: str) -> Path:
    """The content of a shared archive in a folder of its own."""
    target = WORK / Path(archive).name.removesuffix(".tar.xz")
    if not target.exists():
        partial = target.with_name(target.name + ".part")
        shutil.rmtree(partial, ignore_errors=True)
        with tarfile.open(shared(archive)) as files:
            files.extractall(partial, filter="data")
        partial.rename(target)
    return target


def lines_of(name: str) -> list[str]:
    with lzma.open(shared(name), "rt", encoding="utf-8") as file:
        return [line for line in file if line.strip()]
