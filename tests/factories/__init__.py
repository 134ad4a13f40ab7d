"""One small factory per model, without surprises: what a test does not name has one plain value."""

from tests.factories.advice import (
    AdviceAppointmentFactory,
    AdviceCaseFactory,
    AdviceCommentFactory,
    AdviceTimeFactory,
    AdviceVersionFactory,
    IntakeTrackFactory,
    TrackStepFactory,
)
from tests.factories.applications import ApplicationFactory
from tests.factories.dating import (
    AppointmentFactory,
    DatingCompanyFactory,
    DatingEveningFactory,
    DatingStudentFactory,
    DatingWishFactory,
    TimetableVersionFactory,
)
from tests.factories.events import (
    CheckInFactory,
    EventFactory,
    EventSeriesFactory,
    ParticipationFactory,
    RegistrationFactory,
)
from tests.factories.mail import MessageFactory
from tests.factories.matching import MatchFactory, MatchRunFactory, WeightProposalFactory
from tests.factories.opportunities import LanguageNeedFactory, OpportunityFactFactory, OpportunityFactory
from tests.factories.organisations import ContactFactory, OrganisationFactory
from tests.factories.outreach import (
    AgentFactory,
    AmbassadorBookingFactory,
    CampaignFactory,
    StudentFactory,
)
from tests.factories.people import (
    CandidateBackgroundFactory,
    CandidateDocumentFactory,
    CandidateFactFactory,
    CandidateFactory,
    CandidateIdentityFactory,
    ConsentEntryFactory,
    PositionPreferenceFactory,
)
from tests.factories.placements import (
    AgreementFactory,
    AgreementVersionFactory,
    CohortMemberFactory,
    PlacementFactory,
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
    "AdviceAppointmentFactory",
    "AdviceCaseFactory",
    "AdviceCommentFactory",
    "AdviceTimeFactory",
    "AdviceVersionFactory",
    "AgentFactory",
    "AgreementFactory",
    "AgreementVersionFactory",
    "AmbassadorBookingFactory",
    "RegistrationFactory",
    "ParticipationFactory",
    "CheckInFactory",
    "ApplicationFactory",
    "AppointmentFactory",
    "CampaignFactory",
    "CallBatchFactory",
    "CallFactory",
    "CandidateBackgroundFactory",
    "CandidateDocumentFactory",
    "CandidateFactFactory",
    "CandidateFactory",
    "CandidateIdentityFactory",
    "CohortMemberFactory",
    "ConsentEntryFactory",
    "ContactFactory",
    "DatingCompanyFactory",
    "DatingEveningFactory",
    "DatingStudentFactory",
    "DatingWishFactory",
    "CooperationFactory",
    "EventFactory",
    "EventSeriesFactory",
    "GrantConditionFactory",
    "GrantFactory",
    "HostStoryFactory",
    "IntakeTrackFactory",
    "LanguageNeedFactory",
    "MatchFactory",
    "MatchRunFactory",
    "MessageFactory",
    "OpportunityFactFactory",
    "OpportunityFactory",
    "OrganisationFactory",
    "PartnershipFactory",
    "PositionPreferenceFactory",
    "PlacementFactory",
    "ProgrammeFactory",
    "ProgrammeTargetFactory",
    "TimetableVersionFactory",
    "TrackStepFactory",
    "StudentFactory",
    "RegisteredCompanyFactory",
    "TargetListFactory",
    "UserFactory",
    "VisitFactory",
    "VisitSlotFactory",
    "WeightProposalFactory",
]
