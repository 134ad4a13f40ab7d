from brobygger.apps.people.models.candidate import Candidate, CandidateQuerySet, speaks_for_accepted
from brobygger.apps.people.models.candidate_background import CandidateBackground
from brobygger.apps.people.models.candidate_document import CandidateDocument
from brobygger.apps.people.models.candidate_fact import CandidateFact
from brobygger.apps.people.models.candidate_identity import CandidateIdentity
from brobygger.apps.people.models.candidate_merge import CandidateMerge, DistinctCandidates
from brobygger.apps.people.models.candidate_profile import CandidateProfile
from brobygger.apps.people.models.consent_entry import ConsentEntry
from brobygger.apps.people.models.erasure_request import ErasureRequest
from brobygger.apps.people.models.position_preference import PositionPreference
from brobygger.apps.people.models.programme_showing import ProgrammeShowing
from brobygger.apps.people.models.work_permit import WorkPermit

__all__ = [
    "Candidate",
    "CandidateBackground",
    "CandidateDocument",
    "CandidateFact",
    "CandidateIdentity",
    "CandidateMerge",
    "CandidateProfile",
    "CandidateQuerySet",
    "ConsentEntry",
    "DistinctCandidates",
    "ErasureRequest",
    "PositionPreference",
    "ProgrammeShowing",
    "WorkPermit",
    "speaks_for_accepted",
]
