"""What programs read and do: the same as the pages, in JSON."""

from __future__ import annotations

import datetime as dt

import pytest

from brobygger.apps.base.enums import Role, TokenScope
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.matching.queries import rank_candidates
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.organisations.enums import OrganisationState
from brobygger.apps.organisations.models import Organisation
from tests.api.conftest import Program
from tests.factories import CandidateFactory, OpportunityFactory, UserFactory
from tests.scenarios.first_match import DEVELOPER_AD, FirstMatch

AD = DEVELOPER_AD


def test_opportunities_are_listed_and_narrowed(moment: FirstMatch, program: Program) -> None:
    client = program(Role.SECRETARIAT)

    everything = client.get("/api/v1/opportunities").json()
    welder = client.get("/api/v1/opportunities", {"text": "welder", "employment_type": "job"}).json()

    assert everything["count"] == 2
    assert [one["title"] for one in welder["results"]] == ["Welder"]
    assert welder["results"][0]["hiring_organisation"] == {"code": "svejs", "name": "Fjordsvejs"}


def test_long_lists_come_in_parts_with_links(program: Program) -> None:
    OpportunityFactory.create_batch(5)
    client = program(Role.SECRETARIAT)

    seen, address = [], "/api/v1/opportunities?limit=2&state=open"
    while address:
        answer = client.get(address)
        seen += [one["id"] for one in answer.json()["results"]]
        address = answer.json()["next"]
        assert (f'<{address}>; rel="next"' in answer.headers["Link"]) == bool(address)

    assert sorted(seen) == sorted(Opportunity.objects.values_list("pk", flat=True))
    assert answer.json()["previous"].endswith("limit=2&state=open&offset=2")


@pytest.mark.parametrize(
    "window", ["limit=0", "limit=101", "offset=-1", f"offset={2**70}", f"limit={2**70}", "limit=x"]
)
def test_numbers_that_no_database_takes_are_refused(program: Program, window: str) -> None:
    answer = program(Role.SECRETARIAT).get(f"/api/v1/opportunities?{window}")

    assert answer.status_code == 422
    (field,) = answer.json()["fields"]
    assert (field["place"], field["name"]) == ("query", window.partition("=")[0])


@pytest.mark.parametrize(
    ("address", "name"),
    [("opportunities?progamme=mit", "progamme"), ("candidates?limit=5&Limit=9", "Limit"), ("me?all", "all")],
)
def test_a_misspelt_filter_is_named_and_not_ignored(program: Program, address: str, name: str) -> None:
    answer = program(Role.MANAGER, language="da").get(f"/api/v1/{address}")

    assert answer.status_code == 422
    assert answer.json()["fields"] == [
        {"place": "query", "name": name, "message": "Der findes ikke en parameter med det navn."}
    ]


@pytest.mark.parametrize("path", ["opportunities", "candidates"])
def test_list_takes_the_same_queries_for_one_row_and_for_three(
    moment: FirstMatch, program: Program, path: str, django_assert_max_num_queries: object
) -> None:
    client = program(Role.SECRETARIAT)
    client.get(f"/api/v1/{path}")  # the first use of a token is noted

    for limit in (1, 3):
        with django_assert_max_num_queries(3):  # token, count, rows
            assert client.get(f"/api/v1/{path}?limit={limit}").status_code == 200


def test_who_pays_is_said_and_narrows(moment: FirstMatch, program: Program, of_software: User) -> None:
    client, path = program(of_software), "/api/v1/opportunities"
    body = {"hiring_organisation": "kode", "text": AD, "paid_by": "programme", "fund": "Nordhavn Foundation"}

    made = client.post(path, body, "application/json")
    wrong = client.post(path, body | {"paid_by": "company"}, "application/json")
    (found,) = client.get(path, {"paid_by": "programme"}).json()["results"]

    assert (made.status_code, made.json()["paid_by"], made.json()["fund"]) == (
        201,
        "programme",
        "Nordhavn Foundation",
    )
    assert found["id"] == made.json()["id"]
    assert (wrong.status_code, wrong.json()["fields"][0]["name"]) == (422, "fund")


