"""Match runs: the current one, whether it is up to date, its fairness report, and what keeps matches apart."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.matching import actions, queries
from brobygger.web import wording
from brobygger.web.page import PageRequest, page
from brobygger.web.secretariat.fairness import dimensions_of

SHOWN = 10


@page(may="matching.view_fairness")
def list_runs(request: HttpRequest) -> HttpResponse:
    run = queries.current_run()
    words = wording.words()
    report = queries.fairness_report(run) if run else None
    lost = [
        (wording.capital(words.name(f"rule.{rule}")), count)
        for rule, count in queries.lost_matches_of().by_rule.items()
    ]
    context = {
        "run": run,
        "runs": queries.match_runs()[:SHOWN],
        "is_stale": queries.needs_new_run(),
        "report": report,
        "dimensions": dimensions_of(report) if report else [],
        "lost": lost,
        "may_run": request.user.has_perm("matching.run_matching"),
    }
    return render(request, "secretariat/runs.html", context)


@page(may="matching.run_matching", writes=True)
def run_now(request: PageRequest) -> HttpResponse:
    run = actions.run_matching(by=request.user, at=now())
    messages.success(
        request,
        _("Matched %(candidates)d candidates with %(opportunities)d opportunities.")
        % {"candidates": run.candidate_count, "opportunities": run.opportunity_count},
    )
    return redirect("match-runs")
