"""A mail to many is written, started, sent bit by bit, and comes to an end."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.base.actions import Address, Bulk, OneTap, record, send_message
from brobygger.apps.base.actions.erasure import before_removal
from brobygger.apps.base.enums import LegalBasis, MailTopic
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.outreach.actions.campaign_links import counted_links, with_counted
from brobygger.apps.outreach.enums import CAMPAIGN_TRANSITIONS, CampaignState, RecipientState
from brobygger.apps.outreach.models import FALLBACK, Campaign, CampaignRecipient, MailSequence
from brobygger.apps.outreach.queries import (
    Segment,
    allowance,
    audience,
    audience_of,
    due_students,
    progress_of,
    running_campaigns,
    unsettled,
    waiting_of,
)

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from brobygger.apps.base.models import User
    from brobygger.apps.outreach.queries import Receiver

LEAVE: Final = "outreach.leave_list"
LEAVE_DAYS: Final = 90
MOST_A_MINUTE: Final = 6000
WHY: Final[Mapping[LegalBasis, str | Promise]] = {
    LegalBasis.CONSENT: gettext_lazy("You get this mail because you agreed to mails of this kind."),
    LegalBasis.AGREEMENT: gettext_lazy(
        "You get this mail because it belongs to what you asked us to do for you."
    ),
    LegalBasis.DUTY: gettext_lazy("You get this mail because the law asks us to tell you."),
    LegalBasis.PUBLIC_TASK: gettext_lazy(
        "You get this mail because you study here, and informing students is a task that the law gives us."
    ),
    LegalBasis.LEGITIMATE_INTEREST: gettext_lazy(
        "You get this mail because you study here and we think it is of use to you."
    ),
}


class ImpossibleCampaign(ValueError):
    """The mail cannot be saved or started like this; the text says what is missing."""


@dataclass(frozen=True, slots=True)
class CampaignDetails:
    """
    What a mail to many is.

    Args:
        basis: why the law allows to write; it is named in each mail.
        texts: (subject, text) by language. “{name}” in a text becomes the receiver's name.
        per_minute: how many go out in a minute at most.
        sequence, day_offset: the series that it belongs to, and its day.
    """

    name: str
    programme_id: int | None
    topic: MailTopic
    basis: LegalBasis
    segment: Segment = field(default_factory=Segment)
    texts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    per_minute: int = 60
    sequence: MailSequence | None = None
    day_offset: int | None = None


@transaction.atomic
def save_campaign(
    *, campaign: Campaign | None = None, details: CampaignDetails, by: User | None, at: dt.datetime
) -> Campaign:
    """
    Save a draft, or change one.

    Raises:
        PermissionDenied: `by` may not.
        ImpossibleCampaign: it has no name, is about what nobody can switch off, or has begun.
    """
    check_may(by, "outreach.change_campaigns")
    if not details.name.strip():
        raise ImpossibleCampaign(_("Give the mail a name."))
    if details.topic not in (MailTopic.NEWS, MailTopic.STUDIES):
        raise ImpossibleCampaign(_("Choose what the mail is about."))
    if details.basis not in WHY:
        raise ImpossibleCampaign(_("Choose why the law allows to write."))
    if not 1 <= details.per_minute <= MOST_A_MINUTE:
        raise ImpossibleCampaign(_("Between 1 and %(most)d mails a minute.") % {"most": MOST_A_MINUTE})
    row = _locked(campaign) if campaign else Campaign(created_by=by, created_at=at)
    if row.state != CampaignState.DRAFT:
        raise ImpossibleCampaign(_("This mail has begun to be sent: it cannot be changed any more."))
    row.name, row.programme_id = details.name.strip()[:200], details.programme_id
    row.topic, row.basis = details.topic, details.basis
    row.segment, row.per_minute = details.segment.stored(), details.per_minute
    row.texts = {
        language: {"subject": " ".join(subject.split())[:200], "text": text.strip()}
        for language, (subject, text) in details.texts.items()
        if subject.strip() and text.strip()
    }
    row.sequence, row.day_offset = details.sequence, details.day_offset
    row.save()
    changes = {"topic": row.topic, "basis": row.basis, "languages": sorted(row.texts)}
    record(action="outreach.save_campaign", subject=row, by=by, at=at, changes=changes)
    return row


@transaction.atomic
def start_campaign(*, campaign: Campaign, by: User | None, at: dt.datetime) -> Campaign:
    """
    Fix whom a mail reaches, and let it be sent. The recipients stay these, whoever comes or goes afterwards.

    Raises:
        PermissionDenied: `by` may not.
        ImpossibleCampaign: there is nobody to write to, or no text for some of them, or it has begun.
    """
    check_may(by, "outreach.change_campaigns")
    row = _moved(campaign, CampaignState.RUNNING)
    if row.sequence_id is not None:
        raise ImpossibleCampaign(_("A mail of a series goes out by itself when its day has come."))
    meant = audience_of(row)
    if not meant.receivers:
        raise ImpossibleCampaign(_("Nobody would get this mail."))
    _check_texts(row, meant.languages)
    _add(row, meant.receivers, at)
    row.left_out = dict(meant.left_out)
    row.started_by, row.started_at = by, at
    row.save()
    changes = {"recipients": len(meant.receivers), "left_out": row.left_out}
    record(action="outreach.start_campaign", subject=row, by=by, at=at, changes=changes)
    return row


@transaction.atomic
def move_campaign(*, campaign: Campaign, state: CampaignState, by: User | None, at: dt.datetime) -> Campaign:
    """
    Pause a mail that is being sent, go on with it, or stop it for good.

    Raises:
        PermissionDenied: `by` may not.
        ImpossibleCampaign: from where it stands there is no way to `state`.
    """
    check_may(by, "outreach.change_campaigns")
    before = campaign.state
    if before == CampaignState.DRAFT or state == CampaignState.DONE:
        raise ImpossibleCampaign(
            _("This is not possible from “%(state)s”.") % {"state": campaign.get_state_display()}
        )
    row = _moved(campaign, state)
    if state == CampaignState.STOPPED:
        row.ended_at = at
    row.save()
    record(action="outreach.move_campaign", subject=row, by=by, at=at, changes={"state": [before, state]})
    return row


def write_campaign_mails(*, by: User | None, at: dt.datetime) -> int:
    """
    Write the mails of running campaigns that are due, so many a minute, and say how many.

    Call this outside of transactions: each recipient is one of its own, in which the mail is written to the outbox and
    the recipient marked. So a process that falls over has written each mail once or not at all, and two processes at
    once write none twice. What becomes of a mail in the outbox is noted with the next call.
    """
    with all_rows():  # mails of everybody
        _settle(at)
        _enrol(at)
        written = 0
        for campaign in running_campaigns():
            due = list(waiting_of(campaign).values_list("pk", flat=True)[: allowance(campaign, at=at)])
            links = counted_links(campaign) if due else {}
            for pk in due:
                written += _write(campaign, pk, links, by, at)
            _end(campaign, at)
    return written


def settle_campaigns(*, by: User | None, at: dt.datetime) -> None:
    """Note what became of the mails that were sent, and end what is over. Repeating it changes nothing."""
    with all_rows():  # mails of everybody
        _settle(at)
        for campaign in running_campaigns():
            _end(campaign, at)


@transaction.atomic
def _write(campaign: Campaign, pk: int, links: Mapping[str, str], by: User | None, at: dt.datetime) -> int:
    """Write the mail of one recipient; 0 where another process has, or nobody wants it any more."""
    rows = CampaignRecipient.objects.filter(
        pk=pk, state=RecipientState.WAITING, campaign__state=CampaignState.RUNNING
    )
    if not rows.update(state=RecipientState.WRITTEN, written_at=at):
        return 0
    recipient = CampaignRecipient.objects.select_related("user").get(pk=pk)
    used = campaign.language_of_text(recipient.language) or FALLBACK
    said = campaign.texts.get(used) or {"subject": campaign.name, "text": ""}
    text = with_counted(said["text"], links)
    to: User | Address = recipient.user or Address(recipient.address, recipient.language or used)
    basis = LegalBasis(campaign.basis)
    leave = OneTap(
        gettext_lazy("Take me off the list and erase what you hold about me"),
        LEAVE,
        {"student": recipient.student_id or 0},
        LEAVE_DAYS,
    )
    message = send_message(
        to=to,
        topic=MailTopic(campaign.topic),
        template="campaign",
        context={
            "subject": filled(said["subject"], recipient.name),
            "text": filled(text, recipient.name),
            "has_links": text != said["text"],
            "is_fallback": bool(recipient.language) and used != recipient.language,
        },
        links=(leave,) if recipient.student_id and basis is LegalBasis.CONSENT else (),
        # a consent was looked at when the recipients were fixed: a no since then is what counts
        bulk=Bulk(WHY[basis], is_asked_for=False, is_duty=basis is LegalBasis.DUTY),
        by=by,
        at=at,
    )
    if message is None:
        CampaignRecipient.objects.filter(pk=pk).update(state=RecipientState.SKIPPED)
        return 0
    CampaignRecipient.objects.filter(pk=pk).update(message=message)
    return 1


def filled(text: str, name: str) -> str:
    """A text with the receiver's name in the place of “{name}”; without a name the space before it goes too."""
    return text.replace("{name}", name) if name else text.replace(" {name}", "").replace("{name}", "")


