"""What is kept of somebody, for reading and as JSON: the same rows, made from what the tables declare."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.db.models import Field, Model
from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.base.enums import RETENTION_DAYS, Purpose
from brobygger.apps.base.queries import Held, kept_unsorted, user_columns
from brobygger.apps.classifications.queries import taxonomy
from brobygger.core.skills import Taxonomy
from brobygger.web import wording
from brobygger.web.secretariat.history.phrases import action_phrase, subject_word

FORMAT: Final = "brobygger-personal-data-1"
ORDER: Final = tuple(Purpose)
AS_TABLE: Final = 3  # more rows than these stand in a table
MOST_LINES: Final = 200  # that a page shows of a table, the newest; the file has them all
THEIR_COLUMNS: Final[Mapping[str, Promise]] = {
    "account": gettext_lazy("Account"),
    "created_at": gettext_lazy("Since"),
    "data": gettext_lazy("What else is kept"),
    "ip": gettext_lazy("Internet address (IP)"),
    "last_seen_at": gettext_lazy("Last seen"),
    "last_used_at": gettext_lazy("Last used"),
    "token": gettext_lazy("Key"),
    "type": gettext_lazy("Kind"),
    "uid": gettext_lazy("Number at the provider"),
    "user": gettext_lazy("Account"),
    "user_agent": gettext_lazy("Browser"),
}
LONGEST_LIST: Final = 12  # of a longer one the page says how long it is; the file has it all


@dataclass(frozen=True, slots=True)
class Table:
    """Several rows of one kind of record; `more` of them stand in the file alone."""

    name: str
    columns: list[tuple[str, str]]
    lines: list[list[str]]
    more: int


@dataclass(frozen=True, slots=True)
class Section:
    """
    One thing that is kept, for reading.

    Args:
        what: in words.
        purposes, bases, retentions: why it may be kept, and how long.
        cards: (name of the kind of record, (name of a column, value) pairs) of single rows.
        is_secret: kept, and not shown.
        order: where it stands.
    """

    what: str
    purpose: str
    basis: str
    retention: str
    tables: list[Table]
    cards: list[tuple[str, list[tuple[str, str]]]]
    count: int
    is_secret: bool
    order: Purpose

    @property
    def heading(self) -> str:
        return wording.capital(self.what)


def sections(held: Iterable[Held], reader_id: int | None) -> list[Section]:
    """What is kept, by what it is, who somebody is and what was written first. Of each purpose one section."""
    shown = _Shown(reader_id)
    found: dict[tuple[str, str, str, str], Section] = {}
    for one in held:
        part = one.part
        key = (
            str(part.what),
            str(part.purpose.label),
            str(part.basis.label),
            str(part.retention.label),
        )
        section = found.get(key) or Section(*key, [], [], 0, part.is_secret, part.purpose)
        found[key] = _with_rows(section, one, shown)
    return sorted(found.values(), key=lambda one: ORDER.index(one.order))


def _with_rows(section: Section, held: Held, shown: _Shown) -> Section:
    tables, cards = [*section.tables], [*section.cards]
    name = wording.capital(str(held.model._meta.verbose_name))
    if not held.part.is_secret:
        lines = [shown.line(held, row) for row in held.rows]
        if len(lines) > AS_TABLE:
            labels = [label for label in _labels(held) if any(label in line for line in lines)]
            plural = wording.capital(str(held.model._meta.verbose_name_plural))
            columns = [(label, "text") for label in labels]
            values = [[line.get(label, "") for label in labels] for line in lines[-MOST_LINES:]]
            tables.append(Table(plural, columns, values, max(0, len(lines) - MOST_LINES)))
        else:
            cards += [(name, list(line.items())) for line in lines if line]
    return Section(
        section.what,
        section.purpose,
        section.basis,
        section.retention,
        tables,
        cards,
        section.count + len(held.rows),
        section.is_secret,
        section.order,
    )


def _labels(held: Held) -> list[str]:
    return [label_of(held.model, name) for name in held.part.columns]


def label_of(model: type[Model], name: str) -> str:
    """What people call a column; those of other people's tables have no words of their own."""
    if not model.__module__.startswith("brobygger.") and name in THEIR_COLUMNS:
        return str(THEIR_COLUMNS[name])
    field: Any = model._meta.get_field(name)
    return wording.capital(str(field.verbose_name))


