"""An agreement is written in versions; every side says yes to the newest, and then there is a placement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.opportunities.enums import ApplicationState
from brobygger.apps.placements.actions import mail
from brobygger.apps.placements.adapters import facts_of_version
from brobygger.apps.placements.enums import AcceptedWay, AgreementSide, AgreementState, PlacementState
from brobygger.apps.placements.models import Agreement, AgreementAcceptance, AgreementVersion, Placement
from brobygger.apps.placements.queries import may_see_name, newest_version, sides_of
from brobygger.core.country_rules import Standing, check_placement
from brobygger.data.places.labour_areas import labour_region
from brobygger.data.rules import country_rules

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.opportunities.models import Application
    from brobygger.apps.organisations.models import Organisation
    from brobygger.core.country_rules import Finding

SETTLED: Final = (ApplicationState.OFFERED, ApplicationState.PLACED)
MOST_HOURS: Final = Decimal(60)
LONGEST_YEARS: Final = 5


class NotAtThisStage(Exception):
    """It cannot be done as things stand. The message says how they stand."""


class AlreadyWritten(NotAtThisStage):
    """There is an agreement for this application, and it has not been declined."""


class ChangedMeanwhile(NotAtThisStage):
    """Somebody says yes to a version that is not the newest any more."""


class NotASide(PermissionDenied):
    """Somebody answers for a side that is not theirs."""


class NothingNew(ValueError):
    """The new version says what the last one says."""


class RulesNotKept(Exception):
    """Rules of the country do not hold for these terms: `findings` say which. Who knows that may write them all the same."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(_("This is against rules of the country. Read below which, and whom to ask."))
        self.findings = tuple(findings)


@dataclass(frozen=True, slots=True)
class Terms:
    """
    What is agreed. The fields are those of `AgreementVersion`.

    Args:
        end_date: the last day; None: no end is agreed.
        pay: None: unpaid. Otherwise with currency and what it is paid for.
        supervisor: who guides at the company, by name.
        institution_person: who guides at the university; needed where there is one.
        is_adult: the candidate is 18 or older on the first day; None: not said.
    """

    kind: str
    start_date: dt.date
    end_date: dt.date | None
    hours_per_week: Decimal
    place_name: str
    country: str
    tasks: str
    supervisor: str
    pay: Decimal | None = None
    currency: str = ""
    pay_per: str = ""
    institution_person: str = ""
    is_adult: bool | None = None


@transaction.atomic
def write_agreement(
    *,
    application: Application,
    terms: Terms,
    institution: Organisation | None = None,
    rules_known: bool = False,
    by: User | None,
    at: dt.datetime,
) -> Agreement:
    """
    Write the agreement of a place that was offered or taken. Every side gets a mail in which one tap says yes.

    Args:
        institution: the university, if its yes is needed.
        rules_known: whoever writes knows which rules of the country do not hold, and has asked the authority.

    Raises:
        PermissionDenied: `by` may not write for this company.
        NotAtThisStage: no place was offered.
        AlreadyWritten, RulesNotKept: see there.
        ValidationError: the terms cannot be, by field.
    """
    check_may(by, "placements.write_agreement", application)
    application = type(application).objects.select_for_update(of=("self",)).get(pk=application.pk)
    if application.state not in SETTLED:
        state = ApplicationState(application.state).label
        raise NotAtThisStage(
            _("An agreement comes after the offer: the application stands at “%(state)s”.") % {"state": state}
        )
    opportunity = application.opportunity
    if application.agreements.exclude(state=AgreementState.DECLINED).exists():
        raise AlreadyWritten(_("There is an agreement for this application already."))
    agreement = Agreement(
        application=application,
        candidate=application.candidate,
        organisation=opportunity.organisation,
        institution=institution,
        programme=opportunity.programme,
        created_at=at,
        changed_at=at,
    )
    agreement.full_clean(exclude=("application", "candidate", "organisation", "institution", "programme"))
    agreement.save()
    version, broken = _write(agreement, 1, terms, by, at, rules_known=rules_known)
    changes = {"application": application.pk, "institution": agreement.institution_id, "version": 1, **broken}
    record(action="placements.write_agreement", subject=agreement, by=by, at=at, changes=changes)
    mail.ask_for_a_yes(version, by=by, at=at)
    return agreement


