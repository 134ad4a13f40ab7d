"""What an adviser says of a sentence, and what the candidate makes of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.advice.actions.cases import touch
from brobygger.apps.advice.actions.mail import tell_adviser, tell_candidate_of_comments
from brobygger.apps.advice.models import AdviceComment, AdviceVersion
from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

MAIL_EVERY = dt.timedelta(hours=4)  # an adviser writes many comments in a row: one mail tells of them


class NoSentence(Exception):
    """No sentence of the version begins there."""


@transaction.atomic
def comment_on_sentence(
    *, version: AdviceVersion, start: int, text: str, by: User | None, at: dt.datetime
) -> AdviceComment:
    """
    Say something of the sentence that begins at a letter. The candidate gets one mail for all that is said in a row.

    Raises:
        PermissionDenied: the text is not shared with `by`.
        NoSentence: no sentence begins there.
        ValidationError: there are no words, or too many.
    """
    check_may(by, "advice.comment_on_case", version.case)
    end = next((end for first, end in version.passages if first == start), None)
    if end is None:
        raise NoSentence(_("This sentence is not there. Open the page again."))
    earlier = AdviceComment.objects.filter(version__case=version.case_id)
    was_told = earlier.filter(written_at__gt=at - MAIL_EVERY).exists()
    comment = AdviceComment(
        version=version,
        start=start,
        end=end,
        quote=version.text[start:end],
        text=text.strip(),
        written_by=by,
        written_at=at,
    )
    comment.full_clean()
    comment.save()
    touch(version.case, at)
    changes = {"version": version.number, "start": start}
    record(action="advice.comment", subject=version.case, by=by, at=at, changes=changes)
    if not was_told:
        tell_candidate_of_comments(version.case, by=by, at=at)
    return comment


@transaction.atomic
def answer_comment(*, comment: AdviceComment, text: str, by: User | None, at: dt.datetime) -> AdviceComment:
    """
    Answer a comment; another answer replaces it.

    Raises:
        PermissionDenied: it is somebody else's text.
        ValidationError: there are no words, or too many.
    """
    case = comment.version.case
    check_may(by, "advice.change_case", case)
    if not text.strip():
        raise ValidationError({"answer": _("Write an answer.")})
    comment.answer, comment.answered_at = text.strip(), at
    comment.full_clean()
    comment.save(update_fields=["answer", "answered_at"])
    touch(case, at)
    record(action="advice.answer", subject=case, by=by, at=at, changes={"comment": comment.pk})
    if case.is_shared:
        tell_adviser(case, "advice_answer", by=by, at=at)
    return comment


@transaction.atomic
def settle_comment(
    *, comment: AdviceComment, is_done: bool, by: User | None, at: dt.datetime
) -> AdviceComment:
    """
    Say that a comment is done, or that it is not after all. Repeating it changes nothing.

    Raises:
        PermissionDenied: it is somebody else's text.
    """
    case = comment.version.case
    check_may(by, "advice.change_case", case)
    if (comment.done_at is not None) != is_done:
        comment.done_at = at if is_done else None
        comment.save(update_fields=["done_at"])
        touch(case, at)
        changes = {"comment": comment.pk, "is_done": is_done}
        record(action="advice.settle_comment", subject=case, by=by, at=at, changes=changes)
    return comment
