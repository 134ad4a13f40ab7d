"""Who may see what: chosen in one tap, withdrawn in one; the notice about ranking comes before the first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.people import queries
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.models import Candidate, CandidateBackground, ConsentEntry
from tests.factories import UserFactory
from tests.scenarios.first_match import FirstMatch
from tests.web.conftest import Visitor

PAGE = "/my-page/privacy/"
ANSWER = f"{PAGE}answer/"


@pytest.fixture
def owner(moment: FirstMatch) -> User:
    """The welder who speaks no Danish, in one programme, with answers that were brought along."""
    user = UserFactory(role=Role.CANDIDATE)
    Candidate.objects.filter(pk=moment.foreign_welder.pk).update(user=user)
    moment.foreign_welder.refresh_from_db()
    return user


@pytest.fixture
def mine(owner: User, visitor: Visitor) -> Client:
    return visitor(owner)


def shown(client: Client, address: str = PAGE) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def me(moment: FirstMatch) -> Candidate:
    return Candidate.objects.get(pk=moment.foreign_welder.pk)


# --- the notice -----------------------------------------------------------------------------------------------------


def test_notice_comes_before_the_first_ranking(moment: FirstMatch, mine: Client) -> None:
    for address in ("/my-page/", f"/my-page/opportunities/{moment.welder_ad.pk}/"):
        assert mine.get(address).headers["Location"] == "/my-page/ranking/"
    html = shown(mine, "/my-page/ranking/")
    for part in ("What is compared", "What is never used", "Who decides", "If you do not agree"):
        assert part in html

    response = mine.post(ANSWER, {"purpose": "matching", "said": "yes", "next": "home"})

    assert response.headers["Location"] == "/my-page/"
    assert "open opportunities fit" in shown(mine, "/my-page/")
    entry = ConsentEntry.objects.latest("pk")
    assert (entry.purpose, entry.channel, entry.language, entry.is_given) == ("matching", "web", "en", True)
    assert queries.notice_seen_at(me(moment)) == entry.at


def test_who_says_no_has_a_page_without_a_ranking(moment: FirstMatch, mine: Client) -> None:
    mine.post(ANSWER, {"purpose": "matching", "said": "no", "next": "home"})
    html = shown(mine, "/my-page/")
    assert "open opportunities fit" not in html
    assert "You are not matched" in html
    why = mine.get(f"/my-page/opportunities/{moment.welder_ad.pk}/")
    assert why.headers["Location"] == "/my-page/"


def test_notice_is_in_the_language_that_is_noted(moment: FirstMatch, owner: User, visitor: Visitor) -> None:
    visitor(owner, "da").post(ANSWER, {"purpose": "matching", "said": "yes"})
    assert ConsentEntry.objects.latest("pk").language == "da"


# --- who sees what --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "programmes", "sees"),
    [("all", [], True), ("programmes", ["prøve"], True), ("apply", [], False), ("nobody", [], False)],
)
def test_choice_holds_for_companies_at_once(
    moment: FirstMatch,
    mine: Client,
    of_software: User,
    visitor: Visitor,
    choice: str,
    programmes: list[str],
    sees: bool,
) -> None:
    moment.programme.organisations.add(moment.software)
    company = visitor(of_software)

    mine.post(f"{PAGE}showing/", {"showing": choice, "programme": programmes})

    assert company.get(f"/candidates/{moment.foreign_welder.pk}/").status_code == (200 if sees else 404)
    html = shown(mine)
    assert f'value="{choice}" checked' in html
    share = queries.has_consent(me(moment), ConsentPurpose.SHARE_ON_APPLICATION)
    assert share == (choice != "nobody")


def test_company_of_another_programme_sees_nobody(
    moment: FirstMatch, mine: Client, of_software: User, visitor: Visitor
) -> None:
    mine.post(f"{PAGE}showing/", {"showing": "programmes", "programme": ["prøve"]})
    assert visitor(of_software).get(f"/candidates/{moment.foreign_welder.pk}/").status_code == 404


@pytest.mark.parametrize(
    "fields", [{"showing": "programmes"}, {"showing": "programmes", "programme": ["no-such"]}]
)
def test_programmes_need_one_of_ones_own(moment: FirstMatch, mine: Client, fields: dict[str, object]) -> None:
    mine.post(f"{PAGE}showing/", fields)
    assert "Choose at least one programme" in shown(mine)
    assert me(moment).is_visible_to_companies


def test_page_shows_exactly_what_a_company_sees(
    moment: FirstMatch, mine: Client, of_software: User, visitor: Visitor
) -> None:
    theirs = shown(visitor(of_software), f"/candidates/{moment.foreign_welder.pk}/")
    own = shown(mine)
    for part in ('<div class="marked-text">', "<dt>"):
        assert part in own
    cut = theirs[theirs.index('<div class="marked-text">') :].split("</div>")[0]
    assert cut in own
    assert "Prøvesen" not in own


def test_history_lists_every_answer_latest_first(mine: Client) -> None:
    mine.post(ANSWER, {"purpose": "opportunity_mails", "said": "yes"})
    mine.post(ANSWER, {"purpose": "opportunity_mails", "said": "no"})
    html = shown(mine)
    history = html[html.index('<ol class="history') :]
    assert history.index("<strong>No</strong> Mails") < history.index("<strong>Yes</strong> Mails")
    assert "brought along from elsewhere" in history


def test_withdrawing_takes_one_tap_like_giving(moment: FirstMatch, mine: Client) -> None:
    for said, stands in (("yes", True), ("no", False), ("yes", True)):
        response = mine.post(ANSWER, {"purpose": "matching", "said": said})
        assert response.headers["Location"] == PAGE
        assert me(moment).is_matched == stands


@pytest.mark.parametrize(
    "fields",
    [{}, {"purpose": "matching"}, {"purpose": "x", "said": "yes"}, {"purpose": "matching", "said": "maybe"},
     {"purpose": "shown_to_companies", "said": "yes"}],
)  # fmt: skip
def test_answer_to_nothing_is_refused(mine: Client, fields: dict[str, str]) -> None:
    before = ConsentEntry.objects.count()
    assert mine.post(ANSWER, fields).status_code == 400
    assert ConsentEntry.objects.count() == before


def test_groups_are_said_with_consent_and_removed_with_it(moment: FirstMatch, mine: Client) -> None:
    mine.post(f"{PAGE}groups/", {"said": "yes", "sex": "x", "origin": "eu", "native_language": "pl"})
    assert me(moment).background.sex == "x"
    assert '<option value="pl" selected' in shown(mine)

    mine.post(f"{PAGE}groups/", {"said": "no"})

    assert not CandidateBackground.objects.filter(candidate=moment.foreign_welder).exists()


@pytest.mark.parametrize("fields", [{}, {"sex": "q"}, {"origin": "mars"}, {"native_language": "klingon"}])
def test_groups_that_are_none_are_not_stored(
    moment: FirstMatch, mine: Client, fields: dict[str, str]
) -> None:
    before = me(moment).background.sex
    mine.post(f"{PAGE}groups/", {"said": "yes", **fields})
    assert me(moment).background.sex == before


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CANDIDATE])
def test_privacy_is_ones_own(moment: FirstMatch, visitor: Visitor, role: Role) -> None:
    client = visitor(role)
    assert client.get(PAGE).status_code == 403
    for address in ("showing/", "answer/", "groups/"):
        assert client.post(f"{PAGE}{address}", {"purpose": "matching", "said": "no"}).status_code == 403


def test_page_takes_a_fixed_number_of_queries(
    moment: FirstMatch, mine: Client, django_assert_num_queries: Callable[..., object]
) -> None:
    for said, queries_made in (("yes", 41), ("no", 20), ("yes", 41)):
        mine.post(ANSWER, {"purpose": "matching", "said": said})
        shown(mine)
        with django_assert_num_queries(queries_made):
            shown(mine)
