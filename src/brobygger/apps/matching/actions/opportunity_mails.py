"""
Candidates who asked for it get a mail about opportunities that fit them.

A week after the last one by itself; or when somebody has those told whom one opportunity fits, which is then among
those in the mail. Both are the same mail, so together they come at most once a week, as was agreed to.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record, send_message
from brobygger.apps.base.actions.mail import WHY, Bulk
from brobygger.apps.base.actions.one_tap import absolute, language_of
from brobygger.apps.base.enums import MailTopic
from brobygger.apps.base.models import all_rows, in_scope
from brobygger.apps.base.queries import is_wanted
from brobygger.apps.base.rules import check_may
from brobygger.apps.matching.models import MailedOpportunity
from brobygger.apps.matching.queries import (
    BEST,
    can_be_told,
    due_for_opportunity_mails,
    explain_pair,
    fitting_to_tell,
    rank_opportunities,
)
from brobygger.apps.opportunities.actions.application_mail import ad_in_mail
from brobygger.apps.opportunities.models import Application, Opportunity
from brobygger.apps.people.models import Candidate
from brobygger.apps.people.queries import notice_seen_at
from brobygger.apps.programmes.queries import scope_of
from brobygger.core.matching import Explanation, Side, Tone

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

MOST: Final = 5  # opportunities in one mail
MOST_REASONS: Final = 4  # for each of them
Told = tuple[Opportunity, Explanation]


class NotToBeTold(Exception):
    """Nobody is told of an opportunity that cannot be applied for. The message says so."""


def mail_new_opportunities(*, day: dt.date, by: User | None, at: dt.datetime) -> int:
    """
    Write to every candidate who agreed to it, was not written to for a week, and whom something new fits.

    Each person is a transaction of its own: stopped and run again, it writes to nobody twice. What a mail tells of
    stands on the candidate's own page at that moment. Answers how many mails were written.
    """
    with all_rows():  # everybody who agreed; what fits each is asked in the scope of that person
        return sum(_mail_to(pk, None, day, by, at) for pk in due_for_opportunity_mails(day))


def tell_whom_it_fits(*, opportunity: Opportunity, day: dt.date, by: User | None, at: dt.datetime) -> int:
    """
    Write to the candidates whom an opportunity fits best, who agreed to such mails, were not written to for a week and
    have not been told of it. Whoever is told gets what else is new and fits in the same mail, the best first.

    Each person is a transaction of its own; nobody is told of the same opportunity twice. Answers how many mails were
    written: who got them is said to nobody, and their own entries in the trail are in nobody's name.

    Raises:
        PermissionDenied: `by` does not write for the company, or lead the programme.
        NotToBeTold: see there.
    """
    check_may(by, "matching.tell_whom_it_fits", opportunity)
    if not can_be_told(opportunity, day):
        raise NotToBeTold(_("Candidates are told of it once it is open and can be applied for."))
    with all_rows():  # as above
        told = sum(
            _mail_to(pk, opportunity, day, None, at) for pk in fitting_to_tell(opportunity, day=day).now
        )
    record(action="matching.tell_whom_it_fits", subject=opportunity, by=by, at=at, changes={"told": told})
    return told


@transaction.atomic
def _mail_to(
    candidate_id: int, wanted: Opportunity | None, day: dt.date, by: User | None, at: dt.datetime
) -> bool:
    """
    Write to one candidate, and keep what about. All is asked again under the lock: two may run at once.

    Args:
        wanted: no mail without this one.
    """
    locked = Candidate.objects.select_for_update(of=("self",)).select_related("user")
    candidate = locked.filter(pk=candidate_id).first()
    if candidate is None or candidate.user is None or not due_for_opportunity_mails(day, pk=candidate_id):
        return False
    user, topic = candidate.user, MailTopic.OPPORTUNITIES
    if not is_wanted(user=user, address=user.email, topic=topic) or notice_seen_at(candidate) is None:
        return False
    rows = _new_for(candidate, user, wanted, day)
    if not rows:
        return False
    context = {"rows": [_shown(*row, user) for row in rows], "notice": absolute(reverse("my-ranking"))}
    message = send_message(
        to=user,
        topic=topic,
        template="opportunities_that_fit",
        context=context,
        bulk=Bulk(WHY[topic], is_asked_for=True)
        if wanted
        else None,  # nobody waits at a page for mail servers
        by=by,
        at=at,
    )
    if message is None:
        return False
    told = [opportunity.pk for opportunity, _explanation in rows]
    MailedOpportunity.objects.bulk_create(
        MailedOpportunity(candidate=candidate, opportunity_id=pk, mailed_at=at) for pk in told
    )
    changes = {"opportunities": told}
    record(action="matching.mail_opportunities", subject=candidate, by=by, at=at, changes=changes)
    return True


def _new_for(candidate: Candidate, user: User, wanted: Opportunity | None, day: dt.date) -> list[Told]:
    """
    Of what the candidate's own page shows, what is new to the candidate and can be applied for. Best first.

    Args:
        wanted: is among them, in the last place where others fit better; nothing where it does not fit or is not new.
    """
    told = MailedOpportunity.objects.filter(candidate=candidate).values_list("opportunity_id", flat=True)
    begun = Application.objects.filter(candidate=candidate).values_list("opportunity_id", flat=True)
    known = {*told, *begun}
    with in_scope(scope_of(user)):
        shown = rank_opportunities(candidate, language=language_of(user), top=BEST).rows
        new = [
            (row.opportunity, row.explanation)
            for row in shown
            if row.opportunity.pk not in known and can_be_told(row.opportunity, day)
        ][:MOST]
        if wanted is None or any(opportunity == wanted for opportunity, _why in new):
            return new
        why = _fits(candidate, user, wanted) if wanted.pk not in known else None
    return [*new[: MOST - 1], (wanted, why)] if why else []


def _fits(candidate: Candidate, user: User, opportunity: Opportunity) -> Explanation | None:
    """Why, as far as the candidate sees the opportunity and no rule excludes the pair; None: it does not."""
    if not Opportunity.objects.filter(pk=opportunity.pk).exists():
        return None
    why = explain_pair(candidate, opportunity, language=language_of(user), side=Side.CANDIDATE)
    return why if why is not None and not why.of(Tone.STOP) else None


def _shown(opportunity: Opportunity, explanation: Explanation, to: User) -> dict[str, Any]:
    """An opportunity in the mail, in the language of its receiver, with what speaks for it in a line each."""
    good = explanation.of(Tone.GOOD, Tone.PARTIAL)[:MOST_REASONS]
    return {
        **ad_in_mail(opportunity, to),
        "organisation": opportunity.organisation.name,
        "place": opportunity.place_name,
        "reasons": [reason.text for reason in good],
        "address": absolute(reverse("my-opportunity", args=[opportunity.pk])),
    }
