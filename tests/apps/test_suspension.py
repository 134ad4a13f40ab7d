"""A suspended company leaves all that lies ahead of it; nothing is deleted, and nothing comes back by itself."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, Message, User
from brobygger.apps.events import actions as events
from brobygger.apps.events.actions.suspension import repairs_without
from brobygger.apps.events.enums import RegistrationState, WishOrigin, WishSide
from brobygger.apps.events.models import (
    Appointment,
    DatingCompany,
    DatingLead,
    DatingWish,
    Participation,
    TimetableVersion,
)
from brobygger.apps.events.queries import organisations_to_add, own_evenings, participations_of
from brobygger.apps.opportunities.actions import ImpossibleStep, answer_invitation
from brobygger.apps.opportunities.enums import ApplicationState, OpportunityState, Side
from brobygger.apps.opportunities.models import Application
from brobygger.apps.organisations.actions import suspension, vet_organisation
from brobygger.apps.organisations.enums import OrganisationState, WhenSuspended
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.outreach.enums import CallState, VisitState
from tests.factories import (
    ApplicationFactory,
    CallFactory,
    CandidateFactory,
    ContactFactory,
    EventFactory,
    HostStoryFactory,
    OpportunityFactory,
    OrganisationFactory,
    ParticipationFactory,
    PlacementFactory,
    RegistrationFactory,
    UserFactory,
    VisitFactory,
    VisitSlotFactory,
)
from tests.factories.moments import DAY, LATER, NOW
from tests.scenarios.dating_evening import Evening, dating_evening

pytestmark = pytest.mark.django_db


@pytest.fixture
def company() -> Organisation:
    return OrganisationFactory(name="Bredal Pumper")


@pytest.fixture
def secretary() -> User:
    return UserFactory(role=Role.SECRETARIAT, first_name="Bo", last_name="Prøve")


@pytest.fixture
def moment() -> Evening:
    moment = dating_evening()
    version = events.make_version(evening=moment.evening, by=moment.organiser, at=NOW)
    events.publish_version(version=version, by=moment.organiser, at=NOW)
    Message.objects.all().delete()
    return moment


def suspend(company: Organisation, by: User) -> Organisation:
    return vet_organisation(
        organisation=company, state=OrganisationState.SUSPENDED, reason="No such address.", by=by, at=LATER
    )


def lift(company: Organisation, by: User) -> Organisation:
    return vet_organisation(
        organisation=company, state=OrganisationState.ACCEPTED, by=by, at=LATER + dt.timedelta(hours=1)
    )


def shown(found: list[suspension.Involved]) -> dict[str, list[tuple[str, int]]]:
    return {one.part.name: [(item.title, count) for item, count in one.items] for one in found}


def talks(moment: Evening) -> list[int]:
    version = TimetableVersion.objects.in_force().get(evening=moment.evening)
    return list(Appointment.objects.filter(version=version).values_list("company", flat=True))


def places(moment: Evening) -> set[tuple[int, str, int, int]]:
    version = TimetableVersion.objects.in_force().get(evening=moment.evening)
    rows = Appointment.objects.filter(version=version)
    return set(rows.values_list("round", "table", "student", "company"))


def test_company_leaves_its_evening_and_the_candidates_hear_of_their_new_talks(
    moment: Evening, secretary: User
) -> None:
    gone = moment.companies[0]
    lost = set(
        Appointment.objects.filter(company=gone).values_list("student__candidate__user__email", flat=True)
    )
    assert lost

    suspend(gone.organisation, secretary)

    gone.refresh_from_db()
    assert gone.withdrawn_at == LATER
    assert gone.pk not in talks(moment)
    told = Message.objects.filter(to_address__in=lost)
    assert set(told.values_list("to_address", flat=True)) == lost
    assert not [one for one in told if "suspend" in f"{one.subject} {one.text}"]
    assert AuditEntry.objects.filter(action="events.withdraw_company", subject_id=str(gone.pk)).exists()
    assert gone.wishes.exists()  # nothing is deleted


def test_freed_candidates_get_free_tables_by_suggestion_which_is_seen_before(
    moment: Evening, secretary: User
) -> None:
    """The second candidate wishes for that company alone; the matching knows nobody, and rules nothing out."""
    gone, student = moment.companies[0], moment.students[1]
    seen = repairs_without(organisation=gone.organisation, by=secretary, at=LATER)[moment.evening.pk]
    assert not DatingCompany.objects.filter(withdrawn_at__isnull=False).exists()
    assert {one.company for one in seen.gone} == {gone}
    assert student in {one.student for one in seen.new if one.is_suggested}
    before = {one for one in places(moment) if one[3] != gone.pk}

    suspend(gone.organisation, secretary)

    after = places(moment)
    assert before <= after
    new = {(one.round, one.table, one.student.pk, one.company.pk) for one in seen.new}
    assert after == before | new
    wish = DatingWish.objects.get(student=student, side=WishSide.STUDENT, origin=WishOrigin.SUGGESTED)
    assert wish.company_id != gone.pk


def test_company_stays_away_from_evenings_until_somebody_lets_it_in_again(
    moment: Evening, secretary: User
) -> None:
    company, contact = moment.companies[0].organisation, moment.recruiters[0]
    company = suspend(company, secretary)
    programme = moment.evening.event.programme

    assert company not in own_evenings(contact, at=LATER)[0].can_join
    assert company not in organisations_to_add(moment.evening)
    for by in (contact, secretary):
        with pytest.raises(events.NotTaking, match="suspended"):
            events.place_company(evening=moment.evening, organisation=company, by=by, at=LATER)
    assert programme.organisations.contains(company)

    company = lift(company, secretary)
    assert moment.companies[0].pk not in talks(moment)
    assert DatingCompany.objects.get(pk=moment.companies[0].pk).withdrawn_at == LATER
    placed = events.place_company(evening=moment.evening, organisation=company, by=secretary, at=LATER)
    assert placed.withdrawn_at is None


def test_evening_that_is_over_stays_as_it_was(moment: Evening, secretary: User) -> None:
    event = moment.evening.event
    event.starts_at, event.ends_at = NOW - dt.timedelta(hours=3), NOW
    event.save()

    suspend(moment.companies[0].organisation, secretary)

    assert DatingCompany.objects.get(pk=moment.companies[0].pk).withdrawn_at is None


def test_timetable_that_cannot_be_repaired_does_not_keep_a_company_in(
    moment: Evening, secretary: User
) -> None:
    DatingCompany.objects.filter(pk=moment.companies[1].pk).update(tables="Somewhere else")

    suspend(moment.companies[0].organisation, secretary)

    (evening,) = [
        one
        for one in suspension.withdrawn_at_suspension(moment.companies[0].organisation)
        if one.part.name == "events.evening"
    ]
    assert "repair that by hand" in evening.items[0][0].note
    assert moment.companies[0].pk in talks(moment)


def test_seat_of_a_suspended_company_goes_to_who_waits_for_it(company: Organisation, secretary: User) -> None:
    contact = ContactFactory(organisation=company, user__language="en", user__email="hr@example.com").user
    event = EventFactory(capacity=1)
    seat = RegistrationFactory(event=event, organisation=company, user=contact, email=contact.email, number=1)
    waits = RegistrationFactory(event=event, state=RegistrationState.WAITING, number=2)

    suspend(company, secretary)

    for one in (seat, waits):
        one.refresh_from_db()
    assert (seat.state, waits.state) == (RegistrationState.CANCELLED, RegistrationState.OFFERED)
    mails = [one.text for one in Message.objects.filter(to_user=contact)]
    assert any("The organisers have cancelled your registration" in text for text in mails)
    assert not any("Thank you for telling us" in text for text in mails)
    with pytest.raises(events.NotOpen, match="suspended"):
        events.register(
            event=event,
            entry=events.Entry(name="Bo", email=contact.email),
            organisation=Organisation.objects.get(pk=company.pk),
            by=contact,
            at=LATER,
        )
    lift(company, secretary)
    seat.refresh_from_db()
    assert seat.state == RegistrationState.CANCELLED


def test_company_is_no_longer_named_at_events_that_lie_ahead(company: Organisation, secretary: User) -> None:
    ahead, over = (
        ParticipationFactory(
            organisation=company, event__starts_at=day, event__ends_at=day + dt.timedelta(hours=2)
        )
        for day in (LATER + dt.timedelta(days=1), NOW)
    )

    company = suspend(company, secretary)

    assert participations_of(ahead.event) == []
    assert participations_of(over.event) == [over]
    assert Participation.objects.get(pk=ahead.pk).withdrawn_at == LATER
    with pytest.raises(ValidationError, match="suspended"):
        events.note_participation(event=ahead.event, organisation=company, by=secretary, at=LATER)
    company = lift(company, secretary)
    assert participations_of(ahead.event) == []
    events.note_participation(event=ahead.event, organisation=company, by=secretary, at=LATER)
    assert participations_of(ahead.event) == [ahead]


def test_invitation_is_taken_back_and_who_applied_is_told_in_neutral_words(
    company: Organisation, secretary: User
) -> None:
    ad = OpportunityFactory(organisation=company, title="Svejser")
    invited, applied, settled = (
        ApplicationFactory(
            opportunity=ad,
            candidate=CandidateFactory(
                user=UserFactory(role=Role.CANDIDATE, language="en", email=f"{state}@example.org")
            ),
            begun_by=begun_by,
            state=state,
            is_shared=begun_by == Side.CANDIDATE,
        )
        for begun_by, state in (
            (Side.ORGANISATION, ApplicationState.INVITED),
            (Side.CANDIDATE, ApplicationState.APPLIED),
            (Side.CANDIDATE, ApplicationState.PLACED),
        )
    )

    suspend(company, secretary)

    states = Application.objects.in_bulk([invited.pk, applied.pk, settled.pk])
    assert states[invited.pk].state == ApplicationState.WITHDRAWN
    assert states[applied.pk].state == ApplicationState.APPLIED
    ad.refresh_from_db()
    assert ad.state == OpportunityState.CLOSED
    mails = {one.to_user_id: f"{one.subject}\n{one.text}" for one in Message.objects.all()}
    assert "no longer stands" in mails[invited.candidate.user_id]
    assert "Your application stands" in mails[applied.candidate.user_id]
    assert settled.candidate.user_id not in mails
    for words in ("suspend", "No such address"):
        assert not [text for text in mails.values() if words in text]
    entry = AuditEntry.objects.get(action="opportunities.take_invitation_back")
    assert entry.changes["state"] == ["invited", "withdrawn"]
    with pytest.raises(ImpossibleStep):
        answer_invitation(application=invited, accept=True, by=invited.candidate.user, at=LATER)


def test_candidate_who_waits_for_a_message_after_a_talk_is_told(moment: Evening, secretary: User) -> None:
    company, student = moment.companies[0], moment.students[0]
    lead = DatingLead.objects.create(student=student, company=company, made_at=NOW, due_date=DAY)
    User.objects.filter(pk=moment.users[0].pk).update(language="en")

    suspend(company.organisation, secretary)

    mails = Message.objects.filter(to_user=moment.users[0], text__contains="need not wait for a message")
    assert "suspend" not in mails.get().text
    lead.refresh_from_db()
    assert lead.state == "open"


def test_visits_that_lie_ahead_are_cancelled_and_stories_hidden(
    company: Organisation, secretary: User
) -> None:
    call = CallFactory(state=CallState.BOOKED)
    slot = VisitSlotFactory(call=call)
    coming = VisitFactory(
        organisation=company, state=VisitState.PLANNED, visited_on=DAY + dt.timedelta(days=9), slot=slot
    )
    made = VisitFactory(organisation=company, visited_on=DAY)
    story = HostStoryFactory(
        organisation=company, agreed_at=NOW, agreed_by_name="Bo", published_at=NOW, published_by=secretary
    )

    suspend(company, secretary)

    for one in (coming, made, story, slot):
        one.refresh_from_db()
    assert (coming.state, made.state) == (VisitState.CANCELLED, VisitState.DONE)
    assert story.published_at is None
    assert story.agreed_at == NOW
    assert slot.call is None


def test_placement_stays_and_is_named_to_the_secretariat(company: Organisation, secretary: User) -> None:
    placement = PlacementFactory(version__agreement__organisation=company)

    suspend(company, secretary)

    placement.refresh_from_db()
    assert placement.state == "running"
    (named,) = suspension.involvement(company, at=LATER)
    assert (named.part.name, named.part.fate) == ("placements.agreement", WhenSuspended.STAYS)


def test_secretariat_sees_before_what_will_end_and_after_what_has(
    company: Organisation, secretary: User
) -> None:
    ad = OpportunityFactory(organisation=company, title="Svejser")
    ApplicationFactory.create_batch(
        2, opportunity=ad, begun_by=Side.ORGANISATION, state=ApplicationState.INVITED, is_shared=False
    )
    RegistrationFactory(organisation=company, event__title="Prøveseminar")
    OpportunityFactory()  # of somebody else
    expected = {
        "opportunities.opportunity": [("Svejser", 1)],
        "opportunities.invitation": [("Svejser", 2)],
        "events.registration": [("Prøveseminar", 1)],
    }
    assert shown(suspension.involvement(company, at=LATER)) == expected
    assert suspension.withdrawn_at_suspension(company) == []

    suspend(company, secretary)

    assert suspension.involvement(company, at=LATER) == []
    assert shown(suspension.withdrawn_at_suspension(company)) == expected
    lift(company, secretary)
    assert suspension.involvement(company, at=LATER) == []
    assert shown(suspension.withdrawn_at_suspension(company)) == expected


def test_what_fails_in_one_place_withdraws_nothing_anywhere(
    moment: Evening, secretary: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    company = moment.companies[0].organisation
    ad = company.opportunities.get()

    def fail(**_of: object) -> None:
        raise RuntimeError("The timetable does not stand its check")

    monkeypatch.setattr("brobygger.apps.events.actions.suspension.repair_timetable", fail)
    with pytest.raises(RuntimeError):
        suspend(company, secretary)

    for one in (company, ad, moment.companies[0]):
        one.refresh_from_db()
    assert company.state == OrganisationState.ACCEPTED
    assert ad.state == OpportunityState.OPEN
    assert moment.companies[0].withdrawn_at is None
    assert not Message.objects.exists()
