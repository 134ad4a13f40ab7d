"""Stages of a career and personal skills say little about who fits what."""

from __future__ import annotations

import datetime as dt

from brobygger.core.matching import candidate_from, opportunity_from
from brobygger.core.matching.credit import relations_of
from brobygger.core.matching.profile import STAGES
from brobygger.core.reading import (
    Document,
    DocumentKind,
    Fact,
    Modality,
    Occupation,
    Reading,
    Role,
    Span,
)
from brobygger.core.skills import ConceptKind
from brobygger.data.taxonomies.vocabulary import default_taxonomy

TEXT = "PhD student, chemical engineer"


def reading(kind: DocumentKind, modality: Modality) -> Reading:
    document = Document("one", TEXT, kind, published=dt.date(2026, 11, 2))
    facts = tuple(
        Fact(
            value=Occupation(f"urn:brobygger:occupation:{name}", name, modality),
            span=Span(start, end),
            language="en",
            role=Role.TITLE,
            confidence=0.9,
            method="label",
        )
        for name, start, end in (("phd-student", 0, 11), ("chemical-engineer", 13, 30))
    )
    return Reading(document, (), facts, "en")


def test_stage_of_a_career_is_no_occupation_in_a_match() -> None:
    line = ("urn:brobygger:occupation:chemical-engineer",)
    assert candidate_from(reading(DocumentKind.CV, Modality.HELD)).occupations == line
    assert opportunity_from(reading(DocumentKind.AD, Modality.REQUIRED)).occupations == line


def test_stages_are_occupations_of_the_vocabulary() -> None:
    taxonomy = default_taxonomy().taxonomy
    kinds = {taxonomy.kinds[taxonomy.index[uri]] for uri in STAGES}
    assert kinds == {ConceptKind.OCCUPATION}


def test_personal_skill_weighs_less_than_a_common_tool() -> None:
    relations = relations_of(default_taxonomy().taxonomy)
    weight = {
        name: relations.information_of(f"urn:brobygger:skill:{name}")
        for name in ("curiosity", "independence", "python", "electrochemistry")
    }
    assert max(weight["curiosity"], weight["independence"]) < weight["python"] < weight["electrochemistry"]
