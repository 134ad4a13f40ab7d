"""After somebody is erased, no table holds a word of them; totals stay; the trail never had their words."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import zlib
from dataclasses import dataclass
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialToken
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import override_settings

from brobygger.apps.base import queries as base_queries
from brobygger.apps.base.actions import (
    OneTap,
    create_token,
    renew_calendar_address,
    send_message,
    set_mail_topics,
)
from brobygger.apps.base.enums import MailTopic, Role, TokenScope
from brobygger.apps.base.models import AuditEntry, Message, User, in_scope
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.classifications.models import Correction, Vocabulary
from brobygger.apps.matching.actions import note_ranking_shown, record_outcome, run_matching
from brobygger.apps.matching.enums import OutcomeStage
from brobygger.apps.matching.models import MatchRun, MatchRunInput, RankingShown
from brobygger.apps.matching.queries import rank_candidates
from brobygger.apps.opportunities.actions import answer_application, apply
from brobygger.apps.opportunities.enums import ApplicationState, EndReason
from brobygger.apps.people import actions
from brobygger.apps.people.actions import Background, Identity, Preferences
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.models import Candidate, CandidateMerge, ErasureRequest
from brobygger.apps.programmes.models import ErasedCount
from brobygger.apps.programmes.queries import programmes, scope_of
from brobygger.core.reading import Contact, Language, Level, Modality, Place
from brobygger.data.match_inputs import unpacked, without_candidate
from tests.factories import CandidateFactory, UserFactory
from tests.factories.moments import DAY, LATER, NOW
from tests.scenarios.first_match import FirstMatch, first_match

NAME, EMAIL, PHONE = "Zephyrine Quistgaard-Prøve", "zephyrine@quistgaard.example", "+45 99 88 77 66"
USERNAME, HOME, LETTER = "zephyrine.q", "Vesterbølle Nørreby", "I have always wanted to weld your lighthouse."
CV = f"""{NAME}
{EMAIL}
{PHONE}

Skills
Welding, Python at Zebrafjord Maskinfabrik

