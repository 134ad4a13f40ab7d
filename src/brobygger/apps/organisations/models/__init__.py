from brobygger.apps.organisations.models.contact import Contact
from brobygger.apps.organisations.models.contact_invitation import ContactInvitation
from brobygger.apps.organisations.models.organisation import Organisation, OrganisationQuerySet

__all__ = ["Contact", "ContactInvitation", "Organisation", "OrganisationQuerySet"]
