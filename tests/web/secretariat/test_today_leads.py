"""A company that said yes after a talk and does not write stands on the page of the day."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils.timezone import localdate, now

from brobygger.apps.base.enums import Role
from brobygger.apps.events.models import DatingLead
from tests.factories import DatingCompanyFactory, DatingEveningFactory, DatingStudentFactory
from tests.web.conftest import Visitor


@pytest.mark.django_db
def test_overdue_lead_is_due_today_and_one_that_is_not_is_not(visitor: Visitor) -> None:
    evening, today = DatingEveningFactory(), localdate()
    for name, due in (("Sen A/S", -1), ("Rettidig A/S", 2)):
        company = DatingCompanyFactory(evening=evening, organisation__name=name)
        DatingLead.objects.create(
            student=DatingStudentFactory(evening=evening),
            company=company,
            made_at=now(),
            due_date=today + dt.timedelta(days=due),
        )

    html = visitor(Role.SECRETARIAT).get("/today/").content.decode()

    assert "Sen A/S" in html
    assert "Rettidig A/S" not in html
