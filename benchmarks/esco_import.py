"""
Time of an ESCO import: reading the tables, training the encoder, writing the file.

    python -m benchmarks.esco_import

ESCO 1.1.1 with labels of six languages, as `brobygger taxonomy import` reads it. Training is what lies between the
first progress it shows and the concept vectors. scikit-learn's truncated SVD of the TF-IDF rows of the same labels to as
many dimensions, which learns from their words alone and not from which belong together, runs in the same run.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.data import ESCO_FILES, shared
from benchmarks.report import publish, table
from brobygger.data.taxonomies import import_taxonomy, read_taxonomy


def main() -> None:
    shown: dict[str, float] = {}  # when each kind of progress was shown first

    def progress(what: str, _share: float) -> None:
        shown.setdefault(what, time.perf_counter())

    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "esco.taxonomy"
        started = time.perf_counter()
        import_taxonomy([shared(name) for name in ESCO_FILES], out, progress=progress)
        ended = time.perf_counter()
        content = read_taxonomy(out)
        size = out.stat().st_size
    labels = [content.taxonomy.labels[row] for row in range(len(content.taxonomy.labels))]
    began = time.perf_counter()
    rows = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=2).fit_transform(labels)
    TruncatedSVD(content.encoder.dimensions, algorithm="arpack").fit(rows)
    peer = time.perf_counter() - began
    training = shown["concept vectors"] - shown["features"]
    publish(
        "esco-import",
        "ESCO import",
        "python -m benchmarks.esco_import",
        f"{len(labels):,} labels of {len(content.taxonomy):,} concepts; wall time on two shared cores. Goal: training in 180 s.\n\n"
        + table(
            ["part", "seconds"],
            [
                ("the import as a whole", f"{ended - started:.0f}"),
                ("of it training", f"{training:.0f}"),
                ("scikit-learn: TF-IDF and truncated SVD of the labels, no training on pairs", f"{peer:.0f}"),
            ],
        )
        + f"\n\nThe file takes {size / 1e6:.0f} MB. Training takes {training / peer:.1f} times as long as the peer.",
    )


if __name__ == "__main__":
    main()