def test_candidates_are_narrowed_by_when_they_graduate(program: Program) -> None:
    CandidateFactory()
    CandidateFactory(graduates_from=dt.date(2027, 6, 1), graduates_until=dt.date(2027, 6, 30))
    client, path = program(Role.SECRETARIAT), "/api/v1/candidates"

    (june,) = client.get(path, {"graduates_from": "2027-01", "graduates_until": "2027-06"}).json()["results"]
    later = client.get(path, {"graduates_from": "2027-07"}).json()
    wrong = client.get(path, {"graduates_from": "2027-13"})

    assert june["graduation"] == {"earliest": "2027-06-01", "latest": "2027-06-30"}
    assert later["count"] == 0
    assert [one["graduation"] for one in client.get(path).json()["results"]][0] is None
    assert (wrong.status_code, wrong.json()["fields"][0]["name"]) == (422, "graduates_from")


def test_company_saves_opens_and_closes_its_ad(
    moment: FirstMatch, program: Program, of_software: User
) -> None:
    client = program(of_software)
    body = {"hiring_organisation": "kode", "text": AD, "code": "ours-1", "employment_type": "internship"}

    made = client.post("/api/v1/opportunities", body, "application/json")
    again = client.post("/api/v1/opportunities", body, "application/json")
    address = made.headers["Location"]

    assert (made.status_code, again.status_code) == (201, 200)
    assert made.json()["id"] == again.json()["id"]
    assert made.json()["state"] == "draft"
    assert made.json()["employment_type"] == "internship"
    assert "skill" in {fact["kind"] for fact in made.json()["facts"]}
    assert client.post(f"{address}/open").json()["state"] == "open"
    assert client.post(f"{address}/close").json()["state"] == "closed"
    assert client.post(f"{address}/read-again").status_code == 200
    assert AuditEntry.objects.filter(action="opportunities.open_opportunity", by_id=of_software.pk).exists()


def test_company_cannot_save_for_another(moment: FirstMatch, program: Program, of_software: User) -> None:
    body = {"hiring_organisation": "svejs", "text": AD}

    refused = program(of_software).post("/api/v1/opportunities", body, "application/json")
    assert (refused.status_code, refused.json()["fields"][0]["name"]) == (422, "hiring_organisation")


def test_a_draft_cannot_be_reached_twice_from_closed(program: Program) -> None:
    draft = OpportunityFactory(state="draft")
    client = program(Role.MANAGER)

    assert client.post(f"/api/v1/opportunities/{draft.pk}/close").status_code == 200
    assert client.post(f"/api/v1/opportunities/{draft.pk}/open").status_code == 200


def test_company_that_is_not_accepted_opens_nothing(
    moment: FirstMatch, program: Program, of_software: User
) -> None:
    draft = OpportunityFactory(organisation=moment.software, state="draft")
    Organisation.objects.filter(pk=moment.software.pk).update(state=OrganisationState.APPLIED)

    answer = program(of_software).post(f"/api/v1/opportunities/{draft.pk}/open")

    assert (answer.status_code, answer.json()["type"]) == (409, "/api/#not-now")
    draft.refresh_from_db()
    assert draft.state == "draft"


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"hiring_organisation": "nobody"}, "hiring_organisation"),
        ({"programme": "none"}, "programme"),
        ({"text": "- " * 40}, "text"),
        ({"text": "short"}, "text"),
        ({"text": "a\x00" * 40}, "text"),
        ({"date_posted": "yesterday"}, "date_posted"),
        ({"employment_type": "holiday"}, "employment_type"),
        ({"code": "two words"}, "code"),
    ],
)
def test_input_that_cannot_be_is_named(
    moment: FirstMatch, program: Program, change: dict[str, str], name: str
) -> None:
    body = {"hiring_organisation": "kode", "text": AD, **change}

    answer = program(Role.MANAGER).post("/api/v1/opportunities", body, "application/json")

    assert answer.status_code == 422
    assert name in [field["name"] for field in answer.json()["fields"]]
    assert answer.json()["fields"][0]["message"]


