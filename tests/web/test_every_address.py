"""Every address as every role: who gets in is what the table of permissions says, row by row."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.auth import SESSION_KEY
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from brobygger.api.urls import api
from brobygger.apps.base.actions import create_token
from brobygger.apps.base.enums import Role, TokenScope
from brobygger.apps.base.models import User, outside_of_scopes
from brobygger.apps.base.rules import PERMISSIONS, VISITOR, Extent
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.events.enums import EventState
from brobygger.apps.opportunities.enums import OpportunityState
from brobygger.apps.outreach.models import MailSequence
from brobygger.apps.people.models import ErasureRequest
from brobygger.web import errors
from tests.factories import (
    AdSourceFactory,
    AdviceAppointmentFactory,
    AdviceCaseFactory,
    AdviceCommentFactory,
    AdviceTimeFactory,
    AdviceVersionFactory,
    AgentFactory,
    AgreementFactory,
    AgreementVersionFactory,
    AmbassadorBookingFactory,
    ApplicationFactory,
    CallBatchFactory,
    CallFactory,
    CampaignFactory,
    CampaignTaskFactory,
    CandidateDocumentFactory,
    CandidateFactFactory,
    CandidateFactory,
    ChannelFactory,
    ChannelReadingFactory,
    CohortMemberFactory,
    DatingCompanyFactory,
    DatingEveningFactory,
    DatingStudentFactory,
    EventFactory,
    EventSeriesFactory,
    ExchangeEntryFactory,
    GrantConditionFactory,
    GrantFactory,
    HostStoryFactory,
    HubFactory,
    IntakeTrackFactory,
    MatchRunFactory,
    MessageFactory,
    OpportunityFactFactory,
    OpportunityFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    ProspectFactory,
    ReportFactory,
    SurveyFactory,
    SurveyWaveFactory,
    TargetListFactory,
    TrackStepFactory,
    UserFactory,
    VisitFactory,
    VisitSlotFactory,
    WeightProposalFactory,
)
from tests.factories.moments import NOW

LONG_AD = "Welder\n\nRequirements\n- You know welding and are at work from seven.\n"
TABLE = {permission.name: permission for permission in PERMISSIONS}
ROLES = (*Role.values, VISITOR)
REFUSED = {403, 404}
ADVISERS = {Role.MANAGER, Role.SECRETARIAT, Role.PARTNER}


@dataclass
class World:
    """
    One of each thing. Its own visitors are tied to all of it in every way a role can be; to strangers it is a draft,
    hidden, and of a programme they have no part in.
    """

    users: Mapping[str, User]
    candidate: Any
    opportunity: Any
    organisation: Any
    programme: Any
    cv_fact: Any
    ad_fact: Any
    proposal: Any
    application: Any
    message: Any
    token: Any
    evening: Any
    dating_company: Any
    dating_student: Any
    campaign: Any
    campaign_task: Any
    reading: Any
    series: Any
    agent: Any
    booking: Any
    call: Any
    target_list: Any
    slot: Any
    visit: Any
    story: Any
    condition: Any
    advice: Mapping[str, Any]
    step: Any
    event: Any
    event_series: Any
    partnership: Mapping[str, Any]
    agreement: Any
    follow_up: Any
    report: Any
    run: Any
    ad_source: Any


def world(role: str = "") -> World:
    """What a candidate shares with an adviser is shared with the one in this role."""
    users = {role: UserFactory(role=role) for role in Role}
    adviser = users[Role(role) if role in ADVISERS else Role.SECRETARIAT]
    programme, university, organisation = ProgrammeFactory(), OrganisationFactory(), OrganisationFactory()
    PartnershipFactory(programme=programme, organisation=university, is_lead=True)
    university.contacts.add(users[Role.PARTNER])
    organisation.contacts.add(users[Role.COMPANY])
    candidate = CandidateFactory(user=users[Role.CANDIDATE])
    CandidateDocumentFactory(candidate=candidate)
    opportunity = OpportunityFactory(
        organisation=organisation, programme=programme, state=OpportunityState.DRAFT
    )
    ErasureRequest.objects.create(candidate=candidate, asked_at=NOW)
    programme.candidates.add(candidate)
    programme.organisations.add(organisation)
    evening = DatingEveningFactory(event__programme=programme, event__state="draft")
    agent = AgentFactory(programme=programme, user=users[Role.AMBASSADOR], code=f"a{programme.pk}")
    return World(
        users=users,
        candidate=candidate,
        opportunity=opportunity,
        organisation=organisation,
        programme=programme,
        cv_fact=CandidateFactFactory(candidate=candidate),
        ad_fact=OpportunityFactFactory(opportunity=opportunity),
        proposal=WeightProposalFactory(programme=programme),
        application=ApplicationFactory(candidate=candidate, opportunity=opportunity),
        message=MessageFactory(to_user=users[Role.CANDIDATE]),
        token=create_token(
            user=users[Role.CANDIDATE], name="Prøve", scopes=[TokenScope.READ], days=9, by=None, at=NOW
        )[0],
        evening=evening,
        dating_company=DatingCompanyFactory(evening=evening, organisation=organisation),
        dating_student=DatingStudentFactory(evening=evening, candidate=candidate),
        campaign=CampaignFactory(programme=programme),
        campaign_task=CampaignTaskFactory(campaign__programme=programme),
        reading=ChannelReadingFactory(channel=ChannelFactory(programme=programme)),
        series=MailSequence.objects.create(
            programme=programme, name="x", track="welcome", intake="x", anchor="admission", created_at=NOW
        ),
        agent=agent,
        booking=AmbassadorBookingFactory(agent=agent),
        call=CallFactory(batch=CallBatchFactory(programme=programme, agent=users[Role.AGENCY])),
        target_list=TargetListFactory(programme=programme),
        slot=VisitSlotFactory(programme=programme),
        visit=VisitFactory(programme=programme, organisation=organisation),
        story=HostStoryFactory(programme=programme, organisation=organisation),
        condition=GrantConditionFactory(grant=GrantFactory(programme=programme)),
        advice=advice_of(adviser, candidate, programme),
        step=TrackStepFactory(track=IntakeTrackFactory(programme=programme)),
        event=EventFactory(programme=programme, state=EventState.DRAFT),
        event_series=EventSeriesFactory(programme=programme),
        partnership=partnership_of(programme),
        agreement=AgreementVersionFactory(
            agreement=AgreementFactory(
                candidate=candidate, organisation=organisation, institution=university, programme=programme
            )
        ).agreement,
        follow_up=CohortMemberFactory(candidate=candidate, programme=programme).follow_ups.first(),
        report=ReportFactory(candidate=candidate, opportunity=opportunity),
        run=MatchRunFactory(programme=programme),
        ad_source=AdSourceFactory(),
    )


def partnership_of(programme: Any) -> dict[str, Any]:
    survey = SurveyFactory(programme=programme)
    return {
        "prospect": ProspectFactory(programme=programme),
        "exchange": ExchangeEntryFactory(programme=programme),
        "hub": HubFactory(programme=programme, is_public=True),
        "survey": survey,
        "wave": SurveyWaveFactory(survey=survey),
    }


def advice_of(adviser: User, candidate: Any, programme: Any) -> dict[str, Any]:
    case = AdviceCaseFactory(candidate=candidate, programme=programme, adviser=adviser)
    versions = [AdviceVersionFactory(case=case, number=number) for number in (1, 2)]
    leaves = AdviceCaseFactory(candidate=candidate, programme=programme, adviser=adviser)
    return {
        "case": case,
        "leaves": leaves,
        "comment": AdviceCommentFactory(version=versions[0]),
        "appointment": AdviceAppointmentFactory(case=case),
        "ends": AdviceAppointmentFactory(case=case),
        "time": AdviceTimeFactory(programme=programme, adviser=adviser),
    }


# What stands in the place of an address's variables. A new address with variables fails until it stands here.
SAMPLES: Mapping[str, Callable[[World], dict[str, Any]]] = {
    "agent-qr": lambda world: {"code": world.agent.code},
    "agent-link": lambda world: {"code": world.agent.code},
    "agent-join": lambda world: {"code": world.agent.code},
    "booking-answer": lambda world: {"pk": world.booking.pk},
    "booking-pupils": lambda world: {"pk": world.booking.pk},
    "campaign": lambda world: {"pk": world.campaign.pk},
    **dict.fromkeys(
        ("channel", "channel-change", "channel-note"), lambda world: {"pk": world.reading.channel_id}
    ),
    "channel-reading-remove": lambda world: {"pk": world.reading.pk},
    **dict.fromkeys(("channel-new", "channel-add"), lambda world: {"pk": world.programme.pk}),
    "campaign-task-add": lambda world: {"pk": world.campaign.pk},
    "campaign-task-done": lambda world: {"pk": world.campaign_task.pk},
    "opportunity-reach": lambda world: {"pk": world.opportunity.pk},
    "host": lambda world: {"pk": world.story.pk},
    "campaign-edit": lambda world: {"pk": world.campaign.pk},
    "campaign-save": lambda world: {"pk": world.campaign.pk},
    "campaign-link": lambda world: {"code": "unknown"},
    "campaign-start": lambda world: {"pk": world.campaign.pk},
    "campaign-move": lambda world: {"pk": world.campaign.pk},
    "series-run": lambda world: {"pk": world.series.pk},
    "candidate": lambda world: {"pk": world.candidate.pk},
    "opportunity": lambda world: {"pk": world.opportunity.pk},
    "opportunity-what-if": lambda world: {"pk": world.opportunity.pk},
    "opportunity-edit": lambda world: {"pk": world.opportunity.pk},
    "opportunity-x-ray": lambda world: {"pk": world.opportunity.pk},
    "opportunity-save": lambda world: {"pk": world.opportunity.pk},
    "opportunity-language-need": lambda world: {"pk": world.opportunity.pk},
    **dict.fromkeys(
        ("opportunity-translations", "opportunity-translation-save", "opportunity-translation-remove"),
        lambda world: {"pk": world.opportunity.pk},
    ),
    "company": lambda world: {"pk": world.organisation.pk},
    "company-edit": lambda world: {"pk": world.organisation.pk},
    "company-change": lambda world: {"pk": world.organisation.pk},
    "company-vet": lambda world: {"pk": world.organisation.pk},
    "company-invitations": lambda world: {"pk": world.organisation.pk},
    "company-vet-decide": lambda world: {"pk": world.organisation.pk},
    **dict.fromkeys(("report", "report-answer"), lambda world: {"pk": world.report.pk}),
    **dict.fromkeys(("company-report", "company-report-send"), lambda world: {"pk": world.organisation.pk}),
    **dict.fromkeys(
        ("opportunity-report", "opportunity-report-send", "opportunity-put-back"),
        lambda world: {"pk": world.opportunity.pk},
    ),
    **dict.fromkeys(
        ("application-report", "application-report-send"), lambda world: {"pk": world.application.pk}
    ),
    "company-contacts": lambda world: {"pk": world.organisation.pk},
    "company-contact-invite": lambda world: {"pk": world.organisation.pk},
    "company-contact-change": lambda world: {"pk": world.organisation.pk},
    "company-contact-remove": lambda world: {"pk": world.organisation.pk},
    "company-contact-withdraw": lambda world: {"pk": world.organisation.pk},
    **dict.fromkeys(
        ("approvals", "approvals-choose", "approvals-approve", "programme-joining"),
        lambda world: {"pk": world.programme.pk},
    ),
    **dict.fromkeys(
        ("approval", "approval-decide"),
        lambda world: {"pk": world.programme.pk, "opportunity": world.opportunity.pk},
    ),
    **dict.fromkeys(("match-run", "match-run-acknowledge"), lambda world: {"pk": world.run.pk}),
    "weights": lambda world: {"pk": world.programme.pk},
    "propose-weights": lambda world: {"pk": world.programme.pk},
    "record-outcome": lambda world: {"pk": world.programme.pk},
    "accept-weights": lambda world: {"pk": world.proposal.pk},
    "decline-weights": lambda world: {"pk": world.proposal.pk},
    "reading-ads": lambda world: {"pk": world.ad_fact.pk},
    "reading-ads-correct": lambda world: {"pk": world.ad_fact.pk},
    "reading-cvs": lambda world: {"pk": world.cv_fact.pk},
    "reading-cvs-correct": lambda world: {"pk": world.cv_fact.pk},
    "reading-undo": lambda world: {"pk": 1},
    "opportunity-open": lambda world: {"pk": world.opportunity.pk},
    "opportunity-close": lambda world: {"pk": world.opportunity.pk},
    "opportunity-tell": lambda world: {"pk": world.opportunity.pk},
    "opportunity-invite": lambda world: {"pk": world.opportunity.pk},
    "opportunity-applications": lambda world: {"pk": world.opportunity.pk},
    "application-sharing": lambda world: {"pk": world.application.pk},
    "apply": lambda world: {"pk": world.opportunity.pk},
    "apply-send": lambda world: {"pk": world.opportunity.pk},
    "application": lambda world: {"pk": world.application.pk},
    "application-answer": lambda world: {"pk": world.application.pk},
    "application-answer-invitation": lambda world: {"pk": world.application.pk},
    "application-take": lambda world: {"pk": world.application.pk},
    "application-reason": lambda world: {"pk": world.application.pk},
    "application-withdraw": lambda world: {"pk": world.application.pk},
    "history": lambda world: {"subject_type": "people.Candidate", "subject_id": world.candidate.pk},
    "candidate-export": lambda world: {"pk": world.candidate.pk},
    "candidate-export-take": lambda world: {"pk": world.candidate.pk},
    "candidate-erase": lambda world: {"pk": world.candidate.pk},
    "candidate-erase-do": lambda world: {"pk": world.candidate.pk},
    "erasure-confirm": lambda world: {"pk": world.candidate.pk},
    "mailbox-message": lambda world: {"pk": world.message.pk},
    "token-revoke": lambda world: {"pk": world.token.pk},
    "log-in-link": lambda world: {"token": "unknown"},
    "log-in-link-enter": lambda world: {"token": "unknown"},
    "openid_connect_login": lambda world: {"provider_id": "provider"},
    "openid_connect_callback": lambda world: {"provider_id": "provider"},
    "mfa_edit_webauthn": lambda world: {"pk": 0},
    "mfa_remove_webauthn": lambda world: {"pk": 0},
    "job": lambda world: {"pk": world.opportunity.pk},
    **{
        f"ad-source-{step}": lambda world: {"pk": world.ad_source.pk}
        for step in ("edit", "change", "switch", "fetch")
    },
    "duplicates-organisations-undo": lambda world: {"pk": 0},
    "duplicates-candidates-undo": lambda world: {"pk": 0},
    "duplicates-organisations-pair": lambda world: {"first": 0, "second": 1},
    "duplicates-organisations-join": lambda world: {"first": 0, "second": 1},
    "duplicates-organisations-distinct": lambda world: {"first": 0, "second": 1},
    "duplicates-candidates-pair": lambda world: {"first": 0, "second": 1},
    "duplicates-candidates-join": lambda world: {"first": 0, "second": 1},
    "duplicates-candidates-distinct": lambda world: {"first": 0, "second": 1},
    "candidate-profile": lambda world: {"pk": world.candidate.pk},
    "candidate-profile-say": lambda world: {"pk": world.candidate.pk},
    "candidate-profile-undo": lambda world: {"pk": world.candidate.pk},
    "candidate-profile-add": lambda world: {"pk": world.candidate.pk},
    "candidate-wishes": lambda world: {"pk": world.candidate.pk},
    "candidate-wishes-save": lambda world: {"pk": world.candidate.pk},
    "candidate-wishes-places": lambda world: {"pk": world.candidate.pk},
    **dict.fromkeys(("candidate-permit", "candidate-permit-save"), lambda world: {"pk": world.candidate.pk}),
    "my-opportunity": lambda world: {"pk": world.opportunity.pk},
    "evening": lambda world: {"pk": world.evening.pk},
    "evening-company": lambda world: {"pk": world.evening.pk},
    "evening-rule": lambda world: {"pk": world.evening.pk},
    "evening-rule-remove": lambda world: {"pk": world.evening.pk},
    "evening-suggest": lambda world: {"pk": world.evening.pk},
    "evening-timetable": lambda world: {"pk": world.evening.pk},
    "evening-make": lambda world: {"pk": world.evening.pk},
    "evening-version": lambda world: {"pk": world.evening.pk},
    "evening-publish": lambda world: {"pk": world.evening.pk},
    "evening-lock": lambda world: {"pk": world.evening.pk},
    "evening-board": lambda world: {"pk": world.evening.pk},
    "evening-presence": lambda world: {"pk": world.evening.pk},
    "evening-let-in": lambda world: {"pk": world.evening.pk},
    "evening-repair": lambda world: {"pk": world.evening.pk},
    "evening-repair-look": lambda world: {"pk": world.evening.pk},
    "evening-came": lambda world: {"pk": world.evening.pk},
    "evening-came-save": lambda world: {"pk": world.evening.pk},
    "evening-clock": lambda world: {"pk": world.evening.pk},
    "evening-print-tables": lambda world: {"pk": world.evening.pk},
    "evening-print-people": lambda world: {"pk": world.evening.pk},
    "evening-file": lambda world: {"pk": world.evening.pk},
    "evening-withdraw": lambda world: {"pk": world.evening.pk},
    "dating-join": lambda world: {"pk": world.evening.pk},
    "evening-edit": lambda world: {"pk": world.evening.event_id},
    "evening-save": lambda world: {"pk": world.evening.event_id},
    "dating-company": lambda world: {"pk": world.dating_company.pk},
    "dating-company-wishes": lambda world: {"pk": world.dating_company.pk},
    "dating-company-wishes-save": lambda world: {"pk": world.dating_company.pk},
    "dating-company-withdraw": lambda world: {"pk": world.dating_company.pk},
    "dating-company-say": lambda world: {"pk": world.dating_company.pk},
    "dating-company-sync": lambda world: {"pk": world.dating_company.pk},
    "dating-company-lead": lambda world: {"pk": world.dating_company.pk},
    **dict.fromkeys(
        (
            "dating-company-whom-to-ask",
            "dating-company-ask",
            "dating-company-answer",
            "dating-company-who-asks",
        ),
        lambda world: {"pk": world.dating_company.pk},
    ),
    **dict.fromkeys(
        ("dating-student-whom-to-ask", "dating-student-ask", "dating-student-answer"),
        lambda world: {"pk": world.dating_student.pk},
    ),
    "dating-student": lambda world: {"pk": world.dating_student.pk},
    "dating-student-wishes": lambda world: {"pk": world.dating_student.pk},
    "dating-student-wishes-save": lambda world: {"pk": world.dating_student.pk},
    "dating-student-withdraw": lambda world: {"pk": world.dating_student.pk},
    "dating-student-say": lambda world: {"pk": world.dating_student.pk},
    "dating-student-sync": lambda world: {"pk": world.dating_student.pk},
    **{
        f"import-{kind}-{step}": lambda world: {"pk": 0}
        for kind in ("organisations", "candidates", "register", "visits", "readings")
        for step in ("preview", "choose", "apply", "findings", "forget")
    },
    **dict.fromkeys(
        ("call", "call-note", "call-book", "call-cancel", "call-calendar"),
        lambda world: {"pk": world.call.pk},
    ),
    **dict.fromkeys(("target-list", "batch-make"), lambda world: {"pk": world.target_list.pk}),
    **dict.fromkeys(("batch", "batch-close"), lambda world: {"pk": world.call.batch.pk}),
    **dict.fromkeys(
        (
            "target-list-new",
            "target-list-make",
            "visit-new",
            "visit-add",
            "outreach-plan",
            "outreach-plan-settle",
            "grant-new",
            "grant-add",
        ),
        lambda world: {"pk": world.programme.pk},
    ),
    **dict.fromkeys(
        ("visit", "visit-write", "visit-cancel", "visit-step-done"), lambda world: {"pk": world.visit.pk}
    ),
    **dict.fromkeys(
        ("ladder-company", "ladder-level", "ladder-awareness", "ladder-material", "ladder-start-up"),
        lambda world: {"pk": world.programme.pk, "organisation": world.organisation.pk},
    ),
    **dict.fromkeys(("company-stories", "story-write"), lambda world: {"pk": world.organisation.pk}),
    **dict.fromkeys(("story-agree", "story-publish"), lambda world: {"pk": world.story.pk}),
    "slot-withdraw": lambda world: {"pk": world.slot.pk},
    "door-note": lambda world: {"pk": world.application.pk},
    **dict.fromkeys(
        ("grant", "grant-change", "grant-condition"), lambda world: {"pk": world.condition.grant.pk}
    ),
    "grant-condition-met": lambda world: {"pk": world.condition.pk},
    **dict.fromkeys(
        ("advice-case", "advice-compare", "advice-version", "advice-comment", "advice-book", "advice-use"),
        lambda world: {"pk": world.advice["case"].pk},
    ),
    **dict.fromkeys(("advice-end", "advice-remove"), lambda world: {"pk": world.advice["leaves"].pk}),
    **dict.fromkeys(
        ("advice-comment-answer", "advice-comment-done"), lambda world: {"pk": world.advice["comment"].pk}
    ),
    **dict.fromkeys(
        ("advice-appointment-move", "advice-appointment-calendar"),
        lambda world: {"pk": world.advice["appointment"].pk},
    ),
    "advice-appointment-cancel": lambda world: {"pk": world.advice["ends"].pk},
    "advice-time-withdraw": lambda world: {"pk": world.advice["time"].pk},
    "guide": lambda world: {"country": "DK"},
    "guide-file": lambda world: {"country": "DK", "kind": "cv", "language": "da", "form": "docx"},
    "track-make": lambda world: {"pk": world.programme.pk},
    **dict.fromkeys(("track", "track-step-add"), lambda world: {"pk": world.step.track_id}),
    "track-step-remove": lambda world: {"pk": world.step.pk},
    "event-desk": lambda world: {"pk": world.event.pk},
    "event-edit": lambda world: {"pk": world.event.pk},
    "event-change": lambda world: {"pk": world.event.pk},
    "event-open": lambda world: {"pk": world.event.pk},
    "event-cancel": lambda world: {"pk": world.event.pk},
    "event-hold": lambda world: {"pk": world.event.pk},
    "event-setup": lambda world: {"pk": world.event.pk},
    "event-questions": lambda world: {"pk": world.event.pk},
    "event-quotas": lambda world: {"pk": world.event.pk},
    "event-organisations": lambda world: {"pk": world.event.pk},
    "event-organisation-add": lambda world: {"pk": world.event.pk},
    "event-organisation-remove": lambda world: {"pk": world.event.pk},
    "event-registrations": lambda world: {"pk": world.event.pk},
    "event-registration-decide": lambda world: {"pk": world.event.pk},
    "event-door": lambda world: {"pk": world.event.pk},
    "event-door-sync": lambda world: {"pk": world.event.pk},
    "event-badges": lambda world: {"pk": world.event.pk},
    "event-delegates": lambda world: {"pk": world.event.pk},
    "event-delegates-table": lambda world: {"pk": world.event.pk},
    **dict.fromkeys(
        (
            "event-sessions",
            "event-session-save",
            "event-room-save",
            "event-speaker-save",
            "event-programme-remove",
            "event-input",
            "event-input-save",
            "event-input-give",
            "event-input-send",
            "event-decisions",
            "event-decision-save",
            "event-programme",
            "event-programme-calendar",
        ),
        lambda world: {"pk": world.event.pk},
    ),
    "event": lambda world: {"pk": world.event.pk},
    "event-calendar": lambda world: {"pk": world.event.pk},
    "event-register": lambda world: {"pk": world.event.pk},
    "ticket": lambda world: {"key": "unknown"},
    "ticket-take": lambda world: {"key": "unknown"},
    "ticket-cancel": lambda world: {"key": "unknown"},
    "ticket-feedback": lambda world: {"key": "unknown"},
    "ticket-feedback-send": lambda world: {"key": "unknown"},
    "ticket-certificate": lambda world: {"key": "unknown"},
    **{
        f"ticket-{step}": lambda world: {"key": "unknown"}
        for step in ("session", "way", "photos", "attend", "input", "input-send", "decisions")
    },
    "programme-events": lambda world: {"pk": world.programme.pk},
    "event-new": lambda world: {"pk": world.programme.pk},
    "event-add": lambda world: {"pk": world.programme.pk},
    "event-series-new": lambda world: {"pk": world.programme.pk},
    "event-series-add": lambda world: {"pk": world.programme.pk},
    "event-series": lambda world: {"pk": world.event_series.pk},
    "event-series-change": lambda world: {"pk": world.event_series.pk},
    **dict.fromkeys(
        (
            *("prospect-new", "prospect-add", "arrangement", "arrangement-write", "arrangement-agree"),
            *(
                "programme-privacy",
                "exchange-new",
                "exchange-add",
                "hub-new",
                "hub-add",
                "survey-new",
                "survey-add",
            ),
        ),
        lambda world: {"pk": world.programme.pk},
    ),
    **dict.fromkeys(
        ("prospect", "prospect-change", "prospect-invite", "prospect-move", "prospect-confirm"),
        lambda world: {"pk": world.partnership["prospect"].pk},
    ),
    **dict.fromkeys(("exchange", "exchange-change"), lambda world: {"pk": world.partnership["exchange"].pk}),
    **dict.fromkeys(
        ("hub-edit", "hub-change", "hub-contact"), lambda world: {"pk": world.partnership["hub"].pk}
    ),
    "hub": lambda world: {"code": world.partnership["hub"].code},
    **dict.fromkeys(
        (
            *("survey", "survey-change", "survey-questions", "survey-wave-add", "survey-compare"),
            *("survey-translate", "survey-translate-save"),
        ),
        lambda world: {"pk": world.partnership["survey"].pk},
    ),
    **dict.fromkeys(
        ("survey-wave", "survey-wave-close", "survey-wave-invite", "survey-wave-import"),
        lambda world: {"pk": world.partnership["wave"].pk},
    ),
    **dict.fromkeys(("survey-answer", "survey-send"), lambda world: {"key": world.partnership["wave"].key}),
    **dict.fromkeys(
        ("company-structure", "company-site-add", "company-role-add", "company-relation-add"),
        lambda world: {"pk": world.organisation.pk},
    ),
    "company-part-end": lambda world: {"pk": world.organisation.pk},
    **dict.fromkeys(
        (
            "agreement",
            "agreement-print",
            "agreement-edit",
            "agreement-change",
            "agreement-answer",
            "agreement-end",
            "agreement-sign",
        ),
        lambda world: {"pk": world.agreement.pk},
    ),
    **dict.fromkeys(("agreement-new", "agreement-write"), lambda world: {"pk": world.application.pk}),
    **dict.fromkeys(("follow-up", "follow-up-note"), lambda world: {"pk": world.follow_up.pk}),
    **dict.fromkeys(
        ("cohort-follow", "benchmark-add", "benchmark-remove"), lambda world: {"pk": world.programme.pk}
    ),
    **dict.fromkeys(("follow-up-answer", "follow-up-send"), lambda world: {"key": "unknown"}),
    "one-tap": lambda world: {"token": "unknown"},
    "one-tap-do": lambda world: {"token": "unknown"},
    "one-tap-unsubscribe": lambda world: {"token": "unknown"},
}
# Pages whose permission is over everything, but that show the rows of the visitor's scope one by one.
ROW_OF = {
    "opportunity": "opportunities.view_opportunity",
    "opportunity-what-if": "matching.view_ranking",
    "opportunity-language-need": "opportunities.change_opportunity",
}


# What a form sends, where the answer to an empty one is a refusal.
BODIES: Mapping[str, Callable[[World], dict[str, Any]]] = {
    "opportunity-new-read": lambda world: {"organisation": world.organisation.pk, "text": ""},
    "paste-ad-save": lambda world: {"organisation": world.organisation.pk, "text": ""},
}


def addresses(
    patterns: list[URLPattern | URLResolver], below: str = ""
) -> Iterator[tuple[str, str, Callable[..., Any]]]:
    for pattern in patterns:
        route = f"{below}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route)
        elif not route.startswith("admin/"):
            yield str(pattern.name), route, pattern.callback


PAGES = [
    one for one in addresses(get_resolver().url_patterns) if not one[1].startswith("api/v1/")
]  # the operations of the API are walked below


@pytest.fixture(autouse=True)
def _short_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of times the status alone is looked at; how a refusal looks is tested beside `web.errors`."""
    monkeypatch.setattr(errors, "render", lambda _request, _template, status: HttpResponse(status=status))


