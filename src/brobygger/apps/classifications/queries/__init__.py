"""Reads of the vocabulary in use, a text with its facts marked, and what people corrected in it."""

from brobygger.apps.classifications.queries.concepts import (
    ConceptHit,
    ConceptLink,
    ConceptPage,
    concept_page,
    concepts_of_kind,
    search_concepts,
    top_groups,
)
from brobygger.apps.classifications.queries.corrections import CorrectedDocument, corrected_document
from brobygger.apps.classifications.queries.labour_areas import area_choices, lies_in
from brobygger.apps.classifications.queries.marked_text import Mark, Segment, cut_text, marks_of
from brobygger.apps.classifications.queries.sentences import (
    ReadSentence,
    SentenceFilter,
    SentenceKey,
    correction_by_id,
    cut_sentences,
    sentence_keys,
    standing_corrections,
)
from brobygger.apps.classifications.queries.skill_words import SkillWord, skills_of_words
from brobygger.apps.classifications.queries.vocabulary import (
    OpenVocabulary,
    file_digest,
    open_vocabulary,
    reader,
    taxonomy,
    vocabularies,
    vocabulary_in_use,
    vocabulary_of,
)

__all__ = [
    "ConceptHit",
    "ConceptLink",
    "ConceptPage",
    "CorrectedDocument",
    "Mark",
    "OpenVocabulary",
    "ReadSentence",
    "Segment",
    "SentenceFilter",
    "SentenceKey",
    "SkillWord",
    "area_choices",
    "concept_page",
    "concepts_of_kind",
    "corrected_document",
    "correction_by_id",
    "cut_sentences",
    "cut_text",
    "file_digest",
    "lies_in",
    "marks_of",
    "open_vocabulary",
    "reader",
    "search_concepts",
    "sentence_keys",
    "skills_of_words",
    "standing_corrections",
    "taxonomy",
    "top_groups",
    "vocabularies",
    "vocabulary_in_use",
    "vocabulary_of",
]
