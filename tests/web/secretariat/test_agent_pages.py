"""Agents and ambassadors: links counted without a trace of who, sign-ups that are confirmed, schools that ask."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, Message
from brobygger.apps.outreach.models import Agent, AgentReach, AmbassadorBooking, Student
from tests.factories import (
    AgentFactory,
    AmbassadorBookingFactory,
    ProgrammeFactory,
    StudentFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def test_opening_a_link_is_counted_and_leaves_nothing_else():
    agent, client = AgentFactory(code="ada"), Client(headers={"accept-language": "en"})

    for _ in range(3):
        answer = client.get("/with/ada/")
    client.head("/with/ada/")  # a program looks ahead
    client.get("/with/ada/", headers={"sec-purpose": "prefetch"})

    assert "Ada Prøvesen invites you." in answer.content.decode()
    assert set(answer.cookies) <= {"csrftoken"}  # of the form, as on every page with one
    assert [(one.visits, one.sign_ups) for one in AgentReach.objects.filter(agent=agent)] == [(3, 0)]
    assert not AuditEntry.objects.exists()
    assert client.get("/with/nobody/").status_code == 404


def test_sign_up_is_confirmed_by_mail_and_counted_once():
    agent, client = AgentFactory(code="ada"), Client(headers={"accept-language": "en"})
    assert client.post("/with/ada/join/", {"email": "no address"}).status_code == 422
    for _ in range(2):
        thanks = client.post("/with/ada/join/", {"email": "New@s.example", "name": "Nova"}, follow=True)
    assert "A mail is on its way" in thanks.content.decode()
    assert not Student.objects.exists()

    for message in Message.objects.filter(to_address="new@s.example"):
        assert "log-in" not in message.text  # there is none
        assert "because this address was written on a page to join a list of mails" in message.text
        path = re.search(r"Yes, write to me: http\S+?(/t/[\w-]+/)", message.text)[1]
        assert "may write to you" in client.get(path).content.decode()
        client.post(f"{path}do/")

    student = Student.objects.get()
    assert (student.email, student.name, student.basis, student.agent) == (
        "new@s.example",
        "Nova",
        "consent",
        agent,
    )
    assert AgentReach.objects.get().sign_ups == 1


def test_agent_sees_own_numbers_and_nobodys_data(visitor):
    user = UserFactory(role=Role.AMBASSADOR)
    own, other = AgentFactory(user=user, name="Own"), AgentFactory(name="Other")
    AgentReach.objects.create(agent=own, day=now().date(), visits=7, sign_ups=1)
    AgentReach.objects.create(agent=other, day=now().date(), visits=93)
    StudentFactory(programme=own.programme, agent=own, name="Secret Prøvesen")
    AmbassadorBookingFactory(agent=other, school="Other School")

    page = visitor(user).get(reverse("my-reach")).content.decode()

    assert ">7<" in page
    for hidden in ("93", "Secret", "Other School", "students.example"):
        assert hidden not in page
    assert visitor(user).get(reverse("agents")).status_code == 403
    assert visitor(user).get(reverse("students")).status_code == 403


def test_qr_code_holds_the_link(visitor):
    agent = AgentFactory()
    picture = Client().get(reverse("agent-qr", args=[agent.code]))

    assert picture["Content-Type"] == "image/svg+xml"
    assert b"<svg" in picture.content
    assert b"style" not in picture.content  # the content security policy allows no inline style


def test_agent_is_made_by_the_secretariat(visitor):
    programme, user = ProgrammeFactory(), UserFactory(role=Role.CANDIDATE, email="ada@s.example")
    client = visitor(Role.SECRETARIAT)
    body = {"programme": programme.pk, "kind": "career_agent", "name": "Ada", "email": "ADA@s.example"}
    client.post(reverse("agent-save"), body)
    client.post(reverse("agent-save"), {**body, "email": "nobody@s.example"})

    agent = Agent.objects.get()
    assert agent.user == user
    assert agent.code in client.get(reverse("agents")).content.decode()
    assert visitor(user).get(reverse("my-reach")).status_code == 200


def test_school_asks_ambassador_answers_and_pupils_are_counted_without_small_groups(visitor):
    user = UserFactory(role=Role.AMBASSADOR, email="amb@mail.example", language="en")
    agent = AgentFactory(kind="ambassador", user=user, name="Bo")
    AgentFactory(kind="career_agent", name="Nobody to book")
    school = Client(headers={"accept-language": "en"})
    page = school.get(reverse("ambassadors")).content.decode()
    assert "Bo" in page
    assert "Nobody to book" not in page
    day = now().date() + dt.timedelta(days=9)
    body = {
        "agent": agent.pk,
        "school": "Prøveskolen",
        "level": "vocational",
        "contact_name": "Lea",
        "contact_email": "lea@school.example",
        "wanted_on": day.isoformat(),
    }
    assert school.post(reverse("ambassadors-book"), {**body, "wanted_on": "2020-01-01"}).status_code == 422
    school.post(reverse("ambassadors-book"), body)
    booking = AmbassadorBooking.objects.get()
    assert "Prøveskolen asks you" in Message.objects.get(to_user=user).subject

    client = visitor(user)
    client.post(reverse("booking-answer", args=[booking.pk]), {"accept": "yes"})
    assert "Bo comes to" in Message.objects.get(to_address="lea@school.example").subject
    numbers = {"girls": "12", "boys": "3", "others": "0"}
    too_early = client.post(reverse("booking-pupils", args=[booking.pk]), numbers, follow=True)
    assert "lies ahead" in too_early.content.decode()
    AmbassadorBooking.objects.update(wanted_on=now().date())
    told = client.post(reverse("booking-pupils", args=[booking.pk]), numbers, follow=True).content.decode()

    table = told[told.index("<table") : told.index("</table")]
    assert re.findall(r'<td class="end tabular">(?:<strong>)?([^<]*)', table) == ["10", "·", "·", "10"] * 2


def test_another_ambassador_answers_nothing(visitor):
    booking = AmbassadorBookingFactory()
    AgentFactory(user=(stranger := UserFactory(role=Role.AMBASSADOR)))

    answer = visitor(stranger).post(reverse("booking-answer", args=[booking.pk]), {"accept": "yes"})

    assert answer.status_code in (403, 404)
    assert AmbassadorBooking.objects.get().state == "asked"
