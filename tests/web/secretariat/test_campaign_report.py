"""Tasks of campaigns and what campaigns came to: by audience and period, on the page and as a table."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils.timezone import localdate, now
from pytest_django import DjangoAssertNumQueries

from brobygger.apps.base.actions import mute_topic, note_bounce
from brobygger.apps.base.enums import BounceSource, MailTopic, Role
from brobygger.apps.base.models import Message
from brobygger.apps.outreach.actions import (
    note_door,
    settle_campaigns,
    start_campaign,
    write_campaign_mails,
)
from brobygger.apps.outreach.enums import Door
from brobygger.apps.outreach.models import CampaignTask
from brobygger.apps.outreach.queries import campaign_reports
from tests.factories import (
    ApplicationFactory,
    CampaignFactory,
    CampaignTaskFactory,
    CandidateFactory,
    HostStoryFactory,
    StudentFactory,
    UserFactory,
)
from tests.web.conftest import Visitor

pytestmark = pytest.mark.django_db


def test_tasks_are_added_stand_on_today_and_are_done(visitor: Visitor, vocabulary: object) -> None:
    campaign, user = CampaignFactory(name="Efterår"), UserFactory(role=Role.SECRETARIAT)
    client = visitor(user)
    address, due = f"/campaigns/{campaign.pk}/tasks/add/", localdate() + dt.timedelta(days=2)
    body = {
        "text": "Plakat på fakultetet",
        "audience": "faculty",
        "due_date": due.isoformat(),
        "owner": user.pk,
    }
    client.post(address, body)
    client.post(address, body | {"audience": "everybody"})
    client.post(address, body | {"text": "Senere", "due_date": (due + dt.timedelta(days=60)).isoformat()})
    task = CampaignTask.objects.get(text="Plakat på fakultetet")
    assert task.owner == user
    today = client.get("/today/").content.decode()
    assert "Plakat på fakultetet" in today
    assert "Senere" not in today
    client.post(f"/campaigns/tasks/{task.pk}/done/", {"done": "yes"})
    assert "Plakat på fakultetet" not in client.get("/today/").content.decode()
    assert "Plakat på fakultetet" in client.get(f"/campaigns/{campaign.pk}/").content.decode()
    html = client.get("/campaigns/report/").content.decode()
    assert "Teachers and researchers" in html
    assert "Efterår" in html


def test_report_says_what_became_of_the_mails(visitor: Visitor) -> None:
    campaign, at = CampaignFactory(name="Velkommen"), now()
    students = [StudentFactory(programme=campaign.programme) for _ in range(4)]
    start_campaign(campaign=campaign, by=None, at=at)
    write_campaign_mails(by=None, at=at)
    mails = {one.to_address: one for one in Message.objects.all()}
    Message.objects.filter(pk=mails[students[0].email].pk).update(failed_at=at)
    Message.objects.exclude(pk=mails[students[0].email].pk).update(sent_at=at)
    settle_campaigns(by=None, at=at)
    later = at + dt.timedelta(hours=2)
    note_bounce(address=students[1].email, source=BounceSource.REPORT, by=None, at=later)
    mute_topic(user=None, address=students[2].email, topic=MailTopic.STUDIES, by=None, at=later)
    application = ApplicationFactory(opportunity__programme=campaign.programme, state="placed")
    note_door(application=application, door=Door.CAMPAIGN, campaign=campaign, by=None, at=later)
    reader = CandidateFactory(user=UserFactory(role=Role.CANDIDATE))
    campaign.recipients.filter(address=students[3].email).update(user=reader.user)
    ApplicationFactory(candidate=reader, created_at=later)

    client = visitor(Role.SECRETARIAT)
    client.get("/campaigns/report/")
    table = client.get("/campaigns/report/table/").content.decode().splitlines()
    assert ";4;3;1;1;0;1;1;1;1;0;0;0;0;0;0;0" in table[1]
    (report,) = campaign_reports([campaign], since=localdate() + dt.timedelta(days=1))
    assert (report.written, report.bounced, report.opted_out, report.followed) == (0, 0, 0, 0)
    assert "Velkommen" not in client.get("/campaigns/report/?until=2001-01-01").content.decode()
    page = client.get(f"/applications/{application.pk}/").content.decode()
    assert 'value="campaign" selected' in page


@pytest.mark.parametrize("count", [1, 3])
def test_report_takes_a_fixed_number_of_queries(
    visitor: Visitor, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for _ in range(count):
        CampaignTaskFactory(campaign=CampaignFactory(started_at=now(), state="done"))
    client = visitor(Role.SECRETARIAT)
    client.get("/campaigns/report/")
    with django_assert_num_queries(15):
        client.get("/campaigns/report/")


def test_story_has_an_address_and_goes_with_the_agreement(visitor: Visitor) -> None:
    story, contact = HostStoryFactory(title="Vi prøvede det"), UserFactory(role=Role.COMPANY)
    story.organisation.contacts.add(contact)
    anybody = Client(headers={"accept-language": "en"})
    address = f"/hosts/{story.pk}/"
    assert anybody.get(address).status_code == 404
    visitor(contact).post(f"/stories/{story.pk}/agree/", {"agrees": "yes"})
    assert anybody.get(address).status_code == 404
    visitor(Role.SECRETARIAT).post(f"/stories/{story.pk}/publish/", {"published": "yes"})
    page = anybody.get(address)
    assert "Vi prøvede det" in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    assert address in anybody.get("/").content.decode()
    visitor(contact).post(f"/stories/{story.pk}/agree/", {"agrees": "no"})
    assert anybody.get(address).status_code == 404
    assert "Vi prøvede det" not in anybody.get("/").content.decode()
