"""How many an opportunity reached, how fast qualified people applied, and which languages ads are in over time."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from brobygger.apps.base.actions.erasure import call_hooks
from brobygger.apps.base.enums import Role
from brobygger.apps.matching.actions import publish_opportunity
from brobygger.apps.matching.models import MailedOpportunity, PublicationCount
from brobygger.apps.matching.queries import ApplicantSpeed, applicant_speeds, milestone_figures
from brobygger.apps.opportunities.enums import OpportunityState
from brobygger.apps.opportunities.models import OpportunityOpening
from brobygger.apps.people.models import Candidate
from tests.factories import (
    AgentFactory,
    ApplicationFactory,
    CandidateDocumentFactory,
    CandidateFactory,
    OpportunityFactory,
    ProgrammeFactory,
    UserFactory,
)
from tests.factories.moments import NOW
from tests.scenarios.first_match import FirstMatch
from tests.web.conftest import Visitor

DAY = dt.timedelta(days=1)


def test_opened_pages_are_counted_without_anybody(db: None, visitor: Visitor) -> None:
    job, agent = OpportunityFactory(), AgentFactory()
    address = f"/jobs/{job.pk}/"
    browser = Client(headers={"user-agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0"})
    assert not browser.get(address).cookies
    browser.get(f"{address}?with={agent.code}")
    browser.get(f"{address}?with=nobody")
    browser.head(address)
    browser.get(address, headers={"sec-purpose": "prefetch"})
    for program in ("", "Googlebot/2.1", "curl/8.5", "python-requests/2"):
        Client(headers={"user-agent": program}).get(address)
    firefox = {"user-agent": "Mozilla/5.0"}
    visitor(Role.SECRETARIAT).get(address, headers=firefox)
    visitor(Role.COMPANY).get(address, headers=firefox)
    visitor(Role.CANDIDATE).get(address, headers=firefox)
    browser.get("/jobs/99999999/")

    counts = dict(OpportunityOpening.objects.values_list("through", "count"))
    assert counts == {"page": 3, "agent": 1}


def test_reach_tells_ways_to_those_who_run_it_and_totals_to_the_company(
    moment: FirstMatch, visitor: Visitor, of_software: object
) -> None:
    job = moment.developer_ad
    job.published_at = NOW - 12 * DAY
    job.save()
    OpportunityOpening.objects.create(opportunity=job, day=NOW.date(), through="page", count=41)
    OpportunityOpening.objects.create(opportunity=job, day=NOW.date(), through="agent", count=2)
    told = MailedOpportunity.objects.create(candidate=moment.developer, opportunity=job, mailed_at=NOW)
    ApplicationFactory(opportunity=job, candidate=moment.developer, created_at=NOW - 9 * DAY)
    ApplicationFactory(opportunity=job, candidate=CandidateFactory(matching_agreed_at=None))
    speed = applicant_speeds([job.pk], at=NOW)[job.pk]
    assert (speed.qualified, speed.applicants, speed.unknown) == (1, 2, 1)
    assert speed.days == {1: 3, 10: None, 25: None}

    own = visitor(of_software).get(f"/opportunities/{job.pk}/reach/").content.decode()
    assert "after 3 days" in own
    assert "not reached yet: 1 after" in own
    assert "43" in own
    assert "through agents" not in own
    run = visitor(Role.SECRETARIAT)
    assert "through agents" in run.get(f"/opportunities/{job.pk}/reach/").content.decode()
    html = run.get(f"/opportunities/reach/?programme={job.programme_id}").content.decode()
    assert "median 3 days, reached by 1 of 2" in html
    outside = run.get("/opportunities/reach/table/?since=2001-01-01&until=2001-02-01").content.decode()
    assert job.title not in outside
    table = run.get("/opportunities/reach/table/").content.decode()
    assert ";43;2;1;2;3;" in table

    call_hooks(MailedOpportunity, [told.pk], None, NOW)  # the person goes, that one was told stays
    told.delete()
    assert OpportunityOpening.objects.get(through="mail").count == 1


def test_publication_counts_who_meets_every_must_once(moment: FirstMatch) -> None:
    job = OpportunityFactory(
        organisation=moment.software, programme=moment.programme, state=OpportunityState.DRAFT
    )
    publish_opportunity(opportunity=job, by=None, at=NOW)
    count = PublicationCount.objects.get(opportunity=job)
    assert count.pool >= count.eligible > 0
    assert count.pool == Candidate.objects.filter(matching_agreed_at__isnull=False).count()
    job.refresh_from_db()
    assert job.published_at == NOW
    publish_opportunity(opportunity=job, by=None, at=NOW + DAY)
    assert PublicationCount.objects.get(opportunity=job).counted_at == NOW


def test_milestones_are_medians_of_those_that_reached_them() -> None:
    def speed(first: int | None, tenth: int | None, at: dt.datetime | None = NOW) -> ApplicantSpeed:
        return ApplicantSpeed(at, True, {1: first, 10: tenth, 25: None})

    figures = milestone_figures([speed(2, 9), speed(4, None), speed(None, None), speed(None, None, None)])
    assert [(one.median_days, one.reached, one.published) for one in figures] == [
        (3, 2, 3),
        (9, 1, 3),
        (None, 0, 3),
    ]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.usefixtures("vocabulary")
def test_list_takes_a_fixed_number_of_queries(
    visitor: Visitor, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for _ in range(count):
        candidate = CandidateFactory()
        CandidateDocumentFactory(candidate=candidate)
        ApplicationFactory(candidate=candidate, opportunity__published_at=NOW)
    client = visitor(Role.SECRETARIAT)
    client.get("/opportunities/reach/")
    with django_assert_num_queries(21):
        client.get("/opportunities/reach/")


def test_languages_of_ads_over_time(db: None, visitor: Visitor) -> None:
    programme = ProgrammeFactory()
    for language, day in (
        ("da", "2025-02-03"),
        ("en", "2025-11-30"),
        ("en", "2026-03-01"),
        ("da", "2026-06-30"),
    ):
        OpportunityFactory(language=language, date_posted=dt.date.fromisoformat(day), programme=programme)
    OpportunityFactory(language="sv", date_posted=dt.date(2026, 3, 1))
    OpportunityFactory(language="de", state=OpportunityState.DRAFT)
    client = visitor(Role.COMPANY)
    client.force_login(UserFactory(role=Role.COMPANY))
    table = client.get(f"/pool/languages/table/?programme={programme.pk}").content.decode().splitlines()
    assert table[1:] == [
        "2025/1;da;1;1;100.0", "2025/1;en;0;1;",
        "2025/2;da;0;1;", "2025/2;en;1;1;100.0",
        "2026/1;da;1;2;50.0", "2026/1;en;1;2;50.0",
    ]  # fmt: skip
    html = client.get("/pool/languages/").content.decode()
    assert "Swedish" in html
    assert "German" not in html
    assert "Fewer than 20 ads" in html
    monthly = client.get("/pool/languages/?step=month").content.decode()
    assert "2025-12" in monthly  # a month without an ad is there too
