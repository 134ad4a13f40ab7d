"""Channels of a programme: the latest figures, how they changed, and what is worth a second look."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.outreach import actions, queries
from brobygger.apps.outreach.enums import ChannelKind, Measure, ReadingWarning
from brobygger.apps.outreach.queries import ChannelFigures, MeasureFigures
from brobygger.apps.programmes.queries import programme_by_id, programmes_joined_by, programmes_run_by
from brobygger.web import wording
from brobygger.web.page import PageRequest, page
from brobygger.web.paging import BoundedPaginator
from brobygger.web.sent import whole_number

PER_PAGE = 40
IN_CHART = 12


@page(may="outreach.view_channels")
def list_channels(request: PageRequest) -> HttpResponse:
    asked = request.GET.get("programme", "")
    programme = whole_number(asked)
    figures = queries.channel_figures(programme=programme)
    totals = [(one, *queries.total_of(figures, one)) for one in Measure if one.is_stock]
    context = {
        "programmes": programmes_joined_by(request.user),
        "run": programmes_run_by(request.user),
        "programme": asked,
        "channels": [_shown(one) for one in figures],
        "totals": [(one.label, total, count) for one, total, count in totals if count],
        "may_import": request.user.has_perm("outreach.import_readings"),
    }
    return render(request, "secretariat/channels.html", context)


@page(may="outreach.change_channel", of=queries.channel_by_id)
def show_channel(request: PageRequest, channel: Any) -> HttpResponse:
    return _channel(request, channel)


@page(may="outreach.change_channel", of=queries.channel_by_id, writes=True)
def change_channel(request: PageRequest, channel: Any) -> HttpResponse:
    post = request.POST
    try:
        actions.change_channel(
            channel=channel,
            kind=ChannelKind(post.get("kind", "")),
            name=post.get("name", ""),
            link=post.get("link", ""),
            is_active=post.get("is_active") == "yes",
            by=request.user,
            at=now(),
        )
    except ValueError:
        return _channel(request, channel, _("Choose a kind."), 422)
    except ValidationError as error:
        return _channel(request, channel, " ".join(error.messages), 422)
    messages.success(request, _("Saved."))
    return redirect("channel", pk=channel.pk)


@page(may="outreach.change_channel", of=queries.channel_by_id, writes=True)
def note_reading(request: PageRequest, channel: Any) -> HttpResponse:
    post = request.POST
    try:
        measure, day = Measure(post.get("measure", "")), dt.date.fromisoformat(post.get("day", ""))
        value = int(post.get("value", ""))
    except ValueError:
        return _channel(request, channel, _("Choose what is counted, a day and a whole number."), 422)
    try:
        actions.note_reading(
            channel=channel, measure=measure, day=day, value=value, by=request.user, at=now()
        )
    except actions.ImpossibleReading as error:
        return _channel(request, channel, str(error), 422)
    except ValidationError as error:
        return _channel(request, channel, " ".join(error.messages), 422)
    messages.success(request, _("Noted."))
    (figures,) = queries.channel_figures(channel=channel.pk)
    for warning in {found for one in figures.measures if one.measure == measure for found in one.warnings}:
        messages.warning(request, _warning(warning))
    return redirect("channel", pk=channel.pk)


@page(may="outreach.change_channel", of=queries.reading_by_id, writes=True)
def remove_reading(request: PageRequest, reading: Any) -> HttpResponse:
    actions.remove_reading(reading=reading, by=request.user, at=now())
    messages.success(request, _("Taken back."))
    return redirect("channel", pk=reading.channel_id)


@page(may="outreach.add_channel", of=programme_by_id)
def new_channel(request: PageRequest, programme: Any) -> HttpResponse:
    return _new(request, programme)


@page(may="outreach.add_channel", of=programme_by_id, writes=True)
def add_channel(request: PageRequest, programme: Any) -> HttpResponse:
    post = request.POST
    try:
        channel = actions.add_channel(
            programme=programme,
            kind=ChannelKind(post.get("kind", "")),
            name=post.get("name", ""),
            link=post.get("link", ""),
            by=request.user,
            at=now(),
        )
    except ValueError:
        return _new(request, programme, _("Choose a kind."), 422)
    except ValidationError as error:
        return _new(request, programme, " ".join(error.messages), 422)
    return redirect("channel", pk=channel.pk)


def _new(request: PageRequest, programme: Any, error: str = "", status: int = 200) -> HttpResponse:
    context = {
        "programme": programme,
        "kinds": ChannelKind.choices,
        "error": error,
        "given": {name: request.POST.get(name, "") for name in ("kind", "name", "link")},
    }
    return render(request, "secretariat/channel_new.html", context, status=status)


def _channel(request: PageRequest, channel: Any, error: str = "", status: int = 200) -> HttpResponse:
    (figures,) = queries.channel_figures(channel=channel.pk)
    rows = BoundedPaginator(queries.readings_of(channel), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "shown": _shown(figures),
        "channel": figures.channel,
        "rows": [(one, Measure(one.measure).label) for one in rows],
        "page": rows,
        "kinds": ChannelKind.choices,
        "measures": Measure.choices,
        "today": localdate(),
        "error": error,
        "given": {name: request.POST.get(name, "") for name in ("measure", "day", "value")},
    }
    return render(request, "secretariat/channel.html", context, status=status)


def _shown(figures: ChannelFigures) -> dict[str, Any]:
    return {
        "channel": figures.channel,
        "kind": figures.channel.get_kind_display(),
        "measures": [_measure(one) for one in figures.measures],
    }


def _measure(one: MeasureFigures) -> dict[str, Any]:
    return {
        "label": one.measure.label,
        "value": one.value,
        "day": one.day,
        "change": one.change,
        "since": one.since,
        "warnings": [_warning(warning) for warning in one.warnings],
        "rows": [
            (date_format(day, "SHORT_MONTH_DAY_FORMAT"), value) for day, value in one.readings[-IN_CHART:]
        ],
    }


def _warning(warning: ReadingWarning) -> str:
    return wording.capital(str(warning.label))
