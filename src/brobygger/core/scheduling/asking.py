"""An evening as people ask for it, made into a problem; everything that is wrong with it is said at once, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from brobygger.core.scheduling.data import Pairs, SchedulingProblem, Side
from brobygger.core.scheduling.findings import Finding, Unplannable
from brobygger.core.scheduling.records import MUTUAL, Company, PairRule, Resource, Round, Student, Wish

HIGHEST_SCORE = 1_000_000  # above it the sums of the flow no longer fit
MOST_TABLES = 1_000


def problem_of(
    students: Sequence[Student],
    companies: Sequence[Company],
    rounds: Sequence[Round],
    wishes: Sequence[Wish],
    resources: Sequence[Resource] = (),
    *,
    mutual: int = MUTUAL,
) -> SchedulingProblem:
    """
    The problem in arrays. A student's minimum holds where there is anybody to meet.

    Args:
        mutual: what it is worth beside the scores that both sides ask for each other.

    Raises:
        Unplannable: with a finding for each thing that is wrong.
    """
    findings = [
        *_about_rounds(rounds),
        *_about_ids(students, companies),
        *_about_participants(students, companies, len(rounds), resources),
        *_about_tables(companies),
        *_about_wishes(students, companies, wishes),
    ]
    if findings:
        raise Unplannable(findings)
    names = [one.name for one in resources]
    ours, theirs = Side.of(students, len(rounds), names), Side.of(companies, len(rounds), names)
    merged = _merged(wishes)
    pairs = Pairs.of(
        [ours.row_of[one.student] for one in merged],
        [theirs.row_of[one.company] for one in merged],
        [one.student_score for one in merged],
        [one.company_score for one in merged],
        must=[one.rule is PairRule.MUST for one in merged],
        never=[one.rule is PairRule.NEVER for one in merged],
        mutual=mutual,
    )
    problem = SchedulingProblem(
        ours, theirs, tuple(rounds), pairs, tuple(resources), tuple(one.table_names for one in companies)
    )
    # whom no wish lets meet anybody would make every minimum impossible; the certificate names them instead
    return replace(problem, students=replace(ours, minimum=ours.minimum * problem.has_somebody))


def _merged(wishes: Iterable[Wish]) -> list[Wish]:
    """Rows that say the same count once."""
    return list(dict.fromkeys(wishes))


def _about_rounds(rounds: Sequence[Round]) -> Iterator[Finding]:
    if not rounds:
        yield Finding("no_rounds")
    for number in range(1, len(rounds)):
        end, start = rounds[number - 1].end, rounds[number].start
        if end is not None and start is not None and start < end:
            yield Finding("rounds_overlap", {"round": number + 1})


def _about_ids(students: Sequence[Student], companies: Sequence[Company]) -> Iterator[Finding]:
    count = Counter([one.id for one in students] + [one.id for one in companies])
    for name, times in count.items():
        if times > 1:
            yield Finding("same_id", {"id": name, "count": times})


def _about_participants(
    students: Sequence[Student], companies: Sequence[Company], rounds: int, resources: Sequence[Resource]
) -> Iterator[Finding]:
    known = tuple(one.name for one in resources)
    everybody: list[Student | Company] = [*students, *companies]
    for one in everybody:
        for column in ("minimum", "maximum", "breaks"):
            value = getattr(one, column)
            if value is not None and value < 0:
                yield Finding("negative", {"value": value}, column=column)
        if one.maximum is not None and one.minimum > one.maximum:
            yield Finding(
                "minimum_above_maximum", {"id": one.id, "minimum": one.minimum, "maximum": one.maximum}
            )
        for number in sorted(one.absent):
            if not 0 <= number < rounds:
                yield Finding("round_outside", {"id": one.id, "round": number + 1, "rounds": rounds})
        for name in one.needs:
            if name not in known:
                yield Finding("unknown_resource", {"id": one.id, "name": name, "known": known or ("–",)})


def _about_tables(companies: Sequence[Company]) -> Iterator[Finding]:
    owner: dict[str, str] = {}
    for one in companies:
        for column in ("recruiters", "group"):
            value = getattr(one, column)
            if value < 1:
                yield Finding("least_one", {"value": value}, column=column)
            elif value > MOST_TABLES:
                yield Finding("too_high", {"value": value, "most": MOST_TABLES}, column=column)
        if one.tables and len(set(one.tables)) != one.recruiters:
            values: dict[str, str | int | tuple[str, ...]] = {
                "id": one.id, "recruiters": one.recruiters, "tables": len(set(one.tables)),
            }  # fmt: skip
            yield Finding("recruiters_without_table", values, column="tables")
        if one.recruiters > 1 and one.rests and one.breaks:
            yield Finding("rests_and_breaks", {"id": one.id})
        for table in set(one.tables):
            if owner.setdefault(table, one.id) != one.id:
                yield Finding("table_shared", {"table": table, "first": owner[table], "second": one.id})


def _about_wishes(
    students: Sequence[Student], companies: Sequence[Company], wishes: Sequence[Wish]
) -> Iterator[Finding]:
    ours, theirs = {one.id for one in students}, {one.id for one in companies}
    said: dict[tuple[str, str], Wish] = {}
    for row, one in enumerate(wishes):
        if one.student == one.company:
            yield Finding("wish_for_oneself", {"id": one.student}, row)
            continue
        if one.student not in ours:
            yield Finding("unknown_student", {"id": one.student}, row, "student")
        if one.company not in theirs:
            yield Finding("unknown_company", {"id": one.company}, row, "company")
        for column in ("student_score", "company_score"):
            score = getattr(one, column)
            if score < 0:
                yield Finding("negative", {"value": score}, row, column)
            elif score > HIGHEST_SCORE:
                yield Finding("too_high", {"value": score, "most": HIGHEST_SCORE}, row, column)
        before = said.setdefault((one.student, one.company), one)
        if before != one:
            rules = {before.rule, one.rule}
            key = "must_and_never" if rules == {PairRule.MUST, PairRule.NEVER} else "pair_twice"
            yield Finding(key, {"student": one.student, "company": one.company}, row)
