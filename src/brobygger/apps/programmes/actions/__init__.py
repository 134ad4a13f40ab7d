"""What is done with a programme, and the import of those who take part in one."""

from brobygger.apps.programmes.actions.arrangements import agree_to_arrangement, write_arrangement
from brobygger.apps.programmes.actions.exchanges import (
    ExchangeDetails,
    change_exchange,
    note_exchange,
    remove_exchange,
)
from brobygger.apps.programmes.actions.hubs import (
    HubDetails,
    add_hub_contact,
    remove_hub_contact,
    save_hub,
)
from brobygger.apps.programmes.actions.imports import (
    ImportedAlready,
    PlanChanged,
    apply_import,
    choose_for_import,
    import_table,
    upload_table,
)
from brobygger.apps.programmes.actions.joining import (
    NotJoinable,
    join_programme,
    leave_programme,
    set_joining,
)
from brobygger.apps.programmes.actions.kept_columns import forget_columns, keep_columns
from brobygger.apps.programmes.actions.programmes import (
    ProgrammeDetails,
    TargetDetails,
    add_members,
    remove_partner,
    save_programme,
    set_approval,
    set_partner,
    set_weights,
)
from brobygger.apps.programmes.actions.prospects import (
    ImpossibleMove,
    NewOrganisation,
    ProspectDetails,
    add_prospect,
    answer_invitation,
    change_prospect,
    confirm_partner,
    invite_prospect,
    move_prospect,
)

__all__ = [
    "ExchangeDetails",
    "HubDetails",
    "ImportedAlready",
    "ImpossibleMove",
    "NewOrganisation",
    "NotJoinable",
    "PlanChanged",
    "ProgrammeDetails",
    "ProspectDetails",
    "TargetDetails",
    "add_hub_contact",
    "add_members",
    "add_prospect",
    "agree_to_arrangement",
    "answer_invitation",
    "apply_import",
    "change_exchange",
    "change_prospect",
    "choose_for_import",
    "confirm_partner",
    "forget_columns",
    "import_table",
    "invite_prospect",
    "join_programme",
    "keep_columns",
    "leave_programme",
    "move_prospect",
    "note_exchange",
    "remove_exchange",
    "remove_hub_contact",
    "remove_partner",
    "save_hub",
    "save_programme",
    "set_approval",
    "set_joining",
    "set_partner",
    "set_weights",
    "upload_table",
    "write_arrangement",
]
