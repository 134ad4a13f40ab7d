"""
`brobygger send-campaigns` as a process of its own, on a file database, against a mail server: killed half-way, begun
again, and nobody is mailed twice or forgotten.
"""

from __future__ import annotations

import email
import email.policy
import os
import shutil
import signal
import socketserver
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

RECIPIENTS = 60
NAME = "campaign.sqlite3"
ROOT = Path(__file__).resolve().parents[2]
SET_UP = f"""
import django; django.setup()
from django.utils.timezone import now
from tests.tables import make_tables
make_tables()
from brobygger.apps.base.queries import all_rows
from brobygger.apps.outreach.actions import start_campaign
from tests.factories import CampaignFactory, ProgrammeFactory, StudentFactory
with all_rows():
    programme = ProgrammeFactory()
    for number in range({RECIPIENTS}):
        StudentFactory(programme=programme, email=f"s{{number:03}}@students.example", added_at=now())
    campaign = CampaignFactory(programme=programme, per_minute=6000, created_at=now())
    start_campaign(campaign=campaign, by=None, at=now())
"""


class Server(socketserver.ThreadingTCPServer):
    """
    A mail server that keeps what it took.

    Args:
        hangs_at: the mail of this number is taken, and the answer to it never comes: what happens to a mail is not
            known to who sent it.
        stops_at: before the mail of this number all connections are cut, and no new one is answered.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, address=("127.0.0.1", 0), hangs_at=0, stops_at=0):
        super().__init__(address, Talk)
        self.mails: list[tuple[str, str]] = []
        self.hangs_at, self.stops_at = hangs_at, stops_at
        self.hung = threading.Event()

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()


class Talk(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            self._talk()
        except OSError:
            return

    def _talk(self):
        server = self.server
        if server.stops_at and len(server.mails) >= server.stops_at:
            return
        self._say("220 ready")
        while line := self.rfile.readline().decode().strip():
            verb = line.split()[0].upper()
            if verb == "MAIL" and server.stops_at and len(server.mails) >= server.stops_at:
                return
            if verb == "DATA":
                self._say("354 go on")
                text = "".join(iter(lambda: self.rfile.readline().decode(), ".\r\n"))
                message = email.message_from_string(text, policy=email.policy.default)
                server.mails.append((message["To"], message["Message-ID"]))
                if len(server.mails) == server.hangs_at:
                    server.hung.set()
                    time.sleep(60)
            self._say("250 ok")
            if verb == "QUIT":
                return

    def _say(self, line):
        self.wfile.write(f"{line}\r\n".encode())


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """A database in a file with a started campaign: made once, copied for each test."""
    folder = tmp_path_factory.mktemp("started")
    environment = settings_of(folder)
    subprocess.run([sys.executable, "-c", SET_UP], env=environment, cwd=ROOT, check=True, capture_output=True)
    return folder / NAME


@pytest.fixture
def place(started, tmp_path):
    """The environment of an installation with such a database, and a mail server to come."""
    shutil.copy(started, tmp_path / NAME)
    return settings_of(tmp_path)


def settings_of(folder):
    return {
        **os.environ,
        "BROBYGGER_DATA": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / NAME}",
        "BROBYGGER_MAIL_HOST": "127.0.0.1",
        "BROBYGGER_MAIL_TLS": "off",
        "BROBYGGER_MAIL_PORT": "1",
        "BROBYGGER_URL": "http://localhost:8000",
        "DJANGO_SETTINGS_MODULE": "brobygger.config.settings",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }


def worker(place, server):
    command = [sys.executable, "-c", "from brobygger.cli.main import main; import sys; sys.exit(main())"]
    environment = {**place, "BROBYGGER_MAIL_PORT": str(server.server_address[1])}
    return subprocess.Popen(
        [*command, "send-campaigns", "--pause", "0.1"], env=environment, cwd=ROOT, stderr=subprocess.PIPE
    )


def rows(place, question):
    with sqlite3.connect(place["DATABASE_URL"].removeprefix("sqlite:///")) as database:
        found = database.execute(question).fetchall()
    database.close()
    return found


def an_hour_passes(place):
    """What a killed worker had claimed is taken up after an hour: its moment is moved to now."""
    question = (
        "update base_message set next_try_at = '2020-01-01' where sent_at is null and failed_at is null"
    )
    return rows(place, question)


def test_killed_worker_is_begun_again_and_nobody_is_mailed_twice(place):
    with Server(hangs_at=RECIPIENTS // 2) as server:
        first = worker(place, server)
        assert server.hung.wait(120), first.communicate()
        first.send_signal(signal.SIGKILL)
        first.communicate()
        half = len(server.mails)
        in_flight = server.mails[-1]

        second = worker(place, server)
        _, said = second.communicate(timeout=240)
        assert second.returncode == 0, said
        once = list(server.mails)
        an_hour_passes(place)
        third = worker(place, server)
        assert third.wait(120) == 0
        third.communicate()
        mails = list(server.mails)

    # the second run sent to all others, each once, and did not touch the one that nobody knows of
    assert half == RECIPIENTS // 2
    assert Counter(Counter(to for to, _ in once).values()) == {1: RECIPIENTS}
    # after an hour that one is offered again under its own key, by which a mailbox knows it: nobody has two mails
    assert mails[RECIPIENTS:] == [in_flight]
    assert len(set(mails)) == RECIPIENTS
    assert rows(place, "select state, count(*) from outreach_campaignrecipient group by state") == [
        ("sent", RECIPIENTS)
    ]
    assert rows(place, "select count(*) from base_message") == [(RECIPIENTS,)]


def test_worker_killed_at_any_moment_writes_each_mail_once(place):
    with Server() as server:
        for _ in range(2):
            one = worker(place, server)
            before, until = len(server.mails), time.monotonic() + 60
            while len(server.mails) < min(before + 12, RECIPIENTS) and time.monotonic() < until:
                time.sleep(0.002)
            one.kill()
            one.communicate()
        last = worker(place, server)
        assert last.wait(240) == 0
        last.communicate()
        an_hour_passes(place)
        again = worker(place, server)
        assert again.wait(120) == 0
        again.communicate()
        mails = list(server.mails)

    assert len({to for to, _ in mails}) == RECIPIENTS
    assert len({key for _, key in mails}) == RECIPIENTS  # one key for each, however often the worker died
    assert len(mails) <= RECIPIENTS + 2  # at most the one in flight of each kill is offered again
    assert rows(place, "select count(*) from base_message") == [(RECIPIENTS,)]


def test_mail_server_that_stops_half_way_is_taken_up_where_it_stopped(place):
    with Server(stops_at=20) as server:
        one = worker(place, server)
        _, said = one.communicate(timeout=240)
        assert one.returncode == 1
        assert b"The mail server cannot be reached" in said
        assert len(server.mails) == 20
        server.stops_at = 0
        an_hour_passes(place)  # the mail that met the cut has failed once, and waits its five minutes
        two = worker(place, server)
        assert two.wait(240) == 0
        two.communicate()

    assert Counter(Counter(to for to, _ in server.mails).values()) == {1: RECIPIENTS}
