"""What one JSON object can be: one module per shape, one line each in the registry below."""

from __future__ import annotations

import json
from collections.abc import Mapping

from brobygger.data.documents.problem import UnreadableError
from brobygger.data.documents.records import (
    ad_lines,
    entry,
    jobposting,
    jobtech,
    json_resume,
    nav,
    skills_passport,
)
from brobygger.data.documents.source import Items, Options, RecordShape, Source

# In the order in which they are asked; the last takes any object
SHAPES: tuple[RecordShape, ...] = (
    jobposting.SHAPE,
    skills_passport.SHAPE,
    ad_lines.SHAPE,
    jobtech.SHAPE,
    nav.SHAPE,
    json_resume.SHAPE,
    entry.SHAPE,
)


def read_record(record: object, source: Source, options: Options) -> Items:
    """
    The document of one JSON value, or the problem with it.

    Never raises for what the value holds; a problem names the source's entry.
    """
    if not isinstance(record, Mapping):
        yield source.problem("not_an_object", found=json.dumps(record)[:30])
        return
    shape = next(shape for shape in SHAPES if shape.accepts(record))
    try:
        yield from shape.read(record, source, options)
    except UnreadableError as error:
        yield source.problem(error.message_key, **error.parameters)


__all__ = ["SHAPES", "read_record"]
