from brobygger.apps.placements.models.agreement import Agreement
from brobygger.apps.placements.models.agreement_acceptance import AgreementAcceptance
from brobygger.apps.placements.models.agreement_version import AgreementVersion
from brobygger.apps.placements.models.placement import Placement

__all__ = ["Agreement", "AgreementAcceptance", "AgreementVersion", "Placement"]
