"""Who does what of those who lead a programme together (GDPR article 26)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.organisations.enums import WRITERS
from brobygger.apps.organisations.models import Contact, Organisation
from brobygger.apps.programmes.enums import Duty
from brobygger.apps.programmes.models import Arrangement, ArrangementAgreement, ArrangementDuty, Programme

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@transaction.atomic
def write_arrangement(
    *,
    programme: Programme,
    text: str,
    valid_from: dt.date,
    duties: Mapping[Duty, Collection[int]],
    by: User | None,
    at: dt.datetime,
) -> Arrangement:
    """
    Write a version of the arrangement. It holds once a person of each lead has agreed; until then the one before does.

    Writing what the latest version says changes nothing.

    Args:
        duties: ids of the leads that do each; none of `Duty` may be left out.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: no text, fewer than two leads, a duty that nobody does, or one of somebody who is no lead.
    """
    check_may(by, "programmes.write_arrangement", programme)
    Programme.objects.select_for_update().get(
        pk=programme.pk
    )  # two versions at once would have the same number
    leads = set(programme.partnerships.filter(is_lead=True).values_list("organisation", flat=True))
    if len(leads) < 2:
        raise ValidationError(_("An arrangement is made where two or more organisations lead a programme."))
    for duty in Duty:
        if not duties.get(duty):
            raise ValidationError(_("Nobody is chosen for: %(duty)s.") % {"duty": duty.label})
        if not set(duties[duty]) <= leads:
            raise ValidationError(
                _("Only those who lead the programme can take this on: %(duty)s.") % {"duty": duty.label}
            )
    text = text.replace("\r\n", "\n").strip()
    wanted = {(duty.value, pk) for duty in Duty for pk in duties[duty]}
    latest = programme.arrangements.order_by("-version").first()
    is_same = latest is not None and (latest.text, latest.valid_from) == (text, valid_from)
    if latest and is_same and set(latest.duties.values_list("duty", "organisation")) == wanted:
        return latest
    number = programme.arrangements.aggregate(last=Max("version"))["last"] or 0
    arrangement = Arrangement(
        programme=programme,
        version=number + 1,
        text=text,
        valid_from=valid_from,
        written_at=at,
        written_by=by,
    )
    arrangement.full_clean()
    arrangement.save()
    ArrangementDuty.objects.bulk_create(
        ArrangementDuty(arrangement=arrangement, duty=duty, organisation_id=pk)
        for duty in Duty
        for pk in sorted(duties[duty])
    )
    changes = {"version": arrangement.version, "valid_from": valid_from.isoformat(), "leads": sorted(leads)}
    record(action="programmes.write_arrangement", subject=programme, by=by, at=at, changes=changes)
    return arrangement


@transaction.atomic
def agree_to_arrangement(
    *, arrangement: Arrangement, organisation: Organisation, function: str, by: User, at: dt.datetime
) -> ArrangementAgreement:
    """
    Agree to an arrangement, as a named person who writes for a lead. Repeating it changes nothing.

    Args:
        function: what the person is in the organisation, such as head of department.

    Raises:
        PermissionDenied: `by` is nobody, does not write for the organisation, or it does not lead the programme.
        ValidationError: no function, or a newer version is there.
    """
    check_may(by, "programmes.agree_to_arrangement", arrangement.programme)
    writes = Contact.objects.filter(user=by, organisation=organisation, right__in=WRITERS)
    leads = arrangement.programme.partnerships.filter(organisation=organisation, is_lead=True)
    if by is None or not writes.exists() or not leads.exists():
        raise PermissionDenied(f"{by} may not agree for {organisation}.")
    arrangement = Arrangement.objects.select_for_update(of=("self",)).get(pk=arrangement.pk)
    if arrangement.programme.arrangements.filter(version__gt=arrangement.version).exists():
        raise ValidationError(_("There is a newer version. Read that one."))
    known = ArrangementAgreement.objects.filter(arrangement=arrangement, organisation=organisation).first()
    if known:
        return known
    agreement = ArrangementAgreement(
        arrangement=arrangement,
        organisation=organisation,
        agreed_at=at,
        agreed_by=by,
        agreed_by_name=(by.get_full_name() or by.get_username())[:150],
        agreed_as=" ".join(function.split()),
    )
    agreement.full_clean()
    agreement.save()
    agreed = set(arrangement.agreements.values_list("organisation", flat=True))
    leading = arrangement.programme.partnerships.filter(is_lead=True).values_list("organisation", flat=True)
    if arrangement.agreed_at is None and agreed >= set(leading):
        arrangement.agreed_at = at
        arrangement.save(update_fields=["agreed_at"])
    changes = {"version": arrangement.version, "organisation": organisation.pk}
    subject = arrangement.programme
    record(action="programmes.agree_to_arrangement", subject=subject, by=by, at=at, changes=changes)
    return agreement
