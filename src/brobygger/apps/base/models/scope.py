"""
Whose rows a query answers with.

Rows of people, companies and programmes are reached through a `ScopedManager`. It answers inside a scope only: a
query that nobody has said of who is looking fails, where it would otherwise show everybody's rows to anybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from collections.abc import Iterable

VISITOR = ""
"""The audience of those who are not logged in."""
Row = TypeVar("Row", bound=models.Model)


class ScopeMissing(RuntimeError):
    """A query for scoped rows outside of `in_scope` and `all_rows`."""


@dataclass(frozen=True, slots=True)
class Scope:
    """
    What one user may see.

    Args:
        user_id: the user's own rows; None for a visitor.
        audience: the user's role; empty for a visitor.
        programmes: ids, or a subquery for ids, of the programmes that the user works for or takes part in.
        runs_programmes: sees all rows of these programmes; otherwise they only widen what is shown to a role.
        is_everything: sees every row.
    """

    user_id: int | None = None
    audience: str = ""
    programmes: Iterable[int] = ()
    runs_programmes: bool = False
    is_everything: bool = False


Provider: TypeAlias = Callable[[], Scope]
Shown: TypeAlias = Callable[[Scope], Q]
EVERYTHING = Scope(is_everything=True)
_current: ContextVar[Provider | None] = ContextVar("scope", default=None)


def everyone(scope: Scope) -> Q:
    """Every row, for `RowScope.shown`."""
    return Q(pk__isnull=False)


@dataclass(frozen=True, slots=True)
class RowScope:
    """
    Whose rows a model holds. A row is seen by whom one of these lets see it.

    Args:
        programme: a lookup that leads to programmes: those who run one of them see the row.
        owners: lookups that lead to users: these see the row.
        shown: by role, which further rows somebody in it sees.
        through: name of a foreign key to a scoped model: who sees that row sees this one. Stands alone.
        nobody: only those who see everything. Stands alone, and says so where nothing else does.
    """

    programme: str = ""
    owners: tuple[str, ...] = ()
    shown: Mapping[str, Shown] = field(default_factory=dict)
    through: str = ""
    nobody: bool = False

    def condition(self, model: type[models.Model], scope: Scope) -> Q:
        """What a row of `model` has to fulfil; lookups over many rows become subqueries, so that none is doubled."""
        if self.through:
            parent = cast("type[models.Model]", model._meta.get_field(self.through).related_model)
            return Q(**{f"{self.through}__in": parent._default_manager.order_by().values("pk")})
        ways = []
        if self.programme and scope.runs_programmes:
            ways.append(_rows(model, Q(**{f"{self.programme}__in": scope.programmes})))
        if scope.user_id is not None:
            ways += [_rows(model, Q(**{owner: scope.user_id})) for owner in self.owners]
        if scope.audience in self.shown:
            ways.append(self.shown[scope.audience](scope))
        seen = Q(pk__in=())
        for way in ways:
            seen |= way
        return seen


def _rows(model: type[models.Model], condition: Q) -> Q:
    return Q(pk__in=model._base_manager.filter(condition).order_by().values("pk"))


class ScopedManager(models.Manager[Row]):
    """
    The rows that the scope in force lets see.

    Raises:
        ScopeMissing: there is none.
    """

    def get_queryset(self) -> models.QuerySet[Row]:
        scope = current_scope()
        if scope is None:
            raise ScopeMissing(
                f"{self.model._meta.label} is scoped: enter `in_scope(…)` for a user, or `all_rows()` and say why."
            )
        found = super().get_queryset()
        if scope.is_everything:
            return found
        declared: RowScope = self.model.scope  # type: ignore[attr-defined]
        return found.filter(declared.condition(self.model, scope))


def current_scope() -> Scope | None:
    provider = _current.get()
    return None if provider is None else provider()


@contextmanager
def in_scope(scope: Scope | Provider) -> Iterator[None]:
    """Let queries answer with what `scope` lets see. A function is asked when a query needs it."""
    before = _current.set(scope if callable(scope) else lambda: scope)
    try:
        yield
    finally:
        _current.reset(before)


@contextmanager
def all_rows() -> Iterator[None]:
    """Let queries answer with every row: for commands, and for actions that must look beyond what `by` sees."""
    with in_scope(EVERYTHING):
        yield


@contextmanager
def outside_of_scopes() -> Iterator[None]:
    """Let no scoped query answer; for the tests of that."""
    before = _current.set(None)
    try:
        yield
    finally:
        _current.reset(before)
