"""Rules by their dates: the one of the first day counts, no verdict without a sure figure, and the checker agrees."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.country_rules import (
    DatedRule,
    Finding,
    Ground,
    PlacementFacts,
    RuleError,
    RuleKey,
    Source,
    Standing,
    check_job,
    check_placement,
    objections_to,
    rule_on,
    timeline_objections,
)
from brobygger.core.country_rules.stay import months_after
from brobygger.core.reading import OpportunityKind
from tests.drawing import times

HOLDS, FAILS, ASK = Standing.HOLDS, Standing.FAILS, Standing.ASK
TODAY = dt.date(2026, 11, 22)
AUTHORITY = Source("Office", "Page")
CHANGE = dt.date(2024, 7, 1)


def rule(key: RuleKey, valid_from: str = "2010-01-01", valid_to: str = "", **figures: object) -> DatedRule:
    return DatedRule(
        key=key,
        country="DK",
        valid_from=dt.date.fromisoformat(valid_from),
        valid_to=dt.date.fromisoformat(valid_to) if valid_to else None,
        is_certain=figures.pop("certain", True),  # type: ignore[arg-type]
        source=AUTHORITY,
        **figures,  # type: ignore[arg-type]
    )


RULES = (
    rule(RuleKey.FREE_MOVEMENT),
    rule(RuleKey.STUDENT_HOURS, "2015-01-01", "2024-06-30", hours=20, full_time_months=(6, 7, 8)),
    rule(RuleKey.STUDENT_HOURS, "2024-07-01", hours=90, per_month=True, full_time_months=(6, 7, 8)),
    rule(RuleKey.JOB_SEARCH, "2015-01-01", "2023-03-31", months=6),
    rule(RuleKey.JOB_SEARCH, "2023-04-01", months=36),
    rule(RuleKey.INTERN_MONTHS, "2018-09-01", months=6),
    rule(RuleKey.WEEKLY_HOURS, hours=40),
    rule(RuleKey.YOUNG_HOURS, hours=40),
    rule(RuleKey.YOUNG_WORK, age=18),
)
STUDENT = PlacementFacts(
    country="DK",
    kind=OpportunityKind.STUDENT_JOB,
    start=dt.date(2026, 9, 1),
    end=dt.date(2026, 12, 31),
    hours=(15, 15),
    ground=Ground.STUDIES,
    ground_country="DK",
    is_adult=True,
)


def found(facts: PlacementFacts, key: RuleKey, rules: tuple[DatedRule, ...] = RULES) -> Finding | None:
    findings = check_placement(rules, facts, today=TODAY)
    assert objections_to(findings, rules, facts, today=TODAY) == ()
    return next((one for one in findings if one.key is key), None)


def said(facts: PlacementFacts, key: RuleKey, rules: tuple[DatedRule, ...] = RULES) -> str:
    one = found(facts, key, rules)
    assert one is not None
    return f"{one.standing} {one.reason}"


# --- dates -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("start", "hours", "standing", "limit"),
    [
        (dt.date(2024, 5, 1), 20.2, FAILS, 20),
        (CHANGE - dt.timedelta(days=1), 20.2, FAILS, 20),
        (CHANGE, 20.2, HOLDS, 90),
        (dt.date(2026, 5, 1), 20.2, HOLDS, 90),
        (dt.date(2026, 5, 1), 21, FAILS, 90),
    ],
)
def test_rule_is_the_one_of_the_first_day(
    start: dt.date, hours: float, standing: Standing, limit: float
) -> None:
    facts = replace(STUDENT, start=start, end=start + dt.timedelta(days=400), hours=(hours, hours))

    one = found(facts, RuleKey.STUDENT_HOURS)

    assert one is not None
    assert (one.standing, one.figures["limit"], one.day) == (standing, limit, start)


def test_rules_of_today_are_looked_at_where_the_first_day_is_not_known() -> None:
    one = found(replace(STUDENT, start=None, end=None), RuleKey.STUDENT_HOURS)

    assert one is not None
    assert (one.day, one.figures["limit"]) == (TODAY, 90)


def test_day_before_the_first_rule_cannot_be_told() -> None:
    facts = replace(STUDENT, start=dt.date(2001, 1, 1), end=dt.date(2001, 2, 1))

    one = found(facts, RuleKey.STUDENT_HOURS)

    assert one is not None
    assert (one.standing, one.reason, one.rule, one.authority) == (ASK, "no_rule", None, "Office")


def test_rule_that_is_not_certain_gives_no_verdict() -> None:
    unsure = (rule(RuleKey.STUDENT_HOURS, certain=False),)

    assert said(STUDENT, RuleKey.STUDENT_HOURS, unsure) == "ask uncertain"


def test_country_without_rules_has_no_findings() -> None:
    assert check_placement(RULES, replace(STUDENT, country="FI"), today=TODAY) == ()


def test_rule_on_finds_the_one_of_the_day() -> None:
    assert rule_on(RULES, "DK", RuleKey.JOB_SEARCH, dt.date(2023, 3, 31)) is RULES[3]
    assert rule_on(RULES, "DK", RuleKey.JOB_SEARCH, dt.date(2023, 4, 1)) is RULES[4]
    assert rule_on(RULES, "SE", RuleKey.JOB_SEARCH, dt.date(2023, 4, 1)) is None


@pytest.mark.parametrize(
    ("second", "objection"),
    [
        (("2024-06-30", ""), "two rules hold on 2024-06-30"),
        (("2024-07-02", ""), "no rule holds on 2024-07-01"),
        (("2024-07-01", "2025-01-01"), "no rule holds after 2025-01-01"),
    ],
)
def test_rules_that_overlap_or_leave_a_gap_are_found(second: tuple[str, str], objection: str) -> None:
    rules = (
        rule(RuleKey.WEEKLY_HOURS, "2015-01-01", "2024-06-30", hours=40),
        rule(RuleKey.WEEKLY_HOURS, *second, hours=38),
    )

    assert timeline_objections(rules) == (f"DK weekly_hours: {objection}",)
    assert timeline_objections(RULES) == ()


# --- rules as such -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("figures", "why"),
    [
        ({}, "it needs hours or is_unlimited"),
        ({"certain": False, "hours": 20}, "it is not certain"),
        ({"hours": -1}, "between 1 and 400"),
        ({"hours": 20, "full_time_months": (13,)}, "1 to 12"),
        ({"hours": 20, "valid_to": "2009-12-31"}, "before the first"),
    ],
)
def test_rule_that_cannot_be_is_refused(figures: dict[str, object], why: str) -> None:
    with pytest.raises(RuleError, match=f"DK student_hours from 2010-01-01.*{why}"):
        rule(RuleKey.STUDENT_HOURS, **figures)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "wrong",
    [
        {"hours": (20, 10)},
        {"start": dt.date(2026, 2, 1), "end": dt.date(2026, 1, 1)},
        {"end": dt.date(2026, 12, 31), "is_permanent": True},
    ],
)
def test_facts_that_cannot_be_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"order|before|no end"):
        replace(STUDENT, **wrong)


# --- the right to work -------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("ground", "country", "stated", "expected"),
    [
        (Ground.CITIZEN, "", None, "holds free_movement.citizen"),
        (Ground.UNLIMITED, "DK", None, "holds free_movement.unlimited"),
        (Ground.STUDIES, "DK", None, "holds free_movement.permit"),
        (Ground.STUDIES, "SE", None, "fails free_movement.other_country"),
        (Ground.UNLIMITED, "NO", ("DK",), "fails free_movement.other_country"),
        (Ground.OTHER, "DK", None, "ask free_movement.conditions"),
        (Ground.NONE, "", ("DK",), "fails free_movement.none"),
        (None, "", ("DK",), "holds free_movement.stated"),
        (None, "", ("EU",), "holds free_movement.stated"),
        (None, "", ("SE",), "fails free_movement.none"),
        (None, "", None, "ask free_movement.unsaid"),
    ],
)
def test_permit_counts_in_the_country_that_gave_it(
    ground: Ground | None, country: str, stated: tuple[str, ...] | None, expected: str
) -> None:
    facts = replace(STUDENT, ground=ground, ground_country=country, stated_countries=stated)

    assert said(facts, RuleKey.FREE_MOVEMENT) == expected


# --- hours beside the studies ------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "holds student_hours.within"),
        ({"hours": (37, 37)}, "fails student_hours.above"),
        ({"hours": (15, 37)}, "ask student_hours.some"),
        ({"hours": None}, "ask student_hours.hours_unsaid"),
        (
            {"hours": (37, 37), "start": dt.date(2026, 6, 1), "end": dt.date(2026, 8, 31)},
            "holds student_hours.full_time",
        ),
        (
            {"hours": (37, 37), "start": dt.date(2026, 6, 1), "end": dt.date(2026, 9, 30)},
            "fails student_hours.above",
        ),
        ({"hours": (37, 37), "end": None}, "ask student_hours.dates_unsaid"),
        ({"hours": (37, 37), "end": None, "is_permanent": True}, "fails student_hours.above"),
        ({"ground": None, "ground_country": ""}, "ask student_hours.ground_unsaid"),
    ],
)
def test_hours_beside_the_studies(changes: dict[str, object], expected: str) -> None:
    assert said(replace(STUDENT, **changes), RuleKey.STUDENT_HOURS) == expected


def test_month_with_most_days_decides_and_a_part_of_a_month_weighs_less() -> None:
    hours = {"hours": (21.0, 21.0)}  # 93 in a month of 31 days, 90 in one of 30
    of_thirty = replace(STUDENT, start=dt.date(2026, 9, 1), end=dt.date(2026, 9, 30), **hours)
    of_a_part = replace(STUDENT, start=dt.date(2026, 10, 2), end=dt.date(2026, 10, 31), **hours)
    of_thirty_one = replace(STUDENT, start=dt.date(2026, 10, 1), end=dt.date(2026, 10, 31), **hours)

    assert said(of_thirty, RuleKey.STUDENT_HOURS) == "holds student_hours.within"
    assert said(of_a_part, RuleKey.STUDENT_HOURS) == "holds student_hours.within"
    assert said(of_thirty_one, RuleKey.STUDENT_HOURS) == "fails student_hours.above"


def test_holidays_and_placements_of_the_studies_are_asked_about() -> None:
    rules = (rule(RuleKey.STUDENT_HOURS, hours=20, holiday_months=(6, 7, 8), studies_exempt=True),)
    summer = replace(STUDENT, hours=(37, 37), start=dt.date(2026, 7, 1), end=dt.date(2026, 8, 10))
    thesis = replace(STUDENT, hours=(37, 37), kind=OpportunityKind.THESIS)

    assert said(summer, RuleKey.STUDENT_HOURS, rules) == "ask student_hours.holidays"
    assert said(thesis, RuleKey.STUDENT_HOURS, rules) == "ask student_hours.part_of_studies"
    assert said(replace(thesis, hours=(20, 20)), RuleKey.STUDENT_HOURS, rules) == "holds student_hours.within"


def test_unlimited_hours_hold_whatever_they_are() -> None:
    rules = (rule(RuleKey.STUDENT_HOURS, is_unlimited=True),)

    assert said(replace(STUDENT, hours=None), RuleKey.STUDENT_HOURS, rules) == "holds student_hours.unlimited"


@pytest.mark.parametrize("ground", [Ground.CITIZEN, Ground.UNLIMITED, Ground.NONE, Ground.JOB_SEARCH])
def test_hours_beside_studies_concern_who_has_a_permit_for_studies(ground: Ground) -> None:
    assert found(replace(STUDENT, ground=ground), RuleKey.STUDENT_HOURS) is None


# --- looking for work, internships, the young --------------------------------------------------------------
@pytest.mark.parametrize(
    ("graduated", "start", "expected"),
    [
        (dt.date(2022, 6, 30), dt.date(2022, 12, 30), "holds job_search.within"),
        (dt.date(2022, 6, 30), dt.date(2022, 12, 31), "fails job_search.after"),
        (
            dt.date(2022, 6, 30),
            dt.date(2023, 4, 1),
            "holds job_search.within",
        ),  # by then the longer time holds
        (dt.date(2023, 6, 30), dt.date(2026, 6, 30), "holds job_search.within"),
        (dt.date(2023, 6, 30), dt.date(2026, 7, 1), "fails job_search.after"),
        ((dt.date(2023, 6, 1), dt.date(2023, 6, 30)), dt.date(2026, 6, 1), "holds job_search.within"),
        (
            (dt.date(2023, 6, 1), dt.date(2023, 6, 30)),
            dt.date(2026, 6, 2),
            "ask job_search.graduation_unsure",
        ),
        (
            (dt.date(2023, 6, 1), dt.date(2023, 6, 30)),
            dt.date(2026, 6, 30),
            "ask job_search.graduation_unsure",
        ),
        ((dt.date(2023, 6, 1), dt.date(2023, 6, 30)), dt.date(2026, 7, 1), "fails job_search.after"),
        ((dt.date(2023, 6, 1), None), dt.date(2026, 7, 1), "ask job_search.graduation_unsure"),
        (None, dt.date(2026, 7, 1), "ask job_search.graduation_unsaid"),
        (dt.date(2026, 6, 30), None, "ask job_search.start_unsaid"),
    ],
)
def test_time_to_look_for_work(
    graduated: dt.date | tuple[dt.date, dt.date | None] | None, start: dt.date | None, expected: str
) -> None:
    known = (graduated, graduated) if isinstance(graduated, dt.date) else graduated
    facts = replace(STUDENT, ground=Ground.JOB_SEARCH, graduated=known, start=start, end=None)

    assert said(facts, RuleKey.JOB_SEARCH) == expected


def test_permit_for_studies_becomes_the_time_to_look_for_work_with_graduation() -> None:
    graduate = replace(STUDENT, graduated=(dt.date(2026, 6, 1), dt.date(2026, 6, 30)), hours=(37, 37))

    assert found(graduate, RuleKey.STUDENT_HOURS) is None
    assert said(graduate, RuleKey.JOB_SEARCH) == "holds job_search.within"
    assert found(replace(graduate, graduated=(dt.date(2027, 6, 30),) * 2), RuleKey.JOB_SEARCH) is None


def test_studies_that_may_be_over_on_the_first_day_are_asked_about() -> None:
    assert STUDENT.start is not None
    graduate = replace(STUDENT, graduated=(STUDENT.start.replace(month=1), STUDENT.start.replace(month=12)))

    assert (
        said(replace(graduate, hours=(37, 37)), RuleKey.STUDENT_HOURS)
        == "ask student_hours.graduation_unsure"
    )
    assert said(replace(graduate, hours=(10, 10)), RuleKey.STUDENT_HOURS) == "holds student_hours.within"
    assert found(graduate, RuleKey.JOB_SEARCH) is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"end": dt.date(2027, 2, 28)}, "holds intern_months.within"),
        ({"end": dt.date(2027, 3, 1)}, "fails intern_months.longer"),
        ({"end": None}, "ask intern_months.end_unsaid"),
        ({"end": None, "is_permanent": True}, "fails intern_months.open"),
        ({"ground": Ground.NONE}, "holds intern_months.within"),
        ({"ground": None}, "ask intern_months.ground_unsaid"),
        ({"ground": None, "stated_countries": ("SE",)}, "holds intern_months.within"),
    ],
)
def test_internship_on_a_permit_is_over_in_time(changes: dict[str, object], expected: str) -> None:
    intern = replace(STUDENT, kind=OpportunityKind.INTERNSHIP, ground=Ground.INTERN)

    assert said(replace(intern, **changes), RuleKey.INTERN_MONTHS) == expected
    assert found(replace(intern, ground=Ground.CITIZEN), RuleKey.INTERN_MONTHS) is None


@pytest.mark.parametrize(
    ("hours", "is_adult", "expected"),
    [
        ((37, 37), None, "holds young_hours.within"),
        ((42, 42), None, "ask young_hours.above"),
        ((42, 42), False, "fails young_hours.above"),
        ((30, 42), False, "ask young_hours.some"),
        (None, False, "ask young_hours.hours_unsaid"),
    ],
)
def test_hours_of_the_young(hours: tuple[float, float] | None, is_adult: bool | None, expected: str) -> None:
    assert said(replace(STUDENT, hours=hours, is_adult=is_adult), RuleKey.YOUNG_HOURS) == expected


def test_grown_ups_are_not_asked_about_their_age() -> None:
    keys = {one.key for one in check_placement(RULES, STUDENT, today=TODAY)}

    assert not keys & {RuleKey.YOUNG_HOURS, RuleKey.YOUNG_WORK}
    assert said(replace(STUDENT, is_adult=False), RuleKey.YOUNG_WORK) == "ask young_work.young"
    assert said(replace(STUDENT, is_adult=None), RuleKey.YOUNG_WORK) == "ask young_work.age_unsaid"
    job = replace(STUDENT, is_adult=None, kind=OpportunityKind.JOB)
    assert found(job, RuleKey.YOUNG_WORK) is None


def test_job_is_checked_for_whoever_takes_it() -> None:
    job = PlacementFacts(
        "DK", OpportunityKind.INTERNSHIP, dt.date(2026, 9, 1), dt.date(2027, 5, 1), hours=(37, 37)
    )

    findings = check_job(RULES, job, today=TODAY)

    assert [f"{one.standing} {one.reason}" for one in findings] == [
        "fails student_hours.above",
        "fails intern_months.longer",
        "holds weekly_hours.within",
        "holds young_hours.within",
        "ask young_work.age_unsaid",
    ]
    student_job = replace(job, kind=OpportunityKind.STUDENT_JOB)
    assert RuleKey.INTERN_MONTHS not in {one.key for one in check_job(RULES, student_job, today=TODAY)}


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (dt.date(2026, 1, 31), 1, dt.date(2026, 2, 28)),
        (dt.date(2024, 1, 31), 1, dt.date(2024, 2, 29)),
        (dt.date(2026, 12, 15), 36, dt.date(2029, 12, 15)),
        (dt.date(2026, 12, 1), 1, dt.date(2027, 1, 1)),
    ],
)
def test_months_after(day: dt.date, months: int, expected: dt.date) -> None:
    assert months_after(day, months) == expected


# --- the checker -------------------------------------------------------------------------------------------
days = st.dates(dt.date(2014, 1, 1), dt.date(2028, 12, 31))
hours_of_week = st.floats(0, 60).map(lambda one: round(one * 10) / 10)
ranges = st.tuples(hours_of_week, hours_of_week).map(lambda both: (min(both), max(both)))


@st.composite
def facts_drawn(draw: st.DrawFn) -> PlacementFacts:
    start = draw(st.none() | days)
    is_permanent = draw(st.booleans())
    length = draw(st.none() | st.integers(0, 1200))
    end = None if is_permanent or length is None or start is None else start + dt.timedelta(days=length)
    return PlacementFacts(
        country="DK",
        kind=draw(st.none() | st.sampled_from(OpportunityKind)),
        start=start,
        end=end,
        is_permanent=is_permanent,
        hours=draw(st.none() | ranges | hours_of_week.map(lambda one: (one, one))),
        ground=draw(st.none() | st.sampled_from(Ground)),
        ground_country=draw(st.sampled_from(["", "DK", "SE"])),
        stated_countries=draw(st.sampled_from([None, (), ("DK",), ("SE",), ("EU",)])),
        graduated=draw(
            st.none()
            | st.tuples(days, days).map(lambda both: (min(both), max(both)))
            | st.tuples(days, st.none())
        ),
        is_adult=draw(st.sampled_from([None, True, False])),
    )


OTHER_RULES = tuple(one for one in RULES if one.key not in (RuleKey.STUDENT_HOURS, RuleKey.INTERN_MONTHS)) + (
    rule(RuleKey.STUDENT_HOURS, hours=20, holiday_months=(6, 7, 8), studies_exempt=True),
    rule(RuleKey.INTERN_MONTHS, certain=False),
)


@times(400)
@given(facts_drawn(), st.sampled_from([RULES, OTHER_RULES]))
def test_checker_has_no_objection(facts: PlacementFacts, rules: tuple[DatedRule, ...]) -> None:
    findings = check_placement(rules, facts, today=TODAY)

    assert objections_to(findings, rules, facts, today=TODAY) == ()


@times(200)
@given(facts_drawn(), st.integers(0, 10), st.sampled_from(Standing))
def test_checker_objects_to_another_standing(facts: PlacementFacts, number: int, standing: Standing) -> None:
    findings = list(check_placement(RULES, facts, today=TODAY))
    number %= len(findings)
    one = findings[number]
    if one.standing is standing or one.rule is None:
        return

    findings[number] = replace(one, standing=standing)

    assert objections_to(findings, RULES, facts, today=TODAY)


def test_checker_objects_to_the_rule_of_another_day() -> None:
    findings = check_placement(RULES, STUDENT, today=TODAY)
    old = replace(findings[1], rule=RULES[1])

    assert findings[1].key is RuleKey.STUDENT_HOURS
    assert objections_to((findings[0], old), RULES, STUDENT, today=TODAY)
    assert objections_to((findings[0], findings[0]), RULES, STUDENT, today=TODAY) == ("a key stands twice",)
