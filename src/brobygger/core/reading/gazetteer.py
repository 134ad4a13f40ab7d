"""Names of places: to find where the work is, and to keep a place from being read as a skill."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from brobygger.core.reading.data import Place, Span

NAME = re.compile(r"[A-ZÆØÅÄÖÉÜ][^\W\d_]*(?:[-–][A-ZÆØÅÄÖÉÜ]?[^\W\d_]+)*")
SIGN = re.compile(  # what stands before a place: "i Lund", "based in Moss", "1534 Moss", "Arbejdssted: Ry"
    r"(?:\b(?:i|in|ved|vid|at|near|nær|nära|till?|to|from|fra|från|på|kommune?|\w*sted(?:et)?|\w*ort(?:en)?|plats|location|workplace|office|kontor\w*|city|by)\b"
    r"[\s:]{1,3}|\b\d{4}\s|\b\d{3}\s?\d{2}\s|[:,]\s)$",
    re.IGNORECASE,
)


SIGN_BEHIND = re.compile(  # what stands behind it: "Lunds universitet", "Lund • mail@…"
    r"s?\s(?:universitet|kommune?|university|municipality)\b|\s?[•|·]", re.IGNORECASE
)
AREA = re.compile(r"-(?:område|region|area|baser|based|kontor|afdeling|avdeling)")  # "Odense-området"


@dataclass(frozen=True, slots=True)
class Entry:
    """A place, how many live there, and whether its name is an ordinary word too ("Lund", "Moss")."""

    place: Place
    population: int
    is_word: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name in a text; `entries` of that name, the largest first."""

    span: Span
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Gazetteer:
    """
    Places by name.

    Args:
        names: (name, entry) pairs; a place may have several names, a name several places.
    """

    names: tuple[tuple[str, Entry], ...]

    @cached_property
    def _by_first_word(self) -> dict[str, dict[str, tuple[Entry, ...]]]:
        found: dict[str, dict[str, list[Entry]]] = {}
        for name, entry in self.names:
            found.setdefault(name.split()[0], {}).setdefault(name, []).append(entry)
        return {
            first: {
                name: tuple(sorted(entries, key=lambda entry: (-entry.population, entry.place.country)))
                for name, entries in sorted(names.items(), key=lambda item: -len(item[0]))
            }
            for first, names in found.items()
        }

    def mentions(self, text: str) -> Iterator[Mention]:
        """Places named in a text, longest names first, not overlapping. Ordinary words need a sign before them."""
        position = 0
        known = self._by_first_word
        for match in NAME.finditer(text):
            word = match[0]
            if match.start() < position or not (word in known or word[:-1] in known or "-" in word):
                continue  # most words with a capital are no place: a look at the first is enough
            mention = self._at(text, match)
            if mention:
                position = mention.span.end
                yield mention

    def find(self, text: str) -> Iterator[Span]:
        """Where places are named; every mention hides its characters from the readers of skills."""
        return (mention.span for mention in self.mentions(text))

    def named(self, name: str, country: str | None = None) -> Entry | None:
        """The largest place of that name, in a country if one is given."""
        entries = self._by_first_word.get(name.split(maxsplit=1)[0] if name.split() else "", {}).get(name, ())
        return next((entry for entry in entries if country in (None, entry.place.country)), None)

    def starting_with(self, text: str, most: int = 8) -> list[Place]:
        """Places with a name that begins with `text`, whatever its capitals; the largest first, each once."""
        wanted = text.strip().casefold()
        found = [entry for name, entry in self.names if wanted and name.casefold().startswith(wanted)]
        found.sort(key=lambda entry: (-entry.population, entry.place.name, entry.place.country))
        return list(dict.fromkeys(entry.place for entry in found))[:most]

    def _at(self, text: str, match: re.Match[str]) -> Mention | None:
        word = match[0]
        area = AREA.search(word)
        if area:
            word = word[: area.start()]
        for first, genitive in ((word, 0), (word.removesuffix("s"), len(word) - len(word.removesuffix("s")))):
            for name, entries in self._by_first_word.get(first, {}).items():
                end = match.start() + len(name)
                if not text.startswith(name, match.start()) or (
                    end < len(text) and text[end : end + 1].isalnum() and not genitive
                ):
                    continue
                if entries[0].is_word and not (
                    SIGN.search(text, max(0, match.start() - 20), match.start())
                    or SIGN_BEHIND.match(text, end)
                ):
                    continue
                return Mention(Span(match.start(), end), entries)
        return None
