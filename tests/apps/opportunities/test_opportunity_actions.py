"""Opportunities are saved, corrected, opened and closed: result, audit row, refusal, repeat."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.opportunities import actions
from brobygger.apps.opportunities.adapters import load_opportunities, to_list_columns
from brobygger.apps.opportunities.enums import (
    LanguageModality,
    LanguageSetting,
    OpportunityKind,
    OpportunityState,
)
from brobygger.apps.opportunities.models import LanguageNeed, Opportunity
from brobygger.apps.organisations.models import Organisation
from brobygger.core.reading import Level, Modality, PaidBy, Payer, Place, Setting, Skill
from tests.factories import (
    LanguageNeedFactory,
    OpportunityFactFactory,
    OpportunityFactory,
    OrganisationFactory,
    UserFactory,
)
from tests.factories.moments import DAY, LATER, NOW

AD = """Welder

Requirements
- You know welding and Python
"""


def save(organisation: Organisation | None = None, text: str = AD, **given: object) -> Opportunity:
    return actions.save_opportunity_from_text(
        organisation=organisation or OrganisationFactory(code="fjord"),
        text=text,
        code="en-01",
        **{"by": None, "at": NOW, **given},
    )


def trail() -> list[str]:
    return list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))


def test_save_opportunity_reads_the_ad(vocabulary: Vocabulary) -> None:
    opportunity = save(kind=OpportunityKind.APPRENTICESHIP)

    assert opportunity.title == "Welder"
    assert (opportunity.state, opportunity.kind) == (OpportunityState.DRAFT, OpportunityKind.APPRENTICESHIP)
    assert opportunity.date_posted == DAY
    assert opportunity.country == "DK"
    read = set(opportunity.facts.filter(kind="skill").values_list("value__uri", flat=True))
    assert {"skill:welding", "skill:python"} <= read
    assert trail()[-1] == "opportunities.save_opportunity_from_text"


def test_save_opportunity_repeated_changes_nothing(vocabulary: Vocabulary) -> None:
    organisation = OrganisationFactory()
    opportunity = save(organisation, kind=OpportunityKind.JOB)
    facts, entries = set(opportunity.facts.values_list("pk", flat=True)), AuditEntry.objects.count()

    again = save(organisation, kind=OpportunityKind.JOB, at=NOW)

    assert again.pk == opportunity.pk
    assert set(again.facts.values_list("pk", flat=True)) == facts
    assert AuditEntry.objects.count() == entries


def test_who_pays_goes_before_what_the_ad_says(vocabulary: Vocabulary) -> None:
    organisation = OrganisationFactory(code="fjord")
    text = "Welder\nThe internship is funded by the Nordhavn Foundation and lasts six months.\n"
    read = save(organisation, text)
    assert (read.paid_by, read.fund) == ("programme", "Nordhavn Foundation")

    payer = Payer(PaidBy.OWN_GRANT, "Erasmus+")
    for at in (LATER, LATER + dt.timedelta(days=1)):  # the second changes nothing
        said = save(organisation, text, payer=payer, date_posted=DAY, at=at)

    assert (said.paid_by, said.fund, said.changed_at) == ("own_grant", "Erasmus+", LATER)


def test_company_that_pays_is_no_fund_with_a_name(db: None) -> None:
    fact = OpportunityFactFactory(kind="payer", value={"paid_by": "company", "fund": "Nordhavn Foundation"})
    columns = to_list_columns(fact.opportunity)

    assert (columns["paid_by"], columns["fund"]) == ("company", "")
    with pytest.raises(IntegrityError, match="opportunity_fund_pays"), transaction.atomic():
        OpportunityFactory(paid_by="company", fund="Nordhavn Foundation")


def test_save_opportunity_with_another_text_reads_again(vocabulary: Vocabulary) -> None:
    organisation = OrganisationFactory()
    save(organisation)

    opportunity = save(organisation, "Programmer\n\nRequirements\n- Python\n", at=LATER)

    assert Opportunity.objects.count() == 1
    assert opportunity.title == "Programmer"
    assert not opportunity.facts.filter(value__uri="skill:welding").exists()


def test_save_opportunity_refuses_an_empty_ad(vocabulary: Vocabulary) -> None:
    with pytest.raises(actions.EmptyText):
        save(text="\n \n")


def test_company_saves_its_own_ads_only(vocabulary: Vocabulary, user_of: Callable[[Role], User]) -> None:
    user, own, other = user_of(Role.COMPANY), OrganisationFactory(), OrganisationFactory()
    own.contacts.add(user)

    assert save(own, by=user).organisation == own
    with pytest.raises(PermissionDenied):
        save(other, by=user)


def test_company_cannot_take_over_the_ad_of_another(
    vocabulary: Vocabulary, user_of: Callable[[Role], User]
) -> None:
    user, own = user_of(Role.COMPANY), OrganisationFactory()
    own.contacts.add(user)
    save(OrganisationFactory())

    with pytest.raises(PermissionDenied):
        save(own, by=user)


def test_correct_fact_keeps_lists_equal_to_facts(db: None) -> None:
    opportunity = OpportunityFactory(country="DK", place_name="")

    added = actions.add_fact(
        opportunity=opportunity,
        value=Place("Halden", "NO", 59.12, 11.39, land="scandinavia"),
        by=None,
        at=LATER,
    )
    opportunity.refresh_from_db()
    assert (opportunity.place_name, opportunity.country, opportunity.changed_at) == ("Halden", "NO", LATER)

    actions.correct_fact(fact=added, state=FactState.REJECTED, by=None, at=LATER)
    opportunity.refresh_from_db()
    assert opportunity.place_name == ""
    assert trail() == ["opportunities.add_fact", "opportunities.correct_fact"]


def test_correct_fact_refuses_another_company(user_of: Callable[[Role], User]) -> None:
    fact = OpportunityFactFactory()
    with pytest.raises(PermissionDenied):
        actions.correct_fact(fact=fact, state=FactState.CONFIRMED, by=user_of(Role.COMPANY), at=NOW)


def test_open_and_close_opportunity(db: None) -> None:
    opportunity = OpportunityFactory(state=OpportunityState.DRAFT)

    actions.open_opportunity(opportunity=opportunity, by=None, at=NOW)
    actions.open_opportunity(opportunity=opportunity, by=None, at=LATER)
    actions.close_opportunity(opportunity=opportunity, by=None, at=LATER)

    assert Opportunity.objects.get().state == OpportunityState.CLOSED
    assert trail() == ["opportunities.open_opportunity", "opportunities.close_opportunity"]


def need(opportunity: Opportunity, **given: object) -> LanguageNeed:
    said = {
        "codes": ["nb", "da"],
        "setting": LanguageSetting.INFORMAL,
        "modality": LanguageModality.PREFERRED,
        "level": Level.A2,
        "by": None,
        "at": NOW,
    }
    return actions.set_language_need(opportunity=opportunity, **{**said, **given})


def test_set_language_need_stores_alternatives_in_order(db: None) -> None:
    opportunity = OpportunityFactory()

    stored = need(opportunity)
    again = need(opportunity, codes=["da", "nb"], at=LATER)

    assert stored.codes == "da|nb"
    assert again.pk == stored.pk
    assert LanguageNeed.objects.get().set_at == NOW
    assert trail() == ["opportunities.set_language_need"]


def test_set_language_need_refuses_a_need_without_level(db: None) -> None:
    with pytest.raises(ValidationError, match="needs a level"):
        need(OpportunityFactory(), level=None)


def test_set_language_need_refuses_another_company(user_of: Callable[[Role], User]) -> None:
    with pytest.raises(PermissionDenied):
        need(OpportunityFactory(), by=user_of(Role.COMPANY))


def test_language_need_replaces_what_was_read_of_the_same_languages(db: None) -> None:
    opportunity = OpportunityFactory()
    for code in ("da", "en"):
        value = {"code": code, "level": "C1", "modality": "required", "setting": "formal"}
        OpportunityFactFactory(opportunity=opportunity, kind="language", value=value)
    need(opportunity, codes=["da"])

    (seen,) = load_opportunities(Opportunity.objects.all())

    needs = {(one.codes, one.level, one.modality, one.setting) for one in seen.languages}
    assert needs == {
        (("en",), Level.C1, Modality.REQUIRED, Setting.FORMAL),
        (("da",), Level.A2, Modality.PREFERRED, Setting.INFORMAL),
    }


def test_language_need_not_required_takes_the_need_away(db: None) -> None:
    opportunity = OpportunityFactory()
    value = {"code": "da", "level": "C1", "modality": "required", "setting": "formal"}
    OpportunityFactFactory(opportunity=opportunity, kind="language", value=value)

    need(opportunity, codes=["da"], modality=LanguageModality.NOT_REQUIRED)
    assert load_opportunities(Opportunity.objects.all())[0].languages == ()

    said = {
        "opportunity": opportunity,
        "codes": ["da"],
        "setting": LanguageSetting.INFORMAL,
        "by": None,
        "at": LATER,
    }
    actions.clear_language_need(**said)
    actions.clear_language_need(**said)
    assert load_opportunities(Opportunity.objects.all())[0].languages[0].level == Level.C1
    assert trail() == ["opportunities.set_language_need", "opportunities.clear_language_need"]


@pytest.mark.django_db
@pytest.mark.parametrize("size", [1, 3, 30])
def test_load_opportunities_takes_a_fixed_number_of_queries(
    size: int, django_assert_num_queries: Callable[..., object]
) -> None:
    for _ in range(size):
        opportunity = OpportunityFactory()
        OpportunityFactFactory.create_batch(2, opportunity=opportunity)
        LanguageNeedFactory(opportunity=opportunity)

    with django_assert_num_queries(5):
        loaded = load_opportunities(Opportunity.objects.all())

    assert len(loaded) == size
    assert all(one.skills[0].uri == "skill:welding" and one.languages for one in loaded)


def test_rejected_fact_is_not_loaded(db: None) -> None:
    fact = OpportunityFactFactory()
    actions.correct_fact(fact=fact, state=FactState.REJECTED, by=None, at=NOW)

    assert load_opportunities(Opportunity.objects.all())[0].skills == ()


def test_added_fact_has_words_of_its_own(db: None) -> None:
    value = Skill("skill:python", "Python")
    actions.add_fact(opportunity=OpportunityFactory(), value=value, by=UserFactory(), at=NOW)

    assert load_opportunities(Opportunity.objects.all())[0].skills[0].words == "Python"
