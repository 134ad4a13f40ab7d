"""A candidate's walk to an adviser and back, on the pages; the guides; the steps of an intake."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from brobygger.apps.advice.models import AdviceAppointment, AdviceCase, AdviceComment, StepDone, TrackStep
from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import Message
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.people.models import CandidateDocument
from tests.factories import (
    AdviceCaseFactory,
    AdviceTimeFactory,
    AdviceVersionFactory,
    CandidateFactory,
    IntakeTrackFactory,
    ProgrammeFactory,
    TrackStepFactory,
    UserFactory,
)
from tests.factories.advice import TEXT
from tests.web.conftest import Visitor

pytestmark = pytest.mark.django_db


def soon(adviser: Any, days: int = 3, **more: Any) -> Any:
    return AdviceTimeFactory(adviser=adviser, starts_at=now() + dt.timedelta(days=days), **more)


def test_text_goes_to_an_adviser_and_comes_back_better(vocabulary: Vocabulary, visitor: Visitor) -> None:
    adviser = UserFactory(role=Role.SECRETARIAT, email="r@raad.example", first_name="Rita")
    user = UserFactory(role=Role.CANDIDATE, email="c@candidates.example", language="en")
    candidate, time, later = CandidateFactory(user=user), soon(adviser), soon(adviser, 4)
    own, desk = visitor(user), visitor(adviser)
    assert "Rita" in own.get("/my-page/advice/").content.decode()
    form = {"kind": "cv", "country": "DK", "question": "Too long?", "text": TEXT}
    refused = own.post("/my-page/advice/ask/", form)
    assert refused.status_code == 422
    assert "Choose a time" in refused.content.decode()
    own.post("/my-page/advice/ask/", {**form, "how": f"time-{time.pk}"})
    case, appointment = AdviceCase.objects.get(), AdviceAppointment.objects.get()
    page = f"/advice/texts/{case.pk}/"

    assert "Too long?" in desk.get("/advice/").content.decode()
    assert visitor(Role.SECRETARIAT).get(page).status_code == 403, "not shared with this one"
    assert "Tap a sentence" in desk.get(f"{page}?version=1&sentence=0").content.decode()
    desk.post(f"{page}comment/", {"version": 1, "start": 0, "text": "Which pumps?"})
    comment = AdviceComment.objects.get()
    assert "Which pumps?" in own.get(page).content.decode()
    own.post(f"/advice/comments/{comment.pk}/answer/", {"answer": "Centrifugal ones."})
    own.post(f"/advice/comments/{comment.pk}/done/", {"done": "yes"})
    assert "Centrifugal ones." in desk.get(page).content.decode()

    own.post(f"{page}version/", {"text": TEXT + "Danish A2.\n"})
    html = desk.get(f"{page}compare/").content.decode()
    assert "Danish A2" in html.split("In addition")[1].split("Sentence by sentence")[0]
    own.post(f"{page}use/")
    assert "Danish A2." in CandidateDocument.objects.get(candidate=candidate).text

    own.post(f"/advice/appointments/{appointment.pk}/move/", {"time": later.pk})
    calendar = own.get(f"/advice/appointments/{appointment.pk}/appointment.ics").content.decode()
    assert f"UID:advice-{appointment.pk}@" in calendar
    assert "SEQUENCE:1" in calendar
    links = [
        line.split()[-1]
        for message in Message.objects.filter(to_user=user, subject__contains="Rita").order_by("pk")
        for line in message.text.splitlines()
        if line.startswith("Cancel the appointment")
    ]
    visit = visitor(UserFactory(role=Role.COMPANY))  # a link acts for its own user, whoever is logged in
    old, new = (link[link.index("/t/") :] for link in links)
    assert visit.post(f"{old}do/").status_code == 409, "it was moved since"
    assert visit.post(f"{new}do/").status_code == 200
    assert not AdviceAppointment.objects.get().is_booked

    own.post(f"{page}end/")
    assert desk.get(page).status_code == 403
    own.post(f"{page}remove/")
    assert not AdviceCase.objects.exists()


def test_lists_of_an_adviser_cost_the_same_for_three(visitor: Visitor) -> None:
    adviser, counts = UserFactory(role=Role.SECRETARIAT), []
    client = visitor(adviser)
    for number in (1, 2):
        for _ in range(number):
            AdviceVersionFactory(case=AdviceCaseFactory(adviser=adviser))
            soon(adviser)
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/advice/").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_adviser_offers_times_and_is_told_what_is_wrong(visitor: Visitor) -> None:
    client, programme = visitor(Role.SECRETARIAT), ProgrammeFactory()
    day = (now() + dt.timedelta(days=5)).date().isoformat()
    said = {
        "programme": programme.pk,
        "day": day,
        "times": "9, 9.30",
        "minutes": 30,
        "form": "place",
        "where": "B2",
    }
    assert client.post("/advice/times/offer/", {**said, "times": "25"}).status_code == 422
    assert client.post("/advice/times/offer/", said).status_code == 302
    again = client.post("/advice/times/offer/", said)
    assert "not free then" in again.content.decode()


def test_guides_are_open_to_all_with_documents_to_begin_from(visitor: Visitor, client: Any) -> None:
    assert "first-name terms" in client.get("/guides/DK/", headers={"accept-language": "en"}).content.decode()
    assert "på fornavn" in client.get("/guides/DK/", headers={"accept-language": "da"}).content.decode()
    document = client.get("/guides/SE/application/sv/odt/")
    assert document.headers["Content-Disposition"] == 'attachment; filename="application-se-sv.odt"'
    assert client.get("/guides/XX/").status_code == 404
    assert client.get("/guides/SE/application/sv/exe/").status_code == 404


def test_intake_is_planned_joined_and_ticked_off(visitor: Visitor) -> None:
    programme, candidate = ProgrammeFactory(), CandidateFactory(user=UserFactory(role=Role.CANDIDATE))
    programme.candidates.add(candidate)
    desk, own = visitor(Role.SECRETARIAT), visitor(candidate.user)
    track = {"name": "The first weeks", "kind": "introduction", "intake": "2026-autumn"}
    made = desk.post(f"/programmes/{programme.pk}/tracks/make/", track, follow=True)
    desk.post(f"{made.redirect_chain[-1][0]}steps/add/", {"title": "Get a digital ID", "day": "2026-09-01"})
    step = TrackStep.objects.get()

    assert "2026-autumn" in own.get("/my-page/track/").content.decode()
    own.post("/my-page/track/join/", {"programme": programme.pk, "intake": "2026-autumn"})
    assert "Get a digital ID" in own.get("/my-page/track/").content.decode()
    own.post("/my-page/track/tick/", {"step": step.pk, "done": "yes"})
    assert StepDone.objects.get().candidate == candidate
    other = TrackStepFactory(track=IntakeTrackFactory(intake="2025-autumn"))
    assert own.post("/my-page/track/tick/", {"step": other.pk, "done": "yes"}).status_code == 404
    assert "Get a digital ID" in desk.get("/tracks/").content.decode()
    desk.post(f"/tracks/steps/{step.pk}/remove/")
    assert not StepDone.objects.exists()
