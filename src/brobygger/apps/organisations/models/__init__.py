from brobygger.apps.organisations.models.organisation import Organisation, OrganisationQuerySet
from brobygger.apps.organisations.models.organisation_merge import DistinctOrganisations, OrganisationMerge

__all__ = ["DistinctOrganisations", "Organisation", "OrganisationMerge", "OrganisationQuerySet"]
