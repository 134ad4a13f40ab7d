"""What is wrong with a table or a row of it, or worth knowing; said in the reader's language by `words`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from brobygger.data.tables.words import MESSAGES, Parameter, message


@dataclass(frozen=True, slots=True)
class Finding:
    """
    Args:
        key: of `words.MESSAGES`.
        row: as a spreadsheet numbers it, the header being 1; None: about the table.
        column: as the table calls it; empty: about the whole row.
        parameters: what the message names.
    """

    key: str
    row: int | None = None
    column: str = ""
    parameters: Mapping[str, Parameter] = field(default_factory=dict)

    @property
    def is_note(self) -> bool:
        """Worth knowing; anything else keeps the row out."""
        return MESSAGES[self.key].is_note

    def message(self, language: str = "en") -> str:
        """What is wrong and what would be right, in da, nb, sv or en."""
        return message(self.key, language, self.parameters)

    def __str__(self) -> str:
        place = "" if self.row is None else f"row {self.row}"
        return ": ".join(filter(None, (place, self.column, self.message())))


class TableError(Exception):
    """The table as a whole cannot be read."""

    def __init__(self, key: str, **parameters: Parameter) -> None:
        self.finding = Finding(key, parameters=parameters)
        super().__init__(self.finding.message())
