"""The curve of those who stay and the shares of those who have left, from histories of which some are cut off."""

from __future__ import annotations

import math

import numpy as np

from brobygger.core.effects.data import STILL_HERE, Floats, Histories
from brobygger.core.effects.intervals import log_log, none_of
from brobygger.core.effects.result import Curve


def curve_of(histories: Histories) -> Curve:
    """
    Kaplan–Meier and Aalen–Johansen together. At each time t_i there are n_i at risk; d_i leave, d_ik of them by cause k.

        S(t)   = Π_{t_i ≤ t} (1 − d_i / n_i)                    (Kaplan and Meier, JASA 53 (1958), 457–481)
        F_k(t) = Σ_{t_i ≤ t} S(t_i −) d_ik / n_i                (Aalen and Johansen, Scand. J. Stat. 5 (1978), 141–150)

    so that S + Σ F_k = 1 at every time. Somebody last seen at t_i is at risk at t_i: leaving comes before it.

    The interval of S is made from Greenwood's variance S² Σ d_i / (n_i (n_i − d_i)) (Reports on Public Health 33 (1926))
    on the log(−log) scale; that of F_k from the variance by the delta method (Marubini and Valsecchi, Analysing Survival
    Data, 1995, chapter 10) on the same scale. Where nobody has left, or all have, those variances say nothing: the
    limits are then those of a count of none among the people still at risk.
    """
    times = np.unique(histories.months)
    place = np.searchsorted(times, histories.months)
    kinds = len(histories.causes)
    table = np.zeros((times.size, kinds + 1), dtype=np.int64)
    np.add.at(table, (place, histories.ended), 1)
    last_seen, left = table[:, STILL_HERE], table[:, 1:]
    together = table.sum(axis=1)
    at_risk = len(histories) - np.concatenate(([0], np.cumsum(together)[:-1])) if times.size else together
    all_left = left.sum(axis=1)
    stays = np.cumprod(1 - all_left / at_risk)
    before = np.concatenate(([1.0], stays[:-1])) if times.size else stays
    gone = np.cumsum(before[:, None] * left / at_risk[:, None], axis=0)
    stays = np.where(at_risk == all_left, 0.0, stays)
    lower, upper = _limits_of_staying(stays, all_left, at_risk)
    gone_lower, gone_upper = np.zeros_like(gone), np.zeros_like(gone)
    for kind in range(kinds):
        gone_lower[:, kind], gone_upper[:, kind] = _limits_of_leaving(
            gone[:, kind], left[:, kind], all_left, at_risk, before, 1 - lower
        )
    return Curve(
        causes=histories.causes,
        months=times,
        at_risk=at_risk,
        left=left,
        last_seen=last_seen,
        stays=stays,
        lower=lower,
        upper=upper,
        gone=gone,
        gone_lower=gone_lower,
        gone_upper=gone_upper,
    )


def _limits_of_staying(stays: Floats, left: np.ndarray, at_risk: np.ndarray) -> tuple[Floats, Floats]:
    lower, upper = np.empty_like(stays), np.empty_like(stays)
    greenwood, above = 0.0, 1.0
    for step, share in enumerate(stays):
        people, gone = int(at_risk[step]), int(left[step])
        if people > gone:
            greenwood += gone / (people * (people - gone))
        if share <= 0:
            # all have left: no more can stay than before, and not more than a count of none allows
            lower[step], upper[step] = 0.0, min(above, none_of(people))
        elif greenwood == 0:
            lower[step], upper[step] = 1 - none_of(people), 1.0
        else:
            lower[step], upper[step] = log_log(float(share), float(share) * math.sqrt(greenwood))
        above = upper[step]
    return lower, upper


def _limits_of_leaving(
    gone: Floats, left: np.ndarray, all_left: np.ndarray, at_risk: np.ndarray, before: Floats, most: Floats
) -> tuple[Floats, Floats]:
    """
    Args:
        most: the highest share that may have left by any cause, which limits each.
    """
    lower, upper = np.empty_like(gone), np.empty_like(gone)
    n, d, own = at_risk.astype(float), all_left.astype(float), left.astype(float)
    # the factor of a step at which all leave is infinite, but nothing comes after it
    survived = np.divide(d, n * (n - d), out=np.zeros_like(d), where=n > d)
    for step, share in enumerate(gone):
        if share <= 0:
            lower[step], upper[step] = 0.0, none_of(int(at_risk[step]))
            continue
        if share >= 1:
            lower[step], upper[step] = 1 - none_of(int(at_risk[0])), 1.0
            continue
        after = share - gone[: step + 1]
        so_far = slice(step + 1)
        variance = (
            (after**2 * survived[so_far]).sum()
            + (before[so_far] ** 2 * (n - own)[so_far] * own[so_far] / n[so_far] ** 3).sum()
            - 2 * (after * before[so_far] * own[so_far] / n[so_far] ** 2).sum()
        )
        lower[step], upper[step] = log_log(float(share), math.sqrt(max(float(variance), 0.0)))
    return np.minimum(lower, gone), np.maximum(np.minimum(upper, np.maximum(most, gone)), gone)
