"""
List the annotated skills that stand where no skill is read: below a heading or in a sentence of another role.

    python -m benchmarks.golden.unread [file] [ad|cv]

Of the texts to learn from those are left out of which only figures are looked at.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.golden.golden import FOLDER, GoldDocument, GoldFact, is_held, of_file
from benchmarks.golden.quality import default_reader, key
from brobygger.core.reading import Passage, Reading, Role, Skill
from brobygger.core.reading.folding import fold
from brobygger.core.reading.passages import sections
from brobygger.core.reading.roles import CUES, HEADINGS, WISH
from brobygger.core.reading.trust import UNTRUSTED

LONGEST = 110  # characters of a passage that is shown


class Unread(NamedTuple):
    gold: GoldDocument
    skill: GoldFact
    passage: Passage
    why: str


def unread(gold: GoldDocument, reading: Reading) -> Iterator[Unread]:
    """Skills that were not read because of the passage that they stand in."""
    read = {key(fact.value.uri) for fact in reading.facts if isinstance(fact.value, Skill)}
    for skill in gold.facts:
        if skill.kind != "skill" or read & {*skill.values[1]}:
            continue
        passage = next((p for p in reading.passages if p.span.start <= skill.start < p.span.end), None)
        if passage is not None and passage.role in UNTRUSTED:
            yield Unread(gold, skill, passage, why(gold, passage))


def why(gold: GoldDocument, passage: Passage) -> str:
    """The heading that gave a passage its role, or the words of its own that did."""
    text, kind = gold.document.text, gold.document.kind
    heading, section = "", None
    for span, role in sections(gold.document):
        if role != section:
            heading, section = text[span.start : span.end], role
        if span == passage.span:
            break
    sentence = fold(text[passage.span.start : passage.span.end])
    if section is passage.role:
        matched = dict(HEADINGS[kind])[section].match(fold(heading))
        return f"heading {heading!r} [{matched[0] if matched else ''}]"
    patterns = [pattern for role, pattern, _ in CUES if role is passage.role]
    matched = next((found for found in (p.search(sentence) for p in patterns) if found), None)
    matched = matched or (WISH.match(sentence) if passage.role is Role.WISH else None)
    return f"words [{matched[0] if matched else ''}]"


def main(arguments: Sequence[str]) -> None:
    file = next((one for one in arguments if one.startswith("trained")), "trained-platform")
    kinds = {one for one in arguments if one in ("ad", "cv")} or {"ad", "cv"}
    reader = default_reader()
    there, hidden = Counter[str](), Counter[str]()
    for gold in of_file(FOLDER / f"{file}.jsonl"):
        if is_held(gold) or gold.document.kind.value not in kinds:
            continue
        there[gold.document.kind] += sum(fact.kind == "skill" for fact in gold.facts)
        for one in unread(gold, reader.read(gold.document)):
            hidden[f"{gold.document.kind} {one.passage.role}"] += 1
            text = gold.document.text
            words = text[one.skill.start : one.skill.end]
            line = text[one.passage.span.start : one.passage.span.end][:LONGEST].replace("\n", " ")
            print(
                f"{gold.document.id:12} {one.passage.role:11} {'|'.join(one.skill.values[1])[:40]:40} [{words}] in {line!r} by {one.why}"
            )
    print(dict(there), dict(hidden))


if __name__ == "__main__":
    main(sys.argv[1:])