def test_language_need_is_said_and_taken_back(moment: FirstMatch, program: Program) -> None:
    client, address = program(Role.MANAGER), f"/api/v1/opportunities/{moment.welder_ad.pk}/language-needs"
    body = {"languages": ["da"], "setting": "formal", "modality": "required", "level": "B1"}

    said = client.put(address, body, "application/json")
    without_level = client.put(address, {**body, "level": None}, "application/json")

    assert said.json()["language_needs"] == [body]
    assert without_level.status_code == 422
    assert client.delete(f"{address}?languages=da&setting=formal").status_code == 204
    assert not moment.welder_ad.language_needs.exists()


SVEJSER = {
    "title": "Svejser",
    "text": "Vi søger en svejser, der kan arbejde selvstændigt.",
    "translated_by": "person",
}


def test_ad_is_translated_read_and_the_translation_removed(
    moment: FirstMatch, program: Program, of_software: User
) -> None:
    client, ad = program(of_software), f"/api/v1/opportunities/{moment.developer_ad.pk}"
    address = f"{ad}/translations/da"
    assert client.get(ad).json()["translations"] == []

    saved = client.put(address, SVEJSER, "application/json")
    again = client.put(address, SVEJSER, "application/json")

    assert (saved.status_code, again.json()) == (200, saved.json())
    (found,) = client.get(ad).json()["translations"]
    assert found == saved.json()
    assert found == {**SVEJSER, "language": "da", "is_outdated": False, "saved_at": found["saved_at"]}
    Opportunity.objects.filter(pk=moment.developer_ad.pk).update(title="Programmer")
    assert client.get(ad).json()["translations"][0]["is_outdated"]
    assert [client.delete(address).status_code for _time in range(2)] == [204, 204]
    assert client.get(ad).json()["translations"] == []


@pytest.mark.parametrize(
    ("language", "change", "place", "name"),
    [
        ("en", {}, "path", "language"),
        ("de", {}, "path", "language"),
        ("danish", {}, "path", "language"),
        ("da", {"title": "–"}, "body", "title"),
        ("da", {"title": "x" * 301}, "body", "title"),
        ("da", {"text": "\n"}, "body", "text"),
        ("da", {"text": "We are looking for somebody who knows what the work is about."}, "body", "text"),
        ("da", {"translated_by": "nobody"}, "body", "translated_by"),
        ("da", {"translated_by": None}, "body", "translated_by"),
    ],
)
def test_translation_that_cannot_be_is_a_problem_with_its_field(
    moment: FirstMatch, program: Program, language: str, change: dict[str, str], place: str, name: str
) -> None:
    address = f"/api/v1/opportunities/{moment.welder_ad.pk}/translations/{language}"

    answer = program(Role.SECRETARIAT).put(address, SVEJSER | change, "application/json")

    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert [(field["place"], field["name"]) for field in answer.json()["fields"]] == [(place, name)]
    assert not moment.welder_ad.translations.exists()


def test_translation_that_looks_like_another_language_is_saved_when_confirmed(
    moment: FirstMatch, program: Program
) -> None:
    address = f"/api/v1/opportunities/{moment.welder_ad.pk}/translations/sv"
    client = program(Role.SECRETARIAT)

    doubted = client.put(address, SVEJSER, "application/json")
    confirmed = client.put(address, {**SVEJSER, "is_confirmed": True}, "application/json")

    assert (doubted.status_code, doubted.json()["fields"][0]["name"]) == (422, "text")
    assert "Danish, not Swedish" in doubted.json()["detail"]
    assert confirmed.status_code == 200


def test_translating_needs_the_scope_to_write_and_the_own_ad(
    moment: FirstMatch, program: Program, of_software: User
) -> None:
    own = f"/api/v1/opportunities/{moment.developer_ad.pk}/translations/da"
    reads_only = program(of_software, scopes=[TokenScope.READ])
    foreign = f"/api/v1/opportunities/{moment.welder_ad.pk}/translations/da"

    assert reads_only.put(own, SVEJSER, "application/json").status_code == 403
    assert reads_only.delete(own).status_code == 403
    assert program(of_software).put(foreign, SVEJSER, "application/json").status_code == 404


