"""Write an opportunity: paste an ad or begin with a title, look through what was understood, say what languages are for."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.classifications.enums import FactState
from brobygger.apps.matching import queries as matching
from brobygger.apps.matching.actions import publish_opportunity
from brobygger.apps.opportunities import actions, queries
from brobygger.apps.opportunities.enums import LanguageModality, LanguageTask, OpportunityState
from brobygger.apps.organisations.queries import organisations_written_by
from brobygger.core.reading import Document, DocumentKind, Level
from brobygger.data.documents import read_bytes
from brobygger.data.outreach import first_tasks, in_language
from brobygger.web import wording
from brobygger.web.company.opportunities import meanwhile
from brobygger.web.company.opportunities.terms import TermsForm, facts_to_change, words_behind
from brobygger.web.page import PageRequest, page

LONGEST = 100_000
MARKUP = ("{", "[", "<")  # how JSON-LD and the source of a page begin
MORE_LANGUAGES = ("da", "nb", "sv", "en", "de", "fi", "pl", "fr", "es")
TASK = "task"  # fields of the X-ray: task:<languages>:<task>


class StartForm(forms.Form):
    organisation = forms.ChoiceField(
        label=gettext_lazy("For"),
        widget=forms.Select(attrs={"class": "ds-input"}),
        error_messages=dict.fromkeys(("required", "invalid_choice"), gettext_lazy("Choose a company.")),
    )
    text = forms.CharField(
        label=gettext_lazy("The ad, or the title alone"),
        help_text=gettext_lazy(
            "Danish, Norwegian, Swedish or English, with its title first. The source of a page or a JobPosting "
            "(JSON-LD) can be pasted too."
        ),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"class": "ds-input", "rows": 14}),
        error_messages={
            "required": gettext_lazy("Paste the text of an ad, or write its title."),
            "max_length": gettext_lazy("This is longer than 100,000 letters: paste one ad at a time."),
        },
    )

    def __init__(self, own: list[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisation = self.fields["organisation"]
        assert isinstance(organisation, forms.ChoiceField)
        names = [(str(one.pk), one.name) for one in own]
        organisation.choices = names if len(names) == 1 else [("", gettext_lazy("Choose")), *names]


def _first_task(request: PageRequest) -> str:
    """The text of the first task that was chosen, in the reader's language."""
    asked, language = request.GET.get("task", ""), wording.reader_language()
    return next((in_language(one.text, language) for one in first_tasks() if one.code == asked), "")


@page(may="matching.preview_ad")
def start(request: PageRequest) -> HttpResponse:
    own = list(organisations_written_by(request.user))
    initial = {"organisation": request.GET.get("organisation", ""), "text": _first_task(request)}
    form = StartForm(own, initial=initial)
    return render(request, "company/opportunity_new.html", {"form": form, "own": own})


@page(may="matching.preview_ad", writes=True)
def read(request: PageRequest) -> HttpResponse:
    """Save what was pasted as a draft, and go on to its form."""
    own = list(organisations_written_by(request.user))
    if not own:
        raise PermissionDenied
    form = StartForm(own, request.POST)
    if form.is_valid():
        chosen = next(one for one in own if str(one.pk) == form.cleaned_data["organisation"])
        document = _document(form.cleaned_data["text"])
        if document is None:
            form.add_error("text", _("There is no ad in this that we can read: paste its text."))
        else:
            try:
                opportunity = actions.save_opportunity_from_text(
                    organisation=chosen,
                    text=document.text,
                    title=document.title or "",
                    declared=document.declared,
                    by=request.user,
                    at=now(),
                )
            except actions.EmptyText as error:
                form.add_error("text", str(error))
            else:
                messages.success(request, _("Saved as a draft. Look through what we understood."))
                return redirect("opportunity-edit", pk=opportunity.pk)
    return render(request, "company/opportunity_new.html", {"form": form, "own": own}, status=422)


@page(may="opportunities.change_opportunity", of=queries.opportunity_by_id)
def edit(request: HttpRequest, opportunity: Any) -> HttpResponse:
    chosen = queries.chosen_facts(queries.facts_of(opportunity))
    return _shown(request, opportunity, TermsForm.of(opportunity, chosen))


@page(may="opportunities.change_opportunity", of=queries.opportunity_by_id)
def show_xray(request: PageRequest, opportunity: Any) -> HttpResponse:
    """The X-ray with choices that are not saved: a fragment to the page's script, the whole page without one."""
    proposed = _proposed(request.GET)
    context = _xray(request, opportunity, proposed, request.GET.get("more", ""))
    if request.htmx:
        return render(request, "company/opportunity_edit.html#xray", {"opportunity": opportunity, **context})
    chosen = queries.chosen_facts(queries.facts_of(opportunity))
    return _shown(request, opportunity, TermsForm.of(opportunity, chosen), **context)


