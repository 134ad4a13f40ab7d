"""Solve a stored run, or a list that was shown, again from what it was made from, and compare to the bit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.classifications.queries import open_vocabulary, vocabulary_of
from brobygger.apps.matching import adapters
from brobygger.apps.matching.actions.rankings_shown import digest_of_list
from brobygger.apps.matching.models import Match, MatchRun, MatchRunInput, RankingShown
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.people.models import Candidate
from brobygger.core.matching import MatchProblem, MatchResult, Weights, output_digest, solve
from brobygger.data.match_inputs import UnreadableInputs, digest_of, from_bytes, unpacked
from brobygger.data.scoring_version import scoring_version

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.classifications.queries import OpenVocabulary

Pair: TypeAlias = tuple[int, int]  # opportunity, candidate
NAMED = 5  # differences told one by one
OF_LISTS = {"narrowed_to", "stamp"}  # parameters of a list that was shown, besides those of a run


class _Line(NamedTuple):
    """The columns of `Match` that are compared."""

    rank: int | None
    candidate_rank: int | None
    score: int
    percent: int
    parts: Mapping[str, int | None]


class _ShownLine(NamedTuple):
    """A line of `RankingShown.rows`."""

    candidate: int | None
    rank: int
    points: int


class ReplayOutcome(StrEnum):
    SAME = "same"  # the digest of the output and every stored row
    DIFFERENT = "different"
    REDUCED = "reduced"  # people were taken out since: what is left agrees
    REFUSED = "refused"  # it cannot be told


@dataclass(frozen=True, slots=True)
class Replay:
    """
    What a replay came to.

    Args:
        outcome: in one word.
        notes: what the reader has to know of it, in English sentences.
        differences: what differs, in English sentences; the first few rows one by one.
    """

    outcome: ReplayOutcome
    notes: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()


class _Refused(Exception):
    """It cannot be replayed; the message says why."""


def replay_run(*, run: MatchRun, by: User | None, at: dt.datetime) -> Replay:
    """
    Solve a run again from its kept inputs, with its own parameters, weights and vocabulary, and compare.

    Nothing but an audit entry with the outcome is written.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "matching.replay_run")
    try:
        found = _replayed(run)
    except _Refused as refusal:
        found = Replay(ReplayOutcome.REFUSED, (str(refusal),))
    with transaction.atomic():
        changes = {"outcome": found.outcome.value, "differences": len(found.differences)}
        record(action="matching.replay_run", subject=run, by=by, at=at, changes=changes)
    return found


