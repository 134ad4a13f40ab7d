"""What a ranking was made from, as bytes that can be kept: canonical JSON, compressed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from brobygger.core.matching import Candidate, MatchProblem, Opportunity
from brobygger.core.skills import Taxonomy

FORMAT: Final = "brobygger-match-inputs-1"


class UnreadableInputs(Exception):
    """Kept inputs are damaged, or were written by a version that knew other fields; the message says which."""


def to_bytes(candidates: Iterable[Candidate], opportunities: Iterable[Opportunity]) -> bytes:
    """
    Canonical JSON of both sides: all fields, sorted names, no spaces, each side in the order of its ids.

    The taxonomy is no part of it. Numbers are written so that they read back to the same bits.

    Raises:
        ValueError: a number is infinite or none.
    """
    content = {
        "format": FORMAT,
        "candidates": sorted(candidates, key=lambda one: one.id),
        "opportunities": sorted(opportunities, key=lambda one: one.id),
    }
    return _json(content)


def digest_of(content: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def packed(content: bytes) -> bytes:
    """Compressed with zlib."""
    return zlib.compress(content, level=6)


def unpacked(stored: bytes) -> bytes:
    """
    What `packed` took.

    Raises:
        UnreadableInputs: it is damaged.
    """
    try:
        return zlib.decompress(stored)
    except zlib.error as error:
        raise UnreadableInputs(f"the kept inputs are damaged: {error}") from error


def from_bytes(content: bytes, taxonomy: Taxonomy) -> MatchProblem:
    """
    The problem that `to_bytes` wrote; fields added since have their defaults.

    Raises:
        UnreadableInputs: it is something else, or holds what this version does not know.
    """
    read = _content(content)
    try:
        return MatchProblem(
            tuple(_read(Candidate, one) for one in read["candidates"]),
            tuple(_read(Opportunity, one) for one in read["opportunities"]),
            taxonomy,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableInputs(f"the kept inputs cannot be read by this version: {error}") from error


def without_candidate(content: bytes, candidate_id: str) -> bytes | None:
    """
    The same inputs without one candidate; None if it is not among them.

    Raises:
        UnreadableInputs: it is no kept input.
    """
    read = _content(content)
    kept = [one for one in read["candidates"] if one["id"] != candidate_id]
    return None if len(kept) == len(read["candidates"]) else _json({**read, "candidates": kept})


def _content(content: bytes) -> dict[str, Any]:
    try:
        read = json.loads(content)
    except ValueError as error:
        raise UnreadableInputs(f"the kept inputs are damaged: {error}") from error
    if not isinstance(read, dict) or read.get("format") != FORMAT:
        raise UnreadableInputs(f"the kept inputs are not in the format {FORMAT}")
    return read


def _json(value: object) -> bytes:
    text = json.dumps(
        value, default=_plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )
    return text.encode("utf-8", "surrogatepass")


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if hasattr(value, "item"):  # a number of numpy
        return value.item()
    raise TypeError(f"{type(value).__name__} cannot be kept")


@lru_cache
def _hints(of: type) -> Mapping[str, Any]:
    return get_type_hints(of)


def _read(as_type: Any, value: Any) -> Any:
    """A JSON value as the type that a field is declared with."""
    if value is None:
        return None
    if dataclasses.is_dataclass(as_type):
        assert isinstance(as_type, type)
        hints = _hints(as_type)
        unknown = sorted(set(value) - set(hints))
        if unknown:
            raise KeyError(f"{as_type.__name__} has no {unknown[0]!r}")
        return as_type(**{name: _read(hints[name], one) for name, one in value.items()})
    origin = get_origin(as_type)
    if origin in (Union, UnionType):
        (inner,) = [one for one in get_args(as_type) if one is not NoneType]
        return _read(inner, value)
    if origin is tuple:
        kinds = get_args(as_type)
        if kinds[1:] == (Ellipsis,):
            return tuple(_read(kinds[0], one) for one in value)
        return tuple(_read(kind, one) for kind, one in zip(kinds, value, strict=True))
    if as_type is dt.date:
        return dt.date.fromisoformat(value)
    if isinstance(as_type, type) and issubclass(as_type, Enum):
        return as_type(value)
    return value  # text, truth or number, as JSON has it
