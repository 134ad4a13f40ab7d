"""Where allauth asks how this product does things: who somebody new is, in which language mail is written."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.account.stages import EmailVerificationStage
from allauth.core import context as current
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import get_random_string
from django.utils.timezone import now

from brobygger.apps.base import actions, queries
from brobygger.data.sealed import seal, unseal
from brobygger.web.account.language import LANGUAGE, language_in_use, remember_language
from brobygger.web.account.link import link_into_account
from brobygger.web.partnership.answering import ANSWERED
from brobygger.web.shell import SCHEME

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

NAME = "Brobygger"
NOT_WORTH_SAYING = ("account/messages/logged_in.txt", "account/messages/logged_out.txt")
"""The page that follows shows it."""
CODE_MAIL = "account/email/login_code"
EXISTS_MAIL = "account/email/account_already_exists"


def display_name(user: User) -> str:
    """How mail and pages of the account call somebody: the user name of who signed up says nothing."""
    return user.email or user.get_username()


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-up makes candidates; mail speaks the receiver's language."""

    @transaction.atomic
    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        super().save_user(request, user, form, commit=False)
        if commit:
            actions.sign_up(user=user, language=language_in_use(), by=None, at=now())
        return user

    def populate_username(self, request: HttpRequest, user: User) -> None:
        """Nobody sees or types it; letters of the address would tell who somebody is where only a name is shown."""
        user.username = user.username or f"person-{get_random_string(12, 'abcdefghijkmnpqrstuvwxyz23456789')}"

    def post_login(self, request: HttpRequest, user: User, **given: Any) -> HttpResponse:
        # whoever is in needs no other way in: the links of earlier mails are worth nothing from now on
        actions.void_log_in_links(user=user, by=user, at=now())
        remember_language(request, user.language)
        request.session.pop(ANSWERED, None)  # that a visitor answered a survey is nothing to know of a user
        answer: HttpResponse = super().post_login(request, user, **given)
        return answer

    def logout(self, request: HttpRequest) -> None:
        """What somebody reads in stays as it was chosen on this device."""
        chosen = {name: request.session[name] for name in (LANGUAGE, SCHEME) if name in request.session}
        super().logout(request)
        request.session.update(chosen)

    def get_login_stages(self) -> list[str]:
        ours = {
            f"{EmailVerificationStage.__module__}.{EmailVerificationStage.__name__}": (
                f"{__name__}.{VerifyAddressIfAny.__name__}"
            )
        }
        return [ours.get(stage, stage) for stage in super().get_login_stages()]

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        is_said_there = kwargs.get("message") == self.error_messages["too_many_login_attempts"] and (
            request.path == reverse("account_email_verification_sent")
        )
        if message_template not in NOT_WORTH_SAYING and not is_said_there:
            super().add_message(request, level, message_template, *args, **kwargs)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """In the language of who has the address; of a stranger we know only what this request reads."""
        site = SimpleNamespace(name=NAME, domain=current.request.get_host())
        with translation.override(queries.language_of(email) or language_in_use()):
            if template_prefix == CODE_MAIL:
                is_way_in = not context.get("reauthentication")
                context = {**context, "link": link_into_account(current.request, email) if is_way_in else ""}
            elif template_prefix == EXISTS_MAIL:  # no password may have been set that could be forgotten
                code_url = current.request.build_absolute_uri(reverse("account_request_login_code"))
                link = link_into_account(current.request, email)
                context = {**context, "email": email, "link": link, "code_url": code_url}
            super().send_mail(template_prefix, email, {"current_site": site, **context})


class VerifyAddressIfAny(EmailVerificationStage):  # type: ignore[misc]
    """
    A step of logging in: the address has to be verified.

    Somebody who was added with a user name alone (`save_user`) has none, and that of a demo's users is nobody's.
    """

    def handle(self) -> tuple[HttpResponse | None, bool]:
        user = self.login.user
        if user and (settings.DEMO or not user.email) and not EmailAddress.objects.filter(user=user).exists():
            return None, True
        answer: tuple[HttpResponse | None, bool] = super().handle()
        return answer


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Who comes from a university's or a public log-in for the first time is a candidate too."""

    @transaction.atomic
    def save_user(self, request: HttpRequest, sociallogin: Any, form: Any = None) -> User:
        user: User = super().save_user(request, sociallogin, form)
        if form is None:  # with a form, the account's adapter has signed them up
            actions.sign_up(user=user, language=language_in_use(), by=None, at=now())
        return user

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> User:
        """The provider's user name is not taken over: it may be an e-mail address, or a national number."""
        user: User = super().populate_user(request, sociallogin, {**data, "username": ""})
        return user


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Devices show a passkey under the product's name; what a code is checked with is stored encrypted."""

    def encrypt(self, text: str) -> str:
        return seal(text, settings.ENCRYPTION_KEYS)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text, settings.ENCRYPTION_KEYS)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": NAME}
