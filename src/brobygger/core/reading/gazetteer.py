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
ALONE_BEFORE = re.compile(
    r"(?:^|\n|[|·•–—/(])\s*$"
)  # "| Lund |", "Lund, Sweden", "Lund" in a line of its own
ALONE_BEHIND = re.compile(
    r"\s*(?:$|\n|[|·•–—/)]|,\s(?:Danmark|Denmark|DK|Norge|Norway|Sverige|Sweden|tlf|tel)\b)", re.IGNORECASE
)
AREA = re.compile(
    r"-(?:område|region|area|baser|based|kontor|afdeling|avdeling|fabrik|site)"
)  # "Odense-området"
AT_HOME = frozenset({"DK", "NO", "SE"})
COMPOUNDS = (
    "bolag",
    "bolaget",
    "företag",
    "företaget",
    "firma",
    "firmaet",
    "kontoret",
    "fabriken",
    "trakten",
    "området",
)


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
            found.setdefault(_first_word(name), {}).setdefault(name, []).append(entry)
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
            if match.start() < position or not (
                word in known or word[:-1] in known or "-" in word or word.endswith(COMPOUNDS)
            ):
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
        entries = self._by_first_word.get(_first_word(name), {}).get(name, ())
        return next((entry for entry in entries if country in (None, entry.place.country)), None)

    def starting_with(self, text: str, most: int = 8) -> list[Place]:
        """Places with a name that begins with `text`, whatever its capitals; the largest first, each once."""
        wanted = text.strip().casefold()
        found = [entry for name, entry in self.names if wanted and name.casefold().startswith(wanted)]
        found.sort(key=lambda entry: (-entry.population, entry.place.name, entry.place.country))
        return list(dict.fromkeys(entry.place for entry in found))[:most]

    def _at(self, text: str, match: re.Match[str]) -> Mention | None:
        word = _bare(match[0])
        is_compound = word != match[0]
        for first, genitive in ((word, 0), (word.removesuffix("s"), len(word) - len(word.removesuffix("s")))):
            for name, entries in self._by_first_word.get(first, {}).items():
                end = match.start() + len(name)
                if not text.startswith(name, match.start()) or (
                    end < len(text) and text[end : end + 1].isalnum() and not (genitive or is_compound)
                ):
                    continue
                if entries[0].is_word and not _has_sign(text, match.start(), end, entries[0]):
                    continue
                return Mention(Span(match.start(), end), entries)
        return None


def _has_sign(text: str, start: int, end: int, entry: Entry) -> bool:
    """Whether a word at start:end is the place: beside a sign of one, or at home alone between separators."""
    if SIGN.search(text, max(0, start - 20), start) or SIGN_BEHIND.match(text, end):
        return True
    if entry.place.country not in AT_HOME:  # "Mobile · Reading": names of far places are words
        return False
    return bool(ALONE_BEFORE.search(text, max(0, start - 5), start) and ALONE_BEHIND.match(text, end))


def _bare(word: str) -> str:
    """The town in "Odense-området", "Linköpingsbolag"."""
    area = AREA.search(word)
    if area:
        return word[: area.start()]
    return word.removesuffix(next((part for part in COMPOUNDS if word.endswith(part)), ""))


def _first_word(name: str) -> str:
    """What `NAME` finds of a name: "Kgs" of "Kgs. Lyngby"."""
    match = NAME.match(name)
    return match[0] if match else name.partition(" ")[0]
