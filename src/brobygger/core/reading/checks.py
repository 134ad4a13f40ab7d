"""Independent proof that a reading is what it claims to be: every place lies in the text, every number in its range."""

from __future__ import annotations

from brobygger.core.reading.data import Reading


def objections(reading: Reading) -> list[str]:
    """What is wrong with a reading; empty if nothing is. Knows nothing of how facts are found."""
    length = len(reading.document.text)
    wrong = [
        f"passage {passage.span} lies outside of the {length} characters"
        for passage in reading.passages
        if passage.span.end > length
    ]
    for left, right in zip(reading.passages, reading.passages[1:], strict=False):
        if left.span.end > right.span.start:
            wrong.append(f"passages {left.span} and {right.span} overlap")
    for fact in reading.facts:
        if fact.span.end > length:
            wrong.append(f"{fact.kind} at {fact.span} lies outside of the {length} characters")
        elif not reading.document.text[fact.span.start : fact.span.end].strip():
            wrong.append(f"{fact.kind} at {fact.span} points at white space")
        if not 0 <= fact.confidence <= 1:
            wrong.append(f"{fact.kind} has confidence {fact.confidence}")
    return wrong
