"""
What anonymous answers to one closed question may be shown as: no number of it tells of fewer people than a threshold.

Options that fewer chose are not hidden but put together, with the next smallest where they are still too few: what is
shown are the sizes of disjoint groups, each of at least the threshold, that add up to all. No subtraction leads to a
smaller one. A mean, and the share of those who chose 4 or 5, would be further equations: the mean is given only where every
step of the scale is shown, and where it is not, the two halves are shown alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from brobygger.core.effects.proportions import Proportion
from brobygger.core.effects.result import FEWEST_SHOWN

LEAST: Final = FEWEST_SHOWN
AGREE: Final = 4  # on the scale from 1 to 5: 4 and 5


@dataclass(frozen=True, slots=True)
class Group:
    """Places of options, and how many chose one of them."""

    options: tuple[int, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Summary:
    """
    Answers as they may be shown.

    Args:
        total: who answered the question; None: too few to say anything.
        groups: disjoint groups of options that add up to the total; empty: not shown.
        share: who said yes, or chose 4 or 5; None: not shown, or the question has no such answer.
        mean: of the scale; None: not shown.
    """

    total: int | None
    groups: tuple[Group, ...] = ()
    share: Proportion | None = None
    mean: float | None = None


def grouped(counts: Sequence[int], *, least: int = LEAST) -> tuple[Group, ...]:
    """
    Groups of options of at least `least` people each; empty where all together are fewer.

    Args:
        counts: how many chose each option.

    Raises:
        ValueError: a negative count, or a threshold below 2.
    """
    if least < 2 or any(count < 0 for count in counts):
        raise ValueError(f"Counts must not be negative and the threshold at least 2, got {counts}, {least}.")
    if sum(counts) < least:
        return ()
    small = [place for place, count in enumerate(counts) if count < least]
    large = sorted((place for place, count in enumerate(counts) if count >= least), key=lambda at: counts[at])
    while small and sum(counts[place] for place in small) < least:
        small.append(large.pop(0))
    alone = [Group((place,), counts[place]) for place in sorted(large)]
    together = [Group(tuple(sorted(small)), sum(counts[place] for place in small))] if small else []
    return (*alone, *together)


def of_choice(counts: Sequence[int], *, least: int = LEAST) -> Summary:
    """A question with options of which each chooses one."""
    total = sum(counts)
    return Summary(None) if total < least else Summary(total, grouped(counts, least=least))


def of_yes_or_no(no: int, yes: int, *, least: int = LEAST) -> Summary:
    total = no + yes
    if total < least:
        return Summary(None)
    groups = grouped((no, yes), least=least)
    return Summary(total, groups, Proportion(yes, total) if len(groups) == 2 else None)


def of_scale(counts: Sequence[int], *, least: int = LEAST) -> Summary:
    """
    A scale from 1 to 5.

    Args:
        counts: how many chose each step, five of them.
    """
    if len(counts) != 5:
        raise ValueError(f"A scale has five steps, got {len(counts)}.")
    total, agree = sum(counts), sum(counts[AGREE - 1 :])
    if total < least:
        return Summary(None)
    if all(count >= least for count in counts):
        mean = sum(step * count for step, count in enumerate(counts, 1)) / total
        groups = tuple(Group((place,), count) for place, count in enumerate(counts))
        return Summary(total, groups, Proportion(agree, total), mean)
    if min(agree, total - agree) < least:
        return Summary(total)
    others = Group(tuple(range(AGREE - 1)), total - agree)
    return Summary(total, (others, Group((AGREE - 1, AGREE), agree)), Proportion(agree, total))
