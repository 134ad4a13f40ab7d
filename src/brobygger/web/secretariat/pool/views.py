"""The talent pool in numbers, what companies look for, and who knows a market."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.classifications.queries import taxonomy
from brobygger.apps.matching import queries
from brobygger.apps.matching.queries import Demanded, Dimension, MarketCandidate
from brobygger.apps.opportunities.queries import FEW, AdPeriod, Step, ad_languages
from brobygger.apps.organisations.enums import SizeClass
from brobygger.apps.programmes.queries import programmes
from brobygger.data.tables.writing import write_csv
from brobygger.web import wording
from brobygger.web.fields_of_study import broad_field
from brobygger.web.page import PageRequest, page
from brobygger.web.sent import whole_number

MOST_LANGUAGES = 5  # in a table's columns; the file has all
MOST_PERIODS = 24
EXAMPLES = (
    gettext_lazy("Poland, German B2"),
    gettext_lazy("Brazilian Portuguese, mechanical engineering, can start in March"),
    gettext_lazy("project management, knows the French market"),
)
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


@page(may="matching.view_pool")
def show_ad_languages(request: PageRequest) -> HttpResponse:
    """In which languages ads are written, by month or half-year."""
    step, programme = _trend_asked(request)
    periods, languages = ad_languages(step=step, programme_id=programme)
    words = wording.words()
    shown = languages[:MOST_LANGUAGES]
    context = {
        "is_monthly": step is Step.MONTH,
        "programmes": [(str(one.pk), one.name) for one in programmes()],
        "programme": request.GET.get("programme", ""),
        "languages": [wording.capital(words.language_name(code)) if code else "–" for code in shown],
        "periods": [
            (_period(one, step), one, [(one.counts.get(code, 0), one.percent(code)) for code in shown])
            for one in periods[-MOST_PERIODS:]
        ],
        "english": [
            (_period(one, step), 0 if (share := one.percent("en")) is None else share)
            for one in periods[-MOST_PERIODS:]
        ],
        "few": FEW,
        "has_few": any(one.is_few for one in periods[-MOST_PERIODS:]),
        "is_cut": len(periods) > MOST_PERIODS,
        "query": request.GET.urlencode(),
    }
    return render(request, "secretariat/ad_languages.html", context)


@page(may="matching.view_pool")
def download_ad_languages(request: PageRequest) -> HttpResponse:
    """One row for each period and language, with the count beside the share."""
    step, programme = _trend_asked(request)
    periods, languages = ad_languages(step=step, programme_id=programme)
    header = [_("Period"), _("Language"), _("Ads"), _("Of all ads"), _("Percent")]
    rows = [
        [_period(one, step), code or "–", one.counts.get(code, 0), one.total, one.percent(code) or ""]
        for one in periods
        for code in languages
    ]
    headers = {"Content-Disposition": 'attachment; filename="ad-languages.csv"'}
    return HttpResponse(write_csv(header, rows), content_type="text/csv; charset=utf-8", headers=headers)


def _trend_asked(request: PageRequest) -> tuple[Step, int | None]:
    step = Step.MONTH if request.GET.get("step") == "month" else Step.HALF_YEAR
    return step, whole_number(request.GET.get("programme"))


def _period(one: AdPeriod, step: Step) -> str:
    return f"{one.year}-{one.number:02}" if step is Step.MONTH else f"{one.year}/{one.number}"


@page(may="matching.search_market")
def search_markets(request: PageRequest) -> HttpResponse:
    """“Brazilian Portuguese, mechanical engineering, can start in March” over the pool in one query."""
    text = request.GET.get("text", "").strip()[:300]
    context: dict[str, Any] = {"text": text, "examples": EXAMPLES}
    if text:
        asked = queries.understand_market_query(text, at=now())
        context |= {"understood": _understood(asked.query), "unread": asked.unread}
        if not asked.query.is_empty:
            answer = queries.search_market(asked.query, user=request.user, language=wording.reader_language())
            context |= {
                "answer": answer,
                "found": _reasoned(answer.found),
                "perhaps": _reasoned(answer.perhaps),
            }
    return render(request, "secretariat/markets.html", context)


def _reasoned(found: Iterable[MarketCandidate]) -> list[tuple[MarketCandidate, list[dict[str, str]]]]:
    """Who was found, each with the chips that say why."""
    return [(one, wording.chips(one.reasons)) for one in found]


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
    found += [str(broad_field(code)) for code in query.fields]
    found += [_("Market: %(country)s") % {"country": words.country(code)} for code in query.markets]
    if query.start_by:
        found.append(words.day(query.start_by))
    if query.kind:
        found.append(words.name(f"kind.{query.kind}"))
    return found
