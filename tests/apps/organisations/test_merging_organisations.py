"""Two records of an organisation become one, and exactly the two again."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from brobygger.apps.base.enums import Role
from brobygger.apps.organisations.actions import (
    CannotUndo,
    merge_organisations,
    say_organisations_differ,
    undo_merge_of_organisations,
)
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.organisations.queries import compare_organisations, likely_same_organisations
from tests.apps.snapshot import snapshot
from tests.drawing import times
from tests.factories import (
    MatchFactory,
    MatchRunFactory,
    OpportunityFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    UserFactory,
)
from tests.factories.moments import NOW

PARTS = ("opportunity", "match", "contact", "shared_contact", "programme", "partnership", "distinct", "place")


@given(
    kept_has=st.sets(st.sampled_from(PARTS)),
    other_has=st.sets(st.sampled_from(PARTS)),
    data=st.data(),
)
@times(20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undone_merge_leaves_every_row_as_it_was(
    db: None, kept_has: set[str], other_has: set[str], data: st.DataObject
) -> None:
    with transaction.atomic():
        kept, other, third = (OrganisationFactory(website=f"https://{name}.example") for name in "abc")
        programme, user, run = ProgrammeFactory(), UserFactory(), MatchRunFactory()
        for one, has in ((kept, kept_has), (other, other_has)):
            if "opportunity" in has:
                OpportunityFactory(organisation=one)
            if "match" in has:
                MatchFactory(run=run, opportunity=OpportunityFactory(organisation=one))
            if "contact" in has:
                one.contacts.add(UserFactory())
            if "shared_contact" in has:
                one.contacts.add(user)
            if "programme" in has:
                programme.organisations.add(one)
            if "partnership" in has:
                PartnershipFactory(programme=programme, organisation=one, is_lead=one is other)
            if "distinct" in has:
                say_organisations_differ(first=one, second=third, by=None, at=NOW)
            if "place" in has:
                Organisation.objects.filter(pk=one.pk).update(
                    place_name="Horsens", latitude=55.9, longitude=9.8
                )
        chosen = data.draw(st.sets(st.sampled_from([one.key for one in compare_organisations(kept, other)])))
        before = snapshot()

        merge = merge_organisations(kept=kept, other=other, from_other=chosen, by=None, at=NOW)
        assert not any(row.get("organisation_id") == other.pk for row in snapshot().values())
        assert undo_merge_of_organisations(merge=merge, by=None, at=NOW) == []

        assert snapshot() == before
        transaction.set_rollback(True)


def test_ads_contacts_and_programmes_move(db: None) -> None:
    kept, other = OrganisationFactory(), OrganisationFactory()
    ad, user, programme = OpportunityFactory(organisation=other), UserFactory(), ProgrammeFactory()
    for one in (kept, other):
        one.contacts.add(user)
        programme.organisations.add(one)

    merge_organisations(kept=kept, other=other, by=None, at=NOW)

    ad.refresh_from_db()
    assert ad.organisation == kept
    assert list(kept.contacts.all()) == [user]
    assert list(programme.organisations.all()) == [kept]


def test_value_changed_since_stays_and_the_other_comes_back(db: None) -> None:
    kept, other = (
        OrganisationFactory(website="https://a.example"),
        OrganisationFactory(website="https://b.example"),
    )
    merge = merge_organisations(kept=kept, other=other, from_other={"website"}, by=None, at=NOW)
    Organisation.objects.filter(pk=kept.pk).update(website="https://c.example")

    left = undo_merge_of_organisations(merge=merge, by=None, at=NOW)

    assert [step["after"] for step in left] == [{"website": "https://b.example"}]
    assert sorted(Organisation.objects.values_list("website", flat=True)) == [
        "https://b.example",
        "https://c.example",
    ]


def test_undo_is_refused_where_the_short_name_is_taken(db: None) -> None:
    kept, other = OrganisationFactory(), OrganisationFactory(code="taken")
    merge = merge_organisations(kept=kept, other=other, by=None, at=NOW)
    OrganisationFactory(code="taken")

    with pytest.raises(CannotUndo):
        undo_merge_of_organisations(merge=merge, by=None, at=NOW)


def test_only_those_who_may_join(db: None) -> None:
    kept, other = OrganisationFactory(), OrganisationFactory()
    for role in (Role.COMPANY, Role.PARTNER):
        with pytest.raises(PermissionDenied):
            merge_organisations(kept=kept, other=other, by=UserFactory(role=role), at=NOW)


def test_same_number_is_likely_the_same(db: None) -> None:
    first = OrganisationFactory(name="Nordlys", registered_number="12 34 56 74")
    second = OrganisationFactory(name="Robotfabrikken", registered_number="DK12345674")
    OrganisationFactory(name="Fjord")

    assert [(one.first, one.second) for one in likely_same_organisations()] == [(first.pk, second.pk)]
