"""Short waits: when agreed meetings are held, so that as few gaps as possible lie between them."""

from brobygger.core.scheduling.gaps.checks import objections
from brobygger.core.scheduling.gaps.data import Agenda, Agreed, Session
from brobygger.core.scheduling.gaps.result import Known, Timed
from brobygger.core.scheduling.gaps.solve import EFFORT, shorten_waits

__all__ = ["EFFORT", "Agenda", "Agreed", "Known", "Session", "Timed", "objections", "shorten_waits"]
