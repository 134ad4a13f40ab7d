"""
Counts of people that may be shown to anybody: no number tells of a few persons, alone or together with others.

Three rules, each of which answers one attack:

*Blocks.* People are divided into disjoint blocks, such as those who take part in the same programmes. A cell is the
number of people of one block with one property. It is rounded down to a multiple of the threshold k; below k it is 0 and
not shown; and no cell comes nearer to the number of all people of the block than k. Every other number is a sum of such rounded cells. So a filter, a total, or a difference of two of them is a
function of the rounded cells and holds nothing more: this is the secondary suppression. A group of fewer than k people,
whichever way it is put together from cells, consists of cells that were all rounded to 0; any of them could be 0 to
k − 1, and no arithmetic tells which.

*Editions.* A block's numbers stay as they are until people have come or gone in whole groups of k (`renewed`): then
that many are taken in or out, and who is left over waits. So two editions never differ by fewer than k people, and
what differs between them is a count over k or more of whom again only a multiple of k is known.

*No crossing.* Properties are counted one at a time. A cell of two properties would be a count of its own, and is not
there.

Rounding to a base is described in Hundepool et al., Statistical Disclosure Control (Wiley 2012), section 5.4. That the
sums are made of rounded parts, and not rounded themselves, is what keeps them additive.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Final, TypeAlias

THRESHOLD: Final = 5
Counts: TypeAlias = Mapping[str, int]
"""People by property."""


def rounded(count: int, *, threshold: int = THRESHOLD) -> int:
    """
    The count rounded down to a multiple of the threshold.

    Raises:
        ValueError: the count is negative, or the threshold below 2, which protects nobody.
    """
    if count < 0 or threshold < 2:
        raise ValueError(
            f"A count must not be negative and a threshold at least 2, got {count} and {threshold}."
        )
    return count - count % threshold


def protected(counts: Counts, people: int, *, threshold: int = THRESHOLD) -> dict[str, int]:
    """
    The cells of one block as they may be shown: rounded down, those below the threshold left out.

    The largest that is shown is a threshold less than `people`: otherwise “all of them”, or all but a few, would tell
    of each.

    Args:
        people: in the block; a multiple of the threshold, as `renewed` makes it.

    Raises:
        ValueError: it is no multiple, or a cell holds more people than the block.
    """
    if people % threshold or any(count > people for count in counts.values()):
        raise ValueError(f"A block holds a multiple of {threshold} people, and no cell more, got {people}.")
    most = people - threshold
    shown = {key: min(rounded(count, threshold=threshold), most) for key, count in counts.items()}
    return {key: count for key, count in shown.items() if count > 0}


def summed(blocks: Iterable[Counts]) -> dict[str, int]:
    """Cells of several blocks together, made of what each shows, the largest first."""
    total: dict[str, int] = {}
    for block in blocks:
        for key, count in block.items():
            total[key] = total.get(key, 0) + count
    return dict(sorted(total.items(), key=lambda item: (-item[1], item[0])))


def protected_table(
    cells: Mapping[tuple[str, str], int], *, threshold: int = THRESHOLD
) -> tuple[dict[tuple[str, str], int], dict[str, int], dict[str, int], int]:
    """
    A table of disjoint groups, such as pupils by level and sex: cells, totals of rows and of columns, and of all.

    The totals are sums of the shown cells, so that a total minus the shown cells is 0 and tells nothing.
    """
    shown = {key: rounded(count, threshold=threshold) for key, count in cells.items()}
    shown = {key: count for key, count in shown.items() if count}
    rows: dict[str, int] = {}
    columns: dict[str, int] = {}
    for (row, column), count in shown.items():
        rows[row] = rows.get(row, 0) + count
        columns[column] = columns.get(column, 0) + count
    return shown, rows, columns, sum(shown.values())


def renewed(
    counted: AbstractSet[int], present: AbstractSet[int], *, gone: int = 0, threshold: int = THRESHOLD
) -> frozenset[int]:
    """
    Whom the next edition of a block counts.

    Args:
        counted: whom the edition before counts, as far as they are still known.
        present: who belongs to the block now.
        gone: how many more the edition before counts, who were erased since and have no number any more.

    Returns:
        `counted` itself where nothing may be renewed: fewer than a threshold of people have come, and have gone.
        Otherwise people come and go in multiples of the threshold: the lowest numbers are taken in first, and of those
        who stay the highest numbers wait outside until the number of those who leave is a multiple.
    """
    leaving, staying = counted - present, sorted(counted & present)
    coming = sorted(present - counted)
    left = len(leaving) + gone
    if 0 < left < threshold:
        # a few have gone: nothing may change until more have, or the difference would tell of them
        return frozenset(counted)
    if left:
        more = -left % threshold
        if more > len(staying):
            return frozenset()
        staying = staying[: len(staying) - more]
    taken = coming[: rounded(len(coming), threshold=threshold)]
    return frozenset([*staying, *taken])
