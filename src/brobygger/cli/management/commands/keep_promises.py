"""
`manage.py keep_promises`: what is promised for a day. Run daily; it may be stopped at any moment and run again.

Organisations are reminded of answers that they owe, candidates are told of those that did not come, and those who
asked for it get a mail about new opportunities that fit them. Both sides are reminded of appointments with advisers.
Those who have a seat at an event are reminded the day before, and asked afterwards how it was; events that are over
count as held, and seats that were offered and not taken go to the next ones. Who asked for a talk at an evening and
got no answer in time is told. Who has not answered a survey or the questions of an event is reminded once, where
whoever asks has set after how many days. Placements begin and end by their dates, and those who agreed to it are asked
6, 12 and 24 months later where they work.
"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.timezone import localdate, now

from brobygger.apps.advice.actions import remind_of_appointments
from brobygger.apps.base.queries import all_rows
from brobygger.apps.effects.actions import ask_follow_ups, follow_placements
from brobygger.apps.events.actions import (
    ask_for_feedback,
    lapse_requests,
    note_events_held,
    pass_on_offers,
    remind_of_events,
    remind_of_input,
)
from brobygger.apps.matching.actions import mail_new_opportunities
from brobygger.apps.opportunities.actions import remind_of_answers, tell_of_lapses
from brobygger.apps.placements.actions import move_placements
from brobygger.apps.surveys.actions import remind_of_surveys


class Command(BaseCommand):
    help = (
        "Remind organisations of answers that they owe, tell candidates of those that did not come in time, mail"
        " new opportunities to those who asked for it, remind of appointments with advisers, and keep events going:"
        " reminders, offers and requests for talks that ended, feedback. Remind once of surveys and questions that"
        " were not answered."
        " Placements begin and end by their dates, and people are asked later whether they stay."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with all_rows():  # the promises of everybody
            reminded = remind_of_answers(day=localdate(), by=None, at=now())
            told = tell_of_lapses(day=localdate(), by=None, at=now())
            appointments = remind_of_appointments(by=None, at=now())
            mailed = mail_new_opportunities(day=localdate(), by=None, at=now())
            passed_on = pass_on_offers(by=None, at=now())
            held = note_events_held(by=None, at=now())
            lapsed = lapse_requests(by=None, at=now())
            soon = remind_of_events(by=None, at=now())
            asked = ask_for_feedback(by=None, at=now())
            surveyed = remind_of_surveys(day=localdate(), by=None, at=now())
            silent = remind_of_input(by=None, at=now())
            moved = move_placements(day=localdate(), by=None, at=now())
            followed = follow_placements(day=localdate(), by=None, at=now())
            stays = ask_follow_ups(day=localdate(), by=None, at=now())
        self.stdout.write(
            f"{reminded} reminders, {told} candidates told that no answer came in time,"
            f" {mailed} mails about new opportunities, {appointments} appointments with advisers remembered,"
            f" {passed_on} offered seats passed on, {held} events held,"
            f" {lapsed} requests for talks not answered in time, {soon} reminders of events,"
            f" {asked} guests asked how it was, {surveyed + silent} reminded of questions,"
            f" {moved} placements begun or completed, {followed} people followed up,"
            f" {stays} mails that ask where somebody works."
        )
