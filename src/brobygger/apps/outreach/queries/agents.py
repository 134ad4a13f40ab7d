"""Reads of agents and ambassadors: their links, and what came of them in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet, Sum

from brobygger.apps.base.models import User, all_rows
from brobygger.apps.outreach.enums import AgentKind, BookingState, SchoolLevel
from brobygger.apps.outreach.models import Agent, AgentReach, AmbassadorBooking


@dataclass(frozen=True, slots=True)
class Reach:
    """
    What an agent's link brought, as numbers.

    Args:
        visits: how often it was opened; one person may be several.
        sign_ups: how many put themselves on the list through it.
    """

    visits: int = 0
    sign_ups: int = 0


def agents() -> QuerySet[Agent]:
    return Agent.objects.select_related("programme", "user")


def agent_by_id(pk: int) -> Agent | None:
    return agents().filter(pk=pk).first()


def agent_of_user(user: User) -> list[Agent]:
    """The roles that a user has as agent or ambassador."""
    return list(agents().filter(user=user.pk))


def agent_by_code(code: str) -> Agent | None:
    """Whose link it is; None where it is not in use."""
    with all_rows():  # a link is there for visitors; of the agent they see the name that others may read
        return agents().filter(code=code, is_active=True).first()


def user_by_address(email: str) -> User | None:
    """Who logs in with an address."""
    return User.objects.filter(email__iexact=email, is_active=True).order_by("pk").first()


def agent_of_link(pk: int) -> Agent | None:
    with all_rows():  # a link in a mail acts without anybody logged in
        return agents().filter(pk=pk, is_active=True).first()


def bookable_ambassadors() -> list[Agent]:
    """The ambassadors whom a school may ask for. What they are shown with is what they let others read."""
    with all_rows():  # schools are visitors
        return list(agents().filter(kind=AgentKind.AMBASSADOR, is_active=True))


def reach_of(found: Iterable[Agent]) -> dict[int, Reach]:
    """By agent. One query."""
    rows = AgentReach.objects.filter(agent__in=[one.pk for one in found]).order_by().values("agent")
    return {
        row["agent"]: Reach(row["visited"], row["joined"])
        for row in rows.annotate(visited=Sum("visits"), joined=Sum("sign_ups"))
    }


def bookings() -> QuerySet[AmbassadorBooking]:
    return AmbassadorBooking.objects.select_related("agent")


def booking_by_id(pk: int) -> AmbassadorBooking | None:
    return bookings().filter(pk=pk).first()


def pupils_reached(agent_ids: Iterable[int] | None = None) -> dict[SchoolLevel, Counter[str]]:
    """Pupils of visits that were held, by level of school: girls, boys, others. Exact: protect it before it is shown."""
    rows = AmbassadorBooking.objects.filter(state=BookingState.HELD)
    if agent_ids is not None:
        rows = rows.filter(agent__in=list(agent_ids))
    found: dict[SchoolLevel, Counter[str]] = {}
    for level, girls, boys, others in rows.values_list("level", "girls", "boys", "others"):
        found.setdefault(SchoolLevel(level), Counter()).update(
            {"girls": girls or 0, "boys": boys or 0, "others": others or 0}
        )
    return {level: found[level] for level in SchoolLevel if level in found}
