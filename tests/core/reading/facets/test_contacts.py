"""Contact lines, found so that nothing that follows sees them. All people, numbers and addresses are invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import Contact, Document, DocumentKind, Passage, Role, Span
from brobygger.core.reading.facets.contacts import find_contacts
from tests.core.reading.facets.one_passage import facts_in, words_of

AD = [
    # Danish
    ("Ring til teamleder Testa Prøvesen på tlf. 12 34 56 78.", "name: Testa Prøvesen; phone: 12 34 56 78"),
    ("Send din ansøgning til job@eksempel-teknik.dk", "email: job@eksempel-teknik.dk"),
    ("Læs mere på www.eksempel-teknik.dk/karriere.", "url: www.eksempel-teknik.dk/karriere"),
    ("Kontakt: Prøve Testesen, +45 12345678", "name: Prøve Testesen; phone: +45 12345678"),
    ("Arbejdssted: Eksempelvej 12, 8000 Aarhus C", "address: Eksempelvej 12"),
    ("CVR 12345678", ""),
    ("Omsætningen er 12 345 678 kr. om året.", ""),
    ("Vi er 120 medarbejdere på 3 adresser og 24 timer i døgnet.", ""),
    ("Spørgsmål? Skriv til værkfører Testa Prøvesen: testa@eksempel.example", "name: Testa Prøvesen; email: testa@eksempel.example"),
    ("Programleder Prøve Testesen kan træffes på pte@eksempel.example.", "name: Prøve Testesen; email: pte@eksempel.example"),
    ("Ansøg gennem proeve.example/job med CV", "url: proeve.example/job"),
    ("Vi hedder Eksempelværk og laver pumper.", ""),
    ("Prøvehøj 4, 8000 Aarhus", "address: Prøvehøj 4, 8000"),
    ("Kvalitetschef Testa Prøvesen træffes bedst om formiddagen.", "name: Testa Prøvesen"),
    ("Mvh Testa Prøvesen", "name: Testa Prøvesen"),
    ("Spør etter Prøvine på verkstedet.", "name: Prøvine"),
    # Bokmål
    ("Formann Ola Eksempel, mobil 000 00 123", "name: Ola Eksempel; phone: 000 00 123"),
    ("Spør gjerne Prøvine (000 00 124).", "name: Prøvine; phone: 000 00 124"),
    ("Ring teknisk leder Ola P. Eksempel", "name: Ola P. Eksempel"),
    ("Vi har inspektører og ledere i Norsk Standard.", ""),
    ("Spørsmål om stillingen? Kontakt avdelingsleder Ola Eksempel på 912 34 567", "name: Ola Eksempel; phone: 912 34 567"),
    ("Tlf: +47 22 00 00 00", "phone: +47 22 00 00 00"),
    ("Besøksadresse: Prøvegata 4B, 0150 Oslo", "address: Prøvegata 4B"),
    ("Søk via https://jobb.eksempel.no/stilling?id=1", "url: https://jobb.eksempel.no/stilling?id=1"),
    ("Lønn 650 000–750 000 kroner", ""),
    # Swedish
    ("Frågor? Kontakta rekryterande chef Eva Exempel, 070-174 06 05.", "name: Eva Exempel; phone: 070-174 06 05"),
    ("Tel 08-465 004 00 eller eva.exempel@exempelbolaget.se", "phone: 08-465 004 00; email: eva.exempel@exempelbolaget.se"),
    ("Facklig företrädare: 0522-12 34 56", "phone: 0522-12 34 56"),
    ("Exempelvägen 12 A, 461 30 Trollhättan", "address: Exempelvägen 12 A"),
    ("Frågor besvaras av platschef Eva Exempel-Prov, 00-000 12 34.", "name: Eva Exempel-Prov; phone: 00-000 12 34"),
    ("Facklig kontakt för Unionen är Eva Exempel.", "name: Eva Exempel"),
    ("Riktvärde 36 000-39 500 kr/mån", ""),
    # English
    ("Questions go to Testa Sample, testa@sample.example", "name: Testa Sample; email: testa@sample.example"),
    ("You report to the HR Nordic team and speak to Human Resources.", ""),
    ("For questions, contact HR Manager Testa Sample at +45 12 34 56 78", "name: Testa Sample; phone: +45 12 34 56 78"),
    ("Apply to jobs (at) example.com", "email: jobs (at) example.com"),
    ("Experience with ASP.NET, Node.js and Socket.io", ""),
    ("Contact with customers in Aarhus and Oslo is part of the work.", ""),
    ("ISO 9001:2015 and EN 1090-2, 2019-2023", ""),
    ("You contact Danish Standards and the National Board.", ""),
    ("IP addresses such as 10 20 30 40 are assigned.", ""),
]  # fmt: skip

CV = [
    ("CPR: 010203-0000", "id_number: 010203-0000"),
    ("Personnummer 19900101-0000", "id_number: 19900101-0000"),
    ("Fødselsnummer: 010190 00000", "id_number: 010190 00000"),
    ("linkedin.com/in/test-sample", "url: linkedin.com/in/test-sample"),
    ("Navn: Testa Prøvesen", "name: Testa Prøvesen"),
    ("Phone 0700000000", "phone: 0700000000"),
    ("Rua Exemplo 5, +55 11 90000 0000", "phone: +55 11 90000 0000"),
    ("2019 – 2023  Design of 12 000 parts", ""),
    ("09/2023 – 06/2027  BSc Engineering", ""),
    ("Telefoninterviewer 2023-2024", ""),
    ("Jeg hedder Testa Prøvesen og er elektriker.", "name: Testa Prøvesen"),
    ("Mit navn er Prøvine, jeg er svejser.", "name: Prøvine"),
    ("Referencer: produktionsleder Prøve Testesen, Eksempelværk, 000 00 125", "name: Prøve Testesen; phone: 000 00 125"),
    ("Ring gärna min chef, fil. dr Eva Exempel, +46 00 000 12 34", "name: Eva Exempel; phone: +46 00 000 12 34"),
    ("github: /test-sample", "url: /test-sample"),
    ("Grade: 10.5 of 12, 180 ECTS", ""),
    ("test@proeve.example · 12 34 56 78", "email: test@proeve.example; phone: 12 34 56 78"),
    ("Navn:        Testa Prøvesen", "name: Testa Prøvesen"),
    ("jeg hedder testa prøvesen og er 19 år", "name: testa prøvesen"),
    ("I'm Testa María Sample, 23, from Thy", "name: Testa María Sample"),
    ("I'm Danish and a Software Engineer", ""),
    ("Personbeteckning: 310190-000X", "id_number: 310190-000X"),
    ("Referanse: Testa Prøvesen, daglig leder", "name: Testa Prøvesen"),
    ("Fra: Testa Prøvesen <testa@proeve.example>", "name: Testa Prøvesen; email: testa@proeve.example"),
]  # fmt: skip


def described(text: str, kind: DocumentKind, role: Role) -> set[str]:
    facts = facts_in(find_contacts, text, kind=kind, role=role)
    return {f"{fact.value.kind}: {words_of(fact, text)}" for fact in facts if isinstance(fact.value, Contact)}


@pytest.mark.parametrize(("text", "expected"), AD, ids=[text[:40] for text, _ in AD])
def test_contact_lines_of_ads_are_found(text: str, expected: str) -> None:
    assert described(text, DocumentKind.AD, Role.OTHER) == {one for one in expected.split("; ") if one}


@pytest.mark.parametrize(("text", "expected"), CV, ids=[text[:40] for text, _ in CV])
def test_contact_lines_of_cvs_are_found(text: str, expected: str) -> None:
    assert described(text, DocumentKind.CV, Role.PERSONAL) == {one for one in expected.split("; ") if one}


def test_name_alone_on_a_contact_line_is_found() -> None:
    assert described("Testa Prøvesen, HR-chef", DocumentKind.AD, Role.CONTACT) == {"name: Testa Prøvesen"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Testa María Prøvesen", ["name"]),
        ("TESTA PRØVESEN", ["name"]),
        ("Mechanical Engineer", []),
        ("Curriculum Vitae", []),
        ("Om mig", []),
        ("Underhållsmekaniker söker ny arbetsplats", []),
        ("TESTA PRØVESEN — blivande ingenjör", ["name"]),
        ("Testa van der Prøve, 24 år, Randers", ["name"]),
        ("Maskiningeniør med erfaring", []),
        ("CV – Testa Prøvesen, svejser", ["name"]),
        ("Curriculum vitae – Șerban Țestescu", ["name"]),
        ("TESTA PRØVESEN                  PROFIL", ["name"]),
    ],
)
def test_first_line_of_a_cv_is_a_name_unless_it_says_a_profession(line: str, expected: list[str]) -> None:
    document = Document("cv", f"{line}\nAarhus\n", DocumentKind.CV)
    passage = Passage(Span(0, len(line)), "en", 1.0, Role.OTHER)
    found = [
        fact.value.kind for fact in find_contacts(line, passage, document) if isinstance(fact.value, Contact)
    ]
    assert found == expected


def test_name_of_a_cv_may_stand_below_its_heading() -> None:
    text = "CURRICULUM VITAE\n\nTesta Prøvesen\nMaskinkonstruktør"
    start = text.index("Testa")
    document = Document("cv", text, DocumentKind.CV)
    passage = Passage(Span(start, start + 14), "da", 1.0, Role.OTHER)
    assert [fact.span for fact in find_contacts("Testa Prøvesen", passage, document)] == [passage.span]


def test_references_are_names_after_an_office() -> None:
    text = "REFERENCES\nChief Engineer Testa Sample, details on request"
    start = text.index("Chief")
    document = Document("cv", text, DocumentKind.CV)
    (fact,) = find_contacts(text[start:], Passage(Span(start, len(text)), "en", 1.0, Role.WORK), document)
    assert text[fact.span.start : fact.span.end] == "Testa Sample"


def test_contacts_never_overlap() -> None:
    text = "Kontakt Testa Prøvesen, testa.proevesen@eksempel.dk, www.eksempel.dk, 12 34 56 78, 010203-0000"
    spans = sorted((fact.span.start, fact.span.end) for fact in facts_in(find_contacts, text))
    assert all(one[1] <= two[0] for one, two in zip(spans, spans[1:]))
    assert len(spans) == 5


@given(st.text(max_size=300), st.sampled_from(Role), st.sampled_from(DocumentKind))
def test_any_text_is_read_without_error(text: str, role: Role, kind: DocumentKind) -> None:
    if text:
        facts_in(find_contacts, text, role=role, kind=kind)


@pytest.mark.parametrize(
    "piece", ["a.", "a@", "1 ", "12-", "Aa ", "kontakt ", "www.", "Aa-", "a.b@c.", "(at)"]
)
def test_repeated_pieces_do_not_hang(piece: str) -> None:
    text = "kontakt " + piece * (600 // len(piece))
    begin = time.process_time()
    facts_in(find_contacts, text)
    assert time.process_time() - begin < 5  # a hang, not a speed: see benchmarks/