Languages
Danish (C1), English (C1)
"""
WORDS = (
    "Zephyrine",
    "Quistgaard",
    "quistgaard.example",
    PHONE,
    "99887766",
    HOME,
    "lighthouse",
    "Zebrafjord",
    "Candidate Zeta",
)
HOOKS_LATER = LATER + dt.timedelta(days=1)


@dataclass
class World:
    moment: FirstMatch
    user: User
    candidate: Candidate
    company: User


@pytest.fixture
def world(vocabulary: Vocabulary) -> World:
    """A candidate who did everything that a candidate can do, and was seen by everybody who can see one."""
    moment = first_match()
    user = UserFactory(role=Role.CANDIDATE, username=USERNAME, email=EMAIL, first_name="Zephyrine")
    company = UserFactory(role=Role.COMPANY, email="hr@kode.example")
    moment.software.contacts.add(company)
    candidate = actions.save_candidate_from_text(
        alias="Candidate Zeta",
        text=CV,
        published_date=DAY,
        identity=Identity(NAME, EMAIL, PHONE),
        background=Background("f", "eu", "pl"),
        preferences=Preferences(work_right=("DK",)),
        user=user,
        by=None,
        at=NOW,
    )
    actions.give_consent(candidate=candidate, purpose=ConsentPurpose.MATCHING, by=user, at=NOW)
    moment.programme.candidates.add(candidate)
    actions.set_preferences(
        candidate=candidate,
        preferences=Preferences(home=Place(HOME, "DK", 56.789123, 9.123456), work_right=("DK",)),
        by=user,
        at=NOW,
    )
    actions.show_to_companies(candidate=candidate, by=user, at=NOW)
    skill = candidate.facts.filter(kind="skill").first()
    assert skill is not None
    actions.correct_fact(fact=skill, state=FactState.CONFIRMED, by=user, at=NOW)
    phone = candidate.facts.filter(kind="contact").first()
    if phone:
        actions.correct_fact(fact=phone, state=FactState.CONFIRMED, by=user, at=NOW)
    actions.add_fact(candidate=candidate, value=Language("no", Level.B1, Modality.HELD), by=user, at=NOW)
    application = apply(
        opportunity=moment.developer_ad, candidate=candidate, message=LETTER, share=True, by=user, at=NOW
    )
    answer_application(
        application=application,
        state=ApplicationState.REJECTED,
        answer=f"Dear {NAME}, no.",
        reason=EndReason.OTHER,
        by=company,
        at=NOW,
    )
    run_matching(programme=moment.programme, by=None, at=NOW)
    record_outcome(
        opportunity=moment.developer_ad, candidate=candidate, stage=OutcomeStage.INVITED, by=None, at=NOW
    )
    ranking = rank_candidates(moment.developer_ad, user=company, language="en", top=10)
    note_ranking_shown(opportunity=moment.developer_ad, ranking=ranking, by=company, at=NOW)
    _account(user)
    return World(moment, user, candidate, company)


def _account(user: User) -> None:
    create_token(user=user, name=f"laptop of {NAME}", scopes=[TokenScope.READ], days=30, by=user, at=NOW)
    renew_calendar_address(user=user, by=user, at=NOW)
    set_mail_topics(user=user, topics=[MailTopic.NEWS], by=user, at=NOW)
    tap = OneTap("Keep", actions.erasure.KEEP, {"candidate": 1}, 30)
    send_message(
        to=user,
        topic=MailTopic.ACCOUNT,
        template="profile_will_be_erased",
        context={"day": DAY, "has_link": True, "contact": ""},
        links=[tap],
        by=None,
        at=NOW,
    )
    EmailAddress.objects.create(user=user, email=EMAIL, verified=True, primary=True)
    Authenticator.objects.create(user=user, type="totp", data={"secret": f"of {NAME}"})
    account = SocialAccount.objects.create(
        user=user, provider="provider", uid=EMAIL, extra_data={"name": NAME}
    )
    SocialToken.objects.create(account=account, token=f"token of {NAME}")
    session = SessionStore()
    session["_auth_user_id"], session["account_login"] = str(user.pk), {"email": EMAIL}
    session.create()
    code = SessionStore()  # asked for a code, and did not log in
    code["account_login_code"] = {"email": EMAIL.upper()}
    code.create()
    UserSession.objects.create(
        user=user, session_key=session.session_key, ip="127.0.0.1", user_agent=f"Browser of {NAME}"
    )
    LogEntry.objects.create(
        user=UserFactory(), object_repr=NAME, action_flag=2, change_message=f"Changed {EMAIL}"
    )


def everything() -> dict[str, str]:
    """Every value of every column of every table, as text, by table and column; what is packed is unpacked."""
    found: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for name, value in zip(names, row, strict=True):
                    found.setdefault(f"{table}.{name}", []).append(as_text(table, name, value))
    return {where: "\n".join(values) for where, values in found.items()}


def as_text(table: str, name: str, value: Any) -> str:
    if isinstance(value, (bytes, memoryview)):
        data = bytes(value)
        with contextlib.suppress(zlib.error):
            data = zlib.decompress(data, wbits=47)
        return data.decode("utf-8", "replace")
    if (table, name) == ("django_session", "session_data"):
        return json.dumps(Session(session_data=value).get_decoded(), ensure_ascii=False)
    if isinstance(value, str) and "\\u" in value:
        try:
            return json.dumps(json.loads(value), ensure_ascii=False)
        except ValueError:
            return value
    return str(value)


def places_of(words: tuple[str, ...]) -> list[tuple[str, str]]:
    return [
        (where, word)
        for where, text in everything().items()
        for word in words
        if word.lower() in text.lower()
    ]


def test_nothing_in_any_table_holds_a_word_of_who_was_erased(world: World) -> None:
    before = {where.partition(".")[0] for where, _word in places_of(WORDS)}
    assert {"people_candidateidentity", "people_candidatedocument", "base_message", "base_user"} <= before
    assert {
        "opportunities_application",
        "django_session",
        "django_admin_log",
        "classifications_correction",
    } <= before

    with in_scope(scope_of(world.user)):
        assert actions.ask_for_erasure(candidate=world.candidate, by=world.user, at=LATER)

    assert places_of((*WORDS, USERNAME)) == []
    assert not User.objects.filter(pk=world.user.pk).exists()
    assert Session.objects.count() == 0
    rows = [who for shown in RankingShown.objects.all() for who, *_rest in shown.rows]
    assert None in rows and world.candidate.pk not in rows
    assert str(world.candidate.pk) not in str(
        list(MatchRun.objects.get().matches.values_list("candidate", flat=True))
    )
    assert base_queries.check_audit_trail().fault is None


def test_others_stay_as_they_were(world: World) -> None:
    others = {model: model.objects.count() for model in (Candidate,)}
    sent = Message.objects.filter(to_user=world.company).count()

    actions.ask_for_erasure(candidate=world.candidate, by=world.user, at=LATER)

    assert Candidate.objects.count() == others[Candidate] - 1
    assert world.moment.welder.identity.name == "Ida Prøvesen 001"
    assert Message.objects.filter(to_user=world.company).count() == sent  # that it was sent stays
    assert world.moment.software.contacts.filter(pk=world.company.pk).exists()


def test_totals_of_the_programme_do_not_change(world: World) -> None:
    before = programmes().get(pk=world.moment.programme.pk).candidate_count

    actions.ask_for_erasure(candidate=world.candidate, by=world.user, at=LATER)

    assert programmes().get(pk=world.moment.programme.pk).candidate_count == before
    kept = ErasedCount.objects.values_list("programme__code", "kind", "detail", "month", "count").order_by(
        "kind"
    )
    month = LATER.date().replace(day=1)
    assert list(kept) == [
        ("prøve", "application", "rejected", month, 1),
        ("prøve", "candidate", "", month, 1),
        ("prøve", "outcome", "invited", month, 1),
    ]


def test_erasing_again_changes_nothing(world: World) -> None:
    actions.ask_for_erasure(candidate=world.candidate, by=world.user, at=LATER)
    before = everything()
    who = base_queries.person(user_id=world.user.pk, candidate_id=world.candidate.pk)
    from brobygger.apps.base.actions import remove_person

    assert remove_person(who=who, by=None, at=LATER) == {}
    assert everything() == before


def test_trail_never_had_a_word_of_a_candidate(world: World) -> None:
    """The chain cannot be erased, so nothing personal may get into it, whatever is done with a candidate."""
    actions.hide_from_companies(candidate=world.candidate, by=world.user, at=LATER)
    actions.read_candidate_again(candidate=world.candidate, by=world.user, at=LATER)
    fact = world.candidate.facts.filter(kind="language").first()
    assert fact is not None
    actions.correct_fact(
        fact=fact,
        state=FactState.REJECTED,
        value=Language("da", Level.C2, Modality.HELD),
        by=world.user,
        at=LATER,
    )
    actions.add_fact(candidate=world.candidate, value=Contact("phone"), by=world.user, at=LATER)
    actions.keep_profile(candidate=world.candidate, by=world.user, at=LATER)

    trail = {where: text for where, text in everything().items() if where.startswith("base_auditentry.")}
    said = "\n".join(trail.values()).lower()
    personal = (*WORDS, USERNAME, "56.789", "9.123", "welding", "python", "laptop")
    assert [word for word in personal if word.lower() in said] == []
    asked = {entry.action for entry in AuditEntry.objects.all()}
    assert {"people.set_preferences", "people.add_fact", "people.correct_fact", "base.create_token"} <= asked
    wishes = AuditEntry.objects.get(action="people.set_preferences").changes
    assert "home_name" in wishes["changed"] and set(wishes) == {"changed"}


def test_who_may_not_erases_nobody(world: World) -> None:
    for role in (Role.SECRETARIAT, Role.PARTNER, Role.COMPANY, Role.CANDIDATE):
        with pytest.raises(PermissionDenied):
            actions.ask_for_erasure(candidate=world.candidate, by=UserFactory(role=role), at=LATER)
    assert Candidate.objects.filter(pk=world.candidate.pk).exists()


def test_manager_erases_a_candidate_without_a_log_in(db: None) -> None:
    candidate = CandidateFactory(alias="Candidate Theta")
    assert actions.ask_for_erasure(candidate=candidate, by=UserFactory(role=Role.MANAGER), at=LATER)
    assert places_of(("Candidate Theta",)) == []


def test_shared_address_does_not_take_somebody_elses_rows(world: World) -> None:
    other = UserFactory(role=Role.CANDIDATE, email=EMAIL)
    send_message(
        to=other,
        topic=MailTopic.ACCOUNT,
        template="profile_will_be_erased",
        context={"day": DAY, "has_link": True, "contact": ""},
        by=None,
        at=NOW,
    )
    actions.ask_for_erasure(candidate=world.candidate, by=world.user, at=LATER)
    assert User.objects.filter(pk=other.pk).exists()
    assert Message.objects.filter(to_user=other).count() == 1


@override_settings(ARCHIVE_DUTY=True)
def test_where_records_go_to_an_archive_a_person_says_that_they_are_there(world: World) -> None:
    assert not actions.ask_for_erasure(candidate=world.candidate, by=world.user, at=LATER)
    assert not actions.ask_for_erasure(candidate=world.candidate, by=world.user, at=HOOKS_LATER)
    request = ErasureRequest.objects.get()
    assert (request.candidate_id, request.asked_at) == (world.candidate.pk, LATER)
    for by in (world.user, world.company, None):
        with pytest.raises(PermissionDenied):
            actions.erase_archived_candidate(request=request, by=by, at=HOOKS_LATER)

    actions.erase_archived_candidate(request=request, by=UserFactory(role=Role.SECRETARIAT), at=HOOKS_LATER)
    assert places_of(WORDS) == []


@override_settings(ARCHIVE_DUTY=True)
def test_without_records_nothing_waits_for_an_archive(db: None) -> None:
    user = UserFactory(role=Role.CANDIDATE)
    assert actions.ask_for_erasure(candidate=CandidateFactory(user=user), by=user, at=LATER)


def is_in_inputs(candidate_id: int) -> bool:
    found = [unpacked(bytes(one.content)) for one in MatchRunInput.objects.all()]
    return any(without_candidate(one, str(candidate_id)) is not None for one in found)


def test_what_was_joined_to_the_candidate_goes_too(world: World) -> None:
    other = actions.save_candidate_from_text(
        alias="Candidate Eta",
        text=f"{NAME}\n\nSkills\nWelding\nQuaggafjord\n",
        published_date=DAY,
        by=None,
        at=NOW,
    )
    actions.give_consent(candidate=other, purpose=ConsentPurpose.MATCHING, by=None, at=NOW)
    world.moment.programme.candidates.add(other)
    fact = other.facts.filter(kind="skill").first()
    assert fact is not None
    actions.correct_fact(fact=fact, state=FactState.CONFIRMED, by=None, at=NOW)
    other_id = other.pk
    run_matching(programme=world.moment.programme, by=None, at=NOW)
    assert is_in_inputs(other_id)
    actions.merge_candidates(kept=world.candidate, other=other, by=UserFactory(role=Role.MANAGER), at=LATER)
    assert CandidateMerge.objects.get().other_id == other_id

    actions.ask_for_erasure(candidate=world.candidate, by=UserFactory(role=Role.MANAGER), at=LATER)
    assert places_of((*WORDS, "Quaggafjord", "Candidate Eta")) == []
    assert not Correction.objects.filter(document_sort="cv", document_id=other_id).exists()
    assert not is_in_inputs(other_id)


def test_log_in_for_other_work_stays(db: None) -> None:
    user = UserFactory(role=Role.MANAGER)
    actions.ask_for_erasure(candidate=CandidateFactory(user=user), by=user, at=LATER)
    assert User.objects.filter(pk=user.pk).exists() and not Candidate.objects.exists()
