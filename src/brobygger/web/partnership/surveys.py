"""Surveys: written, asked in waves, sent, imported, and what came of them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.programmes.queries import programme_by_id, programmes_run_by
from brobygger.apps.surveys import actions, queries
from brobygger.apps.surveys.actions import QuestionsFixed, SurveyDetails, WaveDetails
from brobygger.apps.surveys.enums import QuestionKind, WaveMoment
from brobygger.core.effects.proportions import Direction, Proportion
from brobygger.data.tables import TableError, TableLimits
from brobygger.web import wording
from brobygger.web.page import PageRequest, page
from brobygger.web.paging import BoundedPaginator
from brobygger.web.partnership.forms import QuestionForm, SurveyForm, WaveForm
from brobygger.web.partnership.tabs import tabs
from brobygger.web.qr import qr
from brobygger.web.sent import whole_number
from brobygger.web.shell import OWN_NAMES
from brobygger.web.uploads import was_refused
from brobygger.web.visiting.forms import add_errors

PER_PAGE = 30
MOST_FINDINGS = 100


@page(may="surveys.view_surveys")
def list_surveys(request: PageRequest) -> HttpResponse:
    context = {
        "tabs": tabs(request, "surveys"),
        "rows": BoundedPaginator(queries.surveys(), PER_PAGE).get_page(request.GET.get("page")),
        "programmes": programmes_run_by(request.user),
    }
    return render(request, "partnership/surveys.html", context)


@page(may="surveys.add_survey", of=programme_by_id)
def show_new(request: PageRequest, programme: Any) -> HttpResponse:
    return _new(request, programme, SurveyForm(initial={"language": wording.reader_language()}))


@page(may="surveys.add_survey", of=programme_by_id, writes=True)
def add(request: PageRequest, programme: Any) -> HttpResponse:
    form = SurveyForm(request.POST)
    if form.is_valid():
        try:
            survey = actions.save_survey(
                programme=programme, details=SurveyDetails(**form.cleaned_data), by=request.user, at=now()
            )
        except ValidationError as error:
            add_errors(form, error)
        else:
            return redirect("survey", pk=survey.pk)
    return _new(request, programme, form, 422)


@page(may="surveys.view_survey", of=queries.survey_by_id)
def show_survey(request: PageRequest, survey: Any) -> HttpResponse:
    return _survey(request, survey)


@page(may="surveys.change_survey", of=queries.survey_by_id, writes=True)
def change(request: PageRequest, survey: Any) -> HttpResponse:
    """What the survey is called and for. Those who answered were told the same or what it said then."""
    form = SurveyForm(request.POST)
    if form.is_valid():
        try:
            actions.save_survey(
                programme=survey.programme,
                survey=survey,
                details=SurveyDetails(**form.cleaned_data),
                by=request.user,
                at=now(),
            )
        except ValidationError as error:
            add_errors(form, error)
        else:
            return redirect("survey", pk=survey.pk)
    return _survey(request, survey, details=form, status=422)


@page(may="surveys.change_survey", of=queries.survey_by_id, writes=True)
def change_questions(request: PageRequest, survey: Any) -> HttpResponse:
    gone, changed = (whole_number(request.POST.get(name)) for name in ("remove", "change"))
    if changed is not None:
        return _change_question(request, survey, changed)
    form = QuestionForm(request.POST)
    try:
        if gone is not None:
            actions.remove_question(survey=survey, question_id=gone, by=request.user, at=now())
            return redirect("survey", pk=survey.pk)
        if form.is_valid():
            said = form.cleaned_data
            actions.add_question(
                survey=survey,
                text=said["text"],
                kind=QuestionKind(said["kind"]),
                options=said["options"].splitlines(),
                by=request.user,
                at=now(),
            )
            return redirect("survey", pk=survey.pk)
    except QuestionsFixed as error:
        messages.error(request, str(error))
        return redirect("survey", pk=survey.pk)
    except ValidationError as error:
        add_errors(form, error)
    return _survey(request, survey, question=form, status=422)


@page(may="surveys.change_survey", of=queries.survey_by_id, writes=True)
def add_wave(request: PageRequest, survey: Any) -> HttpResponse:
    form = WaveForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            wave = actions.add_wave(
                survey=survey,
                details=WaveDetails(**{**said, "moment": WaveMoment(said["moment"])}),
                by=request.user,
                at=now(),
            )
        except ValidationError as error:
            add_errors(form, error)
        else:
            return redirect("survey-wave", pk=wave.pk)
    return _survey(request, survey, wave=form, status=422)


@page(may="surveys.view_survey", of=queries.survey_by_id)
def compare(request: PageRequest, survey: Any) -> HttpResponse:
    """Two closed waves beside each other, and what their difference allows to say."""
    today = localdate()
    closed = [one for one in queries.waves_of(survey) if one.is_closed(today)]
    by_id = {str(one.pk): one for one in closed}
    firsts = [one for one in closed if one.moment == WaveMoment.BEFORE] or closed
    lasts = [one for one in closed if one.moment == WaveMoment.AFTER] or closed
    before = by_id.get(request.GET.get("before", "")) or (firsts[0] if firsts else None)
    after = by_id.get(request.GET.get("after", "")) or (lasts[-1] if lasts else None)
    can = before is not None and after is not None and before != after
    read = queries.survey_read_in(survey, wording.reader_language())
    found = (
        queries.compared(before, after, questions=read.questions, day=today)
        if can and before and after
        else []
    )
    context = {
        "tabs": tabs(request, "surveys"),
        "survey": survey,
        "read": read,
        "closed": closed,
        "before": before,
        "after": after,
        "can": can,
        "differ": can
        and before is not None
        and after is not None
        and (before.target_group, before.place) != (after.target_group, after.place),
        "shown": [
            {
                "question": one.question,
                "before": _told(one.before.share),
                "after": _told(one.after.share),
                "words": _words(one),
                "chip": _chip(one),
            }
            for one in found
        ],
    }
    return render(request, "partnership/survey_compare.html", context)


@page(may="surveys.view_survey", of=queries.wave_by_id)
def show_wave(request: PageRequest, wave: Any) -> HttpResponse:
    return _wave(request, wave)


@page(may="surveys.change_survey", of=queries.wave_by_id, writes=True)
def close_wave(request: PageRequest, wave: Any) -> HttpResponse:
    actions.close_wave(wave=wave, by=request.user, at=now())
    messages.success(request, _("The wave is closed. What came is shown below."))
    return redirect("survey-wave", pk=wave.pk)


@page(may="surveys.change_survey", of=queries.wave_by_id, writes=True)
def invite(request: PageRequest, wave: Any) -> HttpResponse:
    addresses = request.POST.get("addresses", "").replace(",", "\n").replace(";", "\n").splitlines()
    days = whole_number(request.POST.get("remind_after", "").strip() or "0", most=9999)
    try:
        sent = actions.invite_to_wave(
            wave=wave,
            addresses=addresses,
            language=request.POST.get("language", ""),
            remind_after=actions.MOST_DAYS + 1 if days is None else days,
            by=request.user,
            at=now(),
        )
    except ValidationError as error:
        text = " ".join(error.messages)
        return _wave(request, wave, error=text, invited=request.POST.dict(), status=422)
    messages.success(request, _("%(count)s mails are on their way.") % {"count": sent})
    return redirect("survey-wave", pk=wave.pk)


@page(may="surveys.change_survey", of=queries.wave_by_id, writes=True)
def import_wave(request: PageRequest, wave: Any) -> HttpResponse:
    """Read a table; where rows are wrong, say which, and import the others only if asked to."""
    language = wording.reader_language()
    file = request.FILES.get("file")
    if was_refused(request):
        error = TableError("too_large", limit=settings.UPLOAD_BYTES // 1_000_000)
        return _wave(request, wave, error=error.finding.message(language), status=413)
    if file is None:
        return _wave(request, wave, error=_("Choose a file."), status=422)
    try:
        limits = TableLimits(file_bytes=settings.UPLOAD_BYTES)
        plan = queries.plan_answers(wave, file.read(), limits=limits)
    except TableError as error:
        return _wave(request, wave, error=error.finding.message(language), status=422)
    if plan.has_errors and request.POST.get("leave_out") != "yes":
        findings = [
            (one.row or "", one.column, one.message(language)) for one in plan.findings if not one.is_note
        ]
        error_text = _("Nothing was imported: %(count)s rows are wrong or more.") % {
            "count": len({one[0] for one in findings})
        }
        return _wave(request, wave, error=error_text, findings=findings[:MOST_FINDINGS], status=422)
    try:
        actions.import_answers(wave=wave, rows=plan.rows, by=request.user, at=now())
    except ValidationError as refused:
        return _wave(request, wave, error=" ".join(refused.messages), status=422)
    messages.success(
        request, _("%(count)s rows are imported, and the wave is closed.") % {"count": len(plan.rows)}
    )
    return redirect("survey-wave", pk=wave.pk)


def _change_question(request: PageRequest, survey: Any, question_id: int) -> HttpResponse:
    said = request.POST
    try:
        actions.change_question(
            survey=survey,
            question_id=question_id,
            text=said.get("text", ""),
            options=said.get("options", "").splitlines(),
            by=request.user,
            at=now(),
        )
    except (QuestionsFixed, ValidationError) as error:
        texts = error.messages if isinstance(error, ValidationError) else [str(error)]
        messages.error(request, " ".join(texts))
    return redirect("survey", pk=survey.pk)


def _new(request: PageRequest, programme: Any, form: SurveyForm, status: int = 200) -> HttpResponse:
    context = {"tabs": tabs(request, "surveys"), "programme": programme, "form": form}
    return render(request, "partnership/survey_new.html", context, status=status)


def _survey(
    request: PageRequest,
    survey: Any,
    *,
    details: SurveyForm | None = None,
    question: QuestionForm | None = None,
    wave: WaveForm | None = None,
    status: int = 200,
) -> HttpResponse:
    today, waves = localdate(), queries.waves_of(survey)
    counts = queries.count_shown(waves, day=today)
    may_change = request.user.has_perm("surveys.change_survey", survey)
    context = {
        "tabs": tabs(request, "surveys"),
        "survey": survey,
        "read": queries.survey_read_in(survey, wording.reader_language()),
        "questions": [(one, QuestionForm.of(one)) for one in queries.questions_of(survey)],
        "details_form": details or SurveyForm(initial=_details(survey)),
        "translations": _translations(survey),
        "original": wording.words().language_name(survey.language),
        "waves": [(one, _state(one, today), counts[one.pk]) for one in waves],
        "question_form": question or QuestionForm(),
        "wave_form": wave or WaveForm(initial={"opens_on": today}),
        "may_change": may_change,
        "may_ask_more": may_change and queries.can_change_questions(survey),
        "can_compare": sum(one.is_closed(today) for one in waves) > 1,
    }
    return render(request, "partnership/survey.html", context, status=status)


def _details(survey: Any) -> dict[str, str]:
    return {"title": survey.title, "language": survey.language, "intro": survey.intro}


def _translations(survey: Any) -> list[dict[str, Any]]:
    """How far each language is: its name, how many texts of how many, how many to look at again."""
    return [
        {
            "language": language,
            "name": OWN_NAMES[language],
            "done": sum(one.is_done for one in pieces),
            "all": len(pieces),
            "outdated": sum(one.is_outdated for one in pieces),
            "is_begun": any(one.text for one in pieces),
            "is_complete": queries.is_complete(pieces),
        }
        for language, pieces in queries.pieces_of(survey).items()
    ]


def _wave(
    request: PageRequest,
    wave: Any,
    *,
    error: str = "",
    findings: list[tuple[Any, str, str]] | None = None,
    invited: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    today = localdate()
    address = f"{settings.BROBYGGER_URL}{reverse('survey-answer', args=[wave.key])}"
    read = queries.survey_read_in(wave.survey, wording.reader_language())
    results = queries.results_of(wave, questions=read.questions, day=today)
    context = {
        "tabs": tabs(request, "surveys"),
        "wave": wave,
        "survey": wave.survey,
        "read": read,
        "state": _state(wave, today),
        "is_closed": wave.is_closed(today),
        "count": queries.count_shown([wave], day=today)[wave.pk],
        "address": address,
        "code": qr(address) if wave.takes_open_link and not wave.is_closed(today) else "",
        "results": [_shown(one) for one in results],
        "may_change": request.user.has_perm("surveys.change_survey", wave),
        "error": error,
        "columns": [(_("Row"), "number"), (_("Column"), "text"), (_("What is wrong"), "text")],
        "findings": findings or [],
        "is_inviting": invited is not None,
        "invited": {
            name: (invited or {}).get(name, "") for name in ("addresses", "remind_after", "language")
        },
        "languages": [(one, OWN_NAMES[one]) for one in queries.complete_languages(wave.survey)],
        "most_days": actions.MOST_DAYS,
        "names": [(one.name, one.text) for one in queries.questions_of(wave.survey)],
    }
    return render(request, "partnership/survey_wave.html", context, status=status)


def _state(wave: Any, today: Any) -> tuple[str, str]:
    if wave.is_closed(today):
        return _("closed"), "neutral"
    return (_("open"), "match") if wave.is_open(today) else (_("not open yet"), "waiting")


def _shown(result: queries.QuestionResult) -> dict[str, Any]:
    """A question's answers as bars, with the share and its interval in words."""
    question, summary = result.question, result.summary
    names = answer_names(question)
    first = question.values.start
    rows = [
        (", ".join(names[first + place][1] for place in group.options), group.count)
        for group in summary.groups
    ]
    return {
        "question": question,
        "total": summary.total,
        "rows": rows,
        "mean": summary.mean,
        "share": _told(summary.share),
        "is_scale": question.kind == QuestionKind.SCALE,
    }


