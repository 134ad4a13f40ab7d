"""An opportunity is saved from its ad, read again, opened, closed and taken down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.enums import Role as UserRole
from brobygger.apps.base.rules import check_may
from brobygger.apps.classifications import actions as classifications_actions
from brobygger.apps.classifications import queries as classifications
from brobygger.apps.classifications.adapters import (
    FactRow,
    sentence_start,
    to_columns,
    to_passage_lists,
    undecided,
)
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.opportunities.actions.approvals import void_approvals
from brobygger.apps.opportunities.actions.columns import repeat_facts
from brobygger.apps.opportunities.adapters import to_payer_columns
from brobygger.apps.opportunities.enums import TRANSITIONS, OpportunityKind, OpportunityState
from brobygger.apps.opportunities.models import Opportunity, OpportunityFact
from brobygger.apps.organisations.enums import OrganisationState
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.programmes.models import Programme
from brobygger.apps.programmes.queries import led_programme_of
from brobygger.core.reading import Document, DocumentKind, Fact, FactValue, Kind, Payer, Reading, Role
from brobygger.core.reading import OpportunityKind as CoreKind
from brobygger.core.reading.addresses import is_address_alone

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

LONGEST_TITLE = 300


class EmptyText(ValueError):
    """An ad without a letter or digit, or of an address alone, cannot be read."""


class NotAccepted(Exception):
    """Nobody has looked at the organisation yet, or it was declined. The message says which."""


class ImpossibleTransition(Exception):
    """An opportunity in this state cannot go to that one. The message names both."""


@transaction.atomic
def save_opportunity_from_text(
    *,
    organisation: Organisation,
    text: str,
    title: str = "",
    code: str | None = None,
    kind: OpportunityKind | None = None,
    payer: Payer | None = None,
    programme: Programme | None = None,
    date_posted: dt.date | None = None,
    state: OpportunityState = OpportunityState.DRAFT,
    declared: tuple[Fact, ...] = (),
    published_at: dt.datetime | None = None,
    by: User | None,
    at: dt.datetime,
) -> Opportunity:
    """
    Read an ad and save it as an opportunity; one with the same `code` is replaced. Repeating changes nothing.

    Args:
        organisation: whose ad it is; its name is masked while reading.
        text: the ad in plain text.
        title: empty: the first line of the text.
        code: the ad's name in the file it came from.
        kind, payer: None: what the ad says.
        date_posted: the day that relative dates in the ad count from; None: the day of `at`.
        declared: what the source says in fields of its own, with places in the text.
        published_at: since when people could see it, for one that is saved as open; None: since now.

    Raises:
        EmptyText: there is nothing to read, or an address alone.
        NotAccepted: it shall be open, and the organisation may write drafts only.
        PermissionDenied: `by` may not add opportunities for this organisation.
    """
    text = text.replace("\x00", " ")  # PostgreSQL stores no NUL; offsets stay
    if not any(character.isalnum() for character in text):
        raise EmptyText(_("The ad is empty."))
    if is_address_alone(text):
        raise EmptyText(_("Paste the text of the page, not its address."))
    check_may(by, "opportunities.add_opportunity", organisation)
    if programme is None and by is not None and by.role == UserRole.PARTNER:
        programme = led_programme_of(by, organisation)  # in no programme, a partner could not see it again
    columns = {
        "organisation": organisation,
        "programme": programme,
        "title": (title or text.strip().splitlines()[0])[:LONGEST_TITLE].strip(),
        "date_posted": date_posted or at.date(),
        "text": text,
    }
    if state == OpportunityState.OPEN:
        check_accepted(organisation)
    opportunity = _existing(code) or Opportunity(code=code, state=state, created_at=at)
    if opportunity.pk:
        check_may(by, "opportunities.change_opportunity", opportunity)
        if _says(opportunity, columns, kind, payer):
            return opportunity
    is_new_text = opportunity.text != text
    for name, value in columns.items():
        setattr(opportunity, name, value)
    opportunity.changed_at = at
    if opportunity.state == OpportunityState.OPEN and opportunity.pk is None:
        opportunity.published_at = published_at or at
    reading = _read(opportunity, at, declared)
    opportunity.save()
    _store(opportunity, reading, is_new_text=is_new_text)
    _add(opportunity, (Kind(CoreKind(kind)) if kind else None, payer), by, at)
    repeat_facts(opportunity=opportunity, by=by)
    changes = {"title": opportunity.title, "characters": len(text), "facts": len(reading.facts)}
    if is_new_text and (voided := void_approvals(opportunity)):
        changes["approvals_voided"] = voided
    record(
        action="opportunities.save_opportunity_from_text",
        subject=opportunity,
        by=by,
        at=at,
        changes=changes,
    )
    return opportunity


@transaction.atomic
def change_ad(
    *, opportunity: Opportunity, title: str, text: str, by: User | None, at: dt.datetime
) -> Opportunity:
    """
    Change the title or the text of an ad; a new text is read anew, what people added stays. Repeating changes nothing.

    Raises:
        EmptyText: there is nothing to read.
        PermissionDenied: it is another organisation's ad.
    """
    check_may(by, "opportunities.change_opportunity", opportunity)
    text, title = text.replace("\x00", " "), " ".join(title.split())[:LONGEST_TITLE]
    if not any(character.isalnum() for character in text) or not title:
        raise EmptyText(_("The ad is empty."))
    is_new_text = opportunity.text != text
    changes: dict[str, Any] = {}
    if opportunity.title != title:
        changes["title"] = [opportunity.title, title]
    if is_new_text:
        changes["characters"] = [len(opportunity.text), len(text)]
    if not changes:
        return opportunity
    opportunity.title, opportunity.text, opportunity.changed_at = title, text, at
    if is_new_text:
        reading = _read(opportunity, at)
        opportunity.save()
        _store(opportunity, reading, is_new_text=True)
        repeat_facts(opportunity=opportunity, by=by)
        if voided := void_approvals(opportunity):
            changes["approvals_voided"] = voided
    else:
        opportunity.save(update_fields=["title", "changed_at"])
    record(action="opportunities.change_ad", subject=opportunity, by=by, at=at, changes=changes)
    return opportunity


@transaction.atomic
def read_opportunity_again(*, opportunity: Opportunity, by: User | None, at: dt.datetime) -> Opportunity:
    """
    Read the ad with the vocabulary that is now in use. What people confirmed, rejected or added stays.

    Raises:
        PermissionDenied: it is another organisation's ad.
    """
    check_may(by, "opportunities.change_opportunity", opportunity)
    reading = _read(opportunity, at)
    opportunity.changed_at = at
    opportunity.save()
    _store(opportunity, reading, is_new_text=False)
    repeat_facts(opportunity=opportunity, by=by)
    changes = {"facts": len(reading.facts)}
    record(action="opportunities.read_opportunity_again", subject=opportunity, by=by, at=at, changes=changes)
    return opportunity


@transaction.atomic
def open_opportunity(*, opportunity: Opportunity, by: User | None, at: dt.datetime) -> Opportunity:
    """
    Let candidates see an opportunity and rank them for it. Repeating it changes nothing.

    Raises:
        NotAccepted: the organisation has to be accepted first.
        PermissionDenied: it is another organisation's ad.
    """
    check_may(by, "opportunities.change_opportunity", opportunity)
    check_accepted(opportunity.organisation)
    return _move(opportunity, OpportunityState.OPEN, "opportunities.open_opportunity", by, at)


@transaction.atomic
def close_opportunity(*, opportunity: Opportunity, by: User | None, at: dt.datetime) -> Opportunity:
    """
    Take an opportunity off the lists. Repeating it changes nothing.

    Raises:
        PermissionDenied: it is another organisation's ad.
    """
    return _move(opportunity, OpportunityState.CLOSED, "opportunities.close_opportunity", by, at)


@transaction.atomic
def take_down_opportunity(*, opportunity: Opportunity, by: User | None, at: dt.datetime) -> Opportunity:
    """
    Take an opportunity off the lists so that its organisation cannot open it again. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "opportunities.take_down_opportunity", opportunity)
    return _set_state(opportunity, OpportunityState.REMOVED, "opportunities.take_down_opportunity", by, at)


