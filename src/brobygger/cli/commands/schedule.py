"""
`brobygger schedule`: a timetable of short meetings from a table of wishes, with its certificate; and its repair.

A `.dzn` file holds meetings that are agreed already: they get slots with the fewest gaps.
"""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from brobygger.cli.schedule_words import SENTENCES
from brobygger.core.scheduling import (
    EFFORT,
    FLOOR,
    LANGUAGES,
    MUTUAL,
    Company,
    Finding,
    News,
    Plan,
    Resource,
    Round,
    SchedulingProblem,
    Student,
    Timetable,
    Unplannable,
    fairness_dial,
    gaps,
    objections,
    problem_of,
    repair,
    solve,
)
from brobygger.data.agendas import SPREAD, DznError, read_agenda, write_timed
from brobygger.data.tables import CellError, TableError
from brobygger.data.tables.columns import folded
from brobygger.data.tables.findings import Finding as Wrong
from brobygger.data.timetables import (
    Participants,
    Wishes,
    read_meetings,
    read_participants,
    read_wishes,
    rounds_of,
    write_certificate,
    write_timetable,
)

HELP = "plan an evening of short meetings from a table of wishes, or repair one"
MOST_ROUNDS = 500
MOST_SHOWN = 200  # findings
MOST_COMPARED = 200  # names that are compared with all others, letter by letter
NOT_A_DIGIT = re.compile(r"\D+")
NEAR = 0.8  # of 1: from here on a name is taken for a slip of the pen


class WrongCall(ValueError):
    """An argument that cannot be; `text` says what would be right. `key` is one of `schedule_words.SENTENCES`."""

    def __init__(self, key: str, **values: object) -> None:
        self.key, self.values = key, values
        super().__init__(self.text("en"))

    def text(self, language: str) -> str:
        return SENTENCES[self.key].text(language).format_map(self.values)


