"""Somebody who speaks for a company leaves: what is said before, what goes, what stays, and who has to wait."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.opportunities.actions import AnswersOwed, correct_fact, erase_contact
from brobygger.apps.opportunities.enums import ApplicationState
from brobygger.apps.opportunities.models import Application
from brobygger.apps.organisations.enums import ContactRight
from brobygger.apps.organisations.models import Contact, Organisation
from tests.factories import (
    ApplicationFactory,
    MessageFactory,
    OpportunityFactFactory,
    OpportunityFactory,
    OrganisationFactory,
    UserFactory,
)
from tests.factories.moments import NOW

pytestmark = pytest.mark.django_db
ADDRESS = "jo.boss@firm.example"


@pytest.fixture
def jo() -> User:
    """Manages a company alone, and once answered with a no."""
    user: User = UserFactory(role=Role.COMPANY, email=ADDRESS, username=ADDRESS)
    user.set_unusable_password()
    user.save()
    company = OrganisationFactory(name="Prøvefirma")
    company.contacts.add(user)
    ApplicationFactory(
        opportunity=OpportunityFactory(organisation=company),
        state=ApplicationState.REJECTED,
        answer="We took somebody else.",
        answered_at=NOW,
        answered_by=user,
        answered_by_name=ADDRESS,
    )
    MessageFactory(to_user=user, to_address=ADDRESS)
    return user


@pytest.fixture
def client(jo: User) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(jo)
    return client


def owes_an_answer(user: User) -> Application:
    application: Application = ApplicationFactory(
        opportunity=OpportunityFactory(organisation=Organisation.objects.get(contacts=user))
    )
    return application


def test_page_says_what_goes_and_what_stays_and_erases_nothing(client, jo):
    html = client.get("/account/erase/").content.decode()

    assert "Which organisations you speak for" in html
    assert "Prøvefirma, its opportunities, and the answers that were given in its name" in html
    assert "Nobody will manage" in html
    assert User.objects.filter(pk=jo.pk).exists()
    assert 'href="/account/erase/"' in client.get("/account/").content.decode()


def test_word_is_asked_for(client, jo):
    response = client.post("/account/erase/do/", {"proof": "yes"})

    assert response.status_code == 422
    assert User.objects.filter(pk=jo.pk).exists()


def test_log_in_goes_and_the_answer_stays_without_a_name(client, jo):
    html = client.post("/account/erase/do/", {"proof": "ERASE"}).content.decode()

    assert "Your log-in is erased" in html
    assert "_auth_user_id" not in client.session
    assert not User.objects.filter(pk=jo.pk).exists()
    assert not Contact.objects.exists()
    assert Organisation.objects.get().name == "Prøvefirma"
    answer = Application.objects.get()
    assert (answer.answer, answer.answered_by_id) == ("We took somebody else.", None)
    assert answer.answered_by_name == "…"


def test_nothing_names_the_person_any_more(jo):
    pk = jo.pk
    fact = OpportunityFactFactory(opportunity=Application.objects.get().opportunity)
    correct_fact(fact=fact, state=FactState.CONFIRMED, by=jo, at=NOW)
    erase_contact(user=jo, by=jo, at=NOW)

    for model in apps.get_models():
        for row in model._base_manager.values():
            assert ADDRESS not in str(row).lower(), model
    entry = AuditEntry.objects.get(action="organisations.erase_contact")
    assert (entry.subject_id, entry.by_id, entry.by_name) == (str(pk), pk, f"#{pk}")


def test_last_who_manages_a_company_that_owes_an_answer_has_to_wait(client, jo):
    owes_an_answer(jo)

    html = client.get("/account/erase/").content.decode()
    assert "Nobody but you manages Prøvefirma, and 1 applicant waits for an answer there." in html
    assert "give a colleague the right to manage" in html
    assert "/contacts/" in html
    assert 'name="proof"' not in html

    assert client.post("/account/erase/do/", {"proof": "ERASE"}).status_code == 409
    assert User.objects.filter(pk=jo.pk).exists()
    with pytest.raises(AnswersOwed, match="Prøvefirma"):
        erase_contact(user=jo, by=jo, at=NOW)


@pytest.mark.parametrize(
    ("right", "is_active", "may_leave"),
    [
        (ContactRight.MANAGE, True, True),
        (ContactRight.MANAGE, False, False),
        (ContactRight.WRITE, True, False),
    ],
)
def test_colleague_who_manages_too_lets_one_leave(jo, right, is_active, may_leave):
    organisation = owes_an_answer(jo).opportunity.organisation
    colleague = UserFactory(role=Role.COMPANY, is_active=is_active)
    Contact.objects.create(organisation=organisation, user=colleague, right=right)

    if may_leave:
        erase_contact(user=jo, by=jo, at=NOW)
    else:
        with pytest.raises(AnswersOwed):
            erase_contact(user=jo, by=jo, at=NOW)

    assert User.objects.filter(pk=jo.pk).exists() is not may_leave


def test_who_only_reads_may_leave_whatever_is_owed(jo):
    organisation = owes_an_answer(jo).opportunity.organisation
    reader = UserFactory(role=Role.COMPANY)
    Contact.objects.create(organisation=organisation, user=reader, right=ContactRight.READ)

    erase_contact(user=reader, by=reader, at=NOW)

    assert not User.objects.filter(pk=reader.pk).exists()


def test_nobody_else_erases_a_contact_and_no_other_role_leaves_this_way(jo):
    with pytest.raises(PermissionDenied):
        erase_contact(user=jo, by=UserFactory(role=Role.MANAGER), at=NOW)
    secretariat = UserFactory(role=Role.SECRETARIAT)
    with pytest.raises(PermissionDenied):
        erase_contact(user=secretariat, by=secretariat, at=NOW)


def test_page_asks_the_same_number_of_queries_for_one_company_and_for_three(client, jo):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get("/account/erase/")
        return len(queries)

    asked()  # what the process keeps
    with_one = asked()
    for _ in range(2):
        OrganisationFactory().contacts.add(jo)

    assert asked() == with_one
