"""“Yes, I speak for the company”: what contacts of companies do from a mail."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.utils.translation import gettext as _

from brobygger.apps.base.queries import all_rows
from brobygger.apps.organisations import actions, queries
from brobygger.apps.organisations.enums import ContactRight
from brobygger.web.one_tap.action import NotPossible

if TYPE_CHECKING:
    from brobygger.apps.base.models import OneTapLink


def describe_contact_invitation(link: OneTapLink) -> str:
    with all_rows():  # whoever is asked sees nothing of the company yet
        invitation = queries.invitation_by_id(int(link.arguments["invitation"]))
    if invitation is None or invitation.email != link.address:
        raise NotPossible(_gone())
    return _("You speak for %(organisation)s on Brobygger with the address %(email)s.") % {
        "organisation": invitation.organisation,
        "email": invitation.email,
    }


def accept_contact_invitation(link: OneTapLink, at: dt.datetime) -> str:
    try:
        contact = actions.accept_contact_invitation(
            invitation_id=int(link.arguments["invitation"]), address=link.address, by=None, at=at
        )
    except ObjectDoesNotExist as error:
        raise NotPossible(_gone()) from error
    except actions.OtherRole as error:
        raise NotPossible(str(error)) from error
    return _("You speak for %(organisation)s now. Log in with your address to begin.") % {
        "organisation": contact.organisation
    }


def describe_confirmation(link: OneTapLink) -> str:
    return _("You confirm that %(email)s is your address, and that you registered %(organisation)s.") % {
        "email": link.user.email if link.user else "",
        "organisation": _organisation(link),
    }


def confirm_registration(link: OneTapLink, at: dt.datetime) -> str:
    organisation = _organisation(link)
    try:
        actions.confirm_registration(organisation_id=organisation.pk, by=link.user, at=at)
    except PermissionDenied as error:
        raise NotPossible(_gone()) from error
    if organisation.is_accepted:
        return _("Thank you. You can log in with your address.")
    return _(
        "Thank you. The secretariat looks at %(organisation)s now and writes to you. Until then you can log in and "
        "write drafts."
    ) % {"organisation": organisation}


def describe_colleague(link: OneTapLink) -> str:
    return _("You invite %(email)s to write opportunities and answers for %(organisation)s with you.") % {
        "email": link.arguments["email"],
        "organisation": _organisation(link),
    }


def invite_colleague(link: OneTapLink, at: dt.datetime) -> str:
    try:
        actions.invite_contact(
            organisation=_organisation(link),
            email=str(link.arguments["email"]),
            right=ContactRight(link.arguments["right"]),
            language=link.language,
            by=link.user,
            at=at,
        )
    except PermissionDenied as error:
        raise NotPossible(_("You may not invite colleagues any more.")) from error
    except actions.AlreadyContact as error:
        raise NotPossible(str(error)) from error
    return _("An invitation is on its way to %(email)s.") % {"email": link.arguments["email"]}


def _organisation(link: OneTapLink) -> Any:
    """
    The company of a link, in its user's scope.

    Raises:
        NotPossible: the user does not speak for it any more.
    """
    found = queries.organisation_by_id(int(link.arguments["organisation"]))
    if found is None or link.user is None:
        raise NotPossible(_("You do not speak for this company any more."))
    return found


def _gone() -> str:
    return _("This invitation was taken back. Ask the colleague who sent it.")
