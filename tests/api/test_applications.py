"""Applications for programs: apply, invite, answer, as on the pages, and never more of a candidate than there."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from brobygger.api.v1.applications import NewAnswer
from brobygger.apps.base.enums import Role, TokenScope
from brobygger.apps.base.models import Message, User
from brobygger.apps.matching.models import RankingShown
from brobygger.apps.opportunities.actions.applications import ANSWERS
from brobygger.apps.opportunities.enums import ApplicationState
from brobygger.apps.opportunities.models import Application, Opportunity
from brobygger.apps.people.actions import hide_from_companies
from brobygger.apps.people.enums.consents import ConsentChannel
from brobygger.apps.people.models import CandidateIdentity, ConsentEntry
from tests.api.conftest import Program
from tests.factories import (
    ApplicationFactory,
    CandidateFactory,
    CandidateIdentityFactory,
    OrganisationFactory,
    PartnershipFactory,
    UserFactory,
)
from tests.factories.moments import DAY, NOW
from tests.scenarios.first_match import FirstMatch

STATE = ApplicationState
NAME, EMAIL, PHONE = "Ida Prøvesen 003", "ida@example.org", "+45 00 00 00 00"
LIST = "/api/v1/applications"
JSON = "application/json"


@pytest.fixture
def student(moment: FirstMatch) -> User:
    """The candidate whom the developer's ad fits, with a log-in."""
    user = UserFactory(role=Role.CANDIDATE, email=EMAIL)
    moment.developer.user = user
    moment.developer.save()
    CandidateIdentity.objects.filter(candidate=moment.developer).update(email=EMAIL, phone=PHONE)
    return user


@pytest.fixture
def ad(moment: FirstMatch) -> str:
    return f"/api/v1/opportunities/{moment.developer_ad.pk}"


def application_in(moment: FirstMatch, state: ApplicationState = STATE.APPLIED, **fields: Any) -> Application:
    """Of the developer, for the developer's ad."""
    if state == STATE.INVITED:
        fields |= {"is_shared": False, "answer_due_date": None, "begun_by": "organisation"}
    return ApplicationFactory(
        opportunity=moment.developer_ad, candidate=moment.developer, state=state, **fields
    )


def at(application: Application) -> str:
    return f"{LIST}/{application.pk}"


def problem(answer: Any) -> tuple[int, str, list[str]]:
    """Status, which problem, and the fields that it names."""
    said = answer.json()
    assert answer.headers["Content-Type"] == "application/problem+json"
    return answer.status_code, said["type"].partition("#")[2], [one["name"] for one in said.get("fields", ())]


# --- reading ------------------------------------------------------------------------------------------------


def test_candidate_applies_and_both_sides_read_it(
    moment: FirstMatch, program: Program, student: User, of_software: User, ad: str
) -> None:
    candidate, company = program(student), program(of_software)
    body = {"message": "I write Python.", "share": True}

    form = candidate.get(f"{ad}/apply").json()
    sent = candidate.post(f"{ad}/apply", body, JSON)
    again = candidate.post(f"{ad}/apply", body, JSON)

    assert (form["name"], form["email"], form["phone"]) == (NAME, EMAIL, PHONE)
    assert (form["has_cv"], form["agrees"], form["application"]) == (True, False, None)
    assert form["reply_days"] == moment.software.reply_days
    assert (sent.status_code, again.status_code, again.json()) == (201, 200, sent.json())
    assert sent.headers["Location"] == f"http://testserver{at(Application.objects.get())}"
    assert (sent.json()["state"], sent.json()["next_states"]) == ("applied", ["withdrawn"])
    theirs = company.get(sent.headers["Location"]).json()
    assert (theirs["name"], theirs["email"], theirs["phone"]) == (NAME, EMAIL, PHONE)
    assert (theirs["message"], theirs["candidate"]) == ("I write Python.", moment.developer.pk)
    assert theirs["next_states"] == ["offered", "rejected", "talking"]
    assert candidate.get(f"{ad}/apply").json()["application"] == sent.json()["id"]
    (listed,) = company.get(LIST, {"awaits_answer": "true"}).json()["results"]
    assert listed == {name: theirs[name] for name in listed}
    assert listed["answer_due_date"] is not None


