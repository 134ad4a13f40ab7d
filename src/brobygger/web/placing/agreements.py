"""One agreement: written, changed, answered by each side, printed; and how the placement ended."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.opportunities.queries import application_by_id
from brobygger.apps.placements import actions, queries
from brobygger.apps.placements.actions import NotAtThisStage, NothingNew, RulesNotKept
from brobygger.apps.placements.enums import AgreementSide, AgreementState, PlacementState
from brobygger.apps.placements.queries import may_see_name
from brobygger.web.ads import title_of
from brobygger.web.page import PageRequest, page
from brobygger.web.placing import wording
from brobygger.web.placing.forms import EndForm, TermsForm
from brobygger.web.rules import row_of, rules_for_version
from brobygger.web.sent import whole_number
from brobygger.web.visiting.forms import add_errors

SAID = {True: "yes", False: "no", None: ""}
"""Yes and no as a form sends them."""


@page(may="placements.write_agreement", of=application_by_id)
def show_new(request: PageRequest, application: Any) -> HttpResponse:
    standing = queries.standing_agreement(application)
    if standing is not None:
        return redirect("agreement", pk=standing.pk)
    opportunity = application.opportunity
    form = TermsForm(
        initial={
            "kind": opportunity.kind,
            "place_name": opportunity.place_name or opportunity.organisation.place_name,
            "country": opportunity.country or opportunity.organisation.country,
            "hours_per_week": 37,
        }
    )
    return _new(request, application, form)


@page(may="placements.write_agreement", of=application_by_id, writes=True)
def write(request: PageRequest, application: Any) -> HttpResponse:
    chosen = request.POST.get("institution", "")
    institution = next((one for one in queries.institutions() if str(one.pk) == chosen), None)
    form, broken = TermsForm(request.POST), None
    if form.is_valid():
        try:
            agreement = actions.write_agreement(
                application=application,
                terms=form.terms(),
                institution=institution,
                rules_known=request.POST.get("rules_known") == "yes",
                by=request.user,
                at=now(),
            )
        except ValidationError as error:
            add_errors(form, error)
        except RulesNotKept as error:
            broken = error
        except NotAtThisStage as error:
            messages.error(request, str(error))
            return redirect("application", pk=application.pk)
        else:
            messages.success(request, _("Written. Every side has got a mail and can say yes with one tap."))
            return redirect("agreement", pk=agreement.pk)
    return _new(request, application, form, broken=broken, status=422)


@page(may="placements.view_agreement", of=queries.agreement_by_id)
def show_agreement(request: PageRequest, agreement: Any) -> HttpResponse:
    return _agreement(request, agreement)


@page(may="placements.view_agreement", of=queries.agreement_by_id)
def print_agreement(request: PageRequest, agreement: Any) -> HttpResponse:
    """The agreement as a document, in the reader's language."""
    return render(request, "placing/print.html", _shown(request, agreement))


@page(may="placements.change_agreement", of=queries.agreement_by_id)
def show_change(request: PageRequest, agreement: Any) -> HttpResponse:
    newest = queries.newest_version(agreement)
    form = TermsForm(
        initial={name: getattr(newest, name) for name in TermsForm.base_fields}
        | {"is_adult": SAID[getattr(newest, "is_adult", None)]},
        has_institution=agreement.institution_id is not None,
    )
    return _change(request, agreement, form)


@page(may="placements.change_agreement", of=queries.agreement_by_id, writes=True)
def change(request: PageRequest, agreement: Any) -> HttpResponse:
    form, broken = TermsForm(request.POST, has_institution=agreement.institution_id is not None), None
    if form.is_valid():
        try:
            version = actions.change_agreement(
                agreement=agreement,
                terms=form.terms(),
                rules_known=request.POST.get("rules_known") == "yes",
                by=request.user,
                at=now(),
            )
        except ValidationError as error:
            add_errors(form, error)
        except RulesNotKept as error:
            broken = error
        except (NotAtThisStage, NothingNew) as error:
            form.add_error(None, str(error))
        else:
            said = _("Version %(number)d is written. Every side is asked to say yes to it.")
            messages.success(request, said % {"number": version.number})
            return redirect("agreement", pk=agreement.pk)
    return _change(request, agreement, form, broken=broken, status=422)


@page(may="placements.answer_agreement", of=queries.agreement_by_id, writes=True)
def answer(request: PageRequest, agreement: Any) -> HttpResponse:
    """Yes or no of one side, to the version that was read."""
    side, number = request.POST.get("side", ""), whole_number(request.POST.get("version"), most=9999) or 0
    said = request.POST.get("said", "")
    if side not in AgreementSide.values or said not in {"yes", "no"}:
        messages.error(request, _("Say yes or no for one side."))
        return redirect("agreement", pk=agreement.pk)
    about: dict[str, Any] = {
        "agreement": agreement,
        "side": AgreementSide(side),
        "by": request.user,
        "at": now(),
    }
    try:
        if said == "yes":
            settled = actions.accept_agreement(number=number, **about)
        else:
            settled = actions.decline_agreement(**about)
    except (NotAtThisStage, PermissionDenied) as error:
        messages.error(request, str(error))
    else:
        is_settled = settled.state == AgreementState.AGREED
        done = (
            _("All sides agree.") if is_settled else _("Your yes is noted. The others are still to answer.")
        )
        messages.success(request, done if said == "yes" else _("Your no is noted. The other sides know."))
    return redirect("agreement", pk=agreement.pk)


