from __future__ import annotations

import datetime as dt
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.effects.actions.cohorts import months_after
from brobygger.apps.effects.enums import MILESTONES, Beginning
from brobygger.apps.effects.models import CohortMember, FollowUp
from brobygger.apps.placements.models import Agreement, AgreementVersion, Placement
from tests.factories.moments import DAY, NOW
from tests.factories.organisations import OrganisationFactory
from tests.factories.people import CandidateFactory
from tests.factories.programmes import ProgrammeFactory


class AgreementFactory(DjangoModelFactory):
    """An agreement of two sides that waits, without a version."""

    class Meta:
        model = Agreement

    candidate = factory.SubFactory(CandidateFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    programme = factory.SubFactory(ProgrammeFactory)
    created_at = NOW
    changed_at = NOW


class AgreementVersionFactory(DjangoModelFactory):
    class Meta:
        model = AgreementVersion

    agreement = factory.SubFactory(AgreementFactory)
    number = 1
    kind = "graduate_job"
    start_date = DAY
    end_date = None
    hours_per_week = Decimal(37)
    place_name = "Aarhus"
    country = "DK"
    tasks = "Measures pumps."
    supervisor = "Prøve Vejleder"
    written_at = NOW


class PlacementFactory(DjangoModelFactory):
    """Runs, in a job without an end."""

    class Meta:
        model = Placement

    version = factory.SubFactory(AgreementVersionFactory)
    agreement = factory.LazyAttribute(lambda one: one.version.agreement)
    state = "running"
    agreed_at = NOW
    changed_at = NOW


class CohortMemberFactory(DjangoModelFactory):
    """Began two years and a month before `DAY`, so that every question is due."""

    class Meta:
        model = CohortMember
        skip_postgeneration_save = True

    candidate = factory.SubFactory(CandidateFactory)
    programme = factory.SubFactory(ProgrammeFactory)
    beginning = Beginning.GRADUATION
    began_on = dt.date(2024, 10, 23)
    added_at = NOW
    last_due_at = NOW

    @factory.post_generation
    def answers(self, create, answers, **more):
        """One answer for each question, as many as are given; the rest stay open."""
        for months, answer in zip(MILESTONES, [*(answers or []), "", "", ""], strict=False):
            FollowUp.objects.create(
                member=self,
                months=months,
                due_date=months_after(self.began_on, months),
                answer=answer,
                source="self" if answer not in ("", "none") else "",
            )
