"""What a company sees and what its preview shows are the same, field by field: the candidate agrees on the preview."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.people.actions import Preferences, set_preferences
from brobygger.apps.people.models import Candidate
from brobygger.core import matching
from brobygger.core.matching import MonthlyPay
from brobygger.core.reading import OpportunityKind
from brobygger.web.candidate import shown
from tests.factories import UserFactory
from tests.factories.moments import LATER
from tests.scenarios.first_match import AARHUS, FirstMatch
from tests.web.conftest import Visitor

PRIVACY = "/my-page/privacy/"
VOID = {"input", "br", "img", "hr", "meta", "link"}


class Leaves(HTMLParser):
    """The words under the first element of a kind each once: texts, titles and labels; buttons of the reader are left out."""

    def __init__(self, tag: str, marks: dict[str, str]) -> None:
        super().__init__()
        self.tag, self.marks = tag, marks
        self.depth = 0
        self.skipped = 0
        self.is_over = False
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if self.depth == 0:
            if (
                not self.is_over
                and tag == self.tag
                and all(held.get(name) == value for name, value in self.marks.items())
            ):
                self.depth = 1
            return
        if tag in VOID:
            return
        self.depth += 1
        if tag == "form" or held.get("class") == "ds-link":
            self.skipped = self.skipped or self.depth
        if not self.skipped:
            self.found |= {held[name] or "" for name in ("title", "aria-label") if held.get(name)}

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag not in VOID:
            if self.skipped == self.depth:
                self.skipped = 0
            self.depth -= 1
            self.is_over = self.depth == 0

    def handle_data(self, data: str) -> None:
        if self.depth and not self.skipped and data.strip():
            self.found.add(" ".join(data.split()))


def words_in(html: str, tag: str, **marks: str) -> set[str]:
    """The words under the first element of this kind, with `class` given as `kind`."""
    parser = Leaves(tag, {{"kind": "class"}.get(name, name): value for name, value in marks.items()})
    parser.feed(html)
    assert parser.found, (tag, marks)
    return parser.found


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def owner(moment: FirstMatch) -> User:
    """The developer, who has said everything that can be said."""
    user = UserFactory(role=Role.CANDIDATE)
    Candidate.objects.filter(pk=moment.developer.pk).update(user=user)
    moment.developer.refresh_from_db()
    said = Preferences(
        kinds=(OpportunityKind.JOB,),
        available_from=dt.date(2027, 1, 4),
        available_months=11,
        hours=(20, 30),
        pay_floor=MonthlyPay(31_234, "DKK"),
        home=AARHUS,
        commute_minutes=45,
        moves_to=("NO",),
        remote=True,
        work_right=("DK",),
    )
    set_preferences(candidate=moment.developer, preferences=said, by=user, at=LATER)
    return user


def test_line_in_a_list_is_the_one_of_the_preview(
    moment: FirstMatch, owner: User, of_software: User, visitor: Visitor
) -> None:
    company = page(visitor(of_software), f"/opportunities/{moment.developer_ad.pk}/")
    line = company.rindex('<li class="candidate">', 0, company.index(moment.developer.alias))

    theirs = words_in(company[line:], "li", kind="candidate")

    assert words_in(page(visitor(owner), PRIVACY), "li", kind="candidate") == theirs
    assert "Aarhus, DK · English C1" in theirs


def test_profile_and_its_reasons_are_those_of_the_preview(
    moment: FirstMatch, owner: User, of_software: User, visitor: Visitor
) -> None:
    address = f"/candidates/{moment.developer.pk}/?for={moment.developer_ad.pk}"
    company = page(visitor(of_software), address)

    theirs = words_in(company, "main")
    mine = words_in(page(visitor(owner), PRIVACY), "div", id="seen-as-profile")

    assert theirs == mine
    assert {"Python", "The CV, and what was understood of it"} <= theirs


def test_all_that_reasons_are_made_from_is_told(moment: FirstMatch, owner: User, visitor: Visitor) -> None:
    told = words_in(page(visitor(owner), PRIVACY), "dl", id="seen-in-reasons")

    for one in ("Aarhus, Denmark", "Norway", "4 January 2027", "11 months", "45 min", "Denmark", "job"):
        assert any(one in text for text in told), one
    assert any("20" in text and "30" in text for text in told)


def test_every_field_of_the_matcher_is_shown_or_kept_from_companies() -> None:
    fields = {one.name for one in dataclasses.fields(matching.Candidate)}
    assert fields == shown.NEVER_TOLD | shown.IN_PROFILE | shown.WISHES.keys() | shown.READ.keys()


def test_lowest_pay_is_told_to_no_company(
    moment: FirstMatch, owner: User, of_software: User, visitor: Visitor
) -> None:
    company = visitor(of_software)
    for address in (
        f"/opportunities/{moment.developer_ad.pk}/",
        f"/candidates/{moment.developer.pk}/?for={moment.developer_ad.pk}",
    ):
        assert not re.search("31.?234", page(company, address)), address
    assert not re.search("31.?234", page(visitor(owner), PRIVACY))


def test_who_is_not_matched_reads_that_no_list_names_it(
    moment: FirstMatch, owner: User, visitor: Visitor
) -> None:
    client = visitor(owner)
    client.post(f"{PRIVACY}answer/", {"purpose": "matching", "said": "no"})

    assert "You are not matched: you stand in no list." in page(client, PRIVACY)
