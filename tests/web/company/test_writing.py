"""An opportunity is written: pasted, looked through, its languages said task by task, and opened."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import now

from brobygger.apps.base.models import User
from brobygger.apps.matching.queries import language_xray
from brobygger.apps.opportunities.actions import read_opportunity_again
from brobygger.apps.opportunities.adapters import load_opportunities
from brobygger.apps.opportunities.models import LanguageNeed, Opportunity
from brobygger.apps.organisations.enums import ContactRight, OrganisationState
from brobygger.core.reading import Level, Setting
from tests.factories import ContactFactory, OrganisationFactory
from tests.scenarios.first_match import FirstMatch
from tests.web.conftest import Visitor

AD = """Internship as a welder in Aarhus

Requirements
- You know welding
- It is an advantage if you know Python

Languages
- Danish at level B2 is required

37 hours a week. Application deadline: 1 March 2027.
"""
POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Welder",
    "description": "<p>You know <b>welding</b>.</p>",
    "totalJobOpenings": 2,
}


@pytest.fixture
def of_welding(moment: FirstMatch) -> User:
    return ContactFactory(organisation=moment.welding).user


def page(client: Client, address: str, **headers: str) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == 200, address
    return response.content.decode()


def fields(html: str) -> dict[str, str]:
    """What a browser would send with the form of an opportunity, as it stands."""
    form = html[html.index('<form class="two-wide') : html.index('<div class="row wrap-row save-bar">')]
    found = {}
    for tag in re.findall(r"<input [^>]*>", form):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name:
            found[name[1]] = unescape(value[1]) if value else ""
    for name, body in re.findall(r'<select[^>]* name="([^"]*)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', body)
        found[name] = unescape(chosen[1]) if chosen else ""
    for tag, body in re.findall(r"<select([^>]*)>(.*?)</select>", form, re.DOTALL):
        name = re.search(r'name="([^"]*)"', tag)
        chosen = re.search(r'<option value="([^"]*)" selected', body)
        if name:
            found[name[1]] = unescape(chosen[1]) if chosen else ""
    for name, body in re.findall(r'<textarea name="([^"]*)"[^>]*>\n?(.*?)</textarea>', form, re.DOTALL):
        found[name] = unescape(body)
    return found


def paste(client: Client, organisation: Any, text: str) -> Opportunity:
    answer = client.post("/opportunities/new/read/", {"organisation": organisation.pk, "text": text})
    assert answer.status_code == 302, answer.content.decode()
    return Opportunity.objects.latest("pk")


def facts(opportunity: Opportunity, kind: str) -> list[dict[str, Any]]:
    return [fact.value for fact in opportunity.facts.in_force().filter(kind=kind).order_by("pk")]


def test_form_fills_itself_and_shows_the_words(
    moment: FirstMatch, of_welding: User, visitor: Visitor
) -> None:
    company = visitor(of_welding)
    assert moment.welding.name in page(company, "/opportunities/new/")

    draft = paste(company, moment.welding, AD)

    html = page(company, f"/opportunities/{draft.pk}/edit/")
    said = fields(html)
    assert (draft.state, said["title"]) == ("draft", "Internship as a welder in Aarhus")
    assert (said["kind"], said["hours"], said["deadline"]) == ("internship", "37", "2027-03-01")
    assert (said["place"], said["country"]) == ("Aarhus", "DK")
    assert '<mark class="mark">Aarhus</mark>' in html
    assert '<mark class="mark mark-skill">welding</mark>' in html
    before = {kind: facts(draft, kind) for kind in ("place", "hours", "deadline", "skill", "language")}

    company.post(f"/opportunities/{draft.pk}/save/", said)  # as it stands: nothing changes

    assert {kind: facts(draft, kind) for kind in before} == before
    assert not draft.facts.exclude(state="read").exists()


def test_what_is_changed_corrects_the_fact(moment: FirstMatch, of_welding: User, visitor: Visitor) -> None:
    company = visitor(of_welding)
    draft = paste(company, moment.welding, AD)
    said = fields(page(company, f"/opportunities/{draft.pk}/edit/"))
    skills = {said[name]: name.removesuffix("-uri") for name in said if name.endswith("-uri")}
    said |= {
        "hours": "20-25",
        "kind": "",
        "start": "2027-04-01",
        "remote": "40",
        "months": "6",
        "pay": "30000",
        "places": "2",
        "place": "Aalborg",
        "title": "Welder wanted",
        "new_advantages": "project management, a word that nobody knows",
        skills["skill:welding"]: "preferred",
    }

    told = company.post(f"/opportunities/{draft.pk}/save/", said, follow=True).content.decode()

    assert "a word that nobody knows" in told
    draft.refresh_from_db()
    assert (draft.title, draft.kind, draft.places, draft.place_name) == ("Welder wanted", "", 2, "Aalborg")
    assert facts(draft, "hours") == [{"minimum": 20.0, "maximum": 25.0}]
    assert facts(draft, "remote") == [{"share": 0.4}]
    assert facts(draft, "start") == [{"date": "2027-04-01"}]
    assert facts(draft, "duration") == [{"months": 6.0}]
    assert facts(draft, "pay") == [{"minimum": 30000.0, "currency": "DKK", "period": "month"}]
    seen = load_opportunities(Opportunity.objects.filter(pk=draft.pk))[0]
    assert {need.uri: need.modality.value for need in seen.skills} == {
        "skill:welding": "preferred",
        "skill:python": "preferred",
        "skill:project": "preferred",
    }
    hours = draft.facts.get(kind="hours", state="added")
    assert draft.text[
        hours.span_start : hours.span_end
    ]  # the correction stands at the place of what was read
    again = fields(page(company, f"/opportunities/{draft.pk}/edit/"))
    assert (again["hours"], again["pay"], again["remote"]) == ("20–25", "30000", "40")
    company.post(f"/opportunities/{draft.pk}/save/", again | {"hours": "37"})
    assert facts(draft, "hours") == [{"minimum": 37.0, "maximum": 37.0}]


def test_who_pays_is_read_changed_and_shown(
    moment: FirstMatch, of_welding: User, visitor: Visitor, client: Client
) -> None:
    company = visitor(of_welding)
    draft = paste(company, moment.welding, f"{AD}\nThe internship is funded by the Nordhavn Foundation.\n")
    html = page(company, f"/opportunities/{draft.pk}/edit/")
    said = fields(html)
    assert (said["paid_by"], said["fund"]) == ("programme", "Nordhavn Foundation")
    assert '<mark class="mark">funded by the Nordhavn Foundation</mark>' in html
    assert "Shares and options are no pay" in html

    said |= {"paid_by": "unpaid", "fund": ""}
    company.post(f"/opportunities/{draft.pk}/save/", said | {"open": "1"})

    draft.refresh_from_db()
    assert (draft.paid_by, draft.fund, facts(draft, "payer")) == ("unpaid", "", [{"paid_by": "unpaid"}])
    assert [one["minimum"] for one in facts(draft, "pay")] == [0.0]  # unpaid is a pay of 0
    for address in (f"/opportunities/{draft.pk}/", f"/jobs/{draft.pk}/"):
        assert "<dt>Who pays</dt><dd>unpaid, for study credits</dd>" in page(company, address)


def test_nought_is_a_value_and_not_nothing(moment: FirstMatch, of_welding: User, visitor: Visitor) -> None:
    company = visitor(of_welding)
    draft = paste(company, moment.welding, AD)
    said = fields(page(company, f"/opportunities/{draft.pk}/edit/"))

    company.post(f"/opportunities/{draft.pk}/save/", said | {"months": "0", "remote": "0"})

    assert (facts(draft, "duration"), facts(draft, "remote")) == ([{"months": 0.0}], [{"share": 0.0}])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"hours": "many"}, "two with a dash"),
        ({"place": "Nowhereby"}, "nearest town"),
        ({"remote": "140"}, "less than or equal to 100"),
        ({"title": ""}, "required"),
        ({"start": "soon"}, "valid date"),
        ({"paid_by": "unpaid", "pay": "3000"}, "nobody pays money"),
        ({"paid_by": "company", "pay": "0"}, "A pay of 0 is unpaid"),
        ({"paid_by": "company", "fund": "Nordhavn Foundation"}, "has a name here"),
        ({"paid_by": "the queen"}, "valid choice"),
    ],
)
def test_wrong_field_says_so_and_nothing_is_lost(
    moment: FirstMatch, of_welding: User, visitor: Visitor, change: dict[str, str], said: str
) -> None:
    company = visitor(of_welding)
    form = fields(page(company, f"/opportunities/{moment.welder_ad.pk}/edit/"))
    answer = company.post(
        f"/opportunities/{moment.welder_ad.pk}/save/", {**form, "new_musts": "welding", **change}
    )
    assert answer.status_code == 422
    html = answer.content.decode()
    assert said in html
    assert 'value="welding"' in html


@pytest.mark.parametrize(
    "wrap", ["{}", '<html><head><script type="application/ld+json">{}</script></head></html>']
)
def test_job_posting_is_read_from_its_fields(
    moment: FirstMatch, of_welding: User, visitor: Visitor, wrap: str
) -> None:
    draft = paste(visitor(of_welding), moment.welding, wrap.replace("{}", json.dumps(POSTING)))
    assert (draft.title, draft.places) == ("Welder", 2)
    assert "{" not in draft.text
    assert [value["uri"] for value in facts(draft, "skill")] == ["skill:welding"]


@pytest.mark.parametrize("text", ["", "{", "<p></p>", "…"])
def test_nothing_to_read_is_said(moment: FirstMatch, of_welding: User, visitor: Visitor, text: str) -> None:
    before = Opportunity.objects.count()
    answer = visitor(of_welding).post(
        "/opportunities/new/read/", {"organisation": moment.welding.pk, "text": text}
    )
    assert answer.status_code == 422
    assert Opportunity.objects.count() == before


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/job/1",
        "  http://example.org/job/1\n",
        "www.example.org/job/1",
        "example.org/job/1",
        "<https://example.org/job/1>",
        "https://example.org/job/1\nhttps://example.org/job/2",
    ],
)
def test_address_of_an_ad_is_no_ad(
    moment: FirstMatch, of_welding: User, visitor: Visitor, address: str
) -> None:
    before = Opportunity.objects.count()
    answer = visitor(of_welding).post(
        "/opportunities/new/read/", {"organisation": moment.welding.pk, "text": address}
    )
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "Paste the text of the page, not its address." in html
    assert "example.org/job/1" in html, "what was pasted stays in the field"
    assert Opportunity.objects.count() == before


@pytest.mark.parametrize("title", ["Welder https://example.org/job/1", "ASP.NET", "Node.js/React developer"])
def test_title_with_a_dot_or_an_address_is_one(
    moment: FirstMatch, of_welding: User, visitor: Visitor, title: str
) -> None:
    assert paste(visitor(of_welding), moment.welding, title).title == title


def test_title_alone_begins_an_empty_form(moment: FirstMatch, of_welding: User, visitor: Visitor) -> None:
    company = visitor(of_welding)
    draft = paste(company, moment.welding, "Help in the kitchen")
    assert draft.title == "Help in the kitchen"
    opened = company.post(
        f"/opportunities/{draft.pk}/save/",
        fields(page(company, f"/opportunities/{draft.pk}/edit/")) | {"open": "1"},
    )
    draft.refresh_from_db()
    assert (draft.state, opened.headers["Location"]) == ("open", f"/opportunities/{draft.pk}/")


def test_waiting_company_keeps_its_draft(moment: FirstMatch, visitor: Visitor) -> None:
    organisation = OrganisationFactory(state=OrganisationState.APPLIED)
    company = visitor(ContactFactory(organisation=organisation).user)
    draft = paste(company, organisation, AD)
    html = page(company, f"/opportunities/{draft.pk}/edit/")
    assert "You can write drafts now" in html
    assert "Save and open" not in html
    told = company.post(f"/opportunities/{draft.pk}/save/", fields(html) | {"open": "1"}, follow=True)
    assert "still looking" in told.content.decode()
    draft.refresh_from_db()
    assert draft.state == "draft"
    assert moment.welder.alias not in page(company, f"/opportunities/{draft.pk}/")


@pytest.mark.parametrize("sent", ["", "0", "9" * 40, "no number", "another"])
def test_pasted_text_comes_back_where_no_company_was_chosen(
    moment: FirstMatch, of_welding: User, visitor: Visitor, sent: str
) -> None:
    second = ContactFactory(user=of_welding).organisation
    company = visitor(of_welding)
    start = page(company, "/opportunities/new/")
    assert '<option value="" selected>Choose</option>' in start, (
        "nobody writes for the first of them by accident"
    )
    sent = str(moment.software.pk) if sent == "another" else sent

    answer = company.post("/opportunities/new/read/", {"organisation": sent, "text": AD})

    html = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert re.search(r'id="id_organisation_error">Choose a company\.</p>', html)
    assert fields_of_start(html) == AD.strip()
    assert second.name in html
    assert not Opportunity.objects.exclude(pk__in=[moment.welder_ad.pk, moment.developer_ad.pk]).exists()


def fields_of_start(html: str) -> str:
    found = re.search(r'<textarea name="text"[^>]*>\n?(.*?)</textarea>', html, re.DOTALL)
    assert found
    return found[1].strip()


def test_reader_of_a_company_does_not_write(moment: FirstMatch, visitor: Visitor) -> None:
    reader = visitor(ContactFactory(organisation=moment.welding, right=ContactRight.READ).user)
    assert "no company that you may write for" in page(reader, "/opportunities/new/")
    assert reader.get(f"/opportunities/{moment.welder_ad.pk}/edit/").status_code == 403
    sent = {"organisation": moment.welding.pk, "text": AD}
    assert reader.post("/opportunities/new/read/", sent).status_code == 403


def test_xray_counts_each_step_down_exactly(moment: FirstMatch, of_welding: User, visitor: Visitor) -> None:
    company, ad = visitor(of_welding), moment.welder_ad
    asked = {"task:da:safety": "B2", "task:da:meetings": "B1"}

    html = page(company, f"/opportunities/{ad.pk}/x-ray/?" + "&".join(f"{k}={v}" for k, v in asked.items()))
    assert not LanguageNeed.objects.exists(), "asking stores nothing"
    xray = language_xray(ad, proposed={("da", "safety"): "B2", ("da", "meetings"): "B1"})
    (danish,) = [one for one in xray.languages if one.codes == ("da",)]
    tasks = {one.task.value: one for one in danish.tasks}
    steps = {step.level: step.change for step in tasks["safety"].steps}
    assert (danish.stated, danish.remains) == (Level.B2, Level.B2)
    assert steps[Level.A1] == steps[Level.B1], "below the meetings nothing more opens"
    assert all(step.change == 0 for step in tasks["meetings"].steps), (
        "the safety instructions still ask for B2"
    )
    fragment = page(company, f"/opportunities/{ad.pk}/x-ray/?task:da:safety=no", **{"HX-Request": "true"})
    assert fragment.lstrip().startswith("<section")
    assert "Danish" in html

    form = fields(page(company, f"/opportunities/{ad.pk}/edit/"))
    eligible = xray.eligible
    company.post(f"/opportunities/{ad.pk}/save/", form | asked)
    assert language_xray(ad).eligible == eligible
    form = fields(page(company, f"/opportunities/{ad.pk}/edit/"))
    company.post(
        f"/opportunities/{ad.pk}/save/",
        form | {"task:da:safety": "no", "task:da:meetings": "", "task:da:coffee": "A2"},
    )

    after = language_xray(ad)
    opened = {**{one.level: one.change for one in tasks["safety"].steps}}
    assert after.eligible >= eligible + opened[Level.A1]
    seen = load_opportunities(Opportunity.objects.filter(pk=ad.pk))[0]
    assert [(one.level, one.setting) for one in seen.languages] == [(Level.A2, Setting.INFORMAL)]
    kept = {one.task: (one.level, one.stated_level) for one in LanguageNeed.objects.all()}
    assert kept == {"safety": ("", "B2"), "coffee": ("A2", "A2")}
    html = page(company, f"/opportunities/{ad.pk}/edit/")
    assert "First B2 was asked for; the work does not need it." in html


def test_text_with_blank_lines_at_its_end_is_no_new_text(
    moment: FirstMatch, of_welding: User, visitor: Visitor
) -> None:
    company, ad = visitor(of_welding), moment.welder_ad
    assert ad.text.endswith("\n")
    fact = ad.facts.filter(kind="skill").first()
    assert fact is not None
    form = fields(page(company, f"/opportunities/{ad.pk}/edit/"))
    company.post(f"/opportunities/{ad.pk}/save/", form | {"skill-0": ""})
    company.post(f"/opportunities/{ad.pk}/save/", fields(page(company, f"/opportunities/{ad.pk}/edit/")))
    fact.refresh_from_db()
    assert fact.state == "rejected"
    form = fields(page(company, f"/opportunities/{ad.pk}/edit/"))
    company.post(f"/opportunities/{ad.pk}/save/", form | {"text": "Baker\nYou bake."})
    ad.refresh_from_db()
    assert ad.text == "Baker\nYou bake."
    assert not ad.facts.filter(pk=fact.pk).exists()


def test_highest_task_counts(moment: FirstMatch, of_welding: User, visitor: Visitor) -> None:
    company, ad = visitor(of_welding), moment.welder_ad
    form = fields(page(company, f"/opportunities/{ad.pk}/edit/"))
    company.post(
        f"/opportunities/{ad.pk}/save/",
        form
        | {
            "task:da:floor": "A2",
            "task:da:customers": "C1",
            "task:en:documentation": "B1",
            "task:da:x": "B1",
        },
    )
    seen = load_opportunities(Opportunity.objects.filter(pk=ad.pk))[0]
    assert {(one.codes, one.level) for one in seen.languages} == {(("da",), Level.C1), (("en",), Level.B1)}
    assert "What is the language used for?" not in page(company, f"/opportunities/{ad.pk}/")


# --- two people write the same opportunity -----------------------------------------------------------------
@pytest.fixture
def two(moment: FirstMatch, of_welding: User, visitor: Visitor) -> tuple[Client, Client, Opportunity]:
    """Two colleagues, and a draft of theirs."""
    first, second = visitor(of_welding), visitor(ContactFactory(organisation=moment.welding).user)
    return first, second, paste(first, moment.welding, AD)


def skill_field(said: dict[str, str], uri: str) -> str:
    return next(name.removesuffix("-uri") for name, value in said.items() if value == uri)


def test_who_saves_second_is_told_and_loses_nothing(two: tuple[Client, Client, Opportunity]) -> None:
    first, second, draft = two
    edit, save = f"/opportunities/{draft.pk}/edit/", f"/opportunities/{draft.pk}/save/"
    mine, theirs = fields(page(first, edit)), fields(page(second, edit))
    theirs |= {"hours": "20", "title": "Welder", skill_field(theirs, "skill:welding"): "preferred"}
    theirs |= {"task:da:meetings": "B2", "places": "3"}
    assert second.post(save, theirs).status_code == 302
    mine |= {"hours": "30", "new_musts": "project management", "text": AD + "We look forward to your mail."}

    answer = first.post(save, mine)

    assert answer.status_code == 409
    html = answer.content.decode()
    told = html[html.index('id="meanwhile"') : html.index('<form class="two-wide')]
    for what in ("Hours a week", "Title", "Welding", "Danish: ", "Number of places"):
        assert what in told
    assert '<del class="muted">37</del> → <ins>20</ins>' in told
    assert facts(draft, "hours") == [{"minimum": 20.0, "maximum": 20.0}], "nothing is saved yet"
    standing = fields(html)
    assert standing["hours"] == "30", "both changed it: what was typed here stands"
    assert standing["new_musts"] == "project management"
    assert standing["text"].endswith("We look forward to your mail.")
    assert standing["title"] == "Welder", "not touched here: as the other left it"
    assert standing["places"] == "3"
    assert standing["task:da:meetings"] == "B2"
    assert standing[skill_field(standing, "skill:welding")] == "preferred"

    assert first.post(save, standing).status_code == 302
    draft.refresh_from_db()
    assert draft.title == "Welder"
    assert draft.text.strip().endswith("We look forward to your mail.")
    assert {"minimum": 30.0, "maximum": 30.0} in facts(draft, "hours"), "beside what the new text says"


def test_text_that_the_other_wrote_stands_where_one_has_not_touched_it(
    two: tuple[Client, Client, Opportunity],
) -> None:
    first, second, draft = two
    edit, save = f"/opportunities/{draft.pk}/edit/", f"/opportunities/{draft.pk}/save/"
    mine, theirs = fields(page(first, edit)), fields(page(second, edit))
    second.post(save, theirs | {"text": AD + "Apply today."})

    answer = first.post(save, mine | {"title": "Welder"})

    assert answer.status_code == 409
    assert "another text" in answer.content.decode()
    standing = fields(answer.content.decode())
    assert standing["text"].strip().endswith("Apply today.")
    first.post(save, standing)
    draft.refresh_from_db()
    assert (draft.title, draft.text.strip().endswith("Apply today.")) == ("Welder", True)


def test_skill_that_the_other_took_away_stands_where_one_has_changed_it(
    two: tuple[Client, Client, Opportunity],
) -> None:
    first, second, draft = two
    edit, save = f"/opportunities/{draft.pk}/edit/", f"/opportunities/{draft.pk}/save/"
    mine, theirs = fields(page(first, edit)), fields(page(second, edit))
    second.post(save, theirs | {skill_field(theirs, uri): "" for uri in ("skill:welding", "skill:python")})

    answer = first.post(save, mine | {skill_field(mine, "skill:welding"): "preferred"})

    standing = fields(answer.content.decode())
    assert standing[skill_field(standing, "skill:welding")] == "preferred"
    assert "skill:python" not in standing.values(), "not touched here"
    first.post(save, standing)
    assert [(one["uri"], one["modality"]) for one in facts(draft, "skill")] == [
        ("skill:welding", "preferred")
    ]


def test_who_saves_twice_in_a_row_is_not_asked(two: tuple[Client, Client, Opportunity]) -> None:
    first, _second, draft = two
    edit, save = f"/opportunities/{draft.pk}/edit/", f"/opportunities/{draft.pk}/save/"

    for hours in ("20", "30"):
        assert first.post(save, fields(page(first, edit)) | {"hours": hours}).status_code == 302


def test_form_that_does_not_say_what_it_was_made_with_is_taken_as_it_is(
    two: tuple[Client, Client, Opportunity],
) -> None:
    first, second, draft = two
    edit, save = f"/opportunities/{draft.pk}/edit/", f"/opportunities/{draft.pk}/save/"
    mine = fields(page(first, edit))
    second.post(save, fields(page(second, edit)) | {"hours": "20"})

    assert first.post(save, mine | {"seen": "nonsense", "hours": "30"}).status_code == 302


# --- who is looked for -------------------------------------------------------------------------------------
WHO = """Welder in Aarhus

