"""What every test has: no network beyond loopback (see pyproject.toml), a browser where there is one."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings as hypothesis_settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
SHARED_DATA = ROOT.parent / "shared" / "data"
CHROMIUM_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# two shared cores decide how long an example takes, not the code; a failure prints what repeats it.
# The same examples each time: a change is judged by what it does, not by luck. `make fuzz` draws new ones.
hypothesis_settings.register_profile("same", deadline=None, max_examples=20, derandomize=True)
hypothesis_settings.register_profile("fuzz", deadline=None, max_examples=200, print_blob=True)
hypothesis_settings.load_profile(os.environ.get("BROBYGGER_EXAMPLES", "same"))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real texts beside the repository, which is never part of it."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the folder shared/data does not lie beside this repository")
    return SHARED_DATA


@pytest.fixture(autouse=True)
def _nothing_kept_from_another_test() -> None:
    """A rolled-back test leaves ids behind that the next one uses again: what the process keeps must go."""
    translation = sys.modules.get("django.utils.translation")
    if translation:  # a request leaves its language to the thread
        translation.activate("en")
    live = sys.modules.get("brobygger.apps.matching.queries.live")
    if live:
        live.forget_live()
    counted = sys.modules.get("django.core.cache")
    if counted:  # tries of logging in
        counted.cache.clear()


@pytest.fixture(autouse=True)
def _all_rows() -> Iterator[None]:
    """
    A test looks at everything, as those who run the installation do; what one user sees is asked with `in_scope`.

    A request of the test client enters the scope of its user, whatever scope it is made in.
    """
    from brobygger.apps.base.models import all_rows

    with all_rows():
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        if os.environ.get("CI"):
            pytest.fail("CI needs a Chromium: apt-get install chromium")
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    # Playwright leaves an event loop running in this thread, in which Django's database layer would refuse to work
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(CHROMIUM_FLAGS))
        yield chromium
        chromium.close()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what asks the database: all else has the same answer as on SQLite, and ran there."""
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return
    asks = {"db", "transactional_db"}
    others = [
        item
        for item in items
        if not item.get_closest_marker("django_db") and asks.isdisjoint(getattr(item, "fixturenames", ()))
    ]
    if others:
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in set(others)]
