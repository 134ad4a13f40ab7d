"""Typed readers of environment variables. A value that makes no sense stops the start and says what would be right."""

from __future__ import annotations

import os
import zoneinfo
from collections.abc import Sequence
from pathlib import Path
from typing import Any

TRUE, FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")


class WrongSetting(Exception):
    """An environment variable holds a value that cannot be used."""


def text(name: str, default: str | None = None) -> str:
    """
    The value of `NAME`, or the content of the file that `NAME_FILE` names (for secrets).

    Raises:
        WrongSetting: if neither is set and there is no default, if both are set, or the file cannot be read.
    """
    value, file = os.environ.get(name), os.environ.get(f"{name}_FILE")
    if value is not None and file is not None:
        raise WrongSetting(f"{name} and {name}_FILE are both set: keep one of them")
    if file is not None:
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise WrongSetting(f"{name}_FILE: {error}") from error
    if value is None and default is None:
        raise WrongSetting(f"{name} is not set")
    return value if value is not None else str(default)


def boolean(name: str, default: bool) -> bool:
    value = text(name, "on" if default else "off").strip().lower()
    if value not in TRUE + FALSE:
        raise WrongSetting(f"{name} must be one of {', '.join(TRUE + FALSE[:-1])}, got {value!r}")
    return value in TRUE


def whole(name: str, default: int, *, at_least: int = 0) -> int:
    value = text(name, str(default)).strip()
    if not value.removeprefix("-").isdecimal() or int(value) < at_least:
        raise WrongSetting(f"{name} must be a whole number from {at_least} up, got {value!r}")
    return int(value)


def one_of(name: str, default: str, choices: Sequence[str]) -> str:
    value = text(name, default).strip()
    if value not in choices:
        raise WrongSetting(f"{name} must be one of {', '.join(choices)}, got {value!r}")
    return value


def cache(name: str, default: str, *, table: str) -> dict[str, Any]:
    """Django's settings of a cache: `database` is a table of the installation's, `memory` the process's own."""
    value = text(name, default).strip()
    if value.startswith(("redis://", "rediss://")):
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": value}
    if value == "database":
        options = {"MAX_ENTRIES": 100_000}
        return {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": table,
            "OPTIONS": options,
        }
    if value == "memory":
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    raise WrongSetting(f"{name} must be database, memory or an address redis://…, got {value!r}")


def time_zone(name: str, default: str) -> str:
    value = text(name, default).strip()
    if value not in zoneinfo.available_timezones():
        raise WrongSetting(f"{name} must be a time zone of the IANA list, such as Europe/Oslo, got {value!r}")
    return value


def words(name: str, default: str = "") -> list[str]:
    """A list separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]
