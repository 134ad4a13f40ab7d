"""What the templates of the account pages ask for, whether the view is ours or allauth's."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from brobygger.web.account.demo import demo_users


def what_account_pages_need(request: HttpRequest) -> dict[str, Any]:
    """A view that knows better gives its own values, which then count. What costs something is looked up where it is shown."""
    return {
        "redirect_field": "",
        "next": lambda: request.POST.get("next", request.GET.get("next", "")),
        "demo_users": demo_users,
    }
