"""What-ifs and steps are what a full re-run gives; the ledger counts what one obstacle prevents."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given

from brobygger.core.matching import (
    Conditions,
    MatchProblem,
    MonthlyPay,
    Pool,
    best_steps,
    dials_for,
    entries,
    is_eligible,
    judge,
    language_dials,
    lost_matches,
    score_pair,
    solve,
    steps_for,
    what_if,
    what_if_each,
)
from brobygger.core.matching.dials import CoffeeTableOnly, LowerLanguage, MoveStart, Terms, moved
from brobygger.core.matching.steps import LearnSkill, ReachLevel
from brobygger.core.reading import Level, Modality, Setting
from tests.core.matching import examples
from tests.core.matching.examples import COPENHAGEN, DAY, MALMO, TAXONOMY, need, offer, person, problem, uri
from tests.drawing import times


@times(25)
@given(examples.problems(people=6, offers=1), examples.conditions)
def test_what_if_equals_a_full_rerun_for_every_dial(problem: MatchProblem, conditions: Conditions) -> None:
    pool, (opportunity,) = Pool.of(problem.candidates, problem.taxonomy), problem.opportunities
    before = {one.id for one in problem.candidates if is_eligible(one, opportunity, conditions)}
    for found in what_if_each(pool, opportunity, top=3, conditions=conditions):
        terms = Terms(opportunity, conditions)
        for dial in found.dials:
            terms = dial.turn(terms)
        rerun = solve(
            replace(problem, opportunities=(terms.opportunity,)), top=3, conditions=terms.conditions
        )
        after = {
            one.id for one in problem.candidates if is_eligible(one, terms.opportunity, terms.conditions)
        }
        assert found.matches == rerun.for_opportunity(opportunity.id)
        assert found.eligible == rerun.eligible[opportunity.id] == len(after)
        assert set(found.gained) == after - before
        assert set(found.lost) == before - after
        assert found.change == len(after) - len(before)


@times(25)
@given(examples.problems(people=6, offers=1))
def test_dials_that_lower_a_language_never_exclude(problem: MatchProblem) -> None:
    pool, (opportunity,) = Pool.of(problem.candidates, problem.taxonomy), problem.opportunities
    for dial in language_dials(opportunity):
        assert what_if(pool, opportunity, [dial]).lost == ()


def test_what_if_turns_dials_together() -> None:
    asked = offer(languages=(need("da", Level.C1),), start=DAY, start_flexible_days=0)
    late = person("late", languages=(("da", Level.C2),), available_from=DAY + dt.timedelta(20))
    low = person("low", languages=(("da", Level.B1),), available_from=DAY)
    both = person("both", languages=(("da", Level.B1),), available_from=DAY + dt.timedelta(20))
    pool = Pool.of([late, low, both], TAXONOMY)
    lower, later = LowerLanguage(("da",), Level.B1), MoveStart(1)
    assert what_if(pool, asked, []).eligible == 0
    assert what_if(pool, asked, [lower]).gained == ("low",)
    assert what_if(pool, asked, [later]).gained == ("late",)
    together = what_if(pool, asked, [lower, later])
    assert set(together.gained) == {"late", "low", "both"}
    assert together.key == "language:da:B1,start:+1"


def test_dials_offer_each_lower_level_the_coffee_table_and_an_advantage() -> None:
    asked = offer(
        languages=(need("da", Level.B2), need("en", Level.A1), need("sv", Level.A2, setting=Setting.INFORMAL))
    )
    assert [dial.key for dial in language_dials(asked)] == [
        *(f"language:da:{name}" for name in ("B1", "A2", "A1", "coffee", "advantage")),
        *(f"language:en:{name}" for name in ("coffee", "advantage")),
    ]
    coffee = CoffeeTableOnly(("da",)).turn(Terms(asked, Conditions())).opportunity.languages[0]
    assert (coffee.level, coffee.setting) == (Level.A2, Setting.INFORMAL)


def test_dials_are_unique_and_only_what_can_change_something() -> None:
    full = offer(
        languages=(need("da", Level.B2),), start=DAY, place=COPENHAGEN, pay=MonthlyPay(30_000, "DKK"), eqf=6
    )
    keys = [dial.key for dial in dials_for(full)]
    assert len(keys) == len(set(keys))
    assert {
        "start:+1",
        "border:closed",
        "neighbours:count",
        "remote:0.5",
        "pay:+10",
        "education:advantage",
        "permit:supported",
    } <= set(keys)
    bare = {
        dial.key
        for dial in dials_for(
            offer(remote_share=1.0, permit_supported=True, eqf=6, eqf_modality=Modality.PREFERRED)
        )
    }
    assert bare == set()


def test_dial_counts_neighbouring_languages_where_one_is_a_must() -> None:
    asked = offer(languages=(need("da", Level.B2),))
    dane, swede = (
        person("dane", languages=(("da", Level.C2),)),
        person("swede", languages=(("sv", Level.C2),)),
    )
    pool = Pool.of([dane, swede], TAXONOMY)
    (dial,) = [one for one in dials_for(asked) if one.key.startswith("neighbours")]
    found = what_if(pool, asked, [dial])
    assert (found.key, found.gained) == ("neighbours:count", ("swede",))
    (back,) = [
        one
        for one in dials_for(asked, Conditions(neighbour_languages=True))
        if one.key.startswith("neighbours")
    ]
    again = what_if(pool, asked, [back], conditions=Conditions(neighbour_languages=True))
    assert (back.key, again.lost) == ("neighbours:apart", ("swede",))
    welcome = offer(languages=(need("da", Level.B2, modality=Modality.PREFERRED), need("en", Level.B2)))
    assert not [one for one in dials_for(welcome) if one.key.startswith("neighbours")]
    any_of_them = offer(languages=(need("da|nb|sv", Level.B2),))
    assert not [one for one in dials_for(any_of_them) if one.key.startswith("neighbours")]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (dt.date(2027, 1, 31), 1, dt.date(2027, 2, 28)),
        (dt.date(2027, 12, 15), 2, dt.date(2028, 2, 15)),
        (dt.date(2027, 3, 31), -1, dt.date(2027, 2, 28)),
        (dt.date(2027, 1, 5), -1, dt.date(2026, 12, 5)),
    ],
)
def test_moved_keeps_the_day_of_the_month_where_there_is_one(
    day: dt.date, months: int, expected: dt.date
) -> None:
    assert moved(day, months) == expected


@times(25)
@given(examples.problems(people=5, offers=4), examples.conditions)
def test_best_steps_equal_a_full_rerun_for_every_step(problem: MatchProblem, conditions: Conditions) -> None:
    me, top = problem.candidates[0], 2
    now = solve(problem, top=top + 1, conditions=conditions)
    found = best_steps(
        me,
        problem.opportunities,
        taxonomy=problem.taxonomy,
        among=entries(now, me.id, top),
        conditions=conditions,
    )
    effects = {one.step.key: one for one in found}
    inside = {match.opportunity for match in now if match.candidate == me.id and match.rank <= top}
    for step in steps_for(me, problem.opportunities, conditions):
        stepped = replace(problem, candidates=(step.take(me), *problem.candidates[1:]))
        rerun = solve(stepped, top=top, conditions=conditions)
        opened = {
            one.id
            for one in problem.opportunities
            if is_eligible(step.take(me), one, conditions) and not is_eligible(me, one, conditions)
        }
        risen = {match.opportunity for match in rerun if match.candidate == me.id} - inside
        effect = effects.get(step.key)
        assert set(effect.opened if effect else ()) == opened
        assert set(effect.risen if effect else ()) == risen


def test_best_steps_name_the_one_that_opens_most() -> None:
    me = person("z", skills=["cad"], languages=(("da", Level.A2), ("en", Level.C1)))
    offers = [
        offer("a", skills=["cad"], languages=(need("da", Level.B2),)),
        offer("b", skills=["cad", "welding"], languages=(need("da", Level.B2),)),
        offer("c", skills=["welding"], languages=(need("en", Level.B2),)),
    ]
    rivals = [person(f"r{row}", skills=["cad", "drawing"], languages=(("en", Level.C1),)) for row in range(3)]
    now = solve(problem([me, *rivals], offers), top=2)
    effects = best_steps(me, offers, taxonomy=TAXONOMY, among=entries(now, "z", 1))
    assert effects[0].step == ReachLevel("da", Level.B1)
    assert effects[0].opened == ("a", "b")
    learned = next(one for one in effects if one.step == LearnSkill(uri("welding")))
    assert (learned.opened, learned.risen) == ((), ("c",))


def test_entries_need_lists_that_are_long_enough() -> None:
    now = solve(problem([person("a"), person("b"), person("c")], [offer()]), top=1)
    with pytest.raises(ValueError, match="solve with top=2"):
        entries(now, "a", 1)


@times(30)
@given(examples.problems(people=6, offers=3), examples.conditions)
def test_lost_matches_are_those_that_one_check_prevents(
    problem: MatchProblem, conditions: Conditions
) -> None:
    top = 2
    pool = Pool.of(problem.candidates, problem.taxonomy)
    expected = set()
    for one in problem.opportunities:
        eligible, single = [], []
        for who in problem.candidates:
            stopped = {
                v.check for v in judge(who, one, conditions) if not conditions.lets_pass(v.rule, v.outcome)
            }
            key = (-score_pair(who, one, taxonomy=TAXONOMY, conditions=conditions).total, who.id)
            if not stopped:
                eligible.append(key)
            elif len(stopped) == 1:
                single.append((key, stopped.pop()))
        last = sorted(eligible)[top - 1] if len(eligible) >= top else None
        expected |= {(key[1], one.id, check) for key, check in single if last is None or key < last}
    found = lost_matches(pool, problem.opportunities, top=top, conditions=conditions)
    assert {(one.candidate, one.opportunity, one.check) for one in found.lost} == expected
    assert sum(found.by_check.values()) == sum(found.by_rule.values()) == len(expected)


def test_lost_matches_count_by_language_people_and_unfilled_places() -> None:
    people = [person(f"p{row}", languages=(("en", Level.C1),), place=MALMO) for row in range(3)]
    offers = [offer(name, languages=(need("da", Level.B2),), place=COPENHAGEN) for name in "ab"]
    found = lost_matches(Pool.of(people, TAXONOMY), offers, top=2)
    assert found.by_check == {"language:da": 6}
    assert found.candidates_by_rule == {"language": 3}
    assert found.opportunities_by_rule == {"language": 2}
    assert found.unfilled == ("a", "b")
