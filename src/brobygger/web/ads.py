"""An ad as its reader gets it: in the reader's language where there is a version in it, with what it is and the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from brobygger.apps.opportunities import queries
from brobygger.web import wording


@dataclass(frozen=True, slots=True)
class ShownAd:
    """
    One version of an ad, as a page shows it.

    Args:
        version: its title, text and language.
        origin: whether it is the original, or who translated it.
        others: (name, language, address) of each other version.
        outdated: languages, by name, of the translations that were made from an earlier original.
        fetched: where the ad was fetched; None: it was written here.
    """

    version: Any
    origin: str
    others: tuple[tuple[str, str, str], ...]
    outdated: tuple[str, ...]
    fetched: Any = None


def shown_ad(request: HttpRequest, opportunity: Any, address: str, *, as_written: bool = False) -> ShownAd:
    """
    The version that was asked for (`?text=da`), else the one in the reader's language, else the original. One query, and
    one more where `opportunity` was read without where it was fetched.

    Args:
        address: of the page, to which the links to the other versions lead.
        as_written: the original, where none is asked for.
    """
    reader = wording.reader_language()
    versions = queries.versions_of(opportunity)
    wanted = opportunity.language if as_written else reader
    shown = queries.chosen_version(versions, request.GET.get("text", ""), wanted)
    others = (
        (_named(one), one.language, f"{address}?text={one.language}#ad-heading")
        for one in versions
        if one != shown
    )
    outdated = (wording.words().language_name(one.language) for one in versions if one.is_outdated)
    fetched = queries.fetched_ad_of(opportunity)
    return ShownAd(shown, queries.origin_of(shown, reader), tuple(others), tuple(outdated), fetched)


def titles_of(opportunities: Iterable[Any]) -> Mapping[int, Any]:
    """
    The titles of opportunities for the reader, each with its language, by number of the opportunity. One query.

    For templates that have the opportunities inside of something else: `{{ titles|title_of:opportunity }}`.
    """
    return queries.titles_in(opportunities, wording.reader_language())


def with_titles(opportunities: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Each opportunity of a list with its title for the reader, and the language of that. One query."""
    rows = list(opportunities)
    titles = titles_of(rows)
    return [(one, titles[one.pk]) for one in rows]


def title_of(opportunity: Any) -> str:
    """The title of one opportunity for the reader, inside of a sentence. One query."""
    return str(titles_of([opportunity])[opportunity.pk].title)


def _named(version: Any) -> str:
    name = wording.words().language_name(version.language)
    return _("%(language)s (the original)") % {"language": name} if version.is_original else name
