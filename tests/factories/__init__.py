"""One small factory per model, without surprises: what a test does not name has one plain value."""

from tests.factories.applications import ApplicationFactory
from tests.factories.events import EventFactory, EventSeriesFactory
from tests.factories.mail import MessageFactory
from tests.factories.matching import MatchFactory, MatchRunFactory, WeightProposalFactory
from tests.factories.opportunities import LanguageNeedFactory, OpportunityFactFactory, OpportunityFactory
from tests.factories.organisations import ContactFactory, OrganisationFactory
from tests.factories.people import (
    CandidateBackgroundFactory,
    CandidateDocumentFactory,
    CandidateFactFactory,
    CandidateFactory,
    CandidateIdentityFactory,
    ConsentEntryFactory,
    PositionPreferenceFactory,
)
from tests.factories.programmes import PartnershipFactory, ProgrammeFactory, ProgrammeTargetFactory
from tests.factories.users import UserFactory
from tests.factories.visiting import (
    CallBatchFactory,
    CallFactory,
    CooperationFactory,
    GrantConditionFactory,
    GrantFactory,
    HostStoryFactory,
    RegisteredCompanyFactory,
    TargetListFactory,
    VisitFactory,
    VisitSlotFactory,
)

__all__ = [
    "ApplicationFactory",
    "CallBatchFactory",
    "CallFactory",
    "CandidateBackgroundFactory",
    "CandidateDocumentFactory",
    "CandidateFactFactory",
    "CandidateFactory",
    "CandidateIdentityFactory",
    "ConsentEntryFactory",
    "ContactFactory",
    "CooperationFactory",
    "EventFactory",
    "EventSeriesFactory",
    "GrantConditionFactory",
    "GrantFactory",
    "HostStoryFactory",
    "LanguageNeedFactory",
    "MatchFactory",
    "MatchRunFactory",
    "MessageFactory",
    "OpportunityFactFactory",
    "OpportunityFactory",
    "OrganisationFactory",
    "PartnershipFactory",
    "PositionPreferenceFactory",
    "ProgrammeFactory",
    "ProgrammeTargetFactory",
    "RegisteredCompanyFactory",
    "TargetListFactory",
    "UserFactory",
    "VisitFactory",
    "VisitSlotFactory",
    "WeightProposalFactory",
]
