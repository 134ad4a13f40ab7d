"""Passages cover the text, know their language and say what they do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import Document, DocumentKind, Role
from brobygger.core.reading.identify import identify
from brobygger.core.reading.passages import find_passages

AD = """Maskiningeniør til pumpeafdelingen
Vi er en virksomhed i Randers med 80 medarbejdere, som laver pumper til hele verden.

Arbejdsopgaver
• Konstruktion af pumper i SolidWorks
• Beregninger i ANSYS

Kvalifikationer
• Du har erfaring med FEM, f.eks. fra en større virksomhed.
• Kendskab til svejsning er en fordel

Vi tilbyder
Pension, sundhedsforsikring og fredagsbar.

Our working language is English, and you will be part of an international team. We welcome all applicants regardless of age, gender or religion.
Kontakt afdelingsleder på job@pumper.example eller 12 34 56 78.
"""


def ad(text):
    return Document("x", text, DocumentKind.AD)


def roles(text):
    return {text[p.span.start : p.span.end]: p.role for p in find_passages(ad(text))}


def test_roles_follow_headings_and_words():
    found = roles(AD)

    assert found["Maskiningeniør til pumpeafdelingen"] == Role.TITLE
    assert found["• Konstruktion af pumper i SolidWorks"] == Role.TASK
    assert found["• Du har erfaring med FEM, f.eks. fra en større virksomhed."] == Role.REQUIREMENT
    assert found["• Kendskab til svejsning er en fordel"] == Role.ADVANTAGE
    assert found["Pension, sundhedsforsikring og fredagsbar."] == Role.OFFER
    assert found["We welcome all applicants regardless of age, gender or religion."] == Role.DIVERSITY
    assert found["Kontakt afdelingsleder på job@pumper.example eller 12 34 56 78."] == Role.CONTACT


def test_a_sentence_that_ends_in_a_colon_says_what_the_list_below_it_is():
    found = roles(
        """Smed til værkstedet
Til vores hold på værkstedet søger vi en kollega, og vi forventer at du kan det her:
• svejse rustfrit stål
• læse tegninger

