"""Reads of the vocabulary in use, and a text with its facts marked."""

from brobygger.apps.classifications.queries.concepts import (
    ConceptHit,
    ConceptLink,
    ConceptPage,
    concept_page,
    concepts_of_kind,
    search_concepts,
    top_groups,
)
from brobygger.apps.classifications.queries.marked_text import Mark, Segment, cut_text, marks_of
from brobygger.apps.classifications.queries.vocabulary import (
    OpenVocabulary,
    file_digest,
    open_vocabulary,
    reader,
    taxonomy,
    vocabularies,
    vocabulary_in_use,
)

__all__ = [
    "ConceptHit",
    "ConceptLink",
    "ConceptPage",
    "Mark",
    "OpenVocabulary",
    "Segment",
    "concept_page",
    "concepts_of_kind",
    "cut_text",
    "file_digest",
    "marks_of",
    "open_vocabulary",
    "reader",
    "search_concepts",
    "taxonomy",
    "top_groups",
    "vocabularies",
    "vocabulary_in_use",
]
