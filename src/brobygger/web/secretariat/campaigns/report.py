"""Tasks of a campaign, and what campaigns came to in a period: to read, to print and as a table."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.outreach import actions, queries
from brobygger.apps.outreach.enums import AudienceKind, RecipientState
from brobygger.apps.outreach.queries import CampaignReport
from brobygger.apps.programmes.queries import programmes
from brobygger.data.tables.writing import write_csv
from brobygger.web.page import PageRequest, page
from brobygger.web.sent import day_of, whole_number

MOST = 200


@page(may="outreach.view_campaigns")
def show_report(request: PageRequest) -> HttpResponse:
    reports = _reports(request)
    query = request.GET.urlencode()
    context = {
        "reports": reports,
        "rows": [(one, _cells(one)) for one in reports],
        "columns": _columns(),
        "sums": [sum(cells) for cells in zip(*(_cells(one) for one in reports), strict=True)],
        "audiences": [
            (
                audience.label,
                sum(one.tasks for found in reports for one in found.audiences if one.audience == audience),
                sum(one.done for found in reports for one in found.audiences if one.audience == audience),
            )
            for audience in AudienceKind
        ],
        "programmes": [(str(one.pk), one.name) for one in programmes()],
        "chosen": {name: request.GET.get(name, "") for name in ("programme", "since", "until")},
        "links": [(one.campaign, one.links) for one in reports if one.links],
        "days": queries.AFTERWARDS.days,
        "query": query,
        "today": localdate(),
    }
    return render(request, "secretariat/campaign_report.html", context)


@page(may="outreach.view_campaigns")
def download_report(request: PageRequest) -> HttpResponse:
    tasks = [
        text
        for audience in AudienceKind
        for text in (
            _("Tasks: %(audience)s") % {"audience": audience.label},
            _("Done: %(audience)s") % {"audience": audience.label},
        )
    ]
    header = [_("Campaign"), _("Programme"), _("Started"), *_columns(), *tasks]
    rows = (
        [
            one.campaign.name,
            one.campaign.programme.name if one.campaign.programme else "",
            localdate(one.campaign.started_at).isoformat() if one.campaign.started_at else "",
            *_cells(one),
            *(number for each in one.audiences for number in (each.tasks, each.done)),
        ]
        for one in _reports(request)
    )
    headers = {"Content-Disposition": 'attachment; filename="campaigns.csv"', "Cache-Control": "no-store"}
    return HttpResponse(write_csv(header, rows), content_type="text/csv; charset=utf-8", headers=headers)


@page(may="outreach.change_campaigns", of=queries.campaign_by_id, writes=True)
def add_task(request: PageRequest, campaign: Any) -> HttpResponse:
    post = request.POST
    owner = next((one for one in queries.task_owners() if str(one.pk) == post.get("owner")), None)
    try:
        actions.add_campaign_task(
            campaign=campaign,
            text=post.get("text", ""),
            audience=AudienceKind(post.get("audience", "")),
            due_date=dt.date.fromisoformat(post.get("due_date", "")),
            owner=owner,
            by=request.user,
            at=now(),
        )
    except (ValueError, ValidationError):
        messages.error(request, _("A task needs words, for whom it is, and a day."))
    return redirect("campaign", pk=campaign.pk)


@page(may="outreach.change_campaigns", of=queries.campaign_task_by_id, writes=True)
def finish_task(request: PageRequest, task: Any) -> HttpResponse:
    is_done = request.POST.get("done") != "no"
    actions.finish_campaign_task(task=task, is_done=is_done, by=request.user, at=now())
    return redirect("campaign", pk=task.campaign_id)


def _reports(request: PageRequest) -> list[CampaignReport]:
    since, until = day_of(request.GET.get("since", "")), day_of(request.GET.get("until", ""))
    found = queries.campaigns_in(
        programme_id=whole_number(request.GET.get("programme")),
        since=since,
        until=until,
    )
    return queries.campaign_reports(found[:MOST], since=since, until=until)


def _columns() -> list[str]:
    return [
        _("Written"),
        _("Delivered"),
        _("Not delivered"),
        _("Came back later"),
        _("Left out"),
        _("Declined afterwards"),
        _("Applications through it"),
        _("Of them placed"),
        _("Applications that followed"),
        _("Links opened (times)"),
    ]


def _cells(one: CampaignReport) -> list[int]:
    return [
        one.written,
        one.mails[RecipientState.SENT],
        one.mails[RecipientState.FAILED],
        one.bounced,
        one.left_out,
        one.opted_out,
        one.through_it,
        one.placed,
        one.followed,
        one.opened,
    ]
