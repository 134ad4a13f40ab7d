"""Weights fitted to outcomes: what counted where people were really hired, held near the weights in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import expit

from brobygger.core.matching.result import Match
from brobygger.core.matching.weights import Part, Weights

FEWEST = 20  # outcomes of each kind; with fewer, chance alone would move the weights


class TooFewOutcomes(Exception):
    """Weights cannot be fitted: the message says how many outcomes there are of each kind."""


def calibrate(
    matches: Sequence[Match], outcomes: Sequence[bool], *, weights: Weights | None = None, hold: float = 5.0
) -> Weights:
    """
    Weights under which the parts of past matches tell best which of them came to something.

    Logistic regression of the outcome on the parts, with coefficients that cannot be negative and a ridge
    penalty on their distance from the weights in use (Hoerl and Kennard 1970, here around a prior mean), so that
    few outcomes move them little. A part that cannot be told counts as one half, as it does in a score.

    Args:
        matches: pairs that somebody decided about.
        outcomes: whether each came to a placement.
        weights: those in use; a part with weight 0 in them stays out.
        hold: strength of the penalty; larger stays nearer to `weights`.

    Returns:
        Whole points that add up to about the same total; `advantage` is kept.

    Raises:
        ValueError: not one outcome for each match.
        TooFewOutcomes: fewer than `FEWEST` of either kind.
    """
    if len(matches) != len(outcomes):
        raise ValueError(f"{len(matches)} matches, but {len(outcomes)} outcomes")
    came = np.array(outcomes, bool)
    if min(came.sum(), (~came).sum()) < FEWEST:
        raise TooFewOutcomes(
            f"{came.sum()} placements and {(~came).sum()} without one; at least {FEWEST} of each are needed"
        )
    known = weights or Weights()
    used = [part for part in Part if known.of(part)]
    shares = np.array([[_share(match.parts.get(part)) for part in used] for match in matches])
    prior = np.array([known.of(part) for part in used], float) / known.total
    scale, shift = _fit(shares @ prior[:, None], came, np.zeros(1), 0.0)
    fitted, _shift = _fit(shares, came, scale[0] * prior, hold, shift)
    if not fitted.sum():
        return known
    points = np.rint(fitted / fitted.sum() * known.total).astype(int)
    return replace(known, **{part.value: int(value) for part, value in zip(used, points, strict=True)})


def _share(value: float | None) -> float:
    return 0.5 if value is None else value


def _fit(
    shares: npt.NDArray[np.float64],
    came: npt.NDArray[np.bool_],
    prior: npt.NDArray[np.float64],
    hold: float,
    shift: float = 0.0,
) -> tuple[npt.NDArray[np.float64], float]:
    """Coefficients, not negative, and intercept of a logistic regression held near `prior`."""
    sign = np.where(came, 1.0, -1.0)

    def loss(values: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        margin = sign * (shares @ values[:-1] + values[-1])
        away = values[:-1] - prior
        slope = -sign * expit(-margin)
        gradient = np.append(shares.T @ slope + hold * away, slope.sum())
        return float(np.logaddexp(0, -margin).sum() + hold / 2 * away @ away), gradient

    limits = [(0.0, 100.0)] * len(prior) + [(None, None)]
    found = minimize(loss, np.append(prior, shift), jac=True, method="L-BFGS-B", bounds=limits)
    return found.x[:-1], float(found.x[-1])
