"""A small taxonomy, small people and offers, and Hypothesis strategies for random ones."""

from __future__ import annotations

import datetime as dt

import numpy as np
from hypothesis import strategies as st

from brobygger.core.matching import (
    Candidate,
    Conditions,
    HeldSkill,
    LanguageNeed,
    MatchProblem,
    MonthlyPay,
    NeededSkill,
    Opportunity,
    Rule,
    Weights,
)
from brobygger.core.reading import Level, Modality, OpportunityKind, Place, Setting
from brobygger.core.skills.data import ConceptKind, Rows, SkillType, Taxonomy, Texts

DAY = dt.date(2027, 2, 1)

# name: (kind, ISCO or ISCED code, broader, essential, optional, related)
CONCEPTS: dict[str, tuple[ConceptKind, str, list[str], list[str], list[str], list[str]]] = {
    "programming": (ConceptKind.SKILL, "0613", ["g-it"], [], [], []),
    "python": (ConceptKind.SKILL, "0613", ["programming"], [], [], []),
    "java": (ConceptKind.SKILL, "0613", ["programming"], [], [], []),
    "sql": (ConceptKind.SKILL, "0612", ["g-it"], [], [], ["databases"]),
    "databases": (ConceptKind.SKILL, "0612", ["g-it"], ["sql"], [], ["sql"]),
    "cad": (ConceptKind.SKILL, "0715", ["g-mech"], [], ["drawing"], []),
    "drawing": (ConceptKind.SKILL, "0715", ["g-mech"], [], [], []),
    "welding": (ConceptKind.SKILL, "0715", ["g-mech"], [], [], []),
    "teamwork": (ConceptKind.SKILL, "", [], [], [], []),
    "g-it": (ConceptKind.GROUP, "", [], [], [], []),
    "g-mech": (ConceptKind.GROUP, "", [], [], [], []),
    "developer": (ConceptKind.OCCUPATION, "2512", [], ["programming", "python", "sql"], ["java"], []),
    "web-developer": (ConceptKind.OCCUPATION, "2513", ["developer"], ["programming", "java"], ["sql"], []),
    "engineer": (ConceptKind.OCCUPATION, "2144", [], ["cad", "drawing"], ["programming"], []),
    "draughtsman": (ConceptKind.OCCUPATION, "3118", [], ["cad", "drawing"], [], ["welder"]),
    "welder": (ConceptKind.OCCUPATION, "7212", [], ["welding"], ["drawing"], ["draughtsman"]),
}
LABELS = {
    "python": ("Python", "Python", "Python", "Python"),
    "programming": ("programming", "programmering", "programmering", "programmering"),
    "welding": ("welding", "svejsning", "sveising", "svetsning"),
    "engineer": ("mechanical engineer", "maskiningeniør", "maskiningeniør", "maskiningenjör"),
}
LANGUAGES = ("en", "da", "nb", "sv")


def uri(name: str) -> str:
    return f"https://example.org/{name}"


def make_taxonomy() -> Taxonomy:
    names = list(CONCEPTS)
    number = {name: row for row, name in enumerate(names)}

    def rows(place: int) -> Rows:
        return Rows.of([[number[one] for one in CONCEPTS[name][place]] for name in names])  # type: ignore[union-attr]

    labels = [LABELS.get(name, (name,) * 4) for name in names]
    kinds = np.array([CONCEPTS[name][0] for name in names], np.uint8)
    return Taxonomy(
        name="small",
        languages=LANGUAGES,
        uris=Texts.of([uri(name) for name in names]),
        kinds=kinds,
        types=np.where(kinds == ConceptKind.SKILL, SkillType.SKILL, SkillType.NONE).astype(np.uint8),
        codes=Texts.of([CONCEPTS[name][1] for name in names]),
        labels=Texts.of([label for four in labels for label in four]),
        label_concept=np.repeat(np.arange(len(names)), 4).astype(np.int32),
        label_language=np.tile(np.arange(4), len(names)).astype(np.uint8),
        label_rank=np.zeros(4 * len(names), np.uint16),
        label_exact=np.zeros(4 * len(names), np.uint8),
        label_grade=np.zeros(4 * len(names), np.uint8),
        broader=rows(2),
        essential=rows(3),
        optional=rows(4),
        related=rows(5),
        same_as=Texts.of(["" for _ in names]),
    )


