"""Every row of the product as it stands in the database, to compare before and after."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models

NOT_COMPARED = {
    "base.AuditEntry",
    "people.CandidateMerge",
    "organisations.OrganisationMerge",
    "programmes.TableImport",
}


def snapshot() -> dict[tuple[str, Any], dict[str, Any]]:
    """Columns of each row by model and key, rows of many-to-many tables included."""
    return {
        (model._meta.label, row["pk"]): row
        for model in apps.get_models(include_auto_created=True)
        if (model.__module__.startswith("brobygger.") or model._meta.auto_created)
        and model._meta.label not in NOT_COMPARED
        for row in models.QuerySet(model).values(
            "pk", *(field.attname for field in model._meta.concrete_fields)
        )
    }