Stillingen er ny, og fra første dag vil du sammen med de andre skulle:
• bygge tanke
"""
    )

    assert found["• svejse rustfrit stål"] == found["• læse tegninger"] == Role.REQUIREMENT
    assert found["• bygge tanke"] == Role.TASK


def test_language_is_told_per_passage():
    languages = {AD[p.span.start : p.span.end]: p.language for p in find_passages(ad(AD))}

    assert (
        languages["Vi er en virksomhed i Randers med 80 medarbejdere, som laver pumper til hele verden."]
        == "da"
    )
    assert (
        languages["Our working language is English, and you will be part of an international team."] == "en"
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vi søger en dygtig ingeniør, der har lyst til at arbejde med udvikling af pumper.", "da"),
        ("Vi søker en dyktig ingeniør som har lyst til å arbeide med utvikling av pumper.", "nb"),
        ("Vi söker en duktig ingenjör som vill arbeta med utveckling av pumpar.", "sv"),
        ("We are looking for an engineer who would like to work with pumps.", "en"),
        ("Wir suchen einen Ingenieur, der mit uns Pumpen entwickelt und nicht nur verwaltet.", "de"),
        ("Haemme insinööriä, joka haluaa kehittää pumppuja meidän kanssa.", "fi"),
        ("Poszukujemy inżyniera do pracy przy pompach, oferujemy stabilne zatrudnienie.", "pl"),
        ("Kommunikasjonsevner og gode samarbeidsevner", "nb"),
        ("Gode kommunikationsevner og lyst til nye udfordringer", "da"),
    ],
)
def test_identify_knows_languages(text, language):
    assert identify(text).language == language


def test_identify_says_nothing_of_numbers():
    assert identify("2019 – 2022 (37)").language == "und"


def test_abbreviations_do_not_end_a_sentence():
    text = "Titel\nDu kender f.eks. Python og C#. Du har bl.a. arbejdet med data."

    assert [text[p.span.start : p.span.end] for p in find_passages(ad(text))][1:] == [
        "Du kender f.eks. Python og C#.",
        "Du har bl.a. arbejdet med data.",
    ]


def test_lines_broken_by_a_column_are_joined():
    text = "Titel\nDu har erfaring med konstruktion af maskiner og udstyr, som bruges i\nfødevareindustrien og i medicinalindustrien."

    assert len(find_passages(ad(text))) == 2


def test_a_first_line_of_several_sentences_is_cut_like_any_other():
    found = roles("Vi søger to svejsere til Esbjerg. Du skal kunne tale dansk, fordi kunderne er danske.")

    assert found["Vi søger to svejsere til Esbjerg."] == Role.TITLE
    assert found["Du skal kunne tale dansk, fordi kunderne er danske."] != Role.TITLE
    assert roles("Nyuddannet? Bliv trainee i 2027")["Nyuddannet? Bliv trainee i 2027"] == Role.TITLE


def test_a_row_of_dots_leads_to_the_next_column():
    text = "Sprog\nDansk .......... Modersmål\nEngelsk ........ Flydende"
    passages = find_passages(Document("x", text, DocumentKind.CV))

    assert "Dansk .......... Modersmål" in [text[p.span.start : p.span.end] for p in passages]


def test_cv_sections_give_the_role():
    text = "Anna\nUddannelse\nCivilingeniør, Aalborg\nSprog\nDansk, engelsk\nErhvervserfaring\nKonstruktør hos Pumper A/S"
    found = {
        text[p.span.start : p.span.end]: p.role for p in find_passages(Document("x", text, DocumentKind.CV))
    }

    assert found["Civilingeniør, Aalborg"] == Role.EDUCATION
    assert found["Dansk, engelsk"] == Role.LANGUAGES
    assert found["Konstruktør hos Pumper A/S"] == Role.WORK


def cv_roles(text):
    return {
        text[p.span.start : p.span.end]: p.role for p in find_passages(Document("x", text, DocumentKind.CV))
    }


def test_a_workshop_is_no_work():
    found = cv_roles("Skills\n\nWorkshop: Welding, Python\n")

    assert found["Workshop: Welding, Python"] is Role.SKILLS


@pytest.mark.parametrize(
    "heading",
    ["Mest relevante kompetencer", "De främsta kompetenserna", "Viktigaste kunskaper", "Top Skills"],
)
def test_an_exported_profile_lists_skills_below_the_contact(heading):
    found = cv_roles(f"Kontakt\n\npost@testa.example\n\n{heading}\nFigma\n")

    assert found["Figma"] is Role.SKILLS


def test_a_wish_that_says_what_is_sought_heads_no_section():
    found = cv_roles(
        "SØGER LÆREPLADS SOM TØMRER\n\nPå skolen har vi lavet tage.\n\nJEG SØGER\n\nDagarbejde.\n"
    )

    assert found["SØGER LÆREPLADS SOM TØMRER"] is Role.WISH
    assert found["På skolen har vi lavet tage."] is not Role.WISH
    assert found["Dagarbejde."] is Role.WISH


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Du får ansvar for afløbsnettet.", Role.TASK),
        ("Du får en god pension.", Role.OFFER),
        ("Du får också skriva en del.", Role.TASK),
    ],
)
def test_what_somebody_gets_to_do_is_no_offer(sentence, role):
    found = roles(f"Ingeniør til Testa\n\nVi bygger pumper.\n\n{sentence}\n")

    assert (found[sentence] is Role.OFFER) is (role is Role.OFFER)


@given(st.text(max_size=2_000), st.sampled_from(DocumentKind))
def test_passages_cover_every_visible_character_once(text, kind):
    passages = find_passages(Document("x", text, kind))

    position = 0
    for passage in passages:
        assert position <= passage.span.start < passage.span.end <= len(text)
        assert not text[position : passage.span.start].strip()
        position = passage.span.end
    assert not text[position:].strip()


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Du får ansvaret for styklister og for prøver på prøvebænken.", Role.OTHER),
        ("Du får oplæring af en mentor de første tre uger.", Role.OFFER),
        ("Vi ringer til kunder, og pensionister er en del af dem.", Role.OTHER),
        ("Vi gir deg en god pensjon og pensionsordning.", Role.OFFER),
        ("Kurs i lodding er bonus.", Role.ADVANTAGE),
        ("Sikring og styring til lands og til vanns.", Role.OTHER),
        ("Kartlegging av naturmangfold i fjellet.", Role.OTHER),
        ("Application deadline: 4 May", Role.APPLICATION),
        ("Short deadlines happen in spring.", Role.OTHER),
    ],
)
def test_words_of_offers_and_applications_count_only_in_their_sense(line, role):
    assert roles(f"Ny kollega\n\n{line}\n")[line] == role


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Vad får du göra?", Role.TASK),
        ("Hva du skal gjøre", Role.TASK),
        ("Your mission", Role.TASK),
        ("Vi lægger vægt på, at du", Role.REQUIREMENT),
        ("Dette må du ha", Role.REQUIREMENT),
        ("What it takes", Role.REQUIREMENT),
        ("Bra om du kan", Role.ADVANTAGE),
        ("Vi byr på", Role.OFFER),
        ("Lønningskonsulent", Role.OTHER),
    ],
)
def test_headings_of_ads_in_many_words(heading, role):
    assert roles(f"Ny kollega\n\n{heading}\n- gulve og lofter\n")["- gulve og lofter"] == role


def test_a_list_ends_with_its_items():
    found = roles(
        "Smed\n\nVi tilbyr\n- fri om fredagen\n- varm kantine\n\nSveising av rør i alle posisjoner.\n"
    )

    assert found["- varm kantine"] == Role.OFFER
    assert found["Sveising av rør i alle posisjoner."] == Role.OTHER


def test_a_line_may_name_its_role_first():
    found = roles("Smed\n\nKrav:\n- fagbrev\n\nPersonlige egenskaper: rolig og nøye.\n")

    assert found["Personlige egenskaper: rolig og nøye."] == Role.REQUIREMENT


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Contact: via NAV", Role.OTHER),
        ("Professional Summary", Role.PERSONAL),
        ("What colleagues say", Role.PERSONAL),
        ("Sommerjobber", Role.WORK),
        ("Det kan jeg", Role.SKILLS),
        ("Tongues", Role.LANGUAGES),
        ("Fagbrev", Role.EDUCATION),
        ("Why", Role.OTHER),
    ],
)
def test_headings_of_cvs_in_many_words(heading, role):
    text = f"Objective\nA job near the sea\n\n{heading}\nRopes and knots\n"
    found = {
        text[p.span.start : p.span.end]: p.role for p in find_passages(Document("x", text, DocumentKind.CV))
    }

    assert found["Ropes and knots"] == role
