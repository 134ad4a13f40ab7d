"""The list of admitted students: brought along with a basis, and left again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.base.actions import Address, OneTap, record, send_message
from brobygger.apps.base.actions.mail import after_choice
from brobygger.apps.base.enums import LegalBasis, MailTopic
from brobygger.apps.base.models import MailChoice, Message, all_rows
from brobygger.apps.base.queries import has_declined
from brobygger.apps.base.rules import check_may
from brobygger.apps.outreach.actions.campaigns import count_removed
from brobygger.apps.outreach.models import Agent, AgentReach, CampaignRecipient, Student

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.programmes.models import Programme
    from brobygger.data.tables import StudentRow

JOIN: Final = "outreach.join_list"
JOIN_DAYS: Final = 7
TOPICS: Final = (MailTopic.NEWS, MailTopic.STUDIES)
OWN_WISH: Final = "own sign-up"


class ImpossibleList(ValueError):
    """The list cannot be brought along like this; the text says what is missing."""


@dataclass(frozen=True, slots=True)
class Imported:
    """How many students of a table are new, were changed, or were there as they are."""

    new: int
    changed: int
    unchanged: int


@transaction.atomic
def import_students(
    *,
    rows: Sequence[StudentRow],
    programme: Programme,
    basis: LegalBasis,
    source: str,
    consented_at: dt.datetime | None = None,
    by: User | None,
    at: dt.datetime,
) -> Imported:
    """
    Put admitted students on a programme's list, or bring what is known of them up to date. Repeating it changes nothing.

    Args:
        basis: why the law allows to write to them.
        source: where the addresses are from, in words that the students would recognise.
        consented_at: when they agreed, where the basis is consent.

    Raises:
        PermissionDenied: `by` may not.
        ImpossibleList: source or day of consent is missing.
    """
    check_may(by, "outreach.import_students")
    if not source.strip():
        raise ImpossibleList(_("Say where the addresses are from."))
    if basis is LegalBasis.EXPLICIT_CONSENT:
        raise ImpossibleList(_("Choose why the law allows to write."))
    if basis is LegalBasis.CONSENT and consented_at is None:
        raise ImpossibleList(_("Say when they agreed."))
    there = {one.email: one for one in Student.objects.select_for_update().filter(programme=programme)}
    new, changed, seen = [], 0, set()
    for row in rows:
        if row.email in seen:
            continue
        seen.add(row.email)
        known = {
            "name": row.name,
            "language": row.language,
            "intake": row.intake,
            "level": row.level,
            "field": row.field,
            "country": row.country,
            "admitted_on": row.admitted_on,
        }
        student = there.get(row.email)
        if student is None:
            new.append(
                Student(
                    programme=programme,
                    email=row.email,
                    basis=basis,
                    source=source.strip()[:200],
                    consented_at=consented_at,
                    added_at=at,
                    **known,
                )
            )
            continue
        different = {
            name: value for name, value in known.items() if value and getattr(student, name) != value
        }
        if different:
            Student.objects.filter(pk=student.pk).update(**different)
            changed += 1
    Student.objects.bulk_create(new, batch_size=500)
    changes = {"new": len(new), "changed": changed, "basis": basis.value}
    record(action="outreach.import_students", subject=programme, by=by, at=at, changes=changes)
    return Imported(len(new), changed, len(seen) - len(new) - changed)


@transaction.atomic
def forget_students(*, students: Iterable[Student], by: User | None, at: dt.datetime) -> int:
    """
    Erase students of the list: the row, the mails to the address that is nobody's log-in, and that mails were meant for
    it. How many a mail reached stays as a number, and so does a no to mails, so that nobody writes again.
    """
    count = 0
    with all_rows():  # what is kept of somebody lies in more tables than who erases may see
        for student in students:
            mails = list(CampaignRecipient.objects.filter(student=student).values_list("pk", flat=True))
            count_removed(mails, by, at)
            others = Student.objects.filter(email=student.email).exclude(pk=student.pk)
            if not others.exists():
                Message.objects.filter(to_user=None, to_address__iexact=student.email).delete()
            trace = Student(pk=student.pk)
            student.delete()
            record(
                action="outreach.forget_student",
                subject=trace,
                by=by,
                at=at,
                changes={"basis": student.basis},
            )
            count += 1
    return count


@transaction.atomic
def leave_list(*, student_id: int, address: str, by: User | None, at: dt.datetime) -> int:
    """
    Take back the consent to be written to, for all topics; who is on a list for that reason alone is erased.

    Repeating it changes nothing. The answer is how many rows went.
    """
    with all_rows():  # a link acts without anybody logged in
        student = Student.objects.filter(pk=student_id, email=address.lower()).first()
        if student is None:
            return 0
        return forget_students(students=[student], by=by, at=at)


def forget_without_basis(
    user: User | None, address: str, topic: MailTopic, is_on: bool, by: User | None, at: dt.datetime
) -> None:
    """When the last topic is declined, whoever is on a list by consent alone is on it for no reason any more."""
    email = (user.email if user else address).lower()
    if is_on or topic not in TOPICS or not email:
        return
    if not all(has_declined(user=user, address=email, topic=one) for one in TOPICS):
        return
    with all_rows():  # a link acts without anybody logged in
        students = list(Student.objects.filter(email=email, basis=LegalBasis.CONSENT))
    forget_students(students=students, by=by, at=at)


after_choice(forget_without_basis)


@transaction.atomic
def ask_to_join(
    *, agent: Agent, email: str, name: str, language: str, by: User | None, at: dt.datetime
) -> None:
    """
    Write to somebody who wants to be on an agent's programme's list. Nothing is kept until they confirm with one tap.

    Raises:
        ImpossibleList: the agent is not active any more.
    """
    if not agent.is_active:
        raise ImpossibleList(_("This link is not in use any more."))
    join = OneTap(
        gettext_lazy("Yes, write to me"), JOIN, {"agent": agent.pk, "name": name.strip()[:200]}, JOIN_DAYS
    )
    send_message(
        to=Address(email.strip().lower(), language),
        topic=MailTopic.ACCOUNT,
        template="join_list",
        context={
            "programme": agent.programme.name,
            "days": JOIN_DAYS,
            "contact": settings.CONTROLLER["contact"],
        },
        links=(join,),
        why=gettext_lazy(
            "You get this mail because this address was written on a page to join a list of mails."
        ),
        by=by,
        at=at,
    )


@transaction.atomic
def join_list(
    *, agent_id: int, address: str, name: str, language: str, by: User | None, at: dt.datetime
) -> Student:
    """
    Put somebody who has confirmed the own address on a list, by consent, and count it for the agent once.

    Raises:
        ImpossibleList: the agent is gone.
    """
    with all_rows():  # a link acts without anybody logged in
        agent = Agent.objects.select_related("programme").filter(pk=agent_id).first()
        if agent is None:
            raise ImpossibleList(_("This link is not in use any more."))
        student, is_new = Student.objects.get_or_create(
            programme=agent.programme,
            email=address.lower(),
            defaults={
                "name": name,
                "language": language,
                "basis": LegalBasis.CONSENT,
                "source": OWN_WISH,
                "agent": agent,
                "consented_at": at,
                "added_at": at,
            },
        )
        # a no from before is outdated by this yes
        MailChoice.objects.filter(user=None, address=address.lower(), topic__in=TOPICS, is_on=False).delete()
        if is_new:
            count_reach(agent, at, sign_ups=1)
    record(action="outreach.join_list", subject=student, by=by, at=at, changes={"agent": agent.pk})
    return student


def count_reach(agent: Agent, at: dt.datetime, *, visits: int = 0, sign_ups: int = 0) -> None:
    """Add to the numbers of an agent's day."""
    row, _is_new = AgentReach.objects.get_or_create(agent=agent, day=at.date())
    AgentReach.objects.filter(pk=row.pk).update(
        visits=F("visits") + visits, sign_ups=F("sign_ups") + sign_ups
    )
