"""
Signatures of the installation: Ed25519 (RFC 8032), with a key that is derived from one of its secrets.

The secret itself is stored with nothing that is signed; whoever has the public key can check, without us.
"""

from __future__ import annotations

import hashlib
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from brobygger.data.sealed import derived_key

RECEIPTS: Final = b"brobygger: receipts of removal, 1"
"""What a key is derived for."""


def sign(content: bytes, secret: str, purpose: bytes) -> str:
    """The signature, as 128 hexadecimal digits; the same content has the same one each time."""
    return _private(secret, purpose).sign(content).hex()


def public_key_of(secret: str, purpose: bytes) -> str:
    """What signatures made with a secret are checked by, as 64 hexadecimal digits."""
    return _private(secret, purpose).public_key().public_bytes_raw().hex()


def is_signed(content: bytes, signature: str, public_key: str) -> bool:
    """Whether a signature is of this content and key; False also for what is no signature or no key at all."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(signature), content)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint_of(public_key: str) -> str:
    """The SHA-256 of a key's 32 bytes, as 64 hexadecimal digits; empty for what is none."""
    try:
        return hashlib.sha256(bytes.fromhex(public_key)).hexdigest() if public_key else ""
    except ValueError:
        return ""


def _private(secret: str, purpose: bytes) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(derived_key(secret, purpose))
