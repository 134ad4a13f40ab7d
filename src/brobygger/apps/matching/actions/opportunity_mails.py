"""Candidates who asked for it get a mail about new opportunities that fit them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.timezone import localdate

from brobygger.apps.base.actions import record, send_message
from brobygger.apps.base.actions.one_tap import absolute, language_of
from brobygger.apps.base.enums import MailTopic
from brobygger.apps.base.models import all_rows, in_scope
from brobygger.apps.base.queries import is_wanted
from brobygger.apps.matching.models import MailedOpportunity
from brobygger.apps.matching.queries import BEST, RankedOpportunity, rank_opportunities
from brobygger.apps.opportunities.models import Application, Opportunity
from brobygger.apps.organisations.enums import OrganisationState
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.models import Candidate
from brobygger.apps.people.queries import agreeing_candidates, notice_seen_at
from brobygger.apps.programmes.queries import scope_of
from brobygger.core.matching import Tone

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

MOST: Final = 5  # opportunities in one mail
MOST_REASONS: Final = 4  # for each of them
PAUSE_DAYS: Final = 7
"""Between two mails to the same person: the consent says “at most once a week”."""


def mail_new_opportunities(*, day: dt.date, by: User | None, at: dt.datetime) -> int:
    """
    Write to every candidate who agreed to it, was not written to for a week, and whom something new fits.

    Each person is a transaction of its own: stopped and run again, it writes to nobody twice. What a mail tells of
    stands on the candidate's own page at that moment. Answers how many mails were written.
    """
    with all_rows():  # everybody who agreed; what fits each is asked in the scope of that person
        return sum(_mail_to(pk, day, by, at) for pk in _due(day))


def _due(day: dt.date, **among: object) -> list[int]:
    """Ids of those who agreed, have what the own page needs, and were not written to for a week."""
    agree = agreeing_candidates(ConsentPurpose.OPPORTUNITY_MAILS).filter(**among)
    found = agree.filter(matching_agreed_at__isnull=False, document__isnull=False, user__is_active=True)
    rows = found.annotate(last_at=Max("mailed_opportunities__mailed_at")).values_list("pk", "last_at")
    return [pk for pk, last_at in rows if _is_due(last_at, day)]


def _is_due(last_at: dt.datetime | None, day: dt.date) -> bool:
    return last_at is None or (day - localdate(last_at)).days >= PAUSE_DAYS


@transaction.atomic
def _mail_to(candidate_id: int, day: dt.date, by: User | None, at: dt.datetime) -> bool:
    """Write to one candidate, and keep what about. All is asked again under the lock: two may run at once."""
    locked = Candidate.objects.select_for_update(of=("self",)).select_related("user")
    candidate = locked.filter(pk=candidate_id).first()
    if candidate is None or candidate.user is None or not _due(day, pk=candidate_id):
        return False
    user, topic = candidate.user, MailTopic.OPPORTUNITIES
    if not is_wanted(user=user, address=user.email, topic=topic) or notice_seen_at(candidate) is None:
        return False
    rows = _new_for(candidate, user, day)
    if not rows:
        return False
    context = {"rows": [_shown(row) for row in rows], "notice": absolute(reverse("my-ranking"))}
    message = send_message(
        to=user, topic=topic, template="opportunities_that_fit", context=context, by=by, at=at
    )
    if message is None:
        return False
    told = [row.opportunity.pk for row in rows]
    MailedOpportunity.objects.bulk_create(
        MailedOpportunity(candidate=candidate, opportunity_id=pk, mailed_at=at) for pk in told
    )
    changes = {"opportunities": told}
    record(action="matching.mail_opportunities", subject=candidate, by=by, at=at, changes=changes)
    return True


def _new_for(candidate: Candidate, user: User, day: dt.date) -> list[RankedOpportunity]:
    """Of what the candidate's own page shows, what is new to the candidate and can be applied for. Best first."""
    with in_scope(scope_of(user)):
        shown = rank_opportunities(candidate, language=language_of(user), top=BEST).rows
    told = MailedOpportunity.objects.filter(candidate=candidate).values_list("opportunity_id", flat=True)
    begun = Application.objects.filter(candidate=candidate).values_list("opportunity_id", flat=True)
    known = {*told, *begun}
    return [
        row for row in shown if row.opportunity.pk not in known and _can_be_applied_for(row.opportunity, day)
    ][:MOST]


def _can_be_applied_for(opportunity: Opportunity, day: dt.date) -> bool:
    is_vetted = opportunity.organisation.state == OrganisationState.ACCEPTED
    return is_vetted and (opportunity.valid_through is None or opportunity.valid_through >= day)


def _shown(row: RankedOpportunity) -> dict[str, Any]:
    """An opportunity in the mail, with what speaks for it in a line each."""
    good = row.explanation.of(Tone.GOOD, Tone.PARTIAL)[:MOST_REASONS]
    return {
        "title": row.opportunity.title,
        "organisation": row.opportunity.organisation.name,
        "place": row.opportunity.place_name,
        "reasons": [reason.text for reason in good],
        "address": absolute(reverse("my-opportunity", args=[row.opportunity.pk])),
    }
