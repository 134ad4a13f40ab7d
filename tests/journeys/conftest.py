"""What browser walks share: a visitor whose pages may not fail, and what every page must be."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from http.cookies import SimpleCookie
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page
    from pytest_django.live_server_helper import LiveServer

SCREENSHOTS = Path(__file__).resolve().parents[2] / "build" / "screenshots"
WHOLE = os.environ.get("BROBYGGER_JOURNEYS") == "all"
ON_POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")
VIOLATIONS_ALONE = {
    "resultTypes": ["violations"]
}  # the selectors of all that passed take long, and nobody reads them
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], **VIOLATIONS_ALONE}
OF_COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    **VIOLATIONS_ALONE,
}
"""Those of `RULES` whose answer hangs on the colours: the others say the same in light and in dark."""


NO_NETWORK = "503 (Service Unavailable)"
"""What a browser says of a request that `Network` lets nowhere; no view of the product answers so."""


def picture(page: Page, name: str) -> None:
    """Leave the page in build/screenshots as it looks in light and dark; with `make journeys`, for whoever wants to look."""
    if not WHOLE:
        return
    size = page.viewport_size
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.screenshot(
            path=SCREENSHOTS / f"{name}-{size['width'] if size else 0}-{scheme}.png", full_page=True
        )
    page.emulate_media(color_scheme=None)


def wait_for_answers(seconds: float = 10) -> None:
    """A page may ask in the moment in which it is closed: emptying the tables would wait for that answer, and it for them."""
    from django.db import connection

    end = time.monotonic() + seconds
    with connection.cursor() as cursor:
        while time.monotonic() < end:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'"
            )
            if cursor.fetchone() == (0,):
                return
            time.sleep(0.1)


class Network:
    """
    The way from browsers to the server, which can be gone for one that has logged in, and come back.

    Playwright's `set_offline` tells a page that it is offline, but in the moment in which a page is loaded anew a
    request may still get through (seen in 4 of 150 loads): the server therefore answers 503 to that session, too.
    """

    def __init__(self, live_server: LiveServer) -> None:
        self.live_server, self.serve = live_server, live_server.thread.httpd.get_app()
        self.lost: set[str] = set()
        live_server.thread.httpd.set_app(self)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        cookie = SimpleCookie(environ.get("HTTP_COOKIE", "")).get(settings.SESSION_COOKIE_NAME)
        if cookie is None or cookie.value not in self.lost:
            return self.serve(environ, start_response)
        start_response("503 Service Unavailable", [("Content-Length", "0")])
        return []

    def _session(self, page: Page) -> str:
        cookies = page.context.cookies(self.live_server.url)
        return next(one["value"] for one in cookies if one["name"] == settings.SESSION_COOKIE_NAME)

    def fails(self, page: Page) -> None:
        """There is a network, but the server says only that it cannot."""
        self.lost.add(self._session(page))

    def gone(self, page: Page) -> None:
        self.fails(page)
        page.context.set_offline(True)

    def back(self, page: Page) -> None:
        self.lost.remove(self._session(page))
        page.context.set_offline(False)


@pytest.fixture
def network(live_server: LiveServer) -> Iterator[Network]:
    network = Network(live_server)
    yield network
    live_server.thread.httpd.set_app(network.serve)


@pytest.fixture
def visit(
    live_server: LiveServer, browser: Browser, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """
    Opens pages of the server; afterwards nothing may have failed or come from another host.

    With `make journeys` the last page of each walk is left as a picture, too.
    """
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def is_wrong(message: ConsoleMessage) -> bool:
        return message.type == "error" and NO_NETWORK not in message.text

    def open_page(path: str, **context: Any) -> Page:
        contexts.append(browser.new_context(**{"locale": "en", **context}))
        page = contexts[-1].new_page()
        page.on("console", lambda message: wrong.append(message.text) if is_wrong(message) else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url.startswith(live_server.url) else wrong.append(request.url),
        )
        page.goto(f"{live_server.url}{path}")
        return page

    yield open_page
    for number, context in enumerate(contexts):
        name = re.sub(r"\W+", "-", request.node.name).strip("-")
        picture(context.pages[-1], f"{name}-{number}")
        context.close()
    if ON_POSTGRESQL:
        wait_for_answers()
    assert wrong == []


@pytest.fixture
def assert_fit_for_all() -> Callable[[Page], None]:
    """
    Accessible (WCAG 2.0 to 2.2, A and AA), and no wider than the screen.

    In dark, too, on the catalogue, which shows every component in its colours; with `make journeys` on every page.
    On PostgreSQL only the width is looked at: axe sees the page, not the database, and saw the same one on SQLite; it
    takes nearly half of a walk.
    """

    def check(page: Page) -> None:
        dark = (("dark", OF_COLOURS),) if WHOLE or page.url.endswith("/components/") else ()
        for scheme, rules in (("light", RULES), *dark) if not ON_POSTGRESQL else ():
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page, options=rules)
            assert found.violations_count == 0, f"{page.url}, {scheme}:\n{found.generate_report()}"
        page.emulate_media(color_scheme=None)
        size = page.viewport_size
        assert size is not None
        assert page.locator("html").evaluate("page => page.scrollWidth") <= size["width"]

    return check


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """
    Tell where a walk failed without parsing the sources.

    Python 3.11 can lose count of its recursion where the parser runs after a switch of greenlets, on which Playwright
    stands ("AST constructor recursion depth mismatch"): instead of one failed walk the whole run would end.
    """
    before, item.config.option.tbstyle = item.config.option.tbstyle, "native"
    try:
        return (yield)
    finally:
        item.config.option.tbstyle = before


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """
    On a phone always, at a desk with `make journeys`: the narrow page is the harder one, and a walk takes long.

    Where a page is not there within half a minute, the walk is tried once more, and the summary says so: this was seen
    once, on a page that takes half a second, and its cause was not found. What the product does wrong is wrong twice.
    """
    for item in items:
        if item.get_closest_marker("journey"):
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=[r"Timeout \d+ms exceeded"]))
    if WHOLE:
        return
    wide = [item for item in items if item.name.endswith(("[1280]", "[desk]"))]
    if wide:
        config.hook.pytest_deselected(items=wide)
        items[:] = [item for item in items if item not in wide]
