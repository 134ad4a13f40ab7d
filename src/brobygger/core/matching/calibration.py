"""
Weights fitted to outcomes: what counted where people were invited, dated again and hired.

The model is the score itself, read as a proportional-odds regression (McCullagh, Journal of the Royal Statistical
Society B 42, 1980): additive in the parts, with coefficients that cannot be negative, so that more of a part never
lowers a score. Its loss is convex; scipy's truncated Newton method, which takes bounds as they are, finds the one best fit
(and starts no threads, as L-BFGS-B does through LAPACK).
scikit-learn has no ordinal regression, and its logistic regression knows neither bounds nor a prior mean: there is
nothing in it that this could be built on, so it is no dependency.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

import numpy as np
import numpy.typing as npt
from scipy.special import expit

from brobygger.core.matching.labelled import LabelledPair, Stage
from brobygger.core.matching.weights import HIGHEST, Part, Weights

FEWEST = 200  # labelled pairs; with fewer, chance alone would move the weights
FEWEST_OF_A_SIDE = 40  # rejected pairs, and pairs that came further: nearly four for each of the parts
FOLDS = 5
HOLD = 5.0
LEAST_GAP = 1e-3  # between two thresholds
COARSEST = 100  # points to share out, at least: with fewer, rounding would decide

Values = npt.NDArray[np.float64]
Heights = npt.NDArray[np.int64]


class TooFewOutcomes(Exception):
    """Weights cannot be fitted: the message says how many outcomes there are and how many are needed."""


@dataclass(frozen=True, slots=True)
class Need:
    """How many outcomes are there, and how many are missing before weights can be fitted."""

    pairs: int
    rejected: int
    further: int

    @property
    def missing(self) -> int:
        return max(0, FEWEST - self.pairs)

    @property
    def missing_rejected(self) -> int:
        return max(0, FEWEST_OF_A_SIDE - self.rejected)

    @property
    def missing_further(self) -> int:
        return max(0, FEWEST_OF_A_SIDE - self.further)

    @property
    def is_met(self) -> bool:
        return not (self.missing or self.missing_rejected or self.missing_further)

    def __str__(self) -> str:
        return (
            f"{self.pairs} labelled pairs, {self.rejected} of them rejected and {self.further} that came further; "
            f"at least {FEWEST} are needed, with {FEWEST_OF_A_SIDE} of each side"
        )


@dataclass(frozen=True, slots=True)
class Quality:
    """
    How well weights tell outcomes that they were not fitted to.

    Args:
        log_loss: mean of -ln(probability given to what came of a pair); lower is better.
        auc: share of pairs of different stages that are in the right order, equal scores one half; 0.5 is chance.
            Two pairs are compared where they were held out together.
    """

    log_loss: float
    auc: float


@dataclass(frozen=True, slots=True)
class HeldOut:
    """One pair as it was judged by weights that had not seen its fold: loss and score, in use and proposed."""

    pair: LabelledPair
    fold: int
    loss_in_use: float
    loss_proposed: float
    score_in_use: float
    score_proposed: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """
    Weights that outcomes speak for, beside those in use. A proposal: somebody decides whether to take them.

    Args:
        in_use, proposed: the weights; `proposed` is in whole points, at least one for each part in use.
        stages: number of pairs of each stage.
        strengths: fitted coefficient of each part in use, none negative.
        thresholds: of the stages above the lowest that occurs, ascending: a pair whose strengths times parts sum up
            to a stage's threshold reaches it in one case of two.
        slope: what the weights in use, as shares of their total, are best multiplied with.
        quality_in_use, quality_proposed: by cross-validation; both are read with a slope and thresholds fitted to
            the other folds, so that only the proportions of the parts differ.
        gain: mean fall of the log loss through the proposal; negative where it is worse.
        gain_error: its standard error.
        held_out: the pairs behind these figures.
    """

    in_use: Weights
    proposed: Weights
    stages: Mapping[Stage, int]
    strengths: Mapping[Part, float]
    thresholds: tuple[float, ...]
    slope: float
    quality_in_use: Quality
    quality_proposed: Quality
    gain: float
    gain_error: float
    held_out: tuple[HeldOut, ...]

    @property
    def pairs(self) -> int:
        return sum(self.stages.values())

    @property
    def is_better(self) -> bool:
        """The gain is larger than its standard error, and pairs are ordered no worse."""
        return self.gain > self.gain_error and self.quality_proposed.auc >= self.quality_in_use.auc


@dataclass(frozen=True, slots=True)
class _Fit:
    strengths: Values
    thresholds: Values


def need_of(stages: Sequence[Stage]) -> Need:
    """Whether there are enough outcomes to fit weights to."""
    rejected = sum(stage is Stage.REJECTED for stage in stages)
    return Need(len(stages), rejected, len(stages) - rejected)


def calibrate(
    pairs: Sequence[LabelledPair], *, weights: Weights | None = None, hold: float = HOLD
) -> Calibration:
    """
    Propose the weights under which the parts of pairs tell best how far they came.

    A ridge penalty on the distance from the weights in use (Hoerl and Kennard, Technometrics 12, 1970, here around a
    prior mean) lets few outcomes move them little. A part that cannot be told counts as one half, as it does in a
    score. Half a pair of average parts is added to each stage, so that no threshold runs to infinity (Haldane, Annals
    of Human Genetics 20, 1956). Pairs may come in any order.

    The figures come from cross-validation in `FOLDS` parts. The pairs of one opportunity are held out together,
    since one company decided about them; only where fewer opportunities than folds are known are they parted.

    Args:
        pairs: that somebody decided about, each once.
        weights: those in use; a part with weight 0 in them stays out, and `advantage` is kept.
        hold: strength of the penalty; larger stays nearer to `weights`.

    Raises:
        ValueError: a pair stands there twice, or `hold` is not positive.
        TooFewOutcomes: fewer than `FEWEST` pairs, or fewer than `FEWEST_OF_A_SIDE` rejected or come further.
    """
    if hold <= 0:
        raise ValueError(f"hold must be above 0, got {hold}")
    known = weights or Weights()
    counts = Counter((one.opportunity, one.candidate) for one in pairs)
    for (opportunity, candidate), count in counts.items():
        if count > 1:
            raise ValueError(f"opportunity {opportunity} and candidate {candidate} stand there {count} times")
    need = need_of([one.stage for one in pairs])
    if not need.is_met:
        raise TooFewOutcomes(str(need))
    ordered = sorted(pairs, key=lambda one: (one.opportunity, one.candidate))
    used = [part for part in Part if known.of(part)]
    shares = np.array([[_share(one.parts.get(part)) for part in used] for one in ordered])
    heights = _heights(ordered)
    prior = _proportions(known, used)
    slope, fitted = _fit_near(shares, heights, int(heights.max()) + 1, prior, hold)
    held_out = _cross_validate(ordered, shares, heights, known, used, hold)
    gains = np.array([one.loss_in_use - one.loss_proposed for one in held_out])
    return Calibration(
        in_use=known,
        proposed=_points(fitted.strengths, known, used),
        stages={stage: sum(one.stage is stage for one in ordered) for stage in Stage},
        strengths={part: float(value) for part, value in zip(used, fitted.strengths, strict=True)},
        thresholds=tuple(fitted.thresholds.tolist()),
        slope=slope,
        quality_in_use=_quality(held_out, lambda one: one.loss_in_use, lambda one: one.score_in_use),
        quality_proposed=_quality(held_out, lambda one: one.loss_proposed, lambda one: one.score_proposed),
        gain=float(gains.mean()),
        gain_error=float(gains.std(ddof=1) / math.sqrt(len(gains))),
        held_out=held_out,
    )


def _share(value: float | None) -> float:
    return 0.5 if value is None else value


def _heights(pairs: Sequence[LabelledPair]) -> Heights:
    """The stages of pairs as 0, 1, 2 … without those that do not occur."""
    there = sorted({one.stage.height for one in pairs})
    return np.array([there.index(one.stage.height) for one in pairs])


def _proportions(weights: Weights, used: Sequence[Part]) -> Values:
    return np.array([weights.of(part) for part in used], float) / weights.total


def _points(strengths: Values, known: Weights, used: Sequence[Part]) -> Weights:
    """
    Whole points with the proportions of `strengths` (largest remainder), as many in all as `known` has, between
    `COARSEST` and `HIGHEST`. Every part keeps one: outcomes of a few years should not end it for good.
    """
    if not strengths.sum():
        return known
    total = min(max(known.total, COARSEST), HIGHEST) - len(used)
    exact = strengths / strengths.sum() * total
    points = np.floor(exact).astype(int)
    for number in np.argsort(-np.round(exact - points, 9), kind="stable")[: total - int(points.sum())]:
        points[number] += 1
    return replace(known, **{part.value: int(value) + 1 for part, value in zip(used, points, strict=True)})


def _fit_near(
    shares: Values, heights: Heights, stages: int, prior: Values, hold: float
) -> tuple[float, _Fit]:
    """The slope of `prior` that fits best, and strengths fitted near `prior` times that slope."""
    one = _fit(_scores(shares, prior)[:, None], heights, stages, np.zeros(1), 0.0)
    slope = float(one.strengths[0])
    return slope, _fit(shares, heights, stages, slope * prior, hold)


def _fit(shares: Values, heights: Heights, stages: int, prior: Values, hold: float) -> _Fit:
    """Strengths, not negative and held near `prior`, and thresholds of a proportional-odds regression."""
    # late: it takes a tenth of the start of every command, and hardly one of them calibrates
    from scipy.optimize import minimize

    rows = np.vstack([shares, np.tile(shares.mean(axis=0), (stages, 1))])
    reached = np.append(heights, np.arange(stages))
    counted = np.append(np.ones(len(shares)), np.full(stages, 0.5))
    of_stage = [reached == number for number in range(stages)]
    width = len(prior)

    def loss(values: Values) -> tuple[float, Values]:
        strengths, thresholds = values[:width], np.cumsum(values[width:])
        away = strengths - prior
        losses, by_score, by_own, by_next = _losses(_scores(rows, strengths), reached, thresholds)
        slopes = [
            (counted * by_own)[of_stage[number + 1]].sum() + (counted * by_next)[of_stage[number]].sum()
            for number in range(stages - 1)
        ]
        gradient = np.append(
            np.einsum("ij,i->j", rows, counted * by_score) + hold * away,
            np.cumsum(slopes[::-1])[::-1],  # the first threshold, or a gap, moves all from its own on
        )
        return float((counted * losses).sum() + hold / 2 * (away * away).sum()), gradient

    above = np.array([counted[reached > number].sum() for number in range(stages - 1)]) / counted.sum()
    gaps = np.diff(_scores(rows, prior).mean() - np.log(above / (1 - above)), prepend=0.0)
    limits = [(0.0, 100.0)] * width + [(None, None)] + [(LEAST_GAP, None)] * (stages - 2)
    found = minimize(
        loss, np.append(prior, gaps), jac=True, method="TNC", bounds=limits,
        options={"maxfun": 5_000, "ftol": 1e-13, "xtol": 1e-10, "gtol": 1e-8},
    )  # fmt: skip
    return _Fit(found.x[:width], np.cumsum(found.x[width:]))


def _scores(shares: Values, strengths: Values) -> Values:
    """Σ strength × share of each row. Not a product of matrices: that starts threads, and sums in their order."""
    found: Values = np.einsum("ij,j->i", shares, strengths)
    return found


def _losses(scores: Values, reached: Heights, thresholds: Values) -> tuple[Values, Values, Values, Values]:
    """
    -ln P(stage) of each pair, and its slopes by the score, by the stage's own threshold and by the next one.

    P(stage) = s(a) - s(b) with the logistic function s, a = score - own threshold, b = score - next threshold. That
    is s(a) · s(-b) · (1 - exp(b - a)): no difference of nearly equal numbers.
    """
    own, following = np.append(-np.inf, thresholds)[reached], np.append(thresholds, np.inf)[reached]
    a, b = scores - own, scores - following
    between = np.isfinite(own) & np.isfinite(following)
    width = np.where(between, following - own, 1.0)
    losses = np.logaddexp(0, -a) + np.logaddexp(0, b) - np.where(between, np.log(-np.expm1(-width)), 0.0)
    pressed = np.where(between, 1 / np.expm1(width), 0.0)  # the two thresholds push apart
    return losses, expit(b) - expit(-a), expit(-a) + pressed, -expit(b) - pressed


def _cross_validate(
    pairs: Sequence[LabelledPair],
    shares: Values,
    heights: Heights,
    known: Weights,
    used: Sequence[Part],
    hold: float,
) -> tuple[HeldOut, ...]:
    """Every pair judged by weights fitted without its fold. A stage that only its fold holds has half a pair."""
    folds, stages = _folds(pairs), int(heights.max()) + 1
    prior = _proportions(known, used)
    judged = np.zeros((len(pairs), 4))
    for fold in range(FOLDS):
        here, others = folds == fold, folds != fold
        _slope, fitted = _fit_near(shares[others], heights[others], stages, prior, hold)
        fresh = _points(fitted.strengths, known, used)
        for column, proportions in enumerate((prior, _proportions(fresh, used))):
            scores = _scores(shares, proportions)
            read = _fit(scores[others, None], heights[others], stages, np.zeros(1), 0.0)
            judged[here, column] = _losses(read.strengths[0] * scores[here], heights[here], read.thresholds)[
                0
            ]
            judged[here, column + 2] = scores[here]
    return tuple(
        HeldOut(pair, int(fold), *row) for pair, fold, row in zip(pairs, folds, judged.tolist(), strict=True)
    )


def _folds(pairs: Sequence[LabelledPair]) -> Heights:
    """
    The fold of each pair: opportunities, or pairs where these are too few, go to the fold that holds least so far,
    the largest first. Names decide between equals, through a hash, so that no order of theirs does.
    """
    owners = [one.opportunity for one in pairs]
    if len(set(owners)) < FOLDS:
        owners = [f"{one.opportunity}\0{one.candidate}" for one in pairs]
    sizes, held, fold_of = Counter(owners), [0] * FOLDS, {}
    for owner in sorted(sizes, key=lambda one: (-sizes[one], sha256(one.encode()).digest())):
        fold_of[owner] = held.index(min(held))
        held[fold_of[owner]] += sizes[owner]
    return np.array([fold_of[owner] for owner in owners])


def _quality(
    held_out: Sequence[HeldOut], loss: Callable[[HeldOut], float], score: Callable[[HeldOut], float]
) -> Quality:
    right = compared = 0.0
    for fold in range(FOLDS):
        here = [one for one in held_out if one.fold == fold]
        by_stage = [np.sort([score(one) for one in here if one.pair.stage is stage]) for stage in Stage]
        for number, higher in enumerate(by_stage):
            for lower in by_stage[:number]:
                below = np.searchsorted(lower, higher, "left") + np.searchsorted(lower, higher, "right")
                right += below.sum() / 2
                compared += len(higher) * len(lower)
    return Quality(
        log_loss=math.fsum(loss(one) for one in held_out) / len(held_out),
        auc=float(right / compared) if compared else 0.5,
    )
