"""What is kept of one person, found in every table by what the tables declare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import EmailField, Model, Q, QuerySet

from brobygger.apps.base.models import OnErasure, Personal, Privacy, User, declared_models

SHORTEST_WORD: Final = 4
"""A shorter name or number is not looked for in texts about something else: it stands in too many of them."""


@dataclass(frozen=True, slots=True)
class Person:
    """
    Somebody whom data is kept about: a user, a candidate, or a candidate who logs in.

    Args:
        addresses: e-mail addresses of the person.
        words: what tells who it is wherever it stands: names, addresses, phone numbers.
    """

    user_id: int | None = None
    candidate_id: int | None = None
    addresses: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Held:
    """Rows of one model that are about a person, and one purpose for which columns of theirs are kept."""

    model: type[Model]
    privacy: Privacy
    part: Personal
    rows: tuple[Model, ...]


@dataclass(frozen=True, slots=True)
class Declared:
    """A part of what one model declares."""

    model: type[Model]
    privacy: Privacy
    part: Personal


def declared_parts() -> Iterator[Declared]:
    """All that the tables of this installation declare to hold about people, in the order of the apps."""
    for model, declared in declared_models():
        for part in declared.personal:
            yield Declared(model, declared, part)


def person(*, user_id: int | None = None, candidate_id: int | None = None) -> Person:
    """Somebody by number, with the addresses and words that the own rows hold."""
    bare = Person(user_id, candidate_id)
    addresses, words = set(), set()
    for model, declared in declared_models():
        if not declared.identifying:
            continue
        for name in declared.identifying:
            values = {
                str(value)
                for value in rows_about(model, declared, bare).values_list(name, flat=True)
                if value
            }
            words |= values | {re.sub(r"\n{3,}", "\n\n", value) for value in values}
            if isinstance(model._meta.get_field(name), EmailField):
                addresses |= values
    return Person(
        user_id,
        candidate_id,
        frozenset(addresses),
        frozenset(word for word in words if len(word) >= SHORTEST_WORD),
    )


def rows_about(model: type[Model], declared: Privacy, who: Person) -> QuerySet[Any]:
    """
    The rows of a model that are about a person.

    An address leads to rows that no user owns: two people may share one, a row that is somebody's stays theirs.
    """
    ways = Q(pk__in=())
    if declared.user and who.user_id is not None:
        ways |= Q(**{declared.user: who.user_id})
    if declared.candidate and who.candidate_id is not None:
        ways |= Q(**{declared.candidate: who.candidate_id}, **declared.candidate_rows)
    if declared.address:
        nobodys = Q(**{f"{declared.user}__isnull": True}) if declared.user else Q()
        for address in who.addresses:
            ways |= nobodys & Q(**{f"{declared.address}__iexact": address})
    rows: QuerySet[Any] = QuerySet(model)
    if ways == Q(pk__in=()):
        return rows.none()
    # one person may be reached on several ways, and over many rows: each row is found once
    return rows.filter(pk__in=QuerySet(model).filter(ways).order_by().values("pk")).order_by("pk")


def rows_naming(model: type[Model], part: Personal, user_id: int) -> QuerySet[Any]:
    """The rows in which a user is named as the one who did it."""
    ways = Q(pk__in=())
    for name in user_columns(model, part):
        ways |= Q(**{name: user_id})
    rows: QuerySet[Any] = QuerySet(model)
    return rows.filter(ways).order_by("pk")


def user_columns(model: type[Model], part: Personal) -> list[str]:
    """Those columns of a part that hold a user's number, without the names beside them."""
    found = []
    for name in part.columns:
        field = model._meta.get_field(name)
        if field.related_model is User or name == "by_id":
            found.append(name)
    return found


def held_of(who: Person) -> Iterator[Held]:
    """All that is kept of a person, by model and purpose, what nothing is kept of left out. One query for each model."""
    for model, declared in declared_models():
        about: tuple[Model, ...] | None = None
        for part in declared.personal:
            if part.names_who:
                if who.user_id is None:
                    continue
                rows = tuple(_with_what_is_shown(rows_naming(model, part, who.user_id), part))
            else:
                if about is None:
                    parts = [one for one in declared.personal if not one.names_who]
                    about = tuple(_with_what_is_shown(rows_about(model, declared, who), *parts))
                rows = about
            if rows:
                yield Held(model, declared, part, rows)


def _with_what_is_shown(rows: QuerySet[Any], *parts: Personal) -> QuerySet[Any]:
    """Fetch along what foreign keys are shown as, so that the number of queries does not grow with the rows."""
    names = {name for part in parts for name in part.columns}
    keys = [name for name in names if rows.model._meta.get_field(name).many_to_one]
    return rows.select_related(*sorted(keys)) if keys else rows


def kept_unsorted() -> Iterator[tuple[type[Model], Personal]]:
    """What is kept of people in rows that no lookup leads to from a person, such as lists of many."""
    for model, declared in declared_models():
        if not (declared.user or declared.candidate or declared.address):
            for part in declared.personal:
                if not part.names_who and not part.is_secret:
                    yield model, part


def kept_after_erasure() -> Iterator[tuple[type[Model], Personal]]:
    """What stays of a person who is erased."""
    for model, declared in declared_models():
        if declared.on_erasure is OnErasure.KEPT:
            for part in declared.personal:
                yield model, part


def has_records(who: Person) -> bool:
    """Whether there are rows that a public authority may have to hand to an archive before they go."""
    return any(
        rows_about(model, declared, who).exists()
        for model, declared in declared_models()
        if declared.is_record
    )
