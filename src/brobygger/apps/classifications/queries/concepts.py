"""The vocabulary browser: search in any language, the page of a concept, groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from brobygger.apps.classifications.queries.vocabulary import OpenVocabulary, open_vocabulary
from brobygger.core.skills import ConceptKind, SkillType

MOST_HITS = 50


@dataclass(frozen=True, slots=True)
class ConceptLink:
    """A concept in a list. `members` is the number of concepts right below it."""

    uri: str
    label: str
    kind: ConceptKind
    members: int = 0


@dataclass(frozen=True, slots=True)
class ConceptHit:
    """A concept that was searched for, and the label that was found: in the reader's language or another."""

    uri: str
    label: str
    kind: ConceptKind
    found_label: str
    found_language: str


@dataclass(frozen=True, slots=True)
class ConceptPage:
    """
    Everything known of one concept.

    Args:
        label: preferred label in the reader's language.
        code: ISCO-08 unit group of an occupation, ISCED-F code of a skill, else "".
        same_as: URI of the same concept in ESCO, else "".
        labels: all labels by language, preferred first.
        broader, narrower, related: concepts above, below and beside.
        essential, optional: skills that an occupation (or skill) needs or can use.
        needed_by, useful_for: occupations (and skills) that need or can use this skill.
    """

    uri: str
    label: str
    kind: ConceptKind
    type: SkillType
    code: str
    same_as: str
    labels: Mapping[str, tuple[str, ...]]
    broader: tuple[ConceptLink, ...]
    narrower: tuple[ConceptLink, ...]
    related: tuple[ConceptLink, ...]
    essential: tuple[ConceptLink, ...]
    optional: tuple[ConceptLink, ...]
    needed_by: tuple[ConceptLink, ...]
    useful_for: tuple[ConceptLink, ...]


def search_concepts(
    text: str, *, language: str, kind: ConceptKind | None = None, most: int = MOST_HITS
) -> list[ConceptHit]:
    """
    Concepts with a label in any language that holds `text`: the same words first, then beginnings, then the rest.

    Args:
        text: what was typed; capitals do not count.
        language: the reader's language, for the labels shown.
        kind: only concepts of this kind.
        most: length of the list.
    """
    vocabulary = open_vocabulary()
    taxonomy, wanted = vocabulary.taxonomy, text.strip().casefold()
    if not wanted:
        return []
    best: dict[int, tuple[tuple[int, int, int, str], int]] = {}
    for row, label in enumerate(vocabulary.folded_labels):
        if wanted not in label:
            continue
        concept = int(taxonomy.label_concept[row])
        if kind is not None and taxonomy.kinds[concept] != kind:
            continue
        key = (_closeness(wanted, label), int(taxonomy.label_rank[row]), len(label), label)
        if concept not in best or key < best[concept][0]:
            best[concept] = (key, row)
    found = sorted(best.items(), key=lambda item: (item[1][0], item[0]))[:most]
    return [
        ConceptHit(
            uri=taxonomy.uris[concept],
            label=taxonomy.preferred(concept, language),
            kind=ConceptKind(int(taxonomy.kinds[concept])),
            found_label=taxonomy.labels[row],
            found_language=taxonomy.languages[taxonomy.label_language[row]],
        )
        for concept, (_, row) in found
    ]


def concept_page(uri: str, *, language: str) -> ConceptPage | None:
    """The page of the concept with this URI (or ESCO URI); None if the vocabulary does not hold it."""
    vocabulary = open_vocabulary()
    taxonomy = vocabulary.taxonomy
    concept = taxonomy.index.get(uri)
    if concept is None:
        return None

    def links(numbers: Iterable[int]) -> tuple[ConceptLink, ...]:
        return _links(vocabulary, numbers, language)

    return ConceptPage(
        uri=taxonomy.uris[concept],
        label=taxonomy.preferred(concept, language),
        kind=ConceptKind(int(taxonomy.kinds[concept])),
        type=SkillType(int(taxonomy.types[concept])),
        code=taxonomy.codes[concept],
        same_as=taxonomy.same_as[concept],
        labels={code: tuple(taxonomy.labels_of(concept, code)) for code in taxonomy.languages},
        broader=links(taxonomy.broader[concept]),
        narrower=links(vocabulary.narrower[concept]),
        related=links(taxonomy.related[concept]),
        essential=links(taxonomy.essential[concept]),
        optional=links(taxonomy.optional[concept]),
        needed_by=links(vocabulary.needed_by[concept]),
        useful_for=links(vocabulary.useful_for[concept]),
    )


def top_groups(*, language: str) -> tuple[ConceptLink, ...]:
    """The groups that stand below no other, by label."""
    vocabulary = open_vocabulary()
    groups = vocabulary.taxonomy.of_kind(ConceptKind.GROUP)
    return _links(vocabulary, (one for one in groups if not len(vocabulary.taxonomy.broader[one])), language)


def concepts_of_kind(kind: ConceptKind, *, language: str) -> tuple[ConceptLink, ...]:
    """All concepts of one kind, by label."""
    vocabulary = open_vocabulary()
    return _links(vocabulary, vocabulary.taxonomy.of_kind(kind), language)


def _closeness(wanted: str, label: str) -> int:
    """0 the same, 1 a beginning, 2 the beginning of a word inside, 3 inside a word."""
    if label == wanted:
        return 0
    if label.startswith(wanted):
        return 1
    return 2 if f" {wanted}" in label else 3


def _links(vocabulary: OpenVocabulary, numbers: Iterable[int], language: str) -> tuple[ConceptLink, ...]:
    taxonomy = vocabulary.taxonomy
    found = [
        ConceptLink(
            uri=taxonomy.uris[number],
            label=taxonomy.preferred(number, language),
            kind=ConceptKind(int(taxonomy.kinds[number])),
            members=len(vocabulary.narrower[number]),
        )
        for number in map(int, numbers)
    ]
    return tuple(sorted(found, key=lambda link: (link.label.casefold(), link.uri)))
