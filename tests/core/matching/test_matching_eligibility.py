"""Each rule by hand: what passes, fails and is unknown, and why."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from brobygger.core.matching import (
    Candidate,
    Conditions,
    MatchProblem,
    MonthlyPay,
    Opportunity,
    Outcome,
    Pool,
    Rule,
    Verdict,
    is_eligible,
    judge,
    screen,
)
from brobygger.core.reading import Level, Modality, OpportunityKind, Setting
from tests.core.matching import examples
from tests.core.matching.examples import AARHUS, COPENHAGEN, DAY, MALMO, OSLO, need, offer, person
from tests.drawing import times

JOB, INTERNSHIP, GRADUATE = OpportunityKind.JOB, OpportunityKind.INTERNSHIP, OpportunityKind.GRADUATE_JOB
FAILS, UNKNOWN, PASSES = Outcome.FAILS, Outcome.UNKNOWN, Outcome.PASSES


def verdict(
    rule: Rule, candidate: Candidate, opportunity: Opportunity, conditions: Conditions | None = None
) -> Verdict:
    return next(one for one in judge(candidate, opportunity, conditions) if one.rule is rule)


@pytest.mark.parametrize(
    ("languages", "codes", "outcome", "reason"),
    [
        ((("da", Level.B2),), "da", PASSES, "language.met"),
        ((("da", Level.B1),), "da", UNKNOWN, "language.nearly"),
        ((("da", Level.A2),), "da", FAILS, "language.below"),
        ((("en", Level.C2),), "da", FAILS, "language.missing"),
        ((), "da", UNKNOWN, "language.unstated"),
        ((("da", Level.C1),), "nb|da", PASSES, "language.met"),
        ((("nn", Level.C1),), "no", PASSES, "language.met"),
        ((("sv", Level.C1),), "scandinavian", PASSES, "language.met"),
        ((("scandinavian", Level.C1),), "sv", UNKNOWN, "language.variant"),
        ((("pt-BR", Level.C1),), "pt", PASSES, "language.met"),
        ((("pt", Level.C1),), "pt-BR", UNKNOWN, "language.variant"),
        ((("pt", Level.A2),), "pt-BR", FAILS, "language.missing"),
    ],
)
def test_language_rule(languages: tuple, codes: str, outcome: Outcome, reason: str) -> None:
    found = verdict(Rule.LANGUAGE, person(languages=languages), offer(languages=(need(codes, Level.B2),)))
    assert (found.outcome, found.reason) == (outcome, reason)


@pytest.mark.parametrize(
    ("languages", "codes", "level", "outcome", "reason"),
    [
        ((("da", Level.C2),), "nb", Level.B2, PASSES, "language.neighbour"),
        ((("da", Level.C1), ("nb", Level.A2)), "nb", Level.B2, PASSES, "language.neighbour"),
        ((("da", Level.C2), ("nb", Level.B2)), "nb", Level.B2, PASSES, "language.met"),
        ((("da", Level.C2),), "en|nb", Level.B2, PASSES, "language.neighbour"),
        ((("da", Level.C2),), "nb", Level.C1, UNKNOWN, "language.neighbour_nearly"),
        ((("da", Level.C2),), "nb", Level.C2, FAILS, "language.neighbour_below"),
        ((("da", Level.B2),), "nb", Level.B2, FAILS, "language.neighbour_below"),
        ((("da", Level.B1),), "nb", Level.A2, FAILS, "language.missing"),
        ((("de", Level.C2),), "nb", Level.B2, FAILS, "language.missing"),
        ((("da", Level.C2),), "de", Level.B2, FAILS, "language.missing"),
    ],
)
def test_language_rule_lets_neighbours_understand_and_says_so(
    languages: tuple, codes: str, level: Level, outcome: Outcome, reason: str
) -> None:
    asked = offer(languages=(need(codes, level),))
    found = verdict(Rule.LANGUAGE, person(languages=languages), asked, Conditions(neighbour_languages=True))
    assert (found.outcome, found.reason) == (outcome, reason)
    if "neighbour" in reason:
        assert (found.parameters["other"], found.parameters["codes"]) == ("da", ("nb",))
    assert found.subject == codes


def test_language_rule_keeps_neighbours_apart_unless_they_are_to_count() -> None:
    dane, asked = person(languages=(("da", Level.C2),)), offer(languages=(need("nb", Level.B2),))
    found = verdict(Rule.LANGUAGE, dane, asked)
    assert (found.outcome, found.reason) == (FAILS, "language.missing")


@pytest.mark.parametrize(
    ("languages", "outcome", "reason"),
    [
        ((("da", Level.B2),), PASSES, "language.met"),
        ((("da", Level.A1),), UNKNOWN, "language.unsure"),
        ((("en", Level.C2),), UNKNOWN, "language.unsure"),
        ((), UNKNOWN, "language.unstated"),
    ],
)
def test_a_need_that_is_not_sure_is_asked_about(languages: tuple, outcome: Outcome, reason: str) -> None:
    asked = offer(languages=(need("da", Level.B2, is_sure=False),))
    found = verdict(Rule.LANGUAGE, person(languages=languages), asked)
    assert (found.outcome, found.reason) == (outcome, reason)


def test_language_rule_ignores_advantages_and_the_coffee_table() -> None:
    asked = offer(
        languages=(
            need("da", Level.C1, modality=Modality.PREFERRED),
            need("da", Level.A2, setting=Setting.INFORMAL),
        )
    )
    assert not [one for one in judge(person(), asked) if one.rule is Rule.LANGUAGE]


def test_language_rule_has_one_verdict_for_each_need() -> None:
    asked = offer(languages=(need("da", Level.B2), need("en", Level.B2, modality=Modality.WORKING_LANGUAGE)))
    found = [one for one in judge(person(languages=(("en", Level.C1),)), asked) if one.rule is Rule.LANGUAGE]
    assert [(one.subject, one.outcome) for one in found] == [("da", FAILS), ("en", PASSES)]


@pytest.mark.parametrize(
    ("right", "facts", "outcome"),
    [
        (("DK",), {}, PASSES),
        (("EU",), {}, PASSES),
        (("NORDIC",), {}, PASSES),
        (("BR",), {}, FAILS),
        ((), {}, FAILS),
        (None, {}, UNKNOWN),
        (("BR",), {"permit_supported": True}, PASSES),
        (None, {"permit_supported": True}, PASSES),
        (("BR",), {"permit_supported": True, "citizens_only": ("DK",)}, FAILS),
        (("SE",), {"citizens_only": ("EU",)}, PASSES),
        (("SE",), {"citizens_only": ("DK",)}, FAILS),
    ],
)
def test_work_right_rule(right: tuple[str, ...] | None, facts: dict, outcome: Outcome) -> None:
    found = verdict(Rule.WORK_RIGHT, person(work_right=right), offer(place=AARHUS, **facts))
    assert found.outcome is outcome


def test_work_right_rule_covers_norway_for_eu_citizens() -> None:
    assert verdict(Rule.WORK_RIGHT, person(work_right=("EU",)), offer(place=OSLO)).outcome is PASSES


def test_education_rule_excludes_only_if_required() -> None:
    master, bachelor = offer(eqf=7), person(eqf=6)
    assert verdict(Rule.EDUCATION, bachelor, master).outcome is FAILS
    assert verdict(Rule.EDUCATION, bachelor, offer(eqf=7, eqf_modality=Modality.PREFERRED)).outcome is PASSES
    assert verdict(Rule.EDUCATION, person(eqf=8), master).outcome is PASSES
    assert verdict(Rule.EDUCATION, person(), master).outcome is UNKNOWN


@pytest.mark.parametrize(("late", "outcome"), [(-10, PASSES), (0, PASSES), (30, PASSES), (31, FAILS)])
def test_start_rule_counts_the_flexibility(late: int, outcome: Outcome) -> None:
    asked = offer(start=DAY, start_flexible_days=30)
    assert verdict(Rule.START, person(available_from=DAY + dt.timedelta(late)), asked).outcome is outcome
    more = Conditions(extra_start_days=1)
    assert verdict(Rule.START, person(available_from=DAY + dt.timedelta(late)), asked, more).outcome is PASSES


@pytest.mark.parametrize(
    ("stay", "months", "outcome"),
    [(None, 6, PASSES), (6, 6, PASSES), (5, 6, FAILS), (24, 0, FAILS), (None, 0, PASSES), (6, None, UNKNOWN)],
)
def test_duration_rule(stay: float | None, months: float | None, outcome: Outcome) -> None:
    assert verdict(Rule.DURATION, person(available_months=stay), offer(months=months)).outcome is outcome


@pytest.mark.parametrize(
    ("wished", "offered", "outcome"),
    [
        ((10, 20), (15, 37), PASSES),
        ((10, 20), (20, 37), PASSES),
        ((10, 20), (37, 37), FAILS),
        ((30, 37), (10, 15), FAILS),
        ((10, 20), None, UNKNOWN),
        (None, (37, 37), PASSES),
    ],
)
def test_hours_rule(wished: tuple | None, offered: tuple | None, outcome: Outcome) -> None:
    assert verdict(Rule.HOURS, person(hours=wished), offer(hours=offered)).outcome is outcome


def test_pay_rule_compares_currencies_only_with_a_rate() -> None:
    asks, pays = person(pay_floor=MonthlyPay(20_000, "DKK")), offer(pay=MonthlyPay(30_000, "SEK"))
    assert verdict(Rule.PAY, asks, pays).outcome is UNKNOWN
    assert verdict(Rule.PAY, asks, pays, Conditions(exchange=(("SEK", 0.68), ("DKK", 1.0)))).outcome is PASSES
    assert verdict(Rule.PAY, asks, pays, Conditions(exchange=(("SEK", 0.66), ("DKK", 1.0)))).outcome is FAILS
    assert verdict(Rule.PAY, person(), pays).outcome is PASSES
    assert verdict(Rule.PAY, asks, offer()).outcome is UNKNOWN


def test_kind_rule_lets_jobs_suit_graduates() -> None:
    assert verdict(Rule.KIND, person(kinds=(GRADUATE,)), offer(kind=JOB)).outcome is PASSES
    assert verdict(Rule.KIND, person(kinds=(INTERNSHIP,)), offer(kind=JOB)).outcome is FAILS
    assert verdict(Rule.KIND, person(), offer(kind=JOB)).outcome is PASSES
    assert verdict(Rule.KIND, person(kinds=(JOB,)), offer()).outcome is UNKNOWN


def test_place_rule_crosses_the_border_unless_that_is_switched_off() -> None:
    commuter, across = person(place=MALMO, commute_minutes=60, moves_to=()), offer(place=COPENHAGEN)
    found = verdict(Rule.PLACE, commuter, across)
    assert (found.outcome, found.reason, found.parameters["over_border"]) == (PASSES, "place.commute", 1)
    closed = verdict(Rule.PLACE, commuter, across, Conditions(commute_over_border=False))
    assert (closed.outcome, closed.reason) == (FAILS, "place.border")


@pytest.mark.parametrize(
    ("facts", "share", "outcome", "reason"),
    [
        ({"place": AARHUS, "moves_to": ()}, None, FAILS, "place.too_far"),
        ({"place": AARHUS, "moves_to": ("SE",)}, None, FAILS, "place.too_far"),
        ({"place": AARHUS, "commute_minutes": 60}, None, UNKNOWN, "place.move_unstated"),
        ({"place": AARHUS, "moves_to": ("DK",)}, None, PASSES, "place.move"),
        ({"place": AARHUS, "moves_to": ("NORDIC",)}, None, PASSES, "place.move"),
        ({"place": AARHUS, "remote": True}, 1.0, PASSES, "place.remote"),
        ({"place": AARHUS, "remote": False, "moves_to": ()}, 1.0, FAILS, "place.too_far"),
        ({"place": AARHUS, "remote": False}, 1.0, UNKNOWN, "place.move_unstated"),
        ({"place": AARHUS}, 1.0, UNKNOWN, "place.remote_unstated"),
        ({"remote": True}, 1.0, PASSES, "place.remote"),
        ({}, None, UNKNOWN, "place.unstated"),
        ({"place": MALMO, "commute_minutes": 30, "moves_to": ()}, None, FAILS, "place.too_far"),
        ({"place": MALMO, "commute_minutes": 30, "remote": True}, 0.5, PASSES, "place.part_remote"),
        ({"place": MALMO, "commute_minutes": 30}, 0.5, UNKNOWN, "place.remote_unstated"),
        (
            {"place": AARHUS, "commute_minutes": 60, "remote": True, "moves_to": ()},
            0.8,
            FAILS,
            "place.too_far",
        ),
    ],
)
def test_place_rule_by_move_and_remote_work(
    facts: dict, share: float | None, outcome: Outcome, reason: str
) -> None:
    found = verdict(Rule.PLACE, person(**facts), offer(place=COPENHAGEN, remote_share=share))
    assert (found.outcome, found.reason) == (outcome, reason)


@pytest.mark.parametrize(
    ("facts", "share", "reason"),
    [
        ({"place": AARHUS}, None, "place.unnamed"),
        ({}, None, "place.unnamed"),
        ({"place": AARHUS, "remote": True}, 0.5, "place.unnamed"),
        ({}, 1.0, "place.unstated"),
        ({"place": AARHUS}, 1.0, "place.remote_unstated"),
    ],
)
def test_place_rule_says_who_has_to_say_more_where_an_ad_names_no_place(
    facts: dict, share: float | None, reason: str
) -> None:
    found = verdict(Rule.PLACE, person(**facts), offer(remote_share=share))
    assert (found.outcome, found.reason) == (UNKNOWN, reason)


def test_market_rule_is_a_condition_only_if_asked() -> None:
    asked = offer(markets=("BR",))
    assert verdict(Rule.MARKET, person(), asked).outcome is PASSES
    strict = Conditions(markets_required=True)
    assert verdict(Rule.MARKET, person(), asked, strict).outcome is FAILS
    assert verdict(Rule.MARKET, person(markets=("CN", "BR")), asked, strict).outcome is PASSES


def test_strict_rules_do_not_let_unknown_pass() -> None:
    asked = offer(languages=(need("da", Level.B2),))
    assert is_eligible(person(), asked)
    assert not is_eligible(person(), asked, Conditions(strict=frozenset({Rule.LANGUAGE})))


def test_screening_counts_whom_each_check_excludes() -> None:
    pool = Pool.of(
        [
            person("a", languages=(("da", Level.A1),)),
            person("b", eqf=5),
            person("c", eqf=5, languages=(("sv", Level.C2),)),
        ],
        examples.TAXONOMY,
    )
    asked = offer(languages=(need("da", Level.B2), need("da", Level.C1)), eqf=6)
    excluded = {
        str(check): count for check, count in screen(pool, asked, Conditions()).excluded.items() if count
    }
    assert excluded == {"language:da": 2, "education": 2}


@pytest.mark.parametrize("wrong", [{"exchange": (("DKK", 0.0),)}, {"usual_commute_minutes": -1}])
def test_conditions_refuse_nonsense(wrong: dict) -> None:
    with pytest.raises(ValueError, match=r"exchange value of DKK|usual_commute_minutes"):
        Conditions(**wrong)


@times(40)
@given(examples.problems(), examples.conditions)
def test_opening_the_border_never_excludes(problem: MatchProblem, conditions: Conditions) -> None:
    closed, opened = (
        Conditions(commute_over_border=counts, strict=conditions.strict) for counts in (False, True)
    )
    for candidate in problem.candidates:
        for opportunity in problem.opportunities:
            assert is_eligible(candidate, opportunity, opened) or not is_eligible(
                candidate, opportunity, closed
            )
