"""Opportunities: what each role finds in the list and on the page of one, and what turning a dial answers."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.matching.queries import rank_candidates
from brobygger.apps.opportunities.actions import set_language_need
from brobygger.apps.opportunities.enums import LanguageModality, LanguageSetting, OpportunityState
from brobygger.apps.opportunities.models import LanguageNeed, Opportunity
from brobygger.core.matching import Conditions, Rule
from brobygger.core.reading import Level
from tests.factories import OpportunityFactory, UserFactory
from tests.factories.moments import LATER
from tests.scenarios.first_match import FirstMatch
from tests.web.conftest import Visitor

COFFEE = "language:da:coffee"


def page_of(opportunity: Opportunity, what: str = "") -> str:
    return f"/opportunities/{opportunity.pk}/{what}"


def shown(client: Client, address: str, **fields: str) -> str:
    response = client.get(address, fields)
    assert response.status_code == 200
    return without_tokens(response.content.decode())


def fragment_of(client: Client, address: str, **fields: str) -> str:
    """What the page's script is answered."""
    response = client.get(address, fields, headers={"HX-Request": "true"})
    assert response.status_code == 200
    return without_tokens(response.content.decode())


def without_tokens(html: str) -> str:
    """The tokens of forms differ from one answer to the next."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", html)


def listed(html: str) -> list[str]:
    """Names of the candidates, in the order of the page."""
    return re.findall(r">(Talent \d{3})</a>", html)


# --- the list ------------------------------------------------------------------------------------------


def test_list_shows_everything_to_those_who_run_the_programme(moment: FirstMatch, visitor: Visitor) -> None:
    html = shown(visitor(Role.SECRETARIAT), "/opportunities/")

    assert "2 opportunities" in html
    assert "Fjordsvejs" in html
    assert "Kodehuset Prøve" in html


def test_list_shows_a_company_its_own_in_any_state(
    moment: FirstMatch, visitor: Visitor, of_software: User
) -> None:
    OpportunityFactory(organisation=moment.software, title="Tester", state=OpportunityState.DRAFT)
    html = shown(visitor(of_software), "/opportunities/")

    assert "2 opportunities" in html
    assert "Tester" in html
    assert "Fjordsvejs" not in html


def test_list_shows_a_candidate_the_open_ones(moment: FirstMatch, visitor: Visitor) -> None:
    OpportunityFactory(title="Secret plan", state=OpportunityState.DRAFT)

    html = shown(visitor(Role.CANDIDATE), "/opportunities/")

    assert "2 opportunities" in html
    assert "Secret plan" not in html


@pytest.mark.parametrize(
    ("fields", "titles"),
    [
        ({"text": "python"}, {"Software developer"}),
        ({"text": "fjordsvejs"}, {"Welder"}),
        ({"kind": "job"}, {"Welder", "Software developer"}),
        ({"country": "NO"}, set()),
        ({"paid_by": "programme"}, set()),
        ({"programme": "prøve", "language": "en"}, {"Welder", "Software developer"}),
        ({"page": "no number"}, {"Welder", "Software developer"}),
    ],
)
def test_list_is_narrowed(
    moment: FirstMatch, visitor: Visitor, fields: dict[str, str], titles: set[str]
) -> None:
    html = shown(visitor(Role.MANAGER), "/opportunities/", **fields)

    assert {title for title in ("Welder", "Software developer") if f">{title}</a>" in html} == titles
    assert ("No opportunity fits these choices" in html) == (not titles)


def test_list_speaks_the_visitors_language(moment: FirstMatch, visitor: Visitor) -> None:
    client = visitor(Role.MANAGER)
    assert "<h1" in shown(client, "/opportunities/")
    assert ">Opportunities</h1>" in shown(client, "/opportunities/")

    client.post("/settings/language/", {"language": "da", "next": "/opportunities/"})

    assert ">Muligheder</h1>" in shown(client, "/opportunities/")


@pytest.mark.parametrize("size", [1, 3])
def test_list_takes_a_fixed_number_of_queries(
    visitor: Visitor, size: int, django_assert_num_queries: Callable[..., object]
) -> None:
    OpportunityFactory.create_batch(size)
    client = visitor(Role.MANAGER)

    with django_assert_num_queries(12):  # the visitor 4, count 1, rows 1, titles 1, choices of the filters 5
        shown(client, "/opportunities/")


# --- the page of one -----------------------------------------------------------------------------------


def test_page_marks_what_was_understood(moment: FirstMatch, visitor: Visitor) -> None:
    html = shown(visitor(Role.MANAGER), page_of(moment.developer_ad))

    assert re.search(r'<mark class="mark mark-skill" title="Skill: Python \([^)]+\)">Python</mark>', html)
    assert "3 people fit all conditions" not in html
    assert listed(html)[0] == "Talent 003"


def test_page_of_an_own_opportunity_names_nobody_hidden(
    moment: FirstMatch, visitor: Visitor, of_software: User
) -> None:
    html = shown(visitor(of_software), page_of(moment.developer_ad))

    assert "Talent 003" in html
    assert "Talent 004" not in html
    assert "1 of them does not show a profile to companies." in html
    assert "Prøvesen" not in html


def test_page_of_another_companys_opportunity_is_refused(
    moment: FirstMatch, visitor: Visitor, of_software: User
) -> None:
    client = visitor(of_software)

    assert client.get(page_of(moment.welder_ad)).status_code == 404
    assert client.get(page_of(moment.welder_ad, "what-if/")).status_code == 404
    assert client.post(page_of(moment.welder_ad, "language-need/"), {"codes": "da"}).status_code == 404


@pytest.mark.parametrize("role", [Role.COUNCIL, Role.FUNDER])
def test_opportunities_are_refused_to_other_roles(moment: FirstMatch, visitor: Visitor, role: Role) -> None:
    client = visitor(role)

    assert client.get("/opportunities/").status_code == 403
    assert client.get(page_of(moment.welder_ad)).status_code == 403


def test_candidate_sees_the_ad_without_the_others(moment: FirstMatch, visitor: Visitor) -> None:
    client = visitor(Role.CANDIDATE)
    html = shown(client, page_of(moment.welder_ad))

    assert "You know" in html
    assert listed(html) == []
    assert "What is the language used for?" not in html
    assert client.get(page_of(moment.welder_ad, "what-if/")).status_code == 403


def test_page_of_nothing_does_not_exist(visitor: Visitor) -> None:
    assert visitor(Role.MANAGER).get("/opportunities/999999/").status_code == 404


def test_visitor_who_is_not_logged_in_is_asked_to(moment: FirstMatch, client: Client) -> None:
    assert client.get(page_of(moment.welder_ad)).status_code == 302


# --- dials ---------------------------------------------------------------------------------------------


def test_fragment_of_a_dial_equals_a_full_computation(moment: FirstMatch, visitor: Visitor) -> None:
    client = visitor(Role.MANAGER)
    before = shown(client, page_of(moment.welder_ad))
    assert "1 person fits all conditions" in before

    turned = fragment_of(client, page_of(moment.welder_ad, "what-if/"), **{"language-da": COFFEE})

    assert turned.lstrip().startswith('<div id="reach"')
    assert "4 people fit all conditions" in turned
    assert '<b class="tabular">+3</b>' in turned
    set_language_need(
        opportunity=moment.welder_ad,
        codes=["da"],
        setting=LanguageSetting.INFORMAL,
        modality=LanguageModality.REQUIRED,
        level=Level.A2,
        by=None,
        at=LATER,
    )
    stored = rank_candidates(moment.welder_ad, user=UserFactory(role=Role.MANAGER), language="en")
    assert listed(turned) == [row.alias for row in stored.rows]
    assert re.findall(r'<progress class="bar" max="100" value="(\d+)"', turned) == [
        str(row.percent) for row in stored.rows
    ]


def test_fragment_marks_whom_a_dial_gains(moment: FirstMatch, visitor: Visitor) -> None:
    turned = fragment_of(visitor(Role.MANAGER), page_of(moment.welder_ad, "what-if/"), dial=COFFEE)

    assert len(re.findall(r'class="candidate gained"', turned)) == 3


def test_fragment_without_a_dial_is_the_list_of_the_page(moment: FirstMatch, visitor: Visitor) -> None:
    client = visitor(Role.MANAGER)

    fragment = fragment_of(client, page_of(moment.welder_ad, "what-if/"), **{"language-da": ""})

    assert fragment.strip() in shown(client, page_of(moment.welder_ad))


@pytest.mark.parametrize("key", ["language:xx:A1", "nonsense", "'; drop table"])
def test_unknown_dial_does_not_exist(moment: FirstMatch, visitor: Visitor, key: str) -> None:
    response = visitor(Role.MANAGER).get(page_of(moment.welder_ad, "what-if/"), {"dial": key})

    assert response.status_code == 404


def test_without_a_script_a_dial_answers_the_whole_page(moment: FirstMatch, visitor: Visitor) -> None:
    page = shown(visitor(Role.MANAGER), page_of(moment.welder_ad, "what-if/"), dial=COFFEE)

    assert page.startswith("<!doctype html>")
    assert "4 people fit all conditions" in page
    assert re.search(rf'value="{COFFEE}" checked', page)


def test_dial_keeps_what_the_list_is_narrowed_to(moment: FirstMatch, visitor: Visitor) -> None:
    client, address = visitor(Role.MANAGER), page_of(moment.welder_ad, "what-if/")
    everybody = listed(fragment_of(client, address, dial=COFFEE))

    narrowed = listed(fragment_of(client, address, dial=COFFEE, language="da"))

    assert 0 < len(narrowed) < len(everybody)
    assert set(narrowed) < set(everybody)
    assert 'name="language" value="da"' in shown(client, page_of(moment.welder_ad), language="da")


def test_reader_chooses_whether_the_unknown_passes(moment: FirstMatch, visitor: Visitor) -> None:
    client, user = visitor(Role.MANAGER), UserFactory(role=Role.MANAGER)
    strict = Conditions(strict=frozenset(Rule))
    expected = rank_candidates(moment.welder_ad, user=user, language="en", conditions=strict)
    usual = rank_candidates(moment.welder_ad, user=user, language="en")

    page = shown(client, page_of(moment.welder_ad), unknown="excludes")

    assert expected.eligible < usual.eligible
    assert listed(page) == [row.alias for row in expected.rows]


def test_turning_a_dial_stores_nothing(moment: FirstMatch, visitor: Visitor) -> None:
    client = visitor(Role.MANAGER)
    entries = AuditEntry.objects.count()

    shown(client, page_of(moment.welder_ad, "what-if/"), dial=COFFEE)

    assert (AuditEntry.objects.count(), LanguageNeed.objects.count()) == (entries, 0)
    assert client.post(page_of(moment.welder_ad, "what-if/"), {"dial": COFFEE}).status_code == 405


@pytest.mark.parametrize("address", ["", "what-if/"])
def test_page_takes_a_fixed_number_of_queries(
    moment: FirstMatch, visitor: Visitor, address: str, django_assert_max_num_queries: Callable[..., object]
) -> None:
    client = visitor(Role.MANAGER)
    shown(client, page_of(moment.developer_ad, address))  # the pool and the vocabulary are kept from now on

    with django_assert_max_num_queries(40):
        shown(client, page_of(moment.developer_ad, address))


# --- what a language is used for -----------------------------------------------------------------------


def use(html: str, language: str) -> list[str]:
    """What the forms of one language hold: modality and level, in the work itself and over coffee."""
    form = rf'aria-label="{language}, [^"]+">(.*?)</form>'
    return [
        " ".join(re.findall(r'<option(?: value="\w+")? selected>([^<]+)<', found))
        for found in re.findall(form, html, re.DOTALL)
    ]


def test_forms_hold_what_the_ad_says(moment: FirstMatch, visitor: Visitor) -> None:
    html = shown(visitor(Role.MANAGER), page_of(moment.welder_ad))

    assert use(html, "Danish") == ["A must B2", "Not needed A2"]
    assert use(html, "English") == ["Not needed B2", "Not needed A2"]  # the ad's own language


def test_company_corrects_what_a_language_is_used_for(
    moment: FirstMatch, visitor: Visitor, of_software: User
) -> None:
    moment.welding.contacts.add(of_software)
    client = visitor(of_software)
    said = {"codes": "da", "setting": "formal", "modality": "preferred", "level": "A2"}

    response = client.post(page_of(moment.welder_ad, "language-need/"), said, follow=True)

    html = response.content.decode()
    assert response.redirect_chain == [(page_of(moment.welder_ad), 302)]
    assert "The language need is saved" in html
    assert use(html, "Danish")[0] == "An advantage A2"
    assert "4 people fit all conditions" in html


def test_need_that_was_taken_away_can_be_said_again(moment: FirstMatch, visitor: Visitor) -> None:
    client = visitor(Role.SECRETARIAT)
    said = {"codes": "da", "setting": "formal", "modality": "not_required", "level": "B2"}
    html = client.post(page_of(moment.welder_ad, "language-need/"), said, follow=True).content.decode()
    assert use(html, "Danish")[0] == "Not needed B2"

    html = client.post(
        page_of(moment.welder_ad, "language-need/"), said | {"modality": "required"}, follow=True
    ).content.decode()

    assert use(html, "Danish")[0] == "A must B2"
    assert "1 person fits all conditions" in html


@pytest.mark.parametrize(
    "wrong",
    [{"codes": ""}, {"setting": "shouting"}, {"modality": "held"}, {"level": "C3"}, {"level": ""}],
)
def test_wrong_language_need_is_refused_with_words(
    moment: FirstMatch, visitor: Visitor, wrong: dict[str, str]
) -> None:
    said = {"codes": "da", "setting": "formal", "modality": "required", "level": "B1"} | wrong

    response = visitor(Role.MANAGER).post(page_of(moment.welder_ad, "language-need/"), said, follow=True)

    assert 'role="alert"' in response.content.decode()
    assert not LanguageNeed.objects.exists()
