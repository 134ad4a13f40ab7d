"""From what was read to what is matched: a reading becomes a candidate or an opportunity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from brobygger.core.matching.chosen_facts import (
    distinct,
    facts_of,
    first,
    monthly,
    strongest_of,
    surest,
    values_of,
    words_of,
)
from brobygger.core.matching.data import (
    USUAL_NOTICE,
    USUAL_WAIT,
    Candidate,
    HeldSkill,
    LanguageNeed,
    NeededSkill,
    Opportunity,
)
from brobygger.core.matching.languages import LEVEL_NUMBER, SCANDINAVIAN, best_held, normal
from brobygger.core.reading import (
    Duration,
    Education,
    Experience,
    Fact,
    Graduation,
    Hours,
    Kind,
    Language,
    Level,
    Market,
    Modality,
    Occupation,
    Pay,
    Place,
    PlaceCount,
    Reading,
    Remote,
    Role,
    Setting,
    Skill,
    Start,
    WorkRight,
    WorkRightCondition,
)

NEEDED_LEVEL = Level.B2  # of a language that an ad asks for without a level
# A need that is read with less confidence excludes nobody: see `LanguageNeed.is_sure`. Of those from here on 91 to 98 in a
# hundred were needs in whole ads, of those from .75 to here 69 to 77 (folds of `benchmarks.golden.fit_languages`).
SURE_NEED = 0.85
COFFEE_TABLE_LEVEL = Level.A2  # the same, where only small talk is meant
# Of a language that a CV names without a level, the same: two who leave it out must not miss each other for that.
HELD_LEVEL = NEEDED_LEVEL

# Stages of a career and no lines of work: what two PhD students do may have nothing in common.
STAGES = frozenset(
    f"urn:brobygger:occupation:{name}"
    for name in (
        "phd-student", "student-assistant", "thesis-student", "intern", "graduate-trainee",
        "apprentice-technical-trade",
    )
)  # fmt: skip
HOME_ROLES = (Role.PERSONAL, Role.CONTACT, Role.TITLE, Role.OTHER)  # where a CV says where one lives
SITE_ROLES = (Role.TITLE, Role.OTHER, Role.OFFER, Role.TASK, Role.REQUIREMENT, Role.APPLICATION, Role.CONTACT)
STRENGTH = (Modality.REQUIRED, Modality.WORKING_LANGUAGE, Modality.PREFERRED)  # strongest first


def candidate_from(reading: Reading, *, candidate: str | None = None) -> Candidate:
    """
    The candidate that a CV describes.

    Of facts that are said twice the strongest counts: the surest, the highest level. What a CV
    seldom says (commute, willingness to move, wishes) is left open for the person to fill in,
    with `dataclasses.replace`.

    Args:
        reading: of a CV.
        candidate: the id to use; default the document's.

    """
    educations = values_of(reading, Education)
    rights = values_of(reading, WorkRightCondition)
    shares = [one.share for one in values_of(reading, Remote)]
    return Candidate(
        id=candidate or reading.document.id,
        skills=tuple(_held_skills(reading)),
        occupations=distinct(
            one.uri
            for one in values_of(reading, Occupation)
            if one.modality is Modality.HELD and one.uri not in STAGES
        ),
        languages=tuple(_held_languages(reading)),
        eqf=max((one.eqf for one in educations if one.eqf is not None), default=None),
        fields=distinct(
            one.field for one in sorted(educations, key=lambda one: -(one.eqf or 0)) if one.field is not None
        ),
        experience_years=max((one.years for one in values_of(reading, Experience)), default=None),
        studies_end=max((one.latest for one in values_of(reading, Graduation)), default=None),
        place=_place(reading, HOME_ROLES),
        remote=max(shares) > 0 if shares else None,
        available_from=_start(reading),
        available_months=first(one.months or None for one in values_of(reading, Duration)),
        hours=first((one.minimum, one.maximum) for one in surest(reading, Hours)),
        pay_floor=first(monthly(one.minimum, one) for one in surest(reading, Pay)),
        kinds=distinct(one.kind for one in values_of(reading, Kind)),
        work_right=_work_right(rights),
        markets=distinct(one.country for one in values_of(reading, Market)),
    )


def opportunity_from(reading: Reading, *, opportunity: str | None = None) -> Opportunity:
    """
    The opportunity that an ad describes.

    A thing that is a must in one sentence and an advantage in another is a must. Of two education
    levels the lower is asked for ("bachelor or master"), of two lengths of experience the longer.

    Args:
        reading: of an ad.
        opportunity: the id to use; default the document's.

    """
    educations = strongest_of(values_of(reading, Education), lambda one: one.modality)
    place = _place(reading, SITE_ROLES)
    rights = values_of(reading, WorkRightCondition)
    stated_eqf = [one.eqf for one in educations if one.eqf is not None]
    return Opportunity(
        id=opportunity or reading.document.id,
        title=reading.document.title or _first_line(reading),
        skills=tuple(_needed_skills(reading)),
        occupations=_asked_occupations(reading),
        languages=tuple(_language_needs(reading)),
        eqf=min(stated_eqf, default=None),
        eqf_modality=first(one.modality for one in educations if one.eqf is not None) or Modality.REQUIRED,
        fields=distinct(one.field for one in values_of(reading, Education) if one.field is not None),
        experience_years=max(
            (one.years for one in strongest_of(values_of(reading, Experience), lambda one: one.modality)),
            default=None,
        ),
        place=place,
        remote_share=first(one.share for one in surest(reading, Remote)),
        posted=reading.document.published,
        start=_start(reading),
        start_flexible_days=_wait(reading),
        months=first(one.months for one in surest(reading, Duration)),
        hours=first((one.minimum, one.maximum) for one in surest(reading, Hours)),
        pay=first(monthly(one.maximum or one.minimum, one) for one in surest(reading, Pay)),
        kind=first(one.kind for one in surest(reading, Kind)),
        places=first(one.count for one in surest(reading, PlaceCount)) or 1,
        permit_supported=True if any(one.condition is WorkRight.PERMIT_SUPPORTED for one in rights) else None,
        citizens_only=_only(rights, place),
        markets=distinct(one.country for one in values_of(reading, Market)),
    )


def _held_skills(reading: Reading) -> Iterator[HeldSkill]:
    """Each skill once, in the order of first mention, as sure as the surest mention."""
    best: dict[str, HeldSkill] = {}
    for fact, skill in facts_of(reading, Skill):
        weight = min(1.0, fact.confidence)
        known = best.get(skill.uri)
        if skill.modality is Modality.HELD and weight > 0 and (known is None or weight > known.weight):
            best[skill.uri] = HeldSkill(skill.uri, weight, words_of(reading, fact))
    return iter(best.values())


def _needed_skills(reading: Reading) -> Iterator[NeededSkill]:
    """Each skill once: a must before an advantage, then the surest mention."""
    best: dict[str, NeededSkill] = {}
    for fact, skill in facts_of(reading, Skill):
        if skill.modality not in (Modality.REQUIRED, Modality.PREFERRED) or fact.confidence <= 0:
            continue
        need = NeededSkill(skill.uri, skill.modality, min(1.0, fact.confidence), words_of(reading, fact))
        known = best.get(skill.uri)
        if known is None or _skill_strength(need) > _skill_strength(known):
            best[skill.uri] = need
    return iter(best.values())


def _skill_strength(need: NeededSkill) -> tuple[bool, float]:
    return need.modality is Modality.REQUIRED, need.weight


def _asked_occupations(reading: Reading) -> tuple[str, ...]:
    """Those of the title first, then by confidence."""
    facts = [
        (fact, one)
        for fact, one in facts_of(reading, Occupation)
        if one.modality is not Modality.HELD and one.uri not in STAGES
    ]
    facts.sort(key=lambda pair: (pair[0].role is not Role.TITLE, -pair[0].confidence))
    return distinct(one.uri for _, one in facts)


def _held_languages(reading: Reading) -> Iterator[tuple[str, Level]]:
    """Each language once, at its highest level."""
    levels: dict[str, Level] = {}
    for language in values_of(reading, Language):
        if language.modality is Modality.HELD:
            level = language.level or HELD_LEVEL
            code = normal(language.code)
            levels[code] = max(levels.get(code, level), level, key=LEVEL_NUMBER.__getitem__)
    return iter(levels.items())


def _language_needs(reading: Reading) -> Iterator[LanguageNeed]:
    """Needs with their alternatives, each once; what an ad says is no requirement is none."""
    best: dict[tuple[tuple[str, ...], Setting], LanguageNeed] = {}
    waived = {
        normal(one.code) for one in values_of(reading, Language) if one.modality is Modality.NOT_REQUIRED
    }
    for need in _stated_needs(reading):
        if need.modality is Modality.WORKING_LANGUAGE and set(need.codes) <= waived:
            need = replace(need, modality=Modality.PREFERRED)
        key = tuple(sorted(need.codes)), need.setting
        if key not in best or _need_strength(need) > _need_strength(best[key]):
            best[key] = need
    needs = list(best.values())
    return (need for number, need in enumerate(needs) if not _has_alternatives(need, needs, number))


def _has_alternatives(need: LanguageNeed, needs: list[LanguageNeed], number: int) -> bool:
    """
    Whether the ad says elsewhere what will do in place of the language of `needs[number]`: then that is the need.

    "The plant is run in Norwegian; you must make yourself understood in Norwegian, Swedish or Danish", "Swedish, at
    least C1 … If you speak Danish or Norwegian instead, that is as good". A must is taken back only by what comes
    after it: "the report may be in Swedish or English, but you present it in Swedish" are two.
    """
    return need.modality in (Modality.REQUIRED, Modality.WORKING_LANGUAGE) and any(
        (len(other.codes) > len(need.codes) or other.codes == (SCANDINAVIAN,) != need.codes)
        and other.setting is need.setting
        and (STRENGTH.index(other.modality), number) < (STRENGTH.index(need.modality), place)
        and all(best_held([(code, Level.C2)], other.codes).sure for code in need.codes)
        for place, other in enumerate(needs)
    )


def _need_strength(need: LanguageNeed) -> tuple[int, bool, int]:
    return -STRENGTH.index(need.modality), need.is_sure, LEVEL_NUMBER[need.level]


def _stated_needs(reading: Reading) -> Iterator[LanguageNeed]:
    """Every need as it stands, alternatives gathered; the lowest level among alternatives is enough."""
    groups: dict[tuple[str, int], list[tuple[Fact, Language]]] = {}
    for number, (fact, language) in enumerate(facts_of(reading, Language)):
        if language.modality in STRENGTH:
            alternative = language.alternative
            key = ("single", number) if alternative is None else ("group", alternative)
            groups.setdefault(key, []).append((fact, language))
    for group in groups.values():
        languages = [language for _, language in group]
        setting = languages[0].setting
        usual = COFFEE_TABLE_LEVEL if setting is Setting.INFORMAL else NEEDED_LEVEL
        yield LanguageNeed(
            codes=distinct(normal(one.code) for one in languages),
            level=min((one.level or usual for one in languages), key=LEVEL_NUMBER.__getitem__),
            modality=max((one.modality for one in languages), key=STRENGTH.index),
            setting=setting,
            words=words_of(reading, group[0][0]),
            is_sure=max(fact.confidence for fact, _ in group) >= SURE_NEED,
        )


def _work_right(rights: list[WorkRightCondition]) -> tuple[str, ...] | None:
    """Countries named with a citizenship or a permit; () if the CV says that one is needed; None if silent."""
    held = [one for one in rights if one.condition in (WorkRight.CITIZEN, WorkRight.PERMIT_HELD)]
    named = distinct(country for one in held for country in one.countries)
    needed = any(one.condition is WorkRight.PERMIT_NEEDED for one in rights)
    return named or (() if needed else None)


def _only(rights: list[WorkRightCondition], place: Place | None) -> tuple[str, ...]:
    """Countries whose citizens or permit holders alone are accepted."""
    strict = [one for one in rights if one.condition in (WorkRight.CITIZEN, WorkRight.PERMIT_REQUIRED)]
    here = (place.country,) if place else ()
    return distinct(country for one in strict for country in one.countries or here)


def _first_line(reading: Reading) -> str:
    """The title of an ad whose source has none apart."""
    title = next((passage.span for passage in reading.passages if passage.role is Role.TITLE), None)
    return reading.document.text[title.start : title.end] if title else ""


def _place(reading: Reading, roles: tuple[Role, ...]) -> Place | None:
    """The place: one that the source states in a field of its own, else by confidence, then role."""
    found = [
        (
            (0, -fact.confidence)
            if fact.method == "structured"
            else (
                1 - round(fact.confidence, 1),
                roles.index(fact.role),
            ),  # a plain "Arbejdssted:" beats any role
            place,
        )
        for fact, place in facts_of(reading, Place)
        if fact.role in roles or fact.method == "structured"
    ]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _start(reading: Reading) -> dt.date | None:
    """The day named; "as soon as possible" is the day of the document."""
    return first(one.date or reading.document.published for one in surest(reading, Start))


def _wait(reading: Reading) -> int:
    """Days that a start can move later: whoever asks for somebody soon waits for a period of notice."""
    is_soon = first(one.date is None for one in surest(reading, Start))
    return USUAL_NOTICE if is_soon else USUAL_WAIT
