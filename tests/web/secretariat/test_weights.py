"""How a programme counts: what the secretariat sees, who decides, and what is missing until weights can learn."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from brobygger.apps.base.enums import Role
from brobygger.apps.matching.actions import propose_weights
from brobygger.apps.matching.enums import OutcomeStage, ProposalState
from brobygger.apps.matching.models import Outcome, WeightProposal
from brobygger.apps.programmes.models import Programme
from brobygger.core.matching import Weights
from tests.factories import ProgrammeFactory, WeightProposalFactory
from tests.factories.moments import NOW
from tests.scenarios.first_match import FirstMatch
from tests.scenarios.known_outcomes import known_outcomes
from tests.web.conftest import Visitor

RUN_THE_PROGRAMME = {Role.MANAGER, Role.SECRETARIAT}


def address(programme: Programme) -> str:
    return f"/programmes/{programme.pk}/weights/"


def figures(name: str, rate: float, ratio: float | None) -> dict[str, object]:
    plain = {"suppressed": False, "people": 40, "selected": 20, "rate_interval": None, "mean_rank": 3.0}
    return {
        **plain,
        "name": name,
        "rate": rate,
        "ratio": ratio,
        "ratio_interval": None,
        "exposure": 0.5,
        "pool_share": 0.5,
    }


@pytest.mark.parametrize("role", list(Role))
def test_page_opens_for_those_who_run_the_programme(visitor: Visitor, role: Role) -> None:
    programme = ProgrammeFactory()

    status = 200 if role in RUN_THE_PROGRAMME else 403
    client = visitor(role)
    assert client.get(address(programme)).status_code == status
    link = f'href="{address(programme)}"' in client.get("/programmes/").content.decode()
    assert link == (status == 200)


@pytest.mark.parametrize("role", list(Role))
def test_only_the_manager_decides(visitor: Visitor, role: Role) -> None:
    proposal = WeightProposalFactory()

    for what in ("accept", "decline"):
        answer = visitor(role).post(f"/weight-proposals/{proposal.pk}/{what}/", {"reason": ""})
        assert answer.status_code == (302 if role == Role.MANAGER else 403)
    assert WeightProposal.objects.get().state == ProposalState.OPEN


def test_unknown_programme_is_no_page(visitor: Visitor) -> None:
    assert visitor(Role.MANAGER).get("/programmes/999999/weights/").status_code == 404


def test_empty_state_says_how_many_outcomes_are_missing(moment: FirstMatch, visitor: Visitor) -> None:
    client = visitor(Role.SECRETARIAT)
    html = client.get(address(moment.programme)).content.decode()
    assert "200 more outcomes until weights can learn" in html
    assert "Compute a proposal" not in html

    known_outcomes(moment.programme, number=30)
    assert "170 more outcomes" in client.get(address(moment.programme)).content.decode()


def test_proposing_with_too_few_outcomes_says_so(moment: FirstMatch, visitor: Visitor) -> None:
    answer = visitor(Role.SECRETARIAT).post(f"{address(moment.programme)}propose/", follow=True)

    assert "There are too few outcomes to propose weights." in answer.content.decode()


def test_secretariat_proposes_and_reads_it_in_plain_words(moment: FirstMatch, visitor: Visitor) -> None:
    known_outcomes(moment.programme)

    html = (
        visitor(Role.SECRETARIAT).post(f"{address(moment.programme)}propose/", follow=True).content.decode()
    )

    assert "A proposal is ready. Nothing changes until somebody accepts it." in html
    assert "Counted more than thought: <strong>Languages" in html
    assert "The programme manager decides on this proposal." in html
    assert "of 100 cases" in html
    assert 'name="reason"' not in html
    assert Programme.objects.get(pk=moment.programme.pk).weights == {}


def test_fairness_stands_before_and_after(visitor: Visitor) -> None:
    def report(rate: float) -> dict[str, object]:
        groups = [figures("f", rate, rate / 0.6), figures("m", 0.6, None), {"name": "x", "suppressed": True}]
        empty = dict.fromkeys(
            (
                "people",
                "selected",
                "rate",
                "rate_interval",
                "ratio",
                "ratio_interval",
                "mean_rank",
                "exposure",
                "pool_share",
            )
        )
        return {"top": 20, "smallest": 10, "groups": {"sex": [{**empty, **one} for one in groups]}}

    proposal = WeightProposalFactory(fairness_before=report(0.48), fairness_after=report(0.42))

    html = visitor(Role.MANAGER).get(address(proposal.programme)).content.decode()

    row = html[html.index('<th scope="row">Women') :].partition("</tr>")[0]
    assert [number in row for number in ("0.48", "0.42", "0.80", "0.70")] == [True] * 4
    assert "1 more group is too small to show" in html


def test_proposal_that_is_no_better_is_advised_against(visitor: Visitor) -> None:
    proposal = WeightProposalFactory()
    proposal.figures["is_better"] = False
    proposal.save()

    html = visitor(Role.MANAGER).get(address(proposal.programme)).content.decode()
    assert "no better than the weights in use. We advise to decline it." in html


def test_manager_accepts_with_a_reason(visitor: Visitor) -> None:
    proposal = WeightProposalFactory()
    client = visitor(Role.MANAGER)

    said = client.post(
        f"/weight-proposals/{proposal.pk}/accept/", {"reason": " "}, follow=True
    ).content.decode()
    assert "a decision needs a reason" in said
    html = client.post(
        f"/weight-proposals/{proposal.pk}/accept/", {"reason": "<b>Fits</b>"}, follow=True
    ).content.decode()

    assert "The programme now counts with the new weights." in html
    assert "accepted" in html
    assert "&lt;b&gt;Fits&lt;/b&gt;" in html
    programme = Programme.objects.get(pk=proposal.programme_id)
    assert Weights.from_mapping(programme.weights).languages == 23
    again = client.post(f"/weight-proposals/{proposal.pk}/decline/", {"reason": "No"}, follow=True)
    assert "has been decided on already" in again.content.decode()


def test_outdated_proposal_cannot_be_accepted(visitor: Visitor) -> None:
    proposal = WeightProposalFactory(programme=ProgrammeFactory(weights={"skills": 90}))
    client = visitor(Role.MANAGER)

    assert "disabled" in client.get(address(proposal.programme)).content.decode()
    answer = client.post(f"/weight-proposals/{proposal.pk}/accept/", {"reason": "Yes"}, follow=True)
    assert "have been changed since the proposal was made" in answer.content.decode()
    assert Programme.objects.get().weights == {"skills": 90}


def test_outcome_is_recorded_on_the_page(moment: FirstMatch, visitor: Visitor) -> None:
    client = visitor(Role.SECRETARIAT)
    fields = {"opportunity": moment.welder_ad.pk, "candidate": moment.welder.pk, "stage": "hired"}

    html = client.post(
        f"/programmes/{moment.programme.pk}/outcomes/record/", fields, follow=True
    ).content.decode()

    assert "Recorded: Talent 001, Welder: hired." in html
    assert "199 more outcomes" in html
    assert Outcome.objects.get().stage == OutcomeStage.HIRED
    for wrong in (
        {"stage": "promoted"},
        {"candidate": "x"},
        {"opportunity": "9" * 30},
        {"candidate": "999999"},
    ):
        answer = client.post(f"/programmes/{moment.programme.pk}/outcomes/record/", {**fields, **wrong})
        assert answer.status_code == 404


@pytest.mark.parametrize("language", ["da", "nb", "sv"])
def test_page_speaks_the_readers_language(moment: FirstMatch, visitor: Visitor, language: str) -> None:
    known_outcomes(moment.programme)
    propose_weights(programme=moment.programme, by=None, at=NOW)

    html = visitor(Role.MANAGER, language).get(address(moment.programme)).content.decode()

    heading = {"da": "Sådan vægtes scoren", "nb": "Slik vektes skåren", "sv": "Så viktas poängen"}[language]
    assert heading in html


@pytest.mark.parametrize("number", [1, 3])
def test_page_takes_a_fixed_number_of_queries(
    moment: FirstMatch, visitor: Visitor, number: int, django_assert_num_queries: Callable[..., object]
) -> None:
    known_outcomes(moment.programme, number=number)
    WeightProposalFactory.create_batch(
        number,
        programme=moment.programme,
        state=ProposalState.DECLINED,
        decided_at=NOW,
        decided_by_name="ida",
        reason="No.",
    )
    client = visitor(Role.MANAGER)

    # the visitor and the menu 4, programme, outcomes, proposals 2, choices 2, titles
    with django_assert_num_queries(11):
        client.get(address(moment.programme))
