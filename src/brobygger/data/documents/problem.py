"""What went wrong with an input, and where; said in the reader's language by `words`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from brobygger.core.reading.data import Reading
from brobygger.data.documents.words import LANGUAGES, MESSAGES, UNITS


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file: unit is "line", "page", "entry" or "row"; numbers count from 1."""

    unit: str
    number: int


@dataclass(frozen=True, slots=True)
class Problem:
    """
    One problem with one input; the rest of the batch goes on.

    Args:
        source: the file, or archive and member ("ads.zip/first.pdf").
        where: the place in it, if there is one.
        message_key: a key of `words.MESSAGES`.
        parameters: what the message names; a "language" by its code.
    """

    source: str
    where: Where | None
    message_key: str
    parameters: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def is_warning(self) -> bool:
        """A warning comes beside a document; any other problem comes instead of one."""
        return MESSAGES[self.message_key].is_warning

    def message(self, language: str = "en") -> str:
        """The whole sentence in da, nb, sv or en (which any other code gets)."""
        named = LANGUAGES.get(str(self.parameters.get("language")))
        parameters = {**self.parameters, "language": named.text(language)} if named else self.parameters
        text = MESSAGES[self.message_key].text(language).format(**parameters)
        if self.where is None:
            return f"{self.source}: {text}"
        return f"{self.source}, {UNITS[self.where.unit].text(language)} {self.where.number}: {text}"

    def __str__(self) -> str:
        return self.message()


def warnings_of(reading: Reading) -> Iterator[Problem]:
    """What a reading says about its text as a whole: `Reading.warnings` as problems of its source."""
    for warning in reading.warnings:
        key, _, value = warning.partition(":")
        name = "language" if key == "language" else "count"
        yield Problem(reading.document.source or reading.document.id, None, key, {name: value})


class UnreadableError(Exception):
    """Raised inside a reader; becomes a `Problem` of the source being read."""

    def __init__(self, message_key: str, *, where: Where | None = None, **parameters: str | int) -> None:
        super().__init__(message_key)
        self.message_key = message_key
        self.where = where
        self.parameters = parameters
