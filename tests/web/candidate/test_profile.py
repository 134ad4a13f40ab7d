"""A candidate's page: whole for its owner and those who run the programme, anonymous for companies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.matching.queries import rank_opportunities, steps_of
from brobygger.apps.opportunities.actions import set_language_need
from brobygger.apps.opportunities.enums import LanguageModality, LanguageSetting
from brobygger.apps.people.actions import add_fact, give_consent
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.models import Candidate
from brobygger.core.reading import Graduation, Language, Level, Modality
from tests.factories import CandidateDocumentFactory, CandidateFactory, OpportunityFactFactory, UserFactory
from tests.factories.moments import LATER, NOW
from tests.scenarios.first_match import FirstMatch
from tests.web.conftest import Visitor


def page_of(candidate: Candidate) -> str:
    return f"/candidates/{candidate.pk}/"


def read_the_notice(candidate: Candidate) -> None:
    give_consent(candidate=candidate, purpose=ConsentPurpose.MATCHING, by=None, at=NOW)


def shown(client: Client, address: str, **fields: str) -> str:
    response = client.get(address, fields)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def owner(moment: FirstMatch) -> User:
    """The welder who speaks no Danish."""
    user = UserFactory(role=Role.CANDIDATE)
    moment.foreign_welder.user = user
    moment.foreign_welder.save()
    read_the_notice(moment.foreign_welder)
    return user


def test_own_page_shows_name_cv_and_best_opportunities(
    moment: FirstMatch, visitor: Visitor, owner: User
) -> None:
    html = shown(visitor(owner), "/my-page/")

    assert ">Ida Prøvesen 002</h1>" in html
    assert '<mark class="mark mark-skill"' in html
    assert "1 of 2 open opportunities fit" in html
    best = rank_opportunities(moment.foreign_welder, language="en").rows[0].opportunity
    assert f'<a class="card-link" href="/my-page/opportunities/{best.pk}/" lang="en">{best.title}</a>' in html


@pytest.fixture
def within_reach(moment: FirstMatch) -> None:
    """The welder's ad asks for as much Danish as one course gives."""
    set_language_need(
        opportunity=moment.welder_ad,
        codes=["da"],
        setting=LanguageSetting.FORMAL,
        modality=LanguageModality.REQUIRED,
        level=Level.A1,
        by=None,
        at=LATER,
    )


@pytest.mark.usefixtures("within_reach")
def test_own_page_shows_the_step_that_opens_most(moment: FirstMatch, visitor: Visitor, owner: User) -> None:
    html = shown(visitor(owner), "/my-page/")

    steps = html[html.index('id="steps"') :]
    assert steps.count("<strong") == len(steps_of(moment.foreign_welder))
    first = steps[: steps.index("</li>")]
    assert "Danish" in first
    assert "A1" in first
    assert "1 opportunity becomes possible" in steps


@pytest.mark.usefixtures("within_reach")
def test_step_that_is_shown_is_true(moment: FirstMatch, visitor: Visitor, owner: User) -> None:
    """Whoever takes the step finds what it promised."""
    client = visitor(owner)
    assert "1 of 2 open opportunities fit" in shown(client, "/my-page/")

    learnt = Language("da", Level.A1, Modality.HELD)
    add_fact(candidate=moment.foreign_welder, value=learnt, by=None, at=LATER)

    assert "2 of 2 open opportunities fit" in shown(client, "/my-page/")


def test_user_without_a_profile_is_led_to_the_cv(visitor: Visitor) -> None:
    client = visitor(Role.CANDIDATE)
    for address in ("", "profile/", "wishes/", "privacy/", "ranking/"):
        response = client.get(f"/my-page/{address}")
        assert (response.status_code, response.headers["Location"]) == (302, "/my-page/cv/")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CANDIDATE])
def test_my_page_is_for_candidates(visitor: Visitor, role: Role) -> None:
    assert visitor(role).get("/my-page/").status_code == 403


def test_candidate_sees_the_own_page_only(moment: FirstMatch, visitor: Visitor, owner: User) -> None:
    client = visitor(owner)

    assert client.get(page_of(moment.foreign_welder)).status_code == 200
    assert client.get(page_of(moment.welder)).status_code == 404
    assert client.get("/candidates/").status_code == 403


@pytest.mark.parametrize("role", [Role.COUNCIL, Role.FUNDER, Role.AGENCY, Role.AMBASSADOR])
def test_candidates_are_refused_to_other_roles(moment: FirstMatch, visitor: Visitor, role: Role) -> None:
    assert visitor(role).get(page_of(moment.welder)).status_code == 403


