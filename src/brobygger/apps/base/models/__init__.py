from brobygger.apps.base.models.audit_entry import AuditEntry
from brobygger.apps.base.models.user import User

__all__ = ["AuditEntry", "User"]
