"""What the columns of an uploaded table are: shown with the first rows, said by a person, kept for the next such file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.contrib import messages
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brobygger.apps.programmes.actions import keep_columns
from brobygger.web import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brobygger.apps.programmes.queries import TableColumns
    from brobygger.data.tables import ColumnSet
    from brobygger.web.page import PageRequest

SHOWN_ROWS: Final = 3
LONGEST_CELL: Final = 60


@dataclass(frozen=True)
class ShownColumn:
    """
    One column of the file.

    Args:
        cells: of its first rows, shortened.
        name: what it is read as, or proposed to be; empty: it is left out.
        is_proposed: it is left out until somebody agrees.
    """

    place: int
    header: str
    cells: list[str]
    name: str
    is_proposed: bool


def column_context(found: TableColumns, *, choose_address: str, forget_address: str) -> dict[str, Any]:
    """What `secretariat/_column_choices.html` shows, under one name."""
    language = wording.reader_language()
    shown = [
        ShownColumn(
            place,
            header,
            [_short(row[place]) for row in found.rows[:SHOWN_ROWS]],
            found.places.get(place) or found.proposed.get(place, ""),
            is_proposed=place not in found.places and place in found.proposed,
        )
        for place, header in enumerate(found.header)
        if header
    ]
    left_out = sum(one.place not in found.places for one in shown)
    return {
        "columns": shown,
        "choices": [(one.name, one.label.text(language)) for one in found.columns.columns],
        "needed": [one.label.text(language) for one in found.columns.columns if one.is_required],
        "summary": ngettext(
            "Which column is what (%(number)s column is left out)",
            "Which column is what (%(number)s columns are left out)",
            left_out,
        )
        % {"number": left_out}
        if left_out
        else _("Which column is what"),
        "has_proposals": any(one.is_proposed for one in shown),
        "kept": found.kept,
        "choose_address": choose_address,
        "forget_address": forget_address,
    }


def columns_in(request: PageRequest) -> dict[str, str] | None:
    """By header the name of the column that was chosen; None if the form holds none."""
    headers, names = request.POST.getlist("header"), request.POST.getlist("column")
    return dict(zip(headers, names, strict=False)) if headers else None


def keep_and_tell(
    request: PageRequest, said: Mapping[str, str], *, columns: ColumnSet, file_name: str
) -> None:
    """Keep what was said for the next such file, if asked to; tell of a column that was chosen twice."""
    language = wording.reader_language()
    counts = Counter(name for name in said.values() if name in columns.by_name)
    for name in (name for name, count in counts.items() if count > 1):
        messages.warning(
            request,
            _("Several columns are “%(column)s”: only the first of them is read.")
            % {"column": columns.by_name[name].label.text(language)},
        )
    if "keep" in request.POST and counts:
        keep_columns(sort=columns.name, choices=said, file_name=file_name, by=request.user, at=now())
        messages.success(request, _("The next file with these columns is read in the same way."))


def kept_lines(kept: Iterable[Any], columns: ColumnSet) -> list[dict[str, Any]]:
    """What was said of files before, for the page that takes the next one."""
    language = wording.reader_language()
    return [
        {
            "kept": one,
            "said": [
                (header, columns.by_name[name].label.text(language))
                for header, name in one.choices.items()
                if name in columns.by_name
            ],
        }
        for one in kept
    ]


def _short(cell: str) -> str:
    text = " ".join(cell.split())
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…"