Requirements
- You have a bachelor's degree in mechanical engineering
- At least 3 years of experience are required
- You know welding
"""


def as_matched(opportunity: Opportunity) -> Any:
    return load_opportunities(Opportunity.objects.filter(pk=opportunity.pk))[0]


@pytest.fixture
def with_background(moment: FirstMatch, of_welding: User, visitor: Visitor) -> tuple[Client, Opportunity]:
    company = visitor(of_welding)
    return company, paste(company, moment.welding, WHO)


def test_form_shows_what_was_read_of_the_person_looked_for(
    with_background: tuple[Client, Opportunity],
) -> None:
    company, draft = with_background
    html = page(company, f"/opportunities/{draft.pk}/edit/")
    said, seen = fields(html), as_matched(draft)

    assert (said["education"], said["education_counts"]) == (str(seen.eqf), "required") == ("6", "required")
    assert said["study"] == seen.fields[0]
    assert (said["experience"], said["experience_counts"]) == ("3", "required")
    assert [said["occupation-0-uri"]] == list(seen.occupations)
    assert said["occupation-0"] == "required"
    company.post(f"/opportunities/{draft.pk}/save/", said)  # as it stands: nothing changes
    assert not draft.facts.exclude(state="read").exists()


def test_what_is_corrected_of_the_person_counts_in_a_match_and_stays(
    with_background: tuple[Client, Opportunity],
) -> None:
    company, draft = with_background
    edit, save = f"/opportunities/{draft.pk}/edit/", f"/opportunities/{draft.pk}/save/"
    said = fields(page(company, edit))
    before = as_matched(draft).occupations

    said |= {"education": "4", "education_counts": "preferred", "study": "0715"}
    said |= {"experience": "1.5", "experience_counts": "preferred"}
    said |= {"occupation-0": "", "new_occupations": "software developer, a word that nobody knows"}
    told = company.post(save, said, follow=True).content.decode()

    assert "a word that nobody knows" in told
    for is_read_again in (False, True):
        if is_read_again:
            read_opportunity_again(opportunity=draft, by=None, at=now())
        seen = as_matched(draft)
        assert (seen.eqf, seen.eqf_modality.value, seen.fields) == (4, "preferred", ("0715",))
        assert seen.experience_years == 1.5
        assert len(seen.occupations) == 1
        assert seen.occupations != before
    standing = fields(page(company, edit))
    assert (standing["education"], standing["study"], standing["experience"]) == ("4", "0715", "1.5")
    added = draft.facts.filter(kind__in=("education", "experience", "occupation"), state="added")
    assert {(one.kind, one.method) for one in added} == {
        ("education", "person"),
        ("experience", "person"),
        ("occupation", "person"),
    }
    assert added.filter(kind="occupation").get().role == "title", "it stands in the place of what was read"


def test_what_is_taken_away_of_the_person_asks_for_nothing(
    with_background: tuple[Client, Opportunity],
) -> None:
    company, draft = with_background
    said = fields(page(company, f"/opportunities/{draft.pk}/edit/"))

    company.post(
        f"/opportunities/{draft.pk}/save/",
        said | {"education": "", "study": "", "experience": "", "occupation-0": ""},
    )

    seen = as_matched(draft)
    assert (seen.eqf, seen.fields, seen.experience_years, seen.occupations) == (None, (), None, ())


def test_several_fields_of_study_stay_while_the_level_is_corrected(
    moment: FirstMatch, of_welding: User, visitor: Visitor
) -> None:
    company = visitor(of_welding)
    draft = paste(
        company,
        moment.welding,
        "Engineer\n\nRequirements\n- A bachelor's degree in mechanical engineering or in computer science\n",
    )
    fields_before = set(as_matched(draft).fields)
    form = page(company, f"/opportunities/{draft.pk}/edit/")
    said = fields(form)
    assert "These count, too: Software development." in form

    company.post(f"/opportunities/{draft.pk}/save/", said | {"education": "7"})

    seen = as_matched(draft)
    assert len(fields_before) == 2
    assert (seen.eqf, set(seen.fields)) == (7, fields_before)


def test_other_companies_and_forms_of_before_change_nothing(
    moment: FirstMatch, with_background: tuple[Client, Opportunity], visitor: Visitor
) -> None:
    company, draft = with_background
    said = fields(page(company, f"/opportunities/{draft.pk}/edit/"))
    stranger = visitor(ContactFactory(organisation=OrganisationFactory()).user)
    assert stranger.post(f"/opportunities/{draft.pk}/save/", said | {"education": "8"}).status_code in (
        403,
        404,
    )

    old = {
        name: value
        for name, value in said.items()
        if not name.startswith(("education", "study", "experience", "occupation", "seen"))
    }
    company.post(f"/opportunities/{draft.pk}/save/", old)

    seen = as_matched(draft)
    assert (seen.eqf, seen.experience_years, len(seen.occupations)) == (6, 3.0, 1)
