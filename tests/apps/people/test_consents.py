"""Consent: what is agreed to stands at once, everywhere; the ledger only grows; texts have versions."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from itertools import product

import pytest
from django.core.exceptions import PermissionDenied

from brobygger.apps.base.enums import MailTopic, Role
from brobygger.apps.base.models import AuditEntry, User, in_scope
from brobygger.apps.base.queries import wanted_topics
from brobygger.apps.matching.actions import run_matching
from brobygger.apps.matching.queries import (
    explain_pair,
    live_pool,
    needs_new_run,
    rank_candidates,
    rank_opportunities,
    steps_of,
)
from brobygger.apps.people import actions, queries
from brobygger.apps.people.adapters import load_groups
from brobygger.apps.people.enums.consents import CONSENT_TEXTS, ConsentChannel, ConsentPurpose
from brobygger.apps.people.models import (
    Candidate,
    CandidateBackground,
    ConsentEntry,
    ProgrammeShowing,
)
from brobygger.apps.programmes.queries import scope_of
from brobygger.core.matching import Side
from tests.factories import (
    CandidateFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    UserFactory,
)
from tests.factories.moments import LATER, NOW
from tests.scenarios.first_match import FirstMatch, first_match

SHOWN, MATCHING = ConsentPurpose.SHOWN_TO_COMPANIES, ConsentPurpose.MATCHING
# A text that changes gets a new version, and its digest a line here. Never change a line: people agreed to its text.
DIGESTS = {
    ("matching", 1): "c5020261c73b195a",
    ("shown_to_companies", 1): "e6cbb60f2eb874f0",
    ("share_on_application", 1): "ccc8cc450bc0ca3e",
    ("opportunity_mails", 1): "6db23af536e3b6fc",
    ("fairness_groups", 1): "b86e6e659c86a1b9",
    ("follow_up", 1): "7adcb232e6490cd7",
}


def of_texts() -> dict[tuple[str, int], str]:
    found = {}
    for purpose, versions in CONSENT_TEXTS.items():
        for text in versions:
            words = [text.sentence, *(word for point in text.points for word in point)]
            digest = hashlib.sha256("\n".join(map(str, words)).encode()).hexdigest()
            found[purpose.value, text.version] = digest[:16]
    return found


def test_text_of_a_consent_changes_with_its_version_only() -> None:
    assert of_texts() == DIGESTS


def test_every_purpose_has_texts_with_versions_in_order() -> None:
    assert set(CONSENT_TEXTS) == set(ConsentPurpose)
    for versions in CONSENT_TEXTS.values():
        assert [one.version for one in versions] == list(range(1, len(versions) + 1))


def ledger(candidate: Candidate) -> list[tuple[str, str, bool]]:
    rows = candidate.consents.order_by("pk")
    return list(rows.values_list("purpose", "programme_code", "is_given"))


def give(candidate: Candidate, purpose: ConsentPurpose = SHOWN, **given: object) -> ConsentEntry:
    return actions.give_consent(candidate=candidate, purpose=purpose, **{"by": None, "at": NOW, **given})


def withdraw(candidate: Candidate, purpose: ConsentPurpose = SHOWN, **given: object) -> ConsentEntry:
    return actions.withdraw_consent(
        candidate=candidate, purpose=purpose, **{"by": None, "at": LATER, **given}
    )


def test_consent_is_noted_with_text_language_channel_and_person(db: None) -> None:
    user = UserFactory(role=Role.CANDIDATE, username="ida")
    candidate = CandidateFactory(user=user)

    entry = give(candidate, ConsentPurpose.OPPORTUNITY_MAILS, language="da", by=user)

    assert (entry.text_version, entry.language, entry.channel, entry.at) == (1, "da", "web", NOW)
    assert (entry.by_id, entry.by_name) == (user.pk, "ida")
    assert queries.has_consent(candidate, ConsentPurpose.OPPORTUNITY_MAILS)
    assert AuditEntry.objects.get(action="people.give_consent").subject_id == str(candidate.pk)
    assert MailTopic.OPPORTUNITIES in wanted_topics(user)


def test_newest_entry_counts_and_repeating_adds_none(db: None) -> None:
    candidate = CandidateFactory()
    for _ in range(2):
        give(candidate)
    for _ in range(2):
        withdraw(candidate)

    assert ledger(candidate) == [("shown_to_companies", "", True), ("shown_to_companies", "", False)]
    assert not queries.has_consent(candidate, SHOWN)
    assert AuditEntry.objects.count() == 2


def test_withdrawing_is_as_easy_as_giving_and_both_can_be_done_again(db: None) -> None:
    candidate = CandidateFactory()
    for is_given in (True, False, True):
        (give if is_given else withdraw)(candidate)
        candidate.refresh_from_db()
        assert candidate.is_visible_to_companies == is_given


def test_person_says_again_what_was_brought_along(db: None) -> None:
    """Then the person has read the notice; the other way round nothing is new."""
    candidate = CandidateFactory()
    give(candidate, MATCHING, channel=ConsentChannel.IMPORTED)
    assert queries.notice_seen_at(candidate) is None

    give(candidate, MATCHING, at=LATER)
    give(candidate, MATCHING, channel=ConsentChannel.IMPORTED)

    assert queries.notice_seen_at(candidate) == LATER
    assert [one.channel for one in queries.consent_history(candidate)] == ["web", "imported"]


def test_person_who_agreed_through_a_program_says_it_again_on_the_site(db: None) -> None:
    candidate = CandidateFactory()
    for channel in (ConsentChannel.API, ConsentChannel.WEB, ConsentChannel.API):
        give(candidate, MATCHING, channel=channel)

    assert [one.channel for one in queries.consent_history(candidate)] == ["web", "api"]


@pytest.mark.parametrize("purpose", [MATCHING, SHOWN])
def test_import_never_replaces_what_the_person_said(db: None, purpose: ConsentPurpose) -> None:
    candidate = CandidateFactory()
    give(candidate, purpose, channel=ConsentChannel.IMPORTED)
    withdraw(candidate, purpose)

    give(candidate, purpose, channel=ConsentChannel.IMPORTED)

    assert not queries.has_consent(candidate, purpose)
    candidate.refresh_from_db()
    assert not (candidate.is_matched if purpose is MATCHING else candidate.is_visible_to_companies)
    withdraw(candidate, purpose, channel=ConsentChannel.IMPORTED)
    assert [is_given for _purpose, _code, is_given in ledger(candidate)] == [True, False]


def test_withdrawal_holds_by_whatever_channel(db: None) -> None:
    candidate = CandidateFactory()
    give(candidate)
    withdraw(candidate, channel=ConsentChannel.IMPORTED)
    candidate.refresh_from_db()
    assert not candidate.is_visible_to_companies


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CANDIDATE])
def test_nobody_agrees_for_somebody_else(user_of: Callable[[Role], User], role: Role) -> None:
    candidate = CandidateFactory()
    for act in (give, withdraw):
        with pytest.raises(PermissionDenied):
            act(candidate, by=user_of(role))
    assert ledger(candidate) == []


def test_another_candidate_does_not_agree_either(user_of: Callable[[Role], User]) -> None:
    with pytest.raises(PermissionDenied):
        give(CandidateFactory(), by=user_of(Role.CANDIDATE))


@pytest.mark.parametrize("purpose", [one for one in ConsentPurpose if one is not SHOWN])
def test_only_showing_is_agreed_to_by_programme(db: None, purpose: ConsentPurpose) -> None:
    with pytest.raises(actions.NothingForAProgramme):
        give(CandidateFactory(), purpose, programme_code="mit")


def test_entry_is_never_changed_or_removed(db: None) -> None:
    entry = give(CandidateFactory())
    entry.is_given = False
    with pytest.raises(RuntimeError):
        entry.save()
    with pytest.raises(RuntimeError):
        entry.delete()
    with pytest.raises(RuntimeError):
        ConsentEntry.objects.update(is_given=False)
    with pytest.raises(RuntimeError):
        ConsentEntry.objects.all().delete()
    assert ConsentEntry.objects.get().is_given


def test_ledger_goes_with_its_candidate(db: None) -> None:
    candidate = CandidateFactory()
    give(candidate)
    give(candidate, programme_code="mit")

    candidate.delete()

    assert not ConsentEntry.objects.exists()


# --- who sees whom: all ways to ask must agree ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shows_all", "shows_in", "takes_part", "company_in", "is_expected"),
    [
        (all_companies, code, own, company, all_companies or (code in own and code in company))
        for all_companies, code, own, company in product(
            (False, True), ("a", "b"), ((), ("a",), ("a", "b")), ((), ("a",), ("b",), ("a", "b"))
        )
    ],
)
def test_company_sees_who_shows_itself_however_it_is_asked(
    db: None,
    shows_all: bool,
    shows_in: str,
    takes_part: tuple[str, ...],
    company_in: tuple[str, ...],
    is_expected: bool,
) -> None:
    programmes = {code: ProgrammeFactory(code=code) for code in ("a", "b")}
    user, company = UserFactory(role=Role.COMPANY), OrganisationFactory()
    company.contacts.add(user)
    candidate, bystander = CandidateFactory(), CandidateFactory()
    give(candidate, programme_code=shows_in)
    if shows_all:
        give(candidate)
    for code in takes_part:
        programmes[code].candidates.add(candidate, bystander)
    for code in company_in:
        programmes[code].organisations.add(company)

    expected = [candidate] if is_expected else []
    assert list(queries.visible_candidates(user)) == expected
    assert list(Candidate.objects.visible_to_companies(user)) == expected
    assert user.has_perm("people.view_candidate", candidate) == is_expected
    assert not user.has_perm("people.view_candidate", bystander)
    with in_scope(scope_of(user)):
        assert list(Candidate.objects.all()) == expected
        assert list(queries.visible_candidates(user)) == expected
        assert user.has_perm("people.view_candidate", candidate) == is_expected
        assert not ConsentEntry.objects.exists()


def test_withdrawn_showing_ends_at_once_and_alone(db: None) -> None:
    programmes = [ProgrammeFactory(code=code) for code in ("a", "b")]
    user, company, candidate = UserFactory(role=Role.COMPANY), OrganisationFactory(), CandidateFactory()
    company.contacts.add(user)
    for programme in programmes:
        programme.organisations.add(company)
        programme.candidates.add(candidate)
        give(candidate, programme_code=programme.code)

    withdraw(candidate, programme_code="a")
    assert queries.visible_candidates(user).exists()
    withdraw(candidate, programme_code="b")

    assert not queries.visible_candidates(user).exists()
    assert not ProgrammeShowing.objects.exists()


def test_partner_is_no_company_of_its_programme(db: None) -> None:
    """A university that carries a programme sees its candidates by its own right, not as a company."""
    programme, user, university = (
        ProgrammeFactory(code="a"),
        UserFactory(role=Role.COMPANY),
        OrganisationFactory(),
    )
    university.contacts.add(user)
    PartnershipFactory(programme=programme, organisation=university)
    candidate = CandidateFactory()
    programme.candidates.add(candidate)
    give(candidate, programme_code="a")

    assert not queries.visible_candidates(user).exists()
    with in_scope(scope_of(user)):
        assert not Candidate.objects.exists()


@pytest.mark.parametrize(
    ("all_companies", "codes", "on_application"),
    [
        (True, (), True),
        (False, ("a",), True),
        (False, ("a", "b"), True),
        (False, (), True),
        (False, (), False),
    ],
)
def test_choice_of_showing_replaces_the_one_before(
    db: None, all_companies: bool, codes: tuple[str, ...], on_application: bool
) -> None:
    user = UserFactory(role=Role.CANDIDATE)
    candidate = CandidateFactory(user=user)
    before = {"all_companies": True, "programme_codes": ["b", "c"], "on_application": False}
    actions.choose_showing(candidate=candidate, **before, by=user, at=NOW)

    chosen = {"all_companies": all_companies, "programme_codes": codes, "on_application": on_application}
    actions.choose_showing(candidate=candidate, **chosen, by=user, at=LATER)

    standing = {key for key, entry in queries.standing_consents(candidate).items() if entry.is_given}
    assert standing == {
        *((SHOWN.value, code) for code in codes),
        *({(SHOWN.value, "")} if all_companies else ()),
        *({("share_on_application", "")} if on_application else ()),
    }
    assert set(candidate.showings.values_list("programme_code", flat=True)) == set(codes)
    assert candidate.is_visible_to_companies == all_companies


def test_choice_of_showing_is_the_candidates(user_of: Callable[[Role], User]) -> None:
    candidate = CandidateFactory()
    with pytest.raises(PermissionDenied):
        actions.choose_showing(
            candidate=candidate, all_companies=True, on_application=True, by=user_of(Role.MANAGER), at=NOW
        )
    assert ledger(candidate) == []


# --- nobody is ranked without agreeing ------------------------------------------------------------------------------


@pytest.fixture
def moment(vocabulary: object) -> FirstMatch:
    return first_match()


def test_nobody_is_in_a_ranking_without_agreeing(moment: FirstMatch) -> None:
    manager = UserFactory(role=Role.MANAGER)
    run = run_matching(by=None, at=NOW)
    assert run.matches.filter(candidate=moment.welder).exists()

    withdraw(moment.welder, MATCHING)
    welder = Candidate.objects.get(pk=moment.welder.pk)

    assert needs_new_run()
    again = run_matching(by=None, at=LATER)
    assert not again.matches.filter(candidate=welder).exists()
    assert str(welder.pk) not in live_pool().by_id
    assert rank_candidates(moment.welder_ad, user=manager, language="en").rows == ()
    assert rank_opportunities(welder, language="en").rows == ()
    assert steps_of(welder) == ()
    assert explain_pair(welder, moment.welder_ad, language="en", side=Side.COMPANY) is None

    give(welder, MATCHING, at=LATER)

    welder.refresh_from_db()
    assert len(rank_candidates(moment.welder_ad, user=manager, language="en").rows) == 1
    assert len(rank_opportunities(welder, language="en").rows) == 2


def test_new_profile_is_in_no_ranking_before_it_agrees(vocabulary: object) -> None:
    user = UserFactory(role=Role.CANDIDATE)
    actions.save_own_cv(user=user, text="Skills\nWelding, Python\n", by=user, at=NOW)
    assert live_pool().by_id == {}


# --- groups of the fairness report ----------------------------------------------------------------------------------


def test_groups_are_counted_with_consent_only_and_go_with_it(db: None) -> None:
    user = UserFactory(role=Role.CANDIDATE)
    candidate = CandidateFactory(user=user)
    groups = actions.Background("f", "eu", "pl")
    with pytest.raises(actions.NotAgreed):
        actions.say_groups(candidate=candidate, background=groups, by=user, at=NOW)

    give(candidate, ConsentPurpose.FAIRNESS_GROUPS, by=user)
    actions.say_groups(candidate=candidate, background=groups, by=user, at=NOW)
    assert load_groups(Candidate.objects.all())["sex"] == {str(candidate.pk): "f"}

    withdraw(candidate, ConsentPurpose.FAIRNESS_GROUPS, by=user)

    assert not CandidateBackground.objects.exists()
    assert load_groups(Candidate.objects.all())["sex"] == {}


def test_groups_that_nobody_agreed_to_are_not_counted(db: None) -> None:
    CandidateBackground.objects.create(candidate=CandidateFactory(), sex="f")
    assert load_groups(Candidate.objects.all())["sex"] == {}


def test_groups_are_said_by_oneself(user_of: Callable[[Role], User]) -> None:
    candidate = CandidateFactory()
    give(candidate, ConsentPurpose.FAIRNESS_GROUPS)
    with pytest.raises(PermissionDenied):
        actions.say_groups(
            candidate=candidate, background=actions.Background("f"), by=user_of(Role.MANAGER), at=NOW
        )
