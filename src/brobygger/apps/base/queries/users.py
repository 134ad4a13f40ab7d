"""Reads of users."""

from __future__ import annotations

from django.db.models import QuerySet

from brobygger.apps.base.models import User


def demo_users() -> QuerySet[User]:
    """The users of the demo, one per role, in the order in which they are offered."""
    return User.objects.filter(is_active=True).exclude(role="").order_by("pk")
