"""Somebody with an account, the mail they get, and the code in it."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from django.core import mail
from django.test import Client
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from tests.factories import UserFactory

PASSWORD = "correct horse battery"
CODE = re.compile(r"^[A-Z]{4}-[A-Z]{4}$", re.M)


@pytest.fixture
def english(db: None) -> Client:
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def member(db: None) -> User:
    """A candidate who has signed up before, with a password."""
    return somebody("kim@example.org", password=PASSWORD)


def somebody(email: str, *, password: str | None = None, language: str = "", verified: bool = True) -> User:
    user: User = UserFactory(email=email, role=Role.CANDIDATE, language=language)
    if password:
        user.set_password(password)
    else:
        user.set_unusable_password()
    user.save()
    EmailAddress.objects.create(user=user, email=email, verified=verified, primary=True)
    return user


@pytest.fixture
def last_code() -> Callable[[], str]:
    def find() -> str:
        found = CODE.search(str(mail.outbox[-1].body))
        assert found, mail.outbox[-1].body
        return found.group()

    return find


def is_logged_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def passkey_of(user: User, *, name: str = "Telephone") -> Authenticator:
    """A passkey as a browser would have registered it; nothing can be signed with it."""
    public = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    number = os.urandom(16)
    data = AuthenticatorData.create(
        hashlib.sha256(b"testserver").digest(),
        AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV | AuthenticatorData.FLAG.AT,
        0,
        AttestedCredentialData.create(Aaguid.NONE, number, public),
    )
    asked = CollectedClientData.create(
        CollectedClientData.TYPE.CREATE, websafe_encode(b"challenge"), "http://testserver"
    )
    credential = {
        "id": websafe_encode(number),
        "rawId": websafe_encode(number),
        "type": "public-key",
        "response": {
            "clientDataJSON": websafe_encode(asked),
            "attestationObject": websafe_encode(AttestationObject.create("none", data, {})),
        },
        "clientExtensionResults": {"credProps": {"rk": True}},
    }
    kept: Authenticator = Authenticator.objects.create(
        user=user, type=Authenticator.Type.WEBAUTHN, data={"name": name, "credential": credential}
    )
    return kept
