"""Reads of programmes and of who takes part."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from brobygger.apps.organisations.models import Organisation
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.models import Programme


def programmes() -> QuerySet[Programme]:
    """All programmes by name, with their targets and how many candidates and organisations take part."""
    return (
        Programme.objects.annotate(
            candidate_count=Count("candidates", distinct=True),
            organisation_count=Count("organisations", distinct=True),
        )
        .prefetch_related("targets")
        .order_by("name", "pk")
    )


def programme_by_code(code: str) -> Programme | None:
    """The programme with this code and its targets; None if there is none."""
    return Programme.objects.prefetch_related("targets").filter(code=code).first()


def candidates_of(programme_id: int | None) -> QuerySet[Candidate]:
    """The candidates of a programme; all where none is named."""
    return (
        Candidate.objects.all() if programme_id is None else Candidate.objects.filter(programmes=programme_id)
    )


def organisations_of(programme_id: int | None) -> QuerySet[Organisation]:
    """The organisations of a programme; all where none is named."""
    if programme_id is None:
        return Organisation.objects.all()
    return Organisation.objects.filter(programmes=programme_id)
