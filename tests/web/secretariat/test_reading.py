"""What was read, sentence by sentence: who may look, what is shown, and a correction with and without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.classifications.models import Correction
from tests.factories import CandidateDocumentFactory, CandidateFactFactory, OpportunityFactFactory
from tests.scenarios.first_match import FirstMatch
from tests.web.conftest import Visitor

RUN_THE_PROGRAMME = {Role.MANAGER, Role.SECRETARIAT}
HTMX = {"HX-Request": "true"}


def shown(client: Client, address: str, **fields: str) -> str:
    response = client.get(address, fields)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("role", list(Role))
def test_pages_open_for_those_who_run_the_programme_only(
    vocabulary: object, visitor: Visitor, role: Role
) -> None:
    fact, client = OpportunityFactFactory(), visitor(role)
    allowed = role in RUN_THE_PROGRAMME

    for address in ("/reading/", f"/reading/ads/{fact.pk}/"):
        assert client.get(address).status_code == (200 if allowed else 403)
    answer = client.post(f"/reading/ads/{fact.pk}/correct/", {"said": "right"})
    assert answer.status_code == (302 if allowed else 403)
    fact.refresh_from_db()
    assert fact.state == ("confirmed" if allowed else "read")


@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize(("source", "queries"), [("ads", 8), ("cvs", 9)])
def test_list_takes_a_fixed_number_of_queries(
    vocabulary: object,
    visitor: Visitor,
    source: str,
    queries: int,
    size: int,
    django_assert_num_queries: Callable[..., object],
) -> None:
    for _ in range(size):
        if source == "ads":
            OpportunityFactFactory()
        else:
            CandidateFactFactory(candidate=CandidateDocumentFactory().candidate)
    client = visitor(Role.MANAGER)

    with django_assert_num_queries(queries + 2):  # the permissions of the menu take two
        html = shown(client, "/reading/", source=source)

    assert f">{size} sentence{'' if size == 1 else 's'}<" in html
    assert html.count('class="mark mark-skill">welding') + html.count('title="Skill: welding') >= size


def test_sentence_is_shown_with_what_was_read_how_and_how_surely(
    vocabulary: object, visitor: Visitor
) -> None:
    OpportunityFactFactory(
        opportunity__text="Svejser\nDu kan svejse.\n", span_start=15, span_end=21, sentence_start=8
    )

    html = shown(visitor(Role.SECRETARIAT, "da"), "/reading/")

    assert '<mark class="mark mark-skill" title="Kompetence: svejsning (et krav)">svejse</mark>' in html
    assert "<strong>Svejsning (et krav)</strong>" in html
    assert "90 %" in html.replace("\xa0", " ")
    assert "et ord i ordforrådet" in html
    assert "lærer ikke af rettelser" in html


def test_sentences_of_cvs_hide_who_it_is(moment: FirstMatch, visitor: Visitor) -> None:
    document = moment.welder.document
    document.text = "Ida Prøvesen can weld\n"
    document.save()
    name = {"kind": "contact", "value": {"kind": "name"}, "sentence_start": 0}
    contact = CandidateFactFactory(candidate=moment.welder, span_start=0, span_end=12, **name)
    CandidateFactFactory(
        candidate=moment.welder, span_start=17, span_end=21, sentence_start=0, confidence=0.1
    )
    client = visitor(Role.SECRETARIAT)

    html = shown(client, "/reading/", source="cvs", kind="skill", below="70")

    assert "Talent 001" in html
    assert "1 sentence<" in html
    assert "Prøvesen" not in html
    assert client.get(f"/reading/cvs/{contact.pk}/").status_code == 404


def test_filters_and_pages_keep_what_was_chosen(vocabulary: object, visitor: Visitor) -> None:
    for _ in range(13):
        OpportunityFactFactory()
    client = visitor(Role.SECRETARIAT)

    assert "page=2" in shown(client, "/reading/", kind="skill")
    html = shown(client, "/reading/", kind="skill", page="2")
    assert html.count('class="sentence"') == 1
    assert "kind=skill&amp;page=2" in html
    for fields in ({"kind": "pay"}, {"language": "sv"}, {"below": "80"}, {"shown": "corrected"}):
        assert "No sentence fits these choices" in shown(client, "/reading/", **fields)
    assert "13 sentences" in shown(client, "/reading/", kind="nonsense", below="x", shown="x", source="x")


def test_wrong_takes_a_fact_out_and_undo_brings_it_back(vocabulary: object, visitor: Visitor) -> None:
    fact, client = OpportunityFactFactory(), visitor(Role.SECRETARIAT)

    answer = client.post(f"/reading/ads/{fact.pk}/correct/", {"said": "wrong"}, headers=HTMX).content.decode()

    assert answer.lstrip().startswith('<li class="sentence"')
    assert "Noted, for this record and for the next evaluation." in answer
    fact.refresh_from_db()
    assert fact.state == "rejected"
    undo = f"/reading/corrections/{Correction.objects.get().pk}/undo/"
    assert undo in answer
    assert undo in shown(client, "/reading/", shown="corrected")

    assert "Undone." in client.post(undo, headers=HTMX).content.decode()
    fact.refresh_from_db()
    assert fact.state == "read"


def test_without_scripts_the_list_comes_back_as_it_was(vocabulary: object, visitor: Visitor) -> None:
    fact, client = OpportunityFactFactory(), visitor(Role.SECRETARIAT)
    query = "source=ads&kind=skill&shown=all"

    response = client.post(f"/reading/ads/{fact.pk}/correct/", {"said": "right", "query": query}, follow=True)

    assert response.redirect_chain == [(f"/reading/?{query}", 302)]
    html = response.content.decode()
    assert "Noted, for this record" in html
    assert "chip-match" in html


def test_something_else_is_found_in_any_language_and_picked(vocabulary: object, visitor: Visitor) -> None:
    fact, client = OpportunityFactFactory(), visitor(Role.SECRETARIAT)
    address = f"/reading/ads/{fact.pk}/"

    html = shown(client, address, text="projektledelse")
    assert "Back to the list" in html
    assert '<button class="hit" name="uri" value="skill:project">Project management</button>' in html
    fragment = client.get(address, {"text": "xyz"}, headers=HTMX).content.decode()
    assert "<html" not in fragment
    assert "No concept has that word" in fragment
    client.post(f"{address}correct/", {"said": "other", "uri": "skill:project"}, headers=HTMX)

    one = Correction.objects.get()
    assert (one.said, one.right["uri"], one.right["label"]) == (
        "other",
        "skill:project",
        "project management",
    )
    assert fact.opportunity.facts.in_force().get().value["uri"] == "skill:project"


def test_level_of_a_language_is_picked(vocabulary: object, visitor: Visitor) -> None:
    value = {"code": "da", "level": "B2", "modality": "required", "setting": "formal"}
    fact, client = OpportunityFactFactory(kind="language", value=value), visitor(Role.SECRETARIAT)

    assert "<option selected>B2</option>" in shown(client, f"/reading/ads/{fact.pk}/")
    fields = {"said": "other", "level": "A2", "modality": "preferred", "setting": "informal"}
    client.post(f"/reading/ads/{fact.pk}/correct/", fields)

    right = {"code": "da", "level": "A2", "modality": "preferred", "setting": "informal"}
    assert fact.opportunity.facts.in_force().get().value == right


@pytest.mark.parametrize(
    "fields",
    [{}, {"said": "perhaps"}, {"said": "other"}, {"said": "other", "uri": "occupation:welder"}],
)
def test_answer_that_makes_no_sense_is_refused(
    vocabulary: object, visitor: Visitor, fields: dict[str, str]
) -> None:
    fact = OpportunityFactFactory()

    assert visitor(Role.SECRETARIAT).post(f"/reading/ads/{fact.pk}/correct/", fields).status_code == 400
    assert not Correction.objects.exists()


def test_what_is_not_there_is_not_found(vocabulary: object, visitor: Visitor) -> None:
    client = visitor(Role.SECRETARIAT)
    assert client.get("/reading/ads/1/").status_code == 404
    assert client.post("/reading/corrections/1/undo/").status_code == 404
