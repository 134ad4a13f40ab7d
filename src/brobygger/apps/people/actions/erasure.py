"""A candidate is erased: at the own wish, by who runs the programme, or because nobody has been here for long."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.base import actions as base
from brobygger.apps.base import queries
from brobygger.apps.base.actions import Address, OneTap, record, send_message
from brobygger.apps.base.enums import MailTopic, Retention, Role
from brobygger.apps.base.models import User, all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.people.models import Candidate, ErasureRequest
from brobygger.apps.people.queries import joined_ids, needs_archive, who_is_erased

if TYPE_CHECKING:
    from brobygger.apps.base.models import RetentionReceipt

KEEP: Final = "people.keep_profile"
WARNING_DAYS: Final = 30
"""Between the mail that says so and the erasure."""


@transaction.atomic
def ask_for_erasure(*, candidate: Candidate, by: User | None, at: dt.datetime) -> bool:
    """
    Erase a candidate at once, or keep the request where records have to go to the archive first.

    Returns:
        Whether the candidate is erased.

    Raises:
        PermissionDenied: `by` may not erase this candidate.
    """
    check_may(by, "people.erase_candidate", candidate)
    if needs_archive(candidate):
        _request, is_new = ErasureRequest.objects.get_or_create(
            candidate=candidate, defaults={"asked_at": at}
        )
        if is_new:
            record(action="people.ask_for_erasure", subject=candidate, by=by, at=at, changes={})
        return False
    _erase(candidate, by, at, changes={})
    return True


@transaction.atomic
def erase_account(*, user: User, by: User | None, at: dt.datetime) -> None:
    """
    Erase somebody who signed up as a candidate and has no profile here.

    Raises:
        PermissionDenied: `by` is a person and not the user, or the log-in is for other work here.
        ValueError: there is a profile: erase that.
    """
    if (by is not None and by.pk != user.pk) or user.role != Role.CANDIDATE or user.is_superuser:
        raise PermissionDenied(_("You may not do this."))
    if Candidate._base_manager.filter(user=user).exists():
        raise ValueError(f"{user.pk} has a profile.")
    trace = User(pk=user.pk)
    with all_rows():  # whoever is erased does not see the rows of others that name them
        counts = base.remove_person(who=queries.person(user_id=user.pk), by=by, at=at)
    changes = {"removed": dict(sorted(counts.items()))}
    record(action="people.erase_account", subject=trace, by=by, at=at, changes=changes)


@transaction.atomic
def erase_archived_candidate(*, request: ErasureRequest, by: User, at: dt.datetime) -> None:
    """
    Erase a candidate who asked for it, now that a person says that the duty to archive has been met.

    Raises:
        PermissionDenied: `by` may not say so, or is nobody.
    """
    if by is None:
        raise PermissionDenied("A person says that the duty to archive has been met.")
    check_may(by, "people.confirm_archived", None)
    _erase(request.candidate, by, at, changes={"archived": True})


@transaction.atomic
def keep_profile(*, candidate: Candidate, by: User | None, at: dt.datetime) -> Candidate:
    """
    Let a candidate's time begin anew.

    Raises:
        PermissionDenied: it is somebody else's.
    """
    check_may(by, "people.change_candidate", candidate)
    candidate.kept_at, candidate.warned_at = at, None
    candidate.save(update_fields=["kept_at", "warned_at"])
    record(action="people.keep_profile", subject=candidate, by=by, at=at, changes={})
    return candidate


def keep_retention(*, by: User | None, at: dt.datetime) -> RetentionReceipt:
    """
    Remove all that has been kept for long enough, and keep a receipt. Repeating it changes nothing.

    Each person is a transaction of their own, for all of it may take long: what was done before a fault stays done,
    and the next run does the rest.

    Candidates whom nobody has heard of are told first, and erased `WARNING_DAYS` after that. Who cannot be told,
    for lack of an address, has the same days. Where records have to go to the archive, a request stands instead.

    Raises:
        PermissionDenied: `by` is a person who may not.
    """
    check_may(by, "base.keep_retention", None)
    with all_rows():  # of everybody
        erased = 0
        for candidate in _overdue(at).filter(warned_at__lte=at - dt.timedelta(days=WARNING_DAYS)):
            erased += _erase_overdue(candidate, by, at)
        for candidate in _overdue(at).filter(warned_at__isnull=True):
            _warn(candidate, by, at)
        counts = [(Candidate._meta.label, Retention.PROFILE, erased), *base.remove_overdue_rows(by=by, at=at)]
        return base.keep_receipt(counts=counts, by=by, at=at)


def _overdue(at: dt.datetime) -> Any:
    found = next(one for one in queries.overdue(at) if one.is_person)
    return found.rows.filter(Q(warned_at__isnull=True) | Q(warned_at__lt=at)).select_related(
        "user", "identity"
    )


@transaction.atomic
def _erase_overdue(candidate: Candidate, by: User | None, at: dt.datetime) -> int:
    if needs_archive(candidate):
        ErasureRequest.objects.get_or_create(candidate=candidate, defaults={"asked_at": at})
        return 0
    _erase(candidate, by, at, changes={"is_overdue": True})
    return 1


@transaction.atomic
def _warn(candidate: Candidate, by: User | None, at: dt.datetime) -> None:
    candidate.warned_at = at
    candidate.save(update_fields=["warned_at"])
    identity = getattr(candidate, "identity", None)
    to: User | Address | None = candidate.user
    if to is None and identity and identity.email:
        to = Address(identity.email)
    if to is not None:
        # a link acts as a user: who has no log-in writes to us
        keep = OneTap(gettext_lazy("Keep my profile"), KEEP, {"candidate": candidate.pk}, WARNING_DAYS)
        context = {
            "day": (at + dt.timedelta(days=WARNING_DAYS)).date(),
            "has_link": candidate.user_id is not None,
            "contact": settings.CONTROLLER["contact"],
        }
        send_message(
            to=to,
            topic=MailTopic.ACCOUNT,
            template="profile_will_be_erased",
            context=context,
            links=(keep,) if candidate.user_id else (),
            by=by,
            at=at,
        )
    record(action="people.warn_of_erasure", subject=candidate, by=by, at=at, changes={})


def _erase(candidate: Candidate, by: User | None, at: dt.datetime, changes: dict[str, Any]) -> None:
    trace = Candidate(pk=candidate.pk)
    with all_rows():  # whoever is erased does not see the rows of others that name them
        counts: Counter[str] = Counter()
        for other_id in joined_ids([candidate.pk]):
            counts.update(base.remove_person(who=queries.Person(candidate_id=other_id), by=by, at=at))
        counts.update(base.remove_person(who=who_is_erased(candidate), by=by, at=at))
    changes = {**changes, "removed": dict(sorted(counts.items()))}
    record(action="people.erase_candidate", subject=trace, by=by, at=at, changes=changes)
