"""A company in the browser: it registers, is looked at, writes its page and asks colleagues along."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import Message, User
from brobygger.apps.organisations.enums import ContactRight, OrganisationState
from brobygger.apps.organisations.models import Contact, Organisation
from tests.factories import ContactFactory, OpportunityFactory, OrganisationFactory, UserFactory
from tests.factories.moments import NOW
from tests.web.conftest import Visitor

FORM = {
    "name": "Prøveværk A/S",
    "country": "DK",
    "registered_number": "10101018",
    "place_name": "Aalborg",
    "website": "prove.example",
    "looks_for": "Interns who weld.",
    "contact_name": "Ida Prøvesen",
    "contact_email": "ida@prove.example",
    "terms": "on",
}


@pytest.fixture(autouse=True)
def _nobody_tried_before() -> None:
    cache.clear()


@pytest.fixture
def stranger(db: None) -> Client:
    return Client(headers={"accept-language": "en"})


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def tap(address: str, number: int = 0) -> str:
    text = Message.objects.filter(to_address=address).latest("pk").text
    return re.findall(r"(/t/[^/\s]+/)(?=\s)", text)[number]


def test_company_registers_confirms_and_is_accepted(stranger: Client, visitor: Visitor) -> None:
    assert "Register your company" in page(stranger, "/")
    assert "Register number" in page(stranger, "/register/")
    sent = stranger.post("/register/send/", FORM)
    assert (sent.status_code, sent.headers["Location"]) == (302, "/register/thank-you/")
    organisation = Organisation.objects.get()
    assert (organisation.state, organisation.website) == ("applied", "https://prove.example")

    link = tap("ida@prove.example")
    assert "Prøveværk" in page(stranger, link)
    assert "looks at Prøveværk" in stranger.post(f"{link}do/").content.decode()

    company, office = visitor(User.objects.get(email="ida@prove.example")), visitor(Role.SECRETARIAT)
    own = company.get("/my-company/")
    assert own.headers["Location"] == f"/companies/{organisation.pk}/"
    assert "is looking at the company" in page(company, f"/companies/{organisation.pk}/")

    assert "1 company waits" in page(office, "/companies/")
    assert f"/companies/{organisation.pk}/vet/" in page(office, "/companies/waiting/")
    html = page(office, f"/companies/{organisation.pk}/vet/")
    assert "address confirmed" in html
    assert "ida@prove.example" in html
    declined = office.post(f"/companies/{organisation.pk}/vet/decide/", {"decision": "decline"})
    assert declined.status_code == 422
    office.post(f"/companies/{organisation.pk}/vet/decide/", {"decision": "accept"})
    organisation.refresh_from_db()
    assert organisation.is_accepted
    assert "is looking at" not in page(company, f"/companies/{organisation.pk}/")
    assert page(stranger, "/register/thank-you/")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"registered_number": "10101017"}, "check digit is wrong"),
        ({"registered_number": "12"}, "has 8 digits"),
        ({"terms": ""}, "please accept it"),
        ({"contact_email": "ida"}, "valid email"),
        ({"name": ""}, "required"),
        ({"website": "not a page"}, "valid URL"),
        ({"country": "XX"}, "valid choice"),
    ],
)
def test_form_says_what_is_wrong_and_keeps_the_rest(
    stranger: Client, change: dict[str, str], said: str
) -> None:
    answer = stranger.post("/register/send/", {**FORM, **change})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert said in html
    assert "Interns who weld." in html
    assert not Organisation.objects.exists()


def test_visitor_does_not_learn_that_a_company_is_known(stranger: Client) -> None:
    first = stranger.post("/register/send/", FORM)
    again = stranger.post("/register/send/", {**FORM, "contact_email": "per@prove.example"})

    assert (again.status_code, again.headers["Location"]) == (first.status_code, first.headers["Location"])
    assert Organisation.objects.count() == 1
    assert not Message.objects.filter(to_address="per@prove.example").exists()
    link = tap("ida@prove.example")
    assert "per@prove.example" in page(stranger, link)
    stranger.post(f"{link}do/")
    link = tap("per@prove.example")
    stranger.post(f"{link}do/")
    contact = Contact.objects.get(user__email="per@prove.example")
    assert contact.right == ContactRight.WRITE


def test_haste_is_slowed_down(stranger: Client) -> None:
    answers = [
        stranger.post("/register/send/", {**FORM, "name": f"Værk {number}", "registered_number": ""})
        for number in range(2)
    ]
    assert {one.status_code for one in answers} == {422}  # what is refused does not count
    tries = [stranger.post("/register/send/", FORM).status_code for _ in range(6)]
    assert tries == [302] * 5 + [429]


def test_company_user_registers_another_without_typing_the_address(visitor: Visitor) -> None:
    user = UserFactory(role=Role.COMPANY, email="ida@prove.example")
    company = visitor(user)
    assert "contact_email" not in page(company, "/register/")
    company.post("/register/send/", {**FORM, "contact_email": ""})
    assert list(Organisation.objects.get().contacts.all()) == [user]


def test_page_shows_offers_promise_and_what_one_may_do(visitor: Visitor) -> None:
    contact = ContactFactory(right=ContactRight.READ, organisation__about={"en": "We weld."})
    pk = contact.organisation.pk
    OpportunityFactory(organisation=contact.organisation, title="Welder wanted")
    OpportunityFactory(organisation=contact.organisation, title="A draft of ours", state="draft")
    html = page(visitor(contact.user), f"/companies/{pk}/")
    assert "We weld." in html
    assert "A draft of ours" in html
    assert "within 10 days" in html
    assert f"/companies/{pk}/contacts/" in html
    assert f"/companies/{pk}/edit/" not in html
    html = page(visitor(Role.CANDIDATE), f"/companies/{pk}/")
    assert "Welder wanted" in html
    assert "A draft of ours" not in html
    assert f"/companies/{pk}/contacts/" not in html
    assert visitor(contact.user).get(f"/companies/{pk}/edit/").status_code == 403


def filled(html: str) -> dict[str, Any]:
    """The form of a page as a browser would send it."""
    found = re.search(r'name="seen" value="([^"]*)"', html)
    assert found
    return {"seen": found[1].replace("&quot;", '"').replace("&#x27;", "'")}


def test_second_editor_is_told_and_loses_nothing(visitor: Visitor) -> None:
    contact = ContactFactory(organisation__name="Fjordværk", organisation__place_name="Aalborg")
    pk, company = contact.organisation.pk, visitor(contact.user)
    first = second = filled(page(company, f"/companies/{pk}/edit/"))
    columns = {"name": "Fjordværk", "kind": "company", "reply_days": "5", "place_name": "Odense"}

    assert company.post(f"/companies/{pk}/change/", {**first, **columns}).status_code == 302
    mine = {
        "name": "Fjordværk",
        "kind": "company",
        "reply_days": "10",
        "place_name": "Aalborg",
        "about": "We weld by hand.",
    }
    told = company.post(f"/companies/{pk}/change/", {**second, **mine})

    html = told.content.decode()
    assert told.status_code == 409
    assert "Odense" in html
    assert "We weld by hand." in html
    organisation = Organisation.objects.get()
    assert (organisation.place_name, organisation.reply_days, organisation.about) == ("Odense", 5, {})
    assert company.post(f"/companies/{pk}/change/", {**filled(html), **mine}).status_code == 302
    organisation.refresh_from_db()
    assert organisation.about == {"en": "We weld by hand."}
    wrong = company.post(f"/companies/{pk}/change/", {**mine, "reply_days": "0"})
    assert wrong.status_code == 422


def test_manager_of_a_company_decides_about_its_contacts(visitor: Visitor, stranger: Client) -> None:
    manager = ContactFactory(user__email="boss@prove.example")
    pk, company = manager.organisation.pk, visitor(manager.user)
    address = f"/companies/{pk}/contacts/"

    assert company.post(f"{address}invite/", {"email": "no", "right": "read"}).status_code == 422
    company.post(f"{address}invite/", {"email": "per@prove.example", "right": "read"})
    assert "per@prove.example" in page(company, address)
    again = company.post(f"{address}invite/", {"email": "boss@prove.example", "right": "read"})
    assert "already" in again.content.decode()
    link = tap("per@prove.example")
    assert "You speak for" in page(stranger, link)
    stranger.post(f"{link}do/")
    reader = Contact.objects.get(user__email="per@prove.example")
    assert page(visitor(reader.user), address)
    assert visitor(reader.user).post(f"{address}remove/", {"contact": manager.pk}).status_code == 403

    company.post(f"{address}change/", {"contact": reader.pk, "right": "write"})
    reader.refresh_from_db()
    assert reader.right == ContactRight.WRITE
    kept = company.post(f"{address}remove/", {"contact": manager.pk}, follow=True)
    assert "Somebody has to manage" in kept.content.decode()
    company.post(f"{address}remove/", {"contact": reader.pk})
    assert [one.pk for one in Contact.objects.all()] == [manager.pk]
    company.post(f"{address}invite/", {"email": "eva@prove.example", "right": "manage"})
    link = tap("eva@prove.example")
    invitation = manager.organisation.contact_invitations.get()
    company.post(f"{address}withdraw/", {"invitation": invitation.pk})
    assert stranger.post(f"{link}do/").status_code == 409


def test_contact_of_another_company_is_out_of_reach(visitor: Visitor) -> None:
    manager, other = ContactFactory(), ContactFactory()
    address = f"/companies/{manager.organisation.pk}/contacts/"
    visitor(manager.user).post(f"{address}change/", {"contact": other.pk, "right": "read"})
    other.refresh_from_db()
    assert other.right == ContactRight.MANAGE


@pytest.mark.parametrize("count", [1, 3])
def test_lists_take_the_same_number_of_queries(
    visitor: Visitor, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    manager = ContactFactory()
    ContactFactory.create_batch(count, organisation=manager.organisation)
    OpportunityFactory.create_batch(count, organisation=manager.organisation)
    OrganisationFactory.create_batch(count, state=OrganisationState.APPLIED, registered_at=NOW)
    company, office = visitor(manager.user), visitor(Role.SECRETARIAT)
    with django_assert_num_queries(16):
        page(company, f"/companies/{manager.organisation.pk}/")
    with django_assert_num_queries(9):
        page(company, f"/companies/{manager.organisation.pk}/contacts/")
    with django_assert_num_queries(6):
        page(office, "/companies/waiting/")