@page(may="opportunities.change_opportunity", of=queries.opportunity_by_id, writes=True)
def save(request: PageRequest, opportunity: Any) -> HttpResponse:
    facts = queries.facts_of(opportunity)
    form = TermsForm(request.POST, facts=facts)
    proposed = _proposed(request.POST)
    seen = request.POST.get("seen", "")
    if not form.is_valid():
        context = _xray(request, opportunity, proposed, request.POST.get("more", ""))
        return _shown(request, opportunity, form, status=422, seen=seen, **context)
    try:
        with transaction.atomic():
            opportunity = _as_seen(request, opportunity)
            _save(request, opportunity, form, proposed)
    except meanwhile.SavedMeanwhile:
        return _ask_again(request, queries.opportunity_by_id(opportunity.pk))
    except actions.EmptyText as error:
        form.add_error("text", str(error))
        return _shown(request, opportunity, form, status=422, seen=seen)
    if form.unknown_words:
        said = _("These are not in the vocabulary, and were left out: %(words)s.")
        messages.warning(request, said % {"words": ", ".join(form.unknown_words)})
    if "open" not in request.POST:
        messages.success(request, _("Saved."))
        return redirect("opportunity-edit", pk=opportunity.pk)
    try:
        publish_opportunity(opportunity=opportunity, by=request.user, at=now())
    except (actions.ImpossibleTransition, actions.NotAccepted) as error:
        messages.warning(request, _("Your draft is saved. %(why)s") % {"why": error})
        return redirect("opportunity-edit", pk=opportunity.pk)
    messages.success(request, _("The opportunity is open: candidates see it and can apply."))
    return redirect("opportunity", pk=opportunity.pk)


def _as_seen(request: HttpRequest, opportunity: Any) -> Any:
    """
    The opportunity, locked, if it is what the form was made with.

    Raises:
        SavedMeanwhile: it is not.
    """
    there = queries.opportunity_by_id(opportunity.pk, is_locked=True)
    if there is None or meanwhile.differing(meanwhile.seen_in(request.POST), meanwhile.standing(there)):
        raise meanwhile.SavedMeanwhile
    return there


def _ask_again(request: HttpRequest, opportunity: Any) -> HttpResponse:
    """The form with what was typed, and what somebody else changed meanwhile."""
    seen, there = meanwhile.seen_in(request.POST), meanwhile.standing(opportunity)
    data = meanwhile.joined(request.POST, seen, there)
    data.setdefault("text", opportunity.text)
    form = TermsForm(data, facts=queries.facts_of(opportunity))
    form.is_valid()
    told = list(meanwhile.told(form, meanwhile.differing(seen, there)))
    context = _xray(request, opportunity, _proposed(data), data.get("more", ""))
    return _shown(request, opportunity, form, status=409, meanwhile=told, **context)


def _save(
    request: PageRequest, opportunity: Any, form: TermsForm, proposed: dict[tuple[str, str], str]
) -> None:
    at = now()
    for kind, values in facts_to_change(form, queries.facts_of(opportunity)):
        actions.set_facts(opportunity=opportunity, kind=kind, values=values, by=request.user, at=at)
    rows, refuted = matching.tasks_to_store(opportunity, proposed)
    needs = [
        actions.TaskNeed(
            tuple(row.codes.split("|")),
            LanguageTask(row.task),
            LanguageModality(row.modality) if row.modality else None,
            Level(row.level) if row.level else None,
        )
        for row in rows
    ]
    for fact in refuted:
        actions.correct_fact(fact=fact, state=FactState.REJECTED, by=request.user, at=at)
    actions.set_language_tasks(opportunity=opportunity, needs=needs, by=request.user, at=at)
    said = form.cleaned_data
    # a form sends no blank lines at the ends, and its own line breaks: that alone is no new text
    text = opportunity.text if _as_sent(opportunity.text) == _as_sent(said["text"]) else said["text"]
    actions.change_ad(opportunity=opportunity, title=said["title"], text=text, by=request.user, at=at)


def _as_sent(text: str) -> str:
    return text.replace("\x00", " ").replace("\r\n", "\n").replace("\r", "\n").strip()


def _document(text: str) -> Document | None:
    """What was pasted as one ad; None where the source of a page holds none."""
    text = text.replace("\r\n", "\n").strip()
    if not text.startswith(MARKUP):
        return Document("pasted", text, DocumentKind.AD)
    found = read_bytes(text.encode(), name="pasted", kind=DocumentKind.AD)
    return next((one for one in found if isinstance(one, Document) and one.text.strip()), None)


def _proposed(data: Any) -> dict[tuple[str, str], str]:
    """The choices of the X-ray in a form, by languages and task; what is no choice is left out."""
    found = {}
    for name, choice in data.items():
        parts = name.split(":")
        if len(parts) != 3 or parts[0] != TASK or parts[2] not in LanguageTask.values:
            continue
        if choice in (matching.UNSAID, matching.NOT_NEEDED, *Level) and _is_codes(parts[1]):
            found[parts[1], parts[2]] = choice
    return found


