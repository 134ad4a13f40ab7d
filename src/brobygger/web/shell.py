"""What every page needs around its content: navigation by role, the languages, light or dark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SCHEME_COOKIE = "scheme"
SCHEMES = ("auto", "light", "dark")
OWN_NAMES = {"da": "Dansk", "nb": "Norsk", "sv": "Svenska", "en": "English"}


@dataclass(frozen=True, slots=True)
class Item:
    label: str | Promise
    href: str
    current: bool = False


# Which pages stand in the menu, by the permission that opens them; the first is for everybody.
NAVIGATION: tuple[tuple[str | None, str | Promise, str], ...] = (
    ("opportunities.view_list", _("Opportunities"), "opportunities"),
    ("opportunities.paste", _("Paste an ad"), "paste-ad"),
    ("people.view_list", _("Candidates"), "candidates"),
    ("people.view_own", _("My page"), "my-page"),
    ("matching.explore_pool", _("Talent pool"), "pool"),
    ("matching.view_runs", _("Match runs"), "match-runs"),
    ("organisations.view_list", _("Companies"), "companies"),
    ("programmes.view_list", _("Programmes"), "programmes"),
    (None, _("Vocabulary"), "vocabulary"),
)


def shell(request: HttpRequest) -> dict[str, Any]:
    """The template variable `shell`."""
    scheme = request.COOKIES.get(SCHEME_COOKIE, "auto")
    scheme = scheme if scheme in SCHEMES else "auto"
    return {
        "shell": {
            "navigation": _navigation(request),
            "languages": [(code, OWN_NAMES[code]) for code, _name in settings.LANGUAGES],
            "scheme": scheme,
            "other_scheme": "light" if scheme == "dark" else "dark",
            "demo": settings.DEMO,
        }
    }


def _navigation(request: HttpRequest) -> list[Item]:
    user = getattr(request, "user", None)
    items = []
    for permission, label, name in NAVIGATION:
        if permission is None or (user is not None and user.has_perm(permission)):
            href = reverse(name)
            items.append(Item(label, href, request.path.startswith(href)))
    return items
