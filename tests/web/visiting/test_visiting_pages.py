"""The pages of the outreach: from an extract to a visit that is written down, and what each shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate, now

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.base.queries import calendar_key
from brobygger.apps.opportunities.enums import ApplicationState
from brobygger.apps.outreach.enums import CallState, VisitState
from brobygger.apps.outreach.models import (
    CallAttempt,
    CallBatch,
    Cooperation,
    HostStory,
    NoCall,
    OutreachPlan,
    PlacementDoor,
    RegisteredCompany,
    Target,
    TargetList,
    Visit,
    VisitSlot,
)
from brobygger.data.outreach import usual_levels
from brobygger.data.registers import enhetsregisteret
from brobygger.web.visiting import slots
from brobygger.web.visiting.ladder import ladder_text
from tests.data.fetching.ads import as_json
from tests.data.fetching.server import LocalServer, Reply, local_server
from tests.factories import (
    ApplicationFactory,
    CallBatchFactory,
    CallFactory,
    ContactFactory,
    CooperationFactory,
    GrantConditionFactory,
    GrantFactory,
    HostStoryFactory,
    OrganisationFactory,
    ProgrammeFactory,
    RegisteredCompanyFactory,
    TargetListFactory,
    UserFactory,
    VisitFactory,
    VisitSlotFactory,
)
from tests.factories.moments import NOW
from tests.web.conftest import Visitor

pytestmark = pytest.mark.django_db
EXTRACT = (
    "CVR-nr;Navn;Branchekode;Antal ansatte;Kommune\n"
    "12345674;Aadal Pumper A/S;281300;38;Horsens\n12345675;Forkert A/S;281300;9;Horsens\n"
)


def shown(client: Client, address: str, **fields: str) -> str:
    response = client.get(address, fields)
    assert response.status_code == 200
    return response.content.decode()


def table(text: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("udtræk.csv", text.encode(), "text/csv")


def list_fields(**more: Any) -> dict[str, Any]:
    points = {"size": 30, "export": 30, "industry": 20, "region": 10, "new": 10}
    return {
        "name": "Efterår",
        "countries": ["DK"],
        "sizes": ["small", "medium"],
        "branches": "28",
        "places": "",
        **{f"points_{name}": value for name, value in points.items()},
        **more,
    }


def test_extract_is_looked_at_and_imported(visitor: Visitor) -> None:
    client = visitor(Role.SECRETARIAT)
    preview = client.post("/registers/upload/", {"file": table(EXTRACT)}, follow=True)
    html = preview.content.decode()

    assert "Aadal Pumper" in html
    assert "is no CVR number" in html
    assert "Import 1 row" in html
    address = preview.redirect_chain[-1][0]
    assert "12345675" in client.get(f"{address}errors/").content.decode()
    seen = html.split('name="seen" value="')[1].split('"')[0]
    done = client.post(f"{address}apply/", {"seen": seen}, follow=True)
    assert "Imported: 1 new" in done.content.decode()
    assert RegisteredCompany.objects.get().name == "Aadal Pumper A/S"


def test_extract_without_companies_says_why(visitor: Visitor) -> None:
    response = visitor(Role.SECRETARIAT).post(
        "/registers/upload/", {"file": table(EXTRACT.split("\n")[0] + "\n")}
    )

    assert response.status_code == 422
    assert "branch code that is no longer in use" in response.content.decode()


def test_visits_of_the_past_are_imported_for_a_programme(visitor: Visitor) -> None:
    programme, client = ProgrammeFactory(), visitor(Role.SECRETARIAT)
    history = "Virksomhed;Dato\nAadal Pumper A/S;14.05.2009\n"
    preview = client.post(
        "/visits/import/upload/", {"file": table(history), "programme": programme.pk}, follow=True
    )
    seen = preview.content.decode().split('name="seen" value="')[1].split('"')[0]
    html = client.post(f"{preview.redirect_chain[-1][0]}apply/", {"seen": seen}, follow=True).content.decode()

    assert "Imported: 1 new" in html
    assert Visit.objects.get().visited_on == dt.date(2009, 5, 14)


def test_list_is_made_and_says_why(visitor: Visitor) -> None:
    programme, client = ProgrammeFactory(), visitor(Role.SECRETARIAT)
    RegisteredCompanyFactory(name="Aadal Pumper")
    RegisteredCompanyFactory(name="Bratt Sveis", size_class="large", employees=400)

    response = client.post(
        f"/programmes/{programme.pk}/targets/make/", list_fields(branches="28, 45"), follow=True
    )

    html = response.content.decode()
    assert "Aadal Pumper" in html
    assert "Export 30/30" in html
    assert "No company has the branch code 45: it is no longer in use" in html
    left_out = shown(client, f"/targets/{TargetList.objects.get().pk}/", show="left-out")
    assert "Bratt Sveis" in left_out
    assert "is larger than the list wants" in left_out


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"branches": "machines"}, "is no branch code"),
        ({"countries": ["SE"]}, "import one first"),
        ({"name": ""}, "required"),
    ],
)
def test_list_that_cannot_be_made_says_why(visitor: Visitor, fields: dict[str, Any], said: str) -> None:
    RegisteredCompanyFactory()
    response = visitor(Role.SECRETARIAT).post(
        f"/programmes/{ProgrammeFactory().pk}/targets/make/", list_fields(**fields)
    )

    assert response.status_code == 422
    assert said in response.content.decode()


def test_batch_is_given_to_an_agency_and_closed(visitor: Visitor) -> None:
    programme, client, agent = ProgrammeFactory(), visitor(Role.SECRETARIAT), UserFactory(role=Role.AGENCY)
    RegisteredCompanyFactory(name="Aadal Pumper")
    client.post(f"/programmes/{programme.pk}/targets/make/", list_fields())
    address = f"/targets/{TargetList.objects.get().pk}/batch/"
    assert client.post(address, {"name": "Uge 48", "size": 5}).status_code == 422

    html = client.post(
        address, {"name": "Uge 48", "size": 5, "agent": agent.pk}, follow=True
    ).content.decode()

    assert "Aadal Pumper" in html
    assert "Aadal Pumper" in shown(visitor(agent), "/calls/")
    client.post(f"/batches/{CallBatch.objects.get().pk}/close/")
    assert "There is nobody to call" in shown(visitor(agent), "/calls/")


def test_company_is_put_on_the_no_call_list(visitor: Visitor) -> None:
    client = visitor(Role.SECRETARIAT)
    assert client.post("/no-calls/add/", {"name": "A", "number": "1"}).status_code == 422
    client.post("/no-calls/add/", {"name": "Aadal Pumper", "number": "DK 12 34 56 74"})

    assert NoCall.objects.get().number == "12345674"
    assert "Aadal Pumper" in shown(client, "/no-calls/", text="aadal")


@pytest.mark.parametrize(
    ("today", "proposed"),
    [("2026-11-27", "2026-12-04"), ("2026-11-28", "2026-12-07"), ("2026-11-29", "2026-12-07")],
)
def test_times_are_proposed_on_a_working_day(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, today: str, proposed: str
) -> None:
    monkeypatch.setattr(slots, "localdate", lambda: dt.date.fromisoformat(today))

    html = shown(visitor(Role.SECRETARIAT), "/slots/")

    assert f'value="{proposed}"' in html


def test_times_are_offered_once_and_stand_in_the_own_calendar(visitor: Visitor) -> None:
    programme, user = ProgrammeFactory(), UserFactory(role=Role.SECRETARIAT)
    client = visitor(user)
    day = localdate() + dt.timedelta(days=9)
    fields = {"programme": programme.pk, "day": day.isoformat(), "times": "9, 10.30", "minutes": 60}

    assert client.post("/slots/offer/", fields).status_code == 302
    assert VisitSlot.objects.filter(visitor=user).count() == 2
    again = client.post("/slots/offer/", {**fields, "times": "11"})
    assert again.status_code == 422
    assert "you are not free then" in again.content.decode()
    assert client.post("/slots/offer/", {**fields, "times": "late"}).status_code == 422
    html = client.post("/slots/calendar/renew/", follow=True).content.decode()
    assert "visits.ics?key=" in html
    VisitFactory(
        visitor=user, state=VisitState.PLANNED, visited_on=day, starts_at=now() + dt.timedelta(days=9)
    )
    calendar = Client().get("/visits.ics", {"key": calendar_key(user)}).content.decode()
    assert "BEGIN:VEVENT" in calendar
    assert Client().get("/visits.ics", {"key": "1:wrong"}).status_code == 404


def written(**more: Any) -> dict[str, Any]:
    return {
        "code": "da",
        "stated-meetings": "C1",
        "real-meetings": "none",
        "stated-coffee": "B2",
        "real-coffee": "A2",
        "worry": ["informal-talk"],
        "needs": "En ingeniør",
        "contact_name": "Ida Prøvesen",
        "is_done": "yes",
        "next_step": "Send en skabelon",
        "next_due": (localdate() + dt.timedelta(days=2)).isoformat(),
        "owner": "me",
        **more,
    }


def test_visit_is_written_down_and_its_step_stands_on_today(visitor: Visitor, vocabulary: object) -> None:
    programme, user = ProgrammeFactory(), UserFactory(role=Role.SECRETARIAT)
    organisation, client = OrganisationFactory(name="Aadal Pumper", industry="pumper"), visitor(user)
    assert "Aadal Pumper" in shown(client, f"/programmes/{programme.pk}/visits/new/", text="aadal")
    fields = {"organisation": organisation.pk, "day": localdate().isoformat()}
    client.post(f"/programmes/{programme.pk}/visits/add/", fields)
    visit = Visit.objects.get()

    html = client.post(f"/visits/{visit.pk}/write/", written(), follow=True).content.decode()

    assert 'value="Ida Prøvesen"' in html
    assert "Send en skabelon" in shown(client, "/today/")
    assert "The talk over coffee" in shown(client, "/visits/", worry="informal-talk")
    needs = shown(client, "/visits/needs/")
    assert "Pumper" in needs
    assert "2/2" in needs
    client.post(f"/visits/{visit.pk}/step/done/")
    assert "Send en skabelon" not in shown(client, "/today/")


def test_visit_that_cannot_be_saved_keeps_what_was_typed(visitor: Visitor) -> None:
    visit = VisitFactory(state=VisitState.PLANNED)

    response = visitor(Role.SECRETARIAT).post(f"/visits/{visit.pk}/write/", written(next_due=""))

    html = response.content.decode()
    assert response.status_code == 422
    assert "A next step needs" in html
    assert "En ingeniør" in html
    assert '<option value="A2" selected>' in html


def test_aim_of_visits_and_ladder_are_settled(visitor: Visitor) -> None:
    programme, client = ProgrammeFactory(), visitor(Role.MANAGER)
    VisitFactory(programme=programme)
    address = f"/programmes/{programme.pk}/ladder/settle/"
    assert client.post(address, {"levels": "not toml", "visit_target": ""}).status_code == 422
    assert client.post(address, {"levels": "[a]\nhours = 1", "visit_target": ""}).status_code == 422
    client.post(address, {"levels": ladder_text(usual_levels()[:3]), "visit_target": "600"})

    assert [one["code"] for one in OutreachPlan.objects.get().levels] == ["known", "contacted", "visited"]
    assert "1 of 600" in shown(client, "/visits/")


def test_levels_material_and_start_up_are_noted_on_one_page(visitor: Visitor) -> None:
    programme, organisation = ProgrammeFactory(), OrganisationFactory()
    client, address = visitor(Role.SECRETARIAT), f"/programmes/{programme.pk}/companies/{organisation.pk}/"
    assert "No level was noted yet" in shown(client, address)

    client.post(f"{address}level/", {"level": "partner", "since": "2026-01-05", "evidence": "Underskrevet"})
    client.post(f"{address}material/", {"what": "Brochure"})
    client.post(f"{address}awareness/", {"awareness": "tries"})
    refused = client.post(f"{address}start-up/", {"is_start_up": "yes", "light_contract_date": "2026-01-05"})

    assert refused.status_code == 422
    assert "pay nobody in shares" in refused.content.decode()
    html = shown(client, address)
    for words in ("Underskrevet", "Brochure", "wants to try"):
        assert words in html
    assert Cooperation.objects.get().level == "partner"
    assert organisation.name in shown(client, "/ladder/", level="partner")


def test_first_task_fills_the_form_in_the_readers_language(visitor: Visitor) -> None:
    user = ContactFactory().user
    assert "First tasks" in shown(visitor(user), "/first-tasks/")

    html = shown(visitor(user, "da"), "/opportunities/new/", task="market-study")

    assert "Studerende til markedsundersøgelse" in html


def test_story_waits_for_the_host_and_is_then_for_everybody(visitor: Visitor) -> None:
    host = ContactFactory()
    ProgrammeFactory().organisations.add(host.organisation)
    company, secretary, anybody = visitor(host.user), visitor(Role.SECRETARIAT), Client()
    company.post(
        f"/companies/{host.organisation.pk}/stories/write/",
        {"title": "Pumper på portugisisk", "story": "Det gik godt.", "initiative": "5"},
    )
    story = HostStory.objects.get()
    secretary.post(f"/stories/{story.pk}/publish/", {"published": "yes"})
    assert "Pumper" not in shown(anybody, "/hosts/")
    company.post(f"/stories/{story.pk}/agree/", {"agrees": "yes"})
    secretary.post(f"/stories/{story.pk}/publish/", {"published": "yes"})
    assert "Pumper på portugisisk" in shown(anybody, "/hosts/")

    company.post(f"/stories/{story.pk}/agree/", {"agrees": "no"})

    assert "Pumper" not in shown(anybody, "/hosts/")


def test_door_is_said_at_the_application(visitor: Visitor) -> None:
    application, client = ApplicationFactory(state=ApplicationState.PLACED), visitor(Role.SECRETARIAT)
    assert "Which door brought you together?" in shown(client, f"/applications/{application.pk}/")
    assert "Of 1 placement nobody" in shown(client, "/doors/")

    client.post(f"/applications/{application.pk}/door/", {"door": "event", "detail": "Company Dating"})

    assert PlacementDoor.objects.get().detail == "Company Dating"
    assert "An event" in shown(client, "/doors/")


def test_grant_and_its_condition_stand_on_today(visitor: Visitor, vocabulary: object) -> None:
    programme, client = ProgrammeFactory(), visitor(Role.SECRETARIAT)
    fields = {
        "name": "Forankring",
        "funder": "Prøvefonden",
        "purpose": "anchor",
        "state": "granted",
        "currency": "DKK",
    }
    end = (localdate() + dt.timedelta(days=10)).isoformat()
    wrong = client.post(
        f"/programmes/{programme.pk}/grants/add/", {**fields, "start_date": end, "end_date": "2020-01-01"}
    )
    assert wrong.status_code == 422
    page = client.post(f"/programmes/{programme.pk}/grants/add/", {**fields, "end_date": end}, follow=True)
    address = page.redirect_chain[-1][0]
    client.post(f"{address}condition/", {"text": "Slutrapport", "due_date": end})

    today = shown(client, "/today/")

    assert "Slutrapport" in today
    assert "Grants that end" in today
    assert "Slutrapport" in shown(client, "/grants/")


def a_visit(number: int) -> None:
    VisitFactory(visitor=UserFactory(), next_step="Ring", next_due=localdate(), next_owner=UserFactory())


def a_call(number: int) -> None:
    CallFactory(batch=CallBatchFactory())


LISTS: dict[str, Callable[[int], object]] = {
    "/visits/": a_visit,
    "/visits/needs/": a_visit,
    "/today/": a_visit,
    "/targets/": lambda number: (TargetListFactory(), a_call(number)),
    "/no-calls/": lambda number: NoCall.objects.create(
        country="DK", number=str(number), name="A", noted_at=NOW
    ),
    "/stories/": lambda number: HostStoryFactory(),
    "/hosts/": lambda number: HostStoryFactory(agreed_at=NOW, published_at=NOW),
    "/grants/": lambda number: GrantConditionFactory(grant=GrantFactory()),
    "/doors/": lambda number: ApplicationFactory(),
}


@pytest.mark.parametrize("address", LISTS)
def test_list_takes_a_fixed_number_of_queries(visitor: Visitor, vocabulary: object, address: str) -> None:
    client, counts = visitor(Role.SECRETARIAT), []
    ProgrammeFactory(), ProgrammeFactory()
    for more in (1, 2):
        for number in range(more):
            LISTS[address](10 * more + number)
        client.get(address)
        with CaptureQueriesContext(connection) as found:
            assert client.get(address).status_code == 200
        counts.append(len(found))

    assert counts[0] == counts[1]


def test_lists_of_one_thing_take_a_fixed_number_of_queries(visitor: Visitor) -> None:
    agent: User = UserFactory(role=Role.AGENCY)
    batch, programme, made = CallBatchFactory(agent=agent), ProgrammeFactory(), TargetListFactory()
    agency, secretary = visitor(agent), visitor(Role.SECRETARIAT)
    asked = (
        (agency, "/calls/"),
        (secretary, f"/batches/{batch.pk}/"),
        (secretary, f"/ladder/?programme={programme.pk}"),
        (secretary, f"/targets/{made.pk}/"),
    )
    counts = []
    for more in (1, 2):
        for _ in range(more):
            call = CallFactory(batch=batch, state=CallState.NO_ANSWER)
            CallAttempt.objects.create(call=call, outcome="no_answer", called_at=NOW, called_by=agent)
            CooperationFactory(programme=programme)
            Target.objects.create(target_list=made, company=call.company, score=50, parts=[])
        counts.append([])
        for client, address in asked:
            with CaptureQueriesContext(connection) as found:
                shown(client, address)
            counts[-1].append(len(found))

    assert counts[0] == counts[1]


def test_slots_show_the_companies_that_have_them(visitor: Visitor) -> None:
    user = UserFactory(role=Role.SECRETARIAT)
    free = VisitSlotFactory(visitor=user, starts_at=now() + dt.timedelta(days=3))
    client = visitor(user)
    assert "free" in shown(client, "/slots/")

    client.post(f"/slots/{free.pk}/withdraw/")

    assert "You offer no time" in shown(client, "/slots/")


@pytest.fixture
def register(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalServer]:
    settings.FETCH_FROM_LOOPBACK = True
    with local_server() as server:
        monkeypatch.setattr(enhetsregisteret, "BASE", server.address)
        yield server


NO_COMPANY = {
    "organisasjonsnummer": "910000004",
    "navn": "BRATT SVEIS AS",
    "naeringskode1": {"kode": "25.620", "beskrivelse": "Bearbeiding av metaller"},
    "antallAnsatte": 22,
}


def test_norwegian_register_is_asked_and_shown_as_a_file_is(visitor: Visitor, register: LocalServer) -> None:
    client = visitor(Role.SECRETARIAT)
    register.replies["/enheter/910000004"] = as_json(NO_COMPANY)

    shown = client.post("/registers/fetch/", {"numbers": "910 000 004\n910000012"}, follow=True)
    html = shown.content.decode()

    assert "BRATT SVEIS AS" in html
    assert "The register does not have 910000012." in html
    seen = html.split('name="seen" value="')[1].split('"')[0]
    client.post(f"{shown.redirect_chain[-1][0]}apply/", {"seen": seen})
    assert RegisteredCompany.objects.get().employees == 22


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Name numbers, a branch or a municipality"),
        ({"numbers": "910000005"}, "is no Norwegian organisasjonsnummer"),
        ({"branches": "pumps"}, "is no branch code"),
        ({"municipalities": "Sarpsborg"}, "has four digits"),
        ({"branches": "28", "least": "3"}, "greater than or equal to 5"),
        ({"branches": "28", "least": "50", "most": "10"}, "less than the least"),
    ],
)
def test_register_is_not_asked_for_what_cannot_be(
    visitor: Visitor, register: LocalServer, given: dict[str, str], said: str
) -> None:
    response = visitor(Role.SECRETARIAT).post("/registers/fetch/", given)

    assert response.status_code == 422
    assert said in response.content.decode()
    assert register.asked == []


def test_register_that_fails_or_finds_nothing_is_said(visitor: Visitor, register: LocalServer) -> None:
    client = visitor(Role.SECRETARIAT, "da")
    register.replies["/enheter"] = Reply(b"<html>")
    broken = client.post("/registers/fetch/", {"branches": "28"})
    register.replies["/enheter"] = as_json({"page": {"totalElements": 0}})
    nothing = client.post("/registers/fetch/", {"branches": "62.01"})

    assert (broken.status_code, nothing.status_code) == (502, 422)
    assert "er i stykker" in broken.content.decode()
    assert "ikke længere bruges" in nothing.content.decode()


def test_page_says_which_registers_want_an_agreement(visitor: Visitor) -> None:
    assert "want an agreement first" in visitor(Role.SECRETARIAT).get("/registers/").content.decode()
