"""The same pages for a candidate's own profile and for those who may change somebody else's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from brobygger.apps.people import queries
from brobygger.web.page import PageRequest, page


@dataclass(frozen=True, slots=True)
class Desk:
    """
    Whose profile lies open, and for whom.

    Args:
        candidate: the candidate.
        is_own: the visitor is the candidate.
    """

    candidate: Any
    is_own: bool

    def address(self, name: str) -> str:
        """The address of a page about this candidate: “profile”, “wishes-save”."""
        if self.is_own:
            return reverse(f"my-{name}")
        return reverse(f"candidate-{name}", args=[self.candidate.pk])

    @property
    def home(self) -> str:
        return reverse("my-page") if self.is_own else reverse("candidate", args=[self.candidate.pk])


DeskView = Callable[[PageRequest, Desk], HttpResponse]
Entrance = Callable[..., HttpResponse]


def entrances(view: DeskView, *, writes: bool = False) -> tuple[Entrance, Entrance]:
    """The page of one's own profile, and the page of another's for who may change it."""

    @page(may="base.view_own_page", writes=writes)
    def own(request: PageRequest) -> HttpResponse:
        candidate = queries.candidate_of_user(request.user)
        if candidate is None:
            return redirect("my-cv")
        return view(request, Desk(candidate, is_own=True))

    @page(may="people.change_candidate", of=queries.candidate_by_id, writes=writes)
    def of_another(request: PageRequest, candidate: Any) -> HttpResponse:
        return view(request, Desk(candidate, is_own=False))

    return own, of_another
