"""Opportunities: the list, an ad with whom it reaches, and the dials that show what one change would do."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.base.queries import can_ever
from brobygger.apps.classifications.queries import area_choices
from brobygger.apps.matching import queries as matching
from brobygger.apps.matching.actions import publish_opportunity
from brobygger.apps.opportunities import actions, queries
from brobygger.apps.opportunities.enums import (
    LanguageModality,
    LanguageSetting,
    LanguageTask,
    OpportunityKind,
    OpportunityState,
    PaidBy,
)
from brobygger.core.matching import Conditions, Rule
from brobygger.core.reading import Level
from brobygger.web import wording
from brobygger.web.ads import shown_ad, with_titles
from brobygger.web.page import PageRequest, page
from brobygger.web.rules import rules_for_job

PER_PAGE = 20
NARROWING = ("country", "language", "unknown", "text")


@page(may="opportunities.view_opportunities")
def list_opportunities(request: PageRequest) -> HttpResponse:
    chosen = queries.OpportunityFilter(
        **{
            name: request.GET.get(name, "").strip()
            for name in ("text", "kind", "paid_by", "country", "area", "language", "programme")
        }
    )
    rows = Paginator(queries.opportunity_list(request.user, chosen), PER_PAGE).get_page(
        request.GET.get("page")
    )
    choices = queries.filter_choices(request.user)
    words = wording.words()
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
        "may_write": can_ever("opportunities.add_opportunity", request.user),
    }
    return render(request, "company/opportunities.html", context)


@page(may="opportunities.view_opportunities")
def show_opportunity(request: PageRequest, *, pk: int) -> HttpResponse:
    opportunity = _visible(request, pk)
    may_rank = request.user.has_perm("matching.view_ranking", opportunity)
    found = matching.ad_and_pool(opportunity) if may_rank else None
    context = _page_of(request, opportunity, found)
    if found:
        ranking = matching.rank_candidates(
            opportunity,
            user=request.user,
            language=wording.reader_language(),
            chosen=_narrowed(request),
            conditions=_conditions(request),
            found=found,
        )
        context |= ranked(ranking)
    return render(request, "company/opportunity.html", context)


@page(may="opportunities.view_opportunities")
def show_what_if(request: PageRequest, *, pk: int) -> HttpResponse:
    """
    The ranked list with the chosen dials turned together: an exact new match.

    Answered as a fragment to the page's script, as the whole page without one.
    """
    opportunity = _visible(request, pk)
    if not request.user.has_perm("matching.view_ranking", opportunity):
        raise PermissionDenied
    keys = [key for name, values in request.GET.lists() if name not in NARROWING for key in values if key]
    found = matching.ad_and_pool(opportunity)
    try:
        turned = matching.turn_dials(
            opportunity,
            keys,
            user=request.user,
            language=wording.reader_language(),
            chosen=_narrowed(request),
            conditions=_conditions(request),
            found=found,
        )
    except matching.UnknownDial as error:
        raise Http404(str(error)) from error
    context = ranked(turned.ranking) | {
        "opportunity": opportunity,
        "turned": [wording.dial_label(key) for key in turned.keys],
        "turned_keys": turned.keys,
        "change": turned.change,
        "gained": {candidate for candidate, _alias in turned.gained},
        **_inviting(request, opportunity),
    }
    if request.htmx:
        return render(request, "company/opportunity.html#reach", context)
    return render(request, "company/opportunity.html", _page_of(request, opportunity, found) | context)


@page(may="opportunities.view_opportunities", writes=True)
def set_language_need(request: PageRequest, *, pk: int) -> HttpResponse:
    """The company says what a language is really needed for."""
    opportunity = _visible(request, pk)
    try:
        level = request.POST.get("level", "")
        actions.set_language_need(
            opportunity=opportunity,
            codes=[code for code in request.POST.get("codes", "").split("|") if code],
            setting=LanguageSetting(request.POST.get("setting", "formal")),
            modality=LanguageModality(request.POST.get("modality", "required")),
            level=Level(level) if level else None,
            by=request.user,
            at=now(),
        )
    except (ValidationError, ValueError) as error:
        messages.error(request, "; ".join(getattr(error, "messages", [str(error)])))
    else:
        messages.success(request, _("The language need is saved, and the list below follows it."))
    return redirect("opportunity", pk=pk)


@page(may="opportunities.change_opportunity", of=queries.opportunity_by_id, writes=True)
def open_opportunity(request: PageRequest, opportunity: Any) -> HttpResponse:
    try:
        publish_opportunity(opportunity=opportunity, by=request.user, at=now())
    except (actions.ImpossibleTransition, actions.NotAccepted) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The opportunity is open: candidates see it and can apply."))
    return redirect("opportunity", pk=opportunity.pk)


@page(may="opportunities.change_opportunity", of=queries.opportunity_by_id, writes=True)
def close_opportunity(request: PageRequest, opportunity: Any) -> HttpResponse:
    try:
        actions.close_opportunity(opportunity=opportunity, by=request.user, at=now())
    except actions.ImpossibleTransition as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The opportunity is closed. Who has applied still gets an answer."))
    return redirect("opportunity", pk=opportunity.pk)


def _page_of(request: PageRequest, opportunity: Any, found: matching.AdAndPool | None) -> dict[str, Any]:
    """All of an opportunity's page but the ranked list; without `found` for who may not see whom it reaches."""
    facts = queries.facts_of(opportunity)
    # whoever sees whom the ad reaches sees it as it was written, for that is what was understood
    address = reverse("opportunity", args=[opportunity.pk])
    ad = shown_ad(request, opportunity, address, as_written=found is not None)
    context: dict[str, Any] = {
        "opportunity": opportunity,
        "ad": ad,
        "pieces": list(wording.pieces(queries.marked_ad(opportunity, facts))),
        "legend": wording.LEGEND,
        "understood": wording.facts_by_kind([one for one in facts if one.counts]),
        "may_rank": found is not None,
        "outdated": wording.words().joined(list(ad.outdated)),
        "may_change": request.user.has_perm("opportunities.change_opportunity", opportunity),
        **_inviting(request, opportunity),
        "may_see_reach": request.user.has_perm("opportunities.view_reach", opportunity),
        "may_apply": request.user.has_perm("opportunities.apply", opportunity),
        "may_report": request.user.has_perm("opportunities.report_opportunity", opportunity),
    }
    if found:
        conditions = _conditions(request)
        dials = matching.dials_of(opportunity, conditions=conditions, found=found)
        narrowing = {"chosen": _narrowed(request), "strict": bool(conditions.strict), "filters": _filters()}
        context |= dial_groups(dials) | narrowing
    if context["may_change"] and opportunity.state == OpportunityState.REMOVED:
        context["taken_down"] = queries.taken_down_because(opportunity)
        context["may_put_back"] = request.user.has_perm("opportunities.take_down_opportunity", opportunity)
    context["rules"] = rules_for_job(opportunity) if context["may_change"] else None
    if context["may_change"] and opportunity.state == OpportunityState.OPEN:
        context["asks_approval"], context["approval"] = queries.approval_at_home(opportunity)
    if found and context["may_change"]:
        tasks = opportunity.language_needs.exclude(task__in=(LanguageTask.OTHER, LanguageTask.COFFEE))
        context["said_by_task"] = tasks.exists()
        context["uses"] = None if context["said_by_task"] else _uses(opportunity, found.seen)
    return context


