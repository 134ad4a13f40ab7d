"""What is kept of people: told to everybody, given to the person, erased by the person."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import translation

from brobygger.apps.base.actions import record
from brobygger.apps.base.enums import Purpose, Role
from brobygger.apps.base.models import AuditEntry, User, declared_models
from brobygger.apps.opportunities.enums import ApplicationState, Side
from brobygger.apps.people.models import Candidate, ErasureRequest
from brobygger.web.privacy.reference import markdown
from brobygger.web.privacy.shown import label_of
from tests.factories import (
    AdviceCommentFactory,
    ApplicationFactory,
    CandidateDocumentFactory,
    CandidateFactFactory,
    CandidateFactory,
    CandidateIdentityFactory,
    CheckInFactory,
    DatingStudentFactory,
    MessageFactory,
    OrganisationFactory,
    PositionPreferenceFactory,
    UserFactory,
)
from tests.factories.moments import NOW

ROOT = Path(__file__).resolve().parents[3]
Visitor = Callable[..., Client]
THE_SAME_IN_DANISH = {"Browser", "E-mail", "Link", "Mail", "Note", "Organisation", "Region", "Version"}


@pytest.fixture
def ida(vocabulary: object) -> User:
    user = UserFactory(role=Role.CANDIDATE, email="ida@example.org")
    user.set_password("long enough for Ida")
    user.save()
    candidate = CandidateFactory(user=user)
    CandidateIdentityFactory(candidate=candidate, email="ida@example.org", phone="+45 12 34 56 78")
    CandidateDocumentFactory(candidate=candidate)
    PositionPreferenceFactory(
        candidate=candidate, kinds=["internship"], work_right=["DK", "EU"], commute_minutes=45, remote=True
    )
    CandidateFactFactory(candidate=candidate)
    return user


def file_of(client: Client, address: str) -> dict[str, object]:
    response = client.post(address, {"as": "file"})
    assert response.status_code == 200
    assert "attachment" in response.headers["Content-Disposition"]
    return json.loads(response.content)


def test_reference_is_up_to_date() -> None:
    written = (ROOT / "docs/reference/personal-data.md").read_text(encoding="utf-8")
    assert written == markdown(), "write it again: make personal-data-reference"


def test_reference_is_the_same_in_every_language() -> None:
    with translation.override("da"):
        assert (ROOT / "docs/reference/personal-data.md").read_text(encoding="utf-8") == markdown()


def test_every_column_that_people_read_has_a_name_in_their_language() -> None:
    shown = [
        (model, name)
        for model, privacy in declared_models()
        for part in privacy.personal
        if not part.is_secret
        for name in part.columns
    ]

    with translation.override("en"):
        english = [label_of(model, name) for model, name in shown]
    with translation.override("da"):
        danish = [label_of(model, name) for model, name in shown]

    assert "Internet address (IP)" in english
    untold = {one for one, other in zip(english, danish, strict=True) if one == other}
    assert untold - THE_SAME_IN_DANISH == set()


@override_settings(CONTROLLER={"name": "Region Prøve", "address": "Prøvevej 1", "contact": "dpo@example.org"})
def test_notice_tells_every_purpose_the_controller_and_the_rights(db: None) -> None:
    html = Client(headers={"accept-language": "en"}).get("/privacy/").content.decode()
    for purpose in Purpose:
        assert str(purpose.label) in html
    assert "Region Prøve" in html and "dpo@example.org" in html
    assert "Be erased" in html


def test_purposes_make_a_sentence_in_danish(db: None) -> None:
    html = Client(headers={"accept-language": "da"}).get("/privacy/").content.decode()
    assert html.count("Det gemmer vi for at ") == len(Purpose)


def test_record_tells_every_personal_column(db: None) -> None:
    html = Client(headers={"accept-language": "en"}).get("/record-of-processing/").content.decode()
    for model, declared in declared_models():
        if declared.personal:
            assert str(model._meta.verbose_name).casefold() in html.casefold(), model._meta.label


def test_every_page_leads_to_the_notice(visitor: Visitor) -> None:
    assert reverse("privacy") in visitor(Role.COUNCIL).get("/account/").content.decode()


def test_person_reads_all_that_is_kept_in_words(visitor: Visitor, ida: User) -> None:
    client = visitor(ida)
    offer = client.get(reverse("my-export")).content.decode()
    assert "Your name, address and phone" in offer
    assert "+45 12 34 56 78" not in offer  # it is shown on a tap that leaves a trace

    html = client.post(reverse("my-export-take"), {"as": "page"}).content.decode()
    for words in (
        "Ida Prøvesen",
        "+45 12 34 56 78",
        "internship",
        "Denmark, EU or EEA",
        "welding",
        "Commute in minutes",
    ):
        assert words in html, words
    assert ida.password not in html
    assert "your password, in a form that cannot be read".capitalize() in html


def test_whoever_took_part_in_everything_reads_what_is_kept_of_it(visitor: Visitor, ida: User) -> None:
    ida_herself = Candidate.objects.get()
    CheckInFactory(registration__candidate=ida_herself, registration__user=ida)
    AdviceCommentFactory(version__case__candidate=ida_herself)
    DatingStudentFactory(candidate=ida_herself)
    ApplicationFactory(candidate=ida_herself)

    offer = visitor(ida).get(reverse("my-export"))

    assert offer.status_code == 200
    for purpose in (Purpose.EVENT, Purpose.ADVICE, Purpose.APPLICATION):
        assert str(purpose.label) in offer.content.decode()


def test_file_holds_the_same_with_purposes_bases_and_times(visitor: Visitor, ida: User) -> None:
    content = file_of(visitor(ida), reverse("my-export-take"))
    sections = {section["table"]: section for section in content["sections"]}  # type: ignore[attr-defined]
    identity = sections["people.CandidateIdentity"]
    assert identity["rows"][0]["phone"] == "+45 12 34 56 78"
    assert identity["purpose"] == {"code": "contact", "label": "to reach you"}
    assert identity["basis"]["code"] == "consent"
    assert identity["retention"]["days"] == 730
    assert {"name": "phone", "label": "Phone"} in identity["columns"]
    assert ida.password not in json.dumps(content)
    assert {"base.User"} <= {one["table"] for one in content["left_out"]}  # type: ignore[attr-defined]
    assert {"matching.MatchRunInput"} <= {one["table"] for one in content["not_listed"]}  # type: ignore[attr-defined]


def test_taking_it_along_leaves_a_trace(visitor: Visitor, ida: User) -> None:
    client = visitor(ida)
    client.get(reverse("my-export"))
    assert not AuditEntry.objects.filter(action="people.export_candidate").exists()
    file_of(client, reverse("my-export-take"))
    entry = AuditEntry.objects.get(action="people.export_candidate")
    assert (entry.by_id, entry.subject_id, entry.changes) == (ida.pk, str(ida.candidate.pk), {})


def test_manager_takes_it_along_for_a_person_and_others_do_not(visitor: Visitor, ida: User) -> None:
    address = reverse("candidate-export-take", args=[ida.candidate.pk])
    assert file_of(visitor(Role.MANAGER), address)["about"] == {"user": ida.pk, "candidate": ida.candidate.pk}
    assert visitor(Role.SECRETARIAT).post(address, {"as": "file"}).status_code == 403


def test_nobody_elses_rows_are_in_it(visitor: Visitor, ida: User) -> None:
    other = CandidateFactory()
    CandidateIdentityFactory(candidate=other, name="Bo Andensen", phone="+45 87 65 43 21")
    text = json.dumps(file_of(visitor(ida), reverse("my-export-take")))
    assert "Andensen" not in text and "87 65 43 21" not in text


def test_company_contact_takes_along_the_own_account(visitor: Visitor, vocabulary: object) -> None:
    user, organisation = (
        UserFactory(role=Role.COMPANY, email="hr@example.org"),
        OrganisationFactory(name="Fjordsvejs"),
    )
    organisation.contacts.add(user)
    MessageFactory(to_user=user, text="An answer waits.")
    content = file_of(visitor(user), reverse("account-export-take"))
    tables = {section["table"]: section for section in content["sections"]}  # type: ignore[attr-defined]
    assert tables["organisations.Organisation"]["rows"][0]["contacts"] == "Fjordsvejs"
    assert tables["base.Message"]["rows"][0]["text"] == "An answer waits."
    assert AuditEntry.objects.filter(action="base.export_own_data", by_id=user.pk).exists()
    html = visitor(user).post(reverse("account-export-take"), {"as": "page"}).content.decode()
    assert "Fjordsvejs" in html


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_rows(
    visitor: Visitor, ida: User, count: int, django_assert_num_queries
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = visitor(ida)

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            client.post(reverse("my-export-take"), {"as": "page"})
        return len(caught)

    queries()
    before = queries()
    for number in range(count):
        ApplicationFactory(candidate=ida.candidate)
        CandidateFactFactory(candidate=ida.candidate)
        MessageFactory(to_user=ida)
    assert queries() <= before + 1  # `before` has no applications yet, whose opportunity is fetched along


def test_person_sees_what_goes_and_erases_with_the_password(visitor: Visitor, ida: User) -> None:
    client = visitor(ida)
    html = client.get(reverse("my-erase")).content.decode()
    assert "What goes" in html and "What stays, and why" in html
    assert "Your name, address and phone" in html

    refused = client.post(reverse("my-erase-do"), {"proof": "wrong"})
    assert refused.status_code == 422
    assert Candidate.objects.filter(user=ida).exists()

    done = client.post(reverse("my-erase-do"), {"proof": "long enough for Ida"})
    assert done.status_code == 200 and "All is erased" in done.content.decode()
    assert not User.objects.filter(pk=ida.pk).exists()
    assert not Candidate.objects.exists()
    assert client.get(reverse("my-page")).status_code == 302  # to the log-in page


def test_who_has_no_password_types_the_word(visitor: Visitor, vocabulary: object) -> None:
    user = UserFactory(role=Role.CANDIDATE)
    user.set_unusable_password()
    user.save()
    CandidateFactory(user=user)
    client = visitor(user)
    assert client.post(reverse("my-erase-do"), {"proof": "yes"}).status_code == 422
    assert client.post(reverse("my-erase-do"), {"proof": "erase"}).status_code == 200
    assert not User.objects.filter(pk=user.pk).exists()


def test_who_signed_up_and_has_no_profile_is_erased_too(visitor: Visitor, vocabulary: object) -> None:
    user = UserFactory(role=Role.CANDIDATE, email="new@example.org")
    user.set_unusable_password()
    user.save()
    client = visitor(user)
    assert reverse("my-erase") in client.get(reverse("account")).content.decode()
    assert "Your log-in" in client.get(reverse("my-erase")).content.decode()
    assert client.post(reverse("my-erase-do"), {"proof": "no"}).status_code == 422
    assert "All is erased" in client.post(reverse("my-erase-do"), {"proof": "ERASE"}).content.decode()
    assert not User.objects.filter(pk=user.pk).exists()
    assert reverse("my-erase") not in visitor(Role.COMPANY).get(reverse("account")).content.decode()


def test_organisations_that_saw_the_person_are_named(visitor: Visitor, ida: User) -> None:
    ApplicationFactory(candidate=ida.candidate, opportunity__organisation__name="Fjordsvejs")
    assert "Fjordsvejs" in visitor(ida).get(reverse("my-erase")).content.decode()


def test_organisations_that_it_was_withdrawn_from_are_named_too(visitor: Visitor, ida: User) -> None:
    for name, state, begun_by in (
        ("Fjordsvejs", ApplicationState.WITHDRAWN, Side.CANDIDATE),
        ("Kodehuset", ApplicationState.TALKING, Side.ORGANISATION),
        ("Havbruget", ApplicationState.INVITED, Side.ORGANISATION),
        ("Mejeriet", ApplicationState.INVITATION_DECLINED, Side.ORGANISATION),
    ):
        ApplicationFactory(
            candidate=ida.candidate,
            opportunity__organisation__name=name,
            state=state,
            begun_by=begun_by,
            is_shared=False,
        )
    ended = ApplicationFactory(
        candidate=ida.candidate,
        opportunity__organisation__name="Tømrerne",
        state=ApplicationState.WITHDRAWN,
        begun_by=Side.ORGANISATION,
    )
    record(action="opportunities.take_invitation_back", subject=ended, by=None, at=NOW, changes={})

    html = visitor(ida).get(reverse("my-erase")).content.decode()

    assert "These organisations saw who you are: Fjordsvejs, Kodehuset." in html


def test_who_erases_somebody_else_reads_whose_name_it_is(visitor: Visitor, ida: User) -> None:
    ApplicationFactory(candidate=ida.candidate, opportunity__organisation__name="Fjordsvejs")
    alias = ida.candidate.alias

    html = visitor(Role.MANAGER).get(reverse("candidate-erase", args=[ida.candidate.pk])).content.decode()

    assert f"In the words that {alias} reads: “you” is {alias}." in html
    assert f"These organisations saw who {alias} is: Fjordsvejs." in html
    assert "the name in the texts of mails to others" in html
    assert "saw who you are" not in html
    assert "In the words that" not in visitor(ida).get(reverse("my-erase")).content.decode()


def test_manager_erases_by_typing_the_alias(visitor: Visitor, ida: User) -> None:
    client, candidate = visitor(Role.MANAGER), ida.candidate
    address = reverse("candidate-erase-do", args=[candidate.pk])
    assert client.post(address, {"proof": "ERASE"}).status_code == 422
    assert client.post(address, {"proof": candidate.alias}).status_code == 302
    assert not Candidate.objects.filter(pk=candidate.pk).exists()


@override_settings(ARCHIVE_DUTY=True)
def test_duty_to_archive_is_asked_for(visitor: Visitor, ida: User) -> None:
    ApplicationFactory(candidate=ida.candidate)
    client, secretariat = visitor(ida), visitor(Role.SECRETARIAT)
    assert "hand to the archive" in client.get(reverse("my-erase")).content.decode()
    client.post(reverse("my-erase-do"), {"proof": "long enough for Ida"})
    request = ErasureRequest.objects.get()
    assert "Asked for on" in client.get(reverse("my-erase")).content.decode()

    assert ida.candidate.alias in secretariat.get(reverse("erasures")).content.decode()
    confirm = reverse("erasure-confirm", args=[request.pk])
    secretariat.post(confirm, {})
    assert ErasureRequest.objects.exists()
    secretariat.post(confirm, {"is_archived": "yes"})
    assert not Candidate.objects.filter(pk=request.pk).exists()


def test_list_of_requests_asks_the_same_for_one_and_three(
    visitor: Visitor, django_assert_max_num_queries
) -> None:
    for _number in range(3):
        ErasureRequest.objects.create(candidate=CandidateFactory(), asked_at=NOW)
    client = visitor(Role.SECRETARIAT)
    with django_assert_max_num_queries(5):
        client.get(reverse("erasures"))
