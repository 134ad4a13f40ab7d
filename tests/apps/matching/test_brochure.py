"""The talent brochure over rows: sums of protected blocks, renewed in whole groups, and what an attacker may ask."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from brobygger.apps.base.enums import Role
from brobygger.apps.matching.actions import renew_brochure
from brobygger.apps.matching.enums import BrochureDimension
from brobygger.apps.matching.models import BrochureMember
from brobygger.apps.matching.queries import brochure
from brobygger.apps.people.models import Candidate
from tests.factories import (
    CandidateDocumentFactory,
    CandidateFactory,
    PositionPreferenceFactory,
    ProgrammeFactory,
    UserFactory,
)
from tests.factories.moments import LATER, NOW

MARKET = BrochureDimension.MARKET


def people(programmes, count, *markets):
    made = []
    for _ in range(count):
        candidate = CandidateDocumentFactory().candidate
        PositionPreferenceFactory(candidate=candidate, markets=list(markets))
        for programme in programmes:
            programme.candidates.add(candidate)
        made.append(candidate)
    return made


def shown(programme=None):
    found = brochure(programme.code if programme else "")
    return found.people, dict(found.numbers[MARKET])


def test_numbers_are_multiples_and_programmes_add_up(vocabulary):
    first, second = ProgrammeFactory(), ProgrammeFactory()
    people([first], 8, "BR")
    people([first], 6)
    people([second], 4, "BR", "PL")
    people([second], 9)
    people([first, second], 3, "BR")

    assert renew_brochure(by=None, at=NOW) == 2
    assert shown(first) == (10, {"BR": 5})
    assert shown(second) == (10, {})
    assert shown() == (20, {"BR": 5})  # the sum of both: the three who are in both are too few to be counted
    assert renew_brochure(by=None, at=LATER) == 0


def test_one_more_person_changes_nothing_and_five_do(vocabulary):
    programme = ProgrammeFactory()
    people([programme], 10, "BR")
    people([programme], 5)
    renew_brochure(by=None, at=NOW)
    before = shown()
    people([programme], 4, "PL")
    assert renew_brochure(by=None, at=LATER) == 0
    assert shown() == before
    people([programme], 1, "PL")

    assert renew_brochure(by=None, at=LATER) == 1
    assert shown() == (20, {"BR": 10, "PL": 5})


def test_erased_people_stay_in_the_numbers_until_a_whole_group_has_gone(vocabulary):
    programme = ProgrammeFactory()
    holders = people([programme], 10, "BR")
    people([programme], 5)
    renew_brochure(by=None, at=NOW)
    Candidate.objects.filter(pk__in=[one.pk for one in holders[:4]]).delete()
    assert renew_brochure(by=None, at=LATER) == 0
    assert (shown(), BrochureMember.objects.count()) == ((15, {"BR": 10}), 11)
    holders[4].delete()

    assert renew_brochure(by=None, at=LATER) == 1
    assert shown() == (10, {"BR": 5})


def test_somebody_who_changes_programme_is_counted_once(vocabulary):
    first, second = ProgrammeFactory(), ProgrammeFactory()
    moving, *_ = people([first], 10, "BR")
    people([second], 9, "BR")
    renew_brochure(by=None, at=NOW)
    first.candidates.remove(moving)
    second.candidates.add(moving)
    renew_brochure(by=None, at=LATER)

    assert shown()[0] == 15
    assert BrochureMember.objects.filter(candidate=moving).count() == 1


def test_who_does_not_agree_to_be_ranked_is_not_counted(vocabulary):
    for _ in range(10):
        CandidateFactory(matching_agreed_at=None)

    assert renew_brochure(by=None, at=NOW) == 0
    with pytest.raises(PermissionDenied):
        renew_brochure(by=UserFactory(role=Role.COMPANY), at=NOW)
