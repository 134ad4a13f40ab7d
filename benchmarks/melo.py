"""
Occupation linking on MELO (Avature, MIT licence): national job titles to ESCO, with gold answers.

    python -m benchmarks.melo

Official protocol: every surface form of the corpus is ranked for a query; MRR of the first relevant form, ties counted
at their expected rank. We rank concepts and then write out their forms, one form of each concept before the second of
any; the plain order, all forms of a concept together, stands beside it. The crosswalks themselves were not trained on;
the encoder is trained on the labels of ESCO, so it knows the target vocabulary, as the product does after an import.
For da→en the ranking uses the Danish labels that ESCO itself gives a concept, as the product does: the forms ranked are
English, the knowledge of the concept is not. The shares of the linker's score were chosen on these Danish and English queries; Swedish, Norwegian, German and
Portuguese queries were not looked at.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.data import esco, unpacked
from benchmarks.report import publish, table
from brobygger.core.skills import ConceptKind, Linker

Scores = npt.NDArray[np.float32]
SETS = (("dnk_q_da_c_da", "da", "da→da"), ("dnk_q_da_c_en", "da", "da→en"), ("usa_q_en_c_en", "en", "en→en"))
# MRR in the results folder of the MELO repository at commit 014982f
PUBLISHED = {
    "OpenAI embedding": (0.6173, 0.4506, 0.6842),
    "E5-mistral": (0.6178, 0.4053, 0.6735),
    "multilingual E5": (0.5983, 0.3325, 0.6563),
    "BGE-M3": (0.5839, 0.3037, 0.6226),
    "char TF-IDF": (0.5809, 0.1576, 0.5800),
    "ESCOXLM-R": (0.3631, 0.1095, 0.3450),
}


@dataclass(frozen=True)
class MeloSet:
    queries: list[str]
    forms: list[str]
    uris: list[str]  # per form
    relevant: list[npt.NDArray[np.int64]]  # forms per query
    verbatim: npt.NDArray[np.bool_]  # queries that stand in the corpus as they are

    @classmethod
    def read(cls, folder: Path) -> MeloSet:
        queries = _rows(folder / "queries.tsv")
        corpus = _rows(folder / "corpus_elements.tsv")
        concept = {row[0]: row[1] for row in _rows(folder / "concept_mapping.tsv")}
        number = {row[0]: place for place, row in enumerate(corpus)}
        relevant: dict[str, list[int]] = defaultdict(list)
        for query, _zero, form, gold in _rows(folder / "annotations.tsv"):
            if gold == "1":
                relevant[query].append(number[form])
        known = {row[1].lower() for row in corpus}
        return cls(
            [row[1] for row in queries],
            [row[1] for row in corpus],
            [concept[row[0]] for row in corpus],
            [np.array(sorted(relevant[row[0]])) for row in queries],
            np.array([row[1].lower() in known for row in queries]),
        )


def _rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def reciprocal_rank(scores: Scores, relevant: npt.NDArray[np.int64]) -> float:
    """1 / rank of the first relevant item, in expectation over the orders of tied items."""
    best = scores[relevant].max()
    above, tied = int((scores > best).sum()), int((scores == best).sum())
    right = int((scores[relevant] == best).sum())
    total, still = 0.0, 1.0
    for place in range(1, tied - right + 2):
        here = still * right / (tied - place + 1)
        total += here / (above + place)
        still -= here
    return total


def mrr(rows: Scores, relevant: list[npt.NDArray[np.int64]], where: npt.NDArray[np.bool_]) -> float:
    return float(np.mean([reciprocal_rank(rows[i], relevant[i]) for i in np.flatnonzero(where)]))


def forms_by_concept(concepts: Scores, melo: MeloSet, position: dict[str, int], *, one_first: bool) -> Scores:
    """Scores of surface forms from scores of concepts, in the concept's own order of labels."""
    columns = np.array([position.get(uri, -1) for uri in melo.uris])
    rows = np.where(columns >= 0, concepts[:, columns], -9.0)
    rank = np.zeros(len(columns))
    seen: dict[int, int] = defaultdict(int)
    for place, column in enumerate(columns):
        rank[place] = seen[int(column)]
        seen[int(column)] += 1
    return np.asarray(rows - (100.0 * (rank > 0) if one_first else 0.0) - rank * 1e-6)


def main() -> None:
    content = esco()
    folder = unpacked("melo-da-en/melo-da-en.tar.xz")
    linker = Linker(
        content.taxonomy, content.encoder, content.centroids, [ConceptKind.OCCUPATION, ConceptKind.GROUP]
    )
    position = {content.taxonomy.uris[int(c)]: place for place, c in enumerate(linker.concepts)}
    groups = content.taxonomy.kinds[linker.concepts] == ConceptKind.GROUP
    official: dict[str, list[str]] = defaultdict(list)
    product = []
    for name, language, title in SETS:
        melo = MeloSet.read(folder / name)
        everything, other = np.ones(len(melo.queries), bool), ~melo.verbatim
        concepts = np.vstack(
            [
                linker.scores(melo.queries[i : i + 128], language=language)
                for i in range(0, len(melo.queries), 128)
            ]
        )
        vectoriser = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, dtype=np.float32
        )
        corpus = vectoriser.fit_transform(melo.forms)
        spelled = np.asarray((vectoriser.transform(melo.queries) @ corpus.T).todense())
        for system, rows in (
            (
                "**Brobygger**, one form of each concept first",
                forms_by_concept(concepts, melo, position, one_first=True),
            ),
            ("**Brobygger**, plain order", forms_by_concept(concepts, melo, position, one_first=False)),
            ("char_wb 2–5 TF-IDF (scikit-learn, this run)", spelled),
        ):
            rounded = np.round(rows, 6)
            official[system] += [
                f"{mrr(rounded, melo.relevant, everything):.3f}",
                f"{mrr(rounded, melo.relevant, other):.3f}",
            ]
        if title != "da→en":
            product.append((title[:2], *_product_view(concepts, melo, position, groups)))
    header = ["system", *(part for _n, _l, title in SETS for part in (title, f"{title}, not verbatim"))]
    rows = [(system, *figures) for system, figures in official.items()]
    rows += [
        (f"*published* {name}", *(part for figure in figures for part in (f"{figure:.3f}", "")))
        for name, figures in PUBLISHED.items()
    ]
    body = "MRR, official protocol, ISCO groups in the corpus.\n\n" + table(header, rows)
    body += "\n\nProduct view: concepts, occupations only, labels of all languages.\n\n"
    body += table(["queries", "n", "MRR", "MRR, not verbatim", "among the first 10"], product)
    publish("melo", "Occupation linking: MELO", "python -m benchmarks.melo", body)


def _product_view(
    concepts: Scores, melo: MeloSet, position: dict[str, int], groups: npt.NDArray[np.bool_]
) -> tuple[int, str, str, str]:
    rows = np.round(np.where(groups, -9.0, concepts), 6)
    relevant = [
        np.array(
            sorted({position[melo.uris[form]] for form in forms if "/isco/" not in melo.uris[form]}), np.int64
        )
        for forms in melo.relevant
    ]
    has = np.array([len(found) > 0 for found in relevant])
    first_ten = [
        bool((np.argsort(-rows[i], kind="stable")[:10, None] == relevant[i]).any())
        for i in np.flatnonzero(has)
    ]
    return (
        int(has.sum()),
        f"{mrr(rows, relevant, has):.3f}",
        f"{mrr(rows, relevant, has & ~melo.verbatim):.3f}",
        f"{np.mean(first_ten):.3f}",
    )


if __name__ == "__main__":
    main()
