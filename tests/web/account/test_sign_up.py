"""Creating a profile: with a password or without, once for an address, by the code that was sent."""

from __future__ import annotations

import re
import time

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from tests.factories import UserFactory
from tests.web.account.conftest import PASSWORD, is_logged_in, somebody

pytestmark = pytest.mark.django_db
NEW = {"email": "new@example.org", "password1": PASSWORD}


def test_sign_up_with_a_password_makes_a_candidate_once_the_code_is_given(english, last_code):
    response = english.post("/sign-up/", NEW)

    assert response["Location"] == "/account/email/code/"
    assert not is_logged_in(english)
    assert "new@example.org" in english.get("/account/email/code/").content.decode()

    response = english.post("/account/email/code/", {"code": last_code()})

    assert response["Location"] == "/"
    assert is_logged_in(english)
    user = User.objects.get(email="new@example.org")
    assert (user.role, user.language) == (Role.CANDIDATE, "en")
    assert user.check_password(PASSWORD)
    assert EmailAddress.objects.get(user=user).verified


def test_new_candidate_lands_on_the_own_page_with_the_first_step(english, last_code):
    english.post("/sign-up/", NEW)
    response = english.post("/account/email/code/", {"code": last_code()}, follow=True)

    assert [address for address, _status in response.redirect_chain] == ["/", "/my-page/", "/my-page/cv/"]
    html = response.content.decode()
    assert "Upload your CV, or fill in your profile yourself" in html
    # both ways to begin stand before what is said about them, so that a phone shows them
    assert html.index('action="/my-page/cv/none/"') < html.index("The file itself is not kept")
    assert english.get("/", follow=True).request["PATH_INFO"] == "/my-page/cv/"


def test_sign_up_needs_no_password(english, last_code):
    english.post("/sign-up/", {"email": "new@example.org", "password1": ""})
    english.post("/account/email/code/", {"code": last_code()})

    assert is_logged_in(english)
    assert not User.objects.get(email="new@example.org").has_usable_password()
    assert "you log in with a code by mail" in english.get("/account/").content.decode()


def test_user_name_is_made_up_and_tells_nothing(english):
    english.post("/sign-up/", NEW)

    name = User.objects.get(email="new@example.org").username
    assert name.startswith("person-")
    assert "new" not in name


def test_sign_up_leaves_a_trace(english):
    english.post("/sign-up/", NEW)

    user = User.objects.get(email="new@example.org")
    entry = AuditEntry.objects.get(action="base.sign_up")
    assert (entry.subject_id, entry.by_id, entry.changes) == (str(user.pk), None, {"role": "candidate"})


def test_sign_up_leads_back_to_the_page_that_was_asked_for(english, last_code):
    english.post("/sign-up/", {**NEW, "next": "/vocabulary/"})
    response = english.post("/account/email/code/", {"code": last_code()})

    assert response["Location"] == "/vocabulary/"


def test_second_sign_up_looks_the_same_to_a_stranger_and_tells_the_owner(english, member):
    first = english.post("/sign-up/", NEW)
    seen_first = english.get(first["Location"]).content.decode()
    stranger = Client(headers={"accept-language": "en"})

    second = stranger.post("/sign-up/", {**NEW, "email": member.email})
    seen_second = stranger.get(second["Location"]).content.decode()

    assert (second.status_code, second["Location"]) == (first.status_code, first["Location"])
    assert without_secrets(seen_second.replace(member.email, "")) == without_secrets(
        seen_first.replace("new@example.org", "")
    )
    assert User.objects.filter(email=member.email).count() == 1
    assert mail.outbox[-1].to == [member.email]
    assert "There is one already" in str(mail.outbox[-1].body)
    assert "Send me a code to log in" in seen_first
    assert 'href="/log-in/code/"' in seen_first


def test_mail_after_a_second_sign_up_logs_in_whoever_never_had_a_password(english):
    user = somebody("sam@example.org", language="en")
    english.post("/sign-up/", {"email": user.email, "password1": ""})

    text = str(mail.outbox[-1].body)
    assert "assword" not in text.replace("You need no password for it", "")
    found = re.search(r"^https?://\S+(/log-in/link/\S+)$", text, re.M)
    assert found, text
    assert english.post(f"{found.group(1)}enter/")["Location"] == "/"
    assert is_logged_in(english)


def test_mail_names_the_page_of_codes_where_an_address_is_not_of_an_account_yet(english):
    UserFactory(email="hr@example.com", role=Role.COMPANY, language="en")
    english.post("/sign-up/", {"email": "hr@example.com", "password1": ""})

    assert mail.outbox[-1].to == ["hr@example.com"]
    assert "/log-in/code/\n" in str(mail.outbox[-1].body)


