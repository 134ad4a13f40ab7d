"""Why this place: the reasons, and what would have changed them; each promise is kept when it is tried out."""

from __future__ import annotations

import html as html_
import re
from collections.abc import Callable

import pytest
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.classifications.queries import taxonomy
from brobygger.apps.matching.queries import explain_pair, rank_candidates, view_pair
from brobygger.apps.opportunities.enums import OpportunityState
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.people.actions import Preferences, add_fact, give_consent, set_preferences
from brobygger.apps.people.adapters import preferences_of
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.models import Candidate
from brobygger.core.matching import Counterfactual, Side
from brobygger.core.reading import Language, Level, Modality, OpportunityKind, Skill
from tests.factories import UserFactory
from tests.factories.moments import LATER, NOW
from tests.scenarios.first_match import FirstMatch
from tests.web.conftest import Visitor


def page_of(opportunity: Opportunity) -> str:
    return f"/my-page/opportunities/{opportunity.pk}/"


def own(candidate: Candidate) -> User:
    user = UserFactory(role=Role.CANDIDATE)
    Candidate.objects.filter(pk=candidate.pk).update(user=user)
    give_consent(candidate=candidate, purpose=ConsentPurpose.MATCHING, by=None, at=NOW)
    return user


def shown(client: Client, opportunity: Opportunity) -> str:
    response = client.get(page_of(opportunity))
    assert response.status_code == 200
    return html_.unescape(response.content.decode())


def take(candidate: Candidate, key: str) -> None:
    """Do what a counterfactual names, by the ordinary way of pages and commands."""
    kind, _sep, rest = key.partition(":")
    wishes = preferences_of(Candidate.objects.select_related("preference").get(pk=candidate.pk))
    changed: Preferences | None = None
    if kind == "skill":
        concepts = taxonomy()
        label = concepts.preferred(concepts.index[rest], "en")
        add_fact(candidate=candidate, value=Skill(rest, label, Modality.HELD), by=None, at=LATER)
    elif kind == "language":
        code, _sep, level = rest.partition(":")
        add_fact(candidate=candidate, value=Language(code, Level(level), Modality.HELD), by=None, at=LATER)
    else:
        from dataclasses import replace

        values = {
            "move": lambda: {"moves_to": (*wishes.moves_to, rest)},
            "remote": lambda: {"remote": True},
            "commute": lambda: {"commute_minutes": int(rest)},
            "kind": lambda: {"kinds": (*wishes.kinds, OpportunityKind(rest))},
            "work_right": lambda: {"work_right": (*(wishes.work_right or ()), rest)},
        }[kind]()
        changed = replace(wishes, **values)
    if changed is not None:
        set_preferences(candidate=candidate, preferences=changed, by=None, at=LATER)


def rank_of(candidate: Candidate, opportunity: Opportunity, manager: User) -> int | None:
    rows = rank_candidates(opportunity, user=manager, language="en").rows
    return next((row.rank for row in rows if row.candidate_id == candidate.pk), None)


def changes_of(candidate: Candidate, opportunity: Opportunity) -> tuple[Counterfactual, ...]:
    view = view_pair(Candidate.objects.get(pk=candidate.pk), opportunity, language="en")
    assert view is not None
    return view.changes


@pytest.mark.parametrize("who", ["welder", "foreign_welder", "developer", "hidden_developer"])
@pytest.mark.parametrize("which", ["welder_ad", "developer_ad"])
def test_every_promise_is_kept_by_whoever_does_it(moment: FirstMatch, who: str, which: str) -> None:
    """Each is tried out on the stored records, matched anew from the database, and taken back."""
    from django.db import transaction

    manager = UserFactory(role=Role.MANAGER)
    candidate, opportunity = getattr(moment, who), getattr(moment, which)
    before = rank_of(candidate, opportunity, manager)
    for one in changes_of(candidate, opportunity):
        assert one.rank_before == before
        mark = transaction.savepoint()
        for key in one.keys:
            take(candidate, key)
        fresh = Candidate.objects.get(pk=candidate.pk)
        explanation = explain_pair(fresh, opportunity, language="en", side=Side.CANDIDATE)
        assert explanation is not None
        assert explanation.eligible
        assert round(100 * explanation.score) == round(100 * one.score)
        assert rank_of(candidate, opportunity, manager) == one.rank
        transaction.savepoint_rollback(mark)
        from brobygger.apps.matching.queries import forget_live

        forget_live()


def test_page_says_what_stands_in_the_way_and_what_would_open_it(
    moment: FirstMatch, visitor: Visitor
) -> None:
    page = shown(visitor(own(moment.foreign_welder)), moment.welder_ad)
    assert "Something stands in the way" in page
    assert "Danish" in page[page.index('class="tone-stop"') :][:200]
    first = re.search(r"<li class=\"opens\"><strong>(.*?)</strong><span>(.*?)</span>", page)
    assert first is not None
    assert first.group(1) == "Danish at B2"
    assert "You would meet all conditions" in first.group(2)


def test_page_says_how_far_a_place_would_rise(moment: FirstMatch, visitor: Visitor) -> None:
    page = shown(visitor(own(moment.hidden_developer)), moment.developer_ad)
    assert "You meet all conditions" in page
    assert "Learn: project management" in page
    assert "Your place in the list would rise from 2 to 1." in page


def test_page_shows_score_parts_and_reasons_but_no_other_candidate(
    moment: FirstMatch, visitor: Visitor
) -> None:
    page = shown(visitor(own(moment.welder)), moment.welder_ad)
    assert "What the score is made of" in page
    assert "What speaks for you" in page
    assert "Talent 002" not in page
    assert "A person decides" in page


def test_opportunity_that_is_not_open_is_not_found(moment: FirstMatch, visitor: Visitor) -> None:
    Opportunity.objects.filter(pk=moment.welder_ad.pk).update(state=OpportunityState.DRAFT)
    assert visitor(own(moment.welder)).get(page_of(moment.welder_ad)).status_code == 404


def test_others_have_their_own_page_of_an_opportunity(moment: FirstMatch, visitor: Visitor) -> None:
    response = visitor(Role.SECRETARIAT).get(page_of(moment.welder_ad))
    assert response.headers["Location"] == f"/opportunities/{moment.welder_ad.pk}/"


def test_candidate_without_a_profile_is_led_to_the_cv(moment: FirstMatch, visitor: Visitor) -> None:
    response = visitor(Role.CANDIDATE).get(page_of(moment.welder_ad))
    assert response.headers["Location"] == "/my-page/cv/"


@pytest.mark.parametrize("language", ["da", "nb", "sv"])
def test_reasons_are_in_the_readers_language(moment: FirstMatch, visitor: Visitor, language: str) -> None:
    user = own(moment.foreign_welder)
    english = shown(visitor(user), moment.welder_ad)
    other = shown(visitor(user, language), moment.welder_ad)
    stops = [re.search(r'class="tone-stop">(.*?)<', page).group(1) for page in (english, other)]
    assert stops[0] != stops[1]


def test_page_takes_a_fixed_number_of_queries(
    moment: FirstMatch, visitor: Visitor, django_assert_max_num_queries: Callable[..., object]
) -> None:
    client = visitor(own(moment.welder))
    shown(client, moment.welder_ad)
    with django_assert_max_num_queries(26):
        shown(client, moment.welder_ad)
