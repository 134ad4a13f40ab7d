from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import (
    VISITOR,
    Privacy,
    RowScope,
    Scope,
    ScopedManager,
    names_who,
)


def _is_published(scope: Scope) -> Q:
    return Q(published_at__isnull=False, agreed_at__isnull=False)


class HostStory(models.Model):
    """
    What a company says after it has hosted somebody, and the story that others may read: a card of evidence.

    Only with the host's own agreement is it published; when the host takes that back it is gone at once.
    """

    scope = RowScope(
        programme="programme",
        owners=("organisation__contacts",),
        shown=dict.fromkeys((*(role.value for role in Role), VISITOR), _is_published),
    )
    privacy = Privacy(
        personal=(names_who("agreed_by", "agreed_by_name", "published_by"),),
        plain=(
            "id",
            "programme",
            "organisation",
            "title",
            "story",
            "language",
            "industry",
            "task",
            "initiative",
            "proficiency",
            "would_again",
            "written_at",
            "agreed_at",
            "published_at",
        ),
        mentions=("title", "story"),
    )

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="host_stories")
    organisation = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, related_name="host_stories"
    )
    title = models.CharField(_("title"), max_length=150)
    story = models.TextField(
        _("story"), max_length=2000, help_text=_("Without the student's name, and without other names.")
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    industry = models.CharField(_("industry"), max_length=120, blank=True)
    task = models.CharField(_("the task"), max_length=200, blank=True)
    initiative = models.PositiveSmallIntegerField(_("initiative, 1 to 5"), null=True, blank=True)
    proficiency = models.PositiveSmallIntegerField(_("professional level, 1 to 5"), null=True, blank=True)
    would_again = models.BooleanField(_("would do it again"), null=True, blank=True)
    written_at = models.DateTimeField()
    agreed_at = models.DateTimeField(_("the host agreed at"), null=True, blank=True)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("agreed by"),
        null=True,
        blank=True,
        related_name="+",
    )
    agreed_by_name = models.CharField(_("who agreed"), max_length=150, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("published by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("story of a host")
        verbose_name_plural = _("stories of hosts")
        ordering = ("-written_at", "-pk")
        constraints = [
            models.CheckConstraint(
                name="host_story_published_with_consent",
                condition=Q(published_at__isnull=True) | Q(agreed_at__isnull=False),
                violation_error_message=_("A story is published when the host has agreed."),
            ),
            models.CheckConstraint(
                name="host_story_marks_of_five",
                condition=(Q(initiative__isnull=True) | Q(initiative__range=(1, 5)))
                & (Q(proficiency__isnull=True) | Q(proficiency__range=(1, 5))),
                violation_error_message=_("A mark is a number from 1 to 5."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