def _inviting(request: PageRequest, opportunity: Any) -> dict[str, Any]:
    """Whether the reader may invite candidates, and how many more today; None: as many as there are."""
    is_open = opportunity.state == OpportunityState.OPEN
    may = is_open and request.user.has_perm("opportunities.invite_candidate", opportunity)
    left = queries.invitations_left(opportunity, request.user, at=now()) if may else None
    return {
        "may_invite": may and left != 0,
        "invitations_left": left,
        "contact": settings.CONTROLLER["contact"],
    }


def _narrowed(request: HttpRequest) -> matching.RankingFilter:
    return matching.RankingFilter(
        country=request.GET.get("country", ""), language=request.GET.get("language", "")
    )


def _conditions(request: HttpRequest) -> Conditions:
    """What nobody has said lets a person through, unless the reader chooses otherwise."""
    return Conditions(strict=frozenset(Rule) if request.GET.get("unknown") == "excludes" else frozenset())


def ranked(ranking: matching.OpportunityRanking) -> dict[str, Any]:
    """A ranking as the template of the list wants it."""
    return {
        "ranking": ranking,
        "rows": [
            {
                "row": row,
                "spoken": wording.spoken(row.languages),
                "chips": wording.chips(row.explanation.chips()),
                "parts": wording.part_rows(row.parts),
            }
            for row in ranking.rows
        ],
    }


def dial_groups(dials: tuple[matching.TurnedDial, ...]) -> dict[str, Any]:
    """Dials by what they turn: each language, then the other terms, each with what it alone would change."""
    languages: dict[str, list[dict[str, Any]]] = {}
    others = []
    words = wording.words()
    for dial in dials:
        if dial.dial is None:
            continue
        entry = {
            "key": dial.key,
            "label": wording.dial_label(dial.key),
            "change": dial.change,
            "eligible": dial.eligible,
        }
        if dial.key.startswith("language:"):
            codes = dial.key.split(":")[1]
            entry["short"] = wording.language_dial_label(dial.key)
            languages.setdefault(codes, []).append(entry)
        else:
            others.append(entry)
    named = [
        {
            "name": f"language-{codes}",
            "label": wording.capital(words.language_choice(codes.split("|"))),
            "codes": codes,
            "dials": found,
        }
        for codes, found in languages.items()
    ]
    now_eligible = next((dial.eligible for dial in dials if dial.dial is None), 0)
    return {"language_dials": named, "other_dials": others, "now_eligible": now_eligible}


def _uses(opportunity: Any, seen: Any) -> dict[str, Any]:
    """What each language is used for, with what may be said instead: languages, modalities, levels."""
    words = wording.words()
    languages: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for use in matching.language_uses(opportunity, seen):
        setting = LanguageSetting(use.setting.value)
        entry = {"setting": setting.value, "label": setting.label, "modality": use.modality.value}
        usual = Level.B2 if setting is LanguageSetting.FORMAL else Level.A2  # until somebody says
        languages.setdefault(use.codes, []).append(entry | {"level": (use.level or usual).value})
    return {
        "languages": [
            ("|".join(codes), wording.capital(words.language_choice(codes)), entries)
            for codes, entries in languages.items()
        ],
        "modalities": [(one.value, wording.capital(str(one.label))) for one in LanguageModality],
        "levels": [level.value for level in Level],
    }


def _filters() -> dict[str, Any]:
    words = wording.words()
    return {
        "countries": [(code, words.country(code)) for code in ("DK", "NO", "SE")],
        "languages": [
            (code, words.language_name(code)) for code in ("da", "nb", "sv", "en", "de", "fr", "es", "pt-BR")
        ],
    }


def _visible(request: HttpRequest, pk: int) -> Any:
    opportunity = queries.opportunity_by_id(pk)
    if opportunity is None:
        raise Http404
    if not request.user.has_perm("opportunities.view_opportunity", opportunity):
        raise PermissionDenied
    return opportunity
