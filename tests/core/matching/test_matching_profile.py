"""From facts to a candidate or an opportunity, and what can never get there."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.matching import Conditions, MonthlyPay, Outcome, candidate_from, monthly, opportunity_from
from brobygger.core.matching.eligibility.language import judge
from brobygger.core.reading import (
    Contact,
    Document,
    DocumentKind,
    Duration,
    Education,
    Experience,
    Fact,
    FactValue,
    Hours,
    Kind,
    Language,
    Level,
    Market,
    Modality,
    Occupation,
    OpportunityKind,
    Pay,
    PayPeriod,
    PlaceCount,
    Reading,
    Remote,
    Role,
    Setting,
    Skill,
    Span,
    Start,
    WorkRight,
    WorkRightCondition,
)
from tests.core.matching.examples import AARHUS, COPENHAGEN, uri
from tests.drawing import times

PUBLISHED = dt.date(2027, 1, 15)
HELD, REQUIRED, PREFERRED = Modality.HELD, Modality.REQUIRED, Modality.PREFERRED


def fact(
    value: FactValue, *, role: Role = Role.OTHER, confidence: float = 0.9, at: int = 0, method: str = "x"
) -> Fact:
    return Fact(value, Span(at, at + 5), "en", role, confidence, method)


def reading(
    *facts: Fact, kind: DocumentKind = DocumentKind.AD, text: str = "alpha beta gamma delta"
) -> Reading:
    return Reading(Document("doc", text, kind, title="Title", published=PUBLISHED), (), facts, "en")


def cv(*facts: Fact, text: str = "alpha beta gamma delta") -> Reading:
    return reading(*facts, kind=DocumentKind.CV, text=text)


def test_candidate_takes_each_skill_once_as_sure_as_its_surest_mention() -> None:
    found = candidate_from(
        cv(
            fact(Skill(uri("cad"), "cad", HELD), confidence=0.4),
            fact(Skill(uri("sql"), "sql", HELD), confidence=0.7),
            fact(Skill(uri("cad"), "cad", HELD), confidence=0.8, at=6),
            fact(Skill(uri("java"), "java", HELD), confidence=0.0),
        )
    )
    assert [(one.uri, one.weight, one.words) for one in found.skills] == [
        (uri("cad"), 0.8, "beta "),
        (uri("sql"), 0.7, "alpha"),
    ]


def test_language_without_a_level_is_enough_where_none_is_asked_for() -> None:
    asked = opportunity_from(reading(fact(Language("da", None, Modality.REQUIRED))))
    (need,) = asked.languages
    held = candidate_from(cv(fact(Language("da", None, HELD))))

    assert judge(held, need, Conditions()).outcome is Outcome.PASSES
    assert judge(held, replace(need, level=Level.C2), Conditions()).outcome is Outcome.FAILS


def test_a_need_read_with_doubt_is_not_sure_unless_it_is_said_again_for_sure() -> None:
    doubtful, sure = (fact(Language("da", None, Modality.REQUIRED), confidence=one) for one in (0.5, 0.9))

    assert [one.is_sure for one in opportunity_from(reading(doubtful)).languages] == [False]
    assert [one.is_sure for one in opportunity_from(reading(doubtful, sure)).languages] == [True]


def test_candidate_takes_highest_levels_and_all_fields() -> None:
    found = candidate_from(
        cv(
            fact(Education(6, "0715", HELD)),
            fact(Education(7, "0714", HELD)),
            fact(Education(None, "0715", HELD)),
            fact(Language("no", Level.B1, HELD)),
            fact(Language("nb", Level.C1, HELD)),
            fact(Language("da", None, HELD)),
            fact(Experience(3.0, HELD)),
            fact(Occupation(uri("welder"), "welder", HELD)),
        )
    )
    assert (found.eqf, found.fields) == (7, ("0714", "0715"))
    assert found.languages == (("nb", Level.C1), ("da", Level.B2))
    assert (found.experience_years, found.occupations) == (3.0, (uri("welder"),))


def test_candidate_lives_where_the_personal_lines_say_not_where_they_worked() -> None:
    at_work, at_home = fact(COPENHAGEN, role=Role.WORK, confidence=1.0), fact(AARHUS, role=Role.PERSONAL)
    assert candidate_from(cv(at_work, at_home)).place == AARHUS
    assert candidate_from(cv(at_work)).place is None
    assert (
        candidate_from(cv(at_work, fact(COPENHAGEN, role=Role.WORK, method="structured"))).place == COPENHAGEN
    )


def test_candidate_conditions() -> None:
    found = candidate_from(
        cv(
            fact(Start(None)),
            fact(Duration(0)),
            fact(Hours(15, 20)),
            fact(Pay(165, None, "DKK", PayPeriod.HOUR)),
            fact(Kind(OpportunityKind.THESIS)),
            fact(Market("BR")),
            fact(Remote(1.0)),
            fact(WorkRightCondition(WorkRight.CITIZEN, ("EU",))),
        )
    )
    assert found.available_from == PUBLISHED
    assert found.available_months is None
    assert found.hours == (15, 20)
    assert found.pay_floor == MonthlyPay(26_455.0, "DKK")  # 165 x 37 x 52 / 12
    assert (found.kinds, found.markets, found.remote) == ((OpportunityKind.THESIS,), ("BR",), True)
    assert found.work_right == ("EU",)


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ((), None),
        ((WorkRightCondition(WorkRight.PERMIT_NEEDED),), ()),
        (
            (WorkRightCondition(WorkRight.PERMIT_NEEDED), WorkRightCondition(WorkRight.PERMIT_HELD, ("DK",))),
            ("DK",),
        ),
    ],
)
def test_candidate_work_right(conditions: tuple, expected: tuple | None) -> None:
    assert candidate_from(cv(*(fact(one) for one in conditions))).work_right == expected


def test_opportunity_makes_a_must_of_what_is_a_must_once() -> None:
    found = opportunity_from(
        reading(
            fact(Skill(uri("cad"), "cad", PREFERRED), confidence=0.99),
            fact(Skill(uri("cad"), "cad", REQUIRED), confidence=0.6, at=6),
            fact(Skill(uri("sql"), "sql", PREFERRED)),
            fact(Skill(uri("java"), "java", Modality.NOT_REQUIRED)),
            fact(Language("da", Level.B2, PREFERRED)),
            fact(Language("da", Level.B1, REQUIRED)),
        )
    )
    assert [(one.uri, one.modality, one.weight) for one in found.skills] == [
        (uri("cad"), REQUIRED, 0.6),
        (uri("sql"), PREFERRED, 0.9),
    ]
    assert [(one.codes, one.level, one.modality) for one in found.languages] == [
        (("da",), Level.B1, REQUIRED)
    ]


def test_opportunity_gathers_alternatives_and_keeps_the_coffee_table_apart() -> None:
    found = opportunity_from(
        reading(
            fact(Language("nb", Level.C1, REQUIRED, alternative=1)),
            fact(Language("da", Level.B2, REQUIRED, alternative=1), at=6),
            fact(Language("en", None, Modality.WORKING_LANGUAGE)),
            fact(Language("sv", None, REQUIRED, Setting.INFORMAL)),
        )
    )
    assert [(one.codes, one.level, one.setting) for one in found.languages] == [
        (("nb", "da"), Level.B2, Setting.FORMAL),
        (("en",), Level.B2, Setting.FORMAL),
        (("sv",), Level.A2, Setting.INFORMAL),
    ]


WORKING = Modality.WORKING_LANGUAGE


@pytest.mark.parametrize(
    ("said", "needs"),
    [
        # "We speak Norwegian; you must make yourself understood in Norwegian, Swedish or Danish", in any order
        ([("nb", WORKING, None), ("nb sv da", REQUIRED, Level.B1)], [("nb sv da", REQUIRED, Level.B1)]),
        ([("nb sv da", REQUIRED, Level.B1), ("nb", WORKING, None)], [("nb sv da", REQUIRED, Level.B1)]),
        ([("nb", WORKING, None), ("scandinavian en", REQUIRED, None)], [("scandinavian en", REQUIRED, Level.B2)]),
        ([("nb", WORKING, None), ("scandinavian", REQUIRED, None)], [("scandinavian", REQUIRED, Level.B2)]),
        # "Swedish, C1. If you speak Danish instead, that is as good"
        ([("sv", REQUIRED, Level.C1), ("sv da", REQUIRED, None)], [("sv da", REQUIRED, Level.B2)]),
        # "The report may be in Swedish or English, but you present it in Swedish"
        (
            [("sv en", REQUIRED, None), ("sv", REQUIRED, None)],
            [("sv en", REQUIRED, Level.B2), ("sv", REQUIRED, Level.B2)],
        ),
        # "You must speak Swedish. We work in Swedish or English"
        (
            [("sv", REQUIRED, None), ("sv en", WORKING, None)],
            [("sv", REQUIRED, Level.B2), ("sv en", WORKING, Level.B2)],
        ),
        # "Swedish or English is needed, Swedish is an advantage"
        (
            [("sv en", REQUIRED, None), ("sv", PREFERRED, None)],
            [("sv en", REQUIRED, Level.B2), ("sv", PREFERRED, Level.B2)],
        ),
        # another language than the alternatives stays a need
        (
            [("en", WORKING, None), ("nb sv", REQUIRED, None)],
            [("en", WORKING, Level.B2), ("nb sv", REQUIRED, Level.B2)],
        ),
    ],
)  # fmt: skip
def test_language_that_has_alternatives_elsewhere_is_no_need_of_its_own(
    said: list[tuple[str, Modality, Level | None]], needs: list[tuple[str, Modality, Level]]
) -> None:
    facts = [
        fact(Language(code, level, modality, alternative=number if " " in codes else None), at=6 * number)
        for number, (codes, modality, level) in enumerate(said)
        for code in codes.split()
    ]
    found = opportunity_from(reading(*facts)).languages
    assert [(" ".join(one.codes), one.modality, one.level) for one in found] == needs


def test_opportunity_that_waives_a_language_does_not_need_it() -> None:
    waived = fact(Language("da", None, Modality.NOT_REQUIRED))
    assert opportunity_from(reading(waived)).languages == ()
    (working,) = opportunity_from(
        reading(waived, fact(Language("da", None, Modality.WORKING_LANGUAGE)))
    ).languages
    assert working.modality is PREFERRED


def test_opportunity_conditions() -> None:
    found = opportunity_from(
        reading(
            fact(Education(7, "0714", REQUIRED)),
            fact(Education(6, "0715", REQUIRED)),
            fact(Education(8, None, PREFERRED)),
            fact(Experience(2, REQUIRED)),
            fact(Experience(5, PREFERRED)),
            fact(AARHUS, role=Role.COMPANY, confidence=1.0),
            fact(COPENHAGEN, role=Role.TITLE),
            fact(Start(dt.date(2027, 3, 1))),
            fact(Duration(6)),
            fact(Pay(30_000, 36_000, "SEK", PayPeriod.MONTH)),
            fact(Kind(OpportunityKind.INTERNSHIP)),
            fact(PlaceCount(2)),
            fact(WorkRightCondition(WorkRight.PERMIT_REQUIRED)),
            fact(Occupation(uri("welder"), "w"), confidence=0.99),
            fact(Occupation(uri("engineer"), "e"), role=Role.TITLE, confidence=0.5),
        ),
        opportunity="o7",
    )
    assert (found.id, found.title) == ("o7", "Title")
    assert (found.eqf, found.eqf_modality, found.fields) == (6, REQUIRED, ("0714", "0715"))
    assert (found.experience_years, found.place) == (2, COPENHAGEN)
    assert (found.start, found.months, found.places) == (dt.date(2027, 3, 1), 6, 2)
    assert (found.pay, found.kind) == (MonthlyPay(36_000.0, "SEK"), OpportunityKind.INTERNSHIP)
    assert (found.citizens_only, found.permit_supported) == (("DK",), None)
    assert found.occupations == (uri("engineer"), uri("welder"))


def test_opportunity_that_only_prefers_a_level_does_not_require_it() -> None:
    found = opportunity_from(
        reading(fact(Education(7, None, PREFERRED)), fact(Education(None, "0714", REQUIRED)))
    )
    assert found.eqf_modality is REQUIRED
    assert found.eqf is None
    found = opportunity_from(reading(fact(Education(7, None, PREFERRED))))
    assert (found.eqf, found.eqf_modality) == (7, PREFERRED)


@pytest.mark.parametrize(
    "value",
    [
        Experience(120, HELD),
        Duration(5_000),
        Remote(1.5),
        Hours(40, 20),
        Hours(100, 200),
        Pay(9e9, None, "DKK", PayPeriod.HOUR),
        Pay(30, 20, "DKK", PayPeriod.HOUR),
        Education(9, None, HELD),
    ],
)
def test_facts_that_cannot_be_true_are_left_out(value: FactValue) -> None:
    assert candidate_from(cv(fact(value))) == candidate_from(cv())
    assert opportunity_from(reading(fact(value))) == opportunity_from(reading())


def test_monthly_pay_of_a_year() -> None:
    assert monthly(480_000, Pay(480_000, None, "NOK", PayPeriod.YEAR)) == MonthlyPay(40_000.0, "NOK")


names = st.sampled_from(["Freja Testrup", "Omar Prøvesen", "Ines Exemplo", "Kim Nonexistent"])
pronouns = st.sampled_from(["she", "he", "they", "hun", "han"])
nationalities = st.sampled_from(["Danish", "Syrian", "Brazilian", "norsk"])


@times(50)
@given(st.tuples(names, pronouns, nationalities), st.tuples(names, pronouns, nationalities), st.data())
def test_candidate_is_the_same_whatever_name_pronoun_and_nationality_the_text_has(
    one: tuple[str, str, str], other: tuple[str, str, str], data: st.DataObject
) -> None:
    """The facts point into texts that differ in who is spoken of; contact facts are found in both."""
    skills = data.draw(
        st.lists(st.sampled_from(["cad", "sql", "welding"]), min_size=1, max_size=3, unique=True)
    )

    def read(who: tuple[str, str, str]) -> Reading:
        name, pronoun, nationality = who
        head = f"{name}, {nationality} citizen. {pronoun} knows "
        text, facts = (
            head + ", ".join(skills),
            [fact(Contact("name")), fact(Education(7, "0714", HELD, "BR"))],
        )
        for skill in skills:
            at = text.index(skill, len(head))
            span = Span(at, at + len(skill))
            facts.append(Fact(Skill(uri(skill), skill, HELD), span, "en", Role.SKILLS, 0.9))
        return cv(*facts, text=text)

    assert candidate_from(read(one), candidate="x") == candidate_from(read(other), candidate="x")


def test_candidate_has_no_field_for_what_must_not_enter() -> None:
    forbidden = {
        "name",
        "sex",
        "gender",
        "age",
        "birth",
        "nationality",
        "citizenship",
        "photo",
        "religion",
        "school",
    }
    assert not forbidden & set(candidate_from(cv()).__slots__)


@pytest.mark.parametrize(
    ("starts", "wait"),
    [((), 60), ((Start(dt.date(2027, 3, 1)),), 60), ((Start(None),), 120)],
    ids=["nothing", "a day", "as soon as possible"],
)
def test_whoever_asks_for_somebody_soon_waits_for_a_period_of_notice(
    starts: tuple[Start, ...], wait: int
) -> None:
    assert opportunity_from(reading(*map(fact, starts))).start_flexible_days == wait
