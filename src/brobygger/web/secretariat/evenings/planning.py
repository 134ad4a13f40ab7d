"""An evening before it begins: its rounds, who takes part, pairs that must or must never meet, thin wish lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import CompanyPlace, EveningDetails, NotTaking, WrongEvening
from brobygger.apps.events.enums import RuleKind
from brobygger.web.ads import titles_of
from brobygger.web.page import PageRequest, page
from brobygger.web.sent import found_by_id, whole_number

MOMENT = "%Y-%m-%dT%H:%M"
REFUSED = (WrongEvening, NotTaking)


def _moment(label: Any) -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"class": "ds-input", "type": "datetime-local"}, format=MOMENT)
    return forms.DateTimeField(label=label, widget=widget, input_formats=[MOMENT, f"{MOMENT}:%S"])


def _count(label: Any, least: int = 0, most: int = 500) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"class": "ds-input"})
    return forms.IntegerField(label=label, min_value=least, max_value=most, widget=widget)


class EveningForm(forms.Form):
    first_round_at = _moment(gettext_lazy("First round begins"))
    wishes_until = _moment(gettext_lazy("Wishes until"))
    rounds = _count(gettext_lazy("Rounds"), 1, 60)
    round_minutes = _count(gettext_lazy("Minutes of a talk"), 1, 120)
    pause_minutes = _count(gettext_lazy("Minutes to change tables"), 0, 60)
    break_after = _count(gettext_lazy("Long break after round (0: none)"), 0, 60)
    break_minutes = _count(gettext_lazy("Minutes of the long break"), 0, 180)
    tables = _count(gettext_lazy("Tables"), 1)
    accessible_tables = _count(gettext_lazy("Wheelchair-accessible tables"))
    interpreters = _count(gettext_lazy("Interpreters"))
    open_requests = forms.BooleanField(
        label=gettext_lazy("Participants may ask each other for a talk"), required=False
    )
    request_days = _count(gettext_lazy("Days to answer a request"), 1, 14)

    def details(self) -> EveningDetails:
        said = dict(self.cleaned_data)
        after, minutes = said.pop("break_after"), said.pop("break_minutes")
        return EveningDetails(breaks=((after, minutes),) if after else (), **said)


@page(may="events.view_evenings")
def list_evenings(request: PageRequest) -> HttpResponse:
    plans = [one for one in queries.events_to_plan() if request.user.has_perm("events.change_event", one)]
    context = {"rows": list(queries.evenings()), "plans": plans, "at": now()}
    return render(request, "secretariat/evenings.html", context)


@page(may="events.change_event", of=queries.event_by_id)
def show_form(request: PageRequest, event: Any) -> HttpResponse:
    return _form(request, event, EveningForm(initial=_initial(event)))


@page(may="events.change_event", of=queries.event_by_id, writes=True)
def save(request: PageRequest, event: Any) -> HttpResponse:
    form = EveningForm(request.POST)
    if not form.is_valid():
        return _form(request, event, form, status=422)
    try:
        evening = actions.save_evening(event=event, details=form.details(), by=request.user, at=now())
    except WrongEvening as error:
        form.add_error(None, str(error))
        return _form(request, event, form, status=422)
    messages.success(request, _("Saved."))
    return redirect("evening", pk=evening.pk)


def _initial(event: Any) -> dict[str, Any]:
    evening = getattr(event, "dating_evening", None)
    if evening is None:
        return {
            "first_round_at": event.starts_at,
            "wishes_until": event.starts_at,
            "rounds": 8,
            "round_minutes": 12,
            "pause_minutes": 3,
            "break_after": 0,
            "break_minutes": 0,
            "tables": 20,
            "accessible_tables": 2,
            "interpreters": 0,
            "open_requests": False,
            "request_days": 3,
        }
    after, minutes = evening.breaks[0] if evening.breaks else (0, 0)
    names = [name for name in EveningForm.base_fields if not name.startswith("break_")]
    said = {name: getattr(evening, name) for name in names}
    return {**said, "break_after": after, "break_minutes": minutes}


def _form(request: HttpRequest, event: Any, form: EveningForm, status: int = 200) -> HttpResponse:
    evening = getattr(event, "dating_evening", None)
    context = {"event": event, "form": form, "evening": evening}
    return render(request, "secretariat/evening_edit.html", context, status=status)


@page(may="events.plan_evening", of=queries.evening_by_id)
def show_evening(request: PageRequest, evening: Any) -> HttpResponse:
    sums = queries.wish_sums(evening)
    companies, students = queries.companies_at(evening), queries.students_at(evening)
    leads = list(queries.leads_of(evening))
    context = {
        "evening": evening,
        "section": "people",
        "sums": sums,
        "companies": [(one, sums.of_companies.get(one.pk, 0)) for one in companies],
        "titles": titles_of(offer for one in companies for offer in one.opportunities.all()),
        "students": [(one, sums.of_students.get(one.pk, 0)) for one in students],
        "thin": sum(sums.of_companies.get(one.pk, 0) < actions.THIN for one in companies)
        + sum(sums.of_students.get(one.pk, 0) < actions.THIN for one in students),
        "requests": queries.request_sums(evening, at=now()),
        "rules": queries.rules_of(evening),
        "kinds": RuleKind.choices,
        "slots": queries.slots_of(evening, ()),
        "others": queries.organisations_to_add(evening),
        "leads": leads,
        "leads_late": sum(one.is_overdue(localdate()) for one in leads),
        "unnoted": sum(len(side) for side in queries.unnoted_at(evening))
        if evening.event.ends_at <= now()
        else 0,
    }
    return render(request, "secretariat/evening.html", context)


@page(may="events.plan_evening", of=queries.evening_by_id, writes=True)
def save_company(request: PageRequest, evening: Any) -> HttpResponse:
    """Add a company of the programme, or change how one comes."""
    company = found_by_id(queries.dating_company_by_id, request.POST.get("company"))
    asked = number(request, "organisation")
    organisation = next((one for one in queries.organisations_to_add(evening) if one.pk == asked), None)
    if company is not None and company.evening_id == evening.pk:
        place = CompanyPlace(
            recruiters=number(request, "recruiters") or 0,
            tables=request.POST.get("tables", "")[:200],
            first_round=number(request, "first_round"),
            last_round=number(request, "last_round"),
            least=number(request, "least") or 0,
            most=number(request, "most"),
            breaks=number(request, "breaks") or 0,
            rests="rests" in request.POST,
        )
        organisation = company.organisation
        return _done(request, evening, lambda: _placed(request, evening, organisation, place))
    if organisation is None:
        messages.error(request, _("Choose a company."))
        return redirect("evening", pk=evening.pk)
    return _done(request, evening, lambda: _placed(request, evening, organisation, None))


def _placed(request: PageRequest, evening: Any, organisation: Any, place: CompanyPlace | None) -> str:
    actions.place_company(evening=evening, organisation=organisation, place=place, by=request.user, at=now())
    return _("%(company)s takes part.") % {"company": organisation}


@page(may="events.plan_evening", of=queries.evening_by_id, writes=True)
def save_rule(request: PageRequest, evening: Any) -> HttpResponse:
    student = _participant(request, evening, "student", queries.dating_student_by_id)
    company = _participant(request, evening, "company", queries.dating_company_by_id)
    kind = request.POST.get("kind", "")
    if student is None or company is None or kind not in RuleKind.values:
        messages.error(request, _("Choose a candidate, a company and a rule."))
        return redirect("evening", pk=evening.pk)

    def act() -> str:
        actions.set_rule(student=student, company=company, kind=RuleKind(kind), by=request.user, at=now())
        return _("Saved. The next version keeps to it.")

    return _done(request, evening, act)


@page(may="events.plan_evening", of=queries.evening_by_id, writes=True)
def remove_rule(request: PageRequest, evening: Any) -> HttpResponse:
    asked = number(request, "rule")
    rule = next((one for one in queries.rules_of(evening) if one.pk == asked), None)
    if rule is not None:
        actions.remove_rule(rule=rule, by=request.user, at=now())
    return redirect("evening", pk=evening.pk)


@page(may="events.plan_evening", of=queries.evening_by_id, writes=True)
def suggest(request: PageRequest, evening: Any) -> HttpResponse:
    """Fill thin wish lists with what the matching says of the pairs: scores go in, nobody's wish comes out."""
    count = fill_thin_lists(evening, request)
    if count:
        messages.success(request, _("%(count)d suggestions were added to thin lists.") % {"count": count})
    else:
        messages.info(request, _("No list is thin, or nothing more fits."))
    return redirect("evening", pk=evening.pk)


def fill_thin_lists(evening: Any, request: PageRequest) -> int:
    scores = queries.suggested_pairs(evening)
    return actions.suggest_wishes(evening=evening, scores=scores, by=request.user, at=now())


def called(candidate: Any, names: Mapping[int, str]) -> str:
    """Name and alias where the reader may see who it is, or the alias."""
    name = names.get(candidate.pk)
    return f"{name} · {candidate.alias}" if name else candidate.alias


def number(request: HttpRequest, name: str) -> int | None:
    """A number of a form; None where there is none."""
    return whole_number(request.POST.get(name), most=999_999_999)


def _participant(request: HttpRequest, evening: Any, name: str, find: Callable[[int], Any]) -> Any:
    found = found_by_id(find, request.POST.get(name))
    return found if found is not None and found.evening_id == evening.pk else None


def _done(request: HttpRequest, evening: Any, act: Callable[[], str]) -> HttpResponse:
    try:
        messages.success(request, act())
    except REFUSED as error:
        messages.error(request, str(error))
    return redirect("evening", pk=evening.pk)
