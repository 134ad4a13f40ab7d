"""
MiniZinc data (`.dzn`): `name = value;`, where a value is a number, a truth, a text, a set, an array or a table.

Read here: whole numbers, `true`/`false`, "texts", `{1, 3}`, `1..5`, `[…]`, `[|…|…|]`, `<>`, comments (`%`, `/* */`),
and `array1d(…, […])`, whose index sets are passed over. Source: The MiniZinc Handbook, 2.1.3 and 4.1.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = "int | bool | str | frozenset[int] | list[Value] | None"

TOKEN = re.compile(
    r"""(?P<space>(?:\s|%[^\n]*|/\*.*?\*/)+)
    |(?P<number>[-+]?\d+(?!\.\d|\w))
    |(?P<text>"(?:[^"\\\n]|\\.)*")
    |(?P<name>[A-Za-z_]\w*)
    |(?P<sign>\[\||\|\]|\.\.|<>|[\[\]{}(),;=|])""",
    re.DOTALL | re.VERBOSE,
)
DIGITS = 18  # of a number; more are a slip
LONGEST_RANGE = 1_000_000


class DznError(ValueError):
    """
    The file does not hold what it should; the message says where and what would be right.

    Args:
        field: the name that is being read; empty: none yet.
        line: from 1; None: about the field as a whole.
    """

    def __init__(self, said: str, field: str = "", line: int | None = None) -> None:
        self.field, self.line = field, line
        place = ", ".join(filter(None, (f"line {line}" if line else "", field)))
        super().__init__(f"{place}: {said}" if place else said)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    line: int


def read_dzn(text: str) -> Mapping[str, Value]:
    """
    The values of a file by name; `<>` is None, a table is a list of its rows.

    Raises:
        DznError: it is no such file.
    """
    reader = _Reader(_tokens(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")))
    found: dict[str, Value] = {}
    while reader.now.kind != "end":
        name = reader.now
        if name.kind != "name":
            raise DznError(f"a name is expected, got “{name.text}”", line=name.line)
        reader.field = name.text
        if name.text in found:
            raise DznError("is given a second time", name.text, name.line)
        reader.step()
        reader.take("=")
        found[name.text] = reader.value()
        if reader.now.kind != "end":  # the last one may go without
            reader.take(";")
        reader.field = ""
    return found


def _tokens(text: str) -> list[_Token]:
    found, place, line = list[_Token](), 0, 1
    while place < len(text):
        match = TOKEN.match(text, place)
        if match is None:
            raise DznError(f"“{text[place : place + 20].splitlines()[0]}” is not understood", line=line)
        if match.lastgroup != "space":
            found.append(_Token(match.lastgroup or "", match[0], line))
        line += match[0].count("\n")
        place = match.end()
    return [*found, _Token("end", "the end of the file", line)]


class _Reader:
    """What is left of the tokens."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens, self.place, self.field = tokens, 0, ""

    @property
    def now(self) -> _Token:
        return self.tokens[self.place]

    def step(self) -> _Token:
        token = self.now
        self.place += token.kind != "end"
        return token

    def take(self, sign: str) -> None:
        if self.now.text != sign:
            raise self.wrong(f"“{sign}”")
        self.step()

    def has(self, sign: str) -> bool:
        """Whether this sign is next; it is then behind us."""
        if self.now.kind == "sign" and self.now.text == sign:
            self.step()
            return True
        return False

    def wrong(self, wanted: str) -> DznError:
        return DznError(f"{wanted} is expected, got “{self.now.text}”", self.field, self.now.line)

    def value(self) -> Value:
        token = self.now
        if token.kind == "number":
            first = self.number()
            return self.range_from(first) if self.has("..") else first
        if token.kind == "text":
            self.step()
            return re.sub(r"\\(.)", r"\1", token.text[1:-1])
        if token.kind == "name":
            return self.word()
        if self.has("<>"):
            return None
        if self.has("{"):
            return self.set_of_numbers()
        if self.has("[|"):
            return self.table()
        if self.has("["):
            return self.items("]")
        raise self.wrong("a value")

    def number(self) -> int:
        token = self.now
        if token.kind != "number":
            raise self.wrong("a whole number")
        if len(token.text) > DIGITS:
            raise self.wrong(f"a number of at most {DIGITS} digits")
        self.step()
        return int(token.text)

    def range_from(self, first: int) -> frozenset[int]:
        last = self.number()
        if last - first >= LONGEST_RANGE:
            raise self.wrong(f"a range of at most {LONGEST_RANGE:,} numbers")
        return frozenset(range(first, last + 1))

    def word(self) -> Value:
        token = self.step()
        if token.text in {"true", "false"}:
            return token.text == "true"
        if re.fullmatch(r"array\dd", token.text):  # array1d(1..3, [..]): the shape is ours to judge
            self.take("(")
            given = self.items(")")
            if given and isinstance(given[-1], list):
                return given[-1]
        raise DznError(f"a number, a set or an array is expected, got “{token.text}”", self.field, token.line)

    def items(self, end: str) -> list[Value]:
        found: list[Value] = []
        while not self.has(end):
            found.append(self.value())
            if not self.has(",") and self.now.text != end:
                raise self.wrong(f"“,” or “{end}”")
        return found

    def set_of_numbers(self) -> frozenset[int]:
        found = set[int]()
        while not self.has("}"):
            found.add(self.number())
            if not self.has(",") and self.now.text != "}":
                raise self.wrong("“,” or “}”")
        return frozenset(found)

    def table(self) -> list[Value]:
        """Rows between bars; a last bar before the end opens no row, an empty table is `[| |]`."""
        rows: list[Value] = []
        row: list[Value] = []
        while True:
            if self.has("|]"):
                return [*rows, row] if row else rows
            if self.has("|"):
                rows.append(row)
                row = []
                if self.has("]"):  # written apart, as in `| ]`
                    return rows
                continue
            row.append(self.value())
            if not self.has(",") and self.now.text not in {"|", "|]"}:
                raise self.wrong("“,” or “|”")
