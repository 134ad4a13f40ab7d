"""Who gets a seat: nobody too many, every promise kept, nobody waits for a seat that is free."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.seats import Groups, Quota, Seats

GROUPS = st.fixed_dictionaries(
    {"side": st.sampled_from(["student", "company"]), "country": st.sampled_from(["DK", "SE", "NO"])}
)
QUOTAS = st.lists(
    st.builds(
        lambda group, least, more: Quota(*group, least, None if more is None else least + more),
        st.sampled_from([("side", "student"), ("side", "company"), ("country", "SE")]),
        st.integers(0, 4),
        st.none() | st.integers(0, 3),
    ),
    max_size=3,
    unique_by=lambda quota: quota.group,
)


def wrong_with(capacity: int, quotas: Sequence[Quota], taken: Sequence[Groups]) -> list[str]:
    """What is wrong with seats as they are given. Knows nothing of how they were."""
    found = [] if len(taken) <= capacity else [f"{len(taken)} people in {capacity} seats"]
    still_kept = 0
    for quota in quotas:
        count = len([one for one in taken if one[quota.grouping] == quota.group])
        if quota.most is not None and count > quota.most:
            found.append(f"{count} of {quota.group}, and {quota.most} may come")
        still_kept += max(0, quota.least - count)
    if len(taken) + still_kept > max(capacity, sum(quota.least for quota in quotas)):
        found.append(f"{still_kept} seats are promised still, and {capacity - len(taken)} are free")
    return found


@given(st.integers(0, 12), QUOTAS, st.lists(GROUPS, max_size=20))
def test_given_seats_are_not_too_many_and_keep_every_promise(
    capacity: int, quotas: list[Quota], queue: list[Groups]
) -> None:
    seats = Seats(capacity, quotas)
    given_to = seats.give(queue)

    assert len(set(given_to)) == len(given_to)
    assert wrong_with(capacity, quotas, seats.taken) == []
    left = [groups for place, groups in enumerate(queue) if place not in given_to]
    assert not any(seats.may_take(groups) for groups in left)


@given(st.integers(0, 12), st.lists(GROUPS, max_size=20))
def test_without_quotas_the_first_get_the_seats(capacity: int, queue: list[Groups]) -> None:
    assert Seats(capacity).give(queue) == list(range(min(capacity, len(queue))))


def test_seat_kept_for_companies_is_not_given_to_students() -> None:
    student, company = {"side": "student"}, {"side": "company"}
    seats = Seats(3, [Quota("side", "company", least=2)])

    assert seats.give([student, student, company]) == [0, 2]


def test_group_gets_no_more_than_its_most() -> None:
    seats = Seats(None, [Quota("side", "company", most=1)])

    assert seats.give([{"side": "company"}, {"side": "company"}, {"side": "student"}]) == [0, 2]


def test_seat_that_keeps_two_promises_frees_one() -> None:
    both, neither = {"side": "student", "country": "SE"}, {"side": "company", "country": "DK"}
    seats = Seats(2, [Quota("side", "student", least=1), Quota("country", "SE", least=1)])

    assert seats.give([neither, both]) == [1, 0]
