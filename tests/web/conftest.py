"""A visitor of each role, and the product as it is on the first day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth import user_logged_in
from django.http import HttpRequest
from django.middleware.csrf import CSRF_SESSION_KEY
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.classifications.models import Vocabulary
from tests.apps.conftest import vocabulary, vocabulary_file  # noqa: F401 - fixtures are found by name
from tests.factories import UserFactory
from tests.scenarios.first_match import FirstMatch, first_match

Visitor = Callable[..., Client]


@pytest.fixture(autouse=True)
def _form_token_from_the_log_in_on() -> Iterator[None]:
    """Who logs in has the form token from then on; Django's `force_login` goes past the middleware that keeps it."""

    def keep(request: HttpRequest, **_sent: Any) -> None:
        request.session[CSRF_SESSION_KEY] = request.META["CSRF_COOKIE"]

    user_logged_in.connect(keep)
    yield
    user_logged_in.disconnect(keep)


@pytest.fixture
def moment(vocabulary: Vocabulary) -> FirstMatch:  # noqa: F811
    return first_match()


@pytest.fixture
def visitor(db: None) -> Visitor:
    """A browser of somebody in this role, or of this user, who reads English unless told otherwise."""

    def enter(who: Role | User, language: str = "en") -> Client:
        client = Client(headers={"accept-language": language})
        client.force_login(who if isinstance(who, User) else UserFactory(role=who))
        return client

    return enter


@pytest.fixture
def of_software(moment: FirstMatch) -> User:
    """Speaks for the company that looks for a developer."""
    user = UserFactory(role=Role.COMPANY)
    moment.software.contacts.add(user)
    return user
