"""Pages of a programme, of ways to take part, of photos, and of what an event asks and decides."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import Message
from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import EventState, Holding, PhotoAnswer, Tag, Way
from brobygger.apps.events.models import (
    CheckIn,
    Decision,
    Event,
    EventSession,
    EventTag,
    InputAnswer,
    Registration,
    Room,
    Speaker,
)
from tests.factories import EventFactory, RegistrationFactory
from tests.factories.moments import NOW
from tests.web.conftest import Visitor

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
ADDRESS = "https://meet.example/secret-room"


def coming(hours: int = 24, **said: Any) -> Event:
    starts = (timezone.now() + hours * HOUR).replace(minute=0, second=0, microsecond=0)
    return EventFactory(**{"starts_at": starts, "ends_at": starts + 4 * HOUR, **said})


def text_of(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def test_programme_is_made_seen_and_printed(visitor: Visitor) -> None:
    event, office, anybody = coming(), visitor(Role.SECRETARIAT), Client(headers={"accept-language": "en"})
    desk = f"/events/{event.pk}/sessions/"
    office.post(f"{desk}room/", {"name": "Store sal", "seats": 40})
    for name, named in (("Ida Prøvesen", "on"), ("Bo Skjultsen", "")):
        said = {"name": name, "organisation": "Prøveværk", "text": "Own words", "email": "x@example.org"}
        office.post(f"{desk}speaker/", said | ({"may_be_named": named} if named else {}))
    start = f"{event.local_start:%Y-%m-%dT%H:%M}"
    session = {
        "title": "At arbejde i Danmark",
        "kind": "workshop",
        "starts_at": start,
        "ends_at": f"{event.local_start + HOUR:%Y-%m-%dT%H:%M}",
        "room": Room.objects.get().pk,
        "capacity": 10,
        "abstract": "A long abstract",
        "speakers": [one.pk for one in Speaker.objects.all()],
    }
    assert office.post(f"{desk}save/", session).status_code == 302
    again = office.post(f"{desk}save/", {**session, "title": "Second"})
    assert again.status_code == 422
    assert "is in this room" in again.content.decode()
    one = EventSession.objects.get()
    changed = {**session, "session-pk": one.pk, "title": "Arbejdsliv"}
    office.post(f"{desk}save/", changed)
    assert EventSession.objects.get().title == "Arbejdsliv"
    assert 'value="Arbejdsliv"' in text_of(office, f"{desk}?session={one.pk}")

    for page in ("", "programme/", "programme.ics"):
        found = text_of(anybody, f"/events/{event.pk}/{page}").replace("\r\n ", "")
        for words in ("Arbejdsliv", "Store sal", "Ida Prøvesen", "A long abstract"):
            assert words in found, (page, words)
        assert "Bo Skjultsen" not in found
        assert "x@example.org" not in found
    office.post(f"{desk}remove/", {"session-pk": one.pk})
    office.post(f"{desk}remove/", {"speaker-pk": Speaker.objects.earliest("pk").pk})
    assert (EventSession.objects.count(), Speaker.objects.count()) == (0, 1)


def test_own_page_has_sessions_way_photos_and_the_address_for_who_is_online() -> None:
    client = Client(headers={"accept-language": "en"})
    event = coming(held=Holding.BOTH, online_address=ADDRESS, capacity=5)
    session = EventSession.objects.create(
        event=event,
        title="Workshop",
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        capacity=1,
        created_at=NOW,
        changed_at=NOW,
    )
    page = text_of(client, f"/events/{event.pk}/")
    assert not re.search(r'name="(photos|way)"[^>]*checked', page)
    for name, way in (("Ida", "place"), ("Bo", "online")):
        said = {"name": name, "email": f"{name}@example.org", "side": "guest", "way": way}
        client.post(f"/events/{event.pk}/register/", said)
    here, there = (Registration.objects.get(way=way) for way in (Way.PLACE, Way.ONLINE))
    assert {here.photos, there.photos} == {PhotoAnswer.NOT_ASKED}
    assert client.post(f"/events/{event.pk}/register/", {**said, "way": ""}).status_code == 422

    own, other = f"/events/t/{here.key}/", f"/events/t/{there.key}/"
    for public in (f"/events/{event.pk}/", f"/events/{event.pk}/event.ics", own, "/events/"):
        assert ADDRESS not in text_of(client, public)
    assert ADDRESS in text_of(client, other)
    assert here.code in text_of(client, own)
    assert there.code not in text_of(client, other)
    client.post(f"{own}session/", {"session": session.pk, "said": "choose"})
    assert "you are in" in text_of(client, own)
    client.post(f"{own}photos/", {"photos": "no"})
    client.post(f"{own}way/", {"way": "online"})
    here.refresh_from_db()
    assert (here.way, here.photos, here.session_seats.count()) == (Way.ONLINE, PhotoAnswer.NO, 0)
    assert ADDRESS in text_of(client, own)


def test_who_was_online_has_a_certificate_and_papers_tell_of_ways_and_photos(visitor: Visitor) -> None:
    event = coming(hours=0, held=Holding.BOTH, online_address=ADDRESS)
    office, client = visitor(Role.SECRETARIAT), Client(headers={"accept-language": "en"})
    here = RegistrationFactory(event=event, name="Ida", photos=PhotoAnswer.NO)
    there = RegistrationFactory(event=event, name="Bo Online", way=Way.ONLINE, photos=PhotoAnswer.YES)
    client.post(f"/events/t/{there.key}/attend/")
    assert CheckIn.objects.get().registration == there
    for page in ("door/", "badges/"):
        found = text_of(office, f"/events/{event.pk}/{page}")
        assert "no photos" in found
        assert "Bo Online" not in found
    delegates = text_of(office, f"/events/{event.pk}/delegates/")
    assert "1 in the room, 1 online" in delegates
    assert "no photos" in text_of(office, f"/events/{event.pk}/registrations/")
    assert "In the room and online" in text_of(office, f"/events/{event.pk}/desk/")
    late = RegistrationFactory(event=event, way=Way.ONLINE)
    office.post(f"/events/{event.pk}/registrations/decide/", {"registration": late.pk, "said": "online"})
    assert CheckIn.objects.count() == 2

    event.starts_at, event.ends_at = event.starts_at - 9 * HOUR, event.ends_at - 9 * HOUR
    event.save()
    certificate = text_of(client, f"/events/t/{there.key}/certificate/")
    assert "4 hours" in certificate
    assert "online" in certificate
    text_of(client, f"/events/t/{here.key}/certificate/", 404)


def test_input_is_asked_answered_and_becomes_decisions(visitor: Visitor) -> None:
    event = coming(hours=-2)
    office, client = visitor(Role.SECRETARIAT), Client(headers={"accept-language": "en"})
    page = f"/events/{event.pk}/input/"
    local = "%Y-%m-%dT%H:%M"
    form = {
        "title": "What should come first?",
        "audience": "both",
        "opens_at": event.local_start.strftime(local),
        "closes_at": (event.local_start + 90 * HOUR).strftime(local),
        "questions-TOTAL_FORMS": "1",
        "questions-INITIAL_FORMS": "0",
        "questions-0-text": "What is missing?",
        "questions-0-kind": "text",
    }
    assert office.post(f"{page}save/", {**form, "questions-0-text": ""}).status_code == 422
    late = office.post(f"{page}save/", {**form, "remind_after_days": "4"})
    assert late.status_code == 422
    assert "closes before the reminder" in late.content.decode()
    assert office.post(f"{page}save/", {**form, "remind_after_days": "3"}).status_code == 302
    assert 'name="remind_after_days" value="3"' in text_of(office, page)
    guest = RegistrationFactory(event=event, name="Ida Prøvesen")
    own = f"/events/t/{guest.key}/"
    assert "What should come first?" in text_of(client, own)
    field = re.search(r'name="(question-\d+)"', text_of(client, f"{own}input/"))
    assert field
    client.post(f"{own}input/send/", {field[1]: "Housing"})
    assert InputAnswer.objects.get().name == "Ida Prøvesen"
    assert "replaces it" in text_of(client, f"{own}input/")
    results = text_of(office, page)
    assert "Housing" in results
    assert "Ida Prøvesen" in results

    decision = {"text": "A guide to housing", "person": "Bo", "due_date": "2020-01-01", "state": "open"}
    assert office.post(f"/events/{event.pk}/decisions/save/", {**decision, "person": ""}).status_code == 422
    asked = field[1].partition("-")[2]
    office.post(f"/events/{event.pk}/decisions/save/", {**decision, "question": asked})
    for client_, address in (
        (office, f"/events/{event.pk}/decisions/"),
        (office, f"/events/{event.pk}/"),
        (office, "/today/"),
        (client, f"{own}decisions/"),
    ):
        assert "A guide to housing" in text_of(client_, address)
    assert "A guide to housing" not in text_of(client, f"/events/{event.pk}/")
    one = Decision.objects.get()
    office.post(f"/events/{event.pk}/decisions/save/", {**decision, "decision": one.pk, "state": "done"})
    assert "A guide to housing" not in text_of(office, "/today/")


def test_pages_take_as_many_queries_for_three_as_for_one(visitor: Visitor) -> None:
    office, event = visitor(Role.SECRETARIAT), coming(hours=-2)
    registration = RegistrationFactory(event=event)
    anybody = Client()

    def one_more(number: int) -> None:
        details = actions.SpeakerDetails(name=f"Ida {number}", may_be_named=True)
        speaker = actions.save_speaker(event=event, details=details, by=None, at=NOW)
        starts = event.starts_at + number * HOUR
        room = actions.save_room(event=event, name=f"R{number}", seats=9, by=None, at=NOW)
        session = actions.SessionDetails(
            title="T", starts_at=starts, ends_at=starts + HOUR, room=room, capacity=5, speakers=(speaker,)
        )
        actions.choose_session(
            registration=RegistrationFactory(event=event),
            session=actions.save_session(event=event, details=session, by=None, at=NOW),
            by=None,
            at=NOW,
        )
        decision = actions.DecisionDetails(text=f"D{number}", due_date=dt.date(2020, 1, 1), person="Bo")
        actions.save_decision(event=event, details=decision, by=None, at=NOW)
        again = coming(state=EventState.OPEN)
        EventTag.objects.bulk_create(EventTag(event=again, tag=tag) for tag in (Tag.SOCIAL, Tag.CAREER))

    def counted() -> dict[str, int]:
        found = {}
        for address, client in {
            f"/events/{event.pk}/": office,
            f"/events/{event.pk}/programme/": anybody,
            f"/events/{event.pk}/sessions/": office,
            f"/events/{event.pk}/decisions/": office,
            f"/events/t/{registration.key}/": anybody,
            f"/events/t/{registration.key}/decisions/": anybody,
            "/events/?tag=social": anybody,
            "/event-plan/?tag=social": office,
            "/today/": office,
        }.items():
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200, address
            found[address] = len(queries)
        return found

    one_more(0)
    once = counted()
    one_more(1)
    one_more(2)
    assert counted() == once


def test_waiting_list_of_a_session_on_the_own_page_and_by_one_tap(visitor: Visitor) -> None:
    event, client = coming(), Client(headers={"accept-language": "en"})
    has_seat, waits = (RegistrationFactory(event=event, name=name) for name in ("Ida Først", "Bo Venter"))
    details = actions.SessionDetails(
        title="Workshop", starts_at=event.starts_at, ends_at=event.ends_at, capacity=1
    )
    session = actions.save_session(event=event, details=details, by=None, at=timezone.now())

    def say(registration: Registration, said: str) -> str:
        address = f"/events/t/{registration.key}/"
        client.post(f"{address}session/", {"session": session.pk, "said": said})
        return text_of(client, address)

    assert "you are in" in say(has_seat, "choose")
    assert "Wait for a seat" in text_of(client, f"/events/t/{waits.key}/")
    page = say(waits, "wait")
    assert "You are first in line" in page
    assert "Stop waiting" in page
    desk = text_of(visitor(Role.SECRETARIAT), f"/events/{event.pk}/sessions/?session={session.pk}")
    assert re.search(r"Who waits for a seat.*Bo Venter", desk, re.DOTALL)
    assert "All seats are taken, 1 person waits" in text_of(client, f"/events/{event.pk}/")

    say(has_seat, "leave")
    page = text_of(client, f"/events/t/{waits.key}/")
    assert "A seat has become free. It is kept for you until" in page
    assert "Take the seat" in page
    mail = Message.objects.get(to_address=waits.email)
    yes, no = re.findall(r"(?<!/events)/t/[\w-]+/", mail.text)[:2]
    assert "You take the seat in “Workshop”" in text_of(client, yes)
    assert "to somebody else" in text_of(client, no)
    assert "The seat in “Workshop” is yours." in client.post(f"{yes}do/").content.decode()
    assert queries.chosen_sessions(waits) == {session.pk}
    assert "goes to somebody else" in client.post(f"{no}do/").content.decode()
    assert queries.session_seats(waits) == {}
    assert client.get(yes).status_code == 410
