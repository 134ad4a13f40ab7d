from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brobygger.apps.base.models import OneTapLink

Choices = Sequence[tuple[str, str]]


class NotPossible(Exception):
    """
    A link is good, but what it does cannot be done any more. The text says why, to its receiver.

    Args:
        href: the page on which to go on; empty: the usual one.
    """

    def __init__(self, text: str, href: str = "") -> None:
        super().__init__(text)
        self.href = href


class ReasonMissing(Exception):
    """What a link does needs one of its reasons, and none of them was given."""


def _no_reasons(_link: OneTapLink) -> Choices:
    return ()


@dataclass(frozen=True, slots=True)
class OneTapAction:
    """
    What a link in a mail does, as its page knows it. Both are called in the link's language and in its user's scope.

    Args:
        describe: what one tap will do, in words; changes nothing.
        perform: does it, as `link.user`, and says what was done and what comes next.
        reasons: (value, label) of the reasons of which the page asks for one before it is done; none: one tap is all.
        perform_with: like `perform`, with one of `reasons`; for links that have some.

    All but `reasons` raise `NotPossible` where it cannot be done any more; the link is then not used up.
    """

    describe: Callable[[OneTapLink], str]
    perform: Callable[[OneTapLink, dt.datetime], str]
    reasons: Callable[[OneTapLink], Choices] = _no_reasons
    perform_with: Callable[[OneTapLink, dt.datetime, str], str] | None = None
