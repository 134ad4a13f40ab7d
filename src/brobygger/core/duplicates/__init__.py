"""Which records may be about the same organisation or person: scored, with reasons."""

from brobygger.core.duplicates.data import Entry, LikelyPair, Likeness, Sign
from brobygger.core.duplicates.likeness import SAME, SHOWN, likeness
from brobygger.core.duplicates.names import folded_name, same_name
from brobygger.core.duplicates.pairs import DuplicateIndex, likely_pairs

__all__ = [
    "SAME",
    "SHOWN",
    "DuplicateIndex",
    "Entry",
    "LikelyPair",
    "Likeness",
    "Sign",
    "folded_name",
    "likely_pairs",
    "likeness",
    "same_name",
]
