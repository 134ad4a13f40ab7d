"""What candidates agreed to, and when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import OuterRef, Q, QuerySet, Subquery

from brobygger.apps.people.enums.consents import ConsentChannel, ConsentPurpose, current_text
from brobygger.apps.people.models import (
    Candidate,
    ConsentEntry,
)

if TYPE_CHECKING:
    pass


def standing_consents(candidate: Candidate) -> dict[tuple[str, str], ConsentEntry]:
    """
    The newest entry of the ledger for each (purpose, programme code), given or withdrawn. One query.

    What was said for one opportunity alone is left out, see `agrees_to_share`.
    """
    entries = ConsentEntry.objects.filter(candidate=candidate, opportunity_id=None).order_by("pk")
    return {(one.purpose, one.programme_code): one for one in entries}


def has_consent(candidate: Candidate, purpose: ConsentPurpose, programme_code: str = "") -> bool:
    """Whether the candidate agrees now. One query."""
    entries = ConsentEntry.objects.filter(candidate=candidate, purpose=purpose, programme_code=programme_code)
    latest = entries.filter(opportunity_id=None).order_by("pk").last()
    return latest is not None and latest.is_given


def agrees_to_share(candidate: Candidate, opportunity_id: int) -> bool:
    """
    Whether the company of an opportunity may get name, contact details and CV with an application. One query.

    What was said last counts, of this opportunity alone or of all.
    """
    entries = ConsentEntry.objects.filter(candidate=candidate, purpose=ConsentPurpose.SHARE_ON_APPLICATION)
    latest = entries.filter(Q(opportunity_id=None) | Q(opportunity_id=opportunity_id)).order_by("pk").last()
    return latest is not None and latest.is_given


def agreeing_candidates(purpose: ConsentPurpose) -> QuerySet[Candidate]:
    """Those who agree to a purpose now, whatever the programme, by id."""
    entries = ConsentEntry.objects.filter(candidate=OuterRef("pk"), purpose=purpose, programme_code="")
    latest = Subquery(entries.order_by("-pk").values("is_given")[:1])
    return Candidate.objects.annotate(agrees=latest).filter(agrees=True).order_by("pk")


def consent_history(candidate: Candidate) -> QuerySet[ConsentEntry]:
    """All that a candidate agreed to or withdrew, latest first."""
    return ConsentEntry.objects.filter(candidate=candidate).order_by("-pk")


def notice_seen_at(candidate: Candidate) -> dt.datetime | None:
    """
    When the candidate first read the notice about ranking in its current version; None: never.

    An answer that was brought along from elsewhere is none to this notice.
    """
    first = _seen_notices().filter(candidate=candidate).order_by("pk").first()
    return None if first is None else first.at


def who_saw_notice() -> QuerySet[ConsentEntry, int]:
    """Ids of all who have, for a query."""
    return _seen_notices().order_by().values_list("candidate", flat=True)


def _seen_notices() -> QuerySet[ConsentEntry]:
    return ConsentEntry.objects.filter(
        purpose=ConsentPurpose.MATCHING,
        channel=ConsentChannel.WEB,
        text_version=current_text(ConsentPurpose.MATCHING).version,
    )
