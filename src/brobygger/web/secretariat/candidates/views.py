"""The candidates of the programmes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from brobygger.apps.classifications.queries import area_choices, skills_of_words, taxonomy
from brobygger.apps.people.queries import candidate_list, home_countries, occupations_read
from brobygger.web import wording
from brobygger.web.page import PageRequest, page

PER_PAGE = 30
MONTHS = ("graduates_from", "graduates_until")
LONGEST_SKILL = 100
LONGEST_MONTH = 40


@page(may="people.view_candidates")
def list_candidates(request: PageRequest) -> HttpResponse:
    chosen = {
        name: request.GET.get(name, "").strip()
        for name in ("text", "language", "country", "area", "destination")
    }
    words = wording.words()
    said = request.GET.get("skill", "").strip()[:LONGEST_SKILL]
    skill = skills_of_words([said], language=wording.reader_language())[said] if said else None
    first, last, wrong = _months(request)
    query = request.GET.copy()
    query.pop("page", None)
    found = candidate_list(
        request.user,
        **chosen,
        skill=skill.uri if skill else "",
        graduates_from=first,
        graduates_until=last,
    )
    if wrong or (said and skill is None):
        found = found.none()
    rows = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": rows,
        "shown": [(one, work, _graduation(one)) for one, work in _with_occupations(list(rows))],
        "graduates": {name: request.GET.get(name, "").strip()[:LONGEST_MONTH] for name in MONTHS},
        "wrong_months": wrong,
        "chosen": chosen,
        "languages": [(code, words.language_name(code)) for code in ("da", "nb", "sv", "en")],
        "skill": said,
        "skill_label": skill.label if skill else "",
        "homes": [(code, words.country(code)) for code in home_countries(request.user)],
        "countries": [(code, words.country(code)) for code in ("DK", "NO", "SE")],
        "areas": area_choices(),
        "query": query.urlencode(),
    }
    return render(request, "secretariat/candidates.html", context)


def _months(request: PageRequest) -> tuple[dt.date | None, dt.date | None, str]:
    """The first and the last day of the months between which somebody graduates, and what is wrong with them."""
    from brobygger.core.reading.facets.graduation import period_of  # its patterns take a while to compile

    found = []
    for name in MONTHS:
        said = request.GET.get(name, "").strip()[:LONGEST_MONTH]
        found.append(period_of(said, wording.reader_language()) if said else None)
        if said and found[-1] is None:
            wrong = _("“%(said)s” is not understood as a month. Write it like 2027-06.") % {"said": said}
            return None, None, wrong
    first, last = found
    if first and last and first.earliest > last.latest:
        return None, None, _("The first month of graduation lies after the last.")
    return first.earliest if first else None, last.latest if last else None, ""


def _with_occupations(candidates: list[Any]) -> Iterator[tuple[Any, str]]:
    """Each candidate and what they work as, in the reader's words."""
    found, concepts = occupations_read(one.pk for one in candidates), taxonomy()
    for one in candidates:
        values = found.get(one.pk, ())
        yield (
            one,
            ", ".join(
                wording.fact_value("occupation", {**value, "modality": None}, concepts) for value in values
            ),
        )


def _graduation(candidate: Any) -> str:
    first, last = candidate.graduates_from, candidate.graduates_until
    return wording.span(first, last) if first and last else ""
