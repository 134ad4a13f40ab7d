"""Pay: hand-made sentences in four languages, written before the rules were tuned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import Document, DocumentKind, Passage, Pay, PayPeriod, Role, Span
from brobygger.core.reading.facets.pay import find_pay
from tests.core.reading.facets.one_passage import facts_in, words_of
from tests.drawing import times

HOUR, MONTH, YEAR = PayPeriod.HOUR, PayPeriod.MONTH, PayPeriod.YEAR


@pytest.mark.parametrize(
    ("text", "language", "pay"),
    [
        ("Lønnen er kr. 38.000 pr. måned.", "da", Pay(38_000, 38_000, "DKK", MONTH)),
        ("Timeløn: 180 kr/t", "da", Pay(180, 180, "DKK", HOUR)),
        ("Løn: 33.500-36.000 kr. om måneden plus pension", "da", Pay(33_500, 36_000, "DKK", MONTH)),
        ("Praktikken er ulønnet.", "da", Pay(0, 0, "DKK", MONTH)),
        ("Månedsløn 42.000,- DKK", "da", Pay(42_000, 42_000, "DKK", MONTH)),
        ("Lønn: NOK 650 000–750 000 per år", "nb", Pay(650_000, 750_000, "NOK", YEAR)),
        ("Stillingen lønnes med kr 560 000 - 620 000", "nb", Pay(560_000, 620_000, "NOK", YEAR)),
        ("Timelønn 215 kroner", "nb", Pay(215, 215, "NOK", HOUR)),
        ("Fast timlön på 132,15 - 165,19 kr/timme", "sv", Pay(132.15, 165.19, "SEK", HOUR)),
        ("Lön: 35 000 kr per månad", "sv", Pay(35_000, 35_000, "SEK", MONTH)),
        ("Månadslön 38 000–42 000 SEK", "sv", Pay(38_000, 42_000, "SEK", MONTH)),
        ("Exjobbet är oavlönat.", "sv", Pay(0, 0, "SEK", MONTH)),
        ("Løn 45-55.000 kr. plus pension", "da", Pay(45_000, 55_000, "DKK", MONTH)),
        ("Lønn 750 000–950 000", "nb", Pay(750_000, 950_000, "NOK", YEAR)),
        ("Lønn 600–750', overtid betalt", "nb", Pay(600_000, 750_000, "NOK", YEAR)),
        ("218 kr/t, kveldstillegg 25 %", "nb", Pay(218, 218, "NOK", HOUR)),
        ("Lön 43–50 tkr", "sv", Pay(43_000, 50_000, "SEK", MONTH)),
        ("Vi erbjuder 45–54 000 kr, tjänstebil och kollektivavtal", "sv", Pay(45_000, 54_000, "SEK", MONTH)),
        ("Salary: DKK 45,000 per month", "en", Pay(45_000, 45_000, "DKK", MONTH)),
        ("The annual salary is EUR 55,000-65,000.", "en", Pay(55_000, 65_000, "EUR", YEAR)),
        ("We pay €18 per hour.", "en", Pay(18, 18, "EUR", HOUR)),
        ("A monthly grant of DKK 2,900 is paid to interns.", "en", Pay(2_900, 2_900, "DKK", MONTH)),
        ("Salary of DKK 37,000 (BSc) or DKK 40,500 (MSc)", "en", Pay(37_000, 40_500, "DKK", MONTH)),
        ("Lärlingar får runt 19 500 i månaden.", "sv", Pay(19_500, 19_500, "SEK", MONTH)),
        (
            "Praktikken giver 3.100 kr. om måneden, mange andre er ulønnede.",
            "da",
            Pay(3_100, 3_100, "DKK", MONTH),
        ),
        ("Salary 45k-50k NOK per month", "en", Pay(45_000, 50_000, "NOK", MONTH)),
    ],
)
def test_pay_is_read_with_currency_and_period(text, language, pay):
    assert [fact.value for fact in facts_in(find_pay, text, language=language)] == [pay]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ersättning: 40 000 kr vid godkänt arbete", "sv"),
        ("Stilling som stipendiat i tre år fra mars 2027", "nb"),
        ("Stipend 20 000 kr per oppgave", "nb"),
        ("Et honorar på 15.000 kr. ved aflevering", "da"),
        ("Mållön på cirka 70.000-80.000 kr/månaden", "sv"),
        ("Vi har en omsætning på 12.000.000 kr. om året.", "da"),
        ("Brutto driftsbudsjett er på 398 mill. kr.", "nb"),
        ("Ring på 12 34 56 78 og hør om lønnen.", "da"),
        ("Lønn etter avtale", "nb"),
        ("Friskvårdsbidrag 3 000 kr per år", "sv"),
        ("Konkurrencedygtig løn og 5 ugers ferie", "da"),
        ("Bonus up to 5 000 EUR", "en"),
        ("Lønn hver 14 dag", "nb"),
        ("A lump sum of SEK 25 000 for each student, travel paid", "en"),
        ("Ansøgningen mærkes med sagsnummer 38000, løn efter overenskomst.", "da"),
    ],
)
def test_pay_is_not_seen_in_other_amounts(text, language):
    assert facts_in(find_pay, text, language=language) == []


def test_pay_of_past_jobs_is_left_alone():
    text = "Salary: DKK 45,000 per month"

    assert facts_in(find_pay, text, role=Role.WORK, kind=DocumentKind.CV) == []


@pytest.mark.parametrize(
    ("text", "language", "pay"),
    [
        ("Nuværende pakke: 52.000 kr. og bil", "da", Pay(52_000, 52_000, "DKK", MONTH)),
        ("Wage from 260 NOK", "en", Pay(260, 260, "NOK", HOUR)),
        ("Nåværende årslønn inkl. bonus: 790 000", "nb", Pay(790_000, 790_000, "NOK", YEAR)),
    ],
)
def test_pay_that_a_person_has_or_asks_for_counts_in_any_section(text, language, pay):
    found = facts_in(find_pay, text, language=language, role=Role.LANGUAGES, kind=DocumentKind.CV)

    assert [fact.value for fact in found] == [pay]


def test_pay_points_at_amount_and_currency():
    text = "Timelønnen er 180 kr. i timen."

    (fact,) = facts_in(find_pay, text, language="da")

    assert words_of(fact, text) == "180 kr."


@times(60)
@given(st.text(max_size=200), st.sampled_from(["da", "nb", "sv", "en", "und"]))
def test_pay_survives_any_text(text, language):
    for fact in facts_in(find_pay, f"løn {text} kr. 38.000", language=language):
        assert 0 <= fact.value.minimum <= fact.value.maximum


def test_pay_does_not_hang_on_figures():
    assert facts_in(find_pay, "løn kr. " + "1.000 " * 2_000, language="da") is not None


@pytest.mark.parametrize(
    ("text", "beginning", "currency"),
    [
        (
            "Løn: 38.000 kr. om måneden",
            "Vi søger en ingeniør, der vil være med til at udvikle vores virksomhed.",
            "DKK",
        ),
        (
            "Salary: 38,000 kr per month",
            "We are looking for an engineer for our office in Aarhus, Denmark.",
            "DKK",
        ),
        (
            "Salary: 38,000 kr per month",
            "We are looking for an engineer for our office in Bergen, Norway.",
            "NOK",
        ),
        (
            "Salary: 38,000 kr per month",
            "Nordverk AB in Gothenburg, Sweden, is looking for an engineer.",
            "SEK",
        ),
    ],
)
def test_pay_in_kroner_is_in_the_money_of_the_country(text, beginning, currency):
    document = Document("ad", f"{beginning}\n{text}", DocumentKind.AD)
    passage = Passage(Span(len(beginning) + 1, len(document.text)), "en", 0.5, Role.OFFER)

    (fact,) = find_pay(text, passage, document)

    assert fact.value == Pay(38_000, 38_000, currency, MONTH)


@pytest.mark.parametrize(
    ("text", "language", "pays"),
    [
        ("Pay is 195 NOK an hour, and a hybel near the yard costs 4,500 NOK a month.", "en", {"195 HOUR"}),
        ("The salary is 31,000 DKK a month; rent for a room is 3,900 DKK a month.", "en", {"31000 MONTH"}),
        ("We pay 190 DKK an hour. You pay 3,800 DKK a month in rent.", "en", {"190 HOUR"}),
        ("Lønn: 205 kr/t. Leie for hybel: 4 600 kr per måned.", "nb", {"205 HOUR"}),
        ("Løn 24.000 kr. om måneden, og husleje for et værelse 4.100 kr. pr. måned", "da", {"24000 MONTH"}),
        ("Lön 26 000 kr/mån; hyra för rum 4 300 kr/mån", "sv", {"26000 MONTH"}),
        ("Vi hjælper med en bolig, og lønnen er 28.000 kr. om måneden.", "da", {"28000 MONTH"}),
        ("Housing is arranged. We pay 27,500 DKK a month.", "en", {"27500 MONTH"}),
        ("The current salary is 30,000 DKK a month.", "en", {"30000 MONTH"}),
    ],
)
def test_rent_is_no_pay(text, language, pays):
    found = facts_in(find_pay, text, language=language, kind=DocumentKind.AD)
    assert {f"{one.value.minimum:g} {one.value.period.name}" for one in found} == pays
