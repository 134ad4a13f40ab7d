"""Reads of users and the audit trail."""

from brobygger.apps.base.queries.audit_check import AuditCheck, Fault, check_audit_trail
from brobygger.apps.base.queries.history import entries_about, subject_of
from brobygger.apps.base.queries.users import demo_users

__all__ = ["AuditCheck", "Fault", "check_audit_trail", "demo_users", "entries_about", "subject_of"]
