"""Every page on which an opportunity stands inside of something else names it in the reader's language."""

from __future__ import annotations

import datetime as dt
from html import unescape

import pytest
from django.test import Client
from django.utils.timezone import localdate, now
from icalendar import Calendar

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.events.enums import TalkAnswer, WishSide
from brobygger.apps.opportunities.enums import ApplicationState, ReportOutcome
from brobygger.apps.opportunities.models import Application, Opportunity
from tests.apps.events.test_talks import published, say
from tests.factories import (
    ApplicationFactory,
    ContactFactory,
    OpportunityFactory,
    OpportunityTranslationFactory,
    ProgrammeFactory,
    ReportFactory,
    UserFactory,
)
from tests.factories.moments import NOW
from tests.scenarios.dating_evening import dating_evening
from tests.scenarios.first_match import FirstMatch
from tests.web.candidate.test_calendar import address_on
from tests.web.conftest import Visitor

pytestmark = pytest.mark.django_db
ORIGINAL, TRANSLATED = "Welder for the yard", "Svejser til værftet"


def with_danish(opportunity: Opportunity) -> Opportunity:
    """An opportunity with a title like no other text of a page, and its translation."""
    opportunity.title = ORIGINAL
    opportunity.save(update_fields=["title"])
    OpportunityTranslationFactory(opportunity=opportunity, title=TRANSLATED)
    return opportunity


def named(client: Client, path: str) -> list[str]:
    """The titles of the two that a page has."""
    response = client.get(path)
    assert response.status_code == 200, path
    html = unescape(response.content.decode())
    return [title for title in (ORIGINAL, TRANSLATED) if title in html]


def assert_in_the_readers_language(visitor: Visitor, user: User, path: str) -> None:
    assert named(visitor(user, language="da"), path) == [TRANSLATED]
    assert named(visitor(user, language="sv"), path) == [ORIGINAL]


def test_wishes_and_talks_of_an_evening(visitor: Visitor) -> None:
    evening, talk = published()
    with_danish(evening.companies[0].opportunities.get())
    student, recruiter = evening.users[0], evening.recruiters[0]

    for user, path in (
        (student, f"/dating/students/{talk.student_id}/"),
        (student, f"/dating/students/{talk.student_id}/wishes/"),
        (recruiter, f"/dating/companies/{talk.company_id}/"),
        (recruiter, f"/dating/companies/{talk.company_id}/wishes/"),
        (evening.organiser, f"/evenings/{evening.evening.pk}/"),
    ):
        assert_in_the_readers_language(visitor, user, path)


def test_choice_between_several_after_a_talk(visitor: Visitor) -> None:
    evening, talk = published()
    company = evening.companies[0]
    company.opportunities.add(with_danish(OpportunityFactory(organisation=company.organisation)))

    assert_in_the_readers_language(visitor, evening.users[0], f"/dating/students/{talk.student_id}/")
    assert_in_the_readers_language(visitor, evening.recruiters[0], f"/dating/companies/{talk.company_id}/")


def test_what_a_company_brings_before_there_is_a_timetable(visitor: Visitor) -> None:
    evening = dating_evening()
    with_danish(evening.companies[0].opportunities.get())

    path = f"/dating/companies/{evening.companies[0].pk}/"
    assert_in_the_readers_language(visitor, evening.recruiters[0], path)


def test_application_that_came_of_a_talk(visitor: Visitor) -> None:
    evening, talk = published()
    opportunity = with_danish(evening.companies[0].opportunities.get())
    for side in (WishSide.STUDENT, WishSide.COMPANY):
        say(evening, talk, side, TalkAnswer.YES)
    Opportunity.objects.update(state="closed")  # it stands beside the application alone

    assert Application.objects.get().opportunity == opportunity
    assert_in_the_readers_language(visitor, evening.users[0], f"/dating/students/{talk.student_id}/")


