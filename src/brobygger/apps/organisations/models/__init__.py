from brobygger.apps.organisations.models.contact import Contact
from brobygger.apps.organisations.models.contact_invitation import ContactInvitation
from brobygger.apps.organisations.models.organisation import Organisation, OrganisationQuerySet
from brobygger.apps.organisations.models.organisation_merge import DistinctOrganisations, OrganisationMerge
from brobygger.apps.organisations.models.organisation_relation import OrganisationRelation
from brobygger.apps.organisations.models.organisation_role import OrganisationRole
from brobygger.apps.organisations.models.site import Site

__all__ = [
    "Contact",
    "ContactInvitation",
    "DistinctOrganisations",
    "Organisation",
    "OrganisationMerge",
    "OrganisationQuerySet",
    "OrganisationRelation",
    "OrganisationRole",
    "Site",
]
