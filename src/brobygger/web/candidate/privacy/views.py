"""What a candidate agrees to: who may see what, and being matched; the notice about ranking comes before the first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.base.enums import MailTopic
from brobygger.apps.base.queries import wanted_topics
from brobygger.apps.people import actions, queries
from brobygger.apps.people.enums import Origin, Sex
from brobygger.apps.people.enums.consents import ConsentPurpose, current_text
from brobygger.apps.programmes.queries import programmes_of
from brobygger.web import wording
from brobygger.web.candidate.facts.views import LANGUAGES, language_choices
from brobygger.web.candidate.shown import preview
from brobygger.web.page import PageRequest, page

SWITCHES = (ConsentPurpose.MATCHING, ConsentPurpose.OPPORTUNITY_MAILS, ConsentPurpose.FOLLOW_UP)
TOPICS = {ConsentPurpose.OPPORTUNITY_MAILS: MailTopic.OPPORTUNITIES}
"""Consents to mails: a mail is also a matter of its topic, which a link in each switches off."""
NOBODY, WHEN_I_APPLY, PROGRAMMES, ALL = "nobody", "apply", "programmes", "all"
CHOICES = (
    (
        ALL,
        gettext_lazy("All companies here"),
        gettext_lazy("They see your profile without your name. Most are found this way."),
    ),
    (
        PROGRAMMES,
        gettext_lazy("Companies in programmes that I choose"),
        gettext_lazy("They see your profile without your name."),
    ),
    (
        WHEN_I_APPLY,
        gettext_lazy("Only companies I apply to"),
        gettext_lazy("No company sees anything until you apply."),
    ),
    (
        NOBODY,
        gettext_lazy("No company"),
        gettext_lazy(
            "Companies you have applied to no longer see who you are. To apply, you agree anew, for that one alone."
        ),
    ),
)
MOST_HISTORY = 50


@page(may="base.view_own_page")
def show_privacy(request: PageRequest) -> HttpResponse:
    candidate = queries.candidate_of_user(request.user)
    if candidate is None:
        return redirect("my-cv")
    standing = queries.standing_consents(candidate)
    joined, wanted = list(programmes_of(candidate)), wanted_topics(request.user)
    context = {
        "candidate": candidate,
        "chosen": _chosen(standing),
        "choices": [one for one in CHOICES if one[0] != PROGRAMMES or joined],
        "programmes": [
            (one.code, one.name, _stands(standing, ConsentPurpose.SHOWN_TO_COMPANIES, one.code))
            for one in joined
        ],
        "showing_text": current_text(ConsentPurpose.SHOWN_TO_COMPANIES).sentence,
        "share_text": current_text(ConsentPurpose.SHARE_ON_APPLICATION).sentence,
        "switches": [
            {
                "purpose": one.value,
                "label": one.label,
                "text": current_text(one).sentence,
                "is_on": _stands(standing, one) and (one not in TOPICS or TOPICS[one] in wanted),
            }
            for one in SWITCHES
        ],
        "groups": _groups(candidate, standing),
        "history": list(_history(candidate, {one.code: one.name for one in joined})),
        **preview(candidate),
    }
    return render(request, "candidate/privacy.html", context)


@page(may="base.view_own_page", writes=True)
def choose_showing(request: PageRequest) -> HttpResponse:
    candidate, choice = queries.candidate_of_user(request.user), request.POST.get("showing")
    if candidate is None or choice not in {one[0] for one in CHOICES}:
        return HttpResponseBadRequest()
    joined = {one.code for one in programmes_of(candidate)}
    codes = joined & set(request.POST.getlist("programme")) if choice == PROGRAMMES else set()
    if choice == PROGRAMMES and not codes:
        messages.error(request, _("Choose at least one programme."))
        return redirect("my-privacy")
    actions.choose_showing(
        candidate=candidate,
        all_companies=choice == ALL,
        programme_codes=codes,
        on_application=choice != NOBODY,
        language=wording.reader_language(),
        by=request.user,
        at=now(),
    )
    messages.success(request, _("Saved. It applies from now on."))
    return redirect("my-privacy")


@page(may="base.view_own_page", writes=True)
def answer(request: PageRequest) -> HttpResponse:
    """Give or withdraw one consent; the notice about ranking asks here too."""
    candidate, purpose = queries.candidate_of_user(request.user), request.POST.get("purpose", "")
    said = request.POST.get("said")
    if candidate is None or purpose not in SWITCHES or said not in ("yes", "no"):
        return HttpResponseBadRequest()
    act = actions.give_consent if said == "yes" else actions.withdraw_consent
    act(
        candidate=candidate,
        purpose=ConsentPurpose(purpose),
        language=wording.reader_language(),
        by=request.user,
        at=now(),
    )
    if request.POST.get("next") == "home":
        return redirect("my-page")
    messages.success(request, _("Saved. It applies from now on."))
    return redirect("my-privacy")


@page(may="base.view_own_page", writes=True)
def say_groups(request: PageRequest) -> HttpResponse:
    """Say one's groups for the fairness report and agree to it, or take both back."""
    candidate, fields = queries.candidate_of_user(request.user), request.POST
    if candidate is None:
        return HttpResponseBadRequest()
    who: dict[str, Any] = {"candidate": candidate, "by": request.user, "at": now()}
    purpose, language = ConsentPurpose.FAIRNESS_GROUPS, wording.reader_language()
    if fields.get("said") == "no":
        actions.withdraw_consent(purpose=purpose, language=language, **who)
        messages.success(request, _("Removed."))
        return redirect("my-privacy")
    said = {name: fields.get(name, "") for name in ("sex", "origin", "native_language")}
    allowed = {"sex": Sex.values, "origin": Origin.values, "native_language": LANGUAGES}
    if any(value and value not in allowed[name] for name, value in said.items()) or not any(said.values()):
        messages.error(request, _("Choose at least one answer."))
        return redirect("my-privacy")
    actions.give_consent(purpose=purpose, language=language, **who)
    actions.say_groups(background=actions.Background(**said), **who)
    messages.success(request, _("Thank you. It is counted, never shown."))
    return redirect("my-privacy")


