"""The companies of the programmes, and those that wait to be looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.events.actions.suspension import repairs_without
from brobygger.apps.opportunities.queries import reports_of_organisation
from brobygger.apps.organisations.actions import (
    ImpossibleDecision,
    ReasonMissing,
    set_invitation_limit,
    vet_organisation,
)
from brobygger.apps.organisations.actions.suspension import involvement, withdrawn_at_suspension
from brobygger.apps.organisations.actions.vetting import MOST_PER_DAY
from brobygger.apps.organisations.enums import (
    OrganisationKind,
    OrganisationState,
    SizeClass,
    WhenSuspended,
)
from brobygger.apps.organisations.queries import (
    contacts_of,
    invitations_of,
    organisation_by_id,
    organisation_counts,
    organisations,
    similar_organisations,
    waiting_organisations,
)
from brobygger.web import wording
from brobygger.web.page import PageRequest, page

PER_PAGE = 30
DECISIONS = {
    "accept": (
        OrganisationState.ACCEPTED,
        gettext_lazy("%(company)s is accepted. Its contacts get a mail."),
    ),
    "decline": (
        OrganisationState.DECLINED,
        gettext_lazy("%(company)s is declined. Its contacts get a mail with the reason."),
    ),
    "suspend": (
        OrganisationState.SUSPENDED,
        gettext_lazy("%(company)s is suspended. Its contacts get a mail with the reason."),
    ),
}
"""What may be decided of a company, and what is said when it is done."""
PAGES = {
    "opportunities.opportunity": "opportunity",
    "opportunities.invitation": "opportunity-applications",
    "opportunities.application": "opportunity-applications",
    "outreach.visit": "visit",
    "outreach.story": "company-stories",
    "events.evening": "evening",
    "events.registration": "event-registrations",
    "events.participation": "event-organisations",
    "events.lead": "evening",
    "events.representation": "event-organisations",
    "events.partner": "event-edit",
    "placements.agreement": "agreement",
}
"""Where each part of what a company takes part in is looked at, and put back by hand."""


@page(may="organisations.view_organisations")
def list_companies(request: HttpRequest) -> HttpResponse:
    chosen = {name: request.GET.get(name, "").strip() for name in ("text", "country", "kind", "size_class")}
    query = request.GET.copy()
    query.pop("page", None)
    words = wording.words()
    context = {
        "rows": Paginator(organisations(**chosen), PER_PAGE).get_page(request.GET.get("page")),
        "chosen": chosen,
        "kinds": _counted("kind", OrganisationKind.choices),
        "sizes": _counted("size_class", SizeClass.choices),
        "countries": [(code, words.country(code)) for code in ("DK", "NO", "SE")],
        "query": query.urlencode(),
        "waiting": waiting_organisations().count()
        if request.user.has_perm("organisations.view_waiting")
        else 0,
    }
    return render(request, "secretariat/companies.html", context)


def _counted(column: str, choices: list[tuple[str, Any]]) -> list[tuple[str, str, int]]:
    """The values of a column that occur, with how many organisations have each."""
    counts = organisation_counts(column)
    return [(value, label, counts[value]) for value, label in choices if value in counts]


@page(may="organisations.view_waiting")
def list_waiting(request: HttpRequest) -> HttpResponse:
    rows = Paginator(waiting_organisations(), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "secretariat/companies_waiting.html", {"rows": rows})


@page(may="organisations.vet_organisation", of=organisation_by_id)
def show_vetting(request: HttpRequest, organisation: Any) -> HttpResponse:
    return _vetting(request, organisation)


@page(may="organisations.vet_organisation", of=organisation_by_id, writes=True)
def vet_company(request: PageRequest, organisation: Any) -> HttpResponse:
    decision = request.POST.get("decision", "")
    if decision not in DECISIONS:
        messages.error(request, _("Choose: accept or decline."))
        return _vetting(request, organisation, status=422)
    state, said = DECISIONS[decision]
    about: dict[str, Any] = {"reason": request.POST.get("reason", ""), "by": request.user, "at": now()}
    is_suspended = state == OrganisationState.SUSPENDED
    repairs = (
        repairs_without(organisation=organisation, by=request.user, at=about["at"]) if is_suspended else {}
    )
    try:
        vet_organisation(organisation=organisation, state=state, **about)
    except (ImpossibleDecision, ReasonMissing) as error:
        messages.error(request, str(error))
        return _vetting(request, organisation, status=422)
    messages.success(request, str(said) % {"company": organisation.name})
    for planned in repairs.values():
        for line in planned.lines:
            messages.info(request, line)
    if OrganisationState.SUSPENDED in (state, organisation.state):  # its page says what was withdrawn
        return redirect("company-vet", pk=organisation.pk)
    was_registered = organisation.state in (OrganisationState.APPLIED, OrganisationState.ASKED)
    return redirect("companies-waiting") if was_registered else redirect("company", pk=organisation.pk)


@page(may="organisations.vet_organisation", of=organisation_by_id, writes=True)
def set_invitations(request: PageRequest, organisation: Any) -> HttpResponse:
    """How many candidates the company may invite a day; an empty field: as many as all others."""
    said = request.POST.get("per_day", "").strip()
    try:
        per_day = int(said) if said else None
        set_invitation_limit(organisation=organisation, per_day=per_day, by=request.user, at=now())
    except ValueError:
        most = {"most": MOST_PER_DAY}
        messages.error(request, _("Invitations a day: a number from 0 to %(most)d, or nothing.") % most)
        return _vetting(request, organisation, status=422)
    messages.success(request, _("Saved."))
    return redirect("company-vet", pk=organisation.pk)


def before_suspension(organisation: Any, user: Any) -> list[dict[str, Any]]:
    """What would become of each thing that a company takes part in, for the page that suspends it."""
    repairs = repairs_without(organisation=organisation, by=user, at=now())
    found = [_with_repairs(one, repairs) for one in involvement(organisation, at=now())]
    parts = {fate: [one for one in found if one.part.fate == fate] for fate in WhenSuspended}
    return [{"label": fate.label, "parts": _with_pages(parts[fate])} for fate in WhenSuspended if parts[fate]]


def _with_repairs(involved: Any, repairs: Any) -> Any:
    """Evenings with what the suspension makes of their timetables."""
    if involved.part.name != "events.evening":
        return involved
    said = {
        evening: _("What becomes of its timetable: %(lines)s") % {"lines": " ".join(planned.lines)}
        for evening, planned in repairs.items()
    }
    noted = ((replace(item, note=said.get(item.page, item.note)), count) for item, count in involved.items)
    return replace(involved, items=tuple(noted))


def after_suspension(organisation: Any) -> list[dict[str, Any]]:
    """What its latest suspension withdrew, and what has to be looked at by hand."""
    stays = [one for one in involvement(organisation, at=now()) if one.part.fate == WhenSuspended.STAYS]
    found = [
        (_("Withdrawn when it was suspended"), withdrawn_at_suspension(organisation)),
        (WhenSuspended.STAYS.label, stays if not organisation.is_accepted else []),
    ]
    return [{"label": label, "parts": _with_pages(parts)} for label, parts in found if parts]


def _with_pages(parts: list[Any]) -> list[dict[str, Any]]:
    return [{"label": one.part.label, "page": PAGES.get(one.part.name), "items": one.items} for one in parts]


def _vetting(request: HttpRequest, organisation: Any, status: int = 200) -> HttpResponse:
    may_suspend = request.user.has_perm("organisations.suspend_organisation", organisation)
    is_shown = may_suspend and (organisation.is_accepted or organisation.state == OrganisationState.SUSPENDED)
    context = {
        "before": before_suspension(organisation, request.user)
        if is_shown and organisation.is_accepted
        else [],
        "after": after_suspension(organisation) if is_shown else [],
        "organisation": organisation,
        "country": wording.words().country(organisation.country),
        "contacts": list(contacts_of(organisation)),
        "invitations": list(invitations_of(organisation)),
        "similar": similar_organisations(organisation),
        "programmes": list(organisation.programmes.order_by("name")),
        "reason": request.POST.get("reason", organisation.vetting_reason),
        "is_suspended": organisation.state == OrganisationState.SUSPENDED,
        "may_decide": not organisation.is_accepted
        and (organisation.state != OrganisationState.SUSPENDED or may_suspend),
        "usual_per_day": settings.INVITATIONS_PER_DAY,
        "most_per_day": MOST_PER_DAY,
        "may_decline": organisation.state == OrganisationState.APPLIED,
        "may_suspend": may_suspend,
        "reports": reports_of_organisation(organisation)[:PER_PAGE]
        if request.user.has_perm("opportunities.view_reports")
        else [],
    }
    return render(request, "secretariat/company_vet.html", context, status=status)
