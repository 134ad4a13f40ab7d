"""The vocabulary: search in any of its languages, and the page of a concept."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from brobygger.apps.classifications import queries
from brobygger.core.skills import ConceptKind
from brobygger.web import wording
from brobygger.web.page import ANYONE, page

KINDS = {"skill": ConceptKind.SKILL, "occupation": ConceptKind.OCCUPATION, "group": ConceptKind.GROUP}


@page(may=ANYONE)
def browse(request: HttpRequest) -> HttpResponse:
    text, kind = request.GET.get("text", "").strip()[:100], request.GET.get("kind", "")
    language = wording.reader_language()
    taxonomy = queries.taxonomy()
    context = {
        "text": text,
        "kind": kind,
        "hits": queries.search_concepts(text, language=language, kind=KINDS.get(kind)),
        "groups": queries.top_groups(language=language),
        "skills": len(taxonomy.of_kind(ConceptKind.SKILL)),
        "occupations": len(taxonomy.of_kind(ConceptKind.OCCUPATION)),
        "labels": len(taxonomy.labels),
        "language": language,
    }
    return render(request, "public/vocabulary.html", context)


@page(may=ANYONE)
def show_concept(request: HttpRequest) -> HttpResponse:
    language = wording.reader_language()
    concept = queries.concept_page(request.GET.get("uri", ""), language=language)
    if concept is None:
        raise Http404
    words = wording.words()
    labels = [(words.language_name(code), found) for code, found in concept.labels.items()]
    return render(request, "public/concept.html", {"concept": concept, "labels": labels})
