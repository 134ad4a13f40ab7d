"""The desk of somebody who helps with CVs: own times, and the texts that candidates share."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import get_current_timezone, localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.advice import actions, queries
from brobygger.apps.advice.actions import AdviserBusy, TimeBooked
from brobygger.apps.advice.enums import MeetingForm
from brobygger.apps.programmes.queries import programmes_joined_by
from brobygger.web.advising.forms import TimeForm
from brobygger.web.advising.tabs import tabs
from brobygger.web.holidays import country_of, say_holidays, working_day
from brobygger.web.page import PageRequest, page
from brobygger.web.paging import BoundedPaginator
from brobygger.web.visiting.forms import add_errors

ON_A_PAGE = 20


@page(may="advice.offer_times")
def show_desk(request: PageRequest) -> HttpResponse:
    day = working_day(localdate() + dt.timedelta(days=1), country_of(programmes_joined_by(request.user)))
    return _desk(request, TimeForm(initial={"day": day, "times": "9, 9.30, 10"}))


@page(may="advice.offer_times", writes=True)
def offer(request: PageRequest) -> HttpResponse:
    form, chosen = TimeForm(request.POST), request.POST.get("programme", "")
    programme = next((one for one in programmes_joined_by(request.user) if str(one.pk) == chosen), None)
    if programme is None:
        form.add_error(None, _("Choose a programme."))
    elif form.is_valid():
        said, zone = form.cleaned_data, get_current_timezone()
        try:
            actions.offer_advice_times(
                programme=programme,
                adviser=request.user,
                starts=[dt.datetime.combine(said["day"], dt.time(*one), zone) for one in said["times"]],
                length=dt.timedelta(minutes=said["minutes"]),
                form=MeetingForm(said["form"]),
                where=said["where"],
                by=request.user,
                at=now(),
            )
        except AdviserBusy:
            form.add_error("times", _("One of these times is over, or you are not free then."))
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("Candidates can book these times now."))
            say_holidays(request, [said["day"]], country_of([programme]))
            return redirect("advice")
    return _desk(request, form, status=422)


@page(may="advice.withdraw_time", of=queries.time_by_id, writes=True)
def withdraw(request: PageRequest, time: Any) -> HttpResponse:
    try:
        actions.withdraw_advice_time(time=time, by=request.user, at=now())
    except TimeBooked:
        messages.error(request, _("Somebody has booked this time: cancel the appointment instead."))
    return redirect("advice")


def _desk(request: PageRequest, form: TimeForm, status: int = 200) -> HttpResponse:
    rows = BoundedPaginator(queries.cases_with(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": tabs(request, "advice"),
        "form": form,
        "programmes": programmes_joined_by(request.user),
        "times": list(queries.times_of(request.user, since=now())),
        "rows": rows,
    }
    return render(request, "advising/desk.html", context, status=status)
