"""An ad in other languages: its translations beside the original, written, saved again and removed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.opportunities import actions, queries
from brobygger.apps.opportunities.enums import Translator
from brobygger.web import wording
from brobygger.web.page import PageRequest, page


class TranslationForm(forms.Form):
    """What is wrong with a translation the action says; here are the labels, and what a browser can tell at once."""

    language = forms.ChoiceField(label=gettext_lazy("Language"))
    title = forms.CharField(label=gettext_lazy("Title"), max_length=300)
    text = forms.CharField(
        label=gettext_lazy("The text of the ad"),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 16}),
    )
    translator = forms.ChoiceField(
        label=gettext_lazy("Who translated it?"), choices=Translator.choices, widget=forms.RadioSelect
    )

    def __init__(self, languages: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)
        language.choices = [("", _("Choose")), *languages]
        self.fields["translator"].error_messages["required"] = _(
            "Say whether a person or a machine has translated it."
        )
        for name in ("language", "title", "text"):
            self.fields[name].widget.attrs["class"] = "ds-input"


@page(may="opportunities.change_opportunity", of=queries.opportunity_by_id)
def show(request: PageRequest, opportunity: Any) -> HttpResponse:
    """The translations that there are, and the form of one: of the language that is asked for, or of a new one."""
    asked = request.GET.get("language", "")
    there = {one.language: one for one in queries.translations_of(opportunity)}
    known = there.get(asked)
    initial: dict[str, Any] = {"language": asked}
    if known is not None:
        initial |= {"title": known.title, "text": known.text, "translator": known.translator}
    form = TranslationForm(_languages(opportunity), initial=initial)
    return _shown(request, opportunity, form, seen=_seen(known))


@page(may="opportunities.change_opportunity", of=queries.opportunity_by_id, writes=True)
def save(request: PageRequest, opportunity: Any) -> HttpResponse:
    form, seen = TranslationForm(_languages(opportunity), request.POST), request.POST.get("seen", "")
    if not form.is_valid():
        return _shown(request, opportunity, form, seen=seen, status=422)
    said = form.cleaned_data
    try:
        actions.save_translation(
            opportunity=opportunity,
            **said,
            seen=_digest_seen(seen, said["language"]),
            is_confirmed=request.POST.get("is_confirmed") == "yes",
            by=request.user,
            at=now(),
        )
    except actions.LooksLikeAnother as error:
        return _shown(request, opportunity, form, seen=seen, doubt=str(error), status=422)
    except actions.TranslationRefused as error:
        form.add_error(error.field, str(error))
        return _shown(request, opportunity, form, seen=seen, status=422)
    except actions.TranslationSavedMeanwhile as error:
        there = _told(error.there)
        return _shown(request, opportunity, form, seen=_seen(error.there), meanwhile=there, status=409)
    language = wording.words().language_name(said["language"])
    said_so = _("Saved. Whoever reads in %(language)s gets this translation.")
    messages.success(request, said_so % {"language": language})
    return redirect("opportunity-translations", pk=opportunity.pk)


@page(may="opportunities.change_opportunity", of=queries.opportunity_by_id, writes=True)
def remove(request: PageRequest, opportunity: Any) -> HttpResponse:
    try:
        actions.remove_translation(
            opportunity=opportunity,
            language=request.POST.get("language", ""),
            seen=request.POST.get("seen", ""),
            by=request.user,
            at=now(),
        )
    except actions.TranslationSavedMeanwhile:
        messages.error(request, _("Somebody else has just saved this translation: look at it first."))
    else:
        messages.success(request, _("Removed. Its readers get the original."))
    return redirect("opportunity-translations", pk=opportunity.pk)


def _seen(translation: Any) -> str:
    """What a form is made with, to be sent back with it."""
    return f"{translation.language}:{translation.digest}" if translation else ""


def _digest_seen(seen: str, language: str) -> str:
    """Of the translation that the form was made with; none was seen of a language that was chosen afterwards."""
    of, _colon, digest = seen.partition(":")
    return digest if of == language else ""


def _languages(opportunity: Any) -> list[tuple[str, str]]:
    """The languages that an ad can be translated into."""
    words = wording.words()
    return [
        (code, wording.capital(words.language_name(code)))
        for code, _name in settings.LANGUAGES
        if code != opportunity.language
    ]


def _told(there: Any) -> list[tuple[str, str, str]]:
    """(label, text, language) of what somebody else has saved; nothing where they have removed it."""
    if there is None:
        return []
    return [
        (_("Title"), there.title, there.language),
        (_("The text of the ad"), there.text, there.language),
        (_("Who translated it?"), there.get_translator_display(), ""),
    ]


def _shown(
    request: HttpRequest,
    opportunity: Any,
    form: TranslationForm,
    *,
    seen: str,
    doubt: str = "",
    meanwhile: list[tuple[str, str, str]] | None = None,
    status: int = 200,
) -> HttpResponse:
    """
    Args:
        seen: see `_seen`.
        doubt: which other language the text looks like.
        meanwhile: what somebody else has saved since; None: nothing has happened.
    """
    words = wording.words()
    rows = [
        {
            "row": one,
            "name": wording.capital(words.language_name(one.language)),
            "is_outdated": one.original_digest != opportunity.original_digest,
            "is_replaced": one.language == opportunity.language,
        }
        for one in queries.translations_of(opportunity)
    ]
    asks, approval = queries.approval_at_home(opportunity)
    chosen = str(form["language"].value() or "")
    context = {
        "opportunity": opportunity,
        "rows": rows,
        "form": form,
        "seen": seen,
        "doubt": doubt,
        "meanwhile": meanwhile,
        "chosen": words.language_name(chosen) if chosen in dict(_languages(opportunity)) else "",
        "is_new": not seen,
        "origin": queries.origin_of(queries.versions_of(opportunity)[0], wording.reader_language()),
        "asks_approval": asks and approval is not None and approval.is_approved,
        "new": f"{reverse('opportunity-translations', args=[opportunity.pk])}#translation",
    }
    return render(request, "company/translations.html", context, status=status)
