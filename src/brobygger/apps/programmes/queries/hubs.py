"""Reads of hubs."""

from __future__ import annotations

from django.db.models import QuerySet

from brobygger.apps.base.models import all_rows
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.programmes.models import Hub, HubContact


def hubs() -> QuerySet[Hub]:
    """Hubs in the visitor's scope, by name."""
    return Hub.objects.select_related("programme").order_by("name", "pk")


def hub_by_code(code: str) -> Hub | None:
    return Hub.objects.select_related("programme").filter(code=code).first()


def hub_by_id(pk: int) -> Hub | None:
    return Hub.objects.select_related("programme").filter(pk=pk).first()


def contacts_of_hub(hub: Hub) -> list[HubContact]:
    return list(HubContact.objects.filter(hub=hub).order_by("pk"))


def partners_of_hub(hub: Hub) -> list[Organisation]:
    """Local partners by name: whoever sees the hub sees who works with it."""
    with all_rows():
        return list(hub.partners.order_by("name", "pk"))
