"""Every column of every table says whether it is personal, what for, why it may, how long, and what people call it."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db.models import Model

from brobygger.apps.base.enums import RETENTION_DAYS, LegalBasis, Purpose, Retention
from brobygger.apps.base.models import OnErasure, privacy_of

MODELS = list(apps.get_models())
OURS = [model for model in MODELS if model.__module__.startswith("brobygger.")]
each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
# Classes that end by their days, but whose rows have no moment of their own to count from.
WITHOUT_A_MOMENT = {
    "base.AuditEntry": "the chain cannot be cut; it holds ids and no words",
    "people.ConsentEntry": "the ledger goes with the candidate; without the latest entry nothing would be agreed",
    "organisations.Contact": "somebody speaks for an organisation until somebody says otherwise",
    "opportunities.Opportunity": "who wrote an ad goes with the ad, which the organisation removes",
    "opportunities.OpportunityTranslation": "it goes with the opportunity, and with it the ad in every language",
    "organisations.Organisation": "somebody who speaks for an organisation does so until somebody says otherwise",
}


@each_model
def test_every_column_is_declared_once(model: type[Model]) -> None:
    own = {field.name for field in (*model._meta.fields, *model._meta.local_many_to_many)}
    inherited = {field.name for field in model._meta.many_to_many}
    assert sorted(privacy_of(model).columns) == sorted(own | inherited)


def test_tables_between_two_models_are_declared_by_one_of_them() -> None:
    for model in apps.get_models(include_auto_created=True):
        owner = model._meta.auto_created
        if owner:
            declared = privacy_of(owner).columns
            assert any(
                field.remote_field.through is model
                for field in owner._meta.many_to_many
                if field.name in declared
            )


@each_model
def test_personal_columns_say_what_for_why_and_how_long(model: type[Model]) -> None:
    for part in privacy_of(model).personal:
        assert str(part.what)
        assert part.purpose in Purpose
        assert part.basis in LegalBasis
        assert part.retention in Retention


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_personal_columns_have_a_name_for_people(model: type[Model]) -> None:
    inherited = {"username", "first_name", "last_name", "email", "password", "is_active", "is_staff"}
    inherited |= {"is_superuser", "date_joined", "last_login"}  # Django names them, in every language
    missing = [
        name
        for part in privacy_of(model).personal
        for name in part.columns
        if model._meta.get_field(name)._verbose_name is None and name not in inherited
    ]
    assert missing == [], "give it a verbose_name in _()"


@each_model
def test_ways_to_the_person_can_be_asked(db: None, model: type[Model]) -> None:
    declared = privacy_of(model)
    for way in filter(None, (declared.user, declared.candidate)):
        assert not model._base_manager.filter(**{way: 0}, **declared.candidate_rows).exists()
    if declared.address:
        assert not model._base_manager.filter(**{declared.address: "nobody@example.org"}).exists()
    for part in declared.personal:
        for since in part.since:
            assert not model._base_manager.filter(**{f"{since}__year": 1990}).exists()


@each_model
def test_columns_that_tell_who_somebody_is_or_mention_others_are_columns(model: type[Model]) -> None:
    declared = privacy_of(model)
    assert {*declared.identifying, *declared.mentions} <= set(declared.columns)


def test_every_class_has_an_end_but_the_account() -> None:
    assert set(Retention) - set(RETENTION_DAYS) == {Retention.ACCOUNT}


@each_model
def test_days_are_counted_from_a_moment(model: type[Model]) -> None:
    """What goes with the candidate needs none of its own."""
    declared = privacy_of(model)
    goes_with_person = bool(declared.candidate) and declared.on_erasure is not OnErasure.KEPT
    silent = [
        part
        for part in declared.personal
        if part.retention in RETENTION_DAYS
        and not part.since
        and not part.names_who
        and not (goes_with_person and part.retention is Retention.PROFILE)
        and not any(other.since for other in declared.personal if other.retention is part.retention)
    ]
    assert bool(silent) == (model._meta.label in WITHOUT_A_MOMENT)
