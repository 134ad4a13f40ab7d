"""Kinds and states of an opportunity, and how a company words its need of a language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class OpportunityKind(models.TextChoices):
    """`core.reading.OpportunityKind` with words for people."""

    INTERNSHIP = "internship", _("internship")
    THESIS = "thesis", _("thesis with a company")
    PROJECT = "project", _("project with a company")
    STUDENT_JOB = "student_job", _("student job")
    GRADUATE_JOB = "graduate_job", _("graduate job")
    JOB = "job", _("job")
    RESEARCH = "research", _("research")
    TEACHING = "teaching", _("teaching")
    APPRENTICESHIP = "apprenticeship", _("apprenticeship")


class PaidBy(models.TextChoices):
    """`core.reading.PaidBy` with words for people."""

    COMPANY = "company", _("the company")
    PROGRAMME = "programme", _("a programme or fund")
    SHARED = "shared", _("the company and a programme or fund, shared")
    UNPAID = "unpaid", _("unpaid, for study credits")
    OWN_GRANT = "own_grant", _("the student's own grant")


NAMES_A_FUND: Final = frozenset({PaidBy.PROGRAMME, PaidBy.SHARED, PaidBy.OWN_GRANT})
"""Where the programme, fund or grant that pays can have a name."""


class OpportunityState(models.TextChoices):
    DRAFT = "draft", _("draft")
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")
    REMOVED = "removed", _("taken down")


class Translator(models.TextChoices):
    """Who translated an ad. Nobody is assumed: whoever saves a translation has to say it."""

    PERSON = "person", _("a person")
    MACHINE = "machine", _("a machine")


TRANSITIONS: Final[Mapping[OpportunityState, frozenset[OpportunityState]]] = {
    OpportunityState.DRAFT: frozenset({OpportunityState.OPEN, OpportunityState.CLOSED}),
    OpportunityState.OPEN: frozenset({OpportunityState.CLOSED}),
    OpportunityState.CLOSED: frozenset({OpportunityState.OPEN}),
    OpportunityState.REMOVED: frozenset(),  # only who took it down puts it back
}


class OpenedThrough(models.TextChoices):
    """What brought an opportunity before somebody's eyes."""

    PAGE = "page", _("the public page")
    AGENT = "agent", _("the link of an agent or ambassador")
    MAIL = "mail", _("a mail to somebody whom it fits")


class ApplicationState(models.TextChoices):
    """How far a candidate and an organisation have come about one opportunity."""

    INVITED = "invited", _("invited")
    APPLIED = "applied", _("applied")
    TALKING = "talking", _("in talks")
    OFFERED = "offered", _("offered the place")
    PLACED = "placed", _("placed")
    REJECTED = "rejected", _("answered with a no")
    INVITATION_DECLINED = "invitation_declined", _("invitation declined")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Side(models.TextChoices):
    """Who moves an application."""

    CANDIDATE = "candidate", _("candidate")
    ORGANISATION = "organisation", _("organisation")


_NEW: Final = None  # before there is an application
APPLICATION_TRANSITIONS: Final[
    Mapping[ApplicationState | None, Mapping[Side, frozenset[ApplicationState]]]
] = {
    _NEW: {
        Side.CANDIDATE: frozenset({ApplicationState.APPLIED}),
        Side.ORGANISATION: frozenset({ApplicationState.INVITED}),
    },
    ApplicationState.INVITED: {
        Side.CANDIDATE: frozenset(
            {ApplicationState.APPLIED, ApplicationState.TALKING, ApplicationState.INVITATION_DECLINED}
        ),
        Side.ORGANISATION: frozenset(),
    },
    ApplicationState.APPLIED: {
        Side.CANDIDATE: frozenset({ApplicationState.WITHDRAWN}),
        Side.ORGANISATION: frozenset(
            {ApplicationState.TALKING, ApplicationState.OFFERED, ApplicationState.REJECTED}
        ),
    },
    ApplicationState.TALKING: {
        Side.CANDIDATE: frozenset({ApplicationState.WITHDRAWN}),
        Side.ORGANISATION: frozenset({ApplicationState.OFFERED, ApplicationState.REJECTED}),
    },
    ApplicationState.OFFERED: {
        Side.CANDIDATE: frozenset({ApplicationState.PLACED, ApplicationState.WITHDRAWN}),
        Side.ORGANISATION: frozenset({ApplicationState.PLACED, ApplicationState.REJECTED}),
    },
    ApplicationState.PLACED: {},
    ApplicationState.REJECTED: {Side.ORGANISATION: frozenset({ApplicationState.TALKING})},
    ApplicationState.INVITATION_DECLINED: {
        Side.CANDIDATE: frozenset({ApplicationState.APPLIED}),
        Side.ORGANISATION: frozenset({ApplicationState.INVITED}),
    },
    ApplicationState.WITHDRAWN: {
        Side.CANDIDATE: frozenset({ApplicationState.APPLIED}),
        Side.ORGANISATION: frozenset({ApplicationState.INVITED}),
    },
}
"""Who may move an application from where to where; nobody from where nothing stands."""
AWAITS_ORGANISATION: Final = ApplicationState.APPLIED
"""The state in which the organisation owes an answer."""
NAMES_THE_CANDIDATE: Final = frozenset(
    {
        ApplicationState.APPLIED,
        ApplicationState.TALKING,
        ApplicationState.OFFERED,
        ApplicationState.PLACED,
        ApplicationState.REJECTED,
    }
)
"""States in which the organisation sees who it is, unless the candidate has withdrawn the consent to that."""
SAYS_NO_NAME: Final = frozenset({ApplicationState.INVITED, ApplicationState.INVITATION_DECLINED})
"""Where what the candidate wrote was written to somebody who does not know the name."""


