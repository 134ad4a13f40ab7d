"""Reads of users."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from brobygger.apps.base.models import User


def demo_users() -> QuerySet[User]:
    """The users of the demo, one per role, in the order in which they are offered. Who signed up is none of them."""
    return User.objects.filter(is_active=True, emailaddress=None).exclude(role="").order_by("pk")


def language_of(email: str) -> str:
    """The language that the owner of an e-mail address reads; empty if nobody has it, or none was chosen."""
    owners = User.objects.filter(Q(email__iexact=email) | Q(emailaddress__email__iexact=email))
    return owners.exclude(language="").values_list("language", flat=True).order_by("pk").first() or ""
