"""Links in mails to many: they count and lead where the mail says, to nowhere else, and tell of nobody."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.test import Client
from django.utils.timezone import localdate, now

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import Message
from brobygger.apps.outreach import actions
from brobygger.apps.outreach.models import CampaignLink, CampaignLinkOpening
from brobygger.apps.outreach.queries import campaign_reports
from tests.factories import CampaignFactory, ProgrammeFactory, StudentFactory
from tests.web.conftest import Visitor, visitor  # noqa: F401 - a fixture is found by name

pytestmark = pytest.mark.django_db
FIREFOX = {"user-agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0"}
PAGE, BRACKETS = "https://example.org/events?a=1&b=2", "https://example.org/wiki/Word_(thing)"
ENGLISH = (
    f"Hello {{name}},\ncome to {PAGE}. More ({BRACKETS}), also {PAGE}!\nOwn: https://x.example/?n={{name}}"
)
DANISH = f"Hej {{name}},\nkom til «{PAGE}», eller http://example.org/da"


def sent(people: int = 5) -> tuple[object, list[Message]]:
    programme = ProgrammeFactory()
    for number in range(people):
        StudentFactory(programme=programme, language="da" if number % 2 else "en")
    texts = {code: {"subject": "x", "text": text} for code, text in (("en", ENGLISH), ("da", DANISH))}
    campaign = CampaignFactory(programme=programme, texts=texts)
    actions.start_campaign(campaign=campaign, by=None, at=now())
    actions.write_campaign_mails(by=None, at=now())
    return campaign, list(Message.objects.order_by("pk"))


def codes(mail: Message) -> list[str]:
    return re.findall(r"/go/(\w+)/", mail.text)


def test_each_address_is_counted_under_one_code_that_is_the_same_for_everybody() -> None:
    _campaign, mails = sent()
    assert set(CampaignLink.objects.values_list("address", flat=True)) == {
        PAGE,
        BRACKETS,
        "http://example.org/da",
    }
    english = next(mail for mail in mails if mail.text.startswith("Hello"))
    danish = next(mail for mail in mails if mail.text.startswith("Hej"))
    page = CampaignLink.objects.get(address=PAGE).code
    assert codes(english) == [page, CampaignLink.objects.get(address=BRACKETS).code, page]
    assert codes(danish)[0] == page
    assert all(codes(mail) in (codes(english), codes(danish)) for mail in mails)
    assert re.search(rf"come to https?://\S+/go/{page}/\. More \(http", english.text)
    assert "https://x.example/?n=\n" in english.text + "\n"  # a link of each receiver's own stays as it is
    assert "which counts how often each is opened, and not by whom" in english.text
    assert PAGE not in english.text

    actions.write_campaign_mails(by=None, at=now() + dt.timedelta(hours=1))
    assert CampaignLink.objects.count() == 3


def test_mail_without_links_says_nothing_of_them() -> None:
    StudentFactory(programme=(campaign := CampaignFactory()).programme)
    actions.start_campaign(campaign=campaign, by=None, at=now())
    actions.write_campaign_mails(by=None, at=now())
    assert "counts how often" not in Message.objects.get().text


def test_opening_counts_readers_and_leads_to_the_address_of_the_mail_alone(visitor: Visitor) -> None:  # noqa: F811
    sent()
    link = CampaignLink.objects.get(address=PAGE)
    address, browser = f"/go/{link.code}/", Client(headers=FIREFOX)
    answer = browser.get(f"{address}?next=https://elsewhere.example/")
    assert (answer.status_code, answer.headers["Location"]) == (302, PAGE)
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies
    visitor(Role.CANDIDATE).get(address, headers=FIREFOX)
    browser.head(address)
    browser.get(address, headers={"sec-purpose": "prefetch"})
    Client(headers={"user-agent": "LinkScanner/1.0"}).get(address)
    visitor(Role.SECRETARIAT).get(address, headers=FIREFOX)
    assert browser.post(address).status_code == 405
    for wrong in ("unknown", "https"):
        assert browser.get(f"/go/{wrong}/").status_code == 404
    assert [(one.link, one.count, one.day) for one in CampaignLinkOpening.objects.all()] == [
        (link, 2, localdate())
    ]
    assert {one.name for one in CampaignLinkOpening._meta.get_fields()} == {"id", "link", "day", "count"}


def test_report_shows_openings_in_steps_of_five_and_none_of_few_people(visitor: Visitor) -> None:  # noqa: F811
    campaign, _mails = sent()
    page, brackets, _da = CampaignLink.objects.order_by("pk")
    assert {page.address, brackets.address} <= {PAGE, BRACKETS, "http://example.org/da"}
    for link, days in ((page, {0: 7, 9: 6}), (brackets, {0: 4})):
        for ago, count in days.items():
            CampaignLinkOpening.objects.create(
                link=link, day=localdate() - dt.timedelta(days=ago), count=count
            )

    (report,) = campaign_reports([campaign])
    assert [(one.address, one.opened) for one in report.links] == [
        (page.address, 10),
        (brackets.address, 0),
        (_da.address, 0),
    ]
    assert report.opened == 10
    (report,) = campaign_reports([campaign], since=localdate() - dt.timedelta(days=1))
    assert report.opened == 5

    html = visitor(Role.SECRETARIAT).get("/campaigns/report/").content.decode()
    assert page.address.replace("&", "&amp;") in html
    assert "at least 10 times" in html
    assert "fewer than five times" in html
    table = visitor(Role.SECRETARIAT).get("/campaigns/report/table/").content.decode().splitlines()
    assert table[0].split(";")[12] == "Links opened (times)"
    assert table[1].split(";")[12] == "10"
    assert "at least 10 times" in visitor(Role.SECRETARIAT).get(f"/campaigns/{campaign.pk}/").content.decode()

    few, _mails = sent(people=4)
    link = CampaignLink.objects.filter(campaign=few).first()
    CampaignLinkOpening.objects.create(link=link, day=localdate(), count=50)
    (report,) = campaign_reports([few])
    assert ({one.opened for one in report.links}, report.opened) == ({None}, 0)
    html = visitor(Role.SECRETARIAT).get(f"/campaigns/{few.pk}/").content.decode()
    assert "not shown: fewer than five people got the mail" in html
