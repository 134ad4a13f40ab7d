"""The vocabulary in use: loaded, searched, browsed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from brobygger.apps.base.models import AuditEntry
from brobygger.apps.classifications import queries
from brobygger.apps.classifications.actions import load_vocabulary
from brobygger.apps.classifications.models import Vocabulary
from brobygger.core.skills import ConceptKind
from brobygger.data.taxonomies import TaxonomyFileError
from tests.factories.moments import LATER, NOW


def test_load_vocabulary_counts_and_notes(vocabulary: Vocabulary) -> None:
    assert (vocabulary.name, vocabulary.is_default) == ("small", True)
    assert (vocabulary.skill_count, vocabulary.occupation_count, vocabulary.group_count) == (6, 3, 1)
    assert vocabulary.languages == ["da", "en", "nb", "sv"]
    assert AuditEntry.objects.get().action == "classifications.load_vocabulary"


def test_load_vocabulary_repeated_changes_nothing(vocabulary: Vocabulary, vocabulary_file: Path) -> None:
    again = load_vocabulary(path=vocabulary_file, by=None, at=LATER)

    assert (again.pk, again.loaded_at) == (vocabulary.pk, NOW)
    assert AuditEntry.objects.count() == 1


def test_load_vocabulary_refuses_another_file_and_keeps_the_old(
    vocabulary: Vocabulary, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.taxonomy"
    wrong.write_text("not a taxonomy")

    with pytest.raises(TaxonomyFileError, match="wrong.taxonomy"):
        load_vocabulary(path=wrong, by=None, at=LATER)

    assert queries.vocabulary_in_use() == vocabulary


def test_one_vocabulary_is_the_default(vocabulary: Vocabulary) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Vocabulary.objects.create(
            name="another",
            digest="1",
            skill_count=0,
            occupation_count=0,
            group_count=0,
            label_count=0,
            is_default=True,
            loaded_at=NOW,
        )


def test_taxonomy_is_opened_once(
    vocabulary: Vocabulary, django_assert_num_queries: Callable[..., object]
) -> None:
    first = queries.open_vocabulary()
    with django_assert_num_queries(1):
        assert queries.open_vocabulary() is first
    assert first.digest == vocabulary.digest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SVETSNING", "svetsning"),
        ("svejs", "svejser"),
        ("metal", "metal workers"),
        ("programming", "Python programming"),
    ],
)
def test_search_finds_labels_in_any_language(vocabulary: Vocabulary, text: str, found: str) -> None:
    assert found in {hit.found_label for hit in queries.search_concepts(text, language="en")}


def test_search_gives_the_same_words_first_and_each_concept_once(vocabulary: Vocabulary) -> None:
    hits = queries.search_concepts("welding", language="da")

    assert (hits[0].uri, hits[0].label, hits[0].found_language) == ("skill:welding", "svejsning", "en")
    assert [hit.uri for hit in hits] == ["skill:welding", "occupation:welder"]


def test_search_is_narrowed_to_a_kind(vocabulary: Vocabulary) -> None:
    hits = queries.search_concepts("weld", language="en", kind=ConceptKind.OCCUPATION)
    assert {hit.uri for hit in hits} == {"occupation:welder"}


@pytest.mark.parametrize("text", ["", "  ", "quidditch"])
def test_search_for_nothing_finds_nothing(vocabulary: Vocabulary, text: str) -> None:
    assert queries.search_concepts(text, language="en") == []


def test_concept_page_shows_relations_both_ways(vocabulary: Vocabulary) -> None:
    welder = queries.concept_page("occupation:welder", language="nb")
    welding = queries.concept_page("skill:welding", language="nb")

    assert welder is not None
    assert welding is not None
    assert [link.label for link in welder.essential] == ["sveising"]
    assert [link.uri for link in welding.needed_by] == ["occupation:welder"]
    assert welding.labels["sv"] == ("svetsning", "svetsa")


def test_concept_page_of_an_unknown_uri(vocabulary: Vocabulary) -> None:
    assert queries.concept_page("skill:quidditch", language="en") is None


def test_groups_and_kinds_are_listed_by_label(vocabulary: Vocabulary) -> None:
    assert [link.uri for link in queries.top_groups(language="da")] == ["group:metal"]
    occupations = queries.concepts_of_kind(ConceptKind.OCCUPATION, language="en")
    assert [link.label for link in occupations] == ["software developer", "soldier", "welder"]
