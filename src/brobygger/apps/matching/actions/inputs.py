"""The kept inputs of match runs are personal data: they go when their time is over, and a person who is erased goes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.matching.models import MatchRun, MatchRunInput, RankingShown
from brobygger.data.match_inputs import packed, unpacked, without_candidate

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

CHUNK = 100  # lists of shown rankings looked through at a time


@transaction.atomic
def forget_run_inputs(*, before: dt.datetime, by: User | None, at: dt.datetime) -> int:
    """
    Drop what runs and shown rankings of before a moment were made from; the digests stay. Returns how many they were.

    Inputs that a later one was made from as well stay with that one. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
    """
    _check_may_forget(by)
    old = MatchRun.objects.filter(started_at__lt=before, inputs__isnull=False)
    runs = list(old.select_for_update().order_by("pk"))
    MatchRun.objects.filter(pk__in=[run.pk for run in runs]).update(inputs=None)
    older = RankingShown.objects.filter(shown_at__lt=before, inputs__isnull=False)
    lists = list(older.select_for_update().order_by("pk"))
    RankingShown.objects.filter(pk__in=[one.pk for one in lists]).update(inputs=None)
    MatchRunInput.objects.filter(runs__isnull=True, rankings_shown__isnull=True).delete()
    dropped: list[MatchRun | RankingShown] = [*runs, *lists]
    for one in dropped:
        changes = {"inputs_digest": one.inputs_digest}
        record(action="matching.forget_run_inputs", subject=one, by=by, at=at, changes=changes)
    return len(dropped)


@transaction.atomic
def remove_candidate_from_inputs(*, candidate_id: int, by: User | None, at: dt.datetime) -> int:
    """
    Take one person out of everything that runs and shown rankings keep. Returns how many rows held the person.

    The digests stay, so that a replay can say that something was taken out. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
        UnreadableInputs: of `data.match_inputs`; kept inputs are damaged. Nothing is changed.
    """
    _check_may_forget(by)
    changed = take_out(candidate_id)
    for one in changed:
        record(action="matching.remove_candidate_from_inputs", subject=one, by=by, at=at, changes={})
    return len(changed)


def take_out(candidate_id: int) -> list[MatchRunInput | RankingShown]:
    """The rows that held a person and do so no more. Who may, and the trace of it, are the caller's."""
    changed: list[MatchRunInput | RankingShown] = []
    for pk in list(
        MatchRunInput._base_manager.select_for_update().order_by("pk").values_list("pk", flat=True)
    ):
        kept = MatchRunInput._base_manager.get(pk=pk)  # one at a time: each may be large
        reduced = without_candidate(unpacked(bytes(kept.content)), str(candidate_id))
        if reduced is not None:
            kept.content, kept.removed_count = packed(reduced), kept.removed_count + 1
            kept.save(update_fields=["content", "removed_count"])
            changed.append(MatchRunInput(pk=pk))
    for shown in RankingShown._base_manager.select_for_update().order_by("pk").iterator(CHUNK):
        rows = [[None if who == candidate_id else who, *rest] for who, *rest in shown.rows]
        if rows != shown.rows:
            shown.rows = rows
            shown.save(update_fields=["rows"])
            changed.append(RankingShown(pk=shown.pk))
    return changed


def _check_may_forget(by: User | None) -> None:
    check_may(by, "matching.forget_inputs")
