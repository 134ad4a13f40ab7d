from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReadText(models.Model):
    """
    A text as it was written, and how it was cut into passages when it was read.

    `passages` holds one list for each passage, `[start, end, language, confidence of the language, role]`;
    offsets count characters of `text`.
    """

    text = models.TextField(_("text"))
    language = models.CharField(
        _("language of the text"),
        max_length=8,
        help_text=_("Language of most of the text, ISO 639-1; “und” if unclear."),
    )
    passages = models.JSONField(_("passages of the text"), default=list, blank=True)
    read_at = models.DateTimeField(_("read at"), help_text=_("When the facts were read from the text."))

    class Meta:
        abstract = True
