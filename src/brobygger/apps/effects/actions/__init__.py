"""Asking people later whether they stay, noting what they say, and putting official figures beside it."""

from brobygger.apps.effects.actions.answers import NotAgreed, StayDetails, note_answer
from brobygger.apps.effects.actions.asking import ask_follow_ups
from brobygger.apps.effects.actions.benchmarks import BenchmarkDetails, add_benchmark, remove_benchmark
from brobygger.apps.effects.actions.cohorts import Followed, follow_cohort, follow_placements

__all__ = [
    "BenchmarkDetails",
    "Followed",
    "NotAgreed",
    "StayDetails",
    "add_benchmark",
    "ask_follow_ups",
    "follow_cohort",
    "follow_placements",
    "note_answer",
    "remove_benchmark",
]