def replay_shown(*, shown: RankingShown, by: User | None, at: dt.datetime) -> Replay:
    """
    Solve a list that somebody decided on again: the opportunity with those who were shown, as they were then.

    Nothing but an audit entry with the outcome is written.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "matching.replay_run")
    try:
        found = _replayed_list(shown)
    except _Refused as refusal:
        found = Replay(ReplayOutcome.REFUSED, (str(refusal),))
    with transaction.atomic():
        changes = {"outcome": found.outcome.value, "differences": len(found.differences)}
        record(action="matching.replay_shown", subject=shown, by=by, at=at, changes=changes)
    return found


def _replayed_list(shown: RankingShown) -> Replay:
    if shown.inputs is None:
        raise _Refused(
            "The inputs of this list are not kept: it is older than their keeping, or their time is over."
        )
    notes: list[str] = []
    vocabulary = _vocabulary(shown, notes)
    if shown.scoring_version != scoring_version():
        notes.append(f"The list was made by {shown.scoring_version}; this is {scoring_version()}.")
    problem = _problem(shown.inputs, shown.inputs_digest, vocabulary)
    try:
        read = {name: value for name, value in shown.parameters.items() if name not in OF_LISTS}
        conditions, weights = adapters.to_conditions(read), Weights.from_mapping(shown.weights)
        lines = [_ShownLine(*line) for line in shown.rows]
        (opportunity,) = problem.opportunities
    except (KeyError, TypeError, ValueError) as error:
        raise _Refused(f"What is stored of the list cannot be read: {error}.") from error
    result = solve(problem, top=len(problem.candidates), weights=weights, conditions=conditions)
    computed = {int(one.candidate): one.total for one in result.for_opportunity(opportunity.id)}
    differences = list(_differences_of_lines(lines, computed))
    erased = [str(place) for place, line in enumerate(lines, start=1) if line.candidate is None]
    if erased:
        notes.append(
            f"{_count(len(erased), 'person was', 'persons were')} erased since: line {', '.join(erased)} of the list"
            " cannot be checked any more, and nor can its digest. Compared are the lines that are left."
        )
    elif digest_of_list(shown.pool, shown.eligible, shown.withheld, shown.rows) != shown.output_digest:
        differences.insert(0, "The stored list is not the one that was shown: its digest is another.")
    notes.append(
        "Points and order are computed. Places in the whole list, and how many people there were, rest on people who"
        " were not shown: only the digest of the list speaks for them."
    )
    same = ReplayOutcome.REDUCED if erased else ReplayOutcome.SAME
    return Replay(ReplayOutcome.DIFFERENT if differences else same, tuple(notes), _told(differences))


def _differences_of_lines(lines: list[_ShownLine], computed: Mapping[int, int]) -> Iterator[str]:
    """The lines of who is left: the same points, in the same order; and nobody is missing."""
    stored = {line.candidate: line.points for line in lines if line.candidate is not None}
    for candidate, points in stored.items():
        now = computed.get(candidate)
        if now is None:
            yield f"Candidate {candidate} is in the list, but not computed."
        elif now != points:
            yield f"Candidate {candidate}: {now} points instead of the stored {points}."
    for candidate in computed:
        if candidate not in stored:
            yield f"Candidate {candidate} is computed, but not in the list."
    if [one for one in stored if one in computed] != [one for one in computed if one in stored]:
        yield "The order of the list is another."
    ranks = [line.rank for line in lines]
    if ranks != sorted(set(ranks)):
        yield "The stored places do not follow each other."


def _replayed(run: MatchRun) -> Replay:
    notes: list[str] = []
    kept = run.inputs
    if kept is None or not run.output_digest:
        raise _Refused(
            "The inputs of this run are not kept: it is older than their keeping, or their time is over."
        )
    vocabulary = _vocabulary(run, notes)
    if run.scoring_version != scoring_version():
        notes.append(f"The run was made by {run.scoring_version}; this is {scoring_version()}.")
    problem = _problem(kept, run.inputs_digest, vocabulary)
    try:
        conditions, weights = adapters.to_conditions(run.parameters), Weights.from_mapping(run.weights)
        top = int(run.parameters["top"])
    except (KeyError, TypeError, ValueError) as error:
        raise _Refused(f"The stored parameters or weights of the run cannot be read: {error}.") from error
    if kept.removed_count:
        notes.append(
            f"The input was reduced: {_count(kept.removed_count, 'candidate was', 'candidates were')} taken out since"
            " the run, so the whole output cannot be proven any more. Compared are the pairs that are left."
        )
        reach = top + kept.removed_count  # whoever stood in the place of those who are gone moves up
        result = solve(problem, top=reach, weights=weights, conditions=conditions)
        differences = list(_differences_of_pairs(run, problem, result))
        return Replay(
            ReplayOutcome.DIFFERENT if differences else ReplayOutcome.REDUCED,
            tuple(notes),
            _told(differences),
        )
    result = solve(problem, top=top, weights=weights, conditions=conditions)
    differences = list(_differences_of_rows(run, result, notes))
    if output_digest(result) != run.output_digest:
        differences.insert(
            0, f"The digest of the output is {output_digest(result)}, stored is {run.output_digest}."
        )
    return Replay(
        ReplayOutcome.DIFFERENT if differences else ReplayOutcome.SAME, tuple(notes), _told(differences)
    )


def _vocabulary(run: MatchRun | RankingShown, notes: list[str]) -> OpenVocabulary:
    """The vocabulary that was ranked with, in use or not."""
    in_use = open_vocabulary()
    if in_use.digest == run.vocabulary_digest:
        return in_use
    found = vocabulary_of(run.vocabulary_digest)
    if found is None:
        raise _Refused(
            f"The run was made with another vocabulary (SHA-256 {run.vocabulary_digest}) than the one in use"
            f" ({in_use.digest}), and its file is not here any more. Put it back to replay the run."
        )
    notes.append("The vocabulary of the run is not the one in use now; the run's own was taken.")
    return found


def _problem(kept: MatchRunInput, digest: str, vocabulary: OpenVocabulary) -> MatchProblem:
    try:
        content = unpacked(bytes(kept.content))
        if not kept.removed_count and not digest_of(content) == kept.digest == digest:
            raise _Refused("The kept inputs are not those that were ranked: their digest is another.")
        return from_bytes(content, vocabulary.taxonomy)
    except UnreadableInputs as error:
        raise _Refused(f"It cannot be replayed: {error}.") from error


def _differences_of_rows(run: MatchRun, result: MatchResult, notes: list[str]) -> Iterator[str]:
    """Every stored row against the one computed now, both ways."""
    stored, computed = _stored(run), _computed(run, result)
    missing = [pair for pair in computed if pair not in stored]
    gone = set(missing) - _still_there(missing)
    if gone:
        notes.append(
            f"{_count(len(gone), 'stored pair is', 'stored pairs are')} gone with their candidate or opportunity;"
            " the digest of the output covers them."
        )
    for pair in missing:
        if pair not in gone:
            yield f"{_name(pair)} is computed, but not stored."
    for pair, line in stored.items():
        if pair not in computed:
            yield f"{_name(pair)} is stored, but not computed."
        elif line != computed[pair]:
            yield f"{_name(pair)}: {_what(line, computed[pair])}."


def _differences_of_pairs(run: MatchRun, problem: MatchProblem, result: MatchResult) -> Iterator[str]:
    """The stored pairs of who is left: the same points, and in the same order, though places may have moved."""
    there = {int(one.id) for one in problem.candidates}
    stored = {pair: line for pair, line in _stored(run).items() if pair[1] in there}
    computed = _computed(run, result)
    for pair, then in stored.items():
        now = computed.get(pair)
        if now is None:
            yield f"{_name(pair)} is stored, but not computed."
        elif now[2:] != then[2:]:
            yield f"{_name(pair)}: {_what(then, then._replace(score=now.score, percent=now.percent, parts=now.parts))}."
    lists_then = {pair: (pair[0], line.rank) for pair, line in stored.items() if line.rank}
    lists_now = {pair: (pair[0], computed[pair].rank) for pair in lists_then if pair in computed}
    if [pair for pair in _in_order(lists_then) if pair in computed] != _in_order(lists_now):
        yield "The order of those who are left is another."


def _in_order(places: Mapping[Pair, tuple[int, int | None]]) -> list[Pair]:
    return sorted(places, key=lambda pair: (places[pair][0], places[pair][1] or 0))


def _stored(run: MatchRun) -> Mapping[Pair, _Line]:
    rows = Match.objects.filter(run=run).order_by("opportunity_id", "candidate_id")
    return {
        (opportunity, candidate): _Line(*line)
        for opportunity, candidate, *line in rows.values_list(
            "opportunity_id", "candidate_id", *_Line._fields
        )
    }


def _computed(run: MatchRun, result: MatchResult) -> Mapping[Pair, _Line]:
    return {
        (one.opportunity_id, one.candidate_id): _Line(*(getattr(one, name) for name in _Line._fields))
        for one in adapters.to_matches(run, result)
    }


def _still_there(pairs: list[Pair]) -> set[Pair]:
    """Of these pairs those whose opportunity and candidate both exist."""
    opportunities = set(Opportunity.objects.values_list("pk", flat=True))
    candidates = set(Candidate.objects.values_list("pk", flat=True))
    return {pair for pair in pairs if pair[0] in opportunities and pair[1] in candidates}


def _what(stored: _Line, computed: _Line) -> str:
    told = zip(_Line._fields, stored, computed, strict=True)
    return ", ".join(f"{name} {now} instead of the stored {then}" for name, then, now in told if then != now)


def _name(pair: Pair) -> str:
    return f"Opportunity {pair[0]} with candidate {pair[1]}"


def _told(differences: list[str]) -> tuple[str, ...]:
    more = len(differences) - NAMED
    return (*differences[:NAMED], *([f"{more} more."] if more > 0 else []))


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