def _settle(at: dt.datetime) -> None:
    """What the outbox knows of the mails that were written."""
    ways = {
        RecipientState.SENT: unsettled().filter(message__failed_at=None),
        RecipientState.FAILED: unsettled().exclude(message__failed_at=None),
    }
    for state, rows in ways.items():
        ids = list(rows.values_list("pk", flat=True))
        for start in range(0, len(ids), 500):  # databases take so many values at once
            CampaignRecipient.objects.filter(pk__in=ids[start : start + 500]).update(state=state)


@transaction.atomic
def _end(campaign: Campaign, at: dt.datetime) -> None:
    """A campaign of a series goes on as long as the series does."""
    if campaign.sequence_id is not None or not progress_of(campaign).is_over:
        return
    row = _locked(campaign)
    if row.state == CampaignState.RUNNING:
        row.state, row.ended_at = CampaignState.DONE, at
        row.save(update_fields=["state", "ended_at"])
        record(action="outreach.end_campaign", subject=row, by=None, at=at, changes={})


def _enrol(at: dt.datetime) -> None:
    """Add the students whose day for a mail of a series has come."""
    found = Campaign.objects.filter(sequence__is_on=True, state=CampaignState.RUNNING)
    for campaign in found.select_related("sequence"):
        sequence = campaign.sequence
        assert sequence is not None
        assert campaign.day_offset is not None
        meant = audience(
            programme_id=sequence.programme_id,
            segment=Segment.of(campaign.segment),
            topic=MailTopic(campaign.topic),
            basis=LegalBasis(campaign.basis),
            students=due_students(sequence, campaign.day_offset, at=at),
        )
        with transaction.atomic():
            row = _locked(campaign)
            there = set(CampaignRecipient.objects.filter(campaign=row).values_list("address", flat=True))
            new = [one for one in meant.receivers if one.address not in there]
            if new:
                _add(row, new, at)
                changes = {"recipients": len(new)}
                record(action="outreach.enrol_students", subject=row, by=None, at=at, changes=changes)


