"""Independent of the methods: whether rules follow each other without a gap, and whether findings are right."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from brobygger.core.country_rules.data import DatedRule, Ground, PlacementFacts, RuleKey
from brobygger.core.country_rules.result import Finding, Standing

ONE_DAY = dt.timedelta(days=1)
MARGIN = Fraction(1, 10**6)  # hours


def timeline_objections(rules: Iterable[DatedRule]) -> tuple[str, ...]:
    """
    What is wrong with the dates of the rules of each country and key: two hold on one day, none holds on a day between
    two, or none holds from some day on.
    """
    lines: dict[tuple[str, RuleKey], list[DatedRule]] = defaultdict(list)
    for one in rules:
        lines[one.country, one.key].append(one)
    return tuple(
        f"{country} {key}: {what}" for (country, key), line in lines.items() for what in _of_line(line)
    )


def _of_line(line: list[DatedRule]) -> Iterator[str]:
    ordered = sorted(line, key=lambda one: one.valid_from)
    for before, after in pairwise(ordered):
        if before.valid_to is None or before.valid_to >= after.valid_from:
            yield f"two rules hold on {after.valid_from}"
        elif before.valid_to + ONE_DAY != after.valid_from:
            yield f"no rule holds on {before.valid_to + ONE_DAY}"
    if ordered[-1].valid_to is not None:
        yield f"no rule holds after {ordered[-1].valid_to}"


def objections_to(
    findings: Sequence[Finding], rules: Sequence[DatedRule], facts: PlacementFacts, *, today: dt.date
) -> tuple[str, ...]:
    """What is wrong with the findings of a placement; empty: nothing."""
    day = today if facts.start is None else facts.start
    wrong: list[str] = []
    if len({one.key for one in findings}) != len(findings):
        wrong.append("a key stands twice")
    for one in findings:
        valid = [
            rule
            for rule in rules
            if rule.country == facts.country
            and rule.key == one.key
            and rule.valid_from <= day <= (rule.valid_to or dt.date.max)
        ]
        wrong += [f"{one.key}: {what}" for what in _of_finding(one, valid, facts, day)]
    return tuple(wrong)


def _of_finding(one: Finding, valid: list[DatedRule], facts: PlacementFacts, day: dt.date) -> Iterator[str]:
    if one.day != day or [one.rule] * len(valid) != valid or (not valid and one.rule is not None):
        yield f"{one.rule} is not the rule of {day}"
        return
    if one.standing is not Standing.ASK and (one.rule is None or not one.rule.is_certain):
        yield "a verdict without a certain rule"
        return
    if one.rule is None or not one.rule.is_certain:
        return
    right = _right_standings(one.key, one.rule, facts)
    if one.standing not in right:
        yield f"{one.standing} instead of {sorted(right)}"


def _right_standings(key: RuleKey, rule: DatedRule, facts: PlacementFacts) -> set[Standing]:
    """The standings that a finding may have: what holds or fails for every possible reading, else ASK."""
    match key:
        case RuleKey.STUDENT_HOURS:
            return _of_student(rule, facts)
        case RuleKey.WEEKLY_HOURS | RuleKey.YOUNG_HOURS:
            return _of_week(key, rule, facts)
        case RuleKey.JOB_SEARCH:
            if facts.graduated is None or facts.start is None:
                return {Standing.ASK}
            possible = [facts.start if day is None else day for day in facts.graduated]
            readings = {_months_between(day, facts.start) <= (rule.months or 0) for day in possible}
            return {_verdict(readings.pop())} if len(readings) == 1 else {Standing.ASK}
        case RuleKey.INTERN_MONTHS:
            return _of_intern(rule, facts)
        case RuleKey.YOUNG_WORK:
            return {Standing.ASK}
        case _:
            return _of_right(facts)


def _verdict(is_kept: bool) -> Standing:
    return Standing.HOLDS if is_kept else Standing.FAILS


def _of_right(facts: PlacementFacts) -> set[Standing]:
    permits = {Ground.UNLIMITED, Ground.STUDIES, Ground.JOB_SEARCH, Ground.INTERN}
    if facts.ground is None:
        if facts.stated_countries is None:
            return {Standing.ASK}
        return {_verdict(bool({facts.country, "EU"} & set(facts.stated_countries)))}
    if facts.ground is Ground.OTHER and facts.ground_country == facts.country:
        return {Standing.ASK}
    is_held = facts.ground in permits and facts.ground_country == facts.country
    return {_verdict(facts.ground is Ground.CITIZEN or is_held)}


def _of_week(key: RuleKey, rule: DatedRule, facts: PlacementFacts) -> set[Standing]:
    if facts.hours is None:
        return {Standing.ASK}
    limit = Fraction(rule.hours or 0) + MARGIN
    if facts.hours[1] <= limit:
        return {Standing.HOLDS}
    if facts.hours[0] <= limit or (key is RuleKey.YOUNG_HOURS and facts.is_adult is None):
        return {Standing.ASK}
    return {Standing.FAILS}


def _of_intern(rule: DatedRule, facts: PlacementFacts) -> set[Standing]:
    if facts.ground is None and facts.stated_countries is None:
        return {Standing.ASK}
    if facts.is_permanent:
        return {Standing.FAILS}
    if facts.start is None or facts.end is None:
        return {Standing.ASK}
    return {_verdict(_months_between(facts.start, facts.end + ONE_DAY) <= (rule.months or 0))}


def _of_student(rule: DatedRule, facts: PlacementFacts) -> set[Standing]:
    """Day by day: the hours of each day that counts, summed up for each week or month."""
    if rule.is_unlimited:
        return {Standing.HOLDS}
    if facts.ground is None:
        return {Standing.ASK}
    are_days_known = facts.start is not None and (facts.end is not None or facts.is_permanent)
    if facts.start is None or not are_days_known:
        counted = {(1, 10): 31}
    else:
        last = facts.end or facts.start + dt.timedelta(days=365)
        counted = defaultdict(int)
        for number in range((last - facts.start).days + 1):
            one = facts.start + dt.timedelta(days=number)
            if one.month not in rule.full_time_months:
                counted[one.year, one.month] += 1
    if not counted:
        return {Standing.HOLDS}
    if facts.hours is None:
        return {Standing.ASK}
    days = Fraction(max(counted.values()) if rule.per_month else 7)
    limit = Fraction(rule.hours or 0) + MARGIN
    if Fraction(facts.hours[1]) * days / 7 <= limit:
        return {Standing.HOLDS}
    is_told = Fraction(facts.hours[0]) * days / 7 > limit and are_days_known
    may_be_holidays = {month for _year, month in counted} <= set(rule.holiday_months)
    may_be_studies = rule.studies_exempt and facts.kind in ("internship", "thesis", "project")
    may_be_over = bool(facts.graduated and facts.start and facts.graduated[0] <= facts.start)
    has_free_months = bool(rule.full_time_months or rule.holiday_months)
    if may_be_holidays or may_be_studies or may_be_over:
        return {Standing.ASK}
    if is_told or (not has_free_months and Fraction(facts.hours[0]) * days / 7 > limit):
        return {Standing.FAILS}
    return {Standing.ASK}


def _months_between(first: dt.date, last: dt.date) -> float:
    """Whole months from one day to another, and a half for what is left over; negative days are none."""
    if last <= first:
        return 0
    whole = (last.year - first.year) * 12 + last.month - first.month
    first_day, length = first.day, _length(last.year, last.month)
    reached = min(first_day, length)
    if last.day == reached:
        return whole
    return whole - 0.5 if last.day < reached else whole + 0.5


def _length(year: int, month: int) -> int:
    return ((dt.date(year + month // 12, month % 12 + 1, 1)) - dt.timedelta(days=1)).day
