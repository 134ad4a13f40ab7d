"""Those whom an opportunity fits are told: who agreed to it, once, and no more often than was agreed to."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brobygger.apps.base.actions import mute_topic, note_bounce
from brobygger.apps.base.enums import BounceSource, MailTopic, Role
from brobygger.apps.base.models import AuditEntry, Message, User
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.matching.actions import NotToBeTold, mail_new_opportunities, tell_whom_it_fits
from brobygger.apps.matching.models import MailedOpportunity
from brobygger.apps.matching.queries import Fitting, fitting_to_tell, reach_of_opportunities, telling
from brobygger.apps.opportunities.enums import OpportunityState
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.people.actions import give_consent, withdraw_consent
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.models import Candidate
from tests.apps.matching.test_opportunity_mails import MAILS, copies
from tests.factories import ApplicationFactory, ContactFactory, UserFactory
from tests.factories.moments import DAY, NOW
from tests.scenarios.first_match import FirstMatch, first_match
from tests.web.conftest import Visitor, visitor  # noqa: F401 - a fixture is found by name


@pytest.fixture
def moment(vocabulary: Vocabulary) -> FirstMatch:
    return first_match()


def agrees(candidate: Candidate, name: str) -> Candidate:
    """Reads the notice, agrees to be matched, and to mails."""
    user = UserFactory(role=Role.CANDIDATE, email=f"{name}@example.org", language="en")
    candidate.user = user
    candidate.save()
    for purpose in (ConsentPurpose.MATCHING, MAILS):
        give_consent(candidate=candidate, purpose=purpose, by=user, at=NOW)
    return candidate


def fitting(opportunity: Opportunity, days: int = 0) -> Fitting:
    return fitting_to_tell(opportunity, day=DAY + dt.timedelta(days=days))


def tell(opportunity: Opportunity, days: int = 0, by: User | None = None) -> int:
    after = dt.timedelta(days=days)
    return tell_whom_it_fits(opportunity=opportunity, day=DAY + after, by=by, at=NOW + after)


def test_those_whom_it_fits_are_told_once_and_counted(moment: FirstMatch) -> None:
    job, welder = moment.welder_ad, agrees(moment.welder, "ida")
    assert fitting(job) == Fitting((welder.pk,), 1, 0)
    boss = ContactFactory(organisation=job.organisation, user__role=Role.COMPANY).user

    assert tell(job, by=boss) == 1

    mail = Message.objects.get()
    assert (mail.to_user, mail.topic, mail.sent_at) == (welder.user, MailTopic.OPPORTUNITIES, None)
    assert reverse("my-opportunity", args=[job.pk]) in mail.text
    assert "because you asked us" in mail.text
    assert MailedOpportunity.objects.filter(opportunity=job).count() == 1
    assert reach_of_opportunities([job.pk])[job.pk].told == 1
    assert [fitting(job, days) for days in (0, 6, 7, 30)] == [Fitting((), 0, 0)] * 4
    assert [tell(job, days) for days in (0, 7, 30)] == [0, 0, 0]

    # the company's own entry names nobody, and nobody's entry names the company
    own = AuditEntry.objects.filter(action="matching.tell_whom_it_fits").first()
    assert own is not None
    assert (own.by_id, own.changes) == (boss.pk, {"told": 1})
    assert AuditEntry.objects.filter(by_id=boss.pk).count() == 1


def test_both_kinds_of_mails_together_come_at_most_once_a_week(moment: FirstMatch) -> None:
    agrees(moment.welder, "ida")
    assert mail_new_opportunities(day=DAY, by=None, at=NOW) == 1
    (new,) = copies(moment.welder_ad, 1)
    assert fitting(new, 6) == Fitting((), 0, 1)
    assert tell(new, 6) == 0
    assert len(fitting(new, 7).now) == 1
    assert tell(new, 7) == 1
    copies(moment.welder_ad, 1)
    week = dt.timedelta(days=7)
    sent = [
        mail_new_opportunities(day=DAY + days * week / 7, by=None, at=NOW + days * week / 7)
        for days in (8, 13, 14)
    ]
    assert sent == [0, 0, 1]


def test_what_else_is_new_stands_in_the_same_mail_the_best_first(moment: FirstMatch) -> None:
    agrees(moment.welder, "ida")
    job = copies(moment.welder_ad, 12)[
        -1
    ]  # fits as well as all others, and stands behind them on the own page
    tell(job)
    told = list(MailedOpportunity.objects.order_by("pk").values_list("opportunity", flat=True))
    assert len(told) == 5
    assert told[-1] == job.pk
    text = Message.objects.get().text
    places = [text.index(reverse("my-opportunity", args=[pk])) for pk in told]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "change",
    [
        lambda who, ad: withdraw_consent(candidate=who, purpose=MAILS, by=who.user, at=NOW),
        lambda who, ad: withdraw_consent(candidate=who, purpose=ConsentPurpose.MATCHING, by=who.user, at=NOW),
        lambda who, ad: mute_topic(user=who.user, topic=MailTopic.OPPORTUNITIES, by=who.user, at=NOW),
        lambda who, ad: note_bounce(address=who.user.email, source=BounceSource.REPORT, by=None, at=NOW),
        lambda who, ad: ApplicationFactory(opportunity=ad, candidate=who),
        lambda who, ad: User.objects.filter(pk=who.user_id).update(is_active=False),
        lambda who, ad: User.objects.filter(pk=who.user_id).update(email=""),
    ],
    ids=["no consent", "not matched", "opted out", "bounced", "applied", "log-in closed", "no address"],
)
def test_nobody_else_is_counted_or_written_to(moment: FirstMatch, change) -> None:
    change(agrees(moment.welder, "ida"), moment.welder_ad)
    assert fitting(moment.welder_ad) == Fitting((), 0, 0)
    assert tell(moment.welder_ad) == 0
    assert not Message.objects.exists()


def test_who_is_excluded_is_not_told_and_the_best_are_told_first(
    moment: FirstMatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    best, welder = agrees(moment.developer, "bo"), agrees(moment.welder, "ida")
    agrees(moment.foreign_welder, "eli")
    assert fitting(moment.welder_ad).now == (welder.pk,)  # the two others are excluded by rules
    job = moment.developer_ad
    assert fitting(job).now == (best.pk,)  # no rule excludes the two others, but little speaks for them
    monkeypatch.setattr(telling, "LEAST_SCORE", 0)
    whole = fitting(job)
    assert (whole.now[0], whole.count) == (best.pk, 3)
    monkeypatch.setattr(telling, "MOST_TOLD", 1)
    assert (fitting(job).now, fitting(job).count) == ((best.pk,), 3)
    assert tell(job) == 1
    assert MailedOpportunity.objects.get(opportunity=job).candidate == best
    assert (fitting(job).now, fitting(job).count) == ((whole.now[1],), 2)


def test_only_what_can_be_applied_for_is_told_and_only_by_those_who_write_for_it(moment: FirstMatch) -> None:
    job = moment.welder_ad
    agrees(moment.welder, "ida")
    for by in (
        UserFactory(role=Role.COMPANY),
        UserFactory(role=Role.PARTNER),
        UserFactory(role=Role.CANDIDATE),
    ):
        with pytest.raises(PermissionDenied):
            tell(job, by=by)
    for change in ({"state": OpportunityState.DRAFT}, {"valid_through": DAY - dt.timedelta(days=1)}):
        row = Opportunity.objects.get(pk=job.pk)
        for name, value in {**change, "date_posted": DAY - dt.timedelta(days=9)}.items():
            setattr(row, name, value)
        with pytest.raises(NotToBeTold):
            tell(row)


def test_preview_takes_a_fixed_number_of_queries(moment: FirstMatch) -> None:
    counts = []
    for candidate, name in ((moment.welder, "ida"), (moment.developer, "bo")):
        agrees(candidate, name)
        fitting(moment.welder_ad)  # what is kept in the process is read anew
        with CaptureQueriesContext(connection) as queries:
            fitting(moment.welder_ad)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_reach_page_shows_how_many_and_writes_to_them(moment: FirstMatch, visitor: Visitor) -> None:  # noqa: F811
    job = moment.welder_ad
    agrees(moment.welder, "ida")
    boss = ContactFactory(organisation=job.organisation, user__role=Role.COMPANY).user
    client, page = visitor(boss), f"/opportunities/{job.pk}/reach/"
    html = client.get(page).content.decode()
    assert "1 candidate whom it fits agreed to such mails" in html
    assert moment.welder.alias not in html
    assert f'{page}#tell"' in client.get(f"/opportunities/{job.pk}/").content.decode()
    html = client.post(f"/opportunities/{job.pk}/tell/", follow=True).content.decode()
    assert "1 person is written to." in html
    assert "There is nobody to write to at the moment." in html
    assert MailedOpportunity.objects.filter(opportunity=job).count() == 1

    Opportunity.objects.filter(pk=job.pk).update(state=OpportunityState.CLOSED)
    html = client.post(f"/opportunities/{job.pk}/tell/", follow=True).content.decode()
    assert html.count("Candidates are told of it once it is open and can be applied for.") == 2
