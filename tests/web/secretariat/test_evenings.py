"""Pages of a Company Dating evening: blind wishes, the dial, publishing, the board, sheets and the file."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import Message
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.events import actions
from brobygger.apps.events.enums import DayPresence, EventState, RuleKind, WishOrigin, WishSide
from brobygger.apps.events.models import (
    Appointment,
    DatingCompany,
    DatingLead,
    DatingWish,
    DayState,
    Event,
    TimetableVersion,
)
from tests.factories import (
    CandidateFactory,
    CandidateIdentityFactory,
    DatingCompanyFactory,
    DatingEveningFactory,
    DatingStudentFactory,
    DatingWishFactory,
    EventFactory,
    UserFactory,
)
from tests.factories.moments import NOW
from tests.scenarios.dating_evening import Evening, dating_evening
from tests.web.conftest import Visitor

pytestmark = pytest.mark.django_db
ORGANISER_PAGES = ("", "timetable/", "board/", "print/tables/", "print/people/")


@pytest.fixture
def moment(vocabulary: Vocabulary) -> Evening:
    return dating_evening()


def publish(moment: Evening) -> TimetableVersion:
    version = actions.make_version(evening=moment.evening, by=None, at=NOW)
    actions.publish_version(version=version, by=None, at=NOW)
    return version


def begin(moment: Evening, *, rounds_ago: int = 1) -> None:
    """Move the evening so that it goes on, or was, as of the clock of the server."""
    event = moment.evening.event
    shift = timezone.now() - moment.evening.round_times()[rounds_ago - 1][0]
    for row, names in (
        (event, ("starts_at", "ends_at")),
        (moment.evening, ("first_round_at", "wishes_until")),
    ):
        for name in names:
            setattr(row, name, getattr(row, name) + shift)
        row.save()


def let_hold(client: Client, base: str) -> Any:
    """Look at a repair of the evening at an address, and put it in force."""
    (seen,) = re.findall(r'name="seen" value="(\w+)"', page_of(client, f"{base}/board/repair/look/"))
    return client.post(f"{base}/board/repair/", {"seen": seen}, follow=True)


def page_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    text = answer.content.decode()
    return re.sub(r'(name="csrfmiddlewaretoken" value="|X-CSRFToken": ")[^"]+', "", text)


@pytest.mark.parametrize("role", ["lead", Role.MANAGER, Role.SECRETARIAT])
def test_organiser_sees_how_many_wishes_and_never_whose(moment: Evening, visitor: Visitor, role: str) -> None:
    client = visitor(moment.organiser if role == "lead" else Role(role))
    addresses = [f"/evenings/{moment.evening.pk}/{name}" for name in ORGANISER_PAGES if name != "timetable/"]
    before = [page_of(client, one) for one in addresses]
    wish = DatingWish.objects.get(student=moment.students[1], side=WishSide.STUDENT)
    wish.company = moment.companies[2]  # somebody else, and as many as before
    wish.save()
    assert [page_of(client, one) for one in addresses] == before


def test_company_page_is_the_same_whether_a_candidate_wishes_or_not(
    moment: Evening, visitor: Visitor
) -> None:
    client, pk = visitor(moment.recruiters[0]), moment.companies[0].pk
    addresses = (f"/dating/companies/{pk}/", f"/dating/companies/{pk}/wishes/", "/dating/")
    before = [page_of(client, one) for one in addresses]
    DatingWish.objects.filter(side=WishSide.STUDENT).delete()
    assert [page_of(client, one) for one in addresses] == before


def test_candidate_page_is_the_same_whether_a_company_wishes_or_not(
    moment: Evening, visitor: Visitor
) -> None:
    client, pk = visitor(moment.users[0]), moment.students[0].pk
    addresses = (f"/dating/students/{pk}/", f"/dating/students/{pk}/wishes/", "/dating/")
    before = [page_of(client, one) for one in addresses]
    DatingWish.objects.filter(side=WishSide.COMPANY).delete()
    assert [page_of(client, one) for one in addresses] == before


def test_wish_of_both_is_told_when_they_meet(moment: Evening, visitor: Visitor) -> None:
    publish(moment)
    assert "you both wished for it" in page_of(
        visitor(moment.users[0]), f"/dating/students/{moment.students[0].pk}/"
    )
    assert "you both wished for it" not in page_of(
        visitor(moment.users[1]), f"/dating/students/{moment.students[1].pk}/"
    )


def test_company_brings_opportunities_and_says_wishes(moment: Evening, visitor: Visitor) -> None:
    client, company = visitor(moment.recruiters[1]), moment.companies[1]
    offer = company.opportunities.get()
    moment.evening.wishes_until = timezone.now() + dt.timedelta(days=1)
    moment.evening.save()
    answer = client.post(
        f"/dating/companies/{company.pk}/wishes/save/",
        {"opportunity": offer.pk, f"wish-{moment.students[0].pk}": "3", f"wish-{moment.students[1].pk}": "0"},
        follow=True,
    )
    assert "Saved: 1 wishes" in answer.content.decode()
    wish = DatingWish.objects.get(company=company, side=WishSide.COMPANY)
    assert (wish.student, wish.strength, wish.origin) == (moment.students[0], 3, WishOrigin.SAID)
    assert list(company.opportunities.all()) == [offer]


@pytest.mark.parametrize(
    ("recruiters", "tables", "said"),
    [
        ("2", "A1", "Name a table for each of the 2 recruiters"),
        ("1", "T9", "Table T9 is taken by"),
        ("2", "A1, A2", "takes part."),
        ("2", "", "takes part."),
    ],
)
def test_recruiters_without_a_table_of_their_own_are_refused_at_once(
    moment: Evening, visitor: Visitor, recruiters: str, tables: str, said: str
) -> None:
    client, company = visitor(moment.organiser), moment.companies[0]
    DatingCompany.objects.filter(pk=moment.companies[1].pk).update(tables="T9", recruiters=1)
    before = (company.recruiters, company.tables)

    answer = client.post(
        f"/evenings/{moment.evening.pk}/companies/",
        {"company": company.pk, "recruiters": recruiters, "tables": tables},
        follow=True,
    )

    assert said in answer.content.decode()
    company.refresh_from_db()
    is_saved = said == "takes part."
    assert (company.recruiters, company.tables) == ((int(recruiters), tables) if is_saved else before)


def test_company_that_comes_back_leaves_a_taken_table_to_who_has_it(
    moment: Evening, visitor: Visitor
) -> None:
    client, (first, second) = visitor(moment.organiser), moment.companies[:2]
    DatingCompany.objects.filter(pk__in=(first.pk, second.pk)).update(tables="T9", recruiters=1)
    DatingCompany.objects.filter(pk=first.pk).update(withdrawn_at=timezone.now())

    client.post(f"/evenings/{moment.evening.pk}/companies/", {"organisation": first.organisation_id})

    first.refresh_from_db()
    assert (first.withdrawn_at, first.tables) == (None, "")


def test_candidate_joins_and_says_what_the_planner_should_know(moment: Evening, visitor: Visitor) -> None:
    begin(moment)
    event = moment.evening.event
    event.starts_at += dt.timedelta(days=9)
    event.ends_at += dt.timedelta(days=9)
    event.save()
    moment.evening.first_round_at += dt.timedelta(days=9)
    moment.evening.wishes_until += dt.timedelta(days=9)
    moment.evening.save()
    user = UserFactory(role=Role.CANDIDATE)
    candidate = CandidateFactory(user=user)
    client = visitor(user)

    answer = client.post(f"/dating/{moment.evening.pk}/join/", follow=True)

    assert "Whom I would like to meet" in answer.content.decode()
    student = moment.evening.students.get(candidate=candidate)
    client.post(
        f"/dating/students/{student.pk}/wishes/save/",
        {f"wish-{moment.companies[2].pk}": "2", "needs_interpreter": "on", "last_round": "3", "most": ""},
    )
    student.refresh_from_db()
    assert (student.needs_interpreter, student.last_round, student.most) == (True, 3, None)
    assert DatingWish.objects.get(student=student).company == moment.companies[2]


def test_dial_shows_prices_and_a_version_is_made_and_published(moment: Evening, visitor: Visitor) -> None:
    client, base = visitor(moment.organiser), f"/evenings/{moment.evening.pk}"
    text = page_of(client, f"{base}/timetable/")
    assert text.count("Make this version") == 4
    assert "proven best" in text
    made = client.post(f"{base}/timetable/make/", {"floor": "1", "minimum": "0"}, follow=True)
    assert "No timetable that keeps these rules is worth more: proven." in made.content.decode()
    moment.users[0].email = ""
    moment.users[0].save()
    published = client.post(f"{base}/version/publish/", {"number": "1"}, follow=True).content.decode()
    assert "7 participants are told" in published
    assert "1 participant with new talks could not be told" in published


def test_minimum_that_cannot_be_held_is_said(moment: Evening, visitor: Visitor) -> None:
    client, base = visitor(moment.organiser), f"/evenings/{moment.evening.pk}"
    assert "largest minimum that everybody can have is 1" in page_of(client, f"{base}/timetable/?minimum=3")
    answer = client.post(f"{base}/timetable/make/", {"floor": "1", "minimum": "3"})
    assert answer.status_code == 422
    assert not TimetableVersion.objects.exists()


def test_dial_names_who_has_nobody_to_meet(moment: Evening, visitor: Visitor) -> None:
    alone = DatingStudentFactory(evening=moment.evening)
    shown = visitor(moment.organiser).get(f"/evenings/{moment.evening.pk}/timetable/?minimum=1")

    said = html.unescape(shown.content.decode())
    assert f"<strong>No wish and no suggestion:</strong> {alone.candidate.alias}. Fill short lists" in said
    assert "The minimum holds for those who have somebody to meet." in said
    assert "1 without a talk" in said and "nobody without a talk" not in said


def test_new_wish_before_the_evening_moves_nobody_when_the_timetable_is_repaired(
    moment: Evening, visitor: Visitor
) -> None:
    client, base = visitor(moment.organiser), f"/evenings/{moment.evening.pk}"
    assert "Change as little as possible" not in page_of(client, f"{base}/timetable/")
    publish(moment)
    columns = ("student", "company", "round")
    before = set(Appointment.objects.values_list(*columns))
    newcomer = DatingStudentFactory(evening=moment.evening)
    DatingWishFactory(student=newcomer, company=moment.companies[1])
    assert "Change as little as possible" in page_of(client, f"{base}/timetable/")

    let_hold(client, base)

    second = Appointment.objects.filter(version__number=2).values_list(*columns)
    assert before <= set(second)
    assert second.filter(student=newcomer).exists()


def test_two_versions_are_compared(moment: Evening, visitor: Visitor) -> None:
    publish(moment)
    actions.set_rule(
        student=moment.students[0], company=moment.companies[0], kind=RuleKind.NEVER, by=None, at=NOW
    )
    actions.make_version(evening=moment.evening, by=None, at=NOW)
    text = page_of(visitor(moment.organiser), f"/evenings/{moment.evening.pk}/version/?number=2&against=1")
    assert "What differs" in text
    assert "Bredal Pumper</del>" in text


def test_thin_lists_are_filled_from_the_matching(
    moment: Evening, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer = moment.companies[2].opportunities.get()
    monkeypatch.setattr(
        "brobygger.apps.events.queries.suggestions.scores_of",
        lambda opportunities, candidates: {(offer.pk, moment.students[3].candidate_id): 80},
    )
    client = visitor(moment.organiser)
    answer = client.post(f"/evenings/{moment.evening.pk}/suggest/", follow=True)
    assert "2 suggestions were added" in answer.content.decode()
    assert set(DatingWish.objects.filter(origin=WishOrigin.SUGGESTED).values_list("side", flat=True)) == set(
        WishSide
    )


def test_board_repairs_after_a_no_show_and_a_walk_in(moment: Evening, visitor: Visitor) -> None:
    publish(moment)
    begin(moment)
    client, base = visitor(moment.organiser), f"/evenings/{moment.evening.pk}/board"
    client.post(f"{base}/presence/", {"student": moment.students[4].pk, "state": "absent"})
    assert "1 change is not in the timetable yet" in page_of(client, f"{base}/")
    walk_in = CandidateFactory(alias="Candidate door")
    moment.evening.event.programme.candidates.add(walk_in)
    assert "Let Candidate door in" in page_of(client, f"{base}/?alias=door")
    client.post(f"{base}/let-in/", {"alias": "door", "candidate": walk_in.pk})

    answer = let_hold(client, base.removesuffix("/board"))

    assert "meetings fell away" in answer.content.decode()
    assert TimetableVersion.objects.in_force().get().is_repair
    assert DayState.objects.get(student=moment.students[4]).state == DayPresence.ABSENT


def test_walk_in_whom_the_matching_does_not_know_gets_free_tables_with_the_next_repair(
    moment: Evening, visitor: Visitor
) -> None:
    publish(moment)
    begin(moment)
    client, base = visitor(moment.organiser), f"/evenings/{moment.evening.pk}/board"
    walk_in = CandidateFactory(alias="Candidate door")
    moment.evening.event.programme.candidates.add(walk_in)
    client.post(f"{base}/let-in/", {"alias": "door", "candidate": walk_in.pk})
    assert not Appointment.objects.filter(student__candidate=walk_in).exists()

    answer = let_hold(client, base.removesuffix("/board"))

    assert "Candidate door lost talks or had too few, and get" in answer.content.decode()
    talks = Appointment.objects.filter(student__candidate=walk_in, version__superseded_at=None)
    assert talks.count() >= 1
    assert all(one.round > 1 for one in talks)


def test_repair_after_a_withdrawal_is_seen_before_it_holds(moment: Evening, visitor: Visitor) -> None:
    publish(moment)
    client, base = visitor(moment.organiser), f"/evenings/{moment.evening.pk}"
    gone = moment.companies[0]
    Message.objects.all().delete()

    answer = client.post(f"{base}/board/withdraw/", {"company": gone.pk}, follow=True)

    text = answer.content.decode()
    assert "Nothing is changed yet" in text
    assert "Bredal Pumper is no longer there" in text
    assert "by suggestion" in text
    assert TimetableVersion.objects.in_force().get().number == 1
    assert not Message.objects.exists()
    assert "1 change is not in the timetable yet" in page_of(client, f"{base}/board/")

    assert "Bredal Pumper is no longer there" in let_hold(client, base).content.decode()
    held = Appointment.objects.filter(version=TimetableVersion.objects.in_force().get())
    assert not held.filter(company=gone).exists()
    assert {one.pk for one in moment.students} == set(held.values_list("student", flat=True))


def test_nothing_else_holds_than_what_was_seen(moment: Evening, visitor: Visitor) -> None:
    publish(moment)
    client, base = visitor(moment.organiser), f"/evenings/{moment.evening.pk}"
    (seen,) = re.findall(r'name="seen" value="(\w+)"', page_of(client, f"{base}/board/repair/look/"))
    client.post(f"{base}/board/presence/", {"student": moment.students[4].pk, "state": "absent"})

    answer = client.post(f"{base}/board/repair/", {"seen": seen}, follow=True)

    assert "Something has changed since you looked" in answer.content.decode()
    assert TimetableVersion.objects.count() == 1
    assert client.post(f"{base}/board/repair/", follow=True).redirect_chain[-1][0].endswith("/repair/look/")
    assert TimetableVersion.objects.count() == 1


def test_company_that_withdrew_by_itself_makes_the_timetable_due(moment: Evening, visitor: Visitor) -> None:
    publish(moment)
    begin(moment)
    client = visitor(moment.organiser)
    assert "Timetables to repair" not in page_of(client, "/today/")
    actions.withdraw_company(company=moment.companies[0], by=None, at=timezone.now())

    text = page_of(client, "/today/")

    assert "Timetables to repair" in text
    assert f"/evenings/{moment.evening.pk}/board/repair/look/" in text
    let_hold(client, f"/evenings/{moment.evening.pk}")
    assert "Timetables to repair" not in page_of(client, "/today/")


def test_page_that_suspends_says_what_becomes_of_the_timetable(moment: Evening, visitor: Visitor) -> None:
    publish(moment)
    begin(moment)
    address = reverse("company-vet", args=[moment.companies[0].organisation_id])
    text = page_of(visitor(Role.SECRETARIAT), address)
    assert "Bredal Pumper is no longer there" in text
    assert "by suggestion, at tables that were free" in text
    assert TimetableVersion.objects.count() == 1

    said = {"decision": "suspend", "reason": "No such address."}
    answer = visitor(Role.SECRETARIAT).post(
        reverse("company-vet-decide", args=[moment.companies[0].organisation_id]), said, follow=True
    )

    assert "by suggestion, at tables that were free" in answer.content.decode()
    assert TimetableVersion.objects.in_force().get().is_repair


def test_without_a_timetable_the_page_of_a_repair_says_so(moment: Evening, visitor: Visitor) -> None:
    text = page_of(visitor(moment.organiser), f"/evenings/{moment.evening.pk}/board/repair/look/")
    assert "There is no published timetable yet" in text


def test_yes_of_both_in_two_taps(moment: Evening, visitor: Visitor) -> None:
    publish(moment)
    begin(moment, rounds_ago=4)
    talk = Appointment.objects.get(student=moment.students[0], company=moment.companies[0])
    client, address = visitor(moment.users[0]), f"/dating/students/{moment.students[0].pk}/"
    assert "How was it?" in page_of(client, address)
    client.post(f"{address}say/", {"with": talk.company_id, "answer": "yes"})
    company = visitor(moment.recruiters[0])
    company.post(
        f"/dating/companies/{moment.companies[0].pk}/say/", {"with": talk.student_id, "answer": "yes"}
    )

    lead = DatingLead.objects.get()
    assert lead.application is not None
    assert f"/applications/{lead.application_id}/" in page_of(client, address)
    assert "pairs that both said yes" in page_of(visitor(moment.organiser), f"/evenings/{moment.evening.pk}/")


def test_nobody_answers_for_a_talk_of_others(moment: Evening, visitor: Visitor) -> None:
    publish(moment)
    begin(moment, rounds_ago=4)
    talk = Appointment.objects.get(student=moment.students[1], company=moment.companies[0])
    client = visitor(moment.users[0])
    client.post(f"/dating/students/{moment.students[1].pk}/say/", {"with": talk.company_id, "answer": "yes"})
    assert not moment.students[1].feedback.exists()


def test_taps_of_a_phone_are_taken_and_answered_with_the_own_talks(moment: Evening, visitor: Visitor) -> None:
    publish(moment)
    begin(moment, rounds_ago=4)
    talk = Appointment.objects.get(student=moment.students[0], company=moment.companies[0])
    at = timezone.now()
    earlier = (at - dt.timedelta(minutes=1)).isoformat()
    no, yes, odd, far = (str(uuid4()) for _ in range(4))
    notes = [
        {"id": yes, "at": at.isoformat(), "with": talk.company_id, "answer": "yes"},
        {"id": no, "at": earlier, "with": talk.company_id, "answer": "no"},
        {"id": odd, "at": "soon", "with": talk.company_id, "answer": "yes"},
        {"id": far, "at": at.isoformat(), "with": 10**40, "answer": "yes"},
    ]
    client, address = visitor(moment.users[0]), f"/dating/students/{moment.students[0].pk}/"

    def sync(body: object) -> Any:
        return client.post(f"{address}sync/", json.dumps(body), content_type="application/json")

    page = page_of(client, address)
    for _twice in range(2):
        answer = sync({"noted": notes}).json()
        assert (set(answer["kept"]), set(answer["refused"])) == ({yes, no}, {odd, far})
        assert answer["said"][yes] == "Saved. The other side learns of it only if both say yes."
    assert moment.students[0].feedback.get().answer == "yes"
    assert "you said yes" in answer["state"]["html"]
    assert "you said yes" in page_of(client, address)
    assert (
        sync({"noted": []}).json()["state"]["mark"] == answer["state"]["mark"]
    )  # the form's token is not looked at
    assert answer["state"]["mark"] not in page
    company = visitor(moment.recruiters[0])
    chosen = {
        "with": talk.student_id,
        "answer": "yes",
        "opportunity": str(moment.companies[0].opportunities.get().pk),
    }
    said = company.post(
        f"/dating/companies/{moment.companies[0].pk}/sync/",
        json.dumps({"noted": [{"id": str(uuid4()), "at": at.isoformat(), **chosen}]}),
        content_type="application/json",
    ).json()["said"]
    assert [*said.values()] == ["Both of you said yes. Here is how it goes on."]
    for body in ([], {"noted": [1]}, {"noted": [{}] * 501}):
        assert sync(body).status_code == 400


def test_file_holds_the_whole_timetable_and_needs_nothing_else(moment: Evening, visitor: Visitor) -> None:
    publish(moment)
    answer = visitor(moment.organiser).get(f"/evenings/{moment.evening.pk}/file/")
    text = answer.content.decode()
    assert answer.headers["Content-Disposition"] == 'attachment; filename="company-dating-prve.html"'
    for one in moment.students:
        assert text.count(one.candidate.alias) >= 3
    assert not re.search(r'(?:src|href)="(?!#)', text)


def test_sheets_are_one_per_table_and_one_per_person(moment: Evening, visitor: Visitor) -> None:
    publish(moment)
    client, base = visitor(moment.organiser), f"/evenings/{moment.evening.pk}/print"
    assert page_of(client, f"{base}/tables/").count('class="sheet"') == 3
    assert page_of(client, f"{base}/people/").count('class="sheet"') == 5


def test_door_works_by_name_for_who_may_see_it(moment: Evening, visitor: Visitor) -> None:
    publish(moment)
    client, base = visitor(moment.organiser), f"/evenings/{moment.evening.pk}"
    programme = moment.evening.event.programme
    late = CandidateFactory(alias="Candidate late")
    CandidateIdentityFactory(candidate=late, name="Liv Ventesen")
    programme.candidates.add(late)

    assert "Ida Prøvesen 3 · Candidate P3" in page_of(client, f"{base}/board/")
    assert "Let Liv Ventesen · Candidate late in" in page_of(client, f"{base}/board/?alias=ventesen")
    assert "Ida Prøvesen 3 · Candidate P3</h2>" in page_of(client, f"{base}/print/people/")
    assert "Ida Prøvesen 3 · Candidate P3</h3>" in page_of(client, f"{base}/file/")
    assert "Ida" not in page_of(client, f"{base}/print/tables/"), "companies sit at the tables"
    client.post(f"{base}/board/let-in/", {"alias": "ventesen", "candidate": late.pk})
    assert "<strong>Liv Ventesen · Candidate late</strong>" in page_of(client, f"{base}/board/")


def test_board_is_narrowed_to_who_is_called_so(moment: Evening, visitor: Visitor) -> None:
    client, address = visitor(moment.organiser), f"/evenings/{moment.evening.pk}/board/"
    by_name = page_of(client, f"{address}?who=prøvesen+3")
    assert f'id="student-{moment.students[3].pk}"' in by_name
    assert by_name.count('<li id="') == 1
    assert page_of(client, f"{address}?who=candidate+p").count('<li id="student-') == 5
    assert page_of(client, f"{address}?who=nordlys").count('<li id="company-') == 1
    nobody = page_of(client, f"{address}?who=nowhere")
    assert nobody.count("Nobody here is called like that.") == 2


def test_candidate_reads_under_which_alias_one_is_there(moment: Evening, visitor: Visitor) -> None:
    publish(moment)
    client = visitor(moment.users[3])
    assert "You are Candidate P3 here" in page_of(client, f"/dating/students/{moment.students[3].pk}/")


def test_clock_is_for_everybody_and_names_nobody(moment: Evening) -> None:
    publish(moment)
    text = page_of(Client(), f"/evenings/{moment.evening.pk}/clock/")
    assert text.count("data-start=") == 4
    assert "Candidate" not in text


def test_evening_is_planned_from_its_event(vocabulary: Vocabulary, visitor: Visitor) -> None:
    event = EventFactory(kind="dating", title="Prøveaften")
    client = visitor(Role.SECRETARIAT)
    assert "Prøveaften" in page_of(client, "/evenings/")
    form = {
        "first_round_at": "2026-12-07T10:30",
        "wishes_until": "2026-12-06T10:00",
        "rounds": 4,
        "round_minutes": 12,
        "pause_minutes": 3,
        "break_after": 0,
        "break_minutes": 0,
        "tables": 20,
        "accessible_tables": 2,
        "interpreters": 0,
        "open_requests": "on",
        "request_days": 5,
    }
    answer = client.post(f"/evenings/of-event/{event.pk}/save/", form | {"rounds": 40})
    assert answer.status_code == 422
    assert "minutes after the event" in answer.content.decode()
    assert client.post(f"/evenings/of-event/{event.pk}/save/", form | {"request_days": 15}).status_code == 422
    client.post(f"/evenings/of-event/{event.pk}/save/", form)
    evening = event.dating_evening
    assert (evening.rounds, evening.open_requests, evening.request_days) == (4, True, 5)
    assert re.search(r'name="open_requests"[^>]* checked', page_of(client, f"/evenings/of-event/{event.pk}/"))


@pytest.mark.parametrize("name", [*ORGANISER_PAGES, "version/?number=1"])
def test_page_of_the_organiser_takes_as_many_queries_for_more(
    moment: Evening, visitor: Visitor, name: str
) -> None:
    publish(moment)
    client, address = visitor(moment.organiser), f"/evenings/{moment.evening.pk}/{name}"
    counts = []
    for _more in range(2):
        client.get(address)
        with CaptureQueriesContext(connection) as found:
            client.get(address)
        counts.append(len(found))
        for _ in range(3):
            DatingStudentFactory(evening=moment.evening)
            DatingCompanyFactory(evening=moment.evening)
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("who", "address"),
    [
        (lambda moment: moment.recruiters[0], lambda moment: f"/dating/companies/{moment.companies[0].pk}/"),
        (
            lambda moment: moment.recruiters[0],
            lambda moment: f"/dating/companies/{moment.companies[0].pk}/wishes/",
        ),
        (lambda moment: moment.users[0], lambda moment: f"/dating/students/{moment.students[0].pk}/wishes/"),
        (lambda moment: moment.users[0], lambda moment: f"/dating/students/{moment.students[0].pk}/"),
        (lambda moment: moment.organiser, lambda moment: "/evenings/"),
    ],
)
def test_other_pages_take_as_many_queries_for_more(
    moment: Evening,
    visitor: Visitor,
    who: Callable[[Evening], object],
    address: Callable[[Evening], str],
) -> None:
    client, counts = visitor(who(moment)), []  # type: ignore[arg-type]
    for _more in range(2):
        client.get(address(moment))
        with CaptureQueriesContext(connection) as found:
            client.get(address(moment))
        counts.append(len(found))
        for _ in range(2):
            candidate = CandidateFactory(visible_to_companies_at=NOW)
            DatingStudentFactory(evening=moment.evening, candidate=candidate)
            DatingCompanyFactory(evening=moment.evening)
            DatingEveningFactory(event__programme=moment.evening.event.programme)
    assert counts[0] == counts[1]


def test_desk_of_the_event_counts_who_is_at_the_tables(moment: Evening, visitor: Visitor) -> None:
    client, base = visitor(UserFactory()), f"/events/{moment.evening.event_id}"
    for who in (moment.companies[0], moment.students[0]):
        actions.say_presence(who=who, state=DayPresence.PRESENT, by=None, at=moment.during)
    Event.objects.update(state=EventState.HELD)
    desk = client.get(f"{base}/desk/")
    assert (desk.context["have_seats"], desk.context["came"], desk.context["engaged"]) == (5, 1, 1)
    assert "1 organisation takes part" in page_of(client, f"{base}/organisations/")


def test_who_came_is_asked_once_after_an_evening_without_a_board(moment: Evening, visitor: Visitor) -> None:
    publish(moment)
    event = moment.evening.event
    begin(moment)
    client, base = visitor(moment.organiser), f"/evenings/{moment.evening.pk}"
    assert "Evenings after which to note who came" not in page_of(client, "/today/")
    assert "not over yet" in page_of(client, f"{base}/came/")
    Event.objects.filter(pk=event.pk).update(
        state=EventState.HELD, starts_at=timezone.now() - dt.timedelta(hours=4), ends_at=timezone.now()
    )

    assert f"{base}/came/" in page_of(client, "/today/")
    assert "Note who came" in page_of(client, f"{base}/")
    desk = page_of(visitor(Role.SECRETARIAT), f"/events/{event.pk}/desk/")
    assert "not noted" in desk
    answer = client.post(
        f"{base}/came/save/",
        {"company": moment.companies[0].pk, "student": moment.students[1].pk},
        follow=True,
    )

    assert "Noted of 8 participants" in answer.content.decode()
    assert set(DayState.objects.filter(state=DayPresence.ABSENT).values_list("company", "student")) == {
        (moment.companies[0].pk, None),
        (None, moment.students[1].pk),
    }
    assert f"{base}/came/" not in page_of(client, "/today/")
    assert "not noted" not in page_of(visitor(Role.SECRETARIAT), f"/events/{event.pk}/desk/")


def test_draft_from_before_people_without_a_wish_were_named_is_made_anew_with_one_click(
    moment: Evening, visitor: Visitor
) -> None:
    lonely = DatingStudentFactory(evening=moment.evening)
    version = actions.make_version(evening=moment.evening, floor=2, by=None, at=NOW)
    client, base = visitor(moment.organiser), f"/evenings/{moment.evening.pk}"
    assert "Publish, and tell those it changes" in page_of(client, f"{base}/version/?number=1")
    for name in ("students_with_nobody_to_meet", "students_whose_wishes_cannot_be_held"):
        del version.certificate[name]  # as versions were stored before
    version.save()

    text = page_of(client, f"{base}/version/?number=1")

    assert "This version cannot be published" in text
    assert "Publish, and tell those it changes" not in text
    (floor,) = re.findall(r'name="floor" value="(\d)"', text)
    (minimum,) = re.findall(r'name="minimum" value="(\d)"', text)
    answer = client.post(f"{base}/timetable/make/", {"floor": floor, "minimum": minimum}, follow=True)
    assert "Version 2 is made" in answer.content.decode()
    assert lonely.candidate.alias in answer.content.decode()
    client.post(f"{base}/version/publish/", {"number": 2})
    assert TimetableVersion.objects.in_force().get().number == 2


def test_draft_that_a_new_rule_contradicts_offers_to_be_made_anew(moment: Evening, visitor: Visitor) -> None:
    actions.make_version(evening=moment.evening, by=None, at=NOW)
    talk = Appointment.objects.filter(version__number=1)[0]
    actions.set_rule(student=talk.student, company=talk.company, kind=RuleKind.NEVER, by=None, at=NOW)
    text = page_of(visitor(moment.organiser), f"/evenings/{moment.evening.pk}/version/?number=1")
    assert "Make it anew with the same settings" in text
