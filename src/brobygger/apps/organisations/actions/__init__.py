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
from brobygger.apps.organisations.actions.merging import (
    CannotUndo,
    UndoLaterFirst,
    merge_organisations,
    say_organisations_differ,
    undo_merge_of_organisations,
)
from brobygger.apps.organisations.actions.organisations import (
    ChangedMeanwhile,
    OrganisationDetails,
    change_organisation,
    save_organisation,
    set_engagement,
)
from brobygger.apps.organisations.actions.registration import (
    Registration,
    confirm_registration,
    register_organisation,
)
from brobygger.apps.organisations.actions.structure import (
    RoleDetails,
    SiteDetails,
    add_relation,
    add_role,
    add_site,
    close_site,
    end_relation,
    end_role,
)
from brobygger.apps.organisations.actions.vetting import (
    ImpossibleDecision,
    ReasonMissing,
    set_invitation_limit,
    vet_organisation,
)

__all__ = [
    "AlreadyContact",
    "CannotUndo",
    "ChangedMeanwhile",
    "ImpossibleDecision",
    "LastManager",
    "OrganisationDetails",
    "OtherRole",
    "ReasonMissing",
    "Registration",
    "RoleDetails",
    "SiteDetails",
    "UndoLaterFirst",
    "accept_contact_invitation",
    "add_relation",
    "add_role",
    "add_site",
    "change_contact",
    "change_organisation",
    "close_site",
    "confirm_registration",
    "end_relation",
    "end_role",
    "invite_contact",
    "merge_organisations",
    "register_organisation",
    "remove_contact",
    "save_organisation",
    "say_organisations_differ",
    "set_contacts",
    "set_engagement",
    "set_invitation_limit",
    "undo_merge_of_organisations",
    "vet_organisation",
    "withdraw_contact_invitation",
]
