"""Requests made up from the API's own document: never a fault, never an answer that the document does not tell of."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from brobygger.api.document import openapi_document
from brobygger.apps.base.enums import Role
from brobygger.config.wsgi import application
from tests.api.conftest import secret_of
from tests.factories import UserFactory
from tests.scenarios.first_match import FirstMatch

EXAMPLES = 40 if os.environ.get("BROBYGGER_EXAMPLES") == "fuzz" else 4
OWNERS = ("manager", "company", "candidate")
schema = schemathesis.openapi.from_dict(openapi_document())
schema.app = application


@pytest.fixture
def secrets(moment: FirstMatch) -> dict[str, str]:
    """Tokens of somebody who may everything, a company and a candidate."""
    manager, company, candidate = (UserFactory(role=Role(owner)) for owner in OWNERS)
    moment.software.contacts.add(company)
    moment.developer.user = candidate
    moment.developer.save()
    return {
        owner: secret_of(user) for owner, user in zip(OWNERS, (manager, company, candidate), strict=True)
    }


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_one_that_the_document_tells_of(case, secrets):
    for owner in OWNERS:
        case.call_and_validate(
            headers={"Authorization": f"Bearer {secrets[owner]}"},
            # what is well-formed may still name an organisation that is not there, or be no ad
            excluded_checks=[positive_data_acceptance],
        )