def test_visitor_who_is_not_logged_in_sees_nobody(moment: FirstMatch, client: Client) -> None:
    response = client.get(page_of(moment.welder))

    assert response.status_code in (302, 403)
    assert b"Skills" not in response.content


def test_company_sees_an_anonymous_profile(moment: FirstMatch, visitor: Visitor, of_software: User) -> None:
    html = shown(visitor(of_software), page_of(moment.developer))

    assert ">Talent 003</h1>" in html
    assert "Python" in html
    assert "Prøvesen" not in html
    assert "open opportunities fit" not in html
    assert "The step that opens most" not in html


def test_company_cannot_see_who_does_not_show_itself(
    moment: FirstMatch, visitor: Visitor, of_software: User
) -> None:
    assert visitor(of_software).get(page_of(moment.hidden_developer)).status_code == 404


def test_pair_is_explained_to_the_company_it_concerns(
    moment: FirstMatch, visitor: Visitor, of_software: User
) -> None:
    client = visitor(of_software)

    own = shown(client, page_of(moment.welder), **{"for": str(moment.developer_ad.pk)})
    another = shown(client, page_of(moment.welder), **{"for": str(moment.welder_ad.pk)})

    assert "For “Software developer”" in own
    assert "For “Welder”" not in another


@pytest.mark.parametrize("asked", ["0", "9" * 40, "-1", "x", ""])
def test_pair_with_nothing_is_the_plain_page(moment: FirstMatch, visitor: Visitor, asked: str) -> None:
    html = shown(visitor(Role.MANAGER), page_of(moment.welder), **{"for": asked})

    assert 'id="why"' not in html


def test_those_who_run_the_programme_see_who_it_is(moment: FirstMatch, visitor: Visitor) -> None:
    html = shown(visitor(Role.SECRETARIAT), page_of(moment.hidden_developer))

    assert "Ida Prøvesen 004" in html
    assert ">Talent 004</h1>" in html


def test_secretariat_sees_what_was_added_by_hand(moment: FirstMatch, visitor: Visitor) -> None:
    june = Graduation(dt.date(2027, 6, 1), dt.date(2027, 6, 30))
    add_fact(candidate=moment.welder, value=june, by=None, at=NOW)

    html = shown(visitor(Role.SECRETARIAT), page_of(moment.welder))

    assert "<dt>Graduation</dt><dd>June 2027</dd>" in html


def test_page_speaks_the_visitors_language(moment: FirstMatch, visitor: Visitor, owner: User) -> None:
    pages = {language: shown(visitor(owner, language), "/my-page/") for language in ("en", "da", "nb", "sv")}

    assert ">The step that opens most<" in pages["en"]
    assert len({page[page.index('id="steps"') :][:60] for page in pages.values()}) == 4


def test_reading_a_page_stores_nothing(moment: FirstMatch, visitor: Visitor, owner: User) -> None:
    client = visitor(owner)
    entries = AuditEntry.objects.count()

    shown(client, "/my-page/")

    assert AuditEntry.objects.count() == entries
    assert client.post("/my-page/").status_code == 405


@pytest.mark.parametrize("size", [1, 3])
def test_own_page_takes_a_fixed_number_of_queries(
    vocabulary: object, visitor: Visitor, size: int, django_assert_num_queries: Callable[..., object]
) -> None:
    user = UserFactory(role=Role.CANDIDATE)
    candidate = CandidateFactory(user=user)
    CandidateDocumentFactory(candidate=candidate)
    read_the_notice(candidate)
    OpportunityFactFactory.create_batch(size)
    client = visitor(user)
    shown(client, "/my-page/")

    with django_assert_num_queries(28):
        shown(client, "/my-page/")


def test_profile_that_has_just_begun_can_be_looked_at(vocabulary: object, visitor: Visitor) -> None:
    candidate = CandidateFactory()
    assert candidate.alias in shown(visitor(Role.SECRETARIAT), page_of(candidate))


def test_home_says_what_to_do_next(moment: FirstMatch, visitor: Visitor, owner: User) -> None:
    client = visitor(owner)
    before = shown(client, "/my-page/")
    assert 'id="to-do"' not in before

    moment.foreign_welder.facts.filter(kind="skill").update(confidence=0.4)
    moment.foreign_welder.preference.work_right = None
    moment.foreign_welder.preference.save()

    html = shown(client, "/my-page/")
    assert "Answer 1 question" in html
    assert '/my-page/wishes/?step=permit"' in html


def test_candidate_gets_from_an_ad_to_its_reasons(moment: FirstMatch, visitor: Visitor, owner: User) -> None:
    html = shown(visitor(owner), f"/opportunities/{moment.welder_ad.pk}/")
    assert f'href="/my-page/opportunities/{moment.welder_ad.pk}/"' in html
