"""Take along what is kept: first what it is, then, on a tap that leaves a trace, all of it as a page or a file."""

from __future__ import annotations

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.cache import never_cache

from brobygger.apps.base import actions as base
from brobygger.apps.base.queries import Held, held_of, kept_unsorted, person
from brobygger.apps.people import actions
from brobygger.apps.people.queries import candidate_by_id, candidate_of_user
from brobygger.web.page import PageRequest, page
from brobygger.web.privacy.shown import as_json, sections

FILE = "brobygger-my-data.json"


@page(may="base.view_own_page")
def offer_own_candidate(request: PageRequest) -> HttpResponse:
    candidate = candidate_of_user(request.user)
    if candidate is None:  # has signed up and has no CV here yet
        return redirect("account-export")
    return _offer(request, candidate.user_id, candidate, reverse("my-export-take"))


@never_cache
@page(may="base.view_own_page", writes=True)
def take_own_candidate(request: PageRequest) -> HttpResponse:
    candidate = candidate_of_user(request.user)
    if candidate is None:
        raise Http404
    return _take_candidate(request, candidate)


@page(may="people.export_candidate", of=candidate_by_id)
def offer_candidate(request: HttpRequest, candidate: Any) -> HttpResponse:
    take = reverse("candidate-export-take", args=[candidate.pk])
    return _offer(request, candidate.user_id, candidate, take)


@never_cache
@page(may="people.export_candidate", of=candidate_by_id, writes=True)
def take_candidate(request: PageRequest, candidate: Any) -> HttpResponse:
    return _take_candidate(request, candidate)


@page(may="base.export_own_data")
def offer_own_account(request: HttpRequest) -> HttpResponse:
    return _offer(request, request.user.pk, None, reverse("account-export-take"))


@never_cache
@page(may="base.export_own_data", writes=True)
def take_own_account(request: PageRequest) -> HttpResponse:
    held = base.export_own_data(user=request.user, by=request.user, at=now())
    return _answer(request, held, request.user.pk, None)


def _take_candidate(request: PageRequest, candidate: Any) -> HttpResponse:
    held = actions.export_candidate(candidate=candidate, by=request.user, at=now())
    return _answer(request, held, candidate.user_id, candidate)


def _offer(request: HttpRequest, user_id: int | None, candidate: Any, take: str) -> HttpResponse:
    who = person(user_id=user_id, candidate_id=candidate.pk if candidate else None)
    context = {
        "sections": sections(held_of(who), request.user.pk),
        "take": take,
        **_whose(request, user_id, candidate),
    }
    return render(request, "privacy/export_offer.html", context)


def _answer(request: HttpRequest, held: list[Held], user_id: int | None, candidate: Any) -> HttpResponse:
    at = now()
    if request.POST.get("as") == "file":
        content = as_json(held, user_id=user_id, candidate_id=candidate.pk if candidate else None, at=at)
        text = json.dumps(content, cls=_Encoder, ensure_ascii=False, indent=2)
        headers = {"Content-Disposition": f'attachment; filename="{FILE}"'}
        return HttpResponse(text, content_type="application/json; charset=utf-8", headers=headers)
    context = {
        "sections": sections(held, request.user.pk),
        "unsorted": [str(part.what) for _model, part in kept_unsorted()],
        "at": at,
        **_whose(request, user_id, candidate),
    }
    return render(request, "privacy/export.html", context)


def _whose(request: HttpRequest, user_id: int | None, candidate: Any) -> dict[str, Any]:
    is_own = user_id == request.user.pk
    return {
        "candidate": candidate,
        "is_own": is_own,
        "back": reverse("candidate", args=[candidate.pk]) if candidate and not is_own else reverse("account"),
    }


class _Encoder(DjangoJSONEncoder):
    def default(self, o: Any) -> Any:
        return "" if isinstance(o, bytes | memoryview) else super().default(o)
