"""Log-in and sign-up as we ask for them; the work is allauth's."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm, RequestLoginCodeForm, SignupForm
from allauth.account.internal.flows.manage_email import sync_user_email_address
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.utils.translation import gettext_lazy as _


class LogInForm(LoginForm):  # type: ignore[misc]
    """E-mail and password. Somebody who was added with a user name alone may give that instead."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail")
        self.fields["login"].widget.attrs |= {"autocomplete": "username", "autocapitalize": "none"}
        self.fields["login"].error_messages["required"] = _("Write your e-mail address.")


class SignUpForm(SignupForm):  # type: ignore[misc]
    """An e-mail address, and a password for those who want one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail")
        self.fields["email"].help_text = _("We send a code to it, to see that it is yours.")
        self.fields["password1"].label = _("Password (optional)")
        self.fields["password1"].help_text = _(
            "At least 12 characters. Leave it empty, and you log in with a code that we send you each time."
        )


class AddPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A passkey stands in for the password unless its owner wants it after the password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name")
        self.fields["name"].help_text = _("So that you know it again, such as “My telephone”.")
        self.fields["passwordless"].label = _("Let it stand in for the password")
        self.fields["passwordless"].help_text = _("Needs a finger, a face or a PIN on the device.")
        self.fields["passwordless"].initial = True


class RenamePasskeyForm(EditWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name")


class AskForCodeForm(RequestLoginCodeForm):  # type: ignore[misc]
    """The code also verifies the address of somebody who was added with it by hand."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail")

    def clean_email(self) -> str:
        email: str = super().clean_email()
        if self._user is not None:
            sync_user_email_address(self._user)
        return email
