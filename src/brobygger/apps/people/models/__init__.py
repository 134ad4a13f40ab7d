from brobygger.apps.people.models.candidate import Candidate, CandidateQuerySet
from brobygger.apps.people.models.candidate_background import CandidateBackground
from brobygger.apps.people.models.candidate_document import CandidateDocument
from brobygger.apps.people.models.candidate_fact import CandidateFact
from brobygger.apps.people.models.candidate_identity import CandidateIdentity
from brobygger.apps.people.models.candidate_profile import CandidateProfile
from brobygger.apps.people.models.erasure_request import ErasureRequest
from brobygger.apps.people.models.position_preference import PositionPreference

__all__ = [
    "Candidate",
    "CandidateBackground",
    "CandidateDocument",
    "CandidateFact",
    "CandidateIdentity",
    "CandidateProfile",
    "CandidateQuerySet",
    "ErasureRequest",
    "PositionPreference",
]
