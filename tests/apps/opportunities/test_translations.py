"""An ad in other languages: saved, refused, out of date, read; the original alone is read by the product and ranked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, Message, User, in_scope
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.opportunities import actions, queries
from brobygger.apps.opportunities.adapters import load_opportunities, load_postings
from brobygger.apps.opportunities.enums import OpportunityState, Translator
from brobygger.apps.opportunities.models import Opportunity, OpportunityTranslation
from brobygger.apps.organisations.enums import ContactRight
from brobygger.apps.programmes.queries import scope_of
from tests.factories import (
    CandidateFactory,
    CandidateIdentityFactory,
    ContactFactory,
    OpportunityFactory,
    OpportunityTranslationFactory,
    ProgrammeFactory,
    UserFactory,
)
from tests.factories.moments import LATER, NOW

TEXT = "Svejser\n\nVi søger en svejser, der kan arbejde selvstændigt og kender virksomheden.\n"
BOKMAAL = "Sveiser\n\nVi søker en sveiser som kan arbeide selvstendig og kjenner virksomheten.\n"
NYNORSK = (
    "Sveisar\n\nVi ser etter ein sveisar som ikkje er redd for å arbeide åleine, og som me kan lære opp.\n"
)


@pytest.fixture
def ad(db: None) -> Opportunity:
    return OpportunityFactory(title="Welder", text="Welder\nYou know welding.\n", language="en")


def save(ad: Opportunity, **given: Any) -> OpportunityTranslation:
    said = {"language": "da", "title": "Svejser", "text": TEXT, "translator": "person", "by": None, "at": NOW}
    return actions.save_translation(opportunity=ad, **{**said, **given})


def trail(action: str) -> list[dict[str, Any]]:
    found = AuditEntry.objects.filter(action=f"opportunities.{action}").order_by("pk")
    return [one.changes for one in found]


# --- saving --------------------------------------------------------------------------------------------


def test_translation_is_saved_with_who_made_it_and_leaves_a_trace_without_words(ad: Opportunity) -> None:
    user = UserFactory(role=Role.SECRETARIAT)

    saved = save(ad, title="  Svejser \n i Aarhus", text=TEXT.replace("\n", "\r\n"), by=user, at=LATER)

    assert (saved.title, saved.text) == ("Svejser i Aarhus", TEXT.strip())
    assert (saved.translator, saved.saved_at, saved.saved_by) == (Translator.PERSON, LATER, user)
    (entry,) = trail("save_translation")
    assert entry == {"language": "da", "characters": [0, len(saved.text)], "translator": ["", "person"]}
    ad.refresh_from_db()
    assert (ad.translated_at, ad.changed_at) == (LATER, NOW), "what the matcher reads has not changed"


def test_repeating_changes_nothing_and_another_one_replaces_it(ad: Opportunity) -> None:
    first = save(ad)
    again = save(ad, at=LATER)
    assert (again.pk, again.saved_at, len(trail("save_translation"))) == (first.pk, NOW, 1)

    save(ad, text=TEXT + "Kom og se os.\n", translator=Translator.MACHINE, at=LATER)

    (row,) = OpportunityTranslation.objects.all()
    assert (row.pk, row.translator, row.saved_at) == (first.pk, "machine", LATER)
    assert "Kom og se os." in row.text


@pytest.mark.parametrize(
    ("given", "field", "message"),
    [
        ({"language": "en"}, "language", "The ad itself is in English: change its text instead."),
        ({"language": "de"}, "language", "Choose one of these: Danish, Norwegian, Swedish, English."),
        ({"language": ""}, "language", "Choose one of these"),
        ({"title": " \n"}, "title", "Translate both the title and the text."),
        ({"text": "–\n\x00"}, "text", "Translate both the title and the text."),
        ({"title": "a" * 301}, "title", "At most 300 letters; this has 301."),
        ({"text": "a" * 100_001}, "text", "At most 100000 letters; this has 100001."),
        ({"translator": ""}, "translator", "Say whether a person or a machine has translated it."),
        ({"translator": "nobody"}, "translator", "Say whether"),
    ],
)
def test_what_cannot_be_a_translation_is_refused_with_its_field(
    ad: Opportunity, given: dict[str, str], field: str, message: str
) -> None:
    with pytest.raises(actions.TranslationRefused, match=message) as refused:
        save(ad, **given)

    assert refused.value.field == field
    assert not OpportunityTranslation.objects.exists()
    assert trail("save_translation") == []


def test_text_in_another_language_than_said_asks_first(ad: Opportunity) -> None:
    with pytest.raises(actions.LooksLikeAnother, match="This looks like Norwegian, not Danish.") as asked:
        save(ad, text=BOKMAAL)
    assert asked.value.field == "text"
    assert not OpportunityTranslation.objects.exists()

    assert save(ad, text=BOKMAAL, is_confirmed=True).text == BOKMAAL.strip()
    assert save(ad, language="nb", text=BOKMAAL).language == "nb"


def test_both_written_forms_of_norwegian_are_norwegian(ad: Opportunity) -> None:
    assert save(ad, language="nb", title="Sveisar", text=NYNORSK).text == NYNORSK.strip()
    with pytest.raises(actions.LooksLikeAnother):
        save(ad, language="sv", title="Sveisar", text=NYNORSK)


def test_few_words_that_could_be_either_are_not_doubted(ad: Opportunity) -> None:
    assert save(ad, language="sv", title="CAD", text="CAD, FEM").text == "CAD, FEM"


def test_database_keeps_one_for_each_language_and_says_by_whom(ad: Opportunity) -> None:
    OpportunityTranslationFactory(opportunity=ad)
    for wrong in ({}, {"language": "sv", "translator": ""}, {"language": "sv", "title": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            OpportunityTranslationFactory(opportunity=ad, **wrong)


# --- two at once ---------------------------------------------------------------------------------------


def test_second_editor_is_told_and_nothing_is_lost(ad: Opportunity) -> None:
    first = save(ad, seen="")
    with pytest.raises(actions.TranslationSavedMeanwhile) as told:
        save(ad, text="Noget andet, som vi søger.", seen="", at=LATER)
    assert told.value.there == first
    assert OpportunityTranslation.objects.get().text == TEXT.strip()

    save(ad, text="Noget andet, som vi søger.", seen=first.digest, at=LATER)
    assert OpportunityTranslation.objects.get().text == "Noget andet, som vi søger."


def test_two_who_save_the_same_are_not_bothered(ad: Opportunity) -> None:
    assert save(ad, seen="") == save(ad, seen="", at=LATER)


def test_removed_by_one_while_the_other_writes(ad: Opportunity) -> None:
    seen = save(ad).digest
    actions.remove_translation(opportunity=ad, language="da", seen=seen, by=None, at=LATER)

    with pytest.raises(actions.TranslationSavedMeanwhile) as told:
        save(ad, text=TEXT + "Nyt.", seen=seen, at=LATER)
    assert told.value.there is None


def test_translation_that_was_saved_anew_is_not_removed_unseen(ad: Opportunity) -> None:
    seen = save(ad).digest
    save(ad, title="Svejser i Aarhus", at=LATER)

    with pytest.raises(actions.TranslationSavedMeanwhile):
        actions.remove_translation(opportunity=ad, language="da", seen=seen, by=None, at=LATER)
    assert OpportunityTranslation.objects.exists()


def test_removing_leaves_a_trace_once_and_only_that_language(ad: Opportunity) -> None:
    save(ad)
    save(ad, language="nb", text=BOKMAAL)
    for _time in range(2):
        actions.remove_translation(opportunity=ad, language="da", by=None, at=LATER)

    assert [one.language for one in OpportunityTranslation.objects.all()] == ["nb"]
    assert trail("remove_translation") == [{"language": "da"}]
    ad.refresh_from_db()
    assert ad.translated_at == LATER


# --- who may, and who sees -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("right", "may"), [(ContactRight.READ, False), (ContactRight.WRITE, True), (ContactRight.MANAGE, True)]
)
def test_who_may_write_the_ad_may_translate_it(ad: Opportunity, right: ContactRight, may: bool) -> None:
    user = ContactFactory(organisation=ad.organisation, right=right).user
    if may:
        save(ad, by=user)
        actions.remove_translation(opportunity=ad, language="da", by=user, at=LATER)
        return
    for act in (save, _removed):
        with pytest.raises(PermissionDenied):
            act(ad, by=user)


@pytest.mark.parametrize("role", [Role.COMPANY, Role.CANDIDATE, Role.PARTNER, Role.COUNCIL])
def test_strangers_may_not(ad: Opportunity, role: Role) -> None:
    OpportunityTranslationFactory(opportunity=ad)
    for act in (save, _removed):
        with pytest.raises(PermissionDenied):
            act(ad, by=UserFactory(role=role))


def _removed(ad: Opportunity, by: User) -> None:
    actions.remove_translation(opportunity=ad, language="da", by=by, at=LATER)


def test_translations_are_seen_by_whom_the_opportunity_is_seen(ad: Opportunity) -> None:
    draft = OpportunityTranslationFactory(opportunity__state=OpportunityState.DRAFT)
    shown = OpportunityTranslationFactory(opportunity=ad)
    own = ContactFactory(organisation=draft.opportunity.organisation).user
    readers = {
        AnonymousUser(): [shown],
        UserFactory(role=Role.CANDIDATE): [shown],
        own: [draft],
        UserFactory(role=Role.COMPANY): [],
        UserFactory(role=Role.SECRETARIAT): [draft, shown],
    }

    for user, seen in readers.items():
        with in_scope(scope_of(user)):
            assert set(OpportunityTranslation.objects.all()) == set(seen)


def test_new_words_are_approved_again_where_a_programme_asks_for_it(ad: Opportunity) -> None:
    programme = ProgrammeFactory(approves_opportunities=True)
    Opportunity.objects.filter(pk=ad.pk).update(programme=programme)
    manager = UserFactory(role=Role.MANAGER)
    decide = {"opportunity": ad, "programme": programme, "approve": True, "by": manager}
    actions.decide_on_opportunity(**decide, at=NOW)

    save(ad)
    assert not ad.approvals.exists()
    assert trail("save_translation")[-1]["approvals_voided"] == 1

    actions.decide_on_opportunity(**decide, at=LATER)
    save(ad, translator=Translator.MACHINE, at=LATER)
    actions.remove_translation(opportunity=ad, language="da", by=None, at=LATER)
    assert ad.approvals.exists(), "no new words"


# --- out of date ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", [{"title": "Senior welder"}, {"text": "Welder\nYou know welding well.\n"}])
def test_original_that_changes_marks_the_translation_until_it_is_saved_again(
    vocabulary: Vocabulary, ad: Opportunity, change: dict[str, str]
) -> None:
    save(ad)
    assert not queries.version_in(ad, "da").is_outdated

    ad = actions.change_ad(
        opportunity=ad, **{"title": ad.title, "text": ad.text, **change}, by=None, at=LATER
    )
    assert queries.version_in(ad, "da").is_outdated

    save(ad, at=LATER)  # with the same words
    assert not queries.version_in(ad, "da").is_outdated
    assert trail("save_translation")[-1]["characters"] == [len(TEXT.strip())] * 2


def test_closing_and_opening_marks_nothing(ad: Opportunity) -> None:
    save(ad)
    closed = actions.close_opportunity(opportunity=ad, by=None, at=LATER)

    assert not queries.version_in(closed, "da").is_outdated


def test_ad_written_anew_in_the_language_of_a_translation_is_read_as_written(
    vocabulary: Vocabulary, ad: Opportunity
) -> None:
    save(ad)
    ad = actions.change_ad(opportunity=ad, title="Ny svejser", text=TEXT, by=None, at=LATER)

    assert ad.language == "da"
    assert [(one.language, one.title) for one in queries.versions_of(ad)] == [("da", "Ny svejser")]
    assert queries.titles_in([ad], "da")[ad.pk] == ("Ny svejser", "da")
    assert [one.title for one in load_postings(Opportunity.objects.all(), language="da")] == ["Ny svejser"]


# --- reading -------------------------------------------------------------------------------------------


def test_only_the_original_is_read_and_ranked(vocabulary: Vocabulary) -> None:
    saved = actions.save_opportunity_from_text(
        organisation=OpportunityFactory().organisation, text="Welder\nYou know welding.\n", by=None, at=NOW
    )
    rows = Opportunity.objects.filter(pk=saved.pk)
    before, facts = load_opportunities(rows), list(saved.facts.values_list("pk", "kind"))

    save(saved, text="Programmør\nVi søger en, der kender Python og dansk på niveau C1.\n", at=LATER)

    assert load_opportunities(rows) == before
    assert list(saved.facts.values_list("pk", "kind")) == facts


@pytest.mark.parametrize(
    ("language", "shown"), [("da", "Svejser"), ("sv", "Welder"), ("en", "Welder"), ("xx", "Welder")]
)
def test_reader_gets_the_own_language_else_the_original(ad: Opportunity, language: str, shown: str) -> None:
    OpportunityTranslationFactory(opportunity=ad)

    assert queries.version_in(ad, language).title == shown
    assert queries.titles_in([ad], language)[ad.pk].title == shown


def test_what_is_asked_for_goes_before_the_own_language(ad: Opportunity) -> None:
    OpportunityTranslationFactory(opportunity=ad)
    versions = queries.versions_of(ad)

    assert queries.chosen_version(versions, "en", "da").is_original
    assert queries.chosen_version(versions, "nb", "da").language == "da"


@pytest.mark.parametrize(
    ("language", "original", "person", "machine", "outdated"),
    [
        (
            "en",
            "Original in English.",
            "Translated from English by a person.",
            "Translated from English by a machine.",
            "The original has changed since.",
        ),
        (
            "da",
            "Originalen er på engelsk.",
            "Oversat fra engelsk af et menneske.",
            "Maskinoversat fra engelsk.",
            "Originalen er ændret siden.",
        ),
        (
            "nb",
            "Originalen er på engelsk.",
            "Oversatt fra engelsk av et menneske.",
            "Maskinoversatt fra engelsk.",
            "Originalen er endret siden.",
        ),
        (
            "sv",
            "Originalet är på engelska.",
            "Översatt från engelska av en människa.",
            "Maskinöversatt från engelska.",
            "Originalet har ändrats sedan dess.",
        ),
    ],
)
def test_line_says_what_a_version_is_in_the_readers_language(
    ad: Opportunity, language: str, original: str, person: str, machine: str, outdated: str
) -> None:
    OpportunityTranslationFactory(opportunity=ad, language="da")
    OpportunityTranslationFactory(opportunity=ad, language="sv", translator="machine", original_digest="old")

    said = [queries.origin_of(one, language) for one in queries.versions_of(ad)]

    assert said == [original, person, f"{machine} {outdated}"]


def test_language_that_is_not_clear_is_not_named(db: None) -> None:
    ad = OpportunityFactory(language="und")
    OpportunityTranslationFactory(opportunity=ad)

    said = [queries.origin_of(one, "en") for one in queries.versions_of(ad)]

    assert said == ["The original.", "Translated by a person."]


@pytest.mark.django_db
@pytest.mark.parametrize("size", [1, 3])
def test_titles_and_postings_take_the_same_queries_whatever_the_size(
    size: int, django_assert_num_queries: Callable[..., object]
) -> None:
    ads = [one.opportunity for one in OpportunityTranslationFactory.create_batch(size)]

    with django_assert_num_queries(1):
        assert {one.title for one in queries.titles_in(ads, "da").values()} == {"Svejser"}
    with django_assert_num_queries(1):
        assert [one.language for one in queries.versions_of(ads[0])] == ["en", "da"]
    with django_assert_num_queries(3):
        postings = load_postings(Opportunity.objects.all(), language="da")
    assert {(one.title, one.language) for one in postings} == {("Svejser", "da")}


def test_list_is_found_by_words_of_a_translation(ad: Opportunity) -> None:
    OpportunityTranslationFactory(opportunity=ad)
    OpportunityFactory(title="Programmer")
    found = queries.opportunity_list(
        UserFactory(role=Role.MANAGER), queries.OpportunityFilter(text="svejse welder")
    )

    assert list(found) == [ad]


# --- mails ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "title", "origin"),
    [
        ("da", "Svejser", "Oversat fra engelsk af et menneske."),
        ("sv", "Welder", "Originalet är på engelska."),
    ],
)
def test_candidates_are_written_to_in_their_own_language_and_the_company_in_that_of_the_ad(
    ad: Opportunity, language: str, title: str, origin: str
) -> None:
    OpportunityTranslationFactory(opportunity=ad)
    user = UserFactory(role=Role.CANDIDATE, email="ida@example.org", language=language)
    student = CandidateFactory(user=user, visible_to_companies_at=NOW)
    CandidateIdentityFactory(candidate=student, name="Ida Prøvesen")
    contact = UserFactory(role=Role.COMPANY, email="hr@example.com", language="da")
    ad.organisation.contacts.add(contact)

    invited = actions.invite(opportunity=ad, candidate=student, by=contact, at=NOW)
    actions.answer_invitation(application=invited, accept=True, by=user, at=LATER)

    mail = Message.objects.filter(to_user=user).earliest("pk")
    assert title in mail.subject
    assert title in mail.text
    assert origin in mail.text
    answered = Message.objects.get(to_user=contact)
    assert "Welder" in answered.subject
    assert "Oversat" not in answered.text
