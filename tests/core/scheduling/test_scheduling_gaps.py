"""Short waits: beside brute force on small random days, and judged by the independent checker."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from brobygger.core.scheduling.gaps import Agenda, Agreed, Known, Session, Timed, objections, shorten_waits
from brobygger.core.scheduling.gaps.domains import Conflict, domains_of
from brobygger.core.scheduling.gaps.model import Limit, Model
from brobygger.core.scheduling.gaps.waiting import Waiting
from tests.drawing import times


def agenda(meetings, slots=4, tables=9, people=4, **more) -> Agenda:
    of = more.pop("away", {})
    return Agenda(
        participants=tuple("abcdefghij"[:people]),
        meetings=tuple(one if isinstance(one, Agreed) else Agreed(*one) for one in meetings),
        slots=slots,
        morning=more.pop("morning", slots),
        tables=(tables,) * slots if isinstance(tables, int) else tables,
        away=tuple(frozenset(of.get(person, ())) for person in range(people)),
        **more,
    )


@st.composite
def agendas(draw) -> Agenda:
    people, slots = draw(st.integers(2, 5)), draw(st.integers(1, 5))
    person, slot = st.integers(0, people - 1), st.integers(0, slots - 1)
    pairs = draw(st.lists(st.tuples(person, person).filter(lambda two: two[0] != two[1]), max_size=5))
    meetings = []
    for row, two in enumerate(pairs):
        later = draw(st.sets(st.integers(0, max(0, row - 1)), max_size=1)) if row else set()
        meetings.append(
            Agreed(
                *two,
                draw(st.sampled_from([*Session, Session.ANY, Session.ANY])),
                draw(st.one_of(st.none(), st.none(), slot)),
                frozenset(later) if draw(st.booleans()) else frozenset(),
            )
        )
    return Agenda(
        participants=tuple("abcde"[:people]),
        meetings=tuple(meetings),
        slots=slots,
        morning=draw(st.integers(0, slots)),
        tables=tuple(draw(st.lists(st.integers(0, 3), min_size=slots, max_size=slots))),
        away=tuple(frozenset(draw(st.sets(slot, max_size=2))) for _ in range(people)),
        spread=draw(st.sampled_from([None, 0, 1, 2])),
    )


def fewest(day: Agenda) -> int | None:
    """By trying every timetable; None: there is none. The rules are written out once more."""
    best = None
    for slots in itertools.product(range(day.slots), repeat=len(day.meetings)):
        busy = [sorted(slots[row] for row, one in enumerate(day.meetings) if person in (one.first, one.second)) for person in range(len(day.participants))]  # fmt: skip
        gaps = [sum(b - a > 1 for a, b in zip(mine, mine[1:], strict=False)) for mine in busy if mine]
        if (
            all(len(set(mine)) == len(mine) and not day.away[person] & set(mine) for person, mine in enumerate(busy))
            and all(slots.count(slot) <= most for slot, most in enumerate(day.tables))
            and all(one.fixed in (None, slot) for one, slot in zip(day.meetings, slots, strict=True))
            and all(slots[before] < slot for one, slot in zip(day.meetings, slots, strict=True) for before in one.after)
            and all(one.session is Session.ANY or (slot < day.morning) == (one.session is Session.MORNING) for one, slot in zip(day.meetings, slots, strict=True))
            and (day.spread is None or not gaps or max(gaps) - min(gaps) <= day.spread)
        ):  # fmt: skip
            best = sum(gaps) if best is None else min(best, sum(gaps))
    return best


@times(60)
@given(agendas())
def test_no_day_is_answered_otherwise_than_by_brute_force(day):
    made = shorten_waits(day)

    wanted = fewest(day)
    assert objections(made) == []
    assert made.known is (Known.IMPOSSIBLE if wanted is None else Known.BEST)
    if wanted is not None:
        assert (made.gaps, made.bound) == (wanted, wanted)
    else:
        assert made.findings


@times(60)
@given(agendas())
def test_who_has_to_wait_is_found_as_by_brute_force(day):
    assume(day.meetings)
    try:
        domains = domains_of(day)
    except Conflict:
        return
    waiting, wanted = Waiting(Model(day, domains, has_runs=True), 0), fewest(day)

    answer = next(one for one in iter(lambda: waiting.step(Limit(10.0)), None) if one.status != "UNKNOWN")

    assert answer.status == "INFEASIBLE" if wanted is None else answer.slots
    if wanted is not None:
        made = Timed(day, Known.BEST, answer.slots, wanted, wanted)
        assert objections(made) == []
        assert waiting.low == wanted


def test_one_of_three_who_meet_each_other_beside_a_fourth_has_to_wait():
    day = agenda([(0, 1), (1, 2), (0, 2), (0, 3)], slots=4, away={3: {0, 1, 2}, 1: {2}, 2: {2}})

    made = shorten_waits(day)

    assert (made.known, made.gaps) == (Known.BEST, fewest(day))
    assert made.gaps > 0


@times(40)
@given(agendas(), st.data())
def test_judge_finds_every_moved_meeting_that_breaks_a_rule(day, data):
    made = shorten_waits(day)
    if not made.slots:
        return
    row = data.draw(st.integers(0, len(made.slots) - 1))
    slot = data.draw(st.integers(0, day.slots - 1))
    slots = (*made.slots[:row], slot, *made.slots[row + 1 :])
    pinned = replace(
        day,
        meetings=tuple(replace(one, fixed=at) for one, at in zip(day.meetings, slots, strict=True)),
        spread=None,
    )
    fixed_elsewhere = day.meetings[row].fixed not in (None, slot)

    found = objections(replace(made, slots=slots))

    if fixed_elsewhere or fewest(pinned) is None:
        assert found


def test_meetings_are_put_side_by_side():
    made = shorten_waits(agenda([(0, 1), (0, 2), (0, 3), (1, 2)]))

    assert (made.known, made.gaps, made.gaps_of()) == (Known.BEST, 0, (0, 0, 0, 0))


def test_gap_around_time_away_is_counted_once_and_proven():
    made = shorten_waits(
        agenda([Agreed(0, 1, fixed=0), Agreed(0, 2, fixed=3), (1, 2)], away={0: {1, 2}}), seed=3
    )

    assert (made.known, made.gaps_of()[0]) == (Known.BEST, 1)
    assert made.lines()[1].startswith("No timetable that keeps these rules has fewer gaps")


def test_same_seed_gives_the_same_timetable():
    day = agenda(itertools.combinations(range(5), 2), slots=6, tables=2, people=5)

    assert shorten_waits(day, seed=5).slots == shorten_waits(day, seed=5).slots


def test_spread_is_kept():
    fixed = [Agreed(0, 1, fixed=0), Agreed(0, 2, fixed=2), Agreed(0, 3, fixed=4)]

    assert shorten_waits(agenda(fixed, slots=5, spread=2)).gaps == 2
    narrow = shorten_waits(agenda(fixed, slots=5, spread=1))
    assert narrow.known is Known.IMPOSSIBLE
    assert narrow.findings[0].key == "gaps_spread"


def test_without_meetings_there_is_nothing_to_do():
    assert shorten_waits(agenda([])).known is Known.BEST


def test_stopped_at_once_it_says_what_is_open():
    made = shorten_waits(
        agenda(itertools.combinations(range(10), 2), slots=10, tables=5, people=10), effort=0
    )

    assert made.known is Known.OPEN
    assert "none is ruled out" in made.lines()[0]
    assert objections(made) == []


@pytest.mark.parametrize(
    ("day", "key", "said"),
    [
        (agenda([Agreed(0, 1, fixed=1)], away={0: {1}}), "gaps_fixed_taken", "a with b is fixed to slot 2"),
        (agenda([(0, 1)], slots=2, away={0: {0}, 1: {1}}), "gaps_no_slot", "a with b"),
        (agenda([(0, 1), (0, 2), (0, 3)], slots=2), "gaps_crowded", "a has 3 meetings that can only be in 2 slots"),
        (agenda([(0, 1), (2, 3)], slots=1, tables=1), "gaps_tables", "2 meetings can only be in slots 1 to 1"),
        (agenda([Agreed(0, 1, after=frozenset({1})), Agreed(2, 3, after=frozenset({0}))]), "gaps_circle", "waits for"),
        (agenda([Agreed(0, 1, fixed=2), Agreed(2, 3, fixed=1, after=frozenset({0}))]), "gaps_order", "come first"),
        # a triangle needs three slots, though each of the three has two meetings only
        (agenda([(0, 1), (1, 2), (0, 2), (0, 3)], slots=3, away={0: {2}, 1: {2}, 2: {2}}), "gaps_crowded", "a has 3"),
        (agenda([(0, 1), (1, 2), (0, 2)], slots=2), "gaps_clash", "a with b, b with c and a with c"),
    ],
)  # fmt: skip
def test_conflict_is_named(day, key, said):
    made = shorten_waits(day)

    assert made.known is Known.IMPOSSIBLE
    assert made.findings[0].key == key
    assert said in made.findings[0].text()
    assert all(made.lines(language) for language in ("en", "da", "nb", "sv"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"gaps": 1}, "0 gaps, 1 are promised"),
        ({"bound": 1}, "the bound 1 is above the 0 gaps"),
        ({"slots": (0, 0, 2, 3)}, "meets 2 times in slot 1"),
        ({"slots": (0, 1)}, "2 slots for 4 meetings"),
        ({"slots": (0, 1, 2, 9)}, "a slot is not one of 4"),
        ({"known": Known.OPEN}, "and yet there are slots"),
    ],
)
def test_judge_finds_wrong_promises(change, said):
    made = shorten_waits(agenda([(0, 1), (0, 2), (0, 3), (1, 2)]))

    assert any(said in one for one in objections(replace(made, **change)))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"meetings": (Agreed(0, 0),)}, "two different participants"),
        ({"meetings": (Agreed(0, 1, fixed=7),)}, "fixed to a slot from 1 to 4"),
        ({"meetings": (Agreed(0, 1, after=frozenset({4})),)}, "comes after a meeting from 1 to 1"),
        ({"tables": (1,)}, "tables are 4 numbers"),
        ({"morning": 5}, "the morning has 0 to 4"),
        ({"spread": -1}, "the spread is 0 or more"),
        ({"participants": ("a", "a", "b", "c")}, "the same id"),
        ({"away": (frozenset({9}),) * 4}, "away in a slot"),
    ],
)
def test_wrong_agenda_is_refused(change, said):
    with pytest.raises(ValueError, match=said):
        replace(agenda([(0, 1)]), **change)
