"""What is known of a candidate, thing by thing with its words in the CV: keep it, change it, remove it, add more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, QueryDict
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.classifications import queries as classifications
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.people import actions, queries
from brobygger.core.reading import (
    Education,
    Experience,
    FactValue,
    Graduation,
    Language,
    Level,
    Modality,
    Occupation,
    Skill,
)
from brobygger.core.skills import ConceptKind, Taxonomy
from brobygger.web import wording
from brobygger.web.candidate.desk import Desk, entrances
from brobygger.web.fields_of_study import FIELDS
from brobygger.web.page import PageRequest
from brobygger.web.sent import whole_number

MOST_HITS = 8
MOST_YEARS = 60
FIRST_YEAR, LAST_YEAR = 1950, 2100  # of a graduation, as in the form
CONCEPTS = {"skill": ConceptKind.SKILL, "occupation": ConceptKind.OCCUPATION}
SECTIONS: Mapping[str, tuple[str | Promise, str | Promise]] = {
    "occupation": (gettext_lazy("Occupations"), gettext_lazy("Add an occupation")),
    "skill": (gettext_lazy("Skills"), gettext_lazy("Add a skill")),
    "language": (gettext_lazy("Languages"), gettext_lazy("Add a language")),
    "education": (gettext_lazy("Education"), gettext_lazy("Add an education")),
    "graduation": (gettext_lazy("Graduation"), gettext_lazy("Say when you graduate")),
    "experience": (gettext_lazy("Experience"), gettext_lazy("Say how many years")),
}
OTHER = "other"
LANGUAGES = (
    "da nb sv en de fr es pl uk ar fi is nl it pt ro ru lt lv et tr fa ur hi bn ta zh ja ko vi th so ti am bs hr sr sq "
    "el hu cs sk bg fo kl"
).split()
LEVELS: Mapping[str, str | Promise] = {
    "A1": gettext_lazy("I understand and use a few everyday phrases when people speak slowly."),
    "A2": gettext_lazy("I can shop, ask the way and tell about my day in simple sentences."),
    "B1": gettext_lazy("I can follow a meeting about things I know, and write a simple mail."),
    "B2": gettext_lazy("I can discuss my work without searching for words, and read reports in my field."),
    "C1": gettext_lazy("I can present, negotiate and write long texts with ease."),
    "C2": gettext_lazy("I understand and say everything, as in the language I grew up with."),
}


def _show(request: PageRequest, desk: Desk) -> HttpResponse:
    """The whole page; to the page's script one thing with its picker, or the concepts that fit what was typed."""
    fact, add = request.GET.get("fact", ""), request.GET.get("add", "")
    text = request.GET.get("text", "").strip()[:100]
    if request.htmx and add in CONCEPTS:
        context = {"desk": desk, "section": _section_add(add, text), "urls": _urls(desk)}
        return render(request, "candidate/profile.html#hits", context)
    if request.htmx and fact:
        return _one(request, desk, _fact(desk, fact), opened=fact)
    return render(request, "candidate/profile.html", _page(desk, opened=fact, add=add, text=text))


def _say(request: PageRequest, desk: Desk) -> HttpResponse:
    """“Right”, “wrong”, or what is right instead."""
    if request.POST.get("said") == "all-right":
        return _all_right(request, desk)
    fact = _fact(desk, request.POST.get("fact", ""))
    said = request.POST.get("said")
    try:
        if said in ("right", "wrong"):
            state, value = (FactState.CONFIRMED if said == "right" else FactState.REJECTED), None
        elif said == "other":
            state, value = FactState.REJECTED, _value(fact.kind, request.POST, fact.value)
        else:
            return HttpResponseBadRequest()
        now_standing = actions.correct_same(fact=fact, state=state, value=value, by=request.user, at=now())
    except actions.ImpossibleCorrection as error:
        return _again(request, desk, str(error))
    except (KeyError, ValueError):
        return HttpResponseBadRequest()
    return _answer(request, desk, fact if value is None else now_standing[0], replaces=fact)


def _undo(request: PageRequest, desk: Desk) -> HttpResponse:
    fact = _fact(desk, request.POST.get("fact", ""))
    try:
        actions.undo_same(fact=fact, by=request.user, at=now())
    except actions.ImpossibleCorrection as error:
        return _again(request, desk, str(error))
    return _answer(request, desk, fact)


def _add(request: PageRequest, desk: Desk) -> HttpResponse:
    kind = request.POST.get("kind", "")
    try:
        value = _value(kind, request.POST, {})
    except (KeyError, ValueError):
        return HttpResponseBadRequest()
    fact = actions.add_fact(candidate=desk.candidate, value=value, by=request.user, at=now())
    what = wording.capital(value_in_words(fact.kind, fact.value, classifications.taxonomy()))
    messages.success(request, _("Added: %(what)s.") % {"what": what})
    back = request.POST.get("next", "")
    return redirect(
        f"{desk.address('wishes')}?step=languages"
        if back == "wishes"
        else f"{desk.address('profile')}#{kind}"
    )


