"""Requests made up from the API's own document: never a fault, never an answer that the document does not tell of."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from brobygger.api.document import openapi_document
from brobygger.apps.base.enums import Role
from brobygger.apps.opportunities.enums import ApplicationState
from brobygger.config.wsgi import application
from tests.api.conftest import secret_of
from tests.factories import ApplicationFactory, UserFactory
from tests.scenarios.first_match import FirstMatch

IS_FUZZ = os.environ.get("BROBYGGER_EXAMPLES") == "fuzz"
EXAMPLES = 40 if IS_FUZZ else 5
schema = schemathesis.openapi.from_dict(openapi_document())
schema.app = application
schema.config.phases.coverage.enabled = IS_FUZZ  # every border of every field: 1,300 requests, a minute


@dataclass
class Callers:
    """Tokens in turn: three times the requests would find little more; and what there is, by the name in an address."""

    secrets: Iterator[str]
    there: dict[str, dict[str, object]]


@pytest.fixture
def callers(moment: FirstMatch) -> Callers:
    """Somebody who may everything, a company and a candidate."""
    manager, company, candidate = (
        UserFactory(role=role) for role in (Role.MANAGER, Role.COMPANY, Role.CANDIDATE)
    )
    moment.software.contacts.add(company)
    moment.developer.user = candidate
    moment.developer.save()
    invitation = ApplicationFactory(
        opportunity=moment.developer_ad,
        candidate=moment.developer,
        state=ApplicationState.INVITED,
        is_shared=False,
        answer_due_date=None,
    )
    there = {
        "opportunities": {"id": moment.developer_ad.pk},
        "candidates": {"id": moment.developer.pk},
        "organisations": {"code": moment.software.code},
        "programmes": {"code": moment.programme.code},
        "applications": {"id": invitation.pk},
    }
    return Callers(itertools.cycle(map(secret_of, (manager, company, candidate))), there)


@pytest.fixture
def _one_connection() -> Iterator[None]:
    """A server closes its connection after each answer; the test's transaction lives in it. Django's client does the same."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.usefixtures("_one_connection")
@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_one_that_the_document_tells_of(case, callers):
    if case.meta.generation.mode.is_positive:  # a made-up id is one of nothing: ask about what is there
        case.path_parameters |= callers.there.get(case.path.split("/")[3], {}) if case.path_parameters else {}

    case.call_and_validate(
        headers={"Authorization": f"Bearer {next(callers.secrets)}"},
        # what is well-formed may still name an organisation that is not there, or be no ad
        excluded_checks=[positive_data_acceptance],
    )
