from brobygger.apps.organisations.models.contact import Contact
from brobygger.apps.organisations.models.contact_invitation import ContactInvitation
from brobygger.apps.organisations.models.organisation import Organisation, OrganisationQuerySet
from brobygger.apps.organisations.models.organisation_merge import DistinctOrganisations, OrganisationMerge

__all__ = [
    "Contact",
    "ContactInvitation",
    "DistinctOrganisations",
    "Organisation",
    "OrganisationMerge",
    "OrganisationQuerySet",
]
