"""Groups of the fairness report, forms of a CV, and what lets somebody work."""

from __future__ import annotations

from typing import Final

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


class WorkGround(models.TextChoices):
    """`core.country_rules.Ground` with words for people."""

    CITIZEN = "citizen", _("citizen of a Nordic country, the EU, the EEA or Switzerland")
    UNLIMITED = "unlimited", _("a residence permit that does not limit work")
    STUDIES = "studies", _("a residence permit for studies")
    JOB_SEARCH = "job_search", _("a residence permit to look for work after studies")
    INTERN = "intern", _("a residence permit as an intern")
    OTHER = "other", _("another residence permit, with conditions of its own")
    NONE = "none", _("none yet: a permit is needed")


WITHOUT_COUNTRY: Final = (WorkGround.CITIZEN, WorkGround.NONE)
"""Grounds that no country has given."""
