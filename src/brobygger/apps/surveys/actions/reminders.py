"""Who has not used the link of a survey is reminded of it: once, after the days that whoever sent it has set."""

from __future__ import annotations

import datetime as dt
import secrets
from typing import TYPE_CHECKING, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.base.actions import Address, record, send_message
from brobygger.apps.base.actions.mail import Bulk
from brobygger.apps.base.actions.one_tap import absolute
from brobygger.apps.base.enums import MailTopic
from brobygger.apps.base.models import all_rows, token_digest
from brobygger.apps.surveys.models import SurveyReminder
from brobygger.apps.surveys.queries import survey_read_in

if TYPE_CHECKING:
    from brobygger.apps.base.models import Message, User
    from brobygger.apps.surveys.models import SurveyInvitation, SurveyWave
    from brobygger.apps.surveys.queries import ReadSurvey

TOKEN_BYTES: Final = 24
MOST_DAYS: Final = 60


def remind_of_surveys(*, day: dt.date, by: User | None, at: dt.datetime) -> int:
    """
    Remind those who have not used their link, in waves that are open; how many mails. Each once; who wants no mails of
    this kind gets none. May be repeated and stopped at any moment. Of waves that are over no addresses stay.
    """
    with all_rows():  # links are nobody's
        over = Q(invitation__wave__closes_on__lt=day) | Q(invitation__wave__closed_at__isnull=False)
        SurveyReminder.objects.filter(over).delete()
        due = SurveyReminder.objects.filter(
            sent_at=None, due_date__lte=day, invitation__wave__opens_on__lte=day
        )
        return sum(_remind(pk, by, at) for pk in list(due.values_list("pk", flat=True)))


@transaction.atomic
def _remind(pk: int, by: User | None, at: dt.datetime) -> int:
    found = SurveyReminder.objects.select_for_update(of=("self",)).filter(pk=pk, sent_at=None)
    one = found.select_related("invitation__wave__survey__programme").first()
    if one is None or one.invitation.is_used:  # meanwhile, or in another process
        return 0
    one.sent_at = at
    one.save(update_fields=["sent_at"])
    # of the first link only a digest is kept; both lead to the same one sheet
    token = secrets.token_urlsafe(TOKEN_BYTES)
    one.invitation.second_digest = token_digest(token)
    one.invitation.save(update_fields=["second_digest"])
    wave = one.invitation.wave
    language = one.language or wave.survey.language
    message = write_to(
        wave=wave,
        survey=survey_read_in(wave.survey, language),
        address=Address(one.address, language),
        token=token,
        template="survey_reminder",
        days=0,
        by=by,
        at=at,
    )
    record(action="surveys.remind", subject=wave.survey, by=by, at=at, changes={"wave": wave.pk})
    return int(message is not None)


def write_to(
    *,
    wave: SurveyWave,
    survey: ReadSurvey,
    address: Address,
    token: str,
    template: str,
    days: int,
    by: User | None,
    at: dt.datetime,
) -> Message | None:
    """
    A mail with a link of one's own.

    Args:
        survey: of the wave, in the receiver's language where it is translated.
        days: after so many the receiver is reminded; 0: not, or no more.
    """
    return send_message(
        to=address,
        topic=MailTopic.NEWS,
        template=template,
        context={
            "survey": survey,
            "programme": wave.survey.programme,
            "closes_on": wave.closes_on,
            "address": f"{absolute(reverse('survey-answer', args=[wave.key]))}?i={token}",
            "days": days,
        },
        bulk=Bulk(
            why=gettext_lazy("You get this mail because you are asked to answer a survey."),
            is_asked_for=False,
        ),
        by=by,
        at=at,
    )


def reminder_date(wave: SurveyWave, days: int, at: dt.datetime) -> dt.date:
    """
    When those who are asked now are reminded.

    Raises:
        ValidationError: no day that can be.
    """
    due = max(at.date(), wave.opens_on) + dt.timedelta(days=days)
    if not 1 <= days <= MOST_DAYS:
        raise ValidationError(_("Remind after between 1 and %(most)s days.") % {"most": MOST_DAYS})
    if due > wave.closes_on:
        raise ValidationError(_("The survey closes before the reminder would go out. Choose fewer days."))
    return due


def note_reminder(*, invitation: SurveyInvitation, address: Address, due: dt.date) -> None:
    """Somebody who is sent another link is reminded of the last one alone, and not again if they were before."""
    earlier = SurveyReminder.objects.filter(invitation__wave=invitation.wave_id, address=address.email)
    if earlier.filter(sent_at__isnull=False).exists():
        return
    earlier.delete()
    SurveyReminder.objects.create(
        invitation=invitation, address=address.email, language=address.language, due_date=due
    )
