"""“Yes, we would like to talk”: answers to applications and invitations from a mail."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from brobygger.apps.opportunities import actions, queries
from brobygger.apps.opportunities.enums import END_REASONS, ApplicationState
from brobygger.apps.people.queries import name_of
from brobygger.web.ads import title_of
from brobygger.web.one_tap.action import Choices, NotPossible

if TYPE_CHECKING:
    from brobygger.apps.base.models import OneTapLink


def describe_answer(link: OneTapLink) -> str:
    application = _unanswered(link)
    state = ApplicationState(link.arguments["state"])
    title = title_of(application.opportunity)
    if state == ApplicationState.REJECTED:
        return _("You answer the application for “%(title)s” with a no, in your name.") % {"title": title}
    return _("You answer the application for “%(title)s”: you would like to talk.") % {"title": title}


def reasons_of_answer(link: OneTapLink) -> Choices:
    """A no says why, here as on the page: the candidate reads it. A yes is one tap."""
    state = ApplicationState(link.arguments["state"])
    if state != ApplicationState.REJECTED:
        return ()
    return [(one.value, str(one.label)) for one in END_REASONS[state]]


def answer(link: OneTapLink, at: dt.datetime) -> str:
    return answer_with_reason(link, at, "")


def answer_with_reason(link: OneTapLink, at: dt.datetime, reason: str) -> str:
    application, state = _unanswered(link), ApplicationState(link.arguments["state"])
    assert link.user is not None, "without a user the application was not found"
    try:
        actions.answer_application(application=application, state=state, reason=reason, by=link.user, at=at)
    except (actions.ImpossibleStep, PermissionDenied) as error:
        raise NotPossible(str(error)) from error
    return _("The candidate has your answer. You can say more on the page of the application.")


def describe_answer_to_invitation(link: OneTapLink) -> str:
    application = _application(link, "opportunities.withdraw_application")
    title, organisation = title_of(application.opportunity), application.opportunity.organisation
    _check_invited(application)
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
    _check_invited(application)
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


def _unanswered(link: OneTapLink) -> Any:
    """
    The application of a link, while it waits for an answer: the links of one question are used up together.

    Raises:
        NotPossible: it is gone, or somebody has answered it, by a link or on the page.
    """
    application = _application(link, "opportunities.answer_application")
    if application.state == ApplicationState.APPLIED:
        return application
    if application.answered_at is None or application.state == ApplicationState.WITHDRAWN:
        raise NotPossible(_stands(application), _page(application))
    said = _(
        "This is answered already: %(answer)s, on %(day)s. Change it on the page of the application."
    ) % {
        "answer": _("no") if application.state == ApplicationState.REJECTED else _("yes"),
        "day": date_format(localtime(application.answered_at), "DATE_FORMAT"),
    }
    raise NotPossible(said, _page(application))


def _check_invited(application: Any) -> None:
    """
    Raises:
        NotPossible: the candidate has answered the invitation, or it has ended.
    """
    state = application.state
    if state == ApplicationState.INVITED:
        return
    if state not in (ApplicationState.TALKING, ApplicationState.INVITATION_DECLINED):
        raise NotPossible(_stands(application), _page(application))
    said = _("You have answered already: %(answer)s. The page of the application says how it goes on.")
    answer = _("yes") if state == ApplicationState.TALKING else _("no")
    raise NotPossible(said % {"answer": answer}, _page(application))


def _page(application: Any) -> str:
    return reverse("application", args=[application.pk])


def _stands(application: Any) -> str:
    state = ApplicationState(application.state).label
    return _("This cannot be done any more: the application stands at “%(state)s”.") % {"state": state}
