"""Keep the columns for lists and filters equal to the facts."""

from __future__ import annotations

from brobygger.apps.people.adapters import graduation_columns
from brobygger.apps.people.models import Candidate


def repeat_graduation(*, candidate: Candidate) -> Candidate:
    """Write when a candidate graduates as the facts now say. Part of the actions that change facts."""
    columns = graduation_columns(candidate.facts.all())
    if any(getattr(candidate, name) != value for name, value in columns.items()):
        for name, value in columns.items():
            setattr(candidate, name, value)
        candidate.save(update_fields=[*columns])
    return candidate
