"""A company says what it really needs a language for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.opportunities.adapters import STRENGTH, joined
from brobygger.apps.opportunities.enums import LanguageModality, LanguageSetting, LanguageTask
from brobygger.apps.opportunities.models import LanguageNeed, Opportunity
from brobygger.core.reading import Level

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@dataclass(frozen=True, slots=True)
class TaskNeed:
    """
    What one task needs of a language.

    Args:
        codes: ISO 639-1; several are alternatives of each other.
        modality: None takes back what was said of the task.
        level: lowest level that is enough; None with NOT_REQUIRED, or where nothing is said.
    """

    codes: tuple[str, ...]
    task: LanguageTask
    modality: LanguageModality | None
    level: Level | None = None


@transaction.atomic
def set_language_need(
    *,
    opportunity: Opportunity,
    codes: Sequence[str],
    setting: LanguageSetting,
    modality: LanguageModality,
    level: Level | None,
    task: LanguageTask | None = None,
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
        task: what it is used for; None: the work as a whole, or the coffee table.

    Raises:
        ValidationError: no language, or a need without a level.
        PermissionDenied: it is another organisation's ad.
    """
    check_may(by, "opportunities.change_opportunity", opportunity)
    Opportunity.objects.select_for_update().get(pk=opportunity.pk)
    task = task or _usual(setting)
    need = _find(opportunity, codes, task) or LanguageNeed(
        opportunity=opportunity, codes=joined(codes), task=task, setting=task.setting
    )
    before = [need.modality, need.level]
    stored = "" if level is None or modality == LanguageModality.NOT_REQUIRED else level.value
    if need.pk and before == [modality, stored]:
        return need
    need.modality, need.level, need.set_at, need.set_by = modality, stored, at, by
    if not need.pk:
        need.stated_modality, need.stated_level = _stated(opportunity, need)
    need.full_clean()
    need.save()
    changes: dict[str, object] = {
        "codes": need.codes,
        "setting": need.setting,
        "task": task,
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
    task: LanguageTask | None = None,
    by: User | None,
    at: dt.datetime,
) -> None:
    """
    Take back what the company said of a language: the ad counts again. Repeating it changes nothing.

    Raises:
        PermissionDenied: it is another organisation's ad.
    """
    check_may(by, "opportunities.change_opportunity", opportunity)
    need = _find(opportunity, codes, task or _usual(setting))
    if need is None:
        return
    changes: dict[str, object] = {
        "codes": need.codes,
        "setting": need.setting,
        "task": need.task,
        "need": [[need.modality, need.level], None],
    }
    need.delete()
    _note("opportunities.clear_language_need", opportunity, changes, by, at)


@transaction.atomic
def set_language_tasks(
    *, opportunity: Opportunity, needs: Sequence[TaskNeed], by: User | None, at: dt.datetime
) -> int:
    """
    Say task by task what a language is needed for. Repeating it changes nothing; what is not named stays.

    Returns:
        How many tasks were said anew.

    Raises:
        ValidationError, PermissionDenied: as in `set_language_need`.
    """
    check_may(by, "opportunities.change_opportunity", opportunity)
    there = {(one.codes, one.task): (one.modality, one.level) for one in opportunity.language_needs.all()}
    changed = 0
    for need in needs:
        key = joined(need.codes), need.task.value
        modality = None if need.modality is None else need.modality.value
        level = need.level.value if need.level and modality != LanguageModality.NOT_REQUIRED else ""
        if there.get(key) == (None if modality is None else (modality, level)):
            continue
        changed += 1
        asked: dict[str, Any] = {
            "opportunity": opportunity,
            "codes": need.codes,
            "setting": need.task.setting,
        }
        if need.modality is None:
            clear_language_need(**asked, task=need.task, by=by, at=at)
        else:
            set_language_need(**asked, task=need.task, modality=need.modality, level=need.level, by=by, at=at)
    return changed


def _usual(setting: LanguageSetting) -> LanguageTask:
    return LanguageTask.COFFEE if setting == LanguageSetting.INFORMAL else LanguageTask.OTHER


def _stated(opportunity: Opportunity, need: LanguageNeed) -> tuple[str, str]:
    """The most that the ad asks of the language in this setting; where it asks nothing, what is said now."""
    asked = [
        fact.value
        for fact in opportunity.facts.in_force().filter(kind="language")
        if fact.value["code"] in need.codes.split("|")
        and fact.value.get("setting", LanguageSetting.FORMAL) == need.setting
        and fact.value.get("level")
        and fact.value["modality"] in LanguageModality.values
    ]
    if not asked:
        return need.modality, need.level
    most = max(asked, key=lambda value: (-STRENGTH.index(value["modality"]), value["level"]))
    return most["modality"], most["level"]


def _find(opportunity: Opportunity, codes: Sequence[str], task: LanguageTask) -> LanguageNeed | None:
    return opportunity.language_needs.filter(codes=joined(codes), task=task).first()


def _note(
    action: str, opportunity: Opportunity, changes: dict[str, object], by: User | None, at: dt.datetime
) -> None:
    opportunity.changed_at = at
    opportunity.save(update_fields=["changed_at"])
    record(action=action, subject=opportunity, by=by, at=at, changes=changes)
