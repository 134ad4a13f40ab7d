from __future__ import annotations

from collections.abc import Iterator

import pytest

from brobygger.data.fetching import Client
from tests.data.fetching.server import LocalServer, local_server


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with local_server() as one:
        yield one


@pytest.fixture
def waits() -> list[float]:
    """The seconds that the client waited."""
    return []


@pytest.fixture
def client(waits: list[float]) -> Client:
    return Client(allow_loopback=True, sleep=waits.append)
