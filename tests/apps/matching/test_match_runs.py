"""A run is read, solved and written once: result, audit row, refusal, repeat."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.matching import adapters, queries
from brobygger.apps.matching.actions import run_matching
from brobygger.apps.matching.enums import MatchRunState
from brobygger.apps.matching.models import ExclusionCount, Match, MatchRun
from brobygger.apps.people import actions as people
from brobygger.apps.people.models import CandidateBackground, CandidateIdentity
from brobygger.core.matching import Conditions, Rule, Weights, objections, solve
from brobygger.core.reading import Modality, Skill
from tests.factories import (
    CandidateBackgroundFactory,
    CandidateDocumentFactory,
    CandidateFactFactory,
    CandidateFactory,
    MatchFactory,
    MatchRunFactory,
    OpportunityFactFactory,
    OpportunityFactory,
    PositionPreferenceFactory,
    ProgrammeFactory,
    UserFactory,
)
from tests.factories.moments import LATER, NOW
from tests.scenarios.first_match import FirstMatch, first_match


@pytest.fixture
def moment(vocabulary: Vocabulary) -> FirstMatch:
    return first_match()


def ranked(run: MatchRun) -> list[tuple[str, int, str]]:
    return [(one.opportunity.title, one.rank, one.candidate.alias) for one in queries.matches_of(run)]


def test_run_matching_stores_ranks_scores_and_exclusions(moment: FirstMatch) -> None:
    by = UserFactory(role=Role.MANAGER)

    run = run_matching(by=by, at=LATER)

    assert ("Welder", 1, "Talent 001") in ranked(run)
    assert ("Software developer", 1, "Talent 003") in ranked(run)
    assert ("Welder", 1, "Talent 002") not in ranked(run)
    best = Match.objects.get(run=run, opportunity=moment.welder_ad, candidate=moment.welder)
    assert 0 < best.percent <= 100
    assert set(best.parts) == {
        "skills", "occupation", "field", "level", "experience", "stage", "languages", "markets", "place", "time",
        "wishes",
    }  # fmt: skip
    excluded = ExclusionCount.objects.get(run=run, opportunity=moment.welder_ad, rule=Rule.LANGUAGE)
    assert (excluded.subject, excluded.count) == ("da", 3)
    assert (run.candidate_count, run.opportunity_count, run.started_by) == (4, 2, by)
    entry = AuditEntry.objects.get(action="matching.run_matching")
    assert (entry.by_id, entry.subject_id, entry.changes["candidates"]) == (by.pk, str(run.pk), 4)


def test_stored_run_has_no_objection(moment: FirstMatch) -> None:
    problem = adapters.load_problem(None)

    assert objections(problem, solve(problem, top=20), top=20) == []


def test_run_matching_repeated_gives_the_same_and_keeps_history(moment: FirstMatch) -> None:
    first, second = run_matching(by=None, at=NOW), run_matching(by=None, at=LATER)

    assert ranked(first) == ranked(second)
    assert first.inputs_digest == second.inputs_digest
    assert list(MatchRun.objects.values_list("state", flat=True)) == [
        MatchRunState.CURRENT,
        MatchRunState.SUPERSEDED,
    ]
    assert queries.current_run() == second


def test_run_of_a_programme_stands_beside_the_run_over_all(moment: FirstMatch) -> None:
    other = OpportunityFactory(programme=ProgrammeFactory())

    everything = run_matching(by=None, at=NOW)
    own = run_matching(programme=moment.programme, by=None, at=NOW)

    assert queries.current_run() == everything
    assert queries.current_run(moment.programme.pk) == own
    assert (everything.opportunity_count, own.opportunity_count) == (3, 2)
    assert not own.matches.filter(opportunity=other).exists()


def test_programme_weights_are_used_and_noted(moment: FirstMatch) -> None:
    moment.programme.weights = {"skills": 100}
    moment.programme.save()

    run = run_matching(programme=moment.programme, by=None, at=NOW)

    assert run.weights["skills"] == 100
    assert run.weights["place"] == Weights().place


def test_conditions_are_noted_and_read_back(moment: FirstMatch) -> None:
    conditions = Conditions(strict=frozenset({Rule.PAY}), commute_over_border=False, exchange=(("DKK", 1.0),))

    run = MatchRun.objects.get(pk=run_matching(conditions=conditions, top=3, by=None, at=NOW).pk)

    assert run.parameters["top"] == 3
    assert adapters.to_conditions(run.parameters) == conditions


def test_run_matching_refuses_a_company(moment: FirstMatch, user_of: Callable[[Role], User]) -> None:
    with pytest.raises(PermissionDenied):
        run_matching(by=user_of(Role.COMPANY), at=NOW)

    assert not MatchRun.objects.exists()


def test_run_matching_writes_nothing_if_a_weight_is_wrong(moment: FirstMatch) -> None:
    moment.programme.weights = {"charm": 3}

    with pytest.raises(ValueError, match="charm"):
        run_matching(programme=moment.programme, by=None, at=NOW)

    assert not MatchRun.objects.exists()


def test_needs_new_run_after_a_change(moment: FirstMatch) -> None:
    assert queries.needs_new_run()
    run_matching(by=None, at=NOW)
    CandidateFactory(changed_at=NOW)  # without a CV there is nothing to match
    assert not queries.needs_new_run()

    value = Skill("skill:python", "Python", Modality.HELD)
    people.add_fact(candidate=moment.welder, value=value, by=None, at=LATER)
    assert queries.needs_new_run()


def test_fairness_report_leaves_small_groups_out(moment: FirstMatch) -> None:
    run = MatchRun.objects.get(pk=run_matching(by=None, at=NOW).pk)

    report = queries.fairness_report(run)

    assert set(report.groups) == {"sex", "origin", "language"}
    assert all(one.suppressed and one.people is None for one in report.groups["sex"])


def test_fairness_report_of_a_large_group_reads_back(vocabulary: Vocabulary) -> None:
    for number in range(24):
        candidate = CandidateFactory()
        CandidateDocumentFactory(candidate=candidate)
        CandidateFactFactory(candidate=candidate)
        CandidateBackgroundFactory(
            candidate=candidate, sex="f" if number % 2 else "m", origin="", native_language=""
        )
    OpportunityFactFactory()

    run = MatchRun.objects.get(pk=run_matching(top=20, by=None, at=NOW).pk)

    figures = {one.name: one for one in queries.fairness_report(run).groups["sex"]}
    assert figures["f"].people == figures["m"].people == 12
    assert figures["f"].rate_interval is not None
    assert sum(one.selected for one in figures.values()) == 20


@pytest.mark.parametrize("size", [1, 3, 30])
def test_load_problem_takes_a_fixed_number_of_queries(
    vocabulary: Vocabulary, size: int, django_assert_num_queries: Callable[..., object]
) -> None:
    adapters.load_problem(None)  # opens the vocabulary
    for _ in range(size):
        candidate = CandidateFactory()
        CandidateDocumentFactory(candidate=candidate)
        CandidateFactFactory.create_batch(2, candidate=candidate)
        PositionPreferenceFactory(candidate=candidate)
        OpportunityFactFactory()

    with django_assert_num_queries(11):
        problem = adapters.load_problem(None)

    assert len(problem.candidates) == len(problem.opportunities) == size


def test_load_problem_touches_neither_identity_nor_background(
    moment: FirstMatch, django_assert_num_queries: Callable[..., object]
) -> None:
    with django_assert_num_queries(11) as captured:
        adapters.load_problem(None)

    tables = (CandidateIdentity._meta.db_table, CandidateBackground._meta.db_table)
    assert not [query["sql"] for query in captured if any(table in query["sql"] for table in tables)]


def test_match_is_stored_once_for_each_pair(db: None) -> None:
    match = MatchFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        MatchFactory(run=match.run, opportunity=match.opportunity, candidate=match.candidate, rank=2)


def test_match_stands_in_a_list(db: None) -> None:
    with pytest.raises(IntegrityError, match="match_stands_in_a_list"), transaction.atomic():
        MatchFactory(rank=None)


def test_one_run_is_current_for_each_scope(db: None) -> None:
    programme = ProgrammeFactory()
    MatchRunFactory()
    MatchRunFactory(programme=programme)
    for scope in (None, programme):
        with pytest.raises(IntegrityError), transaction.atomic():
            MatchRunFactory(programme=scope)
