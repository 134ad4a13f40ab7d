"""What is done with an organisation and with those who speak for it."""

from brobygger.apps.organisations.actions.contacts import (
    AlreadyContact,
    LastManager,
    OtherRole,
    accept_contact_invitation,
    change_contact,
    invite_contact,
    remove_contact,
    set_contacts,
    withdraw_contact_invitation,
)
from brobygger.apps.organisations.actions.organisations import OrganisationDetails, save_organisation

__all__ = [
    "AlreadyContact",
    "LastManager",
    "OrganisationDetails",
    "OtherRole",
    "accept_contact_invitation",
    "change_contact",
    "invite_contact",
    "remove_contact",
    "save_organisation",
    "set_contacts",
    "withdraw_contact_invitation",
]
