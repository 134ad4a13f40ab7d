"""Who somebody is never enters a score: the text of a CV is changed in four languages, the ranking does not move."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from brobygger.core.matching import MatchProblem, candidate_from, opportunity_from, solve
from brobygger.data.taxonomies.vocabulary import default_taxonomy
from tests.core.reading.reader import read_ad, read_cv

CVS = {
    "da": """{name}
{person}

Profil
{pronoun} har arbejdet med pumper i seks år.

Erhvervserfaring
2018-2024 Konstruktør, pumpefabrik, Aarhus. SolidWorks, FEM-beregning, projektledelse.

Uddannelse
2013-2018 Diplomingeniør, maskinteknik, {school}

Sprog
Dansk: flydende (C1). Engelsk: B2.
""",
    "nb": """{name}
{person}

Profil
{pronoun} har jobbet med automasjon i fem år.

Arbeidserfaring
2019-2024 Automatiker, papirfabrikk, Halden. PLS-programmering, feilsøking, SCADA.

Utdanning
2016-2019 Fagbrev automatiker, {school}

Språk
Norsk: flytende (C1). Engelsk: B2.
""",
    "sv": """{name}
{person}

Profil
{pronoun} har arbetat med svetsning i sju år.

Arbetslivserfarenhet
2017-2024 Svetsare, varv, Uddevalla. TIG-svetsning, svetsning, ritningsläsning.

Utbildning
2014-2017 Gymnasieexamen, industritekniska programmet, {school}

Språk
Svenska: flytande (C1). Engelska: B1.
""",
    "en": """{name}
{person}

Profile
{pronoun} has worked with data for four years.

Work experience
2020-2024 Data engineer, hospital, Aarhus. Python, SQL, machine learning.

Education
2015-2020 MSc in computer science, {school}

Languages
English: fluent (C1). Danish: A2.
""",
}
NAMES = (
    "Mette Sørensen",
    "Fatima Al-Hassan",
    "Kwame Mensah",
    "Nguyen Thi Lan",
    "Wojciech Kowalczyk",
    "Ravi Krishnamurthy",
)
PERSONS = {
    "da": (
        "Kvinde, født 12. maj 1999, dansk statsborger gennem fødsel",
        "Mand, født 3. april 1961, dansk statsborger gennem fødsel",
    ),
    "nb": ("Kvinne, født 12. mai 1999", "Mann, født 3. april 1961"),
    "sv": ("Kvinna, född 12 maj 1999", "Man, född 3 april 1961"),
    "en": ("Female, born 12 May 1999", "Male, born 3 April 1961"),
}
PRONOUNS = {"da": ("Hun", "Han"), "nb": ("Hun", "Han"), "sv": ("Hon", "Han"), "en": ("She", "He")}
SCHOOLS = (
    "Aarhus Universitet",
    "University of Lagos",
    "Universidade de São Paulo",
    "Technical University of Munich",
)
ADS = (
    "Maskinkonstruktør\nArbejdssted: Aarhus\n\nKvalifikationer\n- SolidWorks og FEM\n- flydende dansk\n",
    "Automatiker\nArbeidssted: Sarpsborg\n\nKvalifikasjoner\n- PLS-programmering og feilsøking\n- gode norskkunnskaper\n",
    "Svetsare\nArbetsplats: Uddevalla\n\nKrav\n- TIG-svetsning\n",
    "Data engineer\nPlace of work: Aarhus\n\nRequirements\n- Python and SQL\n- fluent English\n",
)


@pytest.fixture(scope="module")
def offers():
    return tuple(opportunity_from(read_ad(ad), opportunity=f"ad-{number}") for number, ad in enumerate(ADS))


def people(language, combinations):
    for name, person, pronoun, school in combinations:
        text = CVS[language].format(name=name, person=person, pronoun=pronoun, school=school)
        yield candidate_from(read_cv(text), candidate="somebody")


@pytest.mark.parametrize("language", CVS)
def test_the_matcher_sees_the_same_person_whoever_it_is(language):
    combinations = product(NAMES, PERSONS[language], PRONOUNS[language], SCHOOLS)
    seen = set(people(language, combinations))

    assert len(seen) == 1, "name, sex, age, pronoun or school reached the matcher"


def test_the_ranking_does_not_move(offers):
    taxonomy = default_taxonomy().taxonomy

    def ranking(name, school):
        pool = tuple(
            replace(one, id=language)
            for language in CVS
            for one in people(language, [(name, PERSONS[language][0], PRONOUNS[language][0], school)])
        )
        return [
            (match.opportunity, match.candidate, match.total)
            for match in solve(MatchProblem(pool, offers, taxonomy))
        ]

    first = ranking(NAMES[0], SCHOOLS[0])

    assert len(first) >= 4
    assert all(ranking(name, school) == first for name, school in product(NAMES[1:], SCHOOLS[1:]))
