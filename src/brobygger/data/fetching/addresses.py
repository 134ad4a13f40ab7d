"""Which addresses are fetched: https, and never into a private network."""

from __future__ import annotations

import ipaddress
import socket
from typing import Final
from urllib.parse import SplitResult, urlsplit

from brobygger.data.fetching.problem import FetchError

LONGEST: Final = 2_000  # letters of an address
SCHEMES: Final = frozenset(("https", "http"))
NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: a number of the older protocol at its end


def checked(address: str, *, allow_loopback: bool = False) -> SplitResult:
    """
    The parts of an address that may be fetched.

    Args:
        allow_loopback: http on the machine itself too, for tests.

    Raises:
        FetchError: it is no address, not https, or names a user.
    """
    shown = address[:200]
    try:
        parts = urlsplit(address.strip())
        host, _port = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError("address", value=shown) from error
    has_signs = any(sign.isspace() or not sign.isprintable() for sign in address.strip())
    if not host or has_signs or len(address) > LONGEST or parts.scheme not in SCHEMES:
        raise FetchError("address", value=shown)
    if parts.username is not None or parts.password is not None:
        raise FetchError("user_in_address")
    if parts.scheme != "https" and not (allow_loopback and _is_loopback(host)):
        raise FetchError("not_https", value=shown)
    return parts


def resolved(host: str, port: int, *, allow_loopback: bool = False) -> tuple[str, ...]:
    """
    The numbers of a host to connect to, each once. All have to be public: one that leads inside refuses the host.

    The connection is made to one of these very numbers, so that the host cannot name another one in between.

    Raises:
        FetchError: there is no such host, or it leads into a private network.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError("unknown_host", host=host) from error
    numbers = tuple(dict.fromkeys(str(one[4][0]) for one in found))
    if not numbers or not all(_is_public(one, allow_loopback=allow_loopback) for one in numbers):
        raise FetchError("private_address", host=host)
    return numbers


def _is_public(number: str, *, allow_loopback: bool) -> bool:
    address = ipaddress.ip_address(number.partition("%")[0])
    inner = [address]
    if isinstance(address, ipaddress.IPv6Address):  # numbers of the older protocol inside
        inner += [one for one in (address.ipv4_mapped, address.sixtofour) if one is not None]
        inner += list(address.teredo or ())
        if address in NAT64:
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    if allow_loopback and address.is_loopback:
        return True
    return all(one.is_global and not one.is_multicast for one in inner)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
