"""What companies look for: the open opportunities counted by the size of who offers them, and by what they need."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from brobygger.apps.base.models import all_rows
from brobygger.apps.matching.queries.live import live_offers
from brobygger.apps.opportunities.queries import open_in
from brobygger.core.skills import Taxonomy

MOST: Final = 15  # skills and occupations shown
BROAD: Final = 2  # digits of a broad field of ISCED-F 2013


@dataclass(frozen=True, slots=True)
class Demanded:
    """
    One size, field, skill or occupation.

    Args:
        key: a `SizeClass` or "", a broad field of ISCED-F 2013, or a concept's URI.
        label: a concept's label; else the key.
        organisations: how many look for it.
        opportunities: in how many open opportunities.
        places: for how many people.
    """

    key: str
    label: str
    organisations: int
    opportunities: int
    places: int


@dataclass(frozen=True, slots=True)
class Demand:
    """
    What is looked for. An opportunity that asks for two skills is counted for each.

    Args:
        total: everything that is open.
        sizes: by size of the organisation.
        fields, skills, occupations: by need.

    All with most organisations first.
    """

    total: Demanded
    sizes: tuple[Demanded, ...]
    fields: tuple[Demanded, ...]
    skills: tuple[Demanded, ...]
    occupations: tuple[Demanded, ...]


@all_rows()  # what is open is published: the counts are the same for every reader
def count_demand(*, language: str, programme_id: int | None = None, most: int = MOST) -> Demand:
    """
    Count what is open by size of company and by need: ISCED-F fields, ESCO skills and occupations.

    One query more than `live_offers`.

    Args:
        language: of the labels of skills and occupations.
        most: how many skills and occupations are kept.
    """
    live = live_offers(programme_id)
    offered_by = {
        str(pk): (organisation, size)
        for pk, organisation, size in open_in(programme_id)
        .order_by()
        .values_list("pk", "organisation_id", "organisation__size_class")
    }
    counts = {name: _Counts() for name in ("total", "sizes", "fields", "skills", "occupations")}
    for one in live.opportunities:
        if one.id not in offered_by:
            continue  # closed since it was read
        organisation, size = offered_by[one.id]
        needs: Mapping[str, Iterable[str]] = {
            "total": ("",),
            "sizes": (size,),
            "fields": {code[:BROAD] for code in one.fields},
            "skills": {skill.uri for skill in one.skills},
            "occupations": set(one.occupations),
        }
        for name, keys in needs.items():
            for key in keys:
                counts[name].add(key, organisation, one.places)

    def concepts(name: str) -> tuple[Demanded, ...]:
        return counts[name].rows(lambda key: _label(live.taxonomy, key, language))[:most]

    total = counts["total"].rows()
    return Demand(
        total=total[0] if total else Demanded("", "", 0, 0, 0),
        sizes=counts["sizes"].rows(),
        fields=counts["fields"].rows(),
        skills=concepts("skills"),
        occupations=concepts("occupations"),
    )


class _Counts:
    """Who looks for each key, in how many opportunities and for how many people."""

    def __init__(self) -> None:
        self.organisations: dict[str, set[int]] = defaultdict(set)
        self.opportunities: Counter[str] = Counter()
        self.places: Counter[str] = Counter()

    def add(self, key: str, organisation: int, places: int) -> None:
        self.organisations[key].add(organisation)
        self.opportunities[key] += 1
        self.places[key] += places

    def rows(self, label: Callable[[str], str] = str) -> tuple[Demanded, ...]:
        """Most organisations first, then most opportunities."""
        found = [
            Demanded(key, label(key), len(self.organisations[key]), count, self.places[key])
            for key, count in self.opportunities.items()
        ]
        return tuple(sorted(found, key=lambda one: (-one.organisations, -one.opportunities, one.key)))


def _label(taxonomy: Taxonomy, uri: str, language: str) -> str:
    number = taxonomy.index.get(uri)
    return uri if number is None else taxonomy.preferred(number, language)
