"""Agreed meetings that want a slot: read from the MiniZinc data of the published benchmark."""

from brobygger.data.agendas.dzn import DznError, Value, read_dzn
from brobygger.data.agendas.reading import read_agenda

__all__ = ["DznError", "Value", "read_agenda", "read_dzn"]
