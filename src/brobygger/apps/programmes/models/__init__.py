from brobygger.apps.programmes.models.erased_count import ErasedCount
from brobygger.apps.programmes.models.partnership import Partnership
from brobygger.apps.programmes.models.programme import Programme
from brobygger.apps.programmes.models.programme_target import ProgrammeTarget
from brobygger.apps.programmes.models.table_import import TableImport

__all__ = ["ErasedCount", "Partnership", "Programme", "ProgrammeTarget", "TableImport"]
