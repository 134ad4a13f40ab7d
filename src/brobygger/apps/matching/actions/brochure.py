"""The talent brochure is brought up to date: only by whole groups of people, see `core.barometer.small_cells`."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.matching.enums import BrochureDimension
from brobygger.apps.matching.models import BrochureBlock, BrochureMember
from brobygger.apps.matching.queries.live import live_pool
from brobygger.apps.programmes.models import Programme
from brobygger.core.barometer.small_cells import THRESHOLD, protected, renewed

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.core.matching import Candidate


@transaction.atomic
def renew_brochure(*, by: User | None, at: dt.datetime) -> int:
    """
    Bring the brochure up to date, where enough people have come or gone, and say how many parts changed.

    It counts who agreed to be ranked. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` is a person who may not.
    """
    check_may(by, "matching.renew_brochure")
    with all_rows():  # the brochure counts everybody
        people = {int(one.id): one for one in live_pool(None).pool.candidates}
        present = _blocks(people)
        blocks = {one.key: one for one in BrochureBlock.objects.select_for_update()}
        counted: dict[str, set[int]] = defaultdict(set)
        for key, candidate in BrochureMember.objects.values_list("block__key", "candidate"):
            counted[key].add(candidate)
        elsewhere = {one: key for key, members in counted.items() for one in members}
        changed = 0
        for key in sorted({*present, *blocks}):
            block = blocks.get(key)
            before = counted[key]
            gone = block.people - len(before) if block else 0
            here = {one for one in present.get(key, ()) if elsewhere.get(one, key) == key}
            after = renewed(before, here, gone=gone)
            if after == before and gone < THRESHOLD:
                continue
            _publish(key, block, before, after, people, at)
            changed += 1
        if changed:
            latest = BrochureBlock.objects.order_by("-published_at", "-pk").first()
            assert latest is not None
            record(
                action="matching.renew_brochure", subject=latest, by=by, at=at, changes={"blocks": changed}
            )
    return changed


def _blocks(people: Iterable[int]) -> dict[str, set[int]]:
    """Who takes part in the same programmes, by the codes of these; those in none have the empty key."""
    codes: dict[int, list[str]] = {one: [] for one in people}
    pairs = Programme.objects.order_by("code").values_list("code", "candidates")
    for code, candidate in pairs:
        if candidate in codes:
            codes[candidate].append(code)
    found: dict[str, set[int]] = defaultdict(set)
    for candidate, own in codes.items():
        found["".join(f"{code}," for code in own)].add(candidate)
    return found


def _publish(
    key: str,
    block: BrochureBlock | None,
    before: set[int],
    after: frozenset[int],
    people: dict[int, Candidate],
    at: dt.datetime,
) -> None:
    counts: dict[str, Counter[str]] = {one.value: Counter() for one in BrochureDimension}
    for number in after:
        for dimension, properties in _properties(people[number]).items():
            counts[dimension.value].update(properties)
    numbers = {dimension: protected(counted, len(after)) for dimension, counted in counts.items()}
    row = block or BrochureBlock(key=key)
    row.people, row.numbers, row.published_at = len(after), numbers, at
    row.save()
    BrochureMember.objects.filter(candidate__in=before - after).delete()
    BrochureMember.objects.bulk_create(
        (BrochureMember(block=row, candidate_id=one) for one in sorted(after - before)), batch_size=500
    )


def _properties(one: Candidate) -> dict[BrochureDimension, set[str]]:
    """What a candidate is counted for; a field of study by its broad field alone."""
    return {
        BrochureDimension.FIELD: {code[:2] for code in one.fields},
        BrochureDimension.SKILL: {skill.uri for skill in one.skills},
        BrochureDimension.LANGUAGE: {code for code, _level in one.languages},
        BrochureDimension.MARKET: set(one.markets),
    }
