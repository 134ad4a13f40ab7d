"""What was read in ads and CVs, sentence by sentence, the least sure first, and its correction in two clicks."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.classifications import queries as classifications
from brobygger.apps.classifications.actions import ImpossibleCorrection
from brobygger.apps.classifications.adapters import FactValueError, value_from_json
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.opportunities import actions as ad_actions
from brobygger.apps.opportunities import queries as ads
from brobygger.apps.people import actions as cv_actions
from brobygger.apps.people import queries as cvs
from brobygger.core.reading import FactValue, Language, Level, Modality, Occupation, Setting, Skill
from brobygger.core.skills import ConceptKind, Taxonomy
from brobygger.web import wording
from brobygger.web.page import PageRequest, page
from brobygger.web.paging import BoundedPaginator
from brobygger.web.sent import whole_number

PER_PAGE = 12
MOST_HITS = 8
MAY = "classifications.correct_readings"
BELOW = (70, 80, 90)
SHOWN: dict[str, str | Promise] = {
    "open": gettext_lazy("not corrected"),
    "corrected": gettext_lazy("corrected"),
    "all": gettext_lazy("all"),
}
CONCEPTS = {"skill": ConceptKind.SKILL, "occupation": ConceptKind.OCCUPATION}
ASKED = (Modality.REQUIRED, Modality.PREFERRED, Modality.WORKING_LANGUAGE, Modality.NOT_REQUIRED)


@dataclass(frozen=True, slots=True)
class Source:
    """Where sentences come from: the queries and actions of the app that owns the texts."""

    name: str
    sentences: Callable[..., Any]
    keys: Callable[..., Any]
    fact: Callable[..., Any]
    correct: Callable[..., Any]
    record: str
    owner: str


SOURCES = {
    "ads": Source(
        "ads",
        ads.sentences,
        ads.read_sentences,
        ads.fact_by_id,
        ad_actions.correct_fact,
        "opportunity",
        "opportunity_id",
    ),
    "cvs": Source(
        "cvs",
        cvs.sentences,
        cvs.read_sentences,
        cvs.fact_by_id,
        cv_actions.correct_fact,
        "candidate",
        "candidate_id",
    ),
}


@page(may=MAY)
def list_sentences(request: HttpRequest) -> HttpResponse:
    source = SOURCES.get(request.GET.get("source", ""), SOURCES["ads"])
    chosen = _chosen(request.GET)
    rows = BoundedPaginator(source.keys(request.user, chosen), PER_PAGE).get_page(request.GET.get("page"))
    keys = [classifications.SentenceKey(owner, start) for owner, start, *_rest in rows.object_list]
    concepts = classifications.taxonomy()
    query = _query(request.GET)
    words = wording.words()
    context = {
        "alone": False,
        "noted": "",
        "source": source.name,
        "rows": rows,
        "shown": [
            _sentence(request, source, record, sentence, concepts, query)
            for record, sentence in source.sentences(keys)
        ],
        "chosen": chosen,
        "below": round(100 * chosen.below) if chosen.below else None,
        "tabs": [
            (label, f"?{_query(request.GET, source=name, page=None)}", name == source.name, None)
            for name, label in (("ads", _("Ads")), ("cvs", _("CVs")))
        ],
        "kinds": [(kind, label) for kind, label in wording.FACT_NAMES.items() if kind != "contact"],
        "languages": [(code, words.language_name(code)) for code in ("da", "nb", "sv", "en")],
        "sureness": [(number, words.percent(number)) for number in BELOW],
        "states": SHOWN.items(),
        "query": _query(request.GET, page=None),
    }
    return render(request, "secretariat/reading.html", context)


@page(may=MAY, of=lambda pk: (SOURCES["ads"], ads.fact_by_id(pk=pk)))
def show_ad_sentence(request: PageRequest, found: tuple[Source, Any]) -> HttpResponse:
    return _show(request, *found)


@page(may=MAY, of=lambda pk: (SOURCES["cvs"], cvs.fact_by_id(pk=pk)))
def show_cv_sentence(request: PageRequest, found: tuple[Source, Any]) -> HttpResponse:
    return _show(request, *found)


@page(may=MAY, of=lambda pk: (SOURCES["ads"], ads.fact_by_id(pk=pk)), writes=True)
def correct_ad(request: PageRequest, found: tuple[Source, Any]) -> HttpResponse:
    return _correct(request, *found)


@page(may=MAY, of=lambda pk: (SOURCES["cvs"], cvs.fact_by_id(pk=pk)), writes=True)
def correct_cv(request: PageRequest, found: tuple[Source, Any]) -> HttpResponse:
    return _correct(request, *found)


@page(may=MAY, of=classifications.correction_by_id, writes=True)
def undo_correction(request: PageRequest, correction: Any) -> HttpResponse:
    is_ad = correction.document_sort == "ad"
    undo = ad_actions.undo_correction if is_ad else cv_actions.undo_correction
    try:
        fact = undo(correction=correction, by=request.user, at=now())
    except ImpossibleCorrection as error:
        messages.error(request, str(error))
        return _back(request)
    return _answer(request, SOURCES["ads" if is_ad else "cvs"], fact, _("Undone."))


def _correct(request: PageRequest, source: Source, fact: Any) -> HttpResponse:
    """“Right”, “wrong”, or what is right instead: a concept, or a language's level, modality and setting."""
    said = request.POST.get("said")
    try:
        if said in ("right", "wrong"):
            state, value = (FactState.CONFIRMED if said == "right" else FactState.REJECTED), None
        elif said == "other":
            state, value = FactState.REJECTED, _instead(fact, request.POST)
        else:
            return HttpResponseBadRequest()
        source.correct(fact=fact, state=state, value=value, by=request.user, at=now())
    except (ImpossibleCorrection, FactValueError) as error:
        messages.error(request, str(error))
        return _back(request)
    except (KeyError, ValueError):
        return HttpResponseBadRequest()
    return _answer(request, source, fact, _("Noted, for this record and for the next evaluation."))


