"""Ads and registers from services on the web: what may be fetched, under which limits, and what the answers say."""

from brobygger.data.fetching.addresses import checked
from brobygger.data.fetching.client import Answer, Client, FetchLimits
from brobygger.data.fetching.events import (
    Ad,
    Event,
    Gone,
    Mark,
    PassedOver,
    Refused,
    Service,
    ServiceKind,
    Whole,
)
from brobygger.data.fetching.problem import FetchError, message
from brobygger.data.fetching.sources import fetch
from brobygger.data.fetching.words import MESSAGES

__all__ = [
    "MESSAGES",
    "Ad",
    "Answer",
    "Client",
    "Event",
    "FetchError",
    "FetchLimits",
    "Gone",
    "Mark",
    "PassedOver",
    "Refused",
    "Service",
    "ServiceKind",
    "Whole",
    "checked",
    "fetch",
    "message",
]
