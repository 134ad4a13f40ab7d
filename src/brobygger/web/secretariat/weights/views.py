"""How a programme counts: what came of its matches, the weights that this speaks for, and who takes them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.matching import actions, queries
from brobygger.apps.matching.enums import OutcomeStage
from brobygger.core.matching import FEWEST, FEWEST_OF_A_SIDE, TooFewOutcomes, Weights
from brobygger.web import wording
from brobygger.web.ads import title_of, with_titles
from brobygger.web.page import PageRequest, page
from brobygger.web.secretariat.fairness import dimensions_of
from brobygger.web.sent import found_by_id

WORTH_SAYING = 2.0  # percentage points by which a part must move to be named in words


@page(may="matching.view_weights", of=queries.programme_for_weights)
def show_weights(request: HttpRequest, programme: Any) -> HttpResponse:
    counts, proposal = queries.outcome_counts(programme.pk), queries.open_proposal(programme.pk)
    decided = [one for one in queries.weight_proposals(programme.pk) if one.decided_at]
    weights = Weights.from_mapping(programme.weights)
    context: dict[str, Any] = {
        "programme": programme,
        "counts": [(stage.label, count) for stage, count in counts.by_stage.items()],
        "need": counts.need,
        "fewest": FEWEST,
        "fewest_of_a_side": FEWEST_OF_A_SIDE,
        "proposal": proposal,
        "decided": decided,
        "in_use": [(_part(part), weights.of(part)) for part in queries.parts_in_use(weights)],
        "may_decide": request.user.has_perm("matching.decide_weights"),
        "may_record": request.user.has_perm("matching.record_outcome"),
        "stages": OutcomeStage.choices,
        "opportunities": with_titles(queries.opportunities_for_outcomes(programme.pk)),
        "candidates": queries.candidates_for_outcomes(programme.pk),
    }
    if proposal:
        context |= _told(proposal) | {"is_outdated": queries.is_outdated(proposal, programme)}
        context["unread"] = queries.run_not_acknowledged(programme.pk)
    return render(request, "secretariat/weights.html", context)


@page(may="matching.propose_weights", of=queries.programme_for_weights, writes=True)
def propose_weights(request: PageRequest, programme: Any) -> HttpResponse:
    try:
        actions.propose_weights(programme=programme, by=request.user, at=now())
    except TooFewOutcomes:
        messages.error(request, _("There are too few outcomes to propose weights."))
    else:
        messages.success(request, _("A proposal is ready. Nothing changes until somebody accepts it."))
    return redirect("weights", pk=programme.pk)


@page(may="matching.record_outcome", of=queries.programme_for_weights, writes=True)
def record_outcome(request: PageRequest, programme: Any) -> HttpResponse:
    opportunity = _chosen(
        queries.opportunities_for_outcomes(programme.pk), request.POST.get("opportunity", "")
    )
    candidate = _chosen(queries.candidates_for_outcomes(programme.pk), request.POST.get("candidate", ""))
    stage = request.POST.get("stage", "")
    if stage not in OutcomeStage.values:
        raise Http404(stage)
    outcome = actions.record_outcome(
        opportunity=opportunity, candidate=candidate, stage=OutcomeStage(stage), by=request.user, at=now()
    )
    messages.success(
        request,
        _("Recorded: %(candidate)s, %(opportunity)s: %(stage)s.")
        % {
            "candidate": candidate.alias,
            "opportunity": title_of(opportunity),
            "stage": outcome.get_stage_display(),
        },
    )
    return redirect("weights", pk=programme.pk)


@page(may="matching.decide_weights", of=queries.weight_proposal, writes=True)
def accept_weights(request: HttpRequest, proposal: Any) -> HttpResponse:
    return _decide(
        request, proposal, actions.accept_weights, _("The programme now counts with the new weights.")
    )


@page(may="matching.decide_weights", of=queries.weight_proposal, writes=True)
def decline_weights(request: HttpRequest, proposal: Any) -> HttpResponse:
    return _decide(request, proposal, actions.decline_weights, _("The weights stay as they are."))


def _decide(request: HttpRequest, proposal: Any, decide: Any, done: str) -> HttpResponse:
    reason = request.POST.get("reason", "")
    if not reason.strip():
        messages.error(request, _("Say why: a decision needs a reason."))
        return redirect("weights", pk=proposal.programme_id)
    try:
        decide(proposal=proposal, reason=reason, by=request.user, at=now())
    except actions.DecidedAlready:
        messages.error(
            request, _("This proposal has been decided on already, or a newer one has taken its place.")
        )
    except actions.FairnessNotRead:
        messages.error(
            request,
            _(
                "Nothing was changed: somebody has to read and acknowledge the fairness figures of the current match run first."
            ),
        )
    except actions.WeightsChanged:
        messages.error(
            request, _("The weights have been changed since the proposal was made. Propose again.")
        )
    else:
        messages.success(request, done)
    return redirect("weights", pk=proposal.programme_id)


def _told(proposal: Any) -> dict[str, Any]:
    """A proposal in words, bars and tables."""
    shifts = queries.shifts_of(proposal)
    before, after = queries.fairness_of(proposal)
    of_before = {(name, group): one for name, rows, _n in dimensions_of(before) for group, one in rows}
    figures = proposal.figures
    largest = sorted(shifts, key=lambda one: -abs(one.change))
    return {
        "more": [_part(one.part) for one in largest if one.change >= WORTH_SAYING],
        "less": [_part(one.part) for one in largest if one.change <= -WORTH_SAYING],
        "shifts": [
            {"label": _part(one.part), "before": round(one.before, 1), "after": round(one.after, 1)}
            for one in shifts
        ],
        "most": max(max(one.before, one.after) for one in shifts),
        "figures": figures,
        "auc": [round(100 * figures[one]["auc"]) for one in ("in_use", "proposed")],
        "report": after,
        "dimensions": [
            (name, [(group, of_before.get((name, group)), one) for group, one in rows], hidden)
            for name, rows, hidden in dimensions_of(after)
        ],
    }


def _chosen(rows: Any, pk: str) -> Any:
    found = found_by_id(lambda known: rows.filter(pk=known).first(), pk)
    if found is None:
        raise Http404(pk)
    return found


def _part(part: Any) -> str:
    return wording.capital(wording.words().name(f"part.{part}"))
