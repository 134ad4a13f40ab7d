"""The pages of a survey in several languages: the author's, the reader's, the results."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from brobygger.apps.base.enums import Role
from brobygger.apps.surveys.actions import save_translation
from brobygger.apps.surveys.models import Survey, SurveyAnswer, SurveyText
from tests.factories import SurveyFactory, SurveyQuestionFactory, SurveyWaveFactory
from tests.factories.moments import NOW
from tests.web.conftest import Visitor

DANISH = {
    "title": "Om Danmark",
    "q1": "Kunne du bo her?",
    "q2": "Hvad kender du?",
    "q2.1": "Arbejde",
    "q2.2": "Byer",
}


@pytest.fixture
def survey(db: None) -> Survey:
    one = SurveyFactory(title="On Denmark")
    SurveyQuestionFactory(survey=one, position=1, text="Could you live here?")
    SurveyQuestionFactory(
        survey=one, position=2, text="What do you know?", kind="choice", options=["Work", "Towns"]
    )
    return one


def shown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def reader(language: str) -> Client:
    return Client(headers={"accept-language": language})


def translate(survey: Survey, texts: dict[str, str]) -> None:
    save_translation(survey=survey, language="da", texts=texts, by=None, at=NOW)


def test_author_sees_the_original_beside_empty_fields_and_saves_a_part(
    survey: Survey, visitor: Visitor
) -> None:
    client, address = visitor(Role.SECRETARIAT), f"/partnership/surveys/{survey.pk}/translate/"
    assert "not begun" in shown(client, f"/partnership/surveys/{survey.pk}/")
    html = shown(client, f"{address}?language=da")
    for name, original in (("title", "On Denmark"), ("q1", "Could you live here?"), ("q2.2", "Towns")):
        assert f'lang="en">{original}<' in html
        assert re.search(rf'name="{name}" value="" [^>]*lang="da"', html)
    assert "0 of 5 texts" in html

    part = {"language": "da", "title": "Om Danmark", "q1": "", "q2.1": "<b>Arbejde</b>"}
    html = client.post(f"{address}save/", part, follow=True).content.decode()
    assert "Saved. 3 texts are missing or to be looked at." in html
    assert 'value="Om Danmark"' in html and "&lt;b&gt;Arbejde&lt;/b&gt;" in html
    assert "2 of 5 texts" in shown(client, f"/partnership/surveys/{survey.pk}/")

    html = client.post(f"{address}save/", {"language": "da", **DANISH}, follow=True).content.decode()
    assert "Who reads this language gets the survey in it from now on." in html
    assert "complete" in shown(client, f"/partnership/surveys/{survey.pk}/")


def test_what_is_wrong_stands_at_its_field_and_nothing_is_saved(survey: Survey, visitor: Visitor) -> None:
    client, address = visitor(Role.SECRETARIAT), f"/partnership/surveys/{survey.pk}/translate/save/"
    said = {"language": "da", **DANISH, "q2.2": "arbejde"}
    response = client.post(address, said)
    html = response.content.decode()
    assert response.status_code == 422
    assert re.search(r'id="error-q2.2">Two options of a question must not read the same', html)
    assert 'value="Om Danmark"' in html  # what was typed is still there
    assert not SurveyText.objects.exists()
    for language in ("en", "de", ""):
        assert client.post(address, {"language": language, "title": "x"}).status_code == 404
    assert client.get(f"/partnership/surveys/{survey.pk}/translate/?language=en").status_code == 404


def test_changed_original_is_marked_and_can_be_said_to_be_still_right(
    survey: Survey, visitor: Visitor
) -> None:
    translate(survey, DANISH)
    client, page = visitor(Role.SECRETARIAT), f"/partnership/surveys/{survey.pk}/"
    question = survey.questions.get(position=1)
    client.post(f"{page}questions/", {"change": question.pk, "text": "Would you live here?"})
    assert "Would you live here?" in shown(client, page) and "to be looked at" in shown(client, page)
    html = shown(client, f"{page}translate/?language=da")
    assert "The original was changed after this was translated." in html
    assert 'name="still_right" value="q1"' in html

    client.post(f"{page}translate/save/", {"language": "da", **DANISH, "still_right": "q1"})
    assert "to be looked at" not in shown(client, page)


def test_title_and_purpose_are_changed(survey: Survey, visitor: Visitor) -> None:
    client, page = visitor(Role.SECRETARIAT), f"/partnership/surveys/{survey.pk}/"
    refused = client.post(f"{page}change/", {"title": "", "language": "en"})
    assert refused.status_code == 422
    client.post(f"{page}change/", {"title": "On the North", "language": "en", "intro": "Short"})
    survey.refresh_from_db()
    assert (survey.title, survey.intro) == ("On the North", "Short")


def test_question_that_cannot_be_is_refused_in_words(survey: Survey, visitor: Visitor) -> None:
    client, page = visitor(Role.SECRETARIAT), f"/partnership/surveys/{survey.pk}/"
    question = survey.questions.get(position=2)
    said = {"change": question.pk, "text": "x", "options": "One"}
    html = client.post(f"{page}questions/", said, follow=True).content.decode()
    assert "Write two or more different options" in html
    said["change"] = 999_999
    assert "no such question" in client.post(f"{page}questions/", said, follow=True).content.decode()
    question.refresh_from_db()
    assert question.text == "What do you know?"


def test_reader_gets_the_survey_in_the_own_language_if_all_of_it_is_there(survey: Survey) -> None:
    today = localdate()
    wave = SurveyWaveFactory(survey=survey, opens_on=today, closes_on=today)
    address = f"/s/{wave.key}/"
    translate(survey, {name: text for name, text in DANISH.items() if name != "q1"})
    html = shown(reader("da"), address)
    assert "On Denmark" in html and "Om Danmark" not in html
    assert "Undersøgelsen er skrevet på engelsk." in html
    assert '<legend lang="en">Could you live here?' in html

    translate(survey, DANISH)
    html = shown(reader("da"), address)
    assert "Om Danmark" in html and "er skrevet på" not in html
    assert '<legend lang="da">Kunne du bo her?' in html and '<span lang="da">Byer</span>' in html
    assert "This survey is written in" not in shown(reader("en"), address)
    html = shown(reader("sv"), address)
    assert '<legend lang="en">' in html and "engelska" in html

    for language, said in (("da", {"q2": "1"}), ("sv", {"q2": "1"}), ("en", {"q2": "0"})):
        assert reader(language).post(f"{address}send/", said).status_code == 200
    assert sorted(SurveyAnswer.objects.values_list("value", flat=True)) == [0, 1, 1]


def test_results_are_read_in_the_own_language(survey: Survey, visitor: Visitor) -> None:
    today = localdate()
    wave = SurveyWaveFactory(survey=survey, opens_on=today, closes_on=today)
    translate(survey, DANISH)
    for value in ("0", "1"):
        for _ in range(6):
            Client().post(f"/s/{wave.key}/send/", {"q2": value})
    client = visitor(Role.SECRETARIAT)
    client.post(f"/partnership/waves/{wave.pk}/close/")
    address = f"/partnership/waves/{wave.pk}/"
    assert "What do you know?" in shown(client, address)
    html = shown(visitor(Role.SECRETARIAT, "da"), address)
    assert 'lang="da">Hvad kender du?' in html and "Byer" in html and "Towns" not in html
    assert 'lang="en">What do you know?' in shown(visitor(Role.SECRETARIAT, "nb"), address)


def test_links_are_sent_in_a_complete_language(survey: Survey, visitor: Visitor) -> None:
    today = localdate()
    wave = SurveyWaveFactory(survey=survey, opens_on=today, closes_on=today)
    client, address = visitor(Role.SECRETARIAT), f"/partnership/waves/{wave.pk}/"
    assert "Language of the mails" not in shown(client, address)
    translate(survey, DANISH)
    assert '<option value="da">Dansk</option>' in shown(client, address)
    refused = client.post(f"{address}invite/", {"addresses": "a@x.example", "language": "sv"})
    assert refused.status_code == 422 and "Not all of the survey" in refused.content.decode()
    assert client.post(f"{address}invite/", {"addresses": "a@x.example", "language": "da"}).status_code == 302


@pytest.mark.parametrize("count", [1, 3])
def test_pages_ask_the_same_for_any_number_of_questions(
    visitor: Visitor, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    survey, today = SurveyFactory(), localdate()
    wave = SurveyWaveFactory(survey=survey, opens_on=today, closes_on=today)
    texts = {"title": "Om Danmark"}
    for position in range(1, count + 1):
        SurveyQuestionFactory(survey=survey, position=position)
        texts[f"q{position}"] = f"Kunne du {position}?"
    translate(survey, texts)
    client = visitor(Role.SECRETARIAT, "da")
    address = f"/partnership/surveys/{survey.pk}/"
    for page, queries in ((address, 13), (f"{address}translate/", 8)):
        shown(client, page)
        with django_assert_num_queries(queries):
            shown(client, page)
    with django_assert_num_queries(3):
        shown(reader("da"), f"/s/{wave.key}/")
