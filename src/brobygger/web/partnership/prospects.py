"""Organisations that might join a programme: a list, each with its history, and a mail that can be answered."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.organisations.enums import OrganisationKind
from brobygger.apps.organisations.queries import organisation_names, organisations_called
from brobygger.apps.programmes import actions, queries
from brobygger.apps.programmes.actions import ImpossibleMove, NewOrganisation, ProspectDetails
from brobygger.apps.programmes.enums import PartnerRight, ProspectState
from brobygger.web.page import PageRequest, page
from brobygger.web.paging import BoundedPaginator
from brobygger.web.partnership.forms import NewProspectForm, ProspectForm
from brobygger.web.partnership.tabs import tabs
from brobygger.web.sent import whole_number
from brobygger.web.visiting.forms import add_errors

PER_PAGE = 30
CHIPS = {
    ProspectState.PROSPECTIVE: "neutral",
    ProspectState.INVITED: "info",
    ProspectState.TALKING: "info",
    ProspectState.WILLING: "waiting",
    ProspectState.JOINED: "match",
    ProspectState.DECLINED: "missing",
}


@page(may="programmes.view_prospects")
def list_prospects(request: PageRequest) -> HttpResponse:
    chosen = {name: request.GET.get(name, "").strip() for name in ("state", "programme", "text")}
    found = queries.prospects(
        state=chosen["state"], text=chosen["text"], programme=whole_number(chosen["programme"])
    )
    rows = BoundedPaginator(found, PER_PAGE).get_page(request.GET.get("page"))
    counts = queries.prospect_counts()
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "tabs": tabs(request, "prospects"),
        "rows": rows,
        "shown": [(one, CHIPS[ProspectState(one.state)]) for one in rows],
        "chosen": chosen,
        "states": [(one.value, one.label, counts.get(one.value, 0)) for one in ProspectState],
        "programmes": queries.programmes_run_by(request.user),
        "today": localdate(),
        "query": query.urlencode(),
    }
    return render(request, "partnership/prospects.html", context)


@page(may="programmes.add_prospect", of=queries.programme_by_id)
def show_new(request: PageRequest, programme: Any) -> HttpResponse:
    form = NewProspectForm(owners=queries.owners_of(programme), initial={"owner": request.user.pk})
    return _new(request, programme, form)


@page(may="programmes.add_prospect", of=queries.programme_by_id, writes=True)
def add(request: PageRequest, programme: Any) -> HttpResponse:
    form = NewProspectForm(request.POST, owners=queries.owners_of(programme))
    if form.is_valid():
        said = form.cleaned_data
        known = [one for one in organisations_called(said["name"]) if one.country == said["country"]]
        new = NewOrganisation(said["name"], said["country"], OrganisationKind(said["kind"]))
        try:
            prospect = actions.add_prospect(
                programme=programme,
                organisation=known[0] if known else new,
                details=_details(form),
                by=request.user,
                at=now(),
            )
        except ValidationError as error:
            add_errors(form, error)
        else:
            return redirect("prospect", pk=prospect.pk)
    return _new(request, programme, form, status=422)


@page(may="programmes.change_prospect", of=queries.prospect_by_id)
def show_prospect(request: PageRequest, prospect: Any) -> HttpResponse:
    return _prospect(request, prospect, _form(prospect))


@page(may="programmes.change_prospect", of=queries.prospect_by_id, writes=True)
def change(request: PageRequest, prospect: Any) -> HttpResponse:
    form = ProspectForm(request.POST, owners=queries.owners_of(prospect.programme))
    if form.is_valid():
        try:
            actions.change_prospect(
                prospect=prospect,
                details=_details(form),
                note=request.POST.get("note", ""),
                by=request.user,
                at=now(),
            )
        except (ValidationError, ImpossibleMove) as error:
            add_errors(form, error if isinstance(error, ValidationError) else ValidationError(str(error)))
        else:
            messages.success(request, _("Saved."))
            return redirect("prospect", pk=prospect.pk)
    return _prospect(request, prospect, form, status=422)


@page(may="programmes.change_prospect", of=queries.prospect_by_id, writes=True)
def invite(request: PageRequest, prospect: Any) -> HttpResponse:
    return _done(
        request,
        prospect,
        lambda: actions.invite_prospect(prospect=prospect, by=request.user, at=now()),
        _("The invitation is on its way to %(name)s.")
        % {"name": prospect.contact_name or prospect.contact_email},
    )


@page(may="programmes.change_prospect", of=queries.prospect_by_id, writes=True)
def move(request: PageRequest, prospect: Any) -> HttpResponse:
    asked = request.POST.get("state", "")
    if asked not in ProspectState.values:
        messages.error(request, _("Choose how far it has come."))
        return redirect("prospect", pk=prospect.pk)
    return _done(
        request,
        prospect,
        lambda: actions.move_prospect(
            prospect=prospect,
            state=ProspectState(asked),
            note=request.POST.get("note", ""),
            by=request.user,
            at=now(),
        ),
        _("Noted."),
    )


@page(may="programmes.confirm_partner", of=queries.prospect_by_id, writes=True)
def confirm(request: PageRequest, prospect: Any) -> HttpResponse:
    return _done(
        request,
        prospect,
        lambda: actions.confirm_partner(prospect=prospect, by=request.user, at=now()),
        _("%(organisation)s has joined. Its contact gets a mail.") % {"organisation": prospect.organisation},
    )


def _done(request: PageRequest, prospect: Any, act: Any, said: str) -> HttpResponse:
    """Do something with a prospect, or say why not."""
    try:
        act()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except ImpossibleMove as error:
        messages.error(request, str(error))
    except PermissionDenied:
        messages.error(request, _("Another lead organisation is confirmed by the programme manager."))
    else:
        messages.success(request, said)
    return redirect("prospect", pk=prospect.pk)


def _details(form: ProspectForm) -> ProspectDetails:
    said = form.cleaned_data
    return ProspectDetails(
        rights=PartnerRight(said["rights"]),
        contact_name=said["contact_name"],
        contact_email=said["contact_email"],
        language=said["language"],
        write_basis=said["write_basis"],
        next_step=said["next_step"],
        owner=form.owners.get(said["owner"]),
        due_date=said["due_date"],
    )


def _form(prospect: Any) -> ProspectForm:
    names = ("rights", "contact_name", "contact_email", "language", "write_basis", "next_step", "due_date")
    initial = {name: getattr(prospect, name) for name in names}
    initial["owner"] = prospect.owner_id
    return ProspectForm(initial=initial, owners=queries.owners_of(prospect.programme))


def _new(request: PageRequest, programme: Any, form: NewProspectForm, status: int = 200) -> HttpResponse:
    context = {
        "tabs": tabs(request, "prospects"),
        "programme": programme,
        "form": form,
        "names": organisation_names(),
    }
    return render(request, "partnership/prospect_new.html", context, status=status)


def _prospect(request: PageRequest, prospect: Any, form: ProspectForm, status: int = 200) -> HttpResponse:
    state = ProspectState(prospect.state)
    may_see = request.user.has_perm("organisations.view_organisation", prospect.organisation)
    context = {
        "tabs": tabs(request, "prospects"),
        "prospect": prospect,
        "chip": CHIPS[state],
        "form": form,
        "steps": [(one, CHIPS[ProspectState(one.state)]) for one in queries.steps_of(prospect)],
        "next_states": queries.next_states(prospect),
        "may_see": may_see,
        "may_invite": state in (ProspectState.PROSPECTIVE, ProspectState.INVITED, ProspectState.TALKING),
        "may_confirm": state == ProspectState.WILLING
        and request.user.has_perm("programmes.confirm_partner", prospect),
        "is_open": state != ProspectState.JOINED,
    }
    return render(request, "partnership/prospect.html", context, status=status)
