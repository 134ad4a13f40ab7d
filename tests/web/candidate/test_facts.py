"""What is known, thing by thing: kept, changed, removed, added, with and without the page's script."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.people.actions import save_own_cv
from brobygger.apps.people.models import Candidate, CandidateFact
from tests.factories import (
    CandidateDocumentFactory,
    CandidateFactFactory,
    CandidateFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    UserFactory,
)
from tests.factories.moments import NOW
from tests.web.conftest import Visitor

CV = "Skills\nWelding, Python\n\nWork experience\n2019-2022 Welder. Welding of steel pipes.\n\nLanguages\nDanish (B1)\n"
PAGE = "/my-page/profile/"
HX = {"HX-Request": "true"}


@pytest.fixture
def owner(vocabulary: object) -> User:
    return UserFactory(role=Role.CANDIDATE)


@pytest.fixture
def candidate(owner: User) -> Candidate:
    return save_own_cv(user=owner, text=CV, by=owner, at=NOW)


@pytest.fixture
def mine(candidate: Candidate, owner: User, visitor: Visitor) -> Client:
    return visitor(owner)


def fact(candidate: Candidate, **about: object) -> CandidateFact:
    return candidate.facts.filter(**about).order_by("pk").first()


def shown(client: Client, address: str = PAGE, **fields: str) -> str:
    response = client.get(address, fields)
    assert response.status_code == 200
    return response.content.decode()


def in_force(candidate: Candidate, kind: str = "skill", key: str = "uri") -> set[str]:
    return {one.value[key] for one in candidate.facts.in_force().filter(kind=kind)}


def test_each_thing_stands_once_with_its_words(mine: Client, candidate: Candidate) -> None:
    assert candidate.facts.filter(value__uri="skill:welding").count() > 1
    html = shown(mine)
    assert len(re.findall(r'<span class="known-value">Welding</span>', html)) == 1
    assert '<mark class="mark mark-skill">Welding</mark>' in html
    assert "more place" in html


def test_right_confirms_wherever_it_stands(mine: Client, candidate: Candidate) -> None:
    response = mine.post(
        f"{PAGE}say/", {"fact": fact(candidate, value__uri="skill:welding").pk, "said": "right"}
    )
    assert response.headers["Location"] == f"{PAGE}#skill"
    states = set(candidate.facts.filter(value__uri="skill:welding").values_list("state", flat=True))
    assert states == {FactState.CONFIRMED}


def test_remove_and_undo_in_the_page(mine: Client, candidate: Candidate) -> None:
    pk = fact(candidate, value__uri="skill:welding").pk
    removed = mine.post(f"{PAGE}say/", {"fact": pk, "said": "wrong"}, headers=HX).content.decode()
    assert "<html" not in removed
    assert "Undo" in removed
    assert in_force(candidate) == {"skill:python"}

    restored = mine.post(f"{PAGE}undo/", {"fact": pk}, headers=HX).content.decode()

    assert "Remove" in restored
    assert in_force(candidate) == {"skill:python", "skill:welding"}
    assert set(candidate.facts.filter(kind="skill").values_list("state", flat=True)) == {FactState.READ}


def test_another_concept_takes_the_place(mine: Client, candidate: Candidate) -> None:
    pk = fact(candidate, value__uri="skill:python").pk
    picker = mine.get(PAGE, {"fact": pk, "text": "project"}, headers=HX).content.decode()
    assert 'value="skill:project"' in picker

    mine.post(f"{PAGE}say/", {"fact": pk, "said": "other", "uri": "skill:project"})

    assert in_force(candidate) == {"skill:welding", "skill:project"}


def test_level_of_a_language_is_changed(mine: Client, candidate: Candidate) -> None:
    pk = fact(candidate, kind="language").pk
    mine.post(f"{PAGE}say/", {"fact": pk, "said": "other", "level": "C1"})
    assert in_force(candidate, "language", "level") == {"C1"}


def test_graduation_stands_with_its_words_and_is_put_right(owner: User, visitor: Visitor) -> None:
    text = "Education\nMSc in Physics, 2025–2027, expected June 2027\n"
    candidate = save_own_cv(user=owner, text=text, by=owner, at=NOW)
    client = visitor(owner)
    html = shown(client)
    assert '<span class="known-value">June 2027</span>' in html
    assert '<mark class="mark mark-education">June 2027</mark>' in html
    assert "Say when you graduate" not in html  # there is one: it is changed, not added to

    pk = fact(candidate, kind="graduation").pk
    client.post(f"{PAGE}say/", {"fact": pk, "said": "other", "year": "2028", "month": "1"})

    assert in_force(candidate, "graduation", "latest") == {"2028-01-31"}
    assert '<span class="known-value">January 2028</span>' in shown(client)


@pytest.mark.parametrize(
    ("fields", "stored"),
    [
        ({"kind": "skill", "uri": "skill:project"}, {"uri": "skill:project"}),
        ({"kind": "language", "code": "uk", "level": "C2"}, {"code": "uk", "level": "C2"}),
        ({"kind": "education", "eqf": "6", "field": "0613"}, {"eqf": 6, "field": "0613"}),
        ({"kind": "education", "eqf": "", "field": "07"}, {"field": "07"}),
        ({"kind": "experience", "years": "2,5"}, {"years": 2.5}),
        (
            {"kind": "graduation", "year": "2027", "month": "6"},
            {"earliest": "2027-06-01", "latest": "2027-06-30"},
        ),
        (
            {"kind": "graduation", "year": "2027", "month": ""},
            {"earliest": "2027-01-01", "latest": "2027-12-31"},
        ),
    ],
)
def test_what_is_missing_is_added_once(
    mine: Client, candidate: Candidate, fields: dict[str, str], stored: dict[str, object]
) -> None:
    for _ in range(2):
        assert mine.post(f"{PAGE}add/", fields).status_code == 302
    (added,) = candidate.facts.filter(state=FactState.ADDED)
    assert added.kind == fields["kind"]
    assert stored.items() <= added.value.items()
    assert "Added by hand" in shown(mine)


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "skill", "uri": "skill:no-such"},
        {"kind": "skill"},
        {"kind": "occupation", "uri": "skill:welding"},
        {"kind": "language", "code": "xx", "level": "B1"},
        {"kind": "language", "code": "da", "level": "B9"},
        {"kind": "education", "eqf": "12"},
        {"kind": "education", "eqf": "", "field": ""},
        {"kind": "education", "eqf": "six"},
        {"kind": "experience", "years": "-1"},
        {"kind": "experience", "years": "nan"},
        {"kind": "experience", "years": "many"},
        {"kind": "graduation"},
        {"kind": "graduation", "year": "", "month": "6"},
        {"kind": "graduation", "year": "2027", "month": "13"},
        {"kind": "graduation", "year": "1850"},
        {"kind": "graduation", "year": "soon"},
        {"kind": "contact"},
        {},
    ],
)
def test_what_cannot_be_is_refused(mine: Client, candidate: Candidate, fields: dict[str, str]) -> None:
    before = candidate.facts.count()
    assert mine.post(f"{PAGE}add/", fields).status_code == 400
    assert candidate.facts.count() == before


def test_search_suggests_concepts_in_any_language(mine: Client) -> None:
    fragment = mine.get(PAGE, {"add": "skill", "text": "svejs"}, headers=HX).content.decode()
    assert 'value="skill:welding"' in fragment
    whole = shown(mine, add="skill", text="svejs")
    assert 'value="skill:welding"' in whole
    assert "No word like that" in shown(mine, add="skill", text="qqqq")


def test_unsure_things_are_asked_one_at_a_time(mine: Client, candidate: Candidate) -> None:
    CandidateFact.objects.update(confidence=0.95)
    CandidateFact.objects.filter(kind="skill").update(confidence=0.4)
    html = shown(mine)
    assert html.count('name="question"') == 1
    assert "2 to go" in html
    pk = re.search(r'name="fact" value="(\d+)"><input type="hidden" name="question"', html).group(1)

    after = mine.post(
        f"{PAGE}say/", {"fact": pk, "said": "right", "question": "1"}, headers=HX
    ).content.decode()

    assert "The last one" in after
    pk = re.search(r'name="fact" value="(\d+)"', after).group(1)
    done = mine.post(f"{PAGE}say/", {"fact": pk, "said": "wrong", "question": "1"}, headers=HX)
    assert done.headers["HX-Redirect"] == PAGE
    assert "Is this right" not in shown(mine)
    assert len(in_force(candidate)) == 1


def test_all_of_a_kind_is_right_at_once(mine: Client, candidate: Candidate) -> None:
    mine.post(f"{PAGE}say/", {"kind": "skill", "said": "all-right"})
    assert set(candidate.facts.filter(kind="skill").values_list("state", flat=True)) == {FactState.CONFIRMED}


def test_contact_lines_are_not_shown_or_answered(mine: Client, candidate: Candidate) -> None:
    hidden = CandidateFactFactory(candidate=candidate, kind="contact", value={"kind": "phone"})
    assert "phone" not in shown(mine)
    assert mine.post(f"{PAGE}say/", {"fact": hidden.pk, "said": "wrong"}).status_code == 404


@pytest.mark.parametrize("pk", ["", "x", "-1", "9" * 40])
def test_fact_that_is_not_there_is_not_found(mine: Client, pk: str) -> None:
    assert mine.post(f"{PAGE}say/", {"fact": pk, "said": "right"}).status_code == 404


def test_fact_of_somebody_else_is_not_found(mine: Client) -> None:
    other = CandidateFactFactory()
    for address in ("say/", "undo/"):
        assert mine.post(f"{PAGE}{address}", {"fact": other.pk, "said": "wrong"}).status_code == 404
    other.refresh_from_db()
    assert other.state == FactState.READ


def test_second_tab_is_told_what_is_impossible(mine: Client, candidate: Candidate) -> None:
    pk = fact(candidate, value__uri="skill:python").pk
    mine.post(f"{PAGE}say/", {"fact": pk, "said": "wrong"})
    mine.post(f"{PAGE}say/", {"fact": pk, "said": "wrong"})
    assert AuditEntry.objects.filter(action="people.correct_fact").count() == 1


def test_page_reads_only(mine: Client) -> None:
    entries = AuditEntry.objects.count()
    shown(mine)
    assert AuditEntry.objects.count() == entries
    assert mine.get(f"{PAGE}say/").status_code == 405


@pytest.mark.parametrize("size", [1, 3])
def test_page_takes_a_fixed_number_of_queries(
    owner: User, visitor: Visitor, size: int, django_assert_num_queries: Callable[..., object]
) -> None:
    candidate = CandidateFactory(user=owner)
    CandidateDocumentFactory(candidate=candidate)
    uris = ["skill:welding", "skill:python", "skill:project"]
    for uri in uris[:size]:
        CandidateFactFactory(candidate=candidate, value={"uri": uri, "label": uri, "modality": "held"})
    client = visitor(owner)
    shown(client)
    with django_assert_num_queries(7):
        shown(client)


# --- the same pages for those who may change somebody's profile -----------------------------------------------------


@pytest.mark.parametrize(
    ("role", "tie", "status"),
    [
        (Role.MANAGER, "", 200),
        (Role.SECRETARIAT, "", 200),
        (Role.PARTNER, "lead", 200),
        (Role.PARTNER, "partner", 403),
        (Role.PARTNER, "", 404),
        (Role.COMPANY, "", 403),
        (Role.CANDIDATE, "", 404),
        (Role.COUNCIL, "", 403),
    ],
)
def test_profile_of_another_is_changed_by_who_may(
    candidate: Candidate, visitor: Visitor, role: Role, tie: str, status: int
) -> None:
    user, organisation, programme = UserFactory(role=role), OrganisationFactory(), ProgrammeFactory()
    organisation.contacts.add(user)
    programme.candidates.add(candidate)
    if tie:
        PartnershipFactory(programme=programme, organisation=organisation, is_lead=tie == "lead")
    client, address = visitor(user), f"/candidates/{candidate.pk}/"
    pk = fact(candidate, value__uri="skill:python").pk

    assert client.get(f"{address}profile/").status_code in {status, 403 if status == 404 else status}
    assert client.get(f"{address}wishes/").status_code in {status, 403 if status == 404 else status}
    said = client.post(f"{address}profile/say/", {"fact": pk, "said": "wrong"})

    assert (said.status_code == 302) == (status == 200)
    assert in_force(candidate) == ({"skill:welding"} if status == 200 else {"skill:welding", "skill:python"})
    if status == 200:
        html = client.get(address).content.decode()
        assert f'href="{address}profile/"' in html
        assert AuditEntry.objects.latest("pk").by_id == user.pk
