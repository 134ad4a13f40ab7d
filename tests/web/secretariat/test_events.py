"""Pages of events: the list and registration for everybody, the plan and the desk, the door's notes, papers."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import Message
from brobygger.apps.events import actions
from brobygger.apps.events.enums import EventKind, EventState, Grouping, RegistrationState, Side
from brobygger.apps.events.models import CheckIn, Event, EventSeries, Participation, Registration
from tests.factories import (
    CandidateFactory,
    CheckInFactory,
    EventFactory,
    EventSeriesFactory,
    OrganisationFactory,
    ParticipationFactory,
    PartnershipFactory,
    RegistrationFactory,
    UserFactory,
)
from tests.factories.moments import NOW
from tests.web.conftest import Visitor

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)


@pytest.fixture
def client() -> Client:
    """Who reads English."""
    return Client(headers={"accept-language": "en"})


def coming(**said: Any) -> Event:
    starts = timezone.now().replace(microsecond=0) + A_DAY
    return EventFactory(**{"starts_at": starts, "ends_at": starts + A_DAY / 12, **said})


def text_of(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def queries_of(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200, address
    return len(found)


def test_pages_take_as_many_queries_for_three_as_for_one(visitor: Visitor) -> None:
    series = EventSeriesFactory()
    student = UserFactory(role=Role.CANDIDATE)
    office, own, anybody = visitor(Role.SECRETARIAT), visitor(student), Client()
    event = coming(series=series, programme=series.programme, kind=EventKind.LARGE)
    actions.set_event_target(programme=series.programme, position=1, by=None, at=NOW)
    lists = {
        "/events/": anybody,
        "/events/calendar.ics": anybody,
        f"/events/{event.pk}/": anybody,
        "/events/mine/": own,
        "/event-plan/": office,
        "/event-plan/clashes/": office,
        f"/programmes/{series.programme.pk}/events/": office,
        **{
            f"/events/{event.pk}/{page}": office
            for page in ("desk/", "registrations/", "organisations/", "delegates/", "delegates/table/", "badges/", "door/")
        },
    }  # fmt: skip

    def one_more() -> None:
        again = coming(series=series, programme=series.programme, kind=EventKind.LARGE, city="Aarhus")
        for which in (event, again):
            CheckInFactory(registration__event=which, registration__organisation=OrganisationFactory())
            ParticipationFactory(event=which, representative=OrganisationFactory())
        RegistrationFactory(event=again, user=student)

    one_more()
    once = {address: queries_of(client, address) for address, client in lists.items()}
    one_more()
    one_more()
    assert {address: queries_of(client, address) for address, client in lists.items()} == once


def test_visitor_registers_and_only_the_mailbox_learns_what_came_of_it(client: Client) -> None:
    event = coming(capacity=1)
    said = {"name": "Ida Prøvesen", "email": "ida@example.org", "side": "student"}
    for _twice in range(2):
        answer = client.post(f"/events/{event.pk}/register/", said)
        assert (answer.status_code, answer["Location"]) == (302, "/events/thanks/")
    assert Message.objects.count() == 1  # a second tap gets no second mail
    one = Registration.objects.get()
    assert f"/events/t/{one.key}/" in Message.objects.get().text
    answer = client.get(f"/events/t/{one.key}/")
    assert answer.headers["Referrer-Policy"] == "same-origin"  # the key stays with us
    page = text_of(client, f"/events/t/{one.key}/")
    assert one.code in page
    assert "<svg" in page
    assert "All seats are taken" in text_of(client, f"/events/{event.pk}/")
    assert client.post(f"/events/{event.pk}/register/", {**said, "email": "ida@"}).status_code == 422

    second = {**said, "email": "bo@example.org", "name": "Bo"}
    client.post(f"/events/{event.pk}/register/", second)
    client.post(f"/events/t/{one.key}/cancel/")
    waits = Registration.objects.get(name="Bo")
    assert "Yes, I come" in text_of(client, f"/events/t/{waits.key}/")
    client.post(f"/events/t/{waits.key}/take/")
    waits.refresh_from_db()
    assert waits.state == RegistrationState.CONFIRMED


def test_somebody_logged_in_is_not_asked_what_is_known_and_sees_no_page_of_another(visitor: Visitor) -> None:
    event, student = coming(), UserFactory(role=Role.CANDIDATE, email="")
    CandidateFactory(user=student)
    other = RegistrationFactory(event=event, email="bo@example.org")
    client = visitor(student)
    answer = client.post(f"/events/{event.pk}/register/", {"name": "Ida", "email": "bo@example.org"})
    assert answer["Location"] == "/events/thanks/"
    answer = client.post(f"/events/{event.pk}/register/", {"name": "Ida", "email": "ida@example.org"})
    own = Registration.objects.exclude(pk=other.pk).get()
    assert answer["Location"] == f"/events/t/{own.key}/"
    assert (own.user, own.side) == (student, Side.STUDENT)
    assert "My registration" in text_of(client, f"/events/{event.pk}/")


def test_calendar_names_what_comes_and_what_was_called_off(client: Client) -> None:
    coming(title="Forårsmesse")
    coming(title="Aflyst", state=EventState.CANCELLED)
    coming(title="Kladde", state=EventState.DRAFT)
    found = text_of(client, "/events/calendar.ics")
    assert "SUMMARY:Forårsmesse" in found
    assert "STATUS:CANCELLED" in found
    assert "Kladde" not in found
    assert "Forårsmesse" not in text_of(client, "/events/calendar.ics?kind=dating")


def test_organiser_plans_an_event_from_the_form_to_the_numbers(visitor: Visitor, client: Client) -> None:
    office, series = visitor(Role.SECRETARIAT), EventSeriesFactory(least=12, most=28)
    assert "12 too few" in text_of(office, "/event-plan/")
    programme = series.programme.pk
    said = {
        "title": "Fair", "kind": "large", "audience": "everybody", "series": series.pk, "language": "en",
        "starts_at": "2031-03-05T17:00", "ends_at": "2031-03-05T20:00", "time_zone": "America/New_York",
        "city": "Boston", "country": "US", "capacity": "2", "offer_hours": "24", "takes_registrations": "on",
    }  # fmt: skip
    assert office.post(f"/programmes/{programme}/events/add/", {**said, "ends_at": ""}).status_code == 422
    office.post(f"/programmes/{programme}/events/add/", said)
    event = Event.objects.get()
    assert event.starts_at.isoformat() == "2031-03-05T22:00:00+00:00"
    assert "17:00–20:00" in text_of(office, f"/events/{event.pk}/desk/")
    assert client.get(f"/events/{event.pk}/").status_code == 404  # a draft
    office.post(f"/events/{event.pk}/open/")
    rows = {"TOTAL_FORMS": "1", "INITIAL_FORMS": "0"}
    quotas = {f"quotas-{name}": value for name, value in rows.items()}
    office.post(
        f"/events/{event.pk}/quotas/",
        {**quotas, "quotas-0-group": "side:company", "quotas-0-least": "1", "quotas-0-most": ""},
    )
    questions = {f"questions-{name}": value for name, value in rows.items()}
    office.post(
        f"/events/{event.pk}/questions/",
        {**questions, "questions-0-text": "Hvilken mad?", "questions-0-kind": "one_of",
         "questions-0-choices": "kød; grønt", "questions-0-is_required": "on"},
    )  # fmt: skip
    assert event.quotas.get().grouping == Grouping.SIDE
    page = text_of(client, f"/events/{event.pk}/")
    assert "Hvilken mad?" in page
    assert "grønt" in page
    office.post(f"/events/{event.pk}/change/", {**said, "title": "Denmark Fair"})
    organisation = OrganisationFactory(country="DK", name="Nordvind")
    office.post(f"/events/{event.pk}/organisations/add/", {"organisation": organisation.pk})
    assert "Nordvind" in text_of(client, f"/events/{event.pk}/")
    office.post(
        f"/events/{event.pk}/organisations/remove/", {"participation": Participation.objects.get().pk}
    )
    assert not Participation.objects.exists()
    office.post(f"/events/{event.pk}/cancel/", {"reason": "Snow."})
    assert "This event is cancelled" in text_of(client, f"/events/{event.pk}/")


def test_series_is_changed_by_those_who_carry_the_programme(visitor: Visitor) -> None:
    series = EventSeriesFactory()
    lead = UserFactory(role=Role.PARTNER)
    PartnershipFactory(programme=series.programme, is_lead=True).organisation.contacts.add(lead)
    said = {
        "name": "Forår",
        "start_date": "2027-02-01",
        "end_date": "2027-06-30",
        "least": "12",
        "most": "28",
    }
    partner, stranger = visitor(lead), visitor(Role.PARTNER)
    answer = partner.post(f"/event-plan/series/{series.pk}/change/", said)
    assert answer["Location"] == f"/event-plan/?series={series.pk}"
    assert partner.post(f"/event-plan/series/{series.pk}/change/", {**said, "most": "3"}).status_code == 422
    assert stranger.post(f"/event-plan/series/{series.pk}/change/", said).status_code == 403
    assert EventSeries.objects.get().name == "Forår"
    event = coming(programme=series.programme, series=series)
    assert f"/events/{event.pk}/desk/" in text_of(partner, "/event-plan/")
    assert f"/events/{event.pk}/desk/" not in text_of(stranger, "/event-plan/")


def test_registration_is_decided_on_the_desk(visitor: Visitor) -> None:
    event, office = coming(needs_approval=True), visitor(Role.SECRETARIAT)
    asked = RegistrationFactory(event=event, state=RegistrationState.ASKED)
    elsewhere = RegistrationFactory(state=RegistrationState.ASKED)
    for one in (asked, elsewhere):
        office.post(f"/events/{event.pk}/registrations/decide/", {"registration": one.pk, "said": "yes"})
        one.refresh_from_db()
    assert (asked.state, elsewhere.state) == (RegistrationState.CONFIRMED, RegistrationState.ASKED)


def test_door_tells_seats_that_are_given_from_those_who_wait(visitor: Visitor) -> None:
    event = EventFactory(state=EventState.OPEN)
    RegistrationFactory(event=event, name="Ida Prøvesen")
    RegistrationFactory(event=event, name="Bo Påhitt", state=RegistrationState.WAITING)

    html = visitor(Role.SECRETARIAT).get(f"/events/{event.pk}/door/").content.decode()

    assert re.findall(r'"seat": ?(\w+)', html) == ["false", "true"]


def test_door_takes_notes_one_by_one_and_refuses_what_cannot_be(visitor: Visitor) -> None:
    event, office = coming(), visitor(Role.SECRETARIAT)
    ida, at = RegistrationFactory(event=event), timezone.now().isoformat()
    good, walk_in, wrong, odd = (str(uuid4()) for _ in range(4))
    notes = [
        {"id": good, "at": at, "registration": ida.pk},
        {"id": walk_in, "at": at, "name": "Per", "email": "per@example.org"},
        {"id": wrong, "at": at, "name": "Liv", "email": "liv"},
        {"id": odd, "at": "soon", "registration": 10**40},
    ]

    def sync(body: object) -> Any:
        return office.post(
            f"/events/{event.pk}/door/sync/", json.dumps(body), content_type="application/json"
        )

    for _twice in range(2):
        answer = sync({"noted": notes}).json()
        assert sorted(answer["kept"]) == sorted([good, walk_in])
        assert set(answer["refused"]) == {wrong, odd}
    assert CheckIn.objects.count() == 2
    assert {one["name"] for one in answer["state"] if one["in"]} == {ida.name, "Per"}
    assert "example.org" not in json.dumps(answer)
    for body in ([], {"noted": [1]}, {"noted": [{}] * 501}):
        assert sync(body).status_code == 400
    assert visitor(Role.COMPANY).get(f"/events/{event.pk}/door/").status_code == 403


def test_papers_name_those_with_a_seat(visitor: Visitor) -> None:
    event, office = coming(), visitor(Role.SECRETARIAT)
    RegistrationFactory(event=event, name="=Ida", organisation=OrganisationFactory(name="Nordvind"))
    RegistrationFactory(event=event, name="Bo Påhitt", state=RegistrationState.WAITING)
    badges = text_of(office, f"/events/{event.pk}/badges/")
    assert re.search(r"=Ida.*Nordvind.*<svg", badges, re.DOTALL)
    assert "Bo Påhitt" not in badges
    table = list(csv.reader(io.StringIO(text_of(office, f"/events/{event.pk}/delegates/table/").lstrip("\ufeff")), delimiter=";"))  # fmt: skip
    assert [row[1] for row in table] == ["Name", "'=Ida", "Bo Påhitt"]


def test_certificate_and_feedback_are_for_those_who_came(client: Client) -> None:
    ended = timezone.now() - A_DAY
    event = EventFactory(starts_at=ended - A_DAY / 12, ends_at=ended, state=EventState.HELD)
    came = CheckInFactory(registration__event=event).registration
    away = RegistrationFactory(event=event)
    assert "2 hours" in text_of(client, f"/events/t/{came.key}/certificate/")
    text_of(client, f"/events/t/{away.key}/certificate/", status=404)
    address = f"/events/t/{came.key}/feedback/send/"
    assert client.post(address, {"overall": "9", "useful": "4"}).status_code == 422
    assert client.post(address, {"overall": "5", "useful": "4", "text": "Fint"}).status_code == 302
    assert client.post(address, {"overall": "1", "useful": "1"}).status_code == 422
    assert "You have answered already" in text_of(client, f"/events/t/{came.key}/feedback/")


def test_certificate_is_linked_once_the_event_is_over(client: Client) -> None:
    at = timezone.now()
    running = EventFactory(starts_at=at - A_DAY / 24, ends_at=at + A_DAY / 24, state=EventState.OPEN)
    over = EventFactory(starts_at=at - A_DAY, ends_at=at - A_DAY / 2, state=EventState.HELD)
    now_in, was_in = (CheckInFactory(registration__event=one).registration for one in (running, over))

    html = client.get(f"/events/t/{now_in.key}/").content.decode()
    assert f"/events/t/{now_in.key}/certificate/" not in html
    assert "Your certificate of attendance stands here when the event is over" in html
    assert f"/events/t/{was_in.key}/certificate/" in client.get(f"/events/t/{was_in.key}/").content.decode()


def test_few_answers_are_not_shown_yet(visitor: Visitor) -> None:
    ended = timezone.now() - A_DAY
    event, office = (
        EventFactory(starts_at=ended - A_DAY / 12, ends_at=ended, state=EventState.HELD),
        visitor(Role.SECRETARIAT),
    )
    for number in range(3):
        assert "Fint nok" not in text_of(office, f"/events/{event.pk}/desk/")
        one = CheckInFactory(registration__event=event).registration
        actions.give_feedback(
            registration=one, overall=5, useful=4, text=f"Fint nok {number}", by=None, at=timezone.now()
        )
    assert "Fint nok 2" in text_of(office, f"/events/{event.pk}/desk/")


def test_evening_of_short_talks_is_joined_in_its_own_way(client: Client) -> None:
    event = coming(kind=EventKind.DATING)
    assert "Log in to take part" in text_of(client, f"/events/{event.pk}/")
    said = {"name": "Ida", "email": "ida@example.org", "side": "student"}
    assert client.post(f"/events/{event.pk}/register/", said).status_code == 422
