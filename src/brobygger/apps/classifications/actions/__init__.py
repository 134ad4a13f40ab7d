"""Load a vocabulary; say what is right about a fact that was read; keep what was said."""

from brobygger.apps.classifications.actions.corrections import note_correction, take_back
from brobygger.apps.classifications.actions.facts import ImpossibleCorrection, add_fact, correct_fact
from brobygger.apps.classifications.actions.vocabulary import load_vocabulary

__all__ = [
    "ImpossibleCorrection",
    "add_fact",
    "correct_fact",
    "load_vocabulary",
    "note_correction",
    "take_back",
]
