"""A company gives its ad in other languages, and is told what is not right, out of date or somebody else's."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import now

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.opportunities.actions import change_ad, decide_on_opportunity
from brobygger.apps.opportunities.models import Opportunity, OpportunityTranslation
from brobygger.apps.organisations.enums import ContactRight
from tests.factories import ContactFactory, OpportunityTranslationFactory, UserFactory
from tests.factories.moments import LATER, NOW
from tests.scenarios.first_match import FirstMatch
from tests.web.conftest import Visitor

TEXT = "Svejser\n\nVi søger en svejser, der kan arbejde selvstændigt og kender virksomheden.\n"
SWEDISH = "Svetsare\n\nVi söker en svetsare som kan arbeta självständigt och känner till verksamheten.\n"
SAID = {"language": "da", "title": "Svejser", "text": TEXT, "translator": "person", "seen": ""}


@pytest.fixture
def ad(moment: FirstMatch) -> Opportunity:
    return moment.welder_ad


@pytest.fixture
def of_welding(moment: FirstMatch) -> User:
    return ContactFactory(organisation=moment.welding).user


def address(ad: Opportunity, what: str = "") -> str:
    return f"/opportunities/{ad.pk}/translations/{what}"


def shown(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return unescape(response.content.decode())


def save(client: Client, ad: Opportunity, **given: str) -> Any:
    return client.post(address(ad, "save/"), {**SAID, **given})


def seen_in(html: str) -> str:
    """What the form says that it was made with."""
    form = html[html.index('id="translation"') :]
    found = re.search(r'name="seen" value="([\w:]*)"', form)
    assert found
    return found[1]


def test_company_translates_its_ad_from_its_page(ad: Opportunity, of_welding: User, visitor: Visitor) -> None:
    company = visitor(of_welding)
    assert f'href="{address(ad)}"' in shown(company, f"/opportunities/{ad.pk}/")

    html = shown(company, address(ad))
    assert "Only the original is read by Brobygger" in html
    assert re.findall(r'<option value="(\w+)"', html[html.index('name="language"') :])[:3] == [
        "da",
        "nb",
        "sv",
    ]
    assert not re.search(r'type="radio"[^>]*checked', html), "nobody is assumed"
    told = save(company, ad)

    assert told.status_code == 302
    row = OpportunityTranslation.objects.get()
    assert (row.language, row.title, row.translator, row.saved_by) == ("da", "Svejser", "person", of_welding)
    html = shown(company, address(ad))
    assert "Saved. Whoever reads in Danish gets this translation." in html
    assert '<span lang="da">Svejser</span>' in html
    assert "Translated by a person" in html


def test_company_saves_a_translation_again_and_removes_it(
    ad: Opportunity, of_welding: User, visitor: Visitor
) -> None:
    OpportunityTranslationFactory(opportunity=ad, text=TEXT.strip())
    company = visitor(of_welding)
    html = shown(company, address(ad, "?language=da"))
    assert "kender virksomheden" in html[html.index("<textarea") : html.index("</textarea>")]
    assert re.search(r'value="person"[^>]*checked', html)

    save(company, ad, seen=seen_in(html), translator="machine", title="Svejser i Aarhus")
    row = OpportunityTranslation.objects.get()
    assert (row.title, row.translator) == ("Svejser i Aarhus", "machine")

    stale = company.post(address(ad, "remove/"), {"language": "da", "seen": seen_in(html)}, follow=True)
    assert "look at it first" in stale.content.decode()
    assert OpportunityTranslation.objects.exists()
    told = company.post(address(ad, "remove/"), {"language": "da", "seen": row.digest}, follow=True)
    assert "Removed. Its readers get the original." in told.content.decode()
    assert not OpportunityTranslation.objects.exists()


def test_another_language_chosen_in_the_form_of_one_is_a_translation_of_its_own(
    ad: Opportunity, of_welding: User, visitor: Visitor
) -> None:
    company = visitor(of_welding)
    save(company, ad)
    html = shown(company, address(ad, "?language=da"))

    told = save(company, ad, seen=seen_in(html), language="sv", title="Svetsare", text=SWEDISH)

    assert told.status_code == 302
    assert sorted(one.language for one in OpportunityTranslation.objects.all()) == ["da", "sv"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"translator": ""}, "Say whether a person or a machine has translated it."),
        ({"title": " "}, "This field is required."),
        ({"text": "..."}, "Translate both the title and the text."),
        ({"language": "en"}, "Select a valid choice."),
        ({"title": "x" * 301}, "at most 300 characters"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    ad: Opportunity, of_welding: User, visitor: Visitor, given: dict[str, str], message: str
) -> None:
    answer = save(visitor(of_welding), ad, **given)

    html = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert message in html
    assert given.get("text", "kender virksomheden") in html
    assert not OpportunityTranslation.objects.exists()


def test_text_that_looks_like_another_language_is_asked_about(
    ad: Opportunity, of_welding: User, visitor: Visitor
) -> None:
    company = visitor(of_welding)

    doubted = save(company, ad, text=SWEDISH)
    html = unescape(doubted.content.decode())
    assert doubted.status_code == 422
    assert "This looks like Swedish, not Danish." in html
    assert "It is Danish all the same." in html
    assert "verksamheten" in html
    assert not OpportunityTranslation.objects.exists()

    assert save(company, ad, text=SWEDISH, is_confirmed="yes").status_code == 302
    assert OpportunityTranslation.objects.get().text == SWEDISH.strip()


def test_second_of_two_editors_is_told_and_keeps_what_was_typed(
    ad: Opportunity, of_welding: User, visitor: Visitor
) -> None:
    save(visitor(of_welding), ad, title="Svejser, først")

    second = visitor(Role.SECRETARIAT)
    answer = save(second, ad, title="Svejser, sidst", text=TEXT + "Kom forbi.\n")
    html = unescape(answer.content.decode())

    assert answer.status_code == 409
    assert "Somebody else saved this translation while you were writing" in html
    assert "Svejser, først" in html and "Svejser, sidst" in html and "Kom forbi." in html
    assert OpportunityTranslation.objects.get().title == "Svejser, først"
    again = save(second, ad, title="Svejser, sidst", text=TEXT + "Kom forbi.\n", seen=seen_in(html))
    assert again.status_code == 302
    assert OpportunityTranslation.objects.get().title == "Svejser, sidst"


def test_removed_meanwhile_is_told_and_can_be_saved_again(
    ad: Opportunity, of_welding: User, visitor: Visitor
) -> None:
    company = visitor(of_welding)
    answer = save(company, ad, seen=f"da:{'0' * 64}")

    html = unescape(answer.content.decode())
    assert answer.status_code == 409
    assert "Somebody else removed this translation while you were writing" in html
    assert save(company, ad, seen=seen_in(html)).status_code == 302


def test_company_is_told_that_the_original_has_changed(
    ad: Opportunity, of_welding: User, visitor: Visitor
) -> None:
    company = visitor(of_welding)
    save(company, ad)
    warning = "The ad has changed since it was translated (Danish)."
    assert warning not in shown(company, f"/opportunities/{ad.pk}/")

    change_ad(opportunity=ad, title="Senior welder", text=ad.text, by=None, at=now())
    assert warning in shown(company, f"/opportunities/{ad.pk}/")
    html = shown(company, address(ad, "?language=da"))
    assert "The original has changed since" in html

    save(company, ad, seen=seen_in(html))
    assert warning not in shown(company, f"/opportunities/{ad.pk}/")


def test_translation_into_the_language_that_the_ad_is_in_now_can_only_be_removed(
    ad: Opportunity, of_welding: User, visitor: Visitor
) -> None:
    OpportunityTranslationFactory(opportunity=ad)
    change_ad(opportunity=ad, title="Svejser", text=TEXT, by=None, at=LATER)

    html = shown(visitor(of_welding), address(ad))

    assert "The ad itself is in this language now" in html
    assert "?language=da" not in html
    assert 'name="language" value="da"' in html


def test_company_is_warned_before_an_approval_is_lost(
    ad: Opportunity, of_welding: User, visitor: Visitor
) -> None:
    programme = ad.programme
    programme.approves_opportunities = True
    programme.save()
    company = visitor(of_welding)
    assert "New words have to be looked at too" not in shown(company, address(ad))

    manager = UserFactory(role=Role.MANAGER)
    decide_on_opportunity(opportunity=ad, programme=programme, approve=True, by=manager, at=NOW)
    assert "New words have to be looked at too" in shown(company, address(ad))


def test_company_sees_the_original_as_it_was_understood_and_the_others_by_a_link(
    ad: Opportunity, of_welding: User, visitor: Visitor
) -> None:
    OpportunityTranslationFactory(opportunity=ad)
    company = visitor(of_welding, language="da")
    page = f"/opportunities/{ad.pk}/"

    html = shown(company, page)
    assert 'lang="en">Welder</h1>' in html
    assert '<mark class="mark mark-skill"' in html
    assert f'href="{page}?text=da#ad-heading"' in html

    html = shown(company, f"{page}?text=da")
    assert 'lang="da">Svejser</h1>' in html
    assert '<div class="marked-text" lang="da">Svejser\nDu kan svejse.' in html
    assert f'href="{page}?text=en#ad-heading"' in html


def test_contact_who_only_reads_is_refused(ad: Opportunity, visitor: Visitor) -> None:
    reader = visitor(ContactFactory(organisation=ad.organisation, right=ContactRight.READ).user)

    assert reader.get(address(ad)).status_code == 403
    assert save(reader, ad).status_code == 403
    assert address(ad) not in shown(reader, f"/opportunities/{ad.pk}/")


@pytest.mark.parametrize("size", [1, 3])
def test_list_shows_titles_in_the_readers_language_with_a_fixed_number_of_queries(
    visitor: Visitor, size: int, django_assert_num_queries: Any
) -> None:
    OpportunityTranslationFactory.create_batch(size)
    client = visitor(Role.CANDIDATE, language="da")

    with django_assert_num_queries(12):  # as without translations, and one for the titles
        html = shown(client, "/opportunities/")
    assert html.count('lang="da">Svejser</a>') == size
