"""Programs with tokens, and the product as it is on the first day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.test import Client

from brobygger.apps.base.actions import create_token
from brobygger.apps.base.enums import Role, TokenScope
from brobygger.apps.base.models import User
from tests.apps.conftest import vocabulary, vocabulary_file  # noqa: F401 - fixtures are found by name
from tests.factories import UserFactory
from tests.scenarios.first_match import FirstMatch, first_match

Program = Callable[..., Client]


@pytest.fixture
def moment(vocabulary: Any) -> FirstMatch:  # noqa: F811
    return first_match()


def secret_of(user: User, scopes: Iterable[TokenScope] = tuple(TokenScope), days: int = 30) -> str:
    at = dt.datetime.now(tz=dt.UTC)
    _token, secret = create_token(user=user, name="Prøve", scopes=scopes, days=days, by=user, at=at)
    return secret


@pytest.fixture
def program(db: None) -> Program:
    """A program with the token of somebody in this role, or of this user, that asks in English."""

    def start(
        who: Role | User, scopes: Iterable[TokenScope] = tuple(TokenScope), language: str = "en"
    ) -> Client:
        user = who if isinstance(who, User) else UserFactory(role=who)
        headers = {"authorization": f"Bearer {secret_of(user, scopes)}", "accept-language": language}
        return Client(headers=headers)

    return start


@pytest.fixture
def of_software(moment: FirstMatch) -> User:
    """Speaks for the company that looks for a developer."""
    user = UserFactory(role=Role.COMPANY)
    moment.software.contacts.add(user)
    return user
