from brobygger.apps.programmes.models.arrangement import Arrangement, ArrangementAgreement, ArrangementDuty
from brobygger.apps.programmes.models.erased_count import ErasedCount
from brobygger.apps.programmes.models.exchange_entry import ExchangeEntry
from brobygger.apps.programmes.models.hub import Hub, HubContact
from brobygger.apps.programmes.models.kept_columns import KeptColumns
from brobygger.apps.programmes.models.partnership import Partnership
from brobygger.apps.programmes.models.programme import Programme
from brobygger.apps.programmes.models.programme_target import ProgrammeTarget
from brobygger.apps.programmes.models.prospect import Prospect, ProspectStep
from brobygger.apps.programmes.models.table_import import TableImport

__all__ = [
    "Arrangement",
    "ArrangementAgreement",
    "ArrangementDuty",
    "ErasedCount",
    "ExchangeEntry",
    "Hub",
    "HubContact",
    "KeptColumns",
    "Partnership",
    "Programme",
    "ProgrammeTarget",
    "Prospect",
    "ProspectStep",
    "TableImport",
]
