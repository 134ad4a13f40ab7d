import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.skills import ConceptKind
from brobygger.core.skills.data import LabelGrade
from brobygger.core.skills.label_index import LabelIndex, tokens_of
from brobygger.core.skills.label_starts import LabelStarts
from tests.core.skills.small import draft, small

NEVER = {"men", "og", "det"}


def index(language):
    return LabelIndex(
        small().taxonomy, small().starts, language, [ConceptKind.SKILL, ConceptKind.OCCUPATION], NEVER
    )


def found(text, language, **options):
    taxonomy = small().taxonomy
    return [
        (taxonomy.uris[concept], text[item.start : item.end], item.how)
        for item in index(language).find(text, tokens_of(text), lambda start, end: False, **options)
        for concept in item.concepts
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Du kan svejse.", "da", [("skill:welding", "svejse", "same")]),
        ("erfaring med svejsningen", "da", [("skill:welding", "svejsningen", "inflected")]),
        ("svejseerfaring er et krav", "da", [("skill:welding", "svejseerfaring", "compound")]),
        ("prosjektledelseserfaring", "nb", [("skill:project", "prosjektledelseserfaring", "compound")]),
        ("C++ og R", "da", [("skill:c-plus-plus", "C++", "same"), ("skill:r", "R", "same")]),
        ("Vi søger to svejsere", "da", [("occupation:welder", "svejsere", "inflected")]),
        ("Manage projects and weld metal", "en", [("skill:project", "Manage projects", "same"), ("skill:welding", "weld metal", "same")]),
    ],
)  # fmt: skip
def test_find_sees_inflections_and_compounds(text, language, expected):
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I manage large projects", [("skill:project", "manage large projects", "parted")]),
        ("manage our new projects", [("skill:project", "manage our new projects", "parted")]),
        ("manage all of our projects", []),  # too far apart
        ("manage. Our projects", []),  # another sentence
        ("welding private operator", [("skill:welding", "welding", "same"), ("occupation:soldier", "private", "same")]),
    ],
)  # fmt: skip
def test_a_word_or_two_may_part_the_words_of_a_skill(text, expected):
    assert found(text, "en") == expected


def test_a_label_found_keeps_how_often_its_words_mean_the_concept():
    made = draft()
    made.concepts["skill:project"].grades = {
        ("en", "project management"): LabelGrade.SURE,
        ("en", "manage projects"): LabelGrade.VAGUE,
    }
    taxonomy = made.freeze()
    labels = LabelIndex(taxonomy, LabelStarts.of(taxonomy), "en", [ConceptKind.SKILL], NEVER)
    text = "project management, manage projects, manage all projects, welding"

    grades = [one.grade for one in labels.find(text, tokens_of(text), lambda start, end: False)]

    assert grades == [LabelGrade.SURE, LabelGrade.VAGUE, LabelGrade.VAGUE, LabelGrade.UNRATED]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("men det er r", "sv"),  # "men" is no soldier, a small r no language
        ("et godt svar", "da"),
        ("pythonslange", "da"),
        ("vælg r eller s", "da"),
    ],
)
def test_find_leaves_everyday_words_alone(text, language):
    assert found(text, language) == []


def test_terms_only_leaves_plain_words_of_the_other_language():
    assert found("we need welding and R programming", "en", terms_only=True) == [
        ("skill:r", "R programming", "same")
    ]


def in_danish(made, text):
    taxonomy = made.freeze()
    there = LabelIndex(taxonomy, LabelStarts.of(taxonomy), "da", [ConceptKind.SKILL], NEVER)
    return [
        (taxonomy.uris[concept], text[item.start : item.end], item.how)
        for item in there.find(text, tokens_of(text), lambda start, end: False)
        for concept in item.concepts
    ]


@pytest.mark.parametrize(
    ("text", "how"), [("Python", "same"), ("python", "recased"), ("PYTHON", "recased"), ("pYthon", None)]
)
def test_a_name_with_capitals_of_its_own_is_found_in_small_letters_or_capitals_throughout(text, how):
    made = draft()
    made.concepts["skill:python"].exact = {"Python"}

    assert in_danish(made, f"lidt {text}") == ([("skill:python", text, how)] if how else [])


def test_both_names_of_a_label_that_joins_two_are_found():
    made = draft()
    made.add_labels(made.concepts["skill:c-plus-plus"], "da", ["C++/Python"])

    assert in_danish(made, "kode i C++/Python") == [
        ("skill:c-plus-plus", "C++/Python", "same"),
        ("skill:python", "Python", "same"),
    ]


@pytest.mark.parametrize(
    ("label", "text", "also"),
    [
        ("Python og tegning", "kan Python og tegning", True),
        ("Python til tegning", "lidt Python til tegning", False),  # "til" is no function word here
        ("Python tegning", "god til Python tegning", False),  # one thing
        ("tegning og Python", "laver tegning og Python", True),
        ("svejsning og tegning", "laver svejsning og tegning", False),  # plain words are no name
    ],
)
def test_a_name_that_stands_apart_within_a_longer_label_is_found_too(label, text, also):
    made = draft()
    made.add_labels(made.concepts["skill:c-plus-plus"], "da", [label])

    found = in_danish(made, text)

    assert found[0] == ("skill:c-plus-plus", label, "same")
    assert found[1:] == ([("skill:python", "Python", "same")] if also else [])


def test_what_stands_within_a_label_says_of_which_kind_that_is():
    made = draft()
    made.add_labels(made.concepts["occupation:welder"], "da", ["svejser og Python"])
    taxonomy = made.freeze()
    there = LabelIndex(
        taxonomy, LabelStarts.of(taxonomy), "da", [ConceptKind.SKILL, ConceptKind.OCCUPATION], NEVER
    )
    text = "svejser og Python"

    found = there.find(text, tokens_of(text), lambda start, end: False)

    assert [(text[one.start : one.end], one.inside) for one in found] == [
        ("svejser og Python", ""),
        ("Python", "occupation"),
    ]


def test_masked_ranges_are_not_read():
    text = "Python i Svejsning A/S"

    inside = index("da").find(text, tokens_of(text), lambda start, end: start >= 9)

    assert [text[item.start : item.end] for item in inside] == ["Python"]


@given(st.text(max_size=300))
def test_find_stays_inside_any_text(text):
    for item in index("da").find(text, tokens_of(text), lambda start, end: False):
        assert 0 <= item.start < item.end <= len(text)
