"""Start, deadline and length: hand-made sentences in four languages, written before the rules were tuned."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import Document, DocumentKind, Duration, Passage, Role, Span
from brobygger.core.reading.facets.dates import find_dates, named_days
from tests.core.reading.facets.dates import ASAP, OPEN, PUBLISHED, due, start
from tests.core.reading.facets.one_passage import facts_in, words_of
from tests.drawing import times


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # --- Danish
        ("Tiltrædelse snarest muligt.", "da", {ASAP}),
        ("Opstart: 1. februar 2027", "da", {start(2027, 2)}),
        ("Stillingen ønskes besat pr. 1. november 2026.", "da", {start(2026, 11)}),
        ("Ansøgningsfrist: 15. oktober", "da", {due(2026, 10, 15)}),
        ("Ansøgningsfrist: søndag 14. juni", "da", {due(2026, 6, 14)}),
        ("Start: 1. april eller 1. maj 2026", "da", {start(2026, 4), start(2026, 5)}),
        ("Frist 12. april, tiltrædelse 1. august 2026", "da", {due(2026, 4, 12), start(2026, 8)}),
        ("Send din ansøgning senest den 3. januar.", "da", {due(2027, 1, 3)}),
        ("Vi holder løbende samtaler og ansætter, når vi har fundet den rette.", "da", {OPEN}),
        ("6 måneders praktik med start i februar 2027", "da", {start(2027, 2), Duration(6.0)}),
        ("Der er tale om en fastansættelse.", "da", {Duration(0)}),
        ("Praktikken varer 1 semester.", "da", {Duration(5.0)}),
        ("Tiltrædelse efter aftale, løn efter overenskomst.", "da", set()),
        ("Vi er grundlagt i 1987 og har siden 1. januar 2020 haft kontor i Vejle.", "da", set()),
        ("Du har mindst 6 måneders erfaring fra en lignende stilling.", "da", set()),
        ("Stillingen er et barselsvikariat i perioden 1. december 2026 til 31. august 2027.", "da", {start(2026, 12), Duration(9.0)}),
        ("Samtaler afholdes i uge 40.", "da", set()),
        ("Start midt i januar", "da", {start(2027, 1, 15)}),
        ("Kontakt os inden 10. december.", "da", {due(2026, 12, 10)}),
        ("Vi giver fuld løn under barsel i 26 uger, og kontrakten er god.", "da", set()),
        ("Opstart i uge 44", "da", {start(2026, 10, 26)}),
        ("Vi tager tre lærlinge ind i august 2027.", "da", {start(2027, 8)}),
        ("Ingen fast frist, vi læser, hvad der kommer.", "da", {OPEN}),
        ("Frist: når vi har fundet den rette", "da", {OPEN}),
        ("Upload CV og karakterer senest d. 12. maj.", "da", {due(2027, 5, 12)}),
        ("Påmønstring planlægges til medio april.", "da", {start(2027, 4, 15)}),
        # --- Bokmål
        ("Oppstart så fort som mulig, kontrakten gjelder ut juni 2027.", "nb", {ASAP}),
        ("Før 1. mars sender du søknaden på proveportalen.", "nb", {due(2027, 3, 1)}),
        ("Søknadsfrist: 15.11.26", "nb", {due(2026, 11, 15)}),
        ("Søknadsfrist: Snarest", "nb", {OPEN}),
        ("Skriv til oss innen utgangen av november.", "nb", {due(2026, 11, 30)}),
        ("Praksisen varer fra mars til juli 2027.", "nb", {start(2027, 3), Duration(5.0)}),
        ("Oppstart mars–august 2027", "nb", {start(2027, 3)}),
        ("Oppstart: mars til mai 2027", "nb", {start(2027, 3)}),
        ("Startdato: februar–april 2027", "da", {start(2027, 2)}),
        ("Start: February to April 2027", "en", {start(2027, 2)}),
        ("Start – mars till maj 2027", "sv", {start(2027, 3)}),
        ("Fast jobb etter fagbrev hvis du vil ha det.", "nb", set()),
        ("Fast ansettelse etter 6 måneders prøvetid.", "nb", {Duration(0)}),
        ("Oppstart etter avtale", "nb", set()),
        ("Stillingen er et engasjement for 6 måneder for perioden medio mars 2027 til primo oktober 2027.", "nb", {start(2027, 3, 15), Duration(6.0)}),
        ("36 % fast stilling fra 01.02.2027", "nb", {start(2027, 2), Duration(0)}),
        ("For stillingen gjelder 6 måneders prøvetid.", "nb", set()),
        ("Vikariat i 12 måneder med mulighet for forlengelse", "nb", {Duration(12.0)}),
        ("Søknader vurderes fortløpende.", "nb", {OPEN}),
        ("Ønsket oppstart høsten 2027", "nb", {start(2027, 8)}),
        # --- Swedish
        ("Tjänsten är en tillsvidareanställning med tillträde den 2027-01-07 eller enligt överenskommelse.", "sv", {start(2027, 1, 7), Duration(0)}),
        ("Sista ansökningsdag: 15 september 2026", "sv", {due(2026, 9, 15)}),
        ("Sista ansökningsdatum: 28 september", "sv", {due(2026, 9, 28)}),
        ("Start omgående!", "sv", {ASAP}),
        ("Omfattning: Heltid Start: 15/9 Placering: Stockholm", "sv", {start(2026, 9, 15)}),
        ("Urval och intervjuer sker löpande.", "sv", {OPEN}),
        ("Vi erbjuder sex veckors semester.", "sv", set()),
        ("Vi ser fram emot din ansökan senast 9 oktober, 2026.", "sv", {due(2026, 10, 9)}),
        ("Exjobbet omfattar 20 veckor.", "sv", {Duration(4.6)}),
        ("Minst 12 månaders aktuell erfarenhet (senaste 24 månaderna).", "sv", set()),
        ("Praktik 10 veckor med början i mars–april 2027", "sv", {start(2027, 3), Duration(2.3)}),
        ("Urvalet görs fortlöpande, men senast den 12 april vill vi ha din ansökan.", "sv", {due(2027, 4, 12), OPEN}),
        # --- English
        ("Internship period: 4 January to 30 June 2027", "en", {start(2027, 1, 4), Duration(6.0)}),
        ("The programme starts on 1 September 2027.", "en", {start(2027, 9)}),
        ("There is no fixed deadline.", "en", {OPEN}),
        ("Applications are welcome until the position is filled.", "en", {OPEN}),
        ("Start by agreement", "en", set()),
        ("Start date: ASAP", "en", {ASAP}),
        ("The position is available from August 1, 2027.", "en", {start(2027, 8)}),
        ("Apply before 1st of November 2026", "en", {due(2026, 11, 1)}),
        ("The application deadline is 12 January.", "en", {due(2027, 1, 12)}),
        ("We offer a 6-month internship starting in January 2027.", "en", {start(2027, 1), Duration(6.0)}),
        ("This is a three-year PhD position.", "en", {Duration(36.0)}),
        ("Applications are reviewed on a rolling basis.", "en", {OPEN}),
        ("You have 3-5 years of experience in a similar position.", "en", set()),
        ("This is a permanent full-time position.", "en", {Duration(0)}),
        ("You may start from scratch in March.", "en", {start(2027, 3)}),
    ],
)  # fmt: skip
def test_dates_are_read_as_meant(text, language, expected):
    assert {
        fact.value for fact in facts_in(find_dates, text, language=language, published=PUBLISHED)
    } == expected


@pytest.mark.parametrize(
    ("text", "language", "role", "expected"),
    [
        ("I am looking for a 6-month internship and can start on 1 February 2027.", "en", Role.PERSONAL, {start(2027, 2), Duration(6.0)}),
        ("Jeg er ledig nu.", "da", Role.OTHER, {ASAP}),
        ("Electrician, free from Monday", "en", Role.OTHER, {ASAP}),
        ("Ledig | 2026-12-01", "sv", Role.OTHER, {start(2026, 12)}),
        ("From January I can begin in your workshop.", "en", Role.OTHER, {start(2027, 1)}),
        ("Jeg kan skifte job 1/8-2027.", "da", Role.EDUCATION, {start(2027, 8)}),
        ("Jeg mangler læreplads fra januar 2027", "da", Role.OTHER, {start(2027, 1)}),
        ("I could work 15 hours a week from week 6.", "en", Role.OTHER, {start(2027, 2, 8)}),
        ("Tilgængelig fra 1. januar 2027", "da", Role.PERSONAL, {start(2027, 1)}),
        ("Available immediately", "en", Role.PERSONAL, {ASAP}),
        ("Kan börja omgående", "sv", Role.PERSONAL, {ASAP}),
        ("Internship, 6 months, starting February 2025", "en", Role.WORK, set()),
        ("Kan begynde 1. marts", "da", Role.SKILLS, {start(2027, 3)}),
        ("Jag kan tillträda omgående.", "sv", Role.LANGUAGES, {ASAP}),
        ("Out of work and free from one day to the next", "en", Role.WORK, {ASAP}),
        ("Tilgjengelig fra 12. juni til 10. august 2027", "nb", Role.PERSONAL, {start(2027, 6, 12), Duration(2.0)}),
        ("Leder efter et projekt fra februar til juli 2027", "da", Role.OTHER, {start(2027, 2), Duration(6.0)}),
        ("Job at a shipyard from 1 March 2024", "en", Role.OTHER, set()),
        ("Available from week 33", "en", Role.PERSONAL, {start(2027, 8, 16)}),
        ("Started my MSc on 1 September 2024", "en", Role.EDUCATION, set()),
    ],
)  # fmt: skip
def test_dates_of_a_cv_are_of_the_future(text, language, role, expected):
    found = facts_in(
        find_dates, text, language=language, role=role, kind=DocumentKind.CV, published=PUBLISHED
    )

    assert {fact.value for fact in found} == expected


def test_dates_of_application_lines_may_only_say_latest():
    text = "Vi holder samtaler løbende, dog senest den 15. oktober."

    found = facts_in(find_dates, text, language="da", role=Role.APPLICATION, published=PUBLISHED)

    assert {fact.value for fact in found} == {due(2026, 10, 15), OPEN}  # both are said, both are read


def test_dates_belong_to_the_sentence_that_was_cut_before_them():
    text = "Maskinmester\nSend din ansøgning senest d. 12. januar 2027 med CV."
    cut = text.index("12.")
    document = Document("ad", text, DocumentKind.AD, published=PUBLISHED)

    (fact,) = find_dates(text[cut:], Passage(Span(cut, len(text)), "da", 1.0, Role.OTHER), document)

    assert fact.value == due(2027, 1, 12)
    assert text[fact.span.start : fact.span.end] == "12. januar 2027"


def test_dates_count_the_credits_of_a_thesis_not_of_the_student():
    offered = facts_in(find_dates, "Examensarbete 30 hp", language="sv", role=Role.TITLE)
    asked = facts_in(find_dates, "Du har minst 60 hp före exjobbet", language="sv", role=Role.REQUIREMENT)

    assert [fact.value for fact in offered] == [Duration(5.0)]
    assert asked == []


def test_dates_point_at_the_day():
    text = "Tiltrædelse pr. 1. november 2026."

    (fact,) = facts_in(find_dates, text, language="da", published=PUBLISHED)

    assert words_of(fact, text) == "1. november 2026"


@pytest.mark.parametrize("text", ["Opstart: 1. februar", "Ansøgningsfrist: 15. oktober"])
def test_dates_without_a_year_need_the_day_of_publication(text):
    assert facts_in(find_dates, text, language="da", published=None) == []


def test_dates_of_companies_are_not_read_as_lengths():
    text = "Vi har haft 12 måneders projekter med store kunder."

    assert facts_in(find_dates, text, language="da", role=Role.COMPANY) == []


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("2027-01-07", "sv", dt.date(2027, 1, 7)),
        ("7.1.27", "nb", dt.date(2027, 1, 7)),
        ("07/01-2027", "da", dt.date(2027, 1, 7)),
        ("den 7 januari", "sv", dt.date(2027, 1, 7)),
        ("7th of January, 2027", "en", dt.date(2027, 1, 7)),
        ("Jan 7th 2027", "en", dt.date(2027, 1, 7)),
        ("medio januar 2027", "nb", dt.date(2027, 1, 15)),
        ("slutningen af februar 2027", "da", dt.date(2027, 2, 28)),
        ("vecka 2, 2027", "sv", dt.date(2027, 1, 11)),
        ("foråret 2027", "da", dt.date(2027, 2, 1)),
        ("höstterminen 2027", "sv", dt.date(2027, 8, 1)),
        ("1. september", "da", dt.date(2026, 9, 1)),  # the day of publication itself is still to come
    ],
)
def test_named_days_know_the_ways_to_write_a_day(text, language, date):
    assert [day.date for day in named_days(text, PUBLISHED, language)] == [date]


@pytest.mark.parametrize(
    "text",
    [
        "31.2.2027",
        "3.14159",
        "1.2.3.4",
        "Tlf. 12-34-56-78",
        "12/13/14/15",
        "10-15 %",
        "may",
        "3-5 års erfaring",
        "Tillträde gärna före jul",
    ],
)
def test_named_days_leave_other_figures_alone(text):
    assert list(named_days(text, PUBLISHED, "da")) == []


@times(60)
@given(
    st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)),
    st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d/%m %Y", "%d %B %Y", "%B %d, %Y"]),
)
def test_named_days_read_back_every_day(date, form):
    assert [day.date for day in named_days(f"on {date.strftime(form)} at noon", None, "en")] == [date]


@times(60)
@given(st.text(max_size=200), st.sampled_from(["da", "nb", "sv", "en", "und"]), st.sampled_from(Role))
def test_dates_survive_any_text(text, language, role):
    if text:
        facts_in(find_dates, f"Start {text} 1. maj", language=language, role=role)
