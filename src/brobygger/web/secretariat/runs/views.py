"""Match runs: the current one, whether it is up to date, its fairness report, and what keeps matches apart."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.matching import actions, queries
from brobygger.web import wording
from brobygger.web.page import page

SHOWN = 10
DIMENSIONS = {
    "sex": gettext_lazy("Sex"),
    "origin": gettext_lazy("Origin"),
    "language": gettext_lazy("Native language"),
}
GROUPS = {
    "f": gettext_lazy("Women"),
    "m": gettext_lazy("Men"),
    "x": gettext_lazy("Other"),
    "dk": gettext_lazy("Denmark"),
    "no": gettext_lazy("Norway"),
    "se": gettext_lazy("Sweden"),
    "eu": gettext_lazy("EU and EEA"),
    "other": gettext_lazy("Other countries"),
}


@page(may="matching.view_fairness")
def list_runs(request: HttpRequest) -> HttpResponse:
    run = queries.current_run()
    words = wording.words()
    report = queries.fairness_report(run) if run else None
    dimensions = [
        (
            DIMENSIONS.get(name, name),
            [(_group(name, figures.name), figures) for figures in groups if not figures.suppressed],
            sum(figures.suppressed for figures in groups),
        )
        for name, groups in (report.groups.items() if report else ())
    ]
    lost = [
        (wording.capital(words.name(f"rule.{rule}")), count)
        for rule, count in queries.lost_matches_of().by_rule.items()
    ]
    context = {
        "run": run,
        "runs": queries.match_runs()[:SHOWN],
        "is_stale": queries.needs_new_run(),
        "report": report,
        "dimensions": dimensions,
        "lost": lost,
        "may_run": request.user.has_perm("matching.run_matching"),
    }
    return render(request, "secretariat/runs.html", context)


@page(may="matching.run_matching", writes=True)
def run_now(request: HttpRequest) -> HttpResponse:
    run = actions.run_matching(by=request.user, at=now())
    messages.success(
        request,
        _("Matched %(candidates)d candidates with %(opportunities)d opportunities.")
        % {"candidates": run.candidate_count, "opportunities": run.opportunity_count},
    )
    return redirect("match-runs")


def _group(dimension: str, name: str) -> str:
    return (
        wording.capital(wording.words().language_name(name))
        if dimension == "language"
        else str(GROUPS.get(name, name))
    )