def test_consent_is_shown_and_noted_in_the_language_that_is_asked_for(
    program: Program, student: User, ad: str
) -> None:
    candidate = program(student, language="da")

    text = candidate.get(f"{ad}/apply").json()["share_text"]
    candidate.post(f"{ad}/apply", {"share": True}, JSON)

    assert text == "Når jeg søger en mulighed, får virksomheden mit navn, mine kontaktoplysninger og mit CV."
    entry = ConsentEntry.objects.get(opportunity_id__isnull=False)
    assert (entry.language, entry.channel) == ("da", ConsentChannel.API)
    assert candidate.get(f"{ad}/apply").json()["agrees"]


def test_list_is_narrowed_and_comes_in_parts(moment: FirstMatch, program: Program) -> None:
    ours = [ApplicationFactory(opportunity=moment.developer_ad) for _one in range(3)]
    talking = application_in(moment, STATE.TALKING)
    ApplicationFactory(opportunity=moment.welder_ad)
    client = program(Role.SECRETARIAT)

    def found(**chosen: object) -> list[int]:
        return [one["id"] for one in client.get(LIST, chosen).json()["results"]]

    assert client.get(LIST).json()["count"] == 5
    assert found(opportunity=moment.developer_ad.pk) == [*[one.pk for one in ours], talking.pk]
    assert found(state="talking") == found(awaits_answer="false") == [talking.pk]
    part = client.get(LIST, {"limit": 2, "opportunity": moment.developer_ad.pk})
    assert (part.json()["count"], len(part.json()["results"])) == (4, 2)
    assert f'<{part.json()["next"]}>; rel="next"' in part.headers["Link"]
    assert problem(client.get(LIST, {"state": "gone"})) == (422, "wrong-input", ["state"])


def test_what_has_not_changed_is_not_sent_again(
    moment: FirstMatch, program: Program, of_software: User
) -> None:
    client, address = program(of_software), at(application_in(moment))
    mark = {"if-none-match": client.get(address).headers["ETag"]}

    assert client.get(address, headers=mark).status_code == 304
    client.post(f"{address}/answer", {"state": "talking"}, JSON)
    assert client.get(address, headers=mark).status_code == 200