def _all_right(request: PageRequest, desk: Desk) -> HttpResponse:
    """Confirm what was read of one kind and is not in doubt."""
    kind = request.POST.get("kind", "")
    for one in queries.profile_facts(desk.candidate):
        if one.fact.kind == kind and not one.is_decided and not one.is_unsure:
            actions.correct_same(fact=one.fact, state=FactState.CONFIRMED, by=request.user, at=now())
    return redirect(f"{desk.address('profile')}#{kind}")


def _fact(desk: Desk, pk: str) -> Any:
    try:
        fact = queries.fact_by_id(pk=whole_number(pk) or 0)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    if fact.candidate_id != desk.candidate.pk or fact.kind == "contact":
        raise Http404
    return fact


def _value(kind: str, fields: QueryDict, before: Mapping[str, Any]) -> FactValue:
    """
    What was picked.

    Raises:
        KeyError, ValueError: no such concept, language, level, field, year or number of years; or a kind nobody can
            pick.
    """
    if kind in CONCEPTS:
        concepts = classifications.taxonomy()
        number = concepts.index[str(fields["uri"])]
        if concepts.kinds[number] != CONCEPTS[kind]:
            raise ValueError(fields["uri"])
        make = Skill if kind == "skill" else Occupation
        return make(
            concepts.uris[number], concepts.preferred(number, wording.reader_language()), Modality.HELD
        )
    if kind == "language":
        code = str(before.get("code") or fields["code"])
        if not before and code not in LANGUAGES:
            raise ValueError(code)
        return Language(code, Level(str(fields["level"])), Modality.HELD)
    if kind == "education":
        eqf, field = fields.get("eqf", ""), fields.get("field", "")
        if (eqf and not 1 <= int(eqf) <= 8) or (field and field not in FIELDS) or not (eqf or field):
            raise ValueError(eqf)
        return Education(int(eqf) if eqf else None, field or None, Modality.HELD, before.get("country"))
    if kind == "experience":
        years = float(str(fields["years"]).replace(",", "."))
        if not 0 <= years <= MOST_YEARS:
            raise ValueError(years)
        return Experience(years, Modality.HELD)
    if kind == "graduation":
        year, month = int(str(fields["year"])), int(str(fields.get("month") or 0))
        if not (FIRST_YEAR <= year <= LAST_YEAR and 0 <= month <= 12):
            raise ValueError(year)
        return Graduation.of(year, month or None)
    raise ValueError(kind)


def _answer(request: PageRequest, desk: Desk, fact: Any, replaces: Any = None) -> HttpResponse:
    """The thing as it stands now; without scripts the page, where the reader was."""
    is_question = bool(request.POST.get("question"))
    if not request.htmx:
        return redirect(f"{desk.address('profile')}#{'questions' if is_question else fact.kind}")
    if is_question:
        context = _page(desk)
        if context["questions"]:
            return render(request, "candidate/profile.html#questions", context)
        return _whole_page(desk.address("profile"))  # what was answered now stands among the rest
    if replaces is not None and replaces.pk != fact.pk:
        # another value may join one that is there: the page has to be put together anew
        return _whole_page(desk.address("profile"))
    return _one(request, desk, fact)


def _whole_page(address: str) -> HttpResponse:
    """To the page's script: go there."""
    response = HttpResponse(status=204)
    response["HX-Redirect"] = address
    return response


def _again(request: PageRequest, desk: Desk, error: str) -> HttpResponse:
    messages.error(request, error)
    return _whole_page(desk.address("profile")) if request.htmx else redirect(desk.address("profile"))


def _one(request: HttpRequest, desk: Desk, fact: Any, opened: str = "") -> HttpResponse:
    facts = queries.profile_facts(desk.candidate)
    fact.refresh_from_db()
    (found,) = (one for one in facts if (one.fact.kind, one.fact.says) == (fact.kind, fact.says))
    row = _row(found, classifications.taxonomy(), opened, request.GET.get("text"))
    row["was_touched"] = True
    return render(request, "candidate/profile.html#fact", {"desk": desk, "fact": row, "urls": _urls(desk)})


def _urls(desk: Desk) -> dict[str, str]:
    return {name: desk.address(f"profile-{name}") for name in ("say", "undo", "add")} | {
        "profile": desk.address("profile")
    }


def _page(desk: Desk, *, opened: str = "", add: str = "", text: str = "") -> dict[str, Any]:
    found = queries.profile_facts(desk.candidate)
    concepts = classifications.taxonomy()
    rows = [_row(one, concepts, opened, text) for one in found]
    questions = [row for row in rows if row["is_unsure"]]
    sections = []
    for kind, (title, invitation) in SECTIONS.items():
        own = [row for row in rows if row["kind"] == kind and not row["is_unsure"]]
        sections.append(
            {
                "kind": kind,
                "title": title,
                "invitation": invitation,
                "rows": own,
                "count": sum(1 for row in own if not row["is_rejected"]),
                "undecided": sum(1 for row in own if not row["is_decided"]),
                **_section_add(kind, text if add == kind else ""),
                "is_adding": add == kind,
                "is_settled": kind == "graduation" and any(not row["is_rejected"] for row in own),
            }
        )
    rest = [row for row in rows if row["kind"] not in SECTIONS and not row["is_unsure"]]
    return {
        "desk": desk,
        "urls": _urls(desk),
        "questions": questions,
        "sections": sections,
        "rest": rest,
        "levels": LEVELS.items(),
        "languages": language_choices(),
        "eqf": eqf_choices(),
        "fields": FIELDS.items(),
        "months": month_choices(),
        "has_cv": bool(desk.candidate.document.text) if hasattr(desk.candidate, "document") else False,
    }


