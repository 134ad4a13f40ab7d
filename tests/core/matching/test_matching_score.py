"""Each part of the score by hand, and what must hold for any two people."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.matching import (
    Candidate,
    Conditions,
    HeldSkill,
    Link,
    MonthlyPay,
    NeededSkill,
    Opportunity,
    Part,
    Side,
    Weights,
    relations_of,
    score_pair,
)
from brobygger.core.matching.score.languages import value_of
from brobygger.core.reading import Level, Modality, OpportunityKind, Setting
from tests.core.matching import examples
from tests.core.matching.examples import COPENHAGEN, DAY, MALMO, TAXONOMY, need, offer, person, uri
from tests.drawing import times

RELATIONS = relations_of(TAXONOMY)


def value(part: Part, candidate: Candidate, opportunity: Opportunity, **more: object) -> int | None:
    return score_pair(candidate, opportunity, taxonomy=TAXONOMY, **more)[part].value  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("held", "needed", "link", "percent"),
    [
        ("python", "python", Link.SAME, 100),
        ("python", "programming", Link.NARROWER, 80),
        ("programming", "python", Link.BROADER, 50),
        ("sql", "databases", Link.ESSENTIAL, 50),
        ("databases", "sql", Link.ESSENTIAL, 50),
        ("python", "java", Link.SIBLING, 35),
        ("drawing", "cad", Link.SIBLING, 35),
        ("welding", "python", Link.NONE, 0),
        ("welder", "welding", Link.CRAFT, 40),
        ("welder", "drawing", Link.CUSTOM, 20),
        ("welding", "welder", Link.NONE, 0),
        ("draughtsman", "welder", Link.NONE, 0),
    ],
)
def test_links_between_skills(held: str, needed: str, link: Link, percent: int) -> None:
    assert RELATIONS.link(uri(held), uri(needed)) == (link, percent)


def test_links_of_skills_outside_the_taxonomy_are_themselves_only() -> None:
    assert RELATIONS.link("https://x.org/1", "https://x.org/1") == (Link.SAME, 100)
    assert RELATIONS.link("https://x.org/1", uri("python")) == (Link.NONE, 0)


def test_information_is_larger_for_rarer_skills() -> None:
    assert RELATIONS.information_of(uri("welding")) > RELATIONS.information_of(uri("programming"))


def test_skills_part_weighs_musts_above_advantages() -> None:
    asked = offer(skills=["welding", NeededSkill(uri("cad"), Modality.PREFERRED)])
    must, advantage = person(skills=["welding"]), person(skills=["cad"])
    assert (value(Part.SKILLS, must, asked) or 0) > (value(Part.SKILLS, advantage, asked) or 0) > 0
    assert value(Part.SKILLS, person(skills=["welding", "cad"]), asked) == 10_000
    assert value(Part.SKILLS, person(), asked) == 0
    assert value(Part.SKILLS, person(skills=["cad"]), offer()) is None


def test_skills_part_tells_how_each_need_is_met() -> None:
    asked = offer(skills=["programming", "welding"])
    held = person(skills=[HeldSkill(uri("python"), 0.9, "Py"), HeldSkill(uri("java"), 0.5, "J")])
    covers = {one.needed.uri: one for one in score_pair(held, asked, taxonomy=TAXONOMY)[Part.SKILLS].covers}
    met = covers[uri("programming")]
    assert (met.held, met.words, met.link, met.percent) == (uri("python"), "Py", Link.NARROWER, 72)
    assert covers[uri("welding")].held is None


def test_occupation_part_is_the_closest_pair() -> None:
    asked = offer(occupations=(uri("engineer"),))
    assert value(Part.OCCUPATION, person(occupations=(uri("welder"), uri("engineer"))), asked) == 10_000
    near = value(Part.OCCUPATION, person(occupations=(uri("draughtsman"),)), asked)
    far = value(Part.OCCUPATION, person(occupations=(uri("web-developer"),)), asked)
    assert near is not None
    assert far is not None
    assert near > far
    assert value(Part.OCCUPATION, person(), asked) is None
    assert (
        value(Part.OCCUPATION, person(occupations=(uri("welder"),)), offer(occupations=(uri("draughtsman"),)))
        == 6_000
    )
    # web developer is narrower than developer; 2512 and 2513 share three digits (40), broader gives 80
    assert (
        value(
            Part.OCCUPATION,
            person(occupations=(uri("web-developer"),)),
            offer(occupations=(uri("developer"),)),
        )
        == 8_000
    )


@pytest.mark.parametrize(
    ("held", "asked", "expected"),
    [
        ("0714", "0714", 10_000),
        ("0714", "07", 10_000),
        ("0714", "0715", 7_500),
        ("07", "0714", 4_000),
        ("0912", "0714", 0),
    ],
)
def test_field_part_follows_the_isced_tree(held: str, asked: str, expected: int) -> None:
    assert value(Part.FIELD, person(fields=(held,)), offer(fields=(asked,))) == expected


def test_level_and_experience_are_one_sided() -> None:
    assert value(Part.LEVEL, person(eqf=8), offer(eqf=6)) == 10_000
    assert value(Part.LEVEL, person(eqf=5), offer(eqf=6)) == 7_500
    assert value(Part.EXPERIENCE, person(experience_years=20), offer(experience_years=2)) == 10_000
    assert value(Part.EXPERIENCE, person(experience_years=1), offer(experience_years=4)) == 2_500
    assert value(Part.EXPERIENCE, person(), offer(experience_years=4)) is None


STUDENT_KINDS = (OpportunityKind.INTERNSHIP, OpportunityKind.THESIS, OpportunityKind.STUDENT_JOB)


@pytest.mark.parametrize("kind", list(OpportunityKind))
def test_what_is_for_students_counts_who_still_studies(kind: OpportunityKind) -> None:
    asked = offer(kind=kind, start=DAY)
    values = [
        value(Part.STAGE, person(studies_end=DAY + dt.timedelta(days=days)), asked) for days in (-1, 0, 2000)
    ]
    if kind in STUDENT_KINDS:
        assert values == [0, 10_000, 10_000]
    elif kind is not OpportunityKind.GRADUATE_JOB:
        assert values == [None, None, None]


def test_a_job_for_graduates_counts_who_is_just_or_nearly_through() -> None:
    asked = offer(kind=OpportunityKind.GRADUATE_JOB, posted=DAY)
    years = {-3: 0, -1.5: 10_000, 0: 10_000, 0.9: 10_000, 1.5: 0}
    for year, expected in years.items():
        end = DAY + dt.timedelta(days=365 * year)
        assert value(Part.STAGE, person(studies_end=end), asked) == expected
        assert value(Part.STAGE, person(studies_end=end, experience_years=30), asked) == expected


def test_stage_cannot_be_told_without_a_day_or_an_end() -> None:
    internship = OpportunityKind.INTERNSHIP
    assert value(Part.STAGE, person(), offer(kind=internship, start=DAY)) is None
    assert value(Part.STAGE, person(studies_end=DAY), offer(kind=internship)) is None
    assert value(Part.STAGE, person(studies_end=DAY), offer(start=DAY)) is None
    later = offer(kind=internship, start=DAY + dt.timedelta(days=9), posted=DAY)
    assert value(Part.STAGE, person(studies_end=DAY), later) == 0  # the start counts, not the day of the ad


def test_language_values_rise_with_the_level_up_to_c1() -> None:
    for needed in range(1, 7):
        values = [value_of(held, needed) for held in range(7)]
        assert values == sorted(values)
        assert values[6] == 10_000
    assert value_of(5, 5) == value_of(6, 5)  # where C1 is asked for, nobody loses to a native speaker
    assert value_of(5, 4) == value_of(6, 4)


def test_languages_part_counts_advantages_and_the_coffee_table() -> None:
    asked = offer(
        languages=(
            need("en", Level.B2),
            need("da", Level.A2, setting=Setting.INFORMAL),
            need("de", Level.B1, modality=Modality.PREFERRED),
        )
    )
    english = person(languages=(("en", Level.C1),))
    coffee = person(languages=(("en", Level.C1), ("da", Level.A2)))
    assert (value(Part.LANGUAGES, coffee, asked) or 0) > (value(Part.LANGUAGES, english, asked) or 0)
    assert value(Part.LANGUAGES, person(), asked) is None
    assert value(Part.LANGUAGES, english, offer()) is None


def test_place_part_falls_to_half_at_the_limit() -> None:
    at_home = value(Part.PLACE, person(place=COPENHAGEN, commute_minutes=60), offer(place=COPENHAGEN))
    across = value(Part.PLACE, person(place=MALMO, commute_minutes=60), offer(place=COPENHAGEN))
    assert at_home == 10_000
    assert across is not None
    assert 5_000 <= across < 10_000
    assert (
        value(Part.PLACE, person(place=MALMO, commute_minutes=5, moves_to=("DK",)), offer(place=COPENHAGEN))
        == 4_000
    )
    assert value(Part.PLACE, person(), offer(place=COPENHAGEN)) is None


def test_time_part_falls_to_half_at_the_latest_day() -> None:
    asked = offer(start=DAY, start_flexible_days=60)
    days = [DAY + dt.timedelta(late) for late in (-5, 0, 30, 60, 61)]
    assert [value(Part.TIME, person(available_from=day), asked) for day in days] == [
        10_000,
        10_000,
        7_500,
        5_000,
        0,
    ]


def test_wishes_part_is_the_mean_of_what_can_be_told() -> None:
    asked = offer(occupations=(uri("welder"),), kind=OpportunityKind.JOB, pay=MonthlyPay(30_000, "DKK"))
    assert value(Part.WISHES, person(), asked) is None
    assert value(Part.WISHES, person(wished_occupations=(uri("welder"),)), asked) == 10_000
    assert value(Part.WISHES, person(pay_floor=MonthlyPay(30_000, "DKK")), asked) == 5_000
    assert value(Part.WISHES, person(pay_floor=MonthlyPay(25_000, "DKK")), asked) == 10_000
    both = person(wished_occupations=(uri("welder"),), pay_floor=MonthlyPay(30_000, "DKK"))
    assert value(Part.WISHES, both, asked) == 7_500


def test_markets_part_is_the_share_of_the_markets() -> None:
    assert value(Part.MARKETS, person(markets=("BR",)), offer(markets=("BR", "DE"))) == 5_000
    assert value(Part.MARKETS, person(), offer(markets=("BR",))) is None


def test_unknown_parts_count_as_one_half() -> None:
    pair = score_pair(person(), offer(), taxonomy=TAXONOMY)
    assert set(pair.values) == {None}
    assert pair.score == 0.5
    assert pair.side(Side.COMPANY) == pair.side(Side.CANDIDATE) == 0.5


def test_score_is_the_weighted_sum_of_its_parts() -> None:
    candidate, opportunity = person(skills=["cad"], eqf=5), offer(skills=["cad", "welding"], eqf=7)
    weights = Weights.from_mapping(
        {"skills": 3, "level": 1, **dict.fromkeys(set(Part) - {Part.SKILLS, Part.LEVEL}, 0)}
    )
    pair = score_pair(candidate, opportunity, taxonomy=TAXONOMY, weights=weights)
    assert pair.total == 3 * (pair[Part.SKILLS].value or 0) + 5_000
    assert pair.side(Side.CANDIDATE) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"skills": -1},
        {"skills": 1001},
        {"advantage": 101},
        {"skills": 0.5},
        {"skils": 3},
        dict.fromkeys(Part, 0),
    ],
)
def test_weights_refuse_nonsense(wrong: dict) -> None:
    with pytest.raises(ValueError, match="weight"):
        Weights.from_mapping(wrong)


@times(80)
@given(examples.candidates(), examples.opportunities(), examples.weights, st.data())
def test_adding_a_matching_skill_never_lowers_a_score(
    candidate: Candidate, opportunity: Opportunity, weights: Weights, data: st.DataObject
) -> None:
    wanted = [one.uri for one in opportunity.skills] or [uri("python")]
    skill = HeldSkill(data.draw(st.sampled_from(wanted)), data.draw(st.sampled_from([0.01, 0.5, 1.0])))
    before = score_pair(candidate, opportunity, taxonomy=TAXONOMY, weights=weights)
    richer = replace(candidate, skills=(*candidate.skills, skill))
    after = score_pair(richer, opportunity, taxonomy=TAXONOMY, weights=weights)
    assert after.total >= before.total
    assert after.values[1:] == before.values[1:]


@times(50)
@given(
    examples.candidates(),
    examples.opportunities(),
    st.sampled_from(["da", "en", "nb", "de"]),
    examples.levels,
)
def test_reaching_a_higher_level_never_lowers_the_languages_part(
    candidate: Candidate, opportunity: Opportunity, code: str, level: Level
) -> None:
    spoken = replace(candidate, languages=(*candidate.languages, ("en", Level.A1)))
    better = replace(spoken, languages=(*spoken.languages, (code, level)))
    conditions = Conditions()
    before = value(Part.LANGUAGES, spoken, opportunity, conditions=conditions)
    after = value(Part.LANGUAGES, better, opportunity, conditions=conditions)
    assert (before is None) == (after is None)
    assert (after or 0) >= (before or 0)
