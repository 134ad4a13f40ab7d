"""Answers come in: by a link, once, or from a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows, token_digest
from brobygger.apps.base.rules import check_may
from brobygger.apps.surveys.enums import WayIn
from brobygger.apps.surveys.models import (
    AnswerSheet,
    SurveyAnswer,
    SurveyInvitation,
    SurveyQuestion,
    SurveyReminder,
    SurveyWave,
)
from brobygger.core.effects.summaries import LEAST

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

AT_ONCE: Final = 500  # rows written by one statement


class NotOpen(Exception):
    """The wave has not begun, or has ended."""


class LinkNeeded(Exception):
    """The wave takes answers from those alone who got a link of their own, and this is none of them."""


class AnsweredAlready(Exception):
    """The link was used; nothing was kept."""


@transaction.atomic
def answer_wave(
    *,
    wave: SurveyWave,
    sheet_id: UUID,
    values: Mapping[int, int],
    token: str = "",
    by: User | None,
    at: dt.datetime,
) -> bool:
    """
    Keep the answers of one person, without the person: `by` is not written down, and no audit entry says when.

    Args:
        sheet_id: that the page with the questions made; one that is there already changes nothing.
        values: by question id, see `SurveyQuestion.values`; questions may be left out.
        token: of a link of one's own; empty: the open link.

    Returns:
        Whether it was kept now.

    Raises:
        NotOpen, LinkNeeded, AnsweredAlready: see there.
        ValidationError: no answer at all, or one that cannot be.
    """
    if not wave.is_open(localdate(at)):
        raise NotOpen(_("This survey takes no answers at the moment."))
    with all_rows():  # whoever answers sees nothing but the questions
        if AnswerSheet.objects.filter(pk=sheet_id, wave=wave).exists():
            return False
        questions = {one.pk: one for one in SurveyQuestion.objects.filter(survey=wave.survey_id)}
        if not values:
            raise ValidationError(_("Answer at least one question."))
        for pk, value in values.items():
            if pk not in questions or value not in questions[pk].values:
                raise ValidationError(_("Choose one of the answers."))
        _use_link(wave, token)
        way_in = WayIn.INVITED if token else WayIn.LINK
        sheet = AnswerSheet.objects.create(pk=sheet_id, wave=wave, way_in=way_in)
        SurveyAnswer.objects.bulk_create(
            SurveyAnswer(sheet=sheet, question_id=pk, value=value) for pk, value in values.items()
        )
    return True


@transaction.atomic
def import_answers(
    *, wave: SurveyWave, rows: Sequence[Mapping[int, int]], by: User | None, at: dt.datetime
) -> SurveyWave:
    """
    Fill a wave with answers that were collected elsewhere, and close it.

    Args:
        rows: of each person, by question id, see `SurveyQuestion.values`.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: fewer rows than may ever be shown, or the wave has answers or is closed.
    """
    check_may(by, "surveys.change_survey", wave)
    wave = SurveyWave.objects.select_for_update(of=("self",)).select_related("survey").get(pk=wave.pk)
    if len(rows) < LEAST:
        raise ValidationError(
            _("A wave needs the answers of at least %(least)s people: fewer are never shown.")
            % {"least": LEAST}
        )
    with all_rows():  # sheets are nobody's
        if wave.closed_at or wave.sheets.exists():
            raise ValidationError(_("The wave has answers already. Make another wave for the table."))
        sheets = [AnswerSheet(wave=wave, way_in=WayIn.IMPORTED) for _row in rows]
        AnswerSheet.objects.bulk_create(sheets, batch_size=AT_ONCE)
        answers = (
            SurveyAnswer(sheet=sheet, question_id=question, value=value)
            for sheet, row in zip(sheets, rows, strict=True)
            for question, value in row.items()
        )
        SurveyAnswer.objects.bulk_create(answers, batch_size=AT_ONCE)
        SurveyReminder.objects.filter(invitation__wave=wave).delete()
    wave.closed_at = at
    wave.save(update_fields=["closed_at"])
    changes = {"wave": wave.pk, "rows": len(rows)}
    record(action="surveys.import_answers", subject=wave.survey, by=by, at=at, changes=changes)
    return wave


def _use_link(wave: SurveyWave, token: str) -> None:
    if not token:
        if not wave.takes_open_link:
            raise LinkNeeded(_("Open the survey with the link in your mail."))
        return
    invitations = SurveyInvitation.objects.select_for_update(of=("self",))
    digest = token_digest(token)
    link = invitations.filter(Q(digest=digest) | Q(second_digest=digest), wave=wave).first()
    if link is None:
        raise LinkNeeded(
            _("We do not know this link. Perhaps it was cut off in the mail: copy the whole of it.")
        )
    if link.is_used:
        raise AnsweredAlready(_("This link was used: your answers are there already."))
    link.is_used = True
    link.save(update_fields=["is_used"])
    SurveyReminder.objects.filter(invitation=link).delete()