def _instead(fact: Any, fields: QueryDict) -> FactValue:
    """
    The value that was picked, with all else as it was read.

    Raises:
        KeyError, ValueError: no such concept, level, modality or setting, or a kind that has no picker.
    """
    value = value_from_json(fact.kind, fact.value)
    if isinstance(value, Skill | Occupation):
        concepts = classifications.taxonomy()
        number = concepts.index[str(fields["uri"])]
        if concepts.kinds[number] != CONCEPTS[fact.kind]:
            raise ValueError(fields["uri"])
        return dataclasses.replace(
            value, uri=concepts.uris[number], label=concepts.preferred(number, fact.language)
        )
    if isinstance(value, Language):
        level = str(fields["level"])
        return dataclasses.replace(
            value,
            level=Level(level) if level else None,
            modality=Modality(fields.get("modality", value.modality.value)),
            setting=Setting(fields.get("setting", value.setting.value)),
        )
    raise ValueError(fact.kind)


def _show(request: PageRequest, source: Source, fact: Any) -> HttpResponse:
    """One sentence with the picker of one of its facts: a fragment to the page's script, a page without one."""
    query = _query(request.GET, text=None)
    asked = request.GET.get("text")
    closes = request.GET.get("picker") == "closed"
    context = _one(request, source, fact, query, None if closes else fact, asked)
    template = "secretariat/reading.html#sentence" if request.htmx else "secretariat/reading.html"
    return render(request, template, context)


def _answer(request: PageRequest, source: Source, fact: Any, text: str) -> HttpResponse:
    """The sentence as it stands now; without scripts the list, where the reader was."""
    if not request.htmx:
        messages.success(request, text)
        return _back(request)
    context = _one(request, source, source.fact(pk=fact.pk), request.POST.get("query", ""), None, None)
    return render(request, "secretariat/reading.html#sentence", context | {"noted": text})


def _back(request: PageRequest) -> HttpResponse:
    address = f"{reverse('reading')}?{_query(QueryDict(request.POST.get('query', '')))}"
    if request.htmx:
        response = HttpResponse(status=204)
        response["HX-Redirect"] = address
        return response
    return redirect(address)


def _one(
    request: HttpRequest, source: Source, fact: Any, query: str, picked: Any, asked: str | None
) -> dict[str, Any]:
    is_private = fact.kind == "contact" or (source.name == "cvs" and fact.role in cvs.CLOSED_ROLES)
    if fact.sentence_start is None or is_private:
        raise Http404
    key = classifications.SentenceKey(getattr(fact, source.owner), fact.sentence_start)
    concepts = classifications.taxonomy()
    ((record, sentence),) = source.sentences([key])
    shown = _sentence(request, source, record, sentence, concepts, query)
    if picked is not None:
        for row in shown["facts"]:
            if row["id"] == picked.pk and row["can_replace"]:
                row["picker"] = _picker(picked, asked, concepts)
    for row in shown["facts"]:
        row["is_at_hand"] = row["id"] == fact.pk
    return {"one": shown, "alone": True, "noted": "", "query": query}