@transaction.atomic
def change_agreement(
    *, agreement: Agreement, terms: Terms, rules_known: bool = False, by: User | None, at: dt.datetime
) -> AgreementVersion:
    """
    Write the next version of an agreement. Every side has to say yes to it anew; until then what was agreed before
    stays in force.

    Args:
        rules_known: see `write_agreement`.

    Raises:
        PermissionDenied: `by` may not write for this company.
        NotAtThisStage: it was declined, or the placement is over.
        NothingNew, RulesNotKept: see there.
        ValidationError: the terms cannot be, by field.
    """
    check_may(by, "placements.change_agreement", agreement)
    agreement = _locked(agreement)
    placement = Placement.objects.filter(agreement=agreement).first()
    if agreement.state == AgreementState.DECLINED:
        raise NotAtThisStage(
            _("This agreement was declined. Write a new one on the page of the application.")
        )
    if placement is not None and not placement.is_going_on:
        raise NotAtThisStage(_("This placement is over: its agreement is not changed any more."))
    last = newest_version(agreement)
    if last is not None and _terms_of(last) == _clean(terms):
        raise NothingNew(_("Nothing is different from version %(number)d.") % {"number": last.number})
    number = last.number + 1 if last else 1
    version, broken = _write(agreement, number, terms, by, at, rules_known=rules_known)
    agreement.state, agreement.changed_at = AgreementState.WAITING, at
    agreement.save(update_fields=["state", "changed_at"])
    changes = {"version": version.number, **broken}
    record(action="placements.change_agreement", subject=agreement, by=by, at=at, changes=changes)
    mail.ask_for_a_yes(version, by=by, at=at)
    return version


@transaction.atomic
def accept_agreement(
    *,
    agreement: Agreement,
    number: int,
    side: AgreementSide,
    is_by_link: bool = False,
    by: User,
    at: dt.datetime,
) -> Agreement:
    """
    Say yes to a version for one's own side. Repeating it changes nothing. The last yes makes the placement, or brings
    the terms of one that is there up to date.

    A person says yes, always: there is none without a name.

    Raises:
        NotASide: `by` does not belong to this side.
        ChangedMeanwhile: there is a newer version.
        NotAtThisStage: the agreement was declined.
    """
    agreement = _locked(agreement)
    _check_side(agreement, side, by)
    version = _to_accept(agreement, number)
    way = AcceptedWay.LINK if is_by_link else AcceptedWay.PAGE
    name = by.get_full_name() or by.get_username()
    return _say_yes(agreement=agreement, version=version, side=side, way=way, who=by, name=name, by=by, at=at)


@transaction.atomic
def note_signature(
    *, agreement: Agreement, number: int, side: AgreementSide, name: str, by: User | None, at: dt.datetime
) -> Agreement:
    """
    Note that somebody without a log-in here has signed a version on paper. Otherwise as `accept_agreement`.

    Args:
        name: who signed.

    Raises:
        PermissionDenied: `by` does not run the programme.
        ChangedMeanwhile, NotAtThisStage: see there.
        ValidationError: nobody is named, or the agreement has no such side.
    """
    check_may(by, "placements.note_signature", agreement)
    agreement = _locked(agreement)
    version = _to_accept(agreement, number)
    if not name.strip() or side not in agreement.sides:
        raise ValidationError({"name": _("Name who signed, and for which side.")})
    return _say_yes(
        agreement=agreement,
        version=version,
        side=side,
        way=AcceptedWay.PAPER,
        who=None,
        name=name.strip(),
        by=by,
        at=at,
    )