class Stopped(Exception):
    """Something is wrong with the input; it has been said."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    _about_evening(parser)
    _about_method(parser)
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="for the timetable and its certificate")
    parser.add_argument("--title", default="", help="of the pages and the calendar")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="of files and messages")
    _about_repair(parser)


def _about_evening(parser: argparse.ArgumentParser) -> None:
    """Who, when, and what there is only so much of."""
    parser.add_argument(
        "wishes",
        type=Path,
        help="CSV or XLSX: student, company, the two wishes, a rule; or meetings that are agreed, as MiniZinc data (.dzn)",
    )
    parser.add_argument("--rounds", type=int, help="number of rounds; a .dzn file says it itself")
    parser.add_argument(
        "--participants", type=Path, metavar="FILE", help="CSV or XLSX: who needs more than a wish"
    )
    parser.add_argument("--start", metavar="TIME", help="of the first round: 2027-03-04T17:00")
    parser.add_argument("--minutes", type=int, default=10, help="of a meeting (10)")
    parser.add_argument("--pause", type=int, default=0, help="minutes between two rounds (0)")
    parser.add_argument(
        "--resource",
        action="append",
        default=[],
        metavar="NAME=UNITS",
        help="what there is only so much of in a round; may be repeated",
    )


def _about_method(parser: argparse.ArgumentParser) -> None:
    """What counts, and how long is searched."""
    parser.add_argument(
        "--floor",
        type=int,
        default=FLOOR,
        help="meetings that everybody is to have first (1); 0: the total alone counts",
    )
    parser.add_argument(
        "--mutual",
        type=int,
        default=MUTUAL,
        help=f"worth of a wish that both share, beside their two wishes ({MUTUAL})",
    )
    parser.add_argument(
        "--dial", type=int, metavar="MOST", help="only say what each floor up to MOST would cost"
    )
    parser.add_argument(
        "--effort",
        type=int,
        help=f"tries for pairs that find no round ({EFFORT}); of a .dzn file seconds of search ({gaps.EFFORT:.0f})",
    )
    parser.add_argument(
        "--spread",
        type=int,
        default=SPREAD,
        help=f"of a .dzn file: most gaps by which two participants may differ ({SPREAD}); -1: any",
    )
    parser.add_argument("--seed", type=int, default=0, help="of the choice among equals (0)")


def _about_repair(parser: argparse.ArgumentParser) -> None:
    again = parser.add_argument_group("repair")
    again.add_argument(
        "--repair", type=Path, metavar="TIMETABLE", help="timetable.csv as it was written before"
    )
    again.add_argument("--after-round", type=int, default=0, metavar="N", help="rounds that are over")
    again.add_argument(
        "--away",
        action="append",
        default=[],
        metavar="WHO=ROUNDS",
        help="such as 'Ida Prøvesen=1-3'; may be repeated",
    )
    again.add_argument(
        "--withdrawn", action="append", default=[], metavar="WHO", help="gone for good; may be repeated"
    )
    again.add_argument(
        "--locked",
        action="append",
        default=[],
        metavar="STUDENT=COMPANY",
        help="a meeting that is not moved; may be repeated",
    )
    again.add_argument("--moves", type=int, default=0, help="other appointments that may be changed (0)")


def run(arguments: argparse.Namespace) -> int:
    try:
        if arguments.wishes.suffix.lower() == ".dzn":
            return _agreed(arguments)
        arguments.effort = EFFORT if arguments.effort is None else arguments.effort
        rounds = _rounds(arguments)
        resources = [Resource(name, units) for name, units in _resources(arguments.resource)]
        _check_call(arguments)
    except WrongCall as error:
        print(error.text(arguments.language), file=sys.stderr)
        return 2
    except Stopped:
        return 1
    try:
        problem = _problem(arguments, rounds, resources)
        if arguments.dial is not None:
            return _say_dial(problem, arguments)
        return _repaired(problem, arguments) if arguments.repair else _planned(problem, arguments)
    except WrongCall as error:
        print(error.text(arguments.language), file=sys.stderr)
        return 2
    except (Stopped, Unplannable) as error:
        if isinstance(error, Unplannable):
            _say([one.text(arguments.language) for one in error.findings], arguments.language)
        return 1


def _agreed(arguments: argparse.Namespace) -> int:
    """Slots for meetings that are agreed; 1 if there is no timetable."""
    if arguments.out is None:
        raise WrongCall("out_needed")
    if arguments.dial is not None or arguments.repair or arguments.participants or arguments.resource:
        raise WrongCall("for_wishes")
    effort = gaps.EFFORT if arguments.effort is None else float(arguments.effort)
    if effort < 0 or arguments.spread < -1:
        raise WrongCall("effort_or_spread")
    try:
        agenda = read_agenda(
            _read(arguments.wishes, arguments.language),
            spread=None if arguments.spread < 0 else arguments.spread,
        )
    except DznError as error:
        print(f"{arguments.wishes}: {error}", file=sys.stderr)
        raise Stopped from error
    if arguments.rounds not in {None, agenda.slots}:
        raise WrongCall("other_slots", rounds=arguments.rounds, path=arguments.wishes, slots=agenda.slots)
    arguments.rounds = agenda.slots
    rounds = _rounds(arguments) if agenda.slots else []
    made = gaps.shorten_waits(agenda, effort=effort, seed=arguments.seed)
    found = gaps.objections(made)
    lines = write_timed(arguments.out, made, found, rounds, language=arguments.language)
    print("\n".join(lines))
    _say(found, arguments.language)
    return 0 if made.known in {gaps.Known.BEST, gaps.Known.FOUND} and not found else 1


def _check_call(arguments: argparse.Namespace) -> None:
    if arguments.out is None and arguments.dial is None:
        raise WrongCall("out_or_dial")
    if min(arguments.floor, arguments.dial or 0, arguments.moves, arguments.mutual, arguments.effort) < 0:
        raise WrongCall("not_negative")


def _rounds(arguments: argparse.Namespace) -> list[Round]:
    if arguments.rounds is None:
        raise WrongCall("rounds_needed")
    if not 1 <= arguments.rounds <= MOST_ROUNDS:
        raise WrongCall("rounds_range", most=MOST_ROUNDS, given=arguments.rounds)
    if not 1 <= arguments.minutes <= 24 * 60 or not 0 <= arguments.pause <= 24 * 60:
        raise WrongCall("minutes_range")
    if arguments.start is None:
        return [Round(None, arguments.minutes)] * arguments.rounds
    try:
        start = dt.datetime.fromisoformat(arguments.start)
    except ValueError as error:
        raise WrongCall("start_form", given=arguments.start) from error
    step = dt.timedelta(minutes=arguments.minutes + arguments.pause)
    return [
        Round(start.replace(tzinfo=None) + number * step, arguments.minutes)
        for number in range(arguments.rounds)
    ]


def _resources(given: list[str]) -> list[tuple[str, int]]:
    found = []
    for one in given:
        name, sign, units = one.rpartition("=")
        if not sign or not units.isascii() or not units.isdecimal() or not name.strip():
            raise WrongCall("resource_form", given=one)
        found.append((name.strip(), int(units)))
    return found


def _read(path: Path, language: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        known = SENTENCES.get(type(error).__name__)
        print(f"{path}: {known.text(language) if known else error.strerror}", file=sys.stderr)
        raise Stopped from error


def _problem(
    arguments: argparse.Namespace, rounds: list[Round], resources: list[Resource]
) -> SchedulingProblem:
    language = arguments.language
    path = arguments.wishes
    try:
        wishes = read_wishes(_read(path, language))
        _stop_at(path, wishes.findings, language)
        people = _everybody(wishes)
        if arguments.participants:
            path = arguments.participants
            named = read_participants(_read(path, language), rounds)
            _stop_at(path, named.findings, language)
            _stop_at_strangers(path, people, named, language)
            people = _completed(people, named)
    except TableError as error:
        print(f"{path}: {error.finding.message(language)}", file=sys.stderr)
        raise Stopped from error
    try:
        return problem_of(
            people.students, people.companies, rounds, wishes.wishes, resources, mutual=arguments.mutual
        )
    except Unplannable as error:
        said = (
            f"{arguments.wishes}: {wishes.numbers[one.row]}\t{one.text(language)}"
            if one.row is not None
            else one.text(language)
            for one in error.findings
        )
        _say(said, language)
        raise Stopped from error


def _everybody(wishes: Wishes) -> Participants:
    """Whoever stands in a wish, in the order of the table."""
    real = [one for one in wishes.wishes if one.student != one.company]
    return Participants(
        tuple(Student(one) for one in dict.fromkeys(wish.student for wish in real)),
        tuple(Company(one) for one in dict.fromkeys(wish.company for wish in real)),
        (),
    )


def _completed(people: Participants, named: Participants) -> Participants:
    """Those of the wishes, as the table of participants describes them, and those whom only that table names."""
    students = {one.id: one for one in people.students} | {one.id: one for one in named.students}
    companies = {one.id: one for one in people.companies} | {one.id: one for one in named.companies}
    # a name that stands twice in the table is to be told, not to be lost
    again = [one for one in named.students if students[one.id] is not one]
    more = [one for one in named.companies if companies[one.id] is not one]
    return Participants((*students.values(), *again), (*companies.values(), *more), ())


def _stop_at_strangers(path: Path, people: Participants, named: Participants, language: str) -> None:
    """
    Say who stands in no wish. Who has nearly the name of somebody who does is meant to be them: what the row asks for
    would be lost, so nothing is planned.
    """
    names = [one.id for one in people.students] + [one.id for one in people.companies]
    known = {folded(one): one for one in names}
    strangers = sorted(named.numbers.keys() - set(known.values()), key=lambda one: named.numbers[one])
    near = {one: _nearest(one, known) for one in strangers[:MOST_COMPARED]}
    lines = []
    for one in strangers:
        said = [Finding("no_wishes", {"id": one})]
        if meant := near.get(one):
            said = [
                Finding("unknown_participant", {"id": one}),
                Finding("meant_participant", {"near": meant}),
            ]
        lines.append(f"{path}: {named.numbers[one]}\t{' '.join(each.text(language) for each in said)}")
    _say(lines, language)
    if any(near.values()):
        raise Stopped


def _nearest(name: str, known: Mapping[str, str]) -> str:
    """The known name, by its folded form, that is nearly this one, or nothing; another number is another one."""
    wanted = folded(name)
    digits = NOT_A_DIGIT.sub("", wanted)
    same = [one for one in known if NOT_A_DIGIT.sub("", one) == digits]
    found = difflib.get_close_matches(wanted, same, n=1, cutoff=NEAR)
    return known[found[0]] if found else ""


def _planned(problem: SchedulingProblem, arguments: argparse.Namespace) -> int:
    made = solve(problem, floor=arguments.floor, effort=arguments.effort, seed=arguments.seed)
    return _write(made, arguments)


def _repaired(problem: SchedulingProblem, arguments: argparse.Namespace) -> int:
    if not 0 <= arguments.after_round <= arguments.rounds:
        raise WrongCall("after_range", most=arguments.rounds, given=arguments.after_round)
    try:
        away: dict[str, frozenset[int]] = {}
        for who, when in map(_named, arguments.away):
            away[who] = away.get(who, frozenset[int]()) | rounds_of(when, problem.rounds)
            if max(away[who], default=0) >= arguments.rounds:
                raise WrongCall("away_outside", who=who, rounds=arguments.rounds)
    except CellError as error:
        raise WrongCall(
            "as_said", said=Wrong(error.key, parameters=error.parameters).message(arguments.language)
        ) from error
    news = News(
        first_open=arguments.after_round,
        away=away,
        withdrawn=tuple(arguments.withdrawn),
        locked=tuple(map(_named, arguments.locked)),
    )
    try:
        before = read_meetings(_read(arguments.repair, arguments.language))
    except TableError as error:
        print(f"{arguments.repair}: {error.finding.message(arguments.language)}", file=sys.stderr)
        raise Stopped from error
    _stop_at(arguments.repair, before.findings, arguments.language)
    plan = Plan.of(problem, before.meetings)
    made = repair(
        plan, news, moves=arguments.moves, is_thorough=True, floor=arguments.floor,
        effort=arguments.effort, seed=arguments.seed,
    )  # fmt: skip
    return _write(made.timetable, arguments, [one.text(arguments.language) for one in made.findings])


def _named(given: str) -> tuple[str, str]:
    name, sign, value = given.rpartition("=")
    if not sign or not name.strip() or not value.strip():
        raise WrongCall("name_value", given=given)
    return name.strip(), value.strip()


def _write(made: Timetable, arguments: argparse.Namespace, told: list[str] | None = None) -> int:
    """Files into the folder, the certificate on the screen."""
    found = objections(made)
    write_timetable(arguments.out, made, language=arguments.language, title=arguments.title)
    lines = write_certificate(arguments.out, made, found, language=arguments.language, told=told or [])
    print("\n".join(lines))
    _say(found, arguments.language)
    return 1 if found else 0


def _say_dial(problem: SchedulingProblem, arguments: argparse.Namespace) -> int:
    """A row for each floor: value, its price, who stays without a meeting, the smallest share."""
    steps = fairness_dial(problem, range(arguments.dial + 1), effort=arguments.effort, seed=arguments.seed)
    print(SENTENCES["dial"].text(arguments.language))
    for step in steps:
        promise = step.timetable.certificate
        print(
            f"{step.floor}\t{promise.value}\t{100 * step.price:.2f}\t{promise.empty_handed}\t{100 * promise.smallest_share:.0f}"
        )
    return 0


def _stop_at(path: Path, findings: tuple[Wrong, ...], language: str) -> None:
    """Say what is wrong with a table; nothing is planned before all of it is right."""
    _say((f"{path}: {one.row or ''}\t{one.column}\t{one.message(language)}" for one in findings), language)
    if any(not one.is_note for one in findings):
        raise Stopped


def _say(lines: Iterable[str], language: str) -> None:
    said = list(lines)
    for line in said[:MOST_SHOWN]:
        print(line, file=sys.stderr)
    if len(said) > MOST_SHOWN:
        print(f"… {Finding('more', {'count': len(said) - MOST_SHOWN}).text(language)}", file=sys.stderr)
