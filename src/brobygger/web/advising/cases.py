"""A text that a candidate shares with an adviser: version by version, sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from brobygger.apps.advice import actions, queries
from brobygger.apps.advice.actions import NoSentence, NothingNew, NotShared
from brobygger.apps.advice.enums import TextKind
from brobygger.apps.people.actions import save_own_cv
from brobygger.apps.people.enums import DocumentFormat
from brobygger.apps.people.queries import name_of, profile_facts
from brobygger.core.reading.versions import Change
from brobygger.web import wording
from brobygger.web.advising.guides import country_name
from brobygger.web.candidate.cv.received import ACCEPT, Unreadable, received
from brobygger.web.page import PageRequest, page
from brobygger.web.sent import whole_number

MOST_TIMES = 12
CHANGES = {
    Change.CHANGED: gettext_lazy("changed"),
    Change.ADDED: gettext_lazy("new"),
    Change.REMOVED: gettext_lazy("gone"),
}


@page(may="advice.view_case", of=queries.case_by_id)
def show_case(request: PageRequest, case: Any) -> HttpResponse:
    return _case(request, case)


@page(may="advice.view_case", of=queries.case_by_id)
def compare(request: PageRequest, case: Any) -> HttpResponse:
    versions = list(case.versions.order_by("number"))
    if len(versions) < 2:
        raise Http404
    after = _chosen(versions, request.GET.get("after", "")) or versions[-1]
    earlier = [one for one in versions if one.number < after.number]
    if not earlier:
        raise Http404
    before = _chosen(earlier, request.GET.get("before", "")) or earlier[-1]
    change = queries.compare_two(before, after)
    context = _about(request, case) | {
        "change": change,
        "versions": versions,
        "rows": [
            {
                "kind": row.change.value,
                "label": CHANGES.get(row.change, ""),
                "before": row.before,
                "after": row.after,
            }
            for row in change.rows
        ],
        "counts": [(CHANGES[kind], change.count(kind)) for kind in CHANGES if change.count(kind)],
        "gained": facts_in_words(change.gained),
        "lost": facts_in_words(change.lost),
    }
    return render(request, "advising/compare.html", context)


@page(may="advice.change_case", of=queries.case_by_id, writes=True)
def add_version(request: PageRequest, case: Any) -> HttpResponse:
    try:
        found = received(request)
        version = actions.add_version(case=case, text=found.text, by=request.user, at=now())
    except Unreadable as error:
        return _case(request, case, error=str(error.message), text=error.text)
    except (NothingNew, NotShared) as error:
        return _case(request, case, error=str(error), text=request.POST.get("text", ""))
    except ValidationError as error:
        return _case(request, case, error=" ".join(error.messages), text=request.POST.get("text", ""))
    messages.success(request, _("Saved as version %(number)d.") % {"number": version.number})
    return redirect("advice-compare" if version.number > 1 else "advice-case", pk=case.pk)


@page(may="advice.comment_on_case", of=queries.case_by_id, writes=True)
def comment(request: PageRequest, case: Any) -> HttpResponse:
    version = _chosen(list(case.versions.all()), request.POST.get("version", ""))
    start = whole_number(request.POST.get("start"))
    if version is None or start is None:
        raise Http404
    text = request.POST.get("text", "")
    try:
        actions.comment_on_sentence(version=version, start=start, text=text, by=request.user, at=now())
    except NoSentence as error:
        messages.error(request, str(error))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(f"{reverse('advice-case', args=[case.pk])}?version={version.number}#s{start}")


@page(may="advice.change_case", of=queries.comment_by_id, writes=True)
def answer(request: PageRequest, comment: Any) -> HttpResponse:
    try:
        actions.answer_comment(
            comment=comment, text=request.POST.get("answer", ""), by=request.user, at=now()
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return _back(comment, request)


@page(may="advice.change_case", of=queries.comment_by_id, writes=True)
def settle(request: PageRequest, comment: Any) -> HttpResponse:
    is_done = request.POST.get("done") == "yes"
    actions.settle_comment(comment=comment, is_done=is_done, by=request.user, at=now())
    return _back(comment, request)


@page(may="advice.change_case", of=queries.case_by_id, writes=True)
def use_as_cv(request: PageRequest, case: Any) -> HttpResponse:
    """The newest version becomes the CV of the profile, which is matched."""
    version = case.versions.order_by("number").last()
    if version is None or case.kind != TextKind.CV:
        raise Http404
    candidate = save_own_cv(
        user=request.user, text=version.text, format=DocumentFormat.TEXT, by=request.user, at=now()
    )
    count = len(profile_facts(candidate))
    said = ngettext("We found %(count)d thing in your CV.", "We found %(count)d things in your CV.", count)
    messages.success(request, said % {"count": count})
    return redirect("my-profile")


@page(may="advice.change_case", of=queries.case_by_id, writes=True)
def end(request: PageRequest, case: Any) -> HttpResponse:
    actions.end_sharing(case=case, by=request.user, at=now())
    messages.success(request, _("The adviser no longer sees this text."))
    return redirect("advice-case", pk=case.pk)


@page(may="advice.change_case", of=queries.case_by_id, writes=True)
def remove(request: PageRequest, case: Any) -> HttpResponse:
    actions.remove_case(case=case, by=request.user, at=now())
    messages.success(request, _("The text is erased, with all versions and comments."))
    return redirect("my-advice")


def facts_in_words(facts: tuple[Mapping[str, Any], ...]) -> list[tuple[str, str]]:
    """(what kind it is, its value) of facts as a version keeps them."""
    return [
        (str(wording.FACT_NAMES.get(one["kind"], one["kind"])), wording.fact_value(one["kind"], one["value"]))
        for one in facts
    ]


def _case(request: PageRequest, case: Any, *, error: str = "", text: str = "") -> HttpResponse:
    versions = list(case.versions.order_by("number"))
    version = _chosen(versions, request.GET.get("version", "")) or (versions[-1] if versions else None)
    moment = now()
    address = reverse("advice-case", args=[case.pk])
    context = _about(request, case) | {
        "error": error,
        "version": version,
        "is_newest": bool(versions) and version == versions[-1],
        "read": queries.commented_version(version) if version else None,
        "sentence": whole_number(request.GET.get("sentence")),
        "tabs": [
            (
                _("Version %(number)d") % {"number": one.number},
                f"{address}?version={one.number}",
                one == version,
                None,
            )
            for one in versions
        ],
        "can_compare": len(versions) > 1,
        "found": len(version.facts) if version else 0,
        "appointments": list(
            case.appointments.filter(state="booked", time__ends_at__gte=moment)
            .select_related("time")
            .order_by("time__starts_at")
        ),
    }
    if context["is_own"] and case.is_shared:
        context["times"] = list(
            queries.free_times(case.candidate, at=moment, adviser_id=case.adviser_id or 0)[:MOST_TIMES]
        )
        context["accept"] = ACCEPT
        context["text"] = text or (versions[-1].text if versions else "")
    return render(request, "advising/case.html", context, status=422 if error else 200)


def _about(request: PageRequest, case: Any) -> dict[str, Any]:
    is_own = case.candidate.user_id == request.user.pk
    adviser = (case.adviser.get_full_name() or case.adviser.get_username()) if case.adviser else ""
    return {
        "case": case,
        "is_own": is_own,
        "is_cv": case.kind == TextKind.CV,
        "may_comment": not is_own and case.is_shared,
        "other": adviser if is_own else name_of(case.candidate) or case.candidate.alias,
        "adviser": adviser,
        "country": country_name(case.country),
        "guide": case.country or "EN",
    }


def _chosen(versions: list[Any], number: str) -> Any:
    return next((one for one in versions if str(one.number) == number), None)


def _back(comment: Any, request: PageRequest) -> HttpResponse:
    number = whole_number(request.POST.get("version"), most=9999)
    query = f"?version={number}" if number else ""
    return redirect(f"{reverse('advice-case', args=[comment.case.pk])}{query}#c{comment.pk}")