def test_ranking_is_that_of_the_page_without_names(moment: FirstMatch, program: Program) -> None:
    manager = UserFactory(role=Role.MANAGER)

    answer = (
        program(manager, language="da").get(f"/api/v1/opportunities/{moment.developer_ad.pk}/ranking").json()
    )

    page = rank_candidates(moment.developer_ad, user=manager, language="da")
    assert [(one["id"], one["percent"]) for one in answer["results"]] == [
        (row.candidate_id, row.percent) for row in page.rows
    ]
    assert answer["results"][0]["reasons"][0]["text"] == page.rows[0].explanation.reasons[0].text
    assert "Prøvesen" not in str(answer)


def test_company_sees_only_those_who_show_themselves(
    moment: FirstMatch, program: Program, of_software: User
) -> None:
    answer = program(of_software).get(f"/api/v1/opportunities/{moment.developer_ad.pk}/ranking").json()

    assert moment.hidden_developer.pk not in [one["id"] for one in answer["results"]]
    assert answer["withheld"] == 1


def test_dials_are_turned(moment: FirstMatch, program: Program) -> None:
    client, address = program(Role.MANAGER), f"/api/v1/opportunities/{moment.welder_ad.pk}"

    dials = {dial["key"]: dial for dial in client.get(f"{address}/dials").json()}
    turned = client.get(f"{address}/what-if", {"dial": ["language:da:coffee"]}).json()
    unknown = client.get(f"{address}/what-if", {"dial": "language:xx:A1"})

    assert dials["language:da:coffee"]["change"] == turned["change"] == 3
    assert "Talent 002" in [one["alias"] for one in turned["gained"]]
    assert unknown.status_code == 422
    assert unknown.json()["fields"][0]["name"] == "dial"


def test_an_ad_is_understood_and_not_stored(moment: FirstMatch, program: Program, of_software: User) -> None:
    before = Opportunity.objects.count()

    answer = program(of_software).post("/api/v1/ads/preview", {"text": AD}, "application/json")

    assert answer.status_code == 200
    assert {"skill"} <= {fact["kind"] for fact in answer.json()["facts"]}
    assert answer.json()["eligible"] == 4
    assert Opportunity.objects.count() == before


def test_a_program_reads_what_an_ad_says_its_languages_are_for(
    moment: FirstMatch, program: Program, of_software: User
) -> None:
    text = f"{AD}\nDialogue with customers is in German. Swedish is not required for meetings.\n"

    answer = program(of_software).post("/api/v1/ads/preview", {"text": text}, "application/json")

    uses = [fact for fact in answer.json()["facts"] if fact["kind"] == "task_language"]
    assert [(one["value"]["task"], one["value"]["codes"]) for one in uses] == [("customers", ["de"])]
    assert text[uses[0]["start"] : uses[0]["end"]] == "Dialogue with customers is in German"


def test_a_profile_is_whole_or_anonymous_as_its_reader_may(
    moment: FirstMatch, program: Program, of_software: User
) -> None:
    address = f"/api/v1/candidates/{moment.developer.pk}"

    whole = program(Role.SECRETARIAT).get(address).json()
    anonymous = program(of_software).get(address).json()

    assert (whole["is_whole"], whole["name"]) == (True, "Ida Prøvesen 003")
    assert (anonymous["is_whole"], anonymous["name"]) == (False, "")
    assert "…" in anonymous["text"]
    assert {(fact["start"], fact["end"]) for fact in anonymous["facts"]} == {(None, None)}
    assert "Python" in anonymous["text"]


