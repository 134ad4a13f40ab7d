from __future__ import annotations

from typing import Any, NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.people.enums.consents import ConsentChannel, ConsentPurpose


class ConsentEntryQuerySet(models.QuerySet["ConsentEntry"]):
    """Reads and adds. What would change or remove many rows at once is refused, like it is for one."""

    def update(self, **columns: Any) -> NoReturn:
        raise RuntimeError("An entry of the consent ledger is never changed.")

    def delete(self) -> NoReturn:
        raise RuntimeError("An entry of the consent ledger is never removed.")


class ConsentEntry(models.Model):
    """
    That a candidate gave a consent or withdrew it. Rows are added, never changed; the newest for a purpose and a
    programme counts, and of an opportunity the newest that is for it alone or for all.

    Rows go with their candidate, when a candidate is erased.
    """

    scope = RowScope(programme="candidate__programmes", owners=("candidate__user",))
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("what you agreed to, when, and in which words"),
                (
                    "purpose",
                    "programme_code",
                    "opportunity_id",
                    "text_version",
                    "language",
                    "channel",
                    "is_given",
                    "at",
                ),
                Purpose.ACCOUNTABILITY,
                LegalBasis.DUTY,
                Retention.CONSENT,
            ),
            names_who("by_id", "by_name"),
        ),
        plain=("id", "candidate"),
    )

    candidate = models.ForeignKey("people.Candidate", models.CASCADE, related_name="consents")
    purpose = models.CharField(_("what for"), max_length=24, choices=ConsentPurpose.choices)
    programme_code = models.SlugField(
        _("programme"),
        max_length=60,
        blank=True,
        db_index=False,
        help_text=_("Empty: whatever the programme."),
    )
    opportunity_id = models.BigIntegerField(
        _("number of the opportunity"),
        null=True,
        blank=True,
        help_text=_("For this one alone; empty: whichever the opportunity."),
    )
    text_version = models.PositiveSmallIntegerField(_("version of the text"))
    language = models.CharField(
        _("language of the text"),
        max_length=8,
        blank=True,
        help_text=_("In which the text was read; empty: not known."),
    )
    channel = models.CharField(_("how it was said"), max_length=12, choices=ConsentChannel.choices)
    is_given = models.BooleanField(_("given"), help_text=_("Given; otherwise withdrawn."))
    at = models.DateTimeField(_("said at"))
    by_id = models.BigIntegerField(
        _("number of who wrote it down"), null=True, help_text=_("Empty: the product itself.")
    )
    by_name = models.CharField(_("name of who wrote it down"), max_length=150, blank=True)

    objects = ScopedManager.from_queryset(ConsentEntryQuerySet)()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ("candidate_id", "pk")
        indexes = [
            models.Index(name="consent_latest", fields=["candidate", "purpose", "programme_code", "id"])
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.programme_code} {'given' if self.is_given else 'withdrawn'} {self.at:%Y-%m-%d}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise RuntimeError("An entry of the consent ledger is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise RuntimeError("An entry of the consent ledger is never removed.")