class EndReason(models.TextChoices):
    """Why an application ended, in words that both sides read."""

    SKILLS = "skills", _("other skills were needed more")
    EXPERIENCE = "experience", _("more experience was needed")
    LANGUAGE = "language", _("a language that the work needs")
    SOMEBODY_ELSE = "somebody_else", _("somebody else was chosen")
    PLACE_GONE = "place_gone", _("the place is not there any more")
    NO_TIME_TO_GUIDE = "no_time_to_guide", _("nobody has time to guide somebody now")
    WORK_RIGHT = "work_right", _("the right to work in the country")
    NOT_REACHED = "not_reached", _("nobody could be reached")
    FOUND_OTHER = "found_other", _("found something else")
    TASKS = "tasks", _("the tasks")
    STUDIES = "studies", _("the studies come first")
    DISTANCE = "distance", _("too far away")
    PERSONAL = "personal", _("personal reasons")
    DATES = "dates", _("the dates do not fit")
    PAY = "pay", _("the pay")
    OTHER = "other", _("something else")


_OF_BOTH: Final = (EndReason.DATES, EndReason.PAY, EndReason.LANGUAGE, EndReason.OTHER)
_OF_CANDIDATES: Final = (
    EndReason.FOUND_OTHER,
    EndReason.TASKS,
    EndReason.STUDIES,
    EndReason.DISTANCE,
    EndReason.PERSONAL,
    *_OF_BOTH,
)
END_REASONS: Final[Mapping[ApplicationState, tuple[EndReason, ...]]] = {
    ApplicationState.REJECTED: (
        EndReason.SKILLS,
        EndReason.EXPERIENCE,
        EndReason.SOMEBODY_ELSE,
        EndReason.PLACE_GONE,
        EndReason.NO_TIME_TO_GUIDE,
        EndReason.WORK_RIGHT,
        EndReason.NOT_REACHED,
        *_OF_BOTH,
    ),
    ApplicationState.INVITATION_DECLINED: _OF_CANDIDATES,
    ApplicationState.WITHDRAWN: _OF_CANDIDATES,
}
"""The states in which an application has ended without a place, and the reasons that may be given there."""


class LanguageSetting(models.TextChoices):
    """`core.reading.Setting` with words for people."""

    FORMAL = "formal", _("in the work itself")
    INFORMAL = "informal", _("over coffee")


class LanguageTask(models.TextChoices):
    """`core.reading.LanguageTask` with words for people. The coffee table alone is no part of the work itself."""

    SAFETY = "safety", _("understands safety instructions")
    CUSTOMERS = "customers", _("talks with customers")
    DOCUMENTATION = "documentation", _("reads and writes documentation")
    MEETINGS = "meetings", _("takes part in meetings")
    FLOOR = "floor", _("talks with colleagues on the floor")
    OTHER = "other", _("anything else in the work")
    COFFEE = "coffee", _("talks at the coffee table")

    @property
    def setting(self) -> LanguageSetting:
        return LanguageSetting.INFORMAL if self == LanguageTask.COFFEE else LanguageSetting.FORMAL


class LanguageModality(models.TextChoices):
    """What a company may say of a language: part of `core.reading.Modality`, with words for people."""

    REQUIRED = "required", _("a must")
    PREFERRED = "preferred", _("an advantage")
    WORKING_LANGUAGE = "working_language", _("working language")
    NOT_REQUIRED = "not_required", _("not needed")


class LanguageLevel(models.TextChoices):
    """`core.reading.Level`: Common European Framework of Reference for Languages."""

    A1 = "A1", "A1"
    A2 = "A2", "A2"
    B1 = "B1", "B1"
    B2 = "B2", "B2"
    C1 = "C1", "C1"
    C2 = "C2", "C2"


class AdService(models.TextChoices):
    """`data.fetching.ServiceKind` with words for people."""

    JOBSTREAM = "jobstream", _("JobTech JobStream: all open ads in Sweden, and what changes")
    JOBSEARCH = "jobsearch", _("JobTech JobSearch: what a search in Sweden finds")
    NAV = "nav", _("NAV's feed: open ads in Norway, with a key")
    FEED = "feed", _("A feed or page with schema.org JobPosting")
    SITEMAP = "sitemap", _("A sitemap of pages with schema.org JobPosting")


class ReportAbout(models.TextChoices):
    """What a candidate says is not right."""

    INVITATION = "invitation", _("an invitation")
    MESSAGE = "message", _("an application and what came of it")
    OPPORTUNITY = "opportunity", _("an opportunity")
    ORGANISATION = "organisation", _("a company")


class ReportReason(models.TextChoices):
    """What is not right with it."""

    NO_REAL_JOB = "no_real_job", _("it is not a real job")
    MONEY = "money", _("money is asked for")
    DISCRIMINATES = "discriminates", _("it discriminates")
    UNWANTED = "unwanted", _("contact that I do not want")
    WRONG_FACTS = "wrong_facts", _("the facts are wrong")
    OTHER = "other", _("something else")


class ReportOutcome(models.TextChoices):
    """What came of it, once a person has looked into it."""

    NO_FAULT = "no_fault", _("no fault was found")
    CORRECTED = "corrected", _("it was corrected")
    TAKEN_DOWN = "taken_down", _("the opportunity was taken down")
    SUSPENDED = "suspended", _("the company was suspended")
