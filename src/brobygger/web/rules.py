"""What the rules of a country say of a placement, in the reader's words, with their sources and dates."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.matching.queries import PairView
from brobygger.apps.placements.adapters import facts_of_job, facts_of_match, facts_of_pair, facts_of_version
from brobygger.core.country_rules import (
    DatedRule,
    Finding,
    PlacementFacts,
    RuleKey,
    Standing,
    check_job,
    check_placement,
)
from brobygger.data.rules import country_rules
from brobygger.web import wording

Text = str | Promise
TITLES: Mapping[RuleKey, Text] = {
    RuleKey.FREE_MOVEMENT: gettext_lazy("Right to work"),
    RuleKey.STUDENT_HOURS: gettext_lazy("Hours beside the studies"),
    RuleKey.JOB_SEARCH: gettext_lazy("Time to look for work after graduation"),
    RuleKey.INTERN_MONTHS: gettext_lazy("Length of an internship on a residence permit"),
    RuleKey.WEEKLY_HOURS: gettext_lazy("Working time"),
    RuleKey.YOUNG_HOURS: gettext_lazy("Working time under 18"),
    RuleKey.YOUNG_WORK: gettext_lazy("Dangerous work"),
}
STANDINGS: Mapping[Standing, tuple[Text, str]] = {
    Standing.HOLDS: (gettext_lazy("holds"), "match"),
    Standing.FAILS: (gettext_lazy("does not hold"), "missing"),
    Standing.ASK: (gettext_lazy("cannot be told"), "waiting"),
}
"""What a finding is called, and how it is coloured."""
SENTENCES: Mapping[str, Text] = {
    "no_rule": gettext_lazy("We know no rule for this day."),
    "uncertain": gettext_lazy("We are not sure what holds on this day."),
    "free_movement.citizen": gettext_lazy("No permit is needed."),
    "free_movement.unlimited": gettext_lazy("There is a residence permit that does not limit work."),
    "free_movement.permit": gettext_lazy("There is a residence permit of this country."),
    "free_movement.stated": gettext_lazy("The candidate says that no new permit is needed here."),
    "free_movement.other_country": gettext_lazy(
        "The residence permit is of another country, and gives no right to work in this one."
    ),
    "free_movement.conditions": gettext_lazy("There is a residence permit with conditions of its own."),
    "free_movement.none": gettext_lazy("A permit is needed before the first day."),
    "free_movement.unsaid": gettext_lazy("It is not said what lets the candidate work here."),
    "student_hours.unlimited": gettext_lazy("A residence permit for studies sets no limit to the hours."),
    "student_hours.ground_unsaid": gettext_lazy(
        "With a residence permit for studies: at most %(limit)s. It is not said whether there is one."
    ),
    "student_hours.full_time": gettext_lazy("All of it lies in months in which work may be full time."),
    "student_hours.hours_unsaid": gettext_lazy(
        "With a residence permit for studies: at most %(limit)s. The hours are not known."
    ),
    "student_hours.within": gettext_lazy(
        "With a residence permit for studies: %(most)s of at most %(limit)s."
    ),
    "student_hours.above": gettext_lazy(
        "With a residence permit for studies: %(most)s, and at most %(limit)s is allowed."
    ),
    "student_hours.some": gettext_lazy(
        "With a residence permit for studies: at most %(limit)s. Agree on no more than that."
    ),
    "student_hours.part_of_studies": gettext_lazy(
        "With a residence permit for studies: at most %(limit)s beside them. A placement that is part of the studies may"
        " be full time."
    ),
    "student_hours.holidays": gettext_lazy(
        "With a residence permit for studies: more than %(limit)s only in the holidays of the studies."
    ),
    "student_hours.graduation_unsure": gettext_lazy(
        "With a residence permit for studies: at most %(limit)s until graduation. The day of graduation has to be known."
    ),
    "student_hours.dates_unsaid": gettext_lazy(
        "With a residence permit for studies: more than %(limit)s only in some months, and the dates are not known."
    ),
    "job_search.within": gettext_lazy("It begins within %(months)s months of graduation, until %(until)s."),
    "job_search.after": gettext_lazy(
        "It begins after the %(months)s months that follow graduation, which end on %(until)s."
    ),
    "job_search.graduation_unsaid": gettext_lazy(
        "%(months)s months after graduation. The day of graduation is not said."
    ),
    "job_search.graduation_unsure": gettext_lazy(
        "%(months)s months after graduation: until %(until)s or later. The day of graduation has to be known."
    ),
    "job_search.start_unsaid": gettext_lazy(
        "%(months)s months after graduation, until %(until)s. The first day is not known."
    ),
    "intern_months.within": gettext_lazy("It is over within %(months)s months."),
    "intern_months.longer": gettext_lazy(
        "It lasts longer than %(months)s months, which would be until %(until)s."
    ),
    "intern_months.open": gettext_lazy("At most %(months)s months, and no end is agreed."),
    "intern_months.end_unsaid": gettext_lazy("At most %(months)s months. The dates are not known."),
    "intern_months.ground_unsaid": gettext_lazy(
        "With a residence permit as an intern: at most %(months)s months. It is not said whether there is one."
    ),
    "weekly_hours.within": gettext_lazy("%(most)s of at most %(limit)s."),
    "weekly_hours.above": gettext_lazy("%(most)s, and at most %(limit)s is ordinary working time."),
    "weekly_hours.some": gettext_lazy("At most %(limit)s. Agree on no more than that."),
    "weekly_hours.hours_unsaid": gettext_lazy("At most %(limit)s. The hours are not known."),
    "young_hours.within": gettext_lazy("So many hours may be worked under 18 too: at most %(limit)s."),
    "young_hours.above": gettext_lazy("More than %(limit)s is for people of 18 or older."),
    "young_hours.some": gettext_lazy("Under 18 at most %(limit)s. Agree on no more than that."),
    "young_hours.hours_unsaid": gettext_lazy("Under 18 at most %(limit)s. The hours are not known."),
    "young_work.young": gettext_lazy(
        "Not before the age of %(age)s. We do not know whether this work is dangerous."
    ),
    "young_work.age_unsaid": gettext_lazy("Not before the age of %(age)s. We do not keep anybody's age."),
}


def rules_for_pair(candidate: Any, opportunity: Any) -> dict[str, Any]:
    """The checklist of a candidate at an opportunity, for `_rules.html`."""
    return _checklist(facts_of_pair(candidate, opportunity))


def rules_for_match(candidate: Any, opportunity: Any, view: PairView) -> dict[str, Any]:
    """As `rules_for_pair`, of a pair that was matched for the page."""
    return _checklist(facts_of_match(candidate, opportunity, person=view.person, seen=view.seen))


def rules_for_version(version: Any, *, knows_person: bool) -> dict[str, Any]:
    """The checklist of what is agreed, for who knows who the candidate is, or does not."""
    return _checklist(facts_of_version(version, knows_person=knows_person))


def rules_for_job(opportunity: Any) -> dict[str, Any]:
    """The checklist of a job, whoever takes it."""
    facts = facts_of_job(opportunity)
    findings = check_job(country_rules(), facts, today=localdate())
    return {"rows": [row_of(one) for one in findings], **_about(facts, findings)}


def _checklist(facts: PlacementFacts) -> dict[str, Any]:
    findings = check_placement(country_rules(), facts, today=localdate())
    return {
        "rows": [row_of(one) for one in findings],
        **_about(facts, findings),
    }


def _about(facts: PlacementFacts, findings: Sequence[Finding]) -> dict[str, Any]:
    found = Counter(one.standing for one in findings)
    day = next((one.day for one in findings), None)
    return {
        "counts": [
            (f"{found[standing]} {STANDINGS[standing][0]}", STANDINGS[standing][1])
            for standing in Standing
            if found[standing]
        ],
        "is_broken": bool(found[Standing.FAILS]),
        "country": wording.words().country(facts.country) if day else "",
        "day": day,
        "is_first_day": facts.start is not None,
    }


def row_of(finding: Finding) -> dict[str, Any]:
    """A finding as the checklist shows it."""
    label, tone = STANDINGS[finding.standing]
    rule = finding.rule
    return {
        "title": TITLES[finding.key],
        "label": label,
        "tone": tone,
        "text": str(SENTENCES[finding.reason]) % _figures(finding),
        "note": rule.note.get(wording.reader_language(), "") if rule else "",
        "authority": finding.authority,
        "page": rule.source.page if rule else "",
        "valid": _valid(rule) if rule else "",
        "asks": finding.standing is not Standing.HOLDS,
    }


def _figures(finding: Finding) -> dict[str, str]:
    found = finding.figures
    per_month = bool(found.get("per_month"))
    said = {
        name: date_format(value, "DATE_FORMAT") for name, value in found.items() if isinstance(value, dt.date)
    }
    for name in ("limit", "least", "most"):
        if name in found:
            said[name] = _hours(float(found[name]), per_month=per_month)  # type: ignore[arg-type]
    return said | {name: str(found[name]) for name in ("months", "age") if name in found}


def _hours(hours: float, *, per_month: bool) -> str:
    """“20 hours a week”, “90 hours a month”."""
    number = number_format(round(hours, 1), decimal_pos=0 if round(hours, 1) % 1 == 0 else 1)
    if per_month:
        return _("%(number)s hours a month") % {"number": number}
    return _("%(number)s hours a week") % {"number": number}


def _valid(rule: DatedRule) -> str:
    first = date_format(rule.valid_from, "DATE_FORMAT")
    if rule.valid_to is None:
        return _("since %(first)s") % {"first": first}
    return _("%(first)s – %(last)s") % {"first": first, "last": date_format(rule.valid_to, "DATE_FORMAT")}