def visit(client: Client, user: User | None, name: str, place: World, view: Any) -> int:
    if user and not client.session.get(SESSION_KEY):
        client.force_login(user)
    address = reverse(name, kwargs=SAMPLES.get(name, lambda _: {})(place))
    body = BODIES.get(name, lambda _: {})(place)
    with outside_of_scopes():  # the request has to enter its own
        posts = getattr(view, "writes", False) and not getattr(view, "answers_get", False)
        response = client.post(address, body) if posts else client.get(address)
    assert set(response.cookies) <= {"sessionid"}, f"{address} sets {set(response.cookies)}"
    if user is None and not posts:  # who only reads gets none at all
        assert not response.cookies, f"reading {address} sets {set(response.cookies)}"
    if response.status_code == 302 and "/log-in/?next=" in response.headers["Location"]:
        return 403
    return response.status_code


@pytest.mark.parametrize("role", ROLES)
def test_who_is_tied_to_a_thing_gets_in_where_the_table_says(vocabulary: Vocabulary, role: str) -> None:
    own, wrong = world(role), []
    client = Client(headers={"accept-language": "en"})
    for name, route, view in PAGES:
        status = visit(client, own.users.get(role), name, own, view)
        permission = TABLE.get(ROW_OF.get(name, view.may))
        expected = (
            permission is None or role in permission.extents and any(map(is_met, permission.extents[role]))
        )
        if expected and (status == 403 or status >= 500):
            wrong.append(f"{role} is refused at {route}: {status}")
        if not expected and status not in REFUSED:
            wrong.append(f"{role} gets in at {route}: {status}")
    assert wrong == []


