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
        ("Pay from 190,000 NOK, rising", "en", Pay(190_000, 190_000, "NOK", YEAR)),
        ("Lønn som rådgiver (kode 1434) fra kr 570 000", "nb", Pay(570_000, 570_000, "NOK", YEAR)),
        ("Hjemme op til to dage om ugen, løn 44.000 kr. om måneden", "da", Pay(44_000, 44_000, "DKK", MONTH)),
        ("Vi ordnar lägenhet och ger 31 000 kr i månaden.", "sv", Pay(31_000, 31_000, "SEK", MONTH)),
        ("Timpris | 900–1 100 kr", "sv", Pay(900, 1_100, "SEK", HOUR)),
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


@pytest.mark.parametrize(
    ("text", "language", "pays"),
    [
        # pay and a rent
        ("Løn 24.000 kr. Vi hjælper med et værelse i husleje 4.500 kr.", "da", {"24000 MONTH"}),
        ("Løn 24.000 kr. i måneden, værelse i husleje 4.500 kr.", "da", {"24000 MONTH"}),
        ("Løn: 24.000 kr. Værelse kan lejes: husleje 4.500 kr. pr. md.", "da", {"24000 MONTH"}),
        ("Et værelse koster 4.500 kr. i husleje, og lønnen er 24.000 kr. om måneden.", "da", {"24000 MONTH"}),
        ("Lønnen er 26.500 kr. om måneden. En bolig på kollegiet koster 3.900 kr.", "da", {"26500 MONTH"}),
        ("Vi betaler 165 kr. i timen, og huslejen på 4.200 kr. trækkes i lønnen.", "da", {"165 HOUR"}),
        ("Husleje 4.500 kr., løn 24.000 kr.", "da", {"24000 MONTH"}),
        ("Lønn 32 000 kr i måneden, hybel med husleie 6 500 kr.", "nb", {"32000 MONTH"}),
        ("Månedslønn 38 500 kroner. Leie for hybelen er 5 800 kroner.", "nb", {"38500 MONTH"}),
        ("Leien er 6 200 kr, lønnen 31 000 kr per måned.", "nb", {"31000 MONTH"}),
        ("Lön 27 500 kr i månaden, hyra 4 300 kr.", "sv", {"27500 MONTH"}),
        ("Lönen är 29 000 kr i månaden. Ett studentrum kostar 4 100 kr i hyra.", "sv", {"29000 MONTH"}),
        ("Hyran är 5 200 kr i månaden och lönen 28 000 kr.", "sv", {"28000 MONTH"}),
        ("Salary DKK 25,000 a month, room available at a rent of DKK 4,500.", "en", {"25000 MONTH"}),
        ("The rent is DKK 4,800 a month, the salary DKK 27,000.", "en", {"27000 MONTH"}),
        ("A flat costs DKK 7,500 a month; we pay DKK 31,000.", "en", {"31000 MONTH"}),
        # pay and a bonus, a pension, a price, a turnover
        ("Løn 31.000 kr. om måneden og en bonus på 15.000 kr. efter et år.", "da", {"31000 MONTH"}),
        ("Månedsløn 34.000 kr. plus pension 4.080 kr.", "da", {"34000 MONTH"}),
        ("Fast løn 28.000 kr. pr. måned, frokostordning 550 kr. pr. måned.", "da", {"28000 MONTH"}),
        ("Vi omsætter for 45.000.000 kr. om året og giver 33.000 kr. i løn.", "da", {"33000 MONTH"}),
        ("Lønn 52 000 kr i måneden og bonus på inntil 40 000 kr.", "nb", {"52000 MONTH"}),
        ("Timelønn 230 kr; parkering koster 900 kr i måneden.", "nb", {"230 HOUR"}),
        ("Lön 34 000 kr i månaden. Friskvårdsbidrag 5 000 kr per år.", "sv", {"34000 MONTH"}),
        ("Vi omsätter 120 000 kr per dag. Timlön 165 kr.", "sv", {"165 HOUR"}),
        ("Salary EUR 3,400 a month and a bonus of EUR 2,500.", "en", {"3400 MONTH"}),
        ("The machine costs DKK 40,000; the salary is DKK 36,000 a month.", "en", {"36000 MONTH"}),
        ("Salary DKK 38,000 a month plus a pension of DKK 4,500.", "en", {"38000 MONTH"}),
    ],
)
def test_pay_is_read_beside_other_money(text, language, pays):
    facts = facts_in(find_pay, text, language=language, kind=DocumentKind.AD)
    found = {f"{one.value.minimum:g} {one.value.period.name}" for one in facts}
    assert found == pays


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Løn 28.000 kr. om måneden, telefon 300 kr.", "da"),
        ("Lønn 28 000 kr i måneden, mobil 300 kr", "nb"),
        ("Lön 28 000 kr i månaden, lunch 95 kr", "sv"),
        ("Salary DKK 28,000 a month, lunch at DKK 95", "en"),
    ],
)
def test_small_money_beside_a_pay_is_no_hourly_pay(text, language):
    (pay,) = (one.value for one in facts_in(find_pay, text, language=language, kind=DocumentKind.AD))
    assert (pay.minimum, pay.period) == (28_000, MONTH)
