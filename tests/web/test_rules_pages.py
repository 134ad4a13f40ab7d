"""The checklist of a country's rules on the pages of a pair, an application, an opportunity and a placement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.opportunities.enums import ApplicationState, OpportunityState
from brobygger.apps.opportunities.models import Application, Opportunity
from brobygger.apps.people.actions import give_consent
from brobygger.apps.people.enums import WorkGround
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.models import Candidate, WorkPermit
from brobygger.apps.placements.models import Agreement, AgreementVersion
from brobygger.core.country_rules import EVERY_KEY, Finding, RuleKey, Standing
from brobygger.data.rules import country_rules
from brobygger.web.rules import SENTENCES, STANDINGS, TITLES, row_of
from tests.factories import (
    ApplicationFactory,
    CandidateFactory,
    OpportunityFactory,
    UserFactory,
)
from tests.factories.moments import NOW
from tests.scenarios.first_match import FirstMatch

Visitor = Callable[..., Client]
TERMS = {
    "kind": "student_job",
    "start_date": "2027-02-01",
    "end_date": "2027-06-30",
    "hours_per_week": "15",
    "place_name": "Aarhus",
    "country": "DK",
    "pay": "",
    "currency": "DKK",
    "pay_per": "",
    "tasks": "Measures pumps.",
    "supervisor": "Prøve Vejleder",
    "is_adult": "yes",
}


@pytest.fixture
def student(db: None) -> Candidate:
    candidate = CandidateFactory(user=UserFactory(role=Role.CANDIDATE))
    WorkPermit.objects.create(candidate=candidate, ground=WorkGround.STUDIES, country="DK", said_at=NOW)
    return candidate


@pytest.fixture
def offered(student: Candidate) -> Application:
    return ApplicationFactory(candidate=student, state=ApplicationState.OFFERED, answer_due_date=None)


@pytest.fixture
def contact(offered: Application) -> User:
    user = UserFactory(role=Role.COMPANY)
    offered.opportunity.organisation.contacts.add(user)
    return user


def words(client: Client, name: str, *args: Any) -> str:
    return " ".join(client.get(reverse(name, args=args)).content.decode().split())


def write(client: Client, offered: Application, **changes: str) -> Any:
    return client.post(reverse("agreement-write", args=[offered.pk]), {**TERMS, "institution": "", **changes})


# --- at entry ----------------------------------------------------------------------------------------------
def test_agreement_within_the_rules_is_written_and_shows_them(
    offered: Application, contact: User, visitor: Visitor
) -> None:
    write(visitor(contact), offered)

    page = words(visitor(contact), "agreement", Agreement.objects.get().pk)
    assert "Rules of Denmark" in page
    assert "66.4 hours a month of at most 90 hours a month" in page
    assert "Styrelsen for International Rekruttering og Integration (SIRI)" in page
    assert "since 1 July 2024" in page
    assert "does not hold" not in page


def test_agreement_against_a_rule_needs_a_person_who_has_asked(
    offered: Application, contact: User, visitor: Visitor
) -> None:
    refused = write(visitor(contact), offered, hours_per_week="37")

    assert refused.status_code == 422
    page = " ".join(refused.content.decode().split())
    assert "163.9 hours a month, and at most 90 hours a month is allowed" in page
    assert "Ask Styrelsen for International Rekruttering og Integration (SIRI)" in page
    assert not AgreementVersion.objects.exists()

    write(visitor(contact), offered, hours_per_week="37", rules_known="yes")

    version = AgreementVersion.objects.get()
    assert version.hours_per_week == 37
    entry = AuditEntry.objects.get(action="placements.write_agreement")
    assert entry.changes["rules_not_kept"] == ["student_hours"]
    assert "does not hold" in words(visitor(contact), "agreement", version.agreement_id)


@pytest.mark.parametrize(
    ("start", "end", "hours", "status"),
    [
        ("2024-05-01", "2024-09-30", "20.2", 422),  # 20 a week until the end of June 2024
        ("2024-07-01", "2024-12-31", "20.2", 302),  # 90 a month since
        ("2027-06-01", "2027-08-31", "37", 302),  # the summer
        ("2027-06-01", "2027-09-30", "37", 422),
    ],
)
def test_rule_of_the_first_day_is_used(
    offered: Application, contact: User, visitor: Visitor, start: str, end: str, hours: str, status: int
) -> None:
    response = write(visitor(contact), offered, start_date=start, end_date=end, hours_per_week=hours)

    assert response.status_code == status


def test_change_is_checked_too(offered: Application, contact: User, visitor: Visitor) -> None:
    write(visitor(contact), offered)
    agreement, client = Agreement.objects.get(), visitor(contact)
    address = reverse("agreement-change", args=[agreement.pk])

    assert client.post(address, {**TERMS, "hours_per_week": "30"}).status_code == 422
    assert client.post(address, {**TERMS, "hours_per_week": "30", "rules_known": "yes"}).status_code == 302
    assert AuditEntry.objects.get(action="placements.change_agreement").changes["rules_not_kept"]
    assert agreement.versions.count() == 2


@pytest.mark.parametrize(
    ("said", "hours", "status"), [("no", "42", 422), ("", "42", 302), ("yes", "42", 302), ("no", "37", 302)]
)
def test_hours_of_the_young_are_checked(
    offered: Application, contact: User, visitor: Visitor, said: str, hours: str, status: int
) -> None:
    WorkPermit.objects.update(ground=WorkGround.CITIZEN, country="")

    response = write(visitor(contact), offered, hours_per_week=hours, is_adult=said)

    assert response.status_code == status
    if status == 302:
        assert AgreementVersion.objects.get().is_adult is {"yes": True, "no": False, "": None}[said]


def test_agreement_tells_nothing_of_a_candidate_who_is_not_known(
    offered: Application, student: Candidate, contact: User, visitor: Visitor
) -> None:
    Application.objects.update(is_shared=False)

    assert write(visitor(contact), offered, hours_per_week="37").status_code == 302

    agreement = Agreement.objects.get()
    assert "It is not said whether there is one" in words(visitor(contact), "agreement", agreement.pk)
    assert "163.9 hours a month, and at most" in words(visitor(student.user), "agreement", agreement.pk)


def test_swedish_limit_that_is_not_certain_sends_to_the_authority(
    offered: Application, contact: User, visitor: Visitor
) -> None:
    WorkPermit.objects.update(country="SE")
    write(visitor(contact), offered, country="SE", place_name="Göteborg", hours_per_week="37")

    page = words(visitor(contact), "agreement", Agreement.objects.get().pk)
    assert "We are not sure what holds on this day." in page
    assert "Ask Migrationsverket." in page


# --- applications, pairs, opportunities --------------------------------------------------------------------
def test_both_sides_of_an_application_see_the_checklist_once_they_know_each_other(
    offered: Application, student: Candidate, contact: User, visitor: Visitor
) -> None:
    for user in (contact, student.user):
        page = words(visitor(user), "application", offered.pk)
        assert "There is a residence permit of this country." in page
        assert "The first day is not known: as they hold today" in page

    Application.objects.update(is_shared=False)

    assert "residence permit" not in words(visitor(contact), "application", offered.pk)
    assert "There is a residence permit" in words(visitor(student.user), "application", offered.pk)


@pytest.mark.parametrize("state", [OpportunityState.CLOSED, OpportunityState.DRAFT])
def test_checklist_stays_when_the_opportunity_has_closed(
    offered: Application, student: Candidate, contact: User, visitor: Visitor, state: OpportunityState
) -> None:
    Opportunity.objects.update(state=state)

    for user in (student.user, contact):
        assert "There is a residence permit" in words(visitor(user), "application", offered.pk)


def test_permit_of_another_country_gives_no_right(
    offered: Application, student: Candidate, visitor: Visitor
) -> None:
    WorkPermit.objects.update(country="SE")

    page = words(visitor(student.user), "application", offered.pk)

    assert "gives no right to work in this one" in page
    assert "1 does not hold" in page


def test_candidate_sees_the_rules_on_why_this_place(moment: FirstMatch, visitor: Visitor) -> None:
    user, ad = UserFactory(role=Role.CANDIDATE), moment.developer_ad
    Candidate.objects.filter(pk=moment.developer.pk).update(user=user)
    give_consent(candidate=moment.developer, purpose=ConsentPurpose.MATCHING, by=None, at=NOW)
    Opportunity.objects.filter(pk=ad.pk).update(country="DK")

    page = words(visitor(user), "my-opportunity", ad.pk)

    assert "Rules of Denmark" in page
    assert "The candidate says that no new permit is needed here." in page
    assert reverse("my-permit") in page


def test_company_reads_what_the_rules_say_to_its_job_whoever_takes_it(db: None, visitor: Visitor) -> None:
    ad, user = OpportunityFactory(kind="internship"), UserFactory(role=Role.COMPANY)
    ad.organisation.contacts.add(user)

    page = words(visitor(user), "opportunity", ad.pk)

    assert "Rules of Denmark" in page
    assert "Length of an internship on a residence permit" in page
    assert "The first day is not known: as they hold today" in page
    reader = UserFactory(role=Role.CANDIDATE)
    assert "Rules of Denmark" not in words(visitor(reader), "opportunity", ad.pk)


@pytest.mark.parametrize(
    ("graduates", "status", "said"),
    [
        ((dt.date(2027, 1, 1), dt.date(2027, 1, 31)), 302, "It begins within 36 months of graduation"),
        (
            (dt.date(2027, 1, 1), dt.date(2027, 12, 31)),
            302,
            "until graduation. The day of graduation has to be known",
        ),
        (
            (dt.date(2022, 6, 1), dt.date(2022, 6, 30)),
            302,
            "until graduation. The day of graduation has to be known",
        ),
        ((dt.date(2028, 6, 1), dt.date(2028, 6, 30)), 422, "and at most 90 hours a month is allowed"),
        ((None, None), 422, "and at most 90 hours a month is allowed"),
    ],
)
def test_graduation_of_the_profile_is_used(
    offered: Application, contact: User, visitor: Visitor, graduates: Any, status: int, said: str
) -> None:
    first, last = graduates
    Candidate.objects.update(graduates_from=first, graduates_until=last)

    response = write(visitor(contact), offered, hours_per_week="37")

    assert response.status_code == status
    page = (
        " ".join(response.content.decode().split())
        if status == 422
        else words(visitor(contact), "agreement", Agreement.objects.get().pk)
    )
    assert said in page


# --- what a candidate says ---------------------------------------------------------------------------------
@pytest.mark.parametrize("is_own", [True, False])
def test_permit_is_said_changed_and_taken_back(student: Candidate, visitor: Visitor, is_own: bool) -> None:
    client = visitor(student.user if is_own else Role.SECRETARIAT)
    address = reverse("my-permit-save") if is_own else reverse("candidate-permit-save", args=[student.pk])
    said = {"ground": "job_search", "country": "DK"}

    client.post(address, said)
    client.post(address, said)  # changes nothing

    permit = WorkPermit.objects.get()
    assert (permit.ground, permit.country) == ("job_search", "DK")
    entry = AuditEntry.objects.get(action="people.say_permit")
    assert entry.changes == {"changed": ["ground"]}
    wrong = client.post(address, {**said, "country": ""})
    assert wrong.status_code == 422
    assert "A residence permit is of one country" in wrong.content.decode()
    client.post(address, {**said, "ground": "citizen"})
    assert WorkPermit.objects.get().country == ""
    client.post(address, {"ground": "", "country": ""})
    assert not WorkPermit.objects.exists()


def test_page_of_the_permit_shows_what_was_said(student: Candidate, visitor: Visitor) -> None:
    assert 'value="studies" selected' in words(visitor(student.user), "my-permit")


# --- words -------------------------------------------------------------------------------------------------
def figures() -> Mapping[str, Any]:
    day = dt.date(2027, 1, 1)
    return {"limit": 20, "per_month": 0, "least": 1, "most": 2.5, "months": 6, "until": day, "age": 18}


@pytest.mark.parametrize("language", ["en", "da", "nb", "sv"])
def test_every_sentence_can_be_said(language: str) -> None:
    rule = country_rules()[0]
    with translation.override(language):
        for reason in SENTENCES:
            key = RuleKey(reason.split(".")[0]) if "." in reason else RuleKey.STUDENT_HOURS
            row = row_of(Finding(key, Standing.ASK, reason, dt.date(2027, 1, 1), rule, "SIRI", figures()))
            assert row["text"]
            assert "%(" not in row["text"]


def test_every_key_and_standing_has_a_name() -> None:
    assert set(TITLES) == set(EVERY_KEY)
    assert set(STANDINGS) == set(Standing)
