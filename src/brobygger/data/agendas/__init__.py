"""Agreed meetings that want a slot: read from the MiniZinc data of the published benchmark, written for people."""

from brobygger.data.agendas.dzn import DznError, Value, read_dzn
from brobygger.data.agendas.reading import SPREAD, read_agenda
from brobygger.data.agendas.writing import write_timed

__all__ = ["SPREAD", "DznError", "Value", "read_agenda", "read_dzn", "write_timed"]
