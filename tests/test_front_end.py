"""The front-end files: pinned by sums, fetched from nowhere that is written down."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools import fetch_front_end

ROOT = Path(__file__).resolve().parent.parent


def test_lock_file_names_no_place_to_download_from():
    text = (ROOT / "package-lock.json").read_text(encoding="utf-8")

    assert '"resolved"' not in text
    assert "://" not in text


def test_lock_file_pins_every_package_by_its_sum():
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]

    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_constraints_name_no_place_to_download_from():
    assert "://" not in (ROOT / "constraints.txt").read_text(encoding="utf-8")


def test_fetched_files_are_the_ones_that_were_accepted():
    if not fetch_front_end.VENDOR.exists():
        pytest.skip("`make static` has not fetched the front-end files")

    assert fetch_front_end.sums() == json.loads(fetch_front_end.SUMS.read_text(encoding="utf-8"))


def test_licences_come_with_the_files():
    accepted = json.loads(fetch_front_end.SUMS.read_text(encoding="utf-8"))
    folders = {name.split("/")[0] for name in accepted}

    assert {f"{folder}/LICENSE" for folder in folders} <= accepted.keys()


def test_copy_leaves_out_the_reference_to_a_source_map(tmp_path):
    (tmp_path / "a.js").write_text("run();\n//# sourceMappingURL=a.js.map\n", encoding="utf-8")
    (tmp_path / "a.css").write_text("p{}\n/*# sourceMappingURL=a.css.map */\n", encoding="utf-8")

    for name in ("a.js", "a.css"):
        fetch_front_end.copy(tmp_path / name, tmp_path / "out" / name)
        assert "sourceMappingURL" not in (tmp_path / "out" / name).read_text(encoding="utf-8")