def test_deadlines_of_open_jobs(visitor: Visitor) -> None:
    opportunity = with_danish(
        OpportunityFactory(valid_through=localdate() + dt.timedelta(days=9), date_posted=localdate())
    )
    saved_at = opportunity.changed_at + dt.timedelta(days=1)
    Opportunity.objects.update(translated_at=saved_at)

    for language, title in (("da", TRANSLATED), ("nb", ORIGINAL)):
        found = Client(headers={"accept-language": language}).get("/jobs/deadlines.ics")
        (event,) = Calendar.from_ical(found.content).walk("VEVENT")
        assert str(event["SUMMARY"]).endswith(f": {title}")
        assert event["DTSTAMP"].dt == saved_at.replace(microsecond=0), (
            "a calendar program takes the newer one"
        )


def test_own_deadlines_come_in_the_language_of_the_account(moment: FirstMatch, visitor: Visitor) -> None:
    Opportunity.objects.update(valid_through=localdate() + dt.timedelta(days=9), date_posted=localdate())
    with_danish(moment.developer_ad)
    moment.developer.user = UserFactory(role=Role.CANDIDATE, language="da")
    moment.developer.save()
    address = address_on(visitor(moment.developer.user))

    (event,) = Calendar.from_ical(Client().get(address).content).walk("VEVENT")
    assert TRANSLATED in str(event["SUMMARY"])


def test_agreements_that_are_still_to_be_written(visitor: Visitor) -> None:
    application = ApplicationFactory(state=ApplicationState.PLACED, answered_at=NOW)
    with_danish(application.opportunity)
    desk = UserFactory(role=Role.SECRETARIAT)

    assert_in_the_readers_language(visitor, desk, "/placements/")
    assert_in_the_readers_language(visitor, desk, f"/applications/{application.pk}/agreement/")


def test_page_of_a_company_and_its_applications(visitor: Visitor) -> None:
    application = ApplicationFactory(created_at=now())
    opportunity = with_danish(application.opportunity)
    recruiter = ContactFactory(organisation=opportunity.organisation).user
    reader = UserFactory(role=Role.CANDIDATE)

    assert_in_the_readers_language(visitor, reader, f"/companies/{opportunity.organisation_id}/")
    assert_in_the_readers_language(visitor, reader, f"/opportunities/{opportunity.pk}/report/")
    assert_in_the_readers_language(visitor, recruiter, "/applications/")
    assert_in_the_readers_language(visitor, recruiter, f"/opportunities/{opportunity.pk}/applications/")


def test_what_the_secretariat_decides_on_and_has_to_do_today(visitor: Visitor) -> None:
    programme = ProgrammeFactory(approves_opportunities=True)
    opportunity = with_danish(
        OpportunityFactory(programme=programme, valid_through=localdate() + dt.timedelta(days=2))
    )
    desk = UserFactory(role=Role.SECRETARIAT)
    to_decide = f"/programmes/{programme.pk}/approvals/"

    assert_in_the_readers_language(visitor, desk, "/today/")
    assert_in_the_readers_language(visitor, desk, to_decide)
    assert_in_the_readers_language(visitor, desk, f"/programmes/{programme.pk}/weights/")
    visitor(desk).post(f"{to_decide}approve/", {"opportunity": opportunity.pk})
    assert_in_the_readers_language(visitor, desk, f"{to_decide}?show=approved")


def test_answers_that_are_owed_today(visitor: Visitor) -> None:
    due = localdate() - dt.timedelta(days=1)
    with_danish(ApplicationFactory(created_at=now(), answer_due_date=due).opportunity)

    assert_in_the_readers_language(visitor, UserFactory(role=Role.SECRETARIAT), "/today/")


def test_reports_and_reach(visitor: Visitor) -> None:
    report = ReportFactory(outcome=ReportOutcome.NO_FAULT, answered_at=NOW, answered_by_name="Ida")
    opportunity = with_danish(report.opportunity)
    desk = UserFactory(role=Role.SECRETARIAT)

    assert_in_the_readers_language(visitor, desk, "/reports/?show=answered")
    assert_in_the_readers_language(visitor, desk, f"/reports/{report.pk}/")
    assert_in_the_readers_language(visitor, desk, "/opportunities/reach/")
    assert_in_the_readers_language(visitor, desk, f"/opportunities/{opportunity.pk}/reach/")
