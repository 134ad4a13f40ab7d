"""“This is not right”, from the candidate's tap to the answer, in pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from brobygger.apps.base.enums import Role
from brobygger.apps.opportunities.enums import ApplicationState, OpportunityState, Side
from brobygger.apps.opportunities.models import Report
from tests.factories import (
    ApplicationFactory,
    CandidateFactory,
    OpportunityFactory,
    ReportFactory,
    UserFactory,
)

Visitor = Callable[..., Client]


def test_candidate_reports_an_invitation_and_the_secretariat_answers(db: None, visitor: Visitor) -> None:
    student = CandidateFactory(user=UserFactory(role=Role.CANDIDATE), alias="Candidate 017")
    application = ApplicationFactory(
        candidate=student,
        begun_by=Side.ORGANISATION,
        state=ApplicationState.INVITED,
        answer_due_date=None,
        invitation="Send 500 kr.",
        is_shared=False,
    )
    own, desk = visitor(student.user), visitor(Role.SECRETARIAT)
    address = reverse("application-report", args=[application.pk])
    assert address in own.get(reverse("application", args=[application.pk])).content.decode()
    assert "Money is asked for" in own.get(address).content.decode()

    wrong = own.post(reverse("application-report-send", args=[application.pk]), {"text": "They want money."})
    assert wrong.status_code == 422
    assert "They want money." in wrong.content.decode()
    sent = {"reason": "money", "text": "They want money."}
    own.post(reverse("application-report-send", args=[application.pk]), sent)

    report = Report.objects.get()
    assert "You reported this" in own.get(address).content.decode()
    assert reverse("report", args=[report.pk]) in desk.get(reverse("today")).content.decode()
    page = desk.get(reverse("report", args=[report.pk])).content.decode()
    assert "They want money." in page
    assert "Candidate 017" in page

    said = {"outcome": "taken_down", "answer": "Thank you."}
    refused = desk.post(reverse("report-answer", args=[report.pk]), said)
    assert refused.status_code == 422
    assert "Thank you." in refused.content.decode()
    desk.post(reverse("report-answer", args=[report.pk]), {**said, "notice": "Nobody pays to work."})
    assert reverse("report", args=[report.pk]) not in desk.get(reverse("reports")).content.decode()
    assert (
        reverse("report", args=[report.pk])
        in desk.get(f"{reverse('reports')}?show=answered").content.decode()
    )

    contact = UserFactory(role=Role.COMPANY)
    application.opportunity.organisation.contacts.add(contact)
    of_company = (
        visitor(contact).get(reverse("opportunity", args=[application.opportunity_id])).content.decode()
    )
    assert "Nobody pays to work." in of_company
    assert "They want money." not in of_company
    assert "Candidate 017" not in of_company


@pytest.mark.parametrize("kind", ["opportunity", "company"])
def test_opportunity_and_company_have_the_way_to_report_on_their_page(
    db: None, visitor: Visitor, kind: str
) -> None:
    ad, student = OpportunityFactory(), CandidateFactory(user=UserFactory(role=Role.CANDIDATE))
    pk = ad.pk if kind == "opportunity" else ad.organisation_id
    own = visitor(student.user)

    assert reverse(f"{kind}-report", args=[pk]) in own.get(reverse(kind, args=[pk])).content.decode()
    own.post(reverse(f"{kind}-report-send", args=[pk]), {"reason": "wrong_facts"})

    assert Report.objects.get().organisation == ad.organisation
    desk = visitor(Role.SECRETARIAT).get(reverse(kind, args=[pk])).content.decode()
    assert reverse(f"{kind}-report", args=[pk]) not in desk


@pytest.mark.parametrize("count", [1, 3])
def test_reports_are_listed_in_as_many_queries_whatever_their_number(
    db: None, visitor: Visitor, django_assert_num_queries: Callable[..., object], count: int
) -> None:
    ReportFactory.create_batch(count)
    desk = visitor(Role.SECRETARIAT)
    desk.get(reverse("reports"))

    with django_assert_num_queries(7):
        page = desk.get(reverse("reports"))
    assert page.content.decode().count("card-link") == count


def test_secretariat_suspends_a_company_and_lifts_it(db: None, visitor: Visitor) -> None:
    ad = OpportunityFactory(title="Svejser")
    desk, address = visitor(Role.SECRETARIAT), reverse("company-vet-decide", args=[ad.organisation_id])
    own = reverse("company-vet", args=[ad.organisation_id])
    assert "Svejser" in desk.get(own).content.decode()

    assert desk.post(address, {"decision": "suspend", "reason": " "}).status_code == 422
    desk.post(address, {"decision": "suspend", "reason": "No such address."})
    ad.refresh_from_db()
    assert ad.state == OpportunityState.CLOSED
    page = desk.get(reverse("company", args=[ad.organisation_id])).content.decode()
    assert "No such address." in page
    page = desk.get(own).content.decode()
    assert "brings nothing of this back" in page
    assert reverse("opportunity", args=[ad.pk]) in page

    desk.post(address, {"decision": "accept"})
    assert "Nothing of this came back" in desk.get(own).content.decode()
    ad.organisation.refresh_from_db()
    assert ad.organisation.is_accepted
