"""
A person is erased: every row that is about them, in every table, and their name in the texts of others.

The tables say themselves what is about whom (`Privacy`), so a new one is included. Where rows leave something behind
that does not name anybody, their app says so: `before_removal("people.Candidate", count_candidates)`.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Model, Q, QuerySet

from brobygger.apps.base.models import OnErasure, declared_models
from brobygger.apps.base.queries.personal import Person, rows_about, user_columns

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

Hook: TypeAlias = "Callable[[Sequence[int], User | None, dt.datetime], None]"
GONE: Final = "…"
"""What stands in the place of a text that named a person."""
_hooks: Final[dict[str, list[Hook]]] = defaultdict(list)


def before_removal(label: str, hook: Hook) -> None:
    """Let `hook(ids, by, at)` be called, in the same transaction, before rows of a model are removed."""
    if hook not in _hooks[label]:
        _hooks[label].append(hook)


@transaction.atomic
def remove_person(*, who: Person, by: User | None, at: dt.datetime) -> Mapping[str, int]:
    """
    Remove all that is kept of a person, but what says nothing without it. Repeating it changes nothing.

    The caller asks for the permission and writes the audit entry: it knows what kind of person it is.

    Returns:
        How many rows of each model went, by label.
    """
    found: list[tuple[type[Model], list[Any]]] = []
    for model, declared in declared_models():
        if declared.on_erasure is OnErasure.REMOVED and (
            declared.user or declared.candidate or declared.address
        ):
            ids = list(rows_about(model, declared, who).values_list("pk", flat=True))
            if ids:
                found.append((model, ids))
    for model, ids in found:
        call_hooks(model, ids, by, at)
    _take_out_of_texts(who.words)
    _take_names_off(who.user_id)
    _end_sessions(who)
    for model, ids in found:
        remove(model, ids)
    return {model._meta.label: len(ids) for model, ids in found}


def call_hooks(model: type[Model], ids: Sequence[Any], by: User | None, at: dt.datetime) -> None:
    for hook in _hooks.get(model._meta.label, ()):
        hook(ids, by, at)


def remove(model: type[Model], ids: Sequence[Any]) -> None:
    """Remove rows, also of a model whose own manager refuses to: nobody but this module does."""
    for start in range(0, len(ids), 500):  # databases take so many values at once
        QuerySet(model).filter(pk__in=ids[start : start + 500]).delete()


def _take_out_of_texts(words: frozenset[str]) -> None:
    """A mail to a company names the candidate: its text goes, that it was sent stays."""
    for model, declared in declared_models():
        for column in declared.mentions:
            for word in words:
                QuerySet(model).filter(Q(**{f"{column}__icontains": word})).update(**{column: GONE})


def _take_names_off(user_id: int | None) -> None:
    """What somebody did to a row about something else stays, such as an answer: the name beside it goes."""
    if user_id is None:
        return
    for model, declared in declared_models():
        for part in declared.personal:
            if not part.names_who or declared.on_erasure is OnErasure.KEPT:
                continue
            for column in user_columns(model, part):
                name = f"{column.removesuffix('_id')}_name"
                if name in part.columns:
                    QuerySet(model).filter(**{column: user_id}).exclude(**{name: ""}).update(**{name: GONE})


def _end_sessions(who: Person) -> None:
    """Sessions are sealed: each has to be opened to see whose it is, or which address was typed in it."""
    marks = {address.lower() for address in who.addresses}
    ended = [
        session.pk
        for session in Session.objects.iterator(500)
        if _is_of(session.get_decoded(), who.user_id, marks)
    ]
    remove(Session, ended)


def _is_of(content: Mapping[str, Any], user_id: int | None, addresses: set[str]) -> bool:
    if user_id is not None and content.get("_auth_user_id") == str(user_id):
        return True
    text = json.dumps(content, ensure_ascii=False, default=str).lower()
    return any(address in text for address in addresses)
