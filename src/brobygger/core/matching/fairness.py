"""Selection and rank by group: is anybody's group chosen less often, and how sure is that?"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from scipy.special import betaincinv, ndtri

from brobygger.core.matching.result import MatchResult

__all__ = ["FairnessReport", "GroupFigures", "fairness", "ratio_interval", "share_interval"]

SMALLEST = 10  # people in a group that is shown
CONFIDENCE = 0.95
FOUR_FIFTHS = 0.8  # US Uniform Guidelines on Employee Selection Procedures (1978), section 4 D


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """
    One group of one dimension. Everything but `name` and `suppressed` is None if the group is suppressed.

    Args:
        name: the group, as given.
        suppressed: too small to show, or hidden so that a small one cannot be worked out.
        people: members in the pool.
        selected: members on the list of at least one opportunity.
        rate: selected / people, with its exact 95 % interval (Clopper and Pearson 1934).
        ratio: rate / highest rate of the shown groups, the adverse-impact ratio, with its 95 % interval
            (Katz et al. 1978); None for the group with the highest rate itself.
        mean_rank: mean place on the lists, 1 the first; None if never selected.
        exposure: share of all attention, a place at rank r counting 1 / log2(1 + r) (Singh and
            Joachims 2018), among the shown groups.
        pool_share: share of the people, among the shown groups: what exposure would be at parity.
    """

    name: str
    suppressed: bool
    people: int | None = None
    selected: int | None = None
    rate: float | None = None
    rate_interval: tuple[float, float] | None = None
    ratio: float | None = None
    ratio_interval: tuple[float, float] | None = None
    mean_rank: float | None = None
    exposure: float | None = None
    pool_share: float | None = None

    @property
    def is_adverse(self) -> bool:
        """The whole interval of the ratio lies below four fifths: not by chance."""
        return self.ratio_interval is not None and self.ratio_interval[1] < FOUR_FIFTHS

    @property
    def needs_a_look(self) -> bool:
        """The ratio is below four fifths, be it by chance or not."""
        return self.ratio is not None and self.ratio < FOUR_FIFTHS


@dataclass(frozen=True, slots=True)
class FairnessReport:
    """
    Figures by dimension ("sex", "origin", "language"), groups by name.

    Args:
        top: length of the lists looked at.
        smallest: smallest group shown.
        groups: the figures of each dimension.
    """

    top: int
    smallest: int
    groups: Mapping[str, tuple[GroupFigures, ...]]


@dataclass(slots=True)
class _Tally:
    people: int = 0
    selected: int = 0
    places: int = 0
    ranks: int = 0
    exposure: float = 0.0


def fairness(
    result: MatchResult,
    dimensions: Mapping[str, Mapping[str, str]],
    *,
    top: int | None = None,
    smallest: int = SMALLEST,
) -> FairnessReport:
    """
    Compare groups on the lists of a run.

    Args:
        result: of the run. Groups are not part of it: nothing here can reach a score.
        dimensions: for each dimension the group of each candidate, by id; who is not in it is left out.
        top: length of the lists to look at, default all that the result holds.
        smallest: groups of fewer people are suppressed, and then others with them until the suppressed
            ones hide each other: at least two groups of together at least `smallest` people.
    """
    length = result.by_opportunity.partner.shape[1] if top is None else top
    ranks: dict[str, list[int]] = {}
    for match in result:
        if match.rank <= length:
            ranks.setdefault(match.candidate, []).append(match.rank)
    groups = {name: _figures(of, ranks, result, smallest) for name, of in dimensions.items()}
    return FairnessReport(length, smallest, groups)


def _figures(
    of: Mapping[str, str], ranks: Mapping[str, list[int]], result: MatchResult, smallest: int
) -> tuple[GroupFigures, ...]:
    tallies: dict[str, _Tally] = {}
    for candidate in result.by_opportunity.partners:
        if candidate in of:
            tally = tallies.setdefault(of[candidate], _Tally())
            places = ranks.get(candidate, [])
            tally.people += 1
            tally.selected += bool(places)
            tally.places += len(places)
            tally.ranks += sum(places)
            tally.exposure += sum(1 / math.log2(1 + place) for place in sorted(places))
    hidden = suppressed({name: tally.people for name, tally in tallies.items()}, smallest)
    shown = {name: tally for name, tally in tallies.items() if name not in hidden}
    best = max(shown.values(), key=lambda one: (one.selected / one.people, one.people), default=None)
    return tuple(
        _of_group(name, shown[name], shown, best) if name in shown else GroupFigures(name, suppressed=True)
        for name in sorted(tallies)
    )


def suppressed(sizes: Mapping[str, int], smallest: int) -> set[str]:
    """
    Groups to hide: the small ones, and the next smallest until what is hidden cannot be worked out.

    With the total known, one hidden group is total minus the others; so at least two are hidden,
    and together they hold at least `smallest` people.
    """
    by_size = sorted(sizes, key=lambda name: (sizes[name], name))
    hidden = [name for name in by_size if sizes[name] < smallest]
    for name in by_size[len(hidden) :]:
        if not hidden or (len(hidden) > 1 and sum(sizes[one] for one in hidden) >= smallest):
            break
        hidden.append(name)
    return set(hidden)


def _of_group(name: str, tally: _Tally, shown: Mapping[str, _Tally], best: _Tally | None) -> GroupFigures:
    people = sum(one.people for one in shown.values())
    exposure = sum(one.exposure for one in shown.values())
    rate = tally.selected / tally.people
    compared = best is not None and best is not tally and best.selected > 0
    return GroupFigures(
        name=name,
        suppressed=False,
        people=tally.people,
        selected=tally.selected,
        rate=rate,
        rate_interval=share_interval(tally.selected, tally.people),
        ratio=rate / (best.selected / best.people) if best and compared else None,
        ratio_interval=(
            ratio_interval(tally.selected, tally.people, best.selected, best.people)
            if best and compared
            else None
        ),
        mean_rank=tally.ranks / tally.places if tally.places else None,
        exposure=tally.exposure / exposure if exposure else None,
        pool_share=tally.people / people,
    )


def share_interval(hits: int, size: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """Exact interval of a share (Clopper and Pearson, Biometrika 26, 1934)."""
    tail = (1 - confidence) / 2
    low = float(betaincinv(hits, size - hits + 1, tail)) if hits else 0.0
    high = float(betaincinv(hits + 1, size - hits, 1 - tail)) if hits < size else 1.0
    return low, high


def ratio_interval(
    hits: int, size: int, other_hits: int, other_size: int, confidence: float = CONFIDENCE
) -> tuple[float, float]:
    """
    Interval of the ratio of two shares on the log scale (Katz, Baptista, Azen and Pike, Biometrics 34, 1978).

    Where a group is selected never or always, one half is added to all four cells (Haldane, Annals of
    Human Genetics 20, 1956), since the logarithm or the variance would vanish.
    """
    half = 0.5 if hits in (0, size) or other_hits in (0, other_size) else 0.0
    a, n, b, m = hits + half, size + 2 * half, other_hits + half, other_size + 2 * half
    spread = float(ndtri((1 + confidence) / 2)) * math.sqrt(max(0.0, 1 / a - 1 / n + 1 / b - 1 / m))
    centre = math.log((a / n) / (b / m))
    return math.exp(centre - spread), math.exp(centre + spread)
