"""
Write docs/images: what a candidate, a company, the secretariat and a partner see in the demo, in Danish and English.

It serves a demo of its own in a throw-away folder, or takes the pictures of one that runs (`--address`), and needs a
Chromium. A picture is named by what it shows, its language, and phone, desk or dark. Pages of docs use every one of
them; `tests/test_docs.py` says which they do not, and which they miss.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
SIZES = {"phone": (390, 844), "desk": (1280, 900), "dark": (1280, 900)}
LOCALES = {"en": "en-GB", "da": "da-DK"}
COLOURS = 128  # of a picture: what a page of text and a few chips has
LARGEST = 150_000  # bytes of one picture
PATIENCE = 300  # seconds until the demo is filled on a slow machine
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
TO_TOP = """found => window.scrollTo({
    top: found.getBoundingClientRect().top + window.scrollY - 12, behavior: "instant",
})"""
Walk = Callable[[Page], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """
    Args:
        name: what it shows.
        path: of the page that the walk begins at.
        size: phone, desk, or dark (a desk in dark colours).
        walk: what is done there.
        at: what stands at the top of the picture; without it, the top of the page.
    """

    name: str
    path: str
    size: str
    walk: Walk = lambda _: None
    at: str = ""


def opening(*selectors: str) -> Walk:
    """Press one after another."""

    def walk(page: Page) -> None:
        for selector in selectors:
            page.locator(selector).first.click()
            _settle(page)

    return walk


def turn_a_dial(page: Page) -> None:
    """Open the ad, and choose the step of its language-need X-ray that lets most people in."""
    opening("#found a.card-link")(page)
    dials = page.locator("fieldset.xray label:has(input[type=radio]):has(.gain.more)")
    gains = [int(re.sub(r"\D", "", gain)) for gain in dials.locator(".gain").all_inner_texts()]
    dials.nth(gains.index(max(gains))).click()
    _settle(page)


def _settle(page: Page) -> None:
    """Wait for the page or the part of it that comes."""
    page.wait_for_timeout(400)
    page.wait_for_load_state("networkidle")


SCENES: dict[str, tuple[Scene, ...]] = {
    "student": (
        Scene("notice", "/my-page/ranking/", "phone"),
        Scene("my-page", "/my-page/", "desk"),
        Scene("my-page", "/my-page/", "dark"),
        Scene("what-we-know", "/my-page/profile/", "phone", opening("#skill .known summary"), "#skill"),
        Scene("what-i-look-for", "/my-page/wishes/?step=work", "phone"),
        Scene("why-this-place", "/my-page/", "phone", opening("li.candidate a")),
        Scene("who-may-see-me", "/my-page/privacy/", "phone", opening("main details summary")),
        Scene("evening-talks", "/dating/", "phone", opening("main a[href*='/dating/students/']")),
        Scene(
            "evening-wishes",
            "/dating/",
            "phone",
            opening("main a[href*='/dating/students/']", "main a[href$='/wishes/']"),
        ),
    ),
    "company": (
        Scene("answers", "/applications/", "desk"),
        Scene("application", "/applications/", "phone", opening("main ul.rows a")),
        Scene(
            "opportunity-form",
            "/my-company/",
            "desk",
            opening("main ul.rows a", "a[href$='/edit/']"),
            "#xray",
        ),
    ),
    "secretary": (
        Scene("today", "/today/", "desk"),
        Scene("x-ray", "/opportunities/?text=spildevandsrensning", "desk", turn_a_dial, ".reach-section"),
        Scene("history", "/candidates/", "desk", opening("#found a.card-link", "a[href*='/history/']")),
        Scene(
            "evening-dial",
            "/evenings/",
            "desk",
            opening("main a:text-is('Company Dating')", "main a[href$='/timetable/']"),
        ),
        Scene(
            "evening-board",
            "/evenings/",
            "phone",
            opening("main a:text-is('Company Dating')", "main a[href$='/board/']"),
        ),
        Scene("market", "/pool/markets/?text=Brazilian+Portuguese%2C+Python", "desk"),
    ),
    "partner": (
        Scene("partner-candidates", "/candidates/", "desk"),
        Scene("partner-company", "/companies/", "phone", opening("#found a.card-link")),
        Scene(
            "partner-opportunity",
            "/opportunities/",
            "desk",
            opening("#found a.card-link", "li.candidate summary"),
            "#reach",
        ),
    ),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--address", help="of a demo that runs already; it is left in the state that walks leave"
    )
    parser.add_argument("--only", default="", help="a part of the names of pictures to take")
    arguments = parser.parse_args()
    with _demo(arguments.address) as address, sync_playwright() as playwright:
        program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        written = [*_take_all(browser, address, arguments.only)]
        browser.close()
    if not arguments.only:
        for old in set(IMAGES.glob("*.png")) - set(written):
            old.unlink()
    total = sum(picture.stat().st_size for picture in written)
    print(f"written: {len(written)} pictures, {total // 1000:,} kB, in {IMAGES.relative_to(ROOT)}")


def _take_all(browser: Browser, address: str, only: str) -> Iterator[Path]:
    for role, scenes in SCENES.items():
        for language, locale in LOCALES.items():
            for scene in scenes:
                picture = IMAGES / f"{scene.name}-{language}-{scene.size}.png"
                if only not in picture.name:
                    continue
                width, height = SIZES[scene.size]
                context = browser.new_context(
                    locale=locale,
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if scene.size == "dark" else "light",
                    reduced_motion="reduce",
                )
                page = context.new_page()
                page.goto(f"{address}/log-in/")
                page.locator(f"button[name=user][value={role}]").click()
                page.goto(f"{address}{scene.path}")
                if scene.path == "/my-page/" and page.url.endswith("/ranking/"):
                    page.locator("button[name=said][value=yes]").click()
                scene.walk(page)
                if scene.at:
                    page.locator(scene.at).first.evaluate(TO_TOP)
                page.mouse.move(0, 0)
                _save(page.screenshot(), picture)
                context.close()
                yield picture


def _save(screenshot: bytes, picture: Path) -> None:
    """
    As a PNG with few colours.

    Raises:
        ValueError: it is too large for a repository.
    """
    IMAGES.mkdir(exist_ok=True)
    few = Image.open(io.BytesIO(screenshot)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(picture, optimize=True)
    size = picture.stat().st_size
    if size > LARGEST:
        raise ValueError(f"{picture.name} has {size:,} bytes; at most {LARGEST:,}: show less of the page.")


@contextmanager
def _demo(address: str | None) -> Iterator[str]:
    """The address of a demo: the one given, or of one that is filled, served and removed here."""
    if address:
        yield address.rstrip("/")
        return
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="brobygger-screenshots-") as folder:
        environment = {**os.environ, "BROBYGGER_DATA": folder, "PYTHONPATH": str(ROOT / "src")}
        command = [sys.executable, "-m", "brobygger.cli.main", "demo", "--port", str(port)]
        server = subprocess.Popen(command, env=environment, cwd=ROOT)
        try:
            _wait(f"http://localhost:{port}/", server)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(30)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    """
    Raises:
        TimeoutError: nothing answers.
    """
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - our own server
        except URLError:
            time.sleep(0.5)
        else:
            return
    raise TimeoutError(f"The demo did not answer at {address} within {PATIENCE} seconds.")


if __name__ == "__main__":
    main()
