"""What each column holds about a person, why it may, and how long: said in the model itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Personal:
    """
    Columns that hold personal data for one purpose.

    Args:
        what: what they hold, in words that the person understands.
        columns: names of fields.
        is_secret: is not part of an export: what proves who somebody is, such as the hash of a password.
    """

    what: str | Promise
    columns: tuple[str, ...]
    purpose: Purpose
    basis: LegalBasis
    retention: Retention
    is_secret: bool = False


def names_who(*columns: str) -> Personal:
    """Columns that name the user who did something to a row."""
    return Personal(
        _("who did it"),
        columns,
        Purpose.ACCOUNTABILITY,
        LegalBasis.LEGITIMATE_INTEREST,
        Retention.ACCOUNTABILITY,
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
    """

    personal: tuple[Personal, ...] = ()
    plain: tuple[str, ...] = ()
    user: str = ""
    candidate: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.plain, *(name for part in self.personal for name in part.columns))
