from brobygger.apps.programmes.models.partnership import Partnership
from brobygger.apps.programmes.models.programme import Programme
from brobygger.apps.programmes.models.programme_target import ProgrammeTarget
from brobygger.apps.programmes.models.table_import import TableImport

__all__ = ["Partnership", "Programme", "ProgrammeTarget", "TableImport"]