def _sentence(
    request: HttpRequest, source: Source, record: Any, sentence: Any, concepts: Taxonomy, query: str
) -> dict[str, Any]:
    """A sentence as the template wants it."""
    words = wording.words()
    facts = []
    for fact in sentence.facts:
        correction = sentence.corrections.get(fact.pk)
        facts.append(
            {
                "id": fact.pk,
                "mark": wording.MARK_KINDS.get(fact.kind, "condition"),
                "name": wording.FACT_NAMES[fact.kind],
                "value": wording.capital(wording.fact_value(fact.kind, fact.value, concepts)),
                "confidence": words.percent(round(100 * fact.confidence)),
                "method": wording.METHODS.get(fact.method, fact.method),
                "state": fact.state,
                "is_rejected": not fact.counts,
                "is_unsure": round(100 * fact.confidence) < BELOW[0],
                "can_confirm": fact.state == FactState.READ,
                "can_reject": fact.counts,
                "can_replace": fact.counts and fact.kind in (*CONCEPTS, "language"),
                "undo": correction.pk if correction else None,
                "picker": None,
                "is_at_hand": False,
            }
        )
    return {
        "id": f"{source.name}-{sentence.key.owner}-{sentence.key.start}",
        "source": source.name,
        "pieces": list(wording.pieces(sentence.segments, concepts)),
        "facts": facts,
        "title": str(record),
        "note": record.organisation.name if source.name == "ads" else "",
        "href": reverse(source.record, args=[record.pk]),
        "show": f"reading-{source.name}",
        "correct": f"reading-{source.name}-correct",
        "query": query,
        "query_fields": list(QueryDict(query).items()),
    }


def _picker(fact: Any, asked: str | None, concepts: Taxonomy) -> dict[str, Any]:
    """What can be said instead: concepts with a label that holds the words, or a language's level and modality."""
    if fact.kind == "language":
        words = wording.words()
        is_held = fact.value.get("modality") == Modality.HELD
        return {
            "language": wording.capital(words.language_name(fact.value["code"])),
            "levels": [level.value for level in Level],
            "level": fact.value.get("level") or "",
            "modalities": [] if is_held else [(one.value, wording.MODALITIES[one.value]) for one in ASKED],
            "modality": fact.value["modality"],
            "settings": []
            if is_held
            else [("formal", _("in the work itself")), ("informal", _("over coffee"))],
            "setting": fact.value.get("setting", "formal"),
        }
    language = wording.reader_language()
    text = (asked or "").strip()[:100]
    if text:
        found = [
            (hit.uri, hit.label)
            for hit in classifications.search_concepts(
                text, language=language, kind=CONCEPTS[fact.kind], most=MOST_HITS + 1
            )
        ]
    else:
        found = _near(fact, concepts, language)
    return {
        "text": text,
        "hits": [(uri, wording.capital(label)) for uri, label in found if uri != fact.value["uri"]][
            :MOST_HITS
        ],
    }


def _near(fact: Any, concepts: Taxonomy, language: str) -> list[tuple[str, str]]:
    """Before anything is typed: the concepts above, below and beside the one that was read."""
    concept = classifications.concept_page(fact.value["uri"], language=language)
    if concept is None:
        return []
    links = (*concept.related, *concept.narrower, *concept.broader)
    return [(link.uri, link.label) for link in links if link.kind == CONCEPTS[fact.kind]]


def _chosen(given: QueryDict) -> classifications.SentenceFilter:
    kind, shown = given.get("kind", ""), given.get("shown", "")
    below = whole_number(given.get("below"), most=100)
    return classifications.SentenceFilter(
        kind=kind if kind in wording.FACT_NAMES and kind != "contact" else "",
        language=given.get("language", "")[:8],
        below=below / 100 if below else None,
        shown=shown if shown in SHOWN else "open",
    )


def _query(given: QueryDict, **changed: str | None) -> str:
    """The part of the address that says which sentences are listed, some of it changed or left out."""
    kept = {name: given.get(name) for name in ("source", "kind", "language", "below", "shown", "page")}
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in (kept | changed).items() if value})
    return query.urlencode()
