"""Intervals of 95 % for shares and for steps of a curve."""

from __future__ import annotations

import math
from statistics import NormalDist

LEVEL = 0.95
Z = NormalDist().inv_cdf(0.5 + LEVEL / 2)


def wilson(count: int, of: int) -> tuple[float, float]:
    """
    Wilson's score interval for a share (E. B. Wilson, JASA 22 (1927), 209–212): the shares p for which the observed
    one lies within z standard errors sqrt(p (1 − p) / n). It never leaves [0, 1] and is not empty at 0 and 1.

    Raises:
        ValueError: nobody, or more than all.
    """
    if not 0 <= count <= of or of < 1:
        raise ValueError(f"{count} of {of} is no share.")
    share, square = count / of, Z * Z / of
    middle = (share + square / 2) / (1 + square)
    half = Z * math.sqrt(share * (1 - share) / of + square / (4 * of)) / (1 + square)
    # the ends are exact where nobody or everybody is counted
    return (0.0 if count == 0 else middle - half), (1.0 if count == of else middle + half)


def log_log(share: float, error: float) -> tuple[float, float]:
    """
    The interval of a share strictly between 0 and 1 with standard error `error`, made where it is nearly normal:
    p^exp(±z σ / (p ln p)) (Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 1980, section 1.3).
    """
    turn = math.exp(Z * error / abs(share * math.log(share)))
    return share**turn, share ** (1 / turn)


def none_of(people: int) -> float:
    """
    The highest share that is not excluded where none of `people` did something: 1 − (α/2)^(1/n), the upper limit of
    Clopper and Pearson (Biometrika 26 (1934), 404–413) for a count of 0; 1 for nobody.
    """
    return 1.0 - ((1 - LEVEL) / 2) ** (1 / people) if people else 1.0
