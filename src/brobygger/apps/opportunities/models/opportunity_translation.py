from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.opportunities.enums import Translator


@dataclass(frozen=True, slots=True)
class AdVersion:
    """
    Title and text of an opportunity in one language: the original, or a translation of it.

    Args:
        language, original_language: ISO 639-1; “und” if unclear, which a translation never is.
        translator: None: it is the original.
        is_outdated: the original has changed since it was translated.
    """

    language: str
    title: str
    text: str
    original_language: str
    translator: Translator | None = None
    is_outdated: bool = False

    @property
    def is_original(self) -> bool:
        return self.translator is None


def digest_of(*parts: str) -> str:
    """What two texts are compared by, without keeping both."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()


class OpportunityTranslation(models.Model):
    """
    Title and text of an opportunity in another language than its ad was written in.

    People read it; what is read and ranked is the original alone. Who sees the opportunity sees its translations.
    """

    scope = RowScope(through="opportunity")
    privacy = Privacy(
        personal=(
            Personal(
                _("who wrote an ad, where a translation of it names a person"),
                ("text",),
                Purpose.COOPERATION,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.COOPERATION,
            ),
            names_who("saved_by"),
        ),
        plain=("id", "opportunity", "language", "title", "translator", "original_digest", "saved_at"),
    )

    opportunity = models.ForeignKey(
        "opportunities.Opportunity",
        models.CASCADE,
        verbose_name=_("opportunity"),
        related_name="translations",
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    title = models.CharField(_("title"), max_length=300)
    text = models.TextField(_("text"))
    translator = models.CharField(_("translated by"), max_length=7, choices=Translator.choices)
    original_digest = models.CharField(
        _("digest of the original"),
        max_length=64,
        help_text=_(
            "Of the title and text that it was made from: when it is another, the original has changed."
        ),
    )
    saved_at = models.DateTimeField(_("saved at"))
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("saved by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager["OpportunityTranslation"]()

    class Meta:
        verbose_name = _("translation of an ad")
        verbose_name_plural = _("translations of ads")
        ordering = ("opportunity_id", "language")
        constraints = [
            models.UniqueConstraint(
                name="opportunity_translated_once",
                fields=["opportunity", "language"],
                violation_error_message=_("There is a translation into this language already."),
            ),
            models.CheckConstraint(
                name="opportunity_translation_says_by_whom",
                condition=Q(translator__in=Translator.values),
                violation_error_message=_("Say whether a person or a machine has translated it."),
            ),
            models.CheckConstraint(
                name="opportunity_translation_has_words",
                condition=~Q(title="") & ~Q(text=""),
                violation_error_message=_("A translation has a title and a text."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opportunity_id} ({self.language})"

    @property
    def digest(self) -> str:
        """What it says, for whoever has read it and writes another one."""
        return digest_of(self.title, self.text, self.translator)