TAXONOMY = make_taxonomy()
SKILLS = [uri(name) for name, row in CONCEPTS.items() if row[0] is ConceptKind.SKILL] + [
    "https://example.org/outside"
]
OCCUPATIONS = [uri(name) for name, row in CONCEPTS.items() if row[0] is ConceptKind.OCCUPATION] + [
    uri("unknown-job")
]

AARHUS = Place("Aarhus", "DK", 56.1567, 10.2108, land="jylland")
KOLDING = Place("Kolding", "DK", 55.4904, 9.4722, land="jylland")
FLENSBURG = Place("Flensburg", "DE", 54.7937, 9.4469, land="jylland")
COPENHAGEN = Place("København", "DK", 55.6759, 12.5655, land="sjaelland")
HELSINGOR = Place("Helsingør", "DK", 56.0361, 12.6136, land="sjaelland")
MALMO = Place("Malmö", "SE", 55.6059, 13.0007, land="scandinavia")
HELSINGBORG = Place("Helsingborg", "SE", 56.0465, 12.6945, land="scandinavia")
VARBERG = Place("Varberg", "SE", 57.1056, 12.2508, land="scandinavia")
GRENAA = Place("Grenaa", "DK", 56.4158, 10.8783, land="jylland")
ODENSE = Place("Odense", "DK", 55.3959, 10.3883, land="fyn")
SARPSBORG = Place("Sarpsborg", "NO", 59.2839, 11.1096, land="scandinavia")
STROMSTAD = Place("Strömstad", "SE", 58.9395, 11.1712, land="scandinavia")
OSLO = Place("Oslo", "NO", 59.9127, 10.7461, land="scandinavia")
RONNE = Place("Rønne", "DK", 55.1009, 14.7066, land="bornholm")
ISLET = Place("Læsø", "DK", 57.2667, 11.0)
PLACES = [AARHUS, KOLDING, FLENSBURG, COPENHAGEN, MALMO, SARPSBORG, STROMSTAD, OSLO, RONNE, ISLET]


def person(name: str = "c", **facts: object) -> Candidate:
    """A candidate whose skills may be given as names of the small taxonomy."""
    if "skills" in facts:
        facts["skills"] = tuple(
            HeldSkill(uri(one), words=one) if isinstance(one, str) else one
            for one in facts["skills"]  # type: ignore[attr-defined]
        )
    return Candidate(name, **facts)  # type: ignore[arg-type]


def offer(name: str = "o", **facts: object) -> Opportunity:
    """An opportunity whose skills may be given as names of the small taxonomy."""
    if "skills" in facts:
        facts["skills"] = tuple(
            NeededSkill(uri(one), words=one) if isinstance(one, str) else one
            for one in facts["skills"]  # type: ignore[attr-defined]
        )
    return Opportunity(name, **facts)  # type: ignore[arg-type]


def need(code: str, level: Level, **facts: object) -> LanguageNeed:
    return LanguageNeed(tuple(code.split("|")), level, **facts)  # type: ignore[arg-type]


def problem(candidates: list[Candidate], opportunities: list[Opportunity]) -> MatchProblem:
    return MatchProblem(tuple(candidates), tuple(opportunities), TAXONOMY)


# --- strategies ---------------------------------------------------------------------------

levels = st.sampled_from(list(Level))
codes = st.sampled_from(["da", "nb", "nn", "no", "sv", "en", "de", "pt", "pt-BR", "scandinavian"])
places = st.none() | st.sampled_from(PLACES)
countries = st.sampled_from(["DK", "SE", "NO", "DE", "EU", "BR"])
ends = st.none() | st.integers(-1500, 1500).map(lambda number: DAY + dt.timedelta(days=number))
days = st.none() | st.integers(-120, 240).map(lambda number: DAY + dt.timedelta(days=number))
months = st.none() | st.sampled_from([0.0, 1.0, 5.5, 12.0, 24.0])
hours = st.none() | st.sampled_from([(10.0, 20.0), (15.0, 15.0), (20.0, 37.0), (37.0, 37.0)])
pays = st.none() | st.builds(
    MonthlyPay,
    st.sampled_from([15_000.0, 18_499.5, 30_000.0, 45_000.0]),
    st.sampled_from(["DKK", "SEK", "EUR"]),
)
kinds = st.sampled_from([OpportunityKind.INTERNSHIP, OpportunityKind.JOB, OpportunityKind.GRADUATE_JOB])
fields = st.lists(st.sampled_from(["07", "071", "0714", "0715", "0613", "06", "0912"]), max_size=2).map(tuple)
eqfs = st.none() | st.integers(1, 8)
years = st.none() | st.sampled_from([0.0, 0.5, 2.0, 3.3, 10.0])
occupations = st.lists(st.sampled_from(OCCUPATIONS), max_size=2).map(tuple)

