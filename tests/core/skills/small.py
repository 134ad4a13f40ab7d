"""A taxonomy of a handful of concepts in four languages, for tests."""

from __future__ import annotations

from functools import lru_cache

from brobygger.core.skills import ConceptKind, SkillType
from brobygger.core.skills.compiled import compiled
from brobygger.core.skills.training import Settings, train_encoder
from brobygger.data.taxonomies.draft import DraftConcept, TaxonomyDraft
from brobygger.data.taxonomies.file import TaxonomyFile

CONCEPTS = [
    ("skill:welding", ConceptKind.SKILL, {"en": ["welding", "weld metal"], "da": ["svejsning", "svejse"], "nb": ["sveising", "sveise"], "sv": ["svetsning", "svetsa"]}),
    ("skill:python", ConceptKind.SKILL, {code: ["Python", "Python programming"] for code in ("en", "da", "nb", "sv")}),
    ("skill:r", ConceptKind.SKILL, {code: ["R", "R programming"] for code in ("en", "da", "nb", "sv")}),
    ("skill:c-plus-plus", ConceptKind.SKILL, {code: ["C++", "C plus plus"] for code in ("en", "da", "nb", "sv")}),
    ("skill:project", ConceptKind.SKILL, {"en": ["project management", "manage projects"], "da": ["projektledelse", "projektstyring"], "nb": ["prosjektledelse", "prosjektstyring"], "sv": ["projektledning", "projektstyrning"]}),
    ("skill:pension", ConceptKind.SKILL, {"en": ["pension advice", "distribute pensions"], "da": ["pensionsrådgivning", "uddele pensioner"], "nb": ["pensjonsrådgivning", "pensjon"], "sv": ["pensionsrådgivning", "pension"]}),
    ("occupation:welder", ConceptKind.OCCUPATION, {"en": ["welder", "welding operator"], "da": ["svejser", "klejnsmed"], "nb": ["sveiser", "sveiseoperatør"], "sv": ["svetsare", "svetsoperatör"]}),
    ("occupation:developer", ConceptKind.OCCUPATION, {"en": ["software developer", "programmer"], "da": ["softwareudvikler", "programmør"], "nb": ["programvareutvikler", "systemutvikler"], "sv": ["mjukvaruutvecklare", "systemutvecklare"]}),
    ("occupation:soldier", ConceptKind.OCCUPATION, {"en": ["soldier", "private"], "da": ["soldat", "menig"], "nb": ["soldat", "menig"], "sv": ["soldat", "menig"]}),
    ("group:metal", ConceptKind.GROUP, {"en": ["metal workers", "welders and smiths"], "da": ["metalarbejdere", "smede"], "nb": ["metallarbeidere", "smeder"], "sv": ["metallarbetare", "smeder"]}),
]  # fmt: skip


def draft() -> TaxonomyDraft:
    made = TaxonomyDraft("small")
    for uri, kind, labels in CONCEPTS:
        concept = made.concepts[uri] = DraftConcept(uri, kind)
        concept.type = SkillType.SKILL if kind == ConceptKind.SKILL else SkillType.NONE
        for language, texts in labels.items():
            made.add_labels(concept, language, texts)
    made.concepts["skill:r"].exact = {"R"}
    made.essential = [("occupation:welder", "skill:welding"), ("occupation:developer", "skill:python")]
    return made


@lru_cache(maxsize=1)
def small() -> TaxonomyFile:
    made = draft()
    encoder = train_encoder(made.training_texts(), Settings(dimensions=16, epochs=60, batch=16, seen_in=1))
    return TaxonomyFile(**vars(compiled(made.freeze(), encoder)), source={})
