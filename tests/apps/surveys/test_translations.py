"""A survey is translated part by part, read wholly in one language, and counted in all of them together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.timezone import localdate, now

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, Message
from brobygger.apps.surveys.actions import (
    QuestionsFixed,
    SurveyDetails,
    add_question,
    answer_wave,
    change_question,
    invite_to_wave,
    remind_of_surveys,
    remove_question,
    save_survey,
    save_translation,
)
from brobygger.apps.surveys.enums import QuestionKind
from brobygger.apps.surveys.models import Survey, SurveyReminder, SurveyText, SurveyWave
from brobygger.apps.surveys.queries import (
    Piece,
    complete_languages,
    is_complete,
    pieces_of,
    results_of,
    survey_read_in,
)
from tests.factories import SurveyFactory, SurveyQuestionFactory, SurveyWaveFactory, UserFactory
from tests.factories.moments import LATER, NOW

DANISH = {
    "title": "Hvad ved du om Danmark?",
    "intro": "Seks minutter",
    "q1": "Kunne du bo her?",
    "q2": "Hvad kender du bedst?",
    "q2.1": "Arbejdet",
    "q2.2": "Byerne",
}


@pytest.fixture
def survey(db: None) -> Survey:
    one = SurveyFactory(intro="Six minutes")
    SurveyQuestionFactory(survey=one, position=1, text="Could you live here?")
    SurveyQuestionFactory(
        survey=one, position=2, text="What do you know best?", kind="choice", options=["Work", "Towns"]
    )
    return one


def say(survey: Survey, texts: Mapping[str, str], language: str = "da", *still_right: str) -> list[Piece]:
    return save_translation(
        survey=survey, language=language, texts=texts, still_right=still_right, by=None, at=NOW
    )


def outdated(survey: Survey) -> list[str]:
    return [one.name for one in pieces_of(survey)["da"] if one.is_outdated]


def test_every_text_stands_beside_its_translation(survey: Survey) -> None:
    pieces = pieces_of(survey)
    assert list(pieces) == ["da", "nb", "sv"]
    assert [one.name for one in pieces["da"]] == list(DANISH)
    assert [one.original for one in pieces["da"]][2:] == [
        "Could you live here?",
        "What do you know best?",
        "Work",
        "Towns",
    ]
    assert not any(one.text or one.is_outdated for one in pieces["sv"])


def test_part_is_kept_and_the_original_is_read_until_all_is_there(survey: Survey) -> None:
    *first, last = DANISH
    found = say(survey, {name: DANISH[name] for name in first})
    assert [one.name for one in found if not one.is_done] == [last]
    read = survey_read_in(survey, "da")
    assert (read.language, read.is_original, read.title) == ("en", True, survey.title)
    assert complete_languages(survey) == ["en"]

    assert is_complete(say(survey, {last: " By  erne "}))
    read = survey_read_in(survey, "da")
    assert (read.language, read.is_original, read.title, read.intro) == (
        "da",
        False,
        DANISH["title"],
        "Seks minutter",
    )
    assert [one.text for one in read.questions] == [DANISH["q1"], DANISH["q2"]]
    assert read.questions[1].options == ["Arbejdet", "By erne"]
    assert complete_languages(survey) == ["da", "en"]
    assert survey_read_in(survey, "sv").language == "en"
    assert survey_read_in(survey, "xx").language == "en"
    survey.refresh_from_db()
    assert survey.questions.first().text == "Could you live here?"  # reading changes nothing


def test_empty_text_is_taken_out_and_repeating_changes_nothing(survey: Survey) -> None:
    say(survey, DANISH)
    entries = AuditEntry.objects.filter(action="surveys.save_translation").count()
    say(survey, DANISH)
    assert AuditEntry.objects.filter(action="surveys.save_translation").count() == entries == 1
    assert AuditEntry.objects.get(action="surveys.save_translation").changes == {"language": "da", "texts": 6}
    say(survey, {"q1": "  "})
    assert SurveyText.objects.count() == 5 and not is_complete(pieces_of(survey)["da"])


def test_survey_without_a_purpose_needs_no_translation_of_it(db: None) -> None:
    one = SurveyFactory()
    SurveyQuestionFactory(survey=one, position=1)
    assert is_complete(say(one, {"title": "Hvad ved du?", "q1": "Kunne du?", "intro": "ignored"}))
    assert survey_read_in(one, "da").intro == ""


def test_changed_original_is_to_be_looked_at_again(survey: Survey) -> None:
    say(survey, DANISH)
    question = survey.questions.get(position=2)
    change_question(
        survey=survey,
        question_id=question.pk,
        text="What do you know well?",
        options=["Work", "Cities", "Nature"],
        by=None,
        at=LATER,
    )
    details = SurveyDetails(survey.title, "en", "Seven minutes")
    save_survey(programme=survey.programme, survey=survey, details=details, by=None, at=LATER)
    assert outdated(survey) == ["intro", "q2", "q2.2"]
    assert survey_read_in(survey, "da").is_original

    say(
        survey, {**DANISH, "intro": "Syv minutter", "q2.3": "Naturen"}
    )  # those that stay the same were not looked at
    assert outdated(survey) == ["q2", "q2.2"]
    say(survey, DANISH, "da", "q2", "q2.2")
    assert outdated(survey) == []
    assert survey_read_in(survey, "da").questions[1].options == ["Arbejdet", "Byerne", "Naturen"]


def test_original_that_is_put_back_needs_no_look(survey: Survey) -> None:
    say(survey, DANISH)
    question = survey.questions.get(position=1)
    for text in ("Would you?", "Could you live here?"):
        change_question(survey=survey, question_id=question.pk, text=text, by=None, at=LATER)
    assert outdated(survey) == []


def test_translation_goes_with_its_question(survey: Survey) -> None:
    say(survey, DANISH)
    question = survey.questions.get(position=2)
    remove_question(survey=survey, question_id=question.pk, by=None, at=NOW)
    assert is_complete(pieces_of(survey)["da"])
    add_question(survey=survey, text="And why?", kind=QuestionKind.SCALE, by=None, at=NOW)  # in its place
    assert [(one.name, one.text) for one in pieces_of(survey)["da"]][-1] == ("q2", "")


@pytest.mark.parametrize(
    ("texts", "name", "words"),
    [
        ({"title": "x" * 151}, "title", "150"),
        ({"intro": "x" * 1_001}, "intro", "1000"),
        ({"q1": "x" * 301}, "q1", "300"),
        ({"q2.1": "x" * 121}, "q2.1", "120"),
        ({"q2.1": "By", "q2.2": "by"}, "q2.2", "must not read the same"),
    ],
)
def test_what_cannot_be_is_refused_by_name(
    survey: Survey, texts: dict[str, str], name: str, words: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        say(survey, {"q1": "Kunne du?", **texts})
    assert list(refused.value.message_dict) == [name]
    assert words in refused.value.message_dict[name][0]
    assert not SurveyText.objects.exists()


@pytest.mark.parametrize("language", ["en", "de", ""])
def test_own_or_unknown_language_is_refused(survey: Survey, language: str) -> None:
    with pytest.raises(ValidationError):
        say(survey, {"title": "x"}, language)


@pytest.mark.parametrize("role", [Role.COMPANY, Role.CANDIDATE, Role.PARTNER])
def test_only_who_may_change_a_survey_translates_it(survey: Survey, role: Role) -> None:
    with pytest.raises(PermissionDenied):
        save_translation(survey=survey, language="da", texts=DANISH, by=UserFactory(role=role), at=NOW)


def open_wave(survey: Survey) -> SurveyWave:
    today = localdate()
    wave: SurveyWave = SurveyWaveFactory(
        survey=survey, opens_on=today, closes_on=today + dt.timedelta(days=20)
    )
    return wave


def answer(wave: SurveyWave, language: str, chosen: str) -> None:
    """Choose an option by its words, as somebody does who reads the survey in a language."""
    question = survey_read_in(wave.survey, language).questions[1]
    values = {question.pk: question.options.index(chosen)}
    answer_wave(wave=wave, sheet_id=uuid4(), values=values, by=None, at=now())


def test_answers_in_different_languages_are_counted_together(survey: Survey) -> None:
    say(survey, DANISH)
    wave = open_wave(survey)
    for language, chosen, times in (("en", "Work", 4), ("da", "Arbejdet", 3), ("da", "Byerne", 5)):
        for _ in range(times):
            answer(wave, language, chosen)
    wave.closed_at = now()
    wave.save()
    for language in ("en", "da"):
        questions = survey_read_in(survey, language).questions
        result = results_of(wave, questions=questions, day=localdate())[1]
        assert [(group.options, group.count) for group in result.summary.groups] == [((0,), 7), ((1,), 5)]
        assert result.question.text == ("What do you know best?" if language == "en" else DANISH["q2"])


def test_questions_of_a_complete_language_stay_once_somebody_answered(survey: Survey) -> None:
    say(survey, DANISH)
    say(survey, {"q1": "Kunde du?"}, "sv")
    answer(open_wave(survey), "en", "Work")

    with pytest.raises(QuestionsFixed):
        say(survey, {"q1": "Ville du?"})
    with pytest.raises(QuestionsFixed):
        change_question(survey=survey, question_id=survey.questions.first().pk, text="x", by=None, at=NOW)
    assert survey_read_in(survey, "da").questions[0].text == DANISH["q1"]
    say(survey, {"title": "Om Danmark"})
    swedish = {**DANISH, "title": "Vad vet du?", "q1": "Skulle du kunna?"}
    assert is_complete(say(survey, swedish, "sv"))  # nobody can have answered in it so far


def test_links_and_reminder_come_in_the_language_that_was_chosen(survey: Survey) -> None:
    say(survey, DANISH)
    wave = open_wave(survey)
    at = now()
    invite_to_wave(wave=wave, addresses=["a@x.example"], language="da", remind_after=3, by=None, at=at)
    invite_to_wave(wave=wave, addresses=["b@x.example"], remind_after=3, by=None, at=at)
    sent = {one.to_address: one for one in Message.objects.all()}
    assert sent["a@x.example"].subject == DANISH["title"] and "Seks minutter" in sent["a@x.example"].text
    assert sent["b@x.example"].subject == survey.title and "Six minutes" in sent["b@x.example"].text
    assert set(SurveyReminder.objects.values_list("address", "language")) == {
        ("a@x.example", "da"),
        ("b@x.example", "en"),
    }

    later = at + dt.timedelta(days=4)
    assert remind_of_surveys(day=localdate(later), by=None, at=later) == 2
    subjects = {one.to_address: one.subject for one in Message.objects.order_by("pk")}
    assert DANISH["title"] in subjects["a@x.example"] and survey.title in subjects["b@x.example"]


def test_links_are_not_sent_in_a_language_that_is_not_complete(survey: Survey) -> None:
    for language in ("sv", "de"):
        with pytest.raises(ValidationError, match="Not all of the survey"):
            invite_to_wave(
                wave=open_wave(survey), addresses=["a@x.example"], language=language, by=None, at=now()
            )
    assert not Message.objects.exists()