@page(may="placements.note_signature", of=queries.agreement_by_id, writes=True)
def note_signature(request: PageRequest, agreement: Any) -> HttpResponse:
    """Somebody without a log-in has signed on paper."""
    side, number = request.POST.get("side", ""), whole_number(request.POST.get("version"), most=9999) or 0
    if side not in AgreementSide.values:
        messages.error(request, _("Name who signed, and for which side."))
        return redirect("agreement", pk=agreement.pk)
    try:
        actions.note_signature(
            agreement=agreement,
            number=number,
            side=AgreementSide(side),
            name=request.POST.get("name", ""),
            by=request.user,
            at=now(),
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except NotAtThisStage as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Noted."))
    return redirect("agreement", pk=agreement.pk)


@page(may="placements.change_agreement", of=queries.agreement_by_id, writes=True)
def end(request: PageRequest, agreement: Any) -> HttpResponse:
    placement = queries.placement_of(agreement)
    form = EndForm(request.POST)
    if placement is None:
        messages.error(request, _("There is no placement yet: not all sides have agreed."))
        return redirect("agreement", pk=agreement.pk)
    if form.is_valid():
        try:
            actions.end_placement(
                placement=placement,
                state=PlacementState(form.cleaned_data["state"]),
                day=form.cleaned_data["day"],
                reason=form.cleaned_data["reason"],
                by=request.user,
                at=now(),
            )
        except ValidationError as error:
            add_errors(form, error)
        except NotAtThisStage as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted."))
            return redirect("agreement", pk=agreement.pk)
    return _agreement(request, agreement, form, status=422)


def _shown(request: PageRequest, agreement: Any) -> dict[str, Any]:
    """The newest version with the answers of the sides, and the placement."""
    shows_name = may_see_name(request.user, agreement)
    versions = queries.versions_of(agreement)
    placement = queries.placement_of(agreement)
    newest = versions[0]
    said = {one.side: one for one in newest.acceptances.all()}
    state = placement.state if placement else agreement.state
    return {
        "agreement": agreement,
        "name": wording.candidate_name(agreement, shows_name=shows_name),
        "newest": newest,
        "terms": wording.term_rows(newest),
        "sides": [
            {
                "side": side,
                "label": side.label,
                "name": wording.side_name(side, agreement, shows_name=shows_name),
                "said": said.get(side.value),
            }
            for side in agreement.sides
        ],
        "versions": [(one, wording.term_rows(one), list(one.acceptances.all())) for one in versions[1:]],
        "placement": placement,
        "in_force": placement.version if placement else None,
        "is_older_in_force": placement is not None and placement.version_id != newest.pk,
        "is_waiting": agreement.state == AgreementState.WAITING,
        "state": wording.state_label(state),
        "tone": wording.tone(state),
        "waits": wording.state_label(AgreementState.WAITING),
        "rules": rules_for_version(newest, knows_person=shows_name),
    }


def _agreement(
    request: PageRequest, agreement: Any, form: EndForm | None = None, status: int = 200
) -> HttpResponse:
    context = _shown(request, agreement)
    may_answer = request.user.has_perm("placements.answer_agreement", agreement)
    mine = queries.sides_of(request.user, agreement) if may_answer else ()
    placement, may_change = (
        context["placement"],
        request.user.has_perm("placements.change_agreement", agreement),
    )
    is_over = placement is not None and not placement.is_going_on
    context |= {
        "to_answer": [
            one
            for one in context["sides"]
            if one["side"] in mine and one["said"] is None and context["is_waiting"]
        ],
        "to_sign": [one for one in context["sides"] if one["said"] is None]
        if context["is_waiting"] and request.user.has_perm("placements.note_signature", agreement)
        else [],
        "may_change": may_change and not is_over and agreement.state != AgreementState.DECLINED,
        "end_form": (form or EndForm(initial={"day": localdate()}))
        if may_change and placement is not None and not is_over
        else None,
        "may_list": request.user.has_perm("placements.view_placements"),
    }
    return render(request, "placing/agreement.html", context, status=status)


def _new(
    request: HttpRequest,
    application: Any,
    form: TermsForm,
    broken: RulesNotKept | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        **_broken(broken),
        "form": form,
        "application": application,
        "eyebrow": title_of(application.opportunity),
        "institutions": list(queries.institutions()),
        "institution": request.POST.get("institution", ""),
    }
    return render(request, "placing/write.html", context, status=status)


def _broken(broken: RulesNotKept | None) -> dict[str, Any]:
    """What the form says of rules that do not hold for what was typed."""
    if broken is None:
        return {}
    return {"broken": str(broken), "broken_rows": [row_of(one) for one in broken.findings]}


def _change(
    request: PageRequest,
    agreement: Any,
    form: TermsForm,
    broken: RulesNotKept | None = None,
    status: int = 200,
) -> HttpResponse:
    name = wording.candidate_name(agreement, shows_name=may_see_name(request.user, agreement))
    context = {
        **_broken(broken),
        "form": form,
        "agreement": agreement,
        "eyebrow": f"{name} · {agreement.organisation}",
    }
    return render(request, "placing/write.html", context, status=status)
