"""An independent judge of a match result: plain Python, slow, and without a line of the kernel."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, HeldSkill, MatchProblem, NeededSkill, Opportunity
from brobygger.core.matching.eligibility import is_eligible, judge
from brobygger.core.matching.result import Match, MatchResult
from brobygger.core.matching.score import score_pair
from brobygger.core.matching.weights import Part, Weights
from brobygger.core.reading import Modality
from brobygger.core.skills.data import ConceptKind, Taxonomy

__all__ = ["objections", "reference_lists", "reference_total"]

Lists = dict[str, list[tuple[int, str]]]  # by owner: (total, partner), best first


def objections(
    problem: MatchProblem,
    result: MatchResult,
    *,
    top: int,
    weights: Weights | None = None,
    conditions: Conditions | None = None,
) -> list[str]:
    """What is wrong with a result; [] if every list, total and count is what it must be."""
    weighed, read = weights or Weights(), conditions or Conditions()
    by_opportunity, by_candidate = reference_lists(problem, top=top, weights=weighed, conditions=read)
    found = [
        *_differences(
            "opportunity", by_opportunity, {one: result.for_opportunity(one) for one in by_opportunity}
        ),
        *_differences("candidate", by_candidate, {one: result.for_candidate(one) for one in by_candidate}),
    ]
    for opportunity in problem.opportunities:
        expected = _excluded(problem.candidates, opportunity, read)
        counted = {str(check): count for check, count in result.excluded[opportunity.id].items() if count}
        if counted != expected:
            found.append(f"opportunity {opportunity.id}: excluded {counted}, but should be {expected}")
    return found


def reference_lists(
    problem: MatchProblem, *, top: int, weights: Weights, conditions: Conditions
) -> tuple[Lists, Lists]:
    """The best lists both ways, pair by pair: higher total first, then lower id."""
    by_opportunity: Lists = {one.id: [] for one in problem.opportunities}
    by_candidate: Lists = {one.id: [] for one in problem.candidates}
    for opportunity in problem.opportunities:
        for candidate in problem.candidates:
            if is_eligible(candidate, opportunity, conditions):
                total = reference_total(candidate, opportunity, problem.taxonomy, weights, conditions)
                by_opportunity[opportunity.id].append((total, candidate.id))
                by_candidate[candidate.id].append((total, opportunity.id))
    for lists in (by_opportunity, by_candidate):
        for owner, row in lists.items():
            lists[owner] = sorted(row, key=lambda one: (-one[0], one[1]))[:top]
    return by_opportunity, by_candidate


def reference_total(
    candidate: Candidate,
    opportunity: Opportunity,
    taxonomy: Taxonomy,
    weights: Weights,
    conditions: Conditions,
) -> int:
    """The points of a pair; skills and occupations straight from the taxonomy's own lists."""
    pair = score_pair(candidate, opportunity, taxonomy=taxonomy, weights=weights, conditions=conditions)
    values = dict(zip(Part, pair.values, strict=True))
    values[Part.SKILLS] = _skills(candidate, opportunity, taxonomy, weights)
    values[Part.OCCUPATION] = _occupation(candidate.occupations, opportunity.occupations, taxonomy)
    return sum(weights.of(part) * (5_000 if value is None else value) for part, value in values.items())


def _differences(kind: str, expected: Lists, got: dict[str, tuple[Match, ...]]) -> Iterable[str]:
    for owner, row in expected.items():
        listed = [
            (one.total, one.candidate if kind == "opportunity" else one.opportunity) for one in got[owner]
        ]
        if listed != row:
            yield f"{kind} {owner}: listed {listed}, but should be {row}"


def _excluded(
    candidates: Iterable[Candidate], opportunity: Opportunity, conditions: Conditions
) -> dict[str, int]:
    counts: dict[str, int] = {}
    for candidate in candidates:
        verdicts = judge(candidate, opportunity, conditions)
        for name in {str(one.check) for one in verdicts if not conditions.lets_pass(one.rule, one.outcome)}:
            counts[name] = counts.get(name, 0) + 1
    return counts


# --- the taxonomy, read anew ---------------------------------------------------------------


def _frequency(taxonomy: Taxonomy) -> dict[int, int]:
    """Number of occupations that list each concept."""
    counts: dict[int, int] = {}
    for number, kind in enumerate(taxonomy.kinds.tolist()):
        if kind == ConceptKind.OCCUPATION:
            for skill in {*taxonomy.essential[number].tolist(), *taxonomy.optional[number].tolist()}:
                counts[skill] = counts.get(skill, 0) + 1
    return counts


def _information(taxonomy: Taxonomy) -> dict[int, int]:
    """
    ln((1 + N) / (1 + df)) + 1 in thousandths; the median of the listed for what is not listed; a quarter for
    generic and personal skills (ISCED-F 00).
    """
    counts, occupations = _frequency(taxonomy), taxonomy.kinds.tolist().count(ConceptKind.OCCUPATION)
    weights = {one: math.log((1 + occupations) / (1 + count)) + 1 for one, count in counts.items()}
    usual = statistics.median(weights.values()) if weights else 1.0
    quarter = {one for one, code in enumerate(taxonomy.codes) if code[:2] == "00"}
    return {
        one: max(1, math.floor(weights.get(one, usual) * (250 if one in quarter else 1000) + 0.5))
        for one in range(len(taxonomy))
    }


