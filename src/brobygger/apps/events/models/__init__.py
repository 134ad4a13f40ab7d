from brobygger.apps.events.models.appointment import Appointment
from brobygger.apps.events.models.check_in import CheckIn
from brobygger.apps.events.models.dating_company import DatingCompany
from brobygger.apps.events.models.dating_evening import DatingEvening
from brobygger.apps.events.models.dating_lead import DatingLead
from brobygger.apps.events.models.dating_rule import DatingRule
from brobygger.apps.events.models.dating_student import DatingStudent
from brobygger.apps.events.models.dating_wish import DatingWish
from brobygger.apps.events.models.day_state import DayState
from brobygger.apps.events.models.event import Event
from brobygger.apps.events.models.event_feedback import EventFeedback
from brobygger.apps.events.models.event_input import (
    Decision,
    InputAnswer,
    InputForm,
    InputGiven,
    InputReminder,
)
from brobygger.apps.events.models.event_question import EventQuestion
from brobygger.apps.events.models.event_quota import EventQuota
from brobygger.apps.events.models.event_series import EventSeries
from brobygger.apps.events.models.event_tag import EventTag
from brobygger.apps.events.models.event_target import EventTarget
from brobygger.apps.events.models.participation import Participation
from brobygger.apps.events.models.programme import EventSession, Room, SessionSeat, Speaker
from brobygger.apps.events.models.registration import Registration
from brobygger.apps.events.models.talk_feedback import TalkFeedback
from brobygger.apps.events.models.talk_request import TalkRequest
from brobygger.apps.events.models.timetable_version import TimetableVersion

__all__ = [
    "Appointment",
    "CheckIn",
    "DatingCompany",
    "DatingEvening",
    "DatingLead",
    "DatingRule",
    "DatingStudent",
    "DatingWish",
    "DayState",
    "Decision",
    "Event",
    "EventFeedback",
    "EventQuestion",
    "EventQuota",
    "EventSeries",
    "EventSession",
    "EventTag",
    "EventTarget",
    "InputAnswer",
    "InputForm",
    "InputGiven",
    "InputReminder",
    "Participation",
    "Registration",
    "Room",
    "SessionSeat",
    "Speaker",
    "TalkFeedback",
    "TalkRequest",
    "TimetableVersion",
]
