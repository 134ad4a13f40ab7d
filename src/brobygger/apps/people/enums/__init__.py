"""Groups of the fairness report and forms of a CV."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    FEMALE = "f", _("female")
    MALE = "m", _("male")
    OTHER = "x", _("other")


class Origin(models.TextChoices):
    """Where a person comes from, as wide as the fairness report needs it and no finer."""

    DENMARK = "dk", _("Denmark")
    NORWAY = "no", _("Norway")
    SWEDEN = "se", _("Sweden")
    EU = "eu", _("EU or EEA")
    OTHER = "other", _("elsewhere")


class DocumentFormat(models.TextChoices):
    """The form in which a CV came; the text is kept in plain form."""

    TEXT = "text", _("plain text")
    HTML = "html", "HTML"
    PDF = "pdf", "PDF"
    DOCX = "docx", "DOCX"
    ODT = "odt", "ODT"
    EUROPASS = "europass", "Europass"
    JSON_RESUME = "json_resume", "JSON Resume"
    TABLE = "table", _("a row of a table")
    OTHER = "other", _("other")
