"""Two companies, two ads and four people; nothing has been matched yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from brobygger.apps.opportunities.actions import save_opportunity_from_text
from brobygger.apps.opportunities.enums import OpportunityKind, OpportunityState
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.people.actions import (
    Background,
    Identity,
    Preferences,
    give_consent,
    save_candidate_from_text,
    show_to_companies,
)
from brobygger.apps.people.enums.consents import ConsentChannel, ConsentPurpose
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.actions import add_members
from brobygger.apps.programmes.models import Programme
from brobygger.core.reading import OpportunityKind as CoreKind
from brobygger.core.reading import Place
from tests.factories import OrganisationFactory, ProgrammeFactory
from tests.factories.moments import DAY, NOW
from tests.scenarios.kept_rows import rows_kept

AARHUS = Place("Aarhus", "DK", 56.16, 10.20, land="jylland")
HALDEN = Place("Halden", "NO", 59.12, 11.39, land="scandinavia")

WELDER_AD = """Welder

Requirements
- You know welding

Languages
- Danish at level B2 is required
"""
DEVELOPER_AD = """Software developer

Requirements
- You know Python and project management
"""


@dataclass(frozen=True)
class FirstMatch:
    programme: Programme
    welding: Organisation
    software: Organisation
    welder_ad: Opportunity
    developer_ad: Opportunity
    welder: Candidate  # speaks Danish
    foreign_welder: Candidate  # does not
    developer: Candidate
    hidden_developer: Candidate  # does not show itself to companies


@rows_kept
def first_match() -> FirstMatch:
    """Needs a vocabulary in use that knows welding, Python and project management."""
    programme = ProgrammeFactory(code="prøve", name="Prøve")
    welding = OrganisationFactory(code="svejs", name="Fjordsvejs")
    software = OrganisationFactory(code="kode", name="Kodehuset Prøve")
    welder = _candidate("Talent 001", "Welding\n", "Danish (C1), English (B2)", programme)
    foreign_welder = _candidate("Talent 002", "Welding\n", "English (C1)", programme)
    developer = _candidate("Talent 003", "Python, project management\n", "English (C1)", programme)
    hidden_developer = _candidate("Talent 004", "Python\n", "English (C1)", programme, visible=False)
    return FirstMatch(
        programme=programme,
        welding=welding,
        software=software,
        welder_ad=_opportunity(welding, WELDER_AD, "en-01", programme),
        developer_ad=_opportunity(software, DEVELOPER_AD, "en-02", programme),
        welder=welder,
        foreign_welder=foreign_welder,
        developer=developer,
        hidden_developer=hidden_developer,
    )


def _candidate(
    alias: str, skills: str, languages: str, programme: Programme, *, visible: bool = True
) -> Candidate:
    candidate = save_candidate_from_text(
        alias=alias,
        text=f"Skills\n{skills}\nLanguages\n{languages}\n",
        published_date=DAY,
        identity=Identity(f"Ida Prøvesen {alias[-3:]}"),
        background=Background("f", "eu", "pl"),
        preferences=Preferences(
            kinds=(CoreKind.JOB,), home=AARHUS, available_from=dt.date(2027, 1, 1), work_right=("DK",)
        ),
        by=None,
        at=NOW,
    )
    for purpose in (ConsentPurpose.MATCHING, ConsentPurpose.FAIRNESS_GROUPS):
        give_consent(candidate=candidate, purpose=purpose, channel=ConsentChannel.IMPORTED, by=None, at=NOW)
    add_members(programme=programme, candidates=[candidate], by=None, at=NOW)
    return show_to_companies(candidate=candidate, by=None, at=NOW) if visible else candidate


def _opportunity(organisation: Organisation, text: str, code: str, programme: Programme) -> Opportunity:
    return save_opportunity_from_text(
        organisation=organisation,
        text=text,
        code=code,
        kind=OpportunityKind.JOB,
        programme=programme,
        state=OpportunityState.OPEN,
        by=None,
        at=NOW,
    )
