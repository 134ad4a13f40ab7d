"""A link in a mail works once, for a while, and is kept so that nobody can make it up."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading

import pytest
from django.db import connection, transaction

from brobygger.apps.base import actions
from brobygger.apps.base.models import AuditEntry, OneTapLink, acting_by, all_rows
from tests.factories import UserFactory
from tests.factories.moments import NOW

TAP = actions.OneTap("No more news", "base.mute_topic", {"topic": "news"}, days=7)


def made(**user):
    """A link and its token."""
    address = actions.make_one_tap_link(user=UserFactory(**user), tap=TAP, by=None, at=NOW)
    return OneTapLink.objects.get(), address.rstrip("/").rpartition("/")[2]


@pytest.mark.django_db
def test_link_is_a_whole_address_and_only_its_digest_is_kept(settings):
    settings.BROBYGGER_URL = "https://brobygger.example"
    address = actions.make_one_tap_link(user=UserFactory(), tap=TAP, by=None, at=NOW)

    token = address.removeprefix("https://brobygger.example/t/").removesuffix("/")
    link = OneTapLink.objects.get()
    assert link.digest == hashlib.sha256(token.encode()).hexdigest()
    assert len(token) == 43
    assert (link.action, link.arguments) == ("base.mute_topic", {"topic": "news"})
    assert link.expires_at == NOW + dt.timedelta(days=7)
    assert token not in str(AuditEntry.objects.get().changes)


@pytest.mark.django_db
def test_link_works_once_and_says_that_it_was_used():
    link, token = made()

    assert actions.use_one_tap_link(token=token, at=NOW) == link
    with pytest.raises(actions.LinkUsed) as caught:
        actions.use_one_tap_link(token=token, at=NOW)

    assert caught.value.link == link
    kept = AuditEntry.objects.get(action="base.use_one_tap_link")
    assert (kept.by_id, kept.changes["by_link"]) == (link.user_id, link.pk)


@pytest.mark.django_db
def test_what_is_done_by_a_link_says_so():
    link, _token = made()
    with acting_by(link):
        kept = actions.record(
            action="base.tried", subject=link, by=link.user, at=NOW, changes={"what": "nothing"}
        )

    assert kept.changes == {"what": "nothing", "by_link": link.pk}
    assert actions.record(action="base.tried", subject=link, by=None, at=NOW, changes={}).changes == {}


@pytest.mark.django_db
def test_link_expires():
    link, token = made()

    with pytest.raises(actions.LinkExpired) as caught:
        actions.use_one_tap_link(token=token, at=NOW + dt.timedelta(days=7))

    assert caught.value.link == link


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changed",
    [
        lambda token: token[:-1],
        lambda token: token[::-1],
        lambda token: token.swapcase(),
        lambda _: "",
        lambda _: "\udc80",
    ],
)
def test_changed_link_is_unknown(changed):
    _link, token = made()

    with pytest.raises(actions.LinkUnknown):
        actions.use_one_tap_link(token=changed(token), at=NOW)


@pytest.mark.django_db
def test_link_of_somebody_who_may_not_log_in_any_more_is_unknown():
    _link, token = made(is_active=False)

    with pytest.raises(actions.LinkUnknown):
        actions.use_one_tap_link(token=token, at=NOW)


@pytest.mark.django_db
def test_link_is_good_again_where_what_it_does_fails():
    _link, token = made()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        actions.use_one_tap_link(token=token, at=NOW)
        1 / 0

    assert actions.use_one_tap_link(token=token, at=NOW)


@pytest.mark.django_db(transaction=True)
def test_link_that_is_tapped_twice_at_once_works_once():
    _link, token = made()
    together, came = threading.Barrier(2), []

    def tap():
        try:
            with all_rows():
                together.wait()
                actions.use_one_tap_link(token=token, at=NOW)
                came.append("used")
        except actions.LinkUsed:
            came.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=tap) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(came) == ["refused", "used"]
    assert AuditEntry.objects.filter(action="base.use_one_tap_link").count() == 1
