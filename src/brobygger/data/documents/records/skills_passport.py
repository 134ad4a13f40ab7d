"""
Europass CV of the years 2013–2020 (SkillsPassport 3.x), as JSON; the XML reader hands over the same structure.

Who the person is (Identification: name, street, mail, telephone, birth, nationality, sex, photo) is not read;
the town is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brobygger.core.reading.data import DocumentKind
from brobygger.data.documents.drafting import Draft
from brobygger.data.documents.markup import html_text
from brobygger.data.documents.problem import UnreadableError
from brobygger.data.documents.records.cv_sections import (
    add_education_level,
    add_entry,
    add_language,
    add_text,
    cv_language,
    period,
    words_of,
    working_level,
)
from brobygger.data.documents.records.fields import Entry, items, level, text
from brobygger.data.documents.source import Items, Options, RecordShape, Source

NAME = "Europass"
SKILL_GROUPS = ("Communication", "Organisational", "JobRelated", "Computer", "Other")
LANGUAGE_SKILLS = ("Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing")


def accepts(entry: Entry) -> bool:
    return isinstance(entry.get("SkillsPassport"), Mapping) or isinstance(entry.get("LearnerInfo"), Mapping)


def read(entry: Entry, source: Source, options: Options) -> Items:
    passport = entry.get("SkillsPassport", entry)
    learner = find(passport, "LearnerInfo")
    if not isinstance(learner, Mapping):
        raise UnreadableError("missing_field", format=NAME, field="LearnerInfo")
    address = find(learner, "Identification", "ContactInfo", "Address", "Contact")
    language = cv_language(
        find_text(passport, "Locale"),
        words_of(learner),
        country=find_text(address, "Country", "Code"),
        reader=options.language,
    )
    draft = Draft(source, options, language)
    headline = find(learner, "Headline")
    draft.add_title(html_text(_label(find(headline, "Description"))))
    home = (find_text(address, "Municipality"), _label(find(address, "Country")))
    draft.add_field("home", ", ".join(filter(None, home)))
    _add_work(draft, learner)
    _add_education(draft, learner)
    skills = find(learner, "Skills") or find(learner, "SkillSet")
    _add_languages(draft, find(skills, "Linguistic"))
    _add_skills(draft, skills)
    _add_achievements(draft, learner)
    yield from draft.finish(kind=DocumentKind.CV, format_name=NAME)


def find(node: object, *names: str) -> object:
    """The value at a path of names in any capitalisation; of a list, its first item."""
    for name in names:
        node = next(iter(items(node)), None)
        if not isinstance(node, Mapping):
            return None
        node = next((value for key, value in node.items() if str(key).lower() == name.lower()), None)
    return node


def find_text(node: object, *names: str) -> str:
    """Words at a path; an element that holds only text keeps it under "#"."""
    value = next(iter(items(find(node, *names))), None)
    return text(value.get("#")) if isinstance(value, Mapping) else text(value)


def many(node: object, name: str) -> list[object]:
    """Children of a name, directly or gathered under "<name>List"."""
    gathered = find(node, f"{name}List")
    inner = find(gathered, name)
    return items(inner if inner is not None else gathered if gathered is not None else find(node, name))


def _label(node: object) -> str:
    """Words of {"Code", "Label"}, or of a plain value."""
    return find_text(node, "Label") or (
        text(node) if not isinstance(node, Mapping) else find_text({"x": node}, "x")
    )


def _period(node: object, language: str) -> str:
    spell = find(node, "Period")
    is_current = find_text(spell, "Current").lower() == "true" or find(spell, "Current") is True
    return period(
        _day(find(spell, "From")), _day(find(spell, "To")), is_current=is_current, language=language
    )


def _day(node: object) -> str:
    """Year and month; XML writes the month as --03."""
    year, month = find_text(node, "Year"), find_text(node, "Month").strip("-")
    if not year.isdecimal():
        return ""
    return f"{int(month[:2]):02}/{year}" if month.isdecimal() else year


def _add_work(draft: Draft, learner: object) -> None:
    jobs = many(learner, "WorkExperience")
    if jobs:
        draft.add_section("work")
    for job in jobs:
        names = (_label(find(job, "Position")), find_text(job, "Employer", "Name"))
        add_entry(draft, names, _period(job, draft.language), find_text(job, "Activities"))


def _add_education(draft: Draft, learner: object) -> None:
    educations = many(learner, "Education")
    if educations:
        draft.add_section("education")
    for education in educations:
        names = (_label(find(education, "Title")), find_text(education, "Organisation", "Name"))
        add_entry(draft, names, _period(education, draft.language), find_text(education, "Activities"))
        country = find_text(education, "Organisation", "ContactInfo", "Address", "Contact", "Country", "Code")
        add_education_level(draft, find_text(education, "Level", "Code"), country=country)


def _add_languages(draft: Draft, linguistic: object) -> None:
    mother_tongues, foreign = many(linguistic, "MotherTongue"), many(linguistic, "ForeignLanguage")
    if mother_tongues or foreign:
        draft.add_section("languages")
    for language in mother_tongues:
        add_language(draft, *_language(language), None, is_mother_tongue=True)
    for language in foreign:
        grid = {
            name.lower(): level(find_text(language, "ProficiencyLevel", name)) for name in LANGUAGE_SKILLS
        }
        add_language(draft, *_language(language), working_level(grid))


def _language(node: object) -> tuple[str, str]:
    return _label(find(node, "Description")), find_text(node, "Description", "Code")


def _add_skills(draft: Draft, skills: object) -> None:
    groups = [words for name in SKILL_GROUPS for words in _descriptions(find(skills, name))]
    if groups:
        draft.add_section("skills")
    for words in groups:
        add_text(draft, words)
    licences = ", ".join(_licences(find(skills, "Driving")))
    draft.add_field("driving_licence", licences)


def _descriptions(group: object) -> Iterator[str]:
    for one in items(group):
        words = _label(find(one, "Description"))
        if words:
            yield words


def _licences(driving: object) -> list[str]:
    held = find(driving, "Description")
    return [words for one in many(held, "Licence") if (words := find_text({"x": one}, "x"))]


def _add_achievements(draft: Draft, learner: object) -> None:
    achievements = [
        (_label(find(one, "Title")), _label(find(one, "Description"))) for one in many(learner, "Achievement")
    ]
    if any(title or description for title, description in achievements):
        draft.add_section("achievements")
    for title, description in achievements:
        draft.add_line(html_text(title))
        add_text(draft, description)


SHAPE = RecordShape(NAME, accepts, read)
