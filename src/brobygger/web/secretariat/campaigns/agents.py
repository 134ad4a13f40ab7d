"""Agents and ambassadors: their links, what these brought in numbers, and schools that ask them to come."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable
from typing import Any

import segno
from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from brobygger.apps.outreach import actions, queries
from brobygger.apps.outreach.enums import AgentKind, SchoolLevel
from brobygger.apps.programmes.queries import programmes
from brobygger.core.barometer.small_cells import protected_table
from brobygger.web import wording
from brobygger.web.page import ANYONE, PageRequest, page

LINK = "outreach.open_agent_link"
SEXES = ("girls", "boys", "others")


def _address(code: str) -> str:
    return f"{settings.BROBYGGER_URL}{reverse('agent-link', kwargs={'code': code})}"


@page(may="outreach.view_agents")
def list_agents(request: PageRequest) -> HttpResponse:
    found = list(queries.agents())
    reach = queries.reach_of(found)
    context = {
        "agents": [(one, reach.get(one.pk, queries.Reach()), _address(one.code)) for one in found],
        "bookings": list(queries.bookings()),
        "pupils": _pupils(None),
        "kinds": AgentKind.choices,
        "programmes": list(programmes()),
        "may_change": request.user.has_perm("outreach.change_agents"),
    }
    return render(request, "secretariat/agents.html", context)


@page(may="outreach.change_agents", writes=True)
def save(request: PageRequest) -> HttpResponse:
    post = request.POST
    programme = next((one for one in programmes() if str(one.pk) == post.get("programme")), None)
    if programme is None or post.get("kind") not in AgentKind.values:
        messages.error(request, _("Choose a programme and a kind."))
        return redirect("agents")
    email = post.get("email", "").strip()
    user = queries.user_by_address(email) if email else None
    if email and user is None:
        messages.error(request, _("Nobody has a log-in with this address."))
        return redirect("agents")
    try:
        actions.save_agent(
            programme=programme,
            kind=AgentKind(post["kind"]),
            name=post.get("name", ""),
            about=post.get("about", ""),
            user=user,
            by=request.user,
            at=now(),
        )
    except ValueError as error:
        messages.error(request, str(error))
    return redirect("agents")


@page(may="outreach.view_own_reach")
def show_own(request: PageRequest) -> HttpResponse:
    """The own numbers; who the people behind them are is not shown, and not kept."""
    own = queries.agent_of_user(request.user)
    reach = queries.reach_of(own)
    context = {
        "agents": [(one, reach.get(one.pk, queries.Reach()), _address(one.code)) for one in own],
        "bookings": [one for one in queries.bookings() if one.agent_id in reach.keys() | {a.pk for a in own}],
        "pupils": _pupils([one.pk for one in own]),
        "today": now().date(),
    }
    return render(request, "candidate/my_reach.html", context)


@page(may=LINK, of=queries.agent_by_code)
def show_qr(request: HttpRequest, agent: Any) -> HttpResponse:
    """The link as a QR code, to print or to show on a phone. It holds what the link holds: no secret."""
    out = io.BytesIO()
    segno.make(_address(agent.code), error="m", micro=False).save(
        out, kind="svg", scale=8, border=4, dark="#000", light="#fff", xmldecl=False, title=agent.name
    )
    return HttpResponse(out.getvalue(), content_type="image/svg+xml")


@never_cache
def show_link(request: HttpRequest, code: str) -> HttpResponse:
    """
    What an agent's link opens. Opening it counts one visit and keeps nothing else: no cookie, no address.

    A page that reads cannot write; so the visit is counted before, and only for people: a program that looks ahead
    sends HEAD or says so.
    """
    if request.method == "GET" and request.headers.get("sec-purpose", "") == "":
        agent = queries.agent_by_code(code)
        if agent is not None:
            actions.count_visit(agent=agent, by=None, at=now())
    return _show_link(request, code=code)


@page(may=LINK, of=queries.agent_by_code)
def _show_link(request: HttpRequest, agent: Any) -> HttpResponse:
    return _link(request, agent)


show_link.may, show_link.writes = LINK, False  # type: ignore[attr-defined]


def _link(request: HttpRequest, agent: Any, status: int = 200) -> HttpResponse:
    context = {
        "agent": agent,
        "about": agent.programme.description_in(wording.reader_language()),
        "given": {name: request.POST.get(name, "") for name in ("name", "email")},
    }
    return render(request, "public/agent_link.html", context, status=status)


@page(may=LINK, of=queries.agent_by_code, writes=True)
def join(request: HttpRequest, agent: Any) -> HttpResponse:
    too_many: HttpResponse | None = ratelimit.consume_or_429(request, action="signup")
    if too_many:
        return too_many
    email = request.POST.get("email", "").strip()
    try:
        validate_email(email)
    except ValidationError:
        messages.error(request, _("Write an e-mail address, like name@example.com."))
        return _link(request, agent, status=422)
    actions.ask_to_join(
        agent=agent,
        email=email,
        name=request.POST.get("name", ""),
        language=wording.reader_language(),
        by=None,
        at=now(),
    )
    return redirect("agent-thanks")


@page(may=ANYONE)
def show_thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "public/agent_thanks.html")


@page(may=ANYONE)
def show_booking(request: HttpRequest) -> HttpResponse:
    return _booking(request)


def _booking(request: HttpRequest, status: int = 200) -> HttpResponse:
    names = ("agent", "school", "level", "contact_name", "contact_email", "wanted_on", "note")
    context = {
        "agents": [(str(one.pk), one.name, one.about) for one in queries.bookable_ambassadors()],
        "levels": SchoolLevel.choices,
        "given": {name: request.POST.get(name, "") for name in names},
    }
    return render(request, "public/ambassadors.html", context, status=status)


@page(may=ANYONE, writes=True)
def book(request: HttpRequest) -> HttpResponse:
    too_many: HttpResponse | None = ratelimit.consume_or_429(request, action="signup")
    if too_many:
        return too_many
    post = request.POST
    agent = next((one for one in queries.bookable_ambassadors() if str(one.pk) == post.get("agent")), None)
    try:
        if agent is None:
            messages.error(request, _("Choose an ambassador."))
            return _booking(request, status=422)
        actions.book_ambassador(
            agent=agent,
            school=post.get("school", ""),
            level=SchoolLevel(post.get("level", "")),
            contact_name=post.get("contact_name", ""),
            contact_email=post.get("contact_email", ""),
            wanted_on=dt.date.fromisoformat(post.get("wanted_on", "")),
            note=post.get("note", ""),
            language=wording.reader_language(),
            by=None,
            at=now(),
        )
    except actions.ImpossibleBooking as error:
        messages.error(request, str(error))
        return _booking(request, status=422)
    except ValueError:
        messages.error(request, _("Choose a level and a day."))
        return _booking(request, status=422)
    messages.success(request, _("Thank you. You get a mail with the answer."))
    return redirect("ambassadors")


@page(may="outreach.answer_booking", of=queries.booking_by_id, writes=True)
def answer(request: PageRequest, booking: Any) -> HttpResponse:
    try:
        actions.answer_booking(
            booking=booking, accept=request.POST.get("accept") == "yes", by=request.user, at=now()
        )
    except actions.ImpossibleBooking as error:
        messages.error(request, str(error))
    return _back(request)


@page(may="outreach.answer_booking", of=queries.booking_by_id, writes=True)
def tell(request: PageRequest, booking: Any) -> HttpResponse:
    numbers = [request.POST.get(name, "") or "0" for name in SEXES]
    try:
        girls, boys, others = (int(one) for one in numbers)
        actions.tell_pupils(booking=booking, girls=girls, boys=boys, others=others, by=request.user, at=now())
    except ValueError as error:
        text = str(error) if isinstance(error, actions.ImpossibleBooking) else _("Write whole numbers.")
        messages.error(request, text)
    return _back(request)


def _back(request: PageRequest) -> HttpResponse:
    return redirect("agents" if request.user.has_perm("outreach.view_agents") else "my-reach")


def _pupils(agent_ids: Iterable[int] | None) -> dict[str, Any]:
    """Pupils by level and sex, small numbers suppressed; the totals are sums of what is shown."""
    counts = {
        (level.value, sex): number
        for level, by_sex in queries.pupils_reached(agent_ids).items()
        for sex, number in by_sex.items()
    }
    cells, rows, columns, total = protected_table(counts)
    return {
        "lines": [
            (level.label, [cells.get((level.value, sex)) for sex in SEXES], rows[level.value])
            for level in SchoolLevel
            if level.value in rows
        ],
        "columns": [columns.get(sex) for sex in SEXES],
        "total": total,
    }
