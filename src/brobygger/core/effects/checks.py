"""
Whether a result is what the histories say, found in another way than it was made.

The curve is confirmed by Efron's redistribution to the right (Proc. Fifth Berkeley Symposium 4 (1967), 831–853): every
person carries the same weight; whoever is last seen hands the own weight on to those who are seen longer, in equal parts;
what has been laid down by those who left through a cause is its share. No product and no risk set is in it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from brobygger.core.effects.data import STILL_HERE, Answers, Histories
from brobygger.core.effects.intervals import Z
from brobygger.core.effects.result import Curve, Retention, Share

CLOSE = 1e-9


def objections(result: Retention, histories: Histories, answers: Sequence[Answers]) -> list[str]:
    """What is wrong with a result, in words; empty where nothing is."""
    found = [*_of_curve(result.curve, histories)]
    for share, said in zip(result.shares, answers, strict=True):
        found += _of_share(share, said)
    return found


def laid_down(histories: Histories) -> list[tuple[float, list[float]]]:
    """After each time at which somebody left or was last seen: the weight that each cause has, in (time, weights)."""
    # at the same time those who leave come before those who are last seen
    each = sorted(
        zip(histories.months.tolist(), histories.ended.tolist(), strict=True),
        key=lambda one: (one[0], one[1] == STILL_HERE),
    )
    weights = [0.0] * len(histories.causes)
    found: list[tuple[float, list[float]]] = []
    carried, remaining = (1 / len(each), len(each)) if each else (0.0, 0)
    for months, ended in each:
        remaining -= 1
        if ended != STILL_HERE:
            weights[ended - 1] += carried
        elif remaining:
            carried += carried / remaining
        if found and found[-1][0] == months:
            found.pop()
        found.append((months, list(weights)))
    return found


def _of_curve(curve: Curve, histories: Histories) -> list[str]:
    wrong: list[str] = []
    expected = laid_down(histories)
    if [one for one, _ in expected] != curve.months.tolist():
        return ["The steps are not the times at which somebody left or was last seen."]
    before = 1.0
    for step, (months, weights) in enumerate(expected):
        stays, gone = float(curve.stays[step]), curve.gone[step].tolist()
        if any(abs(one - other) > CLOSE for one, other in zip(gone, weights, strict=True)):
            wrong.append(f"After {months} months {gone} have left; handing on weights says {weights}.")
        if abs(stays + sum(gone) - 1) > CLOSE:
            wrong.append(f"After {months} months those who stay and those who left are not all.")
        if not -CLOSE <= stays <= before + CLOSE:
            wrong.append(f"After {months} months {stays} stay, after {before} before.")
        before = stays
        limits = [(curve.lower[step], stays, curve.upper[step])]
        limits += list(zip(curve.gone_lower[step], gone, curve.gone_upper[step], strict=True))
        if any(
            not -CLOSE <= low <= value + CLOSE <= high + 2 * CLOSE <= 1 + 3 * CLOSE
            for low, value, high in limits
        ):
            wrong.append(
                f"After {months} months an interval does not hold its share, or leaves 0 to 1: {limits}."
            )
        seen = sum(1 for one in histories.months.tolist() if one >= months)
        if seen != curve.at_risk[step]:
            wrong.append(f"{curve.at_risk[step]} are at risk after {months} months; counting says {seen}.")
    return wrong


def _of_share(share: Share, said: Answers) -> list[str]:
    wrong = []
    if (share.asked, share.answered, share.stayed) != (said.asked, said.answered, said.stayed):
        wrong.append(f"The counts after {said.months} months are not those of the answers.")
    if share.share is not None and share.lower is not None and share.upper is not None:
        for limit in (share.lower, share.upper):
            # Wilson's limits are the shares from which the observed one is z standard errors away
            away = abs(share.share - limit)
            if not math.isclose(away * away, Z * Z * limit * (1 - limit) / said.answered, abs_tol=1e-9):
                wrong.append(f"{limit} is no limit of {said.stayed} of {said.answered}.")
    missing = said.asked - said.answered
    if said.asked and round((share.most - share.least) * said.asked) != missing:
        wrong.append(
            f"The limits after {said.months} months leave room for more or fewer than {missing} missing."
        )
    return wrong
