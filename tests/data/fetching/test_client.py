"""What is fetched, and what is not: addresses, redirects, busy, broken, huge and slow servers."""

from __future__ import annotations

import gzip
import io
import itertools
import socket
from typing import Any

import pytest

from brobygger.data.fetching import MESSAGES, Client, FetchError, FetchLimits, checked
from tests.data.fetching.server import Asked, LocalServer, Reply, local_server

SMALL = FetchLimits(body_bytes=10_000)


def problem(client: Client, address: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        client.get(address)
    return caught.value


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("http://ads.example/feed", "not_https"),
        ("ftp://ads.example/feed", "address"),
        ("file:///etc/passwd", "address"),
        ("ads.example", "address"),
        ("https://", "address"),
        ("https://ads.example/a b", "address"),
        ("https://ads.example:port/", "address"),
        ("https://me:secret@ads.example/", "user_in_address"),
        ("https://ads.example/" + "x" * 3_000, "address"),
    ],
)
def test_address_that_is_not_fetched_is_refused(address: str, key: str) -> None:
    with pytest.raises(FetchError) as caught:
        checked(address)
    assert caught.value.key == key


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "10.0.0.1",
        "172.16.3.4",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - it is to be refused
        "[::1]",
        "[fe80::1]",
        "[fd00::1]",
        "[::ffff:10.0.0.1]",
        "[2002:0a00:0001::]",
        "[64:ff9b::a00:1]",
        "224.0.0.1",
    ],
)
def test_private_addresses_are_not_connected_to(host: str) -> None:
    assert problem(Client(), f"https://{host}/").key == "private_address"


def test_a_host_with_one_private_number_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """As one does that answers now with a public number and then with one inside."""
    monkeypatch.setattr(socket, "getaddrinfo", _numbers("93.184.216.34", "10.0.0.1"))

    assert problem(Client(), "https://ads.example/").key == "private_address"


def test_the_connection_is_made_to_the_number_that_was_looked_at(
    monkeypatch: pytest.MonkeyPatch, server: LocalServer
) -> None:
    """The host is asked for once: a second answer, which might lead elsewhere, is never used."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def lookup(host: str, *arguments: Any, **named: Any) -> Any:
        asked.append(host)
        return real("127.0.0.1" if host == "localhost" else host, *arguments, **named)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    server.replies["/"] = Reply(b"here")

    answer = Client(allow_loopback=True).get(server.address.replace("127.0.0.1", "localhost"))

    assert answer.body == b"here"
    assert asked == ["localhost", "127.0.0.1"]


def test_a_number_that_does_not_answer_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, server: LocalServer
) -> None:
    """As the newer protocol's is on a machine without it."""
    real = socket.getaddrinfo

    def lookup(host: str, port: int, *arguments: Any, **named: Any) -> Any:
        if host != "localhost":
            return real(host, port, *arguments, **named)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in ("::1", "127.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    server.replies["/"] = Reply(b"here")

    answer = Client(allow_loopback=True).get(server.address.replace("127.0.0.1", "localhost"))

    assert answer.body == b"here"


def _numbers(*numbers: str) -> Any:
    def lookup(host: str, port: int, **named: Any) -> Any:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in numbers]

    return lookup


def test_an_unknown_host_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def lookup(*arguments: Any, **named: Any) -> Any:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", lookup)

    assert "ads.example" in problem(Client(), "https://ads.example/").message("da")


def test_redirects_are_followed(client: Client, server: LocalServer) -> None:
    server.replies["/old"] = Reply(status=301, headers={"Location": "/new"})
    server.replies["/new"] = Reply(b"here")

    answer = client.get(f"{server.address}/old")

    assert (answer.body, answer.address) == (b"here", f"{server.address}/new")


@pytest.mark.parametrize(
    ("location", "key"),
    [
        ("https://10.0.0.1/admin", "private_address"),
        ("http://ads.example/", "not_https"),
        ("file:///etc/passwd", "address"),
        ("gopher://127.0.0.1/", "address"),
    ],
)
def test_redirect_to_where_nothing_is_fetched_is_refused(
    client: Client, server: LocalServer, location: str, key: str
) -> None:
    server.replies["/"] = Reply(status=302, headers={"Location": location})

    assert problem(client, server.address).key == key


