from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager
from brobygger.apps.classifications.models import ReadText
from brobygger.apps.people.enums import DocumentFormat
from brobygger.core.reading import READER_VERSION


class CandidateDocument(ReadText):
    """A candidate's CV as plain text, in the language it was written in."""

    scope = RowScope(through="candidate")
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("your CV"),
                ("text", "language", "passages", "read_at", "format", "published_date"),
                Purpose.MATCHING,
                LegalBasis.CONSENT,
                Retention.PROFILE,
            ),
        ),
        plain=("id", "candidate", "reader_version", "kinds_version"),
    )

    candidate = models.OneToOneField("people.Candidate", models.CASCADE, related_name="document")
    format = models.CharField(
        _("form in which it came"), max_length=12, choices=DocumentFormat.choices, default=DocumentFormat.TEXT
    )
    published_date = models.DateField(
        _("day of the CV"), help_text=_("The day that relative dates in the text count from.")
    )

    reader_version = models.PositiveSmallIntegerField(
        default=1, help_text=_("Version of the reader that read the whole text.")
    )
    kinds_version = models.PositiveSmallIntegerField(
        default=1, help_text=_("Version of the reader whose kinds of facts have all been looked for.")
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("CV")
        verbose_name_plural = _("CVs")

    def __str__(self) -> str:
        return f"{self.language} {self.published_date}"

    @property
    def may_say_more(self) -> bool:
        """The reader has learned something since it read this text."""
        return bool(self.text) and self.reader_version < READER_VERSION
