"""An ad gets other languages: translations that people read, beside the original that is read and ranked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.opportunities.actions.approvals import void_approvals
from brobygger.apps.opportunities.actions.opportunities import LONGEST_TITLE
from brobygger.apps.opportunities.enums import Translator
from brobygger.apps.opportunities.models import Opportunity, OpportunityTranslation
from brobygger.core.matching.words import words_in
from brobygger.core.reading.identify import identify

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

LONGEST_AD: Final = 100_000  # letters, as on the page where an ad is pasted
SURE: Final = (
    0.95  # confidence in a language other than the one that is said, from which on somebody is asked
)
ALSO: Final = {"nb": "nn"}  # read as the same language


class TranslationRefused(ValueError):
    """
    A translation cannot be saved like this.

    Args:
        field: what cannot be: language, title, text or translator. The message says what would be right.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class LooksLikeAnother(TranslationRefused):
    """The text is in another language than is said, as far as can be told. Whoever knows better confirms it."""


class TranslationSavedMeanwhile(Exception):
    """
    Somebody else saved or removed the translation while the form stood open.

    Args:
        there: the translation as it is now; None: it was removed.
    """

    def __init__(self, there: OpportunityTranslation | None) -> None:
        super().__init__(_("Somebody else saved this translation meanwhile."))
        self.there = there


@transaction.atomic
def save_translation(
    *,
    opportunity: Opportunity,
    language: str,
    title: str,
    text: str,
    translator: Translator | str,
    seen: str | None = None,
    is_confirmed: bool = False,
    by: User | None,
    at: dt.datetime,
) -> OpportunityTranslation:
    """
    Add a translation of an ad, or replace the one into the same language. Repeating it changes nothing.

    It counts as made from the ad as it stands now. New words have to be approved again, where a programme asks for it.

    Args:
        language: one of our four, and not the original's.
        seen: `digest` of the translation that whoever writes has seen, empty: none; None: not compared.
        is_confirmed: the text is in `language`, whatever it looks like.

    Raises:
        PermissionDenied: it is another organisation's ad.
        TranslationRefused, LooksLikeAnother, TranslationSavedMeanwhile: see there; nothing was changed.
    """
    check_may(by, "opportunities.change_opportunity", opportunity)
    locked = Opportunity.objects.select_for_update().get(pk=opportunity.pk)
    said = {
        "title": " ".join(title.replace("\x00", " ").split()),
        "text": text.replace("\x00", " ").replace("\r\n", "\n").strip(),
        "translator": str(translator),
    }
    _check(locked, language, said)
    known = _find(locked, language)
    columns = {**said, "original_digest": locked.original_digest}
    if known is not None and all(getattr(known, name) == value for name, value in columns.items()):
        return known
    _check_seen(known, seen)
    if not is_confirmed:
        _check_language(language, said)
    return _write(
        locked, known or OpportunityTranslation(opportunity=locked, language=language), columns, by, at
    )


@transaction.atomic
def remove_translation(
    *, opportunity: Opportunity, language: str, seen: str | None = None, by: User | None, at: dt.datetime
) -> None:
    """
    Remove the translation of an ad into a language. Repeating it changes nothing.

    Args:
        seen: as in `save_translation`.

    Raises:
        PermissionDenied: it is another organisation's ad.
        TranslationSavedMeanwhile: see there.
    """
    check_may(by, "opportunities.change_opportunity", opportunity)
    locked = Opportunity.objects.select_for_update().get(pk=opportunity.pk)
    known = _find(locked, language)
    if known is None:
        return
    _check_seen(known, seen)
    known.delete()
    _touch(locked, at)
    changes = {"language": language}
    record(action="opportunities.remove_translation", subject=locked, by=by, at=at, changes=changes)


def _write(
    opportunity: Opportunity,
    row: OpportunityTranslation,
    columns: Mapping[str, str],
    by: User | None,
    at: dt.datetime,
) -> OpportunityTranslation:
    changes: dict[str, Any] = {
        "language": row.language,
        "characters": [len(row.text), len(columns["text"])],
        "translator": [row.translator, columns["translator"]],
    }
    has_new_words = (row.title, row.text) != (columns["title"], columns["text"])
    for name, value in columns.items():
        setattr(row, name, value)
    row.saved_at, row.saved_by = at, by
    row.save()
    _touch(opportunity, at)
    if has_new_words and (voided := void_approvals(opportunity)):
        changes["approvals_voided"] = voided
    record(action="opportunities.save_translation", subject=opportunity, by=by, at=at, changes=changes)
    return row


def _find(opportunity: Opportunity, language: str) -> OpportunityTranslation | None:
    return OpportunityTranslation._base_manager.filter(opportunity=opportunity, language=language).first()


def _touch(opportunity: Opportunity, at: dt.datetime) -> None:
    """What is published of it has changed; what the matcher reads has not."""
    opportunity.translated_at = at
    opportunity.save(update_fields=["translated_at"])


def _check(opportunity: Opportunity, language: str, said: dict[str, str]) -> None:
    """
    Raises:
        TranslationRefused: see there.
    """
    names = dict(settings.LANGUAGES)
    if language not in names:
        known = ", ".join(_name(one) for one in names)
        raise TranslationRefused("language", _("Choose one of these: %(known)s.") % {"known": known})
    if language == opportunity.language:
        raise TranslationRefused(
            "language",
            _("The ad itself is in %(language)s: change its text instead.") % {"language": _name(language)},
        )
    for name, longest in (("title", LONGEST_TITLE), ("text", LONGEST_AD)):
        if not any(character.isalnum() for character in said[name]):
            raise TranslationRefused(name, _("Translate both the title and the text."))
        if len(said[name]) > longest:
            limits = {"longest": longest, "length": len(said[name])}
            raise TranslationRefused(name, _("At most %(longest)d letters; this has %(length)d.") % limits)
    if said["translator"] not in Translator.values:
        raise TranslationRefused("translator", _("Say whether a person or a machine has translated it."))


def _check_seen(known: OpportunityTranslation | None, seen: str | None) -> None:
    """
    Raises:
        TranslationSavedMeanwhile: see there.
    """
    if seen is not None and seen != (known.digest if known else ""):
        raise TranslationSavedMeanwhile(known)


def _check_language(language: str, said: dict[str, str]) -> None:
    """
    Raises:
        LooksLikeAnother: see there.
    """
    found = identify(f"{said['title']}\n{said['text']}")
    if found.confidence >= SURE and found.language not in (language, ALSO.get(language)):
        names = {"found": _name(found.language), "said": _name(language)}
        raise LooksLikeAnother("text", _("This looks like %(found)s, not %(said)s.") % names)


def _name(language: str) -> str:
    """A language as the reader calls it."""
    return words_in((get_language() or "en").split("-")[0]).language_name(language)
