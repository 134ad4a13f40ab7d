"""`brobygger link`: for each line on standard input, the concepts that it may mean."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TextIO

from brobygger.core.skills import ConceptKind, Linked, Linker, SentenceLinker, is_sentence
from brobygger.core.skills.rerank import LOOKED_AT, MissingModel, Reranker, open_model
from brobygger.data.taxonomies import TaxonomyFileError, read_taxonomy
from brobygger.data.taxonomies.vocabulary import COMPILED

HELP = "rank the concepts of a taxonomy for each line of text"
# In ESCO the ISCO groups are the upper levels of the occupations
KINDS = {
    "occupation": (ConceptKind.OCCUPATION, ConceptKind.GROUP),
    "skill": (ConceptKind.SKILL,),
}
BATCH = 1_024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--taxonomy", type=Path, default=COMPILED, help="default: the built-in vocabulary")
    parser.add_argument("--kind", choices=sorted(KINDS), required=True)
    parser.add_argument("--language", default="en", help="language of the lines: da, nb, sv, en …")
    parser.add_argument("--top", type=int, default=10, help="concepts per line")
    parser.add_argument(
        "--groups", action=argparse.BooleanOptionalAction, default=True, help="with ISCO groups"
    )
    parser.add_argument(
        "--rerank", action="store_true", help="re-rank with a sentence transformer (brobygger[rerank])"
    )


def run(arguments: argparse.Namespace) -> int:
    if arguments.top < 1:
        print(f"--top must be 1 or more, got {arguments.top}", file=sys.stderr)
        return 2
    try:
        content = read_taxonomy(arguments.taxonomy)
    except TaxonomyFileError as error:
        print(error, file=sys.stderr)
        return 1
    taxonomy = content.taxonomy
    kinds = [kind for kind in KINDS[arguments.kind] if arguments.groups or kind != ConceptKind.GROUP]
    linker = Linker(taxonomy, content.encoder, content.centroids, kinds)
    sentences = SentenceLinker(linker) if arguments.kind == "skill" else None
    language = "nb" if arguments.language in ("no", "nn") else arguments.language
    reranker = None
    if arguments.rerank:
        try:
            reranker = Reranker(taxonomy, open_model())
        except MissingModel as error:
            print(error, file=sys.stderr)
            return 2
    top = max(arguments.top, LOOKED_AT) if reranker else arguments.top
    for texts in _batches(sys.stdin):
        for text, linked in zip(texts, _linked(texts, linker, sentences, language, top), strict=True):
            found = linked
            if reranker:
                whole = sentences is not None and is_sentence(text)
                found = reranker.rerank(text, linked, language=language, sentence=whole)[: arguments.top]
            concepts = [
                {
                    "uri": taxonomy.uris[item.concept],
                    "label": taxonomy.preferred(item.concept, language),
                    "score": item.score,
                }
                for item in found
            ]
            print(json.dumps({"text": text, "concepts": concepts}, ensure_ascii=False))
    return 0


def _linked(
    texts: list[str], linker: Linker, sentences: SentenceLinker | None, language: str, top: int
) -> Iterator[list[Linked]]:
    """Labels and sentences each by the linker made for them, in the order of the lines."""
    if sentences is None:
        yield from linker.link(texts, language=language, top=top)
        return
    labels = linker.link([text for text in texts if not is_sentence(text)], language=language, top=top)
    for text in texts:
        yield next(sentences.link([text], language=language, top=top) if is_sentence(text) else labels)


def _batches(lines: TextIO) -> Iterator[list[str]]:
    texts = (line.rstrip("\n") for line in lines)
    while batch := list(islice(texts, BATCH)):
        yield batch
