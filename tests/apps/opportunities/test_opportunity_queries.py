from __future__ import annotations

from collections.abc import Callable

import pytest

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.opportunities.enums import OpportunityKind, OpportunityState, PaidBy
from brobygger.apps.opportunities.queries import (
    OpportunityFilter,
    facts_of,
    filter_choices,
    marked_ad,
    opportunity_by_id,
    opportunity_list,
)
from tests.factories import OpportunityFactFactory, OpportunityFactory, ProgrammeFactory, UserFactory
from tests.factories.moments import DAY


@pytest.mark.parametrize(
    "chosen",
    [
        {"text": "robot"},
        {"text": "ROBOT fjordværk"},
        {"kind": "thesis"},
        {"paid_by": "programme"},
        {"country": "NO"},
        {"place": "hal"},
        {"language": "nb"},
        {"area": "ostfold-fyrbodal"},
        {"programme": "p"},
        {"state": "draft"},
    ],
)
def test_list_is_narrowed(db: None, chosen: dict[str, str]) -> None:
    found = OpportunityFactory(
        title="Robot thesis",
        organisation__name="Fjordværk",
        kind=OpportunityKind.THESIS,
        paid_by=PaidBy.PROGRAMME,
        country="NO",
        place_name="Halden",
        language="nb",
        programme=ProgrammeFactory(code="p"),
        state=OpportunityState.DRAFT,
    )
    OpportunityFactory()
    user = UserFactory(role=Role.MANAGER)

    assert opportunity_list(user).count() == 2
    assert list(opportunity_list(user, OpportunityFilter(**chosen))) == [found]


def test_list_is_latest_first(db: None) -> None:
    older, newer = OpportunityFactory(date_posted=DAY.replace(month=1)), OpportunityFactory()
    assert list(opportunity_list(UserFactory())) == [newer, older]


@pytest.mark.django_db
@pytest.mark.parametrize("size", [1, 3])
def test_list_takes_one_query(size: int, django_assert_num_queries: Callable[..., object]) -> None:
    OpportunityFactory.create_batch(size, programme=ProgrammeFactory())
    user = UserFactory()

    with django_assert_num_queries(1):
        assert len([(one.organisation.name, one.programme.name) for one in opportunity_list(user)]) == size


def test_filter_choices_hold_what_the_reader_sees(user_of: Callable[[Role], User]) -> None:
    programme = ProgrammeFactory(code="p", name="P")
    OpportunityFactory(country="NO", language="nb", programme=programme, paid_by=PaidBy.UNPAID)
    OpportunityFactory(country="SE", state=OpportunityState.DRAFT, paid_by=PaidBy.COMPANY)

    choices = filter_choices(user_of(Role.CANDIDATE))

    assert (choices.kinds, choices.countries, choices.languages) == (("job",), ("NO",), ("nb",))
    assert (choices.programmes, choices.payers) == ((("p", "P"),), ("unpaid",))


def test_marked_ad_shows_the_facts_in_their_places(db: None) -> None:
    fact = OpportunityFactFactory()
    opportunity = opportunity_by_id(fact.opportunity_id)
    assert opportunity is not None

    segments = marked_ad(opportunity)

    assert [(segment.text, [one.fact_id for one in segment.marks]) for segment in segments] == [
        ("Welder\nYou know ", []),
        ("welding", [fact.pk]),
        (".\n", []),
    ]
    assert facts_of(opportunity) == [fact]
    assert opportunity_by_id(0) is None
