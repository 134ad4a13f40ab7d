import pytest

from brobygger.core.reading.licence_classes import licence_classes


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Kørekort kategori B og BE er et krav", ["B", "BE"]),
        ("FØRERKORT: B, C1 og T", ["B", "C1", "T"]),
        ("körkort (B)", ["B"]),
        ("kørekort B/E", ["B/E"]),  # one class, not two
        ("kørekort C/E og D", ["C/E", "D"]),
        ("Körkort C+E", ["C+E"]),
        ("førerkort B/C", ["B", "C"]),
        ("Clean driving licence, categories B/C", []),  # no comma between word and class
        ("driver's license class A or B", ["A", "B"]),
        ("førerkort er en fordel. Bil har vi", []),
        ("B-körkort", []),  # a label of its own
        ("B- og C-kørekort", ["B", "C"]),
        ("C + E førerkort", ["C + E"]),
        ("B, BE og C1 kørekort, gerne D", ["B", "BE", "C1"]),
        ("B96 and BE driving licence", ["B96", "BE"]),
        ("hallene A og B, kørekort", []),
        ("Körkort B, gärna BE", ["B", "BE"]),
        ("driving license kat. B", ["B"]),
        ("• B, BE, T.", ["B", "BE", "T"]),  # nothing else looks like this
        ("car and trailer (B, BE)", ["B", "BE"]),
        ("B, C, D", []),  # grades, or the answers of a test
        ("Level B, BE careful", []),
    ],
)
def test_classes_behind_a_licence_are_found(text, classes):
    assert [one[0] for one in licence_classes(text)] == classes


@pytest.mark.parametrize(
    ("text", "spans"),
    [("Har førerkort B og C.", ["førerkort B", "C"]), ("Har B- og C-kørekort.", ["B", "C-kørekort"])],
)
def test_the_class_beside_the_word_stands_with_it(text, spans):
    assert [text[start:end] for _, start, end in licence_classes(text)] == spans
