"""Tables of phrases as patterns."""

from __future__ import annotations

import re

import pytest

from brobygger.core.reading.facets.phrases import any_of

TABLE = re.compile(any_of(da="frist(en), sidste _ dag, ansøg*", en="deadline, no later than"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("fristen er nær", "fristen"),
        ("en frist", "frist"),
        ("sidste mulige dag", "sidste mulige dag"),
        ("din ansøgning", "ansøgning"),
        ("no later\nthan monday", "no later\nthan"),
        ("tidsfrist", None),
        ("fristes", None),
        ("deadlines", None),
    ],
)
def test_phrases_match_whole_words(text, found):
    match = TABLE.search(text)

    assert (match[0] if match else None) == found


def test_longest_phrase_is_read():
    match = re.search(any_of(nb="snarest, snarest mulig"), "snarest mulig")

    assert match
    assert match[0] == "snarest mulig"