def is_met(extent: Extent) -> bool:
    """In a world that one is tied to; its opportunity is a draft and its candidate shows itself to nobody."""
    return extent not in (Extent.OPEN, Extent.SHOWN)


@pytest.mark.parametrize("role", ROLES)
def test_stranger_gets_in_only_where_the_table_says_all(vocabulary: Vocabulary, role: str) -> None:
    stranger, theirs, wrong = UserFactory(role=role) if role != VISITOR else None, world(), []
    client = Client(headers={"accept-language": "en"})
    for name, route, view in PAGES:
        if name not in SAMPLES and name not in BODIES:
            continue
        status = visit(client, stranger, name, theirs, view)
        permission = TABLE.get(ROW_OF.get(name, view.may))
        if (permission is None or permission.extents.get(role) != (Extent.ALL,)) and status not in REFUSED:
            wrong.append(f"{role} gets in at {route}: {status}")
    assert wrong == []


def test_every_address_asks_for_a_permission_of_the_table_or_is_for_anyone() -> None:
    unknown = [
        (route, view.may) for _, route, view in PAGES if view.may is not None and view.may not in TABLE
    ]
    assert unknown == []


# --- the API -----------------------------------------------------------------------------------------------
OPERATIONS = [
    (method, address, operation)
    for address, methods in api.get_openapi_schema(path_prefix="/api/v1/")["paths"].items()
    for method, operation in methods.items()
]
TRANSLATION = {"title": "Svejser", "text": "Du kan svejse.", "translated_by": "person"}
NEED = {"languages": ["da"], "setting": "formal", "modality": "required", "level": "B1"}