@transaction.atomic
def decline_agreement(*, agreement: Agreement, side: AgreementSide, by: User, at: dt.datetime) -> Agreement:
    """
    Say no to an agreement that waits. Where an earlier version is in force, it stays in force. Repeating changes nothing.

    Raises:
        NotASide: `by` does not belong to this side.
        NotAtThisStage: it does not wait for a yes.
    """
    agreement = _locked(agreement)
    _check_side(agreement, side, by)
    if agreement.state == AgreementState.DECLINED:
        return agreement
    if agreement.state != AgreementState.WAITING:
        raise NotAtThisStage(_("All sides have agreed. Say on this page how the placement ended instead."))
    version = newest_version(agreement)
    in_force = Placement.objects.filter(agreement=agreement).select_related("version").first()
    if in_force is not None and version is not None:
        # the change is off: what was agreed is written down again as the newest, with the yes of all sides
        _restore(agreement, in_force.version, version.number + 1, at)
        agreement.state = AgreementState.AGREED
    else:
        agreement.state = AgreementState.DECLINED
        agreement.declined_at, agreement.declined_by = at, by
        agreement.declined_by_name = by.get_full_name() or by.get_username()
    agreement.changed_at = at
    agreement.save()
    changes = {"side": side, "in_force": in_force is not None}
    record(action="placements.decline_agreement", subject=agreement, by=by, at=at, changes=changes)
    if version is not None:
        mail.tell_all("agreement_declined", version, by=by, at=at)
    return agreement


def _locked(agreement: Agreement) -> Agreement:
    return Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)


def _check_side(agreement: Agreement, side: AgreementSide, by: User) -> None:
    if by is None:
        raise NotASide("A person answers an agreement.")
    if not by.has_perm("placements.answer_agreement", agreement) or side not in sides_of(by, agreement):
        raise NotASide(_("You may not answer for this side."))


def _to_accept(agreement: Agreement, number: int) -> AgreementVersion:
    """
    Raises:
        ChangedMeanwhile, NotAtThisStage: the version is not the newest any more, or was declined.
    """
    version = newest_version(agreement)
    if version is None or version.number != number:
        newest = version.number if version else 0
        raise ChangedMeanwhile(
            _("The agreement was changed meanwhile. Read version %(number)d before you say yes.")
            % {"number": newest}
        )
    if agreement.state == AgreementState.DECLINED:
        raise NotAtThisStage(_("This agreement was declined."))
    return version


def _say_yes(
    *,
    agreement: Agreement,
    version: AgreementVersion,
    side: AgreementSide,
    way: AcceptedWay,
    who: User | None,
    name: str,
    by: User | None,
    at: dt.datetime,
) -> Agreement:
    if version.acceptances.filter(side=side).exists():
        return agreement
    acceptance = AgreementAcceptance(
        version=version, side=side, accepted_at=at, accepted_by=who, accepted_by_name=name, way=way
    )
    acceptance.full_clean(exclude=("version", "accepted_by"))
    acceptance.save()
    agreement.changed_at = at
    is_settled = set(version.acceptances.values_list("side", flat=True)) >= set(agreement.sides)
    if is_settled:
        agreement.state = AgreementState.AGREED
    agreement.save(update_fields=["state", "changed_at"])
    if is_settled:
        _settle(agreement, version, at)
    changes = {"version": version.number, "side": side, "way": way, "settled": is_settled}
    record(action="placements.accept_agreement", subject=agreement, by=by, at=at, changes=changes)
    if is_settled:
        mail.tell_all("agreement_settled", version, by=by, at=at)
    return agreement


def _settle(agreement: Agreement, version: AgreementVersion, at: dt.datetime) -> None:
    placement, is_new = Placement.objects.get_or_create(
        agreement=agreement,
        defaults={"version": version, "agreed_at": at, "changed_at": at, "state": PlacementState.PLANNED},
    )
    if not is_new:
        placement.version, placement.changed_at = version, at
        placement.save(update_fields=["version", "changed_at"])


