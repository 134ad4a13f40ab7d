"""The semester of the demo: there once, whole, and invented."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from brobygger.apps.base.models import AuditEntry
from brobygger.apps.events import queries
from brobygger.apps.events.enums import RegistrationState
from brobygger.apps.events.models import Decision, EventSession, EventTarget, InputAnswer, Registration
from tests.scenarios.small_demo import small_demo


def test_demo_has_a_semester_and_repeating_it_changes_nothing(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_demo(monkeypatch, companies=12, people=2)
    entries = AuditEntry.objects.count()

    call_command("load_demo", verbosity=0)

    assert AuditEntry.objects.count() == entries
    (count,) = queries.series_counts()
    assert (count.held, count.planned, count.too_few) == (5, 6, 1)
    states = list(
        Registration.objects.filter(event__code="cv-vaerksted")
        .order_by("number")
        .values_list("state", flat=True)
    )
    assert states == [RegistrationState.CONFIRMED] * 10 + [RegistrationState.WAITING] * 5
    target = EventTarget.objects.get()
    labels = {one.position: one.label for one in target.programme.targets.all()}
    assert "Boston" in labels[target.position]["en"]
    assert sum(len(year.rows) for year in queries.target_years(target)) == 2
    assert (EventSession.objects.count(), InputAnswer.objects.count()) == (6, 6)
    assert Decision.objects.filter(state="open").count() == 2
