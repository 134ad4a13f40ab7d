"""Who may get a mail about opportunities that fit, and whom of them one opportunity fits."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from django.db.models import Max
from django.utils.timezone import localdate

from brobygger.apps.base.enums import ContactWay, MailTopic
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.queries import bounced_addresses, choices_of_topic, declined_by
from brobygger.apps.matching.models import MailedOpportunity
from brobygger.apps.matching.queries.live import live_pool
from brobygger.apps.matching.queries.rankings import weights_of
from brobygger.apps.opportunities.adapters import read_opportunities
from brobygger.apps.opportunities.enums import OpportunityState
from brobygger.apps.opportunities.models import Application, Opportunity
from brobygger.apps.organisations.enums import OrganisationState
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.queries import agreeing_candidates, who_saw_notice
from brobygger.core.matching import opportunity_list

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from brobygger.apps.matching.queries.live import Bools, LivePool
    from brobygger.apps.people.models import Candidate

PAUSE_DAYS: Final = 7
"""Between two mails to the same person: the consent says “at most once a week”."""
MOST_TOLD: Final = 25
"""People who are written to about one opportunity at once, the best of those whom it fits."""


LAST: Final = Max("mailed_opportunities__mailed_at")
"""When somebody last got such a mail."""
LEAST_SCORE: Final = 0.5
"""Of the highest: nobody is written to because of an opportunity that no rule excludes but little speaks for."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """
    Whom an opportunity fits well, of those who agreed to mails and have not been told of it or applied.

    Args:
        now: ids of those who would be written to, the best first, at most `MOST_TOLD`.
        count: how many could be.
        resting: how many more got such a mail within the last seven days.
    """

    now: tuple[int, ...]
    count: int
    resting: int


def due_for_opportunity_mails(day: dt.date, **among: object) -> list[int]:
    """Ids of those who agreed, have what the own page needs, and were not written to for a week."""
    rows = _agreeing().filter(**among).annotate(last_at=LAST).values_list("pk", "last_at")
    return [pk for pk, last_at in rows if _is_due(last_at, day)]


def can_be_told(opportunity: Opportunity, day: dt.date) -> bool:
    """It is open, its company is accepted, and one can still apply for it."""
    is_vetted = opportunity.organisation.state == OrganisationState.ACCEPTED
    is_open = opportunity.state == OpportunityState.OPEN and is_vetted
    return is_open and (opportunity.valid_through is None or opportunity.valid_through >= day)


@all_rows()  # numbers of everybody who agreed; who they are is shown to nobody
def fitting_to_tell(opportunity: Opportunity, *, day: dt.date) -> Fitting:
    """Whom an opportunity would be told to now. A fixed number of queries."""
    told = MailedOpportunity.objects.filter(opportunity=opportunity).order_by().values("candidate")
    begun = Application.objects.filter(opportunity=opportunity).order_by().values("candidate")
    rows = _agreeing().filter(pk__in=who_saw_notice()).exclude(pk__in=told).exclude(pk__in=begun)
    chosen, _of_addresses = choices_of_topic(MailTopic.OPPORTUNITIES)
    silent, silent_addresses = declined_by(ContactWay.MAIL)
    dead = set(bounced_addresses().values_list("address", flat=True))
    due: list[int] = []
    resting: list[int] = []
    columns = rows.annotate(last_at=LAST).values_list("pk", "user", "user__email", "last_at")
    for pk, user, email, last_at in columns:
        address = email.lower()
        is_reached = chosen.get(user, MailTopic.OPPORTUNITIES.is_on_at_first) and address not in dead
        if is_reached and address and user not in silent and address not in silent_addresses:
            (due if _is_due(last_at, day) else resting).append(pk)
    live = live_pool()
    (seen,) = read_opportunities(Opportunity.objects.filter(pk=opportunity.pk))
    found = opportunity_list(live.pool, seen, weights=weights_of(opportunity))
    fits = found.scoring(LEAST_SCORE)
    among, later = fits & _among(live, due), fits & _among(live, resting)
    best = found.best(MOST_TOLD, among)
    return Fitting(tuple(int(one.candidate) for one in best), found.count(among), found.count(later))


def _agreeing() -> QuerySet[Candidate]:
    agree = agreeing_candidates(ConsentPurpose.OPPORTUNITY_MAILS)
    return agree.filter(matching_agreed_at__isnull=False, document__isnull=False, user__is_active=True)


def _is_due(last_at: dt.datetime | None, day: dt.date) -> bool:
    return last_at is None or (day - localdate(last_at)).days >= PAUSE_DAYS


def _among(live: LivePool, ids: list[int]) -> Bools:
    """Which of the pool these are, shape (candidates,)."""
    return np.isin(live.keys, np.array(ids, np.int64))
