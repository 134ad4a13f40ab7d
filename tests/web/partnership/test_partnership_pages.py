"""The pages of a partnership, each through its whole flow, and what they must never do."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate, now

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, Message, User
from brobygger.apps.organisations.actions import add_relation, end_relation
from brobygger.apps.organisations.enums import OrganisationState, RelationKind
from brobygger.apps.organisations.models import Organisation, OrganisationRole, Site
from brobygger.apps.programmes.actions import remove_partner
from brobygger.apps.programmes.enums import Duty, ProspectState
from brobygger.apps.programmes.models import Arrangement, ExchangeEntry, Partnership, Prospect
from brobygger.apps.programmes.queries import arrangement_in_force, programmes_without_arrangement
from brobygger.apps.surveys.models import AnswerSheet, SurveyAnswer, SurveyInvitation, SurveyReminder
from tests.factories import (
    ContactFactory,
    EventFactory,
    HubFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    ProspectFactory,
    SurveyFactory,
    SurveyQuestionFactory,
    SurveyWaveFactory,
    UserFactory,
)
from tests.web.conftest import Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    """A visitor who reads English."""
    return Client(headers={"accept-language": "en"})


def lead_of(programme: Any, name: str) -> tuple[Organisation, User]:
    """An organisation that leads a programme, and somebody who writes for it."""
    organisation = OrganisationFactory(name=name)
    user = UserFactory(role=Role.PARTNER)
    ContactFactory(organisation=organisation, user=user)
    PartnershipFactory(programme=programme, organisation=organisation, is_lead=True)
    return organisation, user


def text_of(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, response
    return response.content.decode()


# --- joint control -------------------------------------------------------------------------------------------


def test_leads_share_out_every_duty_agree_by_name_and_everybody_reads_the_essence(
    visitor: Visitor, client: Client
) -> None:
    programme, today = ProgrammeFactory(name="Bro"), localdate()
    region, of_region = lead_of(programme, "Region Prøve")
    university, of_university = lead_of(programme, "Prøve Universitet")
    page, boss = f"/programmes/{programme.pk}/joint-control/", UserFactory(role=Role.MANAGER)
    said: dict[str, Any] = {"text": "We share the work.", "valid_from": today.isoformat()}
    said |= {f"duty-{duty.value}": [region.pk] for duty in Duty}
    said["duty-breaches"] = [region.pk, university.pk]

    left_out = visitor(of_region).post(f"{page}write/", {**said, "duty-requests": []})
    assert left_out.status_code == 422
    assert "Nobody is chosen for" in left_out.content.decode()
    assert visitor(of_region).post(f"{page}write/", said).status_code == 302
    assert visitor(of_region).post(f"{page}write/", said).status_code == 302
    assert Arrangement.objects.count() == 1  # the same again is no new version
    assert "not agreed yet" in text_of(client, f"/programmes/{programme.pk}/privacy/")
    assert list(programmes_without_arrangement(boss, day=today)) == [programme]

    first = {"version": 1, "organisation": region.pk, "function": "Head of office"}
    assert visitor(of_university).post(f"{page}agree/", first).status_code == 403  # not for another lead
    assert visitor(of_region).post(f"{page}agree/", first).status_code == 302
    assert arrangement_in_force(programme, day=today) is None
    second = {"version": 1, "organisation": university.pk, "function": "Dean"}
    assert visitor(of_university).post(f"{page}agree/", second).status_code == 302
    assert not programmes_without_arrangement(boss, day=today).exists()

    essence = text_of(client, f"/programmes/{programme.pk}/privacy/")
    assert "Prøve Universitet" in essence
    assert "articles 33 and 34" in essence
    assert "Dean" not in essence  # who agreed is nobody's business
    assert "Head of office" in text_of(visitor(of_university), page)

    visitor(of_region).post(f"{page}write/", {**said, "text": "We share the work anew."})
    held = arrangement_in_force(programme, day=today)
    assert held is not None
    assert held.version == 1  # a new version holds once all have agreed
    remove_partner(programme=programme, organisation=region, by=None, at=now())
    assert arrangement_in_force(programme, day=today) is None  # its duties are nobody's now


def test_today_names_programmes_without_arrangement_and_due_prospects_at_the_same_price(
    visitor: Visitor, vocabulary: object
) -> None:
    client = visitor(Role.MANAGER)
    counts = []
    for _round in range(2):
        for _ in range(1 + _round):
            programme = ProgrammeFactory()
            PartnershipFactory.create_batch(2, programme=programme, is_lead=True)
            ProspectFactory(programme=programme, next_step="Call the head", due_date=localdate())
        client.get("/today/")
        with CaptureQueriesContext(connection) as asked:
            html = text_of(client, "/today/")
        counts.append(len(asked))

    assert "not agreed on joint control" in html
    assert "Call the head" in html
    assert counts[0] == counts[1]


# --- prospective partners ------------------------------------------------------------------------------------


def test_prospect_is_invited_says_yes_by_mail_and_joins_when_a_person_confirms(
    visitor: Visitor, client: Client
) -> None:
    programme = ProgrammeFactory(name="Bro")
    _, user = lead_of(programme, "Region Prøve")
    lead = visitor(user)
    said = {
        "name": "Nyt Videnscenter",
        "country": "DK",
        "kind": "science_centre",
        "rights": "partner",
        "contact_name": "Lea Leder",
        "contact_email": "lea@center.example",
        "language": "da",
        "write_basis": "",
    }
    lead.post(f"/programmes/{programme.pk}/prospects/add/", said)
    prospect = Prospect.objects.get()
    assert prospect.organisation.state == OrganisationState.ASKED
    page = f"/partnership/prospects/{prospect.pk}/"

    lead.post(f"{page}invite/")
    assert not Message.objects.filter(
        to_address="lea@center.example"
    ).exists()  # nothing says that we may write
    lead.post(f"{page}change/", {**said, "write_basis": "agreed", "note": "She asked for a mail."})
    lead.post(f"{page}invite/")
    mail = Message.objects.get(to_address="lea@center.example")
    assert mail.language == "da"
    links = re.findall(r"/t/[\w-]+/", mail.text)
    assert client.get(links[0]).status_code == 200
    assert client.post(f"{links[0]}do/").status_code == 200
    prospect.refresh_from_db()
    assert prospect.state == ProspectState.WILLING
    assert not Partnership.objects.filter(organisation=prospect.organisation).exists()
    assert client.post(f"{links[0]}do/").status_code == 410
    refused = client.post(f"{links[1]}do/")  # in talks again: whoever said yes may still ask to talk
    assert refused.status_code == 200
    lead.post(f"{page}move/", {"state": "willing", "note": "Yes after all, by phone."})

    other = UserFactory(role=Role.PARTNER)
    assert visitor(other).post(f"{page}confirm/").status_code == 404
    lead.post(f"{page}confirm/")
    prospect.refresh_from_db()
    assert prospect.state == ProspectState.JOINED
    assert prospect.decided_by_name == user.get_username()
    assert Partnership.objects.get(organisation=prospect.organisation).is_lead is False
    assert prospect.organisation.state == OrganisationState.ACCEPTED
    joined = User.objects.get(email="lea@center.example")
    assert joined.role == Role.PARTNER
    html = text_of(visitor(user), page)
    assert "She asked for a mail." in html
    assert "Lea" not in str(list(AuditEntry.objects.values_list("changes", flat=True)))


def test_a_lead_makes_no_further_lead(visitor: Visitor) -> None:
    programme = ProgrammeFactory()
    _, user = lead_of(programme, "Region Prøve")
    prospect = ProspectFactory(programme=programme, state="willing", rights="lead")

    visitor(user).post(f"/partnership/prospects/{prospect.pk}/confirm/")
    assert Prospect.objects.get().state == ProspectState.WILLING
    visitor(Role.MANAGER).post(f"/partnership/prospects/{prospect.pk}/confirm/")
    assert Partnership.objects.get(organisation=prospect.organisation).is_lead is True


# --- what an organisation consists of -------------------------------------------------------------------------


def test_sites_roles_and_relations_stand_on_the_page_with_their_days(visitor: Visitor) -> None:
    organisation, cluster = OrganisationFactory(name="Fjordværk"), OrganisationFactory(name="Klynge Midt")
    client, page = visitor(Role.SECRETARIAT), f"/companies/{organisation.pk}/structure/"
    client.post(f"{page}site/", {"name": "Værftet", "place_name": "Skive", "municipality": "Skive Kommune"})
    client.post(f"{page}role/", {"person_name": "Bo Direktør", "kind": "director", "from_date": "2020-01-01"})
    client.post(f"{page}relation/", {"kind": "member_of", "other": "klynge midt", "from_date": "2021-01-01"})
    missing = client.post(f"{page}relation/", {"kind": "member_of", "other": "Ingen"})
    assert "There is no organisation called" in missing.content.decode()
    role = OrganisationRole.objects.get()
    client.post(f"{page}end/", {"what": "role", "part": role.pk, "until": "2025-06-30"})
    strange = {"what": "site", "part": Site.objects.get().pk, "until": "2025-06-30"}
    assert client.post(f"/companies/{cluster.pk}/structure/end/", strange).status_code == 404

    html = text_of(client, f"/companies/{organisation.pk}/")
    for words in ("Skive Kommune", "Bo Direktør", "Klynge Midt"):
        assert words in html
    assert "Has as a member" in text_of(client, f"/companies/{cluster.pk}/")
    assert "Bo Direktør" not in text_of(visitor(Role.AMBASSADOR), f"/companies/{organisation.pk}/")


def test_what_was_typed_of_a_role_or_a_relation_comes_back_with_the_message(visitor: Visitor) -> None:
    page = f"/companies/{OrganisationFactory().pk}/structure/"
    client = visitor(Role.SECRETARIAT)
    for part, said, kept in (
        ("role", {"person_name": "Bo Direktør", "kind": "director", "from_date": ""}, 'value="Bo Direktør"'),
        ("relation", {"kind": "member_of", "other": "Ingen Klynge"}, 'value="Ingen Klynge"'),
        ("site", {"name": "Værftet", "municipality": "x" * 500}, 'value="Værftet"'),
    ):
        response = client.post(f"{page}{part}/", said)
        assert response.status_code == 422
        html = response.content.decode()
        assert kept in html
        assert html.count("<details open>") == 1, "the form that was sent stands open"
        if "kind" in said:
            assert f'<option value="{said["kind"]}" selected>' in html


def test_nothing_owns_itself_on_any_day() -> None:
    one, two, three = OrganisationFactory.create_batch(3)
    day = dt.date(2024, 1, 1)
    own = {"kind": RelationKind.OWNER_OF, "by": None, "at": now()}
    first = add_relation(organisation=one, other=two, **own)
    add_relation(organisation=two, other=three, until_date=day, **own)
    with pytest.raises(Exception, match="circle"):
        add_relation(organisation=three, other=one, from_date=dt.date(2023, 1, 1), **own)
    with pytest.raises(Exception, match="already"):
        add_relation(organisation=one, other=two, from_date=day, **own)
    add_relation(organisation=three, other=one, from_date=day + dt.timedelta(days=1), **own)
    end_relation(organisation=one, relation_id=first.pk, until=day, by=None, at=now())


# --- surveys -------------------------------------------------------------------------------------------------


def test_survey_is_answered_once_without_a_name_and_shown_when_closed(
    visitor: Visitor, client: Client
) -> None:
    today = localdate()
    survey = SurveyFactory()
    yes_no = SurveyQuestionFactory(survey=survey, position=1)
    SurveyQuestionFactory(survey=survey, position=2, kind="scale", text="How much do you know?")
    wave = SurveyWaveFactory(survey=survey, opens_on=today, closes_on=today)
    secretary, page = visitor(Role.SECRETARIAT), f"/partnership/waves/{wave.pk}/"

    html = text_of(client, f"/s/{wave.key}/")
    sheet = re.search(r'name="sheet" value="([\w-]+)"', html)
    assert sheet is not None
    said = {"sheet": sheet[1], "q1": "1", "q2": "4"}
    assert client.post(f"/s/{wave.key}/send/", {"sheet": sheet[1], "q1": "7"}).status_code == 422
    assert "Thank you" in client.post(f"/s/{wave.key}/send/", said).content.decode()
    Client().post(f"/s/{wave.key}/send/", said)  # the same sheet, tapped twice
    assert "answered already" in text_of(client, f"/s/{wave.key}/")
    assert AnswerSheet.objects.count() == 1
    entries = AuditEntry.objects.count()
    for value in (1, 1, 1, 1, 1, 0, 0, 0, 0, 0):
        Client().post(f"/s/{wave.key}/send/", {"q1": value})
    assert AuditEntry.objects.count() == entries  # nothing says when somebody answered
    assert "At least 10 answers" in text_of(secretary, page)
    assert "said yes" not in text_of(secretary, page)  # two looks would tell of who came between

    secretary.post(f"{page}invite/", {"addresses": "a@x.example, b@x.example"})
    mail = Message.objects.filter(to_address="a@x.example").get()
    token = re.search(r"\?i=([\w-]+)", mail.text)
    assert token is not None
    fresh = Client()
    assert fresh.post(f"/s/{wave.key}/send/", {"i": token[1], "q1": "1"}).status_code == 200
    assert fresh.post(f"/s/{wave.key}/send/", {"i": token[1], "q1": "0"}).status_code == 409
    assert fresh.post(f"/s/{wave.key}/send/", {"i": "x", "q1": "0"}).status_code == 409
    assert SurveyInvitation.objects.filter(is_used=True).count() == 1

    secretary.post(f"{page}close/")
    html = text_of(secretary, page)
    assert "58 %" in html  # 7 of 12
    assert "Too few answers to show" in html  # one person moved the scale
    assert "closed" in text_of(client, f"/s/{wave.key}/")
    assert fresh.post(f"/s/{wave.key}/send/", {"q1": "1"}).status_code == 409
    assert (
        secretary.post(f"/partnership/surveys/{survey.pk}/questions/", {"remove": yes_no.pk}).status_code
        == 302
    )
    assert SurveyAnswer.objects.filter(question=yes_no).count() == 12  # questions that were answered stay


def test_links_of_a_survey_are_sent_with_a_reminder(visitor: Visitor) -> None:
    wave = SurveyWaveFactory(opens_on=localdate(), closes_on=localdate() + dt.timedelta(days=9))
    secretary, page = visitor(Role.SECRETARIAT), f"/partnership/waves/{wave.pk}/"
    said = {"addresses": "a@x.example; b@x.example", "remind_after": "10"}
    refused = secretary.post(f"{page}invite/", said)
    assert refused.status_code == 422
    assert "The survey closes before the reminder would go out" in refused.content.decode()
    assert 'value="10"' in refused.content.decode()
    assert "a@x.example; b@x.example" in refused.content.decode()
    for wrong in ("soon", "0x1", "999999"):
        assert secretary.post(f"{page}invite/", {**said, "remind_after": wrong}).status_code == 422
    assert secretary.post(f"{page}invite/", {**said, "remind_after": "9"}).status_code == 302
    assert SurveyReminder.objects.filter(due_date=wave.closes_on).count() == 2
    assert "x.example" not in text_of(secretary, page)


def test_waves_are_imported_with_a_list_of_errors_and_compared_without_overclaiming(visitor: Visitor) -> None:
    survey = SurveyFactory()
    SurveyQuestionFactory(survey=survey, position=1, text="Would you move?")
    SurveyQuestionFactory(
        survey=survey, position=2, text="Known?", kind="choice", options=["Yes, well", "A bit"]
    )
    client, today = visitor(Role.SECRETARIAT), localdate()
    waves = [
        SurveyWaveFactory(survey=survey, moment=moment, name=moment, opens_on=today, closes_on=today)
        for moment in ("before", "after")
    ]

    def sent(wave: Any, table: str, **more: str) -> Any:
        file = SimpleUploadedFile("answers.csv", table.encode(), "text/csv")
        return client.post(f"/partnership/waves/{wave.pk}/import/", {"file": file, **more})

    rows = ["q1;Known?", *["yes;A bit"] * 20, *["no;Yes, well"] * 20]
    wrong = "\n".join([*rows, "perhaps;A bit"])
    refused = sent(waves[0], wrong)
    assert refused.status_code == 422
    assert "perhaps" in refused.content.decode()
    assert not AnswerSheet.objects.exists()
    assert sent(waves[0], "q1\nyes\nno\n").status_code == 422  # fewer than may ever be shown
    assert sent(waves[0], wrong, leave_out="yes").status_code == 302
    assert sent(waves[0], "\n".join(rows)).status_code == 422  # it is closed
    assert sent(waves[1], "\n".join(["Would you move?", *["ja"] * 34, *["nej"] * 6])).status_code == 302

    html = text_of(client, f"/partnership/surveys/{survey.pk}/compare/")
    assert "50 %" in html
    assert "85 %" in html
    assert "More than before: 15 to 52 percentage points" in html
    assert "Why, this does not tell." in html


# --- knowledge exchange and hubs -----------------------------------------------------------------------------


def test_exchange_is_noted_narrowed_counted_and_taken_along(visitor: Visitor) -> None:
    programme = ProgrammeFactory()
    one, two = OrganisationFactory(name="Værk Et"), OrganisationFactory(name="Værk To")
    client = visitor(Role.SECRETARIAT)
    said = {"day": "2025-03-01", "kind": "seminar", "title": "=Sensors", "organisations": "Værk Et"}
    alone = client.post(f"/programmes/{programme.pk}/exchange/add/", said)
    assert "at least two organisations" in alone.content.decode()
    said["organisations"] = "Værk Et\nværk to"
    assert client.post(f"/programmes/{programme.pk}/exchange/add/", said).status_code == 302
    entry = ExchangeEntry.objects.get()
    assert set(entry.organisations.all()) == {one, two}
    for kind in ("visit", "paper"):
        client.post(f"/programmes/{programme.pk}/exchange/add/", {**said, "kind": kind, "day": "2026-02-01"})

    client.get("/partnership/exchange/")
    with CaptureQueriesContext(connection) as few:
        html = text_of(client, "/partnership/exchange/?kind=seminar&text=værk to")
    assert "Værk Et – Værk To" in html
    assert "1 entry" in html
    with CaptureQueriesContext(connection) as all_of_them:
        text_of(client, "/partnership/exchange/")
    assert len(few) == len(all_of_them)
    table = client.get("/partnership/exchange/table/?year=2025").content.decode()
    assert "'=Sensors" in table
    assert table.count("\n") == 2
    client.post(f"/partnership/exchange/{entry.pk}/change/", {"remove": "yes"})
    assert ExchangeEntry.objects.count() == 2


def test_hub_shows_place_contacts_partners_and_events_held_there_once_it_is_public(
    visitor: Visitor, client: Client
) -> None:
    programme = ProgrammeFactory()
    partner = OrganisationFactory(name="Local Labs")
    EventFactory(programme=programme, state="open", title="Career fair", city="Cambridge", country="US")
    EventFactory(programme=programme, state="open", title="Elsewhere", city="Cambridge", country="GB")
    secretary = visitor(Role.SECRETARIAT)
    said = {"name": "Boston hub", "city": "Boston", "other_towns": "Cambridge", "country": "US"}
    said |= {"partners": partner.name, "about": "Meet us."}
    secretary.post(f"/programmes/{programme.pk}/hubs/add/", said)
    hub = programme.hubs.get()
    secretary.post(f"/partnership/hubs/{hub.pk}/contact/", {"name": "Kim Kontakt", "function": "Manager"})

    assert client.get("/hubs/boston-hub/").status_code == 404
    secretary.post(f"/partnership/hubs/{hub.pk}/change/", {**said, "is_public": "on"})
    html = text_of(client, "/hubs/boston-hub/")
    for words in ("Local Labs", "Kim Kontakt", "Career fair"):
        assert words in html
    assert "Elsewhere" not in html
    assert HubFactory(is_public=False).name in text_of(secretary, "/partnership/hubs/")
