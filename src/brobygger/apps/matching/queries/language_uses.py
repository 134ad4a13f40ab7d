"""What each language of an opportunity is used for, as the matcher takes it: what a company may correct."""

from __future__ import annotations

from dataclasses import dataclass

from brobygger.apps.opportunities.adapters import codes_of, joined
from brobygger.apps.opportunities.models import LanguageNeed, Opportunity
from brobygger.core import matching
from brobygger.core.reading import Level, Modality, Setting


@dataclass(frozen=True, slots=True)
class LanguageUse:
    """
    One language in one setting.

    Args:
        codes: ISO 639-1 in alphabetical order; several are alternatives of each other.
        level: None: the language is not needed there, or nobody has said so.
    """

    codes: tuple[str, ...]
    setting: Setting
    modality: Modality
    level: Level | None


def language_uses(opportunity: Opportunity, seen: matching.Opportunity) -> tuple[LanguageUse, ...]:
    """
    Both settings of every language that the ad or the company names, and of the ad's own. One query.

    Args:
        seen: the opportunity, as the matcher sees it.
    """
    said = LanguageNeed.objects.filter(opportunity=opportunity).order_by("codes", "setting")
    groups = dict.fromkeys(joined(need.codes) for need in seen.languages)
    groups |= dict.fromkeys(joined(codes_of(need)) for need in said)
    if opportunity.language and not any(opportunity.language in group.split("|") for group in groups):
        groups[opportunity.language] = None
    return tuple(_use(seen.languages, group, setting) for group in groups for setting in Setting)


def _use(needs: tuple[matching.LanguageNeed, ...], group: str, setting: Setting) -> LanguageUse:
    here = [one for one in needs if joined(one.codes) == group and one.setting is setting]
    if not here:
        return LanguageUse(tuple(group.split("|")), setting, Modality.NOT_REQUIRED, None)
    highest = max(here, key=lambda one: one.level.number)
    return LanguageUse(tuple(group.split("|")), setting, highest.modality, highest.level)
