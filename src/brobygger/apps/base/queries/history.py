"""What was done to one thing."""

from __future__ import annotations

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from brobygger.apps.base.models import AuditEntry


def entries_about(subject_type: str, subject_id: str) -> QuerySet[AuditEntry]:
    """The audit trail of one thing, latest first."""
    return AuditEntry.objects.filter(subject_type=subject_type, subject_id=subject_id).order_by("-pk")


def subject_of(subject_type: str, subject_id: str) -> Model | None:
    """The thing that entries tell about; None if it is gone, or was never there. One query."""
    try:
        model = apps.get_model(subject_type)
        found: Model | None = model._default_manager.filter(pk=subject_id).first()
    except (LookupError, ValueError, ValidationError):  # no such table, or an id that it cannot hold
        return None
    return found


def field_word(subject_type: str, name: str) -> str:
    """What a column of a thing is called, in the reader's language; empty where nobody has given it a name."""
    try:
        column = apps.get_model(subject_type)._meta.get_field(name)
    except (LookupError, ValueError, FieldDoesNotExist):
        return ""
    word = getattr(column, "verbose_name", "")
    return str(word) if isinstance(word, Promise) else ""
