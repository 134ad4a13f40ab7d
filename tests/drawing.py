"""How many examples a property test draws."""

from __future__ import annotations

import math
import os
from typing import Any

from hypothesis import settings

SHARE = {"fuzz": 2.0}  # of the number that a test asks for
SAME = 0.4  # where the same examples come each time, more of them teach little more


def times(count: int, **more: Any) -> settings:
    """`settings` for a test whose examples take long or are rare: `count` of them when new ones are drawn, twice."""
    share = SHARE.get(os.environ.get("BROBYGGER_EXAMPLES", "same"), SAME)
    return settings(max_examples=math.ceil(count * share), deadline=None, **more)
