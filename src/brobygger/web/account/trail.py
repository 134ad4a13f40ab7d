"""Changes of how somebody logs in leave a trace, like every other action. Allauth tells of them by signal."""

from __future__ import annotations

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.socialaccount import signals as provider
from django.dispatch import Signal
from django.utils.timezone import now

from brobygger.apps.base import actions
from brobygger.apps.people.actions import follow_address

FOLLOWED: dict[str, Signal] = {
    "password_set": account.password_set,
    "password_changed": account.password_changed,
    "password_reset": account.password_reset,
    "email_confirmed": account.email_confirmed,
    "email_changed": account.email_changed,
    "email_removed": account.email_removed,
    "second_factor_added": mfa.authenticator_added,
    "second_factor_removed": mfa.authenticator_removed,
    "recovery_codes_made": mfa.authenticator_reset,
    "provider_joined": provider.social_account_added,
    "provider_left": provider.social_account_removed,
}


def follow() -> None:
    """Listen; once, when the product starts."""
    for change, signal in FOLLOWED.items():
        signal.connect(_noting(change), weak=False, dispatch_uid=f"brobygger.{change}")


def _noting(change: str) -> Any:
    def note(sender: type, **told: Any) -> None:
        # each signal names the person in its own way
        about = told.get("email_address") or told.get("sociallogin") or told.get("socialaccount")
        user = told.get("user") or about.user  # type: ignore[union-attr]
        actions.note_change_of_account(user=user, change=change, by=user, at=now())
        if change == "email_changed":
            follow_address(user=user, by=user, at=now())

    return note
