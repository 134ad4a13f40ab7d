"""CVs made of fields: in which language they are written down, and what is understood of them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from brobygger.core.reading import Document, DocumentKind, Education, Occupation, Reading, Skill
from brobygger.data.documents import read_bytes
from tests.core.reading.reader import reader

WORDS = {  # language → country, town, title, employer, degree, field, skills, mother tongue, foreign language
    "da": ("DK", "Esbjerg", "Maskiningeniør", "Nordkaj Teknik", "Kandidat", "Energiteknologi",
           ("svejsning", "projektledelse", "finite element-beregning"), "Dansk", "Engelsk"),
    "nb": ("NO", "Bergen", "Maskiningeniør", "Nordkai Teknikk", "Master", "Energiteknologi",
           ("sveising", "prosjektledelse", "styrkeberegning"), "Norsk", "Engelsk"),
    "sv": ("SE", "Luleå", "Maskiningenjör", "Nordkaj Teknik", "Master", "Energiteknik",
           ("svetsning", "projektledning", "hållfasthetsberäkning"), "Svenska", "Engelska"),
    "en": ("DK", "Esbjerg", "Mechanical engineer", "Nordkaj Teknik", "Master", "Energy technology",
           ("welding", "project management", "finite element analysis"), "English", "Danish"),
}  # fmt: skip
LABELS = {  # language → home, mother tongue, EQF level
    "da": ("Bopæl: Esbjerg, Danmark", "modersmål", "EQF-niveau 7"),
    "nb": ("Bosted: Bergen, Norge", "morsmål", "EQF-nivå 7"),
    "sv": ("Bostadsort: Luleå, Sverige", "modersmål", "EQF-nivå 7"),
    "en": ("Lives in: Esbjerg, Denmark", "mother tongue", "EQF level 7"),
}


def resume(language: str) -> dict[str, Any]:
    country, town, title, employer, degree, field, skills, mother_tongue, foreign = WORDS[language]
    return {
        "basics": {"label": title, "location": {"city": town, "countryCode": country}},
        "work": [{"name": employer, "position": title, "startDate": "2020-01", "endDate": "2023-06"}],
        "education": [{"studyType": degree, "area": field, "institution": "Nordkaj Universitet"}],
        "skills": [{"name": one} for one in skills],
        "languages": [
            {"language": mother_tongue, "fluency": "Native speaker"},
            {"language": foreign, "fluency": "C1"},
        ],
    }


def passport(language: str) -> dict[str, Any]:
    country, town, title, employer, degree, field, skills, mother_tongue, _ = WORDS[language]
    names = {"DK": "Danmark" if language == "da" else "Denmark", "NO": "Norge", "SE": "Sverige"}
    address = {"Municipality": town, "Country": {"Code": country, "Label": names[country]}}
    learner = {
        "Identification": {"ContactInfo": {"Address": {"Contact": address}}},
        "WorkExperience": [{"Position": {"Label": title}, "Employer": {"Name": employer}}],
        "Education": [{"Title": f"{degree}, {field}", "Level": {"Code": "7"}}],
        "Skills": {
            "Linguistic": {"MotherTongue": [{"Description": {"Label": mother_tongue}}]},
            "JobRelated": {"Description": ", ".join(skills)},
        },
    }
    return {"SkillsPassport": {"LearnerInfo": learner}}


def read(record: dict[str, Any], language: str = "en") -> tuple[Document, Reading]:
    content = json.dumps(record).encode()
    items = list(read_bytes(content, name="cv.json", kind=DocumentKind.CV, language=language))
    (document,) = (one for one in items if isinstance(one, Document))
    return document, reader().read(document)


@pytest.mark.parametrize("record", [resume, passport], ids=["JSON Resume", "Europass"])
@pytest.mark.parametrize("language", WORDS)
def test_language_is_told_by_the_words_where_the_file_names_none(record: Any, language: str) -> None:
    document, reading = read(record(language))

    assert reading.language == language
    home, mother_tongue, level = LABELS[language]
    assert home in document.text.splitlines()
    assert f": {mother_tongue}" in document.text
    assert (level in document.text) == (record is passport)
    kinds = [type(fact.value) for fact in reading.facts]
    assert kinds.count(Skill) >= 2
    assert Occupation in kinds
    assert any(isinstance(one.value, Education) and one.value.eqf == 7 for one in reading.facts)
    assert all(fact.language == language for fact in document.declared)
    for fact in document.declared:
        assert document.text[fact.span.start : fact.span.end].endswith((mother_tongue, "C1", level))


def test_skills_of_a_danish_resume_are_all_found() -> None:
    _, reading = read(resume("da"))

    found = {fact.value.uri.rpartition(":")[2] for fact in reading.facts if isinstance(fact.value, Skill)}
    assert found == {"welding", "project-management", "finite-element-analysis"}


def test_language_that_the_file_names_counts() -> None:
    document, _ = read({**resume("da"), "meta": {"language": "no"}})
    assert "Morsmål" in document.text or "morsmål" in document.text


def test_each_passage_has_its_own_language() -> None:
    summary = "I have worked with pumps and pipes for six years, and I like to solve problems with others."
    record = resume("da")
    record["basics"]["summary"] = summary
    record["work"][0]["summary"] = (
        "Jeg beregnede rør og pumper og havde ansvaret for vedligehold af anlæggene."
    )
    document, reading = read(record)

    languages = {
        document.text[one.span.start : one.span.end]: one.language
        for one in reading.passages
        if one.span.end - one.span.start > 60
    }
    assert languages == {summary: "en", record["work"][0]["summary"]: "da"}


def test_labels_are_the_readers_where_no_word_tells_a_language() -> None:
    record = {"basics": {"location": {"city": "Esbjerg"}}, "skills": [{"name": "CAD"}, {"name": "FEM"}]}

    assert "Bopæl: Esbjerg" in read(record, "da")[0].text
    assert "Lives in: Esbjerg" in read(record)[0].text