@transaction.atomic
def put_back_opportunity(*, opportunity: Opportunity, by: User | None, at: dt.datetime) -> Opportunity:
    """
    Let the organisation open an opportunity again that was taken down: until it does, it is closed.

    Raises:
        PermissionDenied: `by` may not.
        ImpossibleTransition: it was not taken down.
    """
    check_may(by, "opportunities.take_down_opportunity", opportunity)
    if opportunity.state != OpportunityState.REMOVED:
        raise ImpossibleTransition(_("“%(title)s” is not taken down.") % {"title": opportunity.title})
    return _set_state(opportunity, OpportunityState.CLOSED, "opportunities.put_back_opportunity", by, at)


def check_accepted(organisation: Organisation) -> None:
    """
    Raises:
        NotAccepted: the organisation may write drafts only.
    """
    if organisation.state == OrganisationState.APPLIED:
        raise NotAccepted(
            _(
                "The secretariat is still looking at %(organisation)s. You get a mail as soon as you can open it."
            )
            % {"organisation": organisation}
        )
    if organisation.state == OrganisationState.SUSPENDED:
        raise NotAccepted(
            _(
                "%(organisation)s is suspended, so none of its opportunities can be opened. Write to the "
                "secretariat."
            )
            % {"organisation": organisation}
        )
    if organisation.state != OrganisationState.ACCEPTED:
        raise NotAccepted(
            _("%(organisation)s was not accepted, so none of its opportunities can be opened.")
            % {"organisation": organisation}
        )


