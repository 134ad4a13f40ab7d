"""What a candidate looks for, asked one thing at a time; each step can be skipped."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now

from brobygger.apps.classifications import queries as classifications
from brobygger.apps.people import actions, queries
from brobygger.apps.people.adapters import preferences_digest, preferences_of
from brobygger.core.skills import ConceptKind, Taxonomy
from brobygger.data.places import default_places
from brobygger.web import wording
from brobygger.web.candidate.desk import Desk, entrances
from brobygger.web.candidate.facts.views import LEVELS, language_choices, value_in_words
from brobygger.web.candidate.wishes.steps import BY_KEY, STEPS, Step, in_words, next_of, place_name
from brobygger.web.page import PageRequest

MOST_HITS = 8


def _show(request: PageRequest, desk: Desk) -> HttpResponse:
    step = BY_KEY.get(request.GET.get("step", ""), STEPS[0])
    concepts, said = classifications.taxonomy(), preferences_of(desk.candidate)
    form = step.form(initial=step.form.initial_of(said), concepts=concepts) if step.form else None
    text = request.GET.get("text", "").strip()[:100]
    if request.htmx and "text" in request.GET:
        offered = {
            uri
            for uri, _label, _is_chosen in _occupations(desk, concepts, list(said.wished_occupations), "")[
                "wished"
            ]
        }
        context = {"hits": _hits(text, offered), "text": text}
        return render(request, "candidate/wishes.html#occupations", context)
    context = _page(desk, step, form, said, concepts, chosen=list(said.wished_occupations), text=text)
    return render(request, "candidate/wishes.html", context)


def _save(request: PageRequest, desk: Desk) -> HttpResponse:
    """Save one step and go on; with the button for it, only search occupations."""
    step = BY_KEY.get(request.POST.get("step", ""))
    if step is None or step.form is None:
        return redirect(desk.address("wishes"))
    concepts = classifications.taxonomy()
    form = step.form(request.POST, concepts=concepts)
    chosen = form.chosen_occupations() if step.key == "work" else []
    text = request.POST.get("text", "").strip()[:100]
    seen = request.POST.get("seen", "")
    standing: list[tuple[str, str]] = []
    is_valid = form.is_valid()
    if "find" not in request.POST and is_valid:
        try:
            actions.change_preferences(
                candidate=desk.candidate, changes=form.changes(), seen=seen, by=request.user, at=now()
            )
        except actions.ChangedMeanwhile:
            desk = Desk(queries.candidate_by_id(desk.candidate.pk), desk.is_own)
            standing = in_words(step.names, preferences_of(desk.candidate), concepts)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            after = next_of(step)
            return redirect(f"{desk.address('wishes')}?step={after.key}" if after else desk.home)
    said = preferences_of(desk.candidate)
    context = _page(desk, step, form, said, concepts, chosen=chosen, text=text) | {"standing": standing}
    if not standing:
        context["seen"] = seen  # what this visitor has read, not what stands by now
    status = 409 if standing else 200 if "find" in request.POST else 422
    return render(request, "candidate/wishes.html", context, status=status)


def _places(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Towns that begin with what was typed, as the choices of the field."""
    found = default_places().starting_with(request.GET.get("home", "")[:100], most=MOST_HITS)
    return render(request, "candidate/wishes.html#places", {"places": [place_name(one) for one in found]})


def _page(
    desk: Desk, step: Step, form: Any, said: Any, concepts: Taxonomy, *, chosen: list[str], text: str
) -> dict[str, Any]:
    number = STEPS.index(step) + 1
    after = next_of(step)
    return {
        "desk": desk,
        "step": step,
        "form": form,
        "number": number,
        "steps": [
            (
                one.title,
                f"{desk.address('wishes')}?step={one.key}",
                one is step,
                STEPS.index(one) < number - 1,
            )
            for one in STEPS
        ],
        "seen": preferences_digest(said, step.names),
        "standing": [],
        "skip": f"{desk.address('wishes')}?step={after.key}" if after else desk.home,
        "save": desk.address("wishes-save"),
        "wishes": desk.address("wishes"),
        "places_address": desk.address("wishes-places"),
        "add": desk.address("profile-add"),
        "profile": desk.address("profile"),
        "places": [],
        "text": text,
        **(_occupations(desk, concepts, chosen, text) if step.key == "work" else {"wished": [], "hits": []}),
        **(_languages(desk, concepts) if step.key == "languages" else {}),
    }


def _occupations(desk: Desk, concepts: Taxonomy, chosen: list[str], text: str) -> dict[str, Any]:
    """What is wished for, then what the CV names, each with whether it is chosen; and what was searched for."""
    facts = queries.profile_facts(desk.candidate)
    held = [one.fact.value["uri"] for one in facts if one.fact.kind == "occupation" and not one.is_rejected]
    offered = [uri for uri in dict.fromkeys((*chosen, *held)) if uri in concepts.index]
    language = wording.reader_language()
    return {
        "wished": [
            (uri, wording.capital(concepts.preferred(concepts.index[uri], language)), uri in chosen)
            for uri in offered
        ],
        "hits": _hits(text, set(offered)),
    }


def _hits(text: str, known: set[str]) -> list[tuple[str, str]]:
    if not text:
        return []
    found = classifications.search_concepts(
        text, language=wording.reader_language(), kind=ConceptKind.OCCUPATION, most=MOST_HITS
    )
    return [(one.uri, wording.capital(one.label)) for one in found if one.uri not in known]


def _languages(desk: Desk, concepts: Taxonomy) -> dict[str, Any]:
    facts = queries.profile_facts(desk.candidate)
    spoken = [one.fact for one in facts if one.fact.kind == "language" and not one.is_rejected]
    return {
        "spoken": [wording.capital(value_in_words("language", one.value, concepts)) for one in spoken],
        "levels": LEVELS.items(),
        "languages": language_choices(),
    }


show_own, show_other = entrances(_show)
save_own, save_other = entrances(_save, writes=True)
places_own, places_other = entrances(_places)
