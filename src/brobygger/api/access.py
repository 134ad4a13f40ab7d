"""Who asks: the token in the header, its owner, and what both allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.timezone import now
from ninja.errors import AuthenticationError
from ninja.security import HttpBearer

from brobygger.api.problems import ScopeMissing
from brobygger.apps.base.actions import note_token_use
from brobygger.apps.base.queries import token_by_secret

if TYPE_CHECKING:
    from brobygger.apps.base.enums import TokenScope
    from brobygger.apps.base.models import ApiToken, User


class ApiRequest(HttpRequest):
    """
    A request as an operation with a scope gets it: `Token` has said whose it is.

    Attributes:
        links: addresses of the pages beside the answer, by relation.
    """

    user: User
    auth: ApiToken
    links: dict[str, str]


class Token(HttpBearer):
    """`Authorization: Bearer …` and nothing else: no cookie opens the API, so that no page can be made to use it."""

    def authenticate(self, request: HttpRequest, token: str) -> ApiToken | None:
        at = now()
        found = token_by_secret(token.strip(), at=at)
        if found is not None:
            note_token_use(token=found, by=found.user, at=at)
            request.user = found.user
        return found


def anybody(request: HttpRequest) -> object:
    """
    For what everybody may read: without a token as a visitor, with one as its owner.

    Raises:
        AuthenticationError: there is a token, and it is worth nothing.
    """
    if "Authorization" in request.headers:
        found = Token()(request)
        if found is None:
            raise AuthenticationError
        return found
    request.user = AnonymousUser()
    return request.user or True


def check_scope(request: ApiRequest, scope: TokenScope) -> None:
    """
    Raises:
        ScopeMissing: the token is not for this.
    """
    if scope.value not in request.auth.scopes:
        raise ScopeMissing(scope.value)
