"""
Speed and memory of reading whole ads, encoding labels and opening a taxonomy, on one core.

    python -m benchmarks.reading_speed

The 76 real Norwegian and Swedish ads are read with full ESCO labels and with the built-in vocabulary, in CPU seconds of
this process: the first half, while indexes of labels are built; the second half, ads not seen before by a reader that
is warm; and all of them once more, when every word is remembered. What counts is the second half. scikit-learn's
TF-IDF vectoriser, the published baseline, encodes the same labels in the same run. Everything is measured `RUNS` times
in turn, and the fastest counts: what else a machine does only makes a run slower.
"""

from __future__ import annotations

import os
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"  # one core; must be set before numpy is imported

import multiprocessing
import resource
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.data import WORK, esco, lines_of, shared
from benchmarks.report import publish, table
from brobygger.core.reading import Document, DocumentKind
from brobygger.core.reading.solve import Reader
from brobygger.data.documents import read_documents
from brobygger.data.places import default_places
from brobygger.data.taxonomies import read_taxonomy
from brobygger.data.taxonomies.vocabulary import COMPILED

RUNS = 9
ADS = "job-ads-nordic/job-ads-nordic.jsonl.xz"


def main() -> None:
    _in_process(_prepared, WORK)  # a process that has made it is large, and those it starts would seem so
    paths = {"ESCO 1.1.1, six languages": WORK / "esco.taxonomy", "built-in vocabulary": COMPILED}
    encoders: list[list[tuple[str, float]]] = []
    measured: dict[str, list[tuple[float, ...]]] = {name: [] for name in paths}
    for _ in range(RUNS):
        for name, path in paths.items():
            measured[name].append(_in_process(_reading, path))
        encoders.append(_in_process(_encoding, WORK / "esco.taxonomy"))
    rows = [(name, *_cells(runs)) for name, runs in measured.items()]
    body = table(
        [
            "taxonomy",
            "opens in",
            "first 38 ads, ads/s",
            "next 38, new to it, ads/s",
            "all again, ads/s",
            "facts per ad",
            "peak memory",
        ],
        rows,
    )
    body += f"\n\nThe fastest of {RUNS} runs, in brackets the slowest. The prototype that was measured before the product read 10.6 ads/s at 596 MB. Goal: 50 ads/s, 300 MB.\n\n"
    encoded = [(runs[0][0], max(rate for _, rate in runs)) for runs in zip(*encoders, strict=True)]
    body += table(["encoder", "labels/s"], [(name, f"{rate:,.0f}") for name, rate in encoded])
    peer, new = encoded[-1][1], max(run[2] for run in measured[next(iter(paths))])
    body += (
        f"\n\nMachines differ: in the time in which scikit-learn encodes 1,000 labels, {1000 * new / peer:.2f} ads that are new"
        " to the reader are read with ESCO (1.40 on 23 November 2026, when the same run read 32.0 ads/s)."
    )
    publish("reading-speed", "Reading speed", "python -m benchmarks.reading_speed", body)


def _cells(runs: list[tuple[float, ...]]) -> list[str]:
    """The shortest time, the highest rates with the lowest behind, the largest memory."""
    opened, first, new, again, facts, memory = zip(*runs, strict=True)
    rates = (f"{max(rate):.1f} ({min(rate):.1f})" for rate in (first, new, again))
    return [f"{min(opened):.2f} s", *rates, f"{facts[0]:.1f}", f"{max(memory):.0f} MB"]


def _in_process(measure: Callable[[Path], Any], path: Path) -> Any:
    """In a process of its own, so that memory is that of one measurement."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, (path,))


def _prepared(_folder: Path) -> None:
    esco()


def _reading(path: Path) -> tuple[float, ...]:
    started = time.process_time()
    content = read_taxonomy(path)
    opened = time.process_time() - started
    documents = [
        item for item in read_documents(shared(ADS), kind=DocumentKind.AD) if isinstance(item, Document)
    ]
    reader = Reader(content, default_places())
    half = len(documents) // 2
    rates, found = [], []
    for chosen in (documents[:half], documents[half:], documents):
        started = time.process_time()
        found = [len(reader.read(document).facts) for document in chosen]
        rates.append(len(chosen) / (time.process_time() - started))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return opened, *rates, sum(found) / len(found), memory


def _encoding(path: Path) -> list:
    from sklearn.feature_extraction.text import TfidfVectorizer

    labels = [
        line.rstrip("\n").split("\t")[4]
        for line in lines_of("esco-labels-derived/occupation_labels.tsv.xz")[1:]
    ]
    encoder = read_taxonomy(path).encoder
    rates = []
    for encode in (encoder.encode, TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5)).fit_transform):
        started = time.process_time()
        encode(labels)
        rates.append(len(labels) / (time.process_time() - started))
    return [
        ("Brobygger, 128 dimensions", rates[0]),
        ("scikit-learn char_wb 2–5 TF-IDF, fit and transform", rates[1]),
    ]


if __name__ == "__main__":
    main()
