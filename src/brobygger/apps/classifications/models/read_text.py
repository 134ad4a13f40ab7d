from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReadText(models.Model):
    """
    A text as it was written, and how it was cut into passages when it was read.

    `passages` holds one list for each passage, `[start, end, language, confidence of the language, role]`;
    offsets count characters of `text`.
    """

    text = models.TextField()
    language = models.CharField(
        max_length=8, help_text=_("Language of most of the text, ISO 639-1; “und” if unclear.")
    )
    passages = models.JSONField(default=list, blank=True)
    read_at = models.DateTimeField(help_text=_("When the facts were read from the text."))

    class Meta:
        abstract = True
