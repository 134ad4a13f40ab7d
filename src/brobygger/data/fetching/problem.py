"""What went wrong while fetching; said in the reader's language by `words`."""

from __future__ import annotations

from brobygger.data.fetching.words import MESSAGES


def message(key: str, language: str, parameters: dict[str, str | int]) -> str:
    """A message of `MESSAGES` with what it names, in da, nb, sv or en."""
    return MESSAGES[key].text(language).format(**parameters)


class FetchError(Exception):
    """Nothing came, or nothing that can be used. `key` and `parameters` make a message."""

    def __init__(self, key: str, **parameters: str | int) -> None:
        self.key, self.parameters = key, parameters
        super().__init__(message(key, "en", parameters))

    def message(self, language: str) -> str:
        return message(self.key, language, self.parameters)
