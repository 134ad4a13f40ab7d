from brobygger.apps.base.models.audit_entry import AuditEntry
from brobygger.apps.base.models.privacy import Personal, Privacy, names_who
from brobygger.apps.base.models.scope import (
    EVERYTHING,
    VISITOR,
    RowScope,
    Scope,
    ScopedManager,
    ScopeMissing,
    all_rows,
    current_scope,
    everyone,
    in_scope,
    outside_of_scopes,
)
from brobygger.apps.base.models.user import User

__all__ = [
    "EVERYTHING",
    "VISITOR",
    "AuditEntry",
    "Personal",
    "Privacy",
    "RowScope",
    "Scope",
    "ScopeMissing",
    "ScopedManager",
    "User",
    "all_rows",
    "current_scope",
    "everyone",
    "in_scope",
    "names_who",
    "outside_of_scopes",
]
