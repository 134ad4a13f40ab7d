"""Timetables in and out: wishes and participants from tables; CSV, XLSX, calendars, pages to print, certificates."""

from brobygger.data.timetables.certificates import write_certificate
from brobygger.data.timetables.columns import MEETINGS, PARTICIPANTS, WISHES
from brobygger.data.timetables.reading import (
    Participants,
    PlannedMeetings,
    Wishes,
    read_meetings,
    read_participants,
    read_wishes,
    rounds_of,
)
from brobygger.data.timetables.writing import write_timetable

__all__ = [
    "MEETINGS",
    "PARTICIPANTS",
    "WISHES",
    "Participants",
    "PlannedMeetings",
    "Wishes",
    "read_meetings",
    "read_participants",
    "read_wishes",
    "rounds_of",
    "write_certificate",
    "write_timetable",
]
