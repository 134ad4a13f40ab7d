"""What each column holds about a person, why it may, and how long: said in the model itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention

if TYPE_CHECKING:
    from django.utils.functional import Promise


class OnErasure(Enum):
    """What becomes of a row when the person whom it is about is erased."""

    REMOVED = "removed"
    UNLINKED = "unlinked"  # the row is about something else; what ties the person to it goes
    KEPT = "kept"  # it holds ids that lead nowhere any more, and no words


@dataclass(frozen=True, slots=True)
class Personal:
    """
    Columns that hold personal data for one purpose.

    Args:
        what: what they hold, in words that the person understands.
        columns: names of fields.
        is_secret: is not part of an export: what proves who somebody is, such as the hash of a password.
        since: lookups to the moments that the days of `retention` count from; the latest of them counts. Empty: it
            goes with the person, or with the row that it stands in.
        names_who: the columns name users who did something to the row, not the person whom the row is about.
    """

    what: str | Promise
    columns: tuple[str, ...]
    purpose: Purpose
    basis: LegalBasis
    retention: Retention
    is_secret: bool = False
    since: tuple[str, ...] = ()
    names_who: bool = False


def names_who(*columns: str) -> Personal:
    """Columns that name the user who did something to a row."""
    return Personal(
        _("who did it"),
        columns,
        Purpose.ACCOUNTABILITY,
        LegalBasis.LEGITIMATE_INTEREST,
        Retention.ACCOUNTABILITY,
        names_who=True,
    )


@dataclass(frozen=True, slots=True)
class Privacy:
    """
    Every column of a model: personal, or not.

    Args:
        personal: what is held about people.
        plain: columns that say nothing about a person.
        user: lookup from a row to the user whom it is about; empty: none.
        candidate: lookup from a row to the candidate whom it is about; empty: none.
        candidate_rows: conditions of the rows for which `candidate` holds.
        address: lookup from a row to the e-mail address of the person whom it is about; empty: none.
        identifying: columns with words that tell who somebody is wherever they stand: a name, an address.
        mentions: columns with texts about something else in which such words may stand.
        open_rows: conditions of rows that are never overdue, for what they tell about goes on.
        on_erasure: what becomes of a row when the person is erased.
        is_record: a public authority may have to hand the row to an archive before it is erased.
    """

    personal: tuple[Personal, ...] = ()
    plain: tuple[str, ...] = ()
    user: str = ""
    candidate: str = ""
    candidate_rows: Mapping[str, Any] = field(default_factory=dict)
    address: str = ""
    identifying: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    open_rows: Mapping[str, Any] = field(default_factory=dict)
    on_erasure: OnErasure = OnErasure.REMOVED
    is_record: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.plain, *(name for part in self.personal for name in part.columns))
