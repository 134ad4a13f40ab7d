"""A placement against the rules that hold on its first day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from brobygger.core.country_rules.data import DatedRule, Ground, PlacementFacts, RuleKey
from brobygger.core.country_rules.hours import student_hours, weekly_hours, young_hours
from brobygger.core.country_rules.result import Finding, Standing
from brobygger.core.country_rules.stay import Said, free_movement, intern_months, job_search, young_work
from brobygger.core.reading import OpportunityKind

Method = Callable[[DatedRule, PlacementFacts], Said]
METHODS: Mapping[RuleKey, Method] = {
    RuleKey.FREE_MOVEMENT: free_movement,
    RuleKey.STUDENT_HOURS: student_hours,
    RuleKey.JOB_SEARCH: job_search,
    RuleKey.INTERN_MONTHS: intern_months,
    RuleKey.WEEKLY_HOURS: weekly_hours,
    RuleKey.YOUNG_HOURS: young_hours,
    RuleKey.YOUNG_WORK: young_work,
}
OF_THE_YOUNG = frozenset(
    {OpportunityKind.INTERNSHIP, OpportunityKind.APPRENTICESHIP, OpportunityKind.STUDENT_JOB}
)
"""Kinds of places at which somebody under 18 may be."""


def rule_on(rules: Iterable[DatedRule], country: str, key: RuleKey, day: dt.date) -> DatedRule | None:
    """The rule that holds in a country on a day; None: none is known."""
    return next(
        (one for one in rules if one.country == country and one.key == key and one.holds_on(day)), None
    )


def check_placement(
    rules: Sequence[DatedRule], facts: PlacementFacts, *, today: dt.date
) -> tuple[Finding, ...]:
    """
    What the rules of the country say, one finding for each that concerns the placement, in the order of `RuleKey`.

    Rules are those that hold on the first day, or `today` where it is not known. Of a country without rules nothing is
    said.
    """
    of_country = [one for one in rules if one.country == facts.country]
    day, facts = facts.start or today, _as_stated(facts)
    found = (_finding(of_country, key, facts, day) for key in RuleKey if _concerns(key, facts))
    return tuple(one for one in found if one is not None)


def check_job(rules: Sequence[DatedRule], facts: PlacementFacts, *, today: dt.date) -> tuple[Finding, ...]:
    """
    What the rules say of a job, whoever takes it: working time, and what it would be for somebody with a permit for
    studies and, of an internship, with a permit as an intern.
    """
    grounds = [(Ground.STUDIES, RuleKey.STUDENT_HOURS)]
    if facts.kind is OpportunityKind.INTERNSHIP:
        grounds.append((Ground.INTERN, RuleKey.INTERN_MONTHS))
    found = [
        one
        for ground, key in grounds
        for one in check_placement(rules, _held_here(facts, ground), today=today)
        if one.key is key
    ]
    citizen = replace(facts, ground=Ground.CITIZEN, ground_country="")
    found += [
        one for one in check_placement(rules, citizen, today=today) if one.key is not RuleKey.FREE_MOVEMENT
    ]
    return tuple(found)


def _held_here(facts: PlacementFacts, ground: Ground) -> PlacementFacts:
    return replace(facts, ground=ground, ground_country=facts.country, graduated=None)


def _as_stated(facts: PlacementFacts) -> PlacementFacts:
    """Who names no permit, and the country not among those where none is needed, needs one."""
    stated = facts.stated_countries
    if facts.ground is not None or stated is None or facts.country in stated or "EU" in stated:
        return facts
    return replace(facts, ground=Ground.NONE)


def _concerns(key: RuleKey, facts: PlacementFacts) -> bool:
    match key:
        case RuleKey.STUDENT_HOURS:
            return _may_hold(facts, Ground.STUDIES) and not _has_graduated(facts)
        case RuleKey.JOB_SEARCH:
            has_studied = _holds(facts, Ground.STUDIES) and _has_graduated(facts)
            return has_studied or _holds(facts, Ground.JOB_SEARCH)
        case RuleKey.INTERN_MONTHS:
            needs_one = facts.ground is Ground.NONE or _may_hold(facts, Ground.INTERN)
            return facts.kind is OpportunityKind.INTERNSHIP and needs_one
        case RuleKey.YOUNG_HOURS:
            return facts.is_adult is not True
        case RuleKey.YOUNG_WORK:
            return facts.is_adult is False or (facts.is_adult is None and facts.kind in OF_THE_YOUNG)
        case _:
            return True


def _holds(facts: PlacementFacts, ground: Ground) -> bool:
    return facts.ground is ground and facts.ground_country == facts.country


def _may_hold(facts: PlacementFacts, ground: Ground) -> bool:
    """Holds it in this country, or nothing at all was said."""
    return _holds(facts, ground) or (facts.ground is None and facts.stated_countries is None)


def _has_graduated(facts: PlacementFacts) -> bool:
    """The studies are surely over when the placement begins."""
    latest = facts.graduated[1] if facts.graduated else None
    return latest is not None and facts.start is not None and latest <= facts.start


def _finding(rules: Sequence[DatedRule], key: RuleKey, facts: PlacementFacts, day: dt.date) -> Finding | None:
    """None: nothing is known of this key in the country, on any day."""
    of_key = [one for one in rules if one.key is key]
    if not of_key:
        return None
    rule = rule_on(of_key, facts.country, key, day)
    authority = (rule or of_key[-1]).source.authority
    if rule is None:
        return Finding(key, Standing.ASK, "no_rule", day, None, authority)
    if not rule.is_certain:
        return Finding(key, Standing.ASK, "uncertain", day, rule, authority)
    said = METHODS[key](rule, facts)
    return Finding(key, said.standing, f"{key}.{said.reason}", day, rule, authority, said.figures)
