"""What every table of the installation holds about people, ours and those of other packages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.apps import apps

from brobygger.apps.base.models.privacy_of_others import PRIVACY_OF_OTHERS

if TYPE_CHECKING:
    from django.db.models import Model

    from brobygger.apps.base.models.privacy import Privacy


def privacy_of(model: type[Model]) -> Privacy:
    """
    What a model declares, or what we declare of another package's.

    Raises:
        LookupError: nobody has declared it.
    """
    declared: Privacy | None = getattr(model, "privacy", None) or PRIVACY_OF_OTHERS.get(model._meta.label)
    if declared is None:
        raise LookupError(f"{model._meta.label} declares no privacy.")
    return declared


def declared_models() -> Iterator[tuple[type[Model], Privacy]]:
    """Every table of the installation with what is declared of it, in the order of the apps."""
    for model in apps.get_models():
        yield model, privacy_of(model)
