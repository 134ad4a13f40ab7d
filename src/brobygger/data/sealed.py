"""
Short secrets that are kept encrypted, such as what an authenticator app is joined with.

A sealed text is "sealed:" and a Fernet token (AES-128 in CBC mode with HMAC-SHA256). Its key is derived from a secret
of the installation with HKDF-SHA256, so that the secret may be any text and serves for nothing else.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import cache
from typing import Final

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MARK: Final = "sealed:"
PURPOSE: Final = b"brobygger: second factors, 1"


class SealBroken(Exception):
    """None of the secrets opens a sealed text."""


def seal(text: str, secrets: Sequence[str]) -> str:
    """Encrypt a text with the first of the secrets; the same text is another one each time."""
    return MARK + _fernet(tuple(secrets)).encrypt(text.encode()).decode("ascii")


def unseal(text: str, secrets: Sequence[str]) -> str:
    """
    What was sealed with any of the secrets. A text that was never sealed is returned as it is.

    Raises:
        SealBroken: it was sealed with another secret, or changed.
    """
    if not text.startswith(MARK):
        return text
    try:
        return _fernet(tuple(secrets)).decrypt(text.removeprefix(MARK).encode()).decode()
    except InvalidToken as error:
        raise SealBroken(
            "A stored secret opens with none of BROBYGGER_ENCRYPTION_KEYS: add the key it was made with."
        ) from error


def is_sealed_with_first(text: str, secrets: Sequence[str]) -> bool:
    """Whether the first of the secrets alone opens a text that is sealed."""
    try:
        return text.startswith(MARK) and unseal(text, secrets[:1]) is not None
    except SealBroken:
        return False


@cache
def _fernet(secrets: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(base64.urlsafe_b64encode(derived_key(secret, PURPOSE))) for secret in secrets])


def derived_key(secret: str, purpose: bytes) -> bytes:
    """32 bytes that follow from a secret of any length, others for each purpose (HKDF-SHA256, RFC 5869, no salt)."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(secret.encode())