def without_secrets(html: str) -> str:
    return re.sub(r'(csrfmiddlewaretoken" value=|X-CSRFToken": |nonce=)"[^"]*"', "", html)


def test_mail_to_the_owner_is_in_their_language(english):
    somebody("dorthe@example.org", language="da")

    english.post("/sign-up/", {**NEW, "email": "dorthe@example.org"})

    assert "Brobygger" in mail.outbox[-1].subject
    assert mail.outbox[-1].subject != "Brobygger: Account Already Exists"


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "code"), ("da", "kode"), ("nb", "kode"), ("sv", "kod")],
)
def test_code_is_sent_in_the_language_of_the_page(db, language, words):
    Client(headers={"accept-language": language}).post("/sign-up/", NEW)

    assert words in str(mail.outbox[-1].body)
    assert "Brobygger" in str(mail.outbox[-1].body)
    assert ("Thank you" in str(mail.outbox[-1].body)) == (language == "en")


def wrong_codes(client, number):
    for _wrong in range(number):
        response = client.post("/account/email/code/", {"code": "AAAA-AAAA"})
    return response


def form_in(html, action):
    """What a browser sends with one click on the only button of a form."""
    form = re.search(rf'<form[^>]*action="{action}">.*?</form>', html, re.DOTALL)[0]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))


def test_third_wrong_code_says_so_and_one_click_begins_anew(english, last_code):
    english.post("/sign-up/", NEW)
    assert "Incorrect code" in wrong_codes(english, 2).content.decode()

    response = wrong_codes(english, 1)

    html = response.content.decode()
    assert response.status_code == 422
    assert "Three wrong codes have been entered" in html
    assert "Too many failed login attempts" not in html
    assert not is_logged_in(english)
    mail.outbox.clear()
    again = english.post("/log-in/code/", form_in(html, "/log-in/code/"))
    assert again["Location"] == "/log-in/code/enter/"
    assert mail.outbox[-1].to == ["new@example.org"]
    assert english.post("/log-in/code/enter/", {"code": last_code()}).status_code == 302
    assert is_logged_in(english)
    assert EmailAddress.objects.get(user__email="new@example.org").verified
    assert User.objects.get().check_password(PASSWORD), "what was typed at the sign-up holds"
    assert "Too many failed login attempts" not in english.get("/account/").content.decode()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("da", "Koden virker ikke længere"),
        ("nb", "Koden virker ikke lenger"),
        ("sv", "Koden gäller inte längre"),
    ],
)
def test_end_of_a_code_is_said_in_the_language_of_the_reader(db, language, words):
    client = Client(headers={"accept-language": language})
    client.post("/sign-up/", NEW)

    assert words in wrong_codes(client, 3).content.decode()


def test_end_of_a_code_tells_nobody_that_an_address_is_known(english):
    somebody("known@example.org")
    pages = []
    for address in ("known@example.org", "new@example.org"):
        client = Client(headers={"accept-language": "en"})
        client.post("/sign-up/", {**NEW, "email": address})
        pages.append(without_secrets(wrong_codes(client, 3).content.decode().replace(address, "it")))

    assert pages[0] == pages[1]


def test_code_expires(english, last_code, monkeypatch):
    english.post("/sign-up/", NEW)
    later = time.time() + 16 * 60
    monkeypatch.setattr("allauth.account.internal.flows.code_verification.time.time", lambda: later)

    response = english.post("/account/email/code/", {"code": last_code()})

    assert "It was good for 15 minutes" in response.content.decode()
    assert form_in(response.content.decode(), "/log-in/code/")["email"] == "new@example.org"
    assert not is_logged_in(english)


def test_weak_password_is_refused_with_what_would_do(english):
    response = english.post("/sign-up/", {**NEW, "password1": "short"})

    assert "at least 12 characters" in response.content.decode()
    assert not User.objects.exists()


def test_twenty_first_sign_up_in_a_minute_has_to_wait(english):
    answers = [
        english.post("/sign-up/", {"email": f"n{number}@example.org", "password1": ""}).status_code
        for number in range(21)
    ]

    assert answers[-2:] == [302, 429]
    assert "wait a few minutes" in english.post("/sign-up/", NEW).content.decode()


def test_only_cookie_is_the_sessions(english, last_code):
    english.get("/sign-up/")
    english.post("/sign-up/", NEW)
    english.post("/account/email/code/", {"code": last_code()})
    english.get("/account/")

    assert set(english.cookies) == {"sessionid"}
