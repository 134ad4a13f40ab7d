from __future__ import annotations

import json
from typing import Any, TypeAlias

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager

Stored: TypeAlias = dict[str, Any]
"""A fact as a version keeps it: kind and value."""


def key_of(stored: Stored) -> tuple[str, str]:
    """What two facts share that say the same, as `ReadFact.says`."""
    return stored["kind"], str(stored["value"].get("uri") or json.dumps(stored["value"], sort_keys=True))


class AdviceVersion(models.Model):
    """
    One version of a text, with what was read in it. It does not change; the next one has the next number.

    `passages` holds [start, end] of each sentence, half-open, in characters. `facts` holds {kind, value} of each
    thing that was read, each once, contact lines left out; it is not matched with anything.
    """

    scope = RowScope(through="case")
    privacy = Privacy(
        user="case__candidate__user",
        candidate="case__candidate",
        personal=(
            Personal(
                _("the versions of a text that an adviser helps you with, and what was read in each"),
                ("case", "text", "language", "passages", "facts", "added_at"),
                Purpose.ADVICE,
                LegalBasis.CONSENT,
                Retention.ADVICE,
                since=("case__changed_at",),
            ),
        ),
        plain=("id", "number"),
    )

    case = models.ForeignKey(
        "advice.AdviceCase", models.CASCADE, verbose_name=_("text with an adviser"), related_name="versions"
    )
    number = models.PositiveSmallIntegerField()
    text = models.TextField(_("text"))
    language = models.CharField(_("language"), max_length=8)
    passages = models.JSONField(_("its sentences"), default=list)
    facts = models.JSONField(_("what was read"), default=list)
    added_at = models.DateTimeField(_("added"))

    objects = ScopedManager["AdviceVersion"]()

    class Meta:
        verbose_name = _("version of a text")
        verbose_name_plural = _("versions of texts")
        ordering = ("case_id", "number")
        constraints = [models.UniqueConstraint(name="advice_version_once", fields=["case", "number"])]

    def __str__(self) -> str:
        return f"{self.case_id} v{self.number}"
