"""A document in the making: clean lines, and facts that point at the words they were written with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from brobygger.core.reading.data import Document, DocumentKind, Fact, FactValue, Role, Span
from brobygger.data.documents.cleaning import REPETITION_KEPT, clean, clean_line, is_repetitive
from brobygger.data.documents.kinds import judge_kind
from brobygger.data.documents.labels import label
from brobygger.data.documents.problem import UnreadableError
from brobygger.data.documents.source import Items, Options, Source
from brobygger.data.documents.unseen import Unseen

# The source itself says so; not 1, because the fields of forms are filled in wrongly too
DECLARED_CONFIDENCE = 0.98


class Draft:
    """
    Gathers the text of one document.

    Args:
        source: where it comes from.
        options: limits and wanted kind.
        language: language of the labels (da, nb, sv, en), and of the facts declared under them.
    """

    def __init__(self, source: Source, options: Options, language: str = "en") -> None:
        self.source = source
        self.options = options
        self.language = language
        self.title = ""
        self._parts: list[str] = []
        self._length = 0
        self._facts: list[Fact] = []
        self._warnings: list[tuple[str, Mapping[str, str | int]]] = []

    def add_title(self, title: str) -> None:
        """The title, as the first line of the text."""
        self.title = clean_line(title)
        if self.title:
            self._append(self.title)

    def add_line(self, text: str, prefix: str = "") -> Span | None:
        """One line; the span is that of `text` without the prefix. None if there is nothing in it."""
        words = clean_line(text)
        if not words:
            return None
        start = self._append(prefix + words) + len(prefix)
        return Span(start, start + len(words))

    def add_body(self, text: str, *, after_gap: bool = True) -> None:
        """Text of several lines, set off by an empty line."""
        body = clean(text[: 2 * self.options.limits.text_characters])
        if is_repetitive(body):
            body = clean(body[:REPETITION_KEPT])
            self.warn("repetition", kept=REPETITION_KEPT)
        elif len(text) > 2 * self.options.limits.text_characters:
            self.warn("text_cut", length=len(text), limit=self.options.limits.text_characters)
        if body:
            if after_gap:
                self.add_gap()
            self._append(body)

    def add_gap(self) -> None:
        """An empty line, unless the text begins here or has one already."""
        if self._parts and self._parts[-1] != "":
            self._append("")

    def add_section(self, key: str) -> None:
        """A heading of a CV, named as in `labels.LABELS`."""
        self.add_gap()
        self._append(label(key, self.language))

    def add_field(
        self, key: str, words: str, value: FactValue | None = None, role: Role = Role.OTHER
    ) -> None:
        """A line "Label: words"; `value` is declared as a fact at the words."""
        self.declare(self.add_line(words, f"{label(key, self.language)}: "), value, role)

    def declare(self, span: Span | None, value: FactValue | None, role: Role) -> None:
        """Declare that the words at `span` mean `value`; nothing happens if either is missing."""
        if span and value is not None:
            self._facts.append(Fact(value, span, self.language, role, DECLARED_CONFIDENCE, "structured"))

    def warn(self, message_key: str, **parameters: str | int) -> None:
        self._warnings.append((message_key, parameters))

    def warn_unseen(self, unseen: Unseen) -> None:
        """Say which words were left out because nobody sees them."""
        self._warnings += unseen.warnings()

    def finish(
        self,
        *,
        kind: DocumentKind | None,
        document_id: str = "",
        employer: str = "",
        published: dt.date | None = None,
        format_name: str = "",
    ) -> Items:
        """
        The document, after the warnings about it.

        Args:
            kind: what the format says it is; None: what the caller says, else what its words say.

        Raises:
            UnreadableError: there is no text, or it is of the other kind than the caller wants.
        """
        wanted = self.options.kind
        if kind and wanted and kind is not wanted:
            raise UnreadableError("ad_not_cv" if kind is DocumentKind.AD else "cv_not_ad", format=format_name)
        text = "\n".join(self._parts).rstrip()
        limit = self.options.limits.text_characters
        if len(text) > limit:
            if not any(key == "text_cut" for key, _ in self._warnings):
                self.warn("text_cut", length=len(text), limit=limit)
            text = text[:limit].rstrip()
        if not any(letter.isalnum() for letter in text):
            raise UnreadableError("empty_text")
        for key, parameters in self._warnings:
            yield self.source.problem(key, **parameters)
        yield Document(
            id=clean_line(document_id) or self.source.id,
            text=text,
            kind=kind or wanted or judge_kind(text),
            title=self.title or None,
            employer=clean_line(employer) or None,
            published=published,
            declared=tuple(fact for fact in self._facts if fact.span.end <= len(text)),
            source=self.source.name,
        )

    def _append(self, line: str) -> int:
        start = self._length
        self._parts.append(line)
        self._length += len(line) + 1  # the line break that will join it to the next
        return start
