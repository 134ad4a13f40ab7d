"""Who pays, as an ad says it plainly. Hand-made sentences in four languages, written before the rules were tuned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import Document, DocumentKind, PaidBy, Passage, Payer, Role, Span
from brobygger.core.reading.facets.payer import find_payer
from tests.core.reading.facets.one_passage import facts_in, words_of
from tests.drawing import times

COMPANY, PROGRAMME, SHARED, UNPAID, OWN = (
    PaidBy.COMPANY,
    PaidBy.PROGRAMME,
    PaidBy.SHARED,
    PaidBy.UNPAID,
    PaidBy.OWN_GRANT,
)

SAID = [
    # --- nobody
    ("Praktikken er ulønnet.", "da", UNPAID, None),
    ("Ulønnet praktik i 20 uger, du beholder din SU.", "da", UNPAID, None),
    ("Der gives ingen løn, men gratis frokost.", "da", UNPAID, None),
    ("Praksis med studiepoeng er ulønnet etter avtale med høgskolen.", "nb", UNPAID, None),
    ("Exjobbet är oavlönat.", "sv", UNPAID, None),
    ("Obetald praktik våren 2027", "sv", UNPAID, None),
    ("This is an unpaid internship for study credits.", "en", UNPAID, None),
    ("The internship is without pay.", "en", UNPAID, None),
    # --- the company
    ("Praktikken er lønnet af virksomheden.", "da", COMPANY, None),
    ("Lønnen betales af virksomheden.", "da", COMPANY, None),
    ("Vi betaler 6.000 kr. pr. måned til praktikanter.", "da", COMPANY, None),
    ("Praksisen lønnes av bedriften.", "nb", COMPANY, None),
    ("Bedriften betaler lønn under oppholdet.", "nb", COMPANY, None),
    ("Praktiken avlönas av företaget.", "sv", COMPANY, None),
    ("Företaget betalar lön enligt avtal.", "sv", COMPANY, None),
    ("The internship is paid by the company.", "en", COMPANY, None),
    ("We pay you a monthly salary of DKK 16,000.", "en", COMPANY, None),
    # --- a programme or fund
    ("The position is funded by the Nordhavn Foundation.", "en", PROGRAMME, "Nordhavn Foundation"),
    ("You receive a stipend from the programme.", "en", PROGRAMME, None),
    ("PhD position funded by Innovation Fund Vestkyst", "en", PROGRAMME, "Innovation Fund Vestkyst"),
    ("The internship is financed by a grant from the Brobyg Trust.", "en", PROGRAMME, "Brobyg Trust"),
    ("Vi søger en forsker i to år, stillingen er finansieret af Nordhavnfonden.", "da", PROGRAMME, "Nordhavnfonden"),
    ("Du får et stipendium fra programmet.", "da", PROGRAMME, None),
    ("Opholdet betales af programmet.", "da", PROGRAMME, None),
    ("Stillingen er finansiert av Norges Prøveråd.", "nb", PROGRAMME, "Norges Prøveråd"),
    ("Du får stipend fra stiftelsen Bro og By.", "nb", PROGRAMME, "Bro og By"),
    ("Anställningen finansieras av Stiftelsen Kustprov.", "sv", PROGRAMME, "Stiftelsen Kustprov"),
    # --- shared
    ("The stipend is co-funded by the company and the Nordhavn Foundation.", "en", SHARED, "Nordhavn Foundation"),
    ("Lønnen deles mellem virksomheden og programmet.", "da", SHARED, None),
    ("Doktorandtjänsten samfinansieras av företaget och Kustfonden.", "sv", SHARED, "Kustfonden"),
    ("Stillingen er finansiert av programmet og bedriften.", "nb", SHARED, None),
    # --- what the student brings along
    ("For students with an Erasmus+ grant.", "en", OWN, "Erasmus+"),
    ("You need your own funding.", "en", OWN, None),
    ("Du skal have egen finansiering, for eksempel et Erasmus+-stipendium.", "da", OWN, "Erasmus+"),
    ("Praktiken förutsätter eget stipendium.", "sv", OWN, None),
    ("Du må ha egen finansiering.", "nb", OWN, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "paid_by", "fund"), SAID)
def test_who_pays_is_read(text: str, language: str, paid_by: PaidBy, fund: str | None) -> None:
    found = facts_in(find_payer, text, role=Role.OFFER, language=language)

    assert [fact.value for fact in found] == [Payer(paid_by, fund)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Praktikken er ulønnet, men vi giver 2.500 kr. om måneden.", "da"),  # an allowance: somebody pays
        ("NOK 16,000 a month if they aren't unpaid by the rules of your university.", "en"),
        ("Praktikken giver 3.100 kr. om måneden, mange andre er ulønnede.", "da"),
        ("Unpaid leave can be agreed.", "en"),
        ("Overtime is not paid.", "en"),
        ("Ulønnet orlov efter aftale", "da"),
        ("Obetald övertid förekommer inte hos oss.", "sv"),
        ("A paid internship starting in June", "en"),  # by whom is not said
        ("Løn efter overenskomst", "da"),
        ("Our company was funded by three friends.", "en"),
        ("The building is financed by the Nordhavn Foundation.", "en"),
        ("Vi betaler færgekortet.", "da"),
        ("Kurset betaler vi.", "da"),
        ("You help to apply for new funding from the research council.", "en"),
        ("Stipendiat i tre år fra mars 2027", "nb"),
        ("We do not offer unpaid internships.", "en"),
        ("Stipend for programme students, or others with their own funding.", "en"),
    ],
)
def test_nothing_is_read_where_it_is_not_plain(text: str, language: str) -> None:
    assert facts_in(find_payer, text, role=Role.OFFER, language=language) == []


def test_what_a_company_tells_of_itself_says_nothing() -> None:
    text = "Our stipends are funded by the Nordhavn Foundation."

    assert facts_in(find_payer, text, role=Role.COMPANY) == []
    assert facts_in(find_payer, "Ulønnet praktik 2024", kind=DocumentKind.CV) == []


def test_words_are_those_that_say_it() -> None:
    text = "You live in Aarhus. The position is funded by the Nordhavn Foundation for two years."

    (fact,) = facts_in(find_payer, text)

    assert words_of(fact, text) == "funded by the Nordhavn Foundation"


def test_fund_that_is_the_employer_is_the_company() -> None:
    text = "The internship is funded by Nordhavn Robotics."
    document = Document("test", text, DocumentKind.AD, employer="Nordhavn Robotics ApS")
    passage = Passage(Span(0, len(text)), "en", 1.0, Role.OFFER)

    assert [fact.value for fact in find_payer(text, passage, document)] == [Payer(COMPANY)]


def test_allowance_in_the_rest_of_the_line_is_seen() -> None:
    text = "ulønnet praktik m. 3.000 kr. i tilskud"
    document = Document("test", text, DocumentKind.AD)
    passage = Passage(Span(0, len("ulønnet praktik m.")), "da", 1.0, Role.OFFER)

    assert list(find_payer("ulønnet praktik m.", passage, document)) == []


@times(60)
@given(st.text(max_size=160), st.sampled_from(["da", "nb", "sv", "en", "und"]))
def test_any_text_is_survived(text: str, language: str) -> None:
    for fact in facts_in(find_payer, f"stipend funded by {text} Foundation, ulønnet", language=language):
        assert fact.value.fund is None or fact.value.fund.strip()
