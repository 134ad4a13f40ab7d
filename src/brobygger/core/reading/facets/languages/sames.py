"""Levels said by likeness: the same as of the language before, or as good as those who were born to it."""

from __future__ import annotations

import re

from brobygger.core.reading.data import Level
from brobygger.core.reading.facets.languages.levels import UNHEARD, Cue, stated, worded
from brobygger.core.reading.facets.languages.modality import COMPARED
from brobygger.core.reading.facets.languages.scopes import Group
from brobygger.core.reading.folding import fold

SAME_GOES_FOR = re.compile(  # "Danish fluently, and the same goes for English"
    r"(?:det samme|det samma|samma sak|the same)\s+(?:gælder|gjelder|gäller|goes|holds|is true|applies)\s+(?:også |också |också för |for |of |til |to |för )*(?:min |mit |mitt |my )?$",
    re.IGNORECASE,
)
SAME = re.compile(  # "and German at the same level"
    r"[\s,:(–—-]*(?:likaså|likeså|ligeså|likeledes|ligeledes|likewise|dito|ditto|same here|samme(?=\s*[),;.])|samma(?=\s*[),;.])|same(?=\s*[),;.])|same thing|samma sak|det samme|det samma|idem)(?!\w)(?!\s*\()"
    r"|[\s,(:–—-]*(?:(?:er|är|is|kan|snakker|taler|talar|pratar) )?(?:(?:jeg|jag) )?(?:nå |nu )?(?:lige (?:så )?|ligeså |like |lika |just as |equally )(?:god[te]?|goda|bra|gott|well|good)(?=\s*(?:$|[,;.)]| og | och | and ))"
    r"|[\s,(–—-]*(?:er |är |is )?(?:(?:på|at|to|of|with|med)\s+)?(?:(?:det|den|the|a|omtrent|næsten|nesten|nästan|almost|nearly)\s+){0,2}(?:samme|samma|same|similar|tilsvarende|motsvarande)\s+(?:niv\w+|level|grad)",
    re.IGNORECASE,
)
NEARLY = re.compile(r"næsten|nesten|nästan|almost|nearly|omtrent", re.IGNORECASE)
AS_WELL = re.compile(
    r"\b(?:lige|ligeså|like|lika|just as|equally) (?:så )?(?:god|bra|gott|well|good)", re.IGNORECASE
)

EQUAL = re.compile(  # "negotiates as surely in German as in Danish"
    r"\b(?:lige så|ligeså|like|lika|just as|equally|as) \w+ (?:på|i|in) $", re.IGNORECASE
)
EQUAL_BEHIND = re.compile(r"\s+(?:som|as)\s+(?:på|i|in)\b", re.IGNORECASE)


def same_level(text: str, group: Group, *, held: bool) -> Cue | None:
    """The level said before that a language is to be at, too: "French at C1 and German at the same level"."""
    match = SAME.match(text, group.end, group.after) or SAME_GOES_FOR.search(text, 0, group.start)
    if match is None:
        return None
    code = stated(text, 0, group.before)
    words = worded(text, 0, group.start, held=held)
    level = code.level if code else words[-1].level if words else None
    if level is Level.C2 and (NEARLY.search(match[0]) or AS_WELL.search(match[0])):
        level = Level.C1
    return Cue(level, *match.span()) if level else None


def as_well_as_natives(text: str, group: Group) -> Cue | None:
    """What puts a speaker beside the natives: "nobody hears my accent", "Norwegian as well as Danish"."""
    match = UNHEARD.search(fold(text), group.end, group.next_start) or COMPARED.search(
        text, group.end, group.next_start
    )
    equal = EQUAL.search(text, 0, group.start)
    match = match or (equal if equal and EQUAL_BEHIND.match(text, group.end) else None)
    return Cue(Level.C1, *match.span()) if match else None
