"""A named person says that they have read how a match run treated groups."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.matching.adapters import figures_digest
from brobygger.apps.matching.models import FairnessAcknowledgement, MatchRun

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

MOST_SIGNS: Final = 1_000


@transaction.atomic
def acknowledge_fairness(
    *, run: MatchRun, note: str = "", by: User, at: dt.datetime
) -> FairnessAcknowledgement:
    """
    Note that `by` has read the fairness report of a run. A person does that; the first one stands, for good.

    Raises:
        PermissionDenied: `by` may not, or is nobody.
        ValidationError: the run has no report, or the note is too long.
    """
    if by is None or not by.has_perm("matching.acknowledge_fairness"):
        raise PermissionDenied(_("You may not do this."))
    locked = MatchRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
    known = FairnessAcknowledgement.objects.filter(run=locked).first()
    if known:
        return known
    if len(note.strip()) > MOST_SIGNS:
        raise ValidationError(_("A note has at most %(most)s signs.") % {"most": MOST_SIGNS})
    if not locked.fairness:
        raise ValidationError(_("This match run has no fairness report."))
    read = FairnessAcknowledgement(
        run=locked,
        acknowledged_at=at,
        acknowledged_by=by,
        acknowledged_by_name=by.get_username(),
        note=note.strip(),
        digest=figures_digest(locked.fairness),
    )
    read.full_clean()
    read.save()
    changes = {"programme": locked.programme_id, "fairness_digest": read.digest}
    record(action="matching.acknowledge_fairness", subject=locked, by=by, at=at, changes=changes)
    return read
