"""What the columns of a file are is kept for the next such file, or forgotten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.programmes.models import KeptColumns
from brobygger.apps.programmes.queries import digest_of_header

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

MAY_IMPORT: Final[Mapping[str, str]] = {
    "organisations": "organisations.import_organisations",
    "candidates": "people.import_candidates",
    "register": "outreach.import_companies",
    "visits": "outreach.import_companies",
    "readings": "outreach.import_readings",
}
"""The permission that a sort of table takes, by the name of its `ColumnSet`."""


@transaction.atomic
def keep_columns(
    *, sort: str, choices: Mapping[str, str], file_name: str, by: User | None, at: dt.datetime
) -> KeptColumns:
    """
    Keep what the columns of a file are; what was said of the same columns before is replaced.

    Args:
        sort: name of the `ColumnSet`.
        choices: by header the name of a column, or "" to leave it out.

    Raises:
        PermissionDenied: `by` may not import such tables.
    """
    check_may(by, MAY_IMPORT[sort])
    said = {"choices": dict(choices), "file_name": file_name[-200:], "kept_at": at, "kept_by": by}
    kept, _is_new = KeptColumns.objects.update_or_create(
        sort=sort, digest=digest_of_header(choices), defaults=said
    )
    record(action="programmes.keep_columns", subject=kept, by=by, at=at, changes={"columns": dict(choices)})
    return kept


@transaction.atomic
def forget_columns(*, kept: KeptColumns, by: User | None, at: dt.datetime) -> None:
    """
    Forget what the columns of a file are: the next such file is read by its headers alone.

    Raises:
        PermissionDenied: `by` may not import such tables.
    """
    check_may(by, MAY_IMPORT[kept.sort])
    changes = {"columns": kept.choices}
    record(action="programmes.forget_columns", subject=kept, by=by, at=at, changes=changes)
    kept.delete()
