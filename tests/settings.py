"""The product's settings as tests need them: a demo installation, cheap passwords, strict templates."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("BROBYGGER_DEMO", "on")
if "BROBYGGER_DATA" not in os.environ:
    os.environ["BROBYGGER_DATA"] = tempfile.mkdtemp(prefix="brobygger-tests-")
    atexit.register(shutil.rmtree, os.environ["BROBYGGER_DATA"], ignore_errors=True)

os.environ.setdefault("BROBYGGER_CACHE", "memory")  # emptied between tests, also those without a database

from brobygger.config.settings import *  # noqa: F403 - what differs is set below
from brobygger.config.settings import DATABASES, TEMPLATES
from tests.strict_templates import UndefinedIsAnError

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # hundreds of users a minute
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UndefinedIsAnError()
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WARM_UP = False  # a thread of its own would ask the database between tests
WHITENOISE_AUTOREFRESH = True  # else each test client walks through all static files first
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # rows that no order was asked for come last first, as PostgreSQL may give them in any
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA reverse_unordered_selects=ON;"
