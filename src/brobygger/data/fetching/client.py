"""Answers of services on the web, fetched with every limit that a stranger's server asks for."""

from __future__ import annotations

import email.utils
import io
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import IO, Any, Final
from urllib.parse import urljoin

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, NewConnectionError
from urllib3.util.connection import create_connection

from brobygger.data.fetching.addresses import checked, resolved
from brobygger.data.fetching.problem import FetchError

MEGABYTE: Final = 1_000_000
AGENT: Final = "Brobygger (open-source partnership platform; fetches open ads for those who run it)"
CHUNK: Final = 65_536  # bytes
REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))
WAIT_FOR: Final = frozenset((429, 500, 502, 503, 504))
REFUSED: Final = frozenset((401, 403))
GONE: Final = frozenset((404, 410))
OK: Final = 200
NOT_MODIFIED: Final = 304


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """
    Upper bounds on one answer.

    Args:
        body_bytes: of an answer, unpacked; counted while it comes.
        connect_seconds, read_seconds: that a server may be silent.
        total_seconds: that one answer may take.
        redirects: that are followed.
        tries: of one address, where the server is busy or breaks off.
        longest_wait: seconds; a server that asks for more is asked next time.
    """

    body_bytes: int = 50 * MEGABYTE
    connect_seconds: float = 10.0
    read_seconds: float = 30.0
    total_seconds: float = 300.0
    redirects: int = 5
    tries: int = 4
    longest_wait: float = 60.0


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What came.

    Args:
        address: where it came from in the end.
        body: unpacked; empty where nothing has changed.
        etag, last_modified: as the server said, to ask with the next time.
    """

    address: str
    status: int
    body: bytes = field(default=b"", repr=False)
    etag: str = ""
    last_modified: str = ""

    @property
    def is_unchanged(self) -> bool:
        return self.status == NOT_MODIFIED


class Client:
    """
    Fetches addresses.

    Args:
        allow_loopback: the machine itself and http may be fetched: for tests.
        sleep, clock: how to wait, and seconds that only grow.
    """

    def __init__(
        self,
        limits: FetchLimits = FetchLimits(),
        *,
        allow_loopback: bool = False,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.limits, self.allow_loopback = limits, allow_loopback
        self.sleep, self.clock = sleep, clock
        # no proxy of the environment: what it would connect to could not be looked at
        self._pool = urllib3.PoolManager(num_pools=4, retries=False)
        self._pool.pool_classes_by_scheme = _pools(allow_loopback=allow_loopback)

    def get(
        self, address: str, *, headers: Mapping[str, str] | None = None, into: IO[bytes] | None = None
    ) -> Answer:
        """
        Fetch one address; where the server is busy or breaks off, again after a while.

        Args:
            headers: a key is sent to the first host only, never to where that sends on.
            into: a file that the body is written to, for what is too large to be held; the answer's is empty then.

        Raises:
            FetchError: nothing came, too much, or nothing that may be fetched.
        """
        wait = 1.0
        for attempt in range(1, self.limits.tries + 1):
            try:
                return self._follow(address, dict(headers or {}), into)
            except _TryAgain as error:
                asked = wait if error.after is None else error.after
                if attempt == self.limits.tries or asked > self.limits.longest_wait:
                    raise error.problem from error
                self.sleep(asked)
                wait *= 2
        raise AssertionError("every try returns or raises")

    def with_limits(self, limits: FetchLimits) -> Client:
        """The same with other limits."""
        return Client(limits, allow_loopback=self.allow_loopback, sleep=self.sleep, clock=self.clock)

    def _follow(self, address: str, headers: dict[str, str], into: IO[bytes] | None) -> Answer:
        seen: set[str] = set()
        host = checked(address, allow_loopback=self.allow_loopback).netloc
        end = self.clock() + self.limits.total_seconds
        for _step in range(self.limits.redirects + 1):
            parts = checked(address, allow_loopback=self.allow_loopback)
            if parts.netloc != host:
                headers.pop("Authorization", None)
            if address in seen:
                break
            seen.add(address)
            answer = self._ask(address, headers, end, into)
            if isinstance(answer, Answer):
                return answer
            address = urljoin(address, answer)
        raise FetchError("too_many_redirects", host=host)

    def _ask(
        self, address: str, headers: Mapping[str, str], end: float, into: IO[bytes] | None
    ) -> Answer | str:
        """An answer, or the address that the server sends on to."""
        host = checked(address, allow_loopback=self.allow_loopback).hostname or ""
        timeout = urllib3.Timeout(connect=self.limits.connect_seconds, read=self.limits.read_seconds)
        asked = {"User-Agent": AGENT, "Accept-Encoding": "gzip", **headers}
        try:
            response = self._pool.request(
                "GET", address, headers=asked, timeout=timeout, redirect=False, preload_content=False
            )
        except _Refused as error:
            raise error.problem from error
        except (HTTPError, OSError) as error:
            raise _TryAgain(FetchError("no_answer", host=host)) from error
        try:
            return self._answer(address, host, response, end, into)
        finally:
            response.close()

    def _answer(
        self,
        address: str,
        host: str,
        response: urllib3.BaseHTTPResponse,
        end: float,
        into: IO[bytes] | None,
    ) -> Answer | str:
        status, given = response.status, response.headers
        if status in REDIRECTS and given.get("Location"):
            return str(given["Location"])
        if status in WAIT_FOR:
            problem = FetchError("busy", host=host) if status == 429 else None
            raise _TryAgain(
                problem or FetchError("status", host=host, status=status),
                after=_seconds(given.get("Retry-After", "")),
            )
        if status in REFUSED:
            raise FetchError("refused", host=host, status=status)
        if status in GONE:
            raise FetchError("gone", host=host, status=status)
        if status not in (OK, NOT_MODIFIED):
            raise FetchError("status", host=host, status=status)
        body = into or io.BytesIO()
        if status == OK:
            self._write(host, response, end, body)
        held = body.getvalue() if isinstance(body, io.BytesIO) and into is None else b""
        return Answer(
            address, status, held, given.get("ETag", "")[:300], given.get("Last-Modified", "")[:100]
        )

    def _write(self, host: str, response: urllib3.BaseHTTPResponse, end: float, into: IO[bytes]) -> None:
        """The body into a file that may hold the beginning of an earlier try."""
        into.seek(0)
        into.truncate()
        size = 0
        try:
            for piece in response.stream(CHUNK, decode_content=True):
                size += len(piece)
                if size > self.limits.body_bytes:
                    limit = max(1, self.limits.body_bytes // MEGABYTE)
                    raise FetchError("too_large", host=host, limit=limit)
                if self.clock() > end:
                    raise FetchError("too_slow", host=host, limit=int(self.limits.total_seconds))
                into.write(piece)
        except (HTTPError, OSError) as error:
            raise _TryAgain(FetchError("broken_off", host=host)) from error


class _TryAgain(Exception):
    """The server may answer later; `after` is what it asked for, in seconds."""

    def __init__(self, problem: FetchError, after: float | None = None) -> None:
        super().__init__(str(problem))
        self.problem, self.after = problem, after


class _Refused(HTTPError):
    """Goes through urllib3 as one of its own errors; no other try would help."""

    def __init__(self, problem: FetchError) -> None:
        super().__init__(str(problem))
        self.problem = problem


def _pools(*, allow_loopback: bool) -> dict[str, Any]:
    """Connections that are made to a number which was looked at."""

    def connect(connection: HTTPConnection) -> Any:
        try:
            numbers = resolved(connection.host, connection.port, allow_loopback=allow_loopback)
        except FetchError as error:
            raise _Refused(error) from error
        failed: OSError | None = None
        for number in numbers:  # a machine without the newer protocol reaches the older one's number alone
            try:
                return create_connection(
                    (number, connection.port), connection.timeout, socket_options=connection.socket_options
                )
            except OSError as error:
                failed = error
        raise NewConnectionError(connection, str(failed)) from failed

    class Plain(HTTPConnection):
        def _new_conn(self) -> Any:
            return connect(self)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> Any:
            return connect(self)

    class PlainPool(urllib3.HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(urllib3.HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _seconds(words: str) -> float | None:
    """What a Retry-After asks for: seconds, or a moment. It is none that can be read: None."""
    text = words.strip()
    if text.isdecimal():
        return float(text)
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    return max(0.0, moment.timestamp() - time.time())
