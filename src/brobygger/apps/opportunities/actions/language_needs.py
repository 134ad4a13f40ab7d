"""A company says what it really needs a language for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.opportunities.actions.permission import check_may_change
from brobygger.apps.opportunities.adapters import joined
from brobygger.apps.opportunities.enums import LanguageModality, LanguageSetting
from brobygger.apps.opportunities.models import LanguageNeed, Opportunity
from brobygger.core.reading import Level

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@transaction.atomic
def set_language_need(
    *,
    opportunity: Opportunity,
    codes: Sequence[str],
    setting: LanguageSetting,
    modality: LanguageModality,
    level: Level | None,
    by: User | None,
    at: dt.datetime,
) -> LanguageNeed:
    """
    Say what a language is needed for, in place of what the ad says of the same languages. Repeating changes nothing.

    Args:
        codes: ISO 639-1; several are alternatives of each other.
        setting: in the work itself, or over coffee.
        modality: NOT_REQUIRED takes a need away; it has no level.
        level: lowest level that is enough.

    Raises:
        ValidationError: no language, or a need without a level.
        PermissionDenied: it is another organisation's ad.
    """
    check_may_change(opportunity=opportunity, by=by)
    Opportunity.objects.select_for_update().get(pk=opportunity.pk)
    need = _find(opportunity, codes, setting) or LanguageNeed(
        opportunity=opportunity, codes=joined(codes), setting=setting
    )
    before = [need.modality, need.level]
    stored = "" if level is None or modality == LanguageModality.NOT_REQUIRED else level.value
    if need.pk and before == [modality, stored]:
        return need
    need.modality, need.level, need.set_at, need.set_by = modality, stored, at, by
    need.full_clean()
    need.save()
    changes: dict[str, object] = {
        "codes": need.codes,
        "setting": setting,
        "need": [before, [modality, stored]],
    }
    _note("opportunities.set_language_need", opportunity, changes, by, at)
    return need


@transaction.atomic
def clear_language_need(
    *,
    opportunity: Opportunity,
    codes: Sequence[str],
    setting: LanguageSetting,
    by: User | None,
    at: dt.datetime,
) -> None:
    """
    Take back what the company said of a language: the ad counts again. Repeating it changes nothing.

    Raises:
        PermissionDenied: it is another organisation's ad.
    """
    check_may_change(opportunity=opportunity, by=by)
    need = _find(opportunity, codes, setting)
    if need is None:
        return
    changes: dict[str, object] = {
        "codes": need.codes,
        "setting": setting,
        "need": [[need.modality, need.level], None],
    }
    need.delete()
    _note("opportunities.clear_language_need", opportunity, changes, by, at)


def _find(opportunity: Opportunity, codes: Sequence[str], setting: LanguageSetting) -> LanguageNeed | None:
    return opportunity.language_needs.filter(codes=joined(codes), setting=setting).first()


def _note(
    action: str, opportunity: Opportunity, changes: dict[str, object], by: User | None, at: dt.datetime
) -> None:
    opportunity.changed_at = at
    opportunity.save(update_fields=["changed_at"])
    record(action=action, subject=opportunity, by=by, at=at, changes=changes)
