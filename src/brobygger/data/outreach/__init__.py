"""Catalogues for who visits companies: worries with answers, levels of cooperation, first tasks. In four languages."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

LANGUAGES: Final = ("da", "nb", "sv", "en")
Words = Mapping[str, str]
"""The same in each of `LANGUAGES`."""


class CatalogueError(ValueError):
    """A catalogue is not as it must be; the message names the entry."""


@dataclass(frozen=True, slots=True)
class Worry:
    """What a company fears, and what one may answer; `is_about_talk`: not the work, but the talk around it."""

    code: str
    label: Words
    answer: Words
    is_about_talk: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """
    A step of the ladder.

    Args:
        evidence: by what one sees that a company stands there.
        parts: what a company can take part in on this step.
        hours: of work that the step asks of a company in half a year, roughly.
    """

    code: str
    label: Words
    evidence: Words
    parts: Words
    hours: int = 0


@dataclass(frozen=True, slots=True)
class FirstTask:
    """A small task of low risk for a company that has never had a foreign student; `text` is an ad."""

    code: str
    field: Words
    title: Words
    text: Words
    hours: int


@cache
def worries() -> tuple[Worry, ...]:
    """The catalogue of worries, the most frequent first."""
    return tuple(
        Worry(code, _words(one, "label", code), _words(one, "answer", code), one.get("talk", False))
        for code, one in _read("worries.toml").items()
    )


@cache
def usual_levels() -> tuple[Level, ...]:
    """The ladder of a programme that has not settled its own, from the lowest."""
    return tuple(_level(code, one) for code, one in _read("levels.toml").items())


def levels_from(stored: list[dict[str, Any]]) -> tuple[Level, ...]:
    """
    A ladder as a programme keeps it: a list of tables as in levels.toml, each with its `code`.

    Raises:
        CatalogueError: it names what is missing.
    """
    levels = tuple(_level(str(one.get("code", "")), one) for one in stored)
    codes = [one.code for one in levels]
    if len(codes) != len(set(codes)):
        raise CatalogueError("two levels have the same code")
    return levels


@cache
def first_tasks() -> tuple[FirstTask, ...]:
    """Templates of first tasks, by field."""
    return tuple(
        FirstTask(
            code,
            _words(one, "field", code),
            _words(one, "title", code),
            {language: text.strip() for language, text in _words(one, "text", code).items()},
            one["hours"],
        )
        for code, one in _read("first_tasks.toml").items()
    )


def in_language(words: Words, language: str) -> str:
    """One of the languages; English for a language that is not here."""
    code = {"no": "nb", "nn": "nb"}.get(language, language)
    return words.get(code) or words.get("en", "")


def _level(code: str, one: Mapping[str, Any]) -> Level:
    if not code:
        raise CatalogueError("a level has no code")
    label, evidence, parts = (_words(one, name, code) for name in ("label", "evidence", "parts"))
    hours = one.get("hours", 0)
    if not isinstance(hours, int) or hours < 0:
        raise CatalogueError(f"{code}: hours must be a whole number")
    return Level(code, label, evidence, parts, hours)


def _words(one: Mapping[str, Any], name: str, code: str) -> Words:
    words = one.get(name)
    if not isinstance(words, dict) or not words.get("en"):
        raise CatalogueError(f"{code}: {name} is missing, or has no English")
    return {language: str(words[language]) for language in LANGUAGES if words.get(language)}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
