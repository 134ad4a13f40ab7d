"""Reads of users."""

from __future__ import annotations

from typing import Final

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat

from brobygger.apps.base.models import User

DEMO_HOST: Final = "demo.example"
"""Of the addresses that the demo gives its own users, behind their user names: nobody has mail there."""


def demo_users() -> QuerySet[User]:
    """
    The users of the demo, one per role, in the order in which they are offered.

    They are known by the address that the demo gave them: who signed up, or registered a company, is none of them.
    """
    own = User.objects.filter(email=Concat("username", Value(f"@{DEMO_HOST}")))
    return own.filter(is_active=True, emailaddress=None).exclude(role="").order_by("pk")


def language_of(email: str) -> str:
    """The language that the owner of an e-mail address reads; empty if nobody has it, or none was chosen."""
    owners = User.objects.filter(Q(email__iexact=email) | Q(emailaddress__email__iexact=email))
    return owners.exclude(language="").values_list("language", flat=True).order_by("pk").first() or ""
