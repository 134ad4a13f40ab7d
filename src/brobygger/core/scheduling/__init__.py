"""Who meets whom when: exact, fair and repairable timetables, each with a certificate."""

from brobygger.core.scheduling.asking import problem_of
from brobygger.core.scheduling.certificate import Certificate, PricedCut, Proof, ProvenBy
from brobygger.core.scheduling.checks import objections, proven_total
from brobygger.core.scheduling.data import Pairs, SchedulingProblem, Side
from brobygger.core.scheduling.dial import DialStep, fairness_dial
from brobygger.core.scheduling.filling import fill_up, is_anybody_lacking, short_of
from brobygger.core.scheduling.findings import Finding, Unplannable
from brobygger.core.scheduling.records import MUTUAL, Company, PairRule, Resource, Round, Student, Wish
from brobygger.core.scheduling.repair import News, Repair, repair
from brobygger.core.scheduling.result import Meeting, Plan, Timetable
from brobygger.core.scheduling.rooms import Room, room_of
from brobygger.core.scheduling.solve import EFFORT, FLOOR, solve
from brobygger.core.scheduling.words import LANGUAGES

__all__ = [
    "EFFORT",
    "FLOOR",
    "LANGUAGES",
    "MUTUAL",
    "Certificate",
    "Company",
    "DialStep",
    "Finding",
    "Meeting",
    "News",
    "PairRule",
    "Pairs",
    "Plan",
    "PricedCut",
    "Proof",
    "ProvenBy",
    "Repair",
    "Resource",
    "Room",
    "Round",
    "SchedulingProblem",
    "Side",
    "Student",
    "Timetable",
    "Unplannable",
    "Wish",
    "fairness_dial",
    "fill_up",
    "is_anybody_lacking",
    "objections",
    "problem_of",
    "proven_total",
    "repair",
    "room_of",
    "short_of",
    "solve",
]
