"""Tokens: shown once, listed without their secret, revoked by their owner and nobody else."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import ApiToken, AuditEntry
from tests.factories import UserFactory
from tests.web.conftest import Visitor

FIELDS = {"name": "Our own system", "scopes": ["read", "write"], "days": "90"}


def made(client: Client) -> str:
    html = client.post("/account/tokens/create/", FIELDS).content.decode()
    return re.search(r"brobygger_[\w-]{40,}", html)[0]


@pytest.mark.parametrize("role", Role)
def test_everybody_who_is_logged_in_can_make_a_token(visitor: Visitor, role: Role) -> None:
    client = visitor(role)

    secret = made(client)

    token = ApiToken.objects.get()
    assert token.scopes == ["read", "write"]
    assert secret not in client.get("/account/tokens/").content.decode()
    assert secret not in str(ApiToken.objects.values()) + str(list(AuditEntry.objects.values()))
    assert Client(headers={"authorization": f"Bearer {secret}"}).get("/api/v1/me").status_code in {200, 403}


def test_answer_with_the_secret_is_kept_nowhere(visitor: Visitor) -> None:
    response = visitor(Role.COMPANY).post("/account/tokens/create/", FIELDS)

    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    "wrong", [{"name": " "}, {"scopes": []}, {"scopes": ["everything"]}, {"days": "4000"}, {"days": "-1"}]
)
def test_a_token_that_cannot_be_is_refused(visitor: Visitor, wrong: dict[str, object]) -> None:
    response = visitor(Role.COMPANY).post("/account/tokens/create/", {**FIELDS, **wrong})

    assert response.status_code == 422
    assert not ApiToken.objects.exists()


def test_a_revoked_token_opens_nothing(visitor: Visitor) -> None:
    client = visitor(Role.SECRETARIAT)
    secret = made(client)
    program = Client(headers={"authorization": f"Bearer {secret}"})
    assert program.get("/api/v1/me").status_code == 200

    client.post(f"/account/tokens/{ApiToken.objects.get().pk}/revoke/")

    assert program.get("/api/v1/me").status_code == 401
    assert "Revoked" in client.get("/account/tokens/").content.decode()


def test_nobody_revokes_the_token_of_another(visitor: Visitor) -> None:
    made(visitor(Role.SECRETARIAT))

    visitor(UserFactory(role=Role.MANAGER)).post(f"/account/tokens/{ApiToken.objects.get().pk}/revoke/")

    assert ApiToken.objects.get().revoked_at is None


def test_visitors_are_asked_to_log_in(db: None) -> None:
    assert Client().get("/account/tokens/").status_code == 302
