"""Limits hold across processes: what is tried is counted in a table that all of them share."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache, caches
from django.test import Client
from django.utils.timezone import now

from brobygger.apps.base.actions import remove_overdue_rows
from brobygger.apps.base.models import CountedTry
from brobygger.config import env
from tests.web.account.conftest import PASSWORD, is_logged_in
from tests.web.account.test_log_in import totp_code

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def shared(settings):
    """The cache of an installation as it is without any setting."""
    settings.CACHES = {"default": env.cache("NOT_SET", "database", table="brobygger_cache")}


def as_another_process() -> None:
    """What a process keeps for itself is gone; the table is not."""
    with contextlib.suppress(AttributeError):  # not asked for yet
        del caches["default"]


def test_sixth_wrong_password_waits_whichever_process_answers(shared, member):
    client = Client(headers={"accept-language": "en"})
    for _ in range(5):
        as_another_process()
        client.post("/log-in/", {"login": member.email, "password": "wrong"})

    as_another_process()
    response = client.post("/log-in/", {"login": member.email, "password": PASSWORD})

    assert "Too many failed login attempts" in response.content.decode()
    assert not is_logged_in(client)
    assert CountedTry.objects.exists()
    assert member.email not in str(list(CountedTry.objects.values())), "an address is counted in disguise"


def test_authenticator_code_works_once_whichever_process_answers(shared, member):
    secret = generate_totp_secret()
    factor, code = TOTP.activate(member, secret), totp_code(secret)

    assert factor.validate_code(code)
    as_another_process()
    assert not factor.validate_code(code)


def test_old_tries_go_after_a_day(shared):
    cache.set("tried", 1, timeout=60)

    remove_overdue_rows(by=None, at=now() + dt.timedelta(hours=23))
    assert CountedTry.objects.count() == 1
    remove_overdue_rows(by=None, at=now() + dt.timedelta(days=1, minutes=2))
    assert CountedTry.objects.count() == 0


def test_two_processes_count_together(tmp_path):
    """Two interpreters on a laptop's database, with the tables of the models and no other."""
    settings = {
        **os.environ,
        "BROBYGGER_DATA": str(tmp_path),
        "BROBYGGER_DEMO": "on",
        "DJANGO_SETTINGS_MODULE": "brobygger.config.settings",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }
    settings.pop("BROBYGGER_CACHE", None)
    settings.pop("DATABASE_URL", None)
    count = (
        "import django; django.setup(); from django.core.cache import cache; "
        "cache.add('tried', 0, 60); print(cache.incr('tried'))"
    )

    def run(*command: str) -> str:
        return subprocess.run(
            [sys.executable, *command], env=settings, check=True, capture_output=True, text=True
        ).stdout

    run("-c", "import django; django.setup(); from tests.tables import make_tables; make_tables()")
    assert [run("-c", count).strip() for _ in range(2)] == ["1", "2"]


@pytest.mark.parametrize(
    ("value", "backend"),
    [
        ("database", "db.DatabaseCache"),
        ("memory", "locmem.LocMemCache"),
        ("redis://cache.example.org:6379/0", "redis.RedisCache"),
    ],
)
def test_setting_chooses_where_limits_are_kept(monkeypatch, value, backend):
    monkeypatch.setenv("BROBYGGER_CACHE", value)

    assert env.cache("BROBYGGER_CACHE", "database", table="t")["BACKEND"].endswith(backend)


def test_setting_that_is_none_of_them_stops_the_start(monkeypatch):
    monkeypatch.setenv("BROBYGGER_CACHE", "somewhere")

    with pytest.raises(env.WrongSetting, match="database, memory or an address redis://"):
        env.cache("BROBYGGER_CACHE", "database", table="t")
