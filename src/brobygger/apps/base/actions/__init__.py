"""Who can log in, the audit trail, mails and the links in them."""

from brobygger.apps.base.actions.audit import record
from brobygger.apps.base.actions.bounces import lift_bounce, note_bounce
from brobygger.apps.base.actions.contact_choices import NobodyNamed, note_contact_choice, set_contact_ways
from brobygger.apps.base.actions.erasure import remove_person
from brobygger.apps.base.actions.export import export_own_data
from brobygger.apps.base.actions.keys import (
    ImpossibleToken,
    create_token,
    note_token_use,
    remove_calendar_address,
    renew_calendar_address,
    revoke_token,
)
from brobygger.apps.base.actions.mail import (
    Address,
    Bulk,
    choose_topic,
    keep_mail,
    mute_topic,
    send_message,
    set_mail_topics,
)
from brobygger.apps.base.actions.one_tap import (
    OneTap,
    make_log_in_link,
    make_one_tap_link,
    use_log_in_link,
    use_one_tap_link,
    void_log_in_links,
)
from brobygger.apps.base.actions.retention import Count, keep_receipt, remove_overdue_rows
from brobygger.apps.base.actions.second_factors import reseal_second_factors
from brobygger.apps.base.actions.sending import MOST_AT_ONCE, Sent, forget_old_messages, send_due_messages
from brobygger.apps.base.actions.users import note_change_of_account, save_user, set_language, sign_up
from brobygger.apps.base.models import LinkExpired, LinkRefused, LinkUnknown, LinkUsed

__all__ = [
    "MOST_AT_ONCE",
    "Address",
    "Bulk",
    "Count",
    "ImpossibleToken",
    "LinkExpired",
    "LinkRefused",
    "LinkUnknown",
    "LinkUsed",
    "NobodyNamed",
    "OneTap",
    "Sent",
    "choose_topic",
    "create_token",
    "export_own_data",
    "forget_old_messages",
    "keep_mail",
    "keep_receipt",
    "lift_bounce",
    "make_log_in_link",
    "make_one_tap_link",
    "mute_topic",
    "note_bounce",
    "note_change_of_account",
    "note_contact_choice",
    "note_token_use",
    "record",
    "remove_calendar_address",
    "remove_overdue_rows",
    "remove_person",
    "renew_calendar_address",
    "reseal_second_factors",
    "revoke_token",
    "save_user",
    "send_due_messages",
    "send_message",
    "set_contact_ways",
    "set_language",
    "set_mail_topics",
    "sign_up",
    "use_log_in_link",
    "use_one_tap_link",
    "void_log_in_links",
]
