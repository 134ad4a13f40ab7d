"""Open opportunities for everybody: a list, one with its ad, and the same for other programs to read."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any, Final
from urllib.parse import urlsplit

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import feedgenerator
from django.utils.cache import get_conditional_response
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.base.enums import Role
from brobygger.apps.classifications.queries import area_choices
from brobygger.apps.opportunities import queries
from brobygger.apps.opportunities.actions import count_opening
from brobygger.apps.opportunities.adapters import load_postings, to_posting
from brobygger.apps.opportunities.enums import OpenedThrough, OpportunityKind, PaidBy
from brobygger.apps.outreach.queries import agent_by_code
from brobygger.data.postings import to_feed, to_job_posting
from brobygger.web import wording
from brobygger.web.ads import shown_ad, with_titles
from brobygger.web.calendars import calendar_response
from brobygger.web.page import ANYONE, page

PER_PAGE: Final = 20
LONGEST_FEED: Final = 200
ROBOT: Final = re.compile(
    r"bot|crawl|spider|slurp|preview|fetch|scan|monitor|headless|curl|wget|python|java/|go-http|libwww|httpclient",
    re.IGNORECASE,
)
"""What programs that are no browser call themselves."""
FILTERS: Final = ("text", "kind", "paid_by", "country", "place", "area", "language", "programme")
# what ends a script or begins a comment in HTML; inside JSON these are the same letters
ESCAPES: Final = {
    ord("<"): "\\u003C",
    ord(">"): "\\u003E",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


@page(may=ANYONE)
def list_jobs(request: HttpRequest) -> HttpResponse:
    at, chosen = now(), _chosen(request)
    rows = Paginator(queries.published_opportunities(chosen, at=at), PER_PAGE).get_page(
        request.GET.get("page")
    )
    choices, words = queries.published_choices(at=at), wording.words()
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "rows": rows,
        "entries": with_titles(rows),
        "chosen": chosen,
        "kinds": [(kind, OpportunityKind(kind).label) for kind in choices.kinds],
        "payers": [(payer, PaidBy(payer).label) for payer in choices.payers],
        "countries": [(code, words.country(code)) for code in choices.countries],
        "areas": area_choices(),
        "languages": [(code, words.language_name(code)) for code in choices.languages],
        "programmes": choices.programmes,
        "query": query.urlencode(),
    }
    return render(request, "public/jobs.html", context)


def show_job(request: HttpRequest, pk: int) -> HttpResponse:
    """
    One open job. A page that reads cannot write; so that it was opened is counted before, as a number of the day.

    Counted are visitors and candidates. Left out are programs that say what they are, programs that look ahead, and
    everybody else who is logged in: those who work here and those who speak for companies. Whoever goes on from one
    language of the ad to another has opened it once.
    """
    if request.method == "GET" and is_reader(request) and not _is_read_on(request):
        opportunity = queries.published_opportunity(pk, at=now())
        if opportunity is not None:
            code = request.GET.get("with", "")[:40]
            is_agents = bool(code) and agent_by_code(code) is not None
            through = OpenedThrough.AGENT if is_agents else OpenedThrough.PAGE
            count_opening(opportunity=opportunity, through=through, by=None, at=now())
    return _show_job(request, pk=pk)


def is_reader(request: HttpRequest) -> bool:
    """Whether a visitor or a candidate opens a page, and not a program, or somebody who works here."""
    program = request.headers.get("user-agent", "")
    if not program or ROBOT.search(program) or request.headers.get("sec-purpose"):
        return False
    return not request.user.is_authenticated or request.user.role == Role.CANDIDATE


def _is_read_on(request: HttpRequest) -> bool:
    """Whether the page was open already, in another language."""
    before = urlsplit(request.headers.get("referer", ""))
    return "text" in request.GET and (before.netloc, before.path) == (request.get_host(), request.path)


@page(may=ANYONE)
def _show_job(request: HttpRequest, *, pk: int) -> HttpResponse:
    opportunity = queries.published_opportunity(pk, at=now())
    if opportunity is None:
        raise Http404
    facts = queries.facts_of(opportunity)
    ad = shown_ad(request, opportunity, request.path)
    posting = to_posting(opportunity, [fact for fact in facts if fact.counts], ad.version)
    words = wording.words()
    context = {
        "opportunity": opportunity,
        "about": opportunity.organisation.about_in(wording.reader_language()),
        "country": words.country(opportunity.country) if opportunity.country else "",
        "ad": ad,
        "may_apply": request.user.has_perm("opportunities.apply", opportunity),
        "figures": queries.reply_figures(opportunity.organisation, day=localdate()),
        "understood": wording.facts_by_kind(
            [one for one in facts if one.counts], queries.language_needs_of(opportunity)
        ),
        "json_ld": ""
        if ad.fetched  # it is published where it comes from
        else in_script(to_job_posting(posting, url=request.build_absolute_uri(request.path))),
        "nonce": str(getattr(request, "csp_nonce", "")),
    }
    return render(request, "public/job.html", context)


show_job.may, show_job.writes = ANYONE, False  # type: ignore[attr-defined]


@page(may=ANYONE)
def show_feed(request: HttpRequest) -> HttpResponse:
    """schema.org: a DataFeed of JobPosting, each in the reader's language where it was translated into it."""
    rows, changed_at = _latest(request)
    postings = [
        (one, _address(request, one.id)) for one in load_postings(rows, language=wording.reader_language())
    ]
    feed = to_feed(
        postings,
        name=_("Open jobs on Brobygger"),
        url=request.build_absolute_uri(reverse("jobs")),
        changed_at=changed_at,
    )
    response = JsonResponse(feed, content_type="application/ld+json")
    return _conditional(request, response, changed_at)


