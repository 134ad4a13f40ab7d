"""What an event asks and brings: answers with names or without, and decisions that are due."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brobygger.apps.base.actions import mute_topic
from brobygger.apps.base.enums import MailTopic, Role
from brobygger.apps.base.models import AuditEntry, Message, User
from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import DecisionDetails, InputClosed, InputDetails, QuestionDetails
from brobygger.apps.events.enums import DecisionState, InputAudience, QuestionKind
from brobygger.apps.events.models import Event, InputAnswer, InputForm, InputGiven, Registration
from tests.factories import (
    EventFactory,
    OrganisationFactory,
    PartnershipFactory,
    RegistrationFactory,
    UserFactory,
)
from tests.factories.moments import NOW

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)
QUESTIONS = (
    QuestionDetails("Which one first?", QuestionKind.ONE_OF, ("housing", "language"), is_required=True),
    QuestionDetails("What is missing?"),
)


def asked(event: Event, **said: Any) -> InputForm:
    given: dict[str, Any] = {
        "title": "Input",
        "opens_at": NOW,
        "closes_at": NOW + 2 * A_DAY,
        "questions": QUESTIONS,
    }
    return actions.save_input_form(event=event, details=InputDetails(**{**given, **said}), by=None, at=NOW)


def give(form: InputForm, registration: Registration | None, text: str = "", by: User | None = None) -> None:
    first, second = queries.input_questions(form)
    said = {first.pk: "housing", second.pk: text}
    actions.give_input(form=form, answers=said, registration=registration, by=by, at=NOW)


def test_answers_without_names_are_given_once_and_shown_from_five_on_when_all_is_over() -> None:
    event = EventFactory()
    form = asked(event)
    for number in range(4):
        give(form, RegistrationFactory(event=event), f"word {number}")
    last = RegistrationFactory(event=event)
    later = NOW + 3 * A_DAY
    assert not queries.input_results(form, at=later).is_shown
    give(form, last, "word 4")
    with pytest.raises(InputClosed, match="answered already"):
        give(form, last)

    assert not queries.input_results(form, at=NOW).is_shown  # the next one could be told by what changes
    first, second = queries.input_results(form, at=later).questions
    assert first.counts == (("housing", 5), ("language", 0))
    assert [text for _name, text in second.texts] == [f"word {number}" for number in range(5)]
    assert {name for name, _text in second.texts} == {""}
    assert InputGiven.objects.count() == 5
    assert not InputAnswer.objects.exclude(given=None, name="").exists()
    assert not AuditEntry.objects.filter(action="events.give_input").exclude(by_id=None).exists()
    for changed in ({"is_anonymous": False}, {"questions": QUESTIONS[:1]}):
        with pytest.raises(ValidationError, match="stay as they are"):
            asked(event, **changed)
    assert asked(event, closes_at=later).closes_at == later
    assert queries.questions_of(event) == []  # who registers is not asked these


def test_answers_with_names_are_replaced_and_only_who_is_asked_answers() -> None:
    event, user = EventFactory(), UserFactory(role=Role.PARTNER, first_name="Bo")
    university = OrganisationFactory()
    university.contacts.add(user)
    form = asked(event, is_anonymous=False, audience=InputAudience.PARTNERS)
    with pytest.raises(PermissionDenied):
        give(form, None, by=user)
    PartnershipFactory(programme=event.programme, organisation=university)
    give(form, None, "first", by=user)
    give(form, None, "second", by=user)
    _first, second = queries.input_results(form, at=NOW).questions
    assert [text for _name, text in second.texts] == ["second"]
    guest = RegistrationFactory(event=event)
    with pytest.raises(InputClosed, match="cannot answer these"):
        give(form, guest)
    with pytest.raises(InputClosed, match="cannot answer these"):
        actions.give_input(form=form, answers={}, by=user, at=NOW + 9 * A_DAY)


def test_decisions_name_who_does_them_and_are_due_until_they_are_done() -> None:
    event, programme_of_others = EventFactory(), EventFactory()
    form = asked(event)
    question = queries.input_questions(form)[0]
    day = NOW.date()

    def decide(**said: Any) -> DecisionDetails:
        given: dict[str, Any] = {"text": "A guide to housing", "due_date": day, "person": "Ida Prøvesen"}
        return DecisionDetails(**{**given, **said})

    with pytest.raises(ValidationError, match="responsible"):
        actions.save_decision(event=event, details=decide(person=""), by=None, at=NOW)
    with pytest.raises(ValidationError, match="not one of the event"):
        actions.save_decision(event=programme_of_others, details=decide(question=question), by=None, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.save_decision(event=event, details=decide(), by=UserFactory(role=Role.COMPANY), at=NOW)
    one = actions.save_decision(event=event, details=decide(question=question), by=None, at=NOW)
    assert list(queries.due_decisions(day)) == [one]
    assert list(queries.due_decisions(day - A_DAY)) == []
    done = decide(question=question, state=DecisionState.DONE)
    actions.save_decision(event=event, details=done, decision=one, by=None, at=NOW)
    assert list(queries.due_decisions(day)) == []


def test_who_has_not_answered_is_reminded_once_after_the_days_that_were_set() -> None:
    event, partner = EventFactory(), UserFactory(role=Role.PARTNER, email="bo@partner.example")
    both = UserFactory(role=Role.PARTNER, email="eli@partner.example")
    university = OrganisationFactory()
    university.contacts.add(partner, both)
    PartnershipFactory(programme=event.programme, organisation=university)
    silent, said, late, gone, muted = (RegistrationFactory(event=event, registered_at=NOW) for _ in range(5))
    own = RegistrationFactory(event=event, registered_at=NOW, user=both)
    Registration.objects.filter(pk=late.pk).update(registered_at=NOW + A_DAY)
    Registration.objects.filter(pk=gone.pk).update(state="cancelled")
    mute_topic(user=None, address=muted.email, topic=MailTopic.REMINDERS, by=None, at=NOW)
    days = {"closes_at": NOW + 5 * A_DAY, "audience": InputAudience.BOTH, "remind_after_days": 2}
    form = asked(event, **days)
    give(form, said)

    def remind(after: float) -> int:
        return actions.remind_of_input(by=None, at=NOW + after * A_DAY)

    assert [remind(after) for after in (1.9, 2, 2, 3, 4, 6)] == [0, 3, 0, 1, 0, 0]
    mails = dict(Message.objects.values_list("to_address", "text"))
    assert set(mails) == {silent.email, late.email, both.email, partner.email}
    assert f"/events/t/{silent.key}/input/" in mails[silent.email]
    assert f"/events/{event.pk}/input/give/" in mails[partner.email]
    assert f"/events/t/{own.key}/input/" in mails[both.email]  # who takes part too is asked as a guest
    assert Message.objects.count() == 4
    asked(event, **{**days, "remind_after_days": 1})
    assert remind(4) == 0  # never two


def test_without_days_nobody_is_reminded_and_days_that_are_too_many_are_refused() -> None:
    event = EventFactory()
    RegistrationFactory(event=event, registered_at=NOW)
    asked(event)
    assert actions.remind_of_input(by=None, at=NOW + A_DAY) == 0
    for days in (2, 61):
        with pytest.raises(ValidationError):
            asked(event, remind_after_days=days)
    event.state = "cancelled"
    event.save()
    InputForm.objects.update(remind_after_days=1)
    assert actions.remind_of_input(by=None, at=NOW + A_DAY) == 0
