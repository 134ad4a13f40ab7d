"""
Companies out of the open interface of Enhetsregisteret, the Norwegian register, by number or by what they are.

Source: the register's own description of its interface: `/enheter/{number}` answers with one company, and
`/enheter?naeringskode=&kommunenummer=&fraAntallAnsatte=&tilAntallAnsatte=&size=&page=` with a page of
`_embedded.enheter` and `page.totalElements`. It is open and asks for no key; licence NLOD. It leaves the list out
when it finds nothing, and tells no headcount below 5.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from brobygger.data.fetching import Client, FetchError
from brobygger.data.registers.companies import REGISTER
from brobygger.data.registers.extracts import cells_of

BASE: Final = "https://data.brreg.no/enhetsregisteret/api"
SERVICE: Final = "Enhetsregisteret"
PAGE: Final = 1_000
MOST: Final = 5_000  # companies of one search
MOST_NUMBERS: Final = 50  # each is asked for by itself
LOWEST: Final = 5  # employees that can be asked for: fewer are hidden
HEADERS: Final = {"Accept": "application/json"}


@dataclass(frozen=True, slots=True)
class CompaniesWanted:
    """
    Which companies are looked for. Numbers go before everything else.

    Args:
        branches: branch codes with points, “28” or “28.29”.
        municipalities: their four digits, “3105”.
        least, most: employees; 0 and None: any.
    """

    numbers: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Pulled:
    """
    What came.

    Args:
        content: JSON that `read_extract` reads: of each company the columns that are known, and nothing else.
        count: companies in it.
        total: companies that the register has of those that were looked for.
        unknown: numbers that it does not have.
    """

    content: bytes
    count: int
    total: int
    unknown: tuple[str, ...] = ()


def pull(client: Client, wanted: CompaniesWanted, *, base: str) -> Pulled:
    """
    Ask the register.

    Args:
        base: address of the interface.

    Raises:
        FetchError: it does not answer, or not in its form.
    """
    if wanted.numbers:
        found, unknown = _by_number(client, wanted.numbers[:MOST_NUMBERS], base)
        return _pulled(found, len(found), unknown)
    found, total = [], 0
    for page in range(-(-MOST // PAGE)):
        answer = _asked(client, f"{base}/enheter?{urlencode(_query(wanted, page))}", base)
        companies, total = list(_companies(answer, base)), _total(answer, base)
        found += companies
        if len(found) >= total or not companies:
            break
    return _pulled(found, total, ())


def _query(wanted: CompaniesWanted, page: int) -> list[tuple[str, str]]:
    given = [
        ("naeringskode", ",".join(map(_as_written_there, wanted.branches))),
        ("kommunenummer", ",".join(wanted.municipalities)),
        ("fraAntallAnsatte", str(wanted.least) if wanted.least else ""),
        ("tilAntallAnsatte", str(wanted.most) if wanted.most is not None else ""),
        ("sort", "organisasjonsnummer,asc"),
        ("size", str(PAGE)),
        ("page", str(page)),
    ]
    return [(name, value) for name, value in given if value]


def _as_written_there(code: str) -> str:
    """A code in the Norwegian way, which has one point and five digits at most: “28.290”."""
    digits = code.replace(".", "")[:5]
    return f"{digits[:2]}.{digits[2:]}" if len(digits) > 2 else digits


def _by_number(
    client: Client, numbers: tuple[str, ...], base: str
) -> tuple[list[Mapping[str, Any]], tuple[str, ...]]:
    found, unknown = [], []
    for number in dict.fromkeys(numbers):
        try:
            answer = _asked(client, f"{base}/enheter/{number}", base)
        except FetchError as error:
            if error.key != "gone":
                raise
            unknown.append(number)
            continue
        if not answer.get("organisasjonsnummer"):
            raise FetchError("unexpected", host=_host(base), service=SERVICE)
        found.append(answer)
    return found, tuple(unknown)


def _asked(client: Client, address: str, base: str) -> Mapping[str, Any]:
    try:
        answer = json.loads(client.get(address, headers=HEADERS).body)
    except (ValueError, RecursionError) as error:
        raise FetchError("broken_json", host=_host(base)) from error
    if not isinstance(answer, dict):
        raise FetchError("unexpected", host=_host(base), service=SERVICE)
    return answer


def _companies(answer: Mapping[str, Any], base: str) -> Iterator[Mapping[str, Any]]:
    inner = answer.get("_embedded", {})
    listed = inner.get("enheter", []) if isinstance(inner, dict) else None
    if not isinstance(listed, list):
        raise FetchError("unexpected", host=_host(base), service=SERVICE)
    yield from (one for one in listed if isinstance(one, dict))


def _total(answer: Mapping[str, Any], base: str) -> int:
    page = answer.get("page")
    total = page.get("totalElements") if isinstance(page, dict) else None
    if not isinstance(total, int):
        raise FetchError("unexpected", host=_host(base), service=SERVICE)
    return total


def _pulled(found: list[Mapping[str, Any]], total: int, unknown: tuple[str, ...]) -> Pulled:
    rows = [
        {name: cell for name, cell in cells_of(one).items() if REGISTER.knows(name)} for one in found[:MOST]
    ]
    return Pulled(json.dumps(rows, ensure_ascii=False).encode(), len(rows), total, unknown)


def _host(base: str) -> str:
    return urlsplit(base).hostname or base
