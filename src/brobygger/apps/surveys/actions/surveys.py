"""A survey is written, its waves are opened, sent and closed."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import Address, record
from brobygger.apps.base.models import all_rows, token_digest
from brobygger.apps.base.rules import check_may
from brobygger.apps.programmes.models import Programme
from brobygger.apps.surveys.actions.reminders import TOKEN_BYTES, note_reminder, reminder_date, write_to
from brobygger.apps.surveys.enums import LANGUAGES, QuestionKind, WaveMoment
from brobygger.apps.surveys.models import Survey, SurveyInvitation, SurveyQuestion, SurveyReminder, SurveyWave
from brobygger.apps.surveys.queries import can_change_questions, survey_read_in

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

KEY_BYTES: Final = 9
MOST_INVITED: Final = 500  # addresses at once
MOST_QUESTIONS: Final = 30


class QuestionsFixed(Exception):
    """Somebody has answered: other questions would make the waves differ."""


@dataclass(frozen=True, slots=True)
class SurveyDetails:
    """What a survey is called and for; `language`: of its questions, da, nb, sv or en."""

    title: str
    language: str = "en"
    intro: str = ""


@dataclass(frozen=True, slots=True)
class WaveDetails:
    """When, whom and where a wave asks; `takes_open_link`: anybody with the link may answer."""

    moment: WaveMoment
    name: str
    opens_on: dt.date
    closes_on: dt.date
    target_group: str = ""
    place: str = ""
    takes_open_link: bool = True


@transaction.atomic
def save_survey(
    *,
    programme: Programme,
    survey: Survey | None = None,
    details: SurveyDetails,
    by: User | None,
    at: dt.datetime,
) -> Survey:
    """
    Add a survey to a programme, or change what one is called.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: a field that cannot be.
    """
    if survey is None:
        check_may(by, "surveys.add_survey", programme)
        survey = Survey(programme=programme)
    else:
        check_may(by, "surveys.change_survey", survey)
    if details.language not in LANGUAGES:
        raise ValidationError(
            {"language": _("Choose one of these: %(known)s.") % {"known": ", ".join(LANGUAGES)}}
        )
    survey.title, survey.intro, survey.language = (
        details.title.strip(),
        details.intro.strip(),
        details.language,
    )
    survey.written_at, survey.written_by = at, by
    survey.full_clean()
    survey.save()
    record(action="surveys.save_survey", subject=survey, by=by, at=at, changes={"language": survey.language})
    return survey


@transaction.atomic
def add_question(
    *,
    survey: Survey,
    text: str,
    kind: QuestionKind,
    options: Iterable[str] = (),
    by: User | None,
    at: dt.datetime,
) -> SurveyQuestion:
    """
    Add a question at the end.

    Raises:
        PermissionDenied: `by` may not.
        QuestionsFixed: somebody has answered.
        ValidationError: no text, or a choice with fewer than two options or two alike.
    """
    check_may(by, "surveys.change_survey", survey)
    survey = _changeable(survey)
    given = _checked_options(kind, options)
    last = survey.questions.aggregate(last=Max("position"))["last"] or 0
    if survey.questions.count() >= MOST_QUESTIONS:
        raise ValidationError(_("A survey has at most %(most)s questions.") % {"most": MOST_QUESTIONS})
    question = SurveyQuestion(
        survey=survey, position=last + 1, text=" ".join(text.split()), kind=kind, options=given
    )
    question.full_clean()
    question.save()
    changes = {"question": question.pk, "kind": kind}
    record(action="surveys.add_question", subject=survey, by=by, at=at, changes=changes)
    return question


@transaction.atomic
def change_question(
    *,
    survey: Survey,
    question_id: int,
    text: str,
    options: Iterable[str] = (),
    by: User | None,
    at: dt.datetime,
) -> SurveyQuestion:
    """
    Put a question in other words; its kind stays. What was translated of it has to be looked at again.

    Raises:
        PermissionDenied: `by` may not.
        QuestionsFixed: somebody has answered.
        ValidationError: as in `add_question`, or the survey has no such question.
    """
    check_may(by, "surveys.change_survey", survey)
    survey = _changeable(survey)
    question = survey.questions.filter(pk=question_id).first()
    if question is None:
        raise ValidationError(_("The survey has no such question any more."))
    question.text = " ".join(text.split())
    question.options = _checked_options(QuestionKind(question.kind), options)
    question.full_clean()
    question.save()
    changes = {"question": question.pk}
    record(action="surveys.change_question", subject=survey, by=by, at=at, changes=changes)
    return question


@transaction.atomic
def remove_question(*, survey: Survey, question_id: int, by: User | None, at: dt.datetime) -> None:
    """
    Take a question out. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
        QuestionsFixed: somebody has answered.
    """
    check_may(by, "surveys.change_survey", survey)
    survey = _changeable(survey)
    removed, _tables = survey.questions.filter(pk=question_id).delete()
    if removed:
        changes = {"question": question_id}
        record(action="surveys.remove_question", subject=survey, by=by, at=at, changes=changes)


@transaction.atomic
def add_wave(*, survey: Survey, details: WaveDetails, by: User | None, at: dt.datetime) -> SurveyWave:
    """
    Add a wave with a link of its own.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: a field that cannot be, or the survey asks nothing yet.
    """
    check_may(by, "surveys.change_survey", survey)
    if not survey.questions.exists():
        raise ValidationError(_("Write the questions first."))
    wave = SurveyWave(
        survey=survey,
        key=secrets.token_urlsafe(KEY_BYTES),
        moment=details.moment,
        name=details.name.strip(),
        opens_on=details.opens_on,
        closes_on=details.closes_on,
        target_group=details.target_group.strip(),
        place=details.place.strip(),
        takes_open_link=details.takes_open_link,
    )
    wave.full_clean()
    wave.save()
    changes = {"wave": wave.pk, "moment": wave.moment}
    record(action="surveys.add_wave", subject=survey, by=by, at=at, changes=changes)
    return wave


@transaction.atomic
def close_wave(*, wave: SurveyWave, by: User | None, at: dt.datetime) -> SurveyWave:
    """
    Take no more answers, and show what came. It cannot be opened again. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "surveys.change_survey", wave)
    wave = SurveyWave.objects.select_for_update(of=("self",)).select_related("survey").get(pk=wave.pk)
    if wave.closed_at is None:
        wave.closed_at = at
        wave.save(update_fields=["closed_at"])
        with all_rows():  # links are nobody's
            SurveyReminder.objects.filter(invitation__wave=wave).delete()
        record(action="surveys.close_wave", subject=wave.survey, by=by, at=at, changes={"wave": wave.pk})
    return wave


