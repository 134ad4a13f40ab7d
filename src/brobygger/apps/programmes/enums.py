"""Kinds of programme, what an import does, and what is counted of those who were erased."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProgrammeKind(models.TextChoices):
    INTERNSHIP_PROGRAMME = "internship", _("internship programme")
    TALENT_ATTRACTION = "talent", _("talent attraction")
    NATIONAL_PACT = "national_pact", _("national technology pact")
    REGIONAL_PACT = "regional_pact", _("regional technology pact")
    CROSS_BORDER = "cross_border", _("cross-border cooperation")


class ErasedKind(models.TextChoices):
    """What is counted when it is erased."""

    CANDIDATE = "candidate", _("candidates")
    APPLICATION = "application", _("applications")
    OUTCOME = "outcome", _("outcomes")
    PLACEMENT = "placement", _("placements")
    FOLLOW_UP = "follow_up", _("answers to a follow-up")


class ImportKind(models.TextChoices):
    """What a table holds."""

    ORGANISATIONS = "organisations", _("organisations")
    CANDIDATES = "candidates", _("candidates")


class RowState(models.TextChoices):
    """What an import does with a row."""

    NEW = "new", _("new")
    CHANGED = "changed", _("changed")
    UNCHANGED = "unchanged", _("unchanged")
    REFUSED = "refused", _("left out")
