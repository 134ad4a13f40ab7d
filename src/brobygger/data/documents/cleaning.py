"""Clean text: no control characters, composed letters, single line breaks; so that offsets can be trusted."""

from __future__ import annotations

import re
import unicodedata
import zlib
from typing import TypeAlias

Table: TypeAlias = dict[int, str | None]

# Word writes the bullets of its Symbol and Wingdings fonts as private-use characters
SYMBOL_BULLETS: Table = dict.fromkeys(
    (0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF0FC, 0xF02D, 0xF0A8, 0x25CF, 0x25AA, 0x2023), "•"
)
LIGATURES: Table = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
SPACES: Table = dict.fromkeys((0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
BREAKS: Table = dict.fromkeys((0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029), "\n")
INVISIBLE: Table = dict.fromkeys(
    (
        *(code for code in range(0x20) if code not in (0x09, 0x0A)),
        *range(0x7F, 0xA0),
        0x00AD,  # soft hyphen
        0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF,  # zero width, direction
        *range(0xFFF9, 0xFFFC), 0xFFFE, 0xFFFF,
        *range(0xE0000, 0xE0080),  # tags: letters that nobody sees
    )
)  # fmt: skip
MANY_SPACES = re.compile(" {2,}")
LONE_SURROGATES = re.compile("[\ud800-\udfff]")
TABLE: Table = INVISIBLE | SPACES | BREAKS | SYMBOL_BULLETS | LIGATURES

REPETITION_FROM = 5_000  # characters; shorter texts are never called repetitive
REPETITION_RATIO = (
    20  # prose shrinks to a half or a third under deflate, one repeated word to less than a hundredth
)
REPETITION_KEPT = 1_000  # characters


def clean(text: str) -> str:
    """Text of several lines: trailing space is gone, at most one empty line in a row, none at the ends."""
    kept: list[str] = []
    for line in _plain(text).split("\n"):
        bare = MANY_SPACES.sub(" ", line).strip()
        if bare or (kept and kept[-1]):
            kept.append(bare)
    return "\n".join(kept).strip()


def clean_line(text: str) -> str:
    """Text of one line: every run of white space is one space."""
    return " ".join(_plain(text).split())


def is_repetitive(text: str) -> bool:
    """Whether a text is mostly one thing over and over, as stuffed and broken texts are."""
    if len(text) < REPETITION_FROM:
        return False
    data = text.encode()
    return len(data) > REPETITION_RATIO * len(zlib.compress(data, 1))


def _plain(text: str) -> str:
    text = text.replace("\r\n", "\n").translate(TABLE)
    return unicodedata.normalize("NFC", LONE_SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text))