@transaction.atomic
def invite_to_wave(
    *,
    wave: SurveyWave,
    addresses: Iterable[str],
    language: str = "",
    remind_after: int = 0,
    by: User | None,
    at: dt.datetime,
) -> int:
    """
    Mail each address a link with which one sheet can be sent; the answer is how many mails were written.

    Who answered is not known: sending again makes new links. The addresses are not kept with the wave, but for those who
    are to be reminded, until their link is used: see `SurveyReminder`.

    Args:
        language: of the mails, one that the whole survey can be read in; empty: in which it is written.
        remind_after: days after which those who have not answered are reminded, once; 0: nobody is.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: an address or a language that cannot be, too many, or the wave is closed, or closes before
            the reminder.
            Nothing was sent.
    """
    check_may(by, "surveys.change_survey", wave)
    if wave.is_closed(at.date()):
        raise ValidationError(_("The wave is closed."))
    due = reminder_date(wave, remind_after, at) if remind_after else None
    wanted = _checked_addresses(addresses)
    read = survey_read_in(wave.survey, language or wave.survey.language)
    if language not in {"", read.language}:
        raise ValidationError(_("Not all of the survey is translated into this language yet."))
    sent = 0
    for address in wanted:
        token = secrets.token_urlsafe(TOKEN_BYTES)
        message = write_to(
            wave=wave,
            survey=read,
            address=Address(address, read.language),
            token=token,
            template="survey_invitation",
            days=remind_after,
            by=by,
            at=at,
        )
        if message:
            with all_rows():  # links are nobody's
                link = SurveyInvitation.objects.create(wave=wave, digest=token_digest(token))
                if due:
                    note_reminder(invitation=link, address=Address(address, read.language), due=due)
            sent += 1
    changes = {"wave": wave.pk, "sent": sent, "remind_after": remind_after}
    record(action="surveys.invite_to_wave", subject=wave.survey, by=by, at=at, changes=changes)
    return sent


def _checked_options(kind: QuestionKind, options: Iterable[str]) -> list[str]:
    """
    Raises:
        ValidationError: a choice with fewer than two options, two alike or one that is too long.
    """
    given = [" ".join(one.split()) for one in options]
    given = [one for one in given if one] if kind == QuestionKind.CHOICE else []
    if kind == QuestionKind.CHOICE and (
        len(given) < 2 or len({one.casefold() for one in given}) < len(given) or max(map(len, given)) > 120
    ):
        raise ValidationError(
            {"options": _("Write two or more different options, one a line, of at most 120 signs.")}
        )
    return given


def _checked_addresses(addresses: Iterable[str]) -> list[str]:
    """
    Raises:
        ValidationError: one that cannot be, or too many.
    """
    wanted = list(dict.fromkeys(one.strip().lower() for one in addresses if one.strip()))
    if len(wanted) > MOST_INVITED:
        raise ValidationError(_("At most %(most)s addresses at once.") % {"most": MOST_INVITED})
    for address in wanted:
        try:
            validate_email(address)
        except ValidationError as error:
            raise ValidationError(_("“%(address)s” is no address.") % {"address": address[:80]}) from error
    return wanted


def _changeable(survey: Survey) -> Survey:
    survey = Survey.objects.select_for_update(of=("self",)).get(pk=survey.pk)
    if not can_change_questions(survey):
        raise QuestionsFixed(_("Somebody has answered already. Make a new survey for other questions."))
    return survey
