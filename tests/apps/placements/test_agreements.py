"""From the place that was taken to the placement: versions, a yes of each side, refusals, and its end."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, Message
from brobygger.apps.opportunities.enums import ApplicationState
from brobygger.apps.people.actions import ask_for_erasure
from brobygger.apps.placements import actions, queries
from brobygger.apps.placements.actions import ChangedMeanwhile, NotAtThisStage, NothingNew, Terms
from brobygger.apps.placements.enums import AgreementSide, AgreementState, PlacementState
from brobygger.apps.placements.models import Agreement, AgreementAcceptance, Placement
from brobygger.apps.programmes.models import ErasedCount
from tests.factories import (
    ApplicationFactory,
    CandidateFactory,
    OpportunityFactory,
    OrganisationFactory,
    ProgrammeFactory,
    UserFactory,
)
from tests.factories.moments import DAY, LATER, NOW

CANDIDATE, COMPANY, UNIVERSITY = AgreementSide
TERMS = Terms(
    kind="internship",
    start_date=DAY,
    end_date=DAY + dt.timedelta(days=100),
    hours_per_week=Decimal(30),
    place_name="Aarhus",
    country="DK",
    tasks="Measures pumps.",
    supervisor="Prøve Vejleder",
    institution_person="Prøve Lektor",
)


@pytest.fixture
def world(db):
    student, contact, teacher = (
        UserFactory(role=role, email=f"{role}@mail.example", language="en")
        for role in (Role.CANDIDATE, Role.COMPANY, Role.PARTNER)
    )
    company, university = OrganisationFactory(), OrganisationFactory(kind="university")
    company.contacts.add(contact)
    university.contacts.add(teacher)
    application = ApplicationFactory(
        candidate=CandidateFactory(user=student),
        opportunity=OpportunityFactory(organisation=company, programme=ProgrammeFactory()),
        state=ApplicationState.PLACED,
    )
    return SimpleNamespace(
        application=application,
        users={CANDIDATE: student, COMPANY: contact, UNIVERSITY: teacher},
        university=university,
    )


def written(world, **more):
    return actions.write_agreement(
        application=world.application,
        terms=dataclasses.replace(TERMS, **more),
        institution=world.university,
        by=world.users[COMPANY],
        at=NOW,
    )


def yes(world, agreement, side, number=1, **more):
    return actions.accept_agreement(
        agreement=agreement, number=number, side=side, by=world.users[side], at=LATER, **more
    )


def test_three_yeses_make_a_placement_and_a_change_asks_anew(world):
    agreement = written(world)
    assert Message.objects.filter(subject__contains="Agreement to say yes to").count() == 3
    for side in (CANDIDATE, COMPANY, CANDIDATE):
        assert yes(world, agreement, side).state == AgreementState.WAITING
    assert not Placement.objects.exists()
    assert AgreementAcceptance.objects.count() == 2
    assert yes(world, agreement, UNIVERSITY, is_by_link=True).state == AgreementState.AGREED
    placement = Placement.objects.get()
    assert (placement.state, placement.version.number) == (PlacementState.PLANNED, 1)
    said = placement.version.acceptances.get(side=UNIVERSITY)
    assert (said.way, said.accepted_by_name) == ("link", world.users[UNIVERSITY].get_username())

    longer = dataclasses.replace(TERMS, end_date=DAY + dt.timedelta(days=150))
    about = {"agreement": agreement, "by": world.users[COMPANY], "at": LATER}
    with pytest.raises(NothingNew):
        actions.change_agreement(terms=TERMS, **about)
    assert actions.change_agreement(terms=longer, **about).number == 2
    with pytest.raises(ChangedMeanwhile, match="version 2"):
        yes(world, agreement, CANDIDATE)
    placement.refresh_from_db()
    assert placement.version.number == 1, "what was agreed stays in force"
    for side in AgreementSide:
        yes(world, agreement, side, number=2)
    placement.refresh_from_db()
    assert placement.version.end_date == longer.end_date

    about = {"by": None, "at": LATER}
    assert actions.move_placements(day=DAY, **about) == 1
    assert actions.move_placements(day=DAY, **about) == 0
    with pytest.raises(ValidationError, match="reason"):
        actions.end_placement(placement=placement, state=PlacementState.BROKEN_OFF, day=DAY, **about)
    assert actions.move_placements(day=DAY + dt.timedelta(days=151), **about) == 1
    placement.refresh_from_db()
    assert (placement.state, placement.ended_on) == (PlacementState.COMPLETED, longer.end_date)
    with pytest.raises(NotAtThisStage):
        actions.change_agreement(agreement=agreement, terms=TERMS, **about)
    trail = AuditEntry.objects.filter(subject_type="placements.Agreement").order_by("pk")
    assert trail.values_list("action", flat=True)[0] == "placements.write_agreement"
    assert "Vejleder" not in str(list(AuditEntry.objects.values_list("changes", flat=True)))

    ask_for_erasure(candidate=world.application.candidate, by=None, at=LATER)
    assert not Agreement.objects.exists()
    assert ErasedCount.objects.get(kind="placement").detail == "completed"


def test_no_of_a_change_leaves_what_was_agreed_and_of_the_first_version_ends_it(world):
    agreement = written(world)
    no = {"agreement": agreement, "side": CANDIDATE, "by": world.users[CANDIDATE], "at": LATER}
    for side in AgreementSide:
        yes(world, agreement, side)
    with pytest.raises(NotAtThisStage):
        actions.decline_agreement(**no)
    actions.change_agreement(
        agreement=agreement, terms=dataclasses.replace(TERMS, hours_per_week=Decimal(37)), by=None, at=LATER
    )
    assert actions.decline_agreement(**no).state == AgreementState.AGREED
    newest = queries.newest_version(agreement)
    assert (newest.number, newest.hours_per_week, newest.acceptances.count()) == (3, 30, 3)
    assert Placement.objects.get().version == newest

    Agreement.objects.all().delete()
    agreement = written(world)
    no["agreement"] = agreement
    assert actions.decline_agreement(**no).state == AgreementState.DECLINED
    with pytest.raises(NotAtThisStage):
        yes(world, agreement, COMPANY)
    assert written(world).pk != agreement.pk, "after a no a new one can be written"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("end_date", DAY - dt.timedelta(days=1)),
        ("end_date", DAY + dt.timedelta(days=3000)),
        ("place_name", "Ingenstedby"),
        ("hours_per_week", Decimal(80)),
        ("tasks", " "),
        ("supervisor", ""),
        ("institution_person", ""),
        ("pay", Decimal(100)),
    ],
)
def test_terms_that_cannot_be_are_refused_by_field(world, field, value):
    with pytest.raises(ValidationError) as refused:
        written(world, **{field: value})
    assert list(refused.value.error_dict) == [field]
    assert not Agreement.objects.exists()


def test_who_may_not_is_refused(world):
    with pytest.raises(PermissionDenied):
        actions.write_agreement(
            application=world.application, terms=TERMS, by=UserFactory(role=Role.COMPANY), at=NOW
        )
    agreement = written(world)
    with pytest.raises(PermissionDenied):
        actions.accept_agreement(
            agreement=agreement, number=1, side=CANDIDATE, by=world.users[COMPANY], at=NOW
        )
    with pytest.raises(NotAtThisStage):
        written(world)
    world.application.state = ApplicationState.TALKING
    world.application.save()
    with pytest.raises(NotAtThisStage, match="in talks"):
        written(world)


def test_signature_on_paper_is_noted_by_who_runs_the_programme(world):
    agreement, secretary = written(world), UserFactory(role=Role.SECRETARIAT)
    note = {"agreement": agreement, "number": 1, "side": CANDIDATE, "at": LATER}
    with pytest.raises(PermissionDenied):
        actions.note_signature(name="Prøve Student", by=world.users[COMPANY], **note)
    with pytest.raises(ValidationError):
        actions.note_signature(name=" ", by=secretary, **note)
    actions.note_signature(name="Prøve Student", by=secretary, **note)
    said = AgreementAcceptance.objects.get()
    assert (said.way, said.accepted_by_name, said.accepted_by) == ("paper", "Prøve Student", None)


def test_link_of_the_mail_says_yes_once(world, settings):
    written(world)
    text = Message.objects.get(to_user=world.users[CANDIDATE]).text
    path = next(word for word in text.split() if "/t/" in word).removeprefix(settings.BROBYGGER_URL)
    client = Client(headers={"accept-language": "en"})
    assert b"version 1 of the agreement" in client.get(path).content
    assert not AgreementAcceptance.objects.exists()
    assert client.post(f"{path}do/").status_code in {200, 404}
    assert AgreementAcceptance.objects.count() <= 1


def test_pages_of_an_agreement(world):
    client = Client(headers={"accept-language": "en"})
    client.force_login(world.users[COMPANY])
    address = f"/applications/{world.application.pk}/agreement/"
    assert client.get(address).status_code == 200
    form = {name: value for name, value in dataclasses.asdict(TERMS).items() if value is not None}
    wrong = client.post(f"{address}write/", {**form, "end_date": "2020-01-01", "currency": "DKK"})
    assert wrong.status_code == 422
    assert "The last day lies before the first." in wrong.content.decode()
    done = client.post(f"{address}write/", {**form, "institution": world.university.pk})
    page = done.headers["Location"]
    assert "Still" not in client.get(page).content.decode()
    answer = {"side": COMPANY, "version": 1, "said": "yes"}
    assert "Your yes is noted" in client.post(f"{page}answer/", answer, follow=True).content.decode()
    assert "Prøve Lektor" in client.get(f"{page}print/").content.decode()
    assert client.get(f"{page}edit/").status_code == 200
    assert "Still to say yes" in client.get("/my-placements/").content.decode()
    assert client.get("/placements/").status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_a_fixed_number_of_queries_and_is_a_table_too(world, count, django_assert_max_num_queries):
    for _ in range(count):
        other = ApplicationFactory(state=ApplicationState.PLACED)
        actions.write_agreement(application=other, terms=TERMS, by=None, at=NOW)
    client = Client(headers={"accept-language": "en"})
    client.force_login(UserFactory(role=Role.SECRETARIAT))
    client.get("/placements/")
    with django_assert_max_num_queries(13):
        html = client.get("/placements/?state=waiting").content.decode()
    assert html.count("Still to say yes") == count
    table = client.get("/placements/table/").content.decode()
    assert table.count("Aarhus") == count
    assert client.get("/placements/?state=running&text=Aar").status_code == 200
