"""The talent pool in numbers, what companies look for, and who knows a market."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.timezone import now
from django.utils.translation import gettext_lazy

from brobygger.apps.classifications.queries import taxonomy
from brobygger.apps.matching import queries
from brobygger.apps.matching.queries import Demanded, Dimension
from brobygger.apps.organisations.enums import SizeClass
from brobygger.web import wording
from brobygger.web.fields_of_study import broad_field
from brobygger.web.page import PageRequest, page

DIMENSIONS = {
    Dimension.SKILL: gettext_lazy("Skills"),
    Dimension.OCCUPATION: gettext_lazy("Occupations"),
    Dimension.LANGUAGE: gettext_lazy("Languages"),
    Dimension.LEVEL: gettext_lazy("Languages and levels"),
    Dimension.COUNTRY: gettext_lazy("Countries"),
    Dimension.PLACE: gettext_lazy("Places"),
    Dimension.EDUCATION: gettext_lazy("Education levels"),
    Dimension.KIND: gettext_lazy("Kinds of opportunity wanted"),
}


@page(may="matching.view_pool")
def explore(request: PageRequest) -> HttpResponse:
    rows = _dimension(request.GET.get("rows"), Dimension.SKILL)
    columns = _dimension(request.GET.get("columns"), Dimension.LANGUAGE)
    chosen = queries.PoolFilter(
        country=request.GET.get("country", ""), language=request.GET.get("language", "")
    )
    table = queries.explore_pool(
        user=request.user, rows=rows, columns=columns, language=wording.reader_language(), chosen=chosen
    )
    words = wording.words()
    named_rows = [_named(rows, key, label) for key, label in table.rows]
    context = {
        "table": table,
        "columns": [_named(columns, key, label) for key, label in table.columns],
        "lines": list(zip(named_rows, table.row_totals, table.counts, strict=True)),
        "bars": [(name, total) for name, total in zip(named_rows, table.row_totals, strict=True) if total],
        "dimensions": [(dimension.value, label) for dimension, label in DIMENSIONS.items()],
        "rows_by": rows.value,
        "columns_by": columns.value,
        "rows_name": DIMENSIONS[rows],
        "chosen": chosen,
        "countries": [(code, words.country(code)) for code in ("DK", "NO", "SE")],
        "languages": [
            (code, words.language_name(code)) for code in ("da", "nb", "sv", "en", "de", "fr", "es", "pt-BR")
        ],
        "may_search": request.user.has_perm("matching.search_market"),
    }
    return render(request, "secretariat/pool.html", context)


@page(may="matching.view_pool")
def show_demand(request: PageRequest) -> HttpResponse:
    """What is open, by size of company and by need."""
    demand = queries.count_demand(language=wording.reader_language())
    sizes = {**dict(SizeClass.choices), "": gettext_lazy("Size not known")}
    context = {
        "total": demand.total,
        "tables": [
            (
                gettext_lazy("By size of the company"),
                _rows(
                    sorted(demand.sizes, key=lambda one: [*sizes].index(one.key)), lambda one: sizes[one.key]
                ),
            ),
            (
                gettext_lazy("By field of study (ISCED-F)"),
                _rows(demand.fields, lambda one: broad_field(one.key)),
            ),
            (gettext_lazy("By skill (ESCO)"), _rows(demand.skills, lambda one: one.label)),
            (gettext_lazy("By occupation (ESCO)"), _rows(demand.occupations, lambda one: one.label)),
        ],
    }
    return render(request, "secretariat/demand.html", context)


@page(may="matching.search_market")
def search_markets(request: PageRequest) -> HttpResponse:
    """“Brazilian Portuguese, mechanical engineering, can start in March” over the pool in one query."""
    text = request.GET.get("text", "").strip()[:300]
    context: dict[str, Any] = {"text": text}
    if text:
        query = queries.understand_market_query(text, at=now())
        context |= {
            "answer": queries.search_market(query, user=request.user),
            "understood": _understood(query),
        }
    return render(request, "secretariat/markets.html", context)


def _rows(
    found: Iterable[Demanded], name: Callable[[Demanded], str | Promise]
) -> list[tuple[str | Promise, Demanded]]:
    return [(name(one), one) for one in found]


def _dimension(name: str | None, default: Dimension) -> Dimension:
    return Dimension(name) if name in list(Dimension) else default


def _named(dimension: Dimension, key: str, label: str) -> str:
    """Codes in the reader's words; concepts have their label already."""
    words = wording.words()
    if dimension is Dimension.LANGUAGE:
        return wording.capital(words.language_name(key))
    if dimension is Dimension.LEVEL:
        code, _sep, level = key.partition(" ")
        return f"{wording.capital(words.language_name(code))} {level}"
    if dimension is Dimension.COUNTRY and key:
        return words.country(key)
    if dimension is Dimension.EDUCATION and key:
        return words.eqf(int(key))
    if dimension is Dimension.KIND:
        return wording.capital(words.name(f"kind.{key}"))
    return label or "–"


def _understood(query: Any) -> list[str]:
    words, concepts, language = wording.words(), taxonomy(), wording.reader_language()
    found = [
        concepts.preferred(concepts.index[uri], language)
        for uri in (*query.skills, *query.occupations)
        if uri in concepts.index
    ]
    found += [f"{words.language_name(code)} {level or ''}".strip() for code, level in query.languages]
    found += [words.country(code) for code in query.markets]
    if query.start_by:
        found.append(words.day(query.start_by))
    if query.kind:
        found.append(words.name(f"kind.{query.kind}"))
    return found
