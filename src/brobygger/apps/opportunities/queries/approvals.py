"""Reads of which opportunities a programme has approved, and which wait for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from brobygger.apps.base.models import all_rows
from brobygger.apps.opportunities.models import Opportunity, OpportunityApproval
from brobygger.apps.programmes.models import Programme
from brobygger.apps.programmes.queries import programmes_run_by

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.people.models import Candidate


def undecided_opportunities(
    programme: Programme, *, of_others: bool = False, text: str = ""
) -> QuerySet[Opportunity]:
    """
    Open opportunities that a programme has not decided on, the oldest first.

    Of other programmes, or none, only what is published: whoever decides could read it anyway.

    Args:
        of_others: those of other programmes, or of none, instead of its own.
        text: words of the title or the organisation's name; all must occur.
    """
    decided = OpportunityApproval._base_manager.filter(opportunity=OuterRef("pk"), programme=programme)
    with all_rows():  # what is published is there for everybody to read
        found = Opportunity.objects.published() if of_others else Opportunity.objects.open()
    own = Q(programme=programme)
    found = found.filter(~own if of_others else own, ~Exists(decided))
    for word in text.split():
        found = found.filter(Q(title__icontains=word) | Q(organisation__name__icontains=word))
    return found.select_related("organisation").defer("text", "passages").order_by("date_posted", "pk")


def approvals_in(programme: Programme, *, is_approved: bool) -> QuerySet[OpportunityApproval]:
    """What a programme has approved, or declined, the latest first."""
    found = OpportunityApproval.objects.filter(programme=programme, is_approved=is_approved)
    return found.select_related("opportunity__organisation").defer(
        "opportunity__text", "opportunity__passages"
    )


def opportunity_to_decide(programme: Programme, pk: int) -> Opportunity | None:
    """An opportunity that a programme may decide on, or has decided on; None if it is none."""
    with all_rows():  # see `undecided_opportunities`
        own = Opportunity.objects.select_related("organisation", "programme")
        found = own.filter(pk=pk, programme=programme).exclude(state="draft").first()
        return found or own.published().filter(pk=pk).first()


def approval_of(opportunity: Opportunity, programme: Programme) -> OpportunityApproval | None:
    return OpportunityApproval._base_manager.filter(opportunity=opportunity, programme=programme).first()


def approval_at_home(opportunity: Opportunity) -> tuple[bool, OpportunityApproval | None]:
    """Whether an opportunity's own programme asks to approve it, and what it has decided."""
    programme = opportunity.programme
    if programme is None or not programme.approves_opportunities:
        return False, None
    return True, approval_of(opportunity, programme)


def waiting_for_approval(user: User) -> QuerySet[Opportunity]:
    """Open opportunities that a programme which a user runs asks to approve, and has not decided on, oldest first."""
    asking = programmes_run_by(user).filter(approves_opportunities=True).order_by()
    decided = OpportunityApproval._base_manager.filter(
        opportunity=OuterRef("pk"), programme=OuterRef("programme")
    )
    found = Opportunity.objects.open().filter(~Exists(decided), programme__in=asking.values("pk"))
    found = found.select_related("organisation", "programme").defer("text", "passages")
    return found.order_by("date_posted", "pk")


def hidden_from(candidate: Candidate) -> frozenset[int]:
    """
    Ids of open opportunities that a programme concerned has not approved: the opportunity's own, or the candidate's.

    One query where no programme asks for it, else two.
    """
    asking = Programme.objects.filter(approves_opportunities=True).order_by()
    own = dict(asking.values_list("pk", Exists(_membership(candidate))))
    if not own:
        return frozenset()
    approved = OpportunityApproval._base_manager.filter(opportunity=OuterRef("pk"), is_approved=True)
    hidden: Any = Q(programme__in=own) & ~Exists(approved.filter(programme=OuterRef("programme")))
    for pk in (pk for pk, is_own in own.items() if is_own):
        hidden |= ~Exists(approved.filter(programme=pk))
    with all_rows():  # of the whole list that ranks are made of
        found = Opportunity.objects.open().filter(hidden)
        return frozenset(found.order_by().values_list("pk", flat=True))


def unapproved_by(opportunity: Opportunity, candidate: Candidate) -> list[Programme]:
    """The programmes that keep an opportunity from a candidate, by name."""
    concerned = Q(candidates=candidate) | Q(pk=opportunity.programme_id)
    approved = OpportunityApproval._base_manager.filter(
        opportunity=opportunity, programme=OuterRef("pk"), is_approved=True
    )
    found = Programme.objects.filter(concerned, ~Exists(approved), approves_opportunities=True)
    return list(found.distinct().order_by("name", "pk"))


def _membership(candidate: Candidate) -> QuerySet[Programme]:
    return Programme.objects.filter(pk=OuterRef("pk"), candidates=candidate).order_by()
