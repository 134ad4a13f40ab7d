import numpy as np
import pytest

from brobygger.core.skills import (
    AnnotatedText,
    ConceptKind,
    Linker,
    SentenceLinker,
    Settings,
    is_sentence,
    train_encoder,
)
from brobygger.core.skills.sentences import window_vectors
from tests.core.skills.small import draft, small

QUICK = Settings(
    dimensions=16, epochs=60, batch=16, seen_in=1, sentence_steps=40, sentence_step=0.05
)  # a handful of concepts


@pytest.fixture(scope="module")
def skills():
    content = small()
    return SentenceLinker(Linker(content.taxonomy, content.encoder, content.centroids, [ConceptKind.SKILL]))


def uris(skills, found):
    return [skills.linker.taxonomy.uris[item.concept] for item in found]


@pytest.mark.parametrize(
    ("text", "language", "uri"),
    [
        ("In this role you will develop our services with Python and love it", "en", "skill:python"),
        ("Vi forventer at du har stor erfaring med svejsning i rustfrit stål", "da", "skill:welding"),
        ("Du vil få ansvar for prosjektledelse på store oppdrag i hele landet", "nb", "skill:project"),
        ("Du kommer att svetsa tillsammans med ett glatt gäng i vår verkstad", "sv", "skill:welding"),
        ("You will be part of a team and weld metal every day of the week", "en", "skill:welding"),
    ],
)
def test_a_sentence_leads_to_the_skill_that_some_of_its_words_name(skills, text, language, uri):
    (found,) = skills.link([text], language=language, top=3)

    assert uris(skills, found)[0] == uri


def test_a_sentence_leads_to_all_skills_that_it_names(skills):
    (found,) = skills.link(
        ["We look for someone who knows Python programming and project management well"],
        language="en",
        top=2,
    )

    assert set(uris(skills, found)) == {"skill:python", "skill:project"}


def test_scores_fall_and_stay_within_bounds(skills):
    (found,) = skills.link(["You will weld metal for customers all over the country"], language="en", top=6)

    scores = [item.score for item in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_sentence_does_not_depend_on_its_neighbours(skills):
    texts = [
        "You will weld metal for customers all over the country",
        "C++ and Python are what we talk about",
    ]

    both = list(skills.link(texts, language="en", top=4))

    assert both[1] == next(skills.link(texts[1:], language="en", top=4))


@pytest.mark.parametrize("text", ["", "   ", "of the and to with", "🙂 🙂 🙂", "1 2 3 4 5 6 7", "x " * 500])
def test_any_line_is_taken(skills, text):
    (found,) = skills.link([text], language="en", top=2)

    assert len(found) == 2


def test_more_than_there_are_gives_all(skills):
    (found,) = skills.link(["You will weld metal all day long"], language="en", top=99)

    assert len(found) == 6


def test_a_language_without_labels_is_read_through_the_others(skills):
    (found,) = skills.link(["Wir suchen Menschen, die mit Python umgehen können"], language="de", top=1)

    assert uris(skills, found) == ["skill:python"]


def test_windows_neither_begin_nor_end_with_words_of_the_frame():
    encoder = small().encoder
    _, windows = window_vectors("you will weld the metal", encoder, "en")

    expected = encoder.encode(["weld", "metal", "weld the metal"])
    assert len(windows) == 3
    for vector in expected:
        assert (windows @ vector).max() == pytest.approx(1, abs=1e-5)


def test_a_label_is_no_sentence():
    assert not is_sentence("manage international projects")
    assert is_sentence("You will manage our international projects")


def annotated():
    made = draft()
    number = made.numbers()
    said = {
        "join heats and fuse steel parts in the workshop": "skill:welding",
        "keep plans budgets and milestones on track": "skill:project",
        "advise clients on their retirement savings": "skill:pension",
    }
    return made, [AnnotatedText(text, (number[uri],)) for text, uri in said.items()]


def test_sentences_teach_words_that_no_label_has():
    made, sentences = annotated()
    text = "fuse steel parts"

    likeness = []
    for known in ((), sentences):
        encoder = train_encoder(made.training_texts(), QUICK, sentences=known)
        own, label = encoder.encode([text, "welding"])
        likeness.append(float(own @ label))

    assert likeness[1] > likeness[0]


def test_training_on_sentences_twice_gives_the_same_encoder():
    made, sentences = annotated()

    first, second = (train_encoder(made.training_texts(), QUICK, sentences=sentences) for _ in range(2))

    assert np.array_equal(first.weights, second.weights)


def test_sentences_of_concepts_that_are_not_there_change_nothing():
    made, _ = annotated()

    plain = train_encoder(made.training_texts(), QUICK)
    other = train_encoder(made.training_texts(), QUICK, sentences=[AnnotatedText("far away", (10_000,))])

    assert np.array_equal(plain.weights, other.weights)