held_skills = st.builds(
    HeldSkill, st.sampled_from(SKILLS), st.sampled_from([0.004, 0.3, 0.55, 0.9, 1.0]), st.just("words")
)
needed_skills = st.builds(
    NeededSkill,
    st.sampled_from(SKILLS),
    st.sampled_from([Modality.REQUIRED, Modality.PREFERRED]),
    st.sampled_from([0.4, 0.85, 1.0]),
)
language_needs = st.builds(
    LanguageNeed,
    st.lists(codes, min_size=1, max_size=2, unique=True).map(tuple),
    levels,
    st.sampled_from([Modality.REQUIRED, Modality.PREFERRED, Modality.WORKING_LANGUAGE]),
    st.sampled_from(list(Setting)),
    is_sure=st.booleans(),
)


def candidates(name: str = "c") -> st.SearchStrategy[Candidate]:
    return st.builds(
        Candidate,
        st.just(name),
        skills=st.lists(held_skills, max_size=5).map(tuple),
        occupations=occupations,
        languages=st.lists(st.tuples(codes, levels), max_size=3).map(tuple),
        eqf=eqfs,
        fields=fields,
        experience_years=years,
        studies_end=ends,
        place=places,
        commute_minutes=st.none() | st.sampled_from([0.0, 20.0, 45.5, 60.0, 90.0, 240.0]),
        moves_to=st.none() | st.lists(countries, max_size=2, unique=True).map(tuple),
        remote=st.none() | st.booleans(),
        available_from=days,
        available_months=months,
        hours=hours,
        pay_floor=pays,
        kinds=st.lists(kinds, max_size=2, unique=True).map(tuple),
        work_right=st.none() | st.lists(countries, max_size=2, unique=True).map(tuple),
        markets=st.lists(st.sampled_from(["BR", "DE", "CN"]), max_size=2, unique=True).map(tuple),
        wished_occupations=occupations,
    )


def opportunities(name: str = "o") -> st.SearchStrategy[Opportunity]:
    return st.builds(
        Opportunity,
        st.just(name),
        skills=st.lists(needed_skills, max_size=5).map(tuple),
        occupations=occupations,
        languages=st.lists(language_needs, max_size=3).map(tuple),
        eqf=eqfs,
        eqf_modality=st.sampled_from([Modality.REQUIRED, Modality.PREFERRED]),
        fields=fields,
        experience_years=years,
        place=places,
        remote_share=st.none() | st.sampled_from([0.0, 0.2, 0.5, 0.9, 1.0]),
        posted=days,
        start=days,
        start_flexible_days=st.sampled_from([0, 30, 60]),
        months=months,
        hours=hours,
        pay=pays,
        kind=st.none() | kinds,
        permit_supported=st.none() | st.booleans(),
        citizens_only=st.just(()) | st.just(("EU",)) | st.just(("DK",)),
        markets=st.lists(st.sampled_from(["BR", "DE"]), max_size=2, unique=True).map(tuple),
    )


conditions = st.builds(
    Conditions,
    strict=st.frozensets(st.sampled_from(list(Rule)), max_size=2),
    commute_over_border=st.booleans(),
    neighbour_languages=st.booleans(),
    level_slack=st.sampled_from([0, 1]),
    markets_required=st.booleans(),
    extra_start_days=st.sampled_from([0, 30]),
    extra_commute_minutes=st.sampled_from([0, 15]),
    exchange=st.sampled_from([(), (("DKK", 1.0), ("SEK", 0.65))]),
)
weights = st.just(Weights()) | st.builds(
    Weights,
    **{name: st.integers(0, 1000) for name in ("occupation", "languages", "place", "wishes")},
    skills=st.integers(1, 1000),
    advantage=st.sampled_from([0, 30, 100]),
)


def problems(people: int = 6, offers: int = 4) -> st.SearchStrategy[MatchProblem]:
    return st.builds(
        MatchProblem,
        st.integers(1, people).flatmap(
            lambda size: st.tuples(*(candidates(f"c{number:02}") for number in range(size)))
        ),
        st.integers(1, offers).flatmap(
            lambda size: st.tuples(*(opportunities(f"o{number:02}") for number in range(size)))
        ),
        st.just(TAXONOMY),
    )
