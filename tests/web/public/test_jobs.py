"""Open opportunities for everybody: what a visitor sees, and what other programs read."""

from __future__ import annotations

import datetime as dt
import json
import re
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.utils.timezone import localdate, now
from icalendar import Calendar

from brobygger.apps.base.enums import Role
from brobygger.apps.opportunities.actions import remove_translation, save_translation
from brobygger.apps.opportunities.adapters import load_postings
from brobygger.apps.opportunities.enums import OpportunityState, PaidBy
from brobygger.apps.opportunities.models import Opportunity
from brobygger.core.reading import Deadline, Kind, OpportunityKind, Place, PlaceCount
from brobygger.data.documents import read_bytes
from tests.factories import (
    ApplicationFactory,
    OpportunityFactFactory,
    OpportunityFactory,
    OpportunityTranslationFactory,
    OrganisationFactory,
)
from tests.web.conftest import Visitor

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def client() -> Client:
    return Client(headers={"accept-language": "en"})


def soon(days: int = 30) -> dt.date:
    return localdate() + dt.timedelta(days=days)


def opened(**columns: object) -> Opportunity:
    return OpportunityFactory(**{"date_posted": localdate(), **columns})


def linked_data(html: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json" nonce="[^"]+">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_visitors_find_open_jobs_only(client):
    opened(title="Open one")
    opened(title="Draft one", state=OpportunityState.DRAFT)
    opened(title="Closed one", state=OpportunityState.CLOSED)
    opened(title="Late one", date_posted=soon(-60), valid_through=soon(-1))
    opened(title="Last day", valid_through=soon(0))

    html = client.get("/jobs/").content.decode()

    assert "2 open jobs" in html
    assert "Open one" in html
    assert "Last day" in html


@pytest.mark.parametrize(
    ("field", "value"),
    [("text", "turbine"), ("kind", "thesis"), ("paid_by", "unpaid"), ("country", "NO"), ("place", "Hald")],
)
def test_jobs_are_narrowed(client, field, value):
    opened(
        title="Turbine thesis",
        kind=OpportunityKind.THESIS,
        paid_by=PaidBy.UNPAID,
        country="NO",
        place_name="Halden",
    )
    opened(title="Another")

    html = client.get("/jobs/", {field: value}).content.decode()

    assert "1 open job" in html
    assert "Turbine thesis" in html


def test_list_takes_the_same_queries_for_one_job_and_for_three(client, django_assert_num_queries):
    opened()
    with django_assert_num_queries(8):
        client.get("/jobs/")
    opened()
    opened()
    with django_assert_num_queries(8):
        client.get("/jobs/")


def test_list_has_twenty_on_a_page(client):
    for number in range(21):
        opened(title=f"Job {number}")

    assert "Page 1 of 2" in client.get("/jobs/").content.decode()


@pytest.mark.parametrize("language", ["da", "nb", "sv", "en"])
def test_a_job_shows_its_ad_and_company_in_every_language(language):
    organisation = OrganisationFactory(name="Fjordsvejs", about={"en": "We weld."})
    job = opened(organisation=organisation, text="Welder\nCall Ida on 00 00 00 00.\n", valid_through=soon())

    response = Client(headers={"accept-language": language}).get(f"/jobs/{job.pk}/")
    html = response.content.decode()

    assert f'<html lang="{language}"' in html
    assert "Call Ida on 00 00 00 00." in html
    assert "We weld." in html
    assert f"/log-in/?next=/opportunities/{job.pk}/" in html


@pytest.mark.parametrize("state", [OpportunityState.DRAFT, OpportunityState.CLOSED])
def test_a_job_that_is_not_open_is_not_there(client, state):
    assert client.get(f"/jobs/{opened(state=state).pk}/").status_code == 404


def test_a_candidate_is_led_to_the_application_and_a_stranger_company_is_not(visitor: Visitor):
    job = opened()

    assert (
        f'href="/opportunities/{job.pk}/"' in visitor(Role.CANDIDATE).get(f"/jobs/{job.pk}/").content.decode()
    )
    assert (
        f'href="/opportunities/{job.pk}/"'
        not in visitor(Role.COMPANY).get(f"/jobs/{job.pk}/").content.decode()
    )


@pytest.mark.parametrize(("answers", "is_shown"), [(4, False), (5, True)])
def test_visitors_read_how_a_company_answers_once_enough_were_due(client, answers, is_shown):
    job = opened()
    ApplicationFactory.create_batch(
        answers,
        opportunity=job,
        state="talking",
        answer_due_date=soon(-1),
        answered_at=now() - dt.timedelta(days=3),
    )

    html = client.get(f"/jobs/{job.pk}/").content.decode()

    assert "They have promised an answer within" in html
    assert ("100 % of their answers came in time" in html) is is_shown


def test_who_pays_is_shown_and_no_part_of_the_linked_data(client):
    job = opened(paid_by=PaidBy.PROGRAMME, fund="Nordhavn Foundation")
    OpportunityFactFactory(
        opportunity=job, kind="payer", value={"paid_by": "programme", "fund": "Nordhavn Foundation"}
    )

    html = client.get(f"/jobs/{job.pk}/").content.decode()

    assert "<dt>Who pays</dt><dd>a programme or fund (Nordhavn Foundation)</dd>" in html
    assert "Nordhavn Foundation" not in json.dumps(linked_data(html))


def test_no_text_of_an_ad_leaves_the_linked_data(client):
    nasty = "</script><script>alert(1)</script><!-- \u2028 & ]]>"
    job = opened(title=nasty, text=f"Welder\n{nasty}")

    response = client.get(f"/jobs/{job.pk}/")
    html = response.content.decode()

    assert linked_data(html)["title"] == nasty
    assert "<script>alert" not in html
    nonce = re.search(r'ld\+json" nonce="([^"]+)"', html)[1]
    assert f"'nonce-{nonce}'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("kind", OpportunityKind)
def test_our_reader_reads_what_we_publish(client, kind):
    organisation = OrganisationFactory(name="Fjordsvejs")
    job = opened(
        organisation=organisation,
        title="Svejser & montør",
        text="Svejser & montør\n\nDu kan svejse <hurtigt>.\nVi glæder os.\n",
        kind=kind,
        places=3,
        place_name="Aarhus",
        country="DK",
        valid_through=soon(),
    )
    place = {"name": "Aarhus", "country": "DK", "latitude": 56.16, "longitude": 10.2}
    OpportunityFactFactory(
        opportunity=job, kind="place", value=place, span_start=None, span_end=None, sentence_start=None
    )

    (read,) = read_bytes(client.get(f"/jobs/{job.pk}/").content, name="job.html")
    declared = [fact.value for fact in read.declared]

    assert read.title == job.title
    assert read.published == job.date_posted
    assert read.employer == "Fjordsvejs"
    assert "Du kan svejse <hurtigt>.\nVi glæder os." in read.text
    assert Deadline(job.valid_through) in declared
    assert Kind(kind) in declared
    assert PlaceCount(3) in declared
    assert [(one.name, one.country) for one in declared if isinstance(one, Place)] == [("Aarhus", "DK")]


def test_feed_is_read_by_our_reader(client):
    first, second = opened(title="Welder one"), opened(title="Welder two")
    opened(title="Secret", state=OpportunityState.DRAFT)

    response = client.get("/jobs/feed.json")
    read = list(read_bytes(response.content, name="feed.json"))

    assert response.headers["Content-Type"] == "application/ld+json"
    assert sorted(one.title for one in read) == [first.title, second.title]
    assert response.json()["@type"] == "DataFeed"


def test_atom_feed_names_each_open_job(client):
    job = opened(title="Welder <b>& more")
    opened(state=OpportunityState.CLOSED)

    response = client.get("/jobs/feed.xml")
    feed = ET.fromstring(response.content)

    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "Welder <b>& more"
    assert entry.find(f"{ATOM}id").text == f"http://testserver/jobs/{job.pk}/"
    assert entry.find(f"{ATOM}updated").text.startswith(f"{job.changed_at:%Y-%m-%dT%H:%M}")
    assert feed.find(f"{ATOM}id").text


@pytest.mark.parametrize("feed", ["feed.json", "feed.xml"])
def test_a_feed_that_has_not_changed_is_not_sent_again(client, feed):
    opened()
    first = client.get(f"/jobs/{feed}")

    again = client.get(f"/jobs/{feed}", headers={"if-modified-since": first.headers["Last-Modified"]})

    assert again.status_code == 304


def test_postings_take_two_queries_whatever_their_number(django_assert_num_queries):
    opened()
    with django_assert_num_queries(2):
        load_postings(Opportunity.objects.all())
    opened()
    opened()
    with django_assert_num_queries(2):
        load_postings(Opportunity.objects.all())


def test_deadlines_come_as_a_calendar(client):
    job = opened(title="Welder; grinder, mate", valid_through=soon())
    opened(title="Whenever")

    response = client.get("/jobs/deadlines.ics")
    (event,) = Calendar.from_ical(response.content).walk("VEVENT")

    assert response.headers["Content-Type"].startswith("text/calendar")
    assert event["SUMMARY"] == "Deadline: Welder; grinder, mate"
    assert event.decoded("DTSTART") == job.valid_through
    assert event["URL"] == f"http://testserver/jobs/{job.pk}/"


# --- an ad in several languages -------------------------------------------------------------------------


def translated(**columns: object) -> Opportunity:
    """An English ad with a Danish translation by a person and a Swedish one by a machine."""
    job = opened(**columns)
    OpportunityTranslationFactory(opportunity=job)
    OpportunityTranslationFactory(
        opportunity=job,
        language="sv",
        title="Svetsare",
        text="Svetsare\nDu kan svetsa.\n",
        translator="machine",
    )
    return job


@pytest.mark.parametrize(
    ("reads", "asks", "shown", "title", "origin"),
    [
        ("en", "", "en", "Welder", "Original in English."),
        ("en", "da", "da", "Svejser", "Translated from English by a person."),
        ("en", "sv", "sv", "Svetsare", "Translated from English by a machine."),
        ("en", "fr", "en", "Welder", "Original in English."),
        ("da", "", "da", "Svejser", "Oversat fra engelsk af et menneske."),
        ("da", "en", "en", "Welder", "Originalen er på engelsk."),
        ("sv", "", "sv", "Svetsare", "Maskinöversatt från engelska."),
        ("nb", "", "en", "Welder", "Originalen er på engelsk."),
    ],
)
def test_a_job_is_read_in_the_readers_language_and_says_what_it_is(reads, asks, shown, title, origin):
    job = translated()

    client = Client(headers={"accept-language": reads})
    html = client.get(f"/jobs/{job.pk}/", {"text": asks} if asks else {}).content.decode()

    assert f'<html lang="{reads}"' in html
    assert f'<h1 class="ds-heading" data-size="lg" lang="{shown}">{title}</h1>' in html
    assert f'<div class="marked-text" lang="{shown}">{title}' in html
    assert origin in html
    others = re.findall(rf'href="/jobs/{job.pk}/\?text=(\w+)#ad-heading" hreflang="(\w+)"', html)
    assert others == [(one, one) for one in ("en", "da", "sv") if one != shown]
    data = linked_data(html)
    assert (data["title"], data["inLanguage"]) == (title, shown)


def test_readers_are_told_that_the_original_has_changed(client):
    job = translated()
    Opportunity.objects.filter(pk=job.pk).update(text="Welder\nYou know welding well.\n")

    html = client.get(f"/jobs/{job.pk}/?text=da").content.decode()

    assert "Translated from English by a person. The original has changed since." in html
    assert "has changed since" not in client.get(f"/jobs/{job.pk}/").content.decode()


def test_ad_in_an_unclear_language_names_none(client):
    html = client.get(f"/jobs/{opened(language='und').pk}/").content.decode()

    assert "The original." in html
    assert "inLanguage" not in linked_data(html)


def test_no_word_of_a_translation_leaves_the_page_or_the_linked_data(client):
    nasty = "</script><script>alert(1)</script>"
    job = opened()
    OpportunityTranslationFactory(opportunity=job, title=nasty, text=nasty)

    html = client.get(f"/jobs/{job.pk}/?text=da").content.decode()

    assert linked_data(html)["title"] == nasty
    assert "<script>alert" not in html


def test_list_shows_the_readers_title_and_finds_its_words(django_assert_num_queries):
    translated()
    reader = Client(headers={"accept-language": "da"})
    with django_assert_num_queries(8):
        html = reader.get("/jobs/").content.decode()
    assert 'lang="da">Svejser</a>' in html

    for _number in range(2):
        translated()
    with django_assert_num_queries(8):
        html = reader.get("/jobs/", {"text": "svetsa"}).content.decode()
    assert html.count('lang="da">Svejser</a>') == 3


def test_whoever_goes_on_to_another_language_has_opened_the_job_once(client):
    job = translated()
    address = f"/jobs/{job.pk}/"
    browser = {"user-agent": "Mozilla/5.0"}

    client.get(address, headers=browser)
    client.get(f"{address}?text=da", headers={**browser, "referer": f"http://testserver{address}"})
    assert opened_times(job) == 1

    client.get(f"{address}?text=da", headers=browser)  # a link that somebody sent
    client.get(f"{address}?text=da", headers={**browser, "referer": "http://testserver/jobs/"})
    assert opened_times(job) == 3


def opened_times(job: Opportunity) -> int:
    return sum(job.openings.values_list("count", flat=True))


def test_feeds_are_in_the_readers_language_and_say_so():
    translated()
    reader = Client(headers={"accept-language": "sv"})

    (posting,) = reader.get("/jobs/feed.json").json()["dataFeedElement"]
    (read,) = read_bytes(reader.get("/jobs/feed.json").content, name="feed.json")
    (entry,) = ET.fromstring(reader.get("/jobs/feed.xml").content).findall(f"{ATOM}entry")

    assert (posting["title"], posting["inLanguage"]) == ("Svetsare", "sv")
    assert read.title == entry.find(f"{ATOM}title").text == "Svetsare"


@pytest.mark.parametrize("feed", ["feed.json", "feed.xml"])
def test_feed_is_sent_again_when_a_translation_was_saved_or_removed(client, feed):
    job = opened()
    said = {"language": "da", "title": "Svejser", "text": "Du kan svejse.", "translator": "person"}
    last = client.get(f"/jobs/{feed}").headers["Last-Modified"]
    for act, given in ((save_translation, said), (remove_translation, {"language": "da"})):
        moment = now() + dt.timedelta(days=1 if act is save_translation else 2)
        act(opportunity=job, **given, by=None, at=moment)
        again = client.get(f"/jobs/{feed}", headers={"if-modified-since": last})
        assert again.status_code == 200
        last = again.headers["Last-Modified"]
