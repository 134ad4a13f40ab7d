"""One line of progress on a terminal; whole lines, and few of them, elsewhere."""

from __future__ import annotations

from types import TracebackType
from typing import Self, TextIO


class Line:
    """Shows what is done and how far it is; rewrites itself on a terminal, prints every tenth elsewhere."""

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self.rewrites = out.isatty()
        self.last = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.rewrites and self.last:
            self.out.write("\n")

    def show(self, what: str, share: float) -> None:
        """`share` in 0–1."""
        percent = int(share * 100)
        now = f"{what} {percent if self.rewrites else percent // 10 * 10} %"
        if now == self.last:
            return
        self.last = now
        self.out.write(f"\r\033[K{now}" if self.rewrites else f"{now}\n")
        self.out.flush()
