"""Every column says whether it is personal, what for, why it may, and how long."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db.models import Model

from brobygger.apps.base.enums import RETENTION_DAYS, LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Privacy

OUR_MODELS = [model for model in apps.get_models() if model.__module__.startswith("brobygger.")]


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model._meta.label)
def test_every_column_is_declared_once(model: type[Model]) -> None:
    declared: Privacy = model.privacy  # type: ignore[attr-defined]
    own = {field.name for field in (*model._meta.fields, *model._meta.local_many_to_many)}
    inherited = {"groups", "user_permissions"}  # of Django's own user; roles do their work here
    assert sorted(declared.columns) == sorted(own - inherited)


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model._meta.label)
def test_personal_columns_say_what_for_why_and_how_long(model: type[Model]) -> None:
    for part in model.privacy.personal:  # type: ignore[attr-defined]
        assert str(part.what)
        assert part.purpose in Purpose
        assert part.basis in LegalBasis
        assert part.retention in Retention


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model._meta.label)
def test_ways_to_the_person_can_be_asked(db: None, model: type[Model]) -> None:
    declared: Privacy = model.privacy  # type: ignore[attr-defined]
    for way in filter(None, (declared.user, declared.candidate)):
        assert not model._base_manager.filter(**{way: 0}).exists()


def test_every_class_has_an_end_but_the_account() -> None:
    assert set(Retention) - set(RETENTION_DAYS) == {Retention.ACCOUNT}