@page(may="base.view_own_page")
def show_notice(request: PageRequest) -> HttpResponse:
    """What ranking compares, what it never uses, who decides, how to object: read before the first ranking."""
    candidate = queries.candidate_of_user(request.user)
    if candidate is None:
        return redirect("my-cv")
    text = current_text(ConsentPurpose.MATCHING)
    context = {"text": text, "seen_at": queries.notice_seen_at(candidate), "is_on": candidate.is_matched}
    return render(request, "candidate/notice.html", context)


def _chosen(standing: dict[tuple[str, str], Any]) -> str:
    shown = ConsentPurpose.SHOWN_TO_COMPANIES
    if _stands(standing, shown):
        return ALL
    if any(entry.is_given for (purpose, code), entry in standing.items() if purpose == shown and code):
        return PROGRAMMES
    share = standing.get((ConsentPurpose.SHARE_ON_APPLICATION.value, ""))
    if share is None and (shown.value, "") not in standing:
        return ""  # nothing was chosen yet
    return WHEN_I_APPLY if share and share.is_given else NOBODY


def _stands(standing: dict[tuple[str, str], Any], purpose: ConsentPurpose, code: str = "") -> bool:
    entry = standing.get((purpose.value, code))
    return entry is not None and entry.is_given


def _groups(candidate: Any, standing: dict[tuple[str, str], Any]) -> dict[str, Any]:
    background = getattr(candidate, "background", None)
    return {
        "label": ConsentPurpose.FAIRNESS_GROUPS.label,
        "text": current_text(ConsentPurpose.FAIRNESS_GROUPS).sentence,
        "is_on": _stands(standing, ConsentPurpose.FAIRNESS_GROUPS),
        "fields": [
            ("sex", _("Sex"), Sex.choices, getattr(background, "sex", "")),
            ("origin", _("Where you come from"), Origin.choices, getattr(background, "origin", "")),
            (
                "native_language",
                _("Native language"),
                language_choices(),
                getattr(background, "native_language", ""),
            ),
        ],
    }


def _history(candidate: Any, names: dict[str, str]) -> Iterable[dict[str, Any]]:
    for entry in queries.consent_history(candidate)[:MOST_HISTORY]:
        yield {
            "at": entry.at,
            "label": ConsentPurpose(entry.purpose).label,
            "programme": names.get(entry.programme_code, entry.programme_code),
            "is_for_one": entry.opportunity_id is not None,
            "is_given": entry.is_given,
            "channel": entry.get_channel_display(),
            "version": entry.text_version,
        }
