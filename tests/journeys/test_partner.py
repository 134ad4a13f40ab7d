"""A partner's walk in a browser and in Danish: its programmes and no others, and two leads who share one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from brobygger.apps.base.actions import save_user
from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.matching.queries import current_run, matches_of
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.organisations.actions import set_contacts
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.models import Programme
from tests.factories.moments import NOW
from tests.journeys.conftest import picture
from tests.journeys.test_company import become
from tests.journeys.test_main_job import both_widths, da, enter  # noqa: F401 - fixtures are found by name

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
JOINT = "science-cluster"  # a Norwegian and a Swedish science centre lead it together
GONE = 999_999


@pytest.fixture
def other_lead(enter: Callable[..., Page]) -> User:  # noqa: F811
    """Somebody of the joint programme's second lead; the demo's partner speaks for the first."""
    user = save_user(
        username="solveig", password="a long enough pass phrase", role=Role.PARTNER, by=None, at=NOW
    )
    set_contacts(organisation=Organisation.objects.get(code="innovatum"), users=[user], by=None, at=NOW)
    return user


def listed(page: Page) -> set[str]:
    """The names in a list; every one of them, for the demo of a test is shorter than a page of a list."""
    return {name.strip() for name in page.locator("#found .rows .card-link").all_inner_texts()}


@both_widths
def test_partner_sees_its_programmes_and_no_others(
    enter: Callable[..., Page],  # noqa: F811
    assert_fit_for_all: Callable[[Page], None],
    live_server: LiveServer,
    width: int,
) -> None:
    joint = Programme.objects.get(code=JOINT)
    ours = set(joint.candidates.values_list("alias", flat=True))
    ads = set(joint.opportunities.values_list("title", flat=True))
    companies = set(joint.organisations.values_list("name", flat=True))
    assert ours < set(Candidate.objects.values_list("alias", flat=True))
    assert ads < set(Opportunity.objects.values_list("title", flat=True))
    assert companies < set(Organisation.objects.values_list("name", flat=True))

    def look(path: str, name: str) -> None:
        page.goto(f"{live_server.url}{path}")
        assert_fit_for_all(page)
        picture(page, f"partner-{name}")

    page = enter("partner", "/today/", width)
    assert_fit_for_all(page)
    picture(page, "partner-today")
    menu = page.locator("header nav a")
    assert {da("Import"), da("Duplicates"), da("Corrections")}.isdisjoint(menu.all_inner_texts())

    look("/candidates/", "candidates")
    assert listed(page) == ours
    page.locator("#found .card-link").first.click()
    expect(page.get_by_role("link", name=da("Change what we know"))).to_be_visible()
    assert_fit_for_all(page)
    picture(page, "partner-candidate")
    assert set(page.locator("li.candidate h3").all_inner_texts()) <= ads

    look("/opportunities/", "opportunities")
    assert listed(page) == ads
    run = current_run()
    assert run is not None
    somebody_fits = next(
        row.opportunity.title
        for row in matches_of(run)
        if row.opportunity.title in ads and row.candidate.alias in ours
    )
    page.locator("#found .card-link").filter(has_text=somebody_fits).first.click()
    expect(page.locator("#reach")).to_be_visible()
    assert_fit_for_all(page)
    picture(page, "partner-opportunity")
    fits = page.locator("#reach li.candidate h3").all_inner_texts()
    assert fits
    assert all(any(alias in one for alias in ours) for one in fits)

    look("/companies/", "companies")
    assert listed(page) == companies | {"INSPIRIA science center"}, "the programme's, and the own one"
    page.get_by_role("link", name=min(companies), exact=True).click()
    expect(page.get_by_role("link", name=da("Change the page"))).to_be_visible()
    assert_fit_for_all(page)
    picture(page, "partner-company")
    for path, name in (
        ("/programmes/", "programmes"),
        ("/pool/", "pool"),
        ("/applications/", "applications"),
        ("/companies/waiting/", "waiting"),
    ):
        look(path, name)


@both_widths
def test_record_of_another_programme_is_a_page_that_does_not_exist(
    enter: Callable[..., Page],  # noqa: F811
    assert_fit_for_all: Callable[[Page], None],
    live_server: LiveServer,
    width: int,
) -> None:
    joint = Programme.objects.get(code=JOINT)
    theirs = {
        "candidates": Candidate.objects.exclude(programmes=joint)[0].pk,
        "opportunities": Opportunity.objects.exclude(programme=joint)[0].pk,
        "companies": Organisation.objects.exclude(programmes=joint)
        .exclude(partnerships__programme=joint)[0]
        .pk,
    }
    page = enter(
        "partner", "/today/", width
    ).context.new_page()  # unwatched: a 404 is an error in the console
    for kind, below in (
        ("candidates", ("", "profile/", "wishes/")),
        ("opportunities", ("", "edit/", "what-if/", "applications/")),
        ("companies", ("", "edit/", "contacts/", "vet/")),
    ):
        for rest in below:
            seen = []
            for number in (GONE, theirs[kind]):
                answer = page.goto(f"{live_server.url}/{kind}/{number}/{rest}")
                assert answer is not None
                assert answer.status == 404, page.url
                seen.append((page.title(), page.locator("main").inner_html()))
            assert seen[0] == seen[1], f"{page.url} differs from a page that does not exist"
    assert_fit_for_all(page)
    picture(page, "partner-not-found")


@both_widths
def test_two_leads_of_a_programme_change_the_same_record(
    enter: Callable[..., Page],  # noqa: F811
    other_lead: User,
    visit: Callable[..., Page],
    assert_fit_for_all: Callable[[Page], None],
    live_server: LiveServer,
    width: int,
) -> None:
    joint = Programme.objects.get(code=JOINT)
    company = joint.organisations.order_by("name")[0]
    candidate = joint.candidates.order_by("alias")[0]
    first = enter("partner", f"/companies/{company.pk}/edit/", width)
    second = visit("/log-in/", locale="sv-SE", viewport={"width": width, "height": 900})
    become(second, other_lead, live_server.url)
    second.goto(f"{live_server.url}/companies/{company.pk}/edit/")

    # each changes what the other one wrote; with the form open twice, the second is told and has the last word
    assert_fit_for_all(first)
    picture(first, "partner-company-edit")
    first.locator("[name=looks_for]").fill("Automasjonsingeniører")
    first.locator("main form button.ds-button").first.click()
    expect(first.get_by_role("status").first).to_be_visible()
    unwatched = second.context.new_page()  # the answer is a 409, an error in the console
    unwatched.goto(f"{live_server.url}/companies/{company.pk}/edit/")
    expect(unwatched.locator("[name=looks_for]")).to_have_value("Automasjonsingeniører")
    first.goto(f"{live_server.url}/companies/{company.pk}/edit/")
    first.locator("[name=looks_for]").fill("Automasjon og robotikk")
    first.locator("main form button.ds-button").first.click()
    expect(first.get_by_role("status").first).to_be_visible()
    unwatched.locator("[name=looks_for]").fill("Automationsingenjörer")
    unwatched.locator("main form button.ds-button").first.click()
    told = unwatched.get_by_role("alert")
    expect(told).to_contain_text("Automasjon og robotikk")
    assert_fit_for_all(unwatched)
    picture(unwatched, "partner-company-meanwhile")
    unwatched.locator("main form button.ds-button").first.click()
    expect(unwatched.get_by_role("status").first).to_be_visible()
    company.refresh_from_db()
    assert company.looks_for == "Automationsingenjörer"
    unwatched.close()

    # what one lead takes out of a profile the other brings back
    for page in (first, second):
        page.goto(f"{live_server.url}/candidates/{candidate.pk}/profile/")
    assert_fit_for_all(second)
    skill = first.locator("#skill .known").first
    named = skill.get_attribute("id")
    skill.locator("summary").click()
    skill.locator("button[value=wrong]").click()
    expect(first.locator(f"#{named}.is-rejected")).to_be_visible()
    second.reload()
    expect(second.locator(f"#{named}.is-rejected")).to_be_visible()
    second.locator(f"#{named} button").click()
    expect(second.locator(f"#{named} summary")).to_be_visible()
    assert_fit_for_all(second)
    picture(second, "partner-profile")

    # and both open and close the same opportunity
    ad = joint.opportunities.order_by("code")[0]
    for page, action in ((first, "close"), (second, "open")):
        page.goto(f"{live_server.url}/opportunities/{ad.pk}/")
        page.locator(f"form[action$='/{action}/'] button").first.click()
        expect(page.get_by_role("status").first).to_be_visible()
        assert_fit_for_all(page)
