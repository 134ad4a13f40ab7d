from brobygger.apps.base.models.audit_entry import AuditEntry
from brobygger.apps.base.models.joined_rows import CannotUndo, Journal, take_back
from brobygger.apps.base.models.merge_record import DistinctPair, MergeRecord
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
from brobygger.apps.base.models.side_by_side import (
    OWN,
    Choice,
    Comparison,
    choices,
    values_of,
    write_values,
)
from brobygger.apps.base.models.user import User

__all__ = [
    "EVERYTHING",
    "OWN",
    "VISITOR",
    "AuditEntry",
    "CannotUndo",
    "Choice",
    "Comparison",
    "DistinctPair",
    "Journal",
    "MergeRecord",
    "Personal",
    "Privacy",
    "RowScope",
    "Scope",
    "ScopeMissing",
    "ScopedManager",
    "User",
    "all_rows",
    "choices",
    "current_scope",
    "everyone",
    "in_scope",
    "names_who",
    "outside_of_scopes",
    "take_back",
    "values_of",
    "write_values",
]
