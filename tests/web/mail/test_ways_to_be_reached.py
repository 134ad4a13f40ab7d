"""A no to one way of being reached: said by the person or noted for it, and heeded by calls and mails."""

from __future__ import annotations

import pytest

from brobygger.apps.base.actions import Address, note_contact_choice, send_message
from brobygger.apps.base.enums import ContactWay, MailTopic, Role
from brobygger.apps.base.models import AuditEntry, ContactChoice, Message
from brobygger.apps.base.queries import phone_key
from brobygger.apps.outreach.actions import SaidNoToPhone, note_attempt, start_campaign, write_campaign_mails
from brobygger.apps.outreach.enums import CallState
from tests.factories import (
    CallBatchFactory,
    CallFactory,
    CampaignFactory,
    OrganisationFactory,
    RegisteredCompanyFactory,
    StudentFactory,
    UserFactory,
    VisitFactory,
)
from tests.factories.moments import NOW
from tests.web.conftest import Visitor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("+45 70 00 00 01", "70000001"),
        ("0045 70000001", "70000001"),
        ("070-123 45 67", "701234567"),
        ("70000001", "70000001"),
        ("+46 70 123 45 67", "701234567"),
    ],
)
def test_same_number_has_one_key(written: str, key: str) -> None:
    assert phone_key(written) == key


def test_person_says_so_and_sees_what_was_noted(visitor: Visitor) -> None:
    user, secretary = (
        UserFactory(role=Role.COMPANY, email="kim@firm.example"),
        UserFactory(role=Role.SECRETARIAT),
    )
    body = {"who": "Kim@firm.example", "way": "phone", "wanted": "no", "reason": "works at night"}
    assert visitor(secretary).post("/contact-choices/note/", body).status_code == 302
    assert ContactChoice.objects.get().user == user
    client = visitor(user)
    assert "works at night" in client.get("/account/mail/").content.decode()

    client.post("/account/mail/ways/", {"way": ["phone", "letter", "message"]})

    assert dict(ContactChoice.objects.values_list("way", "is_wanted")) == {"phone": True, "mail": False}
    assert AuditEntry.objects.filter(action="base.note_contact_choice").count() == 3
    page = visitor(secretary).get("/contact-choices/?text=firm").content.decode()
    assert "kim@firm.example" in page
    assert visitor(secretary).post("/contact-choices/note/", body | {"who": "12"}).status_code == 422
    assert visitor(secretary).post("/contact-choices/note/", body | {"who": "x@y"}).status_code == 422


def test_mails_leave_out_who_said_no_but_for_what_is_owed() -> None:
    said_no, other = StudentFactory(), StudentFactory(programme__name="x")
    other.programme = said_no.programme
    other.save()
    note_contact_choice(who=said_no.email, way=ContactWay.MAIL, is_wanted=False, by=None, at=NOW)
    campaign = start_campaign(campaign=CampaignFactory(programme=said_no.programme), by=None, at=NOW)
    assert campaign.left_out == {"no_mail": 1}
    note_contact_choice(who=other.email, way=ContactWay.MAIL, is_wanted=False, by=None, at=NOW)
    assert write_campaign_mails(by=None, at=NOW) == 0  # a no after the start still holds

    to = Address(said_no.email, "en")
    common = {"to": to, "template": "campaign", "by": None, "at": NOW}
    context = {"subject": "s", "text": "t", "is_fallback": False}
    assert send_message(**common, topic=MailTopic.REMINDERS, context=context) is None
    owed = send_message(**common, topic=MailTopic.APPLICATIONS, context=context)
    assert owed is not None
    assert "You have said no to mail. This one comes all the same" in owed.text

    said_no.basis = "duty"
    said_no.save()
    duty = CampaignFactory(programme=said_no.programme, basis="duty")
    start_campaign(campaign=duty, by=None, at=NOW)
    assert write_campaign_mails(by=None, at=NOW) == 1
    assert "comes all the same" in Message.objects.latest("pk").text


def test_calls_and_visits_heed_a_no_to_phone(visitor: Visitor) -> None:
    agent = UserFactory(role=Role.AGENCY)
    batch = CallBatchFactory(agent=agent)
    silent = CallFactory(
        batch=batch, company=RegisteredCompanyFactory(name="Stille A/S", phone="+45 70 11 11 11")
    )
    half = CallFactory(batch=batch, company=RegisteredCompanyFactory(name="Halv A/S", number="12345674"))
    contact = UserFactory(role=Role.COMPANY, email="bo@halv.example")
    OrganisationFactory(country="DK", registered_number="12345674").contacts.add(contact)
    for who, reason in (("70111111", "only writes"), ("bo@halv.example", "is deaf")):
        note_contact_choice(who=who, way=ContactWay.PHONE, is_wanted=False, reason=reason, by=None, at=NOW)
    client = visitor(agent)
    html = client.get("/calls/").content.decode()
    assert "wants no calls" in html
    assert "somebody there wants no calls" in html
    page = client.get(f"/calls/{silent.pk}/").content.decode()
    assert "only writes" in page
    assert "70 11 11 11" not in page
    assert "Book the visit" not in page
    assert "ask for somebody else" in client.get(f"/calls/{half.pk}/").content.decode()
    with pytest.raises(SaidNoToPhone):
        note_attempt(call=silent, outcome=CallState.NO_ANSWER, by=agent, at=NOW)
    note_attempt(call=half, outcome=CallState.NO_ANSWER, by=agent, at=NOW)

    visit = VisitFactory()
    visit.contact = type(visit).contact.related.related_model.objects.create(
        visit=visit, email="bo@halv.example"
    )
    assert "is deaf" in visitor(Role.SECRETARIAT).get(f"/visits/{visit.pk}/").content.decode()
