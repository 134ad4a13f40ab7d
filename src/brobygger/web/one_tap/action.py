from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brobygger.apps.base.models import OneTapLink


class NotPossible(Exception):
    """A link is good, but what it does cannot be done any more. The text says why, to its receiver."""


@dataclass(frozen=True, slots=True)
class OneTapAction:
    """
    What a link in a mail does, as its page knows it. Both are called in the link's language and in its user's scope.

    Args:
        describe: what one tap will do, in words; changes nothing.
        perform: does it, as `link.user`, and says what was done and what comes next.

    Either raises `NotPossible` where it cannot be done any more; the link is then not used up.
    """

    describe: Callable[[OneTapLink], str]
    perform: Callable[[OneTapLink, dt.datetime], str]