def _add(campaign: Campaign, receivers: Sequence[Receiver], at: dt.datetime) -> None:
    with all_rows():  # the recipients are those of the campaign, whoever starts it
        CampaignRecipient.objects.bulk_create(
            (
                CampaignRecipient(
                    campaign=campaign,
                    address=one.address,
                    language=one.language,
                    name=one.name,
                    user_id=one.user_id,
                    student_id=one.student_id,
                    added_at=at,
                )
                for one in receivers
            ),
            batch_size=500,
        )


def _check_texts(campaign: Campaign, languages: Mapping[str, int]) -> None:
    missing = [language for language in languages if not campaign.language_of_text(language)]
    if missing:
        raise ImpossibleCampaign(
            _("Write the mail in English at least: those who read a language without a text get that one.")
        )


def _moved(campaign: Campaign, state: CampaignState) -> Campaign:
    row = _locked(campaign)
    if state not in CAMPAIGN_TRANSITIONS[CampaignState(row.state)]:
        raise ImpossibleCampaign(
            _("This is not possible from “%(state)s”.") % {"state": row.get_state_display()}
        )
    row.state = state
    return row


def _locked(campaign: Campaign) -> Campaign:
    return Campaign.objects.select_for_update().get(pk=campaign.pk)


def count_removed(ids: Sequence[int], by: User | None, at: dt.datetime) -> None:
    """Keep how many recipients a campaign had, and what came of them, when their rows go."""
    rows = CampaignRecipient._base_manager.filter(pk__in=ids).values_list("campaign", "state")
    counts: dict[int, Counter[str]] = {}
    for campaign_id, state in rows:
        counts.setdefault(campaign_id, Counter())[state] += 1
    for campaign_id, counted in counts.items():
        campaign = Campaign._base_manager.select_for_update().get(pk=campaign_id)
        # nobody waits any more for a mail to somebody who is gone
        gone: dict[str, Any] = {
            RecipientState.SKIPPED.value if state == RecipientState.WAITING else state: number
            for state, number in counted.items()
        }
        campaign.removed = dict(Counter(campaign.removed) + Counter(gone))
        campaign.save(update_fields=["removed"])


before_removal("outreach.CampaignRecipient", count_removed)
