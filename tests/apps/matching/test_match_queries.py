"""Pages of matches: what is ranked, what each reader sees, in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.db.models import QuerySet

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.matching import queries
from brobygger.apps.matching.actions import run_matching
from brobygger.apps.matching.adapters import load_problem
from brobygger.apps.matching.queries import Dimension, PoolFilter, RankingFilter, live, what_if
from brobygger.apps.matching.queries.explorer import properties_of, rounded
from brobygger.apps.opportunities.actions import (
    correct_fact,
    decide_on_opportunity,
    set_language_need,
    store_opportunity_profiles,
)
from brobygger.apps.opportunities.enums import LanguageModality, LanguageSetting
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.people.actions import add_fact, hide_from_companies, store_candidate_profiles
from brobygger.apps.people.adapters import load_candidates
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.actions import set_approval
from brobygger.core import matching
from brobygger.core.matching import HeldSkill, MarketQuery, Pool, Side, Tone
from brobygger.core.reading import Level, Market, Modality, Skill
from tests.core.matching.examples import TAXONOMY, person, uri
from tests.factories import (
    CandidateDocumentFactory,
    CandidateFactFactory,
    CandidateFactory,
    OpportunityFactFactory,
    UserFactory,
)
from tests.factories.moments import LATER, NOW
from tests.scenarios.first_match import DEVELOPER_AD, FirstMatch, first_match


@pytest.fixture
def moment(vocabulary: Vocabulary) -> FirstMatch:
    return first_match()


@pytest.fixture
def manager(db: None) -> User:
    return UserFactory(role=Role.MANAGER)


@pytest.fixture
def company(moment: FirstMatch) -> User:
    user = UserFactory(role=Role.COMPANY)
    moment.software.contacts.add(user)
    return user


def aliases(ranking: queries.OpportunityRanking) -> list[str]:
    return [row.alias for row in ranking.rows]


def test_rank_candidates_gives_reasons_in_the_readers_language(moment: FirstMatch, manager: User) -> None:
    ranking = queries.rank_candidates(moment.welder_ad, user=manager, language="da")

    assert (ranking.pool, ranking.eligible, ranking.withheld) == (4, 1, 0)
    row = ranking.rows[0]
    assert (row.alias, row.rank, row.home) == ("Talent 001", 1, "Aarhus, DK")
    assert "svejsning" in " ".join(reason.text for reason in row.explanation.of(Tone.GOOD)).lower()
    assert [reason.subject for reason in ranking.excluded] == ["language:da"]
    assert "dansk" in ranking.excluded[0].text.lower()


def test_rank_candidates_equals_the_stored_run(moment: FirstMatch, manager: User) -> None:
    run = run_matching(by=None, at=LATER)

    for opportunity in Opportunity.objects.all():
        stored = run.matches.filter(opportunity=opportunity, rank__isnull=False).order_by("rank")
        live = queries.rank_candidates(opportunity, user=manager, language="en")
        assert [(row.candidate_id, row.rank, row.percent) for row in live.rows] == list(
            stored.values_list("candidate_id", "rank", "percent")
        )


def test_company_sees_only_candidates_who_show_themselves(
    moment: FirstMatch, company: User, manager: User
) -> None:
    everything = queries.rank_candidates(moment.developer_ad, user=manager, language="en")
    shown = queries.rank_candidates(moment.developer_ad, user=company, language="en")

    assert "Talent 004" in aliases(everything)
    assert aliases(shown) == [alias for alias in aliases(everything) if alias != "Talent 004"]
    assert (shown.withheld, shown.eligible) == (1, everything.eligible)


def test_rank_candidates_narrowed_keeps_the_ranks(moment: FirstMatch, manager: User) -> None:
    whole = queries.rank_candidates(moment.developer_ad, user=manager, language="en")

    narrowed = queries.rank_candidates(
        moment.developer_ad, user=manager, language="en", chosen=RankingFilter(skill="skill:welding")
    )

    assert {row.candidate_id for row in narrowed.rows} == {moment.welder.pk, moment.foreign_welder.pk}
    assert set(narrowed.rows) <= set(whole.rows)


def test_rank_candidates_follows_a_change_at_once(moment: FirstMatch, manager: User) -> None:
    assert aliases(queries.rank_candidates(moment.welder_ad, user=manager, language="en")) == ["Talent 001"]

    set_language_need(
        opportunity=moment.welder_ad,
        codes=["da"],
        setting=LanguageSetting.INFORMAL,
        modality=LanguageModality.PREFERRED,
        level=Level.A2,
        by=None,
        at=LATER,
    )

    after = aliases(queries.rank_candidates(moment.welder_ad, user=manager, language="en"))
    assert after[:2] == ["Talent 001", "Talent 002"]


def test_rank_candidates_follows_a_rejected_fact(moment: FirstMatch, manager: User) -> None:
    need = moment.welder_ad.facts.get(kind="language")
    correct_fact(fact=need, state=FactState.REJECTED, by=None, at=LATER)

    assert queries.rank_candidates(moment.welder_ad, user=manager, language="en").eligible == 4


def test_pool_reads_only_those_who_changed(moment: FirstMatch, monkeypatch: pytest.MonkeyPatch) -> None:
    queries.live_pool()
    read: list[str] = []

    def spy(candidates: QuerySet[Candidate]) -> tuple[matching.Candidate, ...]:
        found = load_candidates(candidates)
        read.extend(one.id for one in found)
        return found

    monkeypatch.setattr(live, "load_candidates", spy)
    value = Skill("skill:python", "Python", Modality.HELD)
    add_fact(candidate=moment.welder, value=value, by=None, at=LATER)

    pool = queries.live_pool()

    assert read == [str(moment.welder.pk)]
    assert len(pool.pool) == 4
    assert "skill:python" in {one.uri for one in pool.by_id[str(moment.welder.pk)].skills}


def test_pool_follows_candidates_who_come_and_go(moment: FirstMatch) -> None:
    assert len(queries.live_pool().pool) == 4
    moment.welder.delete()
    assert len(queries.live_pool().pool) == 3
    CandidateDocumentFactory()
    assert len(queries.live_pool().pool) == 4


@pytest.mark.parametrize("size", [1, 3, 30])
def test_rank_candidates_takes_a_fixed_number_of_queries(
    vocabulary: Vocabulary, manager: User, size: int, django_assert_num_queries: Callable[..., object]
) -> None:
    for _ in range(size):
        candidate = CandidateFactory()
        CandidateDocumentFactory(candidate=candidate)
        CandidateFactFactory(candidate=candidate)
    opportunity = OpportunityFactFactory().opportunity
    opportunity.programme  # noqa: B018 - loaded with the page's opportunity

    with django_assert_num_queries(
        14
    ):  # the opportunity 3, vocabulary 1, stamp 2, pool 6, whom one sees 1, aliases 1
        queries.rank_candidates(opportunity, user=manager, language="en")
    with django_assert_num_queries(8):
        ranking = queries.rank_candidates(opportunity, user=manager, language="en")

    assert len(ranking.rows) == min(size, 20)


def test_rank_opportunities_speaks_to_the_candidate(moment: FirstMatch) -> None:
    ranking = queries.rank_opportunities(moment.foreign_welder, language="en")

    assert [row.opportunity.title for row in ranking.rows] == ["Software developer"]
    assert (ranking.open, ranking.eligible) == (2, 1)
    assert [(str(check), count) for check, count in ranking.excluded] == [("language:da", 1)]


def test_rank_opportunities_agrees_with_the_opportunitys_page(moment: FirstMatch, manager: User) -> None:
    own = queries.rank_opportunities(moment.developer, language="en").rows[0]
    ranking = queries.rank_candidates(own.opportunity, user=manager, language="en")

    row = next(one for one in ranking.rows if one.candidate_id == moment.developer.pk)
    assert (own.percent, own.parts) == (row.percent, row.parts)


def test_rank_opportunities_leaves_out_what_a_programme_has_not_approved(
    moment: FirstMatch, manager: User
) -> None:
    before = queries.rank_opportunities(moment.welder, language="en")
    assert len(before.rows) == 2
    set_approval(programme=moment.programme, asks=True, by=manager, at=NOW)
    second = before.rows[1].opportunity

    decide_on_opportunity(opportunity=second, programme=moment.programme, approve=True, by=manager, at=NOW)

    after = queries.rank_opportunities(moment.welder, language="en", top=1)
    assert [(row.rank, row.opportunity) for row in after.rows] == [(1, second)]
    assert (after.open, after.eligible) == (1, 1)
    assert [one.id for one in queries.live_opportunities(moment.programme.pk)] == [str(second.pk)]
    assert [one.id for one in load_problem(moment.programme.pk).opportunities] == [str(second.pk)]


@pytest.mark.parametrize("size", [1, 3, 30])
def test_rank_opportunities_takes_a_fixed_number_of_queries(
    vocabulary: Vocabulary, size: int, django_assert_num_queries: Callable[..., object]
) -> None:
    candidate = CandidateFactory()
    CandidateDocumentFactory(candidate=candidate)
    OpportunityFactFactory.create_batch(size)
    queries.rank_opportunities(candidate, language="en")

    with django_assert_num_queries(
        8
    ):  # vocabulary 1, stamp 2, the candidate 3, programmes 1, opportunities 1
        ranking = queries.rank_opportunities(candidate, language="en")

    assert len(ranking.rows) == min(size, 20)


def test_rank_opportunities_of_a_candidate_without_cv(moment: FirstMatch) -> None:
    assert queries.rank_opportunities(CandidateFactory(), language="sv").open == 2


def test_explain_pair_says_what_excludes(moment: FirstMatch) -> None:
    explanation = queries.explain_pair(
        moment.foreign_welder, moment.welder_ad, language="nb", side=Side.CANDIDATE
    )

    assert explanation is not None
    assert not explanation.eligible
    assert [one.subject for one in explanation.of(Tone.STOP)] == ["language:da"]


def test_dials_of_count_whom_each_would_gain(moment: FirstMatch) -> None:
    dials = {one.key: one for one in queries.dials_of(moment.welder_ad, only_languages=True)}

    assert (dials[""].eligible, dials[""].change) == (1, 0)
    assert (dials["language:da:coffee"].eligible, dials["language:da:coffee"].change) == (4, 3)


def test_turn_dials_names_who_is_gained(moment: FirstMatch, manager: User) -> None:
    turned = queries.turn_dials(moment.welder_ad, ["language:da:coffee"], user=manager, language="en")

    assert turned.gained[0] == (moment.foreign_welder.pk, "Talent 002")
    assert (len(turned.gained), turned.withheld) == (3, 0)


def test_turn_dials_names_nobody_who_is_hidden(moment: FirstMatch, company: User) -> None:
    turned = queries.turn_dials(moment.welder_ad, ["language:da:coffee"], user=company, language="en")

    assert "Talent 004" not in {alias for _, alias in turned.gained}
    assert (len(turned.gained), turned.withheld) == (2, 1)


def test_turn_dials_equals_the_stored_change(moment: FirstMatch, manager: User) -> None:
    turned = queries.turn_dials(moment.welder_ad, ["language:da:coffee"], user=manager, language="en")
    assert (turned.eligible, turned.change) == (4, 3)

    set_language_need(
        opportunity=moment.welder_ad,
        codes=["da"],
        setting=LanguageSetting.INFORMAL,
        modality=LanguageModality.REQUIRED,
        level=Level.A2,
        by=None,
        at=LATER,
    )
    stored = queries.rank_candidates(moment.welder_ad, user=manager, language="en")
    assert [(row.alias, row.percent) for row in turned.ranking.rows] == [
        (row.alias, row.percent) for row in stored.rows
    ]


def test_turn_dials_refuses_an_unknown_key(moment: FirstMatch, manager: User) -> None:
    with pytest.raises(queries.UnknownDial, match="language:xx"):
        queries.turn_dials(moment.welder_ad, ["language:xx:A1"], user=manager, language="en")


def test_steps_of_find_the_language_that_opens(moment: FirstMatch) -> None:
    effects = {effect.step.key: effect for effect in queries.steps_of(moment.foreign_welder)}

    assert "language:da:A1" not in effects  # B2 is asked for
    assert all(effect.reach for effect in effects.values())
    assert queries.steps_of(CandidateFactory()) == ()


def test_lost_matches_are_counted_by_rule(moment: FirstMatch) -> None:
    ledger = queries.lost_matches_of()

    assert ledger.by_check == {"language:da": 3}


def test_preview_ad_stores_nothing(moment: FirstMatch, company: User) -> None:
    before = (AuditEntry.objects.count(), Opportunity.objects.count())

    preview = queries.preview_ad(DEVELOPER_AD, user=company, language="en", at=NOW, employer="Kodehuset")

    assert (AuditEntry.objects.count(), Opportunity.objects.count()) == before
    assert "".join(segment.text for segment in preview.text) == DEVELOPER_AD
    marked = {segment.text for segment in preview.text if any(mark.kind == "skill" for mark in segment.marks)}
    assert {"Python", "project management"} <= marked
    assert aliases(preview.ranking)[0] == "Talent 003"


def test_preview_ad_equals_the_saved_ad(moment: FirstMatch, manager: User) -> None:
    preview = queries.preview_ad(DEVELOPER_AD, user=manager, language="en", at=NOW)
    live = queries.rank_candidates(moment.developer_ad, user=manager, language="en")

    assert aliases(preview.ranking) == aliases(live)


def test_explore_pool_counts_exactly_for_those_who_run_the_programme(
    moment: FirstMatch, manager: User
) -> None:
    table = queries.explore_pool(
        user=manager, rows=Dimension.SKILL, columns=Dimension.LANGUAGE, language="da"
    )

    labels = [label for _, label in table.rows]
    assert labels[labels.index("svejsning")] == "svejsning"
    welding, danish = (
        [key for key, _ in table.rows].index("skill:welding"),
        [key for key, _ in table.columns].index("da"),
    )
    assert table.counts[welding][danish] == 1
    assert (table.row_totals[welding], table.total, table.is_rounded) == (2, 4, False)


@pytest.mark.parametrize("role", [Role.COMPANY, Role.COUNCIL, Role.FUNDER])
def test_explore_pool_hides_small_groups(
    moment: FirstMatch, user_of: Callable[[Role], User], role: Role
) -> None:
    table = queries.explore_pool(
        user=user_of(role), rows=Dimension.SKILL, columns=Dimension.COUNTRY, language="en"
    )

    assert table.is_rounded
    assert {count for row in table.counts for count in row} | set(table.row_totals) | {table.total} == {None}


def test_explore_pool_narrowed(moment: FirstMatch, manager: User) -> None:
    table = queries.explore_pool(
        user=manager,
        rows=Dimension.SKILL,
        columns=Dimension.LEVEL,
        language="en",
        chosen=PoolFilter(language="da", country="DK"),
    )

    assert table.total == 1


def test_rounded_goes_down_to_fives() -> None:
    assert [rounded(count) for count in (0, 1, 4, 5, 9, 10)] == [None, None, None, 5, 5, 10]


def test_search_market_finds_declared_knowledge_only(moment: FirstMatch, manager: User) -> None:
    for value in (Market("BR"), Skill("skill:project", "project management", Modality.HELD)):
        add_fact(candidate=moment.welder, value=value, by=None, at=LATER)

    answer = queries.search_market(
        queries.understand_market_query("project management", at=NOW).query, user=manager
    )
    assert {one.alias for one in answer.found} == {"Talent 001", "Talent 003"}

    answer = queries.search_market(MarketQuery(skills=("skill:project",), markets=("BR",)), user=manager)
    assert [one.alias for one in answer.found] == ["Talent 001"]


def test_explored_skills_are_skills_alone() -> None:
    people = [
        person("a", skills=["cad", HeldSkill("https://example.org/outside")], occupations=(uri("engineer"),)),
        person("b", skills=["welding"], occupations=(uri("welder"), uri("unknown-job"))),
        person("c", skills=["cad"]),
    ]
    found = properties_of(Pool.of(people, TAXONOMY), Dimension.SKILL)
    held = {key: sorted(found.rows[found.codes == code].tolist()) for code, key in enumerate(found.keys)}
    assert held == {uri("cad"): [0, 2], uri("welding"): [1], "https://example.org/outside": [0]}


def test_understand_market_query_reads_skills_and_languages(vocabulary: Vocabulary) -> None:
    query = queries.understand_market_query(
        "svejsning, Brazilian Portuguese; kan starte i marts", at=NOW
    ).query

    assert query.skills == ("skill:welding",)
    assert [code for code, _ in query.languages] == ["pt-BR"]
    assert query.start_by is not None
    assert (query.start_by.year, query.start_by.month) == (2027, 3)


@pytest.mark.parametrize(
    ("text", "markets", "languages"),
    [
        ("Polen", ("PL",), []),
        ("knows Poland", ("PL",), []),
        ("kender Polen", ("PL",), []),
        ("Brasilien; Tyskland", ("BR", "DE"), []),
        ("Elfenbenskysten, Sør-Korea, Österrike", ("CI", "KR", "AT"), []),
        ("tysk B2 og Tyskland", ("DE",), ["de"]),
        ("Norden", ("DK", "NO", "SE", "FI", "IS"), []),
        ("Brazilian Portuguese", (), ["pt-BR"]),
        ("not Poland", (), []),
    ],
)
def test_names_of_countries_are_markets(
    vocabulary: Vocabulary, text: str, markets: tuple[str, ...], languages: list[str]
) -> None:
    query = queries.understand_market_query(text, at=NOW).query

    assert query.markets == markets
    assert [code for code, _ in query.languages] == languages


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("xyzzy", ("xyzzy",)),
        ("tysk B2 og Tyskland", ()),
        ("kender Polen, frobnication i Polen", ("frobnication",)),
        ("svejsning, kan starte i marts", ()),
        ("hvem kender Polen?", ()),
        ("Brazilian Portuguese, mechanical engineering, can start in March", ()),
        ("???", ("???",)),
    ],
)
def test_words_that_say_nothing_are_told(vocabulary: Vocabulary, text: str, unread: tuple[str, ...]) -> None:
    assert queries.understand_market_query(text, at=NOW).unread == unread


def test_field_of_study_is_understood_without_a_degree(vocabulary: Vocabulary) -> None:
    assert queries.understand_market_query("mechanical engineering", at=NOW).query.fields == ("0715",)


def test_market_search_says_why(moment: FirstMatch, manager: User) -> None:
    for value in (Market("BR"), Skill("skill:project", "project management", Modality.HELD)):
        add_fact(candidate=moment.welder, value=value, by=None, at=LATER)
    query = MarketQuery(skills=("skill:project",), markets=("BR",))

    [one] = queries.search_market(query, user=manager, language="da").found

    assert "Kender Brasilien" in [reason.chip for reason in one.reasons]
    assert "1 af 1 kompetencer" in [reason.chip for reason in one.reasons]


def test_pool_takes_stored_profiles_as_far_as_they_are_up_to_date(
    moment: FirstMatch, django_assert_num_queries: Callable[..., object]
) -> None:
    before = queries.live_pool().pool.candidates
    assert store_candidate_profiles(by=None, at=LATER) == 4
    queries.forget_live()

    with django_assert_num_queries(6):  # vocabulary 1, stamp 2, who there is 1, profiles 1, the others 1
        assert queries.live_pool().pool.candidates == before

    add_fact(candidate=moment.welder, value=Skill("skill:python", "Python", Modality.HELD), by=None, at=LATER)
    queries.forget_live()
    assert "skill:python" in {one.uri for one in queries.live_pool().by_id[str(moment.welder.pk)].skills}
    assert store_candidate_profiles(by=None, at=LATER) == 1
    assert store_candidate_profiles(by=None, at=LATER) == 0


def test_stored_opportunities_equal_those_that_are_read(moment: FirstMatch) -> None:
    before = queries.live_opportunities()
    assert store_opportunity_profiles(by=None, at=LATER) == 2
    queries.forget_live()

    assert queries.live_opportunities() == before


def test_pool_sees_a_change_that_another_process_commits_late(moment: FirstMatch) -> None:
    """Two changes may be committed in another order than that of their moments."""
    queries.live_pool()
    value = Skill("skill:python", "Python", Modality.HELD)
    add_fact(candidate=moment.developer, value=value, by=None, at=LATER)
    queries.live_pool()
    add_fact(candidate=moment.welder, value=value, by=None, at=LATER - dt.timedelta(seconds=1))

    pool = queries.live_pool()

    assert "skill:python" in {one.uri for one in pool.by_id[str(moment.welder.pk)].skills}


def test_pool_of_a_programme_follows_its_members(moment: FirstMatch) -> None:
    members = {str(pk) for pk in moment.programme.candidates.values_list("pk", flat=True)}
    assert set(queries.live_pool(moment.programme.pk).pool.ids) == members

    moment.programme.candidates.clear()
    assert len(queries.live_pool(moment.programme.pk).pool) == 0
    moment.programme.candidates.add(moment.welder)
    assert queries.live_pool(moment.programme.pk).pool.ids == (str(moment.welder.pk),)


def test_whoever_hides_leaves_the_companys_list_at_once(moment: FirstMatch, company: User) -> None:
    before = queries.rank_candidates(moment.developer_ad, user=company, language="en")
    hide_from_companies(candidate=moment.developer, by=None, at=LATER)

    after = queries.rank_candidates(moment.developer_ad, user=company, language="en")

    assert aliases(after) == [alias for alias in aliases(before) if alias != "Talent 003"]
    assert (after.withheld, after.eligible) == (before.withheld + 1, before.eligible)


def test_steps_of_many_pairs_are_compared_with_the_latest_run(
    moment: FirstMatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(what_if, "STEP_TOP", 1)
    exact = queries.steps_of(moment.foreign_welder)
    assert queries.steps_as_of() is None

    monkeypatch.setattr(what_if, "MOST_PAIRS", 0)
    without_run = queries.steps_of(moment.foreign_welder)
    assert [one.opened for one in without_run] == [one.opened for one in exact if one.opened]
    assert not any(one.risen for one in without_run)

    run_matching(by=None, at=LATER)
    assert queries.steps_of(moment.foreign_welder) == exact
    assert queries.steps_as_of() == LATER
