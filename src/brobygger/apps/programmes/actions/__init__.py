"""What is done with a programme, and the import of those who take part in one."""

from brobygger.apps.programmes.actions.imports import (
    ImportedAlready,
    PlanChanged,
    apply_import,
    choose_for_import,
    import_table,
    upload_table,
)
from brobygger.apps.programmes.actions.programmes import (
    ProgrammeDetails,
    TargetDetails,
    add_members,
    remove_partner,
    save_programme,
    set_partner,
    set_weights,
)

__all__ = [
    "ImportedAlready",
    "PlanChanged",
    "ProgrammeDetails",
    "TargetDetails",
    "add_members",
    "apply_import",
    "choose_for_import",
    "import_table",
    "remove_partner",
    "save_programme",
    "set_partner",
    "set_weights",
    "upload_table",
]
