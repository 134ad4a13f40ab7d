"""
An attacker who knows the method, every edition, every filter and how many people came and went derives no small cell.

The attack is by exhaustion: all that people could have is tried, and what would have been published the same is kept.
If a count below the threshold has one value in all of these, it was derived.
"""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.barometer.small_cells import protected, protected_table, renewed, rounded, summed

K = 3


def shown(count, people):
    return protected({"x": count}, people, threshold=K).get("x", 0)


def same(published, people):
    """Every count that would have been published like this."""
    return [count for count in range(people + 1) if shown(count, people) == published]


blocks = st.lists(
    st.integers(0, 4).flatmap(lambda size: st.tuples(st.just(size * K), st.integers(0, size * K))),
    min_size=1,
    max_size=4,
)


@given(blocks)
def test_no_filter_and_no_difference_of_filters_tells_of_a_small_group(found):
    """A filter is a union of blocks; so is one filter without another, and a total without what is shown of it."""
    consistent = [same(shown(count, people), people) for people, count in found]
    for size in range(1, len(found) + 1):
        for chosen in combinations(range(len(found)), size):
            for of_holders in (True, False):
                true = sum(found[one][1] if of_holders else found[one][0] - found[one][1] for one in chosen)
                if 0 < true < K:
                    values = {
                        sum(
                            count if of_holders else found[one][0] - count
                            for one, count in zip(chosen, counts, strict=True)
                        )
                        for counts in product(*(consistent[one] for one in chosen))
                    }
                    assert len(values) > 1, (found, chosen, of_holders)


@given(blocks)
def test_total_minus_shown_cells_is_nothing(found):
    cells = [protected({"x": count}, people, threshold=K) for people, count in found]

    assert summed(cells).get("x", 0) - sum(cell.get("x", 0) for cell in cells) == 0


moves = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=1, max_size=3)


@given(st.integers(0, 9), moves, st.data())
def test_no_difference_between_days_tells_of_a_small_group(first, later, data):
    """
    A day is (people who come, people who go). The attacker knows which numbers come and go in each edition, and all
    that was published; not who of them has the property.
    """
    present = set(range(first))
    has = {one: data.draw(st.booleans()) for one in range(first)}
    counted, editions, following = renewed(set(), present, threshold=K), [], first
    editions.append((len(counted), 0, 0, sum(has[one] for one in counted), 0, 0))
    for come, go in later:
        leavers = data.draw(st.permutations(sorted(present)))[: min(go, len(present))]
        present -= set(leavers)
        for one in range(following, following + come):
            has[one] = data.draw(st.booleans())
            present.add(one)
        following += come
        after = renewed(counted, present, threshold=K)
        joined, left = after - counted, counted - after
        assert len(after) % K == len(joined) % K == len(left) % K == 0
        if after == counted:
            continue  # the published numbers stay
        counts = [sum(has[one] for one in group) for group in (after, joined, left)]
        editions.append((len(after), len(joined), len(left), *counts))
        counted = after

    published = [shown(edition[3], edition[0]) for edition in editions]
    worlds = list(possible(editions, published))
    for number, edition in enumerate(editions):
        people, joined, left, holders, of_joined, of_left = edition
        targets = {
            "holders": (holders, lambda world, n=number: world[n][0]),
            "others": (people - holders, lambda world, n=number, p=people: p - world[n][0]),
            "came": (of_joined, lambda world, n=number: world[n][1]),
            "came without": (joined - of_joined, lambda world, n=number, j=joined: j - world[n][1]),
            "left": (of_left, lambda world, n=number: world[n][2]),
            "left without": (left - of_left, lambda world, n=number, gone=left: gone - world[n][2]),
            "change": (abs(of_joined - of_left), lambda world, n=number: abs(world[n][1] - world[n][2])),
        }
        for name, (true, value) in targets.items():
            if 0 < true < K:
                assert len({value(world) for world in worlds}) > 1, (editions, number, name)


def possible(editions, published):
    """Every history that would have been published like this: (holders, of those who came, of those who left)."""

    def go_on(number, before, history):
        if number == len(editions):
            yield history
            return
        people, joined, left, *_ = editions[number]
        previous = editions[number - 1][0]
        for came in range(joined + 1):
            for went in range(min(left, before) + 1):
                holders = before + came - went
                if left - went > previous - before or shown(holders, people) != published[number]:
                    continue
                yield from go_on(number + 1, holders, [*history, (holders, came, went)])

    for holders in same(published[0], editions[0][0]):
        yield from go_on(1, holders, [(holders, 0, 0)])


@given(st.dictionaries(st.tuples(st.sampled_from("ab"), st.sampled_from("xyz")), st.integers(0, 9)))
def test_totals_of_a_table_are_sums_of_what_it_shows(cells):
    inside, rows, columns, total = protected_table(cells, threshold=K)

    assert sum(rows.values()) == sum(columns.values()) == sum(inside.values()) == total
    assert all(count >= K for count in inside.values())
    for key, count in cells.items():
        if 0 < count < K:  # as many as the threshold would have been published alike
            alike = [n for n in range(12) if protected_table({**cells, key: n}, threshold=K)[0] == inside]
            assert alike == list(range(K))


def test_rounding_of_totals_alone_would_be_broken():
    """Why totals are sums: five groups of four and a total rounded by itself tell that each is four."""
    parts = [same_rounded for same_rounded in product(range(5), repeat=5) if sum(same_rounded) // 5 == 4]
    assert parts == [(4, 4, 4, 4, 4)]
    assert summed([protected({"x": 4}, 5) for _ in range(5)]) == {}


def test_few_who_go_change_nothing_and_more_go_in_whole_groups():
    counted = renewed(set(), set(range(17)))
    assert counted == frozenset(range(15))
    assert renewed(counted, set(range(2, 17))) == counted  # two have gone
    assert renewed(counted, set(range(15)), gone=2) == counted
    after = renewed(counted, set(range(6, 17)))  # six have gone: four who stay wait outside
    assert after == frozenset(range(6, 11))
    assert renewed(set(), {1, 2, 3, 4}) == frozenset()


def test_nobody_is_told_of_as_one_of_all():
    assert protected({"everybody": 10, "all but one": 9, "half": 5, "few": 4}, 10) == {
        "everybody": 5,
        "all but one": 5,
        "half": 5,
    }
    with pytest.raises(ValueError, match="multiple of 5"):
        protected({}, 7)
    with pytest.raises(ValueError, match="threshold at least 2"):
        rounded(3, threshold=1)
