"""After an evening: who came, for both sides on one page, where nobody noted it on the evening."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import WrongEvening
from brobygger.apps.people.queries import known_names
from brobygger.web.page import PageRequest, page
from brobygger.web.secretariat.evenings.planning import called
from brobygger.web.sent import whole_numbers


@page(may="events.plan_evening", of=queries.evening_by_id)
def show(request: PageRequest, evening: Any) -> HttpResponse:
    companies, students = queries.unnoted_at(evening)
    names = known_names(request.user, (one.candidate_id for one in students))
    context = {
        "evening": evening,
        "section": "day",
        "is_over": evening.event.ends_at <= now(),
        "groups": [
            ("company", _("Companies"), [(one.pk, one.organisation.name) for one in companies]),
            ("student", _("Candidates"), [(one.pk, called(one.candidate, names)) for one in students]),
        ],
        "count": len(companies) + len(students),
    }
    return render(request, "secretariat/evening_came.html", context)


@page(may="events.plan_evening", of=queries.evening_by_id, writes=True)
def save(request: PageRequest, evening: Any) -> HttpResponse:
    absent_companies, absent_students = (
        set(whole_numbers(request.POST.getlist(name))) for name in ("company", "student")
    )
    try:
        count = actions.note_who_came(
            evening=evening,
            absent_companies=absent_companies,
            absent_students=absent_students,
            by=request.user,
            at=now(),
        )
    except WrongEvening as error:
        messages.error(request, str(error))
        return redirect("evening-came", pk=evening.pk)
    said = ngettext("Noted of %(count)d participant.", "Noted of %(count)d participants.", count)
    messages.success(request, said % {"count": count})
    return redirect("evening", pk=evening.pk)
