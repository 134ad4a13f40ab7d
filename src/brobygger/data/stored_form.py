"""Frozen records of the core as compact JSON and back: lists in the order of their fields."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import inspect
import json
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import lru_cache
from types import ModuleType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader = Callable[[Any], Any] | None  # None: the JSON value as it is


def to_stored(record: Any) -> str:
    """A frozen dataclass, and whatever dataclasses, tuples, words, numbers and days it holds, as JSON."""
    return json.dumps(_plain(record), ensure_ascii=False, separators=(",", ":"))


def from_stored(cls: type[T], text: str) -> T:
    """The record that `to_stored` wrote; equal words are one object, since a pool holds them many times."""
    read: Callable[[Any], T] = _record(cls)  # type: ignore[arg-type]
    return read(json.loads(text))


def form_of(modules: Iterable[ModuleType]) -> str:
    """Names the code that records come from: another text of these modules is another form."""
    digest = hashlib.sha256()
    for module in modules:
        digest.update(inspect.getsource(module).encode())
    return digest.hexdigest()[:16]


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in dataclasses.fields(value)]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, dt.date) else value


@lru_cache(maxsize=64)
def _record(cls: type[Any]) -> Callable[[Any], Any]:
    hints = get_type_hints(cls)
    readers = [_reader(hints[field.name]) for field in dataclasses.fields(cls)]

    def read(row: Any) -> Any:
        return cls(*[value if to is None else to(value) for to, value in zip(readers, row, strict=True)])

    return read


def _reader(hint: Any) -> Reader:
    """How a JSON value becomes a value of this type."""
    arguments = get_args(hint)
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (_reader(one) for one in arguments if one is not type(None))
        return inner and (lambda value: None if value is None else inner(value))
    if get_origin(hint) is tuple:
        return _tuple(arguments)
    if dataclasses.is_dataclass(hint):
        return _record(hint)  # type: ignore[arg-type]
    if hint is str:
        return sys.intern
    if hint is dt.date:
        return dt.date.fromisoformat
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {one.value: one for one in hint}.__getitem__
    return None


def _tuple(arguments: tuple[Any, ...]) -> Reader:
    if arguments[-1] is not Ellipsis:
        readers = [_reader(one) for one in arguments]
        return lambda values: tuple(
            [value if to is None else to(value) for to, value in zip(readers, values, strict=True)]
        )
    inner = _reader(arguments[0])
    return tuple if inner is None else lambda values: tuple([inner(value) for value in values])
