"""Reads of users, permissions, the audit trail and mails, and the scopes that queries are made in."""

from brobygger.apps.base.models import Scope, ScopeMissing, acting_by, all_rows, current_scope, in_scope
from brobygger.apps.base.queries.audit_check import AuditCheck, Fault, check_audit_trail
from brobygger.apps.base.queries.contact_choices import (
    choices_of_contact,
    contact_choices,
    declined_by,
    declines,
    phone_key,
    reasons_against_calls,
)
from brobygger.apps.base.queries.history import entries_about, subject_of
from brobygger.apps.base.queries.keys import (
    calendar_key,
    digest_of,
    token_by_secret,
    tokens_of,
    user_of_calendar_key,
)
from brobygger.apps.base.queries.mail import (
    bounced_addresses,
    choices_of_topic,
    due_messages,
    has_bounced,
    has_declined,
    is_wanted,
    log_in_link,
    message_by_id,
    messages_for,
    one_tap_link,
    wanted_topics,
)
from brobygger.apps.base.queries.overdue import Overdue, overdue
from brobygger.apps.base.queries.personal import (
    Declared,
    Held,
    Person,
    declared_parts,
    has_records,
    held_of,
    kept_after_erasure,
    kept_unsorted,
    person,
    user_columns,
)
from brobygger.apps.base.queries.reading_only import reading_only
from brobygger.apps.base.queries.receipts import (
    CheckedReceipt,
    ReceiptState,
    check_receipts,
    current_key,
)
from brobygger.apps.base.queries.users import DEMO_HOST, demo_users, language_of
from brobygger.apps.base.rules import PERMISSIONS, Permission, can_ever

__all__ = [
    "DEMO_HOST",
    "PERMISSIONS",
    "AuditCheck",
    "CheckedReceipt",
    "Declared",
    "Fault",
    "Held",
    "Overdue",
    "Permission",
    "Person",
    "ReceiptState",
    "Scope",
    "ScopeMissing",
    "acting_by",
    "all_rows",
    "bounced_addresses",
    "calendar_key",
    "can_ever",
    "check_audit_trail",
    "check_receipts",
    "choices_of_contact",
    "choices_of_topic",
    "contact_choices",
    "current_key",
    "current_scope",
    "declared_parts",
    "declined_by",
    "declines",
    "demo_users",
    "digest_of",
    "due_messages",
    "entries_about",
    "has_bounced",
    "has_declined",
    "has_records",
    "held_of",
    "in_scope",
    "is_wanted",
    "kept_after_erasure",
    "kept_unsorted",
    "language_of",
    "log_in_link",
    "message_by_id",
    "messages_for",
    "one_tap_link",
    "overdue",
    "person",
    "phone_key",
    "reading_only",
    "reasons_against_calls",
    "subject_of",
    "token_by_secret",
    "tokens_of",
    "user_columns",
    "user_of_calendar_key",
    "wanted_topics",
]
