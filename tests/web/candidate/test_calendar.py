"""A candidate's own calendar: read without a log-in, by nobody without the address, revoked at once."""

from __future__ import annotations

import datetime as dt
import html as entities
import re

from django.test import Client
from django.utils.timezone import localdate
from icalendar import Calendar

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.opportunities.models import Opportunity
from tests.factories import UserFactory
from tests.scenarios.first_match import FirstMatch
from tests.web.conftest import Visitor


def of(moment: FirstMatch) -> User:
    user = UserFactory(role=Role.CANDIDATE)
    moment.developer.user = user
    moment.developer.save()
    return user


def address_on(client: Client) -> str:
    client.post("/my-page/calendar/renew/")
    html = client.get("/my-page/calendar/").content.decode()
    return entities.unescape(re.search(r"http://testserver(/my-page/deadlines\.ics\?key=[^<]+)<", html)[1])


def test_calendar_holds_the_deadlines_of_what_fits(moment: FirstMatch, visitor: Visitor) -> None:
    due = localdate() + dt.timedelta(days=20)
    Opportunity.objects.update(valid_through=due, date_posted=localdate())
    address = address_on(visitor(of(moment)))

    response = Client().get(address)
    summaries = [str(event["SUMMARY"]) for event in Calendar.from_ical(response.content).walk("VEVENT")]

    assert response.status_code == 200
    assert len(summaries) == 1
    assert "Software developer" in summaries[0]


def test_another_address_takes_the_place_of_the_first(moment: FirstMatch, visitor: Visitor) -> None:
    client = visitor(of(moment))
    first = address_on(client)
    second = address_on(client)

    assert first != second
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    client.post("/my-page/calendar/remove/")
    assert Client().get(second).status_code == 404
    assert (
        AuditEntry.objects.filter(action__startswith="base.re", action__endswith="calendar_address").count()
        == 3
    )


def test_a_made_up_or_foreign_key_opens_nothing(moment: FirstMatch, visitor: Visitor) -> None:
    user = of(moment)
    key = address_on(visitor(user)).partition("key=")[2]
    other = UserFactory(role=Role.CANDIDATE)
    signature = key.partition(":")[2]

    for wrong in (
        "",
        "x",
        ":",
        f"{user.pk}:",
        f"{user.pk}:x",
        f"{other.pk}:{signature}",
        "9" * 100,
        f"²:{signature}",
    ):
        assert Client().get("/my-page/deadlines.ics", {"key": wrong}).status_code == 404


def test_somebody_who_may_no_longer_log_in_has_no_calendar(moment: FirstMatch, visitor: Visitor) -> None:
    user = of(moment)
    address = address_on(visitor(user))
    User.objects.filter(pk=user.pk).update(is_active=False)

    assert Client().get(address).status_code == 404