def test_list_takes_the_same_queries_for_one_row_and_for_three(
    moment: FirstMatch, program: Program, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        candidate = CandidateFactory()
        CandidateIdentityFactory(candidate=candidate, name=f"Ida Prøvesen {number}")
        ApplicationFactory(opportunity=moment.developer_ad, candidate=candidate)
    client = program(Role.SECRETARIAT)
    client.get(LIST)  # the first use of a token is noted

    for limit in (1, 3):
        with django_assert_num_queries(3):  # token, count, rows
            assert len(client.get(LIST, {"limit": limit}).json()["results"]) == limit


def test_strangers_find_nothing(moment: FirstMatch, program: Program, student: User) -> None:
    """Another company, another candidate, a partner that leads another programme or does not lead this one."""
    address = at(application_in(moment))
    company, lead, joined = (UserFactory(role=role) for role in (Role.COMPANY, Role.PARTNER, Role.PARTNER))
    moment.welding.contacts.add(company)
    other, partner = OrganisationFactory(), OrganisationFactory()
    other.contacts.add(lead)
    partner.contacts.add(joined)
    PartnershipFactory(organisation=other, is_lead=True)
    PartnershipFactory(programme=moment.programme, organisation=partner)
    answer, told = {"state": "talking"}, ""

    for who, status in ((company, 404), (UserFactory(role=Role.CANDIDATE), 404), (lead, 404), (joined, 403)):
        client = program(who)
        assert client.get(LIST).json()["count"] == 0
        assert client.get(LIST, {"opportunity": moment.developer_ad.pk}).json()["count"] == 0
        refusals = (
            client.get(address),
            client.post(f"{address}/answer", answer, JSON),
            client.post(f"{address}/withdraw", {}, JSON),
        )
        assert [one.status_code for one in refusals] == [status] * 3
        told += "".join(str(one.json()) for one in refusals)
    assert NAME not in told and moment.developer.alias not in told
    assert Application.objects.get().state == STATE.APPLIED


def test_leading_partner_reads_those_of_its_programme(moment: FirstMatch, program: Program) -> None:
    lead, partner = UserFactory(role=Role.PARTNER), OrganisationFactory()
    partner.contacts.add(lead)
    PartnershipFactory(programme=moment.programme, organisation=partner, is_lead=True)
    ours = application_in(moment)
    ApplicationFactory()

    (listed,) = program(lead).get(LIST).json()["results"]
    assert (listed["id"], listed["name"]) == (ours.pk, NAME)


@pytest.mark.parametrize("state", STATE)
@pytest.mark.parametrize("is_shared", [True, False])
def test_company_learns_who_it_is_where_its_page_says_it_and_nowhere_else(
    moment: FirstMatch, program: Program, student: User, of_software: User, state: STATE, is_shared: bool
) -> None:
    """Every word of the answers against the page of the same application."""
    hide_from_companies(candidate=moment.developer, by=student, at=NOW)
    letter = "I am the one."
    application = ApplicationFactory(
        opportunity=moment.developer_ad,
        candidate=moment.developer,
        state=state,
        is_shared=is_shared,
        message=letter,
        answered_at=NOW,
        answered_by_name="Bo Prøve",
    )
    client, browser = program(of_software), Client()
    browser.force_login(of_software)

    told = f"{client.get(at(application)).json()} {client.get(LIST).json()}"
    page = browser.get(f"/applications/{application.pk}/").content.decode()

    for word in (NAME, EMAIL, PHONE, letter):
        assert (word in told) == (word in page), word
    assert (NAME in told) == is_shared
    profile = f"/candidates/{moment.developer.pk}"
    assert (client.get(at(application)).json()["candidate"] is not None) == (profile in page)
    assert (client.get(f"/api/v1{profile}").status_code == 200) == (profile in page)


# --- what a candidate does ----------------------------------------------------------------------------------


def test_applying_asks_for_the_name_once_and_for_the_consent(
    moment: FirstMatch, program: Program, student: User, ad: str
) -> None:
    CandidateIdentity.objects.filter(candidate=moment.developer).update(name="", phone="")
    client = program(student)

    assert problem(client.post(f"{ad}/apply", {"share": True}, JSON)) == (422, "wrong-input", ["name"])
    wrong_phone = {"share": True, "name": "Ida Prøvesen", "phone": "call me"}
    assert problem(client.post(f"{ad}/apply", wrong_phone, JSON)) == (422, "wrong-input", ["phone"])
    unsaid = client.post(f"{ad}/apply", {"name": "Ida Prøvesen", "phone": PHONE}, JSON)
    assert problem(unsaid) == (422, "wrong-input", ["share"])
    assert "gets your name, contact details and CV" in unsaid.json()["detail"]
    assert not Application.objects.exists()
    assert CandidateIdentity.objects.get(candidate=moment.developer).name == ""  # nothing of it is kept

    sent = client.post(f"{ad}/apply", {"name": "Ida Prøvesen", "phone": PHONE, "share": True}, JSON)
    assert (sent.status_code, sent.json()["name"], sent.json()["phone"]) == (201, "Ida Prøvesen", PHONE)


@pytest.mark.parametrize("said", [1, 0, "true", "on", None])
def test_consent_is_said_with_true_and_nothing_like_it(
    moment: FirstMatch, program: Program, student: User, ad: str, said: object
) -> None:
    client, invited = program(student), at(application_in(moment, STATE.INVITED))
    answers = {
        "share": client.post(f"{ad}/apply", {"share": said}, JSON),
        "accept": client.post(f"{invited}/answer-invitation", {"accept": said}, JSON),
        "is_shared": client.put(f"{invited}/sharing", {"is_shared": said}, JSON),
    }

    for name, answer in answers.items():
        assert problem(answer) == (422, "wrong-input", [name])
        assert answer.json()["fields"][0]["message"] == "true or false is expected."
    assert Application.objects.get().state == STATE.INVITED


def test_what_the_state_does_not_allow_is_told_in_the_readers_language(
    moment: FirstMatch, program: Program, student: User, ad: str
) -> None:
    Opportunity.objects.filter(pk=moment.developer_ad.pk).update(date_posted=DAY, valid_through=DAY)

    late = program(student, language="da").post(f"{ad}/apply", {"share": True}, JSON)

    assert problem(late) == (409, "not-now", [])
    assert late.json()["detail"] == "Fristen for »Software developer« er overskredet."


@pytest.mark.parametrize("body", [{"message": "x" * 5001}, {"message": "\x00"}, {"message": None}])
def test_letter_that_cannot_be_is_refused_whole(
    program: Program, student: User, ad: str, body: dict[str, Any]
) -> None:
    refused = program(student).post(f"{ad}/apply", body | {"share": True}, JSON)

    assert problem(refused) == (422, "wrong-input", ["message"])
    assert not Application.objects.exists()


def test_only_candidates_apply_and_only_for_what_they_see(
    moment: FirstMatch, program: Program, student: User, of_software: User, ad: str
) -> None:
    Opportunity.objects.filter(pk=moment.welder_ad.pk).update(state="draft")
    hidden = f"/api/v1/opportunities/{moment.welder_ad.pk}"

    for who in (of_software, UserFactory(role=Role.MANAGER)):
        assert program(who).post(f"{ad}/apply", {"share": True}, JSON).status_code == 403
    assert program(student).get(f"{hidden}/apply").status_code == 404
    assert program(student).post(f"{hidden}/apply", {"share": True}, JSON).status_code == 404
    without_profile = program(Role.CANDIDATE)
    assert without_profile.get(f"{ad}/apply").status_code == 404
    assert without_profile.post(f"{ad}/apply", {"share": True}, JSON).status_code == 404


def test_invitation_is_taken_and_only_then_is_known_whose_it_is(
    moment: FirstMatch, program: Program, student: User, of_software: User, ad: str
) -> None:
    company, candidate = program(of_software), program(student)
    body = {"candidate": moment.developer.pk, "invitation": "Come and see us."}

    invited = company.post(f"{ad}/invitations", body, JSON)
    again = company.post(f"{ad}/invitations", body, JSON)
    address = invited.headers["Location"]

    assert (invited.status_code, again.status_code) == (201, 200)
    assert (invited.json()["state"], invited.json()["name"], invited.json()["email"]) == ("invited", "", "")
    assert invited.json()["next_states"] == []
    assert NAME not in str(invited.json())
    assert RankingShown.objects.get().viewer == of_software  # the list that was decided on is kept
    assert candidate.get(address).json()["invitation"] == "Come and see us."
    yes = candidate.post(f"{address}/answer-invitation", {"accept": True, "message": "Gladly."}, JSON)
    assert (yes.status_code, yes.json()["state"]) == (200, "talking")
    theirs = company.get(address).json()
    assert (theirs["name"], theirs["message"]) == (NAME, "Gladly.")


def test_invitation_is_declined_with_a_reason_of_a_candidate(
    moment: FirstMatch, program: Program, student: User
) -> None:
    client, application = program(student), application_in(moment, STATE.INVITED)
    address = f"{at(application)}/answer-invitation"

    theirs = client.post(address, {"accept": False, "reason": "skills"}, JSON)
    with_a_yes = client.post(address, {"accept": True, "reason": "pay"}, JSON)
    no = client.post(address, {"accept": False, "reason": "studies"}, JSON)

    for refused in (theirs, with_a_yes):
        assert problem(refused) == (422, "wrong-input", ["reason"])
    assert (no.json()["state"], no.json()["end_reason"]) == ("invitation_declined", "studies")
    assert problem(client.post(address, {"accept": True}, JSON))[:2] == (409, "not-now")


def test_name_is_needed_for_a_yes_and_not_for_a_no(
    moment: FirstMatch, program: Program, student: User
) -> None:
    CandidateIdentity.objects.filter(candidate=moment.developer).update(name="")
    client, application = program(student), application_in(moment, STATE.INVITED)
    address = f"{at(application)}/answer-invitation"

    assert problem(client.post(address, {"accept": True}, JSON)) == (422, "wrong-input", ["name"])
    assert client.post(address, {"accept": False}, JSON).status_code == 200
    Application.objects.update(state=STATE.INVITED)
    assert client.post(address, {"accept": True, "name": "Ida P."}, JSON).json()["name"] == "Ida P."


def test_place_is_taken_and_application_taken_back(
    moment: FirstMatch, program: Program, student: User, of_software: User
) -> None:
    client, company, application = program(student), program(of_software), application_in(moment)
    address = at(application)
    assert problem(client.post(f"{address}/take-place"))[:2] == (409, "not-now")
    company.post(f"{address}/answer", {"state": "offered"}, JSON)

    assert client.get(address).json()["next_states"] == ["placed", "withdrawn"]
    assert client.post(f"{address}/take-place").json()["state"] == "placed"
    assert problem(client.post(f"{address}/withdraw", {}, JSON))[:2] == (409, "not-now")
    Application.objects.update(state=STATE.OFFERED)
    assert problem(client.post(f"{address}/withdraw", {"reason": "skills"}, JSON))[2] == ["reason"]
    back = client.post(f"{address}/withdraw", {}, JSON).json()
    assert (back["state"], back["is_shared"], back["end_reason"]) == ("withdrawn", False, None)
    told = client.put(f"{address}/end-reason", {"reason": "distance"}, JSON)
    assert told.json()["end_reason"] == "distance"
    assert company.put(f"{address}/end-reason", {"reason": "pay"}, JSON).status_code == 403
    assert NAME not in str(company.get(address).json())


def test_sharing_is_stopped_and_begun_again(
    moment: FirstMatch, program: Program, student: User, of_software: User, ad: str
) -> None:
    client, company = program(student), program(of_software)
    address = client.post(f"{ad}/apply", {"share": True}, JSON).headers["Location"]

    hidden = client.put(f"{address}/sharing", {"is_shared": False}, JSON)
    assert (hidden.json()["state"], hidden.json()["is_shared"]) == ("applied", False)
    assert NAME not in str(company.get(address).json())
    assert client.put(f"{address}/sharing", {"is_shared": True}, JSON).json()["is_shared"]
    assert company.get(address).json()["name"] == NAME
    assert company.put(f"{address}/sharing", {"is_shared": True}, JSON).status_code == 403
    client.post(f"{address}/withdraw", {}, JSON)
    ended = client.put(f"{address}/sharing", {"is_shared": True}, JSON)
    assert problem(ended)[:2] == (409, "not-now")


# --- what an organisation does ------------------------------------------------------------------------------


def test_a_no_names_a_person_and_a_reason_of_the_list(
    moment: FirstMatch, program: Program, student: User, of_software: User
) -> None:
    company, address = program(of_software), at(application_in(moment))
    no = {"state": "rejected", "answer": "Thank you."}

    without = company.post(f"{address}/answer", no, JSON)
    assert problem(without) == (422, "wrong-input", ["reason"])
    assert without.json()["detail"] == "Choose why it is a no: the candidate reads it."
    for reason in ("found_other", "no such"):
        wrong = company.post(f"{address}/answer", no | {"reason": reason}, JSON)
        assert problem(wrong) == (422, "wrong-input", ["reason"])
    assert not RankingShown.objects.exists()
    said = company.post(f"{address}/answer", no | {"reason": "experience"}, JSON)
    again = company.post(f"{address}/answer", no | {"reason": "pay"}, JSON)

    assert (said.status_code, again.json()) == (200, said.json())
    assert said.json()["answered_by"] == of_software.get_username()
    theirs = program(student).get(address).json()
    assert (theirs["state"], theirs["end_reason"], theirs["answer"]) == (
        "rejected",
        "experience",
        "Thank you.",
    )
    assert theirs["answered_by"] == of_software.get_username()
    assert RankingShown.objects.get().viewer == of_software
    assert Message.objects.filter(to_user=student).exists()


def test_application_is_moved_on_as_far_as_it_goes(
    moment: FirstMatch, program: Program, of_software: User
) -> None:
    company, address = program(of_software), at(application_in(moment))

    for state, after in (("talking", ["offered", "rejected"]), ("offered", ["placed", "rejected"])):
        moved = company.post(f"{address}/answer", {"state": state}, JSON).json()
        assert (moved["state"], moved["next_states"], moved["answer_due_date"]) == (state, after, None)
    back = company.post(f"{address}/answer", {"state": "talking"}, JSON)
    assert problem(back) == (409, "not-now", [])
    assert "offered the place" in back.json()["detail"]
    reason = company.post(f"{address}/answer", {"state": "placed", "reason": "pay"}, JSON)
    assert problem(reason) == (422, "wrong-input", ["reason"])
    assert company.post(f"{address}/answer", {"state": "placed"}, JSON).json()["next_states"] == []
    no_answer = company.post(f"{address}/answer", {"state": "withdrawn"}, JSON)
    assert problem(no_answer) == (422, "wrong-input", ["state"])


def test_document_names_the_answers_that_there_are() -> None:
    assert set(get_args(NewAnswer.model_fields["state"].annotation)) == ANSWERS | {STATE.PLACED}


def test_candidate_that_does_not_show_itself_is_not_invited(
    moment: FirstMatch, program: Program, of_software: User, ad: str
) -> None:
    """Nor told apart from one that is not there."""
    company = program(of_software)
    hidden, nobody = (
        company.post(f"{ad}/invitations", {"candidate": pk}, JSON)
        for pk in (moment.hidden_developer.pk, 10**9)
    )

    assert problem(hidden) == (422, "wrong-input", ["candidate"])
    assert hidden.json() == nobody.json()
    assert not Application.objects.exists()


def test_company_invites_no_more_a_day_than_on_its_page(
    moment: FirstMatch, program: Program, of_software: User, ad: str, settings: Any
) -> None:
    settings.INVITATIONS_PER_DAY = 1
    company = program(of_software, language="sv")
    first, second = (
        company.post(f"{ad}/invitations", {"candidate": one.pk}, JSON)
        for one in (moment.developer, moment.welder)
    )

    assert first.status_code == 201
    assert problem(second) == (409, "not-now", [])
    assert "bjudit in så många kandidater som det går: 1." in second.json()["detail"]
    closed = f"/api/v1/opportunities/{moment.developer_ad.pk}/close"
    company.post(closed)
    late = company.post(f"{ad}/invitations", {"candidate": moment.welder.pk}, JSON)
    assert problem(late)[:2] == (409, "not-now")


def test_reading_does_not_open_answering(
    moment: FirstMatch, program: Program, student: User, of_software: User, ad: str
) -> None:
    address = at(application_in(moment))
    reads, writes = [TokenScope.APPLICATIONS_READ], [TokenScope.APPLICATIONS_WRITE]

    assert program(of_software, reads).get(address).status_code == 200
    asked = program(of_software, reads).post(f"{address}/answer", {"state": "talking"}, JSON)
    assert problem(asked) == (403, "scope-missing", [])
    assert "applications:write" in asked.json()["detail"]
    for client in (program(of_software, writes), program(of_software, [TokenScope.READ, TokenScope.WRITE])):
        assert client.get(address).status_code == client.get(LIST).status_code == 403
    assert program(student, [TokenScope.WRITE]).post(f"{ad}/apply", {}, JSON).status_code == 403
