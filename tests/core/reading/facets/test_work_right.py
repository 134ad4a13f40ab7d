"""The right to work: hand-made sentences in four languages, written before the rules were tuned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import DocumentKind, Role, WorkRight, WorkRightCondition
from brobygger.core.reading.facets.work_right import find_work_right
from tests.core.reading.facets.one_passage import facts_in
from tests.drawing import times

ASKED, HELD, NEEDED = WorkRight.PERMIT_REQUIRED, WorkRight.PERMIT_HELD, WorkRight.PERMIT_NEEDED
HELPED, CITIZEN, CLEARED = WorkRight.PERMIT_SUPPORTED, WorkRight.CITIZEN, WorkRight.CLEARANCE_REQUIRED


@pytest.mark.parametrize(
    ("text", "language", "condition", "countries"),
    [
        ("Gyldig arbejdstilladelse i Danmark er et krav.", "da", ASKED, ("DK",)),
        ("Vi hjælper med at søge arbejdstilladelse.", "da", HELPED, ()),
        ("Stillingen kræver sikkerhedsgodkendelse.", "da", CLEARED, ()),
        ("Ansøgere skal have dansk statsborgerskab.", "da", CITIZEN, ("DK",)),
        ("Du må ha gyldig arbeidstillatelse i Norge.", "nb", ASKED, ("NO",)),
        ("Stillingen krever sikkerhetsklarering på nivå hemmelig.", "nb", CLEARED, ()),
        ("Du må være norsk statsborger.", "nb", CITIZEN, ("NO",)),
        ("Vi bistår med arbeidstillatelse ved behov.", "nb", HELPED, ()),
        ("Du måste kunna styrka att du har ett giltigt arbetstillstånd.", "sv", ASKED, ()),
        ("Befattningen är placerad i säkerhetsklass 2 och säkerhetsprövning görs.", "sv", CLEARED, ()),
        ("Svenskt medborgarskap krävs.", "sv", CITIZEN, ("SE",)),
        ("Applicants must already have the right to work in Denmark.", "en", ASKED, ("DK",)),
        ("We sponsor work visas and help with relocation.", "en", HELPED, ()),
        ("We are unable to sponsor visas for this role.", "en", ASKED, ()),
        ("You must be an EU citizen.", "en", CITIZEN, ("EU",)),
        ("Security clearance is required.", "en", CLEARED, ()),
    ],
)
def test_work_right_asked_by_employers(text, language, condition, countries):
    found = [fact.value for fact in facts_in(find_work_right, text, language=language)]

    assert found == [WorkRightCondition(condition, countries)]


@pytest.mark.parametrize(
    ("text", "language", "condition", "countries"),
    [
        ("EU citizen", "en", CITIZEN, ("EU",)),
        ("Citizenship: Polish", "en", CITIZEN, ("EU",)),
        ("EU Blue Card holder with a Danish work permit", "en", HELD, ("DK",)),
        ("I do not have a work permit yet.", "en", NEEDED, ()),
        ("Dansk statsborger", "da", CITIZEN, ("EU",)),
        ("Svensk medborgare", "sv", CITIZEN, ("EU",)),
        ("I hold a valid work permit for Norway.", "en", HELD, ("NO",)),
        ("Permanent opholdstilladelse i Danmark", "da", HELD, ("DK",)),
        ("Jag har permanent uppehållstillstånd i Sverige.", "sv", HELD, ("SE",)),
        ("I will need visa sponsorship.", "en", NEEDED, ()),
        ("Jeg har brug for arbejdstilladelse i Danmark.", "da", NEEDED, ("DK",)),
        ("Jeg har ikke behov for arbeidstillatelse.", "nb", HELD, ()),
    ],
)
def test_work_right_held_by_people(text, language, condition, countries):
    found = facts_in(find_work_right, text, language=language, role=Role.PERSONAL, kind=DocumentKind.CV)

    assert [fact.value for fact in found] == [WorkRightCondition(condition, countries)]


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Nationality: Brazilian", "en", DocumentKind.CV),
        ("Nationalitet: Dansk", "da", DocumentKind.CV),
        ("Brazilian citizen", "en", DocumentKind.CV),
        ("Citizen of Brazil living in Denmark", "en", DocumentKind.CV),
        ("Danish-speaking Brazilian citizen", "en", DocumentKind.CV),
        ("Våra jobb utgår från medborgarfokus och tillit.", "sv", DocumentKind.AD),
        ("I din ansökan ska du ange medborgarskap.", "sv", DocumentKind.AD),
        ("Vi har høyt fokus på sikkerhet.", "nb", DocumentKind.AD),
        ("Studenter med oppholdstillatelse kan normalt arbeide 20 timer.", "nb", DocumentKind.AD),
        ("Godkjent politiattest må fremlegges.", "nb", DocumentKind.AD),
        ("You build digital services for our citizens.", "en", DocumentKind.AD),
        ("Erfaring med visualisering og Visa-kort", "nb", DocumentKind.AD),
    ],
)
def test_work_right_is_not_seen_elsewhere(text, language, kind):
    assert facts_in(find_work_right, text, language=language, role=Role.PERSONAL, kind=kind) == []


@times(60)
@given(st.text(max_size=200), st.sampled_from(DocumentKind))
def test_work_right_survives_any_text(text, kind):
    facts_in(find_work_right, f"work permit {text} citizen", kind=kind)
