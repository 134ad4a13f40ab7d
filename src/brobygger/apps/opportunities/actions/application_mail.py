"""The mails about applications: who is told what, and what each can answer with one tap."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.actions import Address, OneTap, send_message
from brobygger.apps.base.actions.mail import language_read_by
from brobygger.apps.base.actions.one_tap import absolute
from brobygger.apps.base.enums import MailTopic
from brobygger.apps.base.models import all_rows
from brobygger.apps.opportunities.enums import ApplicationState
from brobygger.apps.opportunities.queries import origin_of, version_in
from brobygger.apps.organisations.queries import contacts_of
from brobygger.apps.people.queries import has_cv

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.opportunities.models import Application, Opportunity
    from brobygger.apps.people.models import Candidate

ANSWER: Final = "opportunities.answer_application"
ANSWER_INVITATION: Final = "opportunities.answer_invitation"
TAP_DAYS: Final = 30
ANSWER_LABELS: Final = {
    ApplicationState.TALKING: _("Yes, we would like to talk"),
    ApplicationState.REJECTED: _("No, thank you"),
}


def tell_of_application(application: Application, *, by: User | None, at: dt.datetime) -> None:
    """The organisation gets the application with one-tap answers, the candidate a receipt with the promised day."""
    _to_organisation(
        application, "application_received", MailTopic.APPLICATIONS, _answers(application), by, at
    )
    _to_candidate(application, "application_sent", (), by, at)


def tell_of_invitation(application: Application, *, by: User | None, at: dt.datetime) -> None:
    taps = [
        _tap(_("Yes, I would like to talk"), ANSWER_INVITATION, application, accept="yes"),
        _tap(_("No, thank you"), ANSWER_INVITATION, application, accept="no"),
    ]
    _to_candidate(application, "invitation", taps, by, at)


def tell_of_answer_to_invitation(application: Application, *, by: User | None, at: dt.datetime) -> None:
    _to_organisation(application, "invitation_answered", MailTopic.APPLICATIONS, (), by, at)


def tell_of_answer(application: Application, *, by: User | None, at: dt.datetime) -> None:
    _to_candidate(application, "application_answered", (), by, at)


def tell_of_acceptance(application: Application, *, by: User | None, at: dt.datetime) -> None:
    _to_organisation(application, "place_taken", MailTopic.APPLICATIONS, (), by, at)


def tell_of_withdrawal(application: Application, *, by: User | None, at: dt.datetime) -> None:
    _to_organisation(application, "application_withdrawn", MailTopic.APPLICATIONS, (), by, at)


def remind_of_answer(application: Application, *, by: User | None, at: dt.datetime) -> None:
    _to_organisation(application, "answer_reminder", MailTopic.REMINDERS, _answers(application), by, at)


def tell_of_lapse(application: Application, *, by: User | None, at: dt.datetime) -> None:
    _to_candidate(application, "answer_missing", (), by, at)


def tell_of_pause(application: Application, *, by: User | None, at: dt.datetime) -> None:
    """The company no longer takes part: its invitation has ended, or what was applied for is closed. Not why."""
    _to_candidate(application, "company_pauses", (), by, at)


def _answers(application: Application) -> list[OneTap]:
    return [_tap(label, ANSWER, application, state=state.value) for state, label in ANSWER_LABELS.items()]


def _tap(label: Any, action: str, application: Application, **arguments: str) -> OneTap:
    return OneTap(label, action, {"application": application.pk, **arguments}, TAP_DAYS)


def _to_organisation(
    application: Application,
    template: str,
    topic: MailTopic,
    links: Sequence[OneTap],
    by: User | None,
    at: dt.datetime,
) -> None:
    with all_rows():  # a candidate who applies does not see who speaks for the organisation
        receivers = list(contacts_of(application.opportunity.organisation).filter(user__is_active=True))
    for contact in receivers:
        send_message(
            to=contact.user,
            topic=topic,
            template=template,
            context=_context(application),
            links=links if contact.may_write else (),
            by=by,
            at=at,
        )


def _to_candidate(
    application: Application, template: str, links: Sequence[OneTap], by: User | None, at: dt.datetime
) -> None:
    to = _receiver(application.candidate)
    if to is not None:
        # a one-tap link acts as a user: somebody without a log-in answers through the secretariat
        taps = links if application.candidate.user_id else ()
        context = _context(application) | ad_in_mail(application.opportunity, to)
        topic = MailTopic.APPLICATIONS
        send_message(to=to, topic=topic, template=template, context=context, links=taps, by=by, at=at)


def ad_in_mail(opportunity: Opportunity, to: User | Address) -> dict[str, Any]:
    """
    The title as the receiver of a mail reads it, and what it is.

    `origin` says that of any title, `translated` of a translation alone: for mails in which the ad is known already.
    """
    language = language_read_by(to)
    version = version_in(opportunity, language)
    origin = origin_of(version, language)
    return {"title": version.title, "origin": origin, "translated": "" if version.is_original else origin}


def _receiver(candidate: Candidate) -> User | Address | None:
    if candidate.user:
        return candidate.user
    identity = getattr(candidate, "identity", None)
    return Address(identity.email) if identity and identity.email else None


def _context(application: Application) -> dict[str, Any]:
    identity = getattr(application.candidate, "identity", None)
    shown = (application.is_shared and identity and identity.name) or application.candidate.alias
    return {
        "application": application,
        "opportunity": application.opportunity,
        "title": application.opportunity.title,
        "organisation": application.opportunity.organisation,
        "candidate": shown,
        "has_cv": partial(has_cv, application.candidate),
        "address": absolute(reverse("application", args=[application.pk])),
        "is_yes": application.state
        in (ApplicationState.TALKING, ApplicationState.OFFERED, ApplicationState.PLACED),
        "is_offer": application.state == ApplicationState.OFFERED,
        "is_invitation": application.state == ApplicationState.WITHDRAWN,
        "contact": settings.CONTROLLER["contact"],
    }