def _restore(agreement: Agreement, old: AgreementVersion, number: int, at: dt.datetime) -> None:
    version, _broken = _write(agreement, number, _terms_of(old), old.written_by, at, rules_known=True)
    for one in old.acceptances.all():
        one.pk, one.version = None, version
        one.save()
    Placement.objects.filter(agreement=agreement).update(version=version, changed_at=at)


def _write(
    agreement: Agreement, number: int, terms: Terms, by: User | None, at: dt.datetime, *, rules_known: bool
) -> tuple[AgreementVersion, dict[str, list[str]]]:
    """The version, and what the audit entry says of rules that do not hold."""
    version = AgreementVersion(
        agreement=agreement,
        number=number,
        written_at=at,
        written_by=by,
        written_by_name=(by.get_full_name() or by.get_username()) if by else "",
        **asdict(_clean(terms)),
    )
    _check(agreement, version)
    facts = facts_of_version(version, knows_person=by is None or may_see_name(by, agreement))
    findings = check_placement(country_rules(), facts, today=timezone.localdate(at))
    broken = [one for one in findings if one.standing is Standing.FAILS]
    if broken and not rules_known:
        raise RulesNotKept(broken)
    version.save()
    return version, {"rules_not_kept": [one.key.value for one in broken]} if broken else {}


def _check(agreement: Agreement, version: AgreementVersion) -> None:
    """
    Raises:
        ValidationError: what is wrong, by field, in the reader's words.
    """
    wrong: dict[str, str] = {}
    start, end = version.start_date, version.end_date
    if end is not None and end < start:
        wrong["end_date"] = _("The last day lies before the first.")
    elif end is not None and end > start + dt.timedelta(days=366 * LONGEST_YEARS):
        wrong["end_date"] = _("More than %(years)d years is too long: leave the last day open instead.") % {
            "years": LONGEST_YEARS
        }
    if not 1 <= version.hours_per_week <= MOST_HOURS:
        wrong["hours_per_week"] = _("Between 1 and %(most)d hours a week.") % {"most": MOST_HOURS}
    if labour_region(version.place_name, version.country) is None:
        wrong["place_name"] = _(
            "We do not know “%(place)s” in this country. Write the town or municipality."
        ) % {"place": version.place_name}
    if version.pay is not None and (not version.currency or not version.pay_per):
        wrong["pay"] = _("Say in which currency, and what it is paid for.")
    if not version.tasks:
        wrong["tasks"] = _("Say in a sentence or two what the work is.")
    if not version.supervisor:
        wrong["supervisor"] = _("Name who guides at the company.")
    if agreement.institution_id is not None and not version.institution_person:
        wrong["institution_person"] = _("Name who guides at the university.")
    if wrong:
        raise ValidationError(wrong)
    version.full_clean(exclude=("agreement", "written_by"), validate_unique=False)


def _clean(terms: Terms) -> Terms:
    is_paid = terms.pay is not None and terms.pay > 0
    return Terms(
        kind=terms.kind,
        start_date=terms.start_date,
        end_date=terms.end_date,
        hours_per_week=terms.hours_per_week.quantize(Decimal("0.1")),
        place_name=terms.place_name.strip(),
        country=terms.country,
        tasks=terms.tasks.replace("\r\n", "\n").strip(),
        supervisor=terms.supervisor.strip(),
        pay=terms.pay.quantize(Decimal("0.01")) if is_paid and terms.pay is not None else None,
        currency=terms.currency if is_paid else "",
        pay_per=terms.pay_per if is_paid else "",
        institution_person=terms.institution_person.strip(),
        is_adult=terms.is_adult,
    )


def _terms_of(version: AgreementVersion) -> Terms:
    return Terms(**{name: getattr(version, name) for name in Terms.__dataclass_fields__})
