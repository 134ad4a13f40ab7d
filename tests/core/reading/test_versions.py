"""Two versions beside each other: nothing is lost, nothing made up, and what changed is marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from brobygger.core.reading.versions import Change, compare_versions

SENTENCE = some.sampled_from(
    [
        "Welded frames.",
        "Welded steel frames at sea.",
        "Wrote tests in Python.",
        "Led three people.",
        "Åbo 2020",
    ]
)


@given(some.lists(SENTENCE, max_size=8), some.lists(SENTENCE, max_size=8))
def test_rows_put_together_are_the_two_versions(before: list[str], after: list[str]) -> None:
    rows = compare_versions(before, after)

    assert ["".join(p.text for p in row.before) for row in rows if row.before] == before
    assert ["".join(p.text for p in row.after) for row in rows if row.after] == after
    for row in rows:
        is_new = [piece.is_new for piece in (*row.before, *row.after)]
        assert (row.change is Change.SAME) == (not any(is_new))
        if row.change is not Change.CHANGED:
            assert bool(row.before) == (row.change is not Change.ADDED)
            assert bool(row.after) == (row.change is not Change.REMOVED)


def test_words_that_changed_are_marked_in_their_sentence() -> None:
    same, changed, added = compare_versions(
        ["Engineer", "I welded frames."], ["Engineer", "I welded steel frames.", "Danish A2"]
    )

    assert (same.change, changed.change, added.change) == (Change.SAME, Change.CHANGED, Change.ADDED)
    assert "".join(piece.text for piece in changed.after if piece.is_new).strip() == "steel"
    assert not any(piece.is_new for piece in changed.before)


def test_sentences_that_have_nothing_in_common_are_one_gone_and_one_new() -> None:
    rows = compare_versions(["Hobbies: chess"], ["Built a pump for Aadal"])

    assert [row.change for row in rows] == [Change.REMOVED, Change.ADDED]


def test_sentence_is_shown_beside_the_one_that_it_comes_from() -> None:
    before = ["I work hard.", "I built a test bench for pumps."]
    after = ["I built a test bench for pumps in Python.", "I write down what I measure."]

    rows = compare_versions(before, after)

    assert [row.change for row in rows] == [Change.REMOVED, Change.CHANGED, Change.ADDED]
    assert [piece.text for piece in rows[1].after if piece.is_new] == [" in Python"]
