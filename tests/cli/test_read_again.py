"""`brobygger read-again`: counts first, adds with --apply, and finds nothing the second time."""

from __future__ import annotations

import pytest

from brobygger.apps.people.models import CandidateFact
from brobygger.cli import main
from tests.apps.conftest import vocabulary, vocabulary_file  # noqa: F401 - fixtures are found by name
from tests.apps.people.test_rereading import older

pytestmark = pytest.mark.usefixtures("vocabulary")


def test_new_kinds_are_counted_then_added_once(capsys: pytest.CaptureFixture[str]) -> None:
    older()
    graduations = CandidateFact.objects.filter(kind="graduation")

    assert main.main(["read-again"]) == 0
    said = capsys.readouterr()
    assert said.out.split() == ["graduation", "1"]
    assert "Nothing was changed" in said.err
    assert not graduations.exists()

    assert main.main(["read-again", "--apply"]) == 0
    assert graduations.count() == 1
    capsys.readouterr()
    assert main.main(["read-again", "--apply"]) == 0
    assert capsys.readouterr().err == "0 CVs read, 0 of them say something new.\n"