def _credit(held: int, needed: int, taxonomy: Taxonomy) -> int:
    """Percent that a skill or an occupation of the taxonomy counts for a skill."""
    if held == needed:
        return 100
    if taxonomy.kinds[held] == ConceptKind.OCCUPATION and taxonomy.kinds[needed] == ConceptKind.SKILL:
        return 40 if needed in taxonomy.essential[held] else 20 if needed in taxonomy.optional[held] else 0
    if taxonomy.kinds[held] != ConceptKind.SKILL or taxonomy.kinds[needed] != ConceptKind.SKILL:
        return 0
    above_held, above_needed = set(taxonomy.broader[held].tolist()), set(taxonomy.broader[needed].tolist())
    found = [0]
    if needed in above_held:
        found.append(80)
    if held in above_needed or held in taxonomy.essential[needed] or needed in taxonomy.essential[held]:
        found.append(50)
    families = [
        [one for one in range(len(taxonomy)) if parent in taxonomy.broader[one]]
        for parent in above_held & above_needed
    ]
    if any(len(family) <= 12 for family in families):
        found.append(35)
    if any(
        a in table[b]
        for table in (taxonomy.optional, taxonomy.related)
        for a, b in ((held, needed), (needed, held))
    ):
        found.append(30)
    return max(found)


def _skills(
    candidate: Candidate, opportunity: Opportunity, taxonomy: Taxonomy, weights: Weights
) -> int | None:
    information, index = _information(taxonomy), taxonomy.index
    skills = [information[one] for one in range(len(taxonomy)) if taxonomy.kinds[one] == ConceptKind.SKILL]
    usual = int(statistics.median(skills)) if skills else 1000

    def weight(need: NeededSkill) -> int:
        amount = information[index[need.uri]] if need.uri in index else usual
        share = 100 if need.modality is Modality.REQUIRED else weights.advantage
        return amount * share * max(1, int(need.weight * 100 + 0.5)) // 10_000

    heaviest: dict[int | str, int] = {}
    for need in opportunity.skills:
        key = index.get(need.uri, need.uri)
        heaviest[key] = max(heaviest.get(key, 0), weight(need))
    said = sum(heaviest.values())
    together = min(2 * usual, said // 2) if said else 2 * usual
    heaviest |= _usual(opportunity, taxonomy, information, together, set(heaviest))
    occupations = [one for one in candidate.occupations if _occupation_number(one, taxonomy) is not None]
    shown = [*candidate.skills, *map(HeldSkill, occupations)]
    gained = 0
    for key, amount in heaviest.items():
        percents = (_counted_percent(skill, key, taxonomy) for skill in shown)
        gained += amount * max(percents, default=0)
    total = sum(heaviest.values())
    return 10_000 * gained // (100 * total) if total else None


def _usual(
    opportunity: Opportunity,
    taxonomy: Taxonomy,
    information: dict[int, int],
    together: int,
    named: set[int | str],
) -> dict[int | str, int]:
    """What the occupations take and the ad does not name, sharing a weight by information, essential double."""
    rows = [_occupation_number(uri, taxonomy) for uri in opportunity.occupations]
    known = [row for row in rows if row is not None]
    essential = {one for row in known for one in taxonomy.essential[row].tolist()}
    optional = {one for row in known for one in taxonomy.optional[row].tolist()}
    shares = {one: (2 if one in essential else 1) * information[one] for one in essential | optional}
    kept = {
        one: share
        for one, share in shares.items()
        if one not in named and taxonomy.kinds[one] == ConceptKind.SKILL
    }
    return {one: together * share // sum(kept.values()) for one, share in kept.items()}


def _counted_percent(skill: HeldSkill, needed: int | str, taxonomy: Taxonomy) -> int:
    held = taxonomy.index.get(skill.uri, skill.uri)
    outside = isinstance(held, str) or isinstance(needed, str)
    credit = 100 * (held == needed) if outside else _credit(int(held), int(needed), taxonomy)
    return max(1, (max(1, int(skill.weight * 100 + 0.5)) * credit + 50) // 100) if credit else 0


def _occupation(held: tuple[str, ...], asked: tuple[str, ...], taxonomy: Taxonomy) -> int | None:
    if not held or not asked:
        return None
    return 100 * max(_closeness(one, other, taxonomy) for one in held for other in asked)


def _closeness(one: str, other: str, taxonomy: Taxonomy) -> int:
    first, second = (_occupation_number(uri, taxonomy) for uri in (one, other))
    if first is None or second is None:
        return 100 * (one == other)
    if first == second:
        return 100
    found = [0]
    if first in taxonomy.broader[second] or second in taxonomy.broader[first]:
        found.append(80)
    if second in taxonomy.related[first] or first in taxonomy.related[second]:
        found.append(60)
    codes = taxonomy.codes[first], taxonomy.codes[second]
    found += [percent for size, percent in ((2, 20), (3, 40), (4, 60)) if _share_digits(*codes, size)]
    information = _information(taxonomy)
    shares = [
        {
            **dict.fromkeys(taxonomy.optional[number].tolist(), 1),
            **dict.fromkeys(taxonomy.essential[number].tolist(), 2),
        }
        for number in (first, second)
    ]
    dot = sum(information[skill] * share * shares[1].get(skill, 0) for skill, share in shares[0].items())
    norms = sum(information[skill] * share * share for row in shares for skill, share in row.items())
    found.append(200 * dot // max(1, norms))
    return max(found)


def _share_digits(one: str, other: str, size: int) -> bool:
    return len(one) >= size and len(other) >= size and one[:size] == other[:size]


def _occupation_number(uri: str, taxonomy: Taxonomy) -> int | None:
    number = taxonomy.index.get(uri)
    return number if number is not None and taxonomy.kinds[number] == ConceptKind.OCCUPATION else None
