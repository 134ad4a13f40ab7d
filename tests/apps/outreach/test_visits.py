"""Visits, levels, stories, doors and grants: what may be written down, and what it says in numbers."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import in_scope
from brobygger.apps.opportunities.enums import ApplicationState, LanguageTask
from brobygger.apps.organisations.enums import Engagement
from brobygger.apps.outreach import actions, queries
from brobygger.apps.outreach.actions import GrantDetails, NeedAnswer, NotAgreed, StoryDetails, VisitNotes
from brobygger.apps.outreach.enums import Awareness, Door, GrantPurpose, GrantState, VisitState
from brobygger.apps.outreach.models import Cooperation, HostStory, Visit
from brobygger.apps.programmes.queries import scope_of
from brobygger.core.reading import Level
from tests.factories import (
    ApplicationFactory,
    ContactFactory,
    CooperationFactory,
    GrantConditionFactory,
    GrantFactory,
    HostStoryFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    UserFactory,
    VisitFactory,
)
from tests.factories.moments import DAY, LATER, NOW

pytestmark = pytest.mark.django_db


def write(visit: Visit, **notes: Any) -> Visit:
    return actions.write_visit(visit=visit, notes=VisitNotes(**{"is_done": True, **notes}), by=None, at=NOW)


def need(task: LanguageTask, stated: Level | None, real: Level | None) -> NeedAnswer:
    return NeedAnswer("da", task, True, stated, True, real)


def test_visit_is_written_down_and_the_company_was_visited() -> None:
    owner = UserFactory()
    visit = actions.add_visit(
        programme=ProgrammeFactory(),
        organisation=OrganisationFactory(),
        day=DAY,
        visitor=owner,
        by=None,
        at=NOW,
    )

    write(
        visit,
        needs="En ingeniør",
        worries=("informal-talk", "time"),
        languages=(
            need(LanguageTask.MEETINGS, Level.C1, None),
            need(LanguageTask.COFFEE, Level.B2, Level.A2),
        ),
        next_step="Send en skabelon",
        next_owner=owner,
        next_due=DAY + dt.timedelta(days=3),
        contact_name="Ida Prøvesen",
    )

    found = queries.visit_by_id(visit.pk)
    assert found is not None
    assert (found.state, found.contact.name, found.visitor_name) == (
        VisitState.DONE,
        "Ida Prøvesen",
        owner.username,
    )
    assert {(one.task, one.stated_level, one.real_level) for one in found.languages.all()} == {
        ("meetings", "C1", ""),
        ("coffee", "B2", "A2"),
    }
    cooperation = Cooperation.objects.get()
    assert (cooperation.level, cooperation.level_since) == ("visited", DAY)
    found.organisation.refresh_from_db()
    assert found.organisation.engagement == Engagement.VISITED


@pytest.mark.parametrize(
    "notes",
    [
        {"worries": ("ghosts",)},
        {"next_step": "Ring"},
        {"next_step": "Ring", "next_due": DAY},
        {"contact_email": "nobody"},
    ],
)
def test_notes_that_cannot_be_are_refused(notes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        write(VisitFactory(state=VisitState.PLANNED), **notes)
    assert Visit.objects.get().state == VisitState.PLANNED


def test_visit_of_tomorrow_was_not_made_and_one_is_not_made_twice_a_day() -> None:
    ahead = VisitFactory(state=VisitState.PLANNED, visited_on=DAY + dt.timedelta(days=1))
    with pytest.raises(ValidationError):
        write(ahead)
    with pytest.raises(ValidationError):
        actions.add_visit(
            programme=ahead.programme,
            organisation=ahead.organisation,
            day=ahead.visited_on,
            visitor=None,
            by=None,
            at=NOW,
        )
    actions.cancel_visit(visit=ahead, by=None, at=NOW)
    actions.add_visit(
        programme=ahead.programme,
        organisation=ahead.organisation,
        day=ahead.visited_on,
        visitor=None,
        by=None,
        at=NOW,
    )


def test_step_is_due_until_it_is_done() -> None:
    visit = VisitFactory(next_step="Ring", next_due=DAY, next_owner=UserFactory())
    VisitFactory(next_step="Senere", next_due=DAY + dt.timedelta(days=30))

    assert list(queries.due_steps(today=DAY, days=7)) == [visit]
    actions.finish_step(visit=visit, by=None, at=NOW)
    assert list(queries.due_steps(today=DAY, days=7)) == []


def test_statistic_compares_stated_with_real_need_by_branch() -> None:
    programme = ProgrammeFactory()
    for industry, real in (("maskiner", None), ("Maskiner", Level.A2), ("software", Level.B2)):
        visit = VisitFactory(programme=programme, organisation=OrganisationFactory(industry=industry))
        write(visit, languages=(need(LanguageTask.MEETINGS, Level.B2, real),), worries=("informal-talk",))
    write(
        VisitFactory(programme=programme), languages=(NeedAnswer("da", LanguageTask.FLOOR, True, Level.C1),)
    )
    write(VisitFactory(), worries=("cost",))  # of another programme

    branches, tasks = queries.language_needs(programme.pk)

    assert [(one.name, one.visits, one.compared, one.lower, one.dropped) for one in branches] == [
        ("Maskiner", 2, 2, 2, 1),
        ("Software", 1, 1, 0, 0),
    ]
    assert (branches[0].stated_level, branches[0].real_level, branches[0].lower_percent) == ("B2", "A1", 100)
    assert [(one.compared, one.lower) for one in tasks] == [(3, 2)]
    counts, at_all = queries.worry_counts(programme.pk)
    assert at_all == 3
    assert counts[0][1] == 3
    assert queries.visit_count(programme) == 4


def level(cooperation: Cooperation, code: str, day: dt.date, evidence: str = "Aftale") -> Cooperation:
    return actions.note_level(
        programme=cooperation.programme,
        organisation=cooperation.organisation,
        level=code,
        since=day,
        evidence=evidence,
        by=None,
        at=NOW,
    )


def test_time_in_each_level_is_counted_with_its_evidence() -> None:
    cooperation = CooperationFactory()
    level(cooperation, "contacted", DAY - dt.timedelta(days=40))
    level(cooperation, "partner", DAY - dt.timedelta(days=10), "Underskrevet")

    cooperation.refresh_from_db()
    stays = queries.stays_of(cooperation, today=DAY)
    assert [(one.entry.level, one.days, one.ended is None) for one in stays] == [
        ("contacted", 30, False),
        ("partner", 10, True),
    ]
    cooperation.organisation.refresh_from_db()
    assert cooperation.organisation.engagement == Engagement.PARTNER
    for code, day, evidence in (
        ("hosting", DAY, " "),
        ("unknown", DAY, "x"),
        ("hosting", DAY + dt.timedelta(days=1), "x"),
        ("hosting", DAY - dt.timedelta(days=20), "x"),
    ):
        with pytest.raises(ValidationError):
            level(cooperation, code, day, evidence)


def test_visit_lets_nobody_climb_down() -> None:
    cooperation = CooperationFactory()
    level(cooperation, "hosting", DAY - dt.timedelta(days=10))

    write(VisitFactory(programme=cooperation.programme, organisation=cooperation.organisation))

    cooperation.refresh_from_db()
    assert cooperation.level == "hosting"


def test_programme_settles_its_own_ladder() -> None:
    programme = ProgrammeFactory()
    words = {"en": "Met", "da": "Mødt"}
    own = [
        {"code": code, "label": words, "evidence": words, "parts": words, "hours": 1}
        for code in ("met", "ally")
    ]

    actions.settle_plan(programme=programme, levels=own, visit_target=600, by=None, at=NOW)

    assert [one.code for one in queries.levels_of(programme)] == ["met", "ally"]
    level(CooperationFactory(programme=programme), "ally", DAY)
    with pytest.raises(ValidationError, match="ally"):
        actions.settle_plan(programme=programme, levels=own[:1], visit_target=600, by=None, at=NOW)
    with pytest.raises(ValidationError, match="parts"):
        actions.settle_plan(
            programme=programme, levels=[{**own[0], "parts": {}}], visit_target=1, by=None, at=NOW
        )


def test_material_is_noted_and_makes_a_company_aware() -> None:
    cooperation = CooperationFactory()
    said: dict[str, Any] = {
        "programme": cooperation.programme,
        "organisation": cooperation.organisation,
        "by": None,
        "at": NOW,
    }

    actions.note_material(what="Brochure", sent_on=DAY, **said)
    cooperation.refresh_from_db()
    assert cooperation.awareness == Awareness.HEARD
    actions.set_awareness(awareness=Awareness.TRIES, **said)
    actions.note_material(what="Video", sent_on=DAY, **said)
    cooperation.refresh_from_db()
    assert cooperation.awareness == Awareness.TRIES
    assert [one.what for one in queries.material_of(cooperation)] == ["Video", "Brochure"]


@pytest.mark.parametrize(
    ("is_start_up", "excludes_equity", "accepted"),
    [(True, True, True), (True, False, False), (False, True, False)],
)
def test_light_contract_is_for_start_ups_that_pay_nobody_in_shares(
    is_start_up: bool, excludes_equity: bool, accepted: bool
) -> None:
    cooperation = CooperationFactory()

    def set_it() -> None:
        actions.set_start_up(
            programme=cooperation.programme,
            organisation=cooperation.organisation,
            is_start_up=is_start_up,
            light_contract_date=DAY,
            excludes_equity=excludes_equity,
            by=None,
            at=NOW,
        )

    if accepted:
        set_it()
    else:
        with pytest.raises(ValidationError):
            set_it()
    cooperation.refresh_from_db()
    assert (cooperation.light_contract_date is not None) == accepted


def test_story_is_read_by_others_only_while_the_host_agrees() -> None:
    host = ContactFactory()
    story = actions.write_story(
        organisation=host.organisation,
        programme=ProgrammeFactory(),
        details=StoryDetails("Pumper på portugisisk", "Det gik godt.", "da", initiative=5, proficiency=4),
        by=None,
        at=NOW,
    )
    reader = UserFactory(role=Role.COUNCIL)

    def shown() -> bool:
        with in_scope(scope_of(reader)):
            return HostStory.objects.exists()

    with pytest.raises(NotAgreed):
        actions.publish_story(story=story, published=True, by=None, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.agree_to_story(story=story, agrees=True, by=UserFactory(), at=NOW)
    actions.agree_to_story(story=story, agrees=True, by=host.user, at=NOW)
    assert not shown()
    actions.publish_story(story=story, published=True, by=None, at=NOW)
    assert shown()
    actions.agree_to_story(story=story, agrees=False, by=host.user, at=LATER)
    assert not shown()


def test_evidence_for_a_visit_is_of_the_same_branch_first() -> None:
    agreed = {"agreed_at": NOW, "published_at": NOW}
    company = OrganisationFactory(industry="Maskiner")
    HostStoryFactory(title="Egen", organisation=company, **agreed)
    HostStoryFactory(title="Anden", industry="Software", **agreed)
    HostStoryFactory(title="Samme", industry="maskiner", **agreed)
    HostStoryFactory(title="Kladde", industry="maskiner")

    assert [one.title for one in queries.evidence_for(company)] == ["Samme", "Anden"]


def test_marks_are_from_one_to_five() -> None:
    with pytest.raises(ValidationError):
        actions.write_story(
            organisation=OrganisationFactory(),
            programme=ProgrammeFactory(),
            details=StoryDetails("A", "B", "da", initiative=6),
            by=None,
            at=NOW,
        )


def test_doors_are_counted_with_what_became_of_them() -> None:
    placed = ApplicationFactory(state=ApplicationState.PLACED)
    actions.note_door(application=placed, door=Door.VISIT, by=None, at=NOW)
    actions.note_door(application=placed, door=Door.EVENT, detail="Company Dating", by=None, at=NOW)
    actions.note_door(application=ApplicationFactory(), door=Door.EVENT, by=None, at=NOW)
    ApplicationFactory(state=ApplicationState.PLACED)

    figures, unsaid = queries.door_figures()

    told = {one.label: (one.applications, one.placements) for one in figures}
    assert told["an event"] == (2, 1)
    assert told["a visit to the company"] == (0, 0)
    assert unsaid == 1


def test_conditions_and_ends_of_grants_are_due() -> None:
    granted = {"state": GrantState.GRANTED, "end_date": DAY + dt.timedelta(days=20)}
    condition = GrantConditionFactory(grant=GrantFactory(**granted))
    GrantConditionFactory(grant=GrantFactory(state=GrantState.DECLINED))

    assert list(queries.due_conditions(today=DAY, days=14)) == [condition]
    assert list(queries.ending_grants(today=DAY, days=30)) == [condition.grant]
    actions.meet_condition(condition=condition, by=None, at=NOW)
    assert not queries.due_conditions(today=DAY, days=14)


def test_grant_that_ends_before_it_starts_is_refused() -> None:
    details = GrantDetails(
        "Pulje", "Fond", GrantPurpose.ANCHOR, start_date=DAY, end_date=DAY - dt.timedelta(days=1)
    )
    with pytest.raises(ValidationError, match="end after it starts"):
        actions.add_grant(programme=ProgrammeFactory(), details=details, by=None, at=NOW)


def test_partner_writes_for_the_programmes_it_leads_and_no_others() -> None:
    user, university = UserFactory(role=Role.PARTNER), OrganisationFactory()
    university.contacts.add(user)
    ours, theirs = ProgrammeFactory(), ProgrammeFactory()
    PartnershipFactory(programme=ours, organisation=university, is_lead=True)
    mine, other = VisitFactory(programme=ours), VisitFactory(programme=theirs)

    with in_scope(scope_of(user)):
        assert list(Visit.objects.all()) == [mine]
        actions.write_visit(visit=mine, notes=VisitNotes(is_done=False, needs="Nyt"), by=user, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.write_visit(visit=other, notes=VisitNotes(is_done=True), by=user, at=NOW)
