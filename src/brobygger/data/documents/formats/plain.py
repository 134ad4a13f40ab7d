"""Plain text: UTF-8, UTF-16 or, as a reported guess, Windows-1252."""

from __future__ import annotations

from brobygger.data.documents.drafting import Draft
from brobygger.data.documents.encoding import decode
from brobygger.data.documents.source import Format, Items, Options, Source


def read(source: Source, options: Options) -> Items:
    decoded = decode(source.data)
    draft = Draft(source, options)
    if decoded.warning:
        draft.warn(decoded.warning, **decoded.parameters)
    draft.add_body(decoded.text, after_gap=False)
    yield from draft.finish(kind=None)


FORMAT = Format("plain text", (".txt", ".text", ".md", ".markdown", ""), None, read)
