from brobygger.apps.advice.models.advice_appointment import AdviceAppointment
from brobygger.apps.advice.models.advice_case import AdviceCase
from brobygger.apps.advice.models.advice_comment import AdviceComment
from brobygger.apps.advice.models.advice_time import AdviceTime
from brobygger.apps.advice.models.advice_version import AdviceVersion
from brobygger.apps.advice.models.intake_track import IntakeMember, IntakeTrack, StepDone, TrackStep

__all__ = [
    "AdviceAppointment",
    "AdviceCase",
    "AdviceComment",
    "AdviceTime",
    "AdviceVersion",
    "IntakeMember",
    "IntakeTrack",
    "StepDone",
    "TrackStep",
]
