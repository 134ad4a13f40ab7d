"""What is not right is reported, answered by a person, and nobody tells the company who reported it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied

from brobygger.apps.base.enums import MailTopic, Role
from brobygger.apps.base.models import AuditEntry, Message, User, in_scope
from brobygger.apps.opportunities import actions, queries
from brobygger.apps.opportunities.actions import AlreadyAnswered, ReportRefused
from brobygger.apps.opportunities.enums import (
    OpportunityState,
    ReportAbout,
    ReportOutcome,
    ReportReason,
    Side,
)
from brobygger.apps.opportunities.models import Opportunity, Report
from brobygger.apps.organisations.actions import ImpossibleDecision, vet_organisation
from brobygger.apps.organisations.enums import OrganisationState
from brobygger.apps.people.actions import ask_for_erasure
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.queries import scope_of
from tests.factories import (
    ApplicationFactory,
    CandidateFactory,
    CandidateIdentityFactory,
    OpportunityFactory,
    OrganisationFactory,
    ReportFactory,
    UserFactory,
)
from tests.factories.moments import LATER, NOW

NO_FAULT, TAKEN_DOWN, SUSPENDED = ReportOutcome.NO_FAULT, ReportOutcome.TAKEN_DOWN, ReportOutcome.SUSPENDED


@pytest.fixture
def student(db: None) -> Candidate:
    candidate = CandidateFactory(
        user=UserFactory(role=Role.CANDIDATE, email="ida@example.org", language="en")
    )
    CandidateIdentityFactory(candidate=candidate, name="Ida Prøvesen")
    return candidate


@pytest.fixture
def ad(db: None) -> Opportunity:
    return OpportunityFactory(title="Svejser", organisation__name="Pumper A/S")


@pytest.fixture
def contact(ad: Opportunity) -> User:
    user = UserFactory(role=Role.COMPANY, email="hr@example.com", language="en")
    ad.organisation.contacts.add(user)
    return user


@pytest.fixture
def secretary(db: None) -> User:
    return UserFactory(role=Role.SECRETARIAT, first_name="Bo", last_name="Prøve")


def answer(report: Report, outcome: ReportOutcome, by: User, notice: str = "") -> Report:
    return actions.answer_report(
        report=report, outcome=outcome, answer="We called them.", notice=notice, by=by, at=LATER
    )


def test_report_waits_for_the_secretariat_and_is_not_made_twice(student: Candidate, ad: Opportunity) -> None:
    first = actions.report(thing=ad, reason="money", text=" Pay first. ", by=student.user, at=NOW)
    again = actions.report(thing=ad, reason="other", text="x", by=student.user, at=LATER)

    assert again == first
    assert (first.about, first.organisation, first.text) == ("opportunity", ad.organisation, "Pay first.")
    assert list(queries.open_reports()) == [first]
    entry = AuditEntry.objects.get(action="opportunities.report")
    assert entry.by_name == f"#{student.user_id}"
    assert "Pay first" not in str(entry.changes)


@pytest.mark.parametrize(
    ("begun_by", "answered_by", "about"),
    [
        (Side.ORGANISATION, "", ReportAbout.INVITATION),
        (Side.ORGANISATION, "Bo", ReportAbout.MESSAGE),
        (Side.CANDIDATE, "Bo", ReportAbout.MESSAGE),
    ],
)
def test_report_says_whether_it_is_about_an_invitation_or_what_came_after(
    student: Candidate, ad: Opportunity, begun_by: str, answered_by: str, about: str
) -> None:
    application = ApplicationFactory(
        candidate=student, opportunity=ad, begun_by=begun_by, answered_by_name=answered_by
    )

    found = actions.report(thing=application, reason="unwanted", by=student.user, at=NOW)

    assert (found.about, found.opportunity, found.application) == (about, ad, application)


def test_company_is_reported_as_a_whole(student: Candidate, ad: Opportunity) -> None:
    found = actions.report(thing=ad.organisation, reason="no_real_job", by=student.user, at=NOW)

    assert (found.about, found.opportunity) == (ReportAbout.ORGANISATION, None)


@pytest.mark.parametrize(("reason", "text"), [("", "x"), ("nonsense", "x"), ("other", "  ")])
def test_report_needs_one_of_the_reasons_and_other_needs_words(
    student: Candidate, ad: Opportunity, reason: str, text: str
) -> None:
    with pytest.raises(ReportRefused):
        actions.report(thing=ad, reason=reason, text=text, by=student.user, at=NOW)
    assert not Report.objects.exists()


def test_nobody_reports_what_is_not_theirs_to_see(student: Candidate, ad: Opportunity) -> None:
    draft = OpportunityFactory(state=OpportunityState.DRAFT)
    of_another = ApplicationFactory(opportunity=ad)

    for thing in (draft, of_another):
        with pytest.raises(PermissionDenied):
            actions.report(thing=thing, reason="money", by=student.user, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.report(thing=ad, reason="money", by=UserFactory(role=Role.COMPANY), at=NOW)


def test_reporter_is_told_the_outcome_by_mail(
    student: Candidate, ad: Opportunity, contact: User, secretary: User
) -> None:
    report = actions.report(thing=ad, reason="wrong_facts", by=student.user, at=NOW)

    answered = answer(report, NO_FAULT, secretary)
    answer(report, NO_FAULT, secretary)  # changes nothing

    mail = Message.objects.get()
    assert (mail.to_user, mail.topic) == (student.user, MailTopic.REPORTS)
    assert "no fault was found" in mail.text
    assert "We called them." in mail.text
    assert "Bo Prøve" in mail.text
    assert (answered.answered_by, answered.answered_at) == (secretary, LATER)
    assert AuditEntry.objects.get(action="opportunities.answer_report").changes["outcome"] == "no_fault"
    assert list(queries.open_reports()) == []
    assert list(queries.answered_reports()) == [report]


def test_second_person_does_not_answer_otherwise(secretary: User) -> None:
    report = answer(ReportFactory(), NO_FAULT, secretary)

    with pytest.raises(AlreadyAnswered, match="Bo Prøve"):
        answer(report, SUSPENDED, UserFactory(role=Role.MANAGER), "x")


def test_opportunity_that_is_taken_down_cannot_be_opened_by_its_company(
    student: Candidate, ad: Opportunity, contact: User, secretary: User
) -> None:
    report = actions.report(thing=ad, reason="money", text="Ida paid.", by=student.user, at=NOW)

    answer(report, TAKEN_DOWN, secretary, "Nobody may be asked to pay for a job.")

    ad.refresh_from_db()
    assert ad.state == OpportunityState.REMOVED
    for act in (actions.open_opportunity, actions.close_opportunity):
        with pytest.raises(actions.ImpossibleTransition):
            act(opportunity=ad, by=contact, at=LATER)
    with pytest.raises(PermissionDenied):
        actions.put_back_opportunity(opportunity=ad, by=contact, at=LATER)
    with in_scope(scope_of(student.user)):
        assert not Opportunity.objects.exists()
    assert {"opportunities.take_down_opportunity", "opportunities.answer_report"} <= set(
        AuditEntry.objects.values_list("action", flat=True)
    )
    assert queries.taken_down_because(ad).notice == "Nobody may be asked to pay for a job."

    actions.put_back_opportunity(opportunity=ad, by=secretary, at=LATER)
    assert actions.open_opportunity(opportunity=ad, by=contact, at=LATER).state == OpportunityState.OPEN


def test_company_does_not_learn_who_reported_it(
    student: Candidate, ad: Opportunity, contact: User, secretary: User
) -> None:
    report = actions.report(thing=ad, reason="money", text="Ida paid.", by=student.user, at=NOW)
    answer(report, TAKEN_DOWN, secretary, "Nobody may be asked to pay for a job.")

    mail = Message.objects.get(to_user=contact)
    assert "Nobody may be asked to pay for a job." in mail.text
    for word in ("Ida", student.alias, "We called them."):
        assert word not in f"{mail.subject} {mail.text}"
    with in_scope(scope_of(contact)):
        assert not Report.objects.exists()
        assert queries.taken_down_because(ad).notice


def test_company_that_is_suspended_loses_all_it_had_open_and_may_be_let_in_again(
    student: Candidate, ad: Opportunity, contact: User, secretary: User
) -> None:
    other = OpportunityFactory(organisation=ad.organisation)
    shown = CandidateFactory(visible_to_companies_at=NOW)
    report = actions.report(thing=ad.organisation, reason="no_real_job", by=student.user, at=NOW)

    answer(report, SUSPENDED, secretary, "There is no such company at that address.")

    ad.organisation.refresh_from_db()
    assert ad.organisation.state == OrganisationState.SUSPENDED
    assert set(Opportunity.objects.values_list("state", flat=True)) == {OpportunityState.CLOSED}
    assert "suspended" in Message.objects.get(to_user=contact).subject
    with pytest.raises(actions.NotAccepted, match="suspended"):
        actions.open_opportunity(opportunity=other, by=contact, at=LATER)
    with in_scope(scope_of(contact)):
        assert not Candidate.objects.exists()

    vet_organisation(organisation=ad.organisation, state=OrganisationState.ACCEPTED, by=secretary, at=LATER)
    other.organisation.refresh_from_db()
    assert actions.open_opportunity(opportunity=other, by=contact, at=LATER).state == OpportunityState.OPEN
    with in_scope(scope_of(contact)):
        assert list(Candidate.objects.all()) == [shown]


def test_company_that_nobody_accepted_is_not_suspended(secretary: User) -> None:
    company = OrganisationFactory(state=OrganisationState.APPLIED)
    report = ReportFactory(organisation=company, opportunity=None, about=ReportAbout.ORGANISATION)

    with pytest.raises(ImpossibleDecision):
        answer(report, SUSPENDED, secretary, "x")
    report.refresh_from_db()
    assert report.is_open


@pytest.mark.parametrize("outcome", [TAKEN_DOWN, SUSPENDED])
def test_what_the_company_feels_is_explained_to_it(secretary: User, outcome: ReportOutcome) -> None:
    with pytest.raises(ReportRefused, match="company is told"):
        answer(ReportFactory(), outcome, secretary)


def test_only_a_person_of_the_secretariat_answers(user_of: Callable[[Role], User]) -> None:
    report = ReportFactory()

    for role in set(Role) - {Role.MANAGER, Role.SECRETARIAT}:
        with pytest.raises(PermissionDenied):
            answer(report, NO_FAULT, user_of(role))
    with pytest.raises(PermissionDenied):
        answer(report, NO_FAULT, None)  # type: ignore[arg-type]


def test_what_was_reported_stays_without_whom(student: Candidate, ad: Opportunity, secretary: User) -> None:
    report = actions.report(
        thing=ad, reason=ReportReason.OTHER, text="Ida Prøvesen was asked.", by=student.user, at=NOW
    )

    ask_for_erasure(candidate=student, by=student.user, at=LATER)

    report.refresh_from_db()
    assert (report.candidate, report.text) == (None, "…")
    assert answer(report, NO_FAULT, secretary).outcome == NO_FAULT
    assert not Message.objects.filter(topic=MailTopic.REPORTS).exists()
