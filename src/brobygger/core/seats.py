"""
Who gets a seat, where some are kept free for groups and some groups may have so many at most.

A seat that is kept free for a group is free for that group alone. Groups may overlap: students, and people from
Sweden. So that every promise can be kept whoever comes, what is kept free for each group counts for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Groups: TypeAlias = Mapping[str, str]
"""By the grouping, the group that somebody is of: ``{"side": "student", "country": "SE"}``."""


@dataclass(frozen=True, slots=True)
class Quota:
    """
    Args:
        grouping, group: for whom.
        least: seats that are kept free for the group.
        most: seats that the group may have; None: as many as there are.
    """

    grouping: str
    group: str
    least: int = 0
    most: int | None = None

    def holds(self, groups: Groups) -> bool:
        """Whether somebody is of the group."""
        return groups.get(self.grouping) == self.group


@dataclass(slots=True)
class Seats:
    """
    The seats of one event, and who has them.

    Args:
        capacity: None: as many as come; nothing need be kept free then.
        taken: the groups of everybody who has a seat.
    """

    capacity: int | None
    quotas: Sequence[Quota] = ()
    taken: list[Groups] = field(default_factory=list)

    @property
    def are_taken(self) -> bool:
        """Nobody can get one, of whatever groups."""
        return self.capacity is not None and len(self.taken) >= self.capacity

    def may_take(self, groups: Groups) -> bool:
        """Whether there is a seat for somebody of these groups."""
        kept = 0
        for quota in self.quotas:
            count = sum(quota.holds(one) for one in self.taken)
            if quota.holds(groups):
                if quota.most is not None and count >= quota.most:
                    return False
            else:
                kept += max(0, quota.least - count)
        return self.capacity is None or len(self.taken) + kept < self.capacity

    def give(self, queue: Iterable[Groups]) -> list[int]:
        """
        Give the free seats to a queue, from its front; the answer is which of them got one, by place.

        Who has to wait for a quota does not hold up those behind. A seat that fulfils two promises at once frees one,
        so the queue is gone through until nobody gets any more.
        """
        waiting = dict(enumerate(queue))
        given: list[int] = []
        while True:
            place = next((place for place, groups in waiting.items() if self.may_take(groups)), None)
            if place is None:
                return given
            self.taken.append(waiting.pop(place))
            given.append(place)
