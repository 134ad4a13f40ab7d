"""Match runs: the current one, whether it is up to date, its fairness report and who read it, what keeps matches apart."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.matching import actions, queries
from brobygger.core.matching import Conditions
from brobygger.web import wording
from brobygger.web.page import PageRequest, page
from brobygger.web.secretariat.fairness import dimensions_of

SHOWN = 10


@page(may="matching.view_fairness")
def list_runs(request: HttpRequest) -> HttpResponse:
    may_run = request.user.has_perm("matching.run_matching")
    current = queries.current_run()
    run = current if may_run else queries.published_run()
    words = wording.words()
    lost = [
        (wording.capital(words.name(f"rule.{rule}")), count)
        for rule, count in queries.lost_matches_of().by_rule.items()
    ]
    context = {
        **_figures(request, run),
        "runs": [(one, queries.acknowledgement_of(one)) for one in queries.match_runs()[:SHOWN]],
        "is_stale": queries.needs_new_run(),
        "lost": lost,
        "may_run": may_run,
        "waits": current is not None and current != run,
    }
    return render(request, "secretariat/runs.html", context)


@page(may="matching.view_fairness", of=queries.match_run)
def show_run(request: HttpRequest, run: Any) -> HttpResponse:
    is_shown = request.user.has_perm("matching.run_matching") or queries.is_published(run)
    context = {**_figures(request, run if is_shown else None), "run": run, "waits": not is_shown}
    return render(request, "secretariat/run.html", context)


@page(may="matching.acknowledge_fairness", of=queries.match_run, writes=True)
def acknowledge(request: PageRequest, run: Any) -> HttpResponse:
    if request.POST.get("has_read") != "yes":
        messages.error(request, _("Say that you have read the figures. Nothing was noted."))
        return redirect("match-run", pk=run.pk)
    try:
        actions.acknowledge_fairness(run=run, note=request.POST.get("note", ""), by=request.user, at=now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("It is noted that you have read the figures of this run."))
    return redirect("match-run", pk=run.pk)


@page(may="matching.run_matching", writes=True)
def run_now(request: PageRequest) -> HttpResponse:
    conditions = Conditions(neighbour_languages=request.POST.get("neighbours") == "count")
    run = actions.run_matching(conditions=conditions, by=request.user, at=now())
    messages.success(
        request,
        _("Matched %(candidates)d candidates with %(opportunities)d opportunities.")
        % {"candidates": run.candidate_count, "opportunities": run.opportunity_count},
    )
    return redirect("match-runs")


def _figures(request: HttpRequest, run: Any) -> dict[str, Any]:
    """A run's fairness report, who has acknowledged it, and whether the reader may."""
    report = queries.fairness_report(run) if run and run.fairness else None
    read = queries.acknowledgement_of(run) if run else None
    may = request.user.has_perm("matching.acknowledge_fairness")
    return {
        "run": run,
        "report": report,
        "dimensions": dimensions_of(report) if report else [],
        "read": read,
        "may_acknowledge": may and report is not None and read is None,
    }
