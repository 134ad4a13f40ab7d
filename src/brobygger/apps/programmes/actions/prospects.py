"""An organisation is asked to join a programme: from a name on a list to a partner, or to a no."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.base.actions import Address, OneTap, record, send_message
from brobygger.apps.base.enums import MailTopic, Role
from brobygger.apps.base.models import User, all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.organisations.actions import OtherRole, vet_organisation
from brobygger.apps.organisations.actions.contacts import user_with
from brobygger.apps.organisations.actions.registration import free_code
from brobygger.apps.organisations.enums import ContactRight, OrganisationKind, OrganisationState
from brobygger.apps.organisations.models import Contact, Organisation
from brobygger.apps.programmes.enums import (
    PROSPECT_TRANSITIONS,
    InvitationAnswer,
    PartnerRight,
    ProspectState,
    WriteBasis,
)
from brobygger.apps.programmes.models import Partnership, Programme, Prospect, ProspectStep

ANSWER: Final = "programmes.answer_partnership"
ANSWER_DAYS: Final = 30
LANGUAGES: Final = ("da", "nb", "sv", "en")
AFTER: Final = {
    InvitationAnswer.YES: ProspectState.WILLING,
    InvitationAnswer.TALK: ProspectState.TALKING,
    InvitationAnswer.NO: ProspectState.DECLINED,
}


class ImpossibleMove(Exception):
    """It stands where this cannot follow. The message says where."""


@dataclass(frozen=True, slots=True)
class ProspectDetails:
    """
    What is known of a prospective partner, and what comes next; empty or None: not yet.

    Args:
        rights: with which it would join.
        language: that the contact reads: da, nb, sv or en.
        write_basis: why the contact may be written to.
        owner: who sees to the next step.
    """

    rights: PartnerRight = PartnerRight.MEMBER
    contact_name: str = ""
    contact_email: str = ""
    language: str = "en"
    write_basis: WriteBasis | str = ""
    next_step: str = ""
    owner: User | None = None
    due_date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """An organisation that nobody has a record of yet; `country`: ISO 3166-1."""

    name: str
    country: str
    kind: OrganisationKind
    place_name: str = ""


@transaction.atomic
def add_prospect(
    *,
    programme: Programme,
    organisation: Organisation | NewOrganisation,
    details: ProspectDetails,
    by: User | None,
    at: dt.datetime,
) -> Prospect:
    """
    Put an organisation on the list of those who might join a programme.

    A new one gets a record that waits for its answer; one of the same name and country that `by` does not see is taken.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: a field that cannot be, or it is on the list or a partner already.
    """
    check_may(by, "programmes.add_prospect", programme)
    if isinstance(organisation, NewOrganisation):
        organisation = _organisation(organisation)
    if Partnership.objects.filter(programme=programme, organisation=organisation).exists():
        raise ValidationError(
            _("%(organisation)s is a partner of the programme already.") % {"organisation": organisation}
        )
    prospect = Prospect(programme=programme, organisation=organisation, added_at=at, added_by=by)
    _write(prospect, details, at)
    _step(prospect, "", by, at)
    changes = {"organisation": organisation.pk, "rights": prospect.rights}
    record(action="programmes.add_prospect", subject=prospect, by=by, at=at, changes=changes)
    return prospect


@transaction.atomic
def change_prospect(
    *, prospect: Prospect, details: ProspectDetails, note: str = "", by: User | None, at: dt.datetime
) -> Prospect:
    """
    Change what is known of a prospective partner and what comes next, and note what happened.

    Raises:
        PermissionDenied: `by` may not.
        ImpossibleMove: it has joined.
        ValidationError: a field that cannot be.
    """
    check_may(by, "programmes.change_prospect", prospect)
    prospect = _locked(prospect)
    if prospect.state == ProspectState.JOINED:
        raise ImpossibleMove(_stands(prospect))
    before = prospect.rights
    _write(prospect, details, at)
    if note.strip():
        _step(prospect, note, by, at)
    due = prospect.due_date.isoformat() if prospect.due_date else None
    changes = {"rights": [before, prospect.rights], "due": due}
    record(action="programmes.change_prospect", subject=prospect, by=by, at=at, changes=changes)
    return prospect


@transaction.atomic
def invite_prospect(*, prospect: Prospect, by: User | None, at: dt.datetime) -> Prospect:
    """
    Mail the invitation to the contact, in the contact's language, with links to say yes, to talk, or no.

    Repeating it sends another one, until the answer is there.

    Raises:
        PermissionDenied: `by` may not.
        ImpossibleMove: it stands where nobody is invited any more.
        ValidationError: no address, nothing said of why one may write, or the address takes no mail of this kind.
    """
    check_may(by, "programmes.change_prospect", prospect)
    prospect = _locked(prospect)
    if not prospect.contact_email or not prospect.write_basis:
        raise ValidationError(_("Write the address of the contact first, and say why one may write to it."))
    _move(prospect, ProspectState.INVITED, "", by, at, invited_at=at)
    arguments: dict[str, int | str] = {"prospect": prospect.pk, "address": prospect.contact_email.lower()}
    labels = {
        InvitationAnswer.YES: gettext_lazy("Yes, we would like to join"),
        InvitationAnswer.TALK: gettext_lazy("Talk to us first"),
        InvitationAnswer.NO: gettext_lazy("No, thank you"),
    }
    message = send_message(
        to=Address(prospect.contact_email, prospect.language),
        topic=MailTopic.APPLICATIONS,
        template="partner_invitation",
        context={
            "programme": prospect.programme,
            "about": prospect.programme.description_in(prospect.language),
            "organisation": prospect.organisation,
            "name": prospect.contact_name,
            "rights": PartnerRight(prospect.rights).label,
            "inviter": (by.get_full_name() or by.get_username()) if by else "",
        },
        links=[
            OneTap(label, ANSWER, {**arguments, "answer": answer.value}, ANSWER_DAYS)
            for answer, label in labels.items()
        ],
        by=by,
        at=at,
    )
    if message is None:
        raise ValidationError(
            _("This address takes no mails of ours. Call instead, and note the answer here.")
        )
    record(action="programmes.invite_prospect", subject=prospect, by=by, at=at, changes={})
    return prospect


@transaction.atomic
def answer_invitation(
    *, prospect_id: int, address: str, answer: InvitationAnswer, by: User | None, at: dt.datetime
) -> Prospect:
    """
    Answer an invitation as the contact who got it. A yes makes no partner yet: a person confirms it.

    Args:
        address: that the link was sent to.

    Raises:
        PermissionDenied: the invitation was sent to another address.
        Prospect.DoesNotExist: it is gone.
        ImpossibleMove: it was answered or decided meanwhile.
    """
    with all_rows():  # whoever answers has no log-in
        prospect = _locked(Prospect(pk=prospect_id))
        if not address or prospect.contact_email.lower() != address.lower():
            raise PermissionDenied(f"{address} was not asked.")
        _move(prospect, AFTER[answer], str(answer.label), by, at, answered_at=at, due_date=at.date())
        changes = {"answer": answer.value}
        record(action="programmes.answer_invitation", subject=prospect, by=by, at=at, changes=changes)
    return prospect


@transaction.atomic
def move_prospect(
    *, prospect: Prospect, state: ProspectState, note: str = "", by: User | None, at: dt.datetime
) -> Prospect:
    """
    Say how far it has come where the answer came by another way than the mail.

    Raises:
        PermissionDenied: `by` may not.
        ImpossibleMove: from where it stands it cannot go there; joining has an action of its own.
    """
    check_may(by, "programmes.change_prospect", prospect)
    prospect = _locked(prospect)
    if state in (ProspectState.JOINED, ProspectState.INVITED):
        raise ImpossibleMove(_stands(prospect))
    before = prospect.state
    decided = _decided(by, at) if state == ProspectState.DECLINED else {}
    _move(prospect, state, note, by, at, **decided)
    changes = {"state": [before, state]}
    record(action="programmes.move_prospect", subject=prospect, by=by, at=at, changes=changes)
    return prospect


@transaction.atomic
def confirm_partner(*, prospect: Prospect, by: User, at: dt.datetime) -> Prospect:
    """
    Let an organisation that said yes join, with the rights that were chosen: a named person confirms it.

    An organisation that nobody has looked at yet is accepted by this. Its contact gets a log-in that speaks for it,
    where it joins as partner or lead; somebody with a log-in of another kind keeps that one, and the mail says so.

    Raises:
        PermissionDenied: `by` is nobody or may not; a further lead needs the right to set partners.
        ImpossibleMove: it has not said yes.
    """
    if by is None:
        raise PermissionDenied("A person confirms a partner.")
    check_may(by, "programmes.confirm_partner", prospect)
    prospect = _locked(prospect)
    rights, programme, organisation = PartnerRight(prospect.rights), prospect.programme, prospect.organisation
    if rights == PartnerRight.LEAD:
        check_may(by, "programmes.set_partners", programme)
    _move(prospect, ProspectState.JOINED, "", by, at, due_date=None, next_step="", **_decided(by, at))
    with all_rows():  # an organisation that is in no programme of `by` yet
        programme.organisations.add(organisation)
        organisation = Organisation.objects.get(pk=organisation.pk)
        if organisation.state != OrganisationState.ACCEPTED:
            vet_organisation(organisation=organisation, state=OrganisationState.ACCEPTED, by=by, at=at)
        if rights != PartnerRight.MEMBER:
            Partnership.objects.update_or_create(
                programme=programme,
                organisation=organisation,
                defaults={"is_lead": rights == PartnerRight.LEAD},
            )
        has_log_in = _let_in(prospect, organisation, rights, at)
        if prospect.contact_email:
            _welcome(prospect, has_log_in, by, at)
    changes = {"organisation": organisation.pk, "rights": rights.value}
    record(action="programmes.confirm_partner", subject=prospect, by=by, at=at, changes=changes)
    return prospect


def _organisation(new: NewOrganisation) -> Organisation:
    name = " ".join(new.name.split())
    with all_rows():  # the record may be another programme's, and must not be made twice
        known = Organisation.objects.filter(name__iexact=name, country=new.country).order_by("pk").first()
        if known:
            return known
        made = Organisation(
            code=free_code(name),
            name=name,
            country=new.country,
            kind=new.kind,
            place_name=new.place_name.strip(),
            state=OrganisationState.ASKED,
        )
        made.full_clean()
        made.save()
    return made


def _let_in(prospect: Prospect, organisation: Organisation, rights: PartnerRight, at: dt.datetime) -> bool:
    """Whether the contact has a log-in that speaks for the organisation."""
    email = prospect.contact_email.lower()
    if not email:
        return False
    known = User.objects.filter(email__iexact=email).first()
    wanted = Role.COMPANY if rights == PartnerRight.MEMBER else Role.PARTNER
    if known is None:
        try:
            known = user_with(email=email, name=prospect.contact_name, language=prospect.language, at=at)
        except OtherRole:
            return False
        if known.role != wanted:
            known.role = wanted
            known.save(update_fields=["role"])
    if known.role != wanted:
        return False
    Contact.objects.get_or_create(
        organisation=organisation, user=known, defaults={"right": ContactRight.MANAGE}
    )
    return True


def _welcome(prospect: Prospect, has_log_in: bool, by: User, at: dt.datetime) -> None:
    send_message(
        to=Address(prospect.contact_email, prospect.language),
        topic=MailTopic.APPLICATIONS,
        template="partner_confirmed",
        context={
            "programme": prospect.programme,
            "organisation": prospect.organisation,
            "rights": PartnerRight(prospect.rights).label,
            "who": prospect.decided_by_name,
            "has_log_in": has_log_in,
        },
        by=by,
        at=at,
    )


def _decided(by: User | None, at: dt.datetime) -> dict[str, object]:
    name = (by.get_full_name() or by.get_username())[:150] if by else ""
    return {"decided_at": at, "decided_by": by, "decided_by_name": name}


def _write(prospect: Prospect, details: ProspectDetails, at: dt.datetime) -> None:
    email = details.contact_email.strip().lower()
    if email:
        validate_email(email)
    if details.language not in LANGUAGES:
        raise ValidationError(
            {"language": _("Choose one of these: %(known)s.") % {"known": ", ".join(LANGUAGES)}}
        )
    prospect.rights, prospect.contact_email = details.rights, email
    prospect.contact_name, prospect.language = details.contact_name.strip(), details.language
    prospect.write_basis, prospect.owner = details.write_basis, details.owner
    prospect.next_step, prospect.due_date = details.next_step.strip(), details.due_date
    prospect.changed_at = at
    prospect.full_clean()
    prospect.save()


def _move(
    prospect: Prospect, state: ProspectState, note: str, by: User | None, at: dt.datetime, **columns: object
) -> None:
    if state not in PROSPECT_TRANSITIONS[ProspectState(prospect.state)]:
        raise ImpossibleMove(_stands(prospect))
    prospect.state, prospect.changed_at = state, at
    for name, value in columns.items():
        setattr(prospect, name, value)
    prospect.save()
    _step(prospect, note, by, at)


def _step(prospect: Prospect, note: str, by: User | None, at: dt.datetime) -> None:
    text = " ".join(note.replace("\x00", " ").split())[:500]
    ProspectStep.objects.create(prospect=prospect, state=prospect.state, note=text, noted_at=at, noted_by=by)


def _locked(prospect: Prospect) -> Prospect:
    rows = Prospect.objects.select_for_update(of=("self",)).select_related("programme", "organisation")
    return rows.get(pk=prospect.pk)


def _stands(prospect: Prospect) -> str:
    return _("This cannot be done: the organisation stands at “%(state)s”.") % {
        "state": ProspectState(prospect.state).label
    }
