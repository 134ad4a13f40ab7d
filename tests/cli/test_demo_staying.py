"""The cohort of the demo: enough answers for a curve, loaded once."""

from __future__ import annotations

from django.utils.timezone import localdate, now

from brobygger.apps.base.models import AuditEntry
from brobygger.apps.effects.adapters import cohort_of
from brobygger.apps.effects.enums import Group
from brobygger.apps.placements.queries import state_counts, without_agreement
from brobygger.cli.demo.staying import OTHERS, PLACED, load_staying
from tests.factories import (
    CandidateFactory,
    CandidateIdentityFactory,
    OpportunityFactory,
    PositionPreferenceFactory,
    ProgrammeFactory,
    UserFactory,
)


def somebody():
    """A candidate with a name: an application gives it to the company."""
    candidate = CandidateFactory()
    CandidateIdentityFactory(candidate=candidate, name="Ida Prøvesen")
    return candidate


def demo():
    programme, secretary = ProgrammeFactory(), UserFactory(role="secretariat")
    programme.candidates.set([somebody() for _ in (*PLACED, *OTHERS)])
    places = [OpportunityFactory(programme=programme) for _ in range(4)]
    load_staying(programme, places, secretary, at=now())
    return programme, places, secretary


def test_demo_has_a_curve_and_repeating_it_changes_nothing(db: None) -> None:
    programme, places, secretary = demo()
    entries = AuditEntry.objects.count()

    load_staying(programme, places, secretary, at=now())

    assert AuditEntry.objects.count() == entries
    assert state_counts(programme.pk) == {"running": 1, "planned": 1, "waiting": 1}
    assert without_agreement().count() == 1
    for group in (Group.PLACED, Group.OTHERS):
        cohort = cohort_of(programme, group=group, day=localdate())
        assert cohort.is_confirmed
        assert cohort.retention.evidence.has_shares


def test_who_needs_a_permit_is_placed_nowhere(db: None) -> None:
    programme, people = ProgrammeFactory(), [somebody() for _ in range(6)]
    PositionPreferenceFactory(candidate=people[-1], work_right=[])
    programme.candidates.set(people)
    places = [OpportunityFactory(programme=programme) for _ in range(4)]

    load_staying(programme, places, UserFactory(role="secretariat"), at=now())

    assert state_counts(programme.pk) == {"running": 1, "planned": 1, "waiting": 1}
    assert not people[-1].applications.exists()