@page(may=ANYONE)
def show_atom(request: HttpRequest) -> HttpResponse:
    rows, changed_at = _latest(request)
    feed = feedgenerator.Atom1Feed(
        title=_("Open jobs on Brobygger"),
        link=request.build_absolute_uri(reverse("jobs")),
        description="",
        language=wording.reader_language(),
        feed_url=request.build_absolute_uri(),
    )
    for one in load_postings(rows, language=wording.reader_language()):
        address = _address(request, one.id)
        where = ", ".join(filter(None, (one.organisation, one.place_name, one.country)))
        feed.add_item(
            title=one.title,
            link=address,
            description=where,
            author_name=one.organisation,
            unique_id=address,
            pubdate=dt.datetime.combine(one.date_posted, dt.time(), tzinfo=dt.UTC),
            updateddate=one.changed_at,
        )
    response = HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
    return _conditional(request, response, changed_at)


@page(may=ANYONE)
def show_deadlines(request: HttpRequest) -> HttpResponse:
    """The deadlines of open opportunities, for a calendar program."""
    rows = queries.published_opportunities(_chosen(request), at=now()).exclude(valid_through=None)
    return calendar_response(
        request, _("Deadlines of open jobs"), rows.order_by("valid_through", "pk")[:LONGEST_FEED]
    )


def in_script(data: dict[str, Any]) -> SafeString:
    """JSON that may stand inside of a script element: nothing in it can end the element."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(ESCAPES))  # noqa: S308 - escaped above


def _chosen(request: HttpRequest) -> queries.OpportunityFilter:
    given = {name: request.GET.get(name, "").replace("\x00", "").strip()[:100] for name in FILTERS}
    return queries.OpportunityFilter(**given)


def _latest(request: HttpRequest) -> tuple[Any, dt.datetime | None]:
    """The latest opportunities that fit the filters, and the last change; those that were fetched have a feed of their own."""
    rows = queries.published_opportunities(_chosen(request), at=now()).filter(fetched=None)
    return rows[:LONGEST_FEED], queries.last_publication_change(rows)


def _address(request: HttpRequest, pk: str) -> str:
    return request.build_absolute_uri(reverse("job", kwargs={"pk": int(pk)}))


def _conditional(
    request: HttpRequest, response: HttpResponse, changed_at: dt.datetime | None
) -> HttpResponse:
    """Programs ask often: what has not changed is not sent again."""
    if changed_at is None:
        return response
    response["Last-Modified"] = feedgenerator.rfc2822_date(changed_at.astimezone(dt.UTC)).replace(
        "+0000", "GMT"
    )
    modified = int(changed_at.timestamp())
    return get_conditional_response(request, last_modified=modified, response=response) or response
