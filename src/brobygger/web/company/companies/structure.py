"""Sites of an organisation, who is what in it, and how it belongs to others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.organisations import actions, queries
from brobygger.apps.organisations.actions import RoleDetails, SiteDetails
from brobygger.apps.organisations.enums import INVERSE, RelationKind, RoleKind
from brobygger.web.page import PageRequest, page
from brobygger.web.partnership.forms import SiteForm, named
from brobygger.web.sent import day_of, whole_number

MAY = "organisations.change_organisation"
TYPED = {
    "role": ("person_name", "kind", "title", "email", "from_date", "until_date"),
    "relation": ("kind", "other", "from_date", "until_date"),
}
"""The fields of the forms that come back as they were typed where something is refused."""


def structure_of(organisation: Any, *, with_people: bool) -> dict[str, Any]:
    """What pages show of an organisation's sites, roles and relations."""
    return {
        "sites": list(queries.sites_of(organisation)),
        "roles": list(queries.roles_of(organisation)) if with_people else [],
        "relations": [
            {
                "row": one,
                "words": one.get_kind_display() if is_own else INVERSE[one.kind],
                "other": one.other if is_own else one.organisation,
                "is_own": is_own,
            }
            for one, is_own in queries.relations_of(organisation)
        ],
    }


@page(may=MAY, of=queries.organisation_by_id)
def show_structure(request: PageRequest, organisation: Any) -> HttpResponse:
    return _structure(request, organisation)


@page(may=MAY, of=queries.organisation_by_id, writes=True)
def add_site(request: PageRequest, organisation: Any) -> HttpResponse:
    form = SiteForm(request.POST)
    if not form.is_valid():
        return _structure(request, organisation, form=form, status=422)
    details = SiteDetails(country=organisation.country, **form.cleaned_data)
    return _done(
        request,
        organisation,
        lambda **who: actions.add_site(organisation=organisation, details=details, **who),
        form=form,
    )


@page(may=MAY, of=queries.organisation_by_id, writes=True)
def add_role(request: PageRequest, organisation: Any) -> HttpResponse:
    said = request.POST
    since, kind = day_of(said.get("from_date", "")), said.get("kind", "")
    if since is None or kind not in RoleKind.values:
        return _structure(
            request,
            organisation,
            part="role",
            error=_("Say which role it is, and from which day."),
            status=422,
        )
    details = RoleDetails(
        person_name=said.get("person_name", "").strip(),
        email=said.get("email", "").strip(),
        kind=RoleKind(kind),
        title=said.get("title", "").strip(),
        from_date=since,
        until_date=day_of(said.get("until_date", "")),
    )
    return _done(
        request,
        organisation,
        lambda **who: actions.add_role(organisation=organisation, details=details, **who),
        part="role",
    )


@page(may=MAY, of=queries.organisation_by_id, writes=True)
def add_relation(request: PageRequest, organisation: Any) -> HttpResponse:
    said = request.POST
    kind = said.get("kind", "")
    if kind not in RelationKind.values:
        return _structure(
            request,
            organisation,
            part="relation",
            error=_("Choose how it belongs to the other one."),
            status=422,
        )

    def act(**who: Any) -> object:
        return actions.add_relation(
            organisation=organisation,
            kind=RelationKind(kind),
            other=named([said.get("other", "")])[0],
            from_date=day_of(said.get("from_date", "")),
            until_date=day_of(said.get("until_date", "")),
            **who,
        )

    return _done(request, organisation, act, part="relation")


@page(may=MAY, of=queries.organisation_by_id, writes=True)
def end_part(request: PageRequest, organisation: Any) -> HttpResponse:
    """A site, a role or a relation ends on a day."""
    said, until = request.POST, day_of(request.POST.get("until", "")) or localdate()
    part = whole_number(said.get("part"))
    if part is None:
        raise Http404

    def act(**who: Any) -> object:
        if said.get("what") == "site":
            return actions.close_site(organisation=organisation, site_id=part, until=until, **who)
        if said.get("what") == "role":
            return actions.end_role(organisation=organisation, role_id=part, until=until, **who)
        return actions.end_relation(organisation=organisation, relation_id=part, until=until, **who)

    return _done(request, organisation, act)


def _done(request: PageRequest, organisation: Any, act: Callable[..., object], **typed: Any) -> HttpResponse:
    """
    Args:
        typed: the form that was sent, or the part of the page, to come back with what was typed.
    """
    try:
        act(by=request.user, at=now())
    except ObjectDoesNotExist as error:
        raise Http404 from error
    except ValidationError as error:
        return _structure(request, organisation, error=" ".join(error.messages), status=422, **typed)
    messages.success(request, _("Saved."))
    return redirect("company-structure", pk=organisation.pk)


def _structure(
    request: PageRequest,
    organisation: Any,
    *,
    form: SiteForm | None = None,
    part: str = "",
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "organisation": organisation,
        **structure_of(organisation, with_people=True),
        "form": form or SiteForm(),
        "typed": {
            one: {name: request.POST.get(name, "") if one == part else "" for name in names}
            for one, names in TYPED.items()
        },
        "open": "site" if form else part,
        "role_kinds": RoleKind.choices,
        "relation_kinds": RelationKind.choices,
        "names": queries.organisation_names(),
        "today": localdate(),
        "error": error,
    }
    return render(request, "company/structure.html", context, status=status)
