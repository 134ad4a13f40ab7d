"""The X-ray is filled in with what the ad says of who uses which language for what; the company's word stays."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from django.utils.timezone import now

from brobygger.apps.matching.queries import language_xray
from brobygger.apps.opportunities import enums
from brobygger.apps.opportunities.actions import read_opportunity_again
from brobygger.apps.opportunities.adapters import load_opportunities
from brobygger.apps.opportunities.models import LanguageNeed, Opportunity
from brobygger.apps.people.models import CandidateFact, CandidateProfile
from brobygger.core import reading
from brobygger.core.reading import Level
from tests.factories import ContactFactory
from tests.scenarios.first_match import FirstMatch
from tests.web.company.test_writing import fields, page, paste
from tests.web.conftest import Visitor

AD = """Welder in Aarhus

You know welding.

Languages
- Danish at level B2 is required
- Meetings are held in Danish
- You need Danish at A2 to understand the safety instructions
- Dialogue with customers is in German
- Swedish is not required for meetings

37 hours a week.
"""
SLIGHT = """Welder in Aarhus

You know welding.

Languages
- Fluent Danish (C1) is required
- Danish at B1 is enough to understand the safety instructions
"""


@pytest.fixture
def company(moment: FirstMatch, visitor: Visitor) -> Client:
    return visitor(ContactFactory(organisation=moment.welding).user)


@pytest.fixture
def ad(moment: FirstMatch, company: Client) -> Opportunity:
    return paste(company, moment.welding, AD)


def tasks_in(html: str) -> dict[str, str]:
    """The fields of the X-ray in which something is chosen."""
    return {name: value for name, value in fields(html).items() if name.startswith("task:") and value}


def edit(company: Client, ad: Opportunity, **changed: str) -> dict[str, str]:
    """Save the form with some of its fields changed; the tasks that it then shows."""
    form = fields(page(company, f"/opportunities/{ad.pk}/edit/"))
    sent = {name.replace("__", ":"): value for name, value in changed.items()}
    assert company.post(f"/opportunities/{ad.pk}/save/", form | sent).status_code == 302
    return tasks_in(page(company, f"/opportunities/{ad.pk}/edit/"))


def stored() -> dict[tuple[str, str], tuple[str, str]]:
    return {(one.codes, one.task): (one.modality, one.level) for one in LanguageNeed.objects.all()}


def test_tasks_are_the_same_in_the_reader_and_in_the_form() -> None:
    assert [one.value for one in enums.LanguageTask] == [one.value for one in reading.LanguageTask]


def beside(html: str, name: str) -> str:
    """What stands beside a field of the X-ray, without its steps."""
    row = html[html.index(f'id="{name}"') :]
    found = re.search(r'</select>(.*?)(?:<p class="step-row|</li>)', row, re.DOTALL)
    assert found is not None
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split())


def test_tasks_are_filled_in_with_the_words_of_the_ad(company: Client, ad: Opportunity) -> None:
    html = unescape(page(company, f"/opportunities/{ad.pk}/edit/"))

    assert tasks_in(html) == {"task:da:safety": "A2", "task:da:meetings": "B2"}
    assert (
        beside(html, "task:da:safety") == "from You need Danish at A2 to understand the safety instructions"
    )
    whole = "The level is that of the language as a whole."
    assert beside(html, "task:da:meetings") == f"from Meetings are held in Danish {whole}"
    open_level = "The ad says no level: choose one."
    assert beside(html, "task:de:customers") == f"from Dialogue with customers is in German {open_level}"
    assert beside(html, "task:da:customers") == ""
    assert "task:sv:meetings" not in tasks_in(html), "what is not needed asks for nothing"


def test_what_is_left_as_the_ad_says_it_is_not_stored(company: Client, ad: Opportunity) -> None:
    before = language_xray(ad).eligible
    assert edit(company, ad, hours="30") == {"task:da:safety": "A2", "task:da:meetings": "B2"}
    assert stored() == {}
    assert language_xray(ad).eligible == before


def test_company_that_changes_one_task_says_all_of_that_language(company: Client, ad: Opportunity) -> None:
    edit(company, ad, task__da__meetings="B1")

    assert stored() == {("da", "safety"): ("required", "A2"), ("da", "meetings"): ("required", "B1")}
    seen = load_opportunities(Opportunity.objects.filter(pk=ad.pk))[0]
    assert [(one.codes, one.level) for one in seen.languages if one.codes == ("da",)] == [(("da",), Level.B1)]


def test_reading_again_changes_nothing_that_the_company_said(company: Client, ad: Opportunity) -> None:
    said = edit(company, ad, task__da__meetings="", task__da__safety="B1", task__de__customers="C1")
    assert said == {"task:da:safety": "B1", "task:de:customers": "C1"}

    ad.refresh_from_db()
    read_opportunity_again(opportunity=ad, by=None, at=now())
    assert tasks_in(page(company, f"/opportunities/{ad.pk}/edit/")) == said
    assert edit(company, ad, text=AD + "The documentation is in Danish.") == said
    html = page(company, f"/opportunities/{ad.pk}/edit/")
    assert beside(html, "task:da:documentation").startswith("from The documentation is in Danish")


def test_task_that_is_taken_out_stays_out_when_the_ad_is_read_again(company: Client, ad: Opportunity) -> None:
    assert edit(company, ad, task__da__meetings="", task__da__safety="") == {}
    assert stored() == {}

    ad.refresh_from_db()
    read_opportunity_again(opportunity=ad, by=None, at=now())
    assert tasks_in(page(company, f"/opportunities/{ad.pk}/edit/")) == {}


def test_ad_that_asks_more_of_a_language_than_of_its_tasks_keeps_it(
    moment: FirstMatch, company: Client
) -> None:
    ad = paste(company, moment.welding, SLIGHT)

    shown = tasks_in(page(company, f"/opportunities/{ad.pk}/edit/"))
    assert shown == {"task:da:safety": "B1", "task:da:other": "C1"}
    (danish,) = [one for one in language_xray(ad).languages if one.codes == ("da",)]
    steps = {one.task.value: [step.change for step in one.steps] for one in danish.tasks if one.steps}
    assert set(steps["safety"]) == {0}, "the rest of the work still asks for C1"
    assert edit(company, ad, task__da__safety="A2")["task:da:other"] == "C1"
    seen = load_opportunities(Opportunity.objects.filter(pk=ad.pk))[0]
    assert [one.level for one in seen.languages] == [Level.C1]


def test_language_that_is_spoken_there_and_elsewhere_an_advantage_is_no_must(
    moment: FirstMatch, company: Client
) -> None:
    text = "Welder in Aarhus\n\nYou know welding.\n\n- Danish at B1 is an advantage\n- Meetings are held in Danish\n"
    ad = paste(company, moment.welding, text)

    html = page(company, f"/opportunities/{ad.pk}/edit/")
    assert tasks_in(html) == {"task:da:meetings": "B1"}
    assert beside(html, "task:da:meetings").startswith("as an advantage from Meetings are held in Danish")
    edit(company, ad, task__da__coffee="A1")
    assert stored()[("da", "meetings")] == ("preferred", "B1")


def test_steps_of_several_tasks_together_are_counted(moment: FirstMatch, company: Client) -> None:
    text = "Welder in Aarhus\n\nYou know welding.\n\n- Danish at C2 is required\n- Meetings and reports are in Danish\n"
    ad = paste(company, moment.welding, text)
    facts = CandidateFact.objects.filter(candidate=moment.welder, kind="language", value__code="da")
    facts.update(value={**facts.get().value, "level": "B2"})  # C1 would be one level short of C2 alone
    CandidateProfile.objects.all().delete()

    (danish,) = [one for one in language_xray(ad).languages if one.codes == ("da",)]
    alone = {step.change for one in danish.tasks for step in one.steps}
    assert alone == {0}, "the other task still asks for C2"
    lowered = {("da", "meetings"): "C1", ("da", "documentation"): "C1"}
    together = {step.level: step.change for step in danish.together}
    assert together[Level.C1] == language_xray(ad, proposed=lowered).eligible - language_xray(ad).eligible > 0
    assert "If no task needs more than" in page(company, f"/opportunities/{ad.pk}/edit/")
    (after,) = [
        one
        for one in language_xray(ad, proposed={("da", "meetings"): "B1"}).languages
        if one.codes == ("da",)
    ]
    assert after.together == (), "one task alone asks for the most: its own steps tell"


def test_candidates_read_what_a_language_is_for(company: Client, ad: Opportunity) -> None:
    html = unescape(page(company, f"/opportunities/{ad.pk}/"))
    assert "Danish A2 for safety instructions" in html
    assert "German for customers" in html


def test_a_level_that_the_ad_does_not_say_is_told_as_counted(company: Client, ad: Opportunity) -> None:
    html = unescape(company.get(f"/opportunities/{ad.pk}/edit/").content.decode())
    (german,) = re.findall(r"<summary><b>German</b>.*?</summary>", html, re.DOTALL)
    (danish,) = re.findall(r"<summary><b>Danish</b>.*?</summary>", html, re.DOTALL)

    assert "the ad: no level, counted as B2" in german
    assert "the ad: B2, " in danish
