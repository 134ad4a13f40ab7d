"""Lists without end, keywords without end, copied ads: nothing is read from them, and the rest as if they were not there."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given
from hypothesis import strategies as st

from brobygger.core.reading import Contact, Document, DocumentKind, Language, Skill
from brobygger.core.reading.checks import objections
from brobygger.core.reading.copied import AdWords
from brobygger.core.skills import ConceptKind, SkillType
from tests.core.reading.cvs import CVS
from tests.core.reading.reader import read_ad, read_cv, reader
from tests.core.reading.test_bad_texts import ADS, COMMANDS
from tests.drawing import times


def labels(language: str, number: int | None = None) -> list[str]:
    """Preferred labels of skills, evenly from the whole vocabulary."""
    taxonomy = reader().concepts.taxonomy
    chosen = [
        taxonomy.preferred(concept, language)
        for concept in taxonomy.of_kind(ConceptKind.SKILL).tolist()
        if taxonomy.types[concept] != SkillType.LANGUAGE
    ]
    return chosen[:: len(chosen) // number][:number] if number else chosen


def skills(reading) -> set[str]:
    return {one.uri for one in reading.values(Skill)}


@pytest.mark.parametrize("language", CVS)
@pytest.mark.parametrize("between", [", ", "; ", " ", "\n", "\n- "])
def test_a_list_of_every_skill_gives_nothing(language, between):
    before = read_cv(CVS[language])
    after = read_cv(f"{CVS[language]}\n{between.join(labels(language))}")

    # what looks like a name under a heading stays hidden, wherever it stands
    assert [one for one in after.facts if one.kind != "contact" or one in before.facts] == list(before.facts)
    assert [one.partition(":")[0] for one in after.warnings] == ["keyword_list"]
    assert objections(after) == []


@pytest.mark.parametrize(("written", "listed"), [("sv", "nb"), ("en", "nb"), ("en", "sv"), ("da", "en")])
def test_a_list_in_another_language_gives_nothing(written, listed):
    before = read_cv(CVS[written])
    after = read_cv(f"{CVS[written]}\n" + "\n".join(labels(listed)[1_000:1_300]))

    assert skills(after) == skills(before)


@pytest.mark.parametrize("language", CVS)
@pytest.mark.parametrize("size", [1, 20, 90])
def test_cutting_the_list_into_pieces_gives_no_skill_of_it(language, size):
    every = labels(language)
    pieces = [", ".join(every[at : at + size]) for at in range(0, len(every), size)]
    before = read_cv(CVS[language])
    after = read_cv(CVS[language] + "\n" + "\n\n".join(pieces))

    # a word alone on its line may be a heading ("Forskning"), and a heading is no item of a list
    assert len(skills(after) - skills(before)) <= (3 if size == 1 else 0)
    assert any(one.startswith("keyword_list:") for one in after.warnings)


@pytest.mark.parametrize("language", CVS)
@pytest.mark.parametrize("between", [" ", ", ", "\n"])
@pytest.mark.parametrize("keyword", ["Python", "Kubernetes", "SolidWorks"])
def test_one_keyword_two_hundred_times_gives_nothing(language, between, keyword):
    after = read_cv(f"{CVS[language]}\n{between.join([keyword] * 200)}")

    assert after.facts == read_cv(CVS[language]).facts
    (warning,) = after.warnings
    name, _, count = warning.partition(":")
    assert name == "keyword_repeated"
    assert 190 <= int(count) <= 200  # one that begins a passage may be trusted too little to be counted


def test_a_list_that_another_list_hides_gives_nothing():
    # the second list holds a word that is a heading too, below which nothing is read
    every = labels("da")
    lists = [", ".join(every[:300]), "\n".join(every[614:1_214]), ", ".join(every[:300])]
    before = read_cv(CVS["da"])
    after = read_cv(CVS["da"] + "\n" + "\n\n".join(lists))

    assert skills(after) == skills(before)
    assert objections(after) == []


def test_every_language_of_the_world_is_no_skill():
    names = "Albanian Arabic Bengali Bosnian Bulgarian Czech Danish Dutch English Estonian Finnish French German Greek Hebrew Hindi"
    names += " Hungarian Icelandic Italian Japanese Korean Latvian Lithuanian Norwegian Polish Portuguese Romanian Russian Swedish"
    after = read_cv(f"{CVS['en']}\n{', '.join(names.split())}")

    assert after.values(Language) == read_cv(CVS["en"]).values(Language)


@pytest.mark.parametrize("language", CVS)
@pytest.mark.parametrize("between", [", ", "\n", "\n- "])
def test_an_honest_list_of_sixty_counts_in_full(language, between):
    sixty = labels(language, 60)
    found = read_cv(f"{CVS[language]}\nKompetencer\n{between.join(sixty)}\n")
    alone = set().union(*(skills(read_cv(f"Ana\n\nSkills\n{one}")) for one in sixty[:5]))

    assert found.warnings == ()
    assert len(skills(found)) >= 40  # the sixty are from all fields: a stray one is trusted less
    assert len(alone) >= 2


def test_a_keyword_in_many_positions_still_counts():
    positions = "\n\n".join(
        f"{2000 + year}-{2001 + year} Developer at a bank. I wrote programs.\nTools: Python, Linux, SQL"
        for year in range(25)
    )
    reading = read_cv(f"Ana\n\nWork experience\n{positions}\n")

    assert {uri.rsplit(":", 1)[1] for uri in skills(reading)} >= {"python", "linux", "sql"}
    assert reading.warnings == ()


@pytest.mark.parametrize("language", CVS)
def test_a_copied_ad_gives_nothing_and_the_rest_is_kept(language):
    ads = AdWords(ADS.values())
    before = read_cv(CVS[language])
    document = Document("cv", f"{CVS[language]}\n{ADS[language].upper()}", DocumentKind.CV)
    after = reader().read(document, ads=ads)

    assert after.facts == before.facts
    assert [one.partition(":")[0] for one in after.warnings] == ["copied_from_ad"]
    assert objections(after) == []
    assert reader().read(Document("cv", CVS[language], DocumentKind.CV), ads=ads) == before


def test_contact_lines_in_what_was_copied_stay_hidden():
    ad = (
        ADS["da"]
        + "Spørg vores leder på telefon 12 34 56 78 eller leder@pumper.example om alt hvad du vil vide."
    )
    document = Document("cv", f"{CVS['da']}\n{ad}", DocumentKind.CV)

    kinds = {one.kind for one in reader().read(document, ads=AdWords([ad])).values(Contact)}

    assert "email" in kinds


def test_a_stuffed_ad_asks_for_nothing_of_the_list():
    before = read_ad(ADS["en"])
    after = read_ad(f"{ADS['en']}\n{', '.join(labels('en'))}")

    assert skills(after) == skills(before)


@st.composite
def stuffings(draw) -> str:
    """Stuffed lists, repeated keywords, copied ads and commands, one after the other."""
    language = draw(st.sampled_from(list(ADS)))
    kind = draw(st.sampled_from(["list", "repeat", "ad", "command"]))
    between = draw(st.sampled_from([", ", " ", "\n", " · "]))
    match kind:
        case "list":
            chosen = draw(st.integers(0, 1_000))
            every = labels(language)
            text = between.join(every[chosen : chosen + draw(st.integers(300, 600))])
        case "repeat":
            text = between.join(
                [draw(st.sampled_from(["Python", "SolidWorks"]))] * draw(st.integers(30, 300))
            )
        case "ad":
            text = ADS[language]
        case _:
            text = draw(st.sampled_from([one for one in COMMANDS if one[0] in "IS<"][:2]))
    return draw(st.sampled_from([str, str.upper]))(text) if kind == "ad" else text


@times(40, suppress_health_check=[HealthCheck.too_slow])
@given(
    language=st.sampled_from(list(CVS)),
    more=st.lists(stuffings(), min_size=1, max_size=4),
    change=st.sampled_from(["none", "upper", "digits"]),
)
def test_any_mixture_leaves_the_honest_part_as_it_was(language, more, change):
    # several English sentences make a CV of 25 words an English one: how-text-is-understood.md, "Limits"
    assume(sum(one in COMMANDS for one in more) <= 1)
    honest = CVS[language]
    if change == "upper":
        honest = honest.upper()
    elif change == "digits":
        honest = honest.replace("o", "0")
    ads = AdWords(ADS.values())
    text = honest + "\n" + "\n\n".join(more)

    before = reader().read(Document("cv", honest, DocumentKind.CV))
    after = reader().read(Document("cv", text, DocumentKind.CV), ads=ads)

    assert objections(after) == []
    assert after.document.text == text
    was_there = {(fact.kind, fact.span) for fact in before.facts}
    kept = {
        repr((fact.value, fact.span))
        for fact in after.facts
        if fact.kind != "contact" or (fact.kind, fact.span) in was_there  # what may be a name stays hidden
    }
    assert {repr((fact.value, fact.span)) for fact in before.facts} == kept
