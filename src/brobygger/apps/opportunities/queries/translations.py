"""Reads of an ad in several languages: the original, and what it was translated into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.utils import translation
from django.utils.translation import gettext as _

from brobygger.apps.opportunities.enums import Translator
from brobygger.apps.opportunities.models import AdVersion, Opportunity, OpportunityTranslation
from brobygger.core.matching.words import words_in

if TYPE_CHECKING:
    from django.db.models import QuerySet


class ShownTitle(NamedTuple):
    """The title of an opportunity, and the language that it is in."""

    title: str
    language: str


def translations_of(opportunity: Opportunity) -> QuerySet[OpportunityTranslation]:
    """All translations of an ad, by language. Whoever has the opportunity may read them."""
    return OpportunityTranslation._base_manager.filter(opportunity=opportunity).order_by("language")


def versions_of(opportunity: Opportunity) -> tuple[AdVersion, ...]:
    """
    The original, and after it what readers get in other languages. One query.

    An ad that was written anew, in a language that it had been translated into, is read as it is written now.
    """
    original = AdVersion(opportunity.language, opportunity.title, opportunity.text, opportunity.language)
    found = [
        AdVersion(
            one.language,
            one.title,
            one.text,
            opportunity.language,
            Translator(one.translator),
            is_outdated=one.original_digest != opportunity.original_digest,
        )
        for one in translations_of(opportunity)
    ]
    return (original, *(one for one in found if one.language != opportunity.language))


def chosen_version(versions: Sequence[AdVersion], *languages: str) -> AdVersion:
    """The version in the first of these languages that there is one in, else the original."""
    by_language = {one.language: one for one in versions}
    return next((by_language[one] for one in languages if one in by_language), versions[0])


def version_in(opportunity: Opportunity, language: str) -> AdVersion:
    """What somebody reads who reads in a language. One query."""
    return chosen_version(versions_of(opportunity), language)


def titles_in(opportunities: Iterable[Opportunity], language: str) -> dict[int, ShownTitle]:
    """The titles of a list for somebody who reads in a language, by opportunity. One query, whatever the size."""
    rows = {one.pk: one for one in opportunities}
    found = OpportunityTranslation._base_manager.filter(opportunity__in=rows, language=language).order_by()
    translated = dict(found.values_list("opportunity", "title")) if rows else {}
    return {
        pk: ShownTitle(translated[pk], language)
        if pk in translated and row.language != language
        else ShownTitle(row.title, row.language)
        for pk, row in rows.items()
    }


def origin_of(version: AdVersion, language: str) -> str:
    """Whether a version is the original or who translated it, said in `language`."""
    name = words_in(language).language_name(version.original_language)
    is_clear = version.original_language != "und"
    with translation.override(language):
        if version.translator is None:
            return _("Original in %(language)s.") % {"language": name} if is_clear else _("The original.")
        if version.translator == Translator.PERSON:
            said = (
                _("Translated from %(language)s by a person.") if is_clear else _("Translated by a person.")
            )
        else:
            said = (
                _("Translated from %(language)s by a machine.") if is_clear else _("Translated by a machine.")
            )
        changed = _("The original has changed since.")
        said %= {"language": name}
        return f"{said} {changed}" if version.is_outdated else said
