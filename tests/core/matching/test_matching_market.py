"""The market search: skill × language × declared market × start, and never nationality."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields

from brobygger.core.matching import MarketQuery, Pool, market_search
from brobygger.core.reading import Level, OpportunityKind
from tests.core.matching.examples import DAY, TAXONOMY, person, uri

BRAZIL = MarketQuery(
    skills=(uri("cad"),),
    occupations=(uri("engineer"),),
    languages=(("pt-BR", None),),
    markets=("BR",),
    start_by=DAY,
)


def who(name: str, **facts: object) -> object:
    usual = {
        "skills": ["cad"],
        "languages": (("pt-BR", Level.C2),),
        "markets": ("BR",),
        "available_from": DAY,
    }
    return person(name, **{**usual, **facts})


PEOPLE = [
    who("fits"),
    who("weaker", skills=["drawing"]),
    who("engineer", skills=[], occupations=(uri("engineer"),)),
    who("portuguese", languages=(("pt", Level.C2),)),
    who("no-date", available_from=None),
    who("late", available_from=DAY + dt.timedelta(1)),
    who("beginner", languages=(("pt-BR", Level.A2),)),
    who("other-market", markets=("CN",)),
    who("no-market", markets=()),
    who("unrelated", skills=["python"]),
]
POOL = Pool.of(PEOPLE, TAXONOMY)  # type: ignore[arg-type]


def test_market_search_ranks_those_who_meet_every_condition() -> None:
    found = market_search(POOL, BRAZIL)
    assert [one.candidate for one in found.matches] == ["fits", "weaker", "engineer"]
    assert [one.rank for one in found.matches] == [1, 2, 3]


def test_market_search_lists_apart_who_has_not_said_enough() -> None:
    found = market_search(POOL, BRAZIL)
    assert {one.candidate for one in found.perhaps} == {"portuguese", "no-date"}


def test_market_search_counts_whom_each_condition_leaves_out() -> None:
    found = market_search(POOL, BRAZIL)
    assert {str(check): count for check, count in found.excluded.items()} == {
        "language:pt-BR": 1,
        "start": 1,
        "market": 2,
    }
    assert found.unrelated == 1


def test_market_search_without_a_condition_leaves_nobody_out() -> None:
    assert len(market_search(POOL, MarketQuery()).matches) == len(PEOPLE)
    kind = MarketQuery(kind=OpportunityKind.THESIS)
    assert len(market_search(POOL, kind).matches) == len(PEOPLE)  # nobody has named a kind


def test_market_query_cannot_ask_for_nationality() -> None:
    names = {field.name for field in fields(MarketQuery)}
    assert names == {"skills", "occupations", "fields", "languages", "markets", "start_by", "kind"}
