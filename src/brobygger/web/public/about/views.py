"""What the product tells everybody about itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from brobygger.core.matching import Part, Weights
from brobygger.web import wording
from brobygger.web.page import ANYONE, page


@page(may=ANYONE)
def how_a_match_is_made(request: HttpRequest) -> HttpResponse:
    words, weights = wording.words(), Weights()
    parts = [(wording.capital(words.name(f"part.{part}")), weights.of(part)) for part in Part]
    return render(request, "public/how_a_match_is_made.html", {"parts": parts})
