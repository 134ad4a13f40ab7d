"""`brobygger fetch-ads`: what is due is fetched, may be repeated, and one source that fails leaves the others alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from brobygger.apps.opportunities.models import AdSource, Opportunity
from brobygger.cli.main import main
from tests.apps.conftest import vocabulary, vocabulary_file  # noqa: F401 - fixtures are found by name
from tests.data.fetching.ads import as_json, posting
from tests.data.fetching.server import LocalServer, Reply, local_server
from tests.factories import AdSourceFactory

pytestmark = pytest.mark.usefixtures("vocabulary")


@pytest.fixture
def server(settings: Any) -> Iterator[LocalServer]:
    settings.FETCH_FROM_LOOPBACK = True
    with local_server() as one:
        yield one


def test_command_fetches_what_is_due_and_may_be_repeated(
    server: LocalServer, capsys: pytest.CaptureFixture[str]
) -> None:
    AdSourceFactory(name="A", address=f"{server.address}/a")
    AdSourceFactory(name="Off", address=f"{server.address}/off", is_on=False)
    server.replies["/a"] = as_json([posting(1)])

    assert main(["fetch-ads"]) == 0
    assert main(["fetch-ads"]) == 0  # not due again
    assert main(["fetch-ads", "--all"]) == 0

    assert capsys.readouterr().out == "A: 1 new\nA: 1 unchanged\n"
    assert server.paths == ["/a", "/a"]
    assert Opportunity.objects.count() == 1


def test_source_that_fails_leaves_the_others_alone(
    server: LocalServer, capsys: pytest.CaptureFixture[str]
) -> None:
    AdSourceFactory(name="Broken", address=f"{server.address}/broken")
    AdSourceFactory(name="Whole", address=f"{server.address}/whole")
    server.replies["/broken"] = Reply(b"{{{")
    server.replies["/whole"] = as_json([posting(1)])

    assert main(["fetch-ads"]) == 1

    out, err = capsys.readouterr()
    assert "Whole: 1 new" in out
    assert "Broken: The answer of 127.0.0.1 is broken" in err
    assert not AdSource.objects.exclude(fetching_since=None).exists()


def test_command_fetches_nothing_from_this_machine_unless_tests_say_so(
    settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    with local_server() as server:
        AdSourceFactory(name="Inside", address=f"{server.address}/a")
        AdSourceFactory(name="Named", address="https://localhost/a")

        assert main(["fetch-ads"]) == 1

        assert server.asked == []
    err = capsys.readouterr().err
    assert "Inside: Only addresses that begin with https://" in err
    assert "Named: localhost leads into a private network" in err


def test_one_source_is_fetched_by_its_name(server: LocalServer, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("A", "B"):
        AdSourceFactory(name=name, address=f"{server.address}/{name}")
        server.replies[f"/{name}"] = as_json([posting(1)])

    assert main(["fetch-ads", "--source", "B"]) == 0

    assert server.paths == ["/B"]
    assert capsys.readouterr().out.startswith("B:")
