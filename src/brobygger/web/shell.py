"""What every page needs around its content: navigation by role, the languages, light or dark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ANYBODY = None
SCHEME = "scheme"
"""The key in the session."""
SCHEMES = {
    "auto": _("Colours: like the device"),
    "light": _("Colours: light"),
    "dark": _("Colours: dark"),
}
OWN_NAMES = {"da": "Dansk", "nb": "Norsk", "sv": "Svenska", "en": "English"}
SHORT_NAMES = {"da": "DA", "nb": "NO", "sv": "SV", "en": "EN"}


@dataclass(frozen=True, slots=True)
class Entry:
    """
    A place in the menu.

    Args:
        may: the permission that opens the page, or `ANYBODY`.
        label: what the menu says.
        name: of the page's address.
        more: not needed every day; stands under “More” in a long menu.
    """

    may: str | None
    label: str | Promise
    name: str
    more: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as one visitor sees it."""

    label: str | Promise
    href: str
    current: bool = False
    more: bool = False


MOST_IN_ROW = 8
NAVIGATION = (
    Entry("base.view_today", _("Today"), "today"),
    Entry("outreach.view_own_calls", _("Calls"), "calls"),
    Entry("base.view_own_page", _("My page"), "my-page"),
    Entry("opportunities.view_opportunities", _("Opportunities"), "opportunities"),
    Entry("base.view_own_page", _("My applications"), "my-applications"),
    Entry("advice.ask_adviser", _("CV help"), "my-advice"),
    Entry("events.view_own_evenings", _("Company Dating"), "dating"),
    Entry("events.view_evenings", _("Evenings"), "evenings"),
    Entry("people.view_candidates", _("Candidates"), "candidates"),
    Entry("organisations.view_own_organisations", _("My organisation"), "my-company"),
    Entry("matching.preview_ad", _("Answers"), "applications"),
    Entry("matching.preview_ad", _("Paste an ad"), "paste-ad"),
    Entry("matching.view_pool", _("Talent pool"), "pool"),
    Entry("organisations.view_organisations", _("Companies"), "companies"),
    Entry("outreach.view_visits", _("Visits"), "visits"),
    Entry("placements.view_placements", _("Placements"), "placements", more=True),
    Entry("placements.view_own_placements", _("My placements"), "my-placements", more=True),
    Entry("effects.view_retention", _("Who stays"), "retention", more=True),
    Entry("events.view_plan", _("Event plan"), "event-plan", more=True),
    Entry("events.view_own_registrations", _("Events"), "events", more=True),
    Entry("opportunities.view_reports", _("Reports"), "reports", more=True),
    Entry("matching.view_fairness", _("Match runs"), "match-runs", more=True),
    Entry("classifications.correct_readings", _("Corrections"), "reading", more=True),
    Entry("organisations.import_organisations", _("Import"), "import", more=True),
    Entry("opportunities.manage_ad_sources", _("Fetched ads"), "ad-sources", more=True),
    Entry("organisations.merge_organisations", _("Duplicates"), "duplicates-organisations", more=True),
    Entry("outreach.view_campaigns", _("Mails to many"), "campaigns"),
    Entry("outreach.view_own_bookings", _("My reach"), "my-reach"),
    Entry("advice.offer_times", _("CV help"), "advice", more=True),
    Entry("outreach.view_agents", _("Agents"), "agents", more=True),
    Entry("outreach.view_channels", _("Channels"), "channels", more=True),
    Entry("programmes.view_prospects", _("Partnership"), "prospects", more=True),
    Entry("programmes.view_programme", _("Programmes"), "programmes", more=True),
    Entry(ANYBODY, _("Vocabulary"), "vocabulary", more=True),
    Entry("base.view_own_mail", _("Mails"), "mailbox", more=True),
)


def shell(request: HttpRequest) -> dict[str, Any]:
    """The template variable `shell`."""
    scheme = getattr(request, "session", {}).get(SCHEME, "auto")
    scheme = scheme if scheme in SCHEMES else "auto"
    after = dict(zip(SCHEMES, (*list(SCHEMES)[1:], "auto"), strict=True))
    return {
        "shell": {
            **_menu(list(navigation(request))),
            "languages": [(code, SHORT_NAMES[code], OWN_NAMES[code]) for code, _name in settings.LANGUAGES],
            "scheme": scheme,
            "scheme_label": SCHEMES[scheme],
            "next_scheme": after[scheme],
            # where to return to after a change of language or colours; the answer to a form has no address
            "here": request.get_full_path() if request.method in {"GET", "HEAD"} else "/",
        }
    }


def _menu(items: list[Item]) -> dict[str, list[Item]]:
    """A menu that would not fit into one row keeps what is not needed every day under “More”."""
    is_long = len(items) > MOST_IN_ROW
    more = [item for item in items if is_long and item.more]
    return {"navigation": [item for item in items if item not in more], "more": more}


def navigation(request: HttpRequest) -> Iterator[Item]:
    """The menu of the visitor, in the order of `NAVIGATION`."""
    user = getattr(request, "user", None)
    for entry in NAVIGATION:
        if entry.may is ANYBODY or (user is not None and user.has_perm(entry.may)):
            try:
                href = reverse(entry.name)
            except NoReverseMatch:  # an installation may leave out an audience's pages
                continue
            yield Item(entry.label, href, request.path.startswith(href), entry.more)
