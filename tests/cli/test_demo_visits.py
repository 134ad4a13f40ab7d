"""The outreach of the demo: there once, whole, and invented."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.outreach import queries
from brobygger.apps.outreach.models import Call, RegisteredCompany, TargetList, Visit, VisitSlot
from brobygger.apps.programmes.models import Programme
from brobygger.cli.demo.visits import VISITS
from tests.scenarios.small_demo import small_demo


def test_demo_has_an_outreach_and_repeating_it_changes_nothing(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_demo(monkeypatch, people=2)
    entries = AuditEntry.objects.count()

    call_command("load_demo", verbosity=0)

    assert AuditEntry.objects.count() == entries
    assert RegisteredCompany.objects.count() == 60
    assert TargetList.objects.get().targets.filter(excluded="").exists()
    agency = User.objects.get(username="agency")
    assert Call.objects.filter(batch__agents=agency).count() == 12
    assert VisitSlot.objects.exclude(call=None).count() == 1
    programme = Programme.objects.get(code="interresource")
    assert queries.visit_count(programme) == Visit.objects.filter(state="done").count() > 0


def test_informal_talk_is_the_worry_of_most_demo_visits() -> None:
    assert len(VISITS) == 12
    assert sum("informal-talk" in worries for _, worries, _ in VISITS) == 10
