"""A CV is read again: all of it, when its owner has seen what that changes; or for the new kinds of facts alone."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.people.actions.candidates import store_facts, store_reading
from brobygger.apps.people.actions.profile import ChangedMeanwhile
from brobygger.apps.people.models import Candidate, CandidateDocument
from brobygger.apps.people.queries import documents_with_new_kinds, new_kinds, rereading
from brobygger.core.reading import READER_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brobygger.apps.base.models import User
    from brobygger.apps.people.queries import ProfileFact

AT_ONCE: Final = 50  # CVs in one transaction


@dataclass(frozen=True, slots=True)
class NewKinds:
    """
    What a batch of CVs says of the kinds of facts that their readers did not know.

    Args:
        last: the number of its last CV; None: there was none left.
        read: how many CVs were read.
        saying: how many of them say something new.
        facts: how many facts of each kind.
    """

    last: int | None
    read: int
    saying: int
    facts: Counter[str]


@transaction.atomic
def read_candidate_again(
    *, candidate: Candidate, seen: str | None = None, by: User | None, at: dt.datetime
) -> Candidate:
    """
    Read the CV with the reader and the vocabulary that are now in use. What people confirmed, put right, rejected or
    added stays, and nothing is read that contradicts it.

    Args:
        seen: the digest of `queries.rereading`, where somebody was shown what this changes.

    Raises:
        ChangedMeanwhile: it would change something else by now.
        PermissionDenied: it is somebody else's CV.
    """
    check_may(by, "people.change_candidate", candidate)
    candidate = Candidate.objects.select_for_update(of=("self",)).get(pk=candidate.pk)
    found = rereading(candidate)
    if seen is not None and seen != found.digest:
        raise ChangedMeanwhile(_("Something has changed since. Look through it once more."))
    before = candidate.document.reader_version
    store_reading(candidate=candidate, reading=found.reading, facts=found.facts, columns={}, at=at)
    candidate.changed_at = at
    candidate.save(update_fields=["changed_at"])
    changes = {
        "facts": len(found.reading.facts),
        "added": _by_kind(found.added),
        "gone": _by_kind(found.gone),
        "replaced": _by_kind(after for _before, after in found.changed),
        "reader": [before, READER_VERSION],
    }
    record(action="people.read_candidate_again", subject=candidate, by=by, at=at, changes=changes)
    return candidate


@transaction.atomic
def read_new_kinds(*, after: int = 0, applies: bool = True, by: User | None, at: dt.datetime) -> NewKinds:
    """
    Look in the next CVs for the kinds of facts that their readers did not know, and add them. All else stays.

    Repeat it with `after=last` until there is none left. May be stopped and run again: each batch is a transaction.

    Args:
        after: the number of a CV; those behind it are read.
        applies: False: nothing is written, it is only counted.

    Raises:
        PermissionDenied: `by` is a person who may not.
    """
    check_may(by, "classifications.change_vocabulary")
    due = documents_with_new_kinds(after=after)
    if applies:
        due = due.select_for_update(of=("candidate",))  # as everybody who changes a profile does
    documents = list(due[:AT_ONCE])
    facts: Counter[str] = Counter()
    saying = 0
    for document in documents:
        reading, found = new_kinds(document)
        kinds = Counter(fact.kind for fact in found)
        facts.update(kinds)
        saying += bool(found)
        if applies:
            candidate = document.candidate
            if found:
                store_facts(candidate=candidate, facts=found, passages=reading.passages)
                candidate.changed_at = at
                candidate.save(update_fields=["changed_at"])
                changes = {"added": dict(kinds), "reader": [document.kinds_version, READER_VERSION]}
                record(action="people.read_new_kinds", subject=candidate, by=by, at=at, changes=changes)
            CandidateDocument.objects.filter(pk=document.pk).update(kinds_version=READER_VERSION)
    return NewKinds(documents[-1].pk if documents else None, len(documents), saying, facts)


def _by_kind(found: Iterable[ProfileFact]) -> dict[str, int]:
    return dict(sorted(Counter(one.fact.kind for one in found).items()))
