"""Who the token belongs to, and what it is for."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ninja import Field, Schema

from brobygger.api.access import ApiRequest
from brobygger.api.build import Section
from brobygger.apps.base.enums import TokenScope

section = Section(tags=["Token"])


class Me(Schema):
    """The owner of the token, and the token."""

    username: str
    role: str = Field(description="Empty: none.")
    language: str = Field(description="That the owner reads; empty: not said.")
    token: str = Field(description="The token's name.")
    scopes: list[TokenScope]
    expires_at: dt.datetime


@section.reads("/me", may="base.use_tokens", gives=Me)
def show_me(request: ApiRequest) -> Any:
    """Who I am: the owner of the token, what the token is for, and until when."""
    user, token = request.user, request.auth
    return Me(
        username=user.get_username(),
        role=user.role,
        language=user.language,
        token=token.name,
        scopes=[TokenScope(scope) for scope in token.scopes],
        expires_at=token.expires_at,
    )
