"""“Yes, we would like to talk”: answers to applications and invitations from a mail."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from brobygger.apps.opportunities import actions, queries
from brobygger.apps.opportunities.enums import ApplicationState, Side
from brobygger.apps.people.queries import name_of
from brobygger.web.one_tap.action import NotPossible

if TYPE_CHECKING:
    from brobygger.apps.base.models import OneTapLink


def describe_answer(link: OneTapLink) -> str:
    application = _application(link, "opportunities.answer_application")
    state = ApplicationState(link.arguments["state"])
    if state not in queries.next_steps(application, Side.ORGANISATION):
        raise NotPossible(_stands(application))
    title = application.opportunity.title
    if state == ApplicationState.REJECTED:
        return _("You answer the application for “%(title)s” with a no, in your name.") % {"title": title}
    return _("You answer the application for “%(title)s”: you would like to talk.") % {"title": title}


def answer(link: OneTapLink, at: dt.datetime) -> str:
    application = _application(link, "opportunities.answer_application")
    assert link.user is not None, "without a user the application was not found"
    try:
        actions.answer_application(
            application=application, state=ApplicationState(link.arguments["state"]), by=link.user, at=at
        )
    except (actions.ImpossibleStep, PermissionDenied) as error:
        raise NotPossible(str(error)) from error
    return _("The candidate has your answer. You can say more, and why, on the page of the application.")


def describe_answer_to_invitation(link: OneTapLink) -> str:
    application = _application(link, "opportunities.withdraw_application")
    title, organisation = application.opportunity.title, application.opportunity.organisation
    if application.state != ApplicationState.INVITED:
        raise NotPossible(_stands(application))
    said = {"title": title, "organisation": organisation}
    if link.arguments["accept"] == "yes":
        if not name_of(application.candidate):
            raise NotPossible(str(actions.NoName()))
        return (
            _(
                "You would like to talk with %(organisation)s about “%(title)s”, and agree that they get your name,"
                " contact details and CV."
            )
            % said
        )
    return _("You say no, thank you, to %(organisation)s about “%(title)s”.") % said


def answer_to_invitation(link: OneTapLink, at: dt.datetime) -> str:
    application = _application(link, "opportunities.withdraw_application")
    accept = link.arguments["accept"] == "yes"
    try:
        actions.answer_invitation(
            application=application, accept=accept, language=link.language, by=link.user, at=at
        )
    except (actions.ImpossibleStep, actions.NoName, PermissionDenied) as error:
        raise NotPossible(str(error)) from error
    return (
        _("They now see who you are, and will write to you.") if accept else _("They know that you said no.")
    )


def _application(link: OneTapLink, permission: str) -> Any:
    """
    The application of a link, in its user's scope.

    Raises:
        NotPossible: it is gone, or the user may no longer answer it.
    """
    application = queries.application_by_id(int(link.arguments["application"]))
    if application is None or link.user is None or not link.user.has_perm(permission, application):
        raise NotPossible(_("This application is not there for you any more."))
    return application


def _stands(application: Any) -> str:
    state = ApplicationState(application.state).label
    return _("This cannot be done any more: the application stands at “%(state)s”.") % {"state": state}
