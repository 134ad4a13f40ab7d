"""JSON objects out of a file that is too large to be held: a list, or one object a line."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import IO, Any, Final

from brobygger.data.fetching.problem import FetchError

CHUNK: Final = 1 << 18  # bytes
LARGEST: Final = 5_000_000  # letters of one object
BETWEEN: Final = " \t\r\n,\ufeff"


def objects_in(file: IO[bytes], host: str) -> Iterator[dict[str, Any]]:
    """
    The objects of a list, or of lines, one after the other.

    Raises:
        FetchError: it is no such JSON, or ends in the middle: what was read before has been told.
    """
    decode = codecs.getincrementaldecoder("utf-8")("replace").decode
    scan = json.JSONDecoder().raw_decode
    file.seek(0)
    buffer, is_list, is_first, is_end = "", False, True, False
    while True:
        buffer = buffer.lstrip(BETWEEN)
        if is_first and buffer:
            is_first, is_list = False, buffer.startswith("[")
            buffer = buffer.removeprefix("[").lstrip(BETWEEN)
        if is_list and buffer.startswith("]"):
            return
        try:
            found, length = scan(buffer) if buffer else (None, 0)
        except RecursionError as error:
            raise FetchError("broken_json", host=host) from error
        except ValueError:
            length = 0
        if length and (length < len(buffer) or is_end):
            if not isinstance(found, dict):
                raise FetchError("broken_json", host=host)
            yield found
            buffer = buffer[length:]
            continue
        if is_end:
            if buffer or is_list:
                raise FetchError("broken_json", host=host)
            return
        if len(buffer) > LARGEST:
            raise FetchError("broken_json", host=host)
        piece = file.read(CHUNK)
        is_end = not piece
        buffer += decode(piece, final=is_end)
