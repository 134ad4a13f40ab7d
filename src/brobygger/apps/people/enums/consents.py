"""
What a candidate agrees to, in the words that the candidate reads.

A text that changes gets the next version: the old one stays in the list, because people have agreed to it. A test
holds the digest of each version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise


class ConsentPurpose(models.TextChoices):
    MATCHING = "matching", _("Being matched")
    SHOWN_TO_COMPANIES = "shown_to_companies", _("Being seen by companies")
    SHARE_ON_APPLICATION = "share_on_application", _("Name and CV to companies I apply to")
    OPPORTUNITY_MAILS = "opportunity_mails", _("Mails about new opportunities")
    FAIRNESS_GROUPS = "fairness_groups", _("Checking that everybody is treated alike")
    FOLLOW_UP = "follow_up", _("Being asked later whether I stay")


class ConsentChannel(models.TextChoices):
    """How somebody said so."""

    WEB = "web", _("on this site")
    API = "api", _("through a program with a token of one's own")
    IMPORTED = "imported", _("brought along from elsewhere")


@dataclass(frozen=True, slots=True)
class ConsentText:
    """
    One version of what is agreed to.

    Args:
        version: counts from 1.
        sentence: what is agreed to, in one or two sentences.
        points: (question, answer) pairs that belong to it.
    """

    version: int
    sentence: str | Promise
    points: tuple[tuple[str | Promise, str | Promise], ...] = ()


CONSENT_TEXTS: Final[Mapping[ConsentPurpose, tuple[ConsentText, ...]]] = {
    ConsentPurpose.MATCHING: (
        ConsentText(
            1,
            _("A computer may compare my profile with open opportunities and put both in an order."),
            (
                (
                    _("What is compared"),
                    _(
                        "Your skills, occupations, languages, education, experience and wishes, with what an ad asks "
                        "for. You see each reason."
                    ),
                ),
                (
                    _("What is never used"),
                    _("Your name, sex, age, origin, photo and the names of schools and employers."),
                ),
                (
                    _("Who decides"),
                    _(
                        "People. Nobody is turned down by the computer: a named person answers each application."
                    ),
                ),
                (
                    _("If you do not agree"),
                    _(
                        "Correct your profile, ask the secretariat to look at it, or stop being matched at any time "
                        "under “Privacy”."
                    ),
                ),
            ),
        ),
    ),
    ConsentPurpose.SHOWN_TO_COMPANIES: (
        ConsentText(
            1,
            _(
                "The companies I choose may see my profile without my name, contact details, schools and employers."
            ),
        ),
    ),
    ConsentPurpose.SHARE_ON_APPLICATION: (
        ConsentText(
            1, _("When I apply for an opportunity, its company gets my name, contact details and CV.")
        ),
    ),
    ConsentPurpose.OPPORTUNITY_MAILS: (
        ConsentText(1, _("I get a mail when a new opportunity fits me, at most once a week.")),
    ),
    ConsentPurpose.FAIRNESS_GROUPS: (
        ConsentText(
            1,
            _(
                "My sex, origin and native language are counted, never shown, to check that rankings treat groups "
                "alike. No ranking can read them."
            ),
        ),
    ),
    ConsentPurpose.FOLLOW_UP: (
        ConsentText(
            1,
            _(
                "6, 12 and 24 months after my placement or degree I am asked where I work. I need not answer. Answers are"
                " shown as numbers of groups alone, and removed if I withdraw this."
            ),
        ),
    ),
}


def current_text(purpose: ConsentPurpose) -> ConsentText:
    """The version that is agreed to now."""
    return CONSENT_TEXTS[purpose][-1]
