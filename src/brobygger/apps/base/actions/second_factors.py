"""What second factors are checked with is encrypted anew, after the installation has got another key."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction

from brobygger.apps.base.actions.audit import record
from brobygger.data.sealed import is_sealed_with_first, seal, unseal

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

SECRETS: Final = ("secret", "seed")
"""Of an authenticator app, and of recovery codes; a passkey holds none of ours."""
LISTS: Final = ("migrated_codes",)


@transaction.atomic
def reseal_second_factors(*, by: User | None, at: dt.datetime) -> int:
    """
    Encrypt with the first key what is stored otherwise, and say of how many. Repeating it changes nothing.

    Raises:
        SealBroken: one was encrypted with a key that is not in the list; nothing was changed.
    """
    count = 0
    for row in Authenticator.objects.select_for_update().order_by("pk"):
        renewed = {name: _resealed(name, value) for name, value in row.data.items()}
        if renewed != row.data:
            row.data = renewed
            row.save(update_fields=["data"])
            # another's model as the subject: its number says whose factor it is to nobody but us
            record(action="base.reseal_second_factor", subject=row, by=by, at=at, changes={})
            count += 1
    return count


def _resealed(name: str, value: Any) -> Any:
    if name in LISTS:
        return [_sealed(one) for one in value]
    return _sealed(value) if name in SECRETS else value


def _sealed(text: str) -> str:
    keys = settings.ENCRYPTION_KEYS
    return text if is_sealed_with_first(text, keys) else seal(unseal(text, keys), keys)
