"""Who is asked when, what may be answered, what a withdrawn consent leaves, and what the page says of it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import Message
from brobygger.apps.effects import actions, queries
from brobygger.apps.effects.actions import StayDetails
from brobygger.apps.effects.actions.cohorts import months_after
from brobygger.apps.effects.adapters import cohort_of
from brobygger.apps.effects.enums import AnswerSource, Group
from brobygger.apps.effects.models import CohortMember, FollowUp
from brobygger.apps.people.actions import give_consent, withdraw_consent
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.programmes.models import ErasedCount
from tests.factories import (
    AgreementVersionFactory,
    CandidateFactory,
    CohortMemberFactory,
    PlacementFactory,
    ProgrammeFactory,
    UserFactory,
)
from tests.factories.moments import DAY, LATER, NOW

AGREES = {"purpose": ConsentPurpose.FOLLOW_UP, "by": None, "at": NOW}
LATE = dt.timedelta(days=15)


def placed(**more):
    """Somebody with a log-in who agreed to be asked, in a job since six months."""
    user = UserFactory(role=Role.CANDIDATE, email="late@mail.example", language="en")
    version = AgreementVersionFactory(
        agreement__candidate=CandidateFactory(user=user), start_date=months_after(DAY, -6), **more
    )
    give_consent(candidate=version.agreement.candidate, **AGREES)
    return PlacementFactory(version=version)


def test_months_end_where_the_month_does():
    assert months_after(dt.date(2026, 8, 31), 6) == dt.date(2027, 2, 28)
    assert months_after(dt.date(2024, 2, 29), 12) == dt.date(2025, 2, 28)
    assert months_after(dt.date(2026, 3, 15), -25) == dt.date(2024, 2, 15)


def test_question_from_the_placement_to_the_withdrawn_consent(db, settings):
    placement = placed()
    candidate = placement.agreement.candidate
    PlacementFactory()  # has not agreed to be asked
    about = {"day": DAY, "by": None, "at": NOW}
    assert [actions.follow_placements(**about) for _ in range(2)] == [1, 0]
    member = CohortMember.objects.get()
    assert (member.candidate, member.is_placed, member.home_region) == (candidate, True, "DK-18")
    assert [actions.ask_follow_ups(**about) for _ in range(2)] == [1, 0]
    later = {"day": DAY + LATE, "by": None, "at": NOW + LATE}
    assert [actions.ask_follow_ups(**later) for _ in range(2)] == [1, 0], "reminded once"
    first = member.follow_ups.first()
    with pytest.raises(ValidationError, match="outside the region"):
        note(first, "region", place_name="Aalborg", country="DK")
    with pytest.raises(ValidationError, match="due later"):
        note(member.follow_ups.last(), "same")
    with pytest.raises(ValidationError, match="before the beginning"):
        note(first, "abroad", since_date=dt.date(2020, 1, 1))

    path = next(
        word for word in Message.objects.first().text.split() if "where-are-you-now" in word
    ).removeprefix(settings.BROBYGGER_URL)
    client = Client(headers={"accept-language": "en"})
    assert client.get(path[:-3] + "xx/").status_code == 404
    assert client.post(f"{path}send/", {"answer": ""}).status_code == 422
    said = {"answer": "same", "place_name": "Viborg", "country": "DK"}
    assert b"Your answer is noted" in client.post(f"{path}send/", said).content
    first.refresh_from_db()
    assert (first.answer, first.region, first.source) == ("same", "DK-18", "self")
    with pytest.raises(ValidationError, match="answered already"):
        note(first, "abroad", AnswerSource.TOLD)

    assert b"not asked again" in client.post(f"{path}send/", {"said": "never"}).content
    assert not CohortMember.objects.exists()
    assert ErasedCount.objects.filter(kind="follow_up").values_list("detail", "count").get() == (
        "6:same:placed",
        1,
    )
    cohort = cohort_of(member.programme, group=Group.PLACED, day=DAY)
    assert (cohort.retention.shares[0].stayed, cohort.erased, len(cohort.retention.curve.months)) == (1, 1, 0)


def note(follow_up, answer, source=AnswerSource.SELF, **more):
    details = StayDetails(answer, **more)
    return actions.note_answer(follow_up=follow_up, details=details, source=source, by=None, at=NOW + LATE)


def test_who_does_not_answer_is_given_up_and_who_has_no_consent_is_not_followed(db):
    placed()
    actions.follow_placements(day=DAY, by=None, at=NOW)
    actions.ask_follow_ups(day=DAY, by=None, at=NOW)
    months = dt.timedelta(days=61)
    actions.ask_follow_ups(day=DAY + months, by=None, at=NOW + months)
    actions.ask_follow_ups(day=DAY + months, by=None, at=NOW + months)
    assert FollowUp.objects.first().answer == "none"
    programme, agreeing = ProgrammeFactory(), CandidateFactory()
    programme.candidates.set([agreeing, CandidateFactory()])
    give_consent(candidate=agreeing, **AGREES)
    about = {"programme": programme, "intake": "", "at": NOW}
    done = actions.follow_cohort(graduated_on=DAY, by=None, **about)
    assert (done.added, done.not_agreed) == (1, 1)
    with pytest.raises(ValidationError):
        actions.follow_cohort(graduated_on=dt.date(2001, 1, 1), by=None, **about)
    with pytest.raises(PermissionDenied):
        actions.follow_cohort(graduated_on=DAY, by=UserFactory(role=Role.PARTNER), **about)
    withdraw_consent(candidate=agreeing, purpose=ConsentPurpose.FOLLOW_UP, by=None, at=LATER)
    assert not CohortMember.objects.filter(programme=programme).exists()


@pytest.fixture
def programme(db):
    return ProgrammeFactory(name="Bro")


def people(programme, count, answers, **more):
    for _ in range(count):
        CohortMemberFactory(programme=programme, answers=answers, **more)


def shown(role, address="/retention/"):
    client = Client(headers={"accept-language": "en"})
    client.force_login(UserFactory(role=role))
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_page_says_no_more_than_the_evidence_allows(programme):
    people(programme, 3, ["same", "same", "same"])
    assert "Fewer than 5 answers are known" in shown(Role.SECRETARIAT)
    people(programme, 9, ["same", "region", "region"])
    html = shown(Role.SECRETARIAT)
    assert "12 of the 12 people who answered" in html
    assert '<svg viewBox="0 0 960' not in html
    people(programme, 10, ["same", "country", ""], is_placed=True)
    people(programme, 12, ["same", "same", "none"], is_placed=True)
    html = shown(Role.SECRETARIAT)
    assert "Share that is still in the region" in html
    assert "no proof that a placement makes people stay" not in html, (
        "one of the groups is too small for shares"
    )
    people(programme, 15, ["seeking", "study", "none"])
    html = shown(Role.SECRETARIAT)
    assert "no proof that a placement makes people stay" in html
    assert "only" in html and "The truth lies between" in html
    table = shown(Role.FUNDER, "/retention/table/")
    assert "Share of those who answered;6;45;45;45;100" in table
    assert "rounded down to fives" in shown(Role.FUNDER)


def test_who_has_left_and_says_no_more_is_still_gone(programme):
    people(programme, 1, ["abroad", "none", ""])
    people(programme, 1, ["country", "region", "none"])
    shares = cohort_of(programme, group=Group.ALL, day=DAY).retention.shares
    assert [(one.answered, one.stayed) for one in shares] == [(2, 0), (2, 1), (1, 0)]


def test_official_figure_stands_beside_with_source_and_year(programme):
    client = Client(headers={"accept-language": "en"})
    client.force_login(UserFactory(role=Role.MANAGER))
    form = {"label": "All graduates", "months": "24", "percent": "61.5", "source": "Office", "year": "2024"}
    address = f"/programmes/{programme.pk}/benchmarks/"
    assert client.post(f"{address}add/", {**form, "percent": "161"}).status_code == 422
    assert "Office, 2024" in client.post(f"{address}add/", form, follow=True).content.decode()
    row = queries.benchmarks_of(programme)[0]
    client.post(f"{address}remove/", {"benchmark": row.pk})
    assert queries.benchmarks_of(programme) == []


@pytest.mark.parametrize("count", [1, 3])
def test_lists_take_a_fixed_number_of_queries(programme, count, django_assert_max_num_queries):
    people(programme, count, [])
    client = Client(headers={"accept-language": "en"})
    client.force_login(UserFactory(role=Role.SECRETARIAT))
    for address, most in (("/retention/follow-ups/", 7), ("/retention/", 18)):
        client.get(address)
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200
    follow_up = FollowUp.objects.first()
    assert client.get(f"/retention/follow-ups/{follow_up.pk}/").status_code == 200
    give_consent(candidate=follow_up.member.candidate, **AGREES)
    said = {"answer": "country", "source": "told", "since_date": "2025-02-01"}
    done = client.post(f"/retention/follow-ups/{follow_up.pk}/note/", said)
    assert done.status_code == 302
    assert FollowUp.objects.get(pk=follow_up.pk).answered_by_name
