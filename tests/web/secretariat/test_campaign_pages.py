"""The pages of mails to many: counts before anything is sent, a preview in each language, students from a table."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from brobygger.apps.base.actions import mute_topic
from brobygger.apps.base.enums import MailTopic, Role
from brobygger.apps.base.models import BouncedAddress
from brobygger.apps.outreach.models import Campaign, MailSequence, Student
from tests.factories import CampaignFactory, ProgrammeFactory, StudentFactory
from tests.factories.moments import NOW

pytestmark = pytest.mark.django_db
TABLE = "E-mail;Navn;Sprog;Optag;Niveau;Studieland;Optaget den\nmira@s.example;Mira;dansk;2026-autumn;master;DK;28.07.2026\nteo@s.example;Teo;en;2026 Autumn;;;\n"
REPORT = b"""Content-Type: multipart/report; report-type=delivery-status; boundary="x"
MIME-Version: 1.0

--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; Gone@s.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such user

Final-Recipient: rfc822; full@s.example
Action: failed
Status: 5.2.2

--x--
"""


def test_mail_is_written_looked_at_and_started(visitor):
    programme = ProgrammeFactory()
    StudentFactory(programme=programme, language="da", intake="2026-autumn", country="DK")
    StudentFactory(programme=programme, language="sv", email="no@s.example")
    mute_topic(user=None, address="no@s.example", topic=MailTopic.STUDIES, by=None, at=NOW)
    client = visitor(Role.SECRETARIAT)
    assert client.get(reverse("campaign-new")).status_code == 200

    body = {
        "name": "Hello",
        "programme": programme.pk,
        "topic": "studies",
        "basis": "public_task",
        "per_minute": "30",
        "subject-en": "Welcome",
        "text-en": "Hello {name}.",
    }
    saved = client.post(reverse("campaign-new-save"), body, follow=True)
    page = saved.content.decode()
    campaign = Campaign.objects.get()
    assert "no text in this language: they get English" in page
    assert "Wants no mails of this topic" in page
    assert "informing students is a task" in page
    assert client.get(reverse("campaign-edit", args=[campaign.pk])).status_code == 200

    started = client.post(reverse("campaign-start", args=[campaign.pk]), follow=True).content.decode()
    assert "recipients, fixed at the start" in started
    client.post(reverse("campaign-move", args=[campaign.pk]), {"state": "paused"})
    assert Campaign.objects.get().state == "paused"
    assert "Hello" in client.get(reverse("campaigns")).content.decode()


def test_mail_without_a_basis_is_not_saved_and_keeps_what_was_typed(visitor):
    answer = visitor(Role.MANAGER).post(
        reverse("campaign-new-save"),
        {"name": "Hello", "topic": "news", "subject-da": "Hej", "per_minute": "5"},
    )

    assert answer.status_code == 422
    assert 'value="Hej"' in answer.content.decode()
    assert not Campaign.objects.exists()


def test_list_of_campaigns_takes_as_many_queries_for_three_as_for_one(visitor, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client, counts = visitor(Role.MANAGER), []
    for number in (1, 2):
        for _ in range(number):
            campaign = CampaignFactory()
            series = MailSequence.objects.create(
                programme=campaign.programme,
                name="x",
                track="welcome",
                intake="x",
                anchor="admission",
                created_at=NOW,
            )
            CampaignFactory(programme=campaign.programme, sequence=series, day_offset=0)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("campaigns"))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def upload(client, programme, text, **more):
    body = {
        "file": SimpleUploadedFile("list.csv", text.encode()),
        "programme": programme.pk,
        "basis": "public_task",
        "source": "The admission office",
        **more,
    }
    return client.post(reverse("students-import"), body, follow=True)


def test_students_come_from_a_table_and_again_change_nothing(visitor):
    programme, client = ProgrammeFactory(), visitor(Role.SECRETARIAT)

    assert "2 new, 0 changed, 0 as before." in upload(client, programme, TABLE).content.decode()
    assert "0 new, 0 changed, 2 as before." in upload(client, programme, TABLE).content.decode()
    mira = Student.objects.get(email="mira@s.example")
    assert (mira.language, mira.intake, mira.level, str(mira.admitted_on)) == (
        "da",
        "2026-autumn",
        "master",
        "2026-07-28",
    )
    assert "Mira" in client.get(reverse("students")).content.decode()


def test_table_with_a_wrong_row_is_refused_whole_and_says_which(visitor):
    programme = ProgrammeFactory()
    answer = upload(
        visitor(Role.SECRETARIAT), programme, "email;level\na@s.example;master\nb@s.example;wizard\n"
    )

    assert answer.status_code == 422
    assert "Row 3, level" in answer.content.decode()
    assert not Student.objects.exists()


def test_list_by_consent_needs_the_day_of_it(visitor):
    programme, client = ProgrammeFactory(), visitor(Role.SECRETARIAT)

    assert "Say when they agreed." in upload(client, programme, TABLE, basis="consent").content.decode()
    upload(client, programme, TABLE, basis="consent", consented_on="2026-09-01")
    assert Student.objects.exclude(consented_at=None).count() == 2


def test_reports_of_mail_that_came_back_mark_addresses_until_somebody_lifts_it(visitor):
    client = visitor(Role.SECRETARIAT)
    client.post(reverse("students-bounces"), {"file": SimpleUploadedFile("r.eml", REPORT)})
    assert [one.address for one in BouncedAddress.objects.all()] == [
        "gone@s.example"
    ]  # a full mailbox may empty

    client.post(reverse("students-bounce-lift"), {"address": "gone@s.example"})
    assert not BouncedAddress.objects.exists()


def test_series_is_planned_written_and_begun(visitor):
    programme, client = ProgrammeFactory(), visitor(Role.MANAGER)
    body = {
        "programme": programme.pk,
        "name": "Welcome",
        "track": "welcome",
        "intake": "2026-autumn",
        "anchor": "admission",
        "basis": "public_task",
        "days": "0, 7",
    }
    client.post(reverse("series-save"), body)
    series = MailSequence.objects.get()
    assert [one.day_offset for one in series.campaigns.order_by("day_offset")] == [0, 7]

    refused = client.post(reverse("series-run", args=[series.pk]), {"on": "yes"}, follow=True)
    assert "Write each mail in English" in refused.content.decode()
    Campaign.objects.update(texts={"en": {"subject": "Hi", "text": "Hi"}})
    client.post(reverse("series-run", args=[series.pk]), {"on": "yes"})
    assert MailSequence.objects.get().is_on
