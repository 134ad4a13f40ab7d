"""Who asked to be erased, and what stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import QuerySet

from brobygger.apps.base.enums import Role as UserRole
from brobygger.apps.base.queries import Person, has_records, person
from brobygger.apps.people.models import (
    Candidate,
    ErasureRequest,
)

if TYPE_CHECKING:
    pass


def erasure_requests() -> QuerySet[ErasureRequest]:
    """The candidates who wait to be erased, the longest waiting first."""
    return ErasureRequest.objects.select_related("candidate").order_by("asked_at", "pk")


def erasure_request_by_id(*, pk: int) -> ErasureRequest | None:
    """The request of a candidate, by the candidate's number; None if there is none."""
    return ErasureRequest.objects.select_related("candidate").filter(pk=pk).first()


def who_is_erased(candidate: Candidate) -> Person:
    """The candidate and the own log-in; a log-in that is also for other work here stays."""
    user = candidate.user
    is_own = user is not None and user.role == UserRole.CANDIDATE and not user.is_superuser
    return person(user_id=candidate.user_id if is_own else None, candidate_id=candidate.pk)


def needs_archive(candidate: Candidate) -> bool:
    """Whether the installation has a duty to archive and keeps records of this candidate."""
    return bool(settings.ARCHIVE_DUTY) and has_records(who_is_erased(candidate))
