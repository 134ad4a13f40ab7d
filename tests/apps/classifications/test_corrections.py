"""Corrections: kept row by row, applied to the record, taken back, written for the next evaluation."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from benchmarks.corrections import agreement, table
from brobygger.apps.base.models import AuditEntry
from brobygger.apps.classifications.enums import DocumentSort, FactState, Said
from brobygger.apps.classifications.models import Correction
from brobygger.apps.classifications.queries import (
    SentenceFilter,
    SentenceKey,
    reader,
    standing_corrections,
)
from brobygger.apps.classifications.queries.sentences import ASSUMED
from brobygger.apps.opportunities import actions as ad_actions
from brobygger.apps.opportunities import queries as ads
from brobygger.apps.opportunities.models import OpportunityFact
from brobygger.apps.people import actions as cv_actions
from brobygger.apps.people import queries as cvs
from brobygger.cli.commands.corrections import write
from brobygger.core.reading import Skill
from tests.factories import (
    CandidateDocumentFactory,
    CandidateFactFactory,
    CandidateIdentityFactory,
    OpportunityFactFactory,
    UserFactory,
)
from tests.factories.moments import LATER, NOW
from tests.scenarios.first_match import FirstMatch, first_match

PYTHON = Skill("skill:python", "Python")


@pytest.fixture
def moment(vocabulary: object) -> FirstMatch:
    return first_match()


def test_correction_keeps_words_place_and_who_said_it(db: None) -> None:
    fact, user = OpportunityFactFactory(), UserFactory(username="someone")

    ad_actions.correct_fact(fact=fact, state=FactState.REJECTED, value=PYTHON, by=user, at=NOW)

    one = Correction.objects.get()
    assert (one.document_sort, one.document_id, one.fact_id) == ("ad", fact.opportunity_id, fact.pk)
    assert (one.words, one.span_start, one.span_end, one.said) == ("welding", 16, 23, Said.OTHER)
    assert (one.read["uri"], one.right["uri"]) == ("skill:welding", "skill:python")
    assert (one.at, one.by_id, one.by_name) == (NOW, user.pk, "someone")
    assert AuditEntry.objects.get().changes["correction"] == one.pk


def test_correction_repeated_is_one_row(db: None) -> None:
    fact = CandidateFactFactory(candidate=CandidateDocumentFactory().candidate)
    for at in (NOW, LATER):
        cv_actions.correct_fact(fact=fact, state=FactState.CONFIRMED, by=None, at=at)

    assert Correction.objects.get().said == Said.RIGHT


def test_correction_of_a_contact_line_keeps_no_words(db: None) -> None:
    document = CandidateDocumentFactory()
    fact = CandidateFactFactory(candidate=document.candidate, kind="contact", value={"kind": "name"})
    cv_actions.correct_fact(fact=fact, state=FactState.REJECTED, by=None, at=NOW)

    assert Correction.objects.get().words == ""


def test_correction_is_never_changed_or_removed(db: None) -> None:
    ad_actions.correct_fact(fact=OpportunityFactFactory(), state=FactState.CONFIRMED, by=None, at=NOW)
    one = Correction.objects.get()

    for change in (one.save, one.delete, Correction.objects.all().delete):
        with pytest.raises(RuntimeError, match="never"):
            change()
    with pytest.raises(RuntimeError, match="never"):
        Correction.objects.update(said=Said.WRONG)


@pytest.mark.parametrize(
    ("state", "value"),
    [(FactState.CONFIRMED, None), (FactState.REJECTED, None), (FactState.REJECTED, PYTHON)],
)
def test_undone_correction_leaves_the_record_as_it_was(
    db: None, state: FactState, value: Skill | None
) -> None:
    fact = OpportunityFactFactory()
    before = list(OpportunityFact.objects.values())
    ad_actions.correct_fact(fact=fact, state=state, value=value, by=None, at=NOW)
    correction = Correction.objects.get()

    for at in (LATER, LATER):
        ad_actions.undo_correction(correction=correction, by=None, at=at)

    assert list(OpportunityFact.objects.values()) == before
    assert [one.said for one in Correction.objects.all()][1:] == [Said.UNDONE]
    assert not standing_corrections(DocumentSort.AD).exists()
    assert AuditEntry.objects.filter(action="opportunities.undo_correction").exists()


def test_undo_refuses_what_was_corrected_again(db: None) -> None:
    fact = OpportunityFactFactory()
    for state in (FactState.CONFIRMED, FactState.REJECTED):
        ad_actions.correct_fact(fact=fact, state=state, by=None, at=NOW)
    first, second = Correction.objects.all()

    with pytest.raises(ad_actions.ImpossibleCorrection, match="corrected again"):
        ad_actions.undo_correction(correction=first, by=None, at=LATER)
    for correction in (second, first):
        ad_actions.undo_correction(correction=correction, by=None, at=LATER)

    fact.refresh_from_db()
    assert fact.state == FactState.READ


def test_undo_refuses_when_the_fact_is_gone(db: None) -> None:
    fact = OpportunityFactFactory()
    ad_actions.correct_fact(fact=fact, state=FactState.CONFIRMED, by=None, at=NOW)
    fact.delete()

    with pytest.raises(ad_actions.ImpossibleCorrection, match="replaced since"):
        ad_actions.undo_correction(correction=Correction.objects.get(), by=None, at=LATER)


def test_sentences_are_listed_the_least_sure_first(moment: FirstMatch) -> None:
    user = UserFactory()
    rows = list(ads.read_sentences(user))

    assert [row[2] for row in rows] == sorted(row[2] for row in rows)
    assert {key for key, *_ in rows} == {moment.welder_ad.pk, moment.developer_ad.pk}
    shown = ads.sentences([SentenceKey(*row[:2]) for row in rows])
    for ad, sentence in shown:
        words = "".join(segment.text for segment in sentence.segments)
        assert ad.text[sentence.key.start :].startswith(words)
        assert all(fact.sentence_start == sentence.key.start for fact in sentence.facts)


def test_a_sentence_stands_where_its_least_sure_fact_stands(db: None) -> None:
    """Against a grouping in plain Python, with ties and with what is assumed."""
    chance = random.Random(3)
    ads_of_a_day = [OpportunityFactFactory().opportunity for _ in range(3)]
    for _ in range(60):
        OpportunityFactFactory(
            opportunity=chance.choice(ads_of_a_day),
            sentence_start=chance.choice([0, 10, 40, None]),
            confidence=chance.choice([0.2, 0.3, 0.5, 0.5, 0.7, 0.9]),
            kind=chance.choice(["skill", "language", "contact"]),
        )
    least: dict[tuple[int, int], float] = {}
    for fact in OpportunityFact.objects.exclude(kind="contact").exclude(sentence_start=None):
        if fact.confidence > ASSUMED:
            key = (fact.opportunity_id, fact.sentence_start)
            least[key] = min(fact.confidence, least.get(key, 1))

    rows = list(ads.read_sentences(UserFactory()))

    assert {(owner, start): sureness for owner, start, sureness in rows} == least
    assert len(rows) == len(least)
    assert [row[2] for row in rows] == sorted(least.values())


def test_sentences_are_narrowed(moment: FirstMatch) -> None:
    user = UserFactory()
    fact = moment.welder_ad.facts.get(kind="skill", value__uri="skill:welding")

    assert {row[0] for row in ads.read_sentences(user, SentenceFilter(kind="language"))} == {
        moment.welder_ad.pk
    }
    assert not ads.read_sentences(user, SentenceFilter(language="da"))
    assert not ads.read_sentences(user, SentenceFilter(below=0.1))
    assert not ads.read_sentences(user, SentenceFilter(shown="corrected"))
    ad_actions.correct_fact(fact=fact, state=FactState.REJECTED, by=None, at=NOW)
    ((owner, start, *_),) = ads.read_sentences(user, SentenceFilter(shown="corrected"))
    assert (owner, start) == (moment.welder_ad.pk, fact.sentence_start)


def test_sentences_of_cvs_are_for_those_who_may_see_them_whole(moment: FirstMatch) -> None:
    assert cvs.read_sentences(UserFactory()).exists()
    assert not cvs.read_sentences(UserFactory(role="company")).exists()
    assert not cvs.read_sentences(UserFactory(role="council")).exists()


def test_sentence_hides_contact_lines(db: None) -> None:
    document = CandidateDocumentFactory(text="Ida Prøvesen can weld\n")
    name = {
        "candidate": document.candidate,
        "kind": "contact",
        "value": {"kind": "name"},
        "sentence_start": 0,
    }
    CandidateFactFactory(span_start=0, span_end=12, **name)
    CandidateFactFactory(candidate=document.candidate, span_start=17, span_end=21, sentence_start=0)

    ((_, sentence),) = cvs.sentences([SentenceKey(document.candidate_id, 0)])

    assert "".join(segment.text for segment in sentence.segments) == "… can weld"
    assert [fact.kind for fact in sentence.facts] == ["skill"]


def test_name_that_the_reader_missed_is_hidden_too(db: None, tmp_path: Path) -> None:
    document = CandidateDocumentFactory(text="Ask Ida, she can weld\n", passages=[[0, 21, "en", 1, "work"]])
    CandidateIdentityFactory(candidate=document.candidate, name="Ida Prøvesen")
    fact = CandidateFactFactory(candidate=document.candidate, span_start=17, span_end=21, sentence_start=0)

    ((_, sentence),) = cvs.sentences([SentenceKey(document.candidate_id, 0)])

    assert "".join(segment.text for segment in sentence.segments) == "Ask …, she can weld"
    cv_actions.correct_fact(fact=fact, state=FactState.CONFIRMED, by=None, at=NOW)
    assert export(tmp_path / "out.jsonl")[0]["slices"][0]["text"] == "Ask    , she can weld"


def export(path: Path) -> list[dict[str, object]]:
    write(path, [*ads.corrected_ads(), *cvs.corrected_cvs()])
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_exported_slices_hold_the_words_at_their_offsets(moment: FirstMatch, tmp_path: Path) -> None:
    ad = moment.welder_ad
    fact = ad.facts.get(kind="skill", value__uri="skill:welding")
    ad_actions.correct_fact(fact=fact, state=FactState.REJECTED, value=PYTHON, by=None, at=NOW)

    (record,) = export(tmp_path / "out.jsonl")

    assert (record["id"], record["kind"], record["language"]) == (f"ad-{ad.pk}", "ad", "en")
    assert {piece["text"] for piece in record["slices"]} == {"Welder", "Requirements", "- You know welding"}
    for piece in record["slices"]:
        assert ad.text[piece["start"] :].startswith(piece["text"])
    (right,) = record["facts"]
    assert (right["kind"], right["value"]["uri"]) == ("skill", "skill:python")
    assert ad.text[right["start"] : right["end"]] == record["corrections"][0]["text"] == "welding"


def test_export_leaves_out_people_what_was_undone_and_old_texts(db: None, tmp_path: Path) -> None:
    document = CandidateDocumentFactory(text="Ida Prøvesen can weld\n", passages=[[0, 21, "en", 1, "skills"]])
    name = {
        "candidate": document.candidate,
        "kind": "contact",
        "value": {"kind": "name"},
        "sentence_start": 0,
    }
    CandidateFactFactory(span_start=0, span_end=12, **name)
    fact = CandidateFactFactory(candidate=document.candidate, span_start=17, span_end=21, sentence_start=0)
    cv_actions.correct_fact(fact=fact, state=FactState.CONFIRMED, by=None, at=NOW)
    undone = OpportunityFactFactory()
    ad_actions.correct_fact(fact=undone, state=FactState.CONFIRMED, by=None, at=NOW)
    ad_actions.undo_correction(correction=Correction.objects.last(), by=None, at=LATER)

    (record,) = export(tmp_path / "out.jsonl")

    assert record["slices"] == [{"start": 0, "text": "             can weld"}]
    document.text = "Another text\n"
    document.save()
    assert export(tmp_path / "out.jsonl") == []


def test_agreement_counts_what_the_reader_now_reads(moment: FirstMatch, tmp_path: Path) -> None:
    facts = {fact.value["uri"]: fact for fact in moment.developer_ad.facts.filter(kind="skill")}
    welding = moment.welder_ad.facts.get(kind="skill", value__uri="skill:welding")
    ad_actions.correct_fact(fact=facts["skill:python"], state=FactState.CONFIRMED, by=None, at=NOW)
    ad_actions.correct_fact(fact=facts["skill:project"], state=FactState.REJECTED, by=None, at=NOW)
    ad_actions.correct_fact(fact=welding, state=FactState.REJECTED, value=PYTHON, by=None, at=NOW)
    export(tmp_path / "out.jsonl")

    counts = agreement((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines(), reader())

    said = {("skill", "right", True): 1, ("skill", "wrong", False): 1, ("skill", "other", False): 1}
    assert counts == said
    assert table(counts).endswith("1 of     3 (33.3%)")
