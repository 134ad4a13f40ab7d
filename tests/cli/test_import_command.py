"""`brobygger import` shows what would change, and does it only when told to; the page comes to the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from brobygger.apps.organisations.models import Organisation
from brobygger.apps.people.models import CandidateIdentity
from brobygger.apps.programmes.enums import ImportKind
from brobygger.apps.programmes.queries import plan_table
from brobygger.cli.main import main
from tests.apps.conftest import vocabulary, vocabulary_file  # noqa: F401 - fixtures are found by name

TABLE = "Navn;CVR;By\nNordlys;12345674;Horsens\nForkert;12345678;\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "virksomheder.csv"
    path.write_text(TABLE, encoding="cp1252")
    return path


def test_dry_run_says_what_would_change_and_changes_nothing(
    db: None, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "organisations", str(file), "--language", "da"]) == 1

    out, err = capsys.readouterr()
    assert "2\tNordlys\tnumber\t– → 12345674" in out
    assert "1 new, 0 changed, 0 unchanged, 1 refused" in out
    assert "3\tCVR\t»12345678« er ikke et CVR-nummer" in err
    assert not Organisation.objects.exists()


def test_applied_as_the_page_shows_it(db: None, file: Path) -> None:
    seen = plan_table(ImportKind.ORGANISATIONS, file.read_bytes(), language="en")

    assert main(["import", "organisations", str(file), "--apply"]) == 1
    assert main(["import", "organisations", str(file), "--apply"]) == 1

    assert Organisation.objects.count() == seen.counts["new"] == 1


def test_candidates(vocabulary: object, tmp_path: Path) -> None:  # noqa: F811
    path = tmp_path / "people.csv"
    path.write_text("name,email\nIda Prøvesen,ida@example.com\n", encoding="utf-8")

    assert main(["import", "candidates", str(path), "--apply"]) == 0

    assert CandidateIdentity.objects.get().email == "ida@example.com"


@pytest.mark.parametrize(("content", "said"), [(b"", "The file is empty."), (b"Navn;Land\n", "no row below")])
def test_what_is_no_table_is_said(
    db: None, tmp_path: Path, content: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)

    assert main(["import", "organisations", str(path)]) == 1
    assert said in capsys.readouterr().err


def test_missing_file_is_said(db: None, tmp_path: Path) -> None:
    assert main(["import", "organisations", str(tmp_path / "none.csv")]) == 1
