"""`manage.py load_demo`: fills an empty product; repeating it changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.classifications.actions import vocabulary as vocabulary_actions
from brobygger.apps.classifications.queries import vocabulary as vocabulary_queries
from brobygger.apps.matching.models import MatchRun
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.models import Programme
from brobygger.cli.management.commands import load_demo
from brobygger.data import demo_files
from brobygger.data.taxonomies import write_taxonomy
from tests.core.skills.small import small
from tests.data.test_demo_files import folder


@pytest.fixture
def demo(tmp_path: Path, db: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demo of one company, one ad and one CV, read with a small vocabulary."""
    vocabulary = tmp_path / "small.taxonomy"
    write_taxonomy(vocabulary, small())
    for module in (vocabulary_actions, vocabulary_queries):
        monkeypatch.setattr(module, "COMPILED", vocabulary)
    path = folder(tmp_path / "demo")
    monkeypatch.setattr(load_demo, "read_demo", lambda: demo_files.read_demo(path))
    return path


def test_load_demo_fills_an_empty_product(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_demo")

    assert "1 candidates, 1 companies and 1 opportunities" in capsys.readouterr().out
    assert set(User.objects.values_list("role", flat=True)) == set(Role)
    student, company = User.objects.get(username="student"), User.objects.get(username="company")
    assert student.check_password("demo")
    candidate = Candidate.objects.get(alias="Talent 001")
    assert (candidate.user, candidate.identity.name) == (student, "Ida Prøvesen")
    assert candidate.preference.home_name == "Viborg"
    assert candidate.is_visible_to_companies
    opportunity = Opportunity.objects.get(code="nb-01")
    assert (opportunity.title, opportunity.state, opportunity.kind) == ("Sveiser", "open", "job")
    assert list(opportunity.organisation.contacts.all()) == [company]
    translation = opportunity.translations.get()
    assert (translation.language, translation.title, translation.translator) == ("en", "Welder", "machine")
    programme = Programme.objects.get()
    assert list(programme.candidates.all()) == [candidate]
    partnership = programme.partnerships.get()
    assert (partnership.organisation.code, partnership.is_lead) == ("uni", True)
    assert [one.username for one in partnership.organisation.contacts.all()] == ["partner"]
    assert MatchRun.objects.get().candidate_count == 1


def test_load_demo_repeated_changes_nothing(demo: Path) -> None:
    call_command("load_demo")
    entries = AuditEntry.objects.count()

    call_command("load_demo")

    assert AuditEntry.objects.count() == entries
    assert MatchRun.objects.count() == 1


def test_load_demo_matches_again_after_a_change(demo: Path) -> None:
    call_command("load_demo")
    cv = demo / "candidates" / "001.md"
    cv.write_text(cv.read_text(encoding="utf-8") + "\nSvejsning i 3 år\n", encoding="utf-8")

    call_command("load_demo")

    assert MatchRun.objects.count() == 2
    assert Candidate.objects.count() == 1


def test_load_demo_refuses_outside_of_a_demo(demo: Path, settings: object) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="BROBYGGER_DEMO"):
        call_command("load_demo")

    assert not User.objects.exists()


def test_load_demo_names_the_file_that_is_wrong(demo: Path) -> None:
    (demo / "candidates" / "001.md").write_text("no fields", encoding="utf-8")
    with pytest.raises(CommandError, match="001.md: must start with fields"):
        call_command("load_demo")

    assert not Candidate.objects.exists()
