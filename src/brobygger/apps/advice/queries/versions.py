"""Two versions side by side, and what the reader finds in each."""

from __future__ import annotations

from dataclasses import dataclass

from brobygger.apps.advice.models.advice_version import AdviceVersion, Stored, key_of
from brobygger.core.reading.versions import Change, VersionRow, compare_versions


@dataclass(frozen=True, slots=True)
class VersionChange:
    """
    What is other in a later version.

    Args:
        rows: the sentences of both, side by side.
        gained, lost: facts that were read in one of them alone.
        kept: how many were read in both.
    """

    before: AdviceVersion
    after: AdviceVersion
    rows: tuple[VersionRow, ...]
    gained: tuple[Stored, ...]
    lost: tuple[Stored, ...]
    kept: int

    def count(self, change: Change) -> int:
        return sum(1 for row in self.rows if row.change is change)


def compare_two(before: AdviceVersion, after: AdviceVersion) -> VersionChange:
    """No query."""
    old = {key_of(one): one for one in before.facts}
    new = {key_of(one): one for one in after.facts}
    return VersionChange(
        before,
        after,
        compare_versions(_sentences(before), _sentences(after)),
        tuple(one for key, one in new.items() if key not in old),
        tuple(one for key, one in old.items() if key not in new),
        len(old.keys() & new.keys()),
    )


def _sentences(version: AdviceVersion) -> list[str]:
    return [version.text[start:end] for start, end in version.passages]
