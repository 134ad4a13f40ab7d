"""Reads of the arrangements of joint controllers: which one holds, and where one is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from brobygger.apps.base.models import all_rows
from brobygger.apps.organisations.enums import WRITERS
from brobygger.apps.organisations.models import Contact, Organisation
from brobygger.apps.programmes.enums import Duty
from brobygger.apps.programmes.models import (
    Arrangement,
    ArrangementAgreement,
    ArrangementDuty,
    Partnership,
    Programme,
)
from brobygger.apps.programmes.queries.programmes import programmes_run_by

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty, and the names of those who do it."""

    duty: Duty
    names: tuple[str, ...]
    ids: tuple[int, ...]


def leads_of(programme: Programme) -> list[Organisation]:
    """Those who lead a programme, by name, whoever asks: who carries a programme is public."""
    with all_rows():
        found = Organisation.objects.filter(
            partnerships__programme=programme, partnerships__is_lead=True
        ).order_by("name", "pk")
        return list(found)


def lead_countries(programmes: Iterable[Programme]) -> list[str]:
    """Countries of those who lead any of these programmes, by the programme's and their own name. One query."""
    with all_rows():
        found = Organisation.objects.filter(
            partnerships__programme__in=[one.pk for one in programmes], partnerships__is_lead=True
        ).order_by("partnerships__programme__name", "name", "pk")
        return list(found.values_list("country", flat=True))


def arrangements_of(programme: Programme) -> QuerySet[Arrangement]:
    """All versions in the visitor's scope, the newest first, with duties and agreements."""
    duties = Prefetch("duties", ArrangementDuty.objects.select_related("organisation"))
    agreements = Prefetch("agreements", ArrangementAgreement.objects.select_related("organisation"))
    found = Arrangement.objects.filter(programme=programme).prefetch_related(duties, agreements)
    return found.order_by("-version")


def arrangement_by_id(pk: int) -> Arrangement | None:
    return Arrangement.objects.select_related("programme").filter(pk=pk).first()


def arrangement_in_force(programme: Programme, *, day: dt.date) -> Arrangement | None:
    """The version that holds on a day: the newest that every lead of today has agreed to, and that leaves nothing out."""
    with all_rows():  # its essence is public; who agreed is asked, not shown
        return _in_force(day).filter(programme=programme).order_by("-version").first()


def duty_lines(arrangement: Arrangement) -> list[DutyLine]:
    """Who does what, in the order of `Duty`. One query."""
    with all_rows():  # the names of those who carry a programme are public
        rows = list(arrangement.duties.select_related("organisation").order_by("organisation__name", "pk"))
    return [
        DutyLine(
            duty,
            tuple(one.organisation.name for one in rows if one.duty == duty),
            tuple(one.organisation_id for one in rows if one.duty == duty),
        )
        for duty in Duty
    ]


def programmes_without_arrangement(user: User, *, day: dt.date) -> QuerySet[Programme]:
    """Programmes that somebody runs, that two or more lead, and for which no arrangement holds on a day."""
    leads = Count("partnerships", filter=Q(partnerships__is_lead=True), distinct=True)
    holds = Exists(_in_force(day).filter(programme=OuterRef("pk")))
    return programmes_run_by(user).alias(leads=leads, holds=holds).filter(leads__gte=2, holds=False)


def programmes_led_jointly(user: User) -> QuerySet[Programme]:
    """Programmes that somebody works for and that two or more lead, or that have an arrangement, by name."""
    leads = Count("partnerships", filter=Q(partnerships__is_lead=True), distinct=True)
    found = programmes_run_by(user).annotate(lead_count=leads)
    written = Exists(Arrangement.objects.filter(programme=OuterRef("pk")))
    return found.filter(Q(lead_count__gte=2) | Q(written)).order_by("name", "pk")


def arrangements_in_force(programmes: Iterable[Programme], *, day: dt.date) -> dict[int, Arrangement]:
    """By programme, the version that holds on a day. One query."""
    ids = [one.pk for one in programmes]
    return {one.programme_id: one for one in _in_force(day).filter(programme__in=ids).order_by("version")}


def organisations_agreeing(user: User, arrangement: Arrangement) -> list[Organisation]:
    """The leads for which somebody may still agree to an arrangement."""
    writes = Contact.objects.filter(user=user, right__in=WRITERS).order_by().values("organisation")
    agreed = ArrangementAgreement.objects.filter(arrangement=arrangement).order_by().values("organisation")
    found = Organisation.objects.filter(
        partnerships__programme=arrangement.programme_id, partnerships__is_lead=True, pk__in=writes
    )
    return list(found.exclude(pk__in=agreed).order_by("name", "pk"))


def _in_force(day: dt.date) -> QuerySet[Arrangement]:
    """Versions that hold on a day, for programmes of whichever scope is in force."""
    agreed = ArrangementAgreement._base_manager.filter(
        arrangement=OuterRef(OuterRef("pk")), organisation=OuterRef("organisation")
    )
    leads = Partnership.objects.filter(programme=OuterRef("programme"), is_lead=True)
    still_leads = Partnership.objects.filter(
        programme=OuterRef("arrangement__programme"), organisation=OuterRef("organisation"), is_lead=True
    )
    gone = ArrangementDuty._base_manager.filter(arrangement=OuterRef("pk")).filter(~Exists(still_leads))
    found = Arrangement.objects.filter(agreed_at__isnull=False, valid_from__lte=day)
    return found.filter(~Exists(leads.filter(~Exists(agreed))), ~Exists(gone))
