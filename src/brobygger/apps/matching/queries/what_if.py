"""What one change would do, matched again on the live pool: for an opportunity, for a candidate, over all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from brobygger.apps.base.models import all_rows
from brobygger.apps.matching.models import Match, MatchRun
from brobygger.apps.matching.queries.live import (
    LivePool,
    live_offers,
    live_opportunities,
    live_pool,
    pairs_kept,
    seen_by,
)
from brobygger.apps.matching.queries.rankings import (
    TOP,
    AdAndPool,
    OpportunityRanking,
    RankingFilter,
    ad_and_pool,
    aliases_of,
    both,
    ranking_of,
    weights_of,
)
from brobygger.apps.matching.queries.runs import current_run
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.opportunities.queries import open_in
from brobygger.apps.people.models import Candidate
from brobygger.core import matching
from brobygger.core.matching import (
    Conditions,
    Dial,
    Effect,
    Entry,
    Ledger,
    MatchResult,
    best_steps,
    dials_for,
    entries,
    language_dials,
    lost_matches,
    opportunity_list,
    screen,
    what_if_counts,
)
from brobygger.core.matching.dials import Terms

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

STEP_TOP = 10  # a step counts where it brings the candidate among so many best
MOST_STEPS = 12
MOST_PAIRS = 2_000_000  # of a candidate and an opportunity, matched anew while a page waits: about a second


class UnknownDial(ValueError):
    """No dial of the opportunity has this key. The message names the ones it has."""


@dataclass(frozen=True, slots=True)
class TurnedDial:
    """
    One opportunity with one dial turned. `turn_dials` tells who is gained.

    Args:
        dial: which; None for the terms as they are.
        eligible: how many candidates no rule excludes then.
        change: how many more (or fewer) than as things are.
    """

    dial: Dial | None
    eligible: int
    change: int

    @property
    def key(self) -> str:
        return self.dial.key if self.dial else ""


@dataclass(frozen=True, slots=True)
class TurnedOpportunity:
    """
    An opportunity with several dials turned together.

    Args:
        keys: of the dials.
        eligible, change: as in `TurnedDial`.
        gained: (id, alias) of those who become eligible, best first, as far as the reader may see them and as many as
            the list is long.
        withheld: how many become eligible whom the reader may not see.
        ranking: the list as it would be.
    """

    keys: tuple[str, ...]
    eligible: int
    change: int
    gained: tuple[tuple[int, str], ...]
    withheld: int
    ranking: OpportunityRanking


def dials_of(
    opportunity: Opportunity,
    *,
    only_languages: bool = False,
    conditions: Conditions | None = None,
    found: AdAndPool | None = None,
) -> tuple[TurnedDial, ...]:
    """
    Every dial of an opportunity turned alone; the first answer is the terms as they are.

    Args:
        only_languages: the language-need X-ray: each language to each lower level, to the coffee table, to an advantage.
        found: of `ad_and_pool`, where the caller has asked already.
    """
    found = found or ad_and_pool(opportunity)
    return dials_for_ad(found.seen, found.live, only_languages=only_languages, conditions=conditions)


def dials_for_ad(
    seen: matching.Opportunity,
    live: LivePool,
    *,
    only_languages: bool = False,
    conditions: Conditions | None = None,
) -> tuple[TurnedDial, ...]:
    """`dials_of` for an ad that need not be stored. No query."""
    dials = language_dials(seen) if only_languages else dials_for(seen, conditions)
    now, *counts = what_if_counts(live.pool, seen, dials, conditions=conditions)
    turned = (TurnedDial(dial, count, count - now) for dial, count in zip(dials, counts, strict=True))
    return (TurnedDial(None, now, 0), *turned)


def turn_dials(
    opportunity: Opportunity,
    keys: Iterable[str],
    *,
    user: User,
    language: str,
    top: int = TOP,
    chosen: RankingFilter | None = None,
    conditions: Conditions | None = None,
    found: AdAndPool | None = None,
) -> TurnedOpportunity:
    """
    An opportunity with these dials turned together, matched again. A fixed number of queries.

    Args:
        keys: of `Dial.key`; their order is the order of turning.
        language: of the reasons: "en", "da", "nb" or "sv".
        chosen: narrows the list.
        conditions: how strictly rules are read.
        found: of `ad_and_pool`, where the caller has asked already.

    Raises:
        UnknownDial: the opportunity has no dial of that key.
    """
    found = found or ad_and_pool(opportunity)
    seen, live, weights = found.seen, found.live, weights_of(opportunity)
    known = {dial.key: dial for dial in dials_for(seen, conditions)}
    turns = tuple(keys)
    unknown = [key for key in turns if key not in known]
    if unknown:
        raise UnknownDial(f"unknown dial {unknown[0]!r}; this opportunity has {', '.join(sorted(known))}")
    dials = [known[key] for key in turns]
    terms = Terms(seen, conditions or Conditions())
    for dial in dials:
        terms = dial.turn(terms)
    before = screen(live.pool, seen, conditions or Conditions()).eligible
    turned = opportunity_list(live.pool, terms.opportunity, weights=weights, conditions=terms.conditions)
    visible, narrowed = seen_by(user, live), (chosen or RankingFilter()).passing(live.pool)
    gained = turned.best(top, both(~before, both(visible, narrowed)))
    aliases = aliases_of(user, gained)
    ranking = ranking_of(
        turned,
        live,
        user=user,
        visible=visible,
        language=language,
        top=top,
        chosen=chosen,
        conditions=terms.conditions,
    )
    return TurnedOpportunity(
        keys=turns,
        eligible=turned.eligible,
        change=turned.eligible - int(np.count_nonzero(before)),
        gained=tuple(
            (int(one.candidate), aliases[int(one.candidate)])
            for one in gained
            if int(one.candidate) in aliases
        ),
        withheld=0 if visible is None else turned.count(~before & ~visible),
        ranking=ranking,
    )


def steps_of(
    candidate: Candidate, *, programme_id: int | None = None, most: int = MOST_STEPS
) -> tuple[Effect, ...]:
    """
    The single steps (a skill, a language level, a longer commute …) that open most, farthest-reaching first.

    Every step is matched again; see `steps_as_of` for the lists that it is compared with. A fixed number of queries.
    Nothing for a candidate without a CV.
    """
    live, open_ones = live_pool(programme_id), live_offers(programme_id)
    person = live.get(str(candidate.pk))
    if person is None:
        return ()
    among: Mapping[str, Entry | None]
    if pairs_kept(programme_id) <= MOST_PAIRS:
        among = entries(_result(_Problem(live, open_ones.opportunities)), person.id, STEP_TOP)
    else:
        among = _entries_of_run(person.id, programme_id)
    return best_steps(person, open_ones.offers, taxonomy=live.taxonomy, among=among)[:most]


def steps_as_of(programme_id: int | None = None) -> dt.datetime | None:
    """
    The moment of the match run whose lists tell where a step brings a candidate among the best; None: as things are.

    Where there are more pairs than can be matched while a page waits, the lists are those of the latest run.
    """
    if pairs_kept(programme_id) <= MOST_PAIRS:
        return None
    run = _run_for_entries(programme_id)
    return run.started_at if run else None


@all_rows()  # whom a candidate has to beat is seen by nobody: a step only says for how many opportunities it does
def _run_for_entries(programme_id: int | None) -> MatchRun | None:
    run = current_run(programme_id)
    return run if run and run.weights == asdict(matching.Weights()) else None


@all_rows()
def _entries_of_run(candidate: str, programme_id: int | None) -> Mapping[str, Entry | None]:
    """`entries` of the latest run; opportunities that have changed since have none."""
    run = _run_for_entries(programme_id)
    if run is None:
        return {}
    last, next_ = _last_places(run.pk)
    own = Match.objects.filter(run=run, candidate=int(candidate), rank__lte=STEP_TOP)
    mine = set(map(str, own.values_list("opportunity_id", flat=True)))
    return {
        name: (next_ if name in mine else last).get(name)
        for name in map(
            str,
            open_in(programme_id)
            .filter(changed_at__lte=run.started_at)
            .order_by()
            .values_list("pk", flat=True),
        )
    }


@lru_cache(maxsize=2)
def _last_places(run_id: int) -> tuple[dict[str, Entry], dict[str, Entry]]:
    """By opportunity, who had the last of the places that a step looks at, and who had the next."""
    places: tuple[dict[str, Entry], dict[str, Entry]] = ({}, {})
    for number, found in enumerate(places):
        rows = Match.objects.filter(run=run_id, rank=STEP_TOP + number).order_by()
        for opportunity, score, one in rows.values_list("opportunity_id", "score", "candidate_id"):
            found[str(opportunity)] = Entry(score, str(one))
    return places


def lost_matches_of(programme_id: int | None = None) -> Ledger:
    """Pairs that one rule alone keeps apart, counted by rule, over a programme's open opportunities or all."""
    return lost_matches(live_pool(programme_id).pool, live_opportunities(programme_id))


@dataclass(frozen=True, eq=False)
class _Problem:
    """A live pool and its opportunities; the same problem only while both are the very same objects."""

    live: LivePool
    opportunities: tuple[matching.Opportunity, ...]

    def __hash__(self) -> int:
        return hash((id(self.live), id(self.opportunities)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Problem):
            return False
        return other.live is self.live and other.opportunities is self.opportunities


@lru_cache(maxsize=2)
def _result(problem: _Problem) -> MatchResult:
    """The whole match as things are now; its lists are just longer than a step looks at."""
    return problem.live.solve(problem.opportunities, top=STEP_TOP + 1)
