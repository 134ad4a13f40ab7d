"""Agreements and placements in the reader's words."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from brobygger.apps.people.queries import name_of
from brobygger.apps.placements.enums import AgreementSide, AgreementState, PlacementState
from brobygger.apps.placements.queries import Listed
from brobygger.web import wording

TONES = {
    AgreementState.WAITING: "waiting",
    AgreementState.AGREED: "match",
    AgreementState.DECLINED: "neutral",
    PlacementState.PLANNED: "info",
    PlacementState.RUNNING: "match",
    PlacementState.COMPLETED: "neutral",
    PlacementState.BROKEN_OFF: "partly",
}
STATES = (
    *PlacementState.choices,
    (AgreementState.WAITING.value, AgreementState.WAITING.label),
    (AgreementState.DECLINED.value, AgreementState.DECLINED.label),
)


def state_label(state: str) -> str:
    return str(PlacementState(state).label if state in PlacementState.values else AgreementState(state).label)


def tone(state: str) -> str:
    return TONES[PlacementState(state) if state in PlacementState.values else AgreementState(state)]


def dates(version: Any) -> str:
    """“1 February – 30 June 2027”, or “from 1 February 2027”."""
    start = date_format(version.start_date, "DATE_FORMAT")
    if version.end_date is None:
        return _("from %(day)s") % {"day": start}
    return f"{start} – {date_format(version.end_date, 'DATE_FORMAT')}"


def pay(version: Any) -> str:
    if version.pay is None:
        return _("unpaid")
    amount = number_format(
        version.pay, decimal_pos=0 if version.pay == int(version.pay) else 2, force_grouping=True
    )
    return f"{amount} {version.currency} {version.get_pay_per_display()}"


def term_rows(version: Any) -> list[tuple[str, str]]:
    """(label, value) of each of the terms."""
    rows = [
        (_("Kind of place"), wording.capital(str(version.get_kind_display()))),
        (_("Dates"), dates(version)),
        (
            _("Hours a week"),
            number_format(version.hours_per_week, decimal_pos=0 if version.hours_per_week % 1 == 0 else 1),
        ),
        (_("Place of work"), f"{version.place_name}, {wording.words().country(version.country)}"),
        (_("Pay"), wording.capital(pay(version))),
        (_("Who guides at the company"), version.supervisor),
    ]
    if version.is_adult is not None:
        rows.append((_("18 or older on the first day"), _("yes") if version.is_adult else _("no")))
    if version.institution_person:
        rows.append((_("Who guides at the university"), version.institution_person))
    return rows


def side_name(side: AgreementSide, agreement: Any, *, shows_name: bool) -> str:
    if side == AgreementSide.CANDIDATE:
        return candidate_name(agreement, shows_name=shows_name)
    return str(agreement.organisation if side == AgreementSide.ORGANISATION else agreement.institution)


def candidate_name(agreement: Any, *, shows_name: bool) -> str:
    candidate = agreement.candidate
    return (name_of(candidate) if shows_name else "") or str(candidate.alias)


def entry(one: Listed, *, shows_name: bool) -> dict[str, Any]:
    """An agreement as a row of a list."""
    return {
        "agreement": one.agreement,
        "version": one.version,
        "name": candidate_name(one.agreement, shows_name=shows_name),
        "state": state_label(one.state),
        "tone": tone(one.state),
        "dates": dates(one.version),
        "kind": one.version.get_kind_display(),
        "missing": [side.label for side in one.missing],
    }