def _section_add(kind: str, text: str) -> dict[str, Any]:
    """The concepts of a kind with a label that holds what was typed."""
    hits = []
    if kind in CONCEPTS and text:
        found = classifications.search_concepts(
            text, language=wording.reader_language(), kind=CONCEPTS[kind], most=MOST_HITS
        )
        hits = [(one.uri, wording.capital(one.label)) for one in found]
    return {"kind": kind, "text": text, "hits": hits, "is_concept": kind in CONCEPTS}


def _row(one: Any, concepts: Taxonomy, opened: str, text: str | None) -> dict[str, Any]:
    fact = one.fact
    is_open = opened == str(fact.pk)
    kind = fact.kind
    return {
        "id": fact.pk,
        "kind": kind,
        "name": wording.FACT_NAMES[kind],
        "mark": wording.MARK_KINDS.get(kind, "condition"),
        "value": wording.capital(value_in_words(kind, fact.value, concepts)),
        "quote": one.quote,
        "more": one.places - 1 if one.places > 1 else 0,
        "is_decided": one.is_decided,
        "is_rejected": one.is_rejected,
        "is_unsure": one.is_unsure,
        "is_added": fact.state == FactState.ADDED,
        "can_change": kind in SECTIONS and not one.is_rejected,
        "is_open": is_open,
        "was_touched": False,
        "picker": _picker(fact, concepts, text) if is_open and kind in CONCEPTS else None,
        "level": fact.value.get("level") or "",
        "level_choices": list(LEVELS) if kind == "language" else (),
        "eqf": fact.value.get("eqf"),
        "eqf_choices": eqf_choices() if kind == "education" else (),
        "field": fact.value.get("field") or "",
        "field_choices": list(FIELDS.items()) if kind == "education" else (),
        "years": fact.value.get("years"),
        **(_graduation(fact.value) if kind == "graduation" else {}),
    }


def _graduation(value: Mapping[str, Any]) -> dict[str, Any]:
    """The year and the month that a form shows of a graduation; a day shows its month."""
    first, last = str(value["earliest"]), str(value["latest"])
    month = int(first[5:7]) if first[:7] == last[:7] else None
    return {"year": int(last[:4]), "month": month, "months": month_choices()}


def _picker(fact: Any, concepts: Taxonomy, text: str | None) -> dict[str, Any]:
    """What can be said instead: what was searched for, or before that what lies close in the vocabulary."""
    asked = (text or "").strip()[:100]
    if asked:
        found = _section_add(fact.kind, asked)["hits"]
    else:
        concept = classifications.concept_page(fact.value["uri"], language=wording.reader_language())
        links = (*concept.related, *concept.narrower, *concept.broader) if concept else ()
        found = [(one.uri, wording.capital(one.label)) for one in links if one.kind == CONCEPTS[fact.kind]]
    return {"text": asked, "hits": [hit for hit in found if hit[0] != fact.value["uri"]][:MOST_HITS]}


def value_in_words(kind: str, value: Mapping[str, Any], concepts: Taxonomy) -> str:
    """A thing as its owner calls it: “Bachelor's level (EQF 6), Software development”."""
    if kind == "education":
        return wording.education(value)
    said = wording.fact_value(kind, {**value, "modality": None}, concepts)
    if kind == "language" and not value.get("level"):
        return _("%(language)s, level not said") % {"language": said.strip()}
    return said.strip()


def language_choices() -> list[tuple[str, str]]:
    """The four of the Nordic countries and English first, the others by name."""
    words = wording.words()
    first, rest = LANGUAGES[:4], LANGUAGES[4:]
    named = [(code, wording.capital(words.language_name(code))) for code in (*first, *rest)]
    return [*named[:4], *sorted(named[4:], key=lambda one: one[1])]


def month_choices() -> list[tuple[int, str]]:
    """January to December by number."""
    return [(number, wording.capital(date_format(dt.date(2000, number, 1), "F"))) for number in range(1, 13)]


def eqf_choices() -> list[tuple[int, str]]:
    words = wording.words()
    return [(level, wording.capital(words.eqf(level))) for level in range(2, 9)]


show_own, show_other = entrances(_show)
say_own, say_other = entrances(_say, writes=True)
undo_own, undo_other = entrances(_undo, writes=True)
add_own, add_other = entrances(_add, writes=True)
