from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, names_who


class Vocabulary(models.Model):
    """
    A taxonomy file that was loaded: which one, how large, and whether it is the one in use.

    The concepts themselves stay in the file and are read through `queries.taxonomy()`.
    """

    privacy = Privacy(
        personal=(names_who("loaded_by"),),
        plain=(
            "id",
            "name",
            "path",
            "digest",
            "languages",
            "skill_count",
            "occupation_count",
            "group_count",
            "label_count",
            "is_default",
            "loaded_at",
        ),
    )

    name = models.CharField(max_length=200)
    path = models.CharField(
        max_length=500, blank=True, help_text=_("Empty for the vocabulary that comes with Brobygger.")
    )
    digest = models.CharField(max_length=64, unique=True, help_text=_("SHA-256 of the file."))
    languages = models.JSONField(default=list)
    skill_count = models.PositiveIntegerField()
    occupation_count = models.PositiveIntegerField()
    group_count = models.PositiveIntegerField()
    label_count = models.PositiveIntegerField()
    is_default = models.BooleanField(default=False)
    loaded_at = models.DateTimeField()
    loaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("loaded by"),
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("vocabulary")
        verbose_name_plural = _("vocabularies")
        constraints = [
            models.UniqueConstraint(
                name="vocabulary_one_default",
                fields=["is_default"],
                condition=Q(is_default=True),
                violation_error_message=_("Another vocabulary is the default already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
