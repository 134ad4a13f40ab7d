"""A candidate agrees, or no longer does. The ledger grows, and what stands is kept beside it for queries."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Final, TypeAlias

from django.db import transaction
from django.db.models import Q, QuerySet

from brobygger.apps.base.actions import choose_topic, record
from brobygger.apps.base.enums import MailTopic
from brobygger.apps.base.rules import check_may
from brobygger.apps.people.enums.consents import ConsentChannel, ConsentPurpose, current_text
from brobygger.apps.people.models import Candidate, CandidateBackground, ConsentEntry, ProgrammeShowing

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

Hook: TypeAlias = "Callable[[Candidate, int | None, User | None, dt.datetime], None]"
FOR_A_PROGRAMME = frozenset({ConsentPurpose.SHOWN_TO_COMPANIES})
FOR_AN_OPPORTUNITY = frozenset({ConsentPurpose.SHARE_ON_APPLICATION})
NEARNESS: Final = (ConsentChannel.IMPORTED, ConsentChannel.API, ConsentChannel.WEB)
"""How near to the text of a consent somebody is who gives it, the farthest first."""
_hooks: Final[dict[ConsentPurpose, list[Hook]]] = defaultdict(list)


class NothingForAProgramme(ValueError):
    """The consent holds for all programmes or none."""


class NothingForAnOpportunity(ValueError):
    """The consent holds for all opportunities or none."""


def after_withdrawal(purpose: ConsentPurpose, hook: Hook) -> None:
    """
    Let `hook(candidate, opportunity_id, by, at)` be called in the transaction in which a consent is withdrawn.

    The number is that of the opportunity for which alone it was withdrawn; None: for all.
    """
    if hook not in _hooks[purpose]:
        _hooks[purpose].append(hook)


@transaction.atomic
def give_consent(
    *,
    candidate: Candidate,
    purpose: ConsentPurpose,
    programme_code: str = "",
    opportunity_id: int | None = None,
    channel: ConsentChannel = ConsentChannel.WEB,
    language: str = "",
    by: User | None,
    at: dt.datetime,
) -> ConsentEntry:
    """
    Note that a candidate agrees to the current text of a purpose. Repeating it changes nothing, and nor does bringing
    along from elsewhere what the person has answered here.

    Args:
        programme_code: for the companies of this programme alone; empty: whatever the programme.
        opportunity_id: for this opportunity alone; None: whichever.
        channel: how the candidate said so.
        language: in which the text was read; empty: not known.

    Raises:
        PermissionDenied: nobody agrees for somebody else.
        NothingForAProgramme, NothingForAnOpportunity: this purpose is not agreed to by programme, by opportunity.
    """
    return _note(
        candidate,
        purpose,
        programme_code,
        opportunity_id,
        is_given=True,
        channel=channel,
        language=language,
        by=by,
        at=at,
    )


@transaction.atomic
def withdraw_consent(
    *,
    candidate: Candidate,
    purpose: ConsentPurpose,
    programme_code: str = "",
    opportunity_id: int | None = None,
    channel: ConsentChannel = ConsentChannel.WEB,
    language: str = "",
    by: User | None,
    at: dt.datetime,
) -> ConsentEntry:
    """
    Note that a candidate does not agree, or no longer. It holds at once. Repeating it changes nothing.

    Arguments and errors as in `give_consent`. Without the consent for it, what was said for the fairness report is
    removed.
    """
    return _note(
        candidate,
        purpose,
        programme_code,
        opportunity_id,
        is_given=False,
        channel=channel,
        language=language,
        by=by,
        at=at,
    )


@transaction.atomic
def choose_showing(
    *,
    candidate: Candidate,
    all_companies: bool,
    programme_codes: Collection[str] = (),
    on_application: bool,
    language: str = "",
    by: User | None,
    at: dt.datetime,
) -> Candidate:
    """
    Say who may see what, in one step: the consents that this takes are given, all others of showing withdrawn.

    Args:
        all_companies: every company here sees the anonymous profile.
        programme_codes: the companies of these programmes see it.
        on_application: a company that the candidate applies to gets name and CV.

    Raises:
        PermissionDenied: nobody chooses for somebody else.
    """
    shown, share = ConsentPurpose.SHOWN_TO_COMPANIES, ConsentPurpose.SHARE_ON_APPLICATION
    before = set(candidate.showings.values_list("programme_code", flat=True))
    wanted = {
        (share, ""): on_application,  # first: applications are locked before the audit trail is
        (shown, ""): all_companies,
        **{(shown, code): code in programme_codes for code in sorted(before | set(programme_codes))},
    }
    for (purpose, code), is_given in wanted.items():
        _note(
            candidate,
            purpose,
            code,
            None,
            is_given=is_given,
            channel=ConsentChannel.WEB,
            language=language,
            by=by,
            at=at,
        )
    candidate.refresh_from_db()
    return candidate


@transaction.atomic
def show_to_companies(*, candidate: Candidate, by: User | None, at: dt.datetime) -> Candidate:
    """
    Let all companies see the anonymous profile, as agreed elsewhere. Repeating it keeps the first moment.

    Raises:
        PermissionDenied: it is somebody else's.
    """
    purpose, channel = ConsentPurpose.SHOWN_TO_COMPANIES, ConsentChannel.IMPORTED
    give_consent(candidate=candidate, purpose=purpose, channel=channel, by=by, at=at)
    return Candidate.objects.get(pk=candidate.pk)


@transaction.atomic
def hide_from_companies(*, candidate: Candidate, by: User | None, at: dt.datetime) -> Candidate:
    """
    Let no company see the profile any more, whatever the programme.

    Raises:
        PermissionDenied: it is somebody else's.
    """
    purpose, channel = ConsentPurpose.SHOWN_TO_COMPANIES, ConsentChannel.IMPORTED
    for code in ("", *candidate.showings.values_list("programme_code", flat=True)):
        withdraw_consent(
            candidate=candidate, purpose=purpose, programme_code=code, channel=channel, by=by, at=at
        )
    return Candidate.objects.get(pk=candidate.pk)


def _note(
    candidate: Candidate,
    purpose: ConsentPurpose,
    programme_code: str,
    opportunity_id: int | None,
    *,
    is_given: bool,
    channel: ConsentChannel,
    language: str,
    by: User | None,
    at: dt.datetime,
) -> ConsentEntry:
    check_may(by, "people.give_consent", candidate)
    if programme_code and purpose not in FOR_A_PROGRAMME:
        raise NothingForAProgramme(f"{purpose} is agreed to for all programmes at once, not for one.")
    if opportunity_id is not None and purpose not in FOR_AN_OPPORTUNITY:
        raise NothingForAnOpportunity(f"{purpose} is agreed to for all opportunities at once, not for one.")
    locked = Candidate.objects.select_for_update().get(pk=candidate.pk)  # one entry at a time is the newest
    version = current_text(purpose).version
    entries = ConsentEntry.objects.filter(candidate=locked, purpose=purpose, programme_code=programme_code)
    latest = _latest(entries, opportunity_id, is_given=is_given)
    # said again nearer to the text it is new: on the site the person has read it, what is brought along nobody has here
    is_nearer = latest is None or NEARNESS.index(channel) > NEARNESS.index(ConsentChannel(latest.channel))
    if latest and (latest.is_given, latest.text_version) == (is_given, version) and not is_nearer:
        return latest
    is_second_hand = channel == ConsentChannel.IMPORTED and is_given
    if latest and is_second_hand and latest.channel != ConsentChannel.IMPORTED:
        return latest  # what somebody brings along never replaces what the person said
    entry = ConsentEntry.objects.create(
        candidate=locked,
        purpose=purpose,
        programme_code=programme_code,
        opportunity_id=opportunity_id,
        text_version=version,
        language=language,
        channel=channel,
        is_given=is_given,
        at=at,
        by_id=by.pk if by else None,
        by_name=by.get_username() if by else "",
    )
    _keep(locked, purpose, programme_code, at, is_given=is_given)
    if purpose == ConsentPurpose.OPPORTUNITY_MAILS and locked.user:
        choose_topic(user=locked.user, topic=MailTopic.OPPORTUNITIES, is_on=is_given, by=by, at=at)
    if not is_given:
        for hook in _hooks[purpose]:
            hook(locked, opportunity_id, by, at)
    candidate.refresh_from_db(fields=["visible_to_companies_at", "matching_agreed_at", "changed_at"])
    action = "people.give_consent" if is_given else "people.withdraw_consent"
    changes = {"purpose": purpose, "programme": programme_code, "version": version, "channel": channel}
    if opportunity_id is not None:
        changes["opportunity"] = opportunity_id
    record(action=action, subject=candidate, by=by, at=at, changes=changes)
    return entry


def _latest(
    entries: QuerySet[ConsentEntry], opportunity_id: int | None, *, is_given: bool
) -> ConsentEntry | None:
    """
    The entry that says already what stands; None: none does.

    Whoever withdraws for all opportunities withdraws also what was given since for one of them.
    """
    if opportunity_id is not None:
        return entries.filter(Q(opportunity_id=None) | Q(opportunity_id=opportunity_id)).last()
    latest = entries.filter(opportunity_id=None).last()
    since = entries.filter(opportunity_id__isnull=False, is_given=True, pk__gt=latest.pk if latest else 0)
    return None if not is_given and since.exists() else latest


def _keep(
    candidate: Candidate, purpose: ConsentPurpose, programme_code: str, at: dt.datetime, *, is_given: bool
) -> None:
    """Write what stands now where queries look."""
    if purpose == ConsentPurpose.SHOWN_TO_COMPANIES and programme_code:
        if is_given:
            ProgrammeShowing.objects.get_or_create(
                candidate=candidate, programme_code=programme_code, defaults={"since_at": at}
            )
        else:
            ProgrammeShowing.objects.filter(candidate=candidate, programme_code=programme_code).delete()
    elif purpose == ConsentPurpose.SHOWN_TO_COMPANIES:
        since = candidate.visible_to_companies_at or at
        candidate.visible_to_companies_at = since if is_given else None
        candidate.save(update_fields=["visible_to_companies_at"])
    elif purpose == ConsentPurpose.MATCHING:
        since = candidate.matching_agreed_at or at
        candidate.matching_agreed_at, candidate.changed_at = (since if is_given else None), at
        candidate.save(update_fields=["matching_agreed_at", "changed_at"])
    elif purpose == ConsentPurpose.FAIRNESS_GROUPS and not is_given:
        CandidateBackground.objects.filter(candidate=candidate).delete()
