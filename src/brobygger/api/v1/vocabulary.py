"""The words that ads and CVs are understood with: open to everybody."""

from __future__ import annotations

from typing import Any, Literal

from django.http import Http404, HttpRequest
from ninja import Field, Query, Schema

from brobygger.api.build import EVERYBODY, Section
from brobygger.api.language import reader_language
from brobygger.api.values import Words
from brobygger.apps.classifications import queries
from brobygger.core.skills import ConceptKind

section = Section(tags=["Vocabulary"])
KindName = Literal["skill", "occupation", "group"]
KINDS: dict[KindName, ConceptKind] = {
    "skill": ConceptKind.SKILL,
    "occupation": ConceptKind.OCCUPATION,
    "group": ConceptKind.GROUP,
}
NAMES = {kind: name for name, kind in KINDS.items()}


class ConceptChoice(Schema):
    text: Words = Field(..., min_length=1, description="A word or a part of one, in any of the languages.")
    kind: KindName | None = None
    limit: int = Field(20, ge=1, le=50)


class ConceptHit(Schema):
    concept_uri: str
    preferred_label: str = Field(description="In the language that was asked for.")
    kind: KindName
    found_label: str = Field(description="The label that holds the words.")
    found_language: str


class ConceptLink(Schema):
    concept_uri: str
    preferred_label: str
    kind: KindName


class Concept(Schema):
    """A skill, an occupation, or a group of them, as in ESCO."""

    concept_uri: str
    preferred_label: str
    kind: KindName
    code: str = Field(description="ISCO-08 unit group of an occupation, ISCED-F code of a skill.")
    same_as: str = Field(description="URI of the same concept in ESCO, else empty.")
    labels: dict[str, list[str]] = Field(description="By language, the preferred one first.")
    broader: list[ConceptLink]
    narrower: list[ConceptLink]
    related: list[ConceptLink]
    essential: list[ConceptLink] = Field(description="Skills that an occupation needs.")
    optional: list[ConceptLink] = Field(description="Skills that an occupation can use.")


class WhichConcept(Schema):
    uri: Words


@section.reads("/concepts", may="classifications.view_vocabulary", scope=EVERYBODY, gives=list[ConceptHit])
def search_concepts(request: HttpRequest, chosen: Query[ConceptChoice]) -> Any:
    """Concepts with a label that holds these words: the same words first, then beginnings, then the rest."""
    kind = KINDS[chosen.kind] if chosen.kind else None
    hits = queries.search_concepts(chosen.text, language=reader_language(), kind=kind, most=chosen.limit)
    return [
        ConceptHit(
            concept_uri=hit.uri,
            preferred_label=hit.label,
            kind=NAMES[hit.kind],
            found_label=hit.found_label,
            found_language=hit.found_language,
        )
        for hit in hits
    ]


@section.reads(
    "/concepts/by-uri",
    may="classifications.view_vocabulary",
    scope=EVERYBODY,
    gives=Concept,
    problems=[404],
)
def show_concept(request: HttpRequest, chosen: Query[WhichConcept]) -> Any:
    """One concept, by its URI or that of the same concept in ESCO."""
    found = queries.concept_page(chosen.uri, language=reader_language())
    if found is None:
        raise Http404
    links = {
        name: [_link(one) for one in getattr(found, name)]
        for name in ("broader", "narrower", "related", "essential", "optional")
    }
    return Concept(
        concept_uri=found.uri,
        preferred_label=found.label,
        kind=NAMES[found.kind],
        code=found.code,
        same_as=found.same_as,
        labels={language: list(labels) for language, labels in found.labels.items()},
        **links,
    )


def _link(one: queries.ConceptLink) -> ConceptLink:
    return ConceptLink(concept_uri=one.uri, preferred_label=one.label, kind=NAMES[one.kind])