class _Shown:
    """Values in words, for one reader."""

    def __init__(self, reader_id: int | None) -> None:
        self.reader_id = reader_id
        self._taxonomy: Taxonomy | None = None

    @property
    def concepts(self) -> Taxonomy:
        self._taxonomy = self._taxonomy or taxonomy()
        return self._taxonomy

    def line(self, held: Held, row: Model) -> dict[str, str]:
        """The columns of a row that say something, by label."""
        values = {name: self.value(row, held.model._meta.get_field(name)) for name in held.part.columns}
        return {label_of(held.model, name): text for name, text in values.items() if text}

    def value(self, row: Any, field: Any) -> str:
        if field.many_to_many:
            return str(row)  # the person is in the list; which list is what matters
        value = getattr(row, field.name)
        if field.is_relation:
            return self._named(value)
        if value in (None, "", [], {}):
            return ""
        if field.choices:
            return str(getattr(row, f"get_{field.name}_display")())
        if field.name == "value" and isinstance(value, dict) and hasattr(row, "kind"):
            return wording.fact_value(row.kind, value, self.concepts)
        words = WORDS.get(f"{row._meta.label}.{field.name}")
        return words(value) if words else self.plain(value)

    def _named(self, value: Any) -> str:
        if value is None:
            return ""
        if hasattr(value, "role_label"):  # another person's name is not what was asked for
            return _("you") if value.pk == self.reader_id else value.role_label
        return str(value)

    def plain(self, value: Any) -> str:
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, dt.datetime):
            return date_format(localtime(value), "DATETIME_FORMAT")
        if isinstance(value, dt.date):
            return date_format(value, "DATE_FORMAT")
        if isinstance(value, int | float):
            return number_format(value, use_l10n=True)
        if isinstance(value, list):
            if len(value) > LONGEST_LIST or any(isinstance(one, list) for one in value):
                return _("%(count)d entries") % {"count": len(value)}
            return ", ".join(self.plain(one) for one in value)
        if isinstance(value, dict):
            return "; ".join(f"{name}: {self.plain(one)}" for name, one in value.items())
        return self._concept(str(value))

    def _concept(self, text: str) -> str:
        """Concepts are kept by their address; people know them by name."""
        if not text.startswith(("http://data.europa.eu/esco/", "skill:", "occupation:")):
            return text
        number = self.concepts.index.get(text)
        return text if number is None else self.concepts.preferred(number, wording.reader_language())


def _countries(codes: list[str]) -> str:
    return ", ".join(_("EU or EEA") if code == "EU" else wording.words().country(code) for code in codes)


def _kinds(kinds: list[str]) -> str:
    return ", ".join(wording.words().name(f"kind.{kind}") for kind in kinds)


WORDS: Final[Mapping[str, Callable[[Any], str]]] = {
    "people.PositionPreference.kinds": _kinds,
    "people.PositionPreference.moves_to": _countries,
    "people.PositionPreference.work_right": _countries,
    "people.PositionPreference.markets": _countries,
    "people.PositionPreference.home_country": lambda code: wording.words().country(code),
    "people.CandidateBackground.native_language": lambda code: wording.words().language_name(code),
    "people.CandidateDocument.language": lambda code: wording.words().language_name(code),
    "people.CandidateFact.language": lambda code: wording.words().language_name(code),
    "base.AuditEntry.action": action_phrase,
    "base.AuditEntry.subject_type": subject_word,
    "base.Message.language": lambda code: wording.words().language_name(code),
    "base.OneTapLink.language": lambda code: wording.words().language_name(code),
    "base.User.language": lambda code: wording.words().language_name(code),
}


def as_json(
    held: Iterable[Held], *, user_id: int | None, candidate_id: int | None, at: dt.datetime
) -> dict[str, Any]:
    """The file, as docs/how-to/privacy.md describes it. Values are those of the database."""
    told = list(held)
    return {
        "format": FORMAT,
        "made_at": at,
        "about": {"user": user_id, "candidate": candidate_id},
        "controller": settings.CONTROLLER,
        "sections": [_section(one) for one in told if not one.part.is_secret],
        "left_out": [
            {"table": one.model._meta.label, "what": str(one.part.what), "columns": list(one.part.columns)}
            for one in told
            if one.part.is_secret
        ],
        "not_listed": [
            {"table": model._meta.label, "what": str(part.what), "columns": list(part.columns)}
            for model, part in kept_unsorted()
        ],
    }


def _section(held: Held) -> dict[str, Any]:
    part = held.part
    return {
        "table": held.model._meta.label,
        "what": str(part.what),
        "purpose": _coded(part.purpose),
        "basis": _coded(part.basis),
        "retention": {**_coded(part.retention), "days": RETENTION_DAYS.get(part.retention)},
        "columns": [{"name": name, "label": label_of(held.model, name)} for name in part.columns],
        "rows": [dict(_raw(held, row)) for row in held.rows],
    }


def _coded(choice: Any) -> dict[str, str]:
    return {"code": choice.value, "label": str(choice.label)}


def _raw(held: Held, row: Any) -> Iterator[tuple[str, Any]]:
    yield "id", row.pk
    own = set(user_columns(held.model, held.part))
    for name in held.part.columns:
        field: Field[Any, Any] | Any = held.model._meta.get_field(name)
        if field.many_to_many:
            yield name, str(row)
        elif field.is_relation:
            value = getattr(row, name)
            # of other people the number and no name
            yield (
                name,
                None if value is None else {"id": value.pk, **({} if name in own else {"name": str(value)})},
            )
        else:
            value = getattr(row, name)
            yield name, str(value) if isinstance(value, Promise) else value
