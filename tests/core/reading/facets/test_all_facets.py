"""What holds for every fact finder: no text stops it, hangs it or leads it out of its passage."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import DocumentKind, Role
from brobygger.core.reading.facets import FACETS
from tests.core.reading.facets.one_passage import facts_in
from tests.drawing import times

LONGEST_PASSAGE = 600  # characters, see passages.py
SECONDS = 2  # of this process; a pattern that backtracks without bound takes hours
PIECES = (
    "a", " ", "1", "1.", "1 ", "12-", "1.000 ", "kr ", "løn ", "søger to ", "start ", "den ", "1. maj ", "100 % ", "i ", "Lund, ", "praktik ", "timer ", "to ",
    "permit ", "EU ", "arbejdssted ", "years ", "mindst ", "@", "a@", "a.", "+45 ", "dansk ", "dansk, ", "master ", "-", "/", ": ", "\u00a0", "ß", "İ",
)  # fmt: skip
WORDS = (
    "løn kr. 38.000 pr. måned", "37 timer/uge", "søger 3", "praktik", "1. februar 2027", "6 måneders", "hjemmekontor", "arbejdstilladelse", "dansk", "C1",
    "cand.scient.", "mindst 3 års erfaring", "Tel. +45 12 34 56 78", "a@example.org", "ansøgningsfrist", "fuldtid", "50 %", "2019–2022", "Brasilien", "forventet færdig juni 2027", "stipend funded by the Prøve Foundation",
)  # fmt: skip


def name_of(facet):
    return facet.find.__name__


@pytest.mark.parametrize("facet", FACETS, ids=name_of)
@pytest.mark.parametrize("kind", DocumentKind)
def test_facet_never_hangs(facet, kind):
    for piece in PIECES:
        for head in ("", "løn kr. ", "Start ", "dansk ", "søger "):
            text = (head + piece * LONGEST_PASSAGE)[:LONGEST_PASSAGE] + "!"
            before = time.process_time()
            facts_in(facet.find, text, language="da", kind=kind)
            assert time.process_time() - before < SECONDS, (head, piece)


@pytest.mark.parametrize("facet", FACETS, ids=name_of)
@times(40)
@given(
    words=st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=12)), min_size=1, max_size=12),
    role=st.sampled_from(Role),
    kind=st.sampled_from(DocumentKind),
    language=st.sampled_from(["da", "nb", "sv", "en", "de", "und"]),
)
def test_facet_stays_inside_its_passage(facet, words, role, kind, language):
    text = " ".join(words)
    if text:
        facts_in(facet.find, text, role=role, kind=kind, language=language)


@pytest.mark.parametrize("facet", [facet for facet in FACETS if facet.signs], ids=name_of)
@times(200)
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), kind=st.sampled_from(DocumentKind))
def test_facet_finds_nothing_where_its_signs_are_not(facet, words, kind):
    text = " ".join(words)
    if not facet.signs.stand_in(text.lower()):
        assert facts_in(facet.find, text, kind=kind) == []


def test_facets_are_all_different_functions():
    assert len({facet.find.__module__ for facet in FACETS}) == len(FACETS)
