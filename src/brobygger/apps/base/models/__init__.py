from brobygger.apps.base.models.audit_entry import AuditEntry
from brobygger.apps.base.models.audit_head import AuditHead
from brobygger.apps.base.models.user import User

__all__ = ["AuditEntry", "AuditHead", "User"]