def _is_codes(codes: str) -> bool:
    known = codes.split("|")
    return (
        len(codes) <= 60
        and known == sorted(set(known))
        and all(2 <= len(code) <= 12 and code.replace("-", "").isalpha() and code.isascii() for code in known)
    )


def _xray(
    request: HttpRequest,
    opportunity: Any,
    proposed: dict[tuple[str, str], str] | None = None,
    more: str = "",
) -> dict[str, Any]:
    """What languages are needed for; `eligible` is None and the steps are left out for who may not see numbers."""
    words, may_count = wording.words(), request.user.has_perm("matching.view_ranking", opportunity)
    extra = [more] if more in MORE_LANGUAGES else []
    xray = matching.language_xray(opportunity, proposed=proposed, more=extra)
    named = {code for one in xray.languages for code in one.codes}
    choices = [
        (matching.UNSAID, _("not said")),
        (matching.NOT_NEEDED, _("not needed")),
        *((level.value, level.value) for level in Level),
    ]
    return {
        "xray": [
            {
                "key": "|".join(one.codes),
                "label": wording.capital(words.language_choice(one.codes)),
                "asked": _asked(one),
                "stated": one.stated.value if one.stated else "",
                "remains": one.remains.value if one.remains else "",
                "together": _steps(one.together) if may_count else [],
                "is_open": one.asked is not None
                or any(task.choice or task.read for task in one.tasks)
                or one.codes[0] == more,
                "tasks": [
                    {
                        "name": f"{TASK}:{'|'.join(one.codes)}:{task.task.value}",
                        "label": task.task.label,
                        "choice": task.choice,
                        "is_advantage": task.is_advantage,
                        "is_spoken": task.is_spoken,
                        **_said_by_the_ad(opportunity.text, task),
                        "steps": _steps(task.steps) if may_count else [],
                    }
                    for task in one.tasks
                ],
            }
            for one in xray.languages
        ],
        "is_filled_in": any(task.read for one in xray.languages for task in one.tasks),
        "eligible": xray.eligible if may_count else None,
        "task_choices": choices,
        "more_languages": [
            (code, wording.capital(words.language_name(code))) for code in MORE_LANGUAGES if code not in named
        ],
    }


def _steps(steps: Iterable[matching.TaskStep]) -> list[tuple[str, int]]:
    return [(step.level.value if step.level else _("not needed"), step.change) for step in steps]


def _said_by_the_ad(text: str, task: matching.TaskUse) -> dict[str, Any]:
    """The words of the ad that say a task, and whether they leave its level open."""
    read = task.read
    if read is None:
        return {"words": "", "is_open": False, "is_of_whole": False}
    words = " ".join(text[slice(*read.place)].split()) if read.place else ""
    is_of_whole = (
        task.task != LanguageTask.OTHER  # which is the language as a whole
        and task.choice != matching.UNSAID
        and task.choice == read.level
        and not read.is_own
    )
    return {"words": words, "is_open": task.choice == matching.UNSAID, "is_of_whole": is_of_whole}


def _asked(language: matching.LanguageXray) -> str:
    """What the ad asks for in the work; a level that it does not say is told as what it is counted as."""
    need = language.asked
    if need is None:
        return ""
    level = need.level.value
    if any(task.read and task.read.level is None for task in language.tasks):
        level = _("no level, counted as %(level)s") % {"level": level}
    return f"{level}, {wording.MODALITIES[need.modality.value]}"


def _shown(
    request: HttpRequest, opportunity: Any, form: TermsForm, *, status: int = 200, seen: str = "", **more: Any
) -> HttpResponse:
    """
    Args:
        seen: what the form was made with when it was first shown; empty: now.
        more: the X-ray, if it is at hand, and what somebody else changed meanwhile.
    """
    facts = queries.facts_of(opportunity)
    behind = words_behind(opportunity.text, queries.chosen_facts(facts))
    context = {
        "opportunity": opportunity,
        "rows": [{"field": form[name], "words": behind.get(name, "")} for name in form.plain_fields],
        "background": [
            {"field": form[name], "words": behind.get(name, "")} for name in form.background_fields
        ],
        "occupations": form.rows("occupation", opportunity.text),
        "form": form,
        "skills": form.rows("skill", opportunity.text),
        "pieces": list(wording.pieces(queries.marked_ad(opportunity, facts))),
        "legend": wording.LEGEND,
        "understood": wording.facts_by_kind(
            [one for one in facts if one.counts], queries.language_needs_of(opportunity)
        ),
        "may_open": opportunity.state in (OpportunityState.DRAFT, OpportunityState.CLOSED)
        and opportunity.organisation.is_accepted,
        "seen": seen or json.dumps(meanwhile.standing(opportunity)),
        "meanwhile": [],
        **(_xray(request, opportunity) if "xray" not in more else {}),
        **more,
    }
    return render(request, "company/opportunity_edit.html", context, status=status)