def test_a_candidate_reads_the_own_profile_and_what_fits(moment: FirstMatch, program: Program) -> None:
    user = UserFactory(role=Role.CANDIDATE)
    moment.developer.user = user
    moment.developer.save()
    client = program(user)

    assert client.get("/api/v1/me").json()["role"] == "candidate"
    assert client.get("/api/v1/me/profile").json()["id"] == moment.developer.pk
    best = client.get("/api/v1/me/best-opportunities").json()
    assert best["results"][0]["opportunity"]["title"] == "Software developer"
    assert client.get(f"/api/v1/candidates/{moment.developer.pk}/best-opportunities").json() == best


def test_organisation_is_changed_field_by_field(
    moment: FirstMatch, program: Program, of_software: User
) -> None:
    client = program(of_software)

    changed = client.patch(
        "/api/v1/organisations/kode", {"website": "https://example.com/"}, "application/json"
    )
    wrong = client.patch("/api/v1/organisations/kode", {"website": "no address"}, "application/json")
    half = client.patch("/api/v1/organisations/kode", {"latitude": 56}, "application/json")
    foreign = client.patch("/api/v1/organisations/svejs", {"name": "Ours"}, "application/json")

    assert (changed.json()["website"], changed.json()["name"]) == ("https://example.com/", "Kodehuset Prøve")
    assert (wrong.status_code, wrong.json()["fields"][0]["name"]) == (422, "website")
    assert half.status_code == 422
    assert foreign.status_code == 404  # what lies outside of the scope does not exist


def test_organisations_and_programmes_are_read(moment: FirstMatch, program: Program) -> None:
    client = program(Role.SECRETARIAT)

    assert client.get("/api/v1/organisations", {"text": "fjord"}).json()["results"][0]["code"] == "svejs"
    assert client.get("/api/v1/organisations/none").status_code == 404
    listed = client.get("/api/v1/programmes").json()["results"][0]
    assert listed["name"] == "Prøve"


def test_concepts_are_found_in_any_language(moment: FirstMatch, program: Program) -> None:
    client = program(Role.COUNCIL, language="da")

    (hit, *_rest) = client.get("/api/v1/concepts", {"text": "weld", "kind": "skill"}).json()
    concept = client.get("/api/v1/concepts/by-uri", {"uri": hit["concept_uri"]}).json()

    assert concept["labels"]["en"]
    assert client.get("/api/v1/concepts/by-uri", {"uri": "nothing"}).status_code == 404


# --- problems ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "opportunities/999999", 404),
        ("get", "opportunities/x", 422),
        ("get", "nothing/here", 404),
        ("get", "", 404),
        ("put", "opportunities", 405),
        ("post", "opportunities", 400),
    ],
)
def test_every_error_is_a_problem_document(program: Program, method: str, path: str, status: int) -> None:
    client = program(Role.MANAGER)
    given = {"data": "{", "content_type": "application/json"} if method != "get" else {}

    answer = getattr(client, method)(f"/api/v1/{path}", **given)

    assert answer.status_code == answer.json()["status"] == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert {"type", "title", "detail"} <= answer.json().keys()
    if status == 405:
        assert answer.headers["Allow"] == "GET, HEAD, POST"


def test_a_body_that_is_too_large_is_refused(program: Program) -> None:
    body = {"text": "a" * 6 * 2**20}

    assert program(Role.MANAGER).post("/api/v1/ads/preview", body, "application/json").status_code == 413


def test_what_has_not_changed_is_not_sent_again(moment: FirstMatch, program: Program) -> None:
    client, address = program(Role.MANAGER), f"/api/v1/opportunities/{moment.welder_ad.pk}"
    first = client.get(address)

    again = client.get(address, headers={"if-none-match": first.headers["ETag"]})
    client.post(f"{address}/close")

    assert (again.status_code, again.content) == (304, b"")
    assert client.get(address, headers={"if-none-match": first.headers["ETag"]}).status_code == 200
    assert client.head(address).status_code == 200


def test_address_of_an_ad_is_no_ad(moment: FirstMatch, program: Program) -> None:
    client = program(Role.MANAGER)
    body = {"text": "https://example.org/jobs/welder-in-aarhus"}

    answer = client.post("/api/v1/ads/preview", body, "application/json")

    assert answer.status_code == 422
    assert "Paste the text of the page, not its address." in answer.content.decode()