def ask(user: User | None, method: str, address: str, operation: dict[str, Any], place: World) -> int:
    things = {"candidates": place.candidate, "applications": place.application}
    thing = things.get(address.split("/")[3], place.opportunity)
    code = place.programme.code if "/programmes/" in address else place.organisation.code
    values = {"languages": "da", "setting": "formal", "text": "welding", "uri": "skill:welding"}
    query = {one["name"]: values[one["name"]] for one in operation["parameters"] if one["name"] in values}
    bodies: dict[str, dict[str, Any]] = {
        "/api/v1/opportunities": {"hiring_organisation": place.organisation.code, "text": LONG_AD},
        "/api/v1/ads/preview": {"text": LONG_AD},
        "/api/v1/opportunities/{id}/language-needs": NEED,
        "/api/v1/opportunities/{id}/translations/{language}": TRANSLATION,
        "/api/v1/opportunities/{id}/invitations": {"candidate": place.candidate.pk},
        "/api/v1/applications/{id}/answer": {"state": "talking"},
        "/api/v1/applications/{id}/end-reason": {"reason": "other"},
        "/api/v1/applications/{id}/answer-invitation": {"accept": False},
        "/api/v1/applications/{id}/sharing": {"is_shared": False},
    }
    headers = {"accept-language": "en"}
    if user:
        at = dt.datetime.now(tz=dt.UTC)
        _token, secret = create_token(user=user, name="x", scopes=list(TokenScope), days=1, by=None, at=at)
        headers["authorization"] = f"Bearer {secret}"
    path = address.replace("{id}", str(thing.pk)).replace("{code}", code).replace("{language}", "da")
    with outside_of_scopes():
        response = Client(headers=headers).generic(
            method.upper(),
            f"{path}?{urlencode(query)}",
            json.dumps(bodies.get(address, {})),
            content_type="application/json",
        )
    return response.status_code


@pytest.mark.parametrize("role", ROLES)
def test_operations_let_in_whom_the_table_lets_in(vocabulary: Vocabulary, role: str) -> None:
    own, stranger, wrong = world(), UserFactory(role=role) if role != VISITOR else None, []
    for method, address, operation in OPERATIONS:
        extents = TABLE[operation["x-permission"]].extents.get(role, ())
        is_open = operation["x-scope"] == "none"
        status = ask(own.users.get(role), method, address, operation, own)
        expected = any(map(is_met, extents)) and (is_open or role != VISITOR)
        if expected and (status in {401, 403} or status >= 500):
            wrong.append(f"{role} is refused at {method} {address}: {status}")
        if not expected and status not in {401, 403, 404}:
            wrong.append(f"{role} gets in at {method} {address}: {status}")
        if "{" in address or method != "get":
            theirs = ask(stranger, method, address, operation, own)
            if Extent.ALL not in extents and theirs not in {401, 403, 404}:
                wrong.append(f"a stranger ({role}) gets in at {method} {address}: {theirs}")
    assert wrong == []
