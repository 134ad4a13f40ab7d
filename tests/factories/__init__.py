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
from tests.factories.partnership import (
    ArrangementFactory,
    ExchangeEntryFactory,
    HubFactory,
    ProspectFactory,
    SurveyFactory,
    SurveyQuestionFactory,
    SurveyWaveFactory,
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
    "AmbassadorBookingFactory",
    "ApplicationFactory",
    "AppointmentFactory",
    "ArrangementFactory",
    "CallBatchFactory",
    "CallFactory",
    "CampaignFactory",
    "CandidateBackgroundFactory",
    "CandidateDocumentFactory",
    "CandidateFactFactory",
    "CandidateFactory",
    "CandidateIdentityFactory",
    "CheckInFactory",
    "ConsentEntryFactory",
    "ContactFactory",
    "CooperationFactory",
    "DatingCompanyFactory",
    "DatingEveningFactory",
    "DatingStudentFactory",
    "DatingWishFactory",
    "EventFactory",
    "EventSeriesFactory",
    "ExchangeEntryFactory",
    "GrantConditionFactory",
    "GrantFactory",
    "HostStoryFactory",
    "HubFactory",
    "IntakeTrackFactory",
    "LanguageNeedFactory",
    "MatchFactory",
    "MatchRunFactory",
    "MessageFactory",
    "OpportunityFactFactory",
    "OpportunityFactory",
    "OrganisationFactory",
    "ParticipationFactory",
    "PartnershipFactory",
    "PositionPreferenceFactory",
    "ProgrammeFactory",
    "ProgrammeTargetFactory",
    "ProspectFactory",
    "RegisteredCompanyFactory",
    "RegistrationFactory",
    "StudentFactory",
    "SurveyFactory",
    "SurveyQuestionFactory",
    "SurveyWaveFactory",
    "TargetListFactory",
    "TimetableVersionFactory",
    "TrackStepFactory",
    "UserFactory",
    "VisitFactory",
    "VisitSlotFactory",
    "WeightProposalFactory",
]
