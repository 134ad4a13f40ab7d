from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who

if TYPE_CHECKING:
    from brobygger.apps.advice.models.advice_case import AdviceCase


class AdviceComment(models.Model):
    """What an adviser says of one sentence of a version, what the candidate answers, and whether it is done."""

    scope = RowScope(through="version")
    privacy = Privacy(
        user="version__case__candidate__user",
        candidate="version__case__candidate",
        personal=(
            Personal(
                _("what an adviser wrote about your text, and what you answered"),
                ("version", "start", "end", "quote", "text", "answer", "answered_at", "done_at"),
                Purpose.ADVICE,
                LegalBasis.AGREEMENT,
                Retention.ADVICE,
                since=("version__case__changed_at",),
            ),
            names_who("written_by", "written_at"),
        ),
        plain=("id",),
    )

    version = models.ForeignKey(
        "advice.AdviceVersion",
        models.CASCADE,
        verbose_name=_("version of a text"),
        related_name="comments",
    )
    start = models.PositiveIntegerField(_("first letter of the sentence"))
    end = models.PositiveIntegerField(_("letter after the sentence"))
    quote = models.TextField(_("the sentence"))
    text = models.TextField(_("comment"), max_length=2000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("written by"),
        null=True,
        blank=True,
        related_name="+",
    )
    written_at = models.DateTimeField(_("written"))
    answer = models.TextField(_("answer"), max_length=2000, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)

    objects = ScopedManager["AdviceComment"]()

    class Meta:
        verbose_name = _("comment on a sentence")
        verbose_name_plural = _("comments on sentences")
        ordering = ("version_id", "start", "pk")
        constraints = [
            models.CheckConstraint(name="advice_comment_on_words", condition=Q(end__gt=F("start"))),
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.start}"

    @property
    def case(self) -> AdviceCase:
        """The text that it is about."""
        return self.version.case
