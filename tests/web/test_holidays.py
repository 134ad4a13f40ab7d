"""Public holidays on pages: none is proposed, and whoever chooses one is told its name."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import translation

from brobygger.apps.base.enums import Role
from brobygger.apps.events.models import Event
from brobygger.apps.outreach.models import VisitSlot
from brobygger.data.public_holidays import CATEGORIES, holidays_on
from brobygger.web import holidays
from brobygger.web.advising import times
from brobygger.web.visiting import slots
from tests.factories import EventFactory, EventSeriesFactory, PartnershipFactory, ProgrammeFactory
from tests.web.conftest import Visitor


def test_every_holiday_of_twenty_years_has_words_of_ours() -> None:
    first = dt.date(2020, 1, 1)
    days = [first + dt.timedelta(days=number) for number in range(20 * 366)]
    found = {name for country in CATEGORIES for day in days for name in holidays_on(day, country)}
    assert found == set(holidays.NAMES)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Norway's Constitution Day, Whit Monday"),
        ("da", "Norges nationaldag, 2. pinsedag"),
        ("nb", "Grunnlovsdagen, 2. pinsedag"),
        ("sv", "Norges nationaldag, Annandag pingst"),
    ],
)
def test_holiday_is_named_in_the_language_of_the_reader(language: str, said: str) -> None:
    with translation.override(language):
        assert holidays.holiday(dt.date(2027, 5, 17), "NO") == said


@pytest.mark.parametrize(
    ("day", "country", "proposed"),
    [
        ("2027-03-25", "DK", "2027-03-30"),  # from Maundy Thursday to the Tuesday after Easter
        ("2027-03-25", "SE", "2027-03-25"),
        ("2028-05-17", "NO", "2028-05-18"),
        ("2028-05-17", "DK", "2028-05-17"),
        ("2026-11-28", "DK", "2026-11-30"),
    ],
)
def test_working_day_is_after_weekends_and_holidays(day: str, country: str, proposed: str) -> None:
    assert holidays.working_day(dt.date.fromisoformat(day), country) == dt.date.fromisoformat(proposed)


@pytest.mark.django_db
@pytest.mark.parametrize(("country", "proposed"), [("NO", "2028-05-18"), ("DK", "2028-05-17")])
def test_times_for_visits_are_proposed_by_the_country_of_the_lead(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, country: str, proposed: str
) -> None:
    PartnershipFactory(organisation__country=country, is_lead=True)
    monkeypatch.setattr(slots, "localdate", lambda: dt.date(2028, 5, 10))
    assert f'value="{proposed}"' in visitor(Role.SECRETARIAT).get("/slots/").content.decode()


@pytest.mark.django_db
def test_times_for_advice_are_not_proposed_on_a_holiday(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(times, "localdate", lambda: dt.date(2027, 3, 24))
    assert 'value="2027-03-30"' in visitor(Role.SECRETARIAT).get("/advice/").content.decode()


@pytest.mark.django_db
def test_time_that_is_offered_on_a_holiday_stands_and_is_told(visitor: Visitor) -> None:
    programme = ProgrammeFactory()
    fields = {"programme": programme.pk, "day": "2032-12-24", "times": "9", "minutes": 60}
    PartnershipFactory(programme=programme, organisation__country="SE", is_lead=True)

    answer = visitor(Role.SECRETARIAT).post("/slots/offer/", fields, follow=True)

    assert "is a public holiday: Christmas Eve." in answer.content.decode()
    assert VisitSlot.objects.count() == 1


@pytest.mark.django_db
def test_event_on_a_holiday_is_told_and_marked_in_the_plan(visitor: Visitor) -> None:
    office, series = visitor(Role.SECRETARIAT), EventSeriesFactory()
    said = {
        "title": "Fair", "kind": "large", "audience": "everybody", "series": series.pk, "language": "en",
        "starts_at": "2031-05-22T17:00", "ends_at": "2031-05-22T20:00", "time_zone": "Europe/Copenhagen",
        "city": "Aarhus", "country": "DK", "offer_hours": "24", "takes_registrations": "on",
    }  # fmt: skip

    answer = office.post(f"/programmes/{series.programme.pk}/events/add/", said, follow=True)

    assert "is a public holiday: Ascension Day." in answer.content.decode()
    assert Event.objects.count() == 1
    assert "<strong>Ascension Day</strong>" in office.get("/event-plan/").content.decode()


@pytest.mark.django_db
def test_day_is_that_of_the_place_of_the_event() -> None:
    """Late on Christmas Eve in Oslo is Christmas Day in the time of the server, and the other way round."""
    event = EventFactory.build(
        starts_at=dt.datetime(2031, 12, 24, 23, 30, tzinfo=dt.UTC), time_zone="Europe/Oslo", country="NO"
    )
    assert holidays.holiday_of(event) == "Christmas Day"
