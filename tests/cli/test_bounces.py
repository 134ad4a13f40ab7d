"""`brobygger bounces`: from files to marks."""

from __future__ import annotations

import pytest

from brobygger.apps.base.models import BouncedAddress
from brobygger.cli import main
from tests.web.secretariat.test_campaign_pages import REPORT


def test_reports_and_lists_are_marked_once(db, tmp_path, capsys):
    (tmp_path / "report.eml").write_bytes(REPORT)
    (tmp_path / "two.mbox").write_bytes(
        b"From x\n" + REPORT + b"\nFrom y\n" + REPORT.replace(b"Gone", b"away")
    )
    (tmp_path / "list.csv").write_text("address;status\nold@s.example;5.1.1\nfull@s.example;5.2.2\n")
    files = [str(tmp_path / name) for name in ("report.eml", "two.mbox", "list.csv")]

    assert main.main(["bounces", *files]) == 0
    assert "3 marked, 1 were marked before, 3 may work again" in capsys.readouterr().err
    assert {one.address for one in BouncedAddress.objects.all()} == {
        "gone@s.example",
        "away@s.example",
        "old@s.example",
    }


@pytest.mark.parametrize("content", [b"", b"nothing here"])
def test_file_without_an_address_is_an_error(tmp_path, content, capsys):
    (tmp_path / "x.txt").write_bytes(content)

    assert main.main(["bounces", str(tmp_path / "x.txt")]) == 1
    assert "neither a delivery report nor an address" in capsys.readouterr().err
