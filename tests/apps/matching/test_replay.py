"""A run can be replayed to the bit from what was kept of it, and says what differs if it cannot."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied

from brobygger.apps.base.enums import RETENTION_DAYS, Retention, Role
from brobygger.apps.base.models import AuditEntry, User, in_scope
from brobygger.apps.base.queries import overdue
from brobygger.apps.classifications.actions import load_vocabulary
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.matching import queries
from brobygger.apps.matching.actions import (
    Replay,
    ReplayOutcome,
    forget_run_inputs,
    note_ranking_shown,
    remove_candidate_from_inputs,
    replay_run,
    replay_shown,
    run_matching,
)
from brobygger.apps.matching.models import Match, MatchRun, MatchRunInput, RankingShown
from brobygger.apps.people.actions import add_fact
from brobygger.apps.programmes.queries import scope_of
from brobygger.cli import main
from brobygger.core.matching import Conditions, Rule
from brobygger.core.reading import Modality, Skill
from brobygger.data.match_inputs import digest_of, from_bytes, packed, unpacked
from tests.factories import UserFactory
from tests.factories.moments import LATER, NOW
from tests.scenarios.first_match import FirstMatch, first_match


@pytest.fixture
def moment(vocabulary: Vocabulary) -> FirstMatch:
    return first_match()


def replayed(run: MatchRun) -> Replay:
    return replay_run(run=MatchRun.objects.get(pk=run.pk), by=None, at=LATER)


def learn_python(moment: FirstMatch) -> None:
    value = Skill("skill:python", "Python", Modality.HELD)
    add_fact(candidate=moment.welder, value=value, by=None, at=LATER)


def test_replay_gives_the_same_though_everything_has_changed_since(moment: FirstMatch) -> None:
    run = run_matching(
        programme=moment.programme,
        conditions=Conditions(strict=frozenset({Rule.PAY})),
        top=2,
        by=None,
        at=NOW,
    )
    learn_python(moment)
    moment.programme.weights = {"skills": 100}
    moment.programme.save()

    assert replayed(run) == Replay(ReplayOutcome.SAME)
    entry = AuditEntry.objects.get(action="matching.replay_run")
    assert (entry.subject_id, entry.changes["outcome"]) == (str(run.pk), "same")


def test_equal_inputs_are_kept_once(moment: FirstMatch) -> None:
    first, second = run_matching(by=None, at=NOW), run_matching(by=None, at=LATER)
    learn_python(moment)
    third = run_matching(by=None, at=LATER)

    assert first.inputs == second.inputs != third.inputs
    assert first.output_digest == second.output_digest != third.output_digest
    assert MatchRunInput.objects.count() == 2


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"score": 1}, "score"),
        ({"rank": 7}, "rank .* instead of the stored 7"),
        ({"parts": {"skills": 1}}, "parts"),
    ],
)
def test_replay_names_a_stored_row_that_differs(
    moment: FirstMatch, change: dict[str, object], message: str
) -> None:
    run = run_matching(by=None, at=NOW)
    Match.objects.filter(run=run, opportunity=moment.welder_ad, candidate=moment.welder).update(**change)

    found = replayed(run)

    assert found.outcome is ReplayOutcome.DIFFERENT
    (difference,) = found.differences
    pair = f"Opportunity {moment.welder_ad.pk} with candidate {moment.welder.pk}"
    assert difference.startswith(pair)
    assert re.search(message, difference)


def test_replay_names_a_row_that_was_removed_or_slipped_in(moment: FirstMatch) -> None:
    run = run_matching(by=None, at=NOW)
    Match.objects.filter(run=run, opportunity=moment.welder_ad).delete()
    Match.objects.create(
        run=run,
        opportunity=moment.welder_ad,
        candidate=moment.developer,
        rank=1,
        score=1,
        percent=1,
        parts={},
    )

    said = " ".join(replayed(run).differences)

    assert f"candidate {moment.welder.pk} is computed, but not stored" in said
    assert f"candidate {moment.developer.pk} is stored, but not computed" in said


def test_rows_that_went_with_a_person_are_no_difference(moment: FirstMatch) -> None:
    run = run_matching(by=None, at=NOW)
    moment.welder.delete()

    found = replayed(run)

    assert found.outcome is ReplayOutcome.SAME
    assert "gone with their candidate" in found.notes[0]


def test_replay_says_that_the_digest_of_the_output_is_another(moment: FirstMatch) -> None:
    run = run_matching(by=None, at=NOW)
    MatchRun.objects.update(output_digest="0" * 64)

    found = replayed(run)

    assert found.outcome is ReplayOutcome.DIFFERENT
    assert "stored is 000" in found.differences[0]


def test_other_scoring_version_is_said(moment: FirstMatch) -> None:
    run = run_matching(by=None, at=NOW)
    MatchRun.objects.update(scoring_version="0.0.9 code abc")

    found = replayed(run)

    assert found.outcome is ReplayOutcome.SAME
    assert "made by 0.0.9 code abc" in found.notes[0]


def test_vocabulary_that_is_not_in_use_any_more_is_found_again(moment: FirstMatch) -> None:
    run = run_matching(by=None, at=NOW)
    load_vocabulary(path=None, by=None, at=LATER)  # the one that comes with the product

    found = replayed(run)

    assert found.outcome is ReplayOutcome.SAME
    assert "not the one in use now" in found.notes[0]


def test_replay_is_refused_without_the_vocabulary_of_the_run(moment: FirstMatch) -> None:
    run = run_matching(by=None, at=NOW)
    MatchRun.objects.update(vocabulary_digest="1" * 64)

    found = replayed(run)

    assert found.outcome is ReplayOutcome.REFUSED
    assert "another vocabulary (SHA-256 1111" in found.notes[0]


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda content: packed(content.replace(b'"welding"', b'"Welding"')), "not those that were ranked"),
        (lambda content: b"nonsense", "damaged"),
    ],
)
def test_replay_is_refused_if_what_was_kept_is_something_else(
    moment: FirstMatch, spoil: Callable[[bytes], bytes], message: str
) -> None:
    run = run_matching(by=None, at=NOW)
    kept = MatchRunInput.objects.get()
    kept.content = spoil(unpacked(bytes(kept.content)).replace(b"Welding", b"welding"))
    kept.save()

    found = replayed(run)

    assert found.outcome is ReplayOutcome.REFUSED
    assert message in found.notes[0]


@pytest.mark.parametrize(
    "change", [{"parameters": {}}, {"parameters": {"top": 3, "strict": ["charm"]}}, {"weights": {"charm": 3}}]
)
def test_replay_is_refused_if_parameters_or_weights_make_no_sense(
    moment: FirstMatch, change: dict[str, object]
) -> None:
    run = run_matching(by=None, at=NOW)
    MatchRun.objects.update(**change)

    found = replayed(run)

    assert found.outcome is ReplayOutcome.REFUSED
    assert "cannot be read" in found.notes[0]


@pytest.mark.parametrize(("column", "name"), [("parameters", "top"), ("weights", "skills")])
def test_replay_differs_if_stored_parameters_or_weights_were_changed(
    moment: FirstMatch, column: str, name: str
) -> None:
    run = run_matching(by=None, at=NOW)
    MatchRun.objects.update(**{column: {**getattr(run, column), name: 1}})

    assert replayed(run).outcome is ReplayOutcome.DIFFERENT


def test_run_from_before_inputs_were_kept_cannot_be_replayed(moment: FirstMatch) -> None:
    run = run_matching(by=None, at=NOW)
    MatchRun.objects.update(inputs=None, output_digest="")

    assert replayed(run).outcome is ReplayOutcome.REFUSED


def test_inputs_go_when_their_time_is_over(moment: FirstMatch) -> None:
    old = run_matching(by=None, at=NOW)
    learn_python(moment)
    new = run_matching(by=None, at=LATER)

    assert forget_run_inputs(before=LATER, by=None, at=LATER) == 1
    assert forget_run_inputs(before=LATER, by=None, at=LATER) == 0

    old.refresh_from_db()
    assert old.inputs is None
    assert old.inputs_digest
    assert replayed(old).outcome is ReplayOutcome.REFUSED
    assert replayed(new).outcome is ReplayOutcome.SAME
    assert MatchRunInput.objects.get() == new.inputs
    assert AuditEntry.objects.get(action="matching.forget_run_inputs").subject_id == str(old.pk)


def test_inputs_that_a_later_run_shares_stay_with_it(moment: FirstMatch) -> None:
    run_matching(by=None, at=NOW)
    later = run_matching(by=None, at=LATER)

    forget_run_inputs(before=LATER, by=None, at=LATER)

    assert replayed(later).outcome is ReplayOutcome.SAME


def test_erased_person_is_taken_out_and_the_replay_says_so(moment: FirstMatch) -> None:
    run = run_matching(by=None, at=NOW)

    assert remove_candidate_from_inputs(candidate_id=moment.developer.pk, by=None, at=LATER) == 1
    assert remove_candidate_from_inputs(candidate_id=moment.developer.pk, by=None, at=LATER) == 0

    kept = MatchRunInput.objects.get()
    problem = from_bytes(unpacked(bytes(kept.content)), None)  # type: ignore[arg-type]
    assert str(moment.developer.pk) not in {one.id for one in problem.candidates}
    assert kept.digest == run.inputs_digest
    found = replayed(run)  # the person's own rows are still there
    assert found.outcome is ReplayOutcome.REDUCED
    assert "1 candidate was taken out" in found.notes[0]
    moment.developer.delete()
    assert replayed(run).outcome is ReplayOutcome.REDUCED
    Match.objects.filter(run=run, candidate=moment.hidden_developer).update(score=1)
    assert replayed(run).outcome is ReplayOutcome.DIFFERENT


def test_run_over_the_same_people_again_keeps_whole_inputs_beside_reduced_ones(moment: FirstMatch) -> None:
    run_matching(by=None, at=NOW)
    remove_candidate_from_inputs(candidate_id=moment.developer.pk, by=None, at=LATER)

    again = run_matching(by=None, at=LATER)

    assert replayed(again).outcome is ReplayOutcome.SAME


@pytest.mark.parametrize(
    "action",
    [
        lambda by, run: forget_run_inputs(before=LATER, by=by, at=LATER),
        lambda by, run: remove_candidate_from_inputs(candidate_id=1, by=by, at=LATER),
        lambda by, run: replay_run(run=run, by=by, at=LATER),
    ],
)
def test_company_may_neither_replay_nor_drop(
    moment: FirstMatch, user_of: Callable[[Role], User], action: Callable[[User, MatchRun], object]
) -> None:
    run = run_matching(by=None, at=NOW)

    with pytest.raises(PermissionDenied):
        action(user_of(Role.COMPANY), run)

    assert MatchRunInput.objects.count() == 1


def contact(moment: FirstMatch) -> User:
    user = UserFactory(role=Role.COMPANY)
    moment.software.contacts.add(user)
    return user


def test_ranking_shown_is_kept_as_it_was_seen(moment: FirstMatch) -> None:
    by = contact(moment)
    ranking = queries.rank_candidates(moment.developer_ad, user=by, language="en")

    shown = note_ranking_shown(opportunity=moment.developer_ad, ranking=ranking, by=by, at=NOW)

    shown = RankingShown.objects.get(pk=shown.pk)
    assert shown.rows == [[row.candidate_id, row.rank, row.points] for row in ranking.rows]
    assert shown.rows[0][:2] == [moment.developer.pk, 1]
    assert (shown.viewer, shown.viewer_name, shown.shown_at) == (by, by.username, NOW)
    assert (shown.pool, shown.eligible, shown.withheld) == (4, ranking.eligible, ranking.withheld)
    assert shown.parameters["top"] == queries.rankings.TOP
    assert shown.weights["skills"] == ranking.origin.weights.skills
    assert {len(shown.inputs_digest), len(shown.output_digest), len(shown.vocabulary_digest)} == {64}
    entry = AuditEntry.objects.get(action="matching.note_ranking_shown")
    assert (entry.by_id, entry.subject_id) == (by.pk, str(shown.pk))


def test_same_ranking_is_kept_once_and_another_anew(moment: FirstMatch) -> None:
    by = contact(moment)

    def note() -> RankingShown:
        ranking = queries.rank_candidates(moment.developer_ad, user=by, language="en")
        return note_ranking_shown(opportunity=moment.developer_ad, ranking=ranking, by=by, at=NOW)

    first, again = note(), note()
    learn_python(moment)
    changed = note()

    assert first == again != changed
    assert first.inputs_digest != changed.inputs_digest
    assert RankingShown.objects.count() == 2


def test_ranking_shown_forgets_an_erased_person(moment: FirstMatch) -> None:
    by = contact(moment)
    ranking = queries.rank_candidates(moment.developer_ad, user=by, language="en")
    shown = note_ranking_shown(opportunity=moment.developer_ad, ranking=ranking, by=by, at=NOW)

    remove_candidate_from_inputs(candidate_id=moment.developer.pk, by=None, at=LATER)

    again = RankingShown.objects.get()
    assert again.rows[0] == [None, *shown.rows[0][1:]]
    assert again.output_digest == shown.output_digest


def test_ranking_of_another_opportunity_or_by_a_stranger_is_refused(moment: FirstMatch) -> None:
    by = contact(moment)
    ranking = queries.rank_candidates(moment.developer_ad, user=by, language="en")

    with pytest.raises(PermissionDenied):
        note_ranking_shown(opportunity=moment.welder_ad, ranking=ranking, by=by, at=NOW)
    with pytest.raises(ValueError, match="ranking is of opportunity"):
        note_ranking_shown(opportunity=moment.welder_ad, ranking=ranking, by=UserFactory(), at=NOW)

    assert not RankingShown.objects.exists()


def shown_list(moment: FirstMatch, by: User | None = None) -> RankingShown:
    by = by or contact(moment)
    ranking = queries.rank_candidates(moment.developer_ad, user=by, language="en")
    return note_ranking_shown(opportunity=moment.developer_ad, ranking=ranking, by=by, at=NOW)


def replayed_list() -> Replay:
    shown = RankingShown.objects.get()
    return replay_shown(shown=shown, by=None, at=LATER)


def test_shown_list_is_solved_again_though_everything_has_changed_since(moment: FirstMatch) -> None:
    shown = shown_list(moment)
    learn_python(moment)
    moment.programme.weights = {"skills": 100}
    moment.programme.save()

    found = replayed_list()

    assert (found.outcome, found.differences) == (ReplayOutcome.SAME, ())
    assert "rest on people who were not shown" in found.notes[-1]
    entry = AuditEntry.objects.get(action="matching.replay_shown")
    assert (entry.subject_id, entry.changes["outcome"]) == (str(shown.pk), "same")


def test_shown_list_keeps_only_who_was_shown(moment: FirstMatch) -> None:
    shown = shown_list(moment)
    assert shown.inputs is not None
    problem = from_bytes(unpacked(bytes(shown.inputs.content)), None)  # type: ignore[arg-type]
    assert {one.id for one in problem.candidates} == {str(who) for who, _rank, _points in shown.rows}
    assert str(moment.hidden_developer.pk) not in {one.id for one in problem.candidates}
    assert [one.id for one in problem.opportunities] == [str(moment.developer_ad.pk)]


def test_same_people_shown_to_two_are_kept_once(moment: FirstMatch) -> None:
    by = contact(moment)
    with in_scope(scope_of(by)):  # as a page does: its reader sees no inputs
        first = shown_list(moment, by)
        second = shown_list(moment, contact(moment))
    assert first.pk != second.pk
    assert first.inputs_id == second.inputs_id
    assert MatchRunInput.objects.count() == 1


@pytest.mark.parametrize(
    ("tamper", "message"),
    [
        (
            lambda rows: [[who, rank, points + 1] for who, rank, points in rows],
            "points instead of the stored",
        ),
        (lambda rows: [[who, rank + 1, points] for who, rank, points in rows], "digest is another"),
        (lambda rows: rows[::-1], "order of the list"),
        (lambda rows: rows[:-1], "is computed, but not in the list"),
        (lambda rows: [*rows, [4711, 99, 1]], "Candidate 4711 is in the list, but not computed"),
    ],
)
def test_shown_list_that_was_tampered_with_differs(
    moment: FirstMatch, tamper: Callable[[list[list[int]]], list[list[int]]], message: str
) -> None:
    shown = shown_list(moment)
    assert len(shown.rows) > 1
    RankingShown.objects.update(rows=tamper(shown.rows))

    found = replayed_list()

    assert found.outcome is ReplayOutcome.DIFFERENT
    assert message in " ".join(found.differences)


@pytest.mark.parametrize("column", ["pool", "eligible", "withheld"])
def test_numbers_of_a_shown_list_that_were_changed_are_told(moment: FirstMatch, column: str) -> None:
    shown_list(moment)
    RankingShown.objects.update(**{column: 77})
    assert "digest is another" in replayed_list().differences[0]


@pytest.mark.parametrize("is_digest_changed_too", [False, True])
def test_shown_list_with_other_inputs_is_refused(moment: FirstMatch, is_digest_changed_too: bool) -> None:
    shown_list(moment)
    kept = MatchRunInput.objects.get()
    content = unpacked(bytes(kept.content)).replace(b"C1", b"B1")
    kept.content = packed(content)
    if is_digest_changed_too:
        kept.digest = digest_of(content)
    kept.save()

    found = replayed_list()

    assert found.outcome is ReplayOutcome.REFUSED
    assert "not those that were ranked" in found.notes[0]


@pytest.mark.parametrize(
    "change", [{"parameters": {}}, {"weights": {"charm": 3}}, {"rows": [[1, 2]]}, {"inputs": None}]
)
def test_shown_list_that_cannot_be_read_is_refused(moment: FirstMatch, change: dict[str, object]) -> None:
    shown_list(moment)
    RankingShown.objects.update(**change)
    assert replayed_list().outcome is ReplayOutcome.REFUSED


def test_after_an_erasure_the_replay_says_which_lines_it_cannot_check(moment: FirstMatch) -> None:
    shown = shown_list(moment)
    gone, left = shown.rows[0][0], shown.rows[1][0]

    remove_candidate_from_inputs(candidate_id=gone, by=None, at=LATER)

    kept = MatchRunInput.objects.get()
    assert f'"id":"{gone}"'.encode() not in unpacked(bytes(kept.content))
    found = replayed_list()
    assert (found.outcome, found.differences) == (ReplayOutcome.REDUCED, ())
    assert "1 person was erased since: line 1 of the list cannot be checked" in found.notes[0]
    rows = RankingShown.objects.get().rows
    RankingShown.objects.update(rows=[[who, rank, points + (who == left)] for who, rank, points in rows])
    assert f"Candidate {left}" in replayed_list().differences[0]


def test_inputs_of_shown_lists_go_in_time(moment: FirstMatch) -> None:
    shown_list(moment)
    run_matching(by=None, at=LATER)

    assert forget_run_inputs(before=LATER, by=None, at=LATER) == 1

    assert replayed_list().outcome is ReplayOutcome.REFUSED
    assert MatchRunInput.objects.get().runs.exists()


def test_inputs_are_overdue_a_year_after_the_last_list(moment: FirstMatch) -> None:
    shown_list(moment)
    long_ago = LATER - dt.timedelta(days=RETENTION_DAYS[Retention.RUN] + 1)
    MatchRunInput.objects.update(kept_at=long_ago)

    def due() -> list[str]:
        return [one.model.__name__ for one in overdue(LATER) if one.rows.exists()]

    assert due() == []
    RankingShown.objects.update(shown_at=long_ago)
    assert sorted(due()) == ["MatchRunInput", "RankingShown"]


def test_company_may_not_replay_a_shown_list(moment: FirstMatch) -> None:
    by = contact(moment)
    with pytest.raises(PermissionDenied):
        replay_shown(shown=shown_list(moment, by), by=by, at=LATER)


def test_command_replays_a_shown_list(moment: FirstMatch, capsys: pytest.CaptureFixture[str]) -> None:
    shown = shown_list(moment)

    assert main.main(["replay", "--shown", str(shown.pk)]) == 0
    assert (
        f"shown ranking {shown.pk} of 2026-11-23 09:00 UTC: the output is the same" in capsys.readouterr().out
    )
    RankingShown.objects.update(eligible=77)
    assert main.main(["replay", "--shown", str(shown.pk)]) == 1
    assert "digest is another" in capsys.readouterr().err
    assert main.main(["replay", "--shown", "4711"]) == 1
    assert "no shown ranking 4711" in capsys.readouterr().err


def test_command_replays_a_run(moment: FirstMatch, capsys: pytest.CaptureFixture[str]) -> None:
    run = run_matching(by=None, at=NOW)

    assert main.main(["replay", str(run.pk)]) == 0
    assert "the same to the bit" in capsys.readouterr().out
    Match.objects.update(score=1)
    assert main.main(["replay", str(run.pk)]) == 1
    said = capsys.readouterr()
    assert "the output differs" in said.out
    assert "instead of the stored 1" in said.err
    assert main.main(["replay", "4711"]) == 1
    assert "no match run 4711" in capsys.readouterr().err
