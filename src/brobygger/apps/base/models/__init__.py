from brobygger.apps.base.models.api_token import ApiToken
from brobygger.apps.base.models.audit_entry import AuditEntry
from brobygger.apps.base.models.calendar_address import CalendarAddress
from brobygger.apps.base.models.user import User

__all__ = ["ApiToken", "AuditEntry", "CalendarAddress", "User"]
