"""How much of what the work asks for the person covers."""

from __future__ import annotations

import numpy as np

from brobygger.core.matching.credit import CREDIT, Link, Relations
from brobygger.core.matching.data import Candidate, NeededSkill, Opportunity
from brobygger.core.matching.pool import Pool
from brobygger.core.matching.postings import credit_percent, percent_of
from brobygger.core.matching.score.scale import (
    FULL,
    UNKNOWN,
    Column,
    Cover,
    PartScore,
    Rows,
    everywhere,
)
from brobygger.core.matching.verdict import Value
from brobygger.core.matching.weights import Part, Weights
from brobygger.core.reading import Modality

# What an occupation usually takes weighs, all of it together, as much as so many musts of the usual weight, but no more
# than this part of what the ad names itself. Chosen on the graded pairs to tune on (docs/reference/benchmarks.md).
USUAL_MUSTS = 2
NAMED_TO_USUAL = 2

Needs = list[tuple[NeededSkill, int]]  # with their weights in thousandths


def needs(opportunity: Opportunity, relations: Relations, weights: Weights) -> Needs:
    """
    The skills asked for and their weights in thousandths, heaviest first.

    Weight = information of the skill × 1 for a must or `weights.advantage` percent for an advantage ×
    confidence of the reading. A skill asked for twice counts once, with the heavier weight.
    """
    heaviest: dict[int | str, tuple[NeededSkill, int]] = {}
    for need in opportunity.skills:
        number = relations.number(need.uri)
        share = 100 if need.modality is Modality.REQUIRED else weights.advantage
        weight = relations.information_of(need.uri) * share * percent_of(need.weight) // 10_000
        key = need.uri if number is None else number
        if key not in heaviest or weight > heaviest[key][1]:
            heaviest[key] = (need, weight)
    return sorted(heaviest.values(), key=lambda one: (-one[1], one[0].uri))


def usual_needs(opportunity: Opportunity, relations: Relations, stated: Needs) -> Needs:
    """
    The skills that the occupations asked for list and the ad does not name, in the order of the taxonomy.

    An ad that names few skills says little; its occupation says more. They share the weight of `USUAL_MUSTS`, or half of
    that of what is named if that is less, by information, an essential skill twice as much as an optional one.
    """
    named = {relations.number(need.uri) for need, _ in stated}
    shares: dict[int, int] = {}
    for uri in opportunity.occupations:
        for number, share in relations.usual_skills(uri).items():
            if number not in named:
                shares[number] = max(shares.get(number, 0), share)
    weighed = {number: share * int(relations.information[number]) for number, share in sorted(shares.items())}
    total, said = sum(weighed.values()), sum(weight for _, weight in stated)
    together = USUAL_MUSTS * relations.usual_information
    if said:
        together = min(together, said // NAMED_TO_USUAL)
    return [
        (NeededSkill(relations.taxonomy.uris[number], Modality.PREFERRED), together * weight // total)
        for number, weight in weighed.items()
    ]


def counted_needs(opportunity: Opportunity, relations: Relations, weights: Weights) -> Needs:
    """All that counts in the part: what the ad asks for, and what its occupations usually take."""
    stated = needs(opportunity, relations, weights)
    return stated + usual_needs(opportunity, relations, stated)


def cover(candidate: Candidate, need: NeededSkill, weight: int, relations: Relations) -> Cover:
    """The skill or occupation that counts most for a need; of equals the closer link, then the one named first."""
    best = Cover(need, None, "", Link.NONE, 0, weight)
    for skill in relations.shown(candidate):
        link, credit = relations.link(skill.uri, need.uri)
        percent = credit_percent(percent_of(skill.weight), credit) if credit else 0
        if (percent, -link) > (best.percent, -best.link) and percent:
            best = Cover(need, skill.uri, skill.words, link, percent, weight)
    return best


def part(candidate: Candidate, opportunity: Opportunity, relations: Relations, weights: Weights) -> PartScore:
    """
    Σ weight × percent / Σ weight over the needs. Unknown only if no skill is asked for, nor an occupation that lists any.

    What a CV does not name is not covered: a CV without skills has 0, or hiding them would pay.
    """
    stated = needs(opportunity, relations, weights)
    covers = _covers(candidate, stated, relations)
    usual = _covers(candidate, usual_needs(opportunity, relations, stated), relations)
    total = sum(one.weight for one in covers + usual)
    if not total:
        return PartScore(Part.SKILLS, None, "skills.none_asked", covers=covers)
    value = FULL * sum(one.weight * one.percent for one in covers + usual) // (CREDIT[Link.SAME] * total)
    covered = sum(one.link is Link.SAME for one in covers)
    partly = sum(one.percent > 0 for one in covers) - covered
    reason = "skills.partly" if partly else "skills.covered" if covers else "skills.none_asked"
    parameters: dict[str, Value] = {"covered": covered, "partly": partly, "asked": len(covers)}
    if usual:
        gained = sum(one.weight * one.percent for one in usual)
        listing = tuple(uri for uri in opportunity.occupations if relations.usual_skills(uri))
        parameters |= {"usual": gained // max(1, sum(one.weight for one in usual)), "occupations": listing}
    return PartScore(Part.SKILLS, value, reason, parameters, covers)


def _covers(candidate: Candidate, asked: Needs, relations: Relations) -> tuple[Cover, ...]:
    return tuple(cover(candidate, need, weight, relations) for need, weight in asked)


def column(pool: Pool, opportunity: Opportunity, rows: Rows, weights: Weights) -> Column:
    """`part` for some rows of a pool, shape (rows,)."""
    asked = counted_needs(opportunity, pool.relations, weights)
    total = sum(weight for _, weight in asked)
    if not total:
        return everywhere(UNKNOWN, rows)
    numbers = [(pool.skill_number(need.uri), weight) for need, weight in asked]
    postings = [(pool.postings.of_needed(number), weight) for number, weight in numbers if number >= 0]
    if not postings:
        return everywhere(0, rows)
    people = np.concatenate([posting.rows for posting, _ in postings])
    percents = np.concatenate([posting.percents for posting, _ in postings])
    weighed = percents * np.repeat(
        [float(weight) for _, weight in postings], [len(one.rows) for one, _ in postings]
    )
    gained = np.bincount(people, weighed, len(pool))[rows]  # whole numbers far below 2⁵³: exact
    return (FULL * gained.astype(np.int64) // (CREDIT[Link.SAME] * total)).astype(np.int32)
