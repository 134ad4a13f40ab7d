"""An independent judge of a calibration: plain Python, slow, and without a line of the method."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import combinations

from brobygger.core.matching.calibration import Calibration, HeldOut, Quality
from brobygger.core.matching.labelled import LabelledPair, Stage
from brobygger.core.matching.weights import Part

STEP = 0.01  # by which each fitted number is moved, to see whether the loss falls
CLOSE = 1e-6


def calibration_objections(pairs: Sequence[LabelledPair], found: Calibration, *, hold: float) -> list[str]:
    """
    What is wrong with a calibration; [] if it is what it says.

    The loss is convex, so that numbers from which no small step leads lower are the best there are.
    """
    return [
        *_wrong_points(found),
        *_wrong_counts(pairs, found),
        *_lower_steps(pairs, found, hold),
        *_wrong_figures(found),
    ]


def _wrong_points(found: Calibration) -> Iterator[str]:
    for part, strength in found.strengths.items():
        if strength < 0:
            yield f"{part}: strength {strength} is negative: more of the part would lower a score"
    used = [part for part in Part if found.in_use.of(part)]
    if list(found.strengths) != used:
        yield f"strengths of {list(found.strengths)}, but {used} are in use"
    for part in Part:
        if bool(found.proposed.of(part)) != bool(found.in_use.of(part)):
            yield f"{part}: {found.in_use.of(part)} points in use, {found.proposed.of(part)} proposed"
    if found.proposed.advantage != found.in_use.advantage:
        yield "the weight of an advantage is not a part of the score and must stay"
    whole, spread = sum(found.strengths.values()), found.proposed.total - len(used)
    for part in used if whole else ():
        exact = 1 + found.strengths[part] / whole * spread
        if abs(found.proposed.of(part) - exact) > 1:
            yield f"{part}: {found.proposed.of(part)} points, but its share is {exact:.2f}"


def _wrong_counts(pairs: Sequence[LabelledPair], found: Calibration) -> Iterator[str]:
    for stage in Stage:
        count = len([one for one in pairs if one.stage == stage])
        if found.stages[stage] != count:
            yield f"{found.stages[stage]} pairs {stage}, but there are {count}"
    judged = [(one.pair.opportunity, one.pair.candidate) for one in found.held_out]
    if sorted(judged) != sorted((one.opportunity, one.candidate) for one in pairs):
        yield "not every pair was held out once"
    folds: dict[str, set[int]] = {}
    for one in found.held_out:
        folds.setdefault(one.pair.opportunity, set()).add(one.fold)
    if len(folds) >= len({one.fold for one in found.held_out}) and any(len(of) > 1 for of in folds.values()):
        yield "pairs of one opportunity were held out apart"


def _lower_steps(pairs: Sequence[LabelledPair], found: Calibration, hold: float) -> Iterator[str]:
    names = [*found.strengths, *range(len(found.thresholds))]
    best = [*found.strengths.values(), *found.thresholds]
    least = _loss(pairs, found, best, hold)
    for number, name in enumerate(names):
        for step in (STEP, -STEP):
            moved = [value + step * (place == number) for place, value in enumerate(best)]
            thresholds = moved[len(found.strengths) :]
            if min(moved[: len(found.strengths)]) < 0 or thresholds != sorted(set(thresholds)):
                continue
            if _loss(pairs, found, moved, hold) < least - CLOSE:
                yield f"{name}: a step of {step} leads to a lower loss"


def _loss(pairs: Sequence[LabelledPair], found: Calibration, values: Sequence[float], hold: float) -> float:
    """Minus the log likelihood with half an average pair for each stage, and the penalty."""
    used = list(found.strengths)
    strengths = dict(zip(used, values, strict=False))
    bounds = [-math.inf, *values[len(used) :], math.inf]
    there = [stage for stage in Stage if found.stages[stage]]
    seen = [{part: _value(one, part) for part in used} for one in pairs]
    average = {part: sum(parts[part] for parts in seen) / len(seen) for part in used}
    counted = [(parts, there.index(one.stage), 1.0) for parts, one in zip(seen, pairs, strict=True)]
    counted += [(average, number, 0.5) for number in range(len(there))]
    total = 0.0
    for parts, number, weight in counted:
        score = sum(strengths[part] * parts[part] for part in used)
        chance = _logistic(score - bounds[number]) - _logistic(score - bounds[number + 1])
        total -= weight * math.log(chance)
    for part in used:
        prior = found.slope * found.in_use.of(part) / found.in_use.total
        total += hold / 2 * (strengths[part] - prior) ** 2
    return total


def _wrong_figures(found: Calibration) -> Iterator[str]:
    for name, quality in (("in use", found.quality_in_use), ("proposed", found.quality_proposed)):
        expected = _figures(found.held_out, proposed=name == "proposed")
        for field in fields(Quality):
            told, counted = getattr(quality, field.name), getattr(expected, field.name)
            if abs(told - counted) > CLOSE:
                yield f"{field.name} {name} is {told}, but should be {counted}"
    used = list(found.strengths)
    for one in found.held_out:
        score = sum(found.in_use.of(part) * _value(one.pair, part) for part in used) / found.in_use.total
        if abs(score - one.score_in_use) > CLOSE:
            yield f"{one.pair.opportunity} and {one.pair.candidate}: scored {one.score_in_use}, should be {score}"
    gain = found.quality_in_use.log_loss - found.quality_proposed.log_loss
    if abs(gain - found.gain) > CLOSE:
        yield f"gain {found.gain}, but the two log losses differ by {gain}"


def _figures(held_out: Sequence[HeldOut], *, proposed: bool) -> Quality:
    losses = [one.loss_proposed if proposed else one.loss_in_use for one in held_out]
    right = compared = 0.0
    for one, other in combinations(held_out, 2):
        if one.fold == other.fold and one.pair.stage != other.pair.stage:
            further, less = (one, other) if one.pair.stage.height > other.pair.stage.height else (other, one)
            ahead = (
                (further.score_proposed - less.score_proposed)
                if proposed
                else (further.score_in_use - less.score_in_use)
            )
            right += 1.0 if ahead > 0 else 0.5 if ahead == 0 else 0.0
            compared += 1
    return Quality(sum(losses) / len(losses), right / compared if compared else 0.5)


def _value(pair: LabelledPair, part: Part) -> float:
    value = pair.parts.get(part)
    return 0.5 if value is None else value


def _logistic(value: float) -> float:
    if value == math.inf:
        return 1.0
    return 0.0 if value < -700 else 1 / (1 + math.exp(-value))
