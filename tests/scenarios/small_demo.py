"""Some companies, ads and CVs of the demo, with its log-ins: what a browser walks through."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from django.core.management import call_command

from brobygger.cli.management.commands import load_demo
from brobygger.data.demo_files import DemoContent, read_demo

ADS = ("da-01", "da-02", "da-03", "da-04", "en-01", "nb-01", "sv-01")
PEOPLE = 24


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
