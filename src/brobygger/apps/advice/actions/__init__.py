from brobygger.apps.advice.actions.appointments import (
    AppointmentOver,
    TimeTaken,
    book_adviser,
    book_again,
    cancel_appointment,
    move_appointment,
    remind_of_appointments,
)
from brobygger.apps.advice.actions.cases import (
    CaseDetails,
    NothingNew,
    NotShared,
    add_version,
    ask_adviser,
)
from brobygger.apps.advice.actions.comments import (
    NoSentence,
    answer_comment,
    comment_on_sentence,
    settle_comment,
)
from brobygger.apps.advice.actions.sharing import end_sharing, remove_case
from brobygger.apps.advice.actions.times import (
    AdviserBusy,
    TimeBooked,
    offer_advice_times,
    withdraw_advice_time,
)
from brobygger.apps.advice.actions.tracks import (
    StepDetails,
    add_step,
    join_intake,
    leave_intake,
    make_track,
    remove_step,
    tick_step,
)

__all__ = [
    "AdviserBusy",
    "AppointmentOver",
    "CaseDetails",
    "NoSentence",
    "NotShared",
    "NothingNew",
    "StepDetails",
    "TimeBooked",
    "TimeTaken",
    "add_step",
    "add_version",
    "answer_comment",
    "ask_adviser",
    "book_adviser",
    "book_again",
    "cancel_appointment",
    "comment_on_sentence",
    "end_sharing",
    "join_intake",
    "leave_intake",
    "make_track",
    "move_appointment",
    "offer_advice_times",
    "remind_of_appointments",
    "remove_case",
    "remove_step",
    "settle_comment",
    "tick_step",
    "withdraw_advice_time",
]
