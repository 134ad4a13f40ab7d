"""Corrected documents as an evaluation reads them: slices of the text, offsets, right facts."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from brobygger.apps.classifications.enums import DocumentSort
from brobygger.apps.classifications.models import Correction, ReadText
from brobygger.core.reading import DocumentKind, Passage


@dataclass(frozen=True, slots=True)
class CorrectedDocument:
    """
    One document of which somebody corrected what was read.

    Args:
        id: "ad-12" or "cv-7".
        sort: an ad or a CV.
        language: of most of the text.
        digest: of the text that the offsets count in.
        published: the day that relative dates count from.
        employer: masked while reading; empty if there is none.
        slices: (start, words) of the corrected sentences and of the headings they stand under; names, numbers and
            addresses of people are blanks.
        corrections: those whose offsets count in this text, first ones first.
        outdated: the number of those of an earlier text, which are left out.
    """

    id: str
    sort: DocumentSort
    language: str
    digest: str
    published: dt.date
    employer: str
    slices: tuple[tuple[int, str], ...]
    corrections: tuple[Correction, ...]
    outdated: int

    def words_at(self, start: int | None, end: int | None) -> str:
        """The words of a place that lies in one of the slices."""
        if start is None or end is None:
            return ""
        return next(
            (words[start - at : end - at] for at, words in self.slices if at <= start < at + len(words)), ""
        )

    def to_json(self) -> dict[str, Any]:
        """One line of the file: `facts` are the right ones, in columns like those of the golden documents."""
        return {
            "id": self.id,
            "kind": self.sort.value,
            "language": self.language,
            "digest": self.digest,
            "published": self.published.isoformat(),
            "employer": self.employer,
            "slices": [{"start": start, "text": words} for start, words in self.slices],
            "facts": [
                {"kind": one.kind, "value": one.right, "start": one.span_start, "end": one.span_end}
                for one in self.corrections
                if one.right is not None
            ],
            "corrections": [
                {
                    "said": one.said,
                    "kind": one.kind,
                    "start": one.span_start,
                    "end": one.span_end,
                    "text": self.words_at(one.span_start, one.span_end),
                    "read": one.read,
                    "right": one.right,
                    "language": one.language,
                    "role": one.role,
                    "confidence": one.confidence,
                    "method": one.method,
                    "at": one.at.isoformat(),
                }
                for one in self.corrections
            ],
        }


def digest_of(text: str) -> str:
    """The first 16 hexadecimal digits of a text's SHA-256, as the golden documents name their texts."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def corrected_document(
    *,
    name: str,
    sort: DocumentSort,
    text: ReadText,
    passages: Sequence[Passage],
    published: dt.date,
    employer: str,
    private: Iterable[tuple[int, int]],
    corrections: Iterable[Correction],
) -> CorrectedDocument:
    """
    A document with its corrections; of each fact the last one counts.

    Args:
        private: half-open ranges of characters that are left blank.
    """
    digest = digest_of(text.text)
    last = {one.fact_id: one for one in corrections if one.kind != "contact" and one.span_start is not None}
    kept = tuple(one for one in last.values() if one.text_digest == digest)
    places = {one.span_start for one in kept if one.span_start is not None}
    shown = _sentences(text.text, passages, places, DocumentKind(sort.value))
    blanked = list(text.text)
    for start, end in private:
        for offset in range(start, min(end, len(blanked))):
            blanked[offset] = blanked[offset] if blanked[offset].isspace() else " "
    words = "".join(blanked)
    return CorrectedDocument(
        id=name,
        sort=sort,
        language=text.language,
        digest=digest,
        published=published,
        employer=employer,
        slices=tuple((start, words[start:end]) for start, end in shown),
        corrections=kept,
        outdated=len(last) - len(kept),
    )


def _sentences(
    text: str, passages: Sequence[Passage], places: set[int], kind: DocumentKind
) -> list[tuple[int, int]]:
    """The passages at some places, the headings above them, and the title of an ad: what their role follows from."""
    from brobygger.core.reading.roles import heading_role  # late, as the reader: see `OpenVocabulary.reader`

    found: set[tuple[int, int]] = set()
    heading: tuple[int, int] | None = None
    for number, passage in enumerate(passages):
        here = passage.span.start, passage.span.end
        is_title = kind is DocumentKind.AD and number == 0
        if not is_title and heading_role(text[slice(*here)], kind):
            heading = here
        if any(here[0] <= place < here[1] for place in places):
            found |= {here} | ({heading} if heading else set())
            if kind is DocumentKind.AD:
                found.add((passages[0].span.start, passages[0].span.end))
    return sorted(found)
