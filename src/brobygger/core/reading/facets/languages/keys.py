"""Levels that a CV gives by signs which it explains, by boxes that are ticked, or by a number for each skill."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from brobygger.core.reading.data import Level
from brobygger.core.reading.facets.languages.levels import FILLED, Cue, worded
from brobygger.core.reading.facets.languages.names import Mention, find_mentions

SIGNS = re.escape(f"+*!#xX✓✔♥❤🍺☕{FILLED}")
ENTRY = re.compile(  # "A = fluent", "1: a few words", "+ a little"
    rf"(?<![\w{SIGNS}])(?:(?P<sign>[^\W\d_]{{1,2}}|\d{{1,2}})\s*(?:=|:(?=\s)|\b(?:betyder|betyr|means|står for|stands for)\b)"
    rf"|(?P<marks>[{SIGNS}]{{1,6}})\s*(?:=|:|–|-|\b(?:betyder|betyr|means|står for|stands for)\b)?)\s*"
    rf"(?P<words>[^\W\d_][^\n,;|=·\d(){SIGNS}]{{0,40}})",
)
QUICK = re.compile(
    rf"[=:+*#♥{FILLED}✓✔❤🍺☕][^\n]*[=:+*#♥{FILLED}✓✔❤🍺☕]|\b(?:bety|means|stands for|står for)"
)
BEHIND = re.compile(
    rf"[\s:=|(–—.-]{{0,6}}(?P<sign>[^\W\d_]{{1,2}}|\d{{1,2}}|[{SIGNS}]{{1,6}})(?=[\s.,;:)|·/]|$)(?!\s*(?:/|of\b|av\b|af\b|%))"
)
BOX = re.compile(
    r"(?P<ticked>\[\s*[xX✓✔✗*]\s*\]|\(\s*[xX✓✔✗]\s*\)|[☒☑✅🗹])|(?P<empty>\[\s*_?\s*\]|\(\s*\)|[☐⬜🔲])"
)
COLUMNS = re.compile(  # one number for each of three skills or more; two would be a share: "4/5"
    r"[\s:|(–—-]{0,4}(\d(?:\s?[/|–-]\s?\d){2,4})(?![\d/])"
)
STEPS = 5  # of a scale that does not say how many it has
MIXED = 2  # entries that make a key


def by_key(text: str, mentions: Sequence[Mention], document: str) -> Iterator[tuple[Mention, Cue]]:
    """The levels that stand as a sign behind names, as the document explains its signs, or that boxes and columns say."""
    ticked = _ticked(text) if len(mentions) == 1 else None
    key = _key(document)
    for mention in mentions:
        match = BEHIND.match(text, mention.end) if key else None
        level = _level_in(key, match["sign"]) if match else None
        if match and level:
            yield mention, Cue(level, mention.end, match.end("sign"))
        elif ticked:
            yield mention, ticked
        elif columns := COLUMNS.match(text, mention.end):
            numbers = [int(one) for one in re.findall(r"\d", columns[1])]
            total = STEPS if max(numbers) <= STEPS else 10 if max(numbers) > len(Level) else len(Level)
            yield mention, Cue(_share(min(numbers), total), mention.end, columns.end())


def _level_in(key: Mapping[str, Level], sign: str) -> Level | None:
    return key.get(sign) or key.get(sign.upper())


@lru_cache(maxsize=8)  # asked for each passage of a document
def _key(document: str) -> Mapping[str, Level]:
    """What the signs of a document mean; nothing if it does not explain at least two side by side."""
    found: dict[str, Level] = {}
    for line in document.splitlines():
        entries = dict(_entries(line)) if QUICK.search(line) else {}
        if len(entries) >= MIXED:
            found |= _filled(entries)
    return found


def _entries(line: str) -> Iterator[tuple[str, Level]]:
    for match in ENTRY.finditer(line):
        words = match["words"]
        if any(find_mentions(words)):
            continue
        cue = next(iter(worded(line, *match.span("words"), held=True)), None)
        if cue and cue.start == match.start("words"):
            yield match["sign"] or match["marks"], cue.level


def _filled(entries: Mapping[str, Level]) -> Mapping[str, Level]:
    """The entries, and where only the ends of a scale of numbers are told, the steps between them."""
    numbers = {int(sign): level for sign, level in entries.items() if sign.isdigit()}
    low, high = min(numbers, default=0), max(numbers, default=0)
    if len(numbers) < MIXED or len(numbers) == high - low + 1:
        return entries
    is_falling = numbers[low].number > numbers[high].number  # "1 = mother tongue, 5 = a little"
    steps = {one: (low + high - one if is_falling else one) for one in range(low, high + 1)}
    return {str(one): _share(step, high) for one, step in steps.items()}


def _share(number: int, total: int) -> Level:
    share = int(min(1.0, number / max(1, total)) * len(Level) + 0.5)
    return list(Level)[max(share, 1) - 1]


def _ticked(text: str) -> Cue | None:
    """The lowest level whose box is ticked among others that are not: "[ ] native [x] fluent"."""
    boxes = list(BOX.finditer(text))
    if not any(one["ticked"] for one in boxes) or not any(one["empty"] for one in boxes):
        return None
    first = next(iter(worded(text, 0, len(text), held=True)), None)
    if first is None:
        return None
    is_behind = first.start < boxes[0].start()  # "native [ ] fluent [x]"
    ends = [0, *(one.end() for one in boxes)]
    starts = [*(one.start() for one in boxes[1:]), len(text)]
    found: list[Cue] = []
    for box, end_before, next_start in zip(boxes, ends, starts, strict=False):
        span = (end_before, box.start()) if is_behind else (box.end(), next_start)
        if box["ticked"]:
            found += worded(text, *span, held=True)[:1]
    return min(found, key=lambda cue: cue.level.number, default=None)
