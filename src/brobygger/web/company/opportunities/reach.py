"""How many an opportunity reached and how fast qualified people applied: of one, and of a programme in a period."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brobygger.apps.base.enums import Role
from brobygger.apps.matching import queries as matching
from brobygger.apps.matching.actions import NotToBeTold, tell_whom_it_fits
from brobygger.apps.matching.queries import MILESTONES, ApplicantSpeed, ReachFigures
from brobygger.apps.opportunities import queries
from brobygger.apps.programmes.queries import programmes_joined_by
from brobygger.data.tables.writing import write_csv
from brobygger.web.ads import title_of, with_titles
from brobygger.web.page import PageRequest, page
from brobygger.web.paging import BoundedPaginator
from brobygger.web.sent import day_of, whole_number

PER_PAGE = 30


@page(may="opportunities.view_reach", of=queries.opportunity_by_id)
def show_reach(request: PageRequest, opportunity: Any) -> HttpResponse:
    """A company sees totals; those who run the programme see also through what."""
    figures = matching.reach_of_opportunities([opportunity.pk])[opportunity.pk]
    speed = matching.applicant_speeds([opportunity.pk], at=now())[opportunity.pk]
    may_tell = request.user.has_perm("matching.tell_whom_it_fits", opportunity)
    can_tell = may_tell and matching.can_be_told(opportunity, localdate())
    context = {
        "opportunity": opportunity,
        "title": title_of(opportunity),
        "may_tell": may_tell,
        "fitting": matching.fitting_to_tell(opportunity, day=localdate()) if can_tell else None,
        "figures": figures,
        "sees_numbers": request.user.has_perm("matching.view_ranking", opportunity),
        "sees_ways": request.user.role != Role.COMPANY,
        "speed": speed,
        "milestones": [(number, _milestone(speed, number)) for number in MILESTONES],
    }
    return render(request, "company/reach.html", context)


@page(may="matching.tell_whom_it_fits", of=queries.opportunity_by_id, writes=True)
def tell(request: PageRequest, opportunity: Any) -> HttpResponse:
    try:
        told = tell_whom_it_fits(opportunity=opportunity, day=localdate(), by=request.user, at=now())
    except NotToBeTold as error:
        messages.error(request, str(error))
    else:
        said = ngettext("%(count)s person is written to.", "%(count)s people are written to.", told)
        messages.success(request, said % {"count": told})
    return redirect("opportunity-reach", pk=opportunity.pk)


@page(may="opportunities.view_reach_list")
def list_reach(request: PageRequest) -> HttpResponse:
    asked = _asked(request)
    found = matching.published_in(**asked)
    everything = list(found.order_by().values_list("pk", flat=True))
    reach = matching.reach_of_opportunities(everything, since=asked["since"], until=asked["until"])
    speeds = matching.applicant_speeds(everything, at=now())
    rows = BoundedPaginator(found, PER_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "programmes": programmes_joined_by(request.user),
        "chosen": {name: request.GET.get(name, "") for name in ("programme", "since", "until")},
        "rows": [(one, shown, reach[one.pk]) for one, shown in with_titles(rows)],
        "page": rows,
        "query": query.urlencode(),
        "total": sum(reach.values(), ReachFigures()),
        "count": len(everything),
        "milestones": matching.milestone_figures(speeds.values()),
    }
    return render(request, "company/reach_list.html", context)


@page(may="opportunities.view_reach_list")
def download_reach(request: PageRequest) -> HttpResponse:
    asked = _asked(request)
    found = list(matching.published_in(**asked))
    ids = [one.pk for one in found]
    reach = matching.reach_of_opportunities(ids, since=asked["since"], until=asked["until"])
    speeds = matching.applicant_speeds(ids, at=now())
    header = [
        _("Opportunity"),
        _("Organisation"),
        _("Programme"),
        _("Posted"),
        _("Opened (times)"),
        _("Of them through agents (times)"),
        _("Told by mail (people)"),
        _("Applied (people)"),
        *(_("Days to qualified applicant %(number)d") % {"number": number} for number in MILESTONES),
    ]
    cells = (
        [
            one.title,
            one.organisation.name,
            one.programme.name if one.programme else "",
            one.date_posted.isoformat(),
            reach[one.pk].opened,
            reach[one.pk].through_agents,
            reach[one.pk].told,
            reach[one.pk].applied,
            *("" if days is None else days for days in speeds[one.pk].days.values()),
        ]
        for one in found
    )
    headers = {"Content-Disposition": 'attachment; filename="reach.csv"', "Cache-Control": "no-store"}
    return HttpResponse(write_csv(header, cells), content_type="text/csv; charset=utf-8", headers=headers)


def _milestone(speed: ApplicantSpeed, number: int) -> str:
    """“after 3 days”, or how far it has come; nothing is guessed."""
    days = speed.days[number]
    if days is not None:
        return ngettext("after %(days)d day", "after %(days)d days", days) % {"days": days}
    told = {"count": speed.qualified, "days": speed.days_since}
    if speed.qualified >= number:
        return _("reached; when it was published is not known")
    if not speed.is_open:
        return _("not reached: %(count)d") % told
    if speed.days_since is None:
        return _("not reached yet: %(count)d") % told
    return (
        ngettext(
            "not reached yet: %(count)d after %(days)d day",
            "not reached yet: %(count)d after %(days)d days",
            speed.days_since,
        )
        % told
    )


def _asked(request: PageRequest) -> dict[str, Any]:
    return {
        "programme_id": whole_number(request.GET.get("programme")),
        "since": day_of(request.GET.get("since", "")),
        "until": day_of(request.GET.get("until", "")),
    }
