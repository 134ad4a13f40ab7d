"""What an occupation usually takes: on the side of the person, and on the side of the ad."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.matching import (
    LANGUAGES,
    Candidate,
    Opportunity,
    Part,
    PartScore,
    Side,
    Tone,
    Weights,
    explain,
    relations_of,
    score_pair,
)
from brobygger.core.matching.score.skills import NAMED_TO_USUAL, USUAL_MUSTS, needs, usual_needs
from tests.core.matching import examples
from tests.core.matching.examples import OCCUPATIONS, TAXONOMY, offer, person, uri
from tests.drawing import times

RELATIONS = relations_of(TAXONOMY)


def skills(candidate: Candidate, opportunity: Opportunity) -> PartScore:
    return score_pair(candidate, opportunity, taxonomy=TAXONOMY)[Part.SKILLS]


def usual(opportunity: Opportunity) -> dict[str, int]:
    stated = needs(opportunity, RELATIONS, Weights())
    return {need.uri: weight for need, weight in usual_needs(opportunity, RELATIONS, stated)}


def test_occupation_of_the_person_counts_for_its_skills_in_part() -> None:
    welder = person(occupations=(uri("welder"),))
    assert skills(welder, offer(skills=["welding"])).value == 4_000
    assert skills(welder, offer(skills=["drawing"])).value == 2_000
    assert skills(welder, offer(skills=["python"])).value == 0
    named = person(skills=["welding"], occupations=(uri("welder"),))
    assert skills(named, offer(skills=["welding"])).value == 10_000


def test_usual_skills_are_those_the_ad_does_not_name() -> None:
    assert set(usual(offer(skills=["cad"], occupations=(uri("engineer"),)))) == {
        uri("drawing"),
        uri("programming"),
    }
    assert usual(offer(skills=["cad"])) == {}
    assert usual(offer(skills=["cad"], occupations=(uri("unknown-job"),))) == {}


def test_usual_skills_weigh_at_most_half_of_what_is_named() -> None:
    few = offer(skills=["cad"], occupations=(uri("engineer"),))
    named = sum(weight for _, weight in needs(few, RELATIONS, Weights()))
    together = sum(usual(few).values())
    assert named // NAMED_TO_USUAL - len(usual(few)) < together <= named // NAMED_TO_USUAL
    alone = sum(usual(offer(occupations=(uri("engineer"),))).values())
    assert 0 <= USUAL_MUSTS * RELATIONS.usual_information - alone < 3  # rounded down, skill by skill


def test_essential_usual_skill_weighs_more_than_an_optional_one_as_rare() -> None:
    weights = usual(offer(skills=["cad"], occupations=(uri("engineer"),)))
    drawing, programming = (weights[uri(name)] for name in ("drawing", "programming"))
    information = [RELATIONS.information_of(uri(name)) for name in ("drawing", "programming")]
    assert drawing / information[0] == pytest.approx(2 * programming / information[1], rel=0.01)


def test_what_the_ad_names_outweighs_what_its_occupation_takes() -> None:
    asked = offer(skills=["welding"], occupations=(uri("engineer"),))
    named = skills(person(skills=["welding"]), asked).value
    besides = skills(person(skills=["cad", "drawing", "programming"]), asked).value
    assert named is not None
    assert besides is not None
    assert named > besides > 0


def test_ad_that_names_no_skill_is_measured_by_its_occupation() -> None:
    asked = offer(occupations=(uri("draughtsman"),))
    found = skills(person(skills=["cad", "drawing"]), asked)
    assert (found.value, found.parameters["usual"], found.covers) == (10_000, 100, ())
    assert skills(person(), asked).value == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_reasons_tell_what_counts_through_an_occupation(language: str) -> None:
    asked = offer(skills=["welding"], occupations=(uri("engineer"),))
    for side in Side:
        found = explain(
            person(skills=["cad"], occupations=(uri("welder"),)), asked, taxonomy=TAXONOMY, language=language, side=side
        )  # fmt: skip
        reasons = {one.key: one for one in found.reasons}
        assert "40" in reasons["link.craft"].text
        usual = skills(person(skills=["cad"], occupations=(uri("welder"),)), asked).parameters["usual"]
        assert str(usual) in reasons["skills.usual"].text
        assert reasons["skills.usual"].tone in (Tone.GOOD, Tone.PARTIAL)


@times(60)
@given(examples.candidates(), examples.opportunities(), st.sampled_from(OCCUPATIONS))
def test_adding_an_occupation_never_lowers_the_skills_part(
    candidate: Candidate, opportunity: Opportunity, more: str
) -> None:
    richer = replace(candidate, occupations=(*candidate.occupations, more))
    before, after = skills(candidate, opportunity).value, skills(richer, opportunity).value
    assert (before is None) == (after is None)
    assert (after or 0) >= (before or 0)
