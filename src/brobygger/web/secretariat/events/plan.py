"""The plan: series with their counters, what clashes, events added and changed, and targets counted in events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import EventKind, Tag
from brobygger.apps.events.queries import Reason
from brobygger.apps.programmes.queries import organisations_of
from brobygger.web import wording
from brobygger.web.holidays import holiday_of, say_holidays
from brobygger.web.page import PageRequest, page
from brobygger.web.public.events import wording as event_wording
from brobygger.web.secretariat.events.forms import EventForm, SeriesForm

CLASH_DAYS: Final = 183  # looked ahead
LONGEST_BAR: Final = 4  # the bar of a counter ends a little after the range
REASONS: Final = {
    Reason.SAME_TIME: (gettext_lazy("at the same time"), "late"),
    Reason.SAME_TOWN: (gettext_lazy("same day, same town"), "waiting"),
    Reason.SAME_PEOPLE: (gettext_lazy("same day, same people"), "waiting"),
}


@page(may="events.view_plan")
def show_plan(request: PageRequest) -> HttpResponse:
    """The series in the visitor's sight, each with its counter; of one of them, or of all, the events."""
    counts = queries.series_counts()
    asked = request.GET.get("series", "")
    chosen = next((one for one in counts if str(one.series.pk) == asked), counts[0] if counts else None)
    series = chosen.series if chosen else None
    kind, tag = (request.GET.get(name, "")[:16] for name in ("kind", "tag"))
    events = queries.planned_events(series=series, kind=kind, tag=tag)
    by_kind, by_tag = queries.activity_counts(series)
    at = now()
    programmes = queries.plannable_programmes(request.user)
    own = {one.pk for one in programmes}
    ahead = queries.clashes(queries.planned_between(at, at + dt.timedelta(days=CLASH_DAYS)))
    context = {
        "counts": [counter(one) for one in counts],
        "chosen": counter(chosen) if chosen else None,
        "entries": [{**planned_entry(one), "may_change": one.programme_id in own} for one in events],
        "kinds": EventKind.choices,
        "tags": Tag.choices,
        "kind": kind,
        "tag": tag,
        "activity_counts": [
            ("kind", _("By type of activity"), by_kind),
            ("tag", _("By tag"), by_tag),
        ],
        "clash_count": len(ahead),
        "programmes": programmes,
        "may_change_series": chosen is not None and chosen.series.programme_id in own,
    }
    return render(request, "secretariat/events/plan.html", context)


@page(may="events.view_plan")
def show_clashes(request: PageRequest) -> HttpResponse:
    at = now()
    found = queries.clashes(queries.planned_between(at, at + dt.timedelta(days=CLASH_DAYS)))
    entries = [
        {
            "pair": [planned_entry(one.first), planned_entry(one.second)],
            "reasons": [REASONS[reason] for reason in one.reasons],
        }
        for one in found
    ]
    return render(request, "secretariat/events/clashes.html", {"entries": entries, "days": CLASH_DAYS})


@page(may="programmes.view_programme", of=queries.programme_by_id)
def show_counts(request: HttpRequest, programme: Any) -> HttpResponse:
    """Targets of a programme that are counted in events: the number, and the rows behind it."""
    language = wording.reader_language()
    labels = {one.position: one for one in programme.targets.all()}
    targets = [
        {
            "label": labels[target.position].label_in(language) if target.position in labels else target,
            "number": labels[target.position].number if target.position in labels else None,
            "rule": _rule(target),
            "years": [
                {
                    "year": year,
                    "rows": [{**_row(row.event), "row": row} for row in year.rows],
                }
                for year in queries.target_years(target)
            ],
        }
        for target in queries.event_targets(programme)
    ]
    context = {
        "programme": programme,
        "targets": targets,
        "counts": [counter(one) for one in queries.series_counts(programme)],
        "may_plan": request.user.has_perm("events.add_event", programme),
    }
    return render(request, "secretariat/events/counts.html", context)


@page(may="events.add_event", of=queries.programme_by_id)
def new_series(request: HttpRequest, programme: Any) -> HttpResponse:
    return _series_page(request, programme, SeriesForm())


@page(may="events.add_event", of=queries.programme_by_id, writes=True)
def add_series(request: PageRequest, programme: Any) -> HttpResponse:
    return _save_series(request, programme, None)


@page(may="events.view_plan")
def edit_series(request: PageRequest, *, pk: int) -> HttpResponse:
    series = _series(request, pk)
    initial = {name: getattr(series, name) for name in ("name", "start_date", "end_date", "least", "most")}
    return _series_page(request, series.programme, SeriesForm(initial=initial), series)


@page(may="events.view_plan", writes=True)
def change_series(request: PageRequest, *, pk: int) -> HttpResponse:
    series = _series(request, pk)
    return _save_series(request, series.programme, series)


@page(may="events.add_event", of=queries.programme_by_id)
def new_event(request: HttpRequest, programme: Any) -> HttpResponse:
    form = EventForm(programme, series=request.GET.get("series", ""))
    return _event_page(request, programme, form)