def answer_names(question: Any) -> list[tuple[int, str]]:
    """(value, words) of each answer that a question takes; before the first of a scale an empty place."""
    if question.kind == QuestionKind.SCALE:
        return [(0, ""), *((step, str(step)) for step in question.values)]
    if question.kind == QuestionKind.YES_NO:
        return [(0, _("No")), (1, _("Yes"))]
    return list(enumerate(question.options))


def _told(share: Proportion | None) -> dict[str, Any] | None:
    if share is None:
        return None
    low, high = share.interval()
    return {
        "percent": round(share.value * 100),
        "low": round(low * 100),
        "high": round(high * 100),
        "count": share.count,
        "total": share.total,
    }


def _words(one: queries.Comparison) -> str:
    """What two waves allow to say, and no more."""
    if one.difference is None:
        return _("Too few answers, or no answer that two waves can be compared by.")
    low, high = round(one.difference.low * 100), round(one.difference.high * 100)
    said = {"low": min(abs(low), abs(high)), "high": max(abs(low), abs(high)), "from": low, "to": high}
    if one.difference.says is Direction.MORE:
        return (
            _(
                "More than before: %(low)s to %(high)s percentage points, with 95 %% confidence. Why, this does not tell."
            )
            % said
        )
    if one.difference.says is Direction.LESS:
        return (
            _(
                "Fewer than before: %(low)s to %(high)s percentage points, with 95 %% confidence. Why, this does not tell."
            )
            % said
        )
    return (
        _(
            "These answers do not show a difference: between %(from)s and %(to)s percentage points are possible."
        )
        % said
    )


def _chip(one: queries.Comparison) -> tuple[str, str]:
    if one.difference is None:
        return _("not compared"), "neutral"
    words = {
        Direction.MORE: (_("more"), "match"),
        Direction.LESS: (_("fewer"), "partly"),
        Direction.OPEN: (_("no difference shown"), "neutral"),
    }
    return words[one.difference.says]
