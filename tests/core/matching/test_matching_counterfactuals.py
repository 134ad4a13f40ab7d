"""What would have changed a pair: every answer is true when the whole match is run again with the changed person."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given

from brobygger.core.matching import (
    Candidate,
    Counterfactual,
    HeldSkill,
    MatchProblem,
    MonthlyPay,
    NeededSkill,
    Opportunity,
    Pool,
    changes_towards,
    counterfactuals,
    solve,
)
from brobygger.core.reading import Level, Modality, OpportunityKind
from tests.core.matching import examples
from tests.core.matching.examples import COPENHAGEN, DAY, OSLO, TAXONOMY, need, offer, person, uri
from tests.drawing import times


def found(candidate: Candidate, opportunity: Opportunity, *others: Candidate) -> tuple[Counterfactual, ...]:
    return counterfactuals(candidate, opportunity, Pool.of([candidate, *others], TAXONOMY), taxonomy=TAXONOMY)


def place_in(problem: MatchProblem, candidate: str) -> int | None:
    """Place in the list of the first opportunity, by a whole new match."""
    result = solve(problem, top=len(problem.candidates))
    matches = result.for_opportunity(problem.opportunities[0].id)
    return next((one.rank for one in matches if one.candidate == candidate), None)


@times(60)
@given(examples.problems(people=6, offers=1))
def test_every_counterfactual_is_true_when_matched_again(problem: MatchProblem) -> None:
    pool, (opportunity,) = Pool.of(problem.candidates, problem.taxonomy), problem.opportunities
    for candidate in problem.candidates[:3]:
        before = place_in(problem, candidate.id)
        for one in counterfactuals(candidate, opportunity, pool, taxonomy=problem.taxonomy):
            changed = candidate
            for change in one.changes:
                changed = change.take(changed)
            people = tuple(changed if other.id == candidate.id else other for other in problem.candidates)
            after = place_in(replace(problem, candidates=people), candidate.id)
            assert (one.rank_before, one.rank) == (before, after)
            assert after is not None
            assert one.opens == (before is None)
            if before is not None:
                assert after <= before
                assert after < before or one.score > one.score_before


@times(25)
@given(examples.problems(people=4, offers=1))
def test_candidate_need_not_be_in_the_pool(problem: MatchProblem) -> None:
    (opportunity,), candidate = problem.opportunities, problem.candidates[0]
    whole = counterfactuals(
        candidate, opportunity, Pool.of(problem.candidates, problem.taxonomy), taxonomy=problem.taxonomy
    )
    others = Pool.of(problem.candidates[1:], problem.taxonomy)
    assert counterfactuals(candidate, opportunity, others, taxonomy=problem.taxonomy) == whole


def test_language_is_asked_for_at_the_level_that_is_needed() -> None:
    asked = offer(languages=(need("da", Level.B2),))
    (one,) = found(person("a", languages=(("da", Level.A2),)), asked)
    assert (one.keys, one.opens, one.rank) == (("language:da:B2",), True, 1)


def test_skill_raises_the_place_in_the_list() -> None:
    asked = offer(skills=(NeededSkill(uri("python")), NeededSkill(uri("welding"))))
    me, better = (
        person("me", skills=(HeldSkill(uri("python")),)),
        person("better", skills=(HeldSkill(uri("python")), HeldSkill(uri("welding")))),
    )
    best = found(me, asked, better, person("also", skills=(HeldSkill(uri("python")),)))[0]
    assert best.keys == (f"skill:{uri('welding')}",)
    assert (best.opens, best.rank_before, best.rank) == (False, 3, 2)


@pytest.mark.parametrize(
    ("about_me", "terms", "key"),
    [
        ({"available_from": DAY + dt.timedelta(200)}, {"start": DAY}, f"free:{DAY.isoformat()}"),
        ({"available_months": 3.0}, {"months": 12.0}, "stay:12"),
        ({"available_months": 3.0}, {"months": 0.0}, "stay:0"),
        ({"hours": (10, 20)}, {"hours": (37, 37)}, "hours:10:37"),
        ({"hours": (30, 37)}, {"hours": (8, 15)}, "hours:15:37"),
        ({"pay_floor": MonthlyPay(30_000, "DKK")}, {"pay": MonthlyPay(25_000, "DKK")}, "pay:25000:DKK"),
        ({"kinds": (OpportunityKind.JOB,)}, {"kind": OpportunityKind.THESIS}, "kind:thesis"),
        ({"work_right": ("NO",)}, {"place": COPENHAGEN}, "work_right:DK"),
        ({"eqf": 4}, {"eqf": 6}, "education:6"),
        ({"place": OSLO, "moves_to": ()}, {"place": COPENHAGEN}, "move:DK"),
    ],
)
def test_one_change_opens_what_one_rule_closes(
    about_me: dict[str, object], terms: dict[str, object], key: str
) -> None:
    answers = found(person("me", **about_me), offer(**terms))
    assert [one.keys for one in answers if one.opens] == [(key,)]


def test_changes_are_taken_together_where_none_is_enough_alone() -> None:
    asked = offer(languages=(need("da", Level.C1),), kind=OpportunityKind.THESIS)
    me = person("me", languages=(("da", Level.B1),), kinds=(OpportunityKind.JOB,))
    (one,) = found(me, asked)
    assert one.keys == ("language:da:C1", "kind:thesis")
    assert one.opens


def test_nothing_is_promised_where_nothing_helps() -> None:
    asked = offer(languages=(need("scandinavian", Level.B2),), kind=OpportunityKind.THESIS)
    me = person("me", languages=(("en", Level.C1),), kinds=(OpportunityKind.JOB,))
    assert found(me, asked) == ()


def test_changes_have_one_name_each() -> None:
    asked = offer(
        skills=(NeededSkill(uri("python")), NeededSkill(uri("python"), Modality.PREFERRED)),
        languages=(need("da", Level.B2), need("da", Level.B2, modality=Modality.PREFERRED)),
    )
    keys = [one.key for one in changes_towards(person("me", languages=(("en", Level.B1),)), asked)]
    assert len(keys) == len(set(keys)) > 0
