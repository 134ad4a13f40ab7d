"""A series of mails to one intake is planned, begun and ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.enums import LegalBasis, MailTopic
from brobygger.apps.base.rules import check_may
from brobygger.apps.outreach.actions.campaigns import CampaignDetails, ImpossibleCampaign, save_campaign
from brobygger.apps.outreach.enums import Anchor, CampaignState, Track
from brobygger.apps.outreach.models import FALLBACK, Campaign, MailSequence

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.programmes.models import Programme

MOST_DAYS = 400


@dataclass(frozen=True, slots=True)
class Step:
    """
    One mail of a series.

    Args:
        day: so many days after the anchor; before it where it is negative.
        texts: (subject, text) by language.
    """

    day: int
    name: str
    texts: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@transaction.atomic
def save_sequence(
    *,
    programme: Programme,
    name: str,
    track: Track,
    intake: str,
    anchor: Anchor,
    study_start: dt.date | None = None,
    basis: LegalBasis,
    topic: MailTopic = MailTopic.STUDIES,
    steps: Sequence[Step],
    by: User | None,
    at: dt.datetime,
) -> MailSequence:
    """
    Save a new series with its mails as drafts.

    Raises:
        PermissionDenied: `by` may not.
        ImpossibleCampaign: name, intake, the start of studies or mails are missing, or a day lies far away.
    """
    check_may(by, "outreach.change_campaigns")
    if not name.strip() or not intake.strip() or not steps:
        raise ImpossibleCampaign(_("A series needs a name, an intake and at least one mail."))
    if anchor is Anchor.STUDY_START and study_start is None:
        raise ImpossibleCampaign(_("A series that counts from the start of studies needs that day."))
    if any(abs(step.day) > MOST_DAYS for step in steps) or (
        anchor is Anchor.ADMISSION and any(step.day < 0 for step in steps)
    ):
        raise ImpossibleCampaign(
            _("The days of a series lie between 0 and %(most)d after the admission.") % {"most": MOST_DAYS}
        )
    sequence = MailSequence.objects.create(
        programme=programme,
        name=name.strip()[:200],
        track=track,
        intake=intake.strip(),
        anchor=anchor,
        study_start=study_start,
        created_at=at,
    )
    for step in steps:
        details = CampaignDetails(
            name=step.name,
            programme_id=programme.pk,
            topic=topic,
            basis=basis,
            texts=step.texts,
            sequence=sequence,
            day_offset=step.day,
        )
        save_campaign(details=details, by=by, at=at)
    changes = {"track": track.value, "mails": len(steps)}
    record(action="outreach.save_sequence", subject=sequence, by=by, at=at, changes=changes)
    return sequence


@transaction.atomic
def run_sequence(*, sequence: MailSequence, is_on: bool, by: User | None, at: dt.datetime) -> MailSequence:
    """
    Let a series begin, or pause it. From then on each student gets each mail on the own day, once.

    Raises:
        PermissionDenied: `by` may not.
        ImpossibleCampaign: one of its mails has no text in English.
    """
    check_may(by, "outreach.change_campaigns")
    row = MailSequence.objects.select_for_update().get(pk=sequence.pk)
    mails = Campaign.objects.select_for_update().filter(sequence=row)
    if is_on and any(not one.texts.get(FALLBACK) for one in mails):
        raise ImpossibleCampaign(
            _("Write each mail in English at least: those who read a language without a text get that one.")
        )
    before, after = (CampaignState.DRAFT, CampaignState.PAUSED), CampaignState.RUNNING
    if not is_on:
        before, after = (CampaignState.RUNNING, CampaignState.RUNNING), CampaignState.PAUSED
    mails.filter(state__in=before).update(state=after)
    mails.filter(state=CampaignState.RUNNING, started_at=None).update(started_at=at, started_by=by)
    row.is_on = is_on
    row.save(update_fields=["is_on"])
    record(action="outreach.run_sequence", subject=row, by=by, at=at, changes={"is_on": is_on})
    return row
