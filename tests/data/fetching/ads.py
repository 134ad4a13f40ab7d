"""Ads in the forms of the services, all made up."""

from __future__ import annotations

import json
from typing import Any

from tests.data.fetching.server import Reply


def as_json(value: Any, **headers: str) -> Reply:
    return Reply(json.dumps(value).encode(), headers={"Content-Type": "application/json", **headers})


def as_lines(*values: Any) -> Reply:
    return Reply("\n".join(map(json.dumps, values)).encode())


def jobtech(number: int, **more: Any) -> dict[str, Any]:
    return {
        "id": str(number),
        "headline": f"Svetsare {number}",
        "description": {"text": "Du svetsar rör och kan läsa ritningar. Vi söker dig som kan svenska."},
        "employer": {"name": "Fjordsvets AB", "organization_number": "5599990008"},
        "application_contacts": [{"name": "Erik Påhitt", "email": "erik@example.com"}],
        "workplace_address": {"municipality": "Trollhättan", "country": "Sverige"},
        "publication_date": "2026-11-20T08:00:00",
        "application_deadline": "2027-01-15T23:59:59",
        "webpage_url": f"https://ads.example/{number}",
        **more,
    }


def nav(key: str, **more: Any) -> dict[str, Any]:
    content = {
        "uuid": key,
        "title": "Sveiser",
        "description": "<p>Du sveiser rør og leser tegninger.</p>",
        "employer": {"name": "Bratt Sveis AS", "orgnr": "910000004"},
        "contactList": [{"name": "Ola Oppdiktet", "email": "ola@example.com", "phone": "00000000"}],
        "workLocations": [{"city": "SARPSBORG", "municipal": "SARPSBORG", "country": "NORGE"}],
        "applicationDue": "2027-01-15",
        "engagementtype": "Fast",
        "published": "2026-11-20T08:00:00+01:00",
        "link": f"https://ads.example/stilling/{key}",
        **more,
    }
    return {"uuid": key, "status": "ACTIVE", "ad_content": content}


def nav_item(key: str, status: str = "ACTIVE") -> dict[str, Any]:
    entry = {"uuid": key, "status": status, "title": "Sveiser", "businessName": "Bratt Sveis AS"}
    return {"id": key, "url": f"/api/v1/feedentry/{key}", "title": "Sveiser", "_feed_entry": entry}


def posting(number: int, **more: Any) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "identifier": {"@type": "PropertyValue", "value": f"p{number}"},
        "title": f"Svejser {number}",
        "description": "<p>Du svejser rør og kan læse tegninger.</p>",
        "hiringOrganization": {"@type": "Organization", "name": "Aadal Pumper A/S"},
        "datePosted": "2026-11-20",
        "url": f"https://ads.example/job/{number}",
        "jobLocation": {"address": {"addressLocality": "Horsens", "addressCountry": "DK"}},
        **more,
    }
