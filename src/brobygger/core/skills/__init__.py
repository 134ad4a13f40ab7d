"""The taxonomy and linking text in several languages to its concepts."""

from brobygger.core.skills.data import ConceptKind, Rows, SkillType, Taxonomy, Texts
from brobygger.core.skills.encoder import Encoder
from brobygger.core.skills.linker import Linked, Linker, concept_vectors
from brobygger.core.skills.training import Settings, TrainingText, train_encoder

__all__ = [
    "ConceptKind",
    "Encoder",
    "Linked",
    "Linker",
    "Rows",
    "Settings",
    "SkillType",
    "Taxonomy",
    "Texts",
    "TrainingText",
    "concept_vectors",
    "train_encoder",
]
