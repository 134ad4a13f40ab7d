"""What has been kept for long enough goes; people are told before; a receipt says how much."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, override_settings
from django.urls import reverse

from brobygger.apps.base.enums import RETENTION_DAYS, Retention, Role
from brobygger.apps.base.models import Message, OneTapLink, RetentionReceipt, User
from brobygger.apps.base.queries import overdue
from brobygger.apps.matching.models import Match
from brobygger.apps.opportunities.enums import ApplicationState
from brobygger.apps.opportunities.models import Application
from brobygger.apps.organisations.actions import invite_contact
from brobygger.apps.organisations.enums import ContactRight
from brobygger.apps.organisations.models import ContactInvitation
from brobygger.apps.people.actions import keep_profile, keep_retention
from brobygger.apps.people.models import Candidate, ErasureRequest
from brobygger.apps.programmes.models import ErasedCount
from brobygger.cli.main import main
from tests.factories import (
    ApplicationFactory,
    CandidateFactory,
    CandidateIdentityFactory,
    MatchFactory,
    MatchRunFactory,
    MessageFactory,
    OrganisationFactory,
    UserFactory,
)
from tests.factories.moments import NOW

A_DAY = dt.timedelta(days=1)


def ago(retention: Retention, more: int = 1) -> dt.datetime:
    return NOW - dt.timedelta(days=RETENTION_DAYS[retention] + more)


def due() -> dict[str, int]:
    return {one.model._meta.label: one.rows.count() for one in overdue(NOW) if one.rows.exists()}


def quiet_candidate(**user: object) -> Candidate:
    """Somebody who has not been here for longer than profiles are kept."""
    long_ago = ago(Retention.PROFILE)
    owner = UserFactory(role=Role.CANDIDATE, email="ida@example.org", last_login=long_ago, **user)
    candidate = CandidateFactory(user=owner, created_at=long_ago, changed_at=long_ago)
    CandidateIdentityFactory(candidate=candidate)
    return candidate


def test_each_class_counts_from_its_moment(db: None) -> None:
    MessageFactory(created_at=ago(Retention.MAIL))
    MessageFactory(created_at=NOW - A_DAY)
    answered = ago(Retention.APPLICATION)
    for state in (ApplicationState.REJECTED, ApplicationState.APPLIED):
        ApplicationFactory(
            state=state, answered_at=answered, answered_by_name="Bo Prøve", changed_at=answered
        )
    ApplicationFactory(state=ApplicationState.REJECTED, answered_at=NOW, answered_by_name="Bo Prøve")
    MatchFactory(run=MatchRunFactory(started_at=ago(Retention.RUN), state="superseded"))
    MatchFactory(run=MatchRunFactory(started_at=NOW))
    assert due() == {"base.Message": 1, "opportunities.Application": 1, "matching.Match": 1}


@pytest.mark.parametrize("sign", ["changed_at", "kept_at", "last_login"])
def test_any_sign_of_life_keeps_a_profile(db: None, sign: str) -> None:
    candidate = quiet_candidate()
    assert due() == {"people.Candidate": 1}
    owner = candidate.user if sign == "last_login" else candidate
    setattr(owner, sign, NOW - A_DAY)
    owner.save()
    assert due() == {}


def test_rows_go_and_the_receipt_says_how_many(db: None) -> None:
    MessageFactory(created_at=ago(Retention.MAIL))
    old = ago(Retention.APPLICATION)
    ApplicationFactory(state=ApplicationState.WITHDRAWN, changed_at=old)
    receipt = keep_retention(by=None, at=NOW)

    assert (Message.objects.count(), Application.objects.count(), due()) == (0, 0, {})
    assert ["base.Message", "mail", 1] in receipt.counts
    assert ["opportunities.Application", "application", 1] in receipt.counts
    form = json.dumps([NOW.isoformat(), receipt.counts], separators=(",", ":"))
    assert receipt.digest == hashlib.sha256(form.encode()).hexdigest()
    assert ErasedCount.objects.get(kind="application").detail == "withdrawn"

    again = keep_retention(by=None, at=NOW)
    assert sum(number for _label, _class, number in again.counts) == 0


def test_person_is_told_thirty_days_before(db: None) -> None:
    candidate = quiet_candidate()
    keep_retention(by=None, at=NOW)
    assert Candidate.objects.get().warned_at == NOW
    mail = Message.objects.get(to_user=candidate.user)
    assert "23" in mail.subject and "/t/" in mail.text

    keep_retention(by=None, at=NOW + 29 * A_DAY)
    assert Candidate.objects.exists() and Message.objects.count() == 1
    keep_retention(by=None, at=NOW + 30 * A_DAY)
    assert not Candidate.objects.exists() and not User.objects.filter(role=Role.CANDIDATE).exists()


def test_one_tap_keeps_the_profile(db: None) -> None:
    candidate = quiet_candidate(language="en")
    keep_retention(by=None, at=NOW)
    text = Message.objects.get().text
    token = text.partition("/t/")[2].split("/")[0]
    OneTapLink.objects.update(expires_at=dt.datetime(2100, 1, 1, tzinfo=dt.UTC))
    assert "another two years" in Client().get(reverse("one-tap", args=[token])).content.decode()
    assert "Your profile stays" in Client().post(reverse("one-tap-do", args=[token])).content.decode()

    candidate.refresh_from_db()
    assert candidate.kept_at is not None and candidate.warned_at is None
    keep_retention(by=None, at=NOW + 30 * A_DAY)
    assert Candidate.objects.exists()


def test_who_came_back_after_the_warning_is_not_erased(db: None) -> None:
    candidate = quiet_candidate()
    keep_retention(by=None, at=NOW)
    User.objects.filter(pk=candidate.user_id).update(last_login=NOW + A_DAY)
    keep_retention(by=None, at=NOW + 31 * A_DAY)
    assert Candidate.objects.exists()


def test_person_without_a_log_in_is_told_by_mail_without_a_link(db: None) -> None:
    long_ago = ago(Retention.PROFILE)
    candidate = CandidateFactory(created_at=long_ago, changed_at=long_ago)
    CandidateIdentityFactory(candidate=candidate, email="bo@example.org")
    keep_retention(by=None, at=NOW)
    mail = Message.objects.get()
    assert mail.to_address == "bo@example.org" and "/t/" not in mail.text


@override_settings(ARCHIVE_DUTY=True)
def test_records_go_to_the_archive_before(db: None) -> None:
    candidate = quiet_candidate()
    ApplicationFactory(candidate=candidate)
    for days in (0, 30, 31):
        keep_retention(by=None, at=NOW + days * A_DAY)
    assert ErasureRequest.objects.get().candidate_id == candidate.pk


def test_invitation_that_nobody_took_goes_with_its_address(db: None) -> None:
    organisation = OrganisationFactory()
    old = ago(Retention.MAIL, more=20)  # the link in the mail worked for two weeks
    for email, at in (("bo@example.com", old), ("ida@example.com", NOW - A_DAY)):
        invite_contact(organisation=organisation, email=email, right=ContactRight.WRITE, by=None, at=at)
    assert due() == {"organisations.ContactInvitation": 1, "base.Message": 1, "base.OneTapLink": 1}

    receipt = keep_retention(by=None, at=NOW)

    assert ["organisations.ContactInvitation", "mail", 1] in receipt.counts
    for model, column in ((ContactInvitation, "email"), (Message, "to_address"), (OneTapLink, "address")):
        assert list(model.objects.values_list(column, flat=True)) == ["ida@example.com"]
    keep_retention(by=None, at=NOW)  # repeating it removes nothing more
    assert ContactInvitation.objects.count() == 1


def test_only_who_may_keeps_retention(db: None) -> None:
    for role in (Role.SECRETARIAT, Role.CANDIDATE):
        with pytest.raises(PermissionDenied):
            keep_retention(by=UserFactory(role=role), at=NOW)
    with pytest.raises(PermissionDenied):
        keep_profile(candidate=CandidateFactory(), by=UserFactory(role=Role.COMPANY), at=NOW)


def test_command_shows_and_with_apply_removes(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    MessageFactory(created_at=NOW - 10 * 365 * A_DAY)
    assert main(["keep-retention"]) == 0
    shown = capsys.readouterr()
    assert any(line.split() == ["base.Message", "mail", "1"] for line in shown.out.splitlines())
    assert Message.objects.count() == 1 and not RetentionReceipt.objects.exists()

    assert main(["keep-retention", "--apply"]) == 0
    assert "receipt" in capsys.readouterr().err
    assert Message.objects.count() == 0 and RetentionReceipt.objects.count() == 1


def test_matches_of_the_current_run_stay(db: None) -> None:
    MatchFactory(run=MatchRunFactory(started_at=NOW))
    keep_retention(by=None, at=NOW)
    assert Match.objects.count() == 1
