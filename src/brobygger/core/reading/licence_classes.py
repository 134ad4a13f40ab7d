"""
Classes in a row behind one word for a driving licence ("Kørekort kategori B og BE", "Førerkort: B, C1"), or in a row
that nothing else looks like ("B, BE, T").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import Signs

HEAD = folded(
    r"\b(?:førerkort|førarkort|kørekort|körkort|driving licen[cs]e|driver['’]?s licen[cs]e)s?\b"
    r"(?:\s*[:(–-]|\s+(?:og bevis|och bevis|kategori|category|categories|kat\.?|cat\.?|klasse|klass|class|kl\.?|behörighet|med|with|type|i))*\s*",
)
SIGNS = Signs.of(HEAD)
CLASS = re.compile(r"(?:A[12M]?|B(?:96|[+/]?E)?|C1?(?:[+/]?E)?|D1?(?:[+/]?E)?|TM?|S)(?![\w-])")
JOIN = re.compile(
    r"\s*(?:,|/|\+|&|\bog\b|\boch\b|\band\b|\bsamt\b|\beller\b|\bor\b)\s*"
    r"(?:gerne |gjerne |gärna |helst |preferably |ideally )?(?:klasse |kategori |klass )?",
    re.IGNORECASE,
)
BARE = re.compile(
    r"(?:^[\s•·*–-]*|\()(?=(?:A[12M]?, )?B(?:, | ?\+ ?| og | och | and |/)(?:\w{1,3}, )*(?:B[+/]?E|C1|C1?[+/]?E|T)\b)"
)


def licence_classes(text: str) -> Iterator[tuple[str, int, int]]:
    """(class, start, end) of each class, the first with the word before it."""
    lower = fold(text)
    heads = [(head.start(), head.end()) for head in HEAD.finditer(lower)] if SIGNS.stand_in(lower) else []
    for start, place in heads or [(bare.end(), bare.end()) for bare in BARE.finditer(text)]:
        while match := CLASS.match(text, place):
            yield match[0], start, match.end()
            join = JOIN.match(text, match.end())
            if join is None:
                break
            start = place = join.end()
