from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.advice.enums import TrackKind
from brobygger.apps.base.enums import LegalBasis, Purpose, Retention, Role
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, everyone, names_who


class IntakeTrack(models.Model):
    """A named series of steps for those who were admitted in one intake, such as the introduction."""

    scope = RowScope(programme="programme", shown={Role.CANDIDATE: everyone})
    privacy = Privacy(plain=("id", "programme", "intake", "kind", "name", "text", "made_at"))

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="tracks")
    intake = models.SlugField(_("intake"), max_length=30, help_text=_("Like “2026-autumn”."))
    kind = models.CharField(_("what it helps with"), max_length=16, choices=TrackKind.choices)
    name = models.CharField(_("name"), max_length=200)
    text = models.TextField(_("what it is for"), blank=True, max_length=1000)
    made_at = models.DateTimeField(_("made"))

    objects = ScopedManager["IntakeTrack"]()

    class Meta:
        verbose_name = _("track of an intake")
        verbose_name_plural = _("tracks of intakes")
        ordering = ("-intake", "programme_id", "pk")
        constraints = [
            models.UniqueConstraint(
                name="track_once_in_an_intake",
                fields=["programme", "intake", "name"],
                violation_error_message=_("This intake has a track of that name already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class TrackStep(models.Model):
    """One step of a track: something to do by a day, or an event to come to."""

    scope = RowScope(through="track")
    privacy = Privacy(plain=("id", "track", "position", "title", "text", "day", "event"))

    track = models.ForeignKey("advice.IntakeTrack", models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("step"), max_length=200)
    text = models.TextField(_("what to do"), blank=True, max_length=1000)
    day = models.DateField(_("day"), null=True, blank=True)
    event = models.ForeignKey(
        "events.Event",
        models.SET_NULL,
        verbose_name=_("event"),
        null=True,
        blank=True,
        related_name="track_steps",
    )

    objects = ScopedManager["TrackStep"]()

    class Meta:
        verbose_name = _("step of a track")
        verbose_name_plural = _("steps of tracks")
        ordering = ("track_id", "position", "pk")
        constraints = [models.UniqueConstraint(name="track_step_position", fields=["track", "position"])]

    def __str__(self) -> str:
        return self.title


class IntakeMember(models.Model):
    """Somebody who says to have begun in an intake; those on the list of admitted students belong to it anyway."""

    scope = RowScope(programme="programme", owners=("candidate__user",))
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("in which intake you began"),
                ("candidate", "programme", "intake", "joined_at"),
                Purpose.ADVICE,
                LegalBasis.AGREEMENT,
                Retention.PROFILE,
            ),
        ),
        plain=("id",),
    )

    candidate = models.ForeignKey(
        "people.Candidate", models.CASCADE, verbose_name=_("candidate"), related_name="intakes"
    )
    programme = models.ForeignKey(
        "programmes.Programme", models.CASCADE, verbose_name=_("programme"), related_name="intake_members"
    )
    intake = models.SlugField(_("intake"), max_length=30)
    joined_at = models.DateTimeField(_("said"))

    objects = ScopedManager["IntakeMember"]()

    class Meta:
        verbose_name = _("member of an intake")
        verbose_name_plural = _("members of intakes")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(name="intake_member_once", fields=["candidate", "programme", "intake"])
        ]

    def __str__(self) -> str:
        return f"{self.candidate_id} {self.intake}"


class StepDone(models.Model):
    """A candidate has done a step."""

    scope = RowScope(programme="step__track__programme", owners=("candidate__user",))
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("which steps of your introduction you have done"),
                ("candidate", "step"),
                Purpose.ADVICE,
                LegalBasis.AGREEMENT,
                Retention.PROFILE,
            ),
            names_who("done_by", "done_at"),
        ),
        plain=("id",),
    )

    candidate = models.ForeignKey(
        "people.Candidate", models.CASCADE, verbose_name=_("candidate"), related_name="steps_done"
    )
    step = models.ForeignKey(
        "advice.TrackStep", models.CASCADE, verbose_name=_("step of a track"), related_name="done"
    )
    done_at = models.DateTimeField(_("done"))
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("said by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager["StepDone"]()

    class Meta:
        verbose_name = _("step that is done")
        verbose_name_plural = _("steps that are done")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(name="step_done_once", fields=["candidate", "step"])]

    def __str__(self) -> str:
        return f"{self.candidate_id} {self.step_id}"
