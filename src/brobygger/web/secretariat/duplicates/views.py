"""Records that may be about the same: listed with reasons, joined field by field, and parted again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from brobygger.apps.organisations import actions as organisation_actions
from brobygger.apps.organisations import queries as organisation_queries
from brobygger.apps.people import actions as people_actions
from brobygger.apps.people import queries as people_queries
from brobygger.core.duplicates import LikelyPair
from brobygger.web.page import page
from brobygger.web.secretariat.likeness import shown_signs

PER_PAGE = 30
LABELS: Mapping[str, str | Promise] = {
    "code": gettext_lazy("Short name"),
    "name": gettext_lazy("Name"),
    "registered_number": gettext_lazy("Register number"),
    "industry": gettext_lazy("Industry"),
    "kind": gettext_lazy("Kind"),
    "size_class": gettext_lazy("Employees"),
    "is_exporter": gettext_lazy("Exports"),
    "engagement": gettext_lazy("Engagement"),
    "about": gettext_lazy("About"),
    "website": gettext_lazy("Website"),
    "place": gettext_lazy("Place"),
    "alias": gettext_lazy("Alias"),
    "user": gettext_lazy("Log-in"),
    "visible_to_companies_at": gettext_lazy("Shown to companies since"),
    "identity.name": gettext_lazy("Name"),
    "identity.email": gettext_lazy("E-mail"),
    "identity.phone": gettext_lazy("Phone"),
    "preference.kinds": gettext_lazy("Looks for"),
    "preference.wished_occupations": gettext_lazy("Wished occupations"),
    "preference.available_from": gettext_lazy("Available from"),
    "preference.available_months": gettext_lazy("Available for (months)"),
    "preference.hours": gettext_lazy("Hours a week"),
    "preference.pay": gettext_lazy("Lowest pay"),
    "preference.home": gettext_lazy("Home"),
    "preference.commute_minutes": gettext_lazy("Longest commute (minutes)"),
    "preference.moves_to": gettext_lazy("Would move to"),
    "preference.remote": gettext_lazy("Remote work"),
    "preference.work_right": gettext_lazy("May work in"),
    "preference.markets": gettext_lazy("Knows the markets"),
    "document": gettext_lazy("CV, and what was read from it"),
}
"""Fields by the key of a choice; a field that is not here is called what its table calls it."""
View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Sort:
    """What differs between organisations and candidates."""

    name: str
    may: str
    likely: Callable[[], list[LikelyPair]]
    by_id: Callable[..., Mapping[int, Any]]
    pair: Callable[..., tuple[Any, Any] | None]
    compare: Callable[..., list[Any]]
    merges: Callable[[], list[Any]]
    merge_by_id: Callable[..., Any]
    merge: Callable[..., Any]
    undo: Callable[..., list[Any]]
    differ: Callable[..., None]
    cannot_undo: tuple[type[Exception], ...]
    later_first: type[Exception]
    about: Callable[[Any], str]


@dataclass(frozen=True)
class Pages:
    """The pages of one sort of record."""

    list_pairs: View
    show_pair: View
    join: View
    say_distinct: View
    undo: View


def _pages(sort: Sort) -> Pages:
    @page(may=sort.may)
    def list_pairs(request: HttpRequest) -> HttpResponse:
        return _list(request, sort)

    @page(may=sort.may, of=sort.pair)
    def show_pair(request: HttpRequest, pair: Any) -> HttpResponse:
        return _show(request, sort, *pair)

    @page(may=sort.may, of=sort.pair, writes=True)
    def join(request: HttpRequest, pair: Any) -> HttpResponse:
        kept, other = pair
        from_other = {key.removeprefix("field-") for key, value in request.POST.items() if value == "other"}
        sort.merge(kept=kept, other=other, from_other=from_other, by=request.user, at=now())
        messages.success(request, _("Joined. It can be undone below."))
        return redirect(f"duplicates-{sort.name}")

    @page(may=sort.may, of=sort.pair, writes=True)
    def say_distinct(request: HttpRequest, pair: Any) -> HttpResponse:
        sort.differ(first=pair[0], second=pair[1], by=request.user, at=now())
        messages.success(request, _("Noted: they are not the same."))
        return redirect(f"duplicates-{sort.name}")

    @page(may=sort.may, of=sort.merge_by_id, writes=True)
    def undo(request: HttpRequest, merge: Any) -> HttpResponse:
        return _undo(request, sort, merge)

    return Pages(list_pairs, show_pair, join, say_distinct, undo)


def _list(request: HttpRequest, sort: Sort) -> HttpResponse:
    rows = Paginator(sort.likely(), PER_PAGE).get_page(request.GET.get("page"))
    records = sort.by_id(number for pair in rows for number in (pair.first, pair.second))
    context = {
        "sort": sort.name,
        "tabs": [
            (_("Organisations"), reverse("duplicates-organisations"), sort.name == "organisations", None),
            (_("Candidates"), reverse("duplicates-candidates"), sort.name == "candidates", None),
        ],
        "rows": rows,
        "pairs": [
            {
                "first": records[pair.first],
                "first_about": sort.about(records[pair.first]),
                "second": records[pair.second],
                "second_about": sort.about(records[pair.second]),
                "percent": round(pair.likeness.score * 100),
                "signs": shown_signs(pair.likeness.signs),
                "address": reverse(f"duplicates-{sort.name}-pair", args=[pair.first, pair.second]),
                "distinct_address": reverse(
                    f"duplicates-{sort.name}-distinct", args=[pair.first, pair.second]
                ),
            }
            for pair in rows
        ],
        "merges": [(one, reverse(f"duplicates-{sort.name}-undo", args=[one.pk])) for one in sort.merges()],
    }
    return render(request, "secretariat/duplicates.html", context)


def _show(request: HttpRequest, sort: Sort, kept: Any, other: Any) -> HttpResponse:
    fields = sort.compare(kept, other)
    numbers = [kept.pk, other.pk]
    context = {
        "kept": kept,
        "other": other,
        "kept_about": sort.about(kept),
        "other_about": sort.about(other),
        "differing": [(LABELS.get(one.key, one.label), one) for one in fields if one.differs],
        "same": [(LABELS.get(one.key, one.label), one) for one in fields if not one.differs and one.kept],
        "join_address": reverse(f"duplicates-{sort.name}-join", args=numbers),
        "distinct_address": reverse(f"duplicates-{sort.name}-distinct", args=numbers),
        "swap_address": reverse(f"duplicates-{sort.name}-pair", args=numbers[::-1]),
        "back": reverse(f"duplicates-{sort.name}"),
    }
    return render(request, "secretariat/duplicate_pair.html", context)


def _undo(request: HttpRequest, sort: Sort, merge: Any) -> HttpResponse:
    try:
        left = sort.undo(merge=merge, by=request.user, at=now())
    except sort.later_first:
        messages.error(request, _("The record was joined to another since: undo that first."))
    except sort.cannot_undo:
        messages.error(
            request, _("It cannot be undone: another record has taken its short name, alias or log-in since.")
        )
    else:
        if left:
            tables = ", ".join(sorted({step["model"] for step in left}))
            text = ngettext(
                "Undone, but for %(number)s row that was changed or removed since (%(tables)s): it stays as it is.",
                "Undone, but for %(number)s rows that were changed or removed since (%(tables)s): they stay as they are.",
                len(left),
            )
            messages.warning(request, text % {"number": len(left), "tables": tables})
        else:
            messages.success(request, _("Undone: there are two records again."))
    return redirect(f"duplicates-{sort.name}")


def _about_organisation(one: Any) -> str:
    return " · ".join(filter(None, (one.registered_number, one.place_name, one.country, one.industry)))


def _about_candidate(one: Any) -> str:
    identity, preference = getattr(one, "identity", None), getattr(one, "preference", None)
    parts = [identity.name, identity.email, identity.phone] if identity else []
    if preference and preference.home_name:
        parts.append(f"{preference.home_name}, {preference.home_country}")
    return " · ".join(filter(None, parts))


organisations = _pages(
    Sort(
        name="organisations",
        may="organisations.merge_organisations",
        likely=organisation_queries.likely_same_organisations,
        by_id=organisation_queries.organisations_by_id,
        pair=organisation_queries.organisation_pair,
        compare=organisation_queries.compare_organisations,
        merges=organisation_queries.merges_of_organisations,
        merge_by_id=organisation_queries.merge_of_organisations_by_id,
        merge=organisation_actions.merge_organisations,
        undo=organisation_actions.undo_merge_of_organisations,
        differ=organisation_actions.say_organisations_differ,
        cannot_undo=(organisation_actions.CannotUndo,),
        later_first=organisation_actions.UndoLaterFirst,
        about=_about_organisation,
    )
)
candidates = _pages(
    Sort(
        name="candidates",
        may="people.merge_candidates",
        likely=people_queries.likely_same_candidates,
        by_id=people_queries.candidates_by_id,
        pair=people_queries.candidate_pair,
        compare=people_queries.compare_candidates,
        merges=people_queries.merges_of_candidates,
        merge_by_id=people_queries.merge_of_candidates_by_id,
        merge=people_actions.merge_candidates,
        undo=people_actions.undo_merge_of_candidates,
        differ=people_actions.say_candidates_differ,
        cannot_undo=(people_actions.CannotUndo,),
        later_first=people_actions.UndoLaterFirst,
        about=_about_candidate,
    )
)
