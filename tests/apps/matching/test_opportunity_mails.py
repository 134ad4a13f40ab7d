"""Who asked for it gets a mail about what is new and fits: nobody else, nothing else, and nothing twice."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from brobygger.apps.base.actions import mute_topic
from brobygger.apps.base.enums import RETENTION_DAYS, MailTopic, Retention, Role
from brobygger.apps.base.models import AuditEntry, Message, OneTapLink, User, in_scope
from brobygger.apps.base.queries import overdue
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.matching.actions import mail_new_opportunities, opportunity_mails
from brobygger.apps.matching.models import MailedOpportunity
from brobygger.apps.opportunities.enums import OpportunityState
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.people.actions import give_consent, withdraw_consent
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.models import Candidate
from brobygger.apps.people.queries import has_consent
from brobygger.apps.programmes.queries import scope_of
from tests.factories import ApplicationFactory, OpportunityTranslationFactory, UserFactory
from tests.factories.moments import DAY, NOW
from tests.scenarios.first_match import FirstMatch, first_match

MAILS = ConsentPurpose.OPPORTUNITY_MAILS


@pytest.fixture
def moment(vocabulary: Vocabulary) -> FirstMatch:
    return first_match()


@pytest.fixture
def welder(moment: FirstMatch) -> Candidate:
    """Speaks Danish, read the notice, and agreed to mails."""
    user = UserFactory(role=Role.CANDIDATE, email="ida@example.org", language="en")
    Candidate.objects.filter(pk=moment.welder.pk).update(user=user)
    candidate = Candidate.objects.get(pk=moment.welder.pk)
    for purpose in (ConsentPurpose.MATCHING, MAILS):
        give_consent(candidate=candidate, purpose=purpose, by=user, at=NOW)
    return candidate


def mailed(days: int = 0) -> int:
    after = dt.timedelta(days=days)
    return mail_new_opportunities(day=DAY + after, by=None, at=NOW + after)


def copies(opportunity: Opportunity, count: int) -> list[Opportunity]:
    """The same ad again, with what was read from it."""
    made = []
    facts = list(opportunity.facts.all())
    for _number in range(count):
        again = Opportunity.objects.get(pk=opportunity.pk)
        again.pk, again.code = None, None
        again.save()
        for fact in facts:
            fact.pk, fact.opportunity_id = None, again.pk
            fact.save()
        made.append(again)
    return made


def test_mail_tells_what_fits_and_why_and_how_to_have_no_more(moment: FirstMatch, welder: Candidate) -> None:
    assert mailed() == 1

    mail = Message.objects.get()
    assert (mail.to_user, mail.topic) == (welder.user, MailTopic.OPPORTUNITIES)
    assert mail.subject == "2 new opportunities that fit you"
    assert reverse("my-opportunity", args=[moment.welder_ad.pk]) in mail.text
    assert "Fjordsvejs" in mail.text and "Danish" in mail.text
    assert reverse("my-ranking") in mail.text
    assert mail.opt_out and "because you asked us" in mail.text
    assert not [line for line in mail.text.splitlines() if line.startswith("– ") and "{" in line]
    entry = AuditEntry.objects.get(action="matching.mail_opportunities")
    assert entry.changes["opportunities"][0] == moment.welder_ad.pk
    with in_scope(scope_of(UserFactory(role=Role.COMPANY))):
        assert not MailedOpportunity.objects.exists()


def test_mail_is_in_the_language_of_its_reader(moment: FirstMatch, welder: Candidate) -> None:
    User.objects.update(language="da")
    mailed()
    mail = Message.objects.get()
    assert mail.language == "da"
    assert "dansk" in mail.text


def test_ad_is_told_of_in_the_readers_language_with_what_it_is(moment: FirstMatch, welder: Candidate) -> None:
    OpportunityTranslationFactory(opportunity=moment.welder_ad, translator="machine")
    User.objects.update(language="da")

    mailed()

    text = Message.objects.get().text
    assert "Svejser – Fjordsvejs" in text
    assert "Maskinoversat fra engelsk." in text
    assert "Software developer – Kodehuset Prøve" in text
    assert "Originalen er på engelsk." in text


def test_nothing_comes_twice_and_nothing_new_is_no_mail(moment: FirstMatch, welder: Candidate) -> None:
    assert [mailed(), mailed(), mailed(7), mailed(30)] == [1, 0, 0, 0]


def test_at_most_once_a_week(moment: FirstMatch, welder: Candidate) -> None:
    mailed()
    (new,) = copies(moment.welder_ad, 1)

    assert [mailed(1), mailed(6), mailed(7)] == [0, 0, 1]
    latest = Message.objects.latest("pk")
    assert latest.subject == "A new opportunity that fits you"
    assert reverse("my-opportunity", args=[new.pk]) in latest.text


def test_at_most_five_and_only_what_the_page_shows(moment: FirstMatch, welder: Candidate) -> None:
    copies(moment.welder_ad, 15)

    for week in range(4):
        mailed(7 * week)

    assert sorted(MailedOpportunity.objects.values_list("mailed_at", flat=True)) == sorted(
        5 * [NOW] + 5 * [NOW + dt.timedelta(days=7)]
    )


def test_what_excludes_somebody_is_never_told(moment: FirstMatch, welder: Candidate) -> None:
    Candidate.objects.filter(pk=welder.pk).update(user=None)
    moment.foreign_welder.user = welder.user
    moment.foreign_welder.save()
    for purpose in (ConsentPurpose.MATCHING, MAILS):
        give_consent(candidate=moment.foreign_welder, purpose=purpose, by=welder.user, at=NOW)

    mailed()

    assert [one.opportunity for one in MailedOpportunity.objects.all()] == [moment.developer_ad]


@pytest.mark.parametrize(
    "change",
    [
        lambda ad: Opportunity.objects.filter(pk=ad.pk).update(state=OpportunityState.CLOSED),
        lambda ad: Opportunity.objects.filter(pk=ad.pk).update(
            date_posted=DAY - dt.timedelta(days=2), valid_through=DAY - dt.timedelta(days=1)
        ),
        lambda ad: Organisation.objects.filter(pk=ad.organisation_id).update(state="applied"),
        lambda ad: ApplicationFactory(opportunity=ad, candidate=Candidate.objects.get(user__isnull=False)),
    ],
    ids=["closed", "deadline over", "company not vetted", "applied already"],
)
def test_only_what_can_be_applied_for(moment: FirstMatch, welder: Candidate, change) -> None:
    change(moment.welder_ad)
    mailed()
    assert [one.opportunity for one in MailedOpportunity.objects.all()] == [moment.developer_ad]


@pytest.mark.parametrize(
    "change",
    [
        lambda who: withdraw_consent(candidate=who, purpose=MAILS, by=who.user, at=NOW),
        lambda who: withdraw_consent(candidate=who, purpose=ConsentPurpose.MATCHING, by=who.user, at=NOW),
        lambda who: mute_topic(user=who.user, topic=MailTopic.OPPORTUNITIES, by=who.user, at=NOW),
        lambda who: who.document.delete(),
        lambda who: User.objects.update(is_active=False),
        lambda who: User.objects.update(email=""),
    ],
    ids=["consent withdrawn", "not matched", "opted out", "no CV", "log-in closed", "no address"],
)
def test_nobody_else_is_written_to(moment: FirstMatch, welder: Candidate, change) -> None:
    change(welder)
    assert mailed() == 0
    assert not Message.objects.exists()
    assert not MailedOpportunity.objects.exists()


def test_notice_about_ranking_comes_first(moment: FirstMatch) -> None:
    user = UserFactory(role=Role.CANDIDATE, email="ida@example.org")
    moment.welder.user = user
    moment.welder.save()
    give_consent(candidate=moment.welder, purpose=MAILS, by=user, at=NOW)
    assert mailed() == 0  # was matched by what was brought along: the notice was not read

    give_consent(candidate=moment.welder, purpose=ConsentPurpose.MATCHING, by=user, at=NOW)
    assert mailed() == 1


def test_stopped_in_the_middle_and_run_again_it_writes_to_each_once(
    moment: FirstMatch, welder: Candidate, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = UserFactory(role=Role.CANDIDATE, email="bo@example.org")
    moment.developer.user = other
    moment.developer.save()
    for purpose in (ConsentPurpose.MATCHING, MAILS):
        give_consent(candidate=moment.developer, purpose=purpose, by=other, at=NOW)
    record = opportunity_mails.record

    def falls_over(**said: object) -> object:
        if said["subject"] == moment.developer:
            raise KeyboardInterrupt
        return record(**said)  # type: ignore[arg-type]

    monkeypatch.setattr(opportunity_mails, "record", falls_over)
    with pytest.raises(KeyboardInterrupt):
        mailed()
    assert [one.to_user for one in Message.objects.all()] == [welder.user]

    monkeypatch.setattr(opportunity_mails, "record", record)
    assert mailed() == 1
    assert sorted(one.to_address for one in Message.objects.all()) == ["bo@example.org", "ida@example.org"]


def test_link_in_the_mail_withdraws_the_consent(moment: FirstMatch, welder: Candidate) -> None:
    mailed()
    OneTapLink.objects.update(expires_at=dt.datetime(2100, 1, 1, tzinfo=dt.UTC))
    unsubscribe = "/t/" + Message.objects.get().opt_out.partition("/t/")[2]

    response = Client().post(unsubscribe, {"List-Unsubscribe": "One-Click"})

    assert response.status_code == 204
    assert not has_consent(welder, MAILS)
    copies(moment.welder_ad, 1)
    assert mailed(7) == 0
    give_consent(candidate=welder, purpose=MAILS, by=welder.user, at=NOW)
    assert mailed(7) == 1


def test_rows_stay_while_the_opportunity_is_open(moment: FirstMatch, welder: Candidate) -> None:
    mailed()
    MailedOpportunity.objects.update(mailed_at=NOW - dt.timedelta(days=RETENTION_DAYS[Retention.RUN] + 1))

    def gone() -> int:
        return sum(one.rows.count() for one in overdue(NOW) if one.model is MailedOpportunity)

    assert gone() == 0
    Opportunity.objects.filter(pk=moment.welder_ad.pk).update(state=OpportunityState.CLOSED)
    assert gone() == 1


def test_daily_command_writes_them(
    moment: FirstMatch, welder: Candidate, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("keep_promises")
    assert "1 mails about new opportunities" in capsys.readouterr().out
