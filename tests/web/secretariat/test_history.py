"""The history of a thing: who may see it, what it says in words, how many queries it takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from brobygger.apps.base.actions import record
from brobygger.apps.base.enums import Role
from brobygger.apps.matching.actions import run_matching
from brobygger.apps.matching.models import MatchRun
from brobygger.apps.people.actions import Preferences, add_fact, set_preferences
from brobygger.apps.people.models import Candidate
from brobygger.core.reading import Modality, Skill
from brobygger.web.secretariat.history.phrases import ChangeLine, action_phrase, change_lines, subject_word
from tests.factories import CandidateFactory, ContactFactory, UserFactory
from tests.factories.moments import LATER, NOW
from tests.scenarios.first_match import FirstMatch
from tests.web.conftest import Visitor

RUN_THE_PROGRAMME = {Role.MANAGER, Role.SECRETARIAT}


def address(candidate: Candidate) -> str:
    return f"/history/people.Candidate/{candidate.pk}/"


def shown(client: Client, where: str, **fields: object) -> str:
    response = client.get(where, fields)
    assert response.status_code == 200
    return response.content.decode()


def noted(candidate: Candidate, count: int = 1, **changes: Any) -> None:
    for _ in range(count):
        record(action="people.set_preferences", subject=candidate, by=None, at=NOW, changes=changes)


@pytest.mark.parametrize("role", list(Role))
def test_history_opens_for_those_who_run_the_programme(
    vocabulary: object, visitor: Visitor, role: Role
) -> None:
    candidate = CandidateFactory()
    noted(candidate)
    client = visitor(role)

    assert client.get(address(candidate)).status_code == (200 if role in RUN_THE_PROGRAMME else 403)
    assert client.post(address(candidate)).status_code == 405


def test_visitor_is_asked_to_log_in(client: Client, db: None) -> None:
    assert client.get("/history/people.Candidate/1/").status_code == 302


def test_history_says_who_did_what_and_what_it_changed(moment: FirstMatch, visitor: Visitor) -> None:
    by = UserFactory(username="secretary")
    set_preferences(
        candidate=moment.welder, preferences=Preferences(commute_minutes=45, remote=True), by=by, at=LATER
    )
    value = Skill("skill:python", "Python", Modality.HELD)
    add_fact(candidate=moment.welder, value=value, by=by, at=LATER)

    page = shown(visitor(Role.MANAGER), address(moment.welder))

    for words in (
        "Talent 001",
        "Wishes changed",
        "secretary",
        "Commute in minutes",
        "Consent given",
    ):
        assert words in page
    assert "name and contact, background, wishes, CV" in page
    assert "Ida Prøvesen" not in page
    assert page.index("Fact added to the CV") < page.index("CV saved and read")  # latest first


def test_pages_link_to_their_history_for_those_who_may_see_it(moment: FirstMatch, visitor: Visitor) -> None:
    ad = f"/opportunities/{moment.developer_ad.pk}/"
    company = UserFactory(role=Role.COMPANY)
    moment.software.contacts.add(company)

    assert address(moment.welder) in shown(visitor(Role.SECRETARIAT), f"/candidates/{moment.welder.pk}/")
    link = f"/history/opportunities.Opportunity/{moment.developer_ad.pk}/"
    assert link in shown(visitor(Role.SECRETARIAT), ad)
    assert link not in shown(visitor(company), ad)
    assert "Ad saved and read" in shown(visitor(Role.SECRETARIAT), link)


def test_history_of_what_is_gone_stays_and_of_what_never_was_is_no_page(
    vocabulary: object, visitor: Visitor
) -> None:
    candidate = CandidateFactory()
    noted(candidate)
    where = address(candidate)
    candidate.delete()
    client = visitor(Role.MANAGER)

    assert "which is gone" in shown(client, where)
    for wrong in ("people.Candidate/4711", "people.Candidate/abc", "people.Nobody/1", "nonsense/1"):
        assert client.get(f"/history/{wrong}/").status_code == 404


def test_thing_to_which_nothing_was_done_says_so(vocabulary: object, visitor: Visitor) -> None:
    assert "Nothing has been done" in shown(visitor(Role.MANAGER), address(CandidateFactory()))


def test_history_of_a_match_run(moment: FirstMatch, visitor: Visitor) -> None:
    run = run_matching(by=None, at=NOW)

    page = shown(visitor(Role.MANAGER), f"/history/{MatchRun._meta.label}/{run.pk}/")

    assert "Matching run" in page
    assert "by the product itself" in page


@pytest.mark.parametrize("size", [1, 3])
def test_history_takes_a_fixed_number_of_queries(
    vocabulary: object, visitor: Visitor, size: int, django_assert_num_queries: Callable[..., Any]
) -> None:
    candidate = CandidateFactory()
    noted(candidate, size, kind="skill", value={"uri": "skill:python", "label": "Python"})
    client = visitor(Role.MANAGER)

    with django_assert_num_queries(2 + 4 + 2):  # who asks; count, thing, rows, vocabulary; the menu's rights
        assert shown(client, address(candidate)).count("Wishes changed") == size


@pytest.mark.parametrize("size", [1, 3])
def test_who_is_kept_by_number_is_named_as_things_are_now(
    moment: FirstMatch, visitor: Visitor, size: int, django_assert_num_queries: Callable[..., Any]
) -> None:
    student, gone = UserFactory(role=Role.CANDIDATE), UserFactory(role=Role.CANDIDATE)
    Candidate.objects.filter(pk=moment.welder.pk).update(user=student)
    recruiter = ContactFactory(organisation=moment.welding).user
    for by in (student, recruiter, gone) * size:
        record(action="people.keep_profile", subject=moment.developer, by=by, at=NOW, changes={})
    client = visitor(Role.SECRETARIAT)
    shown(client, address(moment.developer))

    with django_assert_num_queries(2 + 3 + 2 + 2):  # as below, without the vocabulary; aliases and companies
        page = shown(client, address(moment.developer))

    for who in ("Talent 001", "a contact of Fjordsvejs", "a candidate, or a contact of a company"):
        assert page.count(who) == size
    assert not re.search(r"#\d", page.partition("<main")[2].partition("</main>")[0])


def test_history_of_a_cv_says_how_much_was_read(moment: FirstMatch, visitor: Visitor) -> None:
    page = shown(visitor(Role.MANAGER), address(moment.welder))
    facts = moment.welder.facts.count()
    assert facts > 1
    assert f'<dt class="muted">Facts</dt><dd>{facts}</dd>' in page


def test_history_is_paged(vocabulary: object, visitor: Visitor) -> None:
    candidate = CandidateFactory()
    noted(candidate, 31)
    client = visitor(Role.MANAGER)

    assert shown(client, address(candidate)).count("Wishes changed") == 30
    assert shown(client, address(candidate), page=2).count("Wishes changed") == 1


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({"state": ["draft", "open"]}, [ChangeLine("State", "draft", "open")]),
        ({"state": [None, "confirmed"]}, [ChangeLine("State", "–", "confirmed")]),
        ({"hours_minimum": ["None", "30"]}, [ChangeLine("Hours a week, at least", "–", "30")]),
        ({"remote": ["None", "True"]}, [ChangeLine("Remote work", "–", "yes")]),
        ({"is_exporter": False}, [ChangeLine("Exports", None, "no")]),
        (
            {"weights": [{"skills": 1, "place": 2}, {"skills": 3, "place": 2}]},
            [ChangeLine("Weights: skills", "1", "3")],
        ),
        ({"about": {"en": "x", "da": "y"}}, [ChangeLine("About", None, "en x, da y")]),
        ({"candidates": [1, 2]}, [ChangeLine("Candidates", None, "1, 2")]),
        ({"changed": ["CandidateIdentity", "Else"]}, [ChangeLine("Changed", None, "name and contact, Else")]),
        ({"moves_to": ["[]", "['NO', 'SE']"]}, [ChangeLine("Would move to", "–", "NO, SE")]),
        ({"title": ["[Welder]", "[1"]}, [ChangeLine("Title", "[Welder]", "[1")]),
        ({"contacts": [[], [7]]}, [ChangeLine("Contacts", "–", "7")]),
        (
            {"user": 4, "right": ["read", "write"]},
            [
                ChangeLine("User no.", None, "4"),
                ChangeLine("Right of the contact", "only reads", "writes and answers"),
            ],
        ),
        ({"right": ["manage", None]}, [ChangeLine("Right of the contact", "manages everything", "–")]),
        ({"right": {"level": "B2"}}, [ChangeLine("What is right", None, "level B2")]),
        (
            {"registered_number": "10101018", "kind": "company", "by_link": 3},
            [
                ChangeLine("Register number", None, "10101018"),
                ChangeLine("Kind", None, "company"),
                ChangeLine("By the link of a mail, no.", None, "3"),
            ],
        ),
        ({}, []),
    ],
)
def test_changes_are_told_before_and_after(changes: dict[str, Any], lines: list[ChangeLine]) -> None:
    assert change_lines(changes) == lines


def test_fact_is_told_in_words(vocabulary: object) -> None:
    told = change_lines(
        {"kind": "language", "value": {"code": "da", "level": "B2"}, "state": ["read", "rejected"]}
    )
    assert [line.after for line in told[:2]] == ["Language", "Danish B2"]
    broken = change_lines({"kind": "language", "value": {"charm": 3}})
    assert broken[1].after == "charm 3"


def test_what_has_no_words_is_told_by_its_name() -> None:
    assert action_phrase("events.invite_somebody") == "events: invite somebody"
    assert subject_word("events.Round") == "Round"
