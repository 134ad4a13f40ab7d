"""A number that a form or an address sends is read in one place, and none of them can break a page."""

from __future__ import annotations

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from brobygger.apps.base.enums import Role
from brobygger.web.sent import MOST_ID, found_by_id, whole_number, whole_numbers
from tests.factories import (
    DatingEveningFactory,
    EventFactory,
    OrganisationFactory,
    ProgrammeFactory,
    UserFactory,
)
from tests.web.conftest import Visitor

WRONG = ["9" * 5000, "٣٤", "²", "-1", str(MOST_ID + 1)]


@given(st.text())
def test_no_text_raises(text: str) -> None:
    number = whole_number(text)
    assert number is None or 0 <= number <= MOST_ID


@given(st.integers(min_value=0, max_value=MOST_ID))
def test_digits_come_back_as_their_number(number: int) -> None:
    assert whole_number(f" {number}\n") == number


@pytest.mark.parametrize("text", [None, "", " ", "+1", "1.0", "1 2", "1_000", *WRONG])
def test_what_is_no_number_is_none(text: str | None) -> None:
    assert whole_number(text) is None


def test_a_number_is_at_most_what_is_asked() -> None:
    assert [whole_number(one, most=99) for one in ("99", "100", "0099")] == [99, None, None]


def test_only_ids_are_looked_for() -> None:
    assert whole_numbers(["3", "x", *WRONG, "1"]) == [3, 1]
    assert found_by_id("abc".__getitem__, "2") == "c"
    assert found_by_id("abc".__getitem__, "x") is None


@pytest.mark.django_db
@pytest.mark.parametrize("text", WRONG)
@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("visits", "programme"),
        ("visit-needs", "programme"),
        ("doors", "programme"),
        ("channels", "programme"),
        ("prospects", "programme"),
        ("exchanges", "year"),
        ("placements", "programme"),
        ("first-tasks", "organisation"),
    ],
)
def test_an_address_with_a_wrong_number_is_a_page(visitor: Visitor, name: str, field: str, text: str) -> None:
    client = visitor(UserFactory(role=Role.MANAGER))
    assert client.get(reverse(name), {field: text}).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("text", WRONG)
@pytest.mark.parametrize(
    ("name", "make", "field"),
    [
        ("event-organisation-remove", EventFactory, "participation"),
        ("event-registration-decide", EventFactory, "registration"),
        ("company-contact-withdraw", OrganisationFactory, "invitation"),
        ("company-contact-remove", OrganisationFactory, "contact"),
        ("evening-came-save", DatingEveningFactory, "company"),
        ("visit-add", ProgrammeFactory, "organisation"),
        ("approvals-approve", ProgrammeFactory, "opportunity"),
    ],
)
def test_a_form_with_a_wrong_number_is_answered(
    visitor: Visitor, name: str, make: type, field: str, text: str
) -> None:
    client = visitor(UserFactory(role=Role.MANAGER))
    answer = client.post(reverse(name, args=[make().pk]), {field: text})
    assert answer.status_code in {302, 422}
