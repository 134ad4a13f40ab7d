"""Reads of users, permissions and the audit trail, and the scopes that queries are made in."""

from __future__ import annotations

from django.db.models import QuerySet

from brobygger.apps.base.models import (
    AuditEntry,
    Scope,
    ScopeMissing,
    User,
    all_rows,
    current_scope,
    in_scope,
)
from brobygger.apps.base.rules import PERMISSIONS, Permission, can_ever

__all__ = [
    "PERMISSIONS",
    "Permission",
    "Scope",
    "ScopeMissing",
    "all_rows",
    "can_ever",
    "current_scope",
    "demo_users",
    "entries_about",
    "in_scope",
]


def demo_users() -> QuerySet[User]:
    """The users of the demo, one per role, in the order in which they are offered."""
    return User.objects.filter(is_active=True).exclude(role="").order_by("pk")


def entries_about(subject_type: str, subject_id: str) -> QuerySet[AuditEntry]:
    """The audit trail of one thing, latest first."""
    return AuditEntry.objects.filter(subject_type=subject_type, subject_id=subject_id).order_by("-at", "-pk")
