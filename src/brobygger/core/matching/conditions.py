"""How strictly the rules of eligibility are read: chosen by whoever runs the match."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from brobygger.core.matching.data import MonthlyPay
from brobygger.core.matching.verdict import Outcome, Rule


@dataclass(frozen=True, slots=True)
class Conditions:
    """
    The reading of the rules in one run.

    Args:
        strict: rules for which "unknown" does not pass; for all others it does.
        commute_over_border: a daily commute to another country counts.
        neighbour_languages: a good command of one of Danish, Norwegian and Swedish counts as
            understanding the other two, see `languages.UNDERSTOOD`; the reasons name the language that was counted.
        level_slack: levels that a language may be short and is still asked about instead of excluding. Levels are rough:
            people put their own command into words, ads put needs into words, and two annotators of the same words
            chose different levels in one of twenty (benchmarks.golden.agreement).
        markets_required: an opportunity's markets are a condition, not only a part of the score.
        extra_start_days: days of flexibility added to every start.
        extra_commute_minutes: minutes added to every longest commute.
        usual_commute_minutes: longest one-way commute of people who have not named one.
        exchange: value of one unit of each currency in any common unit, as (currency, value) pairs;
            pay in a currency that is not listed can only be compared within that currency.

    """

    strict: frozenset[Rule] = frozenset()
    commute_over_border: bool = True
    neighbour_languages: bool = False
    level_slack: int = 1
    markets_required: bool = False
    extra_start_days: int = 0
    extra_commute_minutes: int = 0
    usual_commute_minutes: int = 60
    exchange: tuple[tuple[str, float], ...] = field(default=())

    def __post_init__(self) -> None:
        for currency, value in self.exchange:
            if not value > 0:
                raise ValueError(f"exchange value of {currency} must be above 0, got {value}")
        if self.usual_commute_minutes < 0:
            raise ValueError(f"usual_commute_minutes must not be negative, got {self.usual_commute_minutes}")

    def lowest_passing(self, rule: Rule) -> Outcome:
        return Outcome.PASSES if rule in self.strict else Outcome.UNKNOWN

    def lets_pass(self, rule: Rule, outcome: Outcome) -> bool:
        return outcome >= self.lowest_passing(rule)

    def factor(self, source: str, target: str) -> float | None:
        """Units of `target` for one unit of `source`; None if that is not known."""
        if source == target:
            return 1.0
        rates: Mapping[str, float] = dict(self.exchange)
        return rates[source] / rates[target] if source in rates and target in rates else None

    def amount(self, pay: MonthlyPay, currency: str) -> float | None:
        """`pay` in `currency`; None if the exchange is not known."""
        factor = self.factor(pay.currency, currency)
        return None if factor is None else pay.amount * factor
