"""Who may do what: the table of permissions, for one role in words and for all roles at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import Role
from brobygger.apps.base.queries import PERMISSIONS
from brobygger.apps.base.rules import VISITOR, Extent, Permission
from brobygger.web.page import ANYONE, page

ROLES = {**{role.value: role.label for role in Role}, VISITOR: _("Visitor")}
AREAS = {
    "base": _("The product itself"),
    "classifications": _("Vocabulary and reading"),
    "people": _("Candidates"),
    "organisations": _("Organisations"),
    "programmes": _("Programmes"),
    "opportunities": _("Opportunities and applications"),
    "outreach": _("Outreach"),
    "events": _("Events"),
    "advice": _("Help with CVs, and intakes"),
    "surveys": _("Surveys"),
    "placements": _("Agreements and placements"),
    "effects": _("Who stays"),
    "matching": _("Matches"),
}


@page(may=ANYONE)
def show_permissions(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("role", "")
    own = getattr(request.user, "role", "") or VISITOR
    role = asked if asked in ROLES else own
    sentences = [(AREAS[area], list(_sentences(area, role))) for area in AREAS]
    context = {
        "roles": [(label, f"?role={value}", value == role, None) for value, label in ROLES.items()],
        "role": ROLES[role],
        "may": [(area, found) for area, found in sentences if found],
        "areas": AREAS,
        "columns": [(_("May …"), "text"), *((label, "text") for label in ROLES.values())],
        "rows": [(AREAS[_area(one)], one.what, [_cell(one, role) for role in ROLES]) for one in PERMISSIONS],
        "extents": [extent for extent in Extent if extent != Extent.ALL],
    }
    return render(request, "public/permissions.html", context)


def _sentences(area: str, role: str) -> Iterator[tuple[Any, str]]:
    """(what, to which, or empty for all) of what a role may do in an area."""
    for permission in PERMISSIONS:
        extents = permission.extents.get(role)
        if _area(permission) == area and extents:
            yield permission.what, "; ".join(str(one.label) for one in extents if one != Extent.ALL)


def _cell(permission: Permission, role: str) -> str:
    return ", ".join(str(SHORT[extent]) for extent in permission.extents.get(role, ()))


def _area(permission: Permission) -> str:
    return permission.name.partition(".")[0]


SHORT = {
    Extent.ALL: _("all"),
    Extent.OWN: _("own"),
    Extent.PROGRAMMES: _("of programmes"),
    Extent.LED: _("of led programmes"),
    Extent.SHOWN: _("shown"),
    Extent.OPEN: _("open"),
    Extent.APPLIED: _("who applied"),
    Extent.WRITTEN: _("own, with the right to write"),
    Extent.MANAGED: _("own, with the right to manage"),
    Extent.ACCEPTED: _("own, once accepted"),
}
