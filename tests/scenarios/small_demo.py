"""Some companies, ads and CVs of the demo, with its log-ins: what a browser walks through."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import replace

import pytest
from django.core.management import call_command
from django.db import connection

from brobygger.cli.management.commands import load_demo
from brobygger.data.demo_files import DemoContent, read_demo

ADS = ("da-01", "da-02", "da-03", "da-04", "en-01", "nb-01", "sv-01")
PEOPLE = 24
_copies: list[sqlite3.Connection] = []


def small_demo(monkeypatch: pytest.MonkeyPatch, *, companies: int = 0, people: int = PEOPLE) -> DemoContent:
    """
    Load the part of the demo that is read in two seconds; returns it.

    Args:
        companies: of how many companies all ads come along, those with most ads first.
        people: how many candidates come along.
    """
    whole = read_demo()
    most = Counter(one.company for one in whole.opportunities).most_common(companies)
    ads = tuple(one for one in whole.opportunities if one.code in ADS or one.company in dict(most))
    content = replace(
        whole,
        companies=tuple(one for one in whole.companies if one.code in {ad.company for ad in ads}),
        opportunities=ads,
        candidates=tuple(whole.candidates[:people]),
    )
    monkeypatch.setattr(load_demo, "read_demo", lambda: content)
    call_command("load_demo", verbosity=0)
    return content


def committed_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for a test whose rows are committed, as those in a browser are: loaded once, copied for the next."""
    connection.ensure_connection()
    here = connection.connection
    assert isinstance(here, sqlite3.Connection), "the walks in a browser run on SQLite"
    if not _copies:
        small_demo(monkeypatch)
        copy = sqlite3.connect(":memory:")
        here.backup(copy)
        _copies.append(copy)
    else:
        _copies[0].backup(here)
