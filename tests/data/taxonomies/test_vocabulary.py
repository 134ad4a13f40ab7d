"""The vocabulary is an asset of words: every concept is complete, unambiguous and in its place."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from itertools import chain

import pytest

from brobygger.core.reading.function_words import FUNCTION_WORDS
from brobygger.core.skills import ConceptKind, SkillType
from brobygger.core.skills.data import LabelGrade
from brobygger.data.taxonomies.vocabulary import (
    FOLDER,
    LANGUAGES,
    default_taxonomy,
    source_digest,
    vocabulary_draft,
)


def entries(folder):
    """(file, entry) by id; labels without the marks that grade them."""
    return {
        key: (file.name, entry | {code: [label.lstrip("~?") for label in entry[code]] for code in LANGUAGES})
        for file in sorted((FOLDER / folder).glob("*.toml"))
        for key, entry in tomllib.loads(file.read_text(encoding="utf-8")).items()
    }


GROUPS = tomllib.loads((FOLDER / "groups.toml").read_text(encoding="utf-8"))
SKILLS = entries("skills")
OCCUPATIONS = entries("occupations")


def test_vocabulary_is_large_enough():
    assert len(SKILLS) >= 900
    assert len(OCCUPATIONS) >= 220


@pytest.mark.parametrize("concepts", [SKILLS, OCCUPATIONS], ids=["skills", "occupations"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_concepts_have_two_alternative_labels_on_average(concepts, language):
    counts = [len(entry[language]) - 1 for _file, entry in concepts.values()]

    assert sum(counts) / len(counts) >= 2


@pytest.mark.parametrize("kind", ["skills", "occupations"])
def test_no_id_is_defined_twice(kind):
    ids = [
        key
        for file in (FOLDER / kind).glob("*.toml")
        for key in re.findall(r"^\[([^\]]+)\]", file.read_text(encoding="utf-8"), re.MULTILINE)
    ]

    assert len(ids) == len(set(ids))


def test_every_concept_has_every_language_and_its_codes():
    wrong = []
    for key, (file, entry) in chain(SKILLS.items(), OCCUPATIONS.items()):
        wrong += [f"{file}: {key} has no {code}" for code in LANGUAGES if not entry.get(code)]
        wrong += [f"{file}: {key} isced_f"] * (not re.fullmatch(r"\d{2,4}", entry.get("isced_f", "")))
    wrong += [
        f"{file}: {key} isco"
        for key, (file, entry) in OCCUPATIONS.items()
        if not re.fullmatch(r"\d{4}", entry.get("isco", ""))
    ]
    wrong += [
        f"{file}: {key} type"
        for key, (file, entry) in SKILLS.items()
        if entry.get("type") not in ("skill", "knowledge")
    ]

    assert wrong == []


def test_labels_are_clean_and_not_repeated():
    wrong = []
    for key, (file, entry) in chain(SKILLS.items(), OCCUPATIONS.items()):
        for code in LANGUAGES:
            folded = [label.casefold() for label in entry[code]]
            wrong += [
                f"{file}: {key} {code} {label!r}"
                for label in entry[code]
                if label != " ".join(label.split()) or not label
            ]
            wrong += [f"{file}: {key} {code} repeats a label"] * (len(folded) != len(set(folded)))

    assert wrong == []


@pytest.mark.parametrize("concepts", [SKILLS, OCCUPATIONS], ids=["skills", "occupations"])
def test_no_label_belongs_to_two_concepts(concepts):
    owners = defaultdict(set)
    for key, (_file, entry) in concepts.items():
        for code in LANGUAGES:
            for label in entry[code]:
                owners[code, label.casefold()].add(key)

    assert {label: keys for label, keys in owners.items() if len(keys) > 1} == {}


def test_short_labels_say_their_capitals():
    """A label of up to three letters would be found everywhere if any capitalisation would do."""
    wrong = [
        f"{file}: {key} {label!r}"
        for key, (file, entry) in SKILLS.items()
        for code in LANGUAGES
        for label in entry[code]
        if len(label) <= 3
        and label.isalpha()
        and label.islower()
        and label not in entry.get("exact_case", ())
    ]

    assert wrong == []


def test_no_label_is_a_function_word():
    wrong = [
        f"{file}: {key} {code} {label!r}"
        for key, (file, entry) in SKILLS.items()
        for code in LANGUAGES
        for label in entry[code]
        if label in FUNCTION_WORDS[code] and label not in entry.get("exact_case", ())
    ]

    assert wrong == []


def test_marked_labels_are_graded():
    concepts = vocabulary_draft().concepts
    grades = concepts["urn:brobygger:skill:quality-control"].grades
    assert grades["en", "quality control"] is LabelGrade.SURE
    assert LabelGrade.LOOSE in grades.values()
    of_all = Counter(grade for one in concepts.values() for grade in one.grades.values())
    assert of_all[LabelGrade.SURE] > of_all[LabelGrade.LOOSE] > of_all[LabelGrade.VAGUE] > 5_000
    assert not any(
        label[0] in "~?" for one in concepts.values() for labels in one.labels.values() for label in labels
    )


def test_references_lead_somewhere():
    dangling = [
        f"{file}: {key} → {other}"
        for key, (file, entry) in SKILLS.items()
        for other in [
            *entry.get("related", ()),
            *([entry["broader"]] if entry["broader"] not in GROUPS else []),
        ]
        if other not in SKILLS
    ]
    for key, (file, entry) in OCCUPATIONS.items():
        skills = [*entry["essential"], *entry.get("optional", ())]
        occupations = [*entry.get("related", ()), *([entry["broader"]] if "broader" in entry else [])]
        dangling += [f"{file}: {key} → {other}" for other in skills if other not in SKILLS]
        dangling += [f"{file}: {key} → {other}" for other in occupations if other not in OCCUPATIONS]

    assert dangling == []


@pytest.mark.parametrize("concepts", [SKILLS, OCCUPATIONS], ids=["skills", "occupations"])
def test_broader_has_no_cycles(concepts):
    for start in concepts:
        seen, key = set(), start
        while key in concepts:
            assert key not in seen, f"{start} is broader than itself"
            seen.add(key)
            key = concepts[key][1].get("broader", "")


def test_no_concept_is_an_orphan():
    """A skill belongs to a group; a group has skills."""
    used = {entry["broader"] for _file, entry in SKILLS.values()}

    assert set(GROUPS) - used == set()


def test_essential_and_optional_do_not_overlap():
    wrong = [
        f"{file}: {key} {sorted(both)}"
        for key, (file, entry) in OCCUPATIONS.items()
        if (both := set(entry["essential"]) & set(entry.get("optional", ())))
    ]

    assert wrong == []


def test_compact_file_is_up_to_date():
    assert default_taxonomy().source["sha256"] == source_digest(), "run `make vocabulary`"


def test_compact_file_holds_what_the_files_say():
    taxonomy = default_taxonomy().taxonomy
    draft = vocabulary_draft()

    assert len(taxonomy) == len(draft.concepts)
    assert taxonomy.languages == tuple(sorted(LANGUAGES))
    python = taxonomy.index["urn:brobygger:skill:python"]
    assert taxonomy.preferred(python, "sv") == "Python"
    assert taxonomy.kinds[python] == ConceptKind.SKILL
    danish = taxonomy.index["urn:brobygger:skill:danish"]
    assert taxonomy.types[danish] == SkillType.LANGUAGE
    same = [uri for uri in taxonomy.same_as if uri]
    assert len(same) == len(set(same)) > 300
