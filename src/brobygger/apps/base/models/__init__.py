from brobygger.apps.base.models.api_token import ApiToken
from brobygger.apps.base.models.audit_entry import AuditEntry
from brobygger.apps.base.models.audit_head import AuditHead
from brobygger.apps.base.models.bounced_address import BouncedAddress
from brobygger.apps.base.models.calendar_address import CalendarAddress
from brobygger.apps.base.models.contact_choice import ContactChoice
from brobygger.apps.base.models.counted_try import CountedTry
from brobygger.apps.base.models.declared import declared_models, privacy_of
from brobygger.apps.base.models.joined_rows import CannotUndo, Journal, take_back
from brobygger.apps.base.models.mail_choice import MailChoice
from brobygger.apps.base.models.merge_record import DistinctPair, MergeRecord
from brobygger.apps.base.models.message import Message
from brobygger.apps.base.models.one_tap_link import (
    LOG_IN,
    LinkExpired,
    LinkRefused,
    LinkUnknown,
    LinkUsed,
    OneTapLink,
    acting_by,
    tapped_link,
    token_digest,
)
from brobygger.apps.base.models.privacy import OnErasure, Personal, Privacy, names_who
from brobygger.apps.base.models.retention_receipt import RetentionReceipt
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
    "LOG_IN",
    "OWN",
    "VISITOR",
    "ApiToken",
    "AuditEntry",
    "AuditHead",
    "BouncedAddress",
    "CalendarAddress",
    "CannotUndo",
    "Choice",
    "Comparison",
    "ContactChoice",
    "CountedTry",
    "DistinctPair",
    "Journal",
    "LinkExpired",
    "LinkRefused",
    "LinkUnknown",
    "LinkUsed",
    "MailChoice",
    "MergeRecord",
    "Message",
    "OnErasure",
    "OneTapLink",
    "Personal",
    "Privacy",
    "RetentionReceipt",
    "RowScope",
    "Scope",
    "ScopeMissing",
    "ScopedManager",
    "User",
    "acting_by",
    "all_rows",
    "choices",
    "current_scope",
    "declared_models",
    "everyone",
    "in_scope",
    "names_who",
    "outside_of_scopes",
    "privacy_of",
    "take_back",
    "tapped_link",
    "token_digest",
    "values_of",
    "write_values",
]
