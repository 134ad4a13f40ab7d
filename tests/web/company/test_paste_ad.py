"""Paste an ad: what is refused and why, what is understood, and that nothing is stored before saying so."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.matching.queries import rank_candidates
from brobygger.apps.opportunities.models import Opportunity
from brobygger.web.company.paste_ad.views import LONGEST
from tests.factories import UserFactory
from tests.scenarios.first_match import DEVELOPER_AD, WELDER_AD, FirstMatch
from tests.web.conftest import Visitor

READ, SAVE = "/paste-an-ad/read/", "/paste-an-ad/save/"


def counts() -> tuple[int, int]:
    return Opportunity.objects.count(), AuditEntry.objects.count()


def read(client: Client, text: str = DEVELOPER_AD) -> str:
    response = client.post(READ, {"text": text})
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("address", [READ, SAVE])
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Paste the text of an ad."),
        ("   \n\t ", "Paste the text of an ad."),
        ("Welder wanted", "This is too short to be an ad: paste all of its text."),
        ("Welder wanted. " * (LONGEST // 15 + 1), "This is longer than 100,000 letters"),
        ("https://example.org/job/1", "This is too short to be an ad: paste all of its text."),
        ("https://example.org/jobs/welder-in-aarhus", "Paste the text of the page, not its address."),
        ("www.example.org/jobs/welder-in-aarhus-1 \n", "Paste the text of the page, not its address."),
        ("1234567890 --- 2026 +++ 12.5 % 099 () [] *** ###", "There are no words in this"),
    ],
)
def test_text_that_is_no_ad_is_refused_with_the_reason(
    moment: FirstMatch, visitor: Visitor, of_software: User, address: str, text: str, says: str
) -> None:
    before = counts()

    response = visitor(of_software).post(address, {"text": text, "organisation": moment.software.pk})

    assert response.status_code == 422
    assert says in response.content.decode()
    assert counts() == before


def test_refused_text_stays_in_the_field(moment: FirstMatch, visitor: Visitor) -> None:
    html = visitor(Role.MANAGER).post(READ, {"text": "Welder <wanted>"}).content.decode()

    assert "Welder &lt;wanted&gt;</textarea>" in html


def test_reading_shows_what_was_understood_and_whom_it_reaches(
    moment: FirstMatch, visitor: Visitor, of_software: User
) -> None:
    before = counts()

    html = read(visitor(of_software))

    assert re.search(r'<mark class="mark mark-skill"[^>]*>Python</mark>', html)
    assert re.search(r'<mark class="mark mark-skill"[^>]*>project management</mark>', html)
    assert "Talent 003" in html
    assert "Talent 004" not in html, "a company sees only those who show themselves"
    assert "Prøvesen" not in html
    assert counts() == before


def test_reading_ranks_like_the_page_of_the_stored_ad(moment: FirstMatch, visitor: Visitor) -> None:
    html = read(visitor(Role.MANAGER), WELDER_AD)

    stored = rank_candidates(moment.welder_ad, user=UserFactory(role=Role.MANAGER), language="en")
    assert re.findall(r"Talent \d{3}", html) == [row.alias for row in stored.rows]


def test_reading_tells_what_one_step_would_add(moment: FirstMatch, visitor: Visitor) -> None:
    html = read(visitor(Role.MANAGER), WELDER_AD)

    assert re.search(r"<span>Danish for the coffee table only</span> <b[^>]*>\+3</b>", html)


def test_reading_survives_markup_and_line_ends(moment: FirstMatch, visitor: Visitor) -> None:
    html = read(visitor(Role.MANAGER), "<script>alert(1)</script>\r\nWelder\r\nYou know welding well.\r\n")

    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_page_speaks_the_visitors_language(moment: FirstMatch, visitor: Visitor) -> None:
    for language, title in (("da", "Indsæt"), ("nb", "Lim inn"), ("sv", "Klistra in")):
        html = visitor(Role.MANAGER, language).get("/paste-an-ad/").content.decode()
        assert f'<html lang="{language}"' in html
        assert re.search(rf"<h1[^>]*>{title}", html), title


def test_saving_makes_a_draft_of_the_visitors_company(
    moment: FirstMatch, visitor: Visitor, of_software: User
) -> None:
    client = visitor(of_software)

    response = client.post(
        SAVE, {"text": DEVELOPER_AD.replace("\n", "\r\n"), "organisation": moment.software.pk}
    )

    saved = Opportunity.objects.latest("pk")
    assert response["Location"] == f"/opportunities/{saved.pk}/"
    assert (saved.organisation, saved.state, saved.title) == (moment.software, "draft", "Software developer")
    assert saved.text == DEVELOPER_AD.strip()
    assert AuditEntry.objects.latest("pk").by_id == of_software.pk


@pytest.mark.parametrize("organisation", ["another", "", "0", "-1", "9" * 40, "no number"])
def test_saving_for_another_company_is_refused_and_the_text_stays(
    moment: FirstMatch, visitor: Visitor, of_software: User, organisation: str
) -> None:
    before = counts()
    if organisation == "another":
        organisation = str(moment.welding.pk)

    response = visitor(of_software).post(SAVE, {"text": DEVELOPER_AD, "organisation": organisation})

    html = response.content.decode()
    assert response.status_code == 422
    assert 'id="organisation-error">Choose a company.</span>' in html
    assert html.count("You know Python and project management") >= 2, (
        "the text stays, to be saved and to be read"
    )
    assert counts() == before


@pytest.mark.parametrize("role", [Role.CANDIDATE, Role.COUNCIL, Role.AGENCY, Role.AMBASSADOR, Role.FUNDER])
def test_pasting_is_refused_to_other_roles(moment: FirstMatch, visitor: Visitor, role: Role) -> None:
    client = visitor(role)

    assert client.get("/paste-an-ad/").status_code == 403
    assert client.post(READ, {"text": DEVELOPER_AD}).status_code == 403
    assert client.post(SAVE, {"text": DEVELOPER_AD}).status_code == 403


def test_reading_and_saving_answer_post_only(visitor: Visitor) -> None:
    client = visitor(Role.MANAGER)

    assert client.get(READ).status_code == 405
    assert client.get(SAVE).status_code == 405
    assert client.post("/paste-an-ad/").status_code == 405
