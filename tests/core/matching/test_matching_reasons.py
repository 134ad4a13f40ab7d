"""Reasons: every sentence in all four languages, from both sides, and the right ones for a pair."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from string import Formatter

import pytest
from hypothesis import given

from brobygger.core.matching import (
    LANGUAGES,
    Candidate,
    Check,
    Conditions,
    HeldSkill,
    Link,
    MonthlyPay,
    NeededSkill,
    Opportunity,
    Part,
    Rule,
    Side,
    Tone,
    check_label,
    dial_label,
    dials_for,
    excluded_counts,
    explain,
    score_pair,
    solve,
    step_label,
    steps_for,
)
from brobygger.core.matching.data import USUAL_NOTICE, USUAL_WAIT
from brobygger.core.matching.dials import LowerLanguage, MoveStart, RemoteShare
from brobygger.core.matching.steps import LearnSkill, ReachLevel
from brobygger.core.matching.words import MODULES, words_in
from brobygger.core.reading import Level, Modality, OpportunityKind, Setting
from brobygger.core.reading.facets.languages.names import NAMES, SIGN, TESTS
from tests.core.matching import examples
from tests.core.matching.examples import (
    COPENHAGEN,
    DAY,
    MALMO,
    OSLO,
    TAXONOMY,
    need,
    offer,
    person,
    problem,
    uri,
)
from tests.drawing import times

TABLES = ("SENTENCES", "COUNTS", "CHIPS", "NAMES")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_have_every_key_in_every_language(language: str, table: str) -> None:
    assert set(getattr(MODULES[language], table)) == set(getattr(MODULES["en"], table))


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_words_are_translated_with_the_same_values(language: str) -> None:
    for key, pair in MODULES["en"].SENTENCES.items():
        other = MODULES[language].SENTENCES[key]
        assert pair != other, key
        for mine, theirs in zip(pair, other, strict=True):
            assert fields(theirs) <= fields(mine) | {"asked", "held"}, (key, theirs)
    for key, chip in MODULES["en"].CHIPS.items():
        assert fields(chip) == fields(MODULES[language].CHIPS[key]), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_whole_and_chips_short(language: str) -> None:
    module = MODULES[language]
    for pair in [*module.SENTENCES.values(), *module.COUNTS.values()]:
        for text in pair:
            assert text.endswith((".", "}.")), text
            assert "  " not in text
    for chip in module.CHIPS.values():
        assert len(chip.split()) <= 4, chip


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_name_every_part_rule_kind_and_level(language: str) -> None:
    words = words_in(language)
    for key in [
        *(f"part.{part}" for part in Part),
        *(f"rule.{rule}" for rule in Rule),
        *(f"kind.{kind}" for kind in OpportunityKind),
        *(f"eqf.{level}" for level in range(1, 9)),
    ]:
        assert words.name(key)
    for rule in Rule:
        assert words.count(rule, 1, {"language": "x"}) != words.count(rule, 2, {"language": "x"})
    assert {f"link.{link.name.lower()}" for link in Link if link} <= set(words.sentences)


@times(60)
@given(examples.candidates(), examples.opportunities(), examples.conditions)
def test_explain_says_something_about_any_pair(
    candidate: Candidate, opportunity: Opportunity, conditions: Conditions
) -> None:
    tones = None
    for language in LANGUAGES:
        for side in Side:
            found = explain(
                candidate, opportunity, taxonomy=TAXONOMY, language=language, side=side, conditions=conditions
            )
            assert found.eligible == (not found.of(Tone.STOP))
            for one in found.reasons:
                assert one.text[0] == one.text[0].upper()
                assert not re.search(r"[{}]|None|\bnan\b|\binf\b|  | \.", one.text), one
            keys = [(one.key, one.tone) for one in found.reasons]
            assert tones in (None, keys)
            tones = keys


FIT = person(
    "c",
    skills=[HeldSkill(uri("python"), words="Py 3"), "sql"],
    occupations=(uri("developer"),),
    languages=(("da", Level.A2), ("en", Level.C1)),
    eqf=7,
    place=MALMO,
    commute_minutes=60,
    work_right=("EU",),
    available_from=DAY,
)
AD = offer(
    "o",
    skills=[
        NeededSkill(uri("programming"), words="kodning"),
        "sql",
        NeededSkill(uri("welding"), Modality.PREFERRED),
    ],
    occupations=(uri("web-developer"),),
    languages=(need("da", Level.B2), need("sv", Level.A2, setting=Setting.INFORMAL)),
    eqf=6,
    place=COPENHAGEN,
    start=DAY + dt.timedelta(10),
)


def texts(side: Side, language: str, *tones: Tone, conditions: Conditions | None = None) -> list[str]:
    found = explain(FIT, AD, taxonomy=TAXONOMY, language=language, side=side, conditions=conditions)
    return [one.text for one in found.of(*tones)]


def test_explain_tells_the_company_what_matches_what_counts_in_part_and_what_excludes() -> None:
    assert texts(Side.COMPANY, "en", Tone.STOP) == ["Danish at A2 is below the B2 you require."]
    assert "The CV covers 1 of the 3 skills you ask for, and comes close to 1 more." in texts(
        Side.COMPANY, "en", Tone.GOOD
    )
    assert "Programming: the CV shows Python (“Py 3”), which is a kind of it. It counts for 80%." in texts(
        Side.COMPANY, "en", Tone.PARTIAL
    )
    assert texts(Side.COMPANY, "en", Tone.MISSING) == [
        "Swedish at A2 for the coffee table is missing.",
        "Would be an advantage, but is not in the CV: welding.",
    ]


def test_explain_tells_that_a_neighbouring_language_was_counted_and_as_what() -> None:
    swede, counting = person("s", languages=(("sv", Level.C2),)), Conditions(neighbour_languages=True)
    wanted = {
        (Level.B2, Modality.REQUIRED): ("Swedish at C2 counts as B2 in Danish; you need B2.", Tone.PARTIAL, True),
        (Level.C1, Modality.REQUIRED): (
            "Swedish at C2 counts as B2 in Danish, one level below the C1 you require.", Tone.PARTIAL, True
        ),
        (Level.C2, Modality.REQUIRED): (
            "Swedish at C2 counts as B2 in Danish, below the C2 you require.", Tone.STOP, False
        ),
        (Level.B2, Modality.PREFERRED): (
            "Swedish at C2 counts as B2 in Danish; B2 is welcome.", Tone.PARTIAL, True
        ),
    }  # fmt: skip
    for (level, modality), (text, tone, eligible) in wanted.items():
        asked = offer(languages=(need("da", level, modality=modality),))
        found = explain(
            swede, asked, taxonomy=TAXONOMY, language="en", side=Side.COMPANY, conditions=counting
        )
        assert [one.tone for one in found.reasons if one.text == text] == [tone]
        assert found.eligible is eligible
    native = person("n", languages=(("da", Level.C2),))
    asked = offer(languages=(need("da", Level.B2),))
    scores = [
        score_pair(one, asked, taxonomy=TAXONOMY, conditions=counting)[Part.LANGUAGES].value or 0
        for one in (native, swede)
    ]
    assert scores[0] > scores[1]


def test_explain_speaks_to_the_candidate_in_their_own_language() -> None:
    assert texts(Side.CANDIDATE, "da", Tone.STOP) == ["Dit dansk er på A2; der kræves B2."]
    assert "Der er ca. 40 minutter fra dit hjem til København, på den anden side af grænsen." in texts(
        Side.CANDIDATE, "da", Tone.GOOD
    )
    assert texts(Side.CANDIDATE, "nb", Tone.STOP) == ["Du har dansk på A2; det kreves B2."]
    assert texts(Side.CANDIDATE, "sv", Tone.STOP) == ["Din danska är på A2; B2 krävs."]


def test_explain_asks_about_a_move_that_nobody_has_spoken_of() -> None:
    far = person("f", skills=["sql"], place=OSLO)
    asked = offer(skills=["sql"], place=COPENHAGEN)
    found = explain(far, asked, taxonomy=TAXONOMY, language="da", side=Side.COMPANY)
    assert found.eligible
    assert found.chips()[0].chip == "Ville skulle flytte"
    assert "place.move_unstated" in [one.key for one in found.of(Tone.UNKNOWN)]
    own = explain(far, asked, taxonomy=TAXONOMY, language="da", side=Side.CANDIDATE)
    assert any("Fortæl, om du vil flytte til Danmark." in one.text for one in own.of(Tone.UNKNOWN))
    scores = {
        said: score_pair(replace(far, moves_to=said), asked, taxonomy=TAXONOMY)[Part.PLACE].value or 0
        for said in (("DK",), None, ())
    }
    assert scores["DK",] > scores[None] > scores[()]


def test_explain_counts_one_level_short_in_part() -> None:
    learner = person("l", languages=(("da", Level.B1),))
    asked = offer(languages=(need("sv|da", Level.B2),))
    found = explain(learner, asked, taxonomy=TAXONOMY, language="nb", side=Side.COMPANY)
    assert found.eligible
    assert [one.text for one in found.of(Tone.PARTIAL)] == [
        "Dansk på B1 er ett nivå under B2, som dere krever."
    ]
    twice = replace(asked, languages=(*asked.languages, need("da", Level.B2)))
    again = explain(learner, twice, taxonomy=TAXONOMY, language="nb", side=Side.COMPANY)
    assert len(again.of(Tone.PARTIAL)) == 1
    strict = Conditions(strict=frozenset({Rule.LANGUAGE}))
    stopped = explain(learner, asked, taxonomy=TAXONOMY, language="nb", side=Side.COMPANY, conditions=strict)
    assert not stopped.eligible


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "years", "key"),
    [
        (OpportunityKind.INTERNSHIP, 2, "stage.student"),
        (OpportunityKind.INTERNSHIP, -20, "stage.student_past"),
        (OpportunityKind.GRADUATE_JOB, -1, "stage.graduate"),
        (OpportunityKind.GRADUATE_JOB, -20, "stage.graduate_past"),
        (OpportunityKind.GRADUATE_JOB, 5, "stage.graduate_later"),
    ],
)
def test_the_year_of_a_graduation_is_told_to_the_person_alone(
    language: str, kind: OpportunityKind, years: int, key: str
) -> None:
    end = DAY.replace(year=DAY.year + years)
    said = {
        side: next(
            f"{one.text} {one.chip}"
            for one in explain(
                person(studies_end=end),
                offer(kind=kind, start=DAY),
                taxonomy=TAXONOMY,
                language=language,
                side=side,
            ).reasons
            if one.key == key
        )
        for side in Side
    }
    assert not any(map(str.isdigit, said[Side.COMPANY]))
    assert str(end.year) in said[Side.CANDIDATE]


@pytest.mark.parametrize("language", ["en", "da", "nb", "sv"])
def test_a_wait_that_nobody_has_stated_is_called_usual(language: str) -> None:
    late = replace(FIT, available_from=DAY + dt.timedelta(30))
    said = {
        days: next(
            one.text
            for one in explain(
                late,
                replace(AD, start_flexible_days=days),
                taxonomy=TAXONOMY,
                language=language,
                side=Side.CANDIDATE,
            ).reasons
            if one.key.startswith("time.late")
        )
        for days in (USUAL_WAIT, USUAL_NOTICE, 45)
    }
    usual = {
        "en": "within the usual 60",
        "da": "de sædvanlige 60",
        "nb": "de vanlige 60",
        "sv": "de vanliga 60",
    }
    assert usual[language] in said[USUAL_WAIT]
    notice = {
        "en": "period of notice",
        "da": "opsigelsesvarsel",
        "nb": "oppsigelsestid",
        "sv": "uppsägningstid",
    }
    assert notice[language] in said[USUAL_NOTICE]
    assert "60" not in said[45]


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The ad names no place"),
        ("da", "Annoncen nævner intet sted"),
        ("nb", "Annonsen nevner ikke noe sted"),
        ("sv", "Annonsen nämner ingen plats"),
    ],
)
def test_an_ad_without_a_place_is_named_as_what_lacks_it(side: Side, language: str, words: str) -> None:
    found = explain(FIT, replace(AD, place=None), taxonomy=TAXONOMY, language=language, side=side)
    assert [words in one.text for one in found.reasons if one.key.startswith("place")] == [True]


def test_explain_puts_what_excludes_first_among_the_chips() -> None:
    chips = explain(FIT, AD, taxonomy=TAXONOMY, language="sv", side=Side.COMPANY).chips(3)
    assert [one.chip for one in chips][0] == "Danska under B2"
    assert len(chips) == 3


def test_chips_are_silent_where_only_related_skills_are_held() -> None:
    near = replace(FIT, skills=person("n", skills=["sql"]).skills)
    asked = replace(AD, skills=offer("o", skills=["databases"]).skills)
    found = explain(near, asked, taxonomy=TAXONOMY, language="en", side=Side.COMPANY)
    said = [one for one in found.reasons if one.key == "skills.partly"]
    assert [(one.tone, one.chip) for one in said] == [(Tone.PARTIAL, "")]
    assert "covers 0 of the 1 skills" in said[0].text


def test_explain_says_unknown_and_stops_where_that_is_strict() -> None:
    nobody = person("n")
    open_ended = explain(nobody, AD, taxonomy=TAXONOMY, language="en", side=Side.COMPANY)
    assert open_ended.eligible
    assert "language.unstated" in {one.key for one in open_ended.of(Tone.UNKNOWN)}
    strict = Conditions(strict=frozenset({Rule.LANGUAGE}))
    stopped = explain(nobody, AD, taxonomy=TAXONOMY, language="en", side=Side.COMPANY, conditions=strict)
    assert [one.key for one in stopped.of(Tone.STOP)] == ["language.unstated"]


def test_explain_refuses_other_languages() -> None:
    with pytest.raises(ValueError, match="no reasons are written in 'fi'"):
        explain(FIT, AD, taxonomy=TAXONOMY, language="fi", side=Side.COMPANY)


def test_excluded_counts_are_written_out_most_first() -> None:
    people = [
        person(f"c{row}", languages=(("en", Level.C1),), place=OSLO, moves_to=(), work_right=())
        for row in range(3)
    ]
    dane = person("d", languages=(("da", Level.C2),), place=OSLO, moves_to=())
    result = solve(problem([*people, dane], [AD]))
    counts = excluded_counts(result.excluded["o"], language="nb")
    assert [one.text for one in counts] == [
        "4 kandidater kan ikke komme seg til stedet.",
        "3 kandidater mangler dansk på nivået dere krever.",
        "3 kandidater ville trengt arbeidstillatelse.",
    ]
    assert counts[1].subject == "language:da"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", ["Brazilian Portuguese", "Norwegian or Danish", "28,000 DKK", "20–30 hours", "1 day", "2.5 months", "2 hours"]),
        ("da", ["brasiliansk portugisisk", "norsk eller dansk", "28.000 DKK", "20-30 timer", "1 dag", "2,5 måneder", "2 timer"]),
        ("nb", ["brasiliansk portugisisk", "norsk eller dansk", "28 000 DKK", "20–30 timer", "1 dag", "2,5 måneder", "2 timer"]),
        ("sv", ["brasiliansk portugisiska", "norska eller danska", "28 000 DKK", "20–30 timmar", "1 dag", "2,5 månader", "2 timmar"]),
    ],
)  # fmt: skip
def test_words_write_values_as_they_are_written_there(language: str, written: list[str]) -> None:
    words = words_in(language)
    money = MonthlyPay(28_000, "DKK")
    found = [
        words.language_name("pt-BR"),
        words.language_choice(["nb", "da"]),
        words.money(money.amount, money.currency),
        words.hours(20, 30),
        words.unit(1, "day"),
        words.unit(2.5, "month"),
        words.travel(120),
    ]
    assert [one.replace("\xa0", " ").replace("\u202f", " ") for one in found] == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_that_is_read_has_a_name(language: str) -> None:
    words = words_in(language)
    codes = {*NAMES.values(), *TESTS.values(), *SIGN.values(), "sgn", "scandinavian"}
    assert [code for code in sorted(codes) if words.language_name(code) == code] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_name_every_dial_and_step(language: str) -> None:
    asked = replace(
        AD,
        pay=MonthlyPay(30_000, "DKK"),
        languages=(need("nb|da", Level.B2),),
        permit_supported=None,
        remote_share=0.2,
    )
    conditions = Conditions(commute_over_border=False)
    labels = [dial_label(None, language=language), dial_label(MoveStart(-1), language=language)]
    labels += [dial_label(dial, language=language) for dial in dials_for(asked, conditions)]
    labels += [dial_label(dial, language=language) for dial in dials_for(asked)]
    labels += [step_label(step, taxonomy=TAXONOMY, language=language) for step in steps_for(FIT, [asked])]
    labels += [check_label(Check(rule), language=language) for rule in Rule]
    assert all(one and one[0] == one[0].upper() and "{" not in one for one in labels)


def test_labels_are_written_as_people_say_it() -> None:
    assert dial_label(LowerLanguage(("nb", "da"), Level.B1), language="da") == "Norsk eller dansk på B1"
    assert dial_label(RemoteShare(0.5), language="en") == "50% remote work"
    assert step_label(LearnSkill(uri("welding")), taxonomy=TAXONOMY, language="sv") == "Lär dig svetsning"
    assert step_label(ReachLevel("da", Level.B2), taxonomy=TAXONOMY, language="nb") == "Nå B2 i dansk"
    assert check_label(Check(Rule.LANGUAGE, "nb|da"), language="sv") == "Norska eller danska"


def test_explain_gives_no_minutes_within_one_town() -> None:
    found = explain(person(place=COPENHAGEN), AD, taxonomy=TAXONOMY, language="en", side=Side.CANDIDATE)
    assert "You live in København, where the work is." in [one.text for one in found.of(Tone.GOOD)]


@pytest.mark.parametrize("language", ["en", "da", "nb", "sv"])
def test_no_sentence_tells_a_company_the_lowest_pay(language: str) -> None:
    """The form that asks for it says that companies do not see it."""
    words = words_in(language)
    told = [key for key, (company, _own) in words.sentences.items() if "{floor}" in company]
    assert told == []
    assert [key for key, chip in words.chips.items() if "{floor}" in chip] == []
    assert [key for key, (_company, own) in words.sentences.items() if "{floor}" in own]
