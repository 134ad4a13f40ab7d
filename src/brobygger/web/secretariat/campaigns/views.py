"""Mails to many: who is meant, what is said in each language, and how far it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from brobygger.apps.base.enums import LegalBasis, MailTopic
from brobygger.apps.outreach import actions, queries
from brobygger.apps.outreach.enums import (
    CAMPAIGN_TRANSITIONS,
    Anchor,
    AudienceKind,
    CampaignState,
    LeftOut,
    RecipientState,
    StudyLevel,
    Track,
)
from brobygger.apps.programmes.queries import programmes
from brobygger.web import wording
from brobygger.web.fields_of_study import broad_field, broad_fields
from brobygger.web.page import PageRequest, page
from brobygger.web.paging import BoundedPaginator
from brobygger.web.sent import day_of, whole_number

PER_PAGE = 30
TOPICS = (MailTopic.NEWS, MailTopic.STUDIES)
BASES = tuple(actions.WHY)
STEPS = {
    CampaignState.PAUSED: gettext_lazy("Pause"),
    CampaignState.RUNNING: gettext_lazy("Go on"),
    CampaignState.STOPPED: gettext_lazy("Stop for good"),
}
CHIPS = {
    CampaignState.DRAFT: "neutral",
    CampaignState.RUNNING: "waiting",
    CampaignState.PAUSED: "late",
    CampaignState.DONE: "match",
    CampaignState.STOPPED: "rule",
}
LISTS = ("intakes", "countries", "languages", "fields", "levels")


@page(may="outreach.view_campaigns")
def list_campaigns(request: PageRequest) -> HttpResponse:
    rows = BoundedPaginator(queries.campaigns().filter(sequence=None), PER_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "rows": [(one, CHIPS[CampaignState(one.state)]) for one in rows],
        "page": rows,
        "series": [_series_shown(one) for one in queries.sequences()],
        "programmes": list(programmes()),
        "tracks": Track.choices,
        "anchors": Anchor.choices,
        "bases": [(one.value, one.label) for one in BASES],
        "may_change": request.user.has_perm("outreach.change_campaigns"),
    }
    return render(request, "secretariat/campaigns.html", context)


def _series_shown(sequence: Any) -> dict[str, Any]:
    mails = sorted(sequence.campaigns.all(), key=lambda one: (one.day_offset, one.pk))
    return {"one": sequence, "mails": mails}


@page(may="outreach.view_campaigns", of=queries.campaign_by_id)
def show_campaign(request: PageRequest, campaign: Any) -> HttpResponse:
    state = CampaignState(campaign.state)
    is_draft = state is CampaignState.DRAFT
    meant = queries.audience_of(campaign) if is_draft else None
    progress = queries.progress_of(campaign)
    languages = meant.languages if meant else {}
    left_out = meant.left_out if meant else campaign.left_out
    context = {
        "campaign": campaign,
        "chip": CHIPS[state],
        "is_draft": is_draft,
        "reached": len(meant.receivers) if meant else progress.total,
        "languages": [_language_line(campaign, code, count) for code, count in languages.items()],
        "left_out": [(LeftOut(name).label, count) for name, count in left_out.items()],
        "states": [(one.label, progress.states[one]) for one in RecipientState if progress.states[one]],
        "again": progress.again,
        "links": queries.campaign_reports([campaign])[0].links,
        "failures": queries.failures_of(campaign),
        "previews": list(_previews(campaign)),
        "segment": _segment_in_words(campaign.segment),
        "basis": LegalBasis(campaign.basis).label,
        "topic": wording.capital(str(MailTopic(campaign.topic).label)),
        "steps": [
            (to.value, label)
            for to, label in STEPS.items()
            if to in CAMPAIGN_TRANSITIONS[state] and not is_draft and campaign.sequence_id is None
        ],
        "tasks": list(queries.tasks_of(campaign)),
        "owners": list(queries.task_owners()),
        "audiences": AudienceKind.choices,
        "today": localdate(),
        "may_change": request.user.has_perm("outreach.change_campaigns"),
    }
    return render(request, "secretariat/campaign.html", context)


def _language_line(campaign: Any, code: str, count: int) -> tuple[str, int, str]:
    """Who reads a language: its name, how many, and what they get."""
    name = wording.capital(wording.words().language_name(code)) if code else _("Language not known")
    used = campaign.language_of_text(code)
    if not used:
        return name, count, _("there is no text for them yet")
    if used != code and code:
        return name, count, _("no text in this language: they get English, and are told so")
    return name, count, ""


def _previews(campaign: Any) -> Any:
    for code, _name in settings.LANGUAGES:
        said = campaign.texts.get(code)
        if said:
            with override(code):
                why = str(actions.WHY[LegalBasis(campaign.basis)])
            name = wording.capital(wording.words().language_name(code))
            yield {"code": code, "name": name, "why": why, **said}


def _segment_in_words(segment: dict[str, list[str]]) -> list[tuple[str, str]]:
    words = wording.words()
    shown: dict[str, tuple[Any, Callable[[str], str]]] = {
        "intakes": (_("Intake"), str),
        "countries": (_("Country"), words.country),
        "languages": (_("Language"), words.language_name),
        "fields": (_("Field of study"), lambda code: str(broad_field(code))),
        "levels": (_("Level"), lambda level: str(StudyLevel(level).label)),
    }
    return [
        (str(label), ", ".join(said(value) for value in segment[name]))
        for name, (label, said) in shown.items()
        if segment.get(name)
    ]


@page(may="outreach.change_campaigns")
def new_campaign(request: HttpRequest) -> HttpResponse:
    return _form(request, None)


@page(may="outreach.change_campaigns", of=queries.campaign_by_id)
def edit_campaign(request: HttpRequest, campaign: Any) -> HttpResponse:
    return _form(request, campaign)


@page(may="outreach.change_campaigns", writes=True)
def save_new_campaign(request: PageRequest) -> HttpResponse:
    return _save(request, None)


@page(may="outreach.change_campaigns", of=queries.campaign_by_id, writes=True)
def save_changed_campaign(request: PageRequest, campaign: Any) -> HttpResponse:
    return _save(request, campaign)


def _save(request: PageRequest, campaign: Any) -> HttpResponse:
    try:
        saved = actions.save_campaign(
            campaign=campaign, details=_details(request, campaign), by=request.user, at=now()
        )
    except (actions.ImpossibleCampaign, ValueError) as error:
        messages.error(request, str(error))
        return _form(request, campaign, status=422)
    messages.success(request, _("Saved as a draft. Nothing is sent yet."))
    return redirect("campaign", pk=saved.pk)


def _details(request: HttpRequest, campaign: Any) -> actions.CampaignDetails:
    """
    Raises:
        ImpossibleCampaign: a choice is missing.
    """
    post = request.POST
    try:
        topic, basis = MailTopic(post.get("topic", "")), LegalBasis(post.get("basis", ""))
    except ValueError as error:
        raise actions.ImpossibleCampaign(
            _("Choose what the mail is about, and why the law allows it.")
        ) from error
    known = {str(one.pk): one.pk for one in programmes()}
    values = {name: tuple(one for one in post.getlist(name) if one)[:50] for name in LISTS}
    return actions.CampaignDetails(
        name=post.get("name", ""),
        programme_id=known.get(post.get("programme", "")),
        topic=topic,
        basis=basis,
        segment=queries.Segment(**values),
        texts={
            code: (post.get(f"subject-{code}", ""), post.get(f"text-{code}", ""))
            for code, _name in settings.LANGUAGES
        },
        per_minute=whole_number(post.get("per_minute")) or 0,
        sequence=campaign.sequence if campaign else None,
        day_offset=campaign.day_offset if campaign else None,
    )


def _form(request: HttpRequest, campaign: Any, status: int = 200) -> HttpResponse:
    words, post = wording.words(), request.POST
    is_sent = request.method == "POST"
    segment = campaign.segment if campaign else {}
    known = queries.known_values()
    chosen = {name: post.getlist(name) if is_sent else segment.get(name, []) for name in LISTS}
    texts = campaign.texts if campaign else {}
    groups = (
        ("intakes", _("Intake"), [(one, one) for one in known["intakes"]]),
        ("countries", _("Country of study"), [(one, words.country(one)) for one in known["countries"]]),
        (
            "languages",
            _("Language"),
            [(code, wording.capital(words.language_name(code))) for code, _name in settings.LANGUAGES],
        ),
        ("fields", _("Field of study"), list(broad_fields().items())),
        ("levels", _("Level"), StudyLevel.choices),
    )
    given = {
        name: post.get(name, "")
        if is_sent
        else getattr(campaign, attribute, default)
        if campaign
        else default
        for name, attribute, default in (
            ("name", "name", ""),
            ("programme", "programme_id", ""),
            ("topic", "topic", MailTopic.NEWS.value),
            ("basis", "basis", ""),
            ("per_minute", "per_minute", 60),
        )
    }
    context = {
        "campaign": campaign,
        "given": {name: str(value or "") for name, value in given.items()},
        "programmes": [(str(one.pk), one.name) for one in programmes()],
        "topics": [(one.value, wording.capital(str(one.label))) for one in TOPICS],
        "bases": [(one.value, one.label) for one in BASES],
        "groups": [
            (name, label, [(value, text, value in chosen[name]) for value, text in choices])
            for name, label, choices in groups
            if choices
        ],
        "texts": [
            (
                code,
                wording.capital(words.language_name(code)),
                post.get(f"subject-{code}", "") if is_sent else texts.get(code, {}).get("subject", ""),
                post.get(f"text-{code}", "") if is_sent else texts.get(code, {}).get("text", ""),
            )
            for code, _name in settings.LANGUAGES
        ],
    }
    return render(request, "secretariat/campaign_form.html", context, status=status)


@page(may="outreach.change_campaigns", of=queries.campaign_by_id, writes=True)
def start(request: PageRequest, campaign: Any) -> HttpResponse:
    try:
        actions.start_campaign(campaign=campaign, by=request.user, at=now())
    except actions.ImpossibleCampaign as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("It is on its way. Who gets it is fixed now."))
    return redirect("campaign", pk=campaign.pk)


@page(may="outreach.change_campaigns", of=queries.campaign_by_id, writes=True)
def move(request: PageRequest, campaign: Any) -> HttpResponse:
    wanted = request.POST.get("state", "")
    if wanted not in STEPS:
        messages.error(request, _("Choose what to do."))
        return redirect("campaign", pk=campaign.pk)
    try:
        actions.move_campaign(campaign=campaign, state=CampaignState(wanted), by=request.user, at=now())
    except actions.ImpossibleCampaign as error:
        messages.error(request, str(error))
    return redirect("campaign", pk=campaign.pk)


@page(may="outreach.change_campaigns", writes=True)
def save_series(request: PageRequest) -> HttpResponse:
    """A new series: its mails are drafts that are written one by one."""
    post = request.POST
    programme = next((one for one in programmes() if str(one.pk) == post.get("programme")), None)
    said = re.findall(r"-?[0-9]+", post.get("days", ""))[:12]
    days = [int(one[:9]) for one in said]  # what is cut is refused: no series is as long
    if programme is None:
        messages.error(request, _("Choose a programme."))
        return redirect("campaigns")
    try:
        actions.save_sequence(
            programme=programme,
            name=post.get("name", ""),
            track=Track(post.get("track", "")),
            intake=post.get("intake", "").strip().lower(),
            anchor=Anchor(post.get("anchor", "")),
            study_start=day_of(post.get("study_start", "")),
            basis=LegalBasis(post.get("basis", "")),
            steps=[
                actions.Step(day, f"{post.get('name', '')} {number}") for number, day in enumerate(days, 1)
            ],
            by=request.user,
            at=now(),
        )
    except actions.ImpossibleCampaign as error:
        messages.error(request, str(error))
    except ValueError:
        messages.error(
            request, _("Choose what the series is about, the day to count from and the lawful basis.")
        )
    else:
        messages.success(request, _("The series has been made. Write its mails, then start it."))
    return redirect("campaigns")


@page(may="outreach.change_campaigns", of=queries.sequence_by_id, writes=True)
def run_series(request: PageRequest, sequence: Any) -> HttpResponse:
    try:
        actions.run_sequence(
            sequence=sequence, is_on=request.POST.get("on") == "yes", by=request.user, at=now()
        )
    except actions.ImpossibleCampaign as error:
        messages.error(request, str(error))
    return redirect("campaigns")
