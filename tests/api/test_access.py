"""What a token opens: never more than its owner may, never more than its scopes, and no cookie opens anything."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from ninja.errors import ConfigError

from brobygger.api.build import Api, Section
from brobygger.api.v1 import api
from brobygger.apps.base.actions import create_token, note_token_use
from brobygger.apps.base.enums import Role, TokenScope
from brobygger.apps.base.models import ApiToken, User
from tests.api.conftest import Program, secret_of
from tests.factories import ApplicationFactory, UserFactory
from tests.factories.moments import NOW
from tests.scenarios.first_match import FirstMatch

PROBLEM = "application/problem+json"


def test_without_a_token_nothing_but_the_open_parts(moment: FirstMatch) -> None:
    visitor = Client()

    refused = visitor.get("/api/v1/opportunities")

    assert refused.status_code == 401
    assert refused.headers["Content-Type"] == PROBLEM
    assert refused.headers["WWW-Authenticate"].startswith("Bearer")
    assert visitor.get("/api/v1/programmes").json()["count"] == 1
    assert visitor.get("/api/v1/concepts", {"text": "weld"}).json()


def test_a_cookie_opens_nothing(moment: FirstMatch) -> None:
    client = Client()
    client.force_login(UserFactory(role=Role.MANAGER))

    assert client.get("/api/v1/opportunities").status_code == 401
    assert client.post(f"/api/v1/opportunities/{moment.welder_ad.pk}/close").status_code == 401
    moment.welder_ad.refresh_from_db()
    assert moment.welder_ad.state == "open"


@pytest.mark.parametrize("address", ["/api/v1/opportunities", "/api/v1/programmes"])
@pytest.mark.parametrize("header", ["Bearer x", "Bearer", "Basic eDp5", "brobygger_x", "Bearer " + "ø" * 50])
def test_a_token_that_is_none_is_refused_everywhere(db: None, address: str, header: str) -> None:
    assert Client(headers={"authorization": header}).get(address).status_code == 401


def test_an_expired_token_and_that_of_somebody_gone_are_refused(db: None) -> None:
    old, gone = UserFactory(role=Role.MANAGER), UserFactory(role=Role.MANAGER)
    long_ago = dt.datetime.now(tz=dt.UTC) - dt.timedelta(days=2)
    _token, expired = create_token(user=old, name="Old", scopes=["read"], days=1, by=old, at=long_ago)
    of_gone = secret_of(gone)
    User.objects.filter(pk=gone.pk).update(is_active=False)

    for secret in (expired, of_gone):
        assert Client(headers={"authorization": f"Bearer {secret}"}).get("/api/v1/me").status_code == 401


@pytest.mark.parametrize(
    ("scopes", "allowed"),
    [
        ([TokenScope.READ], {"read"}),
        ([TokenScope.WRITE], {"write"}),
        ([TokenScope.CANDIDATES_READ], {"candidates:read"}),
        ([TokenScope.APPLICATIONS_READ], {"applications:read"}),
        ([TokenScope.APPLICATIONS_WRITE], {"applications:write"}),
    ],
)
def test_a_scope_opens_its_own_part_only(
    moment: FirstMatch, program: Program, scopes: list[TokenScope], allowed: set[str]
) -> None:
    client = program(Role.MANAGER, scopes)
    ad = moment.welder_ad.pk
    application = f"/api/v1/applications/{ApplicationFactory(opportunity=moment.welder_ad).pk}"
    answers = {
        "read": client.get(f"/api/v1/opportunities/{ad}"),
        "write": client.post(f"/api/v1/opportunities/{ad}/open"),
        "candidates:read": client.get(f"/api/v1/opportunities/{ad}/ranking"),
        "applications:read": client.get(application),
        "applications:write": client.post(f"{application}/answer", {"state": "talking"}, "application/json"),
    }

    assert {scope for scope, answer in answers.items() if answer.status_code == 200} == allowed
    refused = [answer for answer in answers.values() if answer.status_code != 200]
    assert {answer.json()["type"] for answer in refused} == {"/api/#scope-missing"}


def test_a_token_gives_no_more_than_its_owner_may(
    moment: FirstMatch, program: Program, of_software: User
) -> None:
    company, candidate = program(of_software), program(Role.CANDIDATE)

    assert company.get(f"/api/v1/opportunities/{moment.developer_ad.pk}").status_code == 200
    assert company.get(f"/api/v1/opportunities/{moment.welder_ad.pk}").status_code == 404
    assert company.get("/api/v1/candidates").status_code == 403
    assert company.get(f"/api/v1/candidates/{moment.hidden_developer.pk}").status_code == 404
    assert candidate.get(f"/api/v1/opportunities/{moment.developer_ad.pk}/ranking").status_code == 403
    assert candidate.get(f"/api/v1/candidates/{moment.developer.pk}").status_code == 404


def test_use_is_noted_once_an_hour(db: None) -> None:
    user = UserFactory()
    token, _secret = create_token(user=user, name="Prøve", scopes=["read"], days=9, by=user, at=NOW)

    for minutes, noted in ((0, 0), (59, 0), (60, 60)):
        note_token_use(token=token, by=user, at=NOW + dt.timedelta(minutes=minutes))
        token.refresh_from_db()
        assert token.last_used_at == NOW + dt.timedelta(minutes=noted)


def test_only_a_digest_of_the_secret_is_kept(db: None) -> None:
    secret = secret_of(UserFactory())

    assert len(secret) > 40
    assert secret not in str(ApiToken.objects.values())


def test_an_api_with_an_operation_that_names_no_permission_cannot_be_built() -> None:
    section = Section()
    section.get("/secrets")(lambda request: {})
    unfinished = Api(title="Unfinished", urls_namespace="unfinished")
    unfinished.add_router("", section)

    with pytest.raises(ConfigError, match="does not say who may call it"):
        unfinished.urls  # noqa: B018 - asking builds them


def test_every_operation_names_its_permission_and_scope() -> None:
    document = api.get_openapi_schema(path_prefix="/")
    operations = [one for methods in document["paths"].values() for one in methods.values()]

    assert all(one["x-permission"] and one["x-scope"] for one in operations)
    assert len(operations) >= 35


def test_an_operation_that_reads_cannot_write(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    client = program(Role.MANAGER)
    monkeypatch.setattr(
        "brobygger.api.v1.programmes.queries.programmes", lambda: User.objects.create(username="sneaked in")
    )

    assert client.get("/api/v1/programmes").status_code == 500
