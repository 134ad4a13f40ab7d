"""
Europass XML: SkillsPassport 3.x (2013–2020) and Candidate 4.0 (since 2020, built on HR-XML).

Who the person is (name, street, mail, telephone, birth, nationality, sex, photo) is not read; the town is.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from brobygger.core.reading.data import DocumentKind
from brobygger.data.documents.drafting import Draft
from brobygger.data.documents.markup import html_text
from brobygger.data.documents.names import country_name
from brobygger.data.documents.problem import UnreadableError
from brobygger.data.documents.records import skills_passport
from brobygger.data.documents.records.cv_sections import (
    add_education_level,
    add_entry,
    add_language,
    add_text,
    cv_language,
    month,
    period,
    working_level,
)
from brobygger.data.documents.records.fields import level
from brobygger.data.documents.source import Format, Items, Options, Source
from brobygger.data.documents.xml import attribute, local, parse_xml, root_name

NAME = "Europass XML"
PASSPORT, CANDIDATE = "SkillsPassport", "Candidate"
SECTIONS_OF_TEXT = ("CommunicationAndInterpersonalSkills", "OrganisationalSkills", "DigitalSkills")
OWN_WORDS = frozenset(  # elements with words of the person; names of schools and employers tell no language
    "ExecutiveSummary PositionTitle Description DegreeName OccupationalSkillsCovered Thesis CompetencyName Title".split()
) | frozenset(SECTIONS_OF_TEXT)
DEEPEST = 60  # levels; the schemas need about ten
DIMENSIONS = {
    "CEF-Understanding-Listening": "listening",
    "CEF-Understanding-Reading": "reading",
    "CEF-Speaking-Interaction": "spokeninteraction",
    "CEF-Speaking-Production": "spokenproduction",
    "CEF-Writing-Production": "writing",
}


def accepts(data: bytes) -> bool:
    """Any XML that is not a web page: what is not Europass is named in the problem."""
    return root_name(data) in (PASSPORT, CANDIDATE) or (
        data[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml")
        and root_name(data).lower() not in ("", "html")
    )


def read(source: Source, options: Options) -> Items:
    root = parse_xml(source.data)
    match local(root):
        case "SkillsPassport" | "LearnerInfo":
            yield from skills_passport.read({local(root): _node(root, 0)}, source, options)
        case "Candidate":
            yield from _read_candidate(root, source, options)
        case other:
            raise UnreadableError("unknown_xml", root=other or "?", accepted=f"{PASSPORT}, {CANDIDATE}")


def _node(element: Element, depth: int) -> object:
    """The structure of the JSON form: attributes and children by name, repeated children as lists."""
    words = (element.text or "").strip()
    if depth > DEEPEST or (not len(element) and not element.attrib):
        return words
    found: dict[str, object] = {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
    if words:
        found["#"] = words
    for child in element:
        name, value = local(child), _node(child, depth + 1)
        before = found.get(name)
        found[name] = (
            value if before is None else [*(before if isinstance(before, list) else [before]), value]
        )
    return found


def _read_candidate(root: Element, source: Source, options: Options) -> Items:
    profile = _first(root, "CandidateProfile")
    if profile is None:
        raise UnreadableError("missing_field", format=NAME, field="CandidateProfile")
    address = _first(root, "Address")
    language = cv_language(
        attribute(profile, "languageCode") or "",
        (_text_of(element) for element in profile.iter() if local(element) in OWN_WORDS),
        country=_words(address, "CountryCode") if address is not None else "",
        reader=options.language,
    )
    draft = Draft(source, options, language)
    if address is not None:  # telephone numbers have a country too
        home = (_words(address, "CityName"), country_name(_words(address, "CountryCode"), language))
        draft.add_field("home", ", ".join(filter(None, home)))
    summary = _words(profile, "ExecutiveSummary")
    if summary:
        draft.add_section("profile")
        add_text(draft, summary)
    _add_work(draft, list(_all(profile, "EmployerHistory")))
    _add_education(draft, list(_all(profile, "EducationOrganizationAttendance")))
    _add_languages(draft, root, profile)
    _add_skills(draft, profile)
    _add_others(draft, profile)
    yield from draft.finish(kind=DocumentKind.CV, format_name=NAME)


def _add_work(draft: Draft, employers: list[Element]) -> None:
    if employers:
        draft.add_section("work")
    for employer in employers:
        for position in _all(employer, "PositionHistory"):
            names = (_words(position, "PositionTitle"), _words(employer, "OrganizationName"))
            add_entry(draft, names, _period(position, draft.language), _words(position, "Description"))


def _add_education(draft: Draft, attendances: list[Element]) -> None:
    if attendances:
        draft.add_section("education")
    for attendance in attendances:
        names = (_words(attendance, "DegreeName"), _words(attendance, "OrganizationName"))
        description = _words(attendance, "OccupationalSkillsCovered")
        add_entry(draft, names, _period(attendance, draft.language), description)
        add_entry(draft, [_words(attendance, "Thesis")])
        fields = [(one.text or "").strip() for one in _all(attendance, "ProgramConcentration")]
        add_education_level(
            draft,
            _words(attendance, "EducationLevelCode"),
            field=max(fields, key=len, default=""),  # the longest code is the most specific
            country=_words(attendance, "CountryCode"),
        )


def _add_languages(draft: Draft, root: Element, profile: Element) -> None:
    mother_tongues = [(one.text or "").strip() for one in _all(root, "PrimaryLanguageCode")]
    foreign = [
        one for one in _all(profile, "PersonCompetency") if _words(one, "TaxonomyID").lower() == "language"
    ]
    if any(mother_tongues) or foreign:
        draft.add_section("languages")
    for code in filter(None, mother_tongues):
        add_language(draft, *_language(code), None, is_mother_tongue=True)
    for one in foreign:
        grid = {
            DIMENSIONS.get(_words(dimension, "CompetencyDimensionTypeCode"), ""): level(
                _words(dimension, "ScoreText")
            )
            for dimension in _all(one, "CompetencyDimension")
        }
        add_language(draft, *_language(_words(one, "CompetencyID")), working_level(grid))


def _language(words: str) -> tuple[str, str]:
    """(name, code): a code is shown by its name in the language of the CV."""
    return ("", words) if len(words) <= 3 else (words, "")


def _add_skills(draft: Draft, profile: Element) -> None:
    named = [
        _words(one, "CompetencyName")
        for one in _all(profile, "PersonCompetency")
        if _words(one, "TaxonomyID").lower() != "language"
    ]
    texts = [_words(profile, name) for name in SECTIONS_OF_TEXT]
    if any(named) or any(texts):
        draft.add_section("skills")
    for words in filter(None, dict.fromkeys(named)):
        draft.add_line(words)
    for words in filter(None, texts):
        add_text(draft, words)
    draft.add_field("driving_licence", ", ".join(_text_of(one) for one in _all(profile, "LicenseTypeCode")))


def _add_others(draft: Draft, profile: Element) -> None:
    for section in _all(profile, "Others"):
        draft.add_gap()
        draft.add_line(html_text(_own_words(section, "Title")))
        for entry in _all(section, "Other"):
            draft.add_line(html_text(_own_words(entry, "Title")))
            add_text(draft, _words(entry, "Description"))
    publications = [_own_words(one, "Title") for one in _all(profile, "Publication")]
    if any(publications):
        draft.add_section("publications")
    for title in publications:
        draft.add_line(html_text(title))


def _period(element: Element, language: str) -> str:
    spell = _first(element, "EmploymentPeriod", "AttendancePeriod")
    if spell is None:
        return ""
    start, end = _first(spell, "StartDate"), _first(spell, "EndDate")
    is_current = (_words(spell, "CurrentIndicator") or _words(spell, "Ongoing")).lower() == "true"
    days = [
        month(_words(one, "FormattedDateTime") or _text_of(one)) if one is not None else ""
        for one in (start, end)
    ]
    return period(days[0], days[1], is_current=is_current, language=language)


def _all(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if local(element) == name)


def _first(root: Element, *names: str) -> Element | None:
    return next((element for element in root.iter() if local(element) in names), None)


def _text_of(element: Element) -> str:
    return (element.text or "").strip()


def _words(root: Element, name: str) -> str:
    """Text of the first element of a name anywhere below."""
    found = _first(root, name)
    return _text_of(found) if found is not None else ""


def _own_words(element: Element, name: str) -> str:
    """Text of a direct child."""
    return next((_text_of(child) for child in element if local(child) == name), "")


FORMAT = Format(NAME, (".xml",), accepts, read)