def _move(
    opportunity: Opportunity, state: OpportunityState, action: str, by: User | None, at: dt.datetime
) -> Opportunity:
    check_may(by, "opportunities.change_opportunity", opportunity)
    opportunity = Opportunity.objects.select_for_update().get(pk=opportunity.pk)
    before = OpportunityState(opportunity.state)
    if before == state:
        return opportunity
    if state not in TRANSITIONS[before]:
        states = {"before": before.label, "after": state.label}
        raise ImpossibleTransition(_("An opportunity cannot go from “%(before)s” to “%(after)s”.") % states)
    return _set_state(opportunity, state, action, by, at)


def _set_state(
    opportunity: Opportunity, state: OpportunityState, action: str, by: User | None, at: dt.datetime
) -> Opportunity:
    opportunity = Opportunity.objects.select_for_update().get(pk=opportunity.pk)
    before = OpportunityState(opportunity.state)
    if before == state:
        return opportunity
    opportunity.state, opportunity.changed_at = state, at
    if state == OpportunityState.OPEN and before == OpportunityState.DRAFT:
        opportunity.published_at = at
    opportunity.save(update_fields=["state", "changed_at", "published_at"])
    record(action=action, subject=opportunity, by=by, at=at, changes={"state": [before, state]})
    return opportunity


def _add(
    opportunity: Opportunity, values: Iterable[FactValue | None], by: User | None, at: dt.datetime
) -> None:
    """What whoever saves an ad says beside it; None: nothing."""
    for value in values:
        if value is not None:
            blank = OpportunityFact(opportunity=opportunity, language="und", role=Role.TITLE)
            classifications_actions.add_fact(fact=blank, value=value, by=by, at=at)


def _existing(code: str | None) -> Opportunity | None:
    return Opportunity.objects.select_for_update().filter(code=code).first() if code else None


def _says(
    opportunity: Opportunity, columns: Mapping[str, Any], kind: OpportunityKind | None, payer: Payer | None
) -> bool:
    """Whether an opportunity says the same already."""
    columns = {**columns, **(to_payer_columns(payer) if payer else {})}
    same = all(getattr(opportunity, name) == value for name, value in columns.items())
    return same and (kind is None or opportunity.kind == kind)


def _read(opportunity: Opportunity, at: dt.datetime, declared: tuple[Fact, ...] = ()) -> Reading:
    document = Document(
        id=str(opportunity.pk or opportunity.code or ""),
        text=opportunity.text,
        kind=DocumentKind.AD,
        employer=opportunity.organisation.name,
        published=opportunity.date_posted,
        declared=declared,
    )
    reading = classifications.reader().read(document)
    opportunity.language, opportunity.read_at = reading.language, at
    opportunity.passages = to_passage_lists(reading.passages)
    return reading


def _store(opportunity: Opportunity, reading: Reading, *, is_new_text: bool) -> None:
    """Replace what was read; what people said stays, as far as it is about the words of this text."""
    facts = opportunity.facts
    if is_new_text:
        facts.exclude(state=FactState.ADDED).delete()
        facts.update(span_start=None, span_end=None, sentence_start=None)
    facts.filter(state=FactState.READ).delete()
    decided: Iterable[FactRow] = [FactRow(*row) for row in facts.values_list(*FactRow._fields)]
    OpportunityFact.objects.bulk_create(
        OpportunityFact(
            opportunity=opportunity,
            sentence_start=sentence_start(fact.span.start, reading.passages),
            **to_columns(fact),
        )
        for fact in undecided(reading.facts, decided)
    )
