"""Reads of what candidates reported as not right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from brobygger.apps.base.models import all_rows
from brobygger.apps.opportunities.enums import ReportAbout, ReportOutcome
from brobygger.apps.opportunities.models import Application, Opportunity, Report
from brobygger.apps.organisations.models import Organisation

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


def open_reports() -> QuerySet[Report]:
    """Those that wait for an answer, in the visitor's scope, the oldest first."""
    return _with_things(Report.objects.open()).order_by("created_at", "pk")


def answered_reports() -> QuerySet[Report]:
    """Those that were answered, in the visitor's scope, the latest first."""
    return _with_things(Report.objects.exclude(outcome="")).order_by("-answered_at", "-pk")


def report_by_id(pk: int) -> Report | None:
    """A report in the visitor's scope; None if there is none."""
    return _with_things(Report.objects.all()).filter(pk=pk).first()


def reports_of_organisation(organisation: Organisation) -> QuerySet[Report]:
    """All that was reported of a company and its opportunities, in the visitor's scope, the latest first."""
    return _with_things(Report.objects.filter(organisation=organisation)).order_by("-created_at", "-pk")


def waiting_report_of(user: User, thing: Application | Opportunity | Organisation) -> Report | None:
    """What a candidate reported of a thing and has no answer to yet."""
    found = Report.objects.open().filter(candidate__user=user.pk)
    if isinstance(thing, Application):
        return found.filter(application=thing).first()
    if isinstance(thing, Opportunity):
        return found.filter(about=ReportAbout.OPPORTUNITY, opportunity=thing).first()
    return found.filter(about=ReportAbout.ORGANISATION, organisation=thing).first()


def taken_down_because(opportunity: Opportunity) -> Report | None:
    """
    The answer with which an opportunity was taken down; None where it is not known any more.

    For the company too, which is shown `notice` and `answered_by_name` alone: who reported is not loaded.
    """
    with all_rows():
        found = Report.objects.filter(opportunity=opportunity, outcome=ReportOutcome.TAKEN_DOWN)
        return found.only("notice", "answered_by_name", "answered_at").order_by("-answered_at").first()


def _with_things(found: QuerySet[Report]) -> QuerySet[Report]:
    return found.select_related(
        "candidate", "candidate__identity", "organisation", "opportunity", "application"
    ).defer("opportunity__text", "opportunity__passages")
