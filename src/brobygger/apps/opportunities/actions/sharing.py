"""A candidate withdraws the consent to be known: organisations see the alias from then on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from brobygger.apps.base.actions import record
from brobygger.apps.base.actions.erasure import GONE
from brobygger.apps.base.models import Message, User
from brobygger.apps.opportunities.models import Application
from brobygger.apps.people.actions.consents import after_withdrawal
from brobygger.apps.people.enums.consents import ConsentPurpose

if TYPE_CHECKING:
    from brobygger.apps.people.models import Candidate


def _hide(candidate: Candidate, opportunity_id: int | None, by: User | None, at: dt.datetime) -> None:
    """Of one opportunity or of all: the applications stand, and say no longer whose they are."""
    shared = Application._base_manager.filter(candidate=candidate, is_shared=True)
    if opportunity_id is not None:
        shared = shared.filter(opportunity=opportunity_id)
    rows = list(shared.select_for_update().order_by("pk"))
    Application._base_manager.filter(pk__in=[one.pk for one in rows]).update(is_shared=False)
    _take_out_of_mails(candidate, rows)
    for one in rows:
        record(action="opportunities.hide_from_organisation", subject=one, by=by, at=at, changes={})


def _take_out_of_mails(candidate: Candidate, rows: list[Application]) -> None:
    """Our copies of mails that named the candidate to these organisations: what they got, they have."""
    identity = getattr(candidate, "identity", None)
    words = [identity.name, identity.email, identity.phone] if identity else []
    receivers = User.objects.filter(organisations__opportunities__in=[one.opportunity_id for one in rows])
    for column in Message.privacy.mentions:
        for word in filter(None, words):
            found = Message._base_manager.filter(to_user__in=receivers, **{f"{column}__icontains": word})
            found.update(**{column: GONE})


after_withdrawal(ConsentPurpose.SHARE_ON_APPLICATION, _hide)
