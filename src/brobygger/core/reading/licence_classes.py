"""
Classes in a row behind one word for a driving licence ("Kørekort kategori B og BE", "Førerkort: B, C1") or before it
("B- og C-kørekort", "C + E körkort"), or in a row that nothing else looks like ("B, BE, T").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import Signs

_WORD = r"(?:førerkort|førarkort|kørekort|körkort|driving licen[cs]e|driver['’]?s licen[cs]e)s?\b"
HEAD = folded(
    rf"\b{_WORD}"
    r"(?:\s*[:(–-]|\s+(?:og bevis|och bevis|kategori|category|categories|kat\.?|cat\.?|klasse|klass|class|kl\.?|behörighet|med|with|type|i))*\s*",
)
SIGNS = Signs.of(HEAD)
_CLASS = r"(?:A[12M]?|B96|(?:B|[CD]1?)(?:(?:[+/]| \+ )?E)?|TM?|S)(?!\w)"
CLASS = re.compile(rf"{_CLASS}(?!-)")
_JOIN = (
    r"(?i:\s*(?:,|/|\+|&|\bog\b|\boch\b|\band\b|\bsamt\b|\beller\b|\bor\b)\s*"
    r"(?:gerne |gjerne |gärna |helst |preferably |ideally )?(?:klasse |kategori |klass )?)"
)
JOIN = re.compile(_JOIN)
# in a row, since one alone before the word is a name of its own: "B-kørekort"
BEFORE = re.compile(
    rf"(?<![\w-])(?:(?:{_CLASS}-?{_JOIN})+{_CLASS}|(?:B|[CD]1?) \+ E)(?P<word>[ -](?i:{_WORD}))"
)
EACH = re.compile(_CLASS)
BARE = re.compile(
    r"(?:^[\s•·*–-]*|\()(?=(?:A[12M]?, )?B(?:, | ?\+ ?| og | och | and |/)(?:\w{1,3}, )*(?:B[+/]?E|C1|C1?[+/]?E|T)\b)"
)


def licence_classes(text: str) -> Iterator[tuple[str, int, int]]:
    """(class, start, end) of each class, that beside the word with it."""
    lower = fold(text)
    if SIGNS.stand_in(lower):
        for row in BEFORE.finditer(text):
            for one in EACH.finditer(text, row.start(), row.start("word")):
                yield one[0], one.start(), row.end() if one.end() == row.start("word") else one.end()
    heads = [(head.start(), head.end()) for head in HEAD.finditer(lower)] if SIGNS.stand_in(lower) else []
    for start, place in heads or [(bare.end(), bare.end()) for bare in BARE.finditer(text)]:
        while match := CLASS.match(text, place):
            yield match[0], start, match.end()
            join = JOIN.match(text, match.end())
            if join is None:
                break
            start = place = join.end()
