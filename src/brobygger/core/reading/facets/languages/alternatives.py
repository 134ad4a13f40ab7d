"""
Find languages that will do instead of one named before.

The two may stand in one sentence or in two that follow each other ("Fluent Norwegian. Swedish will do as well."); both
sides find the same number, the place of the language that is to be replaced.
"""

from __future__ import annotations

from collections.abc import Sequence

from brobygger.core.reading.data import Document, Passage
from brobygger.core.reading.facets.languages.modality import ACCEPTED, behind
from brobygger.core.reading.facets.languages.names import Mention, find_mentions
from brobygger.core.reading.facets.languages.scopes import SCANDINAVIAN, Group, find_groups

BACK = 200  # characters before a passage in which the language stands that may be replaced
AHEAD = 120  # characters behind a passage in which its replacement stands


def alternatives(
    text: str, groups: Sequence[Group], passage: Passage, document: Document
) -> dict[Mention, int]:
    """Numbers of the languages that replace another, and of those that can be replaced."""
    found: dict[Mention, int] = {}
    for number, group in enumerate(groups):
        if not ACCEPTED.search(behind(text, group)):
            continue
        if number:
            part = _replaced(groups[number - 1], group)
            place = passage.span.start + part[0].start if part else None
            found.update((one, place) for one in part if place is not None)
        else:
            place = _place_before(group, passage, document)
        if place is not None:
            found.update((one, place) for one in group.mentions)
    if groups and groups[-1].mentions[0] not in found:
        following = _group_behind(passage, document)
        if following:
            part = _replaced(groups[-1], following)
            found.update((one, passage.span.start + part[0].start) for one in part)
    return found


def _replaced(group: Group, other: Group) -> tuple[Mention, ...]:
    """The languages of a group that another replaces: a Scandinavian language only another one, else the last; or none."""
    if other.mentions[0].code in SCANDINAVIAN:
        for part in group.parts:
            if part[0].code in SCANDINAVIAN:
                return part
        return ()
    return group.parts[-1]


def _place_before(group: Group, passage: Passage, document: Document) -> int | None:
    begin = max(0, passage.span.start - BACK)
    text = document.text[begin : passage.span.start]
    mentions = list(find_mentions(text))
    groups = list(find_groups(text, mentions, is_list=False)) if mentions else []
    part = _replaced(groups[-1], group) if groups else ()
    return begin + part[0].start if part else None


def _group_behind(passage: Passage, document: Document) -> Group | None:
    text = document.text[passage.span.end : passage.span.end + AHEAD]
    if not ACCEPTED.search(text):
        return None
    mentions = list(find_mentions(text))
    group = next(iter(find_groups(text, mentions, is_list=False)), None) if mentions else None
    return group if group and ACCEPTED.search(behind(text, group)) else None
