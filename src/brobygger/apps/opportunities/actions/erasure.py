"""
When applications are erased, their number stays, by how far they came.

Who speaks for a company may leave: the log-in goes, the company's records and the answers given in its name stay.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record, remove_person
from brobygger.apps.base.actions.erasure import before_removal
from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User, all_rows
from brobygger.apps.base.queries import person
from brobygger.apps.opportunities.models import Application
from brobygger.apps.opportunities.queries import left_alone_by
from brobygger.apps.organisations.models import Contact
from brobygger.apps.programmes.actions.erasure import count_erased
from brobygger.apps.programmes.enums import ErasedKind

if TYPE_CHECKING:
    from brobygger.apps.opportunities.queries import LeftAlone


class AnswersOwed(Exception):
    """Applications would wait for the answer of a company that nobody manages any more."""

    def __init__(self, left: Sequence[LeftAlone]) -> None:
        names = ", ".join(one.organisation.name for one in left)
        super().__init__(
            _(
                "Nobody but you manages %(names)s, and applicants there wait for an answer. Answer them, or give a "
                "colleague the right to manage; then you can leave."
            )
            % {"names": names}
        )


@transaction.atomic
def erase_contact(*, user: User, by: User | None, at: dt.datetime) -> None:
    """
    Erase somebody who speaks for companies: the log-in, the mails, and whom it speaks for. What was written and
    answered in a company's name stays the company's, without the name.

    Raises:
        PermissionDenied: `by` is a person and not the user, or the log-in is for other work here.
        AnswersOwed: the user is the last who manages a company that owes answers.
    """
    if (by is not None and by.pk != user.pk) or user.role != Role.COMPANY or user.is_superuser:
        raise PermissionDenied(_("You may not do this."))
    with all_rows():  # whoever is erased does not see the rows of others that name them
        own = Contact.objects.filter(user=user).order_by().values("organisation")
        # locked: two managers cannot leave at the same moment, each because of the other
        list(Contact.objects.select_for_update().filter(organisation__in=own).values_list("pk"))
        owing = [one for one in left_alone_by(user) if one.waiting]
        if owing:
            raise AnswersOwed(owing)
        trace = User(pk=user.pk)
        counts = remove_person(who=person(user_id=user.pk), by=by, at=at)
    changes = {"removed": dict(sorted(counts.items()))}
    record(action="organisations.erase_contact", subject=trace, by=by, at=at, changes=changes)


def _count_applications(ids: Sequence[int], by: User | None, at: dt.datetime) -> None:
    rows = Application._base_manager.filter(pk__in=ids).values_list("opportunity__programme", "state")
    count_erased(kind=ErasedKind.APPLICATION, of=rows, by=by, at=at)


before_removal("opportunities.Application", _count_applications)