def test_endless_redirects_end(client: Client, server: LocalServer) -> None:
    count = itertools.count()
    server.replies["/circle"] = Reply(status=302, headers={"Location": "/circle"})
    server.replies["/on"] = lambda asked: Reply(status=307, headers={"Location": f"/on?{next(count)}"})

    assert problem(client, f"{server.address}/circle").key == "too_many_redirects"
    assert problem(client, f"{server.address}/on").key == "too_many_redirects"
    assert len(server.asked) == 1 + 6


def test_a_key_is_not_sent_on_to_another_host(client: Client, server: LocalServer) -> None:
    with local_server() as other:
        server.replies["/"] = Reply(status=302, headers={"Location": f"{other.address}/there"})
        other.replies["/there"] = Reply(b"{}")

        client.get(server.address, headers={"Authorization": "Bearer key"})

        assert server.asked[0].headers["Authorization"] == "Bearer key"
        assert "Authorization" not in other.asked[0].headers


def test_a_busy_server_is_asked_again_after_what_it_asks_for(
    client: Client, server: LocalServer, waits: list[float]
) -> None:
    server.replies["/"] = [Reply(status=429, headers={"Retry-After": "7"}), Reply(status=503), Reply(b"here")]

    assert client.get(server.address).body == b"here"
    assert waits == [7, 2]


def test_a_server_that_stays_busy_is_left_alone(
    client: Client, server: LocalServer, waits: list[float]
) -> None:
    server.replies["/"] = Reply(status=503)

    assert problem(client, server.address).key == "status"
    assert waits == [1, 2, 4]


def test_a_server_that_asks_for_an_hour_is_asked_next_time(
    client: Client, server: LocalServer, waits: list[float]
) -> None:
    server.replies["/"] = Reply(status=429, headers={"Retry-After": "3600"})

    assert problem(client, server.address).key == "busy"
    assert waits == []


@pytest.mark.parametrize(
    ("status", "key"), [(401, "refused"), (403, "refused"), (404, "gone"), (418, "status")]
)
def test_an_error_that_stays_is_not_tried_again(
    client: Client, server: LocalServer, status: int, key: str
) -> None:
    server.replies["/"] = Reply(status=status)

    assert problem(client, server.address).key == key
    assert len(server.asked) == 1


def test_half_an_answer_is_fetched_again(client: Client, server: LocalServer, waits: list[float]) -> None:
    server.replies["/"] = [Reply(b"hal", length=10), Reply(b"the whole.")]
    file = io.BytesIO()

    client.get(server.address, into=file)

    assert file.getvalue() == b"the whole."
    server.replies["/"] = Reply(b"hal", length=10)
    assert problem(client, server.address).key == "broken_off"


def test_a_huge_answer_stops_early(server: LocalServer) -> None:
    server.replies["/"] = Reply(b"x" * 1_000_000)

    assert problem(Client(SMALL, allow_loopback=True), server.address).key == "too_large"


def test_a_packed_answer_is_counted_unpacked(server: LocalServer) -> None:
    bomb = gzip.compress(b"x" * 5_000_000)
    assert len(bomb) < SMALL.body_bytes
    server.replies["/"] = Reply(bomb, headers={"Content-Encoding": "gzip"})
    server.replies["/small"] = Reply(gzip.compress(b"here"), headers={"Content-Encoding": "gzip"})
    client = Client(SMALL, allow_loopback=True)

    assert problem(client, server.address).key == "too_large"
    assert client.get(f"{server.address}/small").body == b"here"


def test_an_answer_that_takes_too_long_stops(server: LocalServer) -> None:
    seconds = itertools.count(step=200)
    server.replies["/"] = Reply(b"x" * 1_000_000)
    client = Client(allow_loopback=True, clock=lambda: float(next(seconds)))

    assert problem(client, server.address).key == "too_slow"


def test_nobody_there_is_said(client: Client, server: LocalServer, waits: list[float]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    assert problem(client, f"http://127.0.0.1:{port}/").key == "no_answer"
    assert waits == [1, 2, 4]


def test_what_has_not_changed_is_not_sent_again(client: Client, server: LocalServer) -> None:
    def reply(asked: Asked) -> Reply:
        known = asked.headers.get("If-None-Match") == '"1"'
        return Reply(status=304) if known else Reply(b"here", headers={"ETag": '"1"'})

    server.replies["/"] = reply
    first = client.get(server.address)
    again = client.get(server.address, headers={"If-None-Match": first.etag})

    assert (first.is_unchanged, again.is_unchanged, again.body) == (False, True, b"")


def test_every_message_stands_in_four_languages() -> None:
    for words in MESSAGES.values():
        assert len(set(words)) >= 3  # Danish and Bokmål may say the same
        assert all(words)
