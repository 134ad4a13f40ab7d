"""Kinds of opportunity: hand-made sentences in four languages, written before the rules were tuned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import DocumentKind, OpportunityKind, Role
from brobygger.core.reading.facets.kind import find_kind
from tests.core.reading.facets.one_passage import facts_in
from tests.drawing import times

K = OpportunityKind


def kinds(text, **how):
    return [fact.value.kind for fact in facts_in(find_kind, text, **how)]


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Praktikant til udvikling af vindmøller", "da", K.INTERNSHIP),
        ("Specialestuderende søges", "da", K.THESIS),
        ("Studentermedhjælper til dataanalyse", "da", K.STUDENT_JOB),
        ("Ph.d.-stipendium i robotteknologi", "da", K.RESEARCH),
        ("Lærling som industritekniker", "da", K.APPRENTICESHIP),
        ("Voksenlærling som industritekniker", "da", K.APPRENTICESHIP),
        ("Automatiktekniker-elev til maskinfabrik", "da", K.APPRENTICESHIP),
        ("Studenterudvikler (React)", "da", K.STUDENT_JOB),
        ("Underviser i matematik", "da", K.TEACHING),
        ("Graduate-forløb for ingeniører", "da", K.GRADUATE_JOB),
        ("Sommerjobb for ingeniørstudenter", "nb", K.STUDENT_JOB),
        ("Masteroppgave om batterier", "nb", K.THESIS),
        ("Lærling i automatiseringsfaget", "nb", K.APPRENTICESHIP),
        ("100 % fast stilling som ingeniør", "nb", K.JOB),
        ("Exjobb: Maskininlärning för bildanalys", "sv", K.THESIS),
        ("Lärare till elprogrammet", "sv", K.TEACHING),
        ("Doktorand i materialfysik", "sv", K.RESEARCH),
        ("Trainee inom automation", "sv", K.GRADUATE_JOB),
        ("Sommarjobb på labbet", "sv", K.STUDENT_JOB),
        ("Mechanical Engineering Intern", "en", K.INTERNSHIP),
        ("Master's thesis project in control engineering", "en", K.THESIS),
        ("PhD student in wind energy", "en", K.RESEARCH),
        ("Apprentice electrician", "en", K.APPRENTICESHIP),
        ("Graduate Hydraulic Engineer, Aarhus", "en", K.GRADUATE_JOB),
        ("Elektriker til vindmøller", "da", K.JOB),
        ("Student assistant, software", "en", K.STUDENT_JOB),
        ("Student project: autonomous boat", "en", K.PROJECT),
        ("Kontorelev til skibsmægler", "da", K.APPRENTICESHIP),
        ("Stud.polyt. til beregninger", "da", K.STUDENT_JOB),
        ("Kemilærer til Nordre Gymnasium", "da", K.TEACHING),
        ("Pædagog til børnehave", "da", K.JOB),
        ("Praktik og speciale om skibsmotorer", "da", K.INTERNSHIP),
        ("Vitenskapelig assistent i havbruk", "nb", K.RESEARCH),
        ("Sommervikarer til sykehjemmet", "nb", K.STUDENT_JOB),
        ("Førsteamanuensis i maskinteknikk", "nb", K.TEACHING),
        ("Bacheloroppgave om snøskred", "nb", K.THESIS),
        ("LIA-plats hos webbyrå", "sv", K.INTERNSHIP),
        ("Ämneslärare i fysik", "sv", K.TEACHING),
        ("Amanuens vid biblioteket", "sv", K.STUDENT_JOB),
        ("Jurist som följer avtal i praktiken", "sv", K.JOB),
        ("Industrial placement, food science", "en", K.INTERNSHIP),
        ("Waiters, students welcome", "en", K.STUDENT_JOB),
        ("Teaching assistants (students) for physics", "en", K.STUDENT_JOB),
        ("Early stage researcher in ocean optics", "en", K.RESEARCH),
    ],
)
def test_kind_is_read_from_titles(text, language, kind):
    assert kinds(text, language=language, role=Role.TITLE) == [kind]


@pytest.mark.parametrize(
    ("text", "language", "role", "kind"),
    [
        ("Vi tilbyder en praktikplads i foråret.", "da", Role.OTHER, K.INTERNSHIP),
        ("Tjänsten är en tillsvidareanställning.", "sv", Role.OFFER, K.JOB),
        ("We offer an internship of six months.", "en", Role.OFFER, K.INTERNSHIP),
        ("Stillingen er på 37 timer, løn efter overenskomst.", "da", Role.OFFER, K.JOB),
        ("Kommunen har 3 ledige stillinger.", "nb", Role.OTHER, K.JOB),
        ("Vi søger to nyuddannede ingeniører.", "da", Role.OTHER, K.GRADUATE_JOB),
    ],
)
def test_kind_is_read_from_offers(text, language, role, kind):
    assert kinds(text, language=language, role=role) == [kind]


def test_kind_of_a_title_without_one_gives_way_to_every_other_sign():
    (fact,) = facts_in(find_kind, "Elektriker til vindmøller", language="da", role=Role.TITLE)

    assert fact.confidence == 0.3


@pytest.mark.parametrize(
    ("text", "language", "role"),
    [
        ("Ved intern utlysing må søker følge rutinen.", "nb", Role.REQUIREMENT),
        ("Erfaring fra praktik eller studiejob er en fordel.", "da", Role.ADVANTAGE),
        ("Du har erfaring fra internships i industrien.", "da", Role.REQUIREMENT),
        ("I praksis arbeider du med anlegg.", "nb", Role.TASK),
        ("Vi har 20 ph.d.-studerende i vores team.", "da", Role.COMPANY),
        ("Internal communication and international projects", "en", Role.TASK),
        ("Master's degree in engineering", "en", Role.REQUIREMENT),
        ("Både erfarne og nyutdannede oppfordres til å søke.", "nb", Role.OTHER),
        ("Du bliver behandlet som en kollega og ikke som en praktikant.", "da", Role.TASK),
        ("Profile: MSc or PhD in a quantitative field", "en", Role.REQUIREMENT),
        ("Du samarbejder med lærere og forældre.", "da", Role.TASK),
        ("Vi er tre smede, en lærling og en kat.", "da", Role.OTHER),
        ("Vi tar också gärna emot en lärling.", "sv", Role.OTHER),
        ("Flera av cheferna började som lärlingar.", "sv", Role.OTHER),
    ],
)
def test_kind_is_not_seen_where_nothing_is_offered(text, language, role):
    assert kinds(text, language=language, role=role) == []


def test_kind_is_read_from_a_title_under_the_name_of_the_employer():
    (fact,) = facts_in(find_kind, "Universitetslektor i byggteknik", language="sv", role=Role.OTHER)

    assert (fact.value.kind, fact.confidence) == (K.TEACHING, 0.9)


def test_student_who_is_sought_has_a_student_job_if_nothing_else_is_said():
    assert kinds("Nu behöver vi någon student tio timmar i veckan", language="sv", role=Role.OTHER) == [
        K.STUDENT_JOB
    ]


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("I am looking for an internship in mechanical engineering.", Role.PERSONAL, [K.INTERNSHIP]),
        ("Looking for a graduate position or an internship", Role.PERSONAL, [K.INTERNSHIP, K.GRADUATE_JOB]),
        ("Söker exjobb inom reglerteknik", Role.PERSONAL, [K.THESIS]),
        ("Søger studiejob inden for IT", Role.TITLE, [K.STUDENT_JOB]),
        ("Internship at a wind turbine maker, 2024", Role.WORK, []),
        ("I have experience from an internship.", Role.PERSONAL, []),
    ],
)
def test_kind_of_a_cv_is_what_is_sought(text, role, expected):
    assert kinds(text, role=role, kind=DocumentKind.CV) == expected


@times(60)
@given(st.text(max_size=200), st.sampled_from(Role), st.sampled_from(DocumentKind))
def test_kind_survives_any_text_and_is_said_once(text, role, kind):
    assert len(kinds(f"praktik {text} speciale", role=role, kind=kind)) <= 1
