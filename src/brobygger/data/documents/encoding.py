"""Bytes to text: UTF-8 and UTF-16 as they say, Windows-1252 as a guess that is reported."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field

from brobygger.data.documents.problem import UnreadableError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
SAMPLE = 4_096  # bytes
STRAY = 8  # control characters in a short text


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and the warning that goes with it: a key of `words.MESSAGES` or None."""

    text: str
    warning: str | None = None
    parameters: Mapping[str, str | int] = field(default_factory=dict)


def decode(data: bytes) -> Decoded:
    """
    Text of `data`. A byte order mark decides; else UTF-8 if it is valid; else UTF-8 with damaged
    characters if most of its multi-byte characters are whole; else Windows-1252.

    Raises:
        UnreadableError: the bytes are no text.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _damaged(data[len(mark) :].decode(encoding, "replace"))
    wide = unmarked_utf16(data)
    if wide:
        return _damaged(data.decode(wide, "replace"))
    if not is_text(data):
        raise UnreadableError("not_text")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _without_utf8(data)


def is_text(data: bytes) -> bool:
    """
    Whether the bytes are text of some encoding: few control characters that no text file has.

    A stray NUL byte is no proof against it: it is cleaned away.
    """
    if data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)) or unmarked_utf16(data):
        return True
    sample = data[:SAMPLE]
    control = sum(sample.count(byte) for byte in range(32) if byte not in b"\t\n\r\f\x1b")
    return control <= max(STRAY, len(sample) // 20)


def unmarked_utf16(data: bytes) -> str | None:
    sample = data[:SAMPLE]
    if len(sample) < 4:
        return None
    even, odd = sample[::2], sample[1::2]
    if odd.count(0) > 0.6 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.6 * len(even) and odd.count(0) < 0.1 * len(odd):
        return "utf-16-be"
    return None


def _damaged(text: str) -> Decoded:
    bad = text.count(REPLACEMENT)
    return Decoded(text, "encoding_damaged", {"count": bad}) if bad else Decoded(text)


def _without_utf8(data: bytes) -> Decoded:
    lenient = data.decode("utf-8", "replace")
    bad = lenient.count(REPLACEMENT)
    whole = sum(1 for letter in lenient if letter > "\x7f") - bad
    if whole > 4 * bad:
        return Decoded(lenient, "encoding_damaged", {"count": bad})
    try:
        return Decoded(data.decode("cp1252"), "encoding_guessed", {"encoding": "Windows-1252"})
    except UnicodeDecodeError:  # five bytes mean nothing in Windows-1252
        return Decoded(data.decode("latin-1"), "encoding_guessed", {"encoding": "ISO 8859-1"})
