"""
What links in mails can do, by the name that `base.actions.OneTap` calls it.

A new one is a module here with two functions, and a line in the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from brobygger.web.one_tap.action import NotPossible, OneTapAction, ReasonMissing
from brobygger.web.one_tap.advice import cancel_appointment, describe_appointment
from brobygger.web.one_tap.agreements import accept_agreement, describe_agreement
from brobygger.web.one_tap.applications import (
    answer,
    answer_to_invitation,
    answer_with_reason,
    describe_answer,
    describe_answer_to_invitation,
    reasons_of_answer,
)
from brobygger.web.one_tap.contacts import (
    accept_contact_invitation,
    confirm_registration,
    describe_colleague,
    describe_confirmation,
    describe_contact_invitation,
    invite_colleague,
)
from brobygger.web.one_tap.events import (
    cancel_seat,
    describe_cancel,
    describe_leave_session,
    describe_seat,
    describe_session_seat,
    leave_session,
    take_seat,
    take_session_seat,
)
from brobygger.web.one_tap.follow_ups import answer_follow_up
from brobygger.web.one_tap.follow_ups import describe_answer as describe_stay
from brobygger.web.one_tap.mail_topics import describe_mute, mute
from brobygger.web.one_tap.partnership import answer_partnership, describe_partnership
from brobygger.web.one_tap.profile import describe_keep, keep
from brobygger.web.one_tap.requests import accept_talk, decline_talk, describe_accept, describe_decline
from brobygger.web.one_tap.student_list import describe_join, describe_leave, join, leave

__all__ = ["MUTE", "ONE_TAP_ACTIONS", "NotPossible", "OneTapAction", "ReasonMissing"]

MUTE: Final = "base.mute_topic"
ONE_TAP_ACTIONS: Final[Mapping[str, OneTapAction]] = {
    MUTE: OneTapAction(describe_mute, mute),
    "advice.cancel_appointment": OneTapAction(describe_appointment, cancel_appointment),
    "placements.accept_agreement": OneTapAction(describe_agreement, accept_agreement),
    "effects.answer_follow_up": OneTapAction(describe_stay, answer_follow_up),
    "outreach.join_list": OneTapAction(describe_join, join),
    "outreach.leave_list": OneTapAction(describe_leave, leave),
    "programmes.answer_partnership": OneTapAction(describe_partnership, answer_partnership),
    "people.keep_profile": OneTapAction(describe_keep, keep),
    "events.take_seat": OneTapAction(describe_seat, take_seat),
    "events.cancel_registration": OneTapAction(describe_cancel, cancel_seat),
    "events.take_session_seat": OneTapAction(describe_session_seat, take_session_seat),
    "events.accept_talk": OneTapAction(describe_accept, accept_talk),
    "events.decline_talk": OneTapAction(describe_decline, decline_talk),
    "events.leave_session": OneTapAction(describe_leave_session, leave_session),
    "opportunities.answer_application": OneTapAction(
        describe_answer, answer, reasons=reasons_of_answer, perform_with=answer_with_reason
    ),
    "opportunities.answer_invitation": OneTapAction(describe_answer_to_invitation, answer_to_invitation),
    "organisations.confirm_registration": OneTapAction(describe_confirmation, confirm_registration),
    "organisations.invite_contact": OneTapAction(describe_colleague, invite_colleague),
    "organisations.accept_contact_invitation": OneTapAction(
        describe_contact_invitation, accept_contact_invitation
    ),
}
