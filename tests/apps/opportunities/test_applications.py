"""Applying, inviting, answering: who may do what from where, what each side then sees, and the duty to answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, Message, User, in_scope
from brobygger.apps.opportunities import actions, queries
from brobygger.apps.opportunities.enums import ApplicationState, EndReason, OpportunityState, Side
from brobygger.apps.opportunities.models import Application, Opportunity
from brobygger.apps.people.actions import choose_showing, give_consent, withdraw_consent
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.models import Candidate, ConsentEntry
from brobygger.apps.people.queries import agrees_to_share, standing_consents
from brobygger.apps.programmes.queries import scope_of
from tests.factories import (
    ApplicationFactory,
    CandidateFactory,
    CandidateIdentityFactory,
    OpportunityFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    UserFactory,
)
from tests.factories.moments import DAY, LATER, NOW

STATE = ApplicationState
SHARE = ConsentPurpose.SHARE_ON_APPLICATION


@pytest.fixture
def student(db: None) -> Candidate:
    candidate = CandidateFactory(user=UserFactory(role=Role.CANDIDATE, email="ida@example.org"))
    CandidateIdentityFactory(candidate=candidate, name="Ida Prøvesen")
    return candidate


@pytest.fixture
def ad(db: None) -> Opportunity:
    return OpportunityFactory(organisation__reply_days=5)


@pytest.fixture
def contact(ad: Opportunity) -> User:
    user = UserFactory(role=Role.COMPANY, email="hr@example.com", username="Bo Prøve")
    ad.organisation.contacts.add(user)
    return user


def apply(student: Candidate, ad: Opportunity, message: str = "", *, share: bool = True) -> Application:
    return actions.apply(
        opportunity=ad,
        candidate=student,
        message=message,
        share=share,
        language="en",
        by=student.user,
        at=NOW,
    )


def answer(application: Application, state: ApplicationState, by: User, text: str = "") -> Application:
    reason = EndReason.OTHER if state == STATE.REJECTED else ""
    return actions.answer_application(
        application=application, state=state, answer=text, reason=reason, by=by, at=LATER
    )


def test_applying_shares_who_it_is_and_promises_an_answer(
    student: Candidate, ad: Opportunity, contact: User
) -> None:
    assert not contact.has_perm("people.view_identity", student)

    application = apply(student, ad, "Hej!")

    assert (application.state, application.message, application.is_shared) == ("applied", "Hej!", True)
    assert application.answer_due_date == DAY + dt.timedelta(days=5)
    assert contact.has_perm("people.view_identity", student)
    with in_scope(scope_of(contact)):
        assert list(Candidate.objects.all()) == [student]
        assert list(Application.objects.all()) == [application]


def test_both_sides_get_a_mail_in_their_language(student: Candidate, ad: Opportunity, contact: User) -> None:
    User.objects.filter(pk=contact.pk).update(language="da")
    User.objects.filter(pk=student.user_id).update(language="en")
    student.refresh_from_db()

    apply(student, ad, "Jeg kan svejse.")

    received, receipt = Message.objects.order_by("pk")
    assert (received.to_address, received.language) == ("hr@example.com", "da")
    assert "Jeg kan svejse." in received.text
    assert received.text.count("/t/") >= 3  # yes, no, and no more mails
    assert (receipt.to_address, receipt.language) == ("ida@example.org", "en")
    assert "has promised you an answer" in receipt.text


def test_applying_twice_is_applying_once(student: Candidate, ad: Opportunity) -> None:
    first, second = apply(student, ad), apply(student, ad)

    assert first == second
    assert AuditEntry.objects.filter(action="opportunities.apply").count() == 1


@pytest.mark.parametrize("state", [OpportunityState.DRAFT, OpportunityState.CLOSED])
def test_only_open_opportunities_take_applications(student: Candidate, state: OpportunityState) -> None:
    with pytest.raises((actions.NotOpen, PermissionDenied)):
        apply(student, OpportunityFactory(state=state))


def test_no_application_after_the_deadline(student: Candidate) -> None:
    last = OpportunityFactory(
        date_posted=DAY - dt.timedelta(days=9), valid_through=DAY - dt.timedelta(days=1)
    )

    with pytest.raises(actions.NotOpen, match="deadline"):
        apply(student, last)
    assert apply(student, OpportunityFactory(valid_through=DAY)).state == "applied"


def test_nobody_applies_for_somebody_else(student: Candidate, ad: Opportunity) -> None:
    for by in (UserFactory(role=Role.CANDIDATE), UserFactory(role=Role.SECRETARIAT)):
        with pytest.raises(PermissionDenied):
            actions.apply(opportunity=ad, candidate=student, by=by, at=NOW)


def test_a_long_letter_is_refused_whole(student: Candidate, ad: Opportunity) -> None:
    with pytest.raises(actions.TextTooLong, match="5001"):
        apply(student, ad, "x" * 5001)
    assert not Application.objects.exists()


def test_invited_stays_unknown_until_the_yes(student: Candidate, ad: Opportunity, contact: User) -> None:
    Candidate.objects.filter(pk=student.pk).update(visible_to_companies_at=NOW)
    student.refresh_from_db()

    application = actions.invite(opportunity=ad, candidate=student, invitation="Kom!", by=contact, at=NOW)

    assert (application.state, application.is_shared) == ("invited", False)
    assert not contact.has_perm("people.view_identity", student)
    mail = Message.objects.get()
    assert (mail.to_address, "Kom!" in mail.text) == ("ida@example.org", True)
    accepted = actions.answer_invitation(application=application, accept=True, by=student.user, at=LATER)
    assert (accepted.state, accepted.is_shared) == ("talking", True)
    assert contact.has_perm("people.view_identity", student)


def test_who_is_hidden_cannot_be_invited(student: Candidate, ad: Opportunity, contact: User) -> None:
    with pytest.raises(PermissionDenied):
        actions.invite(opportunity=ad, candidate=student, by=contact, at=NOW)


def test_invitation_declined_tells_nothing_of_who_it_was(
    student: Candidate, ad: Opportunity, contact: User
) -> None:
    application = ApplicationFactory(
        opportunity=ad, candidate=student, state=STATE.INVITED, is_shared=False, answer_due_date=None
    )

    actions.answer_invitation(application=application, accept=False, by=student.user, at=NOW)

    assert not contact.has_perm("people.view_identity", student)
    assert "Ida" not in Message.objects.get().text


def test_a_no_needs_a_name(student: Candidate, ad: Opportunity, contact: User) -> None:
    application = apply(student, ad)

    with pytest.raises(PermissionDenied):
        actions.answer_application(application=application, state=STATE.REJECTED, by=None, at=LATER)  # type: ignore[arg-type]
    answered = answer(application, STATE.REJECTED, contact, "Tak.")
    assert (answered.state, answered.answered_by_name) == ("rejected", "Bo Prøve")
    assert "Bo Prøve" in Message.objects.order_by("-pk").first().text  # type: ignore[union-attr]


def test_a_no_says_why(student: Candidate, ad: Opportunity, contact: User) -> None:
    application = apply(student, ad)

    with pytest.raises(actions.NoSuchReason, match="why it is a no"):
        actions.answer_application(application=application, state=STATE.REJECTED, by=contact, at=LATER)
    application.refresh_from_db()
    assert application.state == STATE.APPLIED


def test_the_database_refuses_a_nameless_no(db: None) -> None:
    application = ApplicationFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=application.pk).update(state=STATE.REJECTED, answer_due_date=None)


def test_end_has_a_reason_of_the_side_that_ended_it(
    student: Candidate, ad: Opportunity, contact: User
) -> None:
    application = apply(student, ad)
    with pytest.raises(actions.NoSuchReason):
        actions.answer_application(
            application=application, state=STATE.REJECTED, reason=EndReason.FOUND_OTHER, by=contact, at=LATER
        )
    ended = actions.answer_application(
        application=application, state=STATE.REJECTED, reason=EndReason.PLACE_GONE, by=contact, at=LATER
    )
    assert ended.end_reason == "place_gone"
    assert "pladsen findes ikke længere" in Message.objects.filter(to_address="ida@example.org").last().text

    again = actions.answer_application(application=ended, state=STATE.TALKING, by=contact, at=LATER)
    assert again.end_reason == ""  # what goes on has not ended
    taken_back = actions.withdraw_application(application=again, by=student.user, at=LATER)
    with pytest.raises(PermissionDenied):  # the other side ended it
        actions.give_end_reason(application=taken_back, reason=EndReason.PAY, by=contact, at=LATER)
    told = actions.give_end_reason(application=taken_back, reason=EndReason.PAY, by=student.user, at=LATER)
    assert told.end_reason == "pay"
    assert AuditEntry.objects.last().changes["end_reason"] == "pay"


def test_the_database_refuses_a_reason_before_the_end(db: None) -> None:
    application = ApplicationFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=application.pk).update(end_reason=EndReason.PAY)


def test_stranger_does_not_answer(student: Candidate, ad: Opportunity) -> None:
    application = apply(student, ad)

    for by in (UserFactory(role=Role.COMPANY), UserFactory(role=Role.AGENCY), student.user):
        with pytest.raises(PermissionDenied):
            answer(application, STATE.TALKING, by)


def test_every_move_that_no_table_allows_is_refused(db: None, ad: Opportunity, contact: User) -> None:
    """All states against all answers: what is written in the table happens, nothing else does."""
    allowed = {
        (STATE.APPLIED, STATE.TALKING),
        (STATE.APPLIED, STATE.OFFERED),
        (STATE.APPLIED, STATE.REJECTED),
        (STATE.TALKING, STATE.OFFERED),
        (STATE.TALKING, STATE.REJECTED),
        (STATE.OFFERED, STATE.PLACED),
        (STATE.OFFERED, STATE.REJECTED),
        (STATE.REJECTED, STATE.TALKING),
    }
    for before in STATE:
        for after in STATE:
            if before == after:
                continue
            application = ApplicationFactory(
                opportunity=ad, state=before, answered_at=NOW, answered_by_name="Bo Prøve"
            )
            if (before, after) in allowed:
                assert answer(application, after, contact).state == after
            else:
                with pytest.raises(actions.ImpossibleStep):
                    answer(application, after, contact)


def test_taking_back_hides_again(student: Candidate, ad: Opportunity, contact: User) -> None:
    application = apply(student, ad)

    actions.withdraw_application(application=application, by=student.user, at=LATER)

    assert not contact.has_perm("people.view_identity", student)
    with in_scope(scope_of(contact)):
        assert not Candidate.objects.exists()
    again = apply(student, ad)
    assert (again.pk, again.state, again.is_shared) == (application.pk, "applied", True)


def test_offer_is_taken(student: Candidate, ad: Opportunity, contact: User) -> None:
    application = answer(apply(student, ad), STATE.OFFERED, contact)

    assert actions.take_place(application=application, by=student.user, at=LATER).state == "placed"
    with pytest.raises(actions.ImpossibleStep):
        actions.withdraw_application(application=application, by=student.user, at=LATER)


def test_reminder_comes_once_and_not_too_early(student: Candidate, ad: Opportunity, contact: User) -> None:
    application = apply(student, ad)
    Message.objects.all().delete()
    due = application.answer_due_date or DAY

    assert actions.remind_of_answers(day=due - dt.timedelta(days=3), by=None, at=LATER) == 0
    assert actions.remind_of_answers(day=due - dt.timedelta(days=2), by=None, at=LATER) == 1
    assert actions.remind_of_answers(day=due, by=None, at=LATER) == 0
    assert [mail.to_address for mail in Message.objects.all()] == ["hr@example.com"]


def test_lapse_is_told_once_and_is_no_answer(student: Candidate, ad: Opportunity, contact: User) -> None:
    application = apply(student, ad)
    due = application.answer_due_date or DAY
    Message.objects.all().delete()

    assert actions.tell_of_lapses(day=due, by=None, at=LATER) == 0
    assert actions.tell_of_lapses(day=due + dt.timedelta(days=1), by=None, at=LATER) == 1
    assert actions.tell_of_lapses(day=due + dt.timedelta(days=2), by=None, at=LATER) == 0
    application.refresh_from_db()
    assert application.state == STATE.APPLIED
    mail = Message.objects.get()
    assert mail.to_address == "ida@example.org"


def test_answered_in_time_is_neither_reminded_nor_lapsed(
    student: Candidate, ad: Opportunity, contact: User
) -> None:
    answer(apply(student, ad), STATE.TALKING, contact)

    late = DAY + dt.timedelta(days=90)
    assert actions.remind_of_answers(day=late, by=None, at=LATER) == 0
    assert actions.tell_of_lapses(day=late, by=None, at=LATER) == 0


def test_reply_figures_count_what_was_due(ad: Opportunity) -> None:
    in_time = {"state": STATE.TALKING, "answered_at": NOW + dt.timedelta(days=2)}
    late = {"state": STATE.TALKING, "answered_at": NOW + dt.timedelta(days=6)}
    for fields in (in_time, in_time, late, {}, {}):
        ApplicationFactory(opportunity=ad, answer_due_date=DAY + dt.timedelta(days=5), **fields)
    ApplicationFactory(opportunity=ad, answer_due_date=DAY + dt.timedelta(days=30))
    ApplicationFactory(opportunity=ad, state=STATE.INVITED, answer_due_date=None)
    ApplicationFactory()

    figures = queries.reply_figures(ad.organisation, day=DAY + dt.timedelta(days=6))

    assert (figures.due, figures.in_time, figures.percent) == (5, 2, 40)
    assert (figures.waiting, figures.overdue, figures.median_days) == (3, 2, 2.0)


def test_waiting_applications_come_first(ad: Opportunity) -> None:
    talking = ApplicationFactory(opportunity=ad, state=STATE.TALKING, changed_at=LATER)
    later, sooner = (
        ApplicationFactory(opportunity=ad, answer_due_date=DAY + dt.timedelta(days=days)) for days in (9, 2)
    )

    assert list(queries.applications_for(ad)) == [sooner, later, talking]


@pytest.mark.parametrize("side", Side)
def test_next_steps_are_those_that_the_action_allows(side: Side) -> None:
    for state in STATE:
        steps = queries.next_steps(Application(state=state), side)
        assert state not in steps


def test_users_of_other_roles_do_not_see_applications(user_of: Callable[[Role], User]) -> None:
    ApplicationFactory()

    for role in Role:
        with in_scope(scope_of(user_of(role))):
            assert Application.objects.exists() == (role in (Role.MANAGER, Role.SECRETARIAT))


def test_list_holds_what_the_table_of_permissions_lets_each_see(user_of: Callable[[Role], User]) -> None:
    """Whoever is tied to an application in any way sees it in the list as on its page: all of them, or none."""
    own, led, joined = (ApplicationFactory(opportunity__programme=ProgrammeFactory()) for _one in range(3))
    for role in Role:
        user = user_of(role)
        own.opportunity.organisation.contacts.add(user)
        for one, is_lead in ((led, True), (joined, False)):
            partner = OrganisationFactory()
            partner.contacts.add(user)
            PartnershipFactory(programme=one.opportunity.programme, organisation=partner, is_lead=is_lead)
        with in_scope(scope_of(user)):
            seen = set(queries.application_list(user, queries.ApplicationFilter()))
            owed = set(queries.owed_answers(user))
        may = {one for one in (own, led, joined) if user.has_perm("opportunities.view_application", one)}
        assert seen == owed == may, role
        counts = {"manager": 3, "secretariat": 3, "partner": 1, "company": 1, "candidate": 1}
        assert len(may) == counts.get(role, 0), role


def test_list_is_narrowed(ad: Opportunity) -> None:
    manager = UserFactory(role=Role.MANAGER)
    waiting = ApplicationFactory(opportunity=ad)
    talking, elsewhere = ApplicationFactory(opportunity=ad, state=STATE.TALKING), ApplicationFactory()

    def found(**chosen: object) -> set[Application]:
        return set(queries.application_list(manager, queries.ApplicationFilter(**chosen)))  # type: ignore[arg-type]

    assert found() == {waiting, talking, elsewhere}
    assert found(opportunity=ad.pk) == {waiting, talking}
    assert found(state="talking") == found(awaits_answer=False) == {talking}
    assert found(awaits_answer=True, opportunity=ad.pk) == {waiting}


# --- the consent to be known ----------------------------------------------------------------------------------------


def sees(contact: User, student: Candidate) -> bool:
    return contact.has_perm("people.view_identity", student)


def agree(student: Candidate, *, is_given: bool = True, **more: object) -> ConsentEntry:
    act = give_consent if is_given else withdraw_consent
    return act(candidate=student, purpose=SHARE, **{"by": student.user, "at": LATER, **more})


def test_nobody_applies_without_the_consent_to_be_known(student: Candidate, ad: Opportunity) -> None:
    with pytest.raises(actions.NotShared, match="gets your name, contact details and CV"):
        apply(student, ad, share=False)
    assert not Application.objects.exists()


def test_consent_for_one_opportunity_is_noted_for_it_alone(student: Candidate, ad: Opportunity) -> None:
    apply(student, ad)

    entry = ConsentEntry.objects.get()
    assert (entry.purpose, entry.opportunity_id, entry.is_given) == (SHARE, ad.pk, True)
    assert (entry.text_version, entry.language, entry.channel) == (1, "en", "web")
    assert entry.by_id == student.user_id
    assert agrees_to_share(student, ad.pk)
    assert not standing_consents(student)
    with pytest.raises(actions.NotShared):
        apply(student, OpportunityFactory(), share=False)


def test_who_agreed_for_all_applies_without_a_word(
    student: Candidate, ad: Opportunity, contact: User
) -> None:
    agree(student)
    assert apply(student, ad, share=False).is_shared
    assert sees(contact, student)
    assert ConsentEntry.objects.count() == 1


def test_who_says_yes_to_an_invitation_agrees_for_it(student: Candidate, ad: Opportunity) -> None:
    application = ApplicationFactory(
        opportunity=ad, candidate=student, state=STATE.INVITED, is_shared=False, answer_due_date=None
    )
    actions.answer_invitation(application=application, accept=True, language="da", by=student.user, at=NOW)
    entry = ConsentEntry.objects.get()
    assert (entry.opportunity_id, entry.language, entry.is_given) == (ad.pk, "da", True)


@pytest.mark.parametrize("for_one", [True, False])
def test_withdrawn_consent_holds_at_once_and_whatever_the_organisation_does_next(
    student: Candidate, ad: Opportunity, contact: User, for_one: bool
) -> None:
    other = apply(student, OpportunityFactory())
    application = apply(student, ad)

    agree(student, is_given=False, opportunity_id=ad.pk if for_one else None)

    application.refresh_from_db()
    other.refresh_from_db()
    assert (application.is_shared, application.is_hidden, other.is_shared) == (False, True, for_one)
    assert not sees(contact, student)
    told = "\n".join(one.subject + one.text for one in Message.objects.filter(to_user=contact))
    assert told and "Ida" not in told
    with in_scope(scope_of(contact)):
        assert not Candidate.objects.exists()
    answered = answer(application, STATE.TALKING, contact)
    assert (answered.state, answered.is_shared) == ("talking", False)
    assert "Ida" not in Message.objects.latest("pk").text
    assert AuditEntry.objects.filter(action="opportunities.hide_from_organisation").count() == 2 - for_one


def test_candidate_lets_them_see_again(student: Candidate, ad: Opportunity, contact: User) -> None:
    application = apply(student, ad)
    agree(student, is_given=False)

    again = actions.share_with_organisation(application=application, language="en", by=student.user, at=LATER)

    assert again.is_shared
    assert sees(contact, student)
    with pytest.raises(PermissionDenied):
        actions.share_with_organisation(application=application, by=contact, at=LATER)
    actions.withdraw_application(application=application, by=student.user, at=LATER)
    with pytest.raises(actions.ImpossibleStep):
        actions.share_with_organisation(application=application, by=student.user, at=LATER)


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("", False),
        ("+", True),
        ("1", True),
        ("+-", False),
        ("+0", False),
        ("1-", False),
        ("-1", True),
        ("-1-", False),
        ("+0-", False),
        ("+0-1", True),
        ("0+", True),
    ],
)
def test_what_was_said_last_counts_of_this_opportunity_or_of_all(
    student: Candidate, ad: Opportunity, said: str, stands: bool
) -> None:
    """ "+" and "-" are said of all, "1" and "0" of this one."""
    for one in said:
        agree(student, is_given=one in "+1", opportunity_id=ad.pk if one in "10" else None)
    assert agrees_to_share(student, ad.pk) == stands
    assert ConsentEntry.objects.filter(candidate=student).count() == len(said)


def test_no_company_means_no_company(student: Candidate, ad: Opportunity, contact: User) -> None:
    nobody = {"all_companies": False, "on_application": False, "by": student.user, "at": LATER}
    choose_showing(candidate=student, **nobody)
    apply(student, ad)
    assert sees(contact, student)
    choose_showing(candidate=student, **nobody)
    assert not sees(contact, student)
