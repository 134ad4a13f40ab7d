from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager


class BrochureBlock(models.Model):
    """
    What the talent brochure shows of those who take part in the same programmes: numbers that are protected already.

    `key` holds the codes of these programmes, sorted, with a comma after each. `people` is how many the edition counts,
    `numbers` how many of them have what: by dimension, then property.
    """

    scope = RowScope(nobody=True)
    privacy = Privacy(plain=("id", "key", "people", "numbers", "published_at"))

    key = models.CharField(_("programmes"), max_length=600, unique=True)
    people = models.PositiveIntegerField(_("people"), default=0)
    numbers = models.JSONField(_("numbers"), default=dict)
    published_at = models.DateTimeField(_("as of"))

    objects = ScopedManager["BrochureBlock"]()

    class Meta:
        verbose_name = _("part of the brochure")
        verbose_name_plural = _("parts of the brochure")
        ordering = ("key",)

    def __str__(self) -> str:
        return f"{self.key} {self.people}"


class BrochureMember(models.Model):
    """That the edition of a block counts a candidate. It goes with the candidate; the edition's numbers stay until the next."""

    scope = RowScope(nobody=True)
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("that the anonymous brochure counts you"),
                ("candidate", "block"),
                Purpose.MATCHING,
                LegalBasis.CONSENT,
                Retention.PROFILE,
            ),
        ),
        plain=("id",),
    )

    candidate = models.OneToOneField(
        "people.Candidate", models.CASCADE, verbose_name=_("candidate"), related_name="brochure_member"
    )
    block = models.ForeignKey(
        "matching.BrochureBlock",
        models.CASCADE,
        verbose_name=_("part of the brochure"),
        related_name="members",
    )

    objects = ScopedManager["BrochureMember"]()

    class Meta:
        verbose_name = _("candidate in the brochure")
        verbose_name_plural = _("candidates in the brochure")

    def __str__(self) -> str:
        return f"{self.candidate_id} {self.block_id}"
