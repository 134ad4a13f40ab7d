"""
What a company sees of somebody whose name it does not know: made here for its own pages and for the preview of them.

The candidate agrees on the preview (`/my-page/privacy/`): what companies see more of has to come in here.
"""

from __future__ import annotations

from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.classifications.queries import taxonomy
from brobygger.apps.matching import queries as matching
from brobygger.apps.people import queries
from brobygger.apps.people.adapters import Preferences
from brobygger.core.matching import Candidate, Side
from brobygger.web import wording
from brobygger.web.ads import title_of
from brobygger.web.candidate.wishes.steps import in_words
from brobygger.web.company.opportunities.views import ranked
from brobygger.web.fields_of_study import field_name

NEVER_TOLD: Final = frozenset({"id", "pay_floor"})
"""What the matcher reads of a person, by the name of its field, and tells no company."""
IN_PROFILE: Final = frozenset({"skills", "occupations", "languages"})
"""What stands in the profile already, each for itself."""
WISHES: Final = {
    "kinds": "kinds",
    "wished_occupations": "wished_occupations",
    "available_from": "available_from",
    "available_months": "available_months",
    "hours": "hours",
    "place": "home",
    "commute_minutes": "commute_minutes",
    "remote": "remote",
    "moves_to": "moves_to",
    "work_right": "work_right",
}
"""What a candidate can say too: the field of the matcher, and of `Preferences`."""
SAYS_NONE: Final = frozenset({"moves_to", "work_right"})
"""Of these an empty list is an answer."""
READ: Final[dict[str, str | Promise]] = {
    "eqf": gettext_lazy("Education"),
    "fields": gettext_lazy("Field of study"),
    "experience_years": gettext_lazy("Experience"),
    "studies_end": gettext_lazy("Stage of studies"),
    "markets": gettext_lazy("Market"),
}
"""What is read from the CV: the field of the matcher, and its name."""

NO_EXAMPLE: Final = {"opportunity": None, "opportunity_title": "", "explanation": None}


def anonymous(candidate: Any, facts: list[Any]) -> dict[str, Any]:
    """The profile without what identifies, as its templates want it."""
    text = queries.anonymous_cv(candidate, facts) if hasattr(candidate, "document") else ()
    return {
        "pieces": list(wording.pieces(text)),
        "legend": wording.LEGEND,
        "understood": wording.facts_by_kind(queries.open_facts(candidate, facts)),
    }


def fit(candidate: Any, opportunity: Any) -> dict[str, Any]:
    """Why a candidate fits an opportunity or not, as the company reads it on the profile."""
    explanation = matching.explain_pair(
        candidate, opportunity, language=wording.reader_language(), side=Side.COMPANY
    )
    return {
        "opportunity": opportunity,
        "opportunity_title": title_of(opportunity),
        "explanation": explanation,
    }


def preview(candidate: Any) -> dict[str, Any]:
    """
    All that a company sees: the line in a list and the reasons for the open opportunity that fits best, and the profile.

    `rows` is empty for who stands in no list; `drawn_from` says also what lists of other opportunities would tell.
    """
    facts, language = queries.facts_of(candidate), wording.reader_language()
    best = matching.rank_opportunities(candidate, language=language, top=1).rows
    example = best[0].opportunity if best else None
    ranking = matching.ranking_of_one(candidate, example, language=language) if example else None
    return {
        **(ranked(ranking) if ranking else {"rows": []}),
        **(fit(candidate, example) if example else NO_EXAMPLE),
        **anonymous(candidate, facts),
        "drawn_from": drawn_from(candidate),
    }


def drawn_from(candidate: Any) -> list[tuple[str, str]]:
    """What lists and reasons can tell a company beside the profile: (what, value) rows of what is known."""
    person = matching.as_matched(candidate)
    if person is None:
        return []
    said = {own: getattr(person, field) for field, own in WISHES.items()}
    known = tuple(
        own for own, value in said.items() if value is not None and (value != () or own in SAYS_NONE)
    )
    return in_words(known, Preferences(**said), taxonomy()) + _read(person)


def _read(person: Candidate) -> list[tuple[str, str]]:
    words = wording.words()
    values = {
        "eqf": words.eqf(person.eqf) if person.eqf else "",
        "fields": ", ".join(dict.fromkeys(filter(None, map(field_name, person.fields)))),
        "experience_years": ""
        if person.experience_years is None
        else words.unit(person.experience_years, "year"),
        "studies_end": _("whether you still study or have just graduated") if person.studies_end else "",
        "markets": ", ".join(words.country(one) for one in person.markets),
    }
    return [(str(READ[field]), values[field]) for field in READ if values[field]]