@page(may="events.add_event", of=queries.programme_by_id, writes=True)
def add_event(request: PageRequest, programme: Any) -> HttpResponse:
    form = EventForm(programme, request.POST)

    def save() -> Any:
        return actions.add_event(
            programme=programme,
            details=form.details(),
            series=form.chosen_series(),
            partners=_partners(form),
            by=request.user,
            at=now(),
        )

    return _save_event(request, programme, form, save, _("The event is planned, as a draft."))


@page(may="events.change_event", of=queries.event_by_id)
def edit_event(request: HttpRequest, event: Any) -> HttpResponse:
    return _event_page(request, event.programme, EventForm(event.programme, event=event))


@page(may="events.change_event", of=queries.event_by_id, writes=True)
def change_event(request: PageRequest, event: Any) -> HttpResponse:
    form = EventForm(event.programme, request.POST, event=event)

    def save() -> Any:
        return actions.change_event(
            event=event,
            details=form.details(),
            series=form.chosen_series(),
            partners=_partners(form),
            by=request.user,
            at=now(),
        )

    return _save_event(request, event.programme, form, save, _("The event is changed."))


def counter(count: Any) -> dict[str, Any]:
    """A series beside its range, with the words and the bar of it."""
    series = count.series
    if count.too_few:
        said = ngettext("%(count)s too few", "%(count)s too few", count.too_few) % {"count": count.too_few}
        tone = "waiting"
    elif count.too_many:
        said = ngettext("%(count)s too many", "%(count)s too many", count.too_many) % {
            "count": count.too_many
        }
        tone = "late"
    else:
        said, tone = _("within the range"), "match"
    end = max(count.total, series.most or series.least) + LONGEST_BAR
    return {
        "count": count,
        "series": series,
        "said": said,
        "tone": tone,
        "range": f"{series.least}–{series.most}" if series.most is not None else f"≥ {series.least}",
        "bar": {
            "end": end,
            "least": series.least,
            "width": (series.most if series.most is not None else end) - series.least,
            "held": count.held,
            "planned": count.planned,
        },
    }


def planned_entry(event: Any) -> dict[str, Any]:
    return {**_row(event), "chip": event_wording.state_chip(event)}


def _row(event: Any) -> dict[str, Any]:
    return {
        "event": event,
        "when": event_wording.when(event),
        "where": event_wording.where(event),
        "holiday": holiday_of(event),
    }


def _rule(target: Any) -> str:
    """How a target is counted, in words."""
    words = wording.words()
    said = {
        "kind": target.get_kind_display(),
        "city": target.city,
        "least": target.least_engaged,
        "country": words.country(target.country) if target.country else _("any country"),
    }
    if target.city:
        return (
            _(
                "Counted: events of the kind “%(kind)s” in %(city)s, in which at least %(least)s organisations from "
                "%(country)s take part, directly or represented."
            )
            % said
        )
    return (
        _(
            "Counted: events of the kind “%(kind)s”, in which at least %(least)s organisations from %(country)s take part,"
            " directly or represented."
        )
        % said
    )


def _series(request: PageRequest, pk: int) -> Any:
    series = queries.series_by_id(pk)
    if series is None:
        raise Http404
    if not request.user.has_perm("events.add_event", series.programme):
        raise PermissionDenied
    return series


def _series_page(
    request: HttpRequest, programme: Any, form: SeriesForm, series: Any = None, status: int = 200
) -> HttpResponse:
    context = {"form": form, "programme": programme, "series": series}
    return render(request, "secretariat/events/series.html", context, status=status)


def _save_series(request: PageRequest, programme: Any, series: Any) -> HttpResponse:
    form = SeriesForm(request.POST)
    if form.is_valid():
        try:
            saved = actions.save_series(
                programme=programme, series=series, details=form.details(), by=request.user, at=now()
            )
        except ValidationError as error:
            _tell(form, error)
        else:
            messages.success(request, _("The series is saved."))
            return redirect(f"{reverse('event-plan')}?series={saved.pk}")
    return _series_page(request, programme, form, series, status=422)


def _event_page(request: HttpRequest, programme: Any, form: EventForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "programme": programme, "event": form.event}
    return render(request, "secretariat/events/edit.html", context, status=status)


def _save_event(
    request: PageRequest, programme: Any, form: EventForm, save: Callable[[], Any], said: str
) -> HttpResponse:
    if form.is_valid():
        try:
            event = save()
        except ValidationError as error:
            _tell(form, error)
        else:
            messages.success(request, said)
            days = {event.local_start.date(), event.local_end.date()}
            say_holidays(request, sorted(days), event.country)
            return redirect("event-desk", pk=event.pk)
    return _event_page(request, programme, form, status=422)


def _partners(form: EventForm) -> Any:
    chosen = [int(pk) for pk in form.cleaned_data.get("partners", ())]
    return organisations_of(None).filter(pk__in=chosen) if chosen else []


def _tell(form: Any, error: ValidationError) -> None:
    if hasattr(error, "error_dict"):
        for name, found in error.message_dict.items():
            form.add_error(name if name in form.fields else None, found)
    else:
        form.add_error(None, error)
