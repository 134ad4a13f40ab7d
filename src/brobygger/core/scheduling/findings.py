"""What is wrong with an evening as it was asked for; said in the reader's language by `words`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from brobygger.core.scheduling.words import sentence

Value: TypeAlias = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """
    Args:
        key: of `words.SENTENCES`.
        values: what the sentence names; a tuple becomes "a, b and c".
        row: of the wishes or participants it is about, counted from 0; None: about the whole.
        column: name of the field of that row.
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    row: int | None = None
    column: str = ""

    def text(self, language: str = "en") -> str:
        """What is wrong and what would be right, in da, nb, sv or en."""
        return sentence(self.key, language, self.values)

    def __str__(self) -> str:
        return self.text()


class Unplannable(ValueError):
    """The evening cannot be planned as it was asked for. `findings` say why, each with the participants it is about."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(" ".join(one.text() for one in self.findings))
