"""What second factors are checked with: encrypted where it is stored, and still good after the key has changed."""

from __future__ import annotations

import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.management import CommandError, call_command
from django.utils.timezone import now

from brobygger.apps.base.actions import reseal_second_factors
from brobygger.apps.base.models import AuditEntry
from brobygger.data.sealed import SealBroken, seal, unseal
from tests.web.account.conftest import PASSWORD, is_logged_in
from tests.web.account.test_log_in import totp_code

OLD, NEW = "the old key of the house", "a new key of the house"


def test_text_comes_back_with_any_key_of_the_list_and_with_no_other():
    sealed = seal("JBSWY3DPEHPK3PXP", [OLD])

    assert "JBSWY3DP" not in sealed
    assert seal("JBSWY3DPEHPK3PXP", [OLD]) != sealed
    assert unseal(sealed, [NEW, OLD]) == "JBSWY3DPEHPK3PXP"
    for wrong in (sealed[:-2] + "AA", sealed):
        with pytest.raises(SealBroken, match="BROBYGGER_ENCRYPTION_KEYS"):
            unseal(wrong, [NEW])


def test_text_of_before_is_read_as_it_is():
    assert unseal("JBSWY3DPEHPK3PXP", [NEW]) == "JBSWY3DPEHPK3PXP"


def test_default_key_is_the_secret_key(settings):
    assert settings.ENCRYPTION_KEYS == [settings.SECRET_KEY]


def test_stored_secret_is_encrypted_and_the_code_lets_in(english, member):
    secret = generate_totp_secret()
    TOTP.activate(member, secret)
    codes = RecoveryCodes.activate(member)

    stored = json.dumps(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in stored
    assert stored.count("sealed:") == 2
    assert len(codes.get_unused_codes()) == 10

    english.post("/log-in/", {"login": member.email, "password": PASSWORD})
    english.post("/log-in/second-factor/", {"code": totp_code(secret)})
    assert is_logged_in(english)


def test_change_of_key_keeps_factors_and_is_repeatable(english, member, settings):
    secret = generate_totp_secret()
    settings.ENCRYPTION_KEYS = [OLD]
    TOTP.activate(member, secret)
    codes = RecoveryCodes.activate(member).get_unused_codes()
    Authenticator.objects.create(user=member, type=Authenticator.Type.WEBAUTHN, data={"name": "Telephone"})

    settings.ENCRYPTION_KEYS = [NEW, OLD]
    assert [reseal_second_factors(by=None, at=now()) for _ in range(2)] == [2, 0]
    assert AuditEntry.objects.filter(action="base.reseal_second_factor").count() == 2

    settings.ENCRYPTION_KEYS = [NEW]
    assert RecoveryCodes.activate(member).get_unused_codes() == codes
    english.post("/log-in/", {"login": member.email, "password": PASSWORD})
    english.post("/log-in/second-factor/", {"code": totp_code(secret)})
    assert is_logged_in(english)


def test_what_was_stored_unencrypted_is_encrypted(member, settings, capsys):
    row = Authenticator.objects.create(
        user=member, type=Authenticator.Type.TOTP, data={"secret": "JBSWY3DPEHPK3PXP"}
    )

    call_command("reseal_second_factors")

    assert "1 second factors" in capsys.readouterr().out
    row.refresh_from_db()
    assert unseal(row.data["secret"], settings.ENCRYPTION_KEYS) == "JBSWY3DPEHPK3PXP"
    assert row.data["secret"].startswith("sealed:")


def test_key_that_is_missing_stops_the_change_and_says_so(member, settings):
    settings.ENCRYPTION_KEYS = [OLD]
    TOTP.activate(member, generate_totp_secret())
    before = Authenticator.objects.get().data

    settings.ENCRYPTION_KEYS = [NEW]
    with pytest.raises(CommandError, match="BROBYGGER_ENCRYPTION_KEYS"):
        call_command("reseal_second_factors")
    assert Authenticator.objects.get().data == before
