"""What somebody of a booking agency sees and does: its own batch, and nothing else of the platform."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils.timezone import now

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.outreach.enums import CallState
from brobygger.apps.outreach.models import Call, NoCall, Visit, VisitSlot
from tests.factories import (
    CallBatchFactory,
    CallFactory,
    OpportunityFactory,
    OrganisationFactory,
    UserFactory,
    VisitFactory,
    VisitSlotFactory,
)
from tests.web.conftest import Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def agent() -> User:
    user: User = UserFactory(role=Role.AGENCY)
    return user


@pytest.fixture
def call(agent: User) -> Call:
    made: Call = CallFactory(batch=CallBatchFactory(agent=agent, brief="Goddag, vi ringer fra Prøve."))
    return made


@pytest.fixture
def client(visitor: Visitor, agent: User) -> Client:
    return visitor(agent)


def a_slot(call: Call) -> VisitSlot:
    made: VisitSlot = VisitSlotFactory(programme=call.batch.programme, starts_at=now() + dt.timedelta(days=5))
    return made


def booking(slot: VisitSlot) -> dict[str, object]:
    return {"slot": slot.pk, "name": "Ida Prøvesen", "email": "ida@firma.example", "phone": "+45 70 00 00 02"}


def test_agency_goes_to_its_calls_and_sees_nothing_else(
    client: Client, call: Call, vocabulary: object
) -> None:
    organisation, ad, visit, theirs = (
        OrganisationFactory(),
        OpportunityFactory(),
        VisitFactory(),
        CallFactory(),
    )

    assert client.get("/").headers["Location"] == "/calls/"
    html = client.get("/calls/").content.decode()
    assert call.company.name in html
    assert theirs.company.name not in html
    for address in (
        "/companies/",
        f"/companies/{organisation.pk}/",
        "/opportunities/",
        f"/opportunities/{ad.pk}/",
        "/candidates/",
        "/pool/",
        "/visits/",
        f"/visits/{visit.pk}/",
        "/targets/",
        "/no-calls/",
        "/ladder/",
        "/today/",
        f"/calls/{theirs.pk}/",
    ):
        assert client.get(address).status_code in (403, 404), address


def test_attempt_is_noted(client: Client, call: Call) -> None:
    html = client.get(f"/calls/{call.pk}/").content.decode()
    assert "Goddag, vi ringer fra Prøve." in html
    assert 'href="tel:+4570000001"' in html
    assert client.post(f"/calls/{call.pk}/note/", {}).status_code == 422
    refused = client.post(f"/calls/{call.pk}/note/", {"outcome": "call_back", "note": "Efter ferien"})
    assert refused.status_code == 422
    assert "Efter ferien" in refused.content.decode()

    client.post(f"/calls/{call.pk}/note/", {"outcome": "no_answer", "note": "Telefonsvarer"})

    assert "Telefonsvarer" in client.get(f"/calls/{call.pk}/").content.decode()


def test_never_again_ends_the_calls(client: Client, call: Call) -> None:
    client.post(f"/calls/{call.pk}/note/", {"outcome": "no_call"})

    assert NoCall.objects.get().name == call.company.name
    html = client.get(f"/calls/{call.pk}/").content.decode()
    assert "Book a visit" not in html
    assert client.post(f"/calls/{call.pk}/book/", booking(a_slot(call))).status_code == 422


def test_visit_is_booked_and_cancelled(client: Client, call: Call) -> None:
    slot = a_slot(call)

    html = client.post(f"/calls/{call.pk}/book/", booking(slot), follow=True).content.decode()

    assert "The visit is booked" in html
    assert Visit.objects.get().contact.name == "Ida Prøvesen"
    calendar = client.get(f"/calls/{call.pk}/visit.ics")
    assert calendar.headers["Content-Type"].startswith("text/calendar")
    assert b"BEGIN:VEVENT" in calendar.content
    client.post(f"/calls/{call.pk}/cancel/")
    call.refresh_from_db()
    assert call.state == CallState.TO_CALL
    assert client.get(f"/calls/{call.pk}/visit.ics").status_code == 404


def test_time_that_somebody_else_has_just_booked_is_said(client: Client, call: Call) -> None:
    slot = a_slot(call)
    a_slot(call)
    other = CallFactory(batch=call.batch)
    client.post(f"/calls/{other.pk}/book/", booking(slot))

    response = client.post(f"/calls/{call.pk}/book/", booking(slot))

    assert response.status_code == 409
    assert "Somebody else has just booked this time" in response.content.decode()
    assert 'value="Ida Prøvesen"' in response.content.decode()
    assert Visit.objects.count() == 1
