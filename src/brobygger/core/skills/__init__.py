"""The taxonomy and linking text in several languages to its concepts."""

from brobygger.core.skills.data import ConceptKind, Rows, SkillType, Taxonomy, Texts
from brobygger.core.skills.encoder import Encoder
from brobygger.core.skills.linker import Linked, Linker, concept_vectors
from brobygger.core.skills.sentences import SentenceLinker, is_sentence
from brobygger.core.skills.training import AnnotatedText, Settings, TrainingText, train_encoder

__all__ = [
    "AnnotatedText",
    "ConceptKind",
    "Encoder",
    "Linked",
    "Linker",
    "Rows",
    "SentenceLinker",
    "Settings",
    "SkillType",
    "Taxonomy",
    "Texts",
    "TrainingText",
    "concept_vectors",
    "is_sentence",
    "train_encoder",
]
